"""What a lost original said, as far as its copies show: certainly, likely, or with open readings.

Each branch below the original has one vote, however many copies it holds, cast by the copy nearest
to the original. What all branches have is certain. What most have is likely, and so is what one of
two branches has where the other has nothing, since desks drop more than they add. Where branches
have different words and no reading has most of the votes, all are shown, but for a day's name,
which desks drop and do not add.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

import numpy as np
from rapidfuzz.distance import Indel

from twosource.families.witness import Witness
from twosource.records import Family, Span
from twosource.text.house_style import DAYS

SAME_WORDING = 0.7
"""A branch that has less of the fullest copy's words tells the text in other words: no vote."""
CLOSEST = 1
"""Places with so few common words between them are read as one."""
_SEVERAL = 2

Sureness = Literal["certain", "likely", "open"]


class Reading(NamedTuple):
    """Words as one copy has them, and how many branches have them so."""

    span: Span
    branches: int


class Piece(NamedTuple):
    """A stretch of the lost text; ``opens`` says that a paragraph begins with it."""

    sure: Sureness
    readings: tuple[Reading, ...]
    opens: bool


class LostText(NamedTuple):
    """A lost original, in pieces that follow one another.

    ``branches`` have a vote, ``retold`` are those that tell it in other words and have none;
    ``datelines`` are those that copies carry.
    """

    node: str
    pieces: tuple[Piece, ...]
    branches: int
    retold: int
    datelines: tuple[str, ...]


class _Voter(NamedTuple):
    """A branch's copy beside the fullest one: ``places`` maps that one's words to this one's.

    A word without a counterpart has -1; from word ``first`` to word ``last`` the copy is known to
    have had the text before it: outside, it is cut.
    """

    witness: Witness
    places: list[int]
    first: int
    last: int


def read_lost_text(family: Family, witnesses: Mapping[str, Witness]) -> LostText | None:
    """Return what a family's lost original said, None where it is held or fewer than two tell it.

    ``witnesses`` are those of the family's articles.
    """
    below = {child for _, child in family.stemma}
    root = next((lost.node for lost in family.lost if lost.node not in below), None)
    if root is None:
        return None
    nearest = (witnesses[copy] for copy in _find_nearest(family, root, witnesses))
    copies = [copy for copy in nearest if copy.wording.size]
    if len(copies) < _SEVERAL:
        return None
    base = _find_fullest(copies)
    others = [copy for copy in copies if copy is not base]
    voters = [voter for copy in others if (voter := _align(base, copy)) is not None]
    datelines = [copy.article.dateline for copy in copies if copy.article.dateline]
    return LostText(
        node=root,
        pieces=tuple(_read_pieces(base, voters)),
        branches=len(voters) + 1,
        retold=len(others) - len(voters),
        datelines=tuple(dict.fromkeys(datelines)),
    )


def _find_nearest(family: Family, root: str, witnesses: Mapping[str, Witness]) -> Iterator[str]:
    """Yield, for each branch below the original, the copy nearest to it, the fuller of two."""
    children: dict[str, list[str]] = {}
    for parent, child in family.stemma:
        children.setdefault(parent, []).append(child)
    for branch in children.get(root, ()):
        level = [branch]
        while level:
            held = [node for node in level if node in family.witnesses]
            if held:
                yield max(held, key=lambda node: (witnesses[node].wording.size, node))
                break
            level = [child for node in level for child in children.get(node, ())]


def _find_fullest(copies: Sequence[Witness]) -> Witness:
    """Return the copy whose words most others have."""
    words = [set(copy.wording.keys.tolist()) for copy in copies]
    shared = [sum(len(mine & other) for other in words) for mine in words]
    best = max(range(len(copies)), key=lambda at: (shared[at], copies[at].article.id))
    return copies[best]


def _align(base: Witness, copy: Witness) -> _Voter | None:
    """Lay a copy's words beside the fullest copy's."""
    numbers: dict[int, int] = {}
    ours, theirs = (
        [numbers.setdefault(key, len(numbers)) for key in witness.wording.keys.tolist()]
        for witness in (base, copy)
    )
    places = [-1] * len(ours)
    for block in Indel.opcodes(ours, theirs).as_matching_blocks():
        places[block.a : block.a + block.size] = range(block.b, block.b + block.size)
    held = [at for at, place in enumerate(places) if place >= 0]
    if not held or len(held) < SAME_WORDING * min(len(ours), len(theirs)):
        return None
    first = 0 if places[held[0]] else held[0]
    last = len(ours) if places[held[-1]] + 1 < len(theirs) else held[-1] + 1
    return _Voter(copy, places, first, last)


def _read_pieces(base: Witness, voters: Sequence[_Voter]) -> Iterator[Piece]:
    """Yield the pieces of the lost text along the fullest copy."""
    wording, own = base.wording, base.article.id
    breaks = _find_breaks(base)
    end = 0
    opens = True
    at = 0
    for first, last in [*_find_places(base, voters), (wording.size, -1)]:
        while at < first:
            alone = _is_alone(at, voters)
            until = at + 1
            while until < first and until not in breaks and _is_alone(until, voters) == alone:
                until += 1
            if at in breaks:
                end, opens = breaks[at], True
            stop = _find_stops(base)[until - 1]
            votes = 1 + sum(voter.first <= at < voter.last for voter in voters)
            reading = Reading(Span(own, end, stop), votes)
            yield Piece("likely" if alone else "certain", (reading,), opens)
            end, opens, at = stop, False, until
        if last < 0:
            return
        piece = _vote(base, voters, first, last, opens=opens or first in breaks)
        if piece is not None:
            yield piece
            opens = False
        if last > first:
            end = _find_stops(base)[last - 1]
        at = last


def _find_breaks(base: Witness) -> dict[int, int]:
    """Return the words that open a paragraph, each with the place where the paragraph begins."""
    bodies = [part.start for part in base.article.parts if part.kind == "body"]
    return dict(zip(np.searchsorted(base.wording.starts, bodies).tolist(), bodies, strict=True))


@lru_cache(maxsize=64)
def _find_stops(witness: Witness) -> list[int]:
    """Return where each word ends; the last of a paragraph with its full stop and quotation mark.

    A witness is its own key, so each one's are found once.
    """
    wording, parts = witness.wording, witness.article.parts
    begins = np.array([part.start for part in parts], dtype=np.int64)
    closes = np.array([part.end for part in parts], dtype=np.int64)
    part = np.minimum(np.searchsorted(closes, wording.ends), len(parts) - 1)
    after = np.append(wording.starts[1:], len(witness.article.text))
    last = (begins[part] < wording.ends) & (wording.ends <= closes[part]) & (closes[part] <= after)
    stops: list[int] = np.where(last, closes[part], wording.ends).tolist()
    return stops


def _is_alone(word: int, voters: Sequence[_Voter]) -> bool:
    """Tell whether no other branch goes so far as to have a word."""
    return not any(voter.first <= word < voter.last for voter in voters)


def _find_places(base: Witness, voters: Sequence[_Voter]) -> list[tuple[int, int]]:
    """Return where some branch reads otherwise, as ranges of the fullest copy's words."""
    count = base.wording.size
    differs: list[tuple[int, int]] = []
    for voter in voters:
        before = voter.places[voter.first] - 1 if voter.places[voter.first] >= 0 else -1
        for word in range(voter.first, voter.last):
            place = voter.places[word]
            if place < 0:
                differs.append((word, word + 1))
                continue
            if place != before + 1:
                differs.append((word, word))
            if _spell(base, word, word + 1) != _spell(voter.witness, place, place + 1):
                differs.append((word, word + 1))
            before = place
        if voter.last == count and before + 1 < voter.witness.wording.size:
            differs.append((count, count))
    merged: list[tuple[int, int]] = []
    for first, last in sorted(differs):
        if merged and first <= merged[-1][1] + CLOSEST:
            merged[-1] = (merged[-1][0], max(merged[-1][1], last))
        else:
            merged.append((first, last))
    return merged


def _spell(witness: Witness, first: int, last: int) -> tuple[str, ...]:
    """Return words as printed, but for capitals."""
    wording, text = witness.wording, witness.article.text
    return tuple(
        text[wording.starts[word] : wording.ends[word]].casefold() for word in range(first, last)
    )


def _vote(
    base: Witness, voters: Sequence[_Voter], first: int, last: int, *, opens: bool
) -> Piece | None:
    """Return what the branches have in one place, None where most have nothing."""
    ballots: list[tuple[Witness, int, int]] = [(base, first, last)]
    for voter in voters:
        if not (voter.first <= max(first, voter.first) and first < voter.last):
            continue
        begin = voter.places[first - 1] + 1 if first else 0
        stop = voter.places[last] if last < len(voter.places) else voter.witness.wording.size
        if begin >= 0 and stop >= begin and (first == 0 or voter.places[first - 1] >= 0):
            ballots.append((voter.witness, begin, stop))
    votes: dict[tuple[str, ...], list[tuple[Witness, int, int]]] = {}
    for ballot in ballots:
        votes.setdefault(_spell(*ballot), []).append(ballot)
    ranked = sorted(votes, key=lambda words: (-len(votes[words]), not words, words))
    most = ranked[0]
    readings = tuple(
        Reading(_span(*votes[words][0]), len(votes[words])) for words in ranked if words
    )
    if not readings:
        return None
    if 2 * len(votes[most]) > len(ballots):
        return Piece("likely", readings[:1], opens) if most else None
    # Desks drop the day and do not add one.
    dated = [at for at, words in enumerate(words for words in ranked if words) if set(words) & DAYS]
    if len(readings) == _SEVERAL and len(dated) == 1:
        return Piece("likely", (readings[dated[0]],), opens)
    return Piece("likely" if len(readings) == 1 else "open", readings, opens)


def _span(witness: Witness, first: int, last: int) -> Span:
    begin = int(witness.wording.starts[first])
    return Span(witness.article.id, begin, _find_stops(witness)[last - 1])
