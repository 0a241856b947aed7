"""Learning from a teacher: what the smaller tagger that is shipped learns from.

A lesson is a passage with the teacher's chances: of every tag, and for every cue of every role.
Where people marked the passage, their marks and the teacher's chances are mixed.
"""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Self

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from training.attribution.batches import Run, find_false_cues, lay_cues, lay_lines
from training.attribution.model import ROLES, TAGS, Tagger
from training.attribution.passages import BEGINS_PARAGRAPH, QUOTES, STARTS
from training.attribution.prepare import Line, Row, batch_rows
from training.attribution.styles import STYLES, Print, capitalise, restyle

Halves = NDArray[np.float16]
Floats = NDArray[np.float32]
GOLD = 0.5  # what people's marks weigh where there are some; the teacher's chances weigh the rest
CORES = 2
PIECES = 3000  # that the teacher reads at once
HEADLINE = 30  # pieces; a longer passage is not printed as one


def rest(chances: Floats) -> Halves:
    """Return chances whose rows sum to one again, in half the room."""
    chances = np.clip(chances, 0, 1)
    shared: Halves = (chances / chances.sum(1, keepdims=True)).astype(np.float16)
    return shared


def drop_chances(chances: Halves, keep: NDArray[np.bool_]) -> Halves:
    """Return chances without some pieces; where a first tag is dropped the next piece takes it."""
    moved = chances.copy()
    for i in np.flatnonzero(~keep[:-1]):
        first = np.minimum(moved[i, 1::2], moved[i + 1, 2::2])
        moved[i + 1, 1::2] += first
        moved[i + 1, 2::2] -= first
    return moved[keep]


@dataclass(frozen=True, kw_only=True)
class Lesson(Line):
    """A passage with the chance of every tag, and for each cue of every role."""

    chances: Halves
    cues: list[tuple[int, int]]
    roles: list[Halves]

    def drop(self, keep: NDArray[np.bool_]) -> Self:
        """Return the lesson without some of its pieces; a cue that becomes empty goes."""
        place = np.concatenate([[0], np.cumsum(keep)])
        cues = [(int(place[a]), int(place[b])) for a, b in self.cues]
        held = [k for k, (a, b) in enumerate(cues) if b > a]
        return replace(
            super().drop(keep),
            chances=drop_chances(self.chances, keep),
            cues=[cues[k] for k in held],
            roles=[drop_chances(self.roles[k], keep) for k in held],
        )

    def frame(self, before: Line | None, after: Line | None) -> Self:
        """Return the lesson with words before and after it that say nothing."""
        parts = [p for p in (before, self, after) if p is not None]
        first = len(before.ids) if before else 0
        last = len(after.ids) if after else 0
        marks = self.marks.copy()
        if before:
            marks[0] -= (marks[0] // QUOTES % STARTS) * QUOTES
        framed = [before.marks if before else marks[:0], marks, after.marks if after else marks[:0]]
        numbers = [np.full(first, self.sentences[0]), self.sentences]
        numbers.append(np.full(last, self.sentences[-1] + 1))
        return replace(
            self,
            ids=np.concatenate([p.ids for p in parts]),
            marks=close_paragraph(np.concatenate(framed), first + len(self.ids)),
            sentences=np.concatenate(numbers),
            chances=pad_chances(self.chances, first, last),
            cues=[(a + first, b + first) for a, b in self.cues],
            roles=[pad_chances(r, first, last) for r in self.roles],
        )


def close_paragraph(marks: NDArray[np.int64], at: int) -> NDArray[np.int64]:
    """Return marks in which what begins a paragraph at ``at`` only begins a sentence."""
    if at < len(marks) and marks[at] // QUOTES % STARTS == BEGINS_PARAGRAPH:
        marks[at] -= QUOTES
    return marks


def pad_chances(chances: Halves, before: int, after: int) -> Halves:
    """Return chances with pieces around that are surely nothing."""
    padded = np.pad(chances, ((before, after), (0, 0)))
    padded[:before, 0] = padded[len(padded) - after :, 0] = 1
    return padded


def mix(taught: Floats, gold: NDArray[np.int64] | None) -> Halves:
    """Return the teacher's chances mixed with people's tags, where there are some."""
    if gold is None:
        return rest(taught)
    return rest((1 - GOLD) * taught + GOLD * np.eye(taught.shape[1], dtype=np.float32)[gold])


def teach_batch(teacher: Tagger, rows: list[Row], *, marked: bool) -> list[Lesson]:
    """Return rows as lessons; ``marked`` tells that people marked them."""
    batch = lay_lines(rows)
    hidden = teacher.encode(batch.ids, batch.marks, batch.mask)
    scores = teacher.tag(hidden)
    chances = teacher.tag_chain.chances(scores, batch.mask)
    links = [(i, link) for i, row in enumerate(rows) for link in row.links]
    asked: list[Run] = [(i, link.cue[0] + 1, link.cue[1] + 1) for i, link in links]
    asked += find_false_cues(batch, chances, asked)
    taught: list[tuple[list[tuple[int, int]], list[Halves]]] = [([], []) for _ in rows]
    if asked:
        cues = lay_cues(batch, asked)
        projected = teacher.project(hidden)[cues.rows]
        read = teacher.score_roles(projected, cues.on, cues.offsets, cues.apart)
        roles = teacher.role_chain.chances(read, batch.mask[cues.rows]).numpy()
        for k, (i, first, last) in enumerate(asked):
            length = len(rows[i].ids)
            gold = np.zeros(length, np.int64) if marked else None
            if k < len(links):
                gold = links[k][1].role_tags(length)
            taught[i][0].append((first - 1, last - 1))
            taught[i][1].append(mix(roles[k, 1 : length + 1], gold))
    return [
        Lesson(
            ids=row.ids,
            marks=row.marks,
            sentences=row.sentences,
            chances=mix(chances[i, 1 : len(row.ids) + 1].numpy(), row.tags() if marked else None),
            cues=taught[i][0],
            roles=taught[i][1],
        )
        for i, row in enumerate(rows)
    ]


def teach(teacher: Tagger, rows: list[Row], *, marked: bool) -> list[Lesson]:
    """Return rows as lessons, in an order of their own that is the same each time."""
    teacher.eval()
    batches = batch_rows(rows, PIECES, random.Random(0))  # noqa: S311 - no secret

    def read(batch: list[Row]) -> list[Lesson]:
        with torch.no_grad():
            return teach_batch(teacher, batch, marked=marked)

    with ThreadPoolExecutor(CORES, initializer=torch.set_num_threads, initargs=(1,)) as pool:
        return [lesson for lessons in pool.map(read, batches) for lesson in lessons]


@dataclass(frozen=True, kw_only=True)
class Variety:
    """In how many other ways passages are printed, as shares of them."""

    empty: float = 0.5  # of the passages without a cue that are kept, and weigh more
    restyled: float = 0.3
    framed: float = 0.08
    headlines: float = 0.15  # of those short enough


@dataclass(frozen=True, kw_only=True)
class Taught:
    """A course over lessons."""

    lessons: list[Lesson]
    ways: Print
    variety: Variety = field(default_factory=Variety)

    def reprint(self, lesson: Lesson, rng: random.Random) -> Lesson:
        """Return a lesson printed in another way, or as it is."""
        variety, ways = self.variety, self.ways
        if rng.random() < variety.restyled:
            lesson = restyle(lesson, rng.choice(STYLES), ways.signs)
        if len(lesson.ids) <= HEADLINE and rng.random() < variety.headlines:
            lesson = capitalise(lesson, rng.choice((None, ways.begins)))
        if len(lesson.ids) and rng.random() < variety.framed:
            place = rng.choice(("before", "after", "both"))
            before = None if place == "after" else rng.choice(ways.before)
            lesson = lesson.frame(before, None if place == "before" else rng.choice(ways.after))
        return lesson

    def draw(self, rng: random.Random) -> list[Lesson]:
        """Return one epoch's lessons in random order."""
        drawn = []
        for kept in self.lessons:
            lesson = kept
            if not lesson.cues:
                if rng.random() >= self.variety.empty:
                    continue
                lesson = replace(lesson, weight=1 / self.variety.empty)
            lesson = self.reprint(lesson, rng)
            if len(lesson.ids):
                drawn.append(lesson)
        rng.shuffle(drawn)
        return drawn

    def measure(
        self, model: Tagger, lessons: list[Lesson], *, doubt: bool
    ) -> tuple[Tensor, Tensor]:
        """Return the summed losses of both heads; ``doubt`` shows the second one false cues too."""
        batch = lay_lines(lessons)
        hidden = model.encode(batch.ids, batch.marks, batch.mask)
        scores = model.tag(hidden)
        chances = outside(len(lessons), batch.length, TAGS)
        asked: list[Run] = []
        taught: list[Halves] = []
        for i, lesson in enumerate(lessons):
            chances[i, 1 : len(lesson.ids) + 1] = torch.from_numpy(lesson.chances)
            asked += [(i, a + 1, b + 1) for a, b in lesson.cues]
            taught += lesson.roles
        tag_loss = model.tag_chain.soft_loss(scores, chances, batch.mask)
        tag_loss = (tag_loss * batch.weights).sum()
        if doubt:
            asked += find_false_cues(batch, model.tag_chain.chances(scores, batch.mask), asked)
        if not asked:
            return tag_loss, tag_loss * 0
        roles = outside(len(asked), batch.length, ROLES)
        for k, learned in enumerate(taught):
            roles[k, 1 : len(learned) + 1] = torch.from_numpy(learned)
        cues = lay_cues(batch, asked)
        projected = model.project(hidden)[cues.rows]
        read = model.score_roles(projected, cues.on, cues.offsets, cues.apart)
        role_loss: Tensor = model.role_chain.soft_loss(read, roles, batch.mask[cues.rows]).sum()
        return tag_loss, role_loss


def outside(rows: int, length: int, size: int) -> Tensor:
    """Return chances by which every piece is surely nothing."""
    chances = torch.zeros(rows, length, size)
    chances[:, :, 0] = 1
    return chances
