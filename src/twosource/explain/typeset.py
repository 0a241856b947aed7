"""Sets words into lines of a given width, in any script, and shows what would hide in them.

Text of pages is foreign: an outlet's name may hold the codes that move a terminal's cursor or turn
the direction of reading. :func:`visible` shows such characters instead of sending them.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

ELLIPSIS = "…"
PLAIN_GLYPHS = str.maketrans(
    {
        "“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "→": "->", "·": "-", "–": "-",
        "—": "-", "├": "|", "└": "`", "─": "-", "│": "|", "•": "*", "\u00a0": " ", "×": "x",
    }
)  # fmt: skip
"""For a terminal that knows no more than ASCII: the same marks in its few letters."""

_HIDDEN = {"Cc", "Cf", "Co", "Cn", "Cs"}
_HARMLESS = {"\u200c", "\u200d", "\ufe0f"}
"""Joiners that scripts of several languages need to be written rightly at all."""


def visible(text: str) -> str:
    r"""Show a page's words on one line, with hidden and commanding characters written out.

    >>> visible("Daily\x1b[2J  News")
    'Daily⟨U+001B⟩[2J News'
    """
    joined = " ".join(text.split())
    if joined.isascii() and joined.isprintable():
        return joined
    return "".join(
        f"⟨U+{ord(letter):04X}⟩"
        if unicodedata.category(letter) in _HIDDEN and letter not in _HARMLESS
        else letter
        for letter in joined.replace("\u00ad", "").replace("\ufeff", "")
    )


def columns(text: str) -> int:
    """Count the columns that words take on a screen: two for wide letters, none for accents.

    >>> columns("北京 news")
    9
    """
    if text.isascii():
        return len(text)
    return sum(_columns_of(letter) for letter in text)


def _columns_of(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1


def clip(text: str, width: int) -> str:
    """Cut words to a width, at the end of a word where one is near, with an ellipsis.

    >>> clip("the bridge has been closed", 16)
    'the bridge has…'
    """
    if columns(text) <= width:
        return text
    taken = 0
    end = 0
    for letter in text:
        taken += _columns_of(letter)
        if taken > width - 1:
            break
        end += 1
    cut = text[:end]
    space = cut.rfind(" ")
    if not text[end].isspace() and space > end // 2:
        cut = cut[:space]
    return cut.rstrip(" ,;:.–—-") + ELLIPSIS


def wrap(text: str, width: int, *, first: str = "", rest: str = "") -> list[str]:
    """Break words into lines of at most ``width`` columns, each after its ``first`` or ``rest``.

    A word wider than a line (an address, a script without spaces) is broken where the line ends.

    >>> wrap("who told whom", 8, first="- ", rest="  ")
    ['- who', '  told', '  whom']
    """
    lines: list[str] = []
    head, line, used = first, "", columns(first)
    for word in text.split():
        for piece in _pieces(word, max(1, width - columns(rest))):
            wide = columns(piece)
            if line and used + 1 + wide > width:
                lines.append(head + line)
                head, line, used = rest, "", columns(rest)
            line, used = (f"{line} {piece}", used + 1 + wide) if line else (piece, used + wide)
    if line or not lines:
        lines.append(head + line)
    return lines


def _pieces(word: str, width: int) -> list[str]:
    if columns(word) <= width:
        return [word]
    pieces, piece, used = [], "", 0
    for letter in word:
        wide = _columns_of(letter)
        if piece and used + wide > width:
            pieces.append(piece)
            piece, used = "", 0
        piece += letter
        used += wide
    return [*pieces, piece]


def pad(text: str, width: int) -> str:
    """Fill words up to a width with spaces on the right."""
    return text + " " * max(0, width - columns(text))


class Ink(NamedTuple):
    """How words are set apart: with colour on a terminal that has it, by nothing elsewhere."""

    colour: bool = False

    def strong(self, text: str) -> str:
        """Set words so that the eye lands on them first."""
        return f"\x1b[1m{text}\x1b[0m" if self.colour and text else text

    def faint(self, text: str) -> str:
        """Set words back: labels, places, short ids."""
        return f"\x1b[2m{text}\x1b[0m" if self.colour and text else text

    def warm(self, text: str) -> str:
        """Mark what is not in the reader's hands: lost originals, refusals."""
        return f"\x1b[33m{text}\x1b[0m" if self.colour and text else text
