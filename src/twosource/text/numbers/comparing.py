"""Whether two numbers agree: equal, compatible, different, or not comparable.

"Different" is said only where the two clearly count one thing in one scope; in doubt they are not
comparable, for a difference shown where there is none accuses one of two right accounts.
"""

from __future__ import annotations

from math import inf
from typing import Literal, NamedTuple

from twosource.text.concepts import are_opposed
from twosource.text.numbers.english import ENGLISH
from twosource.text.numbers.finding import Number

Relation = Literal["equal", "compatible", "different", "not comparable"]
Cause = Literal[
    "same value", "within bounds", "rounding", "other value",
    "other unit", "other currency", "other rate", "other thing", "other fate", "part of more",
    "level and change", "other time", "other place", "other scope", "too little said",
]  # fmt: skip
Range = tuple[float, float]

_ALIKE = 1e-6
_ABOUT = _NEARLY = 0.1
"""How far a figure said to be about (or nearly) right may be from the other, as a share of it."""
_CONVERTED = 0.11
"""Converted figures are rounded, and tons are taken for tonnes: 64 kilometres are 40 miles."""
_ROUNDING = 0.05
"""A figure that ends in zeros may stand for others so near to it."""
_EXACT_BELOW = 1_000
"""Counts of less are told exactly, unless they are full hundreds."""
_HUNDRED = 100
_SHARE_STEP = 2.0
"""How exact shares told in words are, in percent: "half" may be 51."""
_FARTHEST = 25.0
"""Figures so many times apart are of two things rather than two accounts of one."""
_LONG = 6
_LEAST_SHARED = 2

# Which share of the shorter sentence's telling words the other must have before two unlike values
# are called different; chosen on the build half of benchmarks/numbers and on pairs of our own.
_ENOUGH_FOR_FATE = 0.2
_ENOUGH_FOR_NOUN = 0.4
_ENOUGH_FOR_LEAD = 0.5
_ENOUGH_FOR_SUM = 0.5
_ENOUGH_FOR_SHARE = 0.5
_ENOUGH_FOR_OTHER_NOUN = 0.5
"""The same, before one value of two nouns is taken for one: "five people", "five children"."""


class Comparison(NamedTuple):
    """How two numbers relate, and what makes it so."""

    relation: Relation
    cause: Cause


def compare(one: Number, other: Number) -> Comparison:
    """Tell how two numbers relate; their order changes nothing.

    >>> from twosource.text.numbers import find_numbers
    >>> (a,), (b,) = find_numbers("more than 20 boats sank"), find_numbers("24 boats sank")
    >>> compare(a, b)
    Comparison(relation='compatible', cause='within bounds')
    """
    ours, theirs = _in_base_units(one), _in_base_units(other)
    same = all(_is_close(a, b) for a, b in zip(ours, theirs, strict=True))
    apart = _count_two_things(one, other, same=same)
    if apart is None and not same:
        apart = _have_two_times(one, other)
    if apart is not None:
        return Comparison("not comparable", apart)
    if same and one.qualifier == other.qualifier:
        return Comparison("equal", "same value")
    if _meet(_extent(one, ours), _extent(other, theirs)):
        return Comparison("compatible", "same value" if same else "within bounds")
    if _is_rounded(one, ours, other, theirs):
        return Comparison("compatible", "rounding")
    doubt = _have_two_scopes(one, other) or _doubt(one, ours, other, theirs)
    if doubt is not None:
        return Comparison("not comparable", doubt)
    return Comparison("different", "other value")


def _in_base_units(number: Number) -> Range:
    """Return a number's value in metres, days, percent: what its unit is counted in."""
    factor = number.factor * (_HUNDRED if number.unit == "share" else 1)
    return number.low * factor, number.high * factor


def _is_close(one: float, other: float) -> bool:
    return abs(one - other) <= _ALIKE * max(abs(one), abs(other))


def _count_two_things(one: Number, other: Number, *, same: bool) -> Cause | None:
    """Return what makes two numbers count two things, whatever else is told."""
    if one.unit != other.unit and not {one.unit, other.unit} <= {"percent", "share"}:
        return "other unit"
    if one.currency != other.currency:
        return "other currency"
    points = "percent" in {one.unit, other.unit} and ENGLISH.point in {one.counts, other.counts}
    if (points or one.unit in {"measure", "duration"}) and one.counts != other.counts:
        return "other unit"
    a, b = one.bearings, other.bearings
    if a.per and b.per and a.per != b.per:
        return "other rate"
    if a.befell and b.befell and a.befell != b.befell:
        return "other fate"
    steps = {a.step, b.step}
    if steps == {"to", "by"} or (not same and len(steps) > 1 and "" not in steps):
        return "level and change"
    if {a.direction, b.direction} == {"up", "down"}:
        return "level and change"
    if not same and a.part != b.part:
        return "part of more"
    # One rescue's "five people" may be its "five children".
    alike = same and _common(one, other) >= _ENOUGH_FOR_OTHER_NOUN
    named = one.unit == "count" and one.counts and other.counts
    if named and one.counts != other.counts and not alike:
        return "other thing"
    return None


def _have_two_times(one: Number, other: Number) -> Cause | None:
    """Return what gives two unlike values two times or rates, or another partner."""
    a, b = one.bearings, other.bearings
    if _has_nearer(one, other) or _has_nearer(other, one):
        return "other thing"
    if a.per != b.per:
        return "other rate"
    return "other time" if _clash(a.scene.when, b.scene.when) else None


def _has_nearer(one: Number, other: Number) -> bool:
    """Tell whether the other's sentence holds a number of the same kind nearer to this one."""
    low, high = one.low * one.factor, one.high * one.factor
    apart = _times_apart(low, high, other.low * other.factor, other.high * other.factor)
    return any(
        unit == one.unit
        and counts == one.currency + one.counts
        and _times_apart(low, high, *value) < apart
        for unit, counts, *value in other.bearings.beside
    )


def _times_apart(low: float, high: float, other_low: float, other_high: float) -> float:
    """Return how many times the one is the other, one or more, by the middle of each."""
    small, large = sorted((low + high, other_low + other_high))
    return large / small if small > 0 else inf


def _clash(one: frozenset[tuple[str, str]], other: frozenset[tuple[str, str]]) -> bool:
    """Tell whether something of one sort is told on both sides, and never the same."""
    for sort in {sort for sort, _ in one} & {sort for sort, _ in other}:
        ours = {word for known, word in one if known == sort}
        if ours.isdisjoint(word for known, word in other if known == sort):
            return True
    return False


def _extent(number: Number, value: Range) -> Range:
    """Return between which values a number can be right under its qualifier."""
    low, high = value
    match number.qualifier:
        case "more than" | "at least":
            return low, inf
        case "less than" | "up to":
            return 0.0, high
        case "about":
            return low * (1 - _ABOUT), high * (1 + _ABOUT)
        case "nearly":
            return low * (1 - _NEARLY), high
        case _:
            return low, high


def _meet(one: Range, other: Range) -> bool:
    return one[0] <= other[1] * (1 + _ALIKE) and other[0] <= one[1] * (1 + _ALIKE)


def _is_rounded(one: Number, ours: Range, other: Number, theirs: Range) -> bool:
    """Tell whether the coarser of two figures without bounds is the finer one, rounded."""
    if not {one.qualifier, other.qualifier} <= {"", "about", "nearly"}:
        return False
    if one.factor != other.factor:
        return _meet(_loosened(ours), theirs) or _meet(ours, _loosened(theirs))
    a, b = _step(one, ours), _step(other, theirs)
    step, gap = max(a, b), max(ours[0] - theirs[1], theirs[0] - ours[1])
    if a == b or gap > step / 2:
        return False
    return step <= one.factor or gap <= _ROUNDING * max(ours[1], theirs[1])


def _loosened(value: Range) -> Range:
    return value[0] * (1 - _CONVERTED), value[1] * (1 + _CONVERTED)


def _step(number: Number, value: Range) -> float:
    """Return the step that a figure is told to, by its last digit; zero where it is exact."""
    if value[0] != value[1] or number.unit == "age":
        return 0.0
    if number.unit == "share":
        return _SHARE_STEP
    size = number.low
    if number.unit == "count" and size < _EXACT_BELOW and size.is_integer():
        return float(_HUNDRED) if size and size % _HUNDRED == 0 else 0.0
    written = f"{size:.6f}".rstrip("0").rstrip(".")
    whole, _, decimals = written.partition(".")
    if decimals:
        return number.factor / 10.0 ** len(decimals)
    zeros = len(whole) - len(whole.rstrip("0"))
    return number.factor * (10.0**zeros if number.unit != "percent" else 1.0)


def _have_two_scopes(one: Number, other: Number) -> Cause | None:
    """Return what gives two unlike values two scopes: another place, part, person or measure."""
    a, b = one.bearings, other.bearings
    one_fate = bool(a.befell) and a.befell == b.befell
    if a.scene.measured != b.scene.measured:
        return "other scope"
    if _names_in(a.kind) != _names_in(b.kind) or (a.kind != b.kind and not one_fate):
        return "other scope"
    if a.kind and b.kind and a.kind.isdisjoint(b.kind):
        return "other scope"
    if _clash(a.limits, b.limits) or {"who"} & {sort for sort, _ in a.limits ^ b.limits}:
        return "other scope"
    if are_opposed(a.scene.told, b.scene.told):
        return "other scope"
    if a.scene.whose and b.scene.whose and a.scene.whose.isdisjoint(b.scene.whose):
        return "other thing"
    if a.scene.where and b.scene.where and a.scene.where.isdisjoint(b.scene.where):
        return "other place"
    if not one_fate and _have_two_bearers(one, other):
        return "other scope"
    foreign = bool(a.scene.names - b.scene.told) and bool(b.scene.names - a.scene.told)
    if foreign and not a.scene.names & b.scene.names:
        return "other scope"
    return None


def _names_in(kind: frozenset[str]) -> set[str]:
    return {word for word in kind if word.startswith("@")}


def _have_two_bearers(one: Number, other: Number) -> bool:
    """Tell whether two names stand nearest; a mere source is none, but in polls the two mix."""
    a, b = one.bearings, other.bearings
    if not a.bearer or not b.bearer or a.bearer == b.bearer:
        return False
    named = a.bearer in a.scene.names and b.bearer in b.scene.names
    return named or one.unit in {"percent", "share"}


def _doubt(one: Number, ours: Range, other: Number, theirs: Range) -> Cause | None:
    """Return what leaves it open whether two unlike values are of one thing."""
    a, b = one.bearings, other.bearings
    if max(ours[1], theirs[1]) > _FARTHEST * min(ours[0], theirs[0]):
        return "other scope"
    if one.factor != other.factor or {a.lead, b.lead} & ENGLISH.ranking:
        return "too little said"
    came = {"to", "from"}
    if one.unit in {"percent", "share", "money"} and (a.step in came) != (b.step in came):
        return "level and change"
    common, least = _common(one, other), min(len(a.scene.told), len(b.scene.told))
    if one.unit in {"percent", "share"}:
        if one.counts != other.counts or a.does != b.does:
            return "other thing"
        enough = common >= _ENOUGH_FOR_SHARE and (least >= _LONG or common == 1)
    elif one.unit == "count" and not (one.counts and other.counts):
        # "Blast kills 10" and "blast kills 12" are two blasts as often as one.
        led = bool(a.lead) and a.lead == b.lead and not a.befell and one.counts == other.counts
        enough = led and common >= _ENOUGH_FOR_LEAD
    elif a.befell and a.befell == b.befell:
        enough = common >= _ENOUGH_FOR_FATE
    else:
        enough = common >= (_ENOUGH_FOR_NOUN if one.unit == "count" else _ENOUGH_FOR_SUM)
    if not enough or common * least < _LEAST_SHARED - _ALIKE:
        return "too little said"
    return None


def _common(one: Number, other: Number) -> float:
    """Return the share of the shorter sentence's telling words that the other has too."""
    ours, theirs = one.bearings.scene.told, other.bearings.scene.told
    shorter = min(len(ours), len(theirs))
    return len(ours & theirs) / shorter if shorter else 0.0
