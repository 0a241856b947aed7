"""The main text of a web page as trafilatura finds it, without the work that cannot change it.

The steps are those of its version 2.3.1 in its fast way, without comments (``trafilatura.core``,
Barbaresi 2021), and the same text comes out. But what it leaves out whatever a page says is taken
away first; what it looks for by slow patterns is looked for only where a page has such names at
all; and whether it found too little of a page is first asked of the letters that there are.
"""

from __future__ import annotations

from contextlib import suppress
from copy import copy
from typing import Any, Final

from lxml import etree, html
from trafilatura.baseline import baseline, html2txt
from trafilatura.core import (
    ESCALATION_ACCEPT_RATIO,
    ESCALATION_MAX_LENGTH,
    ESCALATION_PAGE_SHARE,
)
from trafilatura.htmlprocessing import convert_tags, prune_unwanted_nodes, tree_cleaning
from trafilatura.main_extractor import extract_content
from trafilatura.settings import Extractor
from trafilatura.xml import xmltotxt
from trafilatura.xpaths import RAW_TREE_PRUNE_XPATH, REMOVE_COMMENTS_AND_LISTS_XPATH

FAULTS: Final = (
    ValueError, TypeError, AttributeError, LookupError, RecursionError, etree.LxmlError,
    AssertionError,
)  # fmt: skip
"""What trafilatura may throw at a strange page."""
_LEFT_OUT: Final = ("script", "style", "svg", "aside", "footer")
_BALANCED: Final = Extractor(output_format="python", fast=True, comments=False)
_GENEROUS: Final = Extractor(output_format="python", fast=True, comments=False, recall=True)
_NAMED: Final = ("div", "section", "aside", "list", "details", "ol", "ul")
_PRUNED: Final = (
    (RAW_TREE_PRUNE_XPATH, ("mvp-post-add", "infinite", "elementor-share-buttons")),
    (REMOVE_COMMENTS_AND_LISTS_XPATH, ("omment", "comol", "disqus_thread", "dsq-comments")),
)
"""What is taken out of a page, and what the name of every such element holds."""


def extract_main_text(tree: html.HtmlElement) -> str:
    """Return the main text of a page, "" for none; its tree is used up.

    Raises one of ``FAULTS`` where trafilatura falls over.
    """
    etree.strip_elements(tree, *_LEFT_OUT, with_tail=False)
    names = _names_in(tree)
    for expressions, signs in _PRUNED:
        if any(map(names.__contains__, signs)):
            prune_unwanted_nodes(tree, expressions)
    body, text = _extract(tree, _BALANCED)
    if len(text) < _BALANCED.min_extracted_size:
        everything, whole, size = baseline(tree)
        if size > len(text):
            body, text = everything, whole
    if _finds_little(text, tree):
        with suppress(*FAULTS):
            further, more = _extract(tree, _GENEROUS)
            enough = len(more) >= _GENEROUS.min_extracted_size
            if enough and len(more) > ESCALATION_ACCEPT_RATIO * len(text):
                body, text = further, more
    return xmltotxt(body, _BALANCED.formatting) if len(text) >= _BALANCED.min_output_size else ""


def _names_in(tree: html.HtmlElement) -> str:
    """Return the names that a page gives its larger elements, one after the other."""
    return " ".join(f"{element.get('class')} {element.get('id')}" for element in tree.iter(*_NAMED))


def _extract(tree: html.HtmlElement, options: Extractor) -> tuple[Any, str]:
    cleaned = tree_cleaning(copy(tree), options)
    body, text = extract_content(convert_tags(cleaned, options, None), options)
    return body, str(text)


def _finds_little(text: str, tree: html.HtmlElement) -> bool:
    """Tell whether a text is short and little of its page, whose letters are counted cheaply first.

    No text of the page has more letters than all its pieces, set apart by spaces.
    """
    if not 0 < len(text) < ESCALATION_MAX_LENGTH:
        return False
    most = len(" ".join(" ".join(tree.itertext()).split()))
    if len(text) >= ESCALATION_PAGE_SHARE * most:
        return False
    return bool(len(text) < ESCALATION_PAGE_SHARE * len(html2txt(tree)))
