"""Which sentences of one article tell what which sentences of the other tell.

First by what both print word for word, wherever it stands; then, for sentences that are left, by
their telling words. A sentence may be told again in several that follow one another.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np
from rapidfuzz.distance import LCSseq

from twosource.families.comparison.body import Body
from twosource.text.alignment import align
from twosource.text.words import stem

ENOUGH_PRINTED = 0.5
"""The share of the shorter sentence's words, in runs that both print, which shows it told again."""
ENOUGH_TOLD = 0.5
"""The share of both sentences' words, in one order, that shows a sentence told again in others."""
FEWEST_TELLING = 3
"""Telling words that two reworded sentences have in common at least."""
_MOST_TOGETHER = 4
"""Sentences on one side that are compared as one."""
_LOOKED_UP = 6
"""So many of a sentence's rarest words are looked for in the other text."""
_COMMON_WORD = 40
"""A word in more sentences than this is looked for no further."""
_TRIED = 8
"""So many likeliest sentences are compared word for word."""


class Pair(NamedTuple):
    """Sentences of the left text, ``first`` to ``last`` both within, told again on the right."""

    left: tuple[int, int]
    right: tuple[int, int]


def match_sentences(left: Body, right: Body) -> list[Pair]:
    """Return the sentences that are told in both texts, by their place on the left."""
    together = _Together(left, right)
    for (one, other), shared in sorted(
        _count_printed(left, right).items(), key=lambda item: (-item[1], item[0])
    ):
        together.join(one, other, shared)
    _match_told(left, right, together)
    return together.pairs()


def _count_printed(left: Body, right: Body) -> Counter[tuple[int, int]]:
    """Count for pairs of sentences the words that both print in runs, each word once."""
    number = {word: at for at, word in enumerate({w.folded: 0 for w in left.words + right.words})}
    ours, theirs = (
        np.array([number[word.folded] for word in body.words], dtype=np.uint64)
        for body in (left, right)
    )
    runs = [run for chain in align(ours, theirs) for run in chain]
    taken = bytearray(len(right.words))
    used = bytearray(len(left.words))
    left_of, right_of = _sentence_of(left), _sentence_of(right)
    found: Counter[tuple[int, int]] = Counter()
    for run in sorted(runs, key=lambda run: (-run.length, run.left, run.right)):
        for step in range(run.length):
            one, other = run.left + step, run.right + step
            if not used[one] and not taken[other]:
                used[one] = taken[other] = 1
                found[left_of[one], right_of[other]] += 1
    return found


def _sentence_of(body: Body) -> list[int]:
    return [at for at, (first, stop) in enumerate(body.sentences) for _ in range(first, stop)]


class _Together:
    """The pairs so far; a sentence that stands beside a pair may join it."""

    def __init__(self, left: Body, right: Body) -> None:
        self._lengths = [[stop - first for first, stop in body.sentences] for body in (left, right)]
        self._pair_of: tuple[dict[int, int], dict[int, int]] = ({}, {})
        self._pairs: dict[int, list[tuple[int, int]]] = {}

    def is_free(self, side: int, sentence: int) -> bool:
        """Tell whether a sentence stands in no pair yet."""
        return sentence not in self._pair_of[side]

    def join(self, one: int, other: int, shared: int) -> None:
        """Pair two sentences that share so many words, or let one join the other's pair."""
        lengths = (self._lengths[0][one], self._lengths[1][other])
        free = (self.is_free(0, one), self.is_free(1, other))
        if free == (True, True):
            if shared >= ENOUGH_PRINTED * min(lengths):
                self.start(one, other)
        elif any(free):
            side = free.index(True)
            if shared >= ENOUGH_PRINTED * lengths[side]:
                self._grow(side, (one, other)[side], (one, other)[1 - side])

    def start(self, one: int, other: int) -> None:
        """Pair two sentences."""
        number = len(self._pairs)
        self._pairs[number] = [(one, one), (other, other)]
        self._pair_of[0][one] = self._pair_of[1][other] = number

    def _grow(self, side: int, sentence: int, partner: int) -> None:
        number = self._pair_of[1 - side][partner]
        first, last = self._pairs[number][side]
        if sentence in {first - 1, last + 1} and last - first + 1 < _MOST_TOGETHER:
            self._pairs[number][side] = (min(first, sentence), max(last, sentence))
            self._pair_of[side][sentence] = number

    def pairs(self) -> list[Pair]:
        """Return the pairs by their place on the left."""
        return sorted(Pair(*places) for places in self._pairs.values())


def _match_told(left: Body, right: Body, together: _Together) -> None:
    """Pair sentences that are still free by their telling words, the likeliest first."""
    telling = {
        other: _telling(right, other)
        for other in range(len(right.sentences))
        if together.is_free(1, other)
    }
    places: dict[str, list[int]] = {}
    for other, found in telling.items():
        for word in found:
            places.setdefault(word, []).append(other)
    told = [
        (_likeness(left, right, one, other), one, other)
        for one in range(len(left.sentences))
        if together.is_free(0, one)
        for other in _likeliest(_telling(left, one), telling, places)
    ]
    for likeness, one, other in sorted(told, key=lambda item: (-item[0], item[1], item[2])):
        if likeness >= ENOUGH_TOLD and together.is_free(0, one) and together.is_free(1, other):
            together.start(one, other)


def _telling(body: Body, sentence: int) -> frozenset[str]:
    first, stop = body.sentences[sentence]
    return frozenset(
        stem(body.words[at].folded) for at in range(first, stop) if not body.is_light(at)
    )


def _likeliest(
    ours: frozenset[str], telling: dict[int, frozenset[str]], places: dict[str, list[int]]
) -> Iterator[int]:
    known = sorted((len(places[word]), word) for word in ours if word in places)
    looked_up = [word for often, word in known if often <= _COMMON_WORD][:_LOOKED_UP]
    met = {other for word in looked_up for other in places[word]}
    shared = ((len(ours & telling[other]), other) for other in met)
    enough = sorted((-count, other) for count, other in shared if count >= FEWEST_TELLING)
    return (other for _, other in enough[:_TRIED])


def _likeness(left: Body, right: Body, one: int, other: int) -> float:
    """Return the share of both sentences' words that they have in one order."""
    a, b = ([w.folded for w in body.words[slice(*body.sentences[at])]]
            for body, at in ((left, one), (right, other)))  # fmt: skip
    number = {word: at for at, word in enumerate(dict.fromkeys([*a, *b]))}
    common = LCSseq.similarity([number[w] for w in a], [number[w] for w in b])
    return 2 * common / (len(a) + len(b))


def find_moved(pairs: Iterable[Pair]) -> frozenset[Pair]:
    """Return the fewest pairs without which the others stand in one order in both texts."""
    ordered = sorted(pairs)
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, pair in enumerate(ordered):
        place = bisect_left(tails, pair.right[0])
        before.append(ends[place - 1] if place else -1)
        if place == len(tails):
            tails.append(pair.right[0])
            ends.append(at)
        else:
            tails[place] = pair.right[0]
            ends[place] = at
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = before[at]
    return frozenset(pair for at, pair in enumerate(ordered) if at not in kept)
