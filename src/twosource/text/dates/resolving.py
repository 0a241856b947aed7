"""From words to days: what an expression of time means, counted from the day of its article."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from twosource.text.dates.fractions import take_part
from twosource.text.dates.interval import (
    MONTHS_OF_QUARTER,
    MONTHS_OF_YEAR,
    NOT_KNOWN,
    Days,
    Interval,
    day_or_none,
    decade_days,
    month_days,
    week_days,
    year_days,
)
from twosource.text.dates.mention import DateMention, Direction

_WEEK = 7
_WEEK_SLACK = 3
"""Days on either side of "two weeks ago", which names no day."""
_ROUGH_WEEK_SLACK = 5
_ROUGH_DAY_SLACK = 1
_DOUBTFUL_MONTHS = 2
"""A month so close is told without its year whether it is behind or ahead."""
_AGAINST_THE_CLAUSE = 2
_AGAINST_ITS_VERB = 6
"""How much further away a day counts that lies where the clause (its next verb) does not look."""
_NO_NEAREST = 150
"""From so many days on either side, the nearest day is no better than the other."""
_DAYS_OF_YEAR = 366
_LEAP_DAY = (2, 29)
_YEARS_AROUND = range(-4, 5)
"""The 29th of February comes so seldom."""
_DECADE = 10
_CENTURY = 100
_LAST_MOMENT = len("2025-01-31")


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
            return _either(*((day, day) for day in mention.readings))
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
        return date.fromisoformat(base[:_LAST_MOMENT])
    except ValueError:
        return None


def _either(*readings: Days) -> Interval:
    return Interval(None, None, "ambiguous", readings)


def _stated(mention: DateMention) -> Interval:
    year, month = mention.year, mention.month
    if year is None:
        return NOT_KNOWN
    if month is not None and mention.day is not None:
        first = date(year, month, mention.day)
        last = date(year, month, mention.last_day or mention.day)
        if mention.weekday is not None and first.weekday() != mention.weekday:
            return _either()  # a Monday that was a Friday: one of the two is misprinted
        return Interval(first, last, "stated") if first <= last else NOT_KNOWN
    if month is not None:
        days = month_days(year, month)
    elif mention.quarter is not None:
        days = _quarter_days(year, mention.quarter)
    else:
        days = year_days(year, (mention.last_year or year) - year + 1)
    return Interval(*take_part(days, mention.part, None), "stated")


def _quarter_days(year: int, quarter: int) -> Days:
    return month_days(year, MONTHS_OF_QUARTER * (quarter - 1) + 1, MONTHS_OF_QUARTER)


def _relative(mention: DateMention, base: date, moment: str) -> Interval:
    if mention.kind == "weekday" and mention.weekday is not None:
        return _weekday(mention, mention.weekday, base)
    if mention.kind == "offset":
        first, last = _counted(mention, base, moment)
        return Interval(first, last, "relative")
    if mention.day is not None:
        return _day_near(mention, base)
    if mention.month is not None:
        return _month_near(mention, mention.month, base)
    if mention.quarter is not None:
        return _quarter_near(mention, mention.quarter, base)
    if mention.unit == "decade" and mention.year is not None:
        year = base.year - base.year % _CENTURY + mention.year
        days = decade_days(year if year <= base.year else year - _CENTURY)
    else:
        days = year_days(base.year + mention.amount)
    return Interval(*take_part(days, mention.part, base), "relative")


def _weekday(mention: DateMention, weekday: int, base: date) -> Interval:
    """Return the day of the week that a clause means; wires name today by its weekday, too."""
    length = timedelta(days=1 if mention.unit == "weekend" else 0)
    if mention.unit == "week":
        day = week_days(base)[0] + timedelta(weeks=mention.amount, days=weekday)
        return Interval(day, day, "relative")
    readings = [(day, day + length) for day in _weekdays_near(weekday, mention.direction, base)]
    return Interval(*readings[0], "relative") if len(readings) == 1 else _either(*readings)


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


def _day_near(mention: DateMention, base: date) -> Interval:
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
        return _either(*((day, day) for day in others))
    last = nearest.replace(day=mention.last_day or mention.day)
    return Interval(nearest, last, "relative") if nearest <= last else NOT_KNOWN


def _month_near(mention: DateMention, month: int, base: date) -> Interval:
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
        return _either(month_days(year - 1, month), month_days(year, month))
    elif direction != "this":
        year -= month > base.month or (direction == "last" and not ahead)
        if direction != "last" and 0 < ahead <= _DOUBTFUL_MONTHS and not mention.surely:
            return _either(month_days(year, month), month_days(year + 1, month))
    return Interval(*take_part(month_days(year, month), mention.part, base), "relative")


def _quarter_near(mention: DateMention, quarter: int, base: date) -> Interval:
    year = base.year
    if mention.unit == "year":
        year += mention.amount
    elif mention.direction == "future":
        year += _quarter_days(year, quarter)[1] < base
    else:
        year -= _quarter_days(year, quarter)[0] > base
    return Interval(*_quarter_days(year, quarter), "relative")


def _counted(mention: DateMention, base: date, moment: str) -> tuple[date | None, date | None]:
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
        return _quarter_days(base.year, quarter + count)
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
    if len(moment) > _LAST_MOMENT:
        exact = datetime.fromisoformat(moment)
        return (exact + shift - unit).date(), (exact + shift).date()
    # The hour is not known: the whole day, shifted.
    midnight = datetime.combine(base, time())
    return (midnight + shift).date(), (midnight + timedelta(hours=23) + shift).date()
