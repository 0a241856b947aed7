"""Chooses how scores are read and which relations are kept, on the held-out slice of train.

The confidence of a relation is a logistic regression on a few traits of its candidate; what it
predicts is whether the relation is right as ``rel_sc`` has it. The threshold is the one with the
best sum of rel_sc and rel_exact, chosen on confidences that were fitted on other articles.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from training.attribution.decode import Candidate, Head, Settings, list_candidates
from training.attribution.predict import Passage, place_relation
from training.attribution.prepare import Prepared
from training.attribution.reader import Relation
from training.attribution.score import Score

FOLDS = 5
RIDGE = 1.0
ROUNDS = 25
CUE_BONUSES = (0.0, 0.7)
SOURCE_BONUSES = (0.5, 1.0, 1.5)
CONTENT_BONUSES = (0.0, 0.3)
THRESHOLDS = tuple(round(float(t), 2) for t in np.arange(0.1, 0.7, 0.02))
BINS = 10

Doubles = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Read:
    """One article with its candidates and the relations they stand for."""

    text: str
    marked: list[Relation]
    candidates: list[Candidate]
    found: list[Relation]


@dataclass(frozen=True, kw_only=True)
class Choice:
    """All that decides which relations are given, and how sure they are."""

    settings: Settings
    weights: list[float]  # of the traits, the constant last
    threshold: float

    def to_json(self) -> dict[str, object]:
        """Return the choice as plain values."""
        return {**asdict(self.settings), "weights": self.weights, "threshold": self.threshold}


def read_all(
    articles: list[Prepared],
    passages: list[list[Passage]],
    marked: list[list[Relation]],
    head: Head,
    settings: Settings,
) -> list[Read]:
    """Return every article with its candidates."""
    read = []
    for article, parts, gold in zip(articles, passages, marked, strict=True):
        placed = [(p, c) for p in parts for c in list_candidates(p.scores, head, settings)]
        read.append(
            Read(
                text=article.text,
                marked=gold,
                candidates=[c for _, c in placed],
                found=[place_relation(article, p, c) for p, c in placed],
            )
        )
    return read


def list_traits(read: list[Read]) -> Doubles:
    """Return the traits of all candidates, one row each, a constant last."""
    return np.array([[*c.traits, 1.0] for r in read for c in r.candidates], np.float64)


def fit_confidence(traits: Doubles, right: Doubles) -> Doubles:
    """Return the weights of a logistic regression (Newton's method, a light ridge)."""
    weights = np.zeros(traits.shape[1])
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-traits @ weights))
        slope = traits.T @ (right - chance) - RIDGE * weights
        doubt = (chance * (1 - chance))[:, None]
        curve = (traits * doubt).T @ traits + RIDGE * np.eye(len(weights))
        weights = weights + np.linalg.solve(curve, slope)
    return weights


def measure_confidence(read: Read, weights: Doubles) -> Doubles:
    """Return how sure each candidate of an article is."""
    if not read.candidates:
        return np.zeros(0)
    chances: Doubles = 1 / (1 + np.exp(-list_traits([read]) @ weights))
    return chances


def tell_right(read: list[Read]) -> list[list[int]]:
    """Return for each article which candidates are right, as ``rel_sc`` has it."""
    return [Score().add(r.text, r.marked, r.found) for r in read]


def score_kept(read: list[Read], sure: list[Doubles], threshold: float) -> Score:
    """Return the score of the candidates that are sure enough."""
    score = Score()
    for r, chances in zip(read, sure, strict=True):
        kept = [f for f, c in zip(r.found, chances, strict=True) if c >= threshold]
        score.add(r.text, r.marked, kept)
    return score


def confide_by_folds(read: list[Read]) -> list[Doubles]:
    """Return confidences, each article's fitted on the articles of the other folds."""
    right = tell_right(read)
    sure: list[Doubles] = [np.zeros(0)] * len(read)
    for fold in range(FOLDS):
        others = [i for i in range(len(read)) if i % FOLDS != fold]
        weights = fit_confidence(
            list_traits([read[i] for i in others]),
            np.array([x for i in others for x in right[i]], np.float64),
        )
        for i in range(fold, len(read), FOLDS):
            sure[i] = measure_confidence(read[i], weights)
    return sure


def worth(score: Score) -> float:
    """Return what settings are chosen by."""
    return score.relation("rel_sc")[2] + score.relation("rel_exact")[2]


def choose(
    articles: list[Prepared],
    passages: list[list[Passage]],
    marked: list[list[Relation]],
    head: Head,
) -> Choice:
    """Return the settings that read the held-out slice best."""
    best: tuple[float, Choice] | None = None
    for cue, source, content in product(CUE_BONUSES, SOURCE_BONUSES, CONTENT_BONUSES):
        settings = Settings(cue_bonus=cue, source_bonus=source, content_bonus=content)
        read = read_all(articles, passages, marked, head, settings)
        sure = confide_by_folds(read)
        value, threshold = max((worth(score_kept(read, sure, t)), -t) for t in THRESHOLDS)
        right = np.array([x for row in tell_right(read) for x in row], np.float64)
        weights = fit_confidence(list_traits(read), right)
        choice = Choice(settings=settings, weights=weights.tolist(), threshold=-threshold)
        if best is None or value > best[0]:
            best = (value, choice)
    assert best is not None
    return best[1]


def measure_calibration(read: list[Read], sure: list[Doubles]) -> float:
    """Return the expected calibration error: how far confidence is from the share that is right."""
    right = np.array([x for row in tell_right(read) for x in row], np.float64)
    chances = np.concatenate(sure)
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    error = 0.0
    for number in np.unique(bins):
        held = bins == number
        error += abs(float(chances[held].mean() - right[held].mean())) * float(held.mean())
    return error
