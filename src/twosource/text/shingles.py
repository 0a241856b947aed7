"""The wording of a text as numbers: word digests with their places, shingles, fingerprints.

A shingle is a run of five words. Fingerprints are the shingles that winnowing keeps (Schleimer,
Wilkerson and Aiken, SIGMOD 2003): any run of at least eight words that two texts share leaves at
least one fingerprint common to both. All digests are the same on every machine.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from twosource.text.house_style import house_words
from twosource.text.quotations import quotations
from twosource.text.words import words

SHINGLE_WORDS = 5
"""Five words: independent texts about one event share under one such run in a hundred."""
WINNOWING_WINDOW = 4
"""Of four neighbouring shingles one is kept, so every shared run of eight words is noticed."""

Keys: TypeAlias = NDArray[np.uint64]
Places: TypeAlias = NDArray[np.int64]

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


class Wording(NamedTuple):
    """The words of a text in order: arrays of one length, one element a word.

    ``keys`` are digests of house forms (two house styles of one word are equal), ``exact`` are
    digests of the words as printed, ``starts`` and ``ends`` their places (code points, half open),
    ``quoted`` tells the words inside quotations.
    """

    keys: Keys
    exact: Keys
    starts: Places
    ends: Places
    quoted: NDArray[np.bool_]


@lru_cache(maxsize=400_000)
def word_key(folded: str) -> int:
    """Return the 64-bit digest of a folded word."""
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "little")


def read_wording(text: str, stretches: Iterable[tuple[int, int]]) -> Wording:
    """Return the wording of the given stretches of a text, in their order."""
    keys: list[int] = []
    exact: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    quoted: list[bool] = []
    for first, last in stretches:
        inside = quotations(text, first, last)
        at = 0
        for word in house_words(words(text, first, last)):
            while at < len(inside) and inside[at].end <= word.start:
                at += 1
            keys.append(word_key(word.folded))
            exact.append(word_key(text[word.start : word.end].replace("\u2019", "'").casefold()))
            starts.append(word.start)
            ends.append(word.end)
            quoted.append(at < len(inside) and inside[at].start <= word.start)
    return Wording(
        np.array(keys, dtype=np.uint64),
        np.array(exact, dtype=np.uint64),
        np.array(starts, dtype=np.int64),
        np.array(ends, dtype=np.int64),
        np.array(quoted, dtype=np.bool_),
    )


def shingles(keys: Keys, size: int = SHINGLE_WORDS) -> Keys:
    """Return the digest of every run of ``size`` words: ``len(keys) - size + 1`` numbers."""
    if len(keys) < size:
        return np.zeros(0, dtype=np.uint64)
    count = len(keys) - size + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        # An order-keeping mix (multiply, fold the high bits down), so "a b" is not "b a".
        mixed = (mixed ^ keys[place : place + count]) * _MULTIPLIER
        mixed ^= mixed >> _SHIFT
    return mixed


def winnow(digests: Keys, window: int = WINNOWING_WINDOW) -> Places:
    """Return the places of the digests that winnowing keeps, ascending."""
    if not len(digests):
        return np.zeros(0, dtype=np.int64)
    if len(digests) <= window:
        return np.array([int(digests.argmin())], dtype=np.int64)
    least = sliding_window_view(digests, window).argmin(axis=1)
    return np.unique(least + np.arange(len(least)))
