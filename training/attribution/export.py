"""Writes the trained tagger as one ONNX file in eight-bit whole numbers.

Weights are quantised by channel and in reduced range, so that processors with and without wide
dot products give the same sums. Activations take their scale from what is run: the program runs
one passage at a time, and so a passage's tags depend on that passage alone.
"""

from __future__ import annotations

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


class Exported(nn.Module):
    """The encoder with the parts of both heads that need every piece once."""

    def __init__(self, model: Tagger) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        """Return tag scores and projections for one passage."""
        hidden = self.model.encode(ids, marks, None)
        return self.model.tag(hidden), self.model.project(hidden)


def export_onnx(model: Tagger, path: Path) -> None:
    """Write the model in full precision."""
    ids = torch.full((1, 16), CLS, dtype=torch.long)
    marks = torch.arange(16)[None] % MARKS
    model.eval()
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
        weight_type=QuantType.QInt8,
        per_channel=True,
        reduce_range=True,
    )
    ready.unlink()
    onnx.checker.check_model(str(small))
