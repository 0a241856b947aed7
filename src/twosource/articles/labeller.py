"""What each line of a page is, learned from marked pages: a small net that reads all lines at once.

A row of numbers a line (``traits.py``) and the line's words go in; a few layers, each looking at
lines further above and below, give the chance of every kind of part, of standing outside every
article, in a head or in a body, and of being where an article begins. How it was trained stands in
training/lines; the method is a dilated convolution over lines (Yu and Koltun, 2016).
"""

from __future__ import annotations

from functools import cache
from typing import Any, Final, NamedTuple, get_args

import numpy as np
from numpy.typing import NDArray

from twosource import weights
from twosource.articles.traits import Numbers, Traits
from twosource.records import PartKind

KINDS: Final[tuple[PartKind, ...]] = get_args(PartKind)
REGIONS: Final = ("outside", "head", "body")
DILATIONS: Final = (1, 2, 4, 8, 16, 1)
"""How far apart the lines are that each layer looks at."""

_AT_A_TIME: Final = 32

Arrays = dict[str, NDArray[Any]]


class Scores(NamedTuple):
    """Logarithms of chances, a row a line: of kinds, of regions, of an article's beginning.

    ``rows`` are the lines' own numbers, from which they were told.
    """

    kinds: Numbers
    regions: Numbers
    starts: Numbers
    rows: Numbers


@cache
def load_net() -> Arrays:
    """Return the net that ships."""
    return widen(weights.load_arrays("lines.npz"))


def widen(arrays: Arrays) -> Arrays:
    """Return a net's arrays in the precision that they are reckoned with."""
    return {name: array.astype(np.float32) for name, array in arrays.items()}


def score_lines(traits: Traits) -> Scores:
    """Return what the net makes of a page's lines."""
    arrays = load_net()
    count = len(traits.rows)
    rows = (traits.rows - arrays["mean"]) / arrays["spread"]
    said = np.zeros((count, arrays["words"].shape[1]), dtype=np.float32)
    if count:
        np.add.reduceat(arrays["words"][traits.buckets], traits.starts, axis=0, out=said)
        said /= np.diff(np.append(traits.starts, len(traits.buckets)))[:, None]
    state = np.maximum(
        _multiply(np.hstack((rows, said)), arrays["first"]) + arrays["first_bias"], 0
    )
    for layer, reach in enumerate(DILATIONS):
        state = state + _look_around(
            state, reach, arrays[f"layer{layer}"], arrays[f"layer{layer}_bias"]
        )
    out = _multiply(state, arrays["last"]) + arrays["last_bias"]
    borders = len(KINDS), len(KINDS) + len(REGIONS)
    return Scores(
        _log_shares(out[:, : borders[0]]),
        _log_shares(out[:, borders[0] : borders[1]]),
        out[:, borders[1]],
        traits.rows,
    )


def _multiply(state: Numbers, matrix: Numbers) -> Numbers:
    """Multiply a few lines at a time: too little for a library to part among threads.

    So the numbers are the same on any number of cores, and no core is kept waiting for another.
    """
    parts = [state[i : i + _AT_A_TIME] @ matrix for i in range(0, len(state), _AT_A_TIME)]
    return np.concatenate(parts) if parts else np.zeros((0, matrix.shape[1]), dtype=np.float32)


def _look_around(state: Numbers, reach: int, layer: Numbers, bias: Numbers) -> Numbers:
    """Return what one layer adds to each line from itself and the lines ``reach`` away."""
    out = _multiply(state, layer[1]) + bias
    if len(state) > reach:
        out[reach:] += _multiply(state[:-reach], layer[0])
        out[:-reach] += _multiply(state[reach:], layer[2])
    kept: Numbers = np.maximum(out, 0)
    return kept


def _log_shares(out: Numbers) -> Numbers:
    top = out - out.max(axis=1, keepdims=True)
    shares: Numbers = top - np.log(np.exp(top).sum(axis=1, keepdims=True))
    return shares
