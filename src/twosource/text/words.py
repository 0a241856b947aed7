"""Words of a text with their places, folded so that house styles compare alike."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

import snowballstemmer

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*|[^\W_]+")
_CACHED_WORDS = 200_000
_STEMMER = snowballstemmer.stemmer("english")


class Word(NamedTuple):
    """A word as it compares (``folded``) and where it stands (code points, half open)."""

    folded: str
    start: int
    end: int


@lru_cache(maxsize=_CACHED_WORDS)
def fold(text: str) -> str:
    """Fold case, accents, full stops in abbreviations, thousands commas and curly apostrophes.

    >>> fold("U.S."), fold("Türkiye’s"), fold("10,000")
    ('us', "turkiye's", '10000')
    """
    letters = text.casefold()
    if not text.isascii():
        plain = unicodedata.normalize("NFKD", text.replace("\u2019", "'"))
        letters = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    if letters[:1].isdigit():
        return letters.replace(",", "")
    return letters.replace(".", "")


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words between ``start`` and ``end``; hyphens part words, apostrophes do not.

    >>> words("The U.S. left.")[1]
    Word(folded='us', start=4, end=8)
    """
    stop = len(text) if end is None else end
    return [Word(fold(m.group()), m.start(), m.end()) for m in _WORD.finditer(text, start, stop)]


def folded_words(text: str) -> list[str]:
    """Return the words of a text as they compare, without their places.

    >>> folded_words("The U.S. left.")
    ['the', 'us', 'left']
    """
    return [fold(word) for word in _WORD.findall(text)]


def first_word(text: str) -> str:
    """Return the first word of a text as it compares, "" where it has none."""
    found = _WORD.search(text)
    return fold(found.group()) if found is not None else ""


@lru_cache(maxsize=_CACHED_WORDS)
def stem(folded: str) -> str:
    """Return the stem of a folded word (Porter's second English stemmer), possessives dropped.

    >>> stem("soldiers"), stem("ukraine's")
    ('soldier', 'ukrain')
    """
    bare = folded.removesuffix("'s").removesuffix("'")
    return str(_STEMMER.stemWord(bare))
