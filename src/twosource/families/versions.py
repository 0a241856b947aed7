"""Versions of one text without dates: which came first, as far as words alone can tell.

A text that is kept up grows in many places at once; what has words of its own all over is the later
one. A third version helps most: what it shares with one of two, and the other lacks, was lost or
not yet there, so the version between two others is the one that lacks least of what they share.
The numbers were learned from one half of saved versions of encyclopaedia articles; the benchmark
(``benchmarks/families/versions.py``) reports on the other half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import permutations, product
from math import exp, log, log1p

import numpy as np
from rapidfuzz.distance import Indel

from twosource.families.rarity import find_unknown
from twosource.text.shingles import Wording

MORE_WORDS = 0.142
"""Weight of the logarithm of the words that only the later has, over those of the earlier alone."""
MORE_PLACES = 2.568
"""Weight of the share of changes by which more places were added to than taken from."""
UNKNOWN = 0.397
"""The same as ``MORE_WORDS`` for words that no text of the background has: names and details."""
MENDED = 5.854
"""Weight of the share of changes that put a known word for an unknown one: a mended spelling."""
MEND = 2
"""Words of the longest change that is looked at for a mended spelling."""
LACKED = 2.0
"""Weight of the logarithm of what a version lacks although the two around it share it."""
_RUN = 3
"""Words in a row that two versions share."""

Order = tuple[int, ...]


def weigh_growth(one: Wording, other: Wording) -> float:
    """Return the log odds that ``one`` was there before ``other``."""
    numbers: dict[int, int] = {}
    ours, theirs = (
        [numbers.setdefault(key, len(numbers)) for key in wording.keys.tolist()]
        for wording in (one, other)
    )
    strange = find_unknown(np.array(list(numbers), dtype=np.uint64)).tolist()
    gone, new = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    words = log((1 + new.total()) / (1 + gone.total()))
    unknown = log((1 + _count(new, strange)) / (1 + _count(gone, strange)))
    added = taken = mended = changes = left = right = 0
    for block in Indel.opcodes(ours, theirs).as_matching_blocks():
        out, into = ours[left : block.a], theirs[right : block.b]
        if out or into:
            changes += 1
            added += not out
            taken += not into
            if len(out) == len(into) <= MEND:
                mended += sum(strange[word] for word in out) - sum(strange[word] for word in into)
        left, right = block.a + block.size, block.b + block.size
    places = (added - taken) / (1 + changes)
    mends = mended / (1 + changes)
    return MORE_WORDS * words + MORE_PLACES * places + UNKNOWN * unknown + MENDED * mends


def _count(words: Counter[int], strange: Sequence[bool]) -> int:
    return sum(count for word, count in words.items() if strange[word])


def weigh_orders(texts: Sequence[Wording]) -> dict[Order, float]:
    """Return how likely each order of three versions is."""
    growth = {
        (one, other): weigh_growth(texts[one], texts[other])
        for one, other in product(range(len(texts)), repeat=2)
        if one != other
    }
    runs = [_read_runs(text) for text in texts]
    weights: dict[Order, float] = {}
    for order in permutations(range(len(texts))):
        before, between, after = order
        lacked = len((runs[before] & runs[after]) - runs[between])
        grown = growth[before, between] + growth[between, after]
        weights[order] = grown - LACKED * log1p(lacked)
    most = max(weights.values())
    chances = {order: exp(weight - most) for order, weight in weights.items()}
    total = sum(chances.values())
    return {order: chance / total for order, chance in chances.items()}


def _read_runs(text: Wording) -> set[tuple[int, ...]]:
    keys = text.keys.tolist()
    return set(zip(*(keys[place:] for place in range(_RUN)), strict=False))
