"""Web pages as blocks: what a reader sees as one paragraph, heading or item, with hints."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import trafilatura
from lxml import etree, html

from twosource.articles.blocks import Block, read_lines
from twosource.articles.metadata import Metadata, read_metadata

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img input ins kbd label mark "
    "meter nobr q rp rt ruby s samp small span strike strong sub sup time tt u var wbr picture "
    "source button".split()
)
_SILENT = frozenset(
    "script style noscript template svg math head title meta link iframe object embed applet "
    "canvas audio video map area select option optgroup textarea datalist".split()
)
_CELLS = frozenset(["td", "th"])
_CELL_BORDER = " | "
_CELL_CHILDREN = 8
_CELL_LONGEST = 200
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
_TAG_ZONES = {
    "nav": "nav",
    "footer": "footer",
    "aside": "aside",
    "form": "form",
    "figure": "figure",
    "figcaption": "figure",
}
_CLASS_ZONES = (
    ("comment", re.compile(r"\bcomments?\b|disqus|comment-?(?:list|body|thread|section|area)")),
    ("nav", re.compile(r"\b(?:nav|navbar|navigation|menu|breadcrumbs?|topbar|pagination)\b")),
    ("footer", re.compile(r"\b(?:footer|copyright|colophon)\b")),
    (
        "standfirst",
        re.compile(r"\bstand-?first\b|\bde[ck]k?\b|\bsub-?(?:title|head(?:line)?)\b|\bstrapline\b"),
    ),
    ("figure", re.compile(r"caption|\bphoto-?credit\b|\bwp-caption\b")),
    (
        "aside",
        re.compile(
            r"related|recommend|read-?(?:more|next)|more-?(?:stories|news|from)|most-?(?:read|popular)|"
            r"popular|trending|outbrain|taboola|sidebar|newsletter|subscri|promo\b|\bshar(?:e|ing)\b|"
            r"social|advert|\bads?\b|sponsor|cookie|consent|popup|modal|paywall|teaser"
        ),
    ),
)
_CLASS_CHARACTERS = 200
_DATETIME_LETTERS = 40
_CLASSES_KEPT = 10_000
_CONTAINER_TAGS = frozenset(["html", "body", "main"])
_ZONE_RANK = {
    "": 0,
    "standfirst": 1,
    "figure": 2,
    "aside": 3,
    "form": 4,
    "nav": 5,
    "footer": 6,
    "comment": 7,
    "hidden": 8,
}
_WHITE = re.compile(r"\s+")
_WHITE_OR_BORDER = re.compile(r"[\s|]+")
_HIDDEN_STYLE = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE
)
_DEEPEST = 400
"""Elements nested deeper than this are read without inner borders (the parser stops at 256)."""
_TELLING_LENGTH = 25
"""From so many letters on, a block found inside the main text is held by it."""
_SEARCH_WORK = 200_000_000
"""Letters compared at most when looking for blocks inside the main text."""


class Markup(NamedTuple):
    """A web page read: its blocks in order, what its head says, and what went wrong."""

    blocks: list[Block]
    metadata: Metadata
    rich: bool
    flags: tuple[str, ...]


_Place = tuple[str, int, str, int, int]
"""Where the walk stands: tag, heading level, zone, number of the article element, of the zone."""


class _Walker:
    """Gathers blocks while the tree is walked in reading order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces = 0
        self._words: list[str] = []
        self._linked = 0
        self._dated = ""
        self.owners: list[int] = []
        self._in_data_row = False
        self._zones = 0
        self._place = ("", 0, "", -1, 0)

    def say(self, text: str | None, *, linked: bool) -> None:
        """Add text to the block that is open."""
        if text:
            self._words.append(text)
            if linked:
                self._linked += len(text.strip())

    def close(self) -> None:
        """End the open block, if it says anything."""
        if not self._words:
            return
        raw = "".join(self._words)
        text = _WHITE.sub(" ", raw).strip()
        if text:
            tag, level, zone, piece, owner = self._place
            share = min(1.0, self._linked / len(text))
            if tag == "pre":
                for line in read_lines(raw):
                    block = Block(_WHITE.sub(" ", line.text), tag=tag, zone=zone, piece=piece)
                    self.blocks.append(block)
                    self.owners.append(owner)
            else:
                self.blocks.append(
                    Block(
                        text,
                        tag=tag,
                        level=level,
                        zone=zone,
                        link_share=share,
                        piece=piece,
                        dated=self._dated,
                    )
                )
                self.owners.append(owner)
        self._words.clear()
        self._linked = 0
        self._dated = ""

    def walk(self, node: html.HtmlElement, place: _Place, depth: int, *, linked: bool) -> None:
        """Read one element and all that it holds."""
        tag = node.tag
        if not isinstance(tag, str) or tag in _SILENT:
            return
        if tag == "br":
            if place[0] == "pre":
                self.say("\n", linked=False)
            else:
                self.close()
                self._place = place
            return
        if tag == "time":
            self._dated = (node.get("datetime") or self._dated)[:_DATETIME_LETTERS]
        outer, outer_row = place, self._in_data_row
        if tag == "tr":
            self._in_data_row = _is_data_row(node)
        cell = tag in _CELLS and self._in_data_row
        block = tag not in _INLINE and not cell and depth < _DEEPEST
        if cell and self._words:
            self.say(_CELL_BORDER, linked=False)
        if block:
            self.close()
            place = self._enter(tag, node, place)
            self._place = place
        inside = linked or (tag == "a" and bool(node.get("href")))
        self.say(node.text, linked=inside)
        for child in node:
            self.walk(child, place, depth + 1, linked=inside)
            self.say(child.tail, linked=inside)
        self._in_data_row = outer_row
        if block:
            self.close()
            self._place = outer

    def _enter(self, tag: str, node: html.HtmlElement, place: _Place) -> _Place:
        _, level, zone, piece, owner = place
        if tag == "article":
            self.pieces += 1
            piece = self.pieces
        style = node.get("style")
        found = _TAG_ZONES.get(tag, "")
        if node.get("hidden") is not None or (
            style and _HIDDEN_STYLE.search(style[:_CLASS_CHARACTERS])
        ):
            found = "hidden"
        elif not found and tag not in _CONTAINER_TAGS:
            name, identity = node.get("class"), node.get("id")
            if name or identity:
                found = _zone_of(f"{name or ''} {identity or ''}"[:_CLASS_CHARACTERS])
        if _ZONE_RANK[found] > _ZONE_RANK[zone]:
            zone = found
            self._zones += 1
            owner = self._zones
        level = _HEADINGS.get(tag, level if tag == "div" else 0)
        return tag, level, zone, piece, owner


def _is_data_row(row: html.HtmlElement) -> bool:
    """Tell a row of short cells, read as one line, from a table that lays out the page."""
    cells = [cell for cell in row if cell.tag in _CELLS]
    return len(cells) > 1 and all(
        len(cell) <= _CELL_CHILDREN
        and len("".join(cell.itertext())) <= _CELL_LONGEST
        and not any(child.tag not in _INLINE for child in cell)
        for cell in cells
    )


@lru_cache(maxsize=_CLASSES_KEPT)
def _zone_of(names: str) -> str:
    names = names.lower().replace("_", "-")
    for zone, pattern in _CLASS_ZONES:
        if pattern.search(names):
            return zone
    return ""


def read_markup(text: str) -> Markup:
    """Read a web page into blocks and ask trafilatura which of them are its main text.

    The page's main text is a hint, not a verdict: trafilatura returns one article where a page may
    hold several, and gives nothing on pages without structure.
    """
    tree = _parse(text)
    if tree is None:
        return Markup([], Metadata(), rich=False, flags=("unparsed",))
    metadata = read_metadata(tree)
    walker = _Walker()
    walker.walk(tree, ("", 0, "", -1, 0), 0, linked=False)
    walker.close()
    main, flags = _read_main(tree)
    held = _find_held(walker.blocks, main)
    doubted = _doubt_zones(walker.blocks, held, walker.owners)
    blocks = [
        block._replace(held=is_held, zone="" if in_doubt else block.zone)
        for block, is_held, in_doubt in zip(walker.blocks, held, doubted, strict=True)
    ]
    return Markup(blocks, metadata, rich=bool(main) and _is_rich(blocks), flags=flags)


def _parse(text: str) -> html.HtmlElement | None:
    tree = trafilatura.load_html(text)
    if tree is None and text.strip():
        tree = trafilatura.load_html(f"<html><body><div>{text}</div><div></div></body></html>")
    return tree


def _read_main(tree: html.HtmlElement) -> tuple[str, tuple[str, ...]]:
    try:
        document = trafilatura.bare_extraction(
            tree, include_comments=False, deduplicate=False, with_metadata=False
        )
    except (ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError):
        # A parser's fault on a strange page; the blocks themselves are still read.
        return "", ("main-text-unread",)
    if document is None or isinstance(document, dict):
        return "", ()
    return document.text or "", ()


def _find_held(blocks: list[Block], main: str) -> list[bool | None]:
    """Tell of each block whether the page's main text holds it; None where there is none."""
    if not main:
        return [None] * len(blocks)
    lines = {_WHITE_OR_BORDER.sub("", line.lstrip("-•# ")) for line in main.split("\n")}
    lines.discard("")
    whole = _WHITE_OR_BORDER.sub("", main)
    affordable = len(whole) * len(blocks) < _SEARCH_WORK
    found: list[bool | None] = []
    for block in blocks:
        squeezed = _WHITE_OR_BORDER.sub("", block.text)
        found.append(
            squeezed in lines
            or (affordable and len(squeezed) >= _TELLING_LENGTH and squeezed in whole)
        )
    return found


_ZONE_TOO_LARGE = 0.4
_ZONE_HELD = 0.5


def _doubt_zones(blocks: list[Block], held: list[bool | None], owners: list[int]) -> list[bool]:
    """Tell of each block whether its zone is doubted.

    A zone that holds much of the page's own text, or mostly main text, has a misleading name.
    """
    letters: dict[int, int] = {}
    kept: dict[int, int] = {}
    for block, is_held, owner in zip(blocks, held, owners, strict=True):
        own = round(len(block.text) * (1 - block.link_share))
        letters[owner] = letters.get(owner, 0) + own
        if is_held:
            kept[owner] = kept.get(owner, 0) + own
    whole = sum(letters.values())
    doubted = {
        owner
        for owner, size in letters.items()
        if owner and (size > _ZONE_TOO_LARGE * whole or kept.get(owner, 0) > _ZONE_HELD * size)
    }
    return [
        owner in doubted and not _keeps_zone(block)
        for block, owner in zip(blocks, owners, strict=True)
    ]


def _keeps_zone(block: Block) -> bool:
    return block.tag == "figcaption" or (
        block.zone == "standfirst" and len(block.text) <= _STANDFIRST_LETTERS
    )


_STANDFIRST_LETTERS = 400
_RICH_FURNITURE = 8
_LINK_LIST_SHARE = 0.6


def _is_rich(blocks: list[Block]) -> bool:
    """Tell whether the page has enough structure for the main-text reader to be worth a hearing."""
    furniture = sum(
        1
        for block in blocks
        if block.link_share > _LINK_LIST_SHARE
        or block.zone in {"nav", "footer", "aside", "comment"}
    )
    return furniture >= _RICH_FURNITURE
