"""Lays rows side by side as tensors, and works out for each cue how far every piece is from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.attribution.model import CUE_FIRST, CUE_FURTHER, FAR, SENTENCES_APART
from training.attribution.prepare import CLS, SEP, Line, Numbers

SAME = SENTENCES_APART // 2
LIKELY_CUE = 0.3  # a piece this likely to be a cue is shown to the second head as such


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Passages with the two special pieces around each, padded to one length."""

    ids: Tensor
    marks: Tensor
    mask: Tensor
    weights: Tensor
    sentences: list[Numbers]

    @property
    def length(self) -> int:
        """How many pieces the longest has."""
        return self.ids.shape[1]

    @property
    def real(self) -> int:
        """How many pieces are no padding."""
        return int(self.mask.sum())


def lay_lines(lines: Sequence[Line]) -> Batch:
    """Return passages as one batch."""
    length = max(len(r.ids) for r in lines) + 2
    ids = np.zeros((len(lines), length), np.int64)
    marks = np.zeros_like(ids)
    mask = np.zeros(ids.shape, np.bool_)
    for i, line in enumerate(lines):
        end = len(line.ids) + 1
        ids[i, 0], ids[i, end] = CLS, SEP
        ids[i, 1:end], marks[i, 1:end] = line.ids, line.marks
        mask[i, : end + 1] = True
    return Batch(
        ids=torch.from_numpy(ids),
        marks=torch.from_numpy(marks),
        mask=torch.from_numpy(mask),
        weights=torch.tensor([r.weight for r in lines]),
        sentences=[r.sentences for r in lines],
    )


def measure_distance(length: int, first: int, last: int) -> Numbers:
    """Return for each of ``length`` pieces its distance from a cue, as a row of the table.

    >>> measure_distance(6, 2, 4).tolist()
    [62, 63, 64, 64, 65, 66]
    """
    at = np.arange(length)
    away = np.where(at < first, at - first, np.where(at >= last, at - last + 1, 0))
    return np.clip(away, -FAR, FAR) + FAR


def measure_sentences(sentences: Numbers, length: int, first: int) -> Numbers:
    """Return for each piece how many sentences it stands from the cue, as a row of the table."""
    away = np.full(length, SAME)
    if len(sentences):
        away[1 : len(sentences) + 1] = np.clip(sentences - sentences[first - 1], -SAME, SAME) + SAME
    return away


@dataclass(frozen=True, kw_only=True)
class Cues:
    """Cues of a batch: the row of each, which pieces it has, and how far all pieces are from it."""

    rows: Tensor
    on: Tensor
    offsets: Tensor
    apart: Tensor


Run = tuple[int, int, int]  # row, first piece and the piece after the last, the special one counted


def lay_cues(batch: Batch, asked: list[Run]) -> Cues:
    """Return cues of a batch."""
    on = np.zeros((len(asked), batch.length), np.float32)
    offsets = np.zeros(on.shape, np.int64)
    apart = np.zeros_like(offsets)
    for k, (i, first, last) in enumerate(asked):
        on[k, first:last] = 1
        offsets[k] = measure_distance(batch.length, first, last)
        apart[k] = measure_sentences(batch.sentences[i], batch.length, first)
    return Cues(
        rows=torch.tensor([a[0] for a in asked]),
        on=torch.from_numpy(on),
        offsets=torch.from_numpy(offsets),
        apart=torch.from_numpy(apart),
    )


def find_false_cues(batch: Batch, chances: Tensor, asked: list[Run]) -> list[Run]:
    """Return runs of pieces that a tagger takes for cues and that are not asked about."""
    likely = (chances[:, :, CUE_FIRST : CUE_FURTHER + 1].sum(2) > LIKELY_CUE) & batch.mask
    for i, first, last in asked:
        likely[i, first:last] = False
    runs: list[Run] = []
    for i, at in likely.nonzero().tolist():
        if not 0 < at <= len(batch.sentences[i]):
            continue
        if runs and runs[-1][0] == i and runs[-1][2] == at:
            runs[-1] = (i, runs[-1][1], at + 1)
        else:
            runs.append((i, at, at + 1))
    return runs
