"""Learns which words make a paragraph worth tagging, from PolNeAR's train part alone.

python -m training.attribution.gate --data ../shared/data

A logistic regression on the words of a paragraph (each counted once) tells whether a relation's cue
stands there. The least sum that passes is chosen on held-out articles, so that hardly a relation is
lost; paragraphs with quotation marks pass whatever their words. Writes the table that ships and
prints what it keeps on dev.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.attribution.reader import Article, read_part, split_train
from twosource.statements.tagging.gate import QUOTES, WORD, Gate

TABLE = Path("src/twosource/weights/attribution/gate.json")
RAREST = 12  # paragraphs in which a word must stand to be learned
MISSED_COSTS = 8.0  # times as much as a paragraph passed for nothing
RIDGE = 2.0
STRONGEST = 0.3  # a paragraph needs a word of this weight; hardly one with a relation has none
FAINTEST = 0.05  # weights below it are not written
STEPS, PACE = 400, 0.05
KEPT = 0.997  # share of the relations of held-out articles whose paragraph passes

Doubles = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph and how many relations have their cue there."""

    text: str
    relations: int


def list_paragraphs(article: Article) -> list[Paragraph]:
    """Return an article's paragraphs."""
    starts = [min(a for a, _ in r["Cue"] or r["Content"]) for r in article.relations]
    found, at = [], 0
    for line in article.text.split("\n"):
        if line.strip():
            held = sum(at <= start < at + len(line) + 1 for start in starts)
            found.append(Paragraph(text=line, relations=held))
        at += len(line) + 1
    return found


def list_words(paragraph: Paragraph) -> set[str]:
    """Return a paragraph's words as the gate sees them."""
    return set(WORD.findall(paragraph.text.lower()))


def learn(paragraphs: list[Paragraph]) -> dict[str, float]:
    """Return the weight of each word that stands often enough (Adam, a ridge)."""
    bare = [p for p in paragraphs if not QUOTES.search(p.text)]
    seen = Counter(word for p in bare for word in list_words(p))
    words = sorted(word for word, times in seen.items() if times >= RAREST)
    number = {word: i for i, word in enumerate(words)}
    pairs = [(i, number[w]) for i, p in enumerate(bare) for w in list_words(p) if w in number]
    rows, columns = np.array(pairs).T
    right = np.array([p.relations > 0 for p in bare], np.float64)
    cost = np.where(right > 0, MISSED_COSTS, 1.0)
    weights, slow, square = (np.zeros(len(words) + 1) for _ in range(3))
    for step in range(1, STEPS + 1):
        sums = np.bincount(rows, weights[columns], len(bare)) + weights[-1]
        wrong = cost * (1 / (1 + np.exp(-sums)) - right)
        slope = np.append(np.bincount(columns, wrong[rows], len(words)), wrong.sum())
        slope[:-1] += RIDGE * weights[:-1]
        slope /= len(bare)
        slow = 0.9 * slow + 0.1 * slope
        square = 0.99 * square + 0.01 * slope**2
        pace = PACE * (1 - step / STEPS)
        weights -= pace * (slow / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
    return {
        w: round(float(x), 2) for w, x in zip(words, weights, strict=False) if abs(x) >= FAINTEST
    }


def choose_least(weights: dict[str, float], held: list[Paragraph]) -> float:
    """Return the greatest least sum that keeps enough of the relations."""
    total = sum(p.relations for p in held)
    open_gate = Gate(weights, -math.inf, STRONGEST)
    passing = [p for p in held if p.relations and open_gate.passes(p.text)]
    sums = sorted(
        (round(sum(weights.get(w, 0.0) for w in list_words(p)), 2), p.relations)
        for p in passing
        if not QUOTES.search(p.text)
    )
    lost = total - sum(p.relations for p in passing)
    for value, relations in sums:
        lost += relations
        if lost > (1 - KEPT) * total:
            return value
    return 0.0


def measure(gate: Gate, paragraphs: list[Paragraph]) -> dict[str, float]:
    """Return the share of relations kept, of paragraphs passed and of words passed."""
    passed = [p for p in paragraphs if gate.passes(p.text)]

    def words(some: list[Paragraph]) -> int:
        return sum(len(p.text.split()) for p in some)

    kept = sum(p.relations for p in passed) / sum(p.relations for p in paragraphs)
    return {
        "relations kept": round(kept, 4),
        "paragraphs passed": round(len(passed) / len(paragraphs), 3),
        "words passed": round(words(passed) / words(paragraphs), 3),
    }


def main() -> None:
    """Read the command line, learn, choose, write and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    asked = parser.parse_args()
    folder = asked.data / "attribution" / "polnear"
    kept, held = split_train(read_part(folder / "train"))
    weights = learn([p for readings in kept for p in list_paragraphs(readings[0])])
    held_paragraphs = [p for article in held for p in list_paragraphs(article)]
    gate = Gate(weights, choose_least(weights, held_paragraphs), STRONGEST)
    TABLE.write_text(json.dumps(gate._asdict(), sort_keys=True) + "\n", encoding="utf-8")
    dev = [p for r in read_part(folder / "dev") for p in list_paragraphs(r[0])]
    print(len(weights), "words, least sum", gate.least)
    print("held-out", measure(gate, held_paragraphs))
    print("dev", measure(gate, dev))


if __name__ == "__main__":
    main()
