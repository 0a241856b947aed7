"""Where the numbers of two assertions keep them apart, and where two accounts tell them unlike."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from twosource.text.numbers import Comparison, Number, compare

_DOUBTS = frozenset(("too little said", "other scope", "other place", "other time"))
"""Causes that leave open whether two unlike values are of one thing.

Assertions are looked at here that tell alike already; then unlike values keep them apart even so,
for two claims count their lines each, which are never more.
"""


def numbers_clash(one: Iterable[Number], other: Iterable[Number]) -> bool:
    """Tell whether numbers of two alike assertions cannot both be right, and none of them agree."""
    found = [compare(a, b) for a, b in product(one, other)]
    agreed = any(c.relation in {"equal", "compatible"} for c in found)
    return not agreed and any(_keeps_apart(c) for c in found)


def _keeps_apart(found: Comparison) -> bool:
    return found.relation == "different" or found.cause in _DOUBTS


def are_told_unlike(one: Number, other: Number) -> bool:
    """Tell whether two accounts give one thing another number or bound, "about" aside."""
    found = compare(one, other)
    if found.relation == "compatible":
        bounds = {q if q != "about" else "" for q in (one.qualifier, other.qualifier)}
        return found.cause != "same value" or len(bounds) > 1
    return _keeps_apart(found)
