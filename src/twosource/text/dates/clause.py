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

_WORD = re.compile(r"[A-Za-z]{1,40}(?:['’][a-z]{1,2})?")
_EDGE = re.compile(r"[.!?;][\"'”’)]?\s{1,9}(?=[A-Z\"'“‘(])|\n")
_LOOK_BACK_WORDS = 14
_LOOK_AHEAD_WORDS = 12
_NEAR = 4
_BESIDE = 2
_LONG_ENOUGH = len("need")


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
    def _found(self) -> list[re.Match[str]]:
        return list(_WORD.finditer(self.text, self.start, self.end))

    @cached_property
    def _starts(self) -> list[int]:
        return [found.start() for found in self._found]

    @cached_property
    def _words(self) -> list[str]:
        plain = [found.group().lower() for found in self._found]
        return [word.replace("’", "'") if "’" in word else word for word in plain]

    @cached_property
    def _tenses(self) -> list[Direction | None]:
        """The tense of each word that was asked for, None where none was."""
        return [None] * len(self._found)

    @cached_property
    def _edges(self) -> list[int]:
        """Where sentences begin; the full stop of a title or an initial ends none."""
        edges = [self.start]
        for found in _EDGE.finditer(self.text, self.start, self.end):
            if found.group()[0] == ".":
                place = bisect_left(self._starts, found.start()) - 1
                word = self._words[place] if place >= 0 else ""
                first = self._starts[place] if place >= 0 else found.start()
                initial = len(word) == 1 and self.text[max(0, first - 1)].isspace()
                if first + len(word) == found.start() and (initial or word in self.language.titles):
                    continue
            edges.append(found.end())
        return [*edges, self.end]

    def direction(self, start: int, end: int) -> Towards:
        """Return whether the clause around ``start`` to ``end`` looks back or ahead."""
        language, words = self.language, self._words
        sentence = bisect_right(self._edges, start) - 1
        floor = bisect_left(self._starts, self._edges[sentence])
        before = bisect_left(self._starts, start) - 1
        while before >= floor and words[before] in language.between:
            before -= 1
        if before >= floor and words[before] in language.future_prepositions:
            # "had filed by Wednesday" looks back, "must file by Wednesday" ahead.
            back = not language.looking_back.isdisjoint(
                words[max(floor, before - 2 * _NEAR + 1) : before]
            )
            return Towards("past" if back else "future", surely=True)
        if before >= floor and words[before] in language.past_prepositions:
            return Towards("past", surely=True)
        tenses = self._tenses
        for place in range(before, max(floor, before - _LOOK_BACK_WORDS + 1) - 1, -1):
            tense = tenses[place]
            if tense is None:
                tense = tenses[place] = self._tense_of(place)
            if tense and (before - place < _NEAR or words[place] not in language.planned):
                return Towards(tense, surely=before - place < _BESIDE)
        return self._direction_after(end, sentence)

    def _direction_after(self, end: int, sentence: int) -> Towards:
        ceiling = self._edges[sentence + 1] if sentence + 1 < len(self._edges) else self.end
        first = bisect_left(self._starts, end)
        last = min(first + _LOOK_AHEAD_WORDS, bisect_left(self._starts, ceiling))
        tenses = self._tenses
        for place in range(first, last):
            tense = tenses[place]
            if tense is None:
                tense = tenses[place] = self._tense_of(place)
            if tense and self._words[place] not in self.language.planned:
                return Towards(tense)
        return Towards()

    def _tense_of(self, place: int) -> Direction:
        """Return the tense that one word shows, "" for most."""
        language, words = self.language, self._words
        word = words[place]
        before = words[place - 1] if place else ""
        after = words[place + 1] if place + 1 < len(words) else ""
        back = not language.looking_back.isdisjoint(words[max(0, place - _NEAR + 1) : place + 1])
        if word == language.infinitive:
            if not after or after in language.not_infinitive or self._is_date_word(after):
                return ""
            if before in language.infinitive_governors or after in language.be:
                return "past" if back else "future"
            return "past" if before.endswith(language.past_ending) else ""
        if word in language.future or (word == "set" and after in ("to", "for")):
            if after == "have":
                return ""  # "could have said" looks back
            return "past" if back else "future"
        if word in language.planned and before not in ("to", "not"):
            return "future"
        past = word in language.past or (
            word.endswith(language.past_ending)
            and len(word) > _LONG_ENOUGH
            and not self._is_name(place)
        )
        return "past" if past and before not in language.be | language.before_adjective else ""

    def _is_date_word(self, word: str) -> bool:
        language = self.language
        return word in language.weekdays or word in language.months or word in language.short_months

    def _is_name(self, place: int) -> bool:
        """Tell "United" from "united": a capital inside a sentence."""
        found = self._found[place]
        return found.group()[0].isupper() and found.start() not in self._edges_set

    @cached_property
    def _edges_set(self) -> frozenset[int]:
        return frozenset(self._edges)
