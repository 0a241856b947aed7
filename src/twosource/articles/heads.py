"""Heads of further articles on a page, by what newspapers and aggregators set above a text.

A headline that is said twice, with a date, a byline or a publisher below it, before enough prose
whose words differ from those above: where these stand together an article begins, whatever the
labeller made of the lines. A subhead has none of these.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from twosource.articles.datelines import read_dateline
from twosource.articles.evidence import Line, split_date
from twosource.text.names import looks_like_outlet

_HEAD_LINES: Final = 14
_HEAD_PROSE_WORDS: Final = 45
_REPEAT_REACH: Final = 6
_REPEAT_WORDS: Final = 4
_START_SCORE: Final = 2.5
_HEAD_LEAST: Final = 1.0
"""What a further article's head must show by itself, before its words are compared."""
_HEAD_FULL: Final = 3.0
_FURTHER_BODY_WORDS: Final = 60
_BREAK_LINES: Final = 5
_COHESION_WORDS: Final = 30
_LIKENESS_EVEN: Final = 0.14
"""Share of common words at which two neighbouring stretches are as likely one article as two."""
_LIKENESS_STEP: Final = 0.04
_TITLE_SLOPE: Final = 2.0
_COHESION_LETTERS: Final = 5
_OVERLAP_READ: Final = 200
_COHESION_READ: Final = 1_500


class Head(NamedTuple):
    """A further article's head: its first line, and where its running text begins."""

    headline: int
    body: int
    score: float


def find_heads(lines: list[Line], reading: list[bool]) -> list[Head]:
    """Find the heads of articles: each gap before running text (``reading``) is asked for one."""
    found: list[Head] = []
    place = 0
    while place < len(lines):
        if not reading[place] or (place and reading[place - 1]):
            place += 1
            continue
        start = _best_start(lines, reading, place)
        if start is not None:
            if found and lines[found[-1].headline].folded == lines[start.headline].folded:
                found[-1] = found[-1]._replace(body=start.body)
            else:
                found.append(start)
        place += 1
    return found


def _best_start(lines: list[Line], reading: list[bool], prose: int) -> Head | None:
    gap = prose
    while gap > 0 and not reading[gap - 1] and prose - gap < _HEAD_LINES:
        gap -= 1
    best: Head | None = None
    if _words_after(lines, reading, prose) < _FURTHER_BODY_WORDS:
        return None
    for place in range(gap, prose):
        line = lines[place]
        if line.look not in {"headline", "question"} or line.block.zone in {
            "nav",
            "comment",
            "footer",
        }:
            continue
        first = _first_saying(lines, place)
        score = _score_start(lines, reading, first, place, prose)
        if score >= _START_SCORE and (best is None or score > best.score):
            best = Head(first, prose, score)
    return best


def _words_after(lines: list[Line], reading: list[bool], prose: int) -> int:
    total = 0
    silent = 0
    for place in range(prose, len(lines)):
        if reading[place]:
            total += lines[place].words
            silent = 0
        else:
            silent += 1
            if (
                silent >= _BREAK_LINES
                or total > _OVERLAP_READ
                or lines[place].look in {"closing", "date", "byline"}
            ):
                break
    return total


def _first_saying(lines: list[Line], place: int) -> int:
    """Return where the headline at ``place`` is said first, a few lines up at most."""
    first = place
    prose = 0
    for index in range(place - 1, max(-1, place - _REPEAT_REACH - 1), -1):
        if lines[index].prose:
            prose += lines[index].words
            if prose > _HEAD_PROSE_WORDS:
                break
        if lines[index].folded == lines[place].folded:
            first = index
    return first


def _score_start(
    lines: list[Line], reading: list[bool], first: int, place: int, prose: int
) -> float:
    headline = lines[place]
    head = lines[first + 1 : prose]
    score = 0.0
    if headline.words >= _REPEAT_WORDS and any(line.folded == headline.folded for line in head):
        score += 1.5
    elif headline.words < _REPEAT_WORDS:
        score -= 0.5
    score += any(line.look == "date" for line in head)
    score += any(line.look == "byline" for line in head)
    score += _names_publisher(head)
    level = lines[first].block.level
    score += 1.0 if level == 1 else 0.5 if level == 2 else 0.0  # noqa: PLR2004
    if first and lines[first].block.piece != lines[first - 1].block.piece:
        score += 0.5
    score += read_dateline(lines[prose].block.text) is not None
    before = [lines[i].look for i in range(max(0, first - 3), first)]
    if {"closing", "aside", "credit", "rule", "legal"} & set(before):
        score += 0.5
    if (
        sum(
            line.look in {"headline", "question"} and line.folded != headline.folded
            for line in head
        )
        > 1
    ):
        # Several headlines before the prose are a list of links, not the head of an article.
        score -= 1.0
    if score < _HEAD_LEAST:
        # A change of subject alone is a subhead's work as well.
        return 0.0
    words = _score_words(lines, reading, first, place, prose)
    # Articles about one story share their words; a full head is enough then.
    return score + (max(0.0, words) if score >= _HEAD_FULL else words)


def _names_publisher(head: list[Line]) -> float:
    short = [line.folded for line in head if line.look in {"short", "headline", "label"}]
    if any(short.count(name) > 1 for name in short if name):
        return 1.0
    for line in head:
        dated = split_date(line.block.text) if line.look == "date" else None
        name = dated[0] if dated else line.block.text if line.look in {"short", "headline"} else ""
        if name and looks_like_outlet(name.strip(" •·|-–—")):
            return 1.0
    return 0.0


def _score_words(
    lines: list[Line], reading: list[bool], first: int, place: int, prose: int
) -> float:
    """Score whether the words change at the head, and whether the headline names what follows."""
    after = _telling(lines, reading, range(prose, min(len(lines), prose + 30)))
    before = _telling(lines, reading, range(max(0, first - 30), first))
    title = {w for w in lines[place].folded.split() if len(w) >= _COHESION_LETTERS - 1}
    score = 0.0
    if title:
        ahead = len(title & after) / len(title) - len(title & before) / len(title)
        score += min(1.0, max(-0.5, _TITLE_SLOPE * ahead)) if before else min(0.5, ahead)
    after = {w for w in after if len(w) >= _COHESION_LETTERS}
    before = {w for w in before if len(w) >= _COHESION_LETTERS}
    if min(len(after), len(before)) >= _COHESION_WORDS:
        likeness = len(after & before) / min(len(after), len(before))
        score += min(2.0, max(-1.0, (_LIKENESS_EVEN - likeness) / _LIKENESS_STEP))
    return score


def _telling(lines: list[Line], reading: list[bool], places: range) -> set[str]:
    return {
        w
        for i in places
        if reading[i]
        for w in lines[i].block.text[:_COHESION_READ].casefold().split()
        if len(w) >= _COHESION_LETTERS - 1
    }
