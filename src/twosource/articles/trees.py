"""The tree of a web page, as every reader of it here shares it: parsed once, at its cheapest.

Parsed as trafilatura parses a page, whose mending of the first lines is used; but no element's
class is asked of Python (lxml's own parser of HTML does so each time that an element is met).
"""

from __future__ import annotations

from typing import Final

from lxml import etree, html
from trafilatura.utils import repair_faulty_html

_HEAD: Final = 4_096
"""Letters in whose lines a faulty opening is mended."""
_OPENING: Final = 50
_CONTROLS: Final = bytes([*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20)])
_NO_LETTERS: Final = tuple(letter.encode() for letter in "\ufffe\uffff")
"""What XML does not allow in a text, and libxml2 stumbles over."""


def _make_parser() -> etree.HTMLParser:
    parser = html.HTMLParser(
        collect_ids=False, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    classes = etree.ElementDefaultClassLookup(element=html.HtmlElement, entity=html.HtmlEntity)
    parser.set_element_class_lookup(classes)
    return parser


_PARSER: Final = _make_parser()


def read_tree(text: str) -> html.HtmlElement | None:
    """Return the tree of a page; None for one that holds no element."""
    tree = _parse(text)
    if tree is None and text.strip():
        tree = _parse(f"<html><body><div>{text}</div><div></div></body></html>")
    return tree


def _parse(text: str) -> html.HtmlElement | None:
    opening = text[:_OPENING].lower()
    head = text.rfind("\n", 0, _HEAD) + 1 or len(text)
    mended = repair_faulty_html(text[:head], opening) + text[head:]
    data = mended.encode("utf-8", "replace").translate(None, _CONTROLS)
    for letter in _NO_LETTERS:
        data = data.replace(letter, b"")
    try:
        tree = html.fromstring(data, parser=_PARSER)
    except (etree.LxmlError, ValueError, AssertionError):
        return None
    # One element in a text that does not say it is a page is a text that mentions an element.
    return None if "html" not in opening and len(tree) <= 1 else tree
