"""Where further articles open on a web page: learned from pages of one article and of several.

An aggregator, a live blog or an endless page sets one article below the other; a long text has
subheads, boxes and lists of links instead. Each gap in a page's running text is measured: what
stands in it, how the words above differ from those below, and whether the page's other gaps are
like it. Small questions (boosted trees, Friedman 2001) then tell whether an article opens there.
How they were learned stands in training/blocks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from math import log1p
from statistics import fmean
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource import weights
from twosource.articles.chooser import Forest, Home, Numbers, plant, weigh
from twosource.articles.evidence import Line
from twosource.articles.heads import Head

_RUNNING: Final = frozenset(("prose", "sentence"))
_HEADLINES: Final = frozenset(("headline", "question"))
_SIGNS: Final = frozenset(("headline", "question", "short", "date", "byline"))
_NO_HEADLINE_ZONES: Final = frozenset(("nav", "footer", "comment"))
_OPENS: Final = 1.25
"""Log odds from which an article is opened (benchmarks/articles: joined pages, single pages)."""
_HEAD_LINES: Final = 14
_NEAR_LINES: Final = 6
_TAIL_LINES: Final = 4
_WORDS_ABOVE: Final = 25
_WORDS_BELOW: Final = 35
_LEAST_FIRST: Final = 60
_LEAST_SHARE: Final = 0.1
"""Fewer words, and a smaller share of the longest article, are no first article but part of one."""
_WINDOW_WORDS: Final = 250
_FIRST_LINES: Final = 8
_TELLING: Final = 5
_TITLE_TELLING: Final = 4
_NAME_LETTERS: Final = 3
_READ: Final = 1_500
_LINKED: Final = 0.6
_REPEAT_WORDS: Final = 3
_TAGS: Final = ("p", "li", "div", "h1")
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")


class Laid(NamedTuple):
    """A web page as it is looked at here: its lines, where they stand, and their odds as text."""

    lines: list[Line]
    homes: list[Home]
    odds: list[float]
    title: str

    def runs(self, place: int) -> bool:
        """Tell whether a line is running text of some article."""
        return self.odds[place] > 0 and self.lines[place].look in _RUNNING


class Gap(NamedTuple):
    """A gap in the running text: its first line, its likeliest headline, and the text below it."""

    first: int
    headline: int
    text: int

    @property
    def head(self) -> range:
        """The lines in which an article's head may stand."""
        return range(max(self.first, self.text - _HEAD_LINES), self.text)


class _Side(NamedTuple):
    """Some running text on one side of a gap: telling words, names, and how much there is."""

    words: frozenset[str]
    names: frozenset[str]
    total: int


@cache
def load_openings() -> Forest:
    """Return the trees that ship."""
    return plant(weights.load_arrays("openings.npz"))


def find_openings(page: Laid) -> list[Head]:
    """Return the heads of further articles; the text above the first head is an article too."""
    gaps = find_gaps(page)
    if not gaps:
        return []
    odds = weigh(measure_gaps(page, gaps), load_openings()).tolist()
    return open_heads(
        page, [(gap, odd) for gap, odd in zip(gaps, odds, strict=True) if odd > _OPENS]
    )


def open_heads(page: Laid, opened: list[tuple[Gap, float]]) -> list[Head]:
    """Return the heads in the gaps where articles open, each with its log odds."""
    words = [line.words if page.runs(i) else 0 for i, line in enumerate(page.lines)]
    above = np.append(0, np.cumsum(words))
    while opened:
        bounds = [0, *(gap.text for gap, _ in opened), len(page.lines)]
        sizes = np.diff(above[bounds]).tolist()
        if sizes[0] >= min(_LEAST_FIRST, _LEAST_SHARE * max(sizes)):
            break
        # A word from the house, or about the writer, above the article's own first paragraph.
        del opened[0]
    return [Head(_first_said(page.lines, gap), gap.text, odd) for gap, odd in opened]


def _first_said(lines: list[Line], gap: Gap) -> int:
    """Return where a gap's headline stands first, when it is said again just above the text."""
    said = lines[gap.headline].folded
    return next(i for i in gap.head if lines[i].folded == said)


def find_gaps(page: Laid) -> list[Gap]:
    """Return the gaps of a page's running text in which a further article may open."""
    lines = page.lines
    running = [i for i in range(len(lines)) if page.runs(i)]
    words = np.cumsum([lines[i].words for i in running]).tolist()
    found: list[Gap] = []
    for number, (above, text) in enumerate(pairwise(running)):
        if text - above == 1 or words[number] < _WORDS_ABOVE:
            continue
        if words[-1] - words[number] < _WORDS_BELOW:
            break
        head = range(max(above + 1, text - _HEAD_LINES), text)
        if any(lines[i].look in _SIGNS for i in head):
            found.append(Gap(above + 1, _find_headline(lines, head), text))
    return found


def _find_headline(lines: list[Line], head: range) -> int:
    """Return the line that is most like a headline: said twice, a heading, or nearest the text."""
    best, most = head[-1], -1.0
    said = [lines[i].folded for i in head]
    for i in head:
        line = lines[i]
        level = line.block.level
        if line.look not in _HEADLINES | {"short"} or line.block.zone in _NO_HEADLINE_ZONES:
            continue
        score = 2.0 * (line.words >= _REPEAT_WORDS and said.count(line.folded) > 1)
        score += (3.0 - level / 2 if level else 0.0) + (line.look == "headline")
        score += 0.01 * (i - head[0])
        if score > most:
            best, most = i, score
    return best


def measure_gaps(page: Laid, gaps: list[Gap]) -> Numbers:
    """Return what is known of each gap as numbers, a row a gap."""
    running = [i for i in range(len(page.lines)) if page.runs(i)]
    told = [_tell(page.lines[i]) for i in running]
    places = np.searchsorted(running, [gap.text for gap in gaps]).tolist()
    bounds = [0, *places, len(running)]
    sizes = [sum(one.total for one in told[a:b]) for a, b in pairwise(bounds)]
    above = [_gather(told[i] for i in range(place - 1, -1, -1)) for place in places]
    below = [_gather(told[i] for i in range(place, len(told))) for place in places]
    runs = [_gather(told[a:b]) for a, b in pairwise(bounds)]
    odds = [[page.odds[running[i]] for i in range(a, b)] for a, b in pairwise(bounds)]
    longest, whole = max(1, *sizes), max(1, sum(sizes))
    passed = np.cumsum(sizes).tolist()
    paged = frozenset([word for word in page.title.split() if len(word) >= _TITLE_TELLING])
    rows = [
        (
            *_look_into(page, gap),
            *_compare(above[k], below[k]),
            _share(runs[k].words, runs[k + 1].words),
            *_name(page.lines[gap.headline], paged, above[k], below[k], runs[k + 1]),
            log1p(runs[k].total),
            log1p(runs[k + 1].total),
            log1p(above[k].total),
            log1p(below[k].total),
            sizes[k] / longest,
            sizes[k + 1] / longest,
            passed[k] / whole,
            min(odds[k + 1]),
            sum(odds[k + 1]) / len(odds[k + 1]),
            min(odds[k + 1][:_FIRST_LINES]),
        )
        for k, gap in enumerate(gaps)
    ]
    return np.hstack((np.array(rows), _compare_gaps(page, gaps, above, below))).astype(np.float32)


def _tell(line: Line) -> _Side:
    words = _WORD.findall(line.block.text[:_READ])
    return _Side(
        frozenset([word.casefold() for word in words if len(word) >= _TELLING]),
        frozenset([w for w in words[1:] if len(w) >= _NAME_LETTERS and w[0].isupper()]),
        line.words,
    )


def _gather(told: Iterable[_Side]) -> _Side:
    """Return what the nearest lines of one side say together."""
    words: set[str] = set()
    names: set[str] = set()
    total = 0
    for one in told:
        words |= one.words
        names |= one.names
        total += one.total
        if total >= _WINDOW_WORDS:
            break
    return _Side(frozenset(words), frozenset(names), total)


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _compare(above: _Side, below: _Side) -> tuple[float, ...]:
    """Return how alike the texts above and below a gap are, and how much that rests on."""
    return (
        _share(above.words, below.words),
        _share(above.names, below.names),
        min(len(above.words), len(below.words)),
        min(len(above.names), len(below.names)),
    )


def _name(
    headline: Line, paged: frozenset[str], above: _Side, below: _Side, run: _Side
) -> tuple[float, ...]:
    """Return whether the headline, and the page's title, speak of the text above or below."""
    said = _WORD.findall(headline.block.text.casefold())
    title = frozenset([word for word in said if len(word) >= _TITLE_TELLING])
    size = max(1, len(title))
    return (
        len(title & below.words) / size,
        len(title & above.words) / size,
        (len(title & below.words) - len(title & above.words)) / size,
        len(title & paged) / size,
        _share(paged, below.words),
        _share(paged, run.words),
        _share(paged, above.words),
    )


def _look_into(page: Laid, gap: Gap) -> tuple[float, ...]:
    """Return what stands in a gap, and how its markup differs from that of the text around it."""
    lines, homes, odds = page.lines, page.homes, page.odds
    head = gap.head
    looks = [lines[i].look for i in head]
    near = looks[-_NEAR_LINES:]
    below = {lines[i].look for i in range(gap.headline + 1, gap.text)}
    line, text, above = lines[gap.headline], lines[gap.text], lines[gap.first - 1]
    block = line.block
    return (
        gap.text - gap.first,
        near.count("short"),
        near.count("date"),
        near.count("byline"),
        looks.count("headline"),
        looks.count("date"),
        looks.count("byline"),
        any(lines[i].look == "date" for i in range(gap.first, gap.text)[:_TAIL_LINES]),
        sum(odds[i] > 0 for i in range(gap.first, gap.text)),
        sum(lines[i].look in _HEADLINES for i in range(gap.first, gap.text)),
        sum(lines[i].block.link_share > _LINKED for i in head) / len(head),
        "date" in below,
        "byline" in below,
        gap.text - gap.headline,
        gap.headline - gap.first,
        block.level,
        line.words,
        len(block.text),
        line.look == "short",
        sum(lines[i].folded == line.folded for i in head) > 1,
        *(block.tag == tag for tag in _TAGS),
        block.piece != above.block.piece,
        text.block.piece != above.block.piece,
        text.block.piece >= 0,
        homes[gap.text].outer == homes[gap.first - 1].outer,
        homes[gap.text].outer == homes[gap.headline].outer,
        homes[gap.headline].outer == homes[gap.first - 1].outer,
        homes[gap.text].zone == homes[gap.first - 1].zone,
        text.block.tag == above.block.tag,
        text.words,
        above.words,
        text.block.link_share,
        odds[gap.headline],
        odds[gap.text],
        odds[gap.first - 1],
    )


def _shape_of(page: Laid, headline: int, head: range) -> tuple[str, int, bool, bool, bool]:
    """Return by what the gaps of a page are told to be alike: the habit of their heads."""
    block = page.lines[headline].block
    looks = {page.lines[i].look for i in head}
    linked = block.link_share > _LINKED
    return block.tag, block.level, linked, "date" in looks, "byline" in looks


def _compare_gaps(
    page: Laid, gaps: list[Gap], above: list[_Side], below: list[_Side]
) -> NDArray[np.float64]:
    """Return what the page's other gaps tell of each: how many are like it, and what they part."""
    shapes = [_shape_of(page, gap.headline, gap.head) for gap in gaps]
    numbers = {shape: number for number, shape in enumerate(dict.fromkeys(shapes))}
    group = np.array([numbers[shape] for shape in shapes])
    size = np.bincount(group)[group]
    words = np.array([_share(a.words, b.words) for a, b in zip(above, below, strict=True)])
    names = np.array([_share(a.names, b.names) for a, b in zip(above, below, strict=True)])
    first = _first_shape(page, gaps[0])
    columns = [
        size,
        size / len(gaps),
        np.full(len(gaps), log1p(len(gaps))),
        np.bincount(group, words)[group] / size,
        np.bincount(group, names)[group] / size,
        np.full(len(gaps), words.mean()),
        np.full(len(gaps), words.min()),
        np.full(len(gaps), fmean(shape[3] for shape in shapes)),
        np.array([first is not None and shape[:2] == first[:2] for shape in shapes]),
        np.array([shape == first for shape in shapes]),
    ]
    return np.stack(columns, axis=1).astype(float)


def _first_shape(page: Laid, gap: Gap) -> tuple[str, int, bool, bool, bool] | None:
    """Return the shape of the page's first head; None where nothing stands above its text."""
    text = next(i for i in range(gap.text) if page.runs(i))
    head = range(max(0, text - _HEAD_LINES), text)
    return _shape_of(page, _find_headline(page.lines, head), head) if head else None
