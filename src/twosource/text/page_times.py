"""The time of day beside a date of page furniture: a moment only where the zone is told, too."""

from __future__ import annotations

import re
from datetime import date

_TIME = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?!\d)"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s?\(?(?P<zone>Z\b|GMT|UTC|BST|CEST|CET|EST|EDT|PST|PDT)?"
    r"(?P<offset>[+-]\d{1,2}(?::?\d{2})?(?!\d))?\)?",
    re.IGNORECASE,
)
# Names of zones that mean one thing only; IST, CST and their like are left out.
_ZONES = {
    "z": "+00:00", "gmt": "+00:00", "utc": "+00:00", "bst": "+01:00", "cet": "+01:00",
    "cest": "+02:00", "est": "-05:00", "edt": "-04:00", "pst": "-08:00", "pdt": "-07:00",
}  # fmt: skip
_GAP = re.compile(r"[\sT,|/·•\-–—]{0,4}(?:at\s|kl\.?\s|klo\s|um\s|à\s)?")
_BEFORE = 25
_HALF_DAY = 12
_OFFSET = re.compile(r"([+-])(\d{1,2}):?(\d{2})?")


def read_moment(line: str, start: int, end: int, day: date) -> tuple[str | None, int]:
    """Return the ISO time that stands right behind (or before) a day, and where it ends.

    >>> read_moment("31 Jan 2025 14.05 GMT", 0, 11, date(2025, 1, 31))
    ('2025-01-31T14:05:00+00:00', 21)
    """
    gap = _GAP.match(line, end)
    found = _TIME.match(line, gap.end() if gap is not None else end)
    reached = found.end() if found is not None else end
    if found is None:
        found = _TIME.search(line, max(0, start - _BEFORE), start)
    if found is None:
        return None, end
    hour, minute = int(found["hour"]), int(found["minute"])
    half = (found["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= _HALF_DAY:
            return None, end
        hour = hour % _HALF_DAY + (_HALF_DAY if half == "p" else 0)
    zone = _zone(found)
    return (f"{day}T{hour:02}:{minute:02}:00{zone}" if zone else None), reached


def _zone(found: re.Match[str]) -> str | None:
    """Return the offset that a time is told in: "+0100", "GMT+3", "PST"."""
    if not found["offset"]:
        return _ZONES.get((found["zone"] or "").lower())
    parts = _OFFSET.match(found["offset"])
    if parts is None:
        return None
    sign, hours, minutes = parts.groups()
    return f"{sign}{int(hours):02}:{minutes or '00'}"
