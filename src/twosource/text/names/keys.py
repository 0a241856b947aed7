"""What a name compares by, whatever the house's habits: spaces, articles, accents, possessives."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from twosource.text.words import first_word, folded_words

LONGEST_NAME = 200
_NO_LETTERS = {0x00AD: None, 0xFEFF: None}
"""The soft hyphen and the byte order mark: leavings of typesetting, and no part of a name."""
_POSSESSIVES = ("'s", "\u2019s")
_ARTICLES = frozenset({"the", "a", "an"})
_KEYS_KEPT = 20_000
"""One name is compared with tables many times, and menus say the same names on every page."""


def key_of(name: str) -> str:
    """Return what a name compares by: folded words without a leading article.

    >>> key_of("The New York Times") == key_of("New York  Times")
    True
    """
    return _key_of(name[:LONGEST_NAME])


@lru_cache(maxsize=_KEYS_KEPT)
def _key_of(name: str) -> str:
    folded = [word.removesuffix("'s") for word in folded_words(name)]
    if len(folded) > 1 and folded[0] in _ARTICLES:
        folded = folded[1:]
    return " ".join(folded)


def opens_with(name: str, openings: Container[str]) -> bool:
    """Tell whether a name's key may begin with one of some words, at the cost of its first word.

    >>> opens_with("Norda's Press", {"norda"}), opens_with("The Press", {"norda"})
    (True, True)
    """
    first = first_word(name).removesuffix("'s")
    return first in openings or first in _ARTICLES


def fold_spaces(name: str) -> str:
    """Return a name on one line, without a possessive at its end and marks of where it may break.

    >>> fold_spaces("Ada  Cor\u00advin's")
    'Ada Corvin'
    """
    shown = " ".join(name.translate(_NO_LETTERS).split())
    while shown.endswith(_POSSESSIVES) and (bare := shown[:-2].rstrip()):
        shown = bare
    return shown
