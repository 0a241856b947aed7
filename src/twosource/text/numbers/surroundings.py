"""The words beside a figure, nearest first, as far as they can bear on it."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_REACH_BEFORE, _REACH_BEHIND = 70, 130
"""How many letters before and behind a figure can still bear on it."""
_MOST_TOKENS = 16
"""The same behind it, in words."""
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+|[-‐‑](?=[^\W\d_])[^\W\d_]+)*['’]?|"
    r"[0-9][\w.,]*|\S"
)
_STOPPING = frozenset(".!?;:")
_LEAST_TITLED, _TITLED_SHARE, _SMALL_WORD = 2, 0.8, 4
"""Of two words of four letters or more, four in five have capitals in a headline."""
_LONGEST_SHORTENED = 2
""""No.", "St.": a full stop behind so few letters ends no sentence."""


class Token(NamedTuple):
    """A word or a mark: as it compares, and where it stands."""

    word: str
    start: int
    end: int
    capital: bool = False

    @property
    def is_word(self) -> bool:
        """Tell whether it is a word and neither a figure nor a mark."""
        return self.word[:1].isalpha()


class Surroundings(NamedTuple):
    """What stands before a figure (nearest first) and behind it, and whether it opens a text."""

    before: tuple[Token, ...]
    behind: tuple[Token, ...]

    @property
    def opens(self) -> bool:
        """Tell whether the figure stands first in its sentence."""
        return not self.before

    @property
    def titled(self) -> bool:
        """Tell whether nearly all words are capitals: a headline, where capitals name nothing."""
        long = [t for t in (*self.before, *self.behind) if len(t.word) >= _SMALL_WORD and t.is_word]
        capitals = sum(t.capital for t in long)
        return len(long) >= _LEAST_TITLED and capitals >= _TITLED_SHARE * len(long)

    def word_before(self, place: int = 0) -> str:
        """Return the word at a place before the figure; empty where there is none."""
        return self.before[place].word if place < len(self.before) else ""

    def word_behind(self, place: int = 0) -> str:
        """Return the word at a place behind the figure; empty where there is none."""
        return self.behind[place].word if place < len(self.behind) else ""


def _tokens(text: str, start: int, end: int, most: int) -> list[Token]:
    found = []
    for mark in islice(_TOKEN.finditer(text, start, end), most):
        written = mark.group()
        word = written.lower()
        capital = word != written and written[0].isalpha()
        if "’" in word:
            word = word.replace("’", "'")
        found.append(Token(word, mark.start(), mark.end(), capital))
    return found


def look_around(text: str, lead: int, behind: int) -> Surroundings:
    """Return the words around a figure that stands between ``lead`` and ``behind``."""
    first = max(0, lead - _REACH_BEFORE)
    if first > 0:
        gap = text.find(" ", first, lead)
        first = gap if gap >= 0 else first
    left = _tokens(text, first, lead, _REACH_BEFORE)
    right = _tokens(text, behind, min(len(text), behind + _REACH_BEHIND), _MOST_TOKENS)
    for at in range(len(left) - 1, 0, -1):
        if left[at].word in _STOPPING and left[at - 1].end == left[at].start:
            if left[at].word == "." and len(left[at - 1].word) <= _LONGEST_SHORTENED:
                continue
            left = left[at + 1 :] if left[at].word in "!?" or _starts(left, at) else left
            break
    return Surroundings(tuple(reversed(left)), tuple(right))


def _starts(tokens: list[Token], at: int) -> bool:
    """Tell whether a new sentence begins behind a mark."""
    return tokens[at].word == "." and at + 1 < len(tokens) and tokens[at + 1].capital
