"""Expressions of time in running text, found word by word in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from twosource.text.dates.calendar_dates import (
    find_at_month,
    find_at_number,
    find_at_weekday,
    find_fixed_day,
)
from twosource.text.dates.english import ENGLISH
from twosource.text.dates.language import Language
from twosource.text.dates.mention import DateMention
from twosource.text.dates.parts import find_ordinal, find_part
from twosource.text.dates.relative_dates import (
    find_ago,
    find_day,
    find_from_now,
    find_story_offset,
    find_vague,
)
from twosource.text.dates.scan import Scan
from twosource.text.dates.which_dates import find_weekend, find_which
from twosource.text.dates.years import find_season, find_spoken_year

_FIGURE = frozenset("0123456789'’‘")
_IN_A_ROW = 40
_TABLE_GAP = 15
"""So many words and numbers in a row, each so few letters from the next, are a table."""
_CALENDAR_GAP = 50
"""So many expressions of time in a row are a calendar, which dates nothing around it."""

_FINDERS: dict[str, Callable[[Scan, int, str], DateMention | None]] = {
    "month": find_at_month,
    "weekday": find_at_weekday,
    "which": find_which,
    "day": find_day,
    "ago": find_ago,
    "from": find_from_now,
    "vague": find_vague,
    "earlier": find_story_offset,
    "weekend": find_weekend,
    "season": find_season,
    "spoken year": find_spoken_year,
    "fixed": find_fixed_day,
    "ordinal": find_ordinal,
    "number": find_at_number,
}


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, language: Language = ENGLISH
) -> tuple[DateMention, ...]:
    """Return the expressions of time between ``start`` and ``end``, in order, without overlap.

    Offsets are code points of ``text``. Running text, not furniture: calendars and tables are
    passed over. Time grows with the length.

    >>> [m.kind for m in find_dates("On Thursday he denied what was said in December 2024.")]
    ['weekday', 'absolute']
    """
    scan = Scan(text, start, len(text) if end is None else end, language)
    mentions: list[DateMention] = []
    reached, in_a_row, calendar_ends = start, 0, -_CALENDAR_GAP
    for position, word, kind in _running(list(_telling_words(scan))):
        if position - calendar_ends < _CALENDAR_GAP:
            calendar_ends = position
            continue
        if position < reached:
            continue
        mention = _read(scan, position, word, kind)
        if mention is None or mention.start < (mentions[-1].end if mentions else start):
            continue
        near = bool(mentions) and mention.start - mentions[-1].start < _CALENDAR_GAP
        in_a_row = in_a_row + 1 if near else 1
        bound = scan.bound(mention.start)
        mentions.append(mention._replace(bound=bound) if bound else mention)
        reached = max(mention.end, position + len(word))
        if in_a_row == _IN_A_ROW:
            del mentions[-_IN_A_ROW:]
            in_a_row, calendar_ends = 0, position
    return tuple(mentions)


_Telling = tuple[int, str, str]
"""Where a word or number stands that may begin a date, what it is, and what it may begin."""


def _telling_words(scan: Scan) -> Iterator[_Telling]:
    triggers = scan.forms.triggers
    for token in scan.forms.token.finditer(scan.text, scan.start, scan.end):
        word = token.group()
        kind = triggers.get(word) or ("number" if word[0] in _FIGURE else None)
        if kind is not None:
            yield token.start(), word, kind


def _running(telling: list[_Telling]) -> Iterator[_Telling]:
    """Yield the telling words of running text, not those that stand in a table."""
    first = 0
    for place, (position, _word, _kind) in enumerate(telling, 1):
        if place < len(telling) and telling[place][0] - position < _TABLE_GAP:
            continue
        if place - first < _IN_A_ROW:
            yield from telling[first:place]
        first = place


def _read(scan: Scan, position: int, word: str, kind: str) -> DateMention | None:
    """Return the date that a telling word begins (or, "ago", ends)."""
    if kind in ("part", "earlier"):
        found = find_part(scan, position, lambda place: _read_at(scan, place))
        if found is not None or kind == "part":
            return found
    return _FINDERS[kind](scan, position, word)


def _read_at(scan: Scan, position: int) -> DateMention | None:
    """Return the date that begins right at a place; no part of a part."""
    token = scan.forms.token.match(scan.text, position, scan.end)
    if token is None:
        return None
    word = token.group()
    kind = scan.forms.triggers.get(word) or ("number" if word[0] in _FIGURE else None)
    return _FINDERS[kind](scan, position, word) if kind in _FINDERS else None
