"""Marks inside a rendered sentence: private-use characters that carry spans through house styles.

A sentence is one string. Between an opening and a closing mark stand the words of a source, a cue
or a content, a number, or a day that a house may drop. :func:`lift` takes the marks out and says
where they stood.
"""

from __future__ import annotations

import re
from functools import lru_cache
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
_ANY = re.compile("([\ue000-\ue00d])")


class Marked(NamedTuple):
    """Words of a sentence that carry a mark: which, and from where to where."""

    name: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def lift(marked: str) -> tuple[str, tuple[Marked, ...]]:
    """Return a sentence without its marks, and the words that they enclosed.

    A dispatch's sentences are printed again and again, so what was lifted is remembered.

    >>> lift(MARKS["s"] + "Voss" + MARKS["/s"] + " said so.")
    ('Voss said so.', (Marked(name='s', start=0, end=4),))
    """
    pieces = _ANY.split(marked)
    if len(pieces) == 1:
        return marked, ()
    found: list[Marked] = []
    opened: dict[str, int] = {}
    length = 0
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            length += len(piece)
        elif piece in _OPENING:
            opened[_OPENING[piece]] = length
        else:
            name = _CLOSING[piece]
            if name in opened:
                found.append(Marked(name, opened.pop(name), length))
    return "".join(pieces[::2]), tuple(found)
