"""Where words stand in an article, when white space is not to be counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

Range = tuple[int, int]


def find_all(text: str, words: str) -> list[Range]:
    """Return every place of ``words`` in ``text``; any white space matches any other."""
    pieces = [re.escape(piece) for piece in words.split()]
    if not pieces:
        return []
    return [match.span() for match in re.finditer(r"\s+".join(pieces), text)]


def overlap(left: Range, right: Range) -> bool:
    """Tell whether two ranges share a character."""
    return left[0] < right[1] and right[0] < left[1]


def spans_of(statement: Mapping[str, Any]) -> list[Range]:
    """Return where the source, the cue and the content of a statement stand."""
    spans = [statement["source"], statement["cue"], *statement["content"]]
    return [(span["start"], span["end"]) for span in spans if span]


def touch(spans: Iterable[Range], ranges: Iterable[Range]) -> bool:
    """Tell whether any of the one overlaps any of the other."""
    held = list(ranges)
    return any(overlap(span, other) for span in spans for other in held)


def share_of_words(wanted: str, got: str) -> float:
    """Return the F1 of the words of two texts, as bags."""
    left, right = Counter(wanted.split()), Counter(got.split())
    common = sum((left & right).values())
    total = sum(left.values()) + sum(right.values())
    return 2 * common / total if total else 0.0
