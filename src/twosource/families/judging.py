"""The judge of pairs: all that speaks for a common text, weighed together.

What two texts share word for word, how rare those words are, what they tell in one order in other
words, their headlines: each is a number, a small logistic regression adds them up, and the weights
ship as data. No single number decides, since a notice can be a short text's larger part, and two
reporters can write down one sentence.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource import weights
from twosource.families.collation import Collation
from twosource.families.rarity import read_rarity
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
    weights: NDArray[np.float64]
    intercept: float
    threshold: float


@cache
def _load() -> _Weights:
    held = weights.load_json(TABLE)
    return _Weights(
        np.array([held["weights"][name] for name in Evidence._fields]),
        held["intercept"],
        held["threshold"],
    )


def weigh(evidence: Evidence) -> float:
    """Return the chance that two texts share a text, as the judge reckons it."""
    held = _load()
    return float(1 / (1 + np.exp(-(held.weights @ np.array(evidence) + held.intercept))))


def read_threshold() -> float:
    """Return the chance from which two texts are held to share a text."""
    return _load().threshold


def is_derived(evidence: Evidence) -> bool:
    """Tell whether the evidence is enough."""
    return weigh(evidence) >= read_threshold()


def read_evidence(collation: Collation, told: Retelling) -> Evidence:
    """Return what speaks for a common text of two witnesses."""
    return Evidence(
        share=collation.shorter_share,
        mutual=collation.mutual_share,
        words=min(1.0, _weigh_words(collation) / _ENOUGH_WORDS),
        order=min(_ENOUGH_SURPRISE, max(0.0, told.surprise)) / _ENOUGH_SURPRISE,
        headline=_compare_headlines(collation.left, collation.right),
    )


def _weigh_words(collation: Collation) -> float:
    """Return the weight of the own words in passages, the mean of both sides."""
    weighed = [
        read_rarity(witness.wording.keys[covered & ~witness.wording.quoted]).sum()
        for witness, covered in (
            (collation.left, collation.left_covered),
            (collation.right, collation.right_covered),
        )
    ]
    return float(np.mean(weighed))


def _compare_headlines(one: Witness, other: Witness) -> float:
    """Return the share of common words in two headlines; 0 where one has none."""
    here, there = (
        frozenset((witness.article.headline or "").casefold().split()) for witness in (one, other)
    )
    return len(here & there) / len(here | there) if here and there else 0.0
