"""Dates that a little word points to: "last week", "this weekend", "next Monday", "last May"."""

from __future__ import annotations

import re

from twosource.text.dates.mention import DateMention, Direction
from twosource.text.dates.scan import Scan

_THIS_PAST = "this past"
_SHORT_UNITS = ("minute", "hour")
_SATURDAY = 5
_AFTER_THE = ("last", "next")
"""Behind "the" these count from what was just told: "the next day"."""


def find_which(scan: Scan, position: int, _word: str) -> DateMention | None:
    """Return "last month", "next Monday", "this year", "last night", "last December"."""
    behind_the = scan.before(position).word == "the"
    found = scan.forms.day_of_week.match(scan.text, position, scan.end)
    if found is not None and not behind_the:
        weekday = scan.language.weekdays[found["weekday"].lower()]
        weeks = scan.language.which[found["which"].lower()]
        return DateMention(*found.span(), "weekday", weekday=weekday, amount=weeks, unit="week")
    found = scan.forms.which.match(scan.text, position, scan.end)
    if found is None or (found["unit"] and found["unit"][0].isupper()):
        return None  # "This Week" is a name
    which = found["which"].lower()
    if which in scan.language.from_story or (which in _AFTER_THE and behind_the):
        return None if found["unit"] in _SHORT_UNITS else DateMention(*found.span(), "unclear")
    if found["weekday"] or found["month"]:
        return _named(scan, found, which)
    return _unit(scan, found, which)


def _unit(scan: Scan, found: re.Match[str], which: str) -> DateMention | None:
    """Return "last month", "this morning"; the season of a year is another in the south."""
    amount = scan.language.which[which]
    unit = (found["unit"] or "").lower()
    if found["season"] or unit == "decade":
        return DateMention(*found.span(), "unclear")
    if found["daytime"]:
        return DateMention(*found.span(), "offset", amount=amount, unit="day")
    counted = scan.language.whole_units.get(unit)
    if counted is None or (which == _THIS_PAST and counted != "weekend"):
        return None  # "this day" is none, and "this past week" is how long
    if counted == "weekend" and not amount:
        return _weekend(scan, *found.span())
    return DateMention(*found.span(), "offset", amount=amount, unit=counted, whole=True)


def _named(scan: Scan, found: re.Match[str], which: str) -> DateMention:
    """Return "next Monday" or "last May"; "this Monday" goes by its clause."""
    amount = scan.language.which[which]
    direction: Direction = "last" if amount < 0 else "next" if amount else "this"
    if which in ("coming", "this coming"):
        direction = "future"
    if direction == "this":
        direction = scan.towards(*found.span()).direction or "this"
    if found["weekday"]:
        weekday = scan.language.weekdays[found["weekday"].lower()]
        return DateMention(*found.span(), "weekday", weekday=weekday, direction=direction)
    month = scan.language.months[found["month"].lower()]
    return DateMention(*found.span(), "partial", month=month, direction=direction)


def find_weekend(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return "the weekend", the last or the next one by its clause."""
    article = scan.before(position)
    if article.word != "the":
        return None
    return _weekend(scan, article.start, position + len(word))


def _weekend(scan: Scan, start: int, end: int) -> DateMention:
    towards = scan.towards(start, end)
    return DateMention(
        start,
        end,
        "weekday",
        weekday=_SATURDAY,
        unit="weekend",
        direction=towards.direction,
        surely=towards.surely,
    )
