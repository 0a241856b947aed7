"""What an expression of time means: from a first to a last day, or not known, never one guess."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from twosource.records import Said

How = Literal["stated", "relative", "ambiguous", "not_known"]
Days = tuple[date, date]
"""A first and a last day, both within."""

MONTHS_OF_YEAR = 12
MONTHS_OF_QUARTER = 3
_YEARS_OF_DECADE = 10


class Interval(NamedTuple):
    """The days that an expression means, ``first`` to ``last``, both within.

    One end is ``None`` where only the other side is known ("earlier": up to the article's day).
    ``how`` is ``stated`` where the words name the year, ``relative`` where the days were counted
    from a base, ``ambiguous`` where the words can be read in more than one way (``readings``, and
    no end), ``not_known`` where no day can be told or there is no base to count from.
    """

    first: date | None = None
    last: date | None = None
    how: How = "not_known"
    readings: tuple[Days, ...] = ()

    @property
    def value(self) -> str | None:
        """The most exact ISO day, month or year that holds the whole interval, if one does."""
        first, last = self.first, self.last
        if first is None or last is None:
            return None
        if first == last:
            return first.isoformat()
        if (first.year, first.month) == (last.year, last.month):
            return first.isoformat()[:7]
        return first.isoformat()[:4] if first.year == last.year else None

    def said(self) -> Said:
        """Return the interval as statements keep it."""
        return Said(self.value, self.how) if self.value is not None else Said()

    def bounded(self, bound: str) -> Interval:
        """Return what "since", "after", "before" or "until" makes of a time: one end is open.

        >>> may = Interval(*month_days(2031, 5), "stated")
        >>> str(may.bounded("after").first), may.bounded("after").last
        ('2031-06-01', None)
        """
        first, last = self.first, self.last
        if first is None or last is None:
            return self
        if bound in ("from", "after"):
            opened = first if bound == "from" else last + timedelta(days=1)
            return self._replace(first=opened, last=None)
        if bound in ("until", "before"):
            opened = last if bound == "until" else first - timedelta(days=1)
            return self._replace(first=None, last=opened)
        return self


NOT_KNOWN = Interval()


def either(*readings: Days) -> Interval:
    """Return what can be read in several ways, with its readings."""
    return Interval(None, None, "ambiguous", readings)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_days(year: int, month: int, months: int = 1) -> Days:
    """Return the first and last day of a month, or of several from it on.

    ``month`` may lie outside 1 to 12: month 0 is the December before. Raises ``ValueError`` outside
    the calendar's years.
    """
    first = year * MONTHS_OF_YEAR + month - 1
    last_year, last_month = divmod(first + months - 1, MONTHS_OF_YEAR)
    first_year, first_month = divmod(first, MONTHS_OF_YEAR)
    return (
        date(first_year, first_month + 1, 1),
        date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1]),
    )


def quarter_days(year: int, quarter: int) -> Days:
    """Return the first and last day of a quarter; quarter 0 is the last one of the year before."""
    return month_days(year, MONTHS_OF_QUARTER * (quarter - 1) + 1, MONTHS_OF_QUARTER)


def year_days(year: int, years: int = 1) -> Days:
    """Return the first and last day of a year, or of several from it on."""
    return date(year, 1, 1), date(year + years - 1, MONTHS_OF_YEAR, 31)


def decade_days(year: int) -> Days:
    """Return the first and last day of the decade that holds a year."""
    return year_days(year - year % _YEARS_OF_DECADE, _YEARS_OF_DECADE)


def week_days(day: date) -> Days:
    """Return Monday and Sunday of the week that holds a day."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)
