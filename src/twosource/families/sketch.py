"""Sketches of articles: the fingerprints by which texts that share wording find one another.

Of every eight neighbouring runs of five words one is kept (winnowing: Schleimer, Wilkerson and
Aiken, SIGMOD 2003), so that a passage of twenty words leaves at least two in either text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.text.shingles import (
    SHINGLE_WORDS,
    Keys,
    Places,
    Sheet,
    Wording,
    shingles,
    winnow,
)

_SKETCHED_AT_ONCE: Final = 1 << 15
"""Words of a round: its arrays stay in the processor's cache."""


class Sketches(NamedTuple):
    """The fingerprints of texts, in the order of the texts: arrays of one length.

    ``digests`` are digests of runs of five words, ``places`` the numbers of their first words,
    ``quoted`` tells the runs that stand in quotations, if only with one word, ``texts`` are the
    numbers of the texts, ascending. ``wordings`` are digests of all the words of each text, as
    printed.
    """

    digests: Keys
    places: Places
    quoted: NDArray[np.bool_]
    texts: NDArray[np.int32]
    wordings: Keys

    def find_bounds(self) -> list[int]:
        """Return where each text's fingerprints begin, and the end of them all."""
        bounds: list[int] = np.searchsorted(self.texts, np.arange(len(self.wordings) + 1)).tolist()
        return bounds


def read_sketches(wordings: Sequence[Wording]) -> Sketches:
    """Return the sketches of wordings, many of them made together."""
    rounds = [_read_round([])]
    first = words = 0
    for last, wording in enumerate(wordings, start=1):
        words += wording.size
        if words >= _SKETCHED_AT_ONCE or last == len(wordings):
            here = _read_round(wordings[first:last])
            rounds.append(here._replace(texts=here.texts + np.int32(first)))
            first, words = last, 0
    return Sketches(*(np.concatenate(columns) for columns in zip(*rounds, strict=True)))


def _read_round(wordings: Sequence[Wording]) -> Sketches:
    sizes = np.array([wording.size for wording in wordings], dtype=np.int64)
    ends = np.cumsum(sizes)
    sheet = Sheet(wordings)
    keys, exact = sheet.keys, sheet.exact
    place = np.arange(len(keys)) - np.repeat(ends - sizes, sizes)
    sums = np.zeros(len(keys) + 1, dtype=np.uint64)
    np.cumsum((keys + exact) * (2 * place + 1).astype(np.uint64), out=sums[1:])
    digests = shingles(keys)
    kept = winnow(digests, ends)
    quoted = np.cumsum(np.concatenate([np.zeros(1, np.bool_), *(w.quoted for w in wordings)]))
    texts = np.searchsorted(ends, kept, side="right")
    return Sketches(
        digests[kept],
        (kept - (ends - sizes)[texts]).astype(np.int32),
        quoted[kept + SHINGLE_WORDS] > quoted[kept],
        texts.astype(np.int32),
        sums[ends] - sums[ends - sizes],
    )
