"""Which words of many paragraphs stand inside quotations, as :mod:`twosource.text.quotations` says.

Most paragraphs have no quotation, or plain pairs of double marks: those are settled for all
paragraphs at once. Any other use of marks is read paragraph by paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from twosource.text.quotations import BEFORE_OPENING, quotations
from twosource.text.scanning import Scan

_STRAIGHT = ord('"')
_OPENING, _CLOSING = ord("\u201c"), ord("\u201d")
_APOSTROPHE, _CURLY = ord("'"), ord("\u2019")
_BEFORE = np.array([ord(c) for c in "\n" + BEFORE_OPENING], dtype=np.uint32)
_AFTER_CLOSED = np.array([ord(c) for c in " \t.,;\n"], dtype=np.uint32)


def find_quoted(found: Scan, paragraphs: Sequence[str]) -> NDArray[np.bool_]:
    """Tell for each word whether it stands inside a quotation of its paragraph."""
    inside = np.zeros(len(found.codes) + 1, dtype=np.int8)
    plain, others = _pair_marks(found)
    np.add.at(inside, plain[0], 1)
    np.add.at(inside, plain[1] + 1, -1)
    for paragraph in others:
        first = int(found.firsts[paragraph])
        for quotation in quotations(paragraphs[paragraph]):
            inside[first + quotation.start] += 1
            inside[first + quotation.end] -= 1
    return np.cumsum(inside, dtype=np.int8)[found.starts] > 0


def _pair_marks(
    found: Scan,
) -> tuple[tuple[NDArray[np.int64], NDArray[np.int64]], list[int]]:
    """Return the opening and closing marks of plain pairs, and the paragraphs to be read alone."""
    marks = found.marks
    code, before, after = (found.codes[marks + step] for step in (0, -1, 1))
    # An apostrophe after a letter opens nothing, and where nothing opens it closes nothing.
    idle = (code == _CURLY) | ((code == _APOSTROPHE) & ~np.isin(before, _BEFORE))
    idle &= (before != _APOSTROPHE) & (after != _APOSTROPHE)
    marks, code, before, after = (held[~idle] for held in (marks, code, before, after))
    paragraph = np.searchsorted(found.firsts, marks, side="right") - 1
    new = np.flatnonzero(np.diff(paragraph, prepend=-1))
    size = np.diff(np.append(new, len(marks)))
    first = np.arange(len(marks)) - np.repeat(new, size)
    opens = first % 2 == 0
    curly = code == np.where(opens, _OPENING, _CLOSING)
    closes_only = ~np.isin(before, _BEFORE) & np.isin(after, _AFTER_CLOSED)
    straight = (code == _STRAIGHT) & ~(opens & closes_only)
    fits = np.zeros(len(new), dtype=np.bool_)
    if len(new):
        fits = np.logical_and.reduceat(curly, new) | np.logical_and.reduceat(straight, new)
        fits &= size % 2 == 0
    fits &= ~np.isin(paragraph[new], found.broken)
    plain = np.repeat(fits, size)
    return (marks[plain & opens], marks[plain & ~opens]), paragraph[new[~fits]].tolist()
