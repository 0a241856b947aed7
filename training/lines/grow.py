"""Learn which lines of a plain text are text, and where articles open; ship the trees.

    TRAIN/bin/python -m training.lines.grow --data DATA     # default ../shared/data

TRAIN is the environment of training/blocks, whose ``make.py`` says how trees are grown and packed.
Needs the nets of the folds (``train.py``), by which each text is read. Writes the trees that ship,
and five more of both kinds, each learned without a fifth of the domains and a fifth of the layouts,
for the benchmark. Where articles open is learned from texts whose lines were chosen by the trees of
the folds, so that each text is chosen by trees that have not seen it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Final
from unittest import mock

import numpy as np

from benchmarks.articles.flattened import NETS
from benchmarks.articles.known import read_folds, read_wcxb
from training.blocks.make import Example, Recipe, grow, grow_folds, mark_openings, write
from training.lines.examples import EVERYWHERE
from training.lines.pages import UNKNOWN, Reader, Sample, read_samples
from twosource.articles import labeller, running
from twosource.articles.chooser import Forest, plant
from twosource.articles.line_openings import lay_lines, measure_line_gaps
from twosource.articles.openings import find_gaps

ROOT: Final = Path(__file__).resolve().parent.parent.parent
_FEWEST_WORDS: Final = 50
_HEAVIEST: Final = 0.5
_LIGHTEST: Final = 0.001

RUNNING: Final = Recipe(
    160,
    0.1,
    60,
    {
        "real": 1.0,
        "flattened": 0.3,
        "cut": 0.3,
        "short": 0.2,
        "joined": 0.1,
        "grafted": 0.1,
        "newsroom": 0.1,
    },
)
OPENINGS: Final = Recipe(
    300,
    0.06,
    40,
    {
        "real": 2.0,
        "flattened": 1.0,
        "cut": 1.0,
        "short": 1.0,
        "joined": 1.0,
        "grafted": 0.5,
        "newsroom": 0.5,
    },
)


def read_running(sample: Sample) -> Example:
    """Return what a text teaches about which lines are an article's."""
    whose = np.array(sample.whose)
    asked = running.find_asked(sample.scores)
    asked = asked[whose[asked] != UNKNOWN]
    words = np.array([line.words for line in sample.lines], dtype=float)
    heavy = words / max(_FEWEST_WORDS, float(words[whose >= 0].sum()))
    rows = running.measure_running(sample.lines, sample.scores)
    return Example(
        rows[asked], whose[asked] >= 0, np.minimum(_HEAVIEST, heavy[asked]) + _LIGHTEST,
        sample.fold, sample.layout, sample.made,
    )  # fmt: skip


def read_gaps(sample: Sample, forest: Forest) -> Example | None:
    """Return what a text teaches about where articles open; None when it has no gap to ask."""
    with mock.patch.object(running, "load_running", return_value=forest):
        odds = running.weigh_lines(sample.lines, sample.scores)
    page = lay_lines(sample.lines, odds)
    gaps = find_gaps(page)
    if not gaps:
        return None
    return Example(
        measure_line_gaps(page, gaps, sample.scores),
        mark_openings(page, gaps, sample.whose),
        np.ones(len(gaps)),
        sample.fold,
        sample.layout,
        sample.made,
    )


def main(words: list[str]) -> int:
    """Read the texts, learn both kinds of trees, and write four files."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--data", type=Path, default=ROOT.parent / "shared/data")
    pages = [page for page in read_wcxb(reader.parse_args(words).data) if page.main]
    nets = [labeller.widen(arrays) for arrays in read_folds(NETS)]
    samples = list(read_samples(pages, Reader(nets)))
    lines = [read_running(sample) for sample in samples]
    print(f"{len(samples)} texts, {sum(len(one.rows) for one in lines)} lines", flush=True)
    folds = grow_folds(lines, RUNNING)
    shipped = grow(lines, RUNNING)
    write("running", shipped, folds)
    del lines
    forests = [plant(trees) for trees in folds]
    anywhere = plant(shipped)
    read = (
        read_gaps(one, anywhere if one.fold == EVERYWHERE else forests[one.fold]) for one in samples
    )
    gaps = [one for one in read if one is not None]
    print(f"{sum(len(one.rows) for one in gaps)} gaps", flush=True)
    write("line_openings", grow(gaps, OPENINGS), grow_folds(gaps, OPENINGS))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
