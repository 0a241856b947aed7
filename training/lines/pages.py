"""Plain texts to learn from, each with whose text its lines are: real, cut, joined, grafted, made.

A real page of WCXB, flattened, holds one article. A joined text is set by a layout of
``benchmarks/articles/joining.py``; a grafted one is a real page into which pieces of other real
pages are set, line by line. Each is read by the net of its fold, which has learned from none of its
domains; a joined text of its own group of layouts by one that has not learned its layout either.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from unittest import mock
from zlib import crc32

from benchmarks.articles.flattening import WAYS, flatten
from benchmarks.articles.joined import pools_of
from benchmarks.articles.joining import (
    GROUPS,
    LAYOUTS,
    OUTSIDE,
    Row,
    join,
    join_nothing,
    join_short,
    print_text,
)
from benchmarks.articles.known import FOLDS, KnownPage, fold_of
from benchmarks.newsroom.make import make
from training.lines.aligning import Marks, mark_page
from training.lines.examples import EVERYWHERE, find_rows
from twosource.articles import labeller
from twosource.articles.blocks import read_lines
from twosource.articles.evidence import Line, look_at
from twosource.articles.traits import measure_lines

UNKNOWN: Final = -2
"""Whose a line is that may be an article's or not, or stands nowhere in what a text was made of."""
_CUT: Final = 4
"""One real page in so many is read once more with its article broken off."""
_OWN: Final = 36
_OTHER: Final = 10
_SINGLE: Final = 9
"""Joined texts of each layout: in the group of their fold, in others; one in so many is single."""
_SHORT: Final = 24
_EMPTY: Final = 6
_GRAFTED: Final = 80
_NEWSROOM: Final = 400
_SEED: Final = 11
_LEAST_CUT: Final = 40
_BODY: Final = labeller.KINDS.index("body")
_TEXT: Final = labeller.REGIONS.index("body")


class Sample(NamedTuple):
    """A text as the program sees it, whose each line is, its fold, its layout and what it is."""

    lines: list[Line]
    scores: labeller.Scores
    whose: list[int]
    fold: int
    layout: str
    made: str


class _Real(NamedTuple):
    """A real page whose article is known: its head, its first and last line of text."""

    lines: list[Line]
    body: list[bool]
    head: int
    first: int
    last: int
    fold: int


class Reader(NamedTuple):
    """The nets of the folds, by which texts are read."""

    nets: list[labeller.Arrays]

    def read(
        self, lines: list[Line], whose: list[int], fold: int, layout: str, made: str
    ) -> Sample:
        """Return a text as the program sees it; one of no fold is read with any net."""
        net = self.nets[len(lines) % FOLDS if fold == EVERYWHERE else fold]
        with mock.patch.object(labeller, "load_net", return_value=net):
            scores = labeller.score_lines(measure_lines(lines))
        return Sample(lines, scores, whose, fold, layout, made)


def read_samples(pages: Sequence[KnownPage], reader: Reader) -> Iterator[Sample]:
    """Yield all texts that are learned from."""
    real: list[_Real] = []
    others = [way for way in WAYS if way != "scored"]
    for number, known in enumerate(page for page in pages if page.main):
        flat = _mark(known, "scored", number)
        if flat is None:
            continue
        real.append(flat)
        yield reader.read(flat.lines, _own(flat), flat.fold, "", "real")
        if number % 2:
            other = _mark(known, others[number // 2 % len(others)], number)
            if other is not None:
                yield reader.read(other.lines, _own(other), other.fold, "", "flattened")
        if number % _CUT == 0:
            yield reader.read(*_cut(flat, random.Random(number)), flat.fold, "", "cut")  # noqa: S311
    yield from joined_texts(pages, reader)
    yield from grafted_texts(real, reader)
    yield from newsroom_texts(reader)


def _mark(known: KnownPage, way: str, seed: int) -> _Real | None:
    lines = [look_at(block) for block in read_lines(flatten(known.markup, WAYS[way], seed))]
    marks: Marks = mark_page(lines, known.main, known.title, known.author)
    body = ((marks.regions == _TEXT) & marks.kinds[:, _BODY]).tolist()
    if not any(body):
        return None
    places = [i for i, own in enumerate(body) if own]
    return _Real(lines, body, int(marks.starts.argmax()), places[0], places[-1], fold_of(known.url))


def _own(page: _Real) -> list[int]:
    return [0 if own else OUTSIDE for own in page.body]


def _cut(page: _Real, chance: random.Random) -> tuple[list[Line], list[int]]:
    """Return a page whose article breaks off after some paragraphs, as behind a wall of payment."""
    most = chance.randint(_LEAST_CUT, 300)
    lines: list[Line] = []
    whose: list[int] = []
    words = 0
    for i, line in enumerate(page.lines):
        if page.first <= i <= page.last:
            if words >= most:
                continue
            words += line.words * page.body[i]
        lines.append(line)
        whose.append(0 if page.body[i] else OUTSIDE)
    return lines, whose


def joined_texts(pages: Sequence[KnownPage], reader: Reader) -> Iterator[Sample]:
    """Yield texts of every layout, made of one fold's articles; some hold one article, or none."""
    for fold, (stories, around) in enumerate(pools_of(pages)):
        for layout in LAYOUTS:
            for number in range(_OWN if layout in GROUPS[fold] else _OTHER):
                seed = crc32(f"{fold}/{layout}/{number}/lines".encode())
                page = join(layout, stories, around, seed, single=number % _SINGLE == 0)
                yield _read_rows(reader, print_text(page, seed), page.rows, fold, layout, "joined")
        for number in range(_SHORT + _EMPTY):
            seed = crc32(f"{fold}/{number}/lines".encode())
            page = (join_short if number < _SHORT else join_nothing)(stories, around, seed)
            yield _read_rows(reader, print_text(page, seed), page.rows, fold, "", "short")


def _read_rows(
    reader: Reader, printed: str, rows: Sequence[Row], fold: int, layout: str, made: str
) -> Sample:
    lines = [look_at(block) for block in read_lines(printed)]
    found = find_rows(lines, [row.text for row in rows])
    whose = [UNKNOWN if number is None else _owner_of(rows[number]) for number in found]
    return reader.read(lines, whose, fold, layout, made)


def _owner_of(row: Row) -> int:
    if row.kind == "standfirst":
        return UNKNOWN
    return row.article if row.kind in {"body", "subhead"} else OUTSIDE


def grafted_texts(real: Sequence[_Real], reader: Reader) -> Iterator[Sample]:
    """Yield real pages with pieces of others of their fold set below their article."""
    for fold in range(FOLDS):
        pool = [page for page in real if page.fold == fold]
        for number in range(_GRAFTED):
            chance = random.Random(f"{fold}/{number}")  # noqa: S311 - no secret
            yield reader.read(*_graft(chance, pool), fold, "", "grafted")


def _graft(chance: random.Random, pool: Sequence[_Real]) -> tuple[list[Line], list[int]]:
    host, *guests = chance.sample(list(pool), chance.choice((2, 2, 3, 3, 4, 5)))
    short = chance.random() < 0.5  # noqa: PLR2004 - every other
    above, below = chance.choice((0, 0, 1, 3)), chance.choice((0, 0, 3, 10))
    lines: list[Line] = []
    whose: list[int] = []

    def take(page: _Real, places: range, article: int) -> None:
        most = chance.randint(60, 350) if short else 10**6
        words = 0
        for i in places:
            if page.first <= i <= page.last:
                if words > most:
                    continue
                words += page.lines[i].words * page.body[i]
            lines.append(page.lines[i])
            whose.append(article if page.body[i] else OUTSIDE)

    cut = min(len(host.lines), host.last + 1 + chance.choice((0, 0, 2, 5, 15)))
    take(host, range(cut), 0)
    for number, guest in enumerate(guests, 1):
        stop = min(len(guest.lines), guest.last + 1 + below)
        take(guest, range(max(0, guest.head - above), stop), number)
    take(host, range(cut, len(host.lines)), 0)
    return lines, whose


def newsroom_texts(reader: Reader) -> Iterator[Sample]:
    """Yield texts of the simulated press, half ``build``."""
    for edition in make("build", _SEED, _NEWSROOM):
        for page in edition.pages:
            if page.media_type == "text/html":
                continue
            placed = [
                (int(part["page_start"]), Row(part["kind"], part["text"], OUTSIDE))
                for part in page.page["parts"]
            ]
            for number, article in enumerate(page.articles):
                placed += [
                    (
                        int(part["page_start"]),
                        Row(part["kind"], article["text"][part["start"] : part["end"]], number),
                    )
                    for part in article["parts"]
                ]
            rows = [row for _, row in sorted(placed, key=lambda one: one[0])]
            yield _read_rows(reader, page.content, rows, EVERYWHERE, "", "newsroom")
