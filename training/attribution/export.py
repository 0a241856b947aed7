"""Writes the trained tagger as one ONNX file in eight-bit whole numbers.

Weights are quantised by channel and in reduced range, so that processors with and without wide
dot products give the same sums. Activations take their scale from what is run: the program runs
one passage at a time, and so a passage's tags depend on that passage alone. A few channels are
ten times as loud as the rest and would spoil that scale; each layer's inputs are levelled first,
and its weights take up the difference (SmoothQuant, Xiao and others, 2023).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn

from training.attribution.model import Tagger
from training.attribution.passages import MARKS
from training.attribution.prepare import CLS

OPSET = 17
LONGEST_SERVED = 256  # pieces, the two special ones counted
EIGHT_BITS = 127
LARGE = ("attend", "join", "widen", "narrow")
LEVELLING = 0.85  # 1: all channels alike; chosen by how far tags move on held-out articles
FAINT, QUIETEST = 1e-5, 1e-3
TAG_NODE = "/tag/MatMul"  # small, and everything hangs on it: kept in full


class Levelled(nn.Module):
    """A linear layer whose input channels are brought nearer to one loudness first."""

    def __init__(self, layer: nn.Linear, loudest: Tensor) -> None:
        super().__init__()
        heaviest = layer.weight.detach().abs().amax(0).clamp(min=FAINT)
        level = loudest.clamp(min=FAINT) ** LEVELLING / heaviest ** (1 - LEVELLING)
        level = level.clamp(min=QUIETEST)
        self.layer = layer
        self.layer.weight.data = layer.weight.data * level
        self.level = nn.Parameter(1 / level)

    def forward(self, inputs: Tensor) -> Tensor:
        """Return what the layer gives for inputs that are not levelled yet."""
        outputs: Tensor = self.layer(inputs * self.level)
        return outputs


def level_layers(model: Tagger, run: Callable[[], object]) -> None:
    """Level every large layer by how loud its channels get while ``run`` reads some articles."""
    loudest: dict[nn.Module, Tensor] = {}

    def listen(layer: nn.Module, inputs: tuple[Tensor, ...], _: Tensor) -> None:
        loud = inputs[0].detach().abs().flatten(0, 1).amax(0)
        loudest[layer] = torch.maximum(loudest[layer], loud) if layer in loudest else loud

    places: list[tuple[nn.Module, str]] = [(model, "project")]
    places += [(layer, name) for layer in model.layers for name in LARGE]
    listeners = [getattr(owner, name).register_forward_hook(listen) for owner, name in places]
    run()
    for listener in listeners:
        listener.remove()
    for owner, name in places:
        layer = getattr(owner, name)
        setattr(owner, name, Levelled(layer, loudest[layer]))


class Exported(nn.Module):
    """The encoder with the parts of both heads that need every piece once.

    The table of words is kept in eight bits with a scale for each word, which the quantiser of
    the runtime cannot do; it would take one scale for all.
    """

    words: Tensor
    scales: Tensor

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model
        table = model.words.weight.detach()
        scales = table.abs().amax(1, keepdim=True).clamp(min=1e-8) / EIGHT_BITS
        self.register_buffer("words", (table / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Return tag scores and projections for one passage."""
        words = self.words[ids].float() * self.scales[ids]
        hidden = self.model.read(words, marks, None)
        return self.model.tag(hidden), self.model.project(hidden)


def export_onnx(model: Tagger, path: Path) -> None:
    """Write the model in full precision, but for its table of words; cuts its places."""
    ids = torch.full((1, 16), CLS, dtype=torch.long)
    marks = torch.arange(16)[None] % MARKS
    model.eval()
    model.places.weight.data = model.places.weight.data[:LONGEST_SERVED].clone()
    torch.onnx.export(
        Exported(model),
        (ids, marks),
        str(path),
        input_names=["ids", "marks"],
        output_names=["tags", "projected"],
        dynamic_axes={name: {1: "pieces"} for name in ("ids", "marks", "tags", "projected")},
        opset_version=OPSET,
        dynamo=False,
    )


def quantise(full: Path, small: Path) -> None:
    """Write the model in eight bits."""
    ready = full.with_suffix(".ready.onnx")
    quant_pre_process(str(full), str(ready), skip_symbolic_shape=True)
    quantize_dynamic(
        str(ready),
        str(small),
        op_types_to_quantize=["MatMul"],
        nodes_to_exclude=[TAG_NODE],
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
    )
    ready.unlink()
    onnx.checker.check_model(str(small))
