"""Every distinct word of a pile is looked at once: its house form, and digests of both.

Words are told apart by a hash of their letters, which never leaves this module: two forms of one
word that hash apart cost a second look, and what is told outside are digests of the words.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import lru_cache
from typing import Any, Final, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from twosource.text.house_style import OPENS_PHRASE, house_form
from twosource.text.scanning import Scan
from twosource.text.words import fold

Keys: TypeAlias = NDArray[np.uint64]
Forms: TypeAlias = NDArray[np.uint32]
Numbers: TypeAlias = NDArray[np.int32]
Told = TypeVar("Told", bound=NDArray[Any])
_BASE: Final = np.uint64(0x2545F4914F6CDD1D)
_MIX: Final = np.uint64(0x9E3779B97F4A7C15)
_PERIOD: Final = 1 << 18
_FORM: Final = (1 << 32) - 1
_HALF: Final = np.uint64(32)
_FIRST_WORDS: Final = 1 << 9
_SLOTS_A_WORD: Final = 4


def _powers(base: int) -> Keys:
    return np.multiply.accumulate(
        np.concatenate([np.ones(1, np.uint64), np.full(_PERIOD - 1, base, np.uint64)])
    )


_POWERS: Final = _powers(int(_BASE))
_INVERSES: Final = _powers(pow(int(_BASE), -1, 1 << 64))


@lru_cache(maxsize=400_000)
def word_key(folded: str) -> int:
    """Return the 64-bit digest of a folded word."""
    return int.from_bytes(hashlib.blake2b(folded.encode(), digest_size=8).digest(), "little")


def exact_key(printed: str) -> int:
    """Return a short digest of words as printed; only case and the apostrophe's form are folded."""
    return word_key(printed.replace("\u2019", "'").casefold()) & _FORM


class Vocabulary:
    """The distinct words met so far: a hash table in arrays, asked for many words at once."""

    def __init__(self) -> None:
        """Begin with no word."""
        self.folded: list[str] = []
        self._keys = np.zeros(_FIRST_WORDS, dtype=np.uint64)
        self._exact = np.zeros(_FIRST_WORDS, dtype=np.uint32)
        self._opens = np.zeros(_FIRST_WORDS, dtype=np.bool_)
        self._hashes = np.zeros(_FIRST_WORDS, dtype=np.uint64)
        self._slots = np.full(_SLOTS_A_WORD * _FIRST_WORDS, -1, dtype=np.int32)
        self._phrases: dict[tuple[str, str], int] = {}
        self._told: dict[Callable[[Keys], Any], NDArray[Any]] = {}

    def keys(self, numbers: Numbers) -> Keys:
        """Return the digests of the words' house forms."""
        return self._keys[numbers]

    def exact(self, numbers: Numbers) -> Forms:
        """Return short digests of the words as printed: they tell forms of one word apart."""
        return self._exact[numbers]

    def opens_phrase(self, numbers: Numbers) -> NDArray[np.bool_]:
        """Tell the words that may open a phrase with a short form, as United States."""
        return self._opens[numbers]

    def tell(self, read: Callable[[Keys], Told]) -> Told:
        """Return what a function tells of the keys of all words, by their numbers."""
        told = self._told.get(read)
        if told is None or len(told) < len(self.folded):
            told = self._told[read] = read(self._keys[: len(self.folded)])
        return cast("Told", told)

    def number(self, form: str, printed: str) -> int:
        """Return the number of a phrase with a short form."""
        known = self._phrases.get((form, printed))
        if known is None:
            known = self._phrases[form, printed] = self._enter(printed, form)
        return known

    def look_up(self, found: Scan) -> Numbers:
        """Return the number of each word, new words numbered as they come."""
        hashes = _hash(found)
        numbers = self._find(hashes)
        missing = np.flatnonzero(numbers < 0)
        if len(missing):
            _, first = np.unique(hashes[missing], return_index=True)
            for word in missing[np.sort(first)].tolist():
                self._add(int(hashes[word]), found.text[found.starts[word] : found.ends[word]])
            numbers[missing] = self._find(hashes[missing])
        return numbers

    def _find(self, hashes: Keys) -> Numbers:
        """Return the words' numbers, -1 for new ones: slots are tried from the hash's own on."""
        numbers = np.full(len(hashes), -1, dtype=np.int32)
        last = len(self._slots) - 1
        slots = (hashes >> _HALF).astype(np.int64) & last
        looking = np.arange(len(hashes))
        while len(looking):
            met = self._slots[slots]
            known = (met >= 0) & (self._hashes[met] == hashes[looking])
            numbers[looking[known]] = met[known]
            going_on = (met >= 0) & ~known
            looking = looking[going_on]
            slots = (slots[going_on] + 1) & last
        return numbers

    def _add(self, hashed: int, printed: str) -> None:
        folded = fold(printed)
        number = self._enter(printed, house_form(folded), folded)
        self._opens[number] = folded in OPENS_PHRASE
        self._hashes[number] = hashed
        self._put(number, hashed)

    def _enter(self, printed: str, form: str, folded: str = "") -> int:
        """Give a word, or a phrase, the next number."""
        number = len(self.folded)
        if number == len(self._keys):
            self._grow()
        self.folded.append(folded)
        self._keys[number] = word_key(form)
        self._exact[number] = exact_key(printed)
        return number

    def _put(self, number: int, hashed: int) -> None:
        last = len(self._slots) - 1
        slot = (hashed >> int(_HALF)) & last
        while self._slots[slot] >= 0:
            slot = (slot + 1) & last
        self._slots[slot] = number

    def _grow(self) -> None:
        """Make room for twice as many words."""
        known = len(self._keys)
        self._keys = np.concatenate([self._keys, np.zeros_like(self._keys)])
        self._exact = np.concatenate([self._exact, np.zeros_like(self._exact)])
        self._opens = np.concatenate([self._opens, np.zeros_like(self._opens)])
        self._hashes = np.concatenate([self._hashes, np.zeros_like(self._hashes)])
        self._slots = np.full(2 * len(self._slots), -1, dtype=np.int32)
        for number, hashed in enumerate(self._hashes[:known].tolist()):
            if hashed:  # phrases have none: they are looked up by what they say
                self._put(number, hashed)


def _hash(found: Scan) -> Keys:
    """Hash every word: a polynomial over its letters, from sums that run over the whole text."""
    sums = np.zeros(len(found.codes) + 1, dtype=np.uint64)
    powers = _POWERS if len(found.codes) <= _PERIOD else np.resize(_POWERS, len(found.codes))
    np.cumsum(found.codes * powers[: len(found.codes)], out=sums[1:])
    hashes: Keys = (sums[found.ends] - sums[found.starts]) * _INVERSES[found.starts & (_PERIOD - 1)]
    hashes = (hashes ^ (hashes >> _HALF)) * _MIX
    return hashes ^ (hashes >> _HALF)
