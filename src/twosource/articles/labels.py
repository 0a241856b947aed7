"""What each stretch of an article is: headline, standfirst, byline, paragraph, link, chrome."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.articles.credit_lines import (
    find_trailing_credit,
    read_credit_line,
    read_head_credit,
)
from twosource.articles.credits import split_names
from twosource.articles.datelines import read_dateline
from twosource.articles.evidence import PROSE_WORDS, Line, Look, find_photo_credit
from twosource.articles.kinds import SHOWN_AS, choose_kinds
from twosource.articles.labeller import Scores
from twosource.articles.reference import is_reference
from twosource.articles.segments import Segment
from twosource.records import PartKind
from twosource.text.names import known_outlet

_LOOK_PARTS: dict[Look, PartKind] = {
    "prose": "body",
    "sentence": "body",
    "question": "body",
    "headline": "subhead",
    "short": "subhead",
    **SHOWN_AS,
}
_SUBHEAD_WORDS = 14
_STANDFIRST_WORDS = 5
_STANDFIRST_REACH = 4
_BULLET = re.compile(r"^[•·▪‣*–—-]\s")
_BULLET_WORDS = 3
_LEAD_WORDS = 3
_OFTEN_TEXT: frozenset[Look] = frozenset(("promotion", "legal"))
"""Looks of sentences that address a reader, which a text may do as well as its house."""
_SHORT_SUBHEAD_WORDS = 7
_LINKED = 0.6
_CELLS = " | "
"""Stands between the cells of a row of a table."""


class Stretch(NamedTuple):
    """Part of a line: its kind and where it stands in the line's text (half open)."""

    kind: PartKind
    line: int
    start: int
    end: int


class Labelled(NamedTuple):
    """An article's stretches in order, with what its dateline and credits say."""

    segment: Segment
    stretches: tuple[Stretch, ...]
    dateline: str | None
    credited: tuple[str, ...]


def label_segment(
    lines: list[Line],
    segment: Segment,
    scores: Scores | None = None,
    *,
    trust_held: bool = False,
) -> Labelled:
    """Label every line of an article: of a plain text by ``scores``, of a web page by its markup.

    Lines of an encyclopaedia at a web page's end fall out of its article.
    """
    if scores is not None:
        kinds = choose_kinds(lines, segment, scores)
    else:
        kinds = {
            i: _kind_of(lines, segment, i, trust_held=trust_held)
            for i in range(segment.first, segment.end)
        }
        segment = _drop_end(lines, kinds, segment, trust_held=trust_held)
    stretches: list[Stretch] = []
    credited: list[str] = []
    dateline: str | None = None
    bodies = [i for i in range(segment.body, segment.body_end) if kinds[i] == "body"]
    opening, closing = (bodies[0], bodies[-1]) if bodies else (-1, -1)
    for i in range(segment.first, segment.end):
        text = lines[i].block.text
        begin, stop = 0, len(text)
        if i == opening:
            found = read_dateline(text, [lines[k].block.text for k in bodies[1:6]])
            if found is not None:
                dateline, agency, cut, begin = found
                if cut:
                    stretches.append(Stretch("dateline", i, 0, cut))
                if begin > cut:
                    stretches.append(Stretch("credit", i, cut, begin))
                credited.extend(split_names(agency))
        if i == closing:
            stop, names = find_trailing_credit(text, begin)
            credited.extend(names)
        if kinds[i] == "caption":
            stretches.extend(_split_caption(text, i))
            continue
        if stop > begin:
            stretches.append(Stretch(kinds[i], i, begin, stop))
        if stop < len(text):
            stretches.append(Stretch("credit", i, stop, len(text)))
        if kinds[i] == "credit":
            head = read_head_credit(text) if i < segment.body else ()
            outside = i < opening or i >= closing
            named = head or read_credit_line(text) or ()
            credited.extend(n for n in named if outside or known_outlet(n) is not None)
    return Labelled(segment, tuple(stretches), dateline, tuple(credited))


def label_outside(lines: list[Line], taken: set[int]) -> list[tuple[PartKind, int]]:
    """Label the lines that stand outside every article."""
    found: list[tuple[PartKind, int]] = []
    for i, line in enumerate(lines):
        if i in taken:
            continue
        kind: PartKind = _LOOK_PARTS[line.look]
        if line.block.zone == "comment":
            kind = "comment"
        elif is_reference(line.block.text):
            kind = "reference"
        elif line.look in {"headline", "question"} or (
            line.look == "byline" and found and found[-1] == ("teaser", i - 1)
        ):
            kind = "teaser"
        elif line.block.text.endswith(":") and line.look == "short":
            kind = "form"
        elif kind in {"body", "subhead"}:
            kind = "teaser" if line.block.link_share > _LINKED else "furniture"
        found.append((kind, i))
    return found


def _kind_of(lines: list[Line], segment: Segment, place: int, *, trust_held: bool) -> PartKind:
    if place < segment.body:
        headline = segment.headline
        if headline is not None and lines[place].folded == lines[headline].folded:
            return "headline"
        return _head_kind(lines, segment, place)
    if place >= segment.body_end:
        return _tail_kind(lines[place])
    if lines[place].block.zone == "standfirst" and place < segment.body + _STANDFIRST_REACH:
        return "standfirst"
    if trust_held and not lines[place].block.held:
        doubted = _unheld_kind(lines[place])
        if doubted is not None:
            return doubted
    return _body_kind(lines[place], trust_held=trust_held)


def _head_kind(lines: list[Line], segment: Segment, place: int) -> PartKind:
    line = lines[place]
    after_headline = segment.headline is not None and place > segment.headline
    if line.block.zone == "figure" and line.look not in {"date", "byline", "credit"}:
        return "caption"
    if line.block.link_share > _LINKED and line.look in {"prose", "headline"}:
        return "related"
    if line.look in {"short", "headline"} and read_head_credit(line.block.text):
        return "credit" if after_headline else "furniture"
    if line.look in {"prose", "sentence", "question"}:
        return "standfirst" if after_headline else "furniture"
    if line.look == "headline":
        if after_headline and line.words >= _STANDFIRST_WORDS:
            return "standfirst"
        return "furniture"
    if line.look == "short":
        return "furniture"
    return _LOOK_PARTS[line.look]


def _tail_kind(line: Line) -> PartKind:
    if read_credit_line(line.block.text) is not None:
        return "credit"
    if line.look in {"headline", "question", "prose", "sentence"}:
        return "teaser"
    kind = _LOOK_PARTS[line.look]
    return "furniture" if kind == "subhead" else kind


def _unheld_kind(line: Line) -> PartKind | None:
    """Return what a block inside the body is that the main-text reader left out; None: look on."""
    block = line.block
    if block.zone == "figure":
        return "caption"
    if block.zone == "comment":
        return "comment"
    if line.look in {"prose", "sentence", "question"}:
        return "teaser"
    if line.look == "headline" and not block.level:
        return "related" if block.link_share > _LINKED else "furniture"
    if line.look in {"headline", "short"}:
        return "furniture"
    return None


def _body_kind(line: Line, *, trust_held: bool) -> PartKind:
    block = line.block
    text = block.text
    if block.zone == "figure":
        return "caption"
    if trust_held and block.held and _CELLS in text:
        return "body"
    if line.look == "prose":
        return "reference" if is_reference(text) else "body"
    if line.look in {"headline", "short"}:
        return _titled_kind(line, trust_held=trust_held)
    if line.look == "date" and block.level:
        return "subhead"
    if trust_held and block.held and line.look in _OFTEN_TEXT and _is_sentence(line):
        return "body"
    if line.look == "question" and (block.level or block.link_share > _LINKED):
        return "subhead" if block.level else "related"
    return _LOOK_PARTS[line.look]


def _is_sentence(line: Line) -> bool:
    return line.terminal and line.words >= PROSE_WORDS


def _titled_kind(line: Line, *, trust_held: bool) -> PartKind:
    """Return what a line without the end of a sentence is, inside a body."""
    block = line.block
    if block.link_share > _LINKED and not (trust_held and block.held and block.tag == "li"):
        return "related"
    # A list item is one by its bullet; the tag alone says so only on a page of some structure.
    listed = _BULLET.match(block.text) or (trust_held and block.tag == "li")
    leads = block.text.endswith(":") and line.words >= _LEAD_WORDS
    enough = _BULLET_WORDS if listed else _SHORT_SUBHEAD_WORDS if trust_held else _SUBHEAD_WORDS
    if leads or (not block.level and line.words > enough):
        return "body"
    return "body" if line.words > _SUBHEAD_WORDS else "subhead"


def _drop_end(
    lines: list[Line], kinds: dict[int, PartKind], segment: Segment, *, trust_held: bool
) -> Segment:
    """Let what is no body at the body's end fall out, unless a credit follows it."""
    if segment.end > segment.body_end:
        return segment
    end = segment.body_end
    while (
        end > segment.body
        and kinds[end - 1] not in {"body", "credit", "byline"}
        and not (
            trust_held and lines[end - 1].block.held and kinds[end - 1] in {"subhead", "related"}
        )
    ):
        end -= 1
    return segment._replace(body_end=end, end=end)


def _split_caption(text: str, line: int) -> list[Stretch]:
    place = find_photo_credit(text)
    if place is None:
        return [Stretch("caption", line, 0, len(text))]
    if place == 0:
        return [Stretch("photo_credit", line, 0, len(text))]
    return [Stretch("caption", line, 0, place), Stretch("photo_credit", line, place, len(text))]
