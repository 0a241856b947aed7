"""A publisher's furniture: what stands on page after page of its own, whatever the page is about.

A notice, a caption of the house, a weather line says nothing about where a text came from, even
where a reader of pages took it for a paragraph. It is learned from the publisher's own pages in the
pile: a stretch that stands on several of them which otherwise share little. Where most of a page
stands on others too, the publisher printed one text again, and nothing is learned from it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.families.sketch import Sketch
from twosource.families.witness import Witness
from twosource.records import Article
from twosource.text.shingles import SHINGLE_WORDS, WINNOWING_WINDOW

FEWEST_PAGES: Final = 3
"""Pages of one publisher, each with something of its own to tell, on which a stretch is furniture.
"""
FRESH: Final = 0.5
"""The share of a page's fingerprints that stand on no other page of its publisher, from which it
has something of its own to tell."""
SHORTEST_STRETCH: Final = SHINGLE_WORDS + WINNOWING_WINDOW - 1
"""Words; what is shorter is a phrase of the language, which many pages have."""

Mask = NDArray[np.bool_]


def mark_furniture(witnesses: Mapping[str, Witness]) -> dict[str, Witness]:
    """Return the witnesses by the same ids, with the words of their publishers' furniture marked.

    Their sketches are left without it. An article whose publisher is not known has no furniture.
    """
    marked = dict(witnesses)
    publishers = {id_: _find_publisher(witness.article) for id_, witness in witnesses.items()}
    known = sorted(id_ for id_, publisher in publishers.items() if publisher)
    numbers = {name: at for at, name in enumerate(sorted(set(publishers.values())))}
    pages = _Pages(
        [witnesses[id_].sketch for id_ in known], [numbers[publishers[id_]] for id_ in known]
    )
    for at, repeated in _find_repeated(pages).items():
        witness = witnesses[known[at]]
        words = _find_stretches(witness.sketch, repeated, len(witness.wording.keys))
        if words.any():
            sketch = witness.sketch.keep(~words[witness.sketch.places])
            marked[known[at]] = replace(witness, sketch=sketch, furniture=words)
    return marked


def _find_publisher(article: Article) -> str:
    """Return the id of who printed the page: the aggregator where there is one, else the outlet."""
    printer = article.via or article.outlet
    return "" if printer is None else printer.id


class _Pages(NamedTuple):
    """Pages by their number: the sketch of each, and the number of its publisher."""

    sketches: Sequence[Sketch]
    publishers: Sequence[int]


def _find_repeated(pages: _Pages) -> dict[int, Mask]:
    """Return the pages that may hold furniture, and which of their fingerprints may be it."""
    sizes = [len(sketch.digests) for sketch in pages.sketches]
    page = np.repeat(np.arange(len(sizes)), sizes)
    publisher = np.repeat(np.array(pages.publishers, dtype=np.int64), sizes)
    digest = np.concatenate([np.zeros(0, dtype=np.uint64), *(s.digests for s in pages.sketches)])
    order = np.lexsort((page, digest, publisher))
    page, publisher, digest = page[order], publisher[order], digest[order]
    same = np.zeros(len(page), dtype=np.bool_)
    same[1:] = (publisher[1:] == publisher[:-1]) & (digest[1:] == digest[:-1])
    first = np.flatnonzero(~same)
    if not len(first):
        return {}
    lone = np.ones(len(page), dtype=np.int64)
    lone[1:] = ~(same[1:] & (page[1:] == page[:-1]))
    size = np.diff(np.append(first, len(page)))
    elsewhere = np.repeat(np.add.reduceat(lone, first) > 1, size)
    fresh = np.bincount(page[~elsewhere], minlength=len(sizes)) >= FRESH * np.array(sizes)
    tellers = np.add.reduceat(lone * fresh[page], first)
    repeated = np.zeros(len(page), dtype=np.bool_)
    repeated[order] = np.repeat(tellers >= FEWEST_PAGES, size)
    begins = np.cumsum(sizes) - sizes
    return {
        at: repeated[begins[at] : begins[at] + sizes[at]]
        for at in np.unique(page[repeated[order]]).tolist()
    }


def _find_stretches(sketch: Sketch, repeated: Mask, words: int) -> Mask:
    """Mark the words of a text's stretches whose fingerprints are all repeated."""
    marked = np.zeros(words, dtype=np.bool_)
    bounds = np.flatnonzero(np.diff(repeated, prepend=False, append=False))
    for first, last in bounds.reshape(-1, 2).tolist():
        start, end = int(sketch.places[first]), int(sketch.places[last - 1]) + SHINGLE_WORDS
        if end - start >= SHORTEST_STRETCH:
            marked[start:end] = True
    return marked
