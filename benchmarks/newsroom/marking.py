"""Marks inside a rendered sentence: private-use characters that carry spans through house styles.

A sentence is one string. Between an opening and a closing mark stand the words of a source, a cue
or a content, a number, or a day that a house may drop. :func:`lift` takes the marks out and says
where they stood.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_NAMES: Final = ("s", "c", "k", "s2", "c2", "s3", "c3")
MARKS: Final = {
    sign + name: chr(0xE000 + 2 * place + (sign == "/"))
    for place, name in enumerate(_NAMES)
    for sign in ("", "/")
}
"""From the mark as written in a half to the character that stands for it."""

NUMBER, NUMBER_END = "\ue040", "\ue041"
"""Around ``VALUE`` or ``VALUE UNIT``: a number that each house writes in its own way."""
DAY, DAY_END = "\ue042", "\ue043"
"""Around words, with the space before them, that say on which day: a house may drop them."""
SOFT_COMMA = "\ue044"
"""A comma that vanishes before other punctuation."""

_OPENING = {MARKS[name]: name for name in _NAMES}
_CLOSING = {MARKS["/" + name]: name for name in _NAMES}
_ANY = re.compile("[\ue000-\ue00d]")


class Marked(NamedTuple):
    """Words of a sentence that carry a mark: which, and from where to where."""

    name: str
    start: int
    end: int


def lift(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """Return a sentence without its marks, and the words that they enclosed.

    >>> lift(MARKS["s"] + "Voss" + MARKS["/s"] + " said so.")
    ('Voss said so.', (Marked(name='s', start=0, end=4),))
    """
    pieces: list[str] = []
    found: list[Marked] = []
    opened: dict[str, int] = {}
    at = length = 0
    for mark in _ANY.finditer(marked):
        piece = marked[at : mark.start()]
        pieces.append(piece)
        length += len(piece)
        at = mark.end()
        sign = mark.group()
        if sign in _OPENING:
            opened[_OPENING[sign]] = length
        elif _CLOSING[sign] in opened:
            name = _CLOSING[sign]
            found.append(Marked(name, opened.pop(name), length))
    pieces.append(marked[at:])
    return "".join(pieces), tuple(found)
