"""Days counted from the article's own: "last month", "two weeks ago", "more than an hour ago"."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from twosource.text.dates.fractions import take_part
from twosource.text.dates.interval import (
    MONTHS_OF_QUARTER,
    Days,
    decade_days,
    month_days,
    quarter_days,
    week_days,
    year_days,
)
from twosource.text.dates.mention import DateMention

DAY_LETTERS = len("2025-01-31")
"""Letters of an ISO day; what is longer tells the time, too."""
_WEEK = 7
_DECADE = 10
_WEEK_SLACK = 3
"""Days on either side of "two weeks ago", which names no day."""
_ROUGH_WEEK_SLACK = 5
_ROUGH_DAY_SLACK = 1


def count_days(mention: DateMention, base: date, moment: str) -> tuple[date | None, date | None]:
    """Return the days that lie so many units from the article's; one end may be open."""
    if mention.whole:
        return take_part(_whole_unit(mention, base), mention.part, base)
    first, last = _single(mention, base, moment)
    if mention.qualifier == "more":
        return (None, last) if mention.amount < 0 else (first, None)
    if mention.qualifier == "less":
        return (first, base) if mention.amount < 0 else (base, last)
    return first, last


def _whole_unit(mention: DateMention, base: date) -> Days:
    count, unit = mention.amount, mention.unit
    if unit in ("week", "weekend"):
        monday, sunday = week_days(base + timedelta(weeks=count))
        return (sunday - timedelta(days=1), sunday) if unit == "weekend" else (monday, sunday)
    if unit == "month":
        return month_days(base.year, base.month + count)
    if unit == "quarter":
        quarter = (base.month - 1) // MONTHS_OF_QUARTER + 1
        return quarter_days(base.year, quarter + count)
    if unit == "decade":
        return decade_days(base.year + _DECADE * count)
    return year_days(base.year + count)


def _single(mention: DateMention, base: date, moment: str) -> Days:
    """Return what "three weeks ago" covers: as many days as the unit is exact to."""
    count, unit, about = mention.amount, mention.unit, mention.qualifier == "about"
    if unit in ("minute", "hour"):
        return _moments(
            timedelta(**{unit + "s": count}), timedelta(**{unit + "s": 1}), base, moment
        )
    if unit == "month":
        return month_days(base.year, base.month + count - about, 1 + 2 * about)
    if unit == "year":
        return year_days(base.year + count - about, 1 + 2 * about)
    if unit == "decade":
        return year_days(base.year + _DECADE * (count - 1), 2 * _DECADE)
    slack = _ROUGH_DAY_SLACK if about else 0
    if unit == "week":
        count, slack = _WEEK * count, _ROUGH_WEEK_SLACK if about else _WEEK_SLACK
    centre = base + timedelta(days=count)
    return centre - timedelta(days=slack), centre + timedelta(days=slack)


def _moments(shift: timedelta, unit: timedelta, base: date, moment: str) -> Days:
    """Return the day or days of some hours ago; "3 hours ago" may be nearly four."""
    if len(moment) > DAY_LETTERS:
        exact = datetime.fromisoformat(moment)
        return (exact + shift - unit).date(), (exact + shift).date()
    # The hour is not known: the whole day, shifted.
    midnight = datetime.combine(base, time())
    return (midnight + shift).date(), (midnight + timedelta(hours=23) + shift).date()
