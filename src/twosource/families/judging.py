"""The judge of pairs: all that speaks for a common text, weighed together.

What two texts share word for word, how rare those words are, what they tell in one order in other
words, their headlines: each is a number, a small logistic regression adds them up, and the weights
ship as data. No single number decides, since a notice can be a short text's larger part, and two
reporters can write down one sentence.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import exp
from operator import mul
from typing import NamedTuple

from twosource import weights
from twosource.families.collation import Collation
from twosource.families.retelling import Retelling
from twosource.families.witness import Witness

TABLE = "derivations.json"
_ENOUGH_WORDS = 32.0
"""Own words in common, common words counted for less, to which more of them add nothing."""
_ENOUGH_SURPRISE = 20.0
"""How far beyond chance an order of things is to which more adds nothing."""


class Evidence(NamedTuple):
    """What speaks for a common text, each number larger where it speaks more.

    ``share``: of the shorter text's own words in passages, ``mutual`` of the other's; ``words``:
    how many these are, each counted by how rare it is in the news, up to enough; ``order``: how far
    beyond chance what is told in other words comes in one order; ``headline``: the share of common
    words in the headlines.
    """

    share: float
    mutual: float
    words: float
    order: float
    headline: float


class _Weights(NamedTuple):
    weights: tuple[float, ...]
    intercept: float
    threshold: float


@cache
def _load() -> _Weights:
    held = weights.load_json(TABLE)
    return _Weights(
        tuple(held["weights"][name] for name in Evidence._fields),
        held["intercept"],
        held["threshold"],
    )


def weigh(evidence: Evidence) -> float:
    """Return the chance that two texts share a text, as the judge reckons it."""
    held = _load()
    return 1 / (1 + exp(-(sum(map(mul, held.weights, evidence)) + held.intercept)))


def read_threshold() -> float:
    """Return the chance from which two texts are held to share a text."""
    return _load().threshold


def read_evidence(collation: Collation, told: Retelling) -> Evidence:
    """Return what speaks for a common text of two witnesses."""
    return Evidence(
        share=collation.shorter_share,
        mutual=collation.mutual_share,
        words=min(1.0, collation.rare_words / _ENOUGH_WORDS),
        order=min(_ENOUGH_SURPRISE, max(0.0, told.surprise)) / _ENOUGH_SURPRISE,
        headline=_compare_headlines(collation.left, collation.right),
    )


def _compare_headlines(one: Witness, other: Witness) -> float:
    """Return the share of common words in two headlines; 0 where one has none."""
    here, there = (_read_headline(witness.article.headline or "") for witness in (one, other))
    return len(here & there) / len(here | there) if here and there else 0.0


@lru_cache(maxsize=1 << 10)
def _read_headline(headline: str) -> frozenset[str]:
    return frozenset(headline.casefold().split())
