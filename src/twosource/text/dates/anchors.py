"""Bare months in the order of a text: "In December 2024 … Previously, in November"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from twosource.text.dates.interval import (
    MONTHS_OF_YEAR,
    NOT_KNOWN,
    Interval,
    day_or_none,
    either,
    month_days,
)
from twosource.text.dates.mention import DateMention
from twosource.text.dates.resolving import base_day, resolve_date

_NEAREST_MONTHS = 5
"""How many months a bare month may lie from the one that anchors it."""
_REACH = 1_500
"""Letters over which a month of a stated year still anchors bare months."""
_OLD_REACH = 300
"""The same, where the article's own date competes with the anchor."""


class _Anchor(NamedTuple):
    year: int
    month: int
    end: int


def resolve_in_order(mentions: Sequence[DateMention], base: str | None) -> tuple[Interval, ...]:
    """Return what each mention of one text means, bare months counted from the last stated one.

    "In December 2024 … Previously, in November … In October" tells 2024-11 and 2024-10 without a
    base. Where the article's own date is known, it counts, except for a bare month close behind a
    month that lies more than a year before it; a bare day there can be either.

    >>> from twosource.text.dates import find_dates
    >>> spoken = "In December 2024 they fell. Earlier, in November, they stood."
    >>> [told.value for told in resolve_in_order(find_dates(spoken), None)]
    ['2024-12', None, '2024-11']
    """
    day = base_day(base)
    anchor: _Anchor | None = None
    year: int | None = None
    told: list[Interval] = []
    for mention in mentions:
        means = resolve_date(mention, base)
        if mention.kind == "unclear" and mention.month is not None and year is not None:
            means = Interval(*month_days(year, mention.month), "relative")  # "May of that year"
        if mention.kind == "absolute":
            year = mention.year
            if mention.month is not None and mention.year is not None and means.first is not None:
                anchor = _Anchor(mention.year, mention.month, mention.end)
        elif anchor is not None and _hangs(mention):
            old = day is not None and anchor.year < day.year - 1
            if mention.start - anchor.end <= (_REACH if day is None else _OLD_REACH * old):
                hung = _hang(mention, anchor)
                if day is not None and mention.day is not None:
                    readings = [(i.first, i.last) for i in (hung, means) if i.first and i.last]
                    means = either(*readings) if len(readings) > 1 else means
                else:
                    means = hung
                if hung.first is not None:
                    anchor = anchor._replace(end=mention.end)
        told.append(means)
    return tuple(told)


def _hangs(mention: DateMention) -> bool:
    """Tell a month (or its day) that nothing but an earlier one can date."""
    return (
        mention.kind == "partial"
        and mention.month is not None
        and mention.weekday is None
        and mention.unit == ""
        and mention.direction not in ("last", "next", "this", "future")
    )


def _hang(mention: DateMention, anchor: _Anchor) -> Interval:
    """Return a bare month as the nearest one to the month that the text stated before it."""
    if mention.month is None:
        return NOT_KNOWN
    year, away = anchor.year, mention.month - anchor.month
    if abs(away) > MONTHS_OF_YEAR // 2:
        step = -1 if away > 0 else 1
        year, away = year + step, away + step * MONTHS_OF_YEAR
    if abs(away) > _NEAREST_MONTHS:
        return NOT_KNOWN
    if mention.day is None:
        return Interval(*month_days(year, mention.month), "relative")
    first = day_or_none(year, mention.month, mention.day)
    last = day_or_none(year, mention.month, mention.last_day or mention.day)
    if first is None or last is None:
        return NOT_KNOWN
    return Interval(first, last, "relative")
