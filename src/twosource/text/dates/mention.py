"""Words that tell a time, as they were found: what they say, before any day is counted."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from twosource.text.dates.language import Part, Unit

Kind = Literal["absolute", "partial", "weekday", "offset", "open", "ambiguous", "unclear"]
Direction = Literal["", "past", "future", "last", "next", "this"]
Qualifier = Literal["", "about", "more", "less"]


class DateMention(NamedTuple):
    """Words that tell a time: code points ``start`` to ``end`` (half open), and what they say.

    ``kind`` is ``absolute`` (a year is named; ``unit`` is ``decade`` or ``year`` for spans of
    years up to ``last_year``), ``partial`` (a month, its day or a quarter, and no year),
    ``weekday``, ``offset`` (``amount`` units from the article's day, negative for the past),
    ``open`` (before the article, and no more: "earlier"), ``ambiguous`` (``readings`` are the days
    that it may mean) or ``unclear`` ("the next day" counts from what was just told, and "last
    summer" is another season in half of the world).

    ``direction`` says which of several fitting days is meant, as far as the words or their clause
    show it, and ``surely`` that the verb stands right there. ``qualifier`` says that the number is
    rough; ``whole`` that a calendar unit is meant ("last week"), not a number of days;
    ``part`` which part of the unit; ``bound`` which preposition leaves one side open ("since").
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    last_year: int | None = None
    quarter: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    amount: int = 0
    unit: Unit = ""
    direction: Direction = ""
    surely: bool = False
    qualifier: Qualifier = ""
    whole: bool = False
    part: Part = ""
    bound: str = ""
    readings: tuple[date, ...] = ()
