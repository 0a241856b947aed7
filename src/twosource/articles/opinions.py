"""What trafilatura takes for the article on a web page: the opinion that ours starts from.

It sees no scripts: the JSON in them is a hint that we read ourselves, bounded (metadata.py), and a
trap for readers that mend it. Its fast way is enough: what its comparison with readability and
justext adds, costs half as much again and is learned from the blocks.
"""

from __future__ import annotations

from lxml import html

from twosource.articles.blocks import Block
from twosource.articles.cascade import FAULTS, extract_main_text

_BULLETS = "-•# "
_TELLING_LENGTH = 25
"""From so many letters on, a block found inside the main text is held by it."""
_SEARCH_WORK = 200_000_000
"""Letters compared at most when looking for blocks inside the main text."""


def ask_trafilatura(tree: html.HtmlElement) -> tuple[str, tuple[str, ...]]:
    """Return the main text that trafilatura finds, "" for none, and a flag when it fell over.

    The tree is used up; the blocks of a page at which it falls over are still read.
    """
    try:
        return extract_main_text(tree), ()
    except FAULTS:
        return "", ("main-text-unread",)


def find_held(blocks: list[Block], main: str) -> list[bool]:
    """Tell of each block whether a reader's main text holds it."""
    if not main:
        return [False] * len(blocks)
    lines = {_squeeze(line.lstrip(_BULLETS)) for line in main.split("\n")}
    lines.discard("")
    whole = _squeeze(main)
    affordable = len(whole) * len(blocks) < _SEARCH_WORK
    return [
        text in lines or (affordable and len(text) >= _TELLING_LENGTH and text in whole)
        for text in (_squeeze(block.text) for block in blocks)
    ]


def _squeeze(text: str) -> str:
    """Return a text without white space and cell borders, as texts of two readers compare."""
    return "".join(text.replace("|", " ").split())
