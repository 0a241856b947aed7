"""How well the article's text is found on a web page, other programs beside us on the same pages.

One setting for both sets. ``scrapinghub`` is read with what ships; nothing was learned from it.
WCXB was learned from, so each of its pages is read with trees learned without its domain
(``blocks_folds.npz``, made by training/blocks with the same recipe).
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable
from pathlib import Path
from statistics import fmean
from typing import Final
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
from twosource.articles import chooser, read_page
from twosource.records import Article, Capture, Page

TREES: Final = Path(__file__).with_name("blocks_folds.npz")
BESIDE: Final = "trafilatura default"
OURS: Final = "twosource"
_SHOWN: Final = frozenset(("body", "subhead"))
_DRAWS: Final = 2_000
_SEED: Final = 1
_EDGE: Final = 0.025


def fold_forests() -> list[chooser.Forest]:
    """Return the trees of the folds, each learned without the domains that it reads."""
    return [chooser.plant(arrays) for arrays in read_folds(TREES)]


def page_of(known: KnownPage) -> Page:
    """Return a known page as the program meets it."""
    captures = (Capture(known.name, known.url or None, None),)
    return Page(
        id="0" * 64, captures=captures, media_type="text/html", size=0, data=b"", text=known.markup,
    )  # fmt: skip


def main_article(known: KnownPage) -> Article | None:
    """Return the article of a page that its address belongs to; None without one."""
    found = read_page(page_of(known)).articles
    return next((one for one in found if one.url), found[0] if found else None)


def body_of(known: KnownPage) -> str:
    """Return the text that the program shows as the body of a page's main article."""
    article = main_article(known)
    if article is None:
        return ""
    return "\n".join(article.text[p.start : p.end] for p in article.parts if p.kind in _SHOWN)


def read_with(forest: chooser.Forest, known: KnownPage) -> str:
    """Return the main article's body as read with other trees than those that ship."""
    with mock.patch.object(chooser, "load_forest", return_value=forest):
        return body_of(known)


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
    name: str, pages: list[KnownPage], ours: Callable[[KnownPage], str], peer: Path | None
) -> dict[str, list[float]]:
    """Return each reader's F1 on each page, and print their means."""
    scores = {OURS: [overlap(ours(page), page.main) for page in pages]}
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
    news = measure_set("scrapinghub", list(read_scrapinghub(options.data)), body_of, peer)
    forests = fold_forests()
    pages = [page for page in read_wcxb(options.data) if page.main]
    web = measure_set(
        "WCXB development articles, folds over domains",
        pages,
        lambda known: read_with(forests[fold_of(known.url)], known),
        peer,
    )
    best = max(fmean(each) for name, each in web.items() if name != OURS)
    ours, theirs = (cost.measure_cost(name, options.data) for name in (OURS, "trafilatura"))
    print(
        f"\nreading scrapinghub: {ours.seconds:.1f} CPU s, trafilatura default "
        f"{theirs.seconds:.1f}; peak {ours.megabytes:.0f} MB"
    )
    return {
        "main_text_scrapinghub": fmean(news[OURS]),
        "main_text_wcxb": fmean(web[OURS]),
        "main_text_wcxb_over_best_peer": fmean(web[OURS]) - best,
        "cost_to_trafilatura": ours.seconds / theirs.seconds,
        "megabytes": ours.megabytes,
    }
