"""The blocks of a page, in reading order: lines of a plain text, block elements of a web page."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\n]*")
_SENTENCE_ENDS = ".!?:;…\"”'’»"
_WRAP_SHORTEST = 45
_WRAP_LONGEST = 100
_WRAP_SHARE = 0.25
"""A text is taken for hard-wrapped when so many neighbouring lines run on in small letters."""
_WRAP_FEWEST = 3
_WRAP_FILLED = 0.6
"""In a hard-wrapped text a line shorter than this share of the longest ends its paragraph."""


class Block(NamedTuple):
    """A stretch of a page that stands on its own: a line, a paragraph, a heading, a list item.

    ``start`` and ``end`` are code points of a plain text page, half open; on a web page they are 0.
    ``held`` tells whether the block is of the page's main text (None: there is none). ``dated`` and
    ``signed`` are the time and the name that its markup marks as such.
    """

    text: str
    start: int = 0
    end: int = 0
    gap: int = 0
    tag: str = ""
    level: int = 0
    zone: str = ""
    link_share: float = 0.0
    held: bool | None = None
    piece: int = -1
    dated: str = ""
    signed: str = ""


def read_lines(text: str) -> list[Block]:
    """Return the lines of a plain text that are not blank, hard-wrapped paragraphs joined again.

    Every block's ``text`` is the exact slice ``text[start:end]``, without white space at its ends.
    """
    lines: list[Block] = []
    gap = 0
    for match in _LINE.finditer(text):
        bare = match.group().strip()
        if not bare:
            # The expression matches once more, empty, at the end of each line.
            gap += 1 if match.end() == match.start() and _opens_line(text, match.start()) else 0
            continue
        start = match.start() + match.group().index(bare[0])
        lines.append(Block(bare, start, start + len(bare), gap))
        gap = 0
    return _join_wrapped(text, lines)


def _opens_line(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] == "\n"


def _runs_on(line: Block, following: Block) -> bool:
    return (
        not following.gap
        and _WRAP_SHORTEST <= len(line.text) <= _WRAP_LONGEST
        and line.text[-1] not in _SENTENCE_ENDS
        and following.text[0].islower()
    )


def _join_wrapped(text: str, lines: list[Block]) -> list[Block]:
    """Join the lines of paragraphs that were broken to a fixed width, as in old wires and mail."""
    pairs = [(a, b) for a, b in pairwise(lines) if not b.gap]
    running = sum(_runs_on(a, b) for a, b in pairs)
    if running < _WRAP_FEWEST or running < _WRAP_SHARE * len(pairs):
        return lines
    width = max(len(a.text) for a, b in pairs if _runs_on(a, b))
    joined: list[Block] = []
    previous: Block | None = None
    for line in lines:
        filled = previous is not None and (
            _WRAP_FILLED * width <= len(previous.text) <= _WRAP_LONGEST
        )
        if joined and filled and not line.gap:
            last = joined[-1]
            joined[-1] = last._replace(text=text[last.start : line.end], end=line.end)
        else:
            joined.append(line)
        previous = line
    return joined
