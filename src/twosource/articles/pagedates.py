"""Dates on page furniture: a day, or nothing when the words can be read as two days."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_SPELLED = (
    re.compile(
        rf"(?<![^\W\d_]){_MONTH}\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?,?\s{{0,2}}{_YEAR}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.?[\s-]{{1,2}}(?:of\s)?{_MONTH}[\s,-]{{1,3}}{_YEAR}",
        re.IGNORECASE,
    ),
)
_ISO = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[-/.](?P<month>\d{1,2})[-/.](?P<day>\d{1,2})(?!\d)"
)
_NUMERIC = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})([-/.])(?P<second>\d{1,2})\2(?P<year>(?:19|20)\d\d)(?!\d)"
)
_READ = 200
_MONTHS_OF_YEAR = 12


def read_line_date(text: str) -> tuple[str | None, str]:
    """Return (ISO day, the words of the date); the day is None when the words can be read as two.

    >>> read_line_date("Harbour Gazette31-01-2025")
    ('2025-01-31', '31-01-2025')
    >>> read_line_date("03/04/2025")
    (None, '03/04/2025')
    >>> read_line_date("WORLD")
    (None, '')
    """
    seen = text[:_READ]
    for pattern in _SPELLED:
        match = pattern.search(seen)
        if match is not None:
            month = _MONTHS.index(match["month"].lower()[:3]) + 1
            return _day(match["year"], month, match["day"]), match.group().strip()
    match = _ISO.search(seen)
    if match is not None:
        return _day(match["year"], int(match["month"]), match["day"]), match.group()
    match = _NUMERIC.search(seen)
    if match is None:
        return None, ""
    first, second = int(match["first"]), int(match["second"])
    if first > _MONTHS_OF_YEAR >= second or first == second:
        return _day(match["year"], second, match["first"]), match.group()
    if second > _MONTHS_OF_YEAR >= first:
        return _day(match["year"], first, match["second"]), match.group()
    return None, match.group()


def _day(year: str, month: int, day: str) -> str | None:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
