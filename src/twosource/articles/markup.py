"""Web pages as blocks: what a reader sees as one paragraph, heading or item, with hints."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from lxml import html

from twosource.articles.blocks import Block, read_lines
from twosource.articles.chooser import Home, weigh_blocks
from twosource.articles.evidence import Line, look_at
from twosource.articles.headlines import clean_headline
from twosource.articles.heads import Head, find_heads
from twosource.articles.metadata import Metadata, read_metadata
from twosource.articles.openings import Laid, find_openings
from twosource.articles.opinions import ask_trafilatura, find_held
from twosource.articles.trees import read_tree

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
    (
        "comment",
        ("comment", "disqus"),
        re.compile(r"\bcomments?\b|disqus|comment-?(?:list|body|thread|section|area)"),
    ),
    (
        "nav",
        ("nav", "menu", "breadcrumb", "topbar", "pagination"),
        re.compile(r"\b(?:nav|navbar|navigation|menu|breadcrumbs?|topbar|pagination)\b"),
    ),
    (
        "footer",
        ("footer", "copyright", "colophon"),
        re.compile(r"\b(?:footer|copyright|colophon)\b"),
    ),
    (
        "standfirst",
        ("stand", "dec", "dek", "sub", "strapline"),
        re.compile(r"\bstand-?first\b|\bde[ck]k?\b|\bsub-?(?:title|head(?:line)?)\b|\bstrapline\b"),
    ),
    ("figure", ("caption", "photo"), re.compile(r"caption|\bphoto-?credit\b|\bwp-caption\b")),
    (
        "aside",
        (
            "related", "recommend", "read", "more", "most", "popular", "trending", "outbrain",
            "taboola", "sidebar", "newsletter", "subscri", "promo", "shar", "social", "ad",
            "sponsor", "cookie", "consent", "popup", "modal", "paywall", "teaser",
        ),
        re.compile(
            r"related|recommend|read-?(?:more|next)|more-?(?:stories|news|from)|most-?(?:read|popular)|"
            r"popular|trending|outbrain|taboola|sidebar|newsletter|subscri|promo\b|\bshar(?:e|ing)\b|"
            r"social|advert|\bads?\b|sponsor|cookie|consent|popup|modal|paywall|teaser"
        ),
    ),
)  # fmt: skip
"""Zones by the names of elements: what such a name holds at least, and the form that it has."""
_SIGNING = re.compile(r"author|byline", re.IGNORECASE)
_NOT_SIGNING = re.compile(
    r"comment|bio\b|avatar|image|img|social|date|\btime|box|related|follow|reply|co-?author-?post",
    re.IGNORECASE,
)
_SIGNATURE_CHILDREN = 8
_SIGNATURE_LONGEST = 80
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
_HIDDEN_STYLE = re.compile(
    r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE
)
_ALL_LINK = 0.9
_SURE_HEAD = 3.5
"""What a head has to show so that an article opens whatever was learned."""
_STRUCTURE_BLOCKS = 8
_LINK_LIST_SHARE = 0.6
_CHOSEN_WORDS = 12
_CHOSEN_SHARE = 0.05
"""With fewer words of a page chosen, or fewer beside the rest of its prose, the choice says nothing
(benchmarks/articles: WCXB)."""
_FURNITURE_ZONES = frozenset(("nav", "footer", "comment", "aside", "form", "hidden"))
_DEEPEST = 400
"""Elements nested deeper than this are read without inner borders (the parser stops at 256)."""


class Markup(NamedTuple):
    """A web page read: its blocks as lines in order, what its head says, and what went wrong.

    ``chosen`` tells whether it is known which blocks are text of its articles, ``heads`` where
    further articles open; ``structured`` whether the markup tells text from furniture at all.
    """

    lines: list[Line]
    metadata: Metadata
    chosen: bool
    structured: bool
    heads: list[Head]
    flags: tuple[str, ...]

    @property
    def blocks(self) -> list[Block]:
        """The blocks of the page, as they were laid out."""
        return [line.block for line in self.lines]


_Place = tuple[str, int, str, int, Home]
"""Where the walk stands: tag, heading level, zone, number of the article element, home."""
_NOWHERE = ("", 0, "", -1, Home(0, 0, 0))


class _Walker:
    """Gathers blocks while the tree is walked in reading order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pieces = 0
        self._words: list[str] = []
        self._linked = 0
        self._dated = ""
        self._signed = ""
        self.homes: list[Home] = []
        self._in_data_row = False
        self._zones = 0
        self._elements = 0
        self._place = _NOWHERE

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
        text = " ".join(raw.split())
        if text:
            tag, level, zone, piece, home = self._place
            share = min(1.0, self._linked / len(text))
            if tag == "pre":
                for line in read_lines(raw):
                    block = Block(" ".join(line.text.split()), tag=tag, zone=zone, piece=piece)
                    self.blocks.append(block)
                    self.homes.append(home)
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
                        signed=self._signed,
                    )
                )
                self.homes.append(home)
        self._words.clear()
        self._linked = 0
        self._dated = ""
        self._signed = ""

    def walk(self, node: html.HtmlElement, place: _Place, depth: int, *, linked: bool) -> None:
        """Read one element and all that it holds."""
        tag = node.tag
        if tag in _SILENT or not isinstance(tag, str):
            return
        if tag == "br":
            if place[0] == "pre":
                self.say("\n", linked=False)
            else:
                self.close()
                self._place = place
            return
        if tag == "time":
            # The first of a block's times: where there is another, it is that of a change.
            self._dated = self._dated or (node.get("datetime") or "")[:_DATETIME_LETTERS]
        named = node.get("class")
        marked = (named and _signs(named[:_CLASS_CHARACTERS])) or _signs_expressly(node)
        signed = _read_signature(node) if marked else ""
        outer, outer_row = place, self._in_data_row
        if tag == "tr":
            self._in_data_row = _is_data_row(node)
        cell = tag in _CELLS and self._in_data_row
        block = tag not in _INLINE and not cell and depth < _DEEPEST
        if cell and self._words:
            self.say(_CELL_BORDER, linked=False)
        if block:
            self.close()
            place = self._enter(tag, node, named, place)
            self._place = place
        self._signed = signed or self._signed
        inside = linked or (tag == "a" and bool(node.get("href")))
        self.say(node.text, linked=inside)
        for child in node:
            self.walk(child, place, depth + 1, linked=inside)
            self.say(child.tail, linked=inside)
        self._in_data_row = outer_row
        if block:
            self.close()
            self._place = outer

    def _enter(self, tag: str, node: html.HtmlElement, named: str | None, place: _Place) -> _Place:
        _, level, zone, piece, home = place
        self._elements += 1
        home_zone = home.zone
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
            identity = node.get("id")
            if named or identity:
                found = _zone_of(f"{named or ''} {identity or ''}"[:_CLASS_CHARACTERS])
        if _ZONE_RANK[found] > _ZONE_RANK[zone]:
            zone = found
            self._zones += 1
            home_zone = self._zones
        level = _HEADINGS.get(tag, level if tag == "div" else 0)
        return tag, level, zone, piece, Home(home_zone, self._elements, home.element)


def _read_signature(node: html.HtmlElement) -> str:
    """Return the name in an element that is marked as an author's; "" where it holds more."""
    if len(node) > _SIGNATURE_CHILDREN:
        return ""
    text = " ".join(" ".join(node.itertext()).split())
    return text if len(text) <= _SIGNATURE_LONGEST else ""


def _signs_expressly(node: html.HtmlElement) -> bool:
    return "author" in (node.get("rel"), node.get("itemprop"))


@lru_cache(maxsize=_CLASSES_KEPT)
def _signs(names: str) -> bool:
    return _SIGNING.search(names) is not None and _NOT_SIGNING.search(names) is None


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
    for zone, signs, pattern in _CLASS_ZONES:
        if any(map(names.__contains__, signs)) and pattern.search(names):
            return zone
    return ""


class Seen(NamedTuple):
    """A web page before it is decided what its main text is: what the chooser goes by."""

    lines: list[Line]
    homes: list[Home]
    kept: list[bool]
    title: str
    metadata: Metadata
    found: bool
    flags: tuple[str, ...]


def see_page(text: str) -> Seen | None:
    """Lay a web page out in blocks and ask trafilatura which it keeps; None: it has no tree."""
    tree = read_tree(text)
    if tree is None:
        return None
    metadata = read_metadata(tree)
    walker = _Walker()
    walker.walk(tree, _NOWHERE, 0, linked=False)
    walker.close()
    main, flags = ask_trafilatura(tree)
    title = look_at(Block(clean_headline(metadata.headline or metadata.title, metadata.site)))
    return Seen(
        lines=[look_at(block) for block in walker.blocks],
        homes=walker.homes,
        kept=find_held(walker.blocks, main),
        title=title.folded,
        metadata=metadata,
        found=bool(main),
        flags=flags,
    )


def read_markup(text: str) -> Markup:
    """Read a web page into blocks, and tell which of them are text of its articles, and of which.

    Where hardly a block was chosen, the page is read by what its blocks look like.
    """
    seen = see_page(text)
    if seen is None:
        return Markup([], Metadata(), chosen=False, structured=False, heads=[], flags=("unparsed",))
    laid = lay(seen)
    if not seen.found or not _says_enough(laid.lines):
        unsure = [line._replace(block=line.block._replace(held=None)) for line in laid.lines]
        return Markup(
            unsure, seen.metadata, chosen=False, structured=False, heads=[], flags=seen.flags
        )
    structured = _has_structure(laid.lines)
    heads = find_openings(laid) if structured else _find_all_heads(laid)
    return Markup(
        laid.lines,
        seen.metadata,
        chosen=True,
        structured=structured,
        heads=heads,
        flags=seen.flags,
    )


def _find_all_heads(laid: Laid) -> list[Head]:
    """Return the heads that the trees tell, and those that show themselves.

    Without structure the markup says as little as a plain text, where such heads count as well.
    """
    told = find_openings(laid)
    reading = [line.prose and bool(line.block.held) for line in laid.lines]
    shown = [head for head in find_heads(laid.lines, reading) if head.score >= _SURE_HEAD]
    texts = {head.body for head in told}
    above = next((i for i, runs in enumerate(reading) if runs), 0)
    further = [head for head in shown if head.body not in texts and head.headline > above]
    return sorted((*told, *further))


def _has_structure(lines: list[Line]) -> bool:
    """Tell whether a page has menus, lists of links or other furniture that its markup marks."""
    marked = sum(
        line.block.link_share > _LINK_LIST_SHARE or line.block.zone in _FURNITURE_ZONES
        for line in lines
    )
    return marked >= _STRUCTURE_BLOCKS


def _says_enough(lines: list[Line]) -> bool:
    """Tell whether what was chosen is more than crumbs beside the prose that was not."""
    chosen = sum(line.words for line in lines if line.block.held)
    left = sum(
        line.words
        for line in lines
        if line.prose and not line.block.held and line.block.zone not in _FURNITURE_ZONES
    )
    return chosen >= max(_CHOSEN_WORDS, _CHOSEN_SHARE * left)


def lay(seen: Seen) -> Laid:
    """Choose which blocks of a page are text of its articles."""
    odds = weigh_blocks(seen.lines, seen.homes, seen.kept, seen.title)
    held = [odd > 0 for odd in odds]
    doubted = _doubt_zones([line.block for line in seen.lines], held, seen.homes)
    lines = [
        _settle(line, held=is_held, doubted=in_doubt)
        for line, is_held, in_doubt in zip(seen.lines, held, doubted, strict=True)
    ]
    return Laid(lines, seen.homes, odds, seen.title)


def _settle(line: Line, *, held: bool, doubted: bool) -> Line:
    """Return a line whose block knows whether it is main text, and is looked at without a zone."""
    block = line.block._replace(held=held)
    if doubted:
        block = block._replace(zone="")
        # Only what is all link may look otherwise without its zone.
        if block.link_share > _ALL_LINK:
            return look_at(block)
    return Line(block, line.look, line.words, line.terminal, line.folded)


_ZONE_TOO_LARGE = 0.4
_ZONE_HELD = 0.5
_STANDFIRST_LETTERS = 400


def _doubt_zones(blocks: list[Block], held: list[bool], homes: list[Home]) -> list[bool]:
    """Tell of each block whether its zone is doubted.

    A zone that holds much of the page's own text, or mostly main text, has a misleading name.
    """
    letters: dict[int, int] = {}
    kept: dict[int, int] = {}
    for block, is_held, home in zip(blocks, held, homes, strict=True):
        own = round(len(block.text) * (1 - block.link_share))
        letters[home.zone] = letters.get(home.zone, 0) + own
        if is_held:
            kept[home.zone] = kept.get(home.zone, 0) + own
    whole = sum(letters.values())
    doubted = {
        owner
        for owner, size in letters.items()
        if owner and (size > _ZONE_TOO_LARGE * whole or kept.get(owner, 0) > _ZONE_HELD * size)
    }
    return [
        home.zone in doubted and not _keeps_zone(block)
        for block, home in zip(blocks, homes, strict=True)
    ]


def _keeps_zone(block: Block) -> bool:
    return block.tag == "figcaption" or (
        block.zone == "standfirst" and len(block.text) <= _STANDFIRST_LETTERS
    )
