"""How well credits are read: 227 lines as the press writes them, each in a page of our own.

``credit_lines/build.tsv`` and ``kept.tsv`` hold a place, a line and whom it credits. Each line is
set where it stands in real pages (below the headline, before the first words, behind the last,
under a picture, in the page's head …), once in plain text and once in HTML, and the article that
is read from that page must bear this credit, or none.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import NamedTuple

from benchmarks.articles import newsroom
from benchmarks.gate import Options
from twosource.articles import articles
from twosource.records import Capture, Page
from twosource.text.names import make_origin

FOLDER = Path(__file__).resolve().parent / "credit_lines"
HALVES = ("build", "kept")
_NOBODY = "-"
_HEADLINE = "Council puts off its vote on the crane"
_PARAGRAPHS = (
    "The harbour council of Lindholm put off its vote on the crane until the end of April.",
    "Two of its members had asked to see the survey before they decide, the chairman said.",
    "The crane has stood still since a storm in the winter bent two of its four legs.",
    "A new one would cost as much as the town spends on its schools in a year, the survey says.",
    "The council meets again in the first week of May, when the ferry to Vatn is mended.",
)
_IN_HEAD = frozenset(("author", "jsonld"))
"""Places in the head of a web page; a plain text has none."""


class CreditLine(NamedTuple):
    """A line, where it stands, and whom it credits: any of them is right, none means nobody."""

    place: str
    line: str
    credited: tuple[str, ...]


def read_lines(half: str) -> list[CreditLine]:
    """Return the lines of a half, in the order of its file."""
    found: list[CreditLine] = []
    for row in (FOLDER / f"{half}.tsv").read_text("utf-8").splitlines():
        if not row.startswith("#"):
            place, line, names = row.split("\t")
            credited = () if names == _NOBODY else tuple(names.split(";"))
            found.append(CreditLine(place, line, credited))
    return found


def set_pages(one: CreditLine) -> Iterator[Page]:
    """Set a line into its place, in plain text where that has such a place, and in HTML."""
    if one.place not in _IN_HEAD:
        yield _page("\n\n".join(text for _, text in _blocks(one)), "text/plain")
    head = ""
    if one.place == "author":
        head = f'<meta name="author" content="{escape(one.line)}">'
    if one.place == "jsonld":
        story = json.loads(f'{{"@type": "NewsArticle", {one.line}}}')
        head = f'<script type="application/ld+json">{json.dumps(story)}</script>'
    body = "".join(f"<{tag}>{escape(text)}</{tag}>" for tag, text in _blocks(one))
    yield _page(
        f"<!DOCTYPE html><html><head><title>{_HEADLINE}</title>{head}</head>"
        f"<body><article>{body}</article></body></html>",
        "text/html",
    )


def _blocks(one: CreditLine) -> list[tuple[str, str]]:
    paragraphs = list(_PARAGRAPHS)
    if one.place == "opening":
        paragraphs[0] = one.line + paragraphs[0]
    if one.place == "trailing":
        paragraphs[-1] += one.line
    if one.place == "body":
        paragraphs.insert(2, one.line)
    blocks = [("h1", _HEADLINE)]
    if one.place == "caption":
        blocks.append(("figcaption", one.line))
    if one.place == "head":
        blocks.append(("div", one.line))
    blocks.append(("time", "March 3, 2031"))
    blocks += [("p", paragraph) for paragraph in paragraphs]
    if one.place == "tail":
        blocks.append(("p", one.line))
    return blocks


def _page(text: str, media_type: str) -> Page:
    data = text.encode("utf-8")
    return Page(
        id=hashlib.sha256(data).hexdigest(),
        captures=(Capture("page", None, None),),
        media_type=media_type,
        size=len(data),
        data=data,
        text=text,
    )


def read_credit_of(page: Page) -> str | None:
    """Return the id of whom the page's only article credits; None for nobody."""
    found = articles(page)
    if len(found) != 1 or found[0].credit is None:
        return None
    return found[0].credit.id


def measure_half(half: str, *, misses: bool = False) -> dict[str, float]:
    """Return precision, recall and F1 of a half's credits; ``misses`` prints what is wrong."""
    counts: Counter[str] = Counter()
    for one in read_lines(half):
        wanted = {make_origin(name).id for name in one.credited}
        for page in set_pages(one):
            got = read_credit_of(page)
            counts["wanted"] += bool(wanted)
            counts["given"] += got is not None
            counts["right"] += got in wanted
            if misses and (got not in wanted if wanted else got is not None):
                shown = ", ".join(a.credit.name for a in articles(page) if a.credit) or "nobody"
                print(f"  {page.media_type:10} {one.place:9} {one.line[:90]!r}: {shown}")
    precision = counts["right"] / max(1, counts["given"])
    recall = counts["right"] / max(1, counts["wanted"])
    return {
        f"credit lines {half}: precision": precision,
        f"credit lines {half}: recall": recall,
        f"credit lines {half}: F1": 2 * precision * recall / max(1e-9, precision + recall),
    }


def measure(options: Options) -> dict[str, float]:
    """Return the figures of both halves, and the newsroom's.

    ``--misses`` lists what is wrong, in ``build`` only.
    """
    figures: dict[str, float] = {}
    for half in HALVES:
        figures |= measure_half(half, misses=half == "build" and "--misses" in options.rest)
        figures |= newsroom.measure_half(half)
    return figures
