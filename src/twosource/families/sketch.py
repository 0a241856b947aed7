"""An article's sketch: the fingerprints by which texts that share wording find one another.

Of every eight neighbouring runs of five words one is kept (winnowing: Schleimer, Wilkerson and
Aiken, SIGMOD 2003), so that a passage of twenty words leaves at least two in either text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.text.shingles import SHINGLE_WORDS, Keys, Places, Wording, shingles, winnow

_SKETCHED_AT_ONCE: Final = 1 << 15
"""Words of a round: its arrays stay in the processor's cache."""


class Sketch(NamedTuple):
    """The fingerprints of a text, in the order of the text: arrays of one length.

    ``digests`` are digests of runs of five words, ``places`` the numbers of their first words,
    ``quoted`` tells the runs that stand in quotations, if only with one word.
    """

    digests: Keys
    places: Places
    quoted: NDArray[np.bool_]

    def keep(self, kept: NDArray[np.bool_]) -> Sketch:
        """Return some of the fingerprints."""
        return Sketch(self.digests[kept], self.places[kept], self.quoted[kept])


def read_sketches(wordings: Sequence[Wording]) -> Iterator[Sketch]:
    """Yield the sketches of wordings, many of them made together."""
    first = words = 0
    for last, wording in enumerate(wordings, start=1):
        words += len(wording.keys)
        if words >= _SKETCHED_AT_ONCE or last == len(wordings):
            yield from _read_round(wordings[first:last])
            first, words = last, 0


def _read_round(wordings: Sequence[Wording]) -> Iterator[Sketch]:
    ends = np.cumsum([len(wording.keys) for wording in wordings])
    digests = shingles(np.concatenate([wording.keys for wording in wordings]))
    kept = winnow(digests, ends)
    quoted = np.cumsum(np.concatenate([np.zeros(1, np.bool_), *(w.quoted for w in wordings)]))
    inside = quoted[kept + SHINGLE_WORDS] > quoted[kept]
    digests = digests[kept]
    bounds = np.searchsorted(kept, ends).tolist()
    start = first = 0
    for wording, bound in zip(wordings, bounds, strict=True):
        yield Sketch(
            digests[start:bound],
            (kept[start:bound] - first).astype(np.int32),
            inside[start:bound],
        )
        start, first = bound, first + len(wording.keys)
