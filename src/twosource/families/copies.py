"""Copies of copies: which text was made from another copy, not from what both seem to hang from.

Who takes over a copy takes over what its desk did to it: the headline that it gave, the word that
it changed. So a text all of whose shared readings stand in another copy, and that has that copy's
mark besides, was made from it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from twosource.families.readings import Numbers, Readings
from twosource.families.witness import Witness
from twosource.records import Reason, Span
from twosource.text.words import folded_words

_A_PAIR = 2
FULLER = 1.02
"""A copy may have so many times the readings of its model: a dateline is no new text."""
FEWEST_BESIDE = 3
"""Below a lost text, what just two copies have may be its own, unless so many others have not."""

Pair = tuple[int, int]


class Copied(NamedTuple):
    """From which copy another was made, by its number, and why."""

    model: int
    why: Reason


def find_copied(readings: Readings, siblings: Sequence[int], *, held: bool) -> dict[int, Copied]:
    """Return which of the texts below one text were made from another of them, and why.

    ``held`` says that the text above is no lost one, so that words which it has not, and just two
    copies have, are known to be a change; below a lost text these count only where dates tell which
    of the two was first. A headline that just two have counts always. On the simulated press
    (build) four in five that it finds are right.
    """
    witnesses, among = readings.witnesses, set(siblings)
    beside = 1 if held else FEWEST_BESIDE
    holders = readings.count_holders([[text] for text in range(len(witnesses))])
    headed = set(_share_headlines(witnesses, beside))
    offers = []
    for pair in sorted(headed | set(_share_words(readings, holders))):
        for copy, model in (pair, pair[::-1]) if among.issuperset(pair) else ():
            later = _compare_dates(witnesses[copy], witnesses[model])
            told = pair in headed or held or (later > 0 and len(among) >= _A_PAIR + beside)
            if told and later >= 0 and _holds_all(readings, holders, copy, model):
                offers.append((pair not in headed, -later, copy, model))
    ways = {(copy, model) for *_, copy, model in offers}
    found: dict[int, Copied] = {}
    for by_words, _, copy, model in sorted(offers):
        if (model, copy) in ways:
            continue  # each may have been made from the other
        above = model
        while above in found:
            above = found[above].model
        if copy not in found and above != copy:
            why = _quote_words if by_words else _quote_headlines
            found[copy] = Copied(model, why(readings, holders, copy, model))
    return found


def _share_headlines(witnesses: Sequence[Witness], beside: int) -> Iterator[Pair]:
    """Yield the pairs of texts that have a headline which no other has, whatever its capitals.

    At least so many have another one ``beside`` it.
    """
    known: dict[tuple[str, ...], list[int]] = {}
    for text, witness in enumerate(witnesses):
        headline = tuple(folded_words(witness.article.headline or ""))
        if headline:
            known.setdefault(headline, []).append(text)
    if sum(map(len, known.values())) >= _A_PAIR + beside:
        yield from ((texts[0], texts[1]) for texts in known.values() if len(texts) == _A_PAIR)


def _share_words(readings: Readings, holders: Numbers) -> Iterator[Pair]:
    """Yield the pairs of texts that have a reading which no other has."""
    own = [held[holders[held] == _A_PAIR] for held in readings.holdings]
    texts = np.repeat(np.arange(len(own)), [len(held) for held in own])
    pairs = texts[np.argsort(np.concatenate(own), kind="stable")].reshape(-1, _A_PAIR)
    yield from ((int(one), int(other)) for one, other in np.unique(pairs, axis=0))


def _compare_dates(copy: Witness, model: Witness) -> int:
    """Return 1 where the copy is dated after its model, -1 before, 0 where that does not show."""
    dates = [witness.article.published.value or "" for witness in (copy, model)]
    shorter = min(map(len, dates))
    after, before = (date[:shorter] for date in dates)
    return (after > before) - (after < before)


def _holds_all(readings: Readings, holders: Numbers, copy: int, model: int) -> bool:
    """Tell whether a model has all that its copy shares with anybody."""
    mine, theirs = readings.holdings[copy], readings.holdings[model]
    shared = mine[holders[mine] > 1]
    fits = len(mine) <= FULLER * len(theirs)
    return fits and bool(np.isin(shared, theirs, assume_unique=True).all())


def _quote_headlines(readings: Readings, _: Numbers, copy: int, model: int) -> Reason:
    """Quote the headline of both."""
    articles = [readings.witnesses[text].article for text in (copy, model)]
    spans = [
        next((Span(a.id, p.start, p.end) for p in a.parts if p.kind == "headline"), None)
        for a in articles
    ]
    return Reason("headline-of-one-copy", 0.6, tuple(span for span in spans if span is not None))


def _quote_words(readings: Readings, holders: Numbers, copy: int, model: int) -> Reason:
    """Quote what the two alone have."""
    both = np.zeros(readings.several, dtype=np.bool_)
    both[np.intersect1d(readings.holdings[copy], readings.holdings[model])] = True
    both &= holders == _A_PAIR
    spans = (readings.span_of(text, both[readings.orders[text]]) for text in (copy, model))
    return Reason("words-of-one-copy", 0.6, tuple(span for span in spans if span is not None))
