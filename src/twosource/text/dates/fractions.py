"""What "early", "the end of" or "later this" leaves of a month, a year or another unit.

Such words are rough, and an interval must hold what they can mean: "early" is the first half.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from twosource.text.dates.interval import MONTHS_OF_YEAR, Days, month_days
from twosource.text.dates.language import Part

_FRACTIONS: dict[Part, tuple[Fraction, Fraction]] = {
    "early": (Fraction(0), Fraction(1, 2)),
    "mid": (Fraction(1, 4), Fraction(3, 4)),
    "late": (Fraction(1, 2), Fraction(1)),
    "begin": (Fraction(0), Fraction(1, 3)),
    "end": (Fraction(2, 3), Fraction(1)),
    "half1": (Fraction(0), Fraction(1, 2)),
    "half2": (Fraction(1, 2), Fraction(1)),
}
_MONTH_AT_MOST = 31


def take_part(days: Days, part: Part, base: date | None) -> Days:
    """Return a part of some days; of more than a month in whole months, else in days.

    "Earlier this month" ends at the article's day (``base``), "later this month" begins there.

    >>> [str(day) for day in take_part((date(2031, 5, 1), date(2031, 5, 31)), "late", None)]
    ['2031-05-16', '2031-05-31']
    """
    first, last = days
    if part in ("so_far", "still_to_come"):
        if base is None or not first <= base <= last:
            return days
        return (first, base) if part == "so_far" else (base, last)
    fraction = _FRACTIONS.get(part)
    if fraction is None:
        return days
    length = (last - first).days + 1
    if length <= _MONTH_AT_MOST:
        lower, upper = _pieces(fraction, length)
        return first + timedelta(days=lower), first + timedelta(days=upper - 1)
    months = (last.year - first.year) * MONTHS_OF_YEAR + last.month - first.month + 1
    lower, upper = _pieces(fraction, months)
    return month_days(first.year, first.month + lower, upper - lower)


def _pieces(fraction: tuple[Fraction, Fraction], length: int) -> tuple[int, int]:
    """Return the first piece and the one behind the last, rounded outwards."""
    lower, upper = fraction
    return int(lower * length), -int(-upper * length // 1)
