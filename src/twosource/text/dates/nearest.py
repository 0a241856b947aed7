"""Of several days that a name may mean, the one that its clause means, else the nearest or none."""

from __future__ import annotations

from datetime import date, timedelta

from twosource.text.dates.fractions import take_part
from twosource.text.dates.interval import (
    MONTHS_OF_YEAR,
    NOT_KNOWN,
    Interval,
    day_or_none,
    either,
    month_days,
    quarter_days,
    week_days,
)
from twosource.text.dates.mention import DateMention, Direction

_WEEK = 7
_DOUBTFUL_MONTHS = 2
"""A month so close is told without its year whether it is behind or ahead."""
_NO_CLAUSE_MONTHS = 8
"""The same where the clause does not show which way it looks."""
_AGAINST_THE_CLAUSE = 2
_AGAINST_ITS_VERB = 6
"""How much further away a day counts that lies where the clause (its next verb) does not look."""
_NO_NEAREST = 150
"""From so many days on either side, the nearest day is no better than the other."""
_DAYS_OF_YEAR = 366
_LEAP_DAY = (2, 29)
_YEARS_AROUND = range(-4, 5)
"""The 29th of February comes so seldom."""


def weekday_near(mention: DateMention, weekday: int, base: date) -> Interval:
    """Return the day of the week that a clause means; wires name today by its weekday, too."""
    length = timedelta(days=1 if mention.unit == "weekend" else 0)
    if mention.unit == "week":
        day = week_days(base)[0] + timedelta(weeks=mention.amount, days=weekday)
        return Interval(day, day, "relative")
    readings = [(day, day + length) for day in _weekdays_near(weekday, mention.direction, base)]
    return Interval(*readings[0], "relative") if len(readings) == 1 else either(*readings)


def _weekdays_near(weekday: int, direction: Direction, base: date) -> list[date]:
    """Return the one day that is meant, or two, where the words may mean either.

    "Next Saturday" said on a Friday is tomorrow or eight days off; said of a day of the coming
    calendar week it is clear. "Last Thursday" is the same, looking back.
    """
    monday = week_days(base)[0]
    back = base - timedelta(days=(base.weekday() - weekday) % _WEEK)
    ahead = base + timedelta(days=(weekday - base.weekday()) % _WEEK)
    week = timedelta(days=_WEEK)
    if direction == "future":
        return [ahead]
    if direction == "this":
        return [monday + timedelta(days=weekday)]
    if direction == "next":
        ahead = ahead if ahead > base else ahead + week
        return [ahead] if ahead >= monday + week else [ahead, ahead + week]
    if direction == "last":
        back = back if back < base else back - week
        return [back] if back < monday else [back - week, back]
    return [back]


def day_near(mention: DateMention, base: date) -> Interval:
    """Return the day of a month without a year: by the clause, else the nearest."""
    if mention.month is None or mention.day is None:
        return NOT_KNOWN
    days = [day_or_none(base.year + step, mention.month, mention.day) for step in _YEARS_AROUND]
    fitting = [day for day in days if day is not None]
    if mention.weekday is not None:
        fitting = [day for day in fitting if day.weekday() == mention.weekday]
    if not fitting:
        return NOT_KNOWN

    def distance(day: date) -> int:
        days = (day - base).days
        against = days > 0 if mention.direction == "past" else days < 0
        if not mention.direction or not against:
            return abs(days)
        return abs(days) * (_AGAINST_ITS_VERB if mention.surely else _AGAINST_THE_CLAUSE)

    nearest = min(fitting, key=lambda day: (distance(day), day))
    away = abs((nearest - base).days)
    leap = (mention.month, mention.day) == _LEAP_DAY
    if away > _DAYS_OF_YEAR and not leap:
        return NOT_KNOWN  # the weekday told fits no year near the article
    if not mention.direction and away > _NO_NEAREST:
        others = sorted(sorted(fitting, key=lambda day: (distance(day), day))[:2])
        return either(*((day, day) for day in others))
    last = nearest.replace(day=mention.last_day or mention.day)
    return Interval(nearest, last, "relative") if nearest <= last else NOT_KNOWN


def month_near(mention: DateMention, month: int, base: date) -> Interval:
    """Return the month of that name that a clause means: the latest one unless it looks ahead.

    "In June", said in May, may be either, unless its own verb looks back.
    """
    year, direction = base.year, mention.direction
    ahead = (month - base.month) % MONTHS_OF_YEAR
    if mention.unit == "year":
        year += mention.amount
    elif direction in ("future", "next"):
        year += month < base.month or (direction == "next" and not ahead)
    elif direction == "last" and 0 < base.month - month <= _DOUBTFUL_MONTHS:
        # "Last February", said in March, may be this year's or last year's.
        return either(month_days(year - 1, month), month_days(year, month))
    elif direction != "this":
        year -= month > base.month or (direction == "last" and not ahead)
        doubtful = 0 < ahead <= (_DOUBTFUL_MONTHS if direction else _NO_CLAUSE_MONTHS)
        if direction != "last" and doubtful and not mention.surely:
            return either(month_days(year, month), month_days(year + 1, month))
    return Interval(*take_part(month_days(year, month), mention.part, base), "relative")


def quarter_near(mention: DateMention, quarter: int, base: date) -> Interval:
    """Return the quarter of that number that began last, or the next one in a plan."""
    year = base.year
    if mention.unit == "year":
        year += mention.amount
    elif mention.direction == "future":
        year += quarter_days(year, quarter)[1] < base
    else:
        year -= quarter_days(year, quarter)[0] > base
    return Interval(*quarter_days(year, quarter), "relative")
