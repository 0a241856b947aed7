"""Which lines of a plain text are text of its articles: learned from pages that people have read.

The labeller (``labeller.py``) sees the lines around a line. Here the whole page is looked at once
more: how much running text there is, in which runs it stands, how a run compares with the longest,
what lies between. Small questions (boosted trees, Friedman 2001) then tell whether a person would
call a line the article's text. How they were learned stands in training/lines.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource import weights
from twosource.articles.chooser import Column, Forest, plant, share_around, shift, weigh
from twosource.articles.evidence import Line, Look
from twosource.articles.labeller import KINDS, REGIONS, Scores
from twosource.articles.traits import NAMES, Numbers
from twosource.records import PartKind

_BODY: Final = (KINDS.index("body"), KINDS.index("subhead"))
_HEADLINE: Final = KINDS.index("headline")
_COMMENT: Final = KINDS.index("comment")
_IN_TEXT: Final = REGIONS.index("body")
_HELD_CHANCE: Final = 0.4
"""The labeller's chance from which a line counts as running text where runs are measured."""
_LEAST_CHANCE: Final = 1e-4
_ASKED_ODDS: Final = -4.0
_NEAR_ODDS: Final = -1.0
_NEAR_LINES: Final = 3
_SURE: Final = 9.0
_BORDER: Final = -0.3
"""Log odds from which a line is text (benchmarks/articles: flattened pages, folds over domains)."""
_LINES_MOST: Final = 20_000
_STEPS: Final = (1, -1, 2, -2, 3, -3)
_CHANCE_WINDOWS: Final = (3, 6, 12, 25)
_PROSE_WINDOWS: Final = (5, 12)
_KIND_WINDOWS: Final = (5, 20)
_LOOK_WINDOWS: Final = (4, 15)
_READER_WINDOWS: Final = (3, 10)
_KINDS_AROUND: Final[tuple[PartKind, ...]] = (
    "comment", "related", "teaser", "furniture", "form", "promotion", "caption",
)  # fmt: skip
_LOOKS_AROUND: Final[tuple[Look, ...]] = (
    "date", "byline", "short", "headline", "prose", "closing", "form", "aside", "label",
)  # fmt: skip
_RUNS_APART: Final = (2, 7)
"""So many other lines may stand within one run of running text."""
_HEAD_LINES: Final = 6
_TELLING: Final = 5
_TITLE_TELLING: Final = 4
_READER: Final = NAMES.index("reader")


@cache
def load_running() -> Forest:
    """Return the trees that ship."""
    return plant(weights.load_arrays("running.npz"))


def weigh_lines(lines: list[Line], scores: Scores) -> list[float]:
    """Return the log odds of each line to be text of an article; above 0 it is.

    A page of very many lines is left to the labeller.
    """
    odds = _odds_of(scores)
    if len(lines) > _LINES_MOST:
        found: list[float] = odds.tolist()
        return found
    asked = find_asked(scores)
    found = [-_SURE] * len(lines)
    if len(asked):
        told = weigh(measure_running(lines, scores)[asked], load_running()) - _BORDER
        for place, odd in zip(asked.tolist(), told.tolist(), strict=True):
            found[place] = odd
    return found


def find_asked(scores: Scores) -> NDArray[np.int64]:
    """Return the places of lines that may be text: by the labeller, or because one is near."""
    odds = _odds_of(scores)
    if not len(odds):
        return np.zeros(0, dtype=np.int64)
    window = np.ones(2 * _NEAR_LINES + 1)
    near = np.convolve(odds > _NEAR_ODDS, window)[_NEAR_LINES : _NEAR_LINES + len(odds)] > 0
    return np.flatnonzero(near | (odds > _ASKED_ODDS))


def _odds_of(scores: Scores) -> Column:
    """Return the labeller's log odds of each line to be text or a subhead within it."""
    chances = np.exp(scores.kinds[:, _BODY]).sum(axis=1).astype(float)
    chances = np.clip(chances, _LEAST_CHANCE, 1 - _LEAST_CHANCE)
    odds: Column = np.log(chances / (1 - chances))
    return odds


class _Page(NamedTuple):
    """A page's lines as columns: words, chance of being text, whether that is likely, and looks."""

    lines: list[Line]
    words: Column
    chances: Column
    held: NDArray[np.bool_]
    prose: Column


def measure_running(lines: list[Line], scores: Scores) -> Numbers:
    """Return what is known of each line as numbers, a row a line."""
    odds = _odds_of(scores)
    chances = 1 / (1 + np.exp(-odds))
    page = _Page(
        lines,
        np.array([line.words for line in lines], dtype=float),
        chances,
        chances >= _HELD_CHANCE,
        np.array([line.look in {"prose", "sentence"} for line in lines], dtype=float),
    )
    regions = np.exp(scores.regions).astype(float)
    columns = [odds, scores.starts, *regions.T]
    columns += _of_the_page(page)
    columns += _headed(page, scores)
    length = np.log1p(page.words)
    for step in _STEPS:
        columns += [shift(column, step) for column in (odds, length, regions[:, _IN_TEXT])]
    columns += [share_around(page.chances, page.words, reach) for reach in _CHANCE_WINDOWS]
    columns += _around(page, scores)
    runs = [_of_runs(page, scores, apart) for apart in _RUNS_APART]
    return np.hstack((scores.rows, scores.kinds, np.stack(columns, axis=1), *runs)).astype(
        np.float32
    )


def _of_the_page(page: _Page) -> list[Column]:
    """Return how much of the page is likely text, and where in it and how long a line is."""
    count = len(page.words)
    letters = np.cumsum([len(line.block.text) for line in page.lines]).astype(float)
    likely = np.cumsum(page.words * page.held)
    whole = max(1.0, float(page.words.sum()))
    usual = float(np.median(page.words[page.held])) if page.held.any() else 0.0
    prose = float((page.prose * page.words).sum())
    figures = (likely[-1] / whole, np.log1p(likely[-1]), np.log1p(whole), prose / whole, usual)
    return [
        letters / letters[-1],
        likely / max(1.0, likely[-1]),
        np.log1p(page.words) - np.log1p(usual),
        *(np.full(count, figure) for figure in figures),
        *_of_their_like(page, whole),
    ]


def _of_their_like(page: _Page, whole: float) -> list[Column]:
    """Return how much of the lines that look alike is likely text, and how much they are."""
    looks: dict[Look, int] = {}
    group = np.array([looks.setdefault(line.look, len(looks)) for line in page.lines])
    size = np.bincount(group, page.words)
    share = np.bincount(group, page.words * page.held) / np.maximum(size, 1.0)
    return [share[group], (size / whole)[group]]


def _headed(page: _Page, scores: Scores) -> list[Column]:
    """Return how far a line stands from the likeliest headline, and whether it says its words."""
    place = int(scores.kinds[:, _HEADLINE].argmax())
    said = page.lines[place].folded.split()
    title = frozenset([word for word in said if len(word) >= _TITLE_TELLING])
    shared = [len(title.intersection(line.folded.split())) for line in page.lines]
    from_headline = np.arange(len(page.lines), dtype=np.float64) - place
    return [from_headline, np.array(shared, dtype=np.float64) / max(1, len(title))]


def _around(page: _Page, scores: Scores) -> list[Column]:
    """Return what stands near a line: prose, other kinds of part, looks, words to the reader."""
    one = np.ones(len(page.words))
    columns = [share_around(page.prose, one, reach) for reach in _PROSE_WINDOWS]
    for kind in _KINDS_AROUND:
        chance = np.exp(scores.kinds[:, KINDS.index(kind)]).astype(float)
        columns += [share_around(chance, one, reach) for reach in _KIND_WINDOWS]
        columns.append(np.cumsum(chance))
    for look in _LOOKS_AROUND:
        mark = np.array([line.look == look for line in page.lines], dtype=float)
        columns += [share_around(mark, one, reach) for reach in _LOOK_WINDOWS]
    reader = scores.rows[:, _READER].astype(float)
    return columns + [share_around(reader, page.words, reach) for reach in _READER_WINDOWS]


def _of_runs(page: _Page, scores: Scores, apart: int) -> NDArray[np.float64]:
    """Return of each line's run how long it is and how it compares with the page's longest."""
    runs = _find_runs(page.held, apart)
    table = np.zeros((len(page.words), 13))
    if not runs:
        return table
    comment = np.exp(scores.kinds[:, _COMMENT])
    headed = np.array([line.look in {"date", "byline"} for line in page.lines], dtype=float)
    masses = [float((page.words * page.chances)[a:b].sum()) for a, b in runs]
    above = np.cumsum([0.0, *masses])
    longest = masses.index(max(masses))
    first, end = runs[longest]
    said = _say(page, first, end)
    usual = max(1.0, float(np.median(page.words[first:end][page.held[first:end]])))
    bounds = [0, *(b for _, b in runs)], [*(a for a, _ in runs), len(page.words)]
    for number, (a, b) in enumerate(runs):
        held = page.held[a:b]
        own = _say(page, a, b)
        table[a:b] = (
            np.log1p(masses[number]),
            masses[number] / masses[longest],
            0 if number == longest else a - end if number > longest else b - first,
            len(own & said) / max(1, len(own)),
            page.chances[a:b][held].mean(),
            np.median(page.words[a:b][held]) / usual,
            held.mean(),
            a - bounds[0][number],
            bounds[1][number + 1] - b,
            comment[a:b].mean(),
            headed[max(0, a - _HEAD_LINES) : a].sum(),
            above[number] / above[-1],
            np.log1p(b - a),
        )
    return table


def _find_runs(held: NDArray[np.bool_], apart: int) -> list[tuple[int, int]]:
    """Return the stretches of likely text, half open, with ``apart`` other lines within at most."""
    places = np.flatnonzero(held)
    if not len(places):
        return []
    cuts = np.flatnonzero(np.diff(places) > apart + 1)
    firsts = [places[0], *places[cuts + 1]]
    ends = [*(places[cuts] + 1), places[-1] + 1]
    return [(int(a), int(b)) for a, b in zip(firsts, ends, strict=True)]


def _say(page: _Page, first: int, end: int) -> frozenset[str]:
    """Return the telling words of a run."""
    words: set[str] = set()
    for place in range(first, end):
        if page.held[place]:
            words.update([w for w in page.lines[place].folded.split() if len(w) >= _TELLING])
    return frozenset(words)
