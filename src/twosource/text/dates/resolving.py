"""From words to days: what an expression of time means, counted from the day of its article."""

from __future__ import annotations

from datetime import date

from twosource.text.dates.counting import DAY_LETTERS, count_days
from twosource.text.dates.fractions import take_part
from twosource.text.dates.interval import (
    NOT_KNOWN,
    Interval,
    decade_days,
    either,
    month_days,
    quarter_days,
    year_days,
)
from twosource.text.dates.mention import DateMention
from twosource.text.dates.nearest import day_near, month_near, quarter_near, weekday_near

_CENTURY = 100


def resolve_date(mention: DateMention, base: str | None) -> Interval:
    """Return the days that a mention means, counted from ``base`` (an ISO day or time).

    >>> from twosource.text.dates import find_dates
    >>> told = resolve_date(find_dates("He spoke on Thursday.")[0], "2031-05-16")
    >>> told.value, told.how
    ('2031-05-15', 'relative')
    """
    try:
        if mention.kind == "absolute":
            return _stated(mention)
        if mention.kind == "ambiguous":
            return either(*((day, day) for day in mention.readings))
        day = base_day(base)
        if base is None or day is None or mention.kind == "unclear":
            return NOT_KNOWN
        if mention.kind == "open":
            return Interval(None, day, "relative")
        return _relative(mention, day, base)
    except (OverflowError, ValueError):
        return NOT_KNOWN  # no such day, or further off than calendars go


def base_day(base: str | None) -> date | None:
    """Return the day of an ISO time, None where there is none."""
    if base is None:
        return None
    try:
        return date.fromisoformat(base[:DAY_LETTERS])
    except ValueError:
        return None


def _stated(mention: DateMention) -> Interval:
    year, month = mention.year, mention.month
    if year is None:
        return NOT_KNOWN
    if month is not None and mention.day is not None:
        first = date(year, month, mention.day)
        last = date(year, month, mention.last_day or mention.day)
        if mention.weekday is not None and first.weekday() != mention.weekday:
            return either()  # a Monday that was a Friday: one of the two is misprinted
        return Interval(first, last, "stated") if first <= last else NOT_KNOWN
    if month is not None:
        days = month_days(year, month)
    elif mention.quarter is not None:
        days = quarter_days(year, mention.quarter)
    else:
        days = year_days(year, (mention.last_year or year) - year + 1)
    return Interval(*take_part(days, mention.part, None), "stated")


def _relative(mention: DateMention, base: date, moment: str) -> Interval:
    if mention.kind == "weekday" and mention.weekday is not None:
        return weekday_near(mention, mention.weekday, base)
    if mention.kind == "offset":
        first, last = count_days(mention, base, moment)
        return Interval(first, last, "relative")
    if mention.day is not None:
        return day_near(mention, base)
    if mention.month is not None:
        return month_near(mention, mention.month, base)
    if mention.quarter is not None:
        return quarter_near(mention, mention.quarter, base)
    if mention.unit == "decade" and mention.year is not None:
        year = base.year - base.year % _CENTURY + mention.year
        days = decade_days(year if year <= base.year else year - _CENTURY)
    else:
        days = year_days(base.year + mention.amount)
    return Interval(*take_part(days, mention.part, base), "relative")
