"""Of what kind each line of an article in plain text is, where the line itself does not say it.

A date, a byline, a credit, a picture's credit show by their form; whether a sentence is of the
running text, a standfirst, a caption or somebody's comment shows by everything around it, which is
what the labeller has learned.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import exp
from typing import Final

from twosource.articles.credit_lines import read_credit_line, read_head_credit
from twosource.articles.evidence import Line, Look
from twosource.articles.labeller import KINDS, Scores
from twosource.articles.reference import is_reference
from twosource.articles.segments import Segment
from twosource.records import PartKind

SHOWN_AS: Final[dict[Look, PartKind]] = {
    "date": "date",
    "byline": "byline",
    "credit": "credit",
    "caption": "caption",
    "related": "related",
    "label": "furniture",
    "closing": "furniture",
    "aside": "furniture",
    "form": "form",
    "promotion": "promotion",
    "legal": "furniture",
    "rule": "furniture",
}
"""Looks that are the habit of one kind of part, wherever they stand."""
_HEAD: Final[tuple[PartKind, ...]] = (
    "byline", "caption", "related", "promotion", "furniture", "form",
)  # fmt: skip
_BETWEEN: Final[tuple[PartKind, ...]] = (
    "caption", "related", "form", "promotion", "comment", "furniture",
)  # fmt: skip
_SUBHEAD_WORDS: Final = 14
_STANDFIRST_WORDS: Final = 5
_BULLET: Final = re.compile(r"^[•·▪‣*–—-]\s")
_BULLET_WORDS: Final = 3
_LEAD_WORDS: Final = 3
_PERHAPS: Final = 0.25


def choose_kinds(lines: list[Line], segment: Segment, scores: Scores) -> dict[int, PartKind]:
    """Return the kind of every line between an article's first and last."""
    found: dict[int, PartKind] = {}
    for i in range(segment.first, segment.end):
        if i < segment.body:
            found[i] = _head_kind(lines, segment, scores, i)
        elif i >= segment.body_end:
            found[i] = _tail_kind(lines[i], scores, i)
        elif i in segment.running:
            found[i] = _running_kind(lines[i])
        else:
            found[i] = _between_kind(lines[i], scores, i)
    return found


def _likeliest(scores: Scores, place: int, kinds: Sequence[PartKind]) -> PartKind:
    row = scores.kinds[place]
    return max(kinds, key=lambda kind: float(row[KINDS.index(kind)]))


def _head_kind(lines: list[Line], segment: Segment, scores: Scores, place: int) -> PartKind:
    line = lines[place]
    headline = segment.headline
    if headline is not None and line.folded == lines[headline].folded:
        return "headline"
    if line.look in SHOWN_AS:
        return SHOWN_AS[line.look]
    below = headline is not None and place > headline
    if line.look in {"short", "headline"} and read_head_credit(line.block.text):
        return "credit" if below else "furniture"
    if line.look in {"prose", "sentence", "question"} or (
        line.look == "headline" and line.words >= _STANDFIRST_WORDS
    ):
        return "standfirst" if below else "furniture"
    return _likeliest(scores, place, _HEAD)


def _running_kind(line: Line) -> PartKind:
    """Return whether a line of the running text is a paragraph, a subhead or what shows itself."""
    if line.look in {"prose", "sentence"}:
        return "reference" if is_reference(line.block.text) else "body"
    if line.look in {"credit", "caption", "related"}:
        return SHOWN_AS[line.look]
    if line.look == "question":
        return "body"
    listed = _BULLET.match(line.block.text)
    leads = line.block.text.endswith(":") and line.words >= _LEAD_WORDS
    most = _BULLET_WORDS if listed else _SUBHEAD_WORDS
    return "body" if leads or line.words > most else "subhead"


def _between_kind(line: Line, scores: Scores, place: int) -> PartKind:
    if is_reference(line.block.text):
        return "reference"
    if line.look in {"headline", "short"} and _is_perhaps_text(scores, place):
        return "subhead"
    return SHOWN_AS.get(line.look) or _likeliest(scores, place, _BETWEEN)


def _is_perhaps_text(scores: Scores, place: int) -> bool:
    row = scores.kinds[place]
    return exp(row[KINDS.index("body")]) + exp(row[KINDS.index("subhead")]) >= _PERHAPS


def _tail_kind(line: Line, scores: Scores, place: int) -> PartKind:
    if read_credit_line(line.block.text) is not None:
        return "credit"
    return SHOWN_AS.get(line.look) or _likeliest(scores, place, _BETWEEN)
