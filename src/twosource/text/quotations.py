"""Quotations in a text, whatever marks the house uses, with apostrophes told apart."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.text.sentences import paragraphs

_MARKS = re.compile("``|''|[\"\u201c\u201d\u201e\u201f\u00ab\u00bb'\u2018\u2019\u201a\u2039\u203a]")
_DOUBLE_CLOSERS = {
    '"': ('"', "\u201d"),
    "\u201c": ("\u201d", "\u201c", '"'),
    "\u201e": ("\u201c", "\u201d"),
    "\u00ab": ("\u00bb",),
    "``": ("''", '"'),
    "''": ("''",),
}
_SINGLE = "'\u2018\u2019\u201a"
BEFORE_OPENING = ' \t\u00a0([{\u2014\u2013-:/"\u201c'
AFTER_CLOSING = ' \t\u00a0.,;:!?)]}\u2014\u2013-/"\u201d'
_STOPS = ".,!?;\u2026"
OPENINGS_PASSED = 3
"""So many single marks that look like openings ('em, '90s) are passed over in a quotation."""
MARKS_PASSED = 40


class Quotation(NamedTuple):
    """A quotation with its marks (``start`` to ``end``) and without (``inner_…``); half open."""

    start: int
    end: int
    inner_start: int
    inner_end: int


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Quotation]:
    """Return the outermost quotations, in order; one that its paragraph leaves open ends with it.

    >>> q = quotations("He said 'it's over,' twice.")[0]
    >>> "He said 'it's over,' twice."[q.inner_start : q.inner_end]
    "it's over,"
    """
    found: list[Quotation] = []
    for first, last in paragraphs(text, start, end):
        marks = list(_MARKS.finditer(text, first, last))
        at = 0
        while at < len(marks):
            mark = marks[at]
            closing = _find_closing(text, marks, at, first, last)
            if closing is None:
                at += 1
                continue
            close_start, close_end, following = closing
            found.append(Quotation(mark.start(), close_end, mark.end(), close_start))
            at = following
    return found


def _find_closing(
    text: str, marks: list[re.Match[str]], at: int, first: int, last: int
) -> tuple[int, int, int] | None:
    """Return where the quotation opened by mark ``at`` closes, and the next mark to look at."""
    mark = marks[at]
    sign = mark.group()
    before = text[mark.start() - 1] if mark.start() > first else " "
    after = text[mark.end()] if mark.end() < last else " "
    if sign in _SINGLE:
        return _close_single(text, marks, at, first, last)
    if sign in "\u201d\u00bb\u203a\u2039\u201f":
        return None
    if (
        sign in {'"', "''"}
        and not before.isspace()
        and before not in BEFORE_OPENING
        and after in " \t.,;"
    ):
        return None
    closers = _DOUBLE_CLOSERS[sign]
    for index in range(at + 1, len(marks)):
        other = marks[index].group()
        if other in closers:
            return marks[index].start(), marks[index].end(), index + 1
        if other == sign:
            break
    if sign in ('"', "\u201c", "\u201e") and mark.start() == first:
        # A paragraph that opens a quotation and does not close it goes on in the next one.
        return last, last, len(marks)
    return None


def _close_single(
    text: str, marks: list[re.Match[str]], at: int, first: int, last: int
) -> tuple[int, int, int] | None:
    """Close a single mark: an opening one stands before a word, a closing one after a stop."""
    mark = marks[at]
    if mark.group() == "\u2019":
        return None
    before = text[mark.start() - 1] if mark.start() > first else " "
    after = text[mark.end()] if mark.end() < last else " "
    if before not in BEFORE_OPENING or after.isspace():
        return None
    if mark.group() == "'" and after.isdigit() and text[mark.end() : mark.end() + 2].isdigit():
        return None
    fallback: tuple[int, int, int] | None = None
    openings = 0
    for index in range(at + 1, min(len(marks), at + 1 + MARKS_PASSED)):
        other = marks[index]
        if other.group() not in "'\u2019":
            continue
        left = text[other.start() - 1]
        right = text[other.end()] if other.end() < last else " "
        if left.isspace():
            openings += 1
            if openings > OPENINGS_PASSED:
                break
            continue
        if right not in AFTER_CLOSING:
            continue
        here = (other.start(), other.end(), index + 1)
        plural_possessive = (
            left == "s" and right == " " and text[other.end() + 1 : other.end() + 2].islower()
        )
        if left in _STOPS or right in _STOPS or not plural_possessive:
            return here
        fallback = fallback or here
    return fallback


def within(place: int, found: list[Quotation]) -> bool:
    """Tell whether a place lies inside one of the quotations."""
    return any(q.start <= place < q.end for q in found)
