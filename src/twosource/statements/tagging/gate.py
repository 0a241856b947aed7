"""Which paragraphs can hold an attribution at all; only those are worth the tagger's time.

A paragraph passes by its words: each has a learned weight, the same however often it stands there.
Words in quotation marks always pass. Learned by ``training/attribution/gate.py``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from twosource.weights import load_json

QUOTES = re.compile("[\"“”„«»]|``|''|(?<![^\\s(])[‘'](?=\\w)")
WORD = re.compile(r"[a-z]+")


class Gate(NamedTuple):
    """The learned weights of words, and the sum and the weightiest word that a passage needs."""

    weights: dict[str, float]
    least: float
    strongest: float

    def passes(self, paragraph: str) -> bool:
        """Tell whether someone may be quoted, directly or not, in a paragraph."""
        if QUOTES.search(paragraph):
            return True
        weigh = self.weights.get
        found = [weigh(word, 0.0) for word in set(WORD.findall(paragraph.lower()))]
        return max(found, default=0.0) >= self.strongest and sum(found) >= self.least


@cache
def load_gate() -> Gate:
    """Return the shipped gate."""
    table = load_json("attribution/gate.json")
    return Gate(**table)
