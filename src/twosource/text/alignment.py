"""Collation: which words of one text stand in another, in runs joined to passages.

Seeds are shared shingles; seeds that follow one another in both texts are a run of equal words, and
runs that follow one another in both texts with small gaps are one passage. Passages may stand in
another order in the other text, as in a rewrite that moves a paragraph (the way of passim: Smith,
Cordell and Mullen 2015). Many pairs of texts are aligned together, in a few passes over arrays.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.text.shingles import SHINGLE_WORDS, Keys, shingles

LARGEST_GAP: Final = 8
"""Words between two runs of one passage, on either side; a longer insertion parts them."""
_PAIR_BITS: Final = 7
PAIRS_AT_ONCE: Final = 1 << _PAIR_BITS
"""Half as many take a sixth longer, twice as many no less."""
_PLACES_TRIED: Final = 16
"""A shingle that stands more often than this in a text is looked up at its first places only."""
_MATCHES_TRIED: Final = 4
"""Two places on one side with two on the other: more are left to the walk."""
_PLACE_BITS: Final = 24
"""Words of the longest text. With the pair and the side that leaves 32 bits for a shingle's digest;
whole digests are compared afterwards."""
_PAIR: Final = np.uint64(64 - _PAIR_BITS)
_SIDE: Final = np.uint64(1 << _PLACE_BITS)
_NO_DRIFT: Final = 1 << _PLACE_BITS
_PLACE: Final = np.uint64((1 << _PLACE_BITS) - 1)

Numbers = NDArray[np.int64]


class Run(NamedTuple):
    """Equal words: ``length`` of them from word ``left`` on one side and ``right`` on the other."""

    left: int
    right: int
    length: int


Chain = tuple[Run, ...]
"""A passage: runs that follow one another in both texts."""


class Runs(NamedTuple):
    """The runs that pairs of texts share: arrays of one length, one element a run.

    ``pair`` is the number of the pair, ascending; ``chain`` the number of the passage that the run
    belongs to, ascending too; runs of one passage follow one another, passages are ordered by their
    place on the left.
    """

    pair: Numbers
    chain: Numbers
    left: Numbers
    right: Numbers
    length: Numbers


def align(left: Keys, right: Keys) -> tuple[Chain, ...]:
    """Return the passages that two wordings share, ordered by their place on the left.

    Swapping the texts gives the same passages with their sides swapped.
    """
    found = align_pairs([(left, right)])
    chains: dict[int, list[Run]] = {}
    rows = (array.tolist() for array in found[1:])
    for chain, *run in zip(*rows, strict=True):
        chains.setdefault(chain, []).append(Run(*run))
    return tuple(tuple(chain) for chain in chains.values())


def align_pairs(pairs: Sequence[tuple[Keys, Keys]]) -> Runs:
    """Return the runs that each pair of wordings shares; at most ``PAIRS_AT_ONCE`` pairs."""
    turned = np.array([_is_turned(left, right) for left, right in pairs], dtype=np.bool_)
    walked = [
        (right, left) if turn else (left, right)
        for (left, right), turn in zip(pairs, turned.tolist(), strict=True)
    ]
    found = chain_runs(*_find_runs(walked).T)
    turn = turned[found.pair]
    left = np.where(turn, found.right, found.left)
    right = np.where(turn, found.left, found.right)
    # Passages by their place on the left, each run where it stood in its passage.
    first = np.flatnonzero(np.diff(found.chain, prepend=-1))
    heads = np.repeat(first, np.diff(np.append(first, len(left))))
    order = np.lexsort((np.arange(len(left)), right[heads], left[heads], found.pair))
    chain = np.cumsum(np.diff(found.chain[order], prepend=-1) != 0) - 1
    return Runs(found.pair, chain, left[order], right[order], found.length[order])


def _is_turned(left: Keys, right: Keys) -> bool:
    """Tell whether a pair is walked from the right: the same way whichever text comes first."""
    if len(left) != len(right):
        return len(left) > len(right)
    return left.tobytes() > right.tobytes()


class _Side:
    """The texts of one side of some pairs, laid end to end."""

    def __init__(self, texts: Sequence[Keys]) -> None:
        self.texts = texts
        sizes = np.array([len(keys) for keys in texts], dtype=np.int64)
        self.firsts = np.cumsum(sizes) - sizes
        self.shingles = shingles(np.concatenate(texts))
        whole = np.maximum(sizes - SHINGLE_WORDS + 1, 0)
        self.pairs = np.repeat(np.arange(len(texts)), whole)
        shift = np.cumsum(whole) - whole
        self.places = np.arange(len(self.pairs)) - np.repeat(shift, whole)

    def digests(self, pairs: Numbers, places: Numbers) -> Keys:
        """Return the shingles at some places."""
        found: Keys = self.shingles[self.firsts[pairs] + places]
        return found

    def entries(self) -> Keys:
        """Return one number for each shingle: its pair, its digest shortened, its place."""
        digests = self.digests(self.pairs, self.places) >> np.uint64(_PAIR_BITS)
        found: Keys = (
            (self.pairs.astype(np.uint64) << _PAIR)
            | digests & ~np.uint64((1 << (_PLACE_BITS + 1)) - 1)
            | self.places.astype(np.uint64)
        )
        return found


def _find_runs(pairs: Sequence[tuple[Keys, Keys]]) -> Numbers:
    """Return the runs of each pair, walking along its left text: pair, left, right, length."""
    left, right = (_Side([pair[side] for pair in pairs]) for side in (0, 1))
    entries = np.concatenate([left.entries(), right.entries() | _SIDE])
    entries.sort()
    shared = _find_shared(entries >> np.uint64(_PLACE_BITS + 1), (entries & _SIDE) != 0)
    seeds = [_pack(entries[shared.lone], entries[shared.lone + 1], lone=True)]
    pair = (entries[shared.first] >> _PAIR).astype(np.int64)
    several = pair[shared.lefts * shared.rights > _MATCHES_TRIED]
    seeds.extend(_match(entries, shared))
    runs, crossed = _join_seeds(np.concatenate(seeds), left, right)
    doubtful = np.unique(np.concatenate([several, crossed]))
    if not len(doubtful):
        return runs
    entries = entries[shared.mark(len(entries))]
    of = entries >> _PAIR
    walked = [
        (number, *run)
        for number, start, end in zip(
            doubtful.tolist(),
            np.searchsorted(of, doubtful).tolist(),
            np.searchsorted(of, doubtful, side="right").tolist(),
            strict=True,
        )
        for run in _walk(entries[start:end], *pairs[number])
    ]
    settled = runs[~np.isin(runs[:, 0], doubtful)]
    joined = np.concatenate([settled, np.array(walked, dtype=np.int64).reshape(-1, 4)])
    return joined[np.argsort(joined[:, 0], kind="stable")]


class _Shared(NamedTuple):
    """Where among ascending entries those stand that both texts of a pair have.

    ``lone`` are the entries of shingles that stand once in either text: the left text's, the right
    one's behind it. Of others ``lefts`` and then ``rights`` entries stand from ``first`` on.
    """

    lone: Numbers
    first: Numbers
    lefts: Numbers
    rights: Numbers

    def mark(self, several: int) -> NDArray[np.bool_]:
        """Mark all these among the entries."""
        marked = np.zeros(several + 1, dtype=np.int8)
        marked[self.lone] += 1
        marked[self.lone + 2] -= 1
        marked[self.first] += 1
        marked[self.first + self.lefts + self.rights] -= 1
        return np.cumsum(marked[:-1], dtype=np.int8) > 0


def _find_shared(heads: Keys, on_right: NDArray[np.bool_]) -> _Shared:
    """Return which entries both texts of their pair have; those of one shingle have one head."""
    several = len(heads)
    same = np.zeros(several + 1, dtype=np.bool_)
    same[1:several] = heads[1:] == heads[:-1]
    twice = same[1:several] & ~same[: several - 1] & ~same[2:]
    lone = np.flatnonzero(twice & (on_right[1:] > on_right[:-1]))
    # Shingles with three entries and more begin where two neighbours go on that none came before.
    first = np.flatnonzero(same[1:several] & same[2:] & ~same[: several - 1])
    ends = np.flatnonzero(~same[1:]) + 1
    size = ends[np.searchsorted(ends, first, side="right")] - first
    rights = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(on_right)])
    rights = rights[first + size] - rights[first]
    both = (rights > 0) & (rights < size)
    return _Shared(lone, first[both], (size - rights)[both], rights[both])


def _pack(ours: Keys, theirs: Keys, *, lone: bool) -> Numbers:
    """Return matches of two entries each as numbers that ascend by pair, drift and place.

    The drift is how much later the shingle stands on the right; the last bit tells a lone match.
    """
    pair, here = (ours >> _PAIR).astype(np.int64), (ours & _PLACE).astype(np.int64)
    drift = (theirs & _PLACE).astype(np.int64) - here + _NO_DRIFT
    packed: Numbers = (((((pair << (_PLACE_BITS + 1)) + drift) << _PLACE_BITS) + here) << 1) + lone
    return packed


def _match(entries: Keys, shared: _Shared) -> Iterator[Numbers]:
    """Yield the matches of the shingles that stand in a few places on either side."""
    first, lefts, rights = shared.first, shared.lefts, shared.rights
    for here in range(_MATCHES_TRIED):
        for there in range(_MATCHES_TRIED // (here + 1)):
            some = (lefts > here) & (rights > there) & (lefts * rights <= _MATCHES_TRIED)
            ours, theirs = first[some] + here, (first + lefts)[some] + there
            yield _pack(entries[ours], entries[theirs], lone=False)


def _is_new(ascending: Keys) -> NDArray[np.bool_]:
    """Tell which of ascending numbers differ from the one before."""
    new = np.ones(len(ascending), dtype=np.bool_)
    new[1:] = ascending[1:] != ascending[:-1]
    return new


def _join_seeds(seeds: Numbers, left: _Side, right: _Side) -> tuple[Numbers, Numbers]:
    """Join packed seeds that follow one another to runs, each beginning where one ended.

    Returns the runs, and the pairs in which the order of the walk decides: where runs stand in one
    another's way, or a run of shingles that stand in several places begins outside of others.
    """
    seeds.sort()
    lone, here = seeds & 1, (seeds >> 1) & ((1 << _PLACE_BITS) - 1)
    drift = (seeds >> (_PLACE_BITS + 1)) & (2 * _NO_DRIFT - 1)
    pair, there = seeds >> (2 * _PLACE_BITS + 2), here + drift - _NO_DRIFT
    same = left.digests(pair, here) == right.digests(pair, there)
    if not same.all():
        # Two different shingles with one digest: practically never, and no evidence then.
        pair, here, there, lone = (row[same] for row in (pair, here, there, lone))
    follows = np.zeros(len(pair), dtype=np.bool_)
    follows[1:] = (pair[1:] == pair[:-1]) & (np.diff(here) == 1) & (np.diff(there) == 1)
    first = np.flatnonzero(~follows)
    size = np.diff(np.append(first, len(pair)))
    lone = np.add.reduceat(lone, first) if len(first) else lone
    pair, here, there = pair[first], here[first], there[first]
    order = np.argsort((pair << _PLACE_BITS) + here, kind="stable")
    pair, here, there, size, lone = (row[order] for row in (pair, here, there, size, lone))
    firm = lone > 0
    runs = _trim(pair[firm], here[firm], there[firm], size[firm] + SHINGLE_WORDS - 1)
    crossed = runs[0][runs[3] < SHINGLE_WORDS]
    begins, ends = (runs[0] << _PLACE_BITS) + runs[1], (runs[0] << _PLACE_BITS) + runs[1] + runs[3]
    loose = (pair[~firm] << _PLACE_BITS) + here[~firm]
    around = np.searchsorted(begins, loose) - 1
    inside = (around >= 0) & (loose + size[~firm] <= np.append(ends, -1)[around])
    return runs.T, np.concatenate([crossed, pair[~firm][~inside]])


def _trim(pair: Numbers, left: Numbers, right: Numbers, length: Numbers) -> Numbers:
    """Let each run begin where the one before it ended, if not later."""
    taken = np.zeros(len(pair), dtype=np.int64)
    taken[1:] = np.where(pair[1:] == pair[:-1], (left + length)[:-1] - left[1:], 0)
    taken = np.maximum(taken, 0)
    return np.stack([pair, left + taken, right + taken, length - taken])


def chain_runs(pair: Numbers, left: Numbers, right: Numbers, length: Numbers) -> Runs:
    """Join runs that follow one another on both sides within ``LARGEST_GAP`` words."""
    follows = np.zeros(len(pair), dtype=np.bool_)
    follows[1:] = pair[1:] == pair[:-1]
    for side in (left, right):
        gap = side[1:] - (side + length)[:-1]
        follows[1:] &= (gap >= 0) & (gap <= LARGEST_GAP)
    return Runs(pair, np.cumsum(~follows) - 1, left, right, length)


def _walk(entries: Keys, left: Keys, right: Keys) -> Iterator[Run]:
    """Yield the runs of one pair, step by step: of several places the nearest to the last is taken.

    ``entries`` are those of the shingles that stand in both texts.
    """
    group = np.cumsum(_is_new(entries >> np.uint64(_PLACE_BITS + 1)))
    place = (entries & _PLACE).astype(np.int64)
    on_left = (entries & _SIDE) == 0
    order = np.argsort(place[on_left])
    seeds = place[on_left][order].tolist()
    asked, held = group[on_left][order], group[~on_left]
    firsts = np.searchsorted(held, asked).tolist()
    lasts = np.searchsorted(held, asked, side="right").tolist()
    places = place[~on_left].tolist()
    number = drift = 0
    while number < len(seeds):
        seed = seeds[number]
        first = firsts[number]
        tried = places[first : min(lasts[number], first + _PLACES_TRIED)]
        nearest = min((abs(other - seed - drift), other) for other in tried)[1]
        length = _count_equal(left, right, seed, nearest)
        if length < SHINGLE_WORDS:
            # Two different shingles with one digest: practically never, and no evidence then.
            number += 1
            continue
        yield Run(seed, nearest, length)
        number = bisect_left(seeds, seed + length)
        drift = nearest - seed


def _count_equal(left: Keys, right: Keys, first: int, other: int) -> int:
    """Count equal words from two places on."""
    longest = min(len(left) - first, len(right) - other)
    unequal = np.flatnonzero(left[first : first + longest] != right[other : other + longest])
    return int(unequal[0]) if len(unequal) else longest
