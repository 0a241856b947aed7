"""Sentences of a text with their places, quotations kept whole."""

from __future__ import annotations

import re
from functools import lru_cache

import sentencex

_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_CLOCK_END = re.compile(r"\b[ap]\.m\.$")
_DAY_AHEAD = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
)
_TITLE_END = re.compile(r"\b(?:Ms|Atty|Amb|Cllr|Const)\.$")
"""Titles that the library takes for the end of a sentence."""
_TAIL = 7
_LONGEST_SENTENCE_INPUT = 20_000


def paragraphs(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the places of the lines that hold more than white space, without its edges."""
    found = []
    for line in _PARAGRAPH.finditer(text, start, len(text) if end is None else end):
        printed = line.group()
        stripped = printed.strip()
        if stripped:
            first = line.start()
            if len(stripped) < len(printed):
                first += len(printed) - len(printed.lstrip())
            found.append((first, first + len(stripped)))
    return found


@lru_cache(maxsize=1 << 13)
def _split(paragraph: str) -> tuple[tuple[int, int], ...]:
    """Split one paragraph; the library's pieces are laid end to end, so offsets stay exact."""
    pieces: list[tuple[int, int]] = []
    at = 0
    for piece in sentencex.segment("en", paragraph):
        begin = paragraph.find(piece, at)
        if begin < 0:
            continue
        at = begin + len(piece)
        stripped = piece.strip()
        if not stripped:
            continue
        lead = len(piece) - len(piece.lstrip())
        place = (begin + lead, begin + lead + len(stripped))
        before = paragraph[max(0, pieces[-1][1] - _TAIL) : pieces[-1][1]] if pieces else ""
        if _TITLE_END.search(before) or (_CLOCK_END.search(before) and _DAY_AHEAD.match(stripped)):
            pieces[-1] = (pieces[-1][0], place[1])
        else:
            pieces.append(place)
    return tuple(pieces)


def sentences(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the places of the sentences, paragraph by paragraph.

    >>> sentences("He left. She stayed.")
    [(0, 8), (9, 20)]
    """
    found: list[tuple[int, int]] = []
    for first, last in paragraphs(text, start, end):
        for at in range(first, last, _LONGEST_SENTENCE_INPUT):
            piece = text[at : min(last, at + _LONGEST_SENTENCE_INPUT)]
            found += [(at + a, at + b) for a, b in _split(piece)]
    return found
