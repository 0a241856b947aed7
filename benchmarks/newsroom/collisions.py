"""How often independent articles share five words in a row by chance: here and in real news.

Two independent texts of the simulated press must hardly ever look like copies, or what is measured
on it flatters whoever matches words. The yardstick is PolNeAR: random pairs of its articles, and
pairs that
are near by subject, less those that are copies.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import numpy as np

from benchmarks.newsroom.editions import Edition

RUN: Final = 5
COPIED_RUN: Final = 20
"""Two texts that share so many words in a row outside quotations are copies, not chance."""
RANDOM_PAIRS: Final = 20_000
CLOSEST: Final = 100
_RAREST, _COMMONEST = 2, 0.2
_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_QUOTED: Final = re.compile(r"[“\"«][^“”\"«»]{1,1000}[”\"»]|‘[^‘’]{20,1000}’")


class Body(NamedTuple):
    """An article's words for comparison: runs of five outside quotations, and of twenty."""

    words: int
    runs: frozenset[int]
    long_runs: frozenset[int]
    vocabulary: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shared:
    """What pairs of articles share: how many pairs, and their runs of five words."""

    pairs: int
    touched: int
    runs: int
    thousand_words: float
    word_pairs: float

    def row(self) -> tuple[int, float, float, float, float]:
        """Return pairs, share with a common run, runs a pair, per 1,000 words, per million²."""
        pairs = max(1, self.pairs)
        return (
            self.pairs,
            self.touched / pairs,
            self.runs / pairs,
            self.runs / max(1e-9, self.thousand_words),
            1e6 * self.runs / max(1.0, self.word_pairs),
        )


def read_body(text: str) -> Body:
    """Return the words of a text, quotations left out: two reporters hear the same sentence."""
    pieces = _QUOTED.split(text)
    runs: set[int] = set()
    long_runs: set[int] = set()
    vocabulary: list[str] = []
    for piece in pieces:
        words = _WORD.findall(piece.lower())
        vocabulary += words
        runs |= _runs(words, RUN)
        long_runs |= _runs(words, COPIED_RUN)
    return Body(len(vocabulary), frozenset(runs), frozenset(long_runs), tuple(vocabulary))


def _runs(words: Sequence[str], size: int) -> set[int]:
    # hash() differs from run to run, the number of equal runs does not.
    return {hash(tuple(words[at : at + size])) for at in range(len(words) - size + 1)}


def compare(pairs: Iterable[tuple[Body, Body]]) -> Shared:
    """Return what pairs share, copies left out."""
    number = touched = runs = 0
    thousand = product = 0.0
    for one, other in pairs:
        if not one.long_runs.isdisjoint(other.long_runs):
            continue
        common = len(one.runs & other.runs)
        number += 1
        touched += common > 0
        runs += common
        thousand += min(one.words, other.words) / 1000
        product += one.words * other.words
    return Shared(number, touched, runs, thousand, product)


def random_pairs(bodies: Sequence[Body], number: int) -> Iterable[tuple[Body, Body]]:
    """Yield random pairs of different articles."""
    chance = Random(1)  # noqa: S311 - the same pairs at every run
    for _ in range(number):
        one, other = chance.sample(range(len(bodies)), 2)
        yield bodies[one], bodies[other]


def likeness_of(bodies: Sequence[Body]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    """Return how alike articles are by subject: cosine of tf-idf over single words."""
    places: dict[str, int] = {}
    counts: dict[int, int] = {}
    for body in bodies:
        for word in sorted(set(body.vocabulary)):
            at = places.setdefault(word, len(places))
            counts[at] = counts.get(at, 0) + 1
    kept = sorted(at for at, n in counts.items() if _RAREST <= n <= _COMMONEST * len(bodies))
    column = {at: place for place, at in enumerate(kept)}
    matrix = np.zeros((len(bodies), len(kept)), dtype=np.float32)
    for row, body in enumerate(bodies):
        for word in body.vocabulary:
            if places[word] in column:
                matrix[row, column[places[word]]] += 1
    weights = np.log(len(bodies) / np.array([counts[at] for at in kept], dtype=np.float32))
    matrix = np.log1p(matrix) * weights
    matrix /= np.maximum(np.linalg.norm(matrix, axis=1, keepdims=True), 1e-9)
    likeness: np.ndarray[tuple[int, int], np.dtype[np.float32]] = matrix @ matrix.T
    np.fill_diagonal(likeness, -1)
    return likeness


def nearest(bodies: Sequence[Body]) -> Iterable[tuple[Body, Body]]:
    """Yield each article with the one nearest to it by subject."""
    best = np.argmax(likeness_of(bodies), axis=1)
    pairs = {(min(row, int(other)), max(row, int(other))) for row, other in enumerate(best)}
    for one, other in sorted(pairs):
        yield bodies[one], bodies[other]


def closest(bodies: Sequence[Body], number: int = CLOSEST) -> Iterable[tuple[Body, Body]]:
    """Yield the pairs that are closest of all by subject: mostly, two reports of one event."""
    likeness = np.triu(likeness_of(bodies), 1)
    for at in np.argsort(-likeness, axis=None, kind="stable")[:number]:
        one, other = divmod(int(at), len(bodies))
        yield bodies[one], bodies[other]


def read_polnear(data: Path) -> list[Body]:
    """Return the bodies of PolNeAR's development and training articles; empty without data."""
    folder = data / "attribution" / "polnear"
    return [read_body(path.read_text("utf-8")) for path in sorted(folder.glob("*/text/*.txt"))]


def independent_bodies(editions: Iterable[Edition]) -> dict[str, list[Body]]:
    """Return, for each event, the longest witness of each family that is nobody's merged text."""
    events: dict[str, list[Body]] = {}
    for edition in editions:
        articles = {row["id"]: row for page in edition.pages for row in page.articles}
        mixed = {row["copy"] for row in edition.rows["derivations"] if row["kind"] == "merged"}
        mixed |= {a for a, row in articles.items() if not row["headline"]}
        for family in edition.rows["families"]:
            able = [articles[w] for w in family["witnesses"] if w not in mixed]
            if able:
                longest = max(able, key=lambda row: (len(row["text"]), row["id"]))
                body = read_body(body_text(longest))
                events.setdefault(longest["event"], []).append(body)
    return events


def body_text(article: dict[str, object]) -> str:
    """Return an article's paragraphs, one a line."""
    text = str(article["text"])
    parts = article["parts"]
    if not isinstance(parts, list):
        raise TypeError("an article's parts are a list")
    return "\n".join(text[p["start"] : p["end"]] for p in parts if p["kind"] == "body")


def same_event_pairs(events: dict[str, list[Body]]) -> Iterable[tuple[Body, Body]]:
    """Yield pairs of independent texts about one event."""
    for _, bodies in sorted(events.items()):
        yield from combinations(bodies, 2)
