"""Where each article on a plain text begins and ends; web pages have ``segments.py``.

Which lines are text of an article (``running.py``) and where a further article opens
(``line_openings.py``) are learned. Here each article gets its head, above its text, and its tail: a
credit or a date right below it.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from twosource.articles.evidence import Line
from twosource.articles.heads import Head, find_heads
from twosource.articles.houses import heads_page
from twosource.articles.labeller import KINDS, Scores
from twosource.articles.line_openings import find_line_openings, lay_lines
from twosource.articles.reference import is_reference
from twosource.articles.running import weigh_lines
from twosource.articles.segments import Segment

_SHOWN_ODDS: Final = 1.0
"""The least odds of a paragraph right below a head that shows itself by its form."""
_HEADLINE_CHANCE: Final = 0.2
_HEADLINES: Final = frozenset(("headline", "question", "short"))
_HEADLINE: Final = KINDS.index("headline")
_FIRST_BODY_WORDS: Final = 12
_FURTHER_BODY_WORDS: Final = 40
_LEAST_SHARE: Final = 0.08
"""Fewer words beside other articles, or a smaller share of the longest, are no article."""
_TAIL_REACH: Final = 6
_HEAD_LINES: Final = 14
_SHORT_HEAD: Final = 5
"""A head of no more lines holds no menu: its first line like a headline is the headline."""
_REPEAT_WORDS: Final = 4
_REPEAT_REACH: Final = 8
_STANDFIRST_BLOCKS: Final = 2
_STANDFIRST_WORDS: Final = 45
_ABOVE_HEAD: Final = 3
_OFFERS: Final = 3
_OFFER_WORDS: Final = 90


def find_plain_segments(lines: list[Line], scores: Scores) -> list[Segment]:
    """Return the articles of a plain text, in order, without overlap; none when it holds none."""
    odds = weigh_lines(lines, scores)
    shown = find_heads(lines, [line.prose for line in lines])
    for place in [i for head in shown for i in _text_below(lines, head)]:
        odds[place] = max(odds[place], _SHOWN_ODDS)
    page = lay_lines(lines, odds)
    text = [i for i in range(len(lines)) if odds[i] > 0 and not is_reference(lines[i].block.text)]
    first = next((i for i in text if page.runs(i)), None)
    if first is None:
        return []
    opened = find_line_openings(page, scores, shown)
    heads = [Head(max(0, first - _HEAD_LINES), first, 0.0), *opened]
    titled = np.exp(scores.kinds[:, _HEADLINE]).tolist()
    segments: list[Segment] = []
    for head, stop in zip(heads, [*(head.headline for head in opened), len(lines)], strict=True):
        floor = segments[-1].end if segments else 0
        places = range(max(floor, head.body - _HEAD_LINES), head.body)
        known = head.headline if head.score else None
        headline = _choose_headline(lines, titled, places, known)
        body = [i for i in text if head.body <= i < stop]
        begin = _pass_head(lines, headline, head.body, max(body, default=stop))
        body = [i for i in body if begin <= i]
        least = _FURTHER_BODY_WORDS if opened else _FIRST_BODY_WORDS
        if sum(lines[i].words for i in body) < least:
            continue
        end = _close_tail(lines, body[-1] + 1, stop)
        # A credit closes an article: prose above it is of the article, whatever stands between.
        body += [i for i in range(body[-1] + 1, end) if lines[i].prose]
        above = body[0] if headline is None else headline
        segments.append(
            Segment(
                _open_head(lines, floor, above), headline, body[0], body[-1] + 1, end,
                frozenset(body),
            )
        )  # fmt: skip
    kept = _drop_small(lines, segments)
    return [] if _sells(lines, kept) else kept


def _text_below(lines: list[Line], head: Head) -> range:
    """Return the paragraphs that follow a head without anything between."""
    stop = head.body
    while stop < len(lines) and lines[stop].prose and not is_reference(lines[stop].block.text):
        stop += 1
    return range(head.body, stop)


def _drop_small(lines: list[Line], segments: list[Segment]) -> list[Segment]:
    """Leave out what is too small beside the longest to be an article of its own."""
    words = [sum(lines[i].words for i in segment.running) for segment in segments]
    least = _LEAST_SHARE * max(words, default=0)
    return [one for one, size in zip(segments, words, strict=True) if size >= least]


def _choose_headline(
    lines: list[Line], titled: list[float], places: range, opened: int | None
) -> int | None:
    """Return the likeliest headline above a text, or what looks like one where an article opens.

    A page's first line that is a paper's name is none where another below it can be the headline.
    """
    below = _look_below_name(lines, places)
    if below:
        likeliest = max(below, key=lambda place: (titled[place], -place))
        if titled[likeliest] >= _HEADLINE_CHANCE:
            return _first_said(lines, likeliest, below[0])
        if len(places) <= _SHORT_HEAD:
            return below[0]
    if places:
        best = max(places, key=lambda place: (titled[place], -place))
        if titled[best] >= _HEADLINE_CHANCE:
            return _first_said(lines, best, places.start)
    return opened if opened is not None and lines[opened].look in _HEADLINES else None


def _look_below_name(lines: list[Line], places: range) -> list[int]:
    """Return what can be the headline below a page's first line that is a house's name."""
    if 0 not in places or not heads_page(lines[0].block.text):
        return []
    return [
        place
        for place in places[1:]
        if lines[place].look in _HEADLINES and not heads_page(lines[place].block.text)
    ]


def _first_said(lines: list[Line], headline: int, floor: int) -> int:
    """Return where a headline is said first, with the house's name behind it perhaps."""
    said = lines[headline]
    if said.words < _REPEAT_WORDS:
        return headline
    for place in range(max(floor, headline - _REPEAT_REACH), headline):
        if lines[place].folded.startswith(said.folded):
            return place
    return headline


def _pass_head(lines: list[Line], headline: int | None, body: int, stop: int) -> int:
    """Return where the body begins: past the last date, byline or repeated headline of the head.

    A short sentence or two between the headline and these is a standfirst, not a paragraph.
    """
    if headline is None:
        return body
    begin = max(body, headline + 1)
    blocks = words = 0
    for place in range(headline + 1, min(stop, headline + 1 + _HEAD_LINES)):
        line = lines[place]
        if line.folded == lines[headline].folded or (line.look in {"date", "byline"}):
            begin = max(begin, place + 1)
        elif line.prose or line.look == "sentence":
            blocks += 1
            words += line.words
            if blocks > _STANDFIRST_BLOCKS or words > _STANDFIRST_WORDS:
                break
    return begin


def _open_head(lines: list[Line], floor: int, first: int) -> int:
    """Return where the article opens: a date, byline or reading time just above it counts."""
    place = first
    while place > max(floor, first - _ABOVE_HEAD) and (
        lines[place - 1].look in {"date", "byline"}
        or (lines[place - 1].look == "label" and lines[place - 1].folded.endswith(" read"))
    ):
        place -= 1
    return place


def _close_tail(lines: list[Line], body_end: int, stop: int) -> int:
    """Return where the region closes: a credit or sign-off soon after the body belongs to it."""
    end = body_end
    for place in range(body_end, min(stop, body_end + _TAIL_REACH)):
        line = lines[place]
        if line.look == "credit" or (line.look in {"byline", "date"} and place == end):
            end = place + 1
        elif line.look in {"closing", "form", "legal"}:
            break
    return end


def _sells(lines: list[Line], segments: list[Segment]) -> bool:
    """Tell whether a page's only text is a few lines among offers and forms, without a head."""
    if len(segments) != 1:
        return False
    [segment] = segments
    head = {lines[i].look for i in range(segment.first, segment.body)}
    offers = sum(line.look in {"promotion", "legal"} for line in lines)
    return (
        not head & {"date", "byline"}
        and offers >= _OFFERS
        and sum(lines[i].words for i in segment.running) < _OFFER_WORDS
    )
