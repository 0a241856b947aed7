"""Where each article on a plain text begins and ends; web pages have ``segments.py``.

A text is read as a row of lines, each outside every article, in a head or in a body. The labeller
gives the chance of each, and of an article's beginning; the likeliest row of all is taken (by
Viterbi's method), in which a further article and a gap inside one cost something. Heads that show
themselves (``heads.py``) count beside it.
"""

from __future__ import annotations

from math import log
from typing import Final, NamedTuple

import numpy as np

from twosource.articles.evidence import Line
from twosource.articles.heads import Head, find_heads
from twosource.articles.labeller import KINDS, Scores
from twosource.articles.reference import is_reference
from twosource.articles.segments import Segment
from twosource.articles.traits import Numbers

_FIRST_SLOPE: Final = 0.5
_FIRST_COST: Final = 0.5
_FURTHER_SLOPE: Final = 1.5
_FURTHER_COST: Final = 0.0
_HEADLESS_COST: Final = 3.0
_RESUME_COST: Final = 8.0
"""What the labeller's chance of a beginning has to outweigh, and what a gap inside an article costs
(benchmarks/articles: joined pages, single pages)."""
_BEFORE, _HEAD, _TEXT, _AFTER = range(4)
_BODY_CHANCE: Final = 0.4
_FAINT_CHANCE: Final = 0.12
_DOUBT: Final = np.array([2.0, 0.0, 0.0], dtype=np.float32)
"""How much less likely it is that a line stands outside, on a page where no article was found."""
_HEADLINE_CHANCE: Final = 0.2
_FIRST_BODY_WORDS: Final = 12
_FURTHER_BODY_WORDS: Final = 40
_TAIL_REACH: Final = 6
_SHOWN: Final = frozenset(
    (
        "date",
        "byline",
        "credit",
        "caption",
        "related",
        "label",
        "form",
        "promotion",
        "legal",
        "rule",
    )
)
_SHOWN_CHANCE: Final = 0.8
_NO_CHANCE: Final = 2.0
_SHOWN_OPENING: Final = 4.0
_IN_HEAD: Final = np.log(np.array([0.02, 0.96, 0.02], dtype=np.float32))
_IN_TEXT: Final = np.log(np.array([0.02, 0.02, 0.96], dtype=np.float32))
_HEAD_LINES: Final = 14
_REPEAT_WORDS: Final = 4
_REPEAT_REACH: Final = 8
_STANDFIRST_BLOCKS: Final = 2
_STANDFIRST_WORDS: Final = 45
_ABOVE_HEAD: Final = 3
_SURE_HEADLINE: Final = 0.2
_SURE_TEXT: Final = 0.6
_SURE_OPENING: Final = -1.0
_SURE_HEAD: Final = 3.5
_LEAST_SHARE: Final = 0.04
_OPENING_WEIGHT: Final = 0.5
_OPENING_LEAST: Final = -4.0
_OPENING_MOST: Final = 2.0
"""What an article beside a longer one has to show (benchmarks/articles: single pages, folds)."""
_OFFERS: Final = 3
_OFFER_WORDS: Final = 90
_NEVER: Final = -1e9

_BODY: Final = (KINDS.index("body"), KINDS.index("subhead"))
_HEADLINE: Final = KINDS.index("headline")


class Region(NamedTuple):
    """A stretch of lines that one article takes: where it begins, its body begins, and it ends."""

    first: int
    body: int
    end: int


def find_plain_segments(lines: list[Line], scores: Scores) -> list[Segment]:
    """Return the articles of a plain text, in order, without overlap; none when it holds none."""
    if not lines:
        return []
    titled = np.exp(scores.kinds[:, _HEADLINE]).tolist()
    running = np.exp(scores.kinds[:, _BODY]).sum(axis=1).tolist()
    heads = find_heads(lines, [line.prose for line in lines])
    chances, opening = _lean(lines, scores, heads)
    regions, wanted = follow(chances, opening), _BODY_CHANCE
    if not regions:
        # A short article among much else: look once more, and let less be enough.
        regions, wanted = follow(chances - _DOUBT, opening), _FAINT_CHANCE
    shown = {i for head in heads for i in _text_below(lines, head)}
    likely = [
        i
        for i, line in enumerate(lines)
        if i in shown or running[i] >= _wanted_chance(line, wanted)
    ]
    bounds = [region.first for region in regions[1:]] + [len(lines)] * bool(regions)
    segments: list[Segment] = []
    for region, stop in zip(regions, bounds, strict=True):
        floor = segments[-1].end if segments else 0
        headline = _choose_headline(titled, region, heads, floor)
        if headline is not None:
            headline = _first_said(lines, headline, floor)
        begin = _pass_head(lines, headline, region)
        body = [i for i in likely if begin <= i < region.end]
        least = _FIRST_BODY_WORDS if len(regions) == 1 else _FURTHER_BODY_WORDS
        if sum(lines[i].words for i in body) < least:
            continue
        end = _close_tail(lines, body[-1] + 1, stop)
        # A credit closes an article: prose above it is of the article, whatever stands between.
        body += [i for i in range(body[-1] + 1, end) if lines[i].prose]
        above = region.first if headline is None else min(region.first, headline)
        first = _open_head(lines, floor, above)
        segments.append(Segment(first, headline, body[0], body[-1] + 1, end, frozenset(body)))
    kept = _drop_doubtful(lines, segments, scores, heads)
    return [] if _sells(lines, kept) else kept


def _drop_doubtful(
    lines: list[Line], segments: list[Segment], scores: Scores, heads: list[Head]
) -> list[Segment]:
    """Leave the page's main article, and of the others those that begin like one.

    A profile of the writer, a comment or a list of products below an article is running text too.
    The main article is long and begins like one.
    """
    if not segments:
        return []
    chances = np.exp(scores.kinds)
    running = chances[:, _BODY].sum(axis=1)
    shown = {head.headline: head.score for head in heads}
    words = [sum(lines[i].words for i in segment.running) for segment in segments]
    opens = [
        float(scores.starts[segment.first : max(segment.body, segment.first + 1)].max())
        for segment in segments
    ]
    weights = [
        log(size) + _OPENING_WEIGHT * min(max(opening, _OPENING_LEAST), _OPENING_MOST)
        for size, opening in zip(words, opens, strict=True)
    ]
    main = weights.index(max(weights))
    kept = []
    for number, segment in enumerate(segments):
        headed = segment.headline is not None and (
            float(chances[segment.headline, _HEADLINE]) >= _SURE_HEADLINE
        )
        likely = float(running[sorted(segment.running)].mean()) >= _SURE_TEXT
        begins = likely and (headed or opens[number] >= _SURE_OPENING)
        head = shown.get(segment.headline, 0.0) if segment.headline is not None else 0.0
        large = words[number] >= _LEAST_SHARE * words[main]
        if number == main or (large and (begins or head >= _SURE_HEAD)):
            kept.append(segment)
    return kept


def _wanted_chance(line: Line, wanted: float) -> float:
    """Return how likely a line must be running text: one that looks like something else, more."""
    if line.look in _SHOWN or is_reference(line.block.text):
        return max(wanted, _SHOWN_CHANCE) if line.look in _SHOWN else _NO_CHANCE
    return wanted


def _lean(lines: list[Line], scores: Scores, heads: list[Head]) -> tuple[Numbers, Numbers]:
    """Let the heads that show themselves count beside what the labeller makes of the lines."""
    chances, opening = scores.regions.copy(), scores.starts.copy()
    for head in heads:
        opening[head.headline] = max(float(opening[head.headline]), _SHOWN_OPENING)
        opening[head.headline + 1 : head.body] -= _SHOWN_OPENING
        chances[head.headline : head.body] = _IN_HEAD
        chances[_text_below(lines, head)] = _IN_TEXT
    return chances, opening


def _text_below(lines: list[Line], head: Head) -> list[int]:
    """Return the paragraphs that follow a head without anything between."""
    found = []
    place = head.body
    while place < len(lines) and lines[place].prose and not is_reference(lines[place].block.text):
        found.append(place)
        place += 1
    return found


def _open_head(lines: list[Line], floor: int, first: int) -> int:
    """Return where the article opens: a date, byline or reading time just above it counts."""
    place = first
    while place > max(floor, first - _ABOVE_HEAD) and (
        lines[place - 1].look in {"date", "byline"}
        or (lines[place - 1].look == "label" and lines[place - 1].folded.endswith(" read"))
    ):
        place -= 1
    return place


def _choose_headline(
    titled: list[float], region: Region, heads: list[Head], floor: int
) -> int | None:
    """Return the headline that shows itself in a head, else the likeliest, the first of equals."""
    for head in heads:
        if region.first <= head.headline <= region.body:
            return head.headline
    places = range(max(floor, region.first - _ABOVE_HEAD), max(region.body, region.first + 1))
    best = max(places, key=lambda place: (titled[place], -place))
    return best if titled[best] >= _HEADLINE_CHANCE else None


def _first_said(lines: list[Line], headline: int, floor: int) -> int:
    """Return where a headline is said first, with the house's name behind it perhaps."""
    said = lines[headline]
    if said.words < _REPEAT_WORDS:
        return headline
    for place in range(max(floor, headline - _REPEAT_REACH), headline):
        if lines[place].folded.startswith(said.folded):
            return place
    return headline


def _pass_head(lines: list[Line], headline: int | None, region: Region) -> int:
    """Return where the body begins: past the last date, byline or repeated headline of the head.

    A short sentence or two between the headline and these is a standfirst, not a paragraph.
    """
    if headline is None:
        return region.body
    begin = max(region.body, headline + 1)
    blocks = words = 0
    for place in range(headline + 1, min(region.end, headline + 1 + _HEAD_LINES)):
        line = lines[place]
        if line.folded == lines[headline].folded or (line.look in {"date", "byline"}):
            begin = max(begin, place + 1)
        elif line.prose or line.look == "sentence":
            blocks += 1
            words += line.words
            if blocks > _STANDFIRST_BLOCKS or words > _STANDFIRST_WORDS:
                break
    return begin


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


def follow(chances: Numbers, opening: Numbers) -> list[Region]:
    """Return the likeliest division of a page's lines into articles and what is outside."""
    opens = opening.tolist()
    rows = chances.tolist()
    state = [0.0, _NEVER, _NEVER, _NEVER]
    steps: list[tuple[tuple[int, bool], ...]] = []
    for (in_out, in_head, in_body), chance in zip(rows, opens, strict=True):
        first = state[_BEFORE] + min(0.0, chance) * _FIRST_SLOPE - _FIRST_COST
        left = _AFTER if state[_AFTER] > state[_TEXT] else _TEXT
        further = state[left] + chance * _FURTHER_SLOPE - _FURTHER_COST
        begin, came = (first, _BEFORE) if first >= further else (further, left)
        head, head_from = max((state[_HEAD], (_HEAD, False)), (begin, (came, True)))
        body, body_from = max(
            (state[_TEXT], (_TEXT, False)),
            (state[_HEAD], (_HEAD, False)),
            (state[_AFTER] - _RESUME_COST, (_AFTER, False)),
            (begin - _HEADLESS_COST, (came, True)),
        )
        steps.append(((_BEFORE, False), head_from, body_from, (left, False)))
        state = [state[_BEFORE] + in_out, head + in_head, body + in_body, state[left] + in_out]
    ends = (_BEFORE, _TEXT, _AFTER)
    return _trace_back(steps, max(ends, key=lambda end: state[end]))


def _trace_back(steps: list[tuple[tuple[int, bool], ...]], state: int) -> list[Region]:
    found: list[Region] = []
    end = body = len(steps)
    ended = False
    for i in range(len(steps) - 1, -1, -1):
        if state == _TEXT:
            body = i
            if not ended:
                end, ended = i + 1, True
        state, opens = steps[i][state]
        if opens:
            found.append(Region(i, min(body, end), end))
            end = body = i
            ended = False
    return found[::-1]
