"""How rare a word is in the news: words that every text has say little about a common original.

The background ships with the program, so that what else is in the pile changes nothing.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

from twosource import weights
from twosource.text.shingles import Keys

TABLE = "rarity.npz"
_MASK = np.uint64((1 << 32) - 1)


@cache
def _background() -> tuple[NDArray[np.uint32], NDArray[np.float64], float]:
    """Return known words (ascending), how rare each is, and how rare an unknown word is."""
    held = weights.load_arrays(TABLE)
    most = float(np.log(held["texts"] + 1.0))
    rarity = 1.0 - np.log(held["counts"] + 1.0) / most
    return held["keys"], rarity, 1.0 - float(np.log(2.0)) / most


def read_rarity(keys: Keys) -> NDArray[np.float64]:
    """Return for each word 0 when all news texts have it, near 1 when hardly one has."""
    known, rarity, unknown = _background()
    at, held = _look_up(keys, known)
    return np.where(held, rarity[at], unknown)


def find_unknown(keys: Keys) -> NDArray[np.bool_]:
    """Tell which words no text of the background has."""
    _, held = _look_up(keys, _background()[0])
    return ~held


def _look_up(
    keys: Keys, known: NDArray[np.uint32]
) -> tuple[NDArray[np.signedinteger], NDArray[np.bool_]]:
    """Return where words stand in the background, and whether they do."""
    short = (keys & _MASK).astype(np.uint32)
    at = np.searchsorted(known, short)
    at[at == len(known)] = 0
    return at, known[at] == short
