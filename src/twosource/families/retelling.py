"""Retelling: two texts that tell the same things in the same order, whatever the words between.

Who rewrites a text goes through it from top to bottom, so the names, figures and telling words that
stand once in either text come in one order. Reporters who write about one event on their own use
many of the same words, and each puts them in an order of their own.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.families.collation import Collation
from twosource.families.rarity import read_rarity
from twosource.families.witness import Witness
from twosource.records import Passage
from twosource.text.shingles import Keys, Places

RARE = 0.55
"""How rare a word must be in the news to be an anchor: one text in seventy has it, or fewer."""
LARGEST_STEP = 1
"""Sentences between two that answer each other, on either side, that belong to one passage."""
_HALF = 32


class Anchors(NamedTuple):
    """The rare words that stand exactly once outside quotations: keys ascending, and places."""

    keys: Keys
    places: Places


class Retelling(NamedTuple):
    """What two witnesses tell alike, passages that both print word for word left aside.

    ``shared`` is the number of anchors that both have; ``left`` and ``right`` are the places of
    those that come in one order, counted by sentence.
    """

    shared: int
    left: Places
    right: Places

    @property
    def surprise(self) -> float:
        """How much longer the chain is than that of words in a random order, in deviations.

        The longest chain of ``n`` is about 2√n - 1.77 n^(1/6) long, and varies by n^(1/6) (Baik,
        Deift and Johansson 1999).
        """
        if not self.shared:
            return 0.0
        spread = math.pow(self.shared, 1 / 6)
        return (len(self.left) - 2 * math.sqrt(self.shared)) / spread + 1.77


NOTHING_TOLD = Retelling(0, np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))


def read_anchors(witness: Witness) -> Anchors:
    """Return the anchors of a witness."""
    wording = witness.wording
    rare = np.flatnonzero(wording.tell(_are_rare) & ~wording.quoted)
    keys = wording.keys[rare]
    order = np.argsort(keys, kind="stable")
    keys, places = keys[order], rare[order]
    once = np.ones(len(keys), dtype=np.bool_)
    once[1:] = keys[1:] != keys[:-1]
    once[:-1] &= once[1:]
    return Anchors(keys[once], places[once].astype(np.int32))


def _are_rare(keys: Keys) -> NDArray[np.bool_]:
    return read_rarity(keys) >= RARE


def retell(collation: Collation, anchors: tuple[Anchors, Anchors]) -> Retelling:
    """Return what a collation's witnesses tell in one order outside the passages that they share.

    ``anchors`` are the left and the right witness's.
    """
    left, right = _meet(anchors)
    free = ~(collation.left_covered[left] | collation.right_covered[right])
    left, right = left[free], right[free]
    chain = find_chain(collation.left.sentences[left], collation.right.sentences[right])
    return Retelling(len(left), left[chain], right[chain])


def _meet(anchors: tuple[Anchors, Anchors]) -> tuple[Places, Places]:
    """Return the places of the anchors that two texts have in common, ascending on the left."""
    if not len(anchors[1].keys):
        return anchors[0].places[:0], anchors[1].places
    near = np.searchsorted(anchors[1].keys, anchors[0].keys)
    near[near == len(anchors[1].keys)] = 0
    here = np.flatnonzero(anchors[1].keys[near] == anchors[0].keys)
    left, right = anchors[0].places[here], anchors[1].places[near[here]]
    order = np.argsort(left, kind="stable")
    return left[order], right[order]


def find_chain(left: Places, right: Places) -> Places:
    """Return the elements of a longest chain that falls on neither side.

    ``left`` ascends. Of elements with one number on the left, those with smaller numbers on the
    right come first, so that the sides may be swapped.
    """
    order = np.argsort((left.astype(np.int64) << _HALF) + right, kind="stable")
    values = right[order].tolist()
    ends: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for at, value in enumerate(values):
        length = bisect_right(ends, value)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(value)
            last.append(at)
        else:
            ends[length] = value
            last[length] = at
    chain: list[int] = []
    at = last[-1] if last else -1
    while at >= 0:
        chain.append(at)
        at = before[at]
    found: Places = np.sort(order[np.array(chain[::-1], dtype=np.int64)])
    return found


def align_sentences(
    one: Witness, other: Witness, anchors: tuple[Anchors, Anchors]
) -> tuple[Passage, ...]:
    """Return the sentences that answer each other as passages, in order, none overlapping."""
    left, right = _meet(anchors)
    chain = find_chain(one.sentences[left], other.sentences[right])
    steps = zip(
        one.sentences[left[chain]].tolist(), other.sentences[right[chain]].tolist(), strict=True
    )
    blocks: list[tuple[int, int, int, int]] = []
    for here, there in sorted(steps):
        if blocks:
            first, last, begin, end = blocks[-1]
            touches = here <= last or there <= end
            if touches or max(here - last, there - end) <= LARGEST_STEP + 1:
                blocks[-1] = (first, max(last, here), begin, max(end, there))
                continue
        blocks.append((here, here, there, there))
    return tuple(
        Passage(*_place(one, first, last), *_place(other, begin, end))
        for first, last, begin, end in blocks
    )


def _place(witness: Witness, first: int, last: int) -> tuple[int, int]:
    """Return where sentences ``first`` to ``last`` of a witness begin and end."""
    start = int(np.searchsorted(witness.sentences, first))
    end = int(np.searchsorted(witness.sentences, last, side="right"))
    return int(witness.wording.starts[start]), int(witness.wording.ends[end - 1])
