"""Web pages as the plain text that people have of them: copied, dumped, or stripped of their tags.

The figures of a flattened page are all measured in one way, :data:`SCORED`: every block element,
table cell and line break ends a line, inline elements do not, scripts, styles and the head are
left out, what a style sheet hides is kept, white space is folded, and no line is blank. The other
ways are for training, so that a page is read alike however it came to be text.
"""

from __future__ import annotations

import random
import textwrap
from typing import Final, NamedTuple

import trafilatura
from lxml import html

INLINE: Final = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark meter nobr q "
    "rp rt ruby s samp small span strike strong sub sup time tt u var wbr button".split()
)
_SILENT: Final = frozenset(
    "script style noscript template svg math head title meta link iframe object embed applet "
    "canvas audio video map area select option textarea datalist img input".split()
)
_DUMP_WIDTH: Final = 79
_DEEPEST: Final = 250


class Way(NamedTuple):
    """How a page becomes text: blank lines between blocks, inline borders, bullets, wrapping."""

    blank: float = 0.0
    split_inline: bool = False
    bullets: bool = False
    wrapped: bool = False


SCORED: Final = Way()
WAYS: Final = {
    "scored": SCORED,
    "copied": Way(blank=1.0),
    "stripped": Way(split_inline=True),
    "dumped": Way(blank=0.6, bullets=True, wrapped=True),
    "pasted": Way(blank=0.3, bullets=True),
}


class _Row(NamedTuple):
    text: str
    item: bool
    tag: str


def flatten(markup: str, way: Way = SCORED, seed: int = 0) -> str:
    """Return a web page as lines of text; one way, page and seed give the same lines."""
    tree = trafilatura.load_html(markup)
    if tree is None:
        return ""
    rows: list[_Row] = []
    _gather(tree, rows, way)
    chance = random.Random(seed)  # noqa: S311 - blank lines for training, no secret
    lines: list[str] = []
    for row in rows:
        text = f"{chance.choice('*•-')} {row.text}" if row.item and way.bullets else row.text
        if lines and chance.random() < way.blank and not (row.item and way.bullets):
            lines.append("")
        if way.wrapped:
            indent = "   " if row.item else ""
            lines += textwrap.wrap(
                text, _DUMP_WIDTH, initial_indent=indent, subsequent_indent=indent
            )
        else:
            lines.append(text)
    return "\n".join(lines)


def _gather(tree: html.HtmlElement, rows: list[_Row], way: Way) -> None:
    open_words: list[str] = []

    def close(*, item: bool, tag: str) -> None:
        text = " ".join("".join(open_words).split())
        open_words.clear()
        if text:
            rows.append(_Row(text, item, tag))

    def walk(node: html.HtmlElement, depth: int, *, item: bool, tag: str) -> None:
        name = node.tag
        if not isinstance(name, str) or name in _SILENT:
            return
        if name == "br":
            close(item=item, tag=tag)
            return
        block = (name not in INLINE or way.split_inline) and depth < _DEEPEST
        inner_item = name == "li" or (item and name in INLINE)
        if block:
            close(item=item, tag=tag)
            tag_inside = name
        else:
            tag_inside = tag
        open_words.append(node.text or "")
        for child in node:
            walk(child, depth + 1, item=inner_item, tag=tag_inside)
            open_words.append(child.tail or "")
        if block:
            close(item=inner_item, tag=tag_inside)

    walk(tree, 0, item=False, tag="")
    close(item=False, tag="")
