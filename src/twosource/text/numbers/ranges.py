"""Two figures that are one number: ranges ("5 to 10", "$1-2 million") and shares ("3 in 4")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from twosource.text.numbers.figures import Figure
from twosource.text.numbers.language import Language

_LONGEST_GAP = 24
_NEAR, _WIDE = 30, 60
"""How many letters before a figure tell what two figures are together."""
_LEAST_SHARED_POWER = 1_000
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_WIDEST_CHOICE = 3.0
"""In "five or six" the second is no more than so many times the first."""
_SMALL_WHOLE = 20
"""Up to here any share is told as "N in M"; above, of round numbers alone."""
_ROUND = 10
_LETTERS = re.compile(r"[^\W\d_]+")
_DASHES = frozenset("-–—")


def join_figures(figures: Iterator[Figure], text: str, language: Language) -> Iterator[Figure]:
    """Yield figures in order, those that make one number together as one."""
    held: Figure | None = None
    for figure in figures:
        joined = None if held is None else _join(text, held, figure, language)
        if held is not None and joined is None:
            yield held
        held = figure if joined is None else joined
    if held is not None:
        yield held


def _join(text: str, one: Figure, other: Figure, language: Language) -> Figure | None:
    """Return the range or share that two neighbouring figures make; None where they make none."""
    gap = text[one.end : other.start]
    if len(gap) > _LONGEST_GAP or one.ranged or other.ranged or one.vague or other.vague:
        return None
    if gap == " " and not (one.spelled or other.spelled or one.share) and one.power == 1:
        # "2 1/2", "2 1/2 million"
        part = other.low / other.power
        if 0 < part < 1 and one.low.is_integer():
            whole = (one.low + part) * other.power
            return one._replace(end=other.end, low=whole, high=whole, power=other.power)
    if tuple(gap.replace("-", " ").split()) in language.share_marks:
        return _join_share(text, one, other, language)
    mark = _range_mark(text, one, other, language)
    if mark is None or one.share != other.share:
        return None
    if one.currency and other.currency and one.currency != other.currency:
        return None
    low = one.low
    if other.power >= _LEAST_SHARED_POWER and _FIRST_YEAR <= low <= _LAST_YEAR:
        # "from 3 million in 2001 to 2.9 million"
        return None
    if one.power == 1 and other.power >= _LEAST_SHARED_POWER and low < other.high / other.power:
        low *= other.power
    if mark == language.to and _is_score(text, one, low, other, language):
        return one._replace(end=other.end, high=other.high, ranged=True, dashed=True)
    if not _is_range(text, mark, one, language):
        return None
    if low >= other.high or (mark == language.choice and other.high > _WIDEST_CHOICE * low):
        return None
    return one._replace(
        end=other.end,
        low=low,
        high=other.high,
        power=max(one.power, other.power),
        currency=one.currency or other.currency,
        ranged=True,
        dashed=mark in _DASHES and not one.spelled,
    )


def _range_mark(text: str, one: Figure, other: Figure, language: Language) -> str | None:
    """Return the mark of a range when nothing but units stands beside it between two figures."""
    rest = text[one.end : other.lead].strip()
    for unit in (*language.between_units, "-"):
        if rest.startswith(unit) and len(rest) > len(unit):
            if other.currency:
                return None
            rest = rest.removeprefix(unit).strip()
            break
    return rest if rest in language.range_marks else None


def _words_before(text: str, at: int, reach: int) -> list[str]:
    return _LETTERS.findall(text, max(0, at - reach), at)


def _is_score(text: str, one: Figure, low: float, other: Figure, language: Language) -> bool:
    """Tell whether "3 to 1" is how a contest ended."""
    following = text[other.end : other.end + len(" percent")].lstrip()
    if (
        low < other.high
        or one.power > 1
        or one.currency
        or following.startswith(language.between_units)
    ):
        return False
    return not language.contesting.isdisjoint(_words_before(text, one.lead, _WIDE))


def _is_range(text: str, mark: str, one: Figure, language: Language) -> bool:
    """Tell whether a mark makes a range here: "between 5 and 10", not "rose from 5 to 10"."""
    near = _words_before(text, one.lead, _NEAR)
    if mark in language.joiners:
        return not language.between.isdisjoint(near[-2:])
    if mark == language.to and near and near[-1] in language.from_words:
        wide = _words_before(text, one.lead, _WIDE)
        return language.changing.isdisjoint(wide) or not language.ranging.isdisjoint(wide)
    return True


def _join_share(text: str, one: Figure, other: Figure, language: Language) -> Figure | None:
    """Return "three in four" as a share; "two in 2019" and "5 in 24 hours" are none."""
    if one.currency or other.currency or one.share or other.share:
        return None
    whole = one.low.is_integer() and other.low.is_integer() and 0 < one.low < other.low
    usual = other.low <= _SMALL_WHOLE or (other.low % _ROUND == 0 and one.low <= _SMALL_WHOLE)
    following = _LETTERS.match(text, other.end + 1)
    in_time = following is not None and following.group() in language.durations
    if not (whole and usual) or in_time or text[other.end : other.end + 1] == "%":
        return None
    value = one.low / other.low
    return one._replace(end=other.end, low=value, high=value, share=True, ranged=True)
