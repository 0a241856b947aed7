"""Words that stand in quotation marks in one article alone."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from twosource.families.comparison.body import Body
from twosource.families.comparison.passages import Found, Passages, Side
from twosource.records import Span

_MARKS = frozenset("\"“”„«»‘'’`")
_NEAR = 3
"""Letters in which a mark and the comma beside it stand: ',"'."""
_FEWEST_QUOTED = 3
"""Words that lost or won quotation marks, from which that is told."""


def find_marks(both: Passages) -> Iterator[Found]:
    """Yield equal words that stand in quotation marks on one side alone."""
    quoted = (both.bodies[0].quoted, both.bodies[1].quoted)
    run: list[tuple[int, int]] = []
    for one, other in [*sorted(both.edits.same.items()), (-1, -1)]:
        unlike = one >= 0 and quoted[0][one] != quoted[1][other]
        if unlike and (not run or (one - 1, other - 1) == run[-1]):
            run.append((one, other))
            continue
        if len(run) >= _FEWEST_QUOTED:
            left = range(run[0][0], run[-1][0] + 1)
            right = range(run[0][1], run[-1][1] + 1)
            inside, outside = (0, 1) if quoted[0][left.start] else (1, 0)
            marks = (_marks_at(both, 0, left), _marks_at(both, 1, right))
            if all(marks[inside]) and not any(marks[outside]):
                yield Found("quotation", left, right)
        run = [(one, other)] if unlike else []


def find_mark_swaps(both: Passages) -> Iterator[tuple[Span, Span]]:
    """Yield the marks with which quotations begin, where the two print them in another form."""
    for one, other in both.edits.same.items():
        marks = (_opening_mark(both.bodies[0], one), _opening_mark(both.bodies[1], other))
        if marks[0] is None or marks[1] is None:
            continue
        printed = (
            body.article.text[mark.start : mark.end]
            for body, mark in zip(both.bodies, marks, strict=True)
            if mark is not None
        )
        if len(set(printed)) > 1:
            yield marks[0], marks[1]


def _opening_mark(body: Body, at: int) -> Span | None:
    """Return the quotation mark right before a word, where a quotation begins with that word."""
    start = body.words[at].start
    if not body.quoted[at] or (at and body.quoted[at - 1]) or start == 0:
        return None
    is_mark = body.article.text[start - 1] in _MARKS
    return Span(body.article.id, start - 1, start) if is_mark else None


def _marks_at(both: Passages, side: Side, place: range) -> tuple[bool, bool]:
    """Tell whether a quotation mark stands right before some words, and right behind them."""
    body = both.bodies[side]
    text, start, end = body.article.text, body.words[place[0]].start, body.words[place[-1]].end
    before = takewhile(_is_no_space, reversed(text[max(0, start - _NEAR) : start]))
    behind = takewhile(_is_no_space, text[end : end + _NEAR])
    return not _MARKS.isdisjoint(before), not _MARKS.isdisjoint(behind)


def _is_no_space(letter: str) -> bool:
    return not letter.isspace()
