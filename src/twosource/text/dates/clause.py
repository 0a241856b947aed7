"""Whether the clause around a date looks back or ahead: "said Friday that talks resume Monday".

The nearest verb decides, the one before the date first: both directions may stand in one sentence.
The words of a text are looked at once, however many dates they hold.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import NamedTuple

from twosource.text.dates.language import Language
from twosource.text.dates.mention import Direction
from twosource.text.dates.tense import NEAR, read_tense

_WORD = re.compile(r"[A-Za-z]{1,40}(?:['’-][A-Za-z]{1,40}){0,3}|\d{1,9}")
_EDGE = re.compile(r"[.!?;][\"'”’)]?\s{1,9}(?=[A-Z\"'“‘(])|\n")
_LOOK_BACK_WORDS = 14
_LOOK_AHEAD_WORDS = 12
_BESIDE = 2
_LONGEST_TITLE = 8


class Towards(NamedTuple):
    """A direction, and whether the verb that shows it stands right beside the date."""

    direction: Direction = ""
    surely: bool = False


class Clauses:
    """The words of one text (or a part of it), their sentences, and the tense each word shows."""

    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self.text, self.start, self.end = text, start, end
        self.language = language

    @cached_property
    def _starts(self) -> list[int]:
        """Where each word of the text starts."""
        return [found.start() for found in _WORD.finditer(self.text, self.start, self.end)]

    @cached_property
    def _words(self) -> list[str]:
        """Each word of the text in small letters."""
        plain = self.text[self.start : self.end].replace("’", "'")
        return [word.lower() for word in _WORD.findall(plain)]

    @cached_property
    def _tenses(self) -> list[Direction | None]:
        """The tense of each word that was asked for, None where none was."""
        return [None] * len(self._starts)

    @cached_property
    def _edges(self) -> list[int]:
        """Where sentences begin; the full stop of a title or an initial ends none."""
        edges = [self.start]
        for found in _EDGE.finditer(self.text, self.start, self.end):
            stop = found.start()
            if self.text[stop] == "." and self._is_abbreviation(stop, found.end()):
                continue
            edges.append(found.end())
        return [*edges, self.end]

    def _is_abbreviation(self, stop: int, behind: int) -> bool:
        """Tell a full stop that ends no sentence: "Gen. Dray", "John F. Dray", "U.S. officials"."""
        short = self.text[max(self.start, stop - _LONGEST_TITLE) : stop]
        word = short.rpartition(" ")[2].lower()
        if word in self.language.titles:
            return True
        if len(word) == 1:
            return True
        if word[-2:-1] != ".":
            return False
        following = _WORD.match(self.text, behind, self.end)
        return following is None or following.group().lower() not in self.language.openers

    def direction(self, start: int, end: int) -> Towards:
        """Return whether the clause around ``start`` to ``end`` looks back or ahead."""
        language, words = self.language, self._words
        sentence = bisect_right(self._edges, start) - 1
        floor = bisect_left(self._starts, self._edges[sentence])
        before = bisect_left(self._starts, start) - 1
        if before >= floor and self._starts[before] + len(words[before]) > start:
            before -= 1  # "mid-May" is one word
        while before >= floor and words[before] in language.between:
            before -= 1
        if before >= floor and words[before] in language.future_prepositions:
            return self._by_preposition(before, floor, end, sentence)
        if before >= floor and words[before] in language.past_prepositions:
            return Towards("past", surely=True)
        for place in range(before, max(floor, before - _LOOK_BACK_WORDS + 1) - 1, -1):
            away = before - place
            tense = self._tense(place, floor)
            if away == 0 and self._is_progressive(place):
                tense = "future"  # "is meeting Monday"
            if tense and (away < NEAR or words[place] not in language.planned):
                surely = away < _BESIDE
                return (
                    Towards(tense, surely) if surely else self._verb_right_behind(end, floor, tense)
                )
        return self._direction_after(end, sentence)

    def _by_preposition(self, before: int, floor: int, end: int, sentence: int) -> Towards:
        """Tell "must file by Wednesday" from "had filed by Wednesday"."""
        if before == floor:
            towards = self._direction_after(end, sentence)
            return towards if towards.direction else Towards("future")
        behind = bisect_left(self._starts, end)
        ceiling = bisect_left(self._starts, self._edges[min(sentence + 1, len(self._edges) - 1)])
        around = [
            *self._words[max(floor, before - 2 * NEAR + 1) : before],
            *self._words[behind : min(behind + NEAR, ceiling)],
        ]
        back = not self.language.looking_back.isdisjoint(around)
        return Towards("past" if back else "future", surely=True)

    def _verb_right_behind(self, end: int, floor: int, otherwise: Direction) -> Towards:
        """Return the tense of a verb right behind the date: "the mayor on Monday denied"."""
        place = bisect_left(self._starts, end)
        if place < len(self._starts) and self._starts[place] == end + 1:
            tense = self._tense(place, floor)
            if tense and self._words[place] not in self.language.planned:
                return Towards(tense)
        return Towards(otherwise)

    def _direction_after(self, end: int, sentence: int) -> Towards:
        ceiling = self._edges[min(sentence + 1, len(self._edges) - 1)]
        first = bisect_left(self._starts, end)
        last = min(first + _LOOK_AHEAD_WORDS, bisect_left(self._starts, ceiling))
        floor = bisect_left(self._starts, self._edges[sentence])
        for place in range(first, last):
            if self._words[place] in self.language.subordinators:
                break
            tense = self._tense(place, floor)
            if tense and self._words[place] not in self.language.planned:
                return Towards(tense)
        return Towards()

    def _tense(self, place: int, floor: int) -> Direction:
        tense = self._tenses[place]
        if tense is None:
            named = self._is_name(place)
            tense = read_tense(self.language, self._words, place, floor, named=named)
            self._tenses[place] = tense
        return tense

    def _is_progressive(self, place: int) -> bool:
        return (
            place > 0
            and self._words[place].endswith(self.language.progressive_ending)
            and self._words[place - 1] in self.language.be_now
        )

    def _is_name(self, place: int) -> bool:
        """Tell "United" from "united": a capital inside a sentence."""
        start = self._starts[place]
        return self.text[start].isupper() and start not in self._edges_set

    @cached_property
    def _edges_set(self) -> frozenset[int]:
        return frozenset(self._edges)
