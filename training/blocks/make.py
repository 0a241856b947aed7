"""Learn which blocks of a web page are its article, and ship the trees with their scores.

    python3 -m venv TRAIN && TRAIN/bin/pip install -r training/blocks/requirements.txt
    TRAIN/bin/python -m training.blocks.make DATA     # DATA defaults to ../shared/data

Learned from the 791 article pages of WCXB's development split that have a text, from nothing else.
A block is of the article when at least half of its words stand, in order, in the text that people
noted. A page's blocks count by their share of its words, so that every page counts alike. Writes
the trees that ship, and five more, each learned without a fifth of the domains, for the benchmark.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any, Final, NamedTuple

import lightgbm
import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from benchmarks.articles.known import KnownPage, fold_of, read_wcxb
from twosource.articles.chooser import find_asked, measure_blocks
from twosource.articles.evidence import Line
from twosource.articles.markup import see_page

ROOT: Final = Path(__file__).resolve().parent.parent.parent
OUT: Final = ROOT / "src/twosource/weights/blocks.npz"
FOLDS_OUT: Final = ROOT / "benchmarks/articles/blocks_folds.npz"
FOLDS: Final = 5
TREES: Final = 80
RECIPE: Final = {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 15,
    "min_data_in_leaf": 60,
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
_WORD: Final = re.compile(r"\w+")
_HALF: Final = 0.5
_FEWEST_WORDS: Final = 50
_HEAVIEST: Final = 0.5
_LIGHTEST: Final = 0.001
_DECIMALS: Final = 7


class Example(NamedTuple):
    """A page's blocks that are asked about: numbers, whether each is the article's, and weight."""

    fold: int
    rows: NDArray[np.float32]
    wanted: NDArray[np.bool_]
    weights: NDArray[np.float64]


def mark_blocks(lines: list[Line], text: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return of each block how many words it has and how many stand, in order, in the text."""
    numbers: dict[str, int] = {}
    truth = [numbers.setdefault(w, len(numbers)) for w in _WORD.findall(text.lower())]
    said, owner = [], []
    for place, line in enumerate(lines):
        for word in _WORD.findall(line.block.text.lower()):
            said.append(numbers.get(word, -1))
            owner.append(place)
    total = np.bincount(np.array(owner, dtype=int), minlength=len(lines))
    found = np.zeros(len(lines))
    for step in LCSseq.opcodes(said, truth):
        if step.tag == "equal":
            np.add.at(found, owner[step.src_start : step.src_end], 1)
    return total, found


def read_example(page: KnownPage) -> Example | None:
    """Return what is learned from a page; None where nothing is."""
    seen = see_page(page.markup)
    if seen is None or not seen.lines or not page.main:
        return None
    asked = find_asked(seen.lines, seen.kept)
    total, found = mark_blocks(seen.lines, page.main)
    asked = asked[total[asked] > 0]
    rows = measure_blocks(seen.lines, seen.homes, seen.kept, seen.title)
    heavy = total / max(_FEWEST_WORDS, float(found.sum()))
    return Example(
        fold_of(page.url),
        rows[asked],
        found[asked] >= _HALF * total[asked],
        np.minimum(_HEAVIEST, heavy[asked]) + _LIGHTEST,
    )


def grow(examples: list[Example]) -> dict[str, NDArray[Any]]:
    """Return the arrays of trees learned from pages."""
    data = lightgbm.Dataset(
        np.concatenate([one.rows for one in examples]),
        np.concatenate([one.wanted for one in examples]).astype(int),
        weight=np.concatenate([one.weights for one in examples]),
    )
    return pack(lightgbm.train(RECIPE, data, TREES).dump_model()["tree_info"])


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


def main(words: list[str]) -> int:
    """Read the pages, learn six times, and write both files."""
    data = Path(words[0]) if words else ROOT.parent / "shared/data"
    examples = [one for page in read_wcxb(data) if (one := read_example(page)) is not None]
    print(f"{len(examples)} pages, {sum(len(one.rows) for one in examples)} blocks")
    np.savez_compressed(OUT, **grow(examples))
    folds: dict[str, NDArray[Any]] = {}
    for fold in range(FOLDS):
        arrays = grow([one for one in examples if one.fold != fold])
        folds |= {f"{fold}/{name}": array for name, array in arrays.items()}
    np.savez_compressed(FOLDS_OUT, **folds)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
