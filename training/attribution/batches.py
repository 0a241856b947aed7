"""Lays rows side by side as tensors, and works out for each cue how far every piece is from it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from training.attribution.model import FAR, SENTENCES_APART
from training.attribution.prepare import CLS, ROLE_OF, SEP, Link, Numbers, Row, mend_tags

SAME = SENTENCES_APART // 2


@dataclass(frozen=True, kw_only=True)
class Batch:
    """Rows with the two special pieces around each, padded to one length."""

    ids: Tensor
    marks: Tensor
    mask: Tensor
    tags: Tensor
    weights: Tensor
    sentences: list[Numbers]
    links: list[list[Link]]

    @property
    def real(self) -> int:
        """How many pieces are no padding."""
        return int(self.mask.sum())


def lay_rows(rows: list[Row]) -> Batch:
    """Return rows as one batch."""
    length = max(len(r.ids) for r in rows) + 2
    ids = np.zeros((len(rows), length), np.int64)
    marks = np.zeros_like(ids)
    tags = np.zeros_like(ids)
    mask = np.zeros(ids.shape, np.bool_)
    for i, row in enumerate(rows):
        end = len(row.ids) + 1
        ids[i, 0], ids[i, end] = CLS, SEP
        ids[i, 1:end], marks[i, 1:end], tags[i, 1:end] = row.ids, row.marks, row.tags()
        mask[i, : end + 1] = True
    return Batch(
        ids=torch.from_numpy(ids),
        marks=torch.from_numpy(marks),
        mask=torch.from_numpy(mask),
        tags=torch.from_numpy(tags),
        weights=torch.tensor([r.weight for r in rows]),
        sentences=[r.sentences for r in rows],
        links=[r.links for r in rows],
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
    """Cues of a batch: the row of each, which pieces it has, distances, and the roles to learn."""

    rows: Tensor
    on: Tensor
    offsets: Tensor
    apart: Tensor
    roles: Tensor


def lay_cues(batch: Batch, extra: list[tuple[int, int, int]]) -> Cues | None:
    """Return the batch's cues, with ``extra`` (row, first, last) that have no source and content.

    Spans of ``extra`` count the special piece at the start; those of links do not.
    """
    length = batch.ids.shape[1]
    asked: list[tuple[int, int, int, dict[str, list[tuple[int, int]]]]] = [
        (i, link.cue[0] + 1, link.cue[1] + 1, link.roles)
        for i, links in enumerate(batch.links)
        for link in links
    ]
    asked += [(i, first, last, {}) for i, first, last in extra]
    if not asked:
        return None
    on = np.zeros((len(asked), length), np.float32)
    offsets = np.zeros((len(asked), length), np.int64)
    apart = np.zeros_like(offsets)
    roles = np.zeros_like(offsets)
    for k, (i, first, last, spans) in enumerate(asked):
        on[k, first:last] = 1
        offsets[k] = measure_distance(length, first, last)
        apart[k] = measure_sentences(batch.sentences[i], length, first)
        for role, held in spans.items():
            for a, b in held:
                roles[k, a + 1 : b + 1] = ROLE_OF[role] + 1
                roles[k, a + 1] = ROLE_OF[role]
        roles[k, first:last] = 0
        roles[k] = mend_tags(roles[k])
    return Cues(
        rows=torch.tensor([a[0] for a in asked]),
        on=torch.from_numpy(on),
        offsets=torch.from_numpy(offsets),
        apart=torch.from_numpy(apart),
        roles=torch.from_numpy(roles),
    )
