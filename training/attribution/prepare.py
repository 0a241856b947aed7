"""Turns marked articles into rows for training: word pieces, marks, tags, and roles cue by cue."""

from __future__ import annotations

import pickle
import random
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Self, TypeVar

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.attribution.passages import Pieces, cut_pieces
from training.attribution.reader import Article, Spans

Numbers = NDArray[np.int64]
CLS, SEP = 101, 102
TAG_OF = {"Source": 1, "Cue": 3, "Content": 5}
ROLE_OF = {"Source": 1, "Content": 3}
AnyLine = TypeVar("AnyLine", bound="Line")


def mend_tags(tags: Numbers) -> Numbers:
    """Return tags in which a span cut in two by another begins anew behind it.

    >>> mend_tags(np.array([5, 6, 3, 6, 6])).tolist()
    [5, 6, 3, 5, 6]
    """
    before = np.concatenate([[0], tags[:-1]])
    further = (tags > 0) & (tags % 2 == 0)
    return np.where(further & (before != tags) & (before != tags - 1), tags - 1, tags)


@dataclass(frozen=True, kw_only=True)
class Link:
    """One relation in pieces: its cue, and the spans of its source and its content."""

    cue: tuple[int, int]
    roles: dict[str, Spans]

    def role_tags(self, length: int) -> Numbers:
        """Return for each of ``length`` pieces what it is to the cue."""
        tags = np.zeros(length, np.int64)
        for role, spans in self.roles.items():
            for first, last in spans:
                tags[first:last] = ROLE_OF[role] + 1
                tags[first] = ROLE_OF[role]
        tags[self.cue[0] : self.cue[1]] = 0
        return mend_tags(tags)


@dataclass(frozen=True, kw_only=True)
class Line:
    """A passage in pieces, without the two special pieces around it."""

    ids: Numbers
    marks: Numbers
    sentences: Numbers
    weight: float = 1.0

    def drop(self, keep: NDArray[np.bool_]) -> Self:
        """Return the passage without some of its pieces."""
        return replace(
            self, ids=self.ids[keep], marks=self.marks[keep], sentences=self.sentences[keep]
        )


@dataclass(frozen=True, kw_only=True)
class Row(Line):
    """A passage with the relations that people marked in it."""

    links: list[Link] = field(default_factory=list)

    def drop(self, keep: NDArray[np.bool_]) -> Self:
        """Return the row without some of its pieces; spans that become empty go."""
        place = np.concatenate([[0], np.cumsum(keep)])

        def move(spans: Spans) -> Spans:
            moved = [(int(place[a]), int(place[b])) for a, b in spans]
            return [(a, b) for a, b in moved if b > a]

        links = []
        for link in self.links:
            cue = move([link.cue])
            if cue:
                roles = {role: move(spans) for role, spans in link.roles.items()}
                links.append(Link(cue=cue[0], roles=roles))
        return replace(super().drop(keep), links=links)

    def tags(self) -> Numbers:
        """Return the tag of every piece, all relations in one row."""
        tags = np.zeros(len(self.ids), np.int64)
        for link in self.links:
            for role, spans in (("Cue", [link.cue]), *link.roles.items()):
                for first, last in spans:
                    tags[first:last] = TAG_OF[role] + 1
                    tags[first] = TAG_OF[role]
        return mend_tags(tags)


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """An article in pieces, with the links of each annotator."""

    name: str
    text: str
    pieces: Pieces
    readings: list[list[Link]]


def find_pieces(spans: Spans, pieces: Pieces) -> Spans:
    """Return character spans as spans of pieces."""
    found = []
    for start, end in spans:
        inside = [i for i, (a, b) in enumerate(pieces.spans) if a < end and b > start and b > a]
        if inside:
            found.append((inside[0], inside[-1] + 1))
    return found


def prepare_article(readings: list[Article], tokenizer: Tokenizer) -> Prepared:
    """Return an article in pieces."""
    text = readings[0].text
    pieces = cut_pieces(text, tokenizer)
    linked = []
    for reading in readings:
        links = []
        for relation in reading.relations:
            cues = find_pieces(relation["Cue"], pieces)
            roles = {role: find_pieces(relation[role], pieces) for role in ROLE_OF}
            if cues:
                links.append(Link(cue=(cues[0][0], cues[-1][1]), roles=roles))
        linked.append(links)
    return Prepared(name=readings[0].name, text=text, pieces=pieces, readings=linked)


def prepare(readings: list[list[Article]], tokenizer: Tokenizer, cache: Path) -> list[Prepared]:
    """Return all articles in pieces, from the cache where it is there."""
    if cache.exists():
        with cache.open("rb") as file:
            kept: list[Prepared] = pickle.load(file)  # noqa: S301 - our own file of this run
        return kept
    prepared = [prepare_article(r, tokenizer) for r in readings]
    cache.parent.mkdir(parents=True, exist_ok=True)
    with cache.open("wb") as file:
        pickle.dump(prepared, file)
    return prepared


def cut_row(article: Prepared, links: list[Link], first: int, last: int) -> Row:
    """Return the passage from one piece to another with the links that it holds."""
    pieces = article.pieces
    held = []
    for link in links:
        if first <= link.cue[0] and link.cue[1] <= last:
            roles = {
                role: [(a - first, b - first) for a, b in spans if first <= a and b <= last]
                for role, spans in link.roles.items()
            }
            held.append(Link(cue=(link.cue[0] - first, link.cue[1] - first), roles=roles))
    return Row(
        ids=np.array(pieces.ids[first:last], np.int64),
        marks=np.array(pieces.marks[first:last], np.int64),
        sentences=np.array(pieces.sentences[first:last], np.int64),
        links=held,
    )


def batch_rows(
    rows: list[AnyLine], size: int, rng: random.Random, pool: int = 40
) -> list[list[AnyLine]]:
    """Return rows grouped to about ``size`` padded pieces, like lengths together."""
    batches: list[list[AnyLine]] = []
    average = sum(len(r.ids) for r in rows) / len(rows)
    step = max(1, int(pool * size / average))
    for at in range(0, len(rows), step):
        batch: list[AnyLine] = []
        for row in sorted(rows[at : at + step], key=lambda r: len(r.ids)):
            if batch and (len(batch) + 1) * (len(row.ids) + 2) > size:
                batches.append(batch)
                batch = []
            batch.append(row)
        batches.append(batch)
    rng.shuffle(batches)
    return batches
