"""Web pages to learn from, each with whose text its blocks are: real, joined and grafted ones.

A real page of WCXB holds one article. A joined page is printed by a layout of
``benchmarks/articles/joining.py``. A grafted page is a real one into which pieces of other real
pages are set, block by block, so that several articles are seen in the markup of real houses too.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np

from benchmarks.articles.joined import pools_of
from benchmarks.articles.joining import LAYOUTS, OUTSIDE, Joined, join, print_markup
from benchmarks.articles.known import FOLDS, KnownPage, fold_of
from training.lines.aligning import mark_page
from training.lines.examples import find_rows
from twosource.articles.chooser import Home
from twosource.articles.evidence import Line
from twosource.articles.labeller import KINDS, REGIONS
from twosource.articles.markup import Seen, see_page

UNKNOWN: Final = -2
"""Whose a block is that stands nowhere in what a joined page was made of."""
_JOINED: Final = 14
_SINGLE: Final = frozenset((0, 6))
"""Joined pages of each layout and fold, and which of them hold one article."""
_GRAFTED: Final = 300
_BODY: Final = KINDS.index("body")
_TEXT: Final = REGIONS.index("body")


class Sample(NamedTuple):
    """A page as the program sees it, whose each block is, its fold, its layout and what it is."""

    seen: Seen
    whose: list[int]
    fold: int
    layout: str
    made: str


class _Real(NamedTuple):
    """A real page whose article is known: its head, its first and last block of text."""

    seen: Seen
    body: list[bool]
    head: int
    first: int
    last: int


def real_pages(pages: Sequence[KnownPage]) -> Iterator[tuple[KnownPage, Seen]]:
    """Yield the pages that have blocks and a known text."""
    for known in pages:
        seen = see_page(known.markup)
        if seen is not None and seen.lines and known.main:
            yield known, seen


def joined_pages(pages: Sequence[KnownPage]) -> Iterator[Sample]:
    """Yield pages of every layout as HTML, made of one fold's articles."""
    for fold, (stories, around) in enumerate(pools_of(pages)):
        for layout in LAYOUTS:
            for number in range(_JOINED):
                seed = crc32(f"{fold}/{layout}/{number}".encode())
                page = join(layout, stories, around, seed, single=number in _SINGLE)
                seen = see_page(print_markup(page, seed))
                if seen is not None and seen.lines:
                    yield Sample(seen, find_owners(seen.lines, page), fold, layout, "joined")


def find_owners(lines: list[Line], page: Joined) -> list[int]:
    """Return the article whose running text each block of a joined page is."""
    rows = find_rows(lines, [row.text for row in page.rows])
    return [
        UNKNOWN if number is None else _owner_of(page.rows[number].kind, page.rows[number].article)
        for number in rows
    ]


def _owner_of(kind: str, article: int) -> int:
    if kind in {"headline", "standfirst"}:
        return UNKNOWN
    return article if kind == "body" else OUTSIDE


def grafted_pages(real: Sequence[tuple[KnownPage, Seen]]) -> Iterator[Sample]:
    """Yield real pages with pieces of others of their fold set below their article."""
    pools: list[list[_Real]] = [[] for _ in range(FOLDS)]
    for known, seen in real:
        marks = mark_page(seen.lines, known.main, known.title, known.author)
        body = ((marks.regions == _TEXT) & marks.kinds[:, _BODY]).tolist()
        if any(body):
            places = np.flatnonzero(body).tolist()
            head = int(np.argmax(marks.starts))
            pools[fold_of(known.url)].append(_Real(seen, body, head, places[0], places[-1]))
    for fold, pool in enumerate(pools):
        for number in range(_GRAFTED):
            chance = random.Random(f"{fold}/{number}")  # noqa: S311 - no secret
            yield Sample(*_graft(chance, pool), fold, "", "grafted")


class _Growing:
    """A page into which stretches of other pages are set."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.homes: list[tuple[int, Home]] = []
        self.kept: list[bool] = []
        self.whose: list[int] = []

    def take(self, page: _Real, places: range, article: int, most: int, *, kept: bool) -> None:
        """Set some blocks of a page, and so many words of its article at most."""
        words = 0
        for i in places:
            if page.first <= i <= page.last:
                if words > most:
                    continue
                words += page.seen.lines[i].words * page.body[i]
            self.lines.append(page.seen.lines[i])
            self.homes.append((id(page), page.seen.homes[i]))
            self.kept.append(kept and page.seen.kept[i])
            self.whose.append(article if page.body[i] else OUTSIDE)

    def number_homes(self) -> list[Home]:
        """Return where the blocks stand, counted anew: two pages share no element."""
        zones: dict[tuple[int, int], int] = {}
        elements: dict[tuple[int, int], int] = {}
        return [
            Home(
                zones.setdefault((owner, home.zone), len(zones)),
                elements.setdefault((owner, home.element), len(elements)),
                elements.setdefault((owner, home.outer), len(elements)),
            )
            for owner, home in self.homes
        ]


def _graft(chance: random.Random, pool: list[_Real]) -> tuple[Seen, list[int]]:
    host, *guests = chance.sample(pool, chance.choice((2, 2, 3, 3, 4, 5, 6)))
    short, kept = chance.random() < 0.5, chance.random() < 0.5  # noqa: PLR2004
    above, below = chance.choice((0, 0, 1, 3)), chance.choice((0, 0, 3, 10))
    page = _Growing()
    count = len(host.body)
    cut = min(count, host.last + 1 + chance.choice((0, 0, 2, 5, 15)))
    most = [chance.randint(60, 350) if short else 10**6 for _ in range(len(guests) + 1)]
    page.take(host, range(cut), 0, most[0] if chance.random() < 0.5 else 10**6, kept=True)  # noqa: PLR2004
    for number, guest in enumerate(guests, 1):
        stop = min(len(guest.body), guest.last + 1 + below)
        places = range(max(0, guest.head - above), stop)
        page.take(guest, places, number, most[number], kept=kept)
    page.take(host, range(cut, count), 0, 0, kept=True)
    title = host.seen.title if chance.random() < 0.8 else ""  # noqa: PLR2004
    return (
        host.seen._replace(
            lines=page.lines, homes=page.number_homes(), kept=page.kept, title=title, found=True
        ),
        page.whose,
    )
