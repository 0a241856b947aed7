"""Find words of a list in a sentence quickly: one pattern that branches letter by letter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

_Tree = dict[str, Any]
_END = ""


def match_words(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for whole words or phrases of a list, the longest where several fit.

    >>> match_words(["about", "at once", "at"]).findall("at once he sat, about noon")
    ['at once', 'about']
    """
    tree: _Tree = {}
    for word in sorted(words):
        node = tree
        for letter in word:
            node = node.setdefault(letter, {})
        node[_END] = {}
    return re.compile(r"(?<![\w'-])" + _write(tree) + r"(?![\w'-])")


def _write(tree: _Tree) -> str:
    branches = [re.escape(letter) + _write(below) for letter, below in tree.items() if letter]
    if not branches:
        return ""
    written = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    return f"(?:{written})?" if _END in tree else written
