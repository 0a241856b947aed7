"""Linear chains of tags: the likeliest row, and the chance of every tag, for many rows at once.

Rows of different lengths lie side by side; a row's answer depends on that row alone, whatever
stands beside it, since every step works element by element. Each row ends with a piece that bears
no tag. Methods: Viterbi (1967); forward and backward sums (Rabiner 1989), scaled at each step.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Numbers = NDArray[np.int64]
NEVER = np.float32(-1e4)


def lay_rows(rows: list[Floats]) -> tuple[Floats, Numbers]:
    """Return rows (each pieces × tags) as one array (pieces × tags × rows), and their lengths.

    The first and the last piece of each row are special pieces: they bear no tag.
    """
    lengths = np.array([len(row) for row in rows], np.int64)
    laid = np.zeros((int(lengths.max()), rows[0].shape[1], len(rows)), np.float32)
    for number, row in enumerate(rows):
        laid[: len(row), :, number] = row
    laid[0, 1:] += NEVER
    laid[lengths - 1, 1:, np.arange(len(rows))] += NEVER
    return laid, lengths


def find_best(laid: Floats, lengths: Numbers, moves: Floats) -> NDArray[np.int8]:
    """Return the likeliest tag of every piece (pieces × rows), 0 behind a row's end."""
    size, tags, rows = laid.shape
    back = np.zeros((size, tags, rows), np.int8)
    steps = moves[:, :, None]
    best = laid[0].copy()
    best[2::2] += NEVER
    for at in range(1, size):
        ways = best[:, None] + steps
        back[at] = ways.argmax(0)
        best = ways.max(0) + laid[at]
    found = np.zeros((size, rows), np.int8)
    number = np.arange(rows)
    tag = np.zeros(rows, np.int8)
    for at in range(size - 1, 0, -1):
        found[at] = tag
        tag = np.where(at < lengths, back[at, tag, number], np.int8(0))
    found[0] = tag
    return found


def find_chances(laid: Floats, lengths: Numbers, moves: Floats) -> Doubles:
    """Return the chance of every tag at every piece (pieces × tags × rows)."""
    size, tags, rows = laid.shape
    likely = np.exp((laid - laid.max(1, keepdims=True)).astype(np.float64))
    steps = np.exp(moves.astype(np.float64))[:, :, None]
    ahead = np.empty((size, tags, rows))
    ahead[0] = likely[0]
    ahead[0, 2::2] = 0
    for at in range(1, size):
        step = (ahead[at - 1][:, None] * steps).sum(0) * likely[at]
        ahead[at] = step / step.sum(0)
    behind = np.ones((tags, rows))
    backwards = steps.transpose(1, 0, 2)
    for at in range(size - 2, -1, -1):
        step = ((likely[at + 1] * behind)[:, None] * backwards).sum(0)
        behind = np.where(at < lengths - 1, step / step.sum(0), 1.0)
        ahead[at] *= behind
    chances: Doubles = ahead / ahead.sum(1, keepdims=True)
    return chances
