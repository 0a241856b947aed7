"""Which articles may share a text: those that have fingerprints in common.

The index holds every distinct wording once, so a dispatch that a thousand clients print unchanged
costs one entry. A fingerprint of very many texts (a dispatch in a thousand house styles, a notice
of the house) is linked along a line instead of in all pairs, so the work stays linear.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import numpy as np

from twosource.families.witness import FEWEST_WORDS, Witness
from twosource.text.shingles import shingles, winnow

FEWEST_SHARED = 2
"""Fingerprints in common before two texts are collated: recall counts, collating is cheap."""
LARGEST_SQUARE = 40
"""Up to so many texts with one fingerprint are all paired; more are paired with near neighbours."""
MOST_MATES = 24
"""A text is collated with so many of its closest; the copies of one dispatch hang together by far
fewer, and a thousand clients cost a thousand times this, not a million."""
_NEIGHBOURS = 3


class Candidates(NamedTuple):
    """Exact copies as (copy, its first by id), and pairs of distinct texts to collate."""

    copies: tuple[tuple[str, str], ...]
    pairs: tuple[tuple[str, str], ...]


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
        first = firsts.setdefault(witness.wording.exact.tobytes(), witness)
        if first is not witness:
            copies.append((witness.article.id, first.article.id))
    distinct = list(firsts.values())
    return Candidates(tuple(copies), _pair(distinct))


def _pair(distinct: list[Witness]) -> tuple[tuple[str, str], ...]:
    """Pair distinct texts that share fingerprints."""
    digests = [np.zeros(0, dtype=np.uint64)]
    holders = [np.zeros(0, dtype=np.int64)]
    for number, witness in enumerate(distinct):
        every = shingles(witness.wording.keys)
        kept = np.unique(every[winnow(every)])
        digests.append(kept)
        holders.append(np.full(len(kept), number, dtype=np.int64))
    digest = np.concatenate(digests)
    holder = np.concatenate(holders)
    order = np.lexsort((holder, digest))
    digest, holder = digest[order], holder[order]
    edges = np.flatnonzero(np.r_[True, digest[1:] != digest[:-1], True])
    shared: dict[tuple[int, int], int] = {}
    for start, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        if end - start < 2:  # noqa: PLR2004 - a pair needs two
            continue
        group = holder[start:end].tolist()
        for pair in _link(group, distinct):
            shared[pair] = shared.get(pair, 0) + 1
    return tuple(
        sorted((distinct[a].article.id, distinct[b].article.id) for a, b in _keep_closest(shared))
    )


def _keep_closest(shared: Mapping[tuple[int, int], int]) -> set[tuple[int, int]]:
    """Keep the pairs that are among the closest of one of their two texts."""
    mates: dict[int, list[tuple[int, int]]] = {}
    for (a, b), count in shared.items():
        if count >= FEWEST_SHARED:
            mates.setdefault(a, []).append((-count, b))
            mates.setdefault(b, []).append((-count, a))
    return {
        (min(text, other), max(text, other))
        for text, known in mates.items()
        for _, other in sorted(known)[:MOST_MATES]
    }


def _link(group: list[int], distinct: list[Witness]) -> list[tuple[int, int]]:
    """Return the pairs that one fingerprint's holders make."""
    if len(group) <= LARGEST_SQUARE:
        return list(combinations(group, 2))
    # Neighbours in length: whole copies stand next to whole copies, cuts next to like cuts; and all
    # are paired with the fullest, in which the cuts of one text all lie.
    ranked = sorted(group, key=lambda number: (-len(distinct[number].wording.keys), number))
    pairs = {(min(ranked[0], other), max(ranked[0], other)) for other in ranked[1:]}
    for step in range(1, _NEIGHBOURS + 1):
        pairs |= {(min(a, b), max(a, b)) for a, b in zip(ranked, ranked[step:], strict=False)}
    return sorted(pairs)
