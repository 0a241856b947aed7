"""Where further articles open in a plain text: learned as on web pages, without their markup.

Each gap in the running text is measured as on a web page (``openings.py``), by what the labeller
makes of its lines, and by how it compares with the page's other gaps: a page that sets one article
below the other repeats its way of doing so, and so does a text with subheads. How the trees were
learned stands in training/lines.
"""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from itertools import pairwise
from statistics import fmean, median
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource import weights
from twosource.articles.chooser import Column, Forest, Home, plant, shift, weigh
from twosource.articles.datelines import read_dateline
from twosource.articles.evidence import Line
from twosource.articles.heads import Head
from twosource.articles.labeller import KINDS, REGIONS, Scores
from twosource.articles.openings import Gap, Laid, find_gaps, measure_gaps, open_heads
from twosource.articles.traits import Numbers

_OPENS: Final = 0.5
"""Log odds from which an article is opened (benchmarks/articles: joined pages, single pages)."""
_SHOWN: Final = 2.0
"""What a head that shows itself by its form (``heads.py``) adds to the odds."""
_HEADLINE: Final = KINDS.index("headline")
_COMMENT: Final = KINDS.index("comment")
_OUTSIDE, _HEAD, _TEXT = (REGIONS.index(name) for name in ("outside", "head", "body"))
_FEW_LINES: Final = 3
_FIRST_LINES: Final = 8
_ONE_HOME: Final = Home(0, 0, 0)


@cache
def load_line_openings() -> Forest:
    """Return the trees that ship."""
    return plant(weights.load_arrays("line_openings.npz"))


def lay_lines(lines: list[Line], odds: list[float]) -> Laid:
    """Return a plain text as a page without markup or title."""
    return Laid(lines, [_ONE_HOME] * len(lines), odds, "")


def find_line_openings(page: Laid, scores: Scores, shown: list[Head]) -> list[Head]:
    """Return the heads of further articles; the text above the first head is an article too.

    ``shown`` are the heads that show themselves by their form.
    """
    gaps = find_gaps(page)
    if not gaps:
        return []
    odds = weigh(measure_line_gaps(page, gaps, scores), load_line_openings()).tolist()
    headed = {head.body for head in shown}
    raised = (
        (gap, odd + _SHOWN * (gap.text in headed)) for gap, odd in zip(gaps, odds, strict=True)
    )
    return open_heads(page, [(gap, odd) for gap, odd in raised if odd > _OPENS])


def measure_line_gaps(page: Laid, gaps: list[Gap], scores: Scores) -> Numbers:
    """Return what is known of each gap as numbers, a row a gap."""
    told = np.array([_ask_labeller(gap, scores) for gap in gaps])
    signs = [
        np.array(column) for column in zip(*(_look_at(page, gap) for gap in gaps), strict=True)
    ]
    return np.hstack(
        (
            measure_gaps(page, gaps),
            told,
            np.stack(
                [*_compare_told(page.lines, gaps, told), *signs, *_rhythm(page, gaps)], axis=1
            ),
        )
    ).astype(np.float32)


def _ask_labeller(gap: Gap, scores: Scores) -> tuple[float, ...]:
    """Return what the labeller makes of a gap; the five that gaps are compared by stand first."""
    starts = scores.starts[gap.head.start : gap.text + 1]
    head = np.exp(scores.regions[gap.head.start : gap.text])
    between = np.exp(scores.regions[gap.first : gap.text])
    titled = np.exp(scores.kinds[gap.head.start : gap.text, _HEADLINE])
    comment = np.exp(scores.kinds[gap.first : gap.text + 1, _COMMENT])
    return (
        starts[:-1].max(),
        head[:, _HEAD].max(),
        titled.max(),
        between[:, _OUTSIDE].mean(),
        np.exp(scores.regions[gap.text, _TEXT]),
        starts.max(),
        scores.starts[gap.headline],
        starts[-1],
        between[:, _OUTSIDE].max(),
        between[:, _TEXT].min(),
        np.exp(scores.kinds[gap.headline, _HEADLINE]),
        comment[:-1].max(),
        comment[-1],
    )


def _compare_told(lines: list[Line], gaps: list[Gap], told: NDArray[np.float64]) -> list[Column]:
    """Return what the labeller makes of the gaps that are like one, and of all of the page's."""
    keys = told[:, :5]
    columns: list[Column] = []
    for shape in (_outline, _habit):
        numbers: dict[Hashable, int] = {}
        group = np.array([numbers.setdefault(shape(lines, gap), len(numbers)) for gap in gaps])
        size = np.bincount(group)[group].astype(float)
        columns += [size, size / len(gaps)]
        columns += [np.bincount(group, key)[group] / size for key in keys.T]
    rank = np.argsort(np.argsort(-keys[:, 0], kind="stable"), kind="stable").astype(float)
    columns += [rank, rank / len(gaps)]
    for key in keys.T[:3]:
        columns += [
            np.full(len(gaps), key.max()),
            key - key.max(),
            np.full(len(gaps), key.mean()),
            shift(key, 1),
            shift(key, -1),
        ]
    return columns


def _outline(lines: list[Line], gap: Gap) -> Hashable:
    """Return how a head begins and ends, and what it holds."""
    looks = [lines[i].look for i in gap.head]
    headline = lines[gap.headline].look
    return looks[0], looks[-1], "date" in looks, "byline" in looks, headline


def _habit(lines: list[Line], gap: Gap) -> Hashable:
    """Return what a head holds, whether chrome is in it, and how long it is."""
    looks = {lines[i].look for i in gap.head}
    parted = bool(looks & {"rule", "label", "closing", "aside"})
    headline = lines[gap.headline].look
    return "date" in looks, "byline" in looks, parted, min(_FEW_LINES, len(gap.head)), headline


def _look_at(page: Laid, gap: Gap) -> tuple[float, ...]:
    """Return how the headline is written, how the text above ends and the one below begins."""
    lines = page.lines
    headline, above, text = lines[gap.headline], lines[gap.first - 1], lines[gap.text]
    capitals = sum(word[0].isupper() for word in headline.block.text.split())
    below = range(gap.text, min(len(lines), gap.text + _FIRST_LINES))
    paragraph = fmean(lines[i].words for i in below if page.runs(i))
    return (
        capitals / max(1, headline.words),
        headline.block.text.endswith((".", "!", "?", ":")),
        above.words / max(1.0, paragraph),
        paragraph,
        read_dateline(text.block.text) is not None,
        above.terminal,
        above.block.text.endswith(('"', "”")),
    )


def _rhythm(page: Laid, gaps: list[Gap]) -> list[Column]:
    """Return how the stretches of text between gaps, and the headlines, compare in length."""
    lines = page.lines
    bounds = [0, *(gap.text for gap in gaps), len(lines)]
    sizes = [
        float(sum(lines[i].words for i in range(a, b) if page.runs(i))) for a, b in pairwise(bounds)
    ]
    titles = np.array([lines[gap.headline].words for gap in gaps], dtype=float)
    spread = float(np.std(sizes)) / max(1.0, fmean(sizes))
    return [
        np.array(sizes[1:]) / max(1.0, median(sizes)),
        np.full(len(gaps), spread),
        titles - titles.mean(),
    ]
