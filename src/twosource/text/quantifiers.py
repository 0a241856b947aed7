"""Small words that change what is said: how much of a whole is meant, and whether it is denied."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

SCOPES: Final[Mapping[str, str]] = {
    "some": "some",
    "several": "some",
    "few": "some",
    "many": "some",
    "part": "some",
    "most": "most",
    "all": "all",
    "every": "all",
    "entire": "all",
    "each": "all",
}
"""Folded word → how much of a whole it means."""
NEGATIONS: Final = frozenset("not never no nor neither none cannot".split())


def is_negation(folded: str) -> bool:
    """Tell whether a folded word denies what stands with it.

    >>> is_negation("wasn't"), is_negation("was")
    (True, False)
    """
    return folded in NEGATIONS or folded.endswith("n't")
