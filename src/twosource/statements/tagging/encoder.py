"""The trained network, run on one thread: word pieces in, scores out.

Each run of pieces goes through alone. Its eight-bit sums take their scale from what is run, so two
runs side by side would change each other's scores.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from twosource.statements.tagging.decoding import Scores
from twosource.statements.tagging.pieces import Pieces
from twosource.weights import load_bytes

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_BEGINS, _ENDS = 101, 102
"""The special pieces at either end of a run, by their vocabulary numbers."""
_ONLY_FAULTS = 3


class Encoder:
    """The network of one file, ready to run."""

    def __init__(self, model: bytes) -> None:
        # Only here is the runtime needed: reading by rules alone works without it.
        import onnxruntime  # noqa: PLC0415 (see above)

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.use_deterministic_compute = True
        options.log_severity_level = _ONLY_FAULTS
        self._session = onnxruntime.InferenceSession(
            model, options, providers=["CPUExecutionProvider"]
        )

    def score(self, pieces: Pieces) -> Scores:
        """Return the scores of one run of pieces."""
        ids = np.array([[_BEGINS, *pieces.ids, _ENDS]], np.int64)
        marks = np.array([[0, *pieces.marks, 0]], np.int64)
        tags, projected = self._session.run(["tags", "projected"], {"ids": ids, "marks": marks})
        return Scores(tags[0], projected[0], np.array(pieces.sentences, np.int64))


@cache
def load_encoder() -> Encoder:
    """Return the shipped network; raises WeightDamagedError when its file is not the right one."""
    return Encoder(load_bytes("attribution/tagger.onnx"))


@cache
def load_tokenizer() -> Tokenizer:
    """Return the shipped cutter of words into pieces; it neither pads nor cuts short."""
    from tokenizers import Tokenizer  # noqa: PLC0415 (as the runtime: not needed by the rules)

    tokenizer = Tokenizer.from_str(load_bytes("attribution/tokenizer.json").decode("utf-8"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer
