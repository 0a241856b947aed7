"""What an article is about, as weighted features, and how alike two of them are.

Features are pairs of neighbouring word stems, numbers, and matter (stems of words that are not
capitalised), weighted by how rare they are in a shipped background of news, so that the answer
does not depend on what else is in the pile. Names alone are no feature on purpose: the same
spokesman and the same two countries stand in many stories.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource import weights
from twosource.text.house_style import house_words
from twosource.text.shingles import word_key
from twosource.text.words import stem, words

_WORDS_READ = 1_500
"""Later words of a very long text say little about its event and cost time."""
_LONGEST_WORD = 20
_MASK = (1 << 32) - 1
_STOP_WORDS = """
a about after again all also am an and any are as at be because been before being but by can
could did do does doing down during each few for from further had has have having he her here
hers him his how i if in into is it its just may me might more most must my no nor not now of
off on once only or other our out over own said same say says she should so some such than that
the their them then there these they this those through to told too under until up very was we
were what when where which while who whom why will with would you your mr mrs ms dr s t re ve
monday tuesday wednesday thursday friday saturday sunday year years day days week weeks month
months today yesterday tomorrow time new one two first last"""
_STOPS = frozenset(_STOP_WORDS.split())
_CAPITALISED = re.compile(r"[A-Z\u00c0-\u00de]")


class Vector(NamedTuple):
    """Sparse weights of one sort of features, of length one: ``keys`` ascending, no key twice."""

    keys: NDArray[np.uint64]
    weights: NDArray[np.float64]


class Aspects(NamedTuple):
    """An article's features by sort: pairs of stems, numbers, and matter."""

    pairs: Vector
    numbers: Vector
    matter: Vector


class Likeness(NamedTuple):
    """Cosines of two articles, one for each sort of features: between 0 and 1."""

    pairs: float
    numbers: float
    matter: float


@cache
def _background() -> tuple[NDArray[np.uint32], NDArray[np.float64], float]:
    """Return background keys (ascending), their rarities, and the rarity of what is not listed."""
    held = weights.load_arrays("frequencies.npz")
    texts = float(held["texts"])
    rarity = np.log((texts + 1.0) / (held["counts"].astype(np.float64) + 1.0))
    return held["keys"], rarity, float(np.log((texts + 1.0) / 2.0))


def rarities(keys: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Return the logarithm of how rare each feature is among background texts."""
    known, rarity, unknown = _background()
    short = (keys & np.uint64(_MASK)).astype(np.uint32)
    at = np.searchsorted(known, short)
    at[at == len(known)] = 0
    return np.where(known[at] == short, rarity[at], unknown)


class Tokens(NamedTuple):
    """Feature digests of a text in the order of its words, by sort."""

    pairs: list[int]
    numbers: list[int]
    matter: list[int]


class Feature(NamedTuple):
    """A feature where it stands: its sort, its digest, and its place in the text (half open)."""

    sort: Literal["pairs", "numbers", "matter"]
    key: int
    start: int
    end: int


def read_features(text: str, stretches: tuple[tuple[int, int], ...]) -> Iterator[Feature]:
    """Yield the features of the given stretches of a text in the order of its words."""
    left = _WORDS_READ
    for first, last in stretches:
        if left <= 0:
            break
        spelled = words(text, first, min(last, first + _LONGEST_WORD * left))[:left]
        left -= len(spelled)
        before = ""
        begun = first
        for word in house_words(spelled):
            folded = word.folded.removesuffix("'s")
            if folded[:1].isdigit():
                yield Feature("numbers", word_key("#" + folded), word.start, word.end)
                before, begun = folded, word.start
                continue
            if folded in _STOPS or len(folded) == 1:
                before = ""
                continue
            bare = stem(folded)
            if not _CAPITALISED.match(text, word.start):
                yield Feature("matter", word_key(bare), word.start, word.end)
            if before:
                yield Feature("pairs", word_key(before + " " + bare), begun, word.end)
            before, begun = bare, word.start


def read_tokens(text: str, stretches: tuple[tuple[int, int], ...]) -> Tokens:
    """Return the features of the given stretches of a text, repeated as often as they stand."""
    found = Tokens([], [], [])
    for feature in read_features(text, stretches):
        getattr(found, feature.sort).append(feature.key)
    return found


def read_aspects(text: str, stretches: tuple[tuple[int, int], ...]) -> Aspects:
    """Return the weighted features of a text's given stretches."""
    found = read_tokens(text, stretches)
    return Aspects(*(_weigh(sort) for sort in found))


def _weigh(keys: list[int]) -> Vector:
    """Return features with weights of length one: rarity by one plus the logarithm of the count."""
    distinct, counts = np.unique(np.array(keys, dtype=np.uint64), return_counts=True)
    raw = (1.0 + np.log(counts)) * rarities(distinct) if len(distinct) else np.zeros(0)
    length = float(np.sqrt((raw**2).sum()))
    return Vector(distinct, raw / length if length else raw)


def compare(one: Aspects, other: Aspects) -> Likeness:
    """Return how alike two articles are; their order does not matter."""
    return Likeness(*(_cosine(a, b) for a, b in zip(one, other, strict=True)))


def _cosine(one: Vector, other: Vector) -> float:
    _, here, there = np.intersect1d(one.keys, other.keys, assume_unique=True, return_indices=True)
    return float((one.weights[here] * other.weights[there]).sum())


def rank_shared(one: Aspects, other: Aspects) -> list[tuple[str, int]]:
    """Return the features that two articles share, by sort and digest, rarest first.

    Neighbouring words and numbers come before single words.
    """
    ranked: list[tuple[bool, float, str, int]] = []
    for sort, a, b in zip(Aspects._fields, one, other, strict=True):
        keys = np.intersect1d(a.keys, b.keys, assume_unique=True)
        ranked.extend(
            (sort == "matter", -round(rarity, 6), sort, key)
            for key, rarity in zip(keys.tolist(), rarities(keys).tolist(), strict=True)
        )
    return [(sort, key) for _, _, sort, key in sorted(ranked)]
