"""The sentence that a number stands in: its telling words, its names, places and times."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from twosource.text.concepts import concept_of
from twosource.text.numbers.figures import one_of
from twosource.text.numbers.language import Language
from twosource.text.words import Word, words

_REACH = 240
"""How many letters on each side still belong to one telling, where no sentence ends before."""
_KEPT_SCENES = 256
_SHORTEST_TELLING = 2
_BEFORE_SAYING, _BEHIND_SAYING = 4, 7
"""So many words before and behind a word of saying, a name is rather that of who says it."""
_SENTENCE_ENDS = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]?[A-Z0-9])|\n")
_YEAR = re.compile(r"(?<![\w,.])(?:19|20)[0-9]{2}(?![\w%]|[,.][0-9])")


class Scene(NamedTuple):
    """What the sentence of a number tells; words are concepts."""

    told: frozenset[str] = frozenset()
    """Its telling words."""
    names: frozenset[str] = frozenset()
    """Those of them that are names, other than of days, months, and of who says it."""
    where: frozenset[str] = frozenset()
    """Names behind "in", "at", "near"."""
    when: frozenset[tuple[str, str]] = frozenset()
    """Its times, each with its kind: ("weekday", "monday"), ("span", "six weeks")."""
    measured: frozenset[str] = frozenset()
    """How its figures were come by, where they are no plain counts: "each", "forecast"."""
    whose: frozenset[str] = frozenset()
    """Of whom it speaks in pronouns: "he", "she"."""


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence of a figure begins and ends, within reach."""
    first = max(0, start - _REACH)
    for mark in _SENTENCE_ENDS.finditer(text, first, start):
        first = mark.end()
    behind = _SENTENCE_ENDS.search(text, end, end + _REACH)
    return first, behind.start() if behind else min(len(text), end + _REACH)


@lru_cache(maxsize=_KEPT_SCENES)
def read_scene(sentence: str, language: Language) -> Scene:
    """Return what a sentence tells; the numbers of one sentence share it."""
    small = sentence.lower()
    found = words(sentence)
    folded = {word.folded for word in found}
    told, names, where = _read_words(sentence, found, language)
    return Scene(
        told=told,
        names=names,
        where=where,
        when=_read_times(small, language),
        measured=frozenset(
            kind
            for kind, phrases in language.measured_by.items()
            if not folded.isdisjoint(phrases) or any(p in small for p in phrases if not p.isalpha())
        ),
        whose=frozenset(language.sexes[word] for word in folded if word in language.sexes),
    )


def _read_words(
    sentence: str, found: list[Word], language: Language
) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the telling words of a sentence, the names among them, and those of places.

    Who says it is none of the names: two accounts of one thing have two sources.
    """
    told: set[str] = set()
    names: set[str] = set()
    where: set[str] = set()
    headline = 2 * sum(sentence[w.start].isupper() for w in found) > len(found)
    sayings = [at for at, word in enumerate(found) if word.folded in language.saying]
    place = False
    for at, word in enumerate(found):
        if language.is_small(word.folded):
            place = word.folded in language.place_words or (place and word.folded == "the")
            continue
        if word.folded[0].isdigit() or len(word.folded) < _SHORTEST_TELLING:
            continue
        concept = concept_of(word.folded)
        told.add(concept)
        if at == 0 or not sentence[word.start].isupper():
            place = False
        elif not language.names_nobody(word.folded.removesuffix("'s")):
            if place:
                where.add(concept)
            source = any(-_BEFORE_SAYING <= at - said <= _BEHIND_SAYING for said in sayings)
            if not headline and not source:
                names.add(concept)
    return frozenset(told), frozenset(names), frozenset(where)


@cache
def _time_patterns(language: Language) -> tuple[re.Pattern[str], ...]:
    unit = one_of(language.durations)
    return (
        re.compile(rf"{one_of(language.lately)}\s(?P<span>(?:[\w-]+\s){{1,2}}{unit})(?!\w)"),
        re.compile(rf"(?<!\w){language.as_of}\s(?P<day>\w+)"),
        re.compile(rf"(?<!\w)(?P<weekday>{one_of(language.weekdays)})(?!\w)"),
        re.compile(rf"(?<!\w)(?P<month>{one_of(language.month_names)}(?:\s[0-9]{{1,2}})?)(?!\w)"),
        re.compile(rf"(?<!\w)(?P<part>{one_of(language.parts_of_year)})(?!\w)"),
    )


def _read_times(sentence: str, language: Language) -> frozenset[tuple[str, str]]:
    found = {("year", mark.group()) for mark in _YEAR.finditer(sentence)}
    for pattern in _time_patterns(language):
        found.update((m.lastgroup or "", m.group(1)) for m in pattern.finditer(sentence))
    return frozenset(found)
