"""Dates in figures alone: 31/01/2025 is one day, 03/04/2025 two, and only one side knows which."""

from __future__ import annotations

import re
from datetime import date

from twosource.text.dates.interval import day_or_none

CENTURY_TURN = 70
"""Two figures from here on are a year of the last century, as POSIX has it."""
_LAST_CENTURY, _THIS_CENTURY = 1900, 2000
FIRST_YEAR = 1900
"""Four digits below are rather a number than a year of the news; fewer digits are less."""

_WHOLE = (
    r"(?:(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})"
    r"|(?P<first>\d{1,2})(?P<sign>[-/.])(?P<second>\d{1,2})(?P=sign)(?P<third>(?:19|20)\d\d|\d\d)"
    r")(?!\d|[-/.]\d)"
)
FIGURES = re.compile(r"(?<![\w.,/$€£#–-])" + _WHOLE)
"""A whole date in figures; the year stands first, or last with two figures or four."""
GLUED_FIGURES = re.compile(r"(?<!\d)(?<!\d[-/.,])" + _WHOLE)
"""The same on page furniture, where a name may stand right before it."""


def full_year(year: int) -> int:
    """Return a year of two figures with its century.

    >>> full_year(99), full_year(25), full_year(2025)
    (1999, 2025, 2025)
    """
    if year >= FIRST_YEAR:
        return year
    return year + (_LAST_CENTURY if year >= CENTURY_TURN else _THIS_CENTURY)


def read_figures(found: re.Match[str]) -> tuple[date, ...]:
    """Return each day that a match of :data:`FIGURES` can mean, earliest first.

    A year of two figures may also stand first, as in Seoul and Stockholm.

    >>> [str(day) for day in read_figures(FIGURES.match("03/04/2025"))]
    ['2025-03-04', '2025-04-03']
    >>> [str(day) for day in read_figures(FIGURES.match("31.01.25"))]
    ['2025-01-31', '2031-01-25']
    """
    if found["year"]:
        orders = [(int(found["year"]), int(found["month"]), int(found["day"]))]
    else:
        first, second, third = (int(found[name]) for name in ("first", "second", "third"))
        year = full_year(third)
        orders = [(year, second, first), (year, first, second)]
        if third < FIRST_YEAR:
            orders.append((full_year(first), second, third))
    days = {day_or_none(*order) for order in orders}
    return tuple(sorted(day for day in days if day is not None))
