"""Fit what tells which of several versions of a text came first, and ship the weights.

    python3 -m training.versions.fit DATA     # DATA defaults to ../shared/data

Two logistic regressions: over two neighbouring versions, and over the six orders of three. Learned
from the half of the articles that the benchmark does not report on; scores are of ten folds of it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.families.versions import read_versions
from twosource.families.versions import TABLE, Growth, Place, read_growth, read_orders
from twosource.families.witness import Witness

OUT: Final = Path(__file__).resolve().parent.parent.parent / "src/twosource/weights" / TABLE
RIDGE: Final = 2.0
FOLDS: Final = 10
_STEPS: Final = 30
Table = NDArray[np.float64]


def read_pairs(versions: Sequence[Witness]) -> list[Growth]:
    """Return the growth between neighbouring versions whose words differ."""
    return [read_growth(*pair) for pair in pairwise(versions) if _differ(pair)]


def read_threes(versions: Sequence[Witness], weights: Table) -> list[list[Place]]:
    """Return what speaks for each order of three versions in a row, the true order first."""

    def weigh(one: Witness, other: Witness) -> float:
        return float(weights @ np.array(read_growth(one, other)))

    threes = zip(versions, versions[1:], versions[2:], strict=False)
    found = [read_orders(three, weigh) for three in threes if _differ(three)]
    return [[orders[order] for order in sorted(orders)] for orders in found]


def _differ(several: Sequence[Witness]) -> bool:
    return all(
        one.wording.keys.tobytes() != other.wording.keys.tobytes()
        for one, other in combinations(several, 2)
    )


def fit(rows: Table) -> Table:
    """Return the weights by which the first of several rows is the likeliest (Newton's method).

    ``rows``: cases, choices, numbers. A ridge holds the weights of numbers of one size small.
    """
    scale = np.sqrt((rows**2).mean((0, 1))) + 1e-9
    scaled = rows / scale
    found = np.zeros(rows.shape[2])
    for _ in range(_STEPS):
        chances = _read_chances(scaled, found)
        mean = (chances[:, :, None] * scaled).sum(1)
        slope = (scaled[:, 0] - mean).sum(0) - RIDGE * found
        bend = np.einsum("no,noi,noj->ij", chances, scaled, scaled) - mean.T @ mean
        found = found + np.linalg.solve(bend + RIDGE * np.eye(len(found)), slope)
    weights: Table = found / scale
    return weights


def _read_chances(rows: Table, weights: Table) -> Table:
    odds = rows @ weights
    chances = np.exp(odds - odds.max(1, keepdims=True))
    shown: Table = chances / chances.sum(1, keepdims=True)
    return shown


def score_folds(rows: Table, articles: NDArray[np.int64]) -> float:
    """Return how often the true choice is the likeliest, by weights of other articles."""
    fold = np.random.default_rng(0).integers(0, FOLDS, articles.max() + 1)[articles]
    right = np.zeros(len(rows))
    for held in range(FOLDS):
        chances = _read_chances(rows[fold == held], fit(rows[fold != held]))
        right[fold == held] = chances.argmax(1) == 0
    return round(float(right.mean()), 3)


def _face(growths: Table) -> Table:
    """Set every growth against the same the other way round."""
    return np.stack([growths / 2, -growths / 2], axis=1)


def main() -> int:
    """Fit, measure, write."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    articles = list(read_versions(data, learned=True))
    grown = [read_pairs(versions) for versions in articles]
    pairs = _face(np.array([growth for several in grown for growth in several]))
    weights = fit(pairs)
    told = [read_threes(versions, weights) for versions in articles]
    threes = np.array([three for several in told for three in several])
    report: dict[str, Any] = {
        "growth": _name(Growth._fields, weights),
        "orders": _name(Place._fields, fit(threes)),
        "card": {
            "made": "training/versions/fit.py; what on: training/versions/card.md",
            "right, by folds": {
                f"{len(pairs)} pairs of neighbours": score_folds(pairs, _number(grown)),
                f"orders of {len(threes)} times three": score_folds(threes, _number(told)),
            },
        },
    }
    OUT.write_text(json.dumps(report, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(json.dumps(report, indent=1))
    return 0


def _name(names: Sequence[str], weights: Table) -> dict[str, float]:
    return dict(zip(names, np.round(weights, 3).tolist(), strict=True))


def _number(several: Sequence[Sequence[object]]) -> NDArray[np.int64]:
    """Return the number of each example's article."""
    return np.repeat(np.arange(len(several)), [len(examples) for examples in several])


if __name__ == "__main__":
    raise SystemExit(main())
