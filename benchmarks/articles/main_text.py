"""How well the article's text is found on a web page, other programs beside us on the same pages.

One setting for both sets. ``scrapinghub`` is read with what ships; nothing was learned from it.
WCXB was learned from, so each of its pages is read with trees learned without its domain
(``blocks_folds.npz``, ``openings_folds.npz``, made by training/blocks with the same recipe).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import fmean, median
from typing import Final, NamedTuple
from unittest import mock

from benchmarks.articles import cost, readers
from benchmarks.articles.known import (
    KnownPage,
    fold_of,
    overlap,
    read_folds,
    read_scrapinghub,
    read_wcxb,
)
from benchmarks.gate import Options
from twosource.articles import chooser, openings, read_page
from twosource.records import Article, Capture, Page

_HERE: Final = Path(__file__).parent
BESIDE: Final = "trafilatura default"
OURS: Final = "twosource"
_SHOWN: Final = frozenset(("body", "subhead"))
_DRAWS: Final = 2_000
_SEED: Final = 1
_EDGE: Final = 0.025


class Trees(NamedTuple):
    """Trees that choose blocks, and trees that open articles; None for those that ship."""

    blocks: chooser.Forest | None = None
    openings: chooser.Forest | None = None


def fold_forests() -> list[Trees]:
    """Return the trees of the folds, each learned without the domains that it reads."""
    both = (read_folds(_HERE / f"{name}_folds.npz") for name in ("blocks", "openings"))
    return [Trees(*map(chooser.plant, arrays)) for arrays in zip(*both, strict=True)]


@contextmanager
def reading_with(trees: Trees) -> Iterator[None]:
    """Let pages be read with other trees than those that ship."""
    with ExitStack() as patches:
        for room, load, forest in (
            (chooser, "load_forest", trees.blocks),
            (openings, "load_openings", trees.openings),
        ):
            if forest is not None:
                patches.enter_context(mock.patch.object(room, load, return_value=forest))
        yield


def page_of(known: KnownPage) -> Page:
    """Return a known page as the program meets it."""
    captures = (Capture(known.name, known.url or None, None),)
    return Page(
        id="0" * 64, captures=captures, media_type="text/html", size=0, data=b"", text=known.markup,
    )  # fmt: skip


def main_article(known: KnownPage) -> Article | None:
    """Return the article of a page that its address belongs to; None without one."""
    return _main_of(read_page(page_of(known)).articles)


def _main_of(found: tuple[Article, ...]) -> Article | None:
    return next((one for one in found if one.url), found[0] if found else None)


class Shown(NamedTuple):
    """What the program shows of a page: its main article's body, and how many articles it tells."""

    body: str
    articles: int


def read_with(trees: Trees, known: KnownPage) -> Shown:
    """Return what is shown of a page that is read with some trees."""
    with reading_with(trees):
        found = read_page(page_of(known)).articles
    main = _main_of(found)
    parts = [part for part in main.parts if part.kind in _SHOWN] if main else []
    body = "\n".join(main.text[p.start : p.end] for p in parts) if main else ""
    return Shown(body, len(found))


def compare(ours: list[float], theirs: list[float]) -> tuple[float, float, float, float]:
    """Return the mean difference, its 95 % interval, and how often it is above nothing.

    A paired bootstrap over pages (Efron and Tibshirani, 1993).
    """
    differences = [a - b for a, b in zip(ours, theirs, strict=True)]
    draw = random.Random(_SEED)  # noqa: S311 - a resampling, no secret
    means = sorted(fmean(draw.choices(differences, k=len(differences))) for _ in range(_DRAWS))
    above = sum(mean > 0 for mean in means) / _DRAWS
    edge = int(_EDGE * _DRAWS)
    return fmean(differences), means[edge], means[-edge - 1], above


def measure_set(
    name: str, pages: list[KnownPage], ours: list[Shown], peer: Path | None
) -> dict[str, list[float]]:
    """Return each reader's F1 on each page, and print their means."""
    scores = {
        OURS: [overlap(shown.body, page.main) for shown, page in zip(ours, pages, strict=True)]
    }
    for other, reader in readers.installed().items():
        scores[other] = [
            overlap(readers.read_safely(reader, page.markup), page.main) for page in pages
        ]
    if peer is not None:
        texts = readers.ask_newspaper(peer, [page.markup for page in pages])
        scores["newspaper4k"] = [
            overlap(text, page.main) for text, page in zip(texts, pages, strict=True)
        ]
    else:
        print("  newspaper4k: no --peer PYTHON given, so skipped")
    print(f"\nmain text, token F1, {name}, {len(pages)} pages")
    for reader_name, each in scores.items():
        print(f"  {reader_name:24}{fmean(each):.4f}")
    mean, low, high, above = compare(scores[OURS], scores[BESIDE])
    print(
        f"  against {BESIDE}: {mean:+.4f}, 95 % of draws {low:+.4f} to {high:+.4f}, "
        f"above it in {above:.1%} of {_DRAWS}"
    )
    return scores


def measure(options: Options) -> dict[str, float]:
    """Measure both sets and the cost, and return what is owed."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--peer", type=Path, default=None)
    peer = parser.parse_known_args(list(options.rest))[0].peer
    papers = list(read_scrapinghub(options.data))
    shown = [read_with(Trees(), known) for known in papers]
    news = measure_set("scrapinghub", papers, shown, peer)
    trees = fold_forests()
    pages = [page for page in read_wcxb(options.data) if page.main]
    learned = [read_with(trees[fold_of(known.url)], known) for known in pages]
    web = measure_set("WCXB development articles, folds over domains", pages, learned, peer)
    split = fmean(page.articles > 1 for page in (*shown, *learned))
    best = max(fmean(each) for name, each in web.items() if name != OURS)
    turns = cost.take_turns(OURS, "trafilatura", options.data)
    for ours, theirs in turns:
        print(
            f"\nreading scrapinghub: {ours.seconds:.1f} CPU s, trafilatura default "
            f"{theirs.seconds:.1f}; peak {ours.megabytes:.0f} MB"
        )
    return {
        "main_text_scrapinghub": fmean(news[OURS]),
        "main_text_wcxb": fmean(web[OURS]),
        "main_text_split": split,
        "main_text_wcxb_over_best_peer": fmean(web[OURS]) - best,
        "cost_to_trafilatura": median(ours.seconds / theirs.seconds for ours, theirs in turns),
        "megabytes": max(ours.megabytes for ours, _ in turns),
    }
