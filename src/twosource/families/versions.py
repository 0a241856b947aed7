"""Versions of one text without dates: which came first, as far as words alone can tell.

A text that is kept up grows in many places at once, names newer years and has its spelling mended.
A third version helps most: what it shares with one of two, and the other lacks, was lost or not yet
there, so the version between two others is the one that lacks least of what they share. The weights
were learned from one half of saved versions of encyclopaedia articles (``training/versions``); the
benchmark (``benchmarks/families/versions.py``) reports on the other half.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations, permutations
from math import copysign, exp, log, log1p
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from rapidfuzz.distance import Indel, Levenshtein

from twosource import weights
from twosource.families.rarity import find_unknown
from twosource.families.witness import Witness
from twosource.text.shingles import shingles

TABLE: Final = "versions.json"
_MEND: Final = 4
"""Words of the longest change that is looked at for mended spellings."""
_SHORT: Final = 3
"""Letters of words that are too short to be told from one another by their spelling."""
_SLIP: Final = 2
"""Letters by which a word differs from its mended form, at most."""
_YEARS: Final = range(1980, 2100)
"""Years of our time; earlier ones are history, which is added in any order."""
_YEAR_LENGTH: Final = 4

Order: TypeAlias = tuple[int, ...]


class Growth(NamedTuple):
    """What speaks for the second of two versions as the later one, each number signed.

    ``places``: the share of changes by which more places were added to than taken from;
    ``unknown``: the logarithm of the words that no text of the background has (names and details)
    and only the second version, over those that only the first has; ``mended``: how many such words
    gave way to known ones of like spelling, as a logarithm; ``years``: 1 or -1 where the newest
    year among the second's changed words is after, or before, that of the first's.
    """

    places: float
    unknown: float
    mended: float
    years: float


class Place(NamedTuple):
    """What speaks for one of three versions as the one between the others.

    ``grown``: the growth from each version to the next, added up; ``whole``: the logarithm of what
    the middle lacks although the two around it share it, below nought; ``shared``: the same of
    what the middle alone has, which would have come and gone.
    """

    grown: float
    whole: float
    shared: float


class _Weights(NamedTuple):
    growth: Growth
    """Log odds of two versions alone."""
    orders: Place
    """Log odds of orders of three."""


class _Change(NamedTuple):
    out: range
    into: range


@cache
def _load() -> _Weights:
    held: dict[str, Any] = weights.load_json(TABLE)
    return _Weights(Growth(**held["growth"]), Place(**held["orders"]))


def read_growth(one: Witness, other: Witness) -> Growth:
    """Return what speaks for ``one`` having been there before ``other``."""
    known: dict[int, int] = {}
    ours, theirs = (
        [known.setdefault(key, len(known)) for key in witness.wording.keys.tolist()]
        for witness in (one, other)
    )
    strange: list[bool] = find_unknown(np.array(list(known), dtype=np.uint64)).tolist()
    gone, new = Counter(ours) - Counter(theirs), Counter(theirs) - Counter(ours)
    changes = list(_read_changes(ours, theirs))
    added = sum(not change.out for change in changes) - sum(not change.into for change in changes)
    mended = sum(
        strange[ours[old]] - strange[theirs[young]]
        for change in changes
        if len(change.out) == len(change.into) <= _MEND
        for old, young in zip(*change, strict=True)
        if _is_spelled_alike(_read_word(one, old), _read_word(other, young))
    )
    oldest = _find_newest_year(one, (change.out for change in changes))
    newest = _find_newest_year(other, (change.into for change in changes))
    return Growth(
        places=added / (1 + len(changes)),
        unknown=log((1 + _count(new, strange)) / (1 + _count(gone, strange))),
        mended=copysign(log1p(abs(mended)), mended),
        years=float((newest > oldest) - (newest < oldest)) if oldest and newest else 0.0,
    )


def _read_changes(ours: Sequence[int], theirs: Sequence[int]) -> Iterator[_Change]:
    left = right = 0
    for block in Indel.opcodes(ours, theirs).as_matching_blocks():
        if block.a > left or block.b > right:
            yield _Change(range(left, block.a), range(right, block.b))
        left, right = block.a + block.size, block.b + block.size


def _count(words: Counter[int], strange: Sequence[bool]) -> int:
    return sum(count for word, count in words.items() if strange[word])


def _read_word(witness: Witness, at: int) -> str:
    wording = witness.wording
    return witness.article.text[wording.starts[at] : wording.ends[at]].casefold()


def _is_spelled_alike(one: str, other: str) -> bool:
    """Tell whether two words are so alike that one can be a slip of the other."""
    return (
        one.isalpha()
        and other.isalpha()
        and min(len(one), len(other)) > _SHORT
        and Levenshtein.distance(one, other, score_cutoff=_SLIP) <= _SLIP
    )


def _find_newest_year(witness: Witness, runs: Iterable[range]) -> int:
    """Return the newest year of our time among some words, 0 where there is none."""
    words = (_read_word(witness, at) for run in runs for at in run)
    years = (int(word) for word in words if len(word) == _YEAR_LENGTH and word.isdecimal())
    return max((year for year in years if year in _YEARS), default=0)


def weigh_growth(one: Witness, other: Witness) -> float:
    """Return the log odds that ``one`` was there before ``other``."""
    held = _load().growth
    return sum(w * found for w, found in zip(held, read_growth(one, other), strict=True))


def read_orders(
    texts: Sequence[Witness], weigh: Callable[[Witness, Witness], float] = weigh_growth
) -> dict[Order, Place]:
    """Return what speaks for each order of three versions."""
    growth: dict[Order, float] = {}
    for one, other in combinations(range(len(texts)), 2):
        growth[one, other] = weigh(texts[one], texts[other])
        growth[other, one] = -growth[one, other]
    runs = [set(shingles(text.wording.keys).tolist()) for text in texts]
    return {
        (before, between, after): Place(
            grown=growth[before, between] + growth[between, after],
            whole=-log1p(len((runs[before] & runs[after]) - runs[between])),
            shared=-log1p(len(runs[between] - runs[before] - runs[after])),
        )
        for before, between, after in permutations(range(len(texts)))
    }


def weigh_orders(texts: Sequence[Witness]) -> dict[Order, float]:
    """Return how likely each order of three versions is."""
    held = _load().orders
    sums = {
        order: sum(weight * found for weight, found in zip(held, place, strict=True))
        for order, place in read_orders(texts).items()
    }
    most = max(sums.values())
    chances = {order: exp(weight - most) for order, weight in sums.items()}
    total = sum(chances.values())
    return {order: chance / total for order, chance in chances.items()}
