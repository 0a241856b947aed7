"""The words beside a figure, nearest first, as far as they can bear on it."""

from __future__ import annotations

import re
from itertools import islice
from typing import NamedTuple

_REACH_BEFORE, _REACH_BEHIND = 70, 130
_MOST_TOKENS = 16
"""How many letters before and behind a figure can still bear on it."""
_TOKEN = re.compile(
    r"(?:[A-Za-z]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+|[-‐‑](?=[^\W\d_])[^\W\d_]+)*['’]?|"
    r"[0-9][\w.,]*|\S"
)
_STOPPING = frozenset(".!?;:")


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
    return [
        Token(
            m.group().lower().replace("’", "'"),
            m.start(),
            m.end(),
            not m.group().islower() and m.group()[0].isalpha(),
        )
        for m in islice(_TOKEN.finditer(text, start, end), most)
    ]


_LEAST_TITLED = 2
_TITLED_SHARE = 0.8
_SMALL_WORD = 4


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
            if left[at].word == "." and len(left[at - 1].word) <= 2:  # noqa: PLR2004 - "No.", "St."
                continue
            left = left[at + 1 :] if left[at].word in "!?" or _starts(left, at) else left
            break
    return Surroundings(tuple(reversed(left)), tuple(right))


def _starts(tokens: list[Token], at: int) -> bool:
    """Tell whether a new sentence begins behind a mark."""
    return tokens[at].word == "." and at + 1 < len(tokens) and tokens[at + 1].capital
