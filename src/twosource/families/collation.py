"""Two texts side by side: what they share outside quotations, and how it was edited.

Many pairs are collated together, in a few passes over arrays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from twosource.families.rarity import read_rarity
from twosource.families.witness import Witness
from twosource.records import Passage, Span
from twosource.text.alignment import PAIRS_AT_ONCE, Runs, align_pairs, chain_runs
from twosource.text.house_style import DAYS
from twosource.text.shingles import Places, Sheet, word_key

SHORTEST_PASSAGE = 8
"""Words; shorter shared runs are phrases of the language or of the event, not passages."""
_SMALL_WORDS = """a an the of to in on at by for from with as and or but that this these those it
its he she they his her their has have had is are was were be been will would when while who which
there here not also said says say told asked about after before over into than then mr mrs ms dr"""
LIGHT_KEYS = np.array(
    sorted({word_key(word) for word in (*DAYS, *_SMALL_WORDS.split())}), dtype=np.uint64
)
"""Words that desks add and drop without a reading of their own."""

Mask = NDArray[np.bool_]
Numbers = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Collation:
    """What two witnesses share; the ``left`` one has the smaller article id.

    ``…_covered`` marks the words in passages (one element a word), ``…_own`` are how many of these
    are a text's own (outside quotations), ``rare_words`` the mean of both sides where each of them
    counts by how rare it is in the news,
    ``longest_own`` the most own words in one passage, ``quoted_words`` the fewer of both sides'
    quoted ones, ``longest_run`` the longest run of equal words, ``edits`` the share of words in the
    passages that were changed, added or dropped, ``…_private`` the places of words of weight that
    the other lacks inside passages. ``…_places`` are the passages' first and last words
    (exclusive), a row each.
    """

    left: Witness
    right: Witness
    passages: tuple[Passage, ...]
    left_covered: NDArray[np.bool_]
    right_covered: NDArray[np.bool_]
    left_own: int
    right_own: int
    rare_words: float
    longest_own: int
    quoted_words: int
    longest_run: int
    edits: float
    left_private: tuple[Span, ...]
    right_private: tuple[Span, ...]
    left_places: Places
    right_places: Places

    @cached_property
    def sentences(self) -> int:
        """The fewer of both sides' full sentences that passages cover."""
        return min(
            self.left.count_sentences(self.left_covered),
            self.right.count_sentences(self.right_covered),
        )

    @property
    def left_share(self) -> float:
        """The share of the left text's own words that lie in passages."""
        return self.left_own / self.left.own if self.left.own else 0.0

    @property
    def right_share(self) -> float:
        """The share of the right text's own words that lie in passages."""
        return self.right_own / self.right.own if self.right.own else 0.0

    @property
    def own_words(self) -> int:
        """The fewer of both sides' own words in passages."""
        return min(self.left_own, self.right_own)

    @property
    def shorter_share(self) -> float:
        """The share of the text that stands more fully in the other."""
        return max(self.left_share, self.right_share)

    @property
    def mutual_share(self) -> float:
        """The share of the text that stands less fully in the other."""
        return min(self.left_share, self.right_share)

    def share_of(self, article: str) -> float:
        """Return the share of one article's own words that stand in the other."""
        return self.left_share if self.left.article.id == article else self.right_share

    def other_than(self, article: str) -> str:
        """Return the other article's id."""
        left, right = self.left.article.id, self.right.article.id
        return right if article == left else left


def collate(one: Witness, other: Witness) -> Collation:
    """Collate two witnesses; their order does not matter."""
    return next(collate_pairs([(one, other)]))


def collate_pairs(pairs: Iterable[tuple[Witness, Witness]]) -> Iterator[Collation]:
    """Yield the collations of many pairs of witnesses, in their order."""
    waiting = iter(pairs)
    while some := list(islice(waiting, PAIRS_AT_ONCE)):
        yield from _collate_round(
            [(a, b) if a.article.id < b.article.id else (b, a) for a, b in some]
        )


class _Side:
    """The witnesses of one side of some pairs, their words laid end to end."""

    def __init__(self, witnesses: Sequence[Witness]) -> None:
        self.witnesses = witnesses
        wordings = [witness.wording for witness in witnesses]
        self.ends = np.cumsum([wording.size for wording in wordings])
        self.firsts = np.concatenate([np.zeros(1, dtype=np.int64), self.ends[:-1]])
        sheet = Sheet(wordings)
        self.keys, self.exact = sheet.keys, sheet.exact
        self.rarity = sheet.tell(read_rarity)
        self.texts = np.split(self.keys, self.ends[:-1])
        self.own = ~np.concatenate([wording.quoted for wording in wordings])
        self.starts = np.concatenate([wording.starts for wording in wordings])
        self.stops = np.concatenate([wording.ends for wording in wordings])
        self.own_before = _add_up(self.own)

    def furniture(self) -> Mask:
        """Return the words of furniture."""
        nothing = np.zeros(0, dtype=np.bool_)
        masks = [nothing]
        for witness in self.witnesses:
            held = witness.furniture
            masks.append(np.zeros(witness.wording.size, np.bool_) if held is None else held)
        return np.concatenate(masks)

    def cover(self, begins: Numbers, ends: Numbers) -> Mask:
        """Mark the words of some stretches, which may overlap."""
        edges = np.zeros(len(self.keys) + 1, dtype=np.int32)
        np.add.at(edges, begins, 1)
        np.add.at(edges, ends, -1)
        covered: Mask = np.cumsum(edges[:-1]) > 0
        return covered

    def sum_up(self, words: Mask) -> Numbers:
        """Count marked words, text by text."""
        before = _add_up(words)
        found: Numbers = before[self.ends] - before[self.firsts]
        return found

    def weigh(self, words: Mask) -> NDArray[np.float64]:
        """Add up how rare marked words are, each text by itself to the last bit."""
        marked = np.flatnonzero(words)
        text = np.searchsorted(self.ends, marked, side="right")
        sums = np.bincount(text, weights=self.rarity[marked], minlength=len(self.ends))
        return sums.astype(np.float64)

    def of_text(self, words: Mask, number: int) -> Mask:
        """Return the part of an array that is one text's."""
        return words[self.firsts[number] : self.ends[number]]

    def find_private(self, begins: Numbers, ends: Numbers) -> Mask:
        """Tell which of some stretches, none empty, hold a word of weight."""
        if not len(begins):
            return np.zeros(0, dtype=np.bool_)
        keys = self.keys[_spread(begins, ends - begins)]
        near = np.minimum(np.searchsorted(LIGHT_KEYS, keys), len(LIGHT_KEYS) - 1)
        size = ends - begins
        found: Mask = np.logical_or.reduceat(LIGHT_KEYS[near] != keys, np.cumsum(size) - size)
        return found


def _add_up(words: Mask) -> Numbers:
    """Return how many words are marked before each place, and before the end."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(words)])


def _spread(begins: Numbers, size: Numbers) -> Numbers:
    """Return all places of stretches that begin somewhere and have some size."""
    shift: Numbers = np.repeat(begins - (np.cumsum(size) - size), size)
    return shift + np.arange(len(shift))


def _collate_round(pairs: Sequence[tuple[Witness, Witness]]) -> Iterator[Collation]:
    left, right = _Side([pair[0] for pair in pairs]), _Side([pair[1] for pair in pairs])
    runs = align_pairs(list(zip(left.texts, right.texts, strict=True)))
    runs = _keep_passages(_leave_out_furniture(runs, left, right))
    pair, length = runs.pair, runs.length
    here, there = left.firsts[pair] + runs.left, right.firsts[pair] + runs.right
    first = np.flatnonzero(np.diff(runs.chain, prepend=-1))
    last = np.append(first[1:], len(pair))[: len(first)] - 1
    of = pair[first]
    left_ends, right_ends = (here + length)[last], (there + length)[last]
    covered = left.cover(here[first], left_ends), right.cover(there[first], right_ends)
    own = np.minimum(
        left.own_before[left_ends] - left.own_before[here[first]],
        right.own_before[right_ends] - right.own_before[there[first]],
    )
    several = len(pairs)
    longest_own, longest_run = np.zeros(several, np.int64), np.zeros(several, np.int64)
    np.maximum.at(longest_own, of, own)
    np.maximum.at(longest_run, pair, length)
    printed = left.exact[_spread(here, length)] != right.exact[_spread(there, length)]
    changed = np.bincount(np.repeat(pair, length)[printed], minlength=several)
    collated = np.bincount(pair, weights=length, minlength=several)
    # Between two runs of a passage: what either side has instead.
    inner = np.flatnonzero(np.diff(runs.chain) == 0)
    begins, ends = (here + length)[inner], here[inner + 1]
    other_begins, other_ends = (there + length)[inner], there[inner + 1]
    wider = np.maximum(ends - begins, other_ends - other_begins)
    between = np.bincount(pair[inner], weights=wider, minlength=several)
    edits = (changed + between) / np.maximum(1, collated + between)
    owns = [mask & side.own for side, mask in zip((left, right), covered, strict=True)]
    quoted = np.minimum(left.sum_up(covered[0] & ~left.own), right.sum_up(covered[1] & ~right.own))
    own_words = left.sum_up(owns[0]), right.sum_up(owns[1])
    rare_words = (left.weigh(owns[0]) + right.weigh(owns[1])) / 2
    # Words against words are a change of wording; only words against nothing are private.
    added = (ends > begins) & (other_ends == other_begins)
    dropped = (ends == begins) & (other_ends > other_begins)
    left_private = _name(left, pair[inner][added], begins[added], ends[added])
    right_private = _name(right, pair[inner][dropped], other_begins[dropped], other_ends[dropped])
    columns = (
        left.starts[here[first]],
        left.stops[left_ends - 1],
        right.starts[there[first]],
        right.stops[right_ends - 1],
    )
    passages = list(map(Passage, *(column.tolist() for column in columns)))
    shift = left.firsts[of], right.firsts[of]
    left_places = np.stack([here[first] - shift[0], left_ends - shift[0]], 1).astype(np.int32)
    right_places = np.stack([there[first] - shift[1], right_ends - shift[1]], 1).astype(np.int32)
    bounds = np.searchsorted(of, np.arange(several + 1)).tolist()
    numbers = (*own_words, rare_words, longest_own, quoted, longest_run, edits)
    rows = zip(*(column.tolist() for column in numbers), strict=True)
    for number, ((one, other), row) in enumerate(zip(pairs, rows, strict=True)):
        left_own, right_own, rare, most_own, quoted_words, run, edited = row
        held = slice(bounds[number], bounds[number + 1])
        yield Collation(
            left=one,
            right=other,
            passages=tuple(passages[held]),
            left_covered=left.of_text(covered[0], number),
            right_covered=right.of_text(covered[1], number),
            left_own=left_own,
            right_own=right_own,
            rare_words=rare,
            longest_own=most_own,
            quoted_words=quoted_words,
            longest_run=run,
            edits=edited,
            left_private=left_private.get(number, ()),
            right_private=right_private.get(number, ()),
            left_places=left_places[held],
            right_places=right_places[held],
        )


def _keep_passages(runs: Runs) -> Runs:
    """Keep the runs whose passage is long enough to be one."""
    first = np.flatnonzero(np.diff(runs.chain, prepend=-1))
    if not len(first):
        return runs
    words = np.add.reduceat(runs.length, first)
    kept = np.repeat(words >= SHORTEST_PASSAGE, np.diff(np.append(first, len(runs.chain))))
    return Runs(*(held[kept] for held in runs))


def _leave_out_furniture(runs: Runs, left: _Side, right: _Side) -> Runs:
    """Leave out of the runs the words that are furniture on both sides.

    A copy is a copy notice and all: where two texts share more than furniture, nothing is left out.
    """
    if not any(
        one.furniture is not None and other.furniture is not None
        for one, other in zip(left.witnesses, right.witnesses, strict=True)
    ):
        return runs
    here = _spread(left.firsts[runs.pair] + runs.left, runs.length)
    there = _spread(right.firsts[runs.pair] + runs.right, runs.length)
    common = left.furniture()[here] & right.furniture()[there]
    pair = np.repeat(runs.pair, runs.length)
    several = len(left.witnesses)
    notices = np.bincount(pair[common], minlength=several)
    little = notices > np.bincount(pair[~common], minlength=several)
    kept = np.flatnonzero(~common & little[pair])
    run = np.repeat(np.arange(len(runs.pair)), runs.length)[kept]
    first = np.flatnonzero((np.diff(run, prepend=-1) != 0) | (np.diff(kept, prepend=-2) != 1))
    size = np.diff(np.append(first, len(kept)))
    pair = pair[kept[first]]
    begins = here[kept[first]] - left.firsts[pair], there[kept[first]] - right.firsts[pair]
    cut = chain_runs(pair, *begins, size)
    # The runs of all other pairs stay as they are.
    whole = Runs(*(held[~little[runs.pair]] for held in runs))
    cut = cut._replace(chain=cut.chain + len(runs.chain))
    joined = Runs(*(np.concatenate(held) for held in zip(whole, cut, strict=True)))
    order = np.argsort(joined.pair, kind="stable")
    joined = Runs(*(held[order] for held in joined))
    return joined._replace(chain=np.cumsum(np.diff(joined.chain, prepend=-1) != 0) - 1)


def _name(
    side: _Side, pair: Numbers, begins: Numbers, ends: Numbers
) -> dict[int, tuple[Span, ...]]:
    """Return the stretches with a word of weight as spans, by the number of their pair."""
    weighty = side.find_private(begins, ends)
    found: dict[int, tuple[Span, ...]] = {}
    rows = pair[weighty], side.starts[begins[weighty]], side.stops[ends[weighty] - 1]
    for number, start, end in zip(*(row.tolist() for row in rows), strict=True):
        span = Span(side.witnesses[number].article.id, start, end)
        found[number] = (*found.get(number, ()), span)
    return found
