"""Pairs of real pages about one event: which of them share a text, judged by people.

A derivation is ``copy``, ``partial`` or ``rewrite`` of ``labels.jsonl``; every other pair, those
that nobody proposed among them, is none. Each method is told by its average precision over all
pairs and by its F1: ours at the threshold that it ships with, the others each at the threshold that
is best for it on these very pairs.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

import twosource
from benchmarks.families import peer
from benchmarks.families.archives import SETS, read_archive
from twosource.families.collation import collate_pairs
from twosource.families.judging import read_evidence, read_threshold, weigh
from twosource.families.retelling import read_anchors, retell
from twosource.families.witness import read_witness, read_witnesses
from twosource.records import Article
from twosource.text.shingles import shingles

LABELS: Final = Path(__file__).resolve().parent / "labels.jsonl"
_DERIVATIONS: Final = frozenset(("copy", "partial", "rewrite"))
Scores = NDArray[np.float64]
Truth = NDArray[np.bool_]


class Pair(NamedTuple):
    """Two articles, whether people call one a derivation of the other, and whether they wavered."""

    one: Article
    other: Article
    derived: bool
    unsure: bool


def read_pairs(folder: Path) -> dict[str, list[Pair]]:
    """Return all pairs of each set; ``folder`` is the folder ``families`` of the data sets."""
    judged: dict[tuple[str, frozenset[str]], tuple[bool, bool]] = {}
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        ends = frozenset((row["one"], row["other"]))
        judged[row["set"], ends] = (row["judgement"] in _DERIVATIONS, row["unsure"])
    return {
        name: [
            Pair(pages[a], pages[b], *judged.get((name, frozenset((a, b))), (False, False)))
            for a, b in combinations(pages, 2)
        ]
        for name in SETS
        for pages in [read_archive(folder, name)]
    }


def measure(data: Path, python: Path) -> dict[str, float]:
    """Print every method's figures on both sets; return ours, with and without unsure pairs."""
    sets = read_pairs(data / "families")
    figures: dict[str, float] = {}
    for name, pairs in sets.items():
        figures |= {f"{name}: {k}": v for k, v in _measure_set(name, pairs, python).items()}
    for figure in ("average precision", "F1 at the shipped threshold", "F1 of what is recorded"):
        figures[f"real pairs: {figure}, mean of the sets"] = float(
            np.mean([figures[f"{name}: {figure}"] for name in sets])
        )
    return figures


def _measure_set(name: str, pairs: Sequence[Pair], python: Path) -> dict[str, float]:
    articles = list({p.id: p for pair in pairs for p in (pair.one, pair.other)}.values())
    truth = np.array([pair.derived for pair in pairs])
    sure = ~np.array([pair.unsure for pair in pairs])
    print(f"{name}: {len(articles)} pages, {len(pairs)} pairs, {int(truth.sum())} derivations")
    print(f"  {'':<34} average precision, F1; the same without {int((~sure).sum())} unsure")
    own = judge_all(pairs)
    judged, shown = own >= read_threshold(), find_derivations(articles, pairs)
    every = np.ones(len(pairs), dtype=np.bool_)
    for method, scores in {
        "ours, the judge": own,
        "containment of 5-word runs": contain_all(pairs),
        **_ask_peers(python, articles, pairs),
    }.items():
        row = [
            figure
            for kept in (every, sure)
            for figure in (
                average_precision(truth[kept], scores[kept]),
                best_f1(truth[kept], scores[kept]),
            )
        ]
        print(f"  {method:<34} " + "  ".join(f"{figure:.3f}" for figure in row))
    figures: dict[str, float] = {}
    for kept, which in ((every, ""), (sure, ", sure pairs")):
        figures |= {
            f"average precision{which}": average_precision(truth[kept], own[kept]),
            f"F1 at the shipped threshold{which}": f1(truth[kept], judged[kept]),
            f"F1 of what is recorded{which}": f1(truth[kept], shown[kept]),
        }
    return figures


def judge_all(pairs: Sequence[Pair]) -> Scores:
    """Return the judge's chance for every pair."""
    witnesses = read_witnesses(a for pair in pairs for a in (pair.one, pair.other))
    anchors = {id_: read_anchors(witness) for id_, witness in witnesses.items()}
    chances = []
    for collation in collate_pairs((witnesses[p.one.id], witnesses[p.other.id]) for p in pairs):
        met = anchors[collation.left.article.id], anchors[collation.right.article.id]
        chances.append(weigh(read_evidence(collation, retell(collation, met))))
    return np.array(chances)


def find_derivations(articles: Sequence[Article], pairs: Sequence[Pair]) -> Truth:
    """Return for which pairs the program itself records a derivation, or for copies of the two.

    Of pages that are word for word the same one stands for all: what is recorded of it holds of
    its copies as well.
    """
    found = [d for d in twosource.derivations(articles) if d.kind != "quotation"]
    stands_for = {article.id: article.id for article in articles}
    for derivation in found:
        if derivation.kind == "verbatim":
            kept, gone = sorted(stands_for[end] for end in (derivation.copy, derivation.original))
            stands_for |= {id_: kept for id_, name in stands_for.items() if name == gone}
    shown = {frozenset((stands_for[d.copy], stands_for[d.original])) for d in found}
    return np.array(
        [frozenset((stands_for[p.one.id], stands_for[p.other.id])) in shown for p in pairs]
    )


def contain_all(pairs: Sequence[Pair]) -> Scores:
    """Return the share of the shorter text's own five-word runs that stand in the other."""
    runs = {a.id: _own_runs(a) for pair in pairs for a in (pair.one, pair.other)}
    return np.array(
        [
            len(np.intersect1d(runs[pair.one.id], runs[pair.other.id], assume_unique=True))
            / max(1, min(len(runs[pair.one.id]), len(runs[pair.other.id])))
            for pair in pairs
        ]
    )


def _own_runs(article: Article) -> NDArray[np.uint64]:
    wording = read_witness(article).wording
    found: NDArray[np.uint64] = np.unique(shingles(wording.keys[~wording.quoted]))
    return found


def _ask_peers(
    python: Path, articles: Sequence[Article], pairs: Sequence[Pair]
) -> Mapping[str, Scores]:
    places = {article.id: at for at, article in enumerate(articles)}
    asked = [(places[pair.one.id], places[pair.other.id]) for pair in pairs]
    answer = peer.ask(python, [article.text for article in articles], asked)
    for name in answer["missing"]:
        print(f"  {name}: not installed, so skipped (peer.py says how to get it)")
    return {name: np.array(scores) for name, scores in answer["programs"].items()}


def average_precision(truth: Truth, scores: Scores) -> float:
    """Return the mean precision at each found pair; pairs of one score share their precision."""
    if not truth.any():
        return 0.0
    order = np.argsort(-scores, kind="stable")
    ranked, values = truth[order], scores[order]
    ends = np.r_[np.flatnonzero(np.diff(values)), len(values) - 1]
    hits = np.cumsum(ranked)[ends]
    gained = np.diff(np.r_[0, hits]) / hits[-1]
    return float((gained * hits / (ends + 1)).sum())


def best_f1(truth: Truth, scores: Scores) -> float:
    """Return the best F1 that any threshold gives."""
    return max(f1(truth, scores >= threshold) for threshold in np.unique(scores))


def f1(truth: Truth, shown: Truth) -> float:
    """Return the harmonic mean of precision and recall."""
    return float(2 * (truth & shown).sum() / max(1, truth.sum() + shown.sum()))
