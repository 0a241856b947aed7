"""The words of many paragraphs at once, as :func:`twosource.text.words.words` finds them in one.

A pile of a hundred thousand articles has millions of words; here they are found in a few passes
over arrays of code points instead of one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

LETTER: Final = 1
DIGIT: Final = 2
APOSTROPHE: Final = 4
INNER_STOP: Final = 8
QUOTE: Final = 16
BREAK: Final = 32
_KNOWN: Final = 0x3000
"""Below this code point (all but the scripts of East Asia) kinds stand in a table."""
_STOP: Final = ord(".")
_MARKS: Final = '`"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u201a\u2039\u203a'


class Scan(NamedTuple):
    """Where the words of joined paragraphs stand.

    ``text`` are the paragraphs, a line break after each, and ``codes`` its code points; ``starts``
    and ``ends`` are the words' places there, ``firsts`` the paragraphs' beginnings, ``marks`` the
    places of what may open or close a quotation (an apostrophe inside a word may not), ``broken``
    the numbers of the paragraphs with a line break inside.
    """

    text: str
    codes: NDArray[np.uint32]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    firsts: NDArray[np.int64]
    marks: NDArray[np.int64]
    broken: NDArray[np.int64]

    def paragraph_of(self, places: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the numbers of the paragraphs in which some places lie."""
        return np.searchsorted(self.firsts, places, side="right") - 1


def _kind_of(character: str) -> int:
    """Tell what a character can be in a word; letters are what words are made of, digits apart."""
    if character.isdecimal():
        return DIGIT
    if character.isalnum():
        return LETTER
    if character in "'\u2019":
        return APOSTROPHE | QUOTE
    if character in ".,":
        return INNER_STOP
    if character in "\n\r\u2028\u2029":
        return BREAK
    return (
        QUOTE
        if character in '`"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u201a\u2039\u203a'
        else 0
    )


_KINDS: Final = np.array([_kind_of(chr(code)) for code in range(_KNOWN)], dtype=np.uint8)


def scan(paragraphs: Sequence[str]) -> Scan:
    """Return the places of all words of the paragraphs; no word spans two of them."""
    joined = "\n".join(paragraphs) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kinds = _KINDS.take(codes, mode="clip")
    far = np.flatnonzero(codes >= _KNOWN)
    if len(far):
        distinct, which = np.unique(codes[far], return_inverse=True)
        kinds[far] = np.array([_kind_of(chr(c)) for c in distinct.tolist()], dtype=np.uint8)[which]
    # An apostrophe between letters belongs to the word, as a stop or comma between digits does.
    plain = kinds & (LETTER | DIGIT)
    inner = np.flatnonzero((kinds[1:-1] & (APOSTROPHE | INNER_STOP)) != 0) + 1
    wanted = np.where(kinds[inner] & APOSTROPHE, LETTER, DIGIT)
    inner = inner[(plain[inner - 1] == wanted) & (plain[inner + 1] == wanted)]
    marks = kinds & QUOTE
    marks[inner] = 0
    plain[inner] = plain[inner - 1]
    # The last code point, which stands before the first one here, is a line break.
    edges = np.flatnonzero(plain != np.roll(plain, 1))
    starts, ends = edges[plain[edges] != 0], edges[plain[edges - 1] != 0]
    starts, ends = _join_initials(codes, starts, ends)
    lengths = np.fromiter(map(len, paragraphs), dtype=np.int64, count=len(paragraphs))
    firsts = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths + 1)[:-1]])
    kinds[firsts - 1] = 0  # the breaks between paragraphs; that of the last one comes first
    breaks = np.flatnonzero(kinds == BREAK)
    broken = np.unique(np.searchsorted(firsts, breaks, side="right") - 1)
    return Scan(joined, codes, starts, ends, firsts, np.flatnonzero(marks != 0), broken)


def _join_initials(
    codes: NDArray[np.uint32], starts: NDArray[np.int64], ends: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Join letters that a full stop follows each to one word with its stops: U.S., a.m."""
    single = np.flatnonzero(ends - starts == 1)
    letters = codes[starts[single]] | 0x20  # small letters
    lone = single[(codes[ends[single]] == _STOP) & (letters >= ord("a")) & (letters <= ord("z"))]
    follows = np.zeros(len(lone), dtype=np.bool_)
    follows[1:] = (np.diff(lone) == 1) & (np.diff(starts[lone]) == 2)  # noqa: PLR2004 - a letter, a stop
    first = np.flatnonzero(~follows)
    last = np.append(first[1:], len(lone))[: len(first)] - 1
    several = last > first
    joined = ends.copy()
    joined[lone[first[several]]] = ends[lone[last[several]]] + 1
    kept = np.ones(len(starts), dtype=np.bool_)
    kept[lone[follows]] = False
    return starts[kept], joined[kept]
