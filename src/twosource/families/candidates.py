"""Which articles may share a text: those that have fingerprints in common.

The index holds every distinct wording once, so a dispatch that a thousand clients print unchanged
costs one entry. A fingerprint of very many texts (a dispatch in a thousand house styles) pairs each
with its neighbours in length and with the fullest, so the work stays linear however many
publishers print it. What one publisher prints on page after page is its furniture
(:mod:`twosource.families.furniture`) and pairs none of its pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.families.sketch import Sketch
from twosource.families.witness import FEWEST_WORDS, Witness
from twosource.text.alignment import LARGEST_GAP
from twosource.text.shingles import Places

FEWEST_SHARED: Final = 2
"""Fingerprints in common, two of them in one passage, before two texts are collated: recall
counts, collating is cheap."""
NEIGHBOURS: Final = 8
"""Up to one text more with one fingerprint are all paired; of more, each with so many that come
next in length."""
SMALL_CIRCLE: Final = 12
"""A text with so many mates or fewer is collated with them all."""
MOST_MATES: Final = 6
"""A text with more is collated with so many of its closest: the copies of one dispatch hang
together by far fewer, and a thousand clients cost a thousand times this, not a million."""
MOST_QUOTING: Final = 2
"""A text is collated with so many of those with which it shares quotations only."""
_DRIFT_BITS: Final = 16
_NO_DRIFT: Final = 1 << (_DRIFT_BITS - 1)

Codes = NDArray[np.uint64]
Numbers = NDArray[np.int64]


class Candidates(NamedTuple):
    """Exact copies as (copy, its first by id), and pairs of distinct texts to collate.

    ``pairs`` share own words, ``quoting`` only words that stand in quotations.
    """

    copies: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...]
    quoting: tuple[tuple[str, str], ...]


def find_candidates(witnesses: Sequence[Witness]) -> Candidates:
    """Return exact copies, and the pairs of other articles that are worth collating.

    ``witnesses`` may come in any order; articles of fewer than ``FEWEST_WORDS`` words have none.
    """
    ordered = sorted(
        (w for w in witnesses if len(w.wording.keys) >= FEWEST_WORDS), key=lambda w: w.article.id
    )
    firsts: dict[bytes, Witness] = {}
    copies: list[tuple[str, str]] = []
    for witness in ordered:
        wording = witness.wording
        digest = blake2b(wording.keys.tobytes() + wording.exact.tobytes(), digest_size=16).digest()
        first = firsts.setdefault(digest, witness)
        if first is not witness:
            copies.append((witness.article.id, first.article.id))
    # Longest first, so that texts of one length, whole copies beside whole copies, are neighbours.
    distinct = sorted(firsts.values(), key=lambda w: (-len(w.wording.keys), w.article.id))
    bits = max(1, len(distinct).bit_length())
    own = _count_shared([w.sketch.keep(~w.sketch.quoted) for w in distinct], bits)
    quoting = _count_shared([w.sketch.keep(w.sketch.quoted) for w in distinct], bits).without(own)
    return Candidates(
        tuple(copies),
        name_pairs(own.keep_closest(SMALL_CIRCLE, MOST_MATES), distinct, bits),
        name_pairs(quoting.keep_closest(MOST_QUOTING, MOST_QUOTING), distinct, bits),
    )


class Shared(NamedTuple):
    """Pairs of texts, and how many fingerprints each shares.

    ``codes`` ascend; each is a pair: ``bits`` for the higher text's number, above it the lower's.
    """

    codes: Codes
    counts: Numbers
    bits: int

    def without(self, others: Shared) -> Shared:
        """Return the pairs that are not among others."""
        new = ~np.isin(self.codes, others.codes, assume_unique=True)
        return Shared(self.codes[new], self.counts[new], self.bits)

    def keep_closest(self, circle: int, most: int) -> Codes:
        """Return the pairs that are among the ``most`` closest of one of their texts.

        Of a text with at most ``circle`` mates all are.
        """
        text = (self.codes >> np.uint64(self.bits)).astype(np.int64)
        mate = (self.codes & np.uint64((1 << self.bits) - 1)).astype(np.int64)
        texts, mates = np.concatenate([text, mate]), np.concatenate([mate, text])
        order = np.lexsort((mates, -np.concatenate([self.counts, self.counts]), texts))
        new = np.flatnonzero(np.diff(texts[order], prepend=-1))
        size = np.diff(np.append(new, len(order)))
        rank = np.arange(len(order)) - np.repeat(new, size)
        kept = order[(rank < most) | (np.repeat(size, size) <= circle)]
        return self.codes[np.unique(kept % max(1, len(self.codes)))]


def name_pairs(codes: Codes, distinct: Sequence[Witness], bits: int) -> tuple[tuple[str, str], ...]:
    """Return pairs by their articles' ids, in order."""
    last = (1 << bits) - 1
    named = (
        (distinct[c >> bits].article.id, distinct[c & last].article.id) for c in codes.tolist()
    )
    return tuple(sorted((min(pair), max(pair)) for pair in named))


def _count_shared(texts: Sequence[Sketch], bits: int) -> Shared:
    """Pair texts, by their numbers, that share fingerprints in one passage."""
    holders = np.repeat(np.arange(len(texts), dtype=np.uint64), [len(t.digests) for t in texts])
    digests = np.concatenate([np.zeros(0, dtype=np.uint64), *(t.digests for t in texts)])
    places = np.concatenate([np.zeros(0, dtype=np.int32), *(t.places for t in texts)])
    # One number holds a digest, shortened, and the text: sorting brings the texts together.
    entries = (digests >> np.uint64(bits)) << np.uint64(bits) | holders
    order = np.argsort(entries, kind="stable")
    order = order[_is_new(entries[order])]
    entries, places = entries[order], places[order]
    del digests, holders, order
    pairs = np.concatenate([*_pair(entries, places, bits), np.zeros(0, dtype=np.uint64)])
    pairs.sort()
    codes = pairs >> np.uint64(_DRIFT_BITS)
    first = np.flatnonzero(_is_new(codes))
    counts = np.diff(np.append(first, len(codes)))
    # Of neighbours in one pair, how much further one text is than the other.
    close = np.zeros(len(pairs), dtype=np.bool_)
    close[1:] = (codes[1:] == codes[:-1]) & (np.diff(pairs) <= LARGEST_GAP)
    enough = np.add.reduceat(close, first) > 0 if len(first) else counts > 0
    enough &= counts >= FEWEST_SHARED
    return Shared(codes[first[enough]], counts[enough], bits)


def _is_new(ascending: Codes) -> NDArray[np.bool_]:
    """Tell which of ascending numbers differ from the one before."""
    new = np.ones(len(ascending), dtype=np.bool_)
    new[1:] = ascending[1:] != ascending[:-1]
    return new


def _pair(entries: Codes, places: Places, bits: int) -> Iterator[Codes]:
    """Yield the pairs of texts that the index holds, each with its drift, once a fingerprint.

    The drift is how many words later the fingerprint stands in one text than in the other.
    """
    digests = entries >> np.uint64(bits)
    texts = entries & np.uint64((1 << bits) - 1)
    first = np.flatnonzero(_is_new(digests))
    size = np.diff(np.append(first, len(digests)))
    several = np.repeat(size > 1, size)
    digests, texts, places, size = digests[several], texts[several], places[several], size[size > 1]

    def join(lower: Numbers, higher: Numbers) -> Codes:
        drift = np.clip(places[higher] - places[lower] + _NO_DRIFT, 0, 2 * _NO_DRIFT - 1)
        both = (texts[lower] << np.uint64(bits)) | texts[higher]
        joined: Codes = both << np.uint64(_DRIFT_BITS) | drift.astype(np.uint64)
        return joined

    for step in range(1, NEIGHBOURS + 1):
        lower = np.flatnonzero(digests[step:] == digests[:-step])
        yield join(lower, lower + step)
    # The cuts of one text all lie in the fullest.
    fullest = np.repeat(np.cumsum(size) - size, size)
    far = np.flatnonzero(np.arange(len(texts)) - fullest > NEIGHBOURS)
    yield join(fullest[far], far)
