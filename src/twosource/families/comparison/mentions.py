"""What an article mentions, word by word: numbers, dates, names, sources and their verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from twosource.families.comparison.body import Body
from twosource.records import Statement
from twosource.text.dates import DateMention, Interval, find_dates, resolve_in_order
from twosource.text.names import Name, read_names
from twosource.text.numbers import Number, find_numbers
from twosource.text.numbers.english import ENGLISH

MentionKind = Literal["number", "date", "named", "source", "cue"]
_UNITS = frozenset((*ENGLISH.percent, *ENGLISH.currencies))
_NO_DAYS = frozenset({"open", "unclear"})
"""Expressions of time that mean no day: "recently", "earlier"."""
_NO_NAMES = frozenset({"unnamed", "other"})


class Day(NamedTuple):
    """An expression of time: its words read, and the days that they mean in this article."""

    told: DateMention
    means: Interval


class Mention(NamedTuple):
    """Words that mention something, as numbers of the body's words, and what they mention."""

    kind: MentionKind
    place: range
    meaning: Number | Day | Name | Statement


class Mentions:
    """The mentions of one article, found by the words that they stand on."""

    def __init__(self, found: Iterable[Mention]) -> None:
        """Take mentions in the order of the text."""
        self._at: dict[MentionKind, dict[int, Mention]] = {}
        for mention in found:
            known = self._at.setdefault(mention.kind, {})
            for word in mention.place:
                known.setdefault(word, mention)

    def touching(self, kind: MentionKind, places: Iterable[int]) -> list[Mention]:
        """Return the mentions of one kind that stand on some words, each once, in order."""
        known = self._at.get(kind, {})
        met = {known[at].place: known[at] for at in places if at in known}
        return [met[place] for place in sorted(met, key=lambda place: place.start)]


def read_mentions(body: Body, statements: Iterable[Statement]) -> Mentions:
    """Read what the paragraphs of an article mention; its statements say who is a source."""
    return Mentions(_find(body, statements))


def _with_unit(body: Body, place: range) -> range:
    """Return the words of a number with the one that names its unit: "10 percent", "5 dollars"."""
    behind = body.words[place.stop].folded if place and place.stop < len(body.words) else ""
    return range(place.start, place.stop + 1) if behind in _UNITS else place


def _find(body: Body, statements: Iterable[Statement]) -> Iterator[Mention]:
    text = body.article.text
    stretches = [(part.start, part.end) for part in body.article.parts if part.kind == "body"]
    for start, end in stretches:
        for number in find_numbers(text, start, end):
            whole = (min(number.start, number.whole[0]), max(number.end, number.whole[1]))
            yield Mention("number", _with_unit(body, body.words_in(*whole)), number)
    told = [mention for start, end in stretches for mention in find_dates(text, start, end)]
    for mention, means in zip(
        told, resolve_in_order(told, body.article.published.value), strict=True
    ):
        if mention.kind in _NO_DAYS:
            continue
        yield Mention("date", body.words_in(mention.start, mention.end), Day(mention, means))
    for name in read_names(text, stretches):
        if name.kind not in _NO_NAMES:
            yield Mention("named", body.words_in(name.start, name.end), name)
    for statement in sorted(statements, key=lambda one: one.id):
        if statement.article != body.article.id:
            continue
        for kind, span in (("source", statement.source), ("cue", statement.cue)):
            if span is not None:
                place = body.words_in(span.start, span.end)
                yield Mention("source" if kind == "source" else "cue", place, statement)
