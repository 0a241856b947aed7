"""Which tellings are worth comparing: those that share rare pairs of words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from twosource.stories.telling import Telling

LEAST_SHARED = 0.02
"""Cosine of word pairs below which two texts are not compared: with less, the rest would have to be
nearly equal for a link, and such texts share word pairs."""
COMMONEST = 400
"""A pair of words that stands in more families than this is passed over when looking for mates."""


def find_mates(tellings: Sequence[Telling]) -> list[tuple[int, int]]:
    """Return pairs of places in ``tellings`` worth comparing: smaller place first, ascending."""
    count = len(tellings)
    if not count:
        return []
    keys = np.concatenate([t.aspects.pairs.keys for t in tellings])
    weights = np.concatenate([t.aspects.pairs.weights for t in tellings])
    owners = np.repeat(np.arange(count), [len(t.aspects.pairs.keys) for t in tellings])
    order = np.lexsort((owners, keys))
    keys, weights, owners = keys[order], weights[order], owners[order]
    starts = np.flatnonzero(np.r_[True, keys[1:] != keys[:-1]]) if len(keys) else keys[:0]
    ends = np.r_[starts[1:], len(keys)]
    useful = (ends - starts > 1) & (ends - starts <= COMMONEST)
    here: list[list[tuple[int, int, float]]] = [[] for _ in range(count)]
    for start, end in zip(starts[useful].tolist(), ends[useful].tolist(), strict=True):
        for place in range(start, end):
            here[int(owners[place])].append((start, place, float(weights[place])))
    found: list[tuple[int, int]] = []
    for number in range(count):
        if not here[number]:
            continue
        earlier = np.concatenate([owners[start:place] for start, place, _ in here[number]])
        shared = np.concatenate(
            [weights[start:place] * weight for start, place, weight in here[number]]
        )
        mates, groups = np.unique(earlier, return_inverse=True)
        sums = np.bincount(groups, weights=shared, minlength=len(mates))
        found.extend((int(mate), number) for mate in mates[sums >= LEAST_SHARED])
    return sorted(found)
