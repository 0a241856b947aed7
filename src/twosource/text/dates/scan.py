"""One reading of a text: what stands beside a place, and which way its clause looks."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.text.dates.clause import Clauses, Towards
from twosource.text.dates.forms import Forms, forms_of
from twosource.text.dates.language import Language

_LONGEST_WORD = 20
_LAST_WORD = re.compile(r"[^\W_]{1,20}\Z")
_NEXT_WORD = re.compile(r"\s([A-Za-z]{1,20})")
_JOINTS = " -\u00a0\n"


class Before(NamedTuple):
    """A word right before a place, in lower case, and where it starts; "" where there is none."""

    word: str
    start: int


class Scan:
    """A text between two places, the language it is read in, and looks around in it."""

    def __init__(self, text: str, start: int, end: int, language: Language) -> None:
        self.text, self.start, self.end = text, start, end
        self.language = language
        self.forms: Forms = forms_of(language)
        self._clauses = Clauses(text, start, end, language)
        self._before: dict[int, Before] = {}

    def towards(self, start: int, end: int) -> Towards:
        """Return whether the clause around a date looks back or ahead."""
        return self._clauses.direction(start, end)

    def before(self, position: int) -> Before:
        """Return the word or number before a place, one space or hyphen between them."""
        known = self._before.get(position)
        if known is None:
            known = self._before[position] = self._look_before(position)
        return known

    def _look_before(self, position: int) -> Before:
        text, last = self.text, position - 1
        if last <= self.start or text[last] not in _JOINTS:
            return Before("", position)
        found = _LAST_WORD.search(text, max(self.start, last - _LONGEST_WORD), last)
        if found is None:
            return Before("", last)
        return Before(found.group().lower(), found.start())

    def follows_name(self, position: int) -> bool:
        """Tell whether a word with a capital stands right before a place."""
        word = self.before(position)
        return bool(word.word) and self.text[word.start].isupper()

    def after(self, position: int) -> str:
        """Return the word behind a place and one space, as it is written."""
        found = _NEXT_WORD.match(self.text, position, self.end)
        return found.group(1) if found is not None else ""

    def bound(self, position: int) -> str:
        """Return what the preposition before a place leaves open ("since": what comes after)."""
        return self.language.bounds.get(self.before(position).word, "")
