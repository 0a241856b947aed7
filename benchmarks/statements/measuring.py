"""Scores what a program found against what people marked, and how far to trust its confidence.

The definitions of right are those of ``training/attribution/score.py``; here is what is counted
besides: precision where a given share is found, and how far confidence is from what came true.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from training.attribution.reader import ROLES, Relation
from training.attribution.score import KINDS, Score

BINS = 10
STEPS = 100
"""Thresholds that are tried: confidence has two decimals in everything that is exported."""


class Told(NamedTuple):
    """A relation that a program found, and how sure it was; programs that cannot say are sure."""

    relation: Relation
    sure: float = 1.0


class Read(NamedTuple):
    """One text: its words, the relations marked in it, those that a program told.

    What is ``doubtful`` is neither right nor wrong when it is told.
    """

    text: str
    marked: list[Relation]
    told: list[Told]
    doubtful: list[Relation] = []  # noqa: RUF012 - never changed


class Bin(NamedTuple):
    """The relations of one stretch of confidence: how many, how sure, how many of them right."""

    size: int
    sure: float
    right: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A program's answers to some texts, how fast it read, and how sure is enough for it."""

    name: str
    reads: Sequence[Read]
    words_per_second: float
    threshold: float = 0.0
    score: Score = field(default_factory=Score)

    def __post_init__(self) -> None:
        """Count the answers."""
        count(self.reads, self.threshold, into=self.score)


def count(reads: Sequence[Read], threshold: float = 0.0, into: Score | None = None) -> Score:
    """Return the score of what was told with at least a confidence."""
    score = Score() if into is None else into
    for read in reads:
        told = leave_doubtful(read, [one for one in read.told if one.sure >= threshold])
        score.add(read.text, read.marked, [one.relation for one in told])
    return score


def leave_doubtful(read: Read, told: list[Told]) -> list[Told]:
    """Return what was told without what is not right, and is like a doubtful relation."""
    if not read.doubtful:
        return told
    right = Score().add(read.text, read.marked, [one.relation for one in told])
    wrong = [one for one, came_true in zip(told, right, strict=True) if not came_true]
    like = Score().add(read.text, read.doubtful, [one.relation for one in wrong])
    left = [one for one, doubtful in zip(wrong, like, strict=True) if not doubtful]
    return [one for one, came_true in zip(told, right, strict=True) if came_true] + left


def list_figures(score: Score) -> dict[str, float]:
    """Return the figures of a score that are printed and owed, by name."""
    told = score.report()
    precision, recall, _ = score.relation("rel_sc")
    figures = {
        "rel_sc": told["rel_sc"],
        "precision": precision,
        "recall": recall,
        "rel_exact": told["rel_exact"],
    }
    figures |= {f"{role.lower()}_exact": told[f"{role} exact".lower()] for role in ROLES}
    return figures | {kind: told[f"{kind} recall"] for kind in KINDS}


def find_precision_at(reads: Sequence[Read], recall: float) -> float:
    """Return the precision at the highest confidence that still finds a share of what is marked.

    Nought where not even everything that was told finds so much.
    """
    low, high = 0, STEPS
    best = 0.0
    while low <= high:
        middle = (low + high) // 2
        precision, found, _ = count(reads, middle / STEPS).relation("rel_sc")
        if found >= recall:
            best, low = precision, middle + 1
        else:
            high = middle - 1
    return best


def list_bins(reads: Sequence[Read]) -> list[Bin]:
    """Return how often what was told came true, for each tenth of confidence that was used."""
    held: list[list[tuple[float, int]]] = [[] for _ in range(BINS)]
    for read in reads:
        told = leave_doubtful(read, read.told)
        right = Score().add(read.text, read.marked, [one.relation for one in told])
        for one, came_true in zip(told, right, strict=True):
            held[min(int(one.sure * BINS), BINS - 1)].append((one.sure, came_true))
    return [
        Bin(len(rows), sum(s for s, _ in rows) / len(rows), sum(r for _, r in rows) / len(rows))
        for rows in held
        if rows
    ]


def measure_calibration(bins: Sequence[Bin]) -> float:
    """Return the expected calibration error: how far confidence is from the share that is right.

    >>> round(measure_calibration([Bin(30, 0.9, 0.8), Bin(10, 0.5, 0.5)]), 3)
    0.075
    """
    total = sum(one.size for one in bins)
    return sum(one.size * abs(one.sure - one.right) for one in bins) / total if total else 0.0
