"""The simulated press, hard to recognise: whole families, their trees, and their lost texts.

The truth's own articles are given to the program, with the time of day only where the page gave it.

* **ARI**: the adjusted Rand index of the families over all articles.
* **sign similarity** (Roos and Heikkilä, Evaluating methods for computer-assisted stemmatology
  using artificial benchmark data sets, 2009): for three texts A, B, C of a true family, whether B
  or C is nearer to A in edges of the tree, there and as found: 1 where the sign is the same, 1/2
  where one tree has a tie and the other none, 0 where they differ. Texts of two families are
  infinitely far apart. Mean over the triples of a family, then over families of three texts and
  more, those that were put together from this text and another included.
* **lost text**: a true family is looked for where most of its witnesses are; found when it has a
  lost text in truth and as shown, invented when in truth it has none.
* **two parents**: a text put together from two, with an edge from its own family and from another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import comb
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

import twosource
from benchmarks.families.press import ARTICLES, SEED
from benchmarks.families.simulated import Simulated, read_editions
from benchmarks.newsroom.copying import HABITS
from benchmarks.newsroom.make import make
from benchmarks.newsroom.records import Row
from twosource.records import Family

APART: Final = 1_000_000
"""The distance of texts that no path joins."""
_TRIPLE: Final = 3
Edges = Iterable[tuple[str, str]]


def measure(data: Path, python: Path) -> dict[str, float]:
    """Print and return what the program makes of the held-out half; nothing else is needed."""
    del data, python
    return measure_press(read_editions(make("kept", SEED, ARTICLES, HABITS["hard"])))


def measure_press(press: Simulated) -> dict[str, float]:
    """Return every figure of a press by its name."""
    families = twosource.families(press.articles.values())
    true = {id_: row["id"] for row in press.families for id_ in row["witnesses"]}
    shown = {id_: family.id for family in families for id_ in family.witnesses}
    by_id = {family.id: family for family in families}
    similar = []
    lost: Counter[tuple[bool, bool]] = Counter()
    for row in press.families:
        texts = _texts_of(row)
        places = Counter(shown[id_] for id_ in row["witnesses"])
        here = by_id[max(sorted(places), key=lambda id_: places[id_])]
        lost[bool(row["lost"]), bool(here.lost)] += 1
        if len(texts) >= _TRIPLE:
            met = [by_id[id_] for id_ in sorted({shown[text] for text in texts})]
            found = [edge for family in met for edge in name_edges(family)]
            similar.append(sign_similarity(texts, row["stemma"], found))
    print(f"  {len(press.families)} families, {len(similar)} of three texts and more")
    return {
        "trees: ARI of families": adjusted_rand(true, shown),
        "trees: sign similarity": float(np.mean(similar)),
        "trees: lost text found": lost[True, True] / max(1, lost[True, True] + lost[True, False]),
        "trees: lost text invented": lost[False, True]
        / max(1, lost[False, True] + lost[False, False]),
        "trees: two parents in the tree": _measure_parents(press, families),
    }


def _texts_of(row: Row) -> list[str]:
    """Return the held texts of a true family's tree."""
    ends = {end for edge in row["stemma"] for end in edge if not end.startswith("lost:")}
    return sorted(ends | set(row["witnesses"]))


def name_edges(family: Family) -> list[tuple[str, str]]:
    """Return a family's edges, its lost texts told from those of other families."""

    def name(end: str) -> str:
        return f"{family.id}/{end}" if end.startswith("lost:") else end

    return [(name(parent), name(child)) for parent, child in family.stemma]


def adjusted_rand(true: Mapping[str, str], shown: Mapping[str, str]) -> float:
    """Return the adjusted Rand index of two groupings of the same articles."""
    both = sum(comb(n, 2) for n in Counter((true[id_], shown[id_]) for id_ in true).values())
    here = sum(comb(n, 2) for n in Counter(true.values()).values())
    there = sum(comb(n, 2) for n in Counter(shown[id_] for id_ in true).values())
    chance = here * there / comb(len(true), 2)
    return (both - chance) / ((here + there) / 2 - chance)


def sign_similarity(texts: Sequence[str], true: Edges, shown: Edges) -> float:
    """Return the sign similarity of two trees over the same texts, between 0 and 1.

    >>> sign_similarity("abc", [("a", "b"), ("b", "c")], [("a", "b"), ("b", "c")])
    1.0
    >>> round(sign_similarity("abc", [("a", "b"), ("b", "c")], [("a", "b"), ("a", "c")]), 2)
    0.33
    """
    one, other = _measure_distances(texts, true), _measure_distances(texts, shown)
    total = 0.0
    for at in range(len(texts)):
        rest = np.arange(len(texts)) != at
        signs = [np.sign(d[at, rest][:, None] - d[at, rest][None, :]) for d in (one, other)]
        same = 1 - np.abs(signs[0] - signs[1]) / 2
        total += float(same.sum()) - int(rest.sum())
    return total / (len(texts) * (len(texts) - 1) * (len(texts) - 2))


def _measure_distances(texts: Sequence[str], edges: Edges) -> NDArray[np.int64]:
    """Return how many edges lie between any two texts."""
    near: dict[str, set[str]] = defaultdict(set)
    for parent, child in edges:
        near[parent].add(child)
        near[child].add(parent)
    number = {text: at for at, text in enumerate(texts)}
    found = np.full((len(texts), len(texts)), APART, dtype=np.int64)
    for text, at in number.items():
        far = {text: 0}
        front = [text]
        for node in front:
            for beyond in sorted(near[node] - far.keys()):
                far[beyond] = far[node] + 1
                front.append(beyond)
        for node, distance in far.items():
            if node in number:
                found[at, number[node]] = distance
    return found


def _measure_parents(press: Simulated, families: Iterable[Family]) -> float:
    """Return the share of texts put together from two that have an edge from both families."""
    true: dict[str, set[str]] = defaultdict(set)
    for row in press.families:
        for _, child in row["stemma"]:
            true[child].add(row["id"])
    shown: Counter[str] = Counter(
        child for family in families for child in {child for _, child in family.stemma}
    )
    merged = [text for text, roots in true.items() if len(roots) > 1]
    return sum(shown[text] > 1 for text in merged) / max(1, len(merged))
