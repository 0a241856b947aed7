"""Texts as numbers and marks, from a published set, from joined pages and from the newsroom.

Run in the project's own environment: ``python -m training.lines.examples --out DIR``; ``train.py``
learns from what is written there. Each page keeps its fold (by domain) and its layout, so that a
net can be trained without them.
"""

from __future__ import annotations

import argparse
import random
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np

from benchmarks.articles.flattening import WAYS, flatten
from benchmarks.articles.joined import pools_of
from benchmarks.articles.joining import (
    LAYOUTS,
    OUTSIDE,
    Joined,
    join,
    join_nothing,
    join_short,
    print_text,
)
from benchmarks.articles.known import KnownPage, fold_of, read_wcxb
from benchmarks.newsroom.make import make
from training.lines.aligning import Marks, allow, forbid, mark_page, words_of
from twosource.articles.blocks import Block, read_lines
from twosource.articles.evidence import Line, look_at
from twosource.articles.labeller import KINDS
from twosource.articles.traits import Traits, measure_lines

EVERYWHERE: Final = -1
"""The fold of a page that every net may be trained on."""
_PAGES: Final = 18
_SINGLE: Final = frozenset((0, 9))
"""Joined pages of each layout and fold, and which of them hold one article."""
_EMPTY: Final = 40
_SHORT: Final = 60
_LONG_BODY: Final = 6
_SHORT_WORDS: Final = 40
_SEEK: Final = 400
_NEWSROOM: Final = 1500
_SEED: Final = 7
_PROSE_WORDS: Final = 8
_BODY: Final = KINDS.index("body")
_TEXT_REGIONS: Final = {"outside": 0, "head": 1, "body": 2}


class Marked(NamedTuple):
    """A page as numbers, with its marks, its fold and its layout ("" for one as found)."""

    traits: Traits
    marks: Marks
    fold: int
    layout: str


class _Piece(NamedTuple):
    """What is known of a stretch of a made page."""

    kind: str
    text: str
    article: int


def single_pages(pages: Iterable[KnownPage]) -> Iterator[Marked]:
    """Yield each page flattened in two ways."""
    others = [way for way in WAYS if way != "scored"]
    for number, known in enumerate(pages):
        for way in ("scored", others[number % len(others)]):
            lines = _look(read_lines(flatten(known.markup, WAYS[way], number)))
            marks = mark_page(lines, known.main, known.title, known.author)
            yield Marked(measure_lines(lines), marks, fold_of(known.url), "")


def short_pages(pages: Iterable[KnownPage]) -> Iterator[Marked]:
    """Yield pages whose article breaks off after a few paragraphs, as behind a wall of payment."""
    for number, known in enumerate(pages):
        lines = _look(read_lines(flatten(known.markup, seed=number)))
        marks = mark_page(lines, known.main, known.title, known.author)
        body = np.flatnonzero((marks.regions == _TEXT_REGIONS["body"]) & marks.kinds[:, _BODY])
        if len(body) < _LONG_BODY:
            continue
        chance = random.Random(number)  # noqa: S311 - no secret
        words = np.cumsum([lines[i].words for i in body])
        most = chance.choice((1, 2, 2, 3, 3, 4, 5, 6, 8))
        last = max(most - 1, int(np.searchsorted(words, _SHORT_WORDS)))
        stop = int(body[min(last, len(body) - 1)])
        kept = [i for i in range(len(lines)) if i <= stop or i > body[-1]]
        cut = Marks(marks.kinds[kept], marks.regions[kept], marks.starts[kept])
        yield Marked(measure_lines([lines[i] for i in kept]), cut, fold_of(known.url), "")


def joined_pages(pages: Sequence[KnownPage]) -> Iterator[Marked]:
    """Yield pages of every layout, made of one fold's articles; some hold one article, or none."""
    for fold, (stories, around) in enumerate(pools_of(pages)):
        for layout in LAYOUTS:
            for number in range(_PAGES):
                seed = crc32(f"{fold}/{layout}/{number}".encode())
                page = join(layout, stories, around, seed, single=number in _SINGLE)
                yield _mark_joined(page, fold, seed)
        for number in range(_EMPTY + _SHORT):
            seed = crc32(f"{fold}/{number}".encode())
            make_page = join_nothing if number < _EMPTY else join_short
            yield _mark_joined(make_page(stories, around, seed), fold, seed)


def newsroom_pages(count: int, seed: int) -> Iterator[Marked]:
    """Yield pages of the simulated press, half ``build``."""
    for edition in make("build", seed, count):
        for page in edition.pages:
            if page.media_type == "text/html":
                continue
            pieces = [
                (int(part["page_start"]), _Piece(part["kind"], part["text"], OUTSIDE))
                for part in page.page["parts"]
            ]
            for number, article in enumerate(page.articles):
                pieces += [
                    (
                        int(part["page_start"]),
                        _Piece(part["kind"], article["text"][part["start"] : part["end"]], number),
                    )
                    for part in article["parts"]
                ]
            pieces.sort(key=lambda placed: placed[0])
            known = [piece for _, piece in pieces]
            yield _mark_made(page.content, known, EVERYWHERE, "newsroom")


def _look(blocks: list[Block]) -> list[Line]:
    return [look_at(block) for block in blocks]


def _mark_joined(page: Joined, fold: int, seed: int) -> Marked:
    pieces = [_Piece(*row) for row in page.rows]
    return _mark_made(print_text(page, seed), pieces, fold, page.layout)


def _mark_made(printed: str, pieces: Sequence[_Piece], fold: int, layout: str) -> Marked:
    """Mark the lines of a made page by the pieces that it was made of."""
    lines = _look(read_lines(printed))
    regions = _regions_of(pieces)
    kinds = np.ones((len(lines), len(KINDS)), dtype=np.bool_)
    marked = np.full(len(lines), -1, dtype=np.int8)
    starts = np.full(len(lines), -1, dtype=np.int8)
    opened: set[int] = set()
    for i, number in enumerate(find_rows(lines, [piece.text for piece in pieces])):
        if number is None:
            continue
        piece = pieces[number]
        kinds[i] = _allowed(piece, layout)
        marked[i] = regions[number]
        starts[i] = piece.article != OUTSIDE and piece.article not in opened
        opened.add(piece.article)
    return Marked(measure_lines(lines), Marks(kinds, marked, starts), fold, layout)


def find_rows(lines: list[Line], texts: Sequence[str]) -> list[int | None]:
    """Return, for each line of a made page, which of the texts that it was made of it holds."""
    squeezed = ["".join(words_of(text)) for text in texts]
    stream = "".join(squeezed)
    ends = np.cumsum([len(own) for own in squeezed]).tolist()
    found: list[int | None] = []
    at = 0
    for line in lines:
        own = "".join(words_of(line.block.text))
        place = stream.find(own, at, at + len(own) + _SEEK) if own else -1
        if place < 0:
            found.append(None)
            continue
        at = place + len(own)
        found.append(most_of(ends, place, at))
    return found


def most_of(ends: list[int], first: int, stop: int) -> int:
    """Return which piece holds most of a stretch of the stream."""
    number = best = bisect_right(ends, first)
    most = 0
    while number < len(ends) and (number == 0 or ends[number - 1] < stop):
        begin = ends[number - 1] if number else 0
        shared = min(stop, ends[number]) - max(first, begin)
        if shared > most:
            most, best = shared, number
        number += 1
    return best


def _regions_of(pieces: Sequence[_Piece]) -> list[int]:
    begun: dict[int, int] = {}
    for place, piece in enumerate(pieces):
        if piece.article != OUTSIDE and piece.kind in {"body", "subhead"}:
            begun.setdefault(piece.article, place)
    return [
        _TEXT_REGIONS["outside"]
        if piece.article == OUTSIDE
        else _TEXT_REGIONS["head" if place < begun.get(piece.article, len(pieces)) else "body"]
        for place, piece in enumerate(pieces)
    ]


def _allowed(piece: _Piece, layout: str) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Return what a piece may be: a joined page knows its furniture only as not of the text."""
    if layout == "newsroom":
        return allow(piece.kind)
    if piece.kind == "body":
        whole = piece.text.endswith((".", "!", "?", '"', "”", "’"))
        prose = whole and len(piece.text.split()) > _PROSE_WORDS
        return allow("body") if prose else allow("body", "subhead")
    if piece.kind == "furniture":
        outside = piece.article == OUTSIDE
        return forbid("body", "subhead", "headline", *(("standfirst",) if outside else ()))
    return allow("date", "byline") if piece.kind == "date" else allow(piece.kind)


def write(pages: Iterable[Marked], path: Path) -> int:
    """Write pages into one file of arrays, one after the other, and return how many."""
    held = list(pages)
    np.savez_compressed(
        path,
        lines=np.array([len(page.traits.rows) for page in held]),
        words=np.array([len(page.traits.buckets) for page in held]),
        folds=np.array([page.fold for page in held]),
        layouts=np.array([page.layout for page in held]),
        rows=np.concatenate([page.traits.rows for page in held]).astype(np.float16),
        buckets=np.concatenate([page.traits.buckets for page in held]).astype(np.int16),
        starts=np.concatenate([page.traits.starts for page in held]).astype(np.int32),
        kinds=np.concatenate([page.marks.kinds for page in held]),
        regions=np.concatenate([page.marks.regions for page in held]),
        opens=np.concatenate([page.marks.starts for page in held]),
    )
    return len(held)


def main() -> int:
    """Write what is learned from."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--data", type=Path, default=Path("../shared/data"))
    reader.add_argument("--out", type=Path, required=True)
    given = reader.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    pages = [*read_wcxb(given.data)]
    made = {
        "single": single_pages(pages),
        "short": short_pages(pages),
        "joined": joined_pages(pages),
        "newsroom": newsroom_pages(_NEWSROOM, _SEED),
    }
    for name, marked in made.items():
        print(name, write(marked, given.out / f"{name}.npz"), "pages", flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
