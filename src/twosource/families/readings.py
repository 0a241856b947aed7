"""What the copies of one text read alike: which of them share words that others have otherwise.

A reading is a run of five words (in house forms, so that a spelling is none) with the copies that
have it. One copy's own reading tells nothing of where it hangs; a reading of several against
another reading of several shows a branch (Greg, The Calculus of Variants, 1927: "type 2").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.families.witness import Witness
from twosource.records import Span
from twosource.text.house_style import DAYS
from twosource.text.shingles import SHINGLE_WORDS, Keys, shingles, word_key

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]

_DAY_KEYS = np.array(sorted(word_key(day) for day in DAYS), dtype=np.uint64)
DAY_DROPPED = 2 * SHINGLE_WORDS
"""A difference of so few readings that holds a day's name is a habit of the house: "late on
Monday" goes as a whole."""
LARGEST_SPELLED = 12
"""Some houses write numbers up to this one as words; larger ones differ only where they do."""
_FIGURE = re.compile(r"\d[\d.,\u00a0]{0,20}\d")
_NO_DIGIT = re.compile(r"\D")
_FOREIGN = np.uint64(1 << 63)


class Readings(NamedTuple):
    """The readings of some texts, by number; texts are numbered in the order in which they came.

    ``orders`` holds each text's readings in the order of its words, ``holdings`` each text's
    readings once, ascending; ``figures`` are each text's numbers of two digits and more; ``dated``
    marks the readings with a day's name.
    """

    witnesses: tuple[Witness, ...]
    orders: tuple[Numbers, ...]
    holdings: tuple[Numbers, ...]
    figures: tuple[frozenset[str], ...]
    dated: Mask

    @property
    def several(self) -> int:
        """How many readings there are."""
        return len(self.dated)

    def count_holders(self, groups: Sequence[Sequence[int]]) -> Numbers:
        """Return how many of these groups of texts have each reading."""
        held = [
            self.holdings[group[0]]
            if len(group) == 1
            else np.unique(np.concatenate([self.holdings[text] for text in group]))
            for group in groups
        ]
        return np.bincount(np.concatenate(held), minlength=self.several)

    def span_of(self, text: int, wanted: Mask) -> Span | None:
        """Return where a text has most of the wanted ones of its readings in a row."""
        longest = max(find_runs(wanted), key=lambda run: (run[1] - run[0], -run[0]), default=None)
        if longest is None:
            return None
        witness = self.witnesses[text]
        last = min(longest[1] + SHINGLE_WORDS - 2, len(witness.wording.ends) - 1)
        return Span(
            witness.article.id,
            int(witness.wording.starts[longest[0]]),
            int(witness.wording.ends[last]),
        )


class Variants(NamedTuple):
    """Where others read alike and one text has something else, one flag a reading.

    ``dividing`` are the readings that stand against words which others have too, ``refuting``
    those that stand against words of this text alone, or against nothing.
    """

    dividing: Mask
    refuting: Mask


def read_readings(witnesses: Sequence[Witness], foreign: Sequence[Mask]) -> Readings:
    """Return the readings of witnesses; ``foreign`` marks each one's words from other texts."""
    runs, days = [], []
    for number, (witness, other) in enumerate(zip(witnesses, foreign, strict=True)):
        run = shingles(witness.wording.keys) >> np.uint64(1)
        # A number that no other text can have: what comes from elsewhere is shared with nobody.
        taken = np.flatnonzero(_widen(other))
        run[taken] = _FOREIGN + np.uint64(number << 32) + taken.astype(np.uint64)
        runs.append(run)
        days.append(_widen(witness.wording.tell(_are_days)))
    known, numbers = np.unique(np.concatenate(runs), return_inverse=True)
    dated = np.zeros(len(known), dtype=np.bool_)
    dated[numbers[np.concatenate(days)]] = True
    ends = np.cumsum([len(run) for run in runs])[:-1]
    orders = tuple(np.split(numbers.astype(np.int64), ends))
    return Readings(
        witnesses=tuple(witnesses),
        orders=orders,
        holdings=tuple(np.unique(order) for order in orders),
        figures=tuple(_read_figures(*pair) for pair in zip(witnesses, foreign, strict=True)),
        dated=dated,
    )


def _are_days(keys: Keys) -> Mask:
    return np.isin(keys, _DAY_KEYS)


def _read_figures(witness: Witness, foreign: Mask) -> frozenset[str]:
    """Return the figures among a text's own words: a new toll survives any rewriting."""
    text = witness.article.text
    figures = [
        figure
        for part in witness.article.parts
        if part.kind == "body"
        for figure in _FIGURE.finditer(text, part.start, part.end)
    ]
    if not figures:
        return frozenset()
    starts = [figure.start() for figure in figures]
    words = np.searchsorted(witness.wording.ends, starts, side="right").tolist()
    digits = (
        _NO_DIGIT.sub("", figure[0])
        for figure, word in zip(figures, words, strict=True)
        if word < len(foreign) and not foreign[word]
    )
    return frozenset(number for number in digits if int(number) > LARGEST_SPELLED)


def _widen(words: Mask) -> Mask:
    """Mark the runs of five words that hold a marked word."""
    count = max(0, len(words) - SHINGLE_WORDS + 1)
    marked = np.zeros(count, dtype=np.bool_)
    for place in range(SHINGLE_WORDS):
        marked |= words[place : place + count]
    return marked


def find_runs(flags: Mask) -> list[tuple[int, int]]:
    """Return where flags are set in a row, half open."""
    framed = np.zeros(len(flags) + 2, dtype=np.bool_)
    framed[1:-1] = flags
    edges = np.flatnonzero(framed[1:] != framed[:-1]).tolist()
    return list(zip(edges[::2], edges[1::2], strict=True))


def compare_with(readings: Readings, text: int, texts: Sequence[int], holders: Numbers) -> Variants:
    """Return where several others read alike against this text; ``holders``: how many have each."""
    place = np.full(readings.several, -1, dtype=np.int64)
    order = readings.orders[text]
    place[order[::-1]] = np.arange(len(order))[::-1]
    plural = np.concatenate(([0], np.cumsum(holders[order] > 1)))
    found = Variants(*(np.zeros(readings.several, dtype=np.bool_) for _ in Variants._fields))
    for other in texts:
        if other == text:
            continue
        here = readings.orders[other]
        there = place[here]
        for first, last in find_runs(there < 0):
            run = here[first:last]
            run = run[holders[run] > 1]
            before = int(there[first - 1]) if first else -1
            after = int(there[last]) if last < len(here) else len(order)
            if not len(run) or after <= before:
                continue
            if plural[after] > plural[before + 1]:
                found.dividing[run] = True
            elif len(run) > DAY_DROPPED or not readings.dated[run].any():
                found.refuting[run] = True
    return found
