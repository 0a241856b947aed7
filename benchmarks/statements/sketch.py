"""The way of the earlier sketch, as a yardstick for speed: six layers in eight bits on everything.

The whole text goes through an encoder of MiniLM's shape (six layers, 384 wide, twelve heads of
attention) in windows of 192 pieces, eight at a time, on one thread, with no gate, and the likeliest
tag of each piece is taken. What the network says is of no account, only what it costs, so its
numbers are chance: a trained one costs the same (card.md has both). Tying the tags into relations
is left out, in the sketch's favour. Needs ``onnx``.
"""

from __future__ import annotations

import logging
import re
from bisect import bisect_right
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

LAYERS, WIDTH, HEADS, INNER, PLACES = 6, 384, 12, 1536, 512
OUTPUTS = {"tags": 7, "names": 9, "cue_links": 128, "links": 128}
"""What it gives for each piece, and how wide."""
WINDOW = 192
WINDOWS_AT_ONCE = 8
_BEGINS, _ENDS = 101, 102
_OPSET = 17
_EDGE = re.compile(r"(?<=[.!?])[\"”’')\]]{0,3}\s{1,8}(?=[\"“‘(\[]?[A-Z0-9])|\n+")
_SHORTEST_WINDOW = 16

Floats = NDArray[np.float32]
Numbers = NDArray[np.int64]


class Builder:
    """Lays the nodes of a network one behind the other."""

    def __init__(self) -> None:
        self.onnx: Any = import_module("onnx")
        self.nodes: list[Any] = []
        self.weights: list[Any] = []
        self.chance = np.random.default_rng(0)

    def weight(self, *shape: int) -> str:
        """Return the name of a weight of chance numbers."""
        return self.constant(self.chance.normal(0, 0.05, shape).astype(np.float32))

    def constant(self, value: Any) -> str:  # noqa: ANN401 - whatever numpy takes
        """Return the name of a fixed value."""
        name = f"w{len(self.weights)}"
        self.weights.append(self.onnx.numpy_helper.from_array(np.asarray(value), name))
        return name

    def add(self, kind: str, *inputs: str, name: str = "", **settings: Any) -> str:  # noqa: ANN401
        """Return the name of what a node gives."""
        given = name or f"n{len(self.nodes)}"
        self.nodes.append(self.onnx.helper.make_node(kind, list(inputs), [given], **settings))
        return given

    def scale(self, value: str, factor: float) -> str:
        """Return a value times a number."""
        return self.add("Mul", value, self.constant(np.float32(factor)))

    def line(self, value: str, before: int, after: int, name: str = "") -> str:
        """Return a linear layer of a value."""
        product = self.add("MatMul", value, self.weight(before, after))
        return self.add("Add", self.weight(after), product, name=name)

    def level(self, value: str) -> str:
        """Return a value levelled (layer norm)."""
        ones = self.constant(np.ones(WIDTH, np.float32))
        return self.add("LayerNormalization", value, ones, self.weight(WIDTH), axis=-1)

    def split_heads(self, value: str) -> str:
        """Return a value parted into heads of attention."""
        shape = self.constant(np.array([0, 0, HEADS, WIDTH // HEADS], np.int64))
        return self.add("Transpose", self.add("Reshape", value, shape), perm=[0, 2, 1, 3])

    def layer(self, hidden: str, hide: str) -> str:
        """Return one layer of the encoder."""
        asked, keyed, held = (self.split_heads(self.line(hidden, WIDTH, WIDTH)) for _ in range(3))
        turned = self.add("Transpose", keyed, perm=[0, 1, 3, 2])
        near = self.scale(self.add("MatMul", asked, turned), (WIDTH // HEADS) ** -0.5)
        shares = self.add("Softmax", self.add("Add", near, hide), axis=-1)
        mixed = self.add("Transpose", self.add("MatMul", shares, held), perm=[0, 2, 1, 3])
        shape = self.constant(np.array([0, 0, WIDTH], np.int64))
        attended = self.line(self.add("Reshape", mixed, shape), WIDTH, WIDTH)
        hidden = self.level(self.add("Add", attended, hidden))
        wide = self.line(hidden, WIDTH, INNER)
        bent = self.add("Erf", self.add("Div", wide, self.constant(np.float32(2**0.5))))
        gelu = self.scale(
            self.add("Mul", wide, self.add("Add", bent, self.constant(np.float32(1)))), 0.5
        )
        return self.level(self.add("Add", self.line(gelu, INNER, WIDTH), hidden))


def build(path: Path, vocabulary: int) -> None:
    """Write an encoder of the sketch's shape in eight bits, its numbers chance."""
    builder = Builder()
    helper, number = builder.onnx.helper, builder.onnx.TensorProto
    words = builder.add("Gather", builder.weight(vocabulary, WIDTH), "ids")
    length = builder.add("Gather", builder.add("Shape", "ids"), builder.constant(np.int64(1)))
    zero, one = builder.constant(np.int64(0)), builder.constant(np.int64(1))
    order = builder.add("Range", zero, length, one)
    places = builder.add("Gather", builder.weight(PLACES, WIDTH), order)
    hidden = builder.level(builder.add("Add", words, places))
    seen = builder.add("Cast", "mask", to=number.FLOAT)
    unseen = builder.add("Sub", builder.constant(np.float32(1)), seen)
    axes = builder.constant(np.array([1, 2], np.int64))
    hide = builder.add("Unsqueeze", builder.scale(unseen, -1e4), axes)
    for _ in range(LAYERS):
        hidden = builder.layer(hidden, hide)
    for name, size in OUTPUTS.items():
        builder.line(hidden, WIDTH, size, name=name)
    graph = helper.make_graph(
        builder.nodes,
        "sketch",
        [helper.make_tensor_value_info(n, number.INT64, ["b", "n"]) for n in ("ids", "mask")],
        [
            helper.make_tensor_value_info(name, number.FLOAT, ["b", "n", size])
            for name, size in OUTPUTS.items()
        ],
        builder.weights,
    )
    opset = [helper.make_opsetid("", _OPSET)]
    model = helper.make_model(graph, opset_imports=opset, ir_version=8)
    full = path.with_suffix(".full.onnx")
    builder.onnx.save(model, str(full))
    logging.disable(
        logging.WARNING
    )  # the runtime advises to simplify first; so small a graph is simple
    quantization = import_module("onnxruntime.quantization")
    quantization.quantize_dynamic(
        str(full), str(path), weight_type=quantization.QuantType.QInt8, per_channel=True
    )
    full.unlink()


class Sketch:
    """A network with its tokenizer, reading a text as the sketch did."""

    def __init__(self, model: Path, tokenizer: Tokenizer) -> None:
        runtime = import_module("onnxruntime")
        options = runtime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        self._session = runtime.InferenceSession(
            str(model), options, providers=["CPUExecutionProvider"]
        )
        self._tokenizer = tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def read(self, texts: list[str]) -> list[list[int]]:
        """Return the likeliest tag of every piece of all texts."""
        encoded = [self._tokenizer.encode(text, add_special_tokens=False) for text in texts]
        windows = sorted(
            (
                (at, a, b)
                for at, (text, one) in enumerate(zip(texts, encoded, strict=True))
                for a, b in _cut(_number_sentences(text, one.offsets))
            ),
            key=lambda window: window[2] - window[1],
        )
        tags = [[0] * len(one.ids) for one in encoded]
        for first in range(0, len(windows), WINDOWS_AT_ONCE):
            some = windows[first : first + WINDOWS_AT_ONCE]
            scores = self._run([encoded[at].ids[a:b] for at, a, b in some])
            for (at, a, b), row in zip(some, scores, strict=True):
                tags[at][a:b] = row[1 : b - a + 1].argmax(1).tolist()
        return tags

    def _run(self, windows: list[list[int]]) -> Floats:
        longest = max(map(len, windows)) + 2
        ids, mask = (np.zeros((len(windows), longest), np.int64) for _ in range(2))
        for row, window in enumerate(windows):
            ids[row, : len(window) + 2] = [_BEGINS, *window, _ENDS]
            mask[row, : len(window) + 2] = 1
        scores: Floats = self._session.run(None, {"ids": ids, "mask": mask})[0]
        return scores


def _number_sentences(text: str, places: list[tuple[int, int]]) -> list[int]:
    starts = [0, *(edge.end() for edge in _EDGE.finditer(text))]
    return [bisect_right(starts, begin) for begin, _ in places]


def _cut(sentences: list[int]) -> Iterator[tuple[int, int]]:
    """Yield windows of whole sentences, as many as go in."""
    start = 0
    while start < len(sentences):
        end = min(len(sentences), start + WINDOW - 2)
        if end < len(sentences):
            cut = end
            while cut > start + _SHORTEST_WINDOW and sentences[cut] == sentences[cut - 1]:
                cut -= 1
            end = cut if cut > start + _SHORTEST_WINDOW else end
        yield start, end
        start = end
