"""Pages flattened to lines of text: how much of the article is read, and what of the rest.

``scrapinghub`` is read with what ships; no line was learned from it. WCXB was learned from, so its
pages are read with five nets and their trees, each learned without the domains that it reads
(``line_folds.npz``, ``running_folds.npz``, ``line_openings_folds.npz``, made by training/lines with
the same recipe).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
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
from twosource.articles import chooser, labeller, line_openings, read_page, running
from twosource.records import Capture, Page

_HERE: Final = Path(__file__).parent
NETS: Final = _HERE / "line_folds.npz"


class Learned(NamedTuple):
    """What lines are read by: the labeller's net, and trees that choose lines and open articles."""

    net: labeller.Arrays
    running: chooser.Forest
    openings: chooser.Forest


class Read(NamedTuple):
    """What was read of one page: the running text of each article on it."""

    page: KnownPage
    texts: tuple[str, ...]

    @property
    def score(self) -> float:
        """Return the token F1 of the longest text: a page that was split in two loses half."""
        return overlap(max(self.texts, key=len, default=""), self.page.main)


def learned_folds() -> list[Learned]:
    """Return what the folds read lines by, ready to read with."""
    nets = (labeller.widen(arrays) for arrays in read_folds(NETS))
    chosen, opened = (
        map(chooser.plant, read_folds(_HERE / f"{name}_folds.npz"))
        for name in ("running", "line_openings")
    )
    return list(map(Learned, nets, chosen, opened))


@contextmanager
def reading_lines_with(learned: Learned) -> Iterator[None]:
    """Let plain texts be read with something else than what ships."""
    with ExitStack() as patches:
        for room, load, held in (
            (labeller, "load_net", learned.net),
            (running, "load_running", learned.running),
            (line_openings, "load_line_openings", learned.openings),
        ):
            patches.enter_context(mock.patch.object(room, load, return_value=held))
        yield


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


def read_flat(known: KnownPage) -> Read:
    """Read a page flattened to lines."""
    return Read(known, texts_of(page_of(flatten(known.markup))))


def read_folded(pages: Iterable[KnownPage]) -> Iterator[Read]:
    """Read pages flattened to lines, each with what its fold learned."""
    folds = learned_folds()
    for known in pages:
        with reading_lines_with(folds[fold_of(known.url)]):
            yield read_flat(known)


def measure(options: Options) -> dict[str, float]:
    """Return the figures of flattened pages: F1 on both sets, and how many pages were split."""
    held = [read_flat(known) for known in read_scrapinghub(options.data)]
    figures = {"flattened_scrapinghub": _mean(held)}
    learned = [*read_folded(page for page in read_wcxb(options.data) if page.main)]
    figures["flattened_wcxb"] = _mean(learned)
    both = held + learned
    figures["flattened_split"] = sum(len(read.texts) > 1 for read in both) / len(both)
    figures["flattened_refused"] = sum(not read.texts for read in both) / len(both)
    return figures


def _mean(read: list[Read]) -> float:
    return sum(one.score for one in read) / len(read)
