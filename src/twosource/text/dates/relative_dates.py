"""Days counted from the article's own: "yesterday", "two weeks ago", "recently"."""

from __future__ import annotations

from typing import NamedTuple

from twosource.text.dates.language import Unit
from twosource.text.dates.mention import DateMention, Qualifier
from twosource.text.dates.scan import Scan

_ROUND = 10
"""Years in tens are a round number: "thirty years ago"."""


def find_day(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return yesterday, today, tonight, tomorrow, and the days beyond them."""
    if word[0].isupper() and scan.follows_name(position):
        return None  # "USA Today"
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
    if counted.unit == "year" and counted.amount % _ROUND == 0 and not counted.qualifier:
        counted = counted._replace(qualifier="about")  # "thirty years ago" is a round number
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
    article = scan.before(position).word
    if article in scan.language.of_a_year or article in scan.language.counts:
        return None  # "a previously unknown letter", "two earlier letters"
    if after[:1].isupper() or after.lower() in ("this", "on", "in", "than", "to", "that"):
        return None
    return DateMention(position, last, "open")


def find_story_offset(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return "two days later", counted from what was just told; "earlier" alone is only before."""
    counted = _count_before(scan, position)
    if counted is not None:
        return DateMention(counted.start, position + len(word), "unclear")
    return find_vague(scan, position, word) if word.lower() in scan.language.before_now else None
