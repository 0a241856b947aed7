"""Fit the judge of pairs, and ship its weights with their scores.

    python3 -m training.families.fit DATA     # DATA defaults to ../shared/data

Logistic regression with weights that cannot be negative: whatever speaks for a common text may be
given no say, and never the opposite. Scores are of five folds.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from training.families.examples import Example, read_examples
from twosource.families.collation import collate_pairs
from twosource.families.judging import TABLE, Evidence, read_evidence
from twosource.families.retelling import read_anchors, retell
from twosource.families.witness import read_witnesses

OUT: Final = Path(__file__).resolve().parent.parent.parent / "src/twosource/weights" / TABLE
RIDGE: Final = 1.0
WRONG_COSTS: Final = 2.0
"""A text of its own that is called a copy hides a source; it weighs as much as two lost copies."""
THRESHOLD: Final = 0.5
FOLDS: Final = 5
_STEPS: Final = 4000
Table = NDArray[np.float64]
Truth = NDArray[np.bool_]


def measure(examples: Sequence[Example]) -> Table:
    """Return the evidence of every example: one row a pair."""
    sides = [
        replace(side, id=f"{at:06}{place}")
        for at, example in enumerate(examples)
        for place, side in enumerate(example[:2])
    ]
    read = list(read_witnesses(sides).values())
    rows = []
    for collation in collate_pairs(zip(read[::2], read[1::2], strict=True)):
        anchors = (read_anchors(collation.left), read_anchors(collation.right))
        rows.append(read_evidence(collation, retell(collation, anchors)))
    return np.array(rows)


def fit(table: Table, truth: Truth) -> tuple[Table, float]:
    """Return weights of none less than nought, and the intercept (projected gradient, FISTA)."""
    scale = table.std(0) + 1e-9
    rows = np.c_[table / scale, np.ones(len(table))]
    cost = np.where(truth, 1.0, WRONG_COSTS)
    step = 4 / (np.linalg.norm(rows * np.sqrt(cost)[:, None], 2) ** 2 + 4 * RIDGE)
    found = ahead = np.zeros(rows.shape[1])
    pace = 1.0
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-np.clip(rows @ ahead, -30, 30)))
        slope = rows.T @ (cost * (chance - truth)) + RIDGE * np.r_[ahead[:-1], 0]
        moved = ahead - step * slope
        moved[:-1] = np.maximum(0, moved[:-1])
        next_pace = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = moved + (pace - 1) / next_pace * (moved - found)
        found, pace = moved, next_pace
    return found[:-1] / scale, float(found[-1])


def score_folds(table: Table, truth: Truth) -> Table:
    """Return every example's chance by weights that have not seen it."""
    fold = np.random.default_rng(0).integers(0, FOLDS, len(truth))
    chances = np.zeros(len(truth))
    for held in range(FOLDS):
        weights, intercept = fit(table[fold != held], truth[fold != held])
        chances[fold == held] = table[fold == held] @ weights + intercept
    shown: Table = 1 / (1 + np.exp(-chances))
    return shown


def tell_scores(examples: Sequence[Example], truth: Truth, chances: Table) -> dict[str, float]:
    """Return for each kind of example how many are called derived."""
    kinds = [f"{e.source}, {'a text shared' if e.derived else 'none'}" for e in examples]
    return {
        kind: round(float((chances[np.array(kinds) == kind] >= THRESHOLD).mean()), 3)
        for kind in sorted(set(kinds))
    } | {
        "precision": round(float(truth[chances >= THRESHOLD].mean()), 3),
        "recall": round(float((chances[truth] >= THRESHOLD).mean()), 3),
    }


def main() -> int:
    """Fit, measure, write."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    examples = list(read_examples(data))
    write(examples, measure(examples))
    return 0


def write(examples: Sequence[Example], table: Table) -> None:
    """Fit and write the weights; print their scores."""
    truth = np.array([example.derived for example in examples])
    weights, intercept = fit(table, truth)
    report: dict[str, Any] = {
        "weights": dict(zip(Evidence._fields, np.round(weights, 4).tolist(), strict=True)),
        "intercept": round(intercept, 4),
        "threshold": THRESHOLD,
        "card": {
            "made": "training/families/fit.py; what on: training/families/card.md",
            "examples": len(examples),
            "called derived, by folds": tell_scores(examples, truth, score_folds(table, truth)),
        },
    }
    OUT.write_text(json.dumps(report, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=1))


if __name__ == "__main__":
    raise SystemExit(main())
