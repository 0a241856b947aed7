"""The wording of a text as numbers: word digests with their places, shingles, fingerprints.

A shingle is a run of five words. Fingerprints are the shingles that winnowing keeps (Schleimer,
Wilkerson and Aiken, SIGMOD 2003): any run of at least twelve words that two texts share leaves at
least one fingerprint common to both. All digests are the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple, TypeAlias, cast

import numpy as np
from numpy.typing import NDArray

from twosource.text.house_style import LONGEST_PHRASE, match_phrase
from twosource.text.quoting import find_quoted
from twosource.text.scanning import scan
from twosource.text.vocabulary import Forms, Keys, Told, Vocabulary, word_key

__all__ = [
    "SHINGLE_WORDS",
    "WINNOWING_WINDOW",
    "Keys",
    "Places",
    "Wording",
    "read_wording",
    "read_wordings",
    "shingles",
    "winnow",
    "word_key",
]

SHINGLE_WORDS = 5
"""Five words: independent texts about one event share under one such run in a hundred."""
WINNOWING_WINDOW = 8
"""Of eight neighbouring shingles one is kept: every shared run of twelve words is noticed once, of
twenty twice."""

Places: TypeAlias = NDArray[np.signedinteger]
Stretches: TypeAlias = Sequence[tuple[int, int]]
_SCANNED_AT_ONCE = 1 << 18
"""Code points of a round: half and twice as many take a fifth longer."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(29)


class Volume(NamedTuple):
    """The words of texts that were read together, laid end to end; the texts keep their own places.

    ``numbers`` are those of the words in the vocabulary.
    """

    vocabulary: Vocabulary
    numbers: NDArray[np.int32]
    starts: Places
    ends: Places
    quoted: NDArray[np.bool_]


class Wording(NamedTuple):
    """The words of a text in order: arrays of one length, one element a word."""

    volume: Volume
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many words there are."""
        return self.last - self.first

    @property
    def numbers(self) -> NDArray[np.int32]:
        """The words' numbers in the vocabulary of those that were read together."""
        return self.volume.numbers[self.first : self.last]

    @property
    def keys(self) -> Keys:
        """Digests of house forms: two house styles of one word are equal."""
        return self.volume.vocabulary.keys(self.numbers)

    @property
    def exact(self) -> Forms:
        """Short digests of the words as printed, to tell words of one key apart."""
        return self.volume.vocabulary.exact(self.numbers)

    @property
    def starts(self) -> Places:
        """Where the words begin: code points."""
        return self.volume.starts[self.first : self.last]

    @property
    def ends(self) -> Places:
        """Where the words end, exclusive."""
        return self.volume.ends[self.first : self.last]

    @property
    def quoted(self) -> NDArray[np.bool_]:
        """Which words stand inside quotations."""
        return self.volume.quoted[self.first : self.last]

    def tell(self, read: Callable[[Keys], Told]) -> Told:
        """Return what a function tells of each key; every word of the pile is asked once."""
        told = self.volume.vocabulary.tell(read)
        return cast("Told", told[self.numbers])


class Sheet:
    """The words of several texts laid end to end: arrays of one length, one element a word."""

    def __init__(self, wordings: Iterable[Wording]) -> None:
        """Lay the texts end to end, in their order."""
        self._parts = [
            (known, np.concatenate([wording.numbers for wording in some]))
            for known, some in groupby(wordings, lambda wording: wording.volume.vocabulary)
        ]

    @property
    def keys(self) -> Keys:
        """Digests of house forms."""
        nothing = np.zeros(0, dtype=np.uint64)
        return np.concatenate([nothing, *(known.keys(words) for known, words in self._parts)])

    @property
    def exact(self) -> Forms:
        """Short digests of the words as printed."""
        nothing = np.zeros(0, dtype=np.uint32)
        return np.concatenate([nothing, *(known.exact(words) for known, words in self._parts)])

    def tell(self, read: Callable[[Keys], Told]) -> Told:
        """Return what a function tells of each key; every word of the pile is asked once."""
        told = [known.tell(read)[words] for known, words in self._parts]
        return cast("Told", np.concatenate(told))


def read_wording(text: str, stretches: Iterable[tuple[int, int]]) -> Wording:
    """Return the wording of the given stretches of a text, in their order."""
    return read_wordings([(text, tuple(stretches))])[0]


def read_wordings(texts: Iterable[tuple[str, Stretches]]) -> list[Wording]:
    """Return the wordings of many texts, each of the stretches given with it, in their order."""
    known = Vocabulary()
    return [wording for some in _rounds(texts) for wording in _read_round(some, known)]


def _rounds(
    texts: Iterable[tuple[str, Stretches]],
) -> Iterator[list[tuple[str, Stretches]]]:
    """Part the texts into rounds of some hundred thousand code points."""
    some: list[tuple[str, Stretches]] = []
    size = 0
    for text, stretches in texts:
        some.append((text, stretches))
        size += len(text)
        if size >= _SCANNED_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _read_round(some: Sequence[tuple[str, Stretches]], known: Vocabulary) -> Iterator[Wording]:
    """Read the wordings of some texts together."""
    paragraphs = [text[first:last] for text, stretches in some for first, last in stretches]
    found = scan(paragraphs)
    numbers = known.look_up(found)
    bounds = np.searchsorted(found.starts, np.append(found.firsts, len(found.codes)))
    quoted = find_quoted(found, paragraphs)
    ends = found.ends.copy()
    kept = np.ones(len(numbers), dtype=np.bool_)
    for word in np.flatnonzero(known.opens_phrase(numbers)).tolist():
        if not kept[word]:
            continue
        last = int(bounds[np.searchsorted(bounds, word, side="right")])
        ahead = [known.folded[n] for n in numbers[word : min(last, word + LONGEST_PHRASE)].tolist()]
        phrase = match_phrase(ahead)
        if phrase is not None:
            form, taken = phrase
            ends[word] = ends[word + taken - 1]
            kept[word + 1 : word + taken] = False
            numbers[word] = known.number(form, found.text[found.starts[word] : ends[word]])
    begins = np.array([f for _, stretches in some for f, _ in stretches], dtype=np.int64)
    shift = np.repeat(begins - found.firsts[: len(begins)], np.diff(bounds)[: len(begins)])
    starts, ends = (found.starts + shift)[kept], (ends + shift)[kept]
    narrow = np.int16 if ends.max(initial=0) <= np.iinfo(np.int16).max else np.int32
    volume = Volume(known, numbers[kept], starts.astype(narrow), ends.astype(narrow), quoted[kept])
    at = np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(kept)])[bounds].tolist()
    stretch = 0
    for _, stretches in some:
        yield Wording(volume, at[stretch], at[stretch + len(stretches)])
        stretch += len(stretches)


def shingles(keys: Keys, size: int = SHINGLE_WORDS) -> Keys:
    """Return the digest of every run of ``size`` words: ``len(keys) - size + 1`` numbers."""
    if len(keys) < size:
        return np.zeros(0, dtype=np.uint64)
    count = len(keys) - size + 1
    mixed = np.zeros(count, dtype=np.uint64)
    for place in range(size):
        # An order-keeping mix (multiply, fold the high bits down), so "a b" is not "b a".
        mixed = (mixed ^ keys[place : place + count]) * _MULTIPLIER
        mixed ^= mixed >> _SHIFT
    return mixed


def winnow(digests: Keys, ends: Places) -> Places:
    """Return the places of the digests that winnowing keeps, ascending.

    ``digests`` are those of one or several texts whose words were joined, and ``ends`` where each
    text's words end; runs of words that span two texts are left out, and so are texts that are
    shorter than a window.
    """
    several = len(digests) - WINNOWING_WINDOW + 1
    if several <= 0:
        return np.zeros(0, dtype=np.int64)
    least, step = digests, 1
    while step < WINNOWING_WINDOW:
        added = min(step, WINNOWING_WINDOW - step)
        least = np.minimum(least[:-added], least[added:])
        step += added
    whole = np.ones(several, dtype=np.bool_)
    for back in range(1, WINNOWING_WINDOW + SHINGLE_WORDS - 1):
        crossing = ends - back
        whole[crossing[(crossing >= 0) & (crossing < several)]] = False
    kept = np.zeros(len(digests), dtype=np.bool_)
    for place in range(WINNOWING_WINDOW):
        kept[place : place + several] |= whole & (digests[place : place + several] == least)
    return np.flatnonzero(kept)
