"""Learn which names on a page are its authors', from the seen half of WCXB's articles.

    python3 training/authors/fit.py [DATA]     # DATA defaults to ../shared/data

Logistic regression over traits (``twosource/articles/signers.py``), by Newton's method. Who the
authors are is what the pages themselves say (``benchmarks/articles/judged.tsv``). Five folds of the
seen half's domains say how well it learns; the unseen half takes no part.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import NamedTuple
from unittest import mock

import numpy as np
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "src")]

from benchmarks.articles.fields import Tally, names_of  # noqa: E402 - found through the path above
from benchmarks.articles.judged import read_judged  # noqa: E402
from benchmarks.articles.known import FOLDS, fold_of, half_of, read_wcxb  # noqa: E402
from benchmarks.articles.main_text import main_article  # noqa: E402
from twosource.articles import authors  # noqa: E402
from twosource.articles.authors import Judge, choose_authors  # noqa: E402
from twosource.articles.signers import TRAITS, Signer  # noqa: E402

OUT = ROOT / "src/twosource/weights/authors.json"
RIDGE = 1.0
STEPS = 60
DIGITS = 3
Numbers = NDArray[np.float64]


class Lesson(NamedTuple):
    """A page's names that may be its authors', who they are or might be, and the page's fold."""

    signers: list[Signer]
    wanted: frozenset[str]
    may: frozenset[str]
    fold: int


class Recorder:
    """Stands in for the choice of authors: keeps each article's names, and numbers the article."""

    def __init__(self) -> None:
        self.kept: list[list[Signer]] = []

    def __call__(self, signers: list[Signer], _: Judge) -> tuple[str, ...]:
        """Keep an article's names, and return its number in place of its authors."""
        self.kept.append(signers)
        return (str(len(self.kept) - 1),)


def read_lessons(data: Path) -> list[Lesson]:
    """Read the seen half's pages as the program does, and keep what it chooses authors from."""
    lessons = []
    recorder = Recorder()
    judged = read_judged()
    with mock.patch.object(authors, "choose_authors", recorder):
        for page in read_wcxb(data):
            if half_of(page.url) == "seen":
                article = main_article(page)
                signers = recorder.kept[int(article.authors[0])] if article is not None else []
                known = judged[page.name]
                wanted, may = names_of((known.authors,)), names_of((known.may,))
                lessons.append(Lesson(signers, wanted, may - wanted, fold_of(page.url)))
    return lessons


def fit(lessons: list[Lesson]) -> Judge:
    """Return the judge that a list of lessons makes."""
    sure = [
        (signer, _is_one_of(signer, one.wanted))
        for one in lessons
        for signer in one.signers
        if not _is_one_of(signer, one.may)
    ]
    rows = [[trait in signer.traits for trait in TRAITS] + [True] for signer, _ in sure]
    wanted = [right for _, right in sure]
    traits, right = np.array(rows, dtype=float), np.array(wanted, dtype=float)
    ridge = RIDGE * np.eye(traits.shape[1])
    ridge[-1, -1] = 0.0
    worth: Numbers = np.zeros(traits.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-traits @ worth))
        slope = traits.T @ (chance - right) + ridge @ worth
        bend = (traits * (chance * (1 - chance))[:, None]).T @ traits + ridge
        worth = worth - np.linalg.solve(bend, slope)
    values = [round(float(value), DIGITS) for value in worth]
    return Judge(dict(zip(TRAITS, values[:-1], strict=True)), values[-1])


def _is_one_of(signer: Signer, people: frozenset[str]) -> bool:
    names = names_of((signer.name,))
    return bool(names) and names <= people


def tally(pairs: list[tuple[Judge, Lesson]]) -> Tally:
    """Count what judges make of lessons that they have not learned."""
    counts = Tally()
    for judge, one in pairs:
        counts.add_names(names_of(choose_authors(one.signers, judge)), one.wanted, one.may)
    return counts


def main() -> int:
    """Learn, say how well over folds, and write the file that ships."""
    data = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared/data"
    lessons = read_lessons(data)
    judges = [fit([one for one in lessons if one.fold != fold]) for fold in range(FOLDS)]
    tally([(judges[one.fold], one) for one in lessons]).print("seen half, by folds")
    OUT.write_text(json.dumps(fit(lessons)._asdict(), indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
