"""A publisher's furniture: what stands on page after page of its own, whatever the page is about.

A notice, a caption of the house, a weather line says nothing about where a text came from, even
where a reader of pages took it for a paragraph. It is learned from the publisher's own pages in the
pile: a stretch that stands on several of them which otherwise share little. Where most of a page
stands on others too, the publisher printed one text again, and nothing is learned from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from twosource.families.sketch import Sketches
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

_MULTIPLIER: Final = np.uint64(0x9E3779B97F4A7C15)

Mask = NDArray[np.bool_]


def mark_furniture(witnesses: Mapping[str, Witness], sketches: Sketches) -> dict[str, Witness]:
    """Return the witnesses by the same ids, with the words of their publishers' furniture marked.

    ``sketches`` are the witnesses', in their order. An article whose publisher is not known has no
    furniture.
    """
    ids = list(witnesses)
    masks: dict[int, Mask] = {}
    repeated = _find_repeated([_find_publisher(witnesses[id_].article) for id_ in ids], sketches)
    for text, first, last in _find_stretches(sketches, repeated):
        words = witnesses[ids[text]].wording.size
        masks.setdefault(text, np.zeros(words, dtype=np.bool_))[first:last] = True
    marked = {ids[text]: replace(witnesses[ids[text]], furniture=masks[text]) for text in masks}
    return {**witnesses, **marked}


def _find_publisher(article: Article) -> str:
    """Return the id of who printed the page: the aggregator where there is one, else the outlet."""
    printer = article.via or article.outlet
    return "" if printer is None else printer.id


def _find_repeated(publishers: Sequence[str], sketches: Sketches) -> Mask:
    """Tell which fingerprints may be furniture; ``publishers`` are those of the pages."""
    repeated = np.zeros(len(sketches.digests), dtype=np.bool_)
    numbers = {name: at for at, name in enumerate(sorted({"", *publishers}))}
    publisher = np.array([numbers[name] for name in publishers], dtype=np.uint64)
    known = np.flatnonzero(publisher[sketches.texts] > 0)
    bits = np.uint64(max(1, len(repeated).bit_length()))
    # One number holds a digest of fingerprint and publisher, shortened, and the place.
    digests = (sketches.digests[known] + publisher[sketches.texts[known]]) * _MULTIPLIER
    entries = (digests >> bits) << bits | known.astype(np.uint64)
    entries.sort()
    digests = entries >> bits
    alone = np.ones(len(digests), dtype=np.bool_)
    alone[1:] = digests[1:] != digests[:-1]
    alone[:-1] &= alone[1:]
    digests, entries = digests[~alone], entries[~alone]
    if not len(entries):
        return repeated
    places = (entries & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int64)
    page = sketches.texts[places]
    new = np.ones(len(digests), dtype=np.bool_)
    new[1:] = digests[1:] != digests[:-1]
    first = np.flatnonzero(new)
    size = np.diff(np.append(first, len(digests)))
    once = new.copy()
    once[1:] |= page[1:] != page[:-1]
    elsewhere = np.repeat(np.add.reduceat(once, first, dtype=np.int64) > 1, size)
    several = len(publishers)
    held = np.bincount(sketches.texts, minlength=several)
    fresh = held - np.bincount(page[elsewhere], minlength=several) >= FRESH * held
    tellers = np.add.reduceat(once & fresh[page], first, dtype=np.int64)
    repeated[places[np.repeat(tellers >= FEWEST_PAGES, size)]] = True
    return repeated


def _find_stretches(sketches: Sketches, repeated: Mask) -> Iterator[tuple[int, int, int]]:
    """Yield the stretches whose fingerprints are all repeated: text, first and last word."""
    at = np.flatnonzero(repeated)
    follows = (np.diff(at) == 1) & (np.diff(sketches.texts[at]) == 0)
    first = at[np.concatenate([np.ones(min(1, len(at)), np.bool_), ~follows])]
    last = at[np.concatenate([~follows, np.ones(min(1, len(at)), np.bool_)])]
    starts, ends = sketches.places[first], sketches.places[last] + SHINGLE_WORDS
    long = ends - starts >= SHORTEST_STRETCH
    columns = sketches.texts[first][long], starts[long], ends[long]
    yield from zip(*(column.tolist() for column in columns), strict=True)
