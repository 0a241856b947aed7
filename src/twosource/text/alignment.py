"""Collation: which words of one text stand in another, in runs joined to passages.

Seeds are shared shingles; a seed is grown word by word to a run, and runs that follow one another
in both texts with small gaps are one passage. Passages may stand in another order in the other
text, as in a rewrite that moves a paragraph (the way of passim: Smith, Cordell and Mullen 2015).
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from twosource.text.shingles import SHINGLE_WORDS, Keys, shingles

LARGEST_GAP = 8
"""Words between two runs of one passage, on either side; a longer insertion parts them."""
_PLACES_TRIED = 16
"""A shingle that stands more often than this in a text is looked up at its first places only."""


class Run(NamedTuple):
    """Equal words: ``length`` of them from word ``left`` on one side and ``right`` on the other."""

    left: int
    right: int
    length: int


Chain = tuple[Run, ...]
"""A passage: runs that follow one another in both texts."""


def align(left: Keys, right: Keys) -> tuple[Chain, ...]:
    """Return the passages that two wordings share, ordered by their place on the left.

    Swapping the texts gives the same passages with their sides swapped.
    """
    if (len(left), left.tobytes()) <= (len(right), right.tobytes()):
        return _chain(_find_runs(left, right))
    turned = _chain(_find_runs(right, left))
    mirrored = (tuple(Run(r.right, r.left, r.length) for r in chain) for chain in turned)
    return tuple(sorted(mirrored))


def _find_runs(left: Keys, right: Keys) -> list[Run]:
    """Find maximal runs of equal words from shared shingles, walking along the left text."""
    left_shingles = shingles(left).tolist()
    right_shingles = shingles(right).tolist()
    shared = set(left_shingles).intersection(right_shingles)
    if not shared:
        return []
    places: dict[int, list[int]] = {}
    for place, shingle in enumerate(right_shingles):
        if shingle in shared:
            known = places.setdefault(shingle, [])
            if len(known) < _PLACES_TRIED:
                known.append(place)
    runs: list[Run] = []
    at = 0
    drift = 0
    for seed, shingle in enumerate(left_shingles):
        if seed < at or shingle not in shared:
            continue
        expected = seed + drift
        known = places[shingle]
        other = known[0] if len(known) == 1 else _nearest(known, expected)
        length = _count_equal(left, right, seed, other)
        if length < SHINGLE_WORDS:
            # Two different shingles with one digest: practically never, and no evidence then.
            continue
        runs.append(Run(seed, other, length))
        at = seed + length
        drift = other - seed
    return runs


def _nearest(places: list[int], expected: int) -> int:
    """Return the place nearest to where the text goes on, the earlier of two."""
    return min(places, key=lambda place: (abs(place - expected), place))


def _count_equal(left: Keys, right: Keys, first: int, other: int) -> int:
    """Count equal words from two places on."""
    longest = min(len(left) - first, len(right) - other)
    unequal = np.flatnonzero(left[first : first + longest] != right[other : other + longest])
    return int(unequal[0]) if len(unequal) else longest


def _chain(runs: list[Run]) -> tuple[Chain, ...]:
    """Join runs that follow one another on both sides within ``LARGEST_GAP`` words."""
    chains: list[list[Run]] = []
    for run in runs:
        if chains:
            last = chains[-1][-1]
            left_gap = run.left - last.left - last.length
            right_gap = run.right - last.right - last.length
            if 0 <= left_gap <= LARGEST_GAP and 0 <= right_gap <= LARGEST_GAP:
                chains[-1].append(run)
                continue
        chains.append([run])
    return tuple(tuple(chain) for chain in chains)
