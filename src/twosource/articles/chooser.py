"""Which blocks of a web page are its article: learned from pages that people have read.

A reader of web pages (trafilatura) often keeps a caption too many, a subhead too few, or half of a
text. A block is measured by what it looks like, by whether that reader kept it, and by what stands
around it; a thousand small questions (boosted trees, Friedman 2001) then tell whether a person
would call it the article's text. How they were learned stands in training/blocks.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from math import log1p
from typing import Any, Final, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from twosource import weights
from twosource.articles.evidence import Line, Look

Numbers = NDArray[np.float32]

_ZONES: Final = ("standfirst", "figure", "aside", "form", "nav", "footer", "comment", "hidden")
_TAGS: Final = (
    "p", "li", "td", "div", "h1", "h2", "h3", "h4", "blockquote", "pre", "figcaption", "article",
    "section", "dd", "dt",
)  # fmt: skip
_LOOKS: Final[tuple[str, ...]] = get_args(Look)
_CAPITAL: Final = re.compile(r"[A-Z]")
_DIGIT: Final = re.compile(r"\d")
_READ: Final = 120
_COMMAS_READ: Final = 1_500
_COMMAS_MOST: Final = 9
_SAID_MOST: Final = 3
_NEAR: Final = (1, -1, 2, -2)
_FURTHER: Final = (3, -3)
_WINDOWS: Final = (5, 10)
_STEP: Final = 5.0
_STEPS: Final = 6.0
_BLOCKS_MOST: Final = 20_000
_SURE: Final = 9.0
"""Log odds of a block that nobody has to be asked about."""
_ROWS_AT_ONCE: Final = 1_000
_MAKES_KEPT: Final = 10_000
_REACH: Final = 8
"""How far from a block that a reader kept a block is still asked about."""

Column = NDArray[np.float64]


class Home(NamedTuple):
    """Where a block stands in its page: the zone, the element it is, and the one around it."""

    zone: int
    element: int
    outer: int


class Forest(NamedTuple):
    """Trees of questions, the nodes of all of them in one row: what each asks, and where it leads.

    A node asks whether a number, by its place in a row, is at most its border; ``children`` has two
    places a node, first where "no" leads, then "yes". A leaf leads to itself.
    """

    asked: NDArray[np.int64]
    borders: NDArray[np.float64]
    children: NDArray[np.int64]
    leaves: Numbers
    roots: NDArray[np.int64]
    depth: int


@cache
def load_forest() -> Forest:
    """Return the trees that ship."""
    return plant(weights.load_arrays("blocks.npz"))


def plant(arrays: dict[str, NDArray[Any]]) -> Forest:
    """Return the trees that arrays hold, as ``training/blocks`` writes them: a row a tree.

    There a tree's first question is at 0; ``left`` ("yes") and ``right`` below 0 name a leaf,
    counted from -1.
    """
    (trees, questions), (_, most) = arrays["asked"].shape, arrays["leaves"].shape
    inner = trees * questions
    nodes = inner + trees * most
    roots = np.arange(trees, dtype=np.int64) * questions
    first_leaves = inner + np.arange(trees, dtype=np.int64) * most
    children = np.repeat(np.arange(nodes, dtype=np.int64), 2)
    for place, name in enumerate(("right", "left")):
        to = arrays[name].astype(np.int64)
        led = np.where(to >= 0, roots[:, None] + to, first_leaves[:, None] - to - 1)
        children[place : 2 * inner : 2] = led.ravel()
    asked = np.zeros(nodes, dtype=np.int64)
    asked[:inner] = arrays["asked"].ravel()
    borders = np.zeros(nodes)
    borders[:inner] = arrays["borders"].ravel()
    leaves = np.zeros(nodes, dtype=np.float32)
    leaves[inner:] = arrays["leaves"].ravel()
    return Forest(asked, borders, children, leaves, roots, int(arrays["depth"]))


def weigh_blocks(lines: list[Line], homes: list[Home], kept: list[bool], title: str) -> list[float]:
    """Return the log odds of each block to be of the page's main text; above 0 it is.

    ``kept`` is what the other reader kept; ``title`` is the page's own, folded. A page of very many
    blocks is left to that reader.
    """
    if len(lines) > _BLOCKS_MOST:
        return [_SURE if one else -_SURE for one in kept]
    odds = np.full(len(lines), -_SURE)
    asked = find_asked(lines, kept)
    if len(asked):
        odds[asked] = weigh(measure_blocks(lines, homes, kept, title, asked), load_forest())
    found: list[float] = odds.tolist()
    return found


def find_asked(lines: list[Line], kept: list[bool]) -> NDArray[np.int64]:
    """Return the places of blocks that may be of the article: kept, near a kept one, or prose."""
    if not lines:
        return np.zeros(0, dtype=np.int64)
    near = np.convolve(kept, np.ones(2 * _REACH + 1))[_REACH : _REACH + len(kept)] > 0
    prose = np.array([line.prose for line in lines], dtype=bool)
    return np.flatnonzero(near | prose)


def weigh(rows: Numbers, forest: Forest) -> Numbers:
    """Return the log odds of each row, all trees walked together, some rows at a time."""
    parts = [
        _weigh_some(rows[place : place + _ROWS_AT_ONCE], forest)
        for place in range(0, len(rows), _ROWS_AT_ONCE)
    ]
    return np.concatenate(parts)


def _weigh_some(rows: Numbers, forest: Forest) -> Numbers:
    # Places count through all rows laid end to end: numpy takes so faster than by row and column.
    row = np.arange(len(rows))[:, None] * rows.shape[1]
    node = np.broadcast_to(forest.roots, (len(rows), len(forest.roots)))
    for _ in range(forest.depth):
        yes = rows.take(row + forest.asked.take(node)) <= forest.borders.take(node)
        node = forest.children.take(2 * node + yes)
    odds: Numbers = forest.leaves.take(node).sum(axis=1)
    return odds


def measure_blocks(
    lines: list[Line], homes: list[Home], kept: list[bool], title: str, asked: NDArray[np.int64]
) -> Numbers:
    """Return what is known of each block that is asked about as numbers, a row a block."""
    held = np.array(kept, dtype=float)
    words = np.array([line.words for line in lines], dtype=float)
    length = np.array([log1p(line.words) for line in lines])
    links = np.array([line.block.link_share for line in lines])
    level = np.array([line.block.level for line in lines], dtype=float)
    ends = np.array([line.terminal for line in lines], dtype=float)
    said = _said(lines)
    lines_asked = [lines[place] for place in asked.tolist()]
    around = _places(lines, held)
    around += _of_the_page(words, held)
    around += _of_their_like(lines, homes, words, held)
    near: list[Column] = []
    for step in _NEAR:
        near += [shift(column, step) for column in (held, length, links, ends, level)]
    for step in _FURTHER:
        near += [shift(column, step) for column in (held, length)]
    near += [share_around(held, words, reach) for reach in _WINDOWS]
    near.append(share_around(links, words, _WINDOWS[0]))
    return np.concatenate(
        (
            np.stack((held, length, links, level, ends), axis=1)[asked],
            np.array([_measure_one(line) for line in lines_asked]),
            np.stack([_mark_make(line) for line in lines_asked]),
            np.stack(around, axis=1)[asked],
            np.stack((_titled(lines_asked, title), said[asked]), axis=1),
            np.stack(near, axis=1)[asked],
        ),
        axis=1,
    ).astype(np.float32)


def _measure_one(line: Line) -> tuple[float, ...]:
    text = line.block.text
    head = text[:_READ]
    return (
        min(_COMMAS_MOST, text.count(",", 0, _COMMAS_READ)),
        text.endswith(":"),
        len(_CAPITAL.findall(head)) / len(head),
        len(_DIGIT.findall(head)) / len(head),
    )


def _mark_make(line: Line) -> Column:
    return _mark(line.block.zone, line.block.tag, line.look)


@lru_cache(maxsize=_MAKES_KEPT)
def _mark(zone: str, tag: str, look: Look) -> Column:
    marks = [zone == other for other in _ZONES]
    marks += [tag == other for other in _TAGS]
    return np.array(marks + [look == other for other in _LOOKS], dtype=float)


def _places(lines: list[Line], held: Column) -> list[Column]:
    """Return where a block stands: in the page, and before and after what was kept."""
    count = len(lines)
    place = np.arange(count, dtype=float)
    letters = np.cumsum([len(line.block.text) for line in lines]).astype(float)
    where = np.flatnonzero(held)
    first, last = (where[0], where[-1]) if len(where) else (count, -1)
    return [
        place / count,
        letters / letters[-1],
        np.clip((first - place) / _STEP, 0, _STEPS),
        np.clip((place - last) / _STEP, 0, _STEPS),
    ]


def _of_the_page(words: Column, held: Column) -> list[Column]:
    """Return how much of the page was kept: alike for all blocks of a page."""
    whole, kept = float(words.sum()), float((words * held).sum())
    figures = (kept / max(1.0, whole), log1p(kept), log1p(whole), log1p(len(words)))
    return [np.full(len(words), figure) for figure in figures]


def _of_their_like(
    lines: list[Line], homes: list[Home], words: Column, held: Column
) -> list[Column]:
    """Return how much was kept of a block's zone, of its neighbours in one element, of its make."""
    makes: dict[tuple[str, str, int], int] = {}
    made = [
        makes.setdefault((line.block.tag, line.block.zone, line.block.piece), len(makes))
        for line in lines
    ]
    whole = max(1.0, float(words.sum()))
    columns: list[Column] = []
    for named in ([home.zone for home in homes], [home.outer for home in homes], made):
        groups = np.array(named)
        size = np.bincount(groups, words)
        share = np.bincount(groups, words * held) / np.maximum(size, 1.0)
        columns += [share[groups], (size / whole)[groups]]
    return columns


def _titled(lines: list[Line], title: str) -> Column:
    wanted = frozenset(title.split())
    shares = []
    for line in lines:
        own = frozenset(line.folded.split())
        shares.append(len(wanted & own) / max(1, len(wanted | own)))
    return np.array(shares)


def _said(lines: list[Line]) -> Column:
    counts: dict[str, int] = {}
    for line in lines:
        counts[line.folded] = counts.get(line.folded, 0) + 1
    return np.array([min(_SAID_MOST, counts[line.folded]) for line in lines], dtype=float)


def shift(column: Column, step: int) -> Column:
    """Return what a column says of the block ``step`` places above; 0 where there is none."""
    moved = np.zeros_like(column)
    if step > 0:
        moved[step:] = column[:-step]
    else:
        moved[:step] = column[-step:]
    return moved


def share_around(column: Column, words: Column, reach: int) -> Column:
    """Return the share of a column among the words of a block and those near it."""
    window = np.ones(2 * reach + 1)
    stop = reach + len(words)
    share: Column = np.convolve(column * words, window)[reach:stop] / np.maximum(
        1.0, np.convolve(words, window)[reach:stop]
    )
    return share
