"""Dates counted from the article's own: "last week", "yesterday", "two weeks ago", "earlier"."""

from __future__ import annotations

from typing import NamedTuple

from twosource.text.dates.language import Unit
from twosource.text.dates.mention import DateMention, Direction, Qualifier
from twosource.text.dates.scan import Scan

_THIS_PAST = "this past"
_SHORT_UNITS = ("minute", "hour")
_WHOLE_UNITS: dict[str, Unit] = {
    "week": "week", "weekend": "weekend", "month": "month", "quarter": "quarter", "year": "year",
}  # fmt: skip
_SATURDAY = 5
_AFTER_THE = ("last", "next")
"""Behind "the" these count from what was just told: "the next day"."""


def find_which(scan: Scan, position: int, _word: str) -> DateMention | None:
    """Return "last month", "next Monday", "this year", "last night", "last December"."""
    day_of_week = scan.forms.day_of_week.match(scan.text, position, scan.end)
    if day_of_week is not None and scan.before(position).word != "the":
        return DateMention(
            *day_of_week.span(),
            "weekday",
            weekday=scan.language.weekdays[day_of_week["weekday"].lower()],
            amount=scan.language.which[day_of_week["which"].lower()],
            unit="week",
        )
    found = scan.forms.which.match(scan.text, position, scan.end)
    if found is None:
        return None
    which = found["which"].lower()
    if which in scan.language.from_story or (
        which in _AFTER_THE and scan.before(position).word == "the"
    ):
        return None if found["unit"] in _SHORT_UNITS else DateMention(*found.span(), "unclear")
    amount = scan.language.which[which]
    unit = (found["unit"] or "").lower()
    if found["season"] or unit in ("decade", "century"):
        return DateMention(*found.span(), "unclear")
    if found["daytime"]:
        return DateMention(*found.span(), "offset", amount=amount, unit="day")
    if unit:
        counted = _WHOLE_UNITS.get(unit)
        if counted is None or (which == _THIS_PAST and counted != "weekend"):
            return None  # "this day" is none, and "this past week" is how long
        return DateMention(*found.span(), "offset", amount=amount, unit=counted, whole=True)
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


def find_day(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return yesterday, today, tonight, tomorrow, and the days beyond them."""
    count = scan.language.days[word.lower()]
    before = scan.text[max(scan.start, position - 15) : position].lower()
    if before.endswith(" of ") and not before.endswith("as of ") and count >= 0:
        return None  # "many of today's machines", "the people of tomorrow" are of no day
    first = position
    for words, direction in (("the day before ", -1), ("the day after ", 1)):
        if before.endswith(words) and count == direction:
            first, count = position - len(words), 2 * direction
    return DateMention(first, position + len(word), "offset", amount=count, unit="day")


class _Counted(NamedTuple):
    """A number of units right before a place; ``amount`` is None where no number is told."""

    start: int
    amount: int | None
    unit: Unit
    qualifier: Qualifier


def _count_before(scan: Scan, position: int) -> _Counted | None:
    """Read a count and a unit backwards from a place: "about two weeks", "a few days"."""
    language = scan.language
    unit = scan.before(position)
    qualifier: Qualifier = ""
    if unit.word == "so":
        either = scan.before(unit.start)
        if either.word != "or":
            return None
        unit, qualifier = scan.before(either.start), "about"
    named = scan.forms.unit_names.get(unit.word)
    if named is None:
        return None
    number = scan.before(unit.start)
    if number.word == "of":
        number = scan.before(number.start)  # "a couple of weeks"
    if number.word in language.few:
        article = scan.before(number.start)
        start = article.start if article.word in language.counts else number.start
        return _Counted(start, None, named[0], qualifier)
    amount = int(number.word) if number.word.isdecimal() else language.counts.get(number.word)
    if amount is None or scan.text[max(0, number.start - 1) : number.start] in (".", ","):
        return _Counted(unit.start, None, named[0], qualifier) if unit.word.endswith("s") else None
    start = number.start
    word = scan.before(start)
    pair = scan.before(word.start)
    both = f"{pair.word} {word.word}"
    for words, kind in ((language.more, "more"), (language.less, "less")):
        if both in words:
            start, qualifier = pair.start, _as_count(kind)
        elif word.word in words:
            start, qualifier = word.start, _as_count(kind)
    if word.word in language.rough:
        start, qualifier = word.start, "about"
    return _Counted(start, amount * named[1], named[0], qualifier)


def _as_count(kind: str) -> Qualifier:
    return "more" if kind == "more" else "less"


def find_ago(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return "two weeks ago", "about a month ago", "a few days ago"."""
    counted = _count_before(scan, position)
    if counted is None:
        return None
    last = position + len(word)
    weekday = scan.forms.ago_weekday.match(scan.text, position, scan.end)
    if weekday is not None and counted.unit == "week":
        return DateMention(counted.start, weekday.end(), "unclear")  # a week before which Friday?
    if counted.amount is None:
        return DateMention(counted.start, last, "open")
    return _offset(counted, last, -1)


def find_from_now(scan: Scan, position: int, _word: str) -> DateMention | None:
    """Return "two weeks from now"; "a week from Monday" begins at a Monday that nobody names."""
    found = scan.forms.from_now.match(scan.text, position, scan.end)
    if found is None:
        return None
    counted = _count_before(scan, position)
    if counted is None:
        return None
    if counted.amount is None or found["now"] is None:
        return DateMention(counted.start, found.end(), "unclear")
    return _offset(counted, found.end(), 1)


def _offset(counted: _Counted, last: int, sign: int) -> DateMention:
    return DateMention(
        counted.start,
        last,
        "offset",
        amount=sign * (counted.amount or 0),
        unit=counted.unit,
        qualifier=counted.qualifier,
    )


def find_vague(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return "previously", "recently", "earlier": before the article, and nobody knows how long."""
    last = position + len(word)
    after = scan.after(last)
    if after[:1].isupper() or after.lower() in ("this", "on", "in", "than", "to", "that"):
        return None
    return DateMention(position, last, "open")


def find_story_offset(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return "two days later", counted from what was just told; "earlier" alone is only before."""
    counted = _count_before(scan, position)
    if counted is not None:
        return DateMention(counted.start, position + len(word), "unclear")
    return find_vague(scan, position, word) if word.lower() in scan.language.before_now else None


def find_weekend(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return "the weekend", the last or the next one by its clause."""
    article = scan.before(position)
    if article.word != "the":
        return None
    last = position + len(word)
    towards = scan.towards(article.start, last)
    return DateMention(
        article.start,
        last,
        "weekday",
        weekday=_SATURDAY,
        unit="weekend",
        direction=towards.direction,
        surely=towards.surely,
    )
