"""Which articles may tell one text in other words: those with rare words side by side in common.

A rewritten text may share no run of five words with what it was made from; still, names, figures
and telling words stand near the ones that they stood near before.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from twosource.families.candidates import NEIGHBOURS, Shared, name_pairs
from twosource.families.retelling import Anchors
from twosource.families.witness import Witness
from twosource.text.shingles import Keys

FEWEST_SHARED = 6
"""Pairs of rare words in common from which two texts are looked at: on the simulated press (build)
98 of 100 half-changed rewrites share so many, and one in seven pairs of others about one event."""
MOST_MATES = 3
"""A text is looked at with so many of its closest: the rewrites of one text hang together."""
_REACH = 2
"""How many anchors further a pair's second word stands at most."""
_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)

Pair = tuple[str, str]


def find_retold(
    witnesses: Sequence[Witness], anchors: Sequence[Anchors], known: Collection[Pair]
) -> tuple[Pair, ...]:
    """Return the pairs that are worth a closer look, ordered; ``known`` ones are left out.

    ``anchors`` are the witnesses', one each, in their order.
    """
    # By day, so that where very many texts share a pair of words, near ones are paired.
    given = sorted(
        zip(witnesses, anchors, strict=True), key=lambda g: (g[0].day or "", g[0].article.id)
    )
    ordered = [witness for witness, _ in given]
    sketches = [_sketch(held) for _, held in given]
    digests = np.concatenate([np.zeros(0, dtype=np.uint64), *sketches])
    holders = np.repeat(np.arange(len(ordered), dtype=np.uint64), [len(s) for s in sketches])
    order = np.lexsort((holders, digests))
    digests, holders = digests[order], holders[order]
    bits = max(1, len(ordered).bit_length())
    met = [np.zeros(0, dtype=np.uint64)]
    for step in range(1, NEIGHBOURS + 1):
        lower = np.flatnonzero(digests[step:] == digests[:-step])
        met.append((holders[lower] << np.uint64(bits)) | holders[lower + step])
    codes, counts = np.unique(np.concatenate(met), return_counts=True)
    enough = counts >= FEWEST_SHARED
    closest = Shared(codes[enough], counts[enough], bits).keep_closest(0, MOST_MATES)
    names = [witness.article.id for witness in ordered]
    return tuple(p for p in name_pairs(closest, names, bits) if p not in known)


def _sketch(anchors: Anchors) -> Keys:
    """Return digests of the pairs of anchors that stand near each other, in either order."""
    keys = anchors.keys[np.argsort(anchors.places, kind="stable")]
    pairs = [
        (np.minimum(keys[:-step], keys[step:]), np.maximum(keys[:-step], keys[step:]))
        for step in range(1, _REACH + 1)
        if len(keys) > step
    ]
    mixed = [((low * _MULTIPLIER) ^ (low >> _SHIFT) ^ high) * _MULTIPLIER for low, high in pairs]
    found: Keys = np.unique(np.concatenate([np.zeros(0, dtype=np.uint64), *mixed]))
    return found
