"""Learn which blocks of a web page are of an article, and where articles open; ship the trees.

    python3 -m venv TRAIN && TRAIN/bin/pip install -r training/blocks/requirements.txt
    TRAIN/bin/python -m training.blocks.make --data DATA     # default ../shared/data

Learned from the article pages of WCXB's development split that have a text, as they are, joined
into pages of several articles, and grafted into one another (``pages.py``); from nothing else. A
block is of the article when at least half of its words stand, in order, in the text that people
noted. A page's blocks count by their share of its words, so that every page counts alike. Writes
the trees that ship, and five more of both kinds, each learned without a fifth of the domains and a
fifth of the layouts, for the benchmark. What openings are learned from was read with the trees of
the folds, so that each page's text is chosen by trees that have not seen it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from benchmarks.articles.joining import GROUPS
from benchmarks.articles.known import FOLDS, fold_of, read_wcxb
from benchmarks.articles.main_text import Trees, reading_with
from training.blocks.pages import UNKNOWN, Sample, grafted_pages, joined_pages, real_pages
from training.lines.aligning import words_of
from twosource.articles.chooser import Forest, find_asked, measure_blocks, plant
from twosource.articles.evidence import Line
from twosource.articles.markup import lay
from twosource.articles.openings import Gap, Laid, find_gaps, measure_gaps

ROOT: Final = Path(__file__).resolve().parent.parent.parent
WEIGHTS: Final = ROOT / "src/twosource/weights"
BENCHMARK: Final = ROOT / "benchmarks/articles"
_ALIKE: Final = {
    "objective": "binary",
    "num_leaves": 15,
    "feature_fraction": 0.4,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "verbose": -1,
}
_HALF: Final = 0.5
_FEWEST_WORDS: Final = 50
_HEAVIEST: Final = 0.5
_LIGHTEST: Final = 0.001
_DECIMALS: Final = 7


class Recipe(NamedTuple):
    """How trees are learned, and what a page counts by how it was made."""

    trees: int
    rate: float
    least: int
    weights: dict[str, float]


BLOCKS: Final = Recipe(160, 0.1, 60, {"real": 1.0, "joined": 0.1, "grafted": 0.05})
OPENINGS: Final = Recipe(300, 0.06, 40, {"real": 2.0, "joined": 1.0, "grafted": 0.5})


class Example(NamedTuple):
    """What is learned from one page: numbers, what is wanted, weights, and where it is from."""

    rows: NDArray[np.float32]
    wanted: NDArray[np.bool_]
    weights: NDArray[np.float64]
    fold: int
    layout: str
    made: str


def mark_blocks(lines: list[Line], text: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return of each block how many words it has and how many stand, in order, in the text."""
    numbers: dict[str, int] = {}
    truth = [numbers.setdefault(w, len(numbers)) for w in words_of(text)]
    said, owner = [], []
    for place, line in enumerate(lines):
        for word in words_of(line.block.text):
            said.append(numbers.get(word, -1))
            owner.append(place)
    total = np.bincount(np.array(owner, dtype=int), minlength=len(lines))
    found = np.zeros(len(lines))
    for step in LCSseq.opcodes(said, truth):
        if step.tag == "equal":
            np.add.at(found, owner[step.src_start : step.src_end], 1)
    return total, found


def read_samples(data: Path) -> list[Sample]:
    """Return all pages that are learned from."""
    pages = [*read_wcxb(data)]
    real = [*real_pages(pages)]
    samples = []
    for known, seen in real:
        total, found = mark_blocks(seen.lines, known.main)
        whose = np.where(total == 0, UNKNOWN, np.where(found >= _HALF * total, 0, -1))
        samples.append(Sample(seen, whose.tolist(), fold_of(known.url), "", "real"))
    return [*samples, *joined_pages(pages), *grafted_pages(real)]


def read_blocks(sample: Sample) -> Example:
    """Return what a page teaches about which blocks are text."""
    seen, whose = sample.seen, np.array(sample.whose)
    asked = find_asked(seen.lines, seen.kept)
    asked = asked[whose[asked] != UNKNOWN]
    words = np.array([line.words for line in seen.lines], dtype=float)
    heavy = words / max(_FEWEST_WORDS, float(words[whose >= 0].sum()))
    return Example(
        measure_blocks(seen.lines, seen.homes, seen.kept, seen.title, asked),
        whose[asked] >= 0,
        np.minimum(_HEAVIEST, heavy[asked]) + _LIGHTEST,
        sample.fold,
        sample.layout,
        sample.made,
    )


def read_gaps(sample: Sample, forest: Forest) -> Example | None:
    """Return what a page teaches about where articles open; None when it has no gap to ask."""
    with reading_with(Trees(blocks=forest)):
        page: Laid = lay(sample.seen)
    gaps = find_gaps(page)
    if not gaps:
        return None
    return Example(
        measure_gaps(page, gaps),
        mark_openings(page, gaps, sample.whose),
        np.ones(len(gaps)),
        sample.fold,
        sample.layout,
        sample.made,
    )


def mark_openings(page: Laid, gaps: Sequence[Gap], whose: Sequence[int]) -> NDArray[np.bool_]:
    """Return of each gap whether the text below is of another article than the one before it."""
    wanted = []
    for gap in gaps:
        own = whose[gap.text]
        above = (i for i in range(gap.first - 1, -1, -1) if page.runs(i) and whose[i] >= 0)
        before = next(above, None)
        wanted.append(own >= 0 and (before is None or whose[before] != own))
    return np.array(wanted)


def grow(examples: Sequence[Example], recipe: Recipe) -> dict[str, NDArray[Any]]:
    """Return the arrays of trees learned from pages."""
    data = lightgbm.Dataset(
        np.concatenate([one.rows for one in examples]),
        np.concatenate([one.wanted for one in examples]).astype(int),
        weight=np.concatenate([one.weights * recipe.weights[one.made] for one in examples]),
    )
    settings = _ALIKE | {"learning_rate": recipe.rate, "min_data_in_leaf": recipe.least}
    return pack(lightgbm.train(settings, data, recipe.trees).dump_model()["tree_info"])


def grow_folds(examples: Sequence[Example], recipe: Recipe) -> list[dict[str, NDArray[Any]]]:
    """Return trees for each fold, learned without its domains and its group of layouts."""
    return [
        grow(
            [one for one in examples if one.fold != fold and one.layout not in GROUPS[fold]],
            recipe,
        )
        for fold in range(FOLDS)
    ]


def pack(trees: list[dict[str, Any]]) -> dict[str, NDArray[Any]]:
    """Return lightgbm's trees as arrays, a row a tree; a leaf is a place below 0."""
    width = max(int(tree["num_leaves"]) for tree in trees)
    shape = (len(trees), max(1, width - 1))
    arrays: dict[str, NDArray[Any]] = {
        "asked": np.zeros(shape, dtype=np.int16),
        "borders": np.full(shape, np.inf),
        "left": np.full(shape, -1, dtype=np.int16),
        "right": np.full(shape, -1, dtype=np.int16),
        "leaves": np.zeros((len(trees), width), dtype=np.float32),
    }
    deepest = 1

    def place_of(node: dict[str, Any], row: int, depth: int) -> int:
        nonlocal deepest
        deepest = max(deepest, depth)
        if "split_index" not in node:
            leaf = int(node.get("leaf_index", 0))
            arrays["leaves"][row, leaf] = round(float(node["leaf_value"]), _DECIMALS)
            return -leaf - 1
        at = int(node["split_index"])
        arrays["asked"][row, at] = node["split_feature"]
        arrays["borders"][row, at] = node["threshold"]
        arrays["left"][row, at] = place_of(node["left_child"], row, depth + 1)
        arrays["right"][row, at] = place_of(node["right_child"], row, depth + 1)
        return at

    for row, tree in enumerate(trees):
        place_of(tree["tree_structure"], row, 0)
    return arrays | {"depth": np.array(deepest)}


def write(name: str, shipped: dict[str, Any], folds: Sequence[dict[str, Any]]) -> None:
    """Write the trees that ship and those of the folds."""
    np.savez_compressed(WEIGHTS / f"{name}.npz", **shipped)
    named = (
        ((f"{fold}/{key}", array) for key, array in trees.items())
        for fold, trees in enumerate(folds)
    )
    np.savez_compressed(BENCHMARK / f"{name}_folds.npz", **dict(chain.from_iterable(named)))


def main(words: list[str]) -> int:
    """Read the pages, learn both kinds of trees, and write four files."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    samples = read_samples(reader.parse_args(words).data)
    blocks = [read_blocks(sample) for sample in samples]
    print(f"{len(samples)} pages, {sum(len(one.rows) for one in blocks)} blocks", flush=True)
    folds = grow_folds(blocks, BLOCKS)
    write("blocks", grow(blocks, BLOCKS), folds)
    forests = [plant(trees) for trees in folds]
    read = (read_gaps(sample, forests[sample.fold]) for sample in samples)
    gaps = [one for one in read if one is not None]
    print(f"{sum(len(one.rows) for one in gaps)} gaps", flush=True)
    write("openings", grow(gaps, OPENINGS), grow_folds(gaps, OPENINGS))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
