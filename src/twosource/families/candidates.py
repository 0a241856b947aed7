"""Which articles may share a text: those that have fingerprints in common.

The index holds every distinct wording once, so a dispatch that a thousand clients print unchanged
costs one entry. A fingerprint of very many texts (a dispatch in a thousand house styles) pairs each
with its neighbours in length and with the fullest, so the work stays linear however many
publishers print it. What one publisher prints on page after page is its furniture
(:mod:`twosource.families.furniture`) and pairs none of its pages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.families.sketch import Sketches
from twosource.families.witness import FEWEST_WORDS, Witness
from twosource.text.alignment import LARGEST_GAP

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
_LAST_PLACE: Final = _NO_DRIFT - 1
"""What stands later in a text counts as standing here."""
_TEXT_BITS: Final = 24
"""Sixteen million texts at most; with the count of what two share that leaves sixteen bits."""
_MOST_COUNTED: Final = (1 << (64 - 2 * _TEXT_BITS)) - 1
_PAIRED_AT_ONCE: Final = 1 << 16
"""Entries of a round: the pairs of all would take more memory than the texts themselves."""

Codes = NDArray[np.uint64]
Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]


class Candidates(NamedTuple):
    """Exact copies as (copy, its first by id), and pairs of distinct texts to collate.

    ``pairs`` share own words, ``quoting`` only words that stand in quotations.
    """

    copies: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...]
    quoting: tuple[tuple[str, str], ...]


def find_candidates(witnesses: Sequence[Witness], sketches: Sketches) -> Candidates:
    """Return exact copies, and the pairs of other articles that are worth collating.

    ``witnesses`` may come in any order, ``sketches`` are theirs; articles of fewer than
    ``FEWEST_WORDS`` words have no candidates.
    """
    size = np.array([witness.wording.size for witness in witnesses], dtype=np.int64)
    by_id = sorted(range(len(witnesses)), key=lambda at: witnesses[at].article.id)
    ordered = [at for at in by_id if size[at] >= FEWEST_WORDS]
    firsts: dict[int, int] = {}
    copies: list[tuple[int, int]] = []
    distinct: list[int] = []
    for at, digest in zip(ordered, sketches.wordings[ordered].tolist(), strict=True):
        first = firsts.setdefault(digest, at)
        if first != at and _is_copy(witnesses[at], witnesses[first]):
            copies.append((at, first))
        else:
            distinct.append(at)
    # Longest first, so that texts of one length, whole copies beside whole copies, are neighbours.
    texts = np.array(distinct, dtype=np.int64)
    texts = texts[np.argsort(-size[texts], kind="stable")]
    names = [witnesses[at].article.id for at in texts.tolist()]
    number = np.full(len(witnesses), -1, dtype=np.int64)
    number[texts] = np.arange(len(texts))
    holders = number[sketches.texts]
    kept = (holders >= 0) & ~_is_furniture(witnesses, sketches)
    bits = max(1, len(texts).bit_length())
    own = _count_shared(sketches, holders, kept & ~sketches.quoted, bits)
    quoting = _count_shared(sketches, holders, kept & sketches.quoted, bits).without(own)
    return Candidates(
        tuple((witnesses[at].article.id, witnesses[first].article.id) for at, first in copies),
        name_pairs(own.keep_closest(SMALL_CIRCLE, MOST_MATES), names, bits),
        name_pairs(quoting.keep_closest(MOST_QUOTING, MOST_QUOTING), names, bits),
    )


def _is_copy(one: Witness, other: Witness) -> bool:
    """Tell whether two texts are word for word the same."""
    here, there = one.wording, other.wording
    if here.volume.vocabulary is there.volume.vocabulary and (
        here.numbers.tobytes() == there.numbers.tobytes()
    ):
        return True
    return np.array_equal(here.keys, there.keys) and np.array_equal(here.exact, there.exact)


def _is_furniture(witnesses: Sequence[Witness], sketches: Sketches) -> Mask:
    """Tell which fingerprints begin with a word of furniture."""
    found = np.zeros(len(sketches.digests), dtype=np.bool_)
    bounds = sketches.find_bounds()
    for at, witness in enumerate(witnesses):
        if witness.furniture is not None:
            here = slice(bounds[at], bounds[at + 1])
            found[here] = witness.furniture[sketches.places[here]]
    return found


class Shared(NamedTuple):
    """Pairs of texts, and how many fingerprints each shares.

    ``codes`` ascend; each is a pair: ``bits`` for the higher text's number, above it the lower's.
    """

    codes: Codes
    counts: Numbers
    bits: int

    def without(self, others: Shared) -> Shared:
        """Return the pairs that are not among others."""
        at = np.minimum(np.searchsorted(others.codes, self.codes), max(0, len(others.codes) - 1))
        new = others.codes[at] != self.codes if len(others.codes) else at >= 0
        return Shared(self.codes[new], self.counts[new], self.bits)

    def keep_closest(self, circle: int, most: int) -> Codes:
        """Return the pairs that are among the ``most`` closest of one of their texts.

        Of a text with at most ``circle`` mates all are.
        """
        wide, text_bits = np.uint64(self.bits), np.uint64(_TEXT_BITS)
        texts = self.codes >> wide
        mates = self.codes & np.uint64((1 << self.bits) - 1)
        # The closest first: one number holds a text, how far a mate is, and the mate.
        far = np.uint64(_MOST_COUNTED) - np.minimum(self.counts, _MOST_COUNTED).astype(np.uint64)
        ranked = np.concatenate(
            [
                (((one << np.uint64(64 - 2 * _TEXT_BITS)) | far) << text_bits) | other
                for one, other in ((texts, mates), (mates, texts))
            ]
        )
        ranked.sort()
        texts = ranked >> np.uint64(64 - _TEXT_BITS)
        mates = ranked & np.uint64((1 << _TEXT_BITS) - 1)
        new = np.flatnonzero(_is_new(texts))
        size = np.diff(np.append(new, len(texts)))
        rank = np.arange(len(texts)) - np.repeat(new, size)
        kept = (rank < most) | (np.repeat(size, size) <= circle)
        texts, mates = texts[kept], mates[kept]
        return np.unique((np.minimum(texts, mates) << wide) | np.maximum(texts, mates))


def name_pairs(codes: Codes, names: Sequence[str], bits: int) -> tuple[tuple[str, str], ...]:
    """Return pairs by their articles' ids, in order; ``names`` are the ids by number."""
    by_name = sorted(range(len(names)), key=names.__getitem__)
    rank = np.zeros(len(names), dtype=np.uint64)
    rank[by_name] = np.arange(len(names), dtype=np.uint64)
    one, other = rank[codes >> np.uint64(bits)], rank[codes & np.uint64((1 << bits) - 1)]
    ordered = (np.minimum(one, other) << np.uint64(bits)) | np.maximum(one, other)
    ordered.sort()
    ranked = [names[at] for at in by_name]
    lower, higher = ordered >> np.uint64(bits), ordered & np.uint64((1 << bits) - 1)
    return tuple(
        zip(
            map(ranked.__getitem__, lower.tolist()),
            map(ranked.__getitem__, higher.tolist()),
            strict=True,
        )
    )


class _Entries(NamedTuple):
    """The index: fingerprints that several texts have, texts ascending within a fingerprint.

    ``firsts`` and ``lasts`` (exclusive) are the places of the first and last entry of the same one.
    """

    texts: Numbers
    places: Numbers
    firsts: Numbers
    lasts: Numbers


def _count_shared(sketches: Sketches, holders: Numbers, kept: Mask, bits: int) -> Shared:
    """Pair texts that share fingerprints in one passage; ``holders`` are the texts' numbers."""
    entries = _index(sketches, holders, np.flatnonzero(kept))
    rounds = [_count_round(pairs, bits) for pairs in _pair(entries, bits)]
    nothing = _count_round(np.zeros(0, dtype=np.uint64), bits)
    codes, counts = (
        np.concatenate([column, *(found[at] for found in rounds)])
        for at, column in enumerate((nothing.codes, nothing.counts))
    )
    return Shared(codes, counts, bits)


def _index(sketches: Sketches, holders: Numbers, kept: Numbers) -> _Entries:
    """Bring the texts of each fingerprint together, those that stand in one text left out."""
    by_text = kept[_order(holders[kept])]
    bits = np.uint64(max(1, len(by_text).bit_length()))
    # One number holds a digest, shortened, and the entry.
    entries = (sketches.digests[by_text] >> bits) << bits | np.arange(len(by_text), dtype=np.uint64)
    entries.sort()
    digests = entries >> bits
    entry = by_text[(entries & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)]
    del entries
    alone = _is_new(digests)
    alone[:-1] &= alone[1:]
    digests, entry = digests[~alone], entry[~alone]
    texts = holders[entry]
    again = np.zeros(len(texts), dtype=np.bool_)
    again[1:] = (digests[1:] == digests[:-1]) & (texts[1:] == texts[:-1])
    digests, texts, places = digests[~again], texts[~again], sketches.places[entry[~again]]
    first = np.flatnonzero(_is_new(digests))
    size = np.diff(np.append(first, len(digests)))
    firsts, lasts = np.repeat(first, size), np.repeat(first + size, size)
    return _Entries(texts, places.astype(np.int64), firsts, lasts)


def _count_round(pairs: Codes, bits: int) -> Shared:
    """Count the fingerprints of each pair, and keep those with two of them in one passage."""
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


def _order(texts: Numbers) -> Numbers:
    """Return the places of texts' numbers in their order, those of one text as they stand."""
    bits = max(1, len(texts).bit_length())
    packed = (texts << bits) | np.arange(len(texts))
    packed.sort()
    order: Numbers = packed & ((1 << bits) - 1)
    return order


def _is_new(ascending: Codes) -> Mask:
    """Tell which of ascending numbers differ from the one before."""
    new = np.ones(len(ascending), dtype=np.bool_)
    new[1:] = ascending[1:] != ascending[:-1]
    return new


def _pair(entries: _Entries, bits: int) -> Iterator[Codes]:
    """Yield the pairs of texts that the index holds, each with its drift, once a fingerprint.

    The drift is how many words later the fingerprint stands in one text than in the other. All
    pairs of a lower text are in one round.
    """
    texts, places, firsts, lasts = entries
    # Added up, two entries' numbers are their pair: the lower text, the higher one, the drift.
    places = np.minimum(places, _LAST_PLACE)
    as_lower = ((texts << (bits + _DRIFT_BITS)) - places + _NO_DRIFT).astype(np.uint64)
    as_higher = ((texts << _DRIFT_BITS) + places).astype(np.uint64)
    by_text = _order(texts)
    bounds = np.flatnonzero(np.diff(texts[by_text], prepend=-1))
    wanted = np.arange(0, len(texts), _PAIRED_AT_ONCE)
    starts = np.unique(bounds[np.searchsorted(bounds, wanted, side="right") - 1])
    for start, end in pairwise([*starts.tolist(), len(texts)]):
        lower = by_text[start:end]
        pairs = []
        for step in range(1, NEIGHBOURS + 1):
            lower = lower[lower + step < lasts[lower]]
            pairs.append(as_lower[lower] + as_higher[lower + step])
        # The cuts of one text all lie in the fullest.
        full = by_text[start:end]
        full = full[(firsts[full] == full) & (lasts[full] - full > NEIGHBOURS + 1)]
        far = lasts[full] - full - (NEIGHBOURS + 1)
        begins = full + NEIGHBOURS + 1
        higher = np.repeat(begins - (np.cumsum(far) - far), far) + np.arange(int(far.sum()))
        pairs.append(np.repeat(as_lower[full], far) + as_higher[higher])
        yield np.concatenate(pairs)
