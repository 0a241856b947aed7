"""Which words of many paragraphs stand inside quotations, as :mod:`twosource.text.quotations` says.

Most paragraphs have no quotation, or plain pairs of one house's marks: those are settled for all
paragraphs at once. Any other use of marks is read paragraph by paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.text.quotations import (
    AFTER_CLOSING,
    BEFORE_OPENING,
    MARKS_PASSED,
    OPENINGS_PASSED,
    quotations,
)
from twosource.text.scanning import Scan

Codes = NDArray[np.uint32]
Flags = NDArray[np.bool_]
Numbers = NDArray[np.int64]

_STRAIGHT = ord('"')
_APOSTROPHE, _OPENING, _CLOSING = ord("'"), ord("\u2018"), ord("\u2019")
_PAIRS = np.array(
    [
        (ord(opening) << 16) + ord(closing)
        for opening, closings in (
            ('"', '"\u201d'),
            ("\u201c", '\u201d\u201c"'),
            ("\u201e", "\u201c\u201d"),
            ("\u00ab", "\u00bb"),
        )
        for closing in closings
    ],
    dtype=np.uint32,
)
_KNOWN = 0x3002
"""Below this code point, that of the widest space and one more, characters stand in tables."""


def _table(characters: str) -> Flags:
    """Tell which code points are among some characters; the last one stands for all above it."""
    held = np.zeros(_KNOWN, dtype=np.bool_)
    held[[ord(character) for character in characters]] = True
    return held


_BEFORE = _table("\n" + BEFORE_OPENING)
_NEVER_OPEN = _table("\u201d\u00bb\u203a\u2039\u201f")
_AFTER_CLOSED = _table(" \t.,;\n")
_AFTER = _table("\n" + AFTER_CLOSING)
_SPACE = _table("".join(chr(code) for code in range(_KNOWN) if chr(code).isspace()))
_DIGIT = _table("".join(chr(code) for code in range(_KNOWN) if chr(code).isdigit()))
_LOWER = _table("".join(chr(code) for code in range(_KNOWN) if chr(code).islower()))


class _Marks(NamedTuple):
    """Marks with the code points around them, and their paragraphs' numbers, ascending."""

    places: Numbers
    codes: Codes
    before: Codes
    after: Codes
    paragraphs: Numbers

    def keep(self, kept: Flags) -> _Marks:
        return _Marks(
            self.places[kept],
            self.codes[kept],
            self.before[kept],
            self.after[kept],
            self.paragraphs[kept],
        )


class _Pairs(NamedTuple):
    """Where quotations open and close, and which paragraphs are not settled, ascending."""

    opening: Numbers
    closing: Numbers
    left: Numbers


def find_quoted(found: Scan, paragraphs: Sequence[str]) -> Flags:
    """Tell for each word whether it stands inside a quotation of its paragraph."""
    inside = np.zeros(len(found.codes) + 1, dtype=np.int8)
    marks = _read_marks(found)
    double = _pair_double(marks.keep(~_is_idle(marks)), found)
    single = _pair_single(
        marks.keep(_mark(double.left, found)[marks.paragraphs]), found, paragraphs
    )
    for pairs in (double, single):
        inside[pairs.opening] += 1
        inside[pairs.closing + 1] -= 1
    for paragraph in single.left.tolist():
        first = int(found.firsts[paragraph])
        for quotation in quotations(paragraphs[paragraph]):
            inside[first + quotation.start] += 1
            inside[first + quotation.end] -= 1
    return np.cumsum(inside, dtype=np.int8)[found.starts] > 0


def _read_marks(found: Scan) -> _Marks:
    places = found.marks
    code, before, after = (found.codes[places + step] for step in (0, -1, 1))
    return _Marks(places, code, before, after, found.paragraph_of(places))


def _look_up(table: Flags, codes: Codes) -> Flags:
    held: Flags = table.take(codes, mode="clip")
    return held


def _is_doubled(marks: _Marks) -> Flags:
    """Tell the apostrophes that stand side by side and are one mark."""
    doubled: Flags = (marks.before == _APOSTROPHE) | (marks.after == _APOSTROPHE)
    doubled &= marks.codes == _APOSTROPHE
    return doubled


def _is_idle(marks: _Marks) -> Flags:
    """Tell the apostrophes that open nothing: where nothing opens they close nothing either."""
    idle: Flags = (marks.codes == _APOSTROPHE) & ~_look_up(_BEFORE | _SPACE, marks.before)
    idle |= marks.codes == _CLOSING
    idle &= ~_is_doubled(marks)
    return idle


def _find_plain(paragraphs: Numbers, found: Scan) -> Flags:
    """Tell the paragraphs of one line that neither begin nor end with white space."""
    first = found.codes[found.firsts[paragraphs]]
    last = found.codes[np.append(found.firsts, len(found.codes))[paragraphs + 1] - 2]
    broken = _mark(found.broken, found)[paragraphs]
    plain: Flags = ~(broken | _look_up(_SPACE, first) | _look_up(_SPACE, last))
    return plain


def _mark(paragraphs: Numbers, found: Scan) -> Flags:
    """Return a flag a paragraph, set for some of them."""
    marked = np.zeros(len(found.firsts), dtype=np.bool_)
    marked[paragraphs] = True
    return marked


def _pair_double(marks: _Marks, found: Scan) -> _Pairs:
    """Pair the marks of paragraphs that use but one pair of double marks, or open nothing."""
    new = np.flatnonzero(np.diff(marks.paragraphs, prepend=-1))
    if not len(new):
        return _Pairs(new, new, new)
    size = np.diff(np.append(new, len(marks.places)))
    opens = (np.arange(len(marks.places)) - np.repeat(new, size)) % 2 == 0
    head, second = marks.codes[new], marks.codes[np.minimum(new + 1, len(marks.codes) - 1)]
    same = marks.codes == np.where(opens, np.repeat(head, size), np.repeat(second, size))
    closes_only = ~_look_up(_BEFORE, marks.before) & _look_up(_AFTER_CLOSED, marks.after)
    same &= ~((marks.codes == _STRAIGHT) & opens & closes_only)
    paired = np.logical_and.reduceat(same, new) & (size % 2 == 0)
    paired &= (((head << np.uint32(16)) + second)[:, None] == _PAIRS).any(axis=1)
    idle = np.logical_and.reduceat(_look_up(_NEVER_OPEN, marks.codes), new)
    plain = _find_plain(marks.paragraphs[new], found)
    held = np.repeat(paired & plain, size)
    left = marks.paragraphs[new[~(plain & (paired | idle))]]
    return _Pairs(marks.places[held & opens], marks.places[held & ~opens], left)


def _pair_single(marks: _Marks, found: Scan, paragraphs: Sequence[str]) -> _Pairs:
    """Pair the marks of paragraphs that use single marks alone, each of which does one thing."""
    new = np.flatnonzero(np.diff(marks.paragraphs, prepend=-1))
    if not len(new):
        return _Pairs(new, new, new)
    code = marks.codes
    closing = (code == _APOSTROPHE) | (code == _CLOSING)
    further = [
        found.codes[np.minimum(marks.places + step, len(found.codes) - 1)] for step in (1, 2)
    ]
    year = _look_up(_DIGIT, further[0]) & _look_up(_DIGIT, further[1]) & (code == _APOSTROPHE)
    opens = ((code == _APOSTROPHE) | (code == _OPENING)) & ~_look_up(_SPACE, marks.after) & ~year
    opens &= _look_up(_BEFORE, marks.before)
    behind_space = closing & _look_up(_SPACE, marks.before)
    closes = closing & ~behind_space & _look_up(_AFTER, marks.after)
    plural = closes & (marks.before == ord("s")) & (marks.after == ord(" "))
    plural &= _look_up(_LOWER, further[1])
    odd = _is_doubled(marks) | ~(closing | opens) | (opens & closes) | plural
    size = np.diff(np.append(new, len(code)))
    plain = ~np.logical_or.reduceat(odd, new)
    plain &= np.add.reduceat(behind_space, new, dtype=np.int64) <= OPENINGS_PASSED
    read = (paragraphs[paragraph] for paragraph in marks.paragraphs[new].tolist())
    few = [text.count("'") + text.count("\u2019") <= MARKS_PASSED for text in read]
    plain &= np.array(few, dtype=np.bool_)
    plain &= _find_plain(marks.paragraphs[new], found)
    # A quotation opens where one may and none is open, and closes where one may next.
    told = np.flatnonzero(np.repeat(plain, size) & (opens | closes))
    paragraph, place, opens = marks.paragraphs[told], marks.places[told], opens[told]
    turn = np.ones(len(told), dtype=np.bool_)
    turn[1:] = (paragraph[1:] != paragraph[:-1]) | (opens[1:] != opens[:-1])
    paragraph, place, opens = paragraph[turn], place[turn], opens[turn]
    pair = np.flatnonzero(opens[:-1] & ~opens[1:] & (paragraph[1:] == paragraph[:-1]))
    return _Pairs(place[pair], place[pair + 1], marks.paragraphs[new[~plain]])
