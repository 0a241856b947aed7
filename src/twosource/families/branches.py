"""The branches of a family: which copies descend from one copy or one lost text below the original.

Copies that share readings against those of several others are a branch; within a branch the same
question is asked again. The text above a branch is one of its copies where that copy reads nowhere
alone against the others; otherwise it is lost.
"""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from twosource.families.readings import Mask, Numbers, Readings, compare_with, find_runs
from twosource.records import Reason, Span

LONGEST_CHANCE = 12
"""Readings in a row (runs of five words) that two who rewrite one text may come to share. Chosen on
the simulated press (half build): of pairs with more, .93 are of one branch."""
FEWEST_PIECES = 25
MOSTLY = 0.5
"""Two copies with so many of their changes in common (and at least ``FEWEST_PIECES`` readings) are
a branch too, however short the pieces."""
FEWEST_AGAINST = 8
"""Readings of several others against one copy's own that show it is not their original: one
changed word makes five."""
FEWEST_PARTED = 4
"""Two readings of two texts each are the fewest that divide."""
CHANCE_AGAINST = 0.1
MARGIN = 3
"""Those who rewrite a text choose some words alike by chance: up to so large a share of a copy's
readings may stand against it where they are so many times fewer than against any other copy."""
LEADERS = 8
"""A copy is compared with so many of those nearest to it; a branch hangs together by far fewer."""
MOST_COMPARED = 40
"""A copy is held against so many others, the fullest first, before it is taken for their text."""
MOST_TRIED = 8
"""So many copies, the fullest first, are tried for the text above a branch."""
_A_PAIR = 2
MOST_QUOTED = 3
"""So many copies are asked for words that show which text is above them."""
READ_ALONE = "every-copy-reads-alone"
NOT_IDENTIFIED = Reason("original-not-identified", 0.5)


class Branch(NamedTuple):
    """A text with what was made from it; ``text`` is its number, None where it is lost.

    ``why`` says why the texts below are one branch, or which of them is the text above them.
    """

    text: int | None
    below: tuple[Branch, ...]
    why: Reason | None = None


Settle = Callable[[Sequence[int]], tuple[int, Reason] | None]
"""Given texts that could each be the one above the others, says which it is, if it shows."""


class Signs(NamedTuple):
    """What pages say of the texts, by number.

    ``own`` are prints of the maker itself, ``signed`` texts that an outlet's own reporter signs,
    ``merged`` texts put together from several, from which nothing was made.
    """

    settle: Settle
    own: frozenset[int] = frozenset()
    signed: frozenset[int] = frozenset()
    merged: frozenset[int] = frozenset()


def find_branches(
    readings: Readings,
    texts: Sequence[int],
    signs: Signs,
    *,
    held: bool,
    outside: Sequence[int] = (),
) -> Branch:
    """Return the tree of some texts.

    ``held`` says that the original of all may well be one of them; ``outside`` are texts elsewhere
    in the family.
    """
    if len(texts) == 1:
        return Branch(texts[0], ())
    holders = readings.count_holders([[text] for text in texts])
    ranked = sorted(texts, key=lambda text: (-_rate(readings.holdings[text], holders), text))
    groups, why = _part(readings, ranked, holders)
    taken = {text for group in groups for text in group}
    single = [text for text in ranked if text not in taken]
    items = [*([text] for text in single), *groups, *([list(outside)] if outside else [])]
    able = _find_able(single, len(texts), signs, held=held)
    head, reason = _find_above(readings, able, items, signs)
    below = [Branch(text, ()) for text in single if text != head]
    for group, shared in zip(groups, why, strict=True):
        rest = [text for text in (*ranked, *outside) if text not in set(group)][:MOST_COMPARED]
        branch = find_branches(readings, group, signs, held=False, outside=rest)
        below.append(branch if branch.text is not None else branch._replace(why=shared))
    return Branch(head, tuple(below), reason)


def _find_able(single: Sequence[int], count: int, signs: Signs, *, held: bool) -> list[int]:
    """Return which texts may be the one above the others.

    Below an original, a branch of three and more without a copy that its outlet signs as its own is
    rather a later version of the original, lost like it.
    """
    able = [text for text in single if text not in signs.merged]
    if not held and count > len(able) == 1 and count == _A_PAIR:
        return []
    if not held and count > _A_PAIR:
        able = [text for text in able if text in signs.signed or text in signs.own]
    return able[:MOST_TRIED]


def _rate(held: Numbers, holders: Numbers) -> int:
    """Rate a text by how many others have each of its readings, less what it alone has."""
    shared = holders[held] - 1
    return int(shared.sum() - (shared == 0).sum())


def _part(
    readings: Readings, ranked: Sequence[int], holders: Numbers
) -> tuple[list[list[int]], list[Reason]]:
    """Return the groups of texts that share readings against several others, and why."""
    if len(ranked) < FEWEST_PARTED:
        return [], []
    divides = compare_with(readings, ranked[0], ranked, holders).dividing
    full = np.zeros(readings.several, dtype=np.bool_)
    full[readings.holdings[ranked[0]]] = True
    own = {text: int((~full[readings.holdings[text]]).sum()) for text in ranked}
    # The first texts with each dividing reading, and how many they are.
    leaders = np.full((readings.several, LEADERS), -1, dtype=np.int32)
    led = np.zeros(readings.several, dtype=np.int64)
    above = {text: text for text in ranked}
    shown: dict[int, Mask] = {}
    figured = _Figures(readings, ranked)

    def top(text: int) -> int:
        while above[text] != text:
            text = above[text]
        return text

    for text in ranked[1:]:
        held = readings.holdings[text]
        held = held[divides[held]]
        met = leaders[held]
        common = np.bincount(met[met >= 0])
        near = np.flatnonzero(common)
        for leader in near[np.argsort(-common[near], kind="stable")[:LEADERS]].tolist():
            shared = _share(readings, text, leader, divides, own)
            if shared is not None:
                first, second = sorted((top(leader), top(text)))
                above[second] = first
                shown.setdefault(text, shared)
        for leader in figured.near(text):
            first, second = sorted((top(leader), top(text)))
            above[second] = first
        free = held[led[held] < LEADERS]
        leaders[free, led[free]] = text
        led[free] += 1
    groups: dict[int, list[int]] = {}
    for text in sorted(ranked):
        groups.setdefault(top(text), []).append(text)
    several = [group for group in groups.values() if len(group) > 1]
    return several, [_quote(readings, group, shown) for group in several]


class _Figures:
    """Which texts have new figures in common where the fullest text has others: updates.

    A figure counts when two texts have it, so that one desk's slip is none.
    """

    def __init__(self, readings: Readings, ranked: Sequence[int]) -> None:
        full = readings.figures[ranked[0]]
        holders = Counter(figure for text in ranked for figure in readings.figures[text])
        several = {figure for figure, count in holders.items() if count > 1}
        self._new = {t: (readings.figures[t] - full) & several for t in ranked}
        self._gone = {t: (full - readings.figures[t]) & several for t in ranked}
        self._leaders: dict[str, list[int]] = {}

    def near(self, text: int) -> list[int]:
        """Return texts asked for before that share new figures with this one, and lack the same."""
        found = []
        for figure in sorted(self._new[text]):
            known = self._leaders.setdefault(figure, [])
            found += [one for one in known if self._gone[one] & self._gone[text]]
            if len(known) < LEADERS:
                known.append(text)
        return found


def _share(
    readings: Readings, text: int, other: int, divides: Mask, own: dict[int, int]
) -> Mask | None:
    """Return which of a text's readings it shares with another against others, in their order.

    None where it is too little for a branch.
    """
    order = readings.orders[text]
    held = np.zeros(readings.several, dtype=np.bool_)
    held[readings.holdings[other]] = True
    shared = divides[order] & held[order]
    total = int(np.count_nonzero(shared))
    if total <= LONGEST_CHANCE:
        return None
    longest = max((last - first for first, last in find_runs(shared)), default=0)
    mostly = total >= FEWEST_PIECES and total >= MOSTLY * min(own[text], own[other])
    return shared if longest > LONGEST_CHANCE or mostly else None


def _quote(readings: Readings, group: Sequence[int], shown: dict[int, Mask]) -> Reason:
    """Quote what two of a group share against others."""
    text = next((text for text in group if text in shown), None)
    span = None if text is None else readings.span_of(text, shown[text])
    return Reason("shared-readings", 0.7, () if span is None else (span,))


def _find_words(readings: Readings, wanted: Mask, texts: Sequence[int]) -> tuple[Span, ...]:
    """Return where the first of some texts that has any of the wanted readings has most of them."""
    spans = (readings.span_of(text, wanted[readings.orders[text]]) for text in texts)
    return tuple(itertools.islice(filter(None, spans), 1))


def _find_above(
    readings: Readings, able: Sequence[int], items: Sequence[Sequence[int]], signs: Signs
) -> tuple[int | None, Reason | None]:
    """Return the one text that nowhere reads alone against what two of the others have.

    Where several do not, and nothing settles which was the first, the reason says so.
    """
    if not able:
        return None, None
    if len(able) == 1 and all(set(item) <= {*able, *signs.merged} for item in items):
        return able[0], Reason("merged-from-several", 0.6)
    own = [text for text in able if text in signs.own]
    if own:
        return min(own), Reason("credited-text-held", 0.9)
    holders = readings.count_holders(items)
    texts = [text for item in items for text in item][:MOST_COMPARED]
    refuting = {text: compare_with(readings, text, texts, holders).refuting for text in able}
    against = {text: int(refuting[text].sum()) for text in able}
    ranked = sorted(against, key=lambda text: (against[text], text))
    best, rest = ranked[0], ranked[1:]
    by_chance = CHANCE_AGAINST * len(readings.holdings[best])
    if rest and MARGIN * (against[best] + FEWEST_AGAINST) < against[rest[0]]:
        whole = [best] if against[best] < max(FEWEST_AGAINST, by_chance) else []
    else:
        whole = [text for text in ranked if against[text] < FEWEST_AGAINST]
    if len(whole) == 1 and len(items) > 2:  # noqa: PLR2004 - of two, neither stands against others
        rest = [text for text in texts if text != whole[0]][:MOST_QUOTED]
        changed = (
            compare_with(readings, text, texts, holders).refuting
            if text not in refuting
            else refuting[text]
            for text in rest
        )
        quoted = (_find_words(readings, mask, whole) for mask in changed)
        return whole[0], Reason("reads-nowhere-alone", 0.7, next(filter(None, quoted), ()))
    if not whole:
        alone = [_find_words(readings, refuting[text], texts) for text in ranked[:MOST_QUOTED]]
        return None, Reason(READ_ALONE, 0.7, tuple(dict.fromkeys(itertools.chain(*alone))))
    return signs.settle(whole) or (None, NOT_IDENTIFIED)
