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
_FAR_APART = 1.5
"""How many times the bound "more than 20" a figure may be before it is a claim of its own."""


def numbers_clash(one: Iterable[Number], other: Iterable[Number]) -> bool:
    """Tell whether numbers of two alike assertions cannot both be right, and none of them agree."""
    found = [(compare(a, b), _are_far_apart(a, b)) for a, b in product(one, other)]
    agreed = any(c.relation in {"equal", "compatible"} and not far for c, far in found)
    return not agreed and any(_keeps_apart(c) or c.cause == "within bounds" for c, _ in found)


def _keeps_apart(found: Comparison) -> bool:
    return found.relation == "different" or found.cause in _DOUBTS


def _are_far_apart(one: Number, other: Number) -> bool:
    """Tell whether a figure lies so far beyond a bound that the bound says little of it."""
    low, high = sorted((one, other), key=lambda n: n.low * n.factor)
    return low.high * low.factor * _FAR_APART < high.low * high.factor


def are_told_unlike(one: Number, other: Number) -> bool:
    """Tell whether two accounts give one thing another number or bound, "about" aside."""
    found = compare(one, other)
    if found.relation == "compatible":
        bounds = {q if q != "about" else "" for q in (one.qualifier, other.qualifier)}
        return found.cause != "same value" or len(bounds) > 1
    return _keeps_apart(found)
