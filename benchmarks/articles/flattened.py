"""Pages flattened to lines of text: how much of the article is read, and what of the rest.

``scrapinghub`` is read with what ships; no line was learned from it. WCXB was learned from, so its
pages are read with five nets, each trained without the domains that it reads
(``line_folds.npz``, made by training/lines with the same recipe).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final, NamedTuple
from unittest import mock

from benchmarks.articles.flattening import flatten
from benchmarks.articles.known import (
    KnownPage,
    fold_of,
    overlap,
    read_folds,
    read_scrapinghub,
    read_wcxb,
)
from benchmarks.gate import Options
from twosource.articles import labeller, read_page
from twosource.records import Capture, Page

NETS: Final = Path(__file__).with_name("line_folds.npz")


class Read(NamedTuple):
    """What was read of one page: the running text of each article on it."""

    page: KnownPage
    texts: tuple[str, ...]

    @property
    def score(self) -> float:
        """Return the token F1 of the longest text: a page that was split in two loses half."""
        return overlap(max(self.texts, key=len, default=""), self.page.main)


def fold_nets() -> list[labeller.Arrays]:
    """Return the nets of the folds, ready to read with."""
    return [labeller.widen(arrays) for arrays in read_folds(NETS)]


def page_of(text: str, *, html: bool = False) -> Page:
    """Return a page of the text given."""
    kind = "text/html" if html else "text/plain"
    return Page(
        id="0" * 64, captures=(Capture("page", None, None),), media_type=kind, size=0, data=b"",
        text=text,
    )  # fmt: skip


def texts_of(page: Page) -> tuple[str, ...]:
    """Return the running text of each article read on a page."""
    return tuple(
        "\n".join(a.text[p.start : p.end] for p in a.parts if p.kind in {"body", "subhead"})
        for a in read_page(page).articles
    )


def read_flat(
    pages: Iterable[KnownPage], nets: list[labeller.Arrays] | None = None
) -> Iterator[Read]:
    """Read pages flattened to lines; each with the net of its fold, or with what ships."""
    for known in pages:
        net = nets[fold_of(known.url)] if nets else labeller.load_net()
        with mock.patch.object(labeller, "load_net", return_value=net):
            yield Read(known, texts_of(page_of(flatten(known.markup))))


def measure(options: Options) -> dict[str, float]:
    """Return the figures of flattened pages: F1 on both sets, and how many pages were split."""
    held = [*read_flat(read_scrapinghub(options.data))]
    figures = {"flattened_scrapinghub": _mean(held)}
    learned = [*read_flat(read_wcxb(options.data), fold_nets())]
    figures["flattened_wcxb"] = _mean(learned)
    both = held + learned
    figures["flattened_split"] = sum(len(read.texts) > 1 for read in both) / len(both)
    figures["flattened_refused"] = sum(not read.texts for read in both) / len(both)
    return figures


def _mean(read: list[Read]) -> float:
    return sum(one.score for one in read) / len(read)
