"""Which assertions are one claim, which are variants of one another, and which are neither.

Equal words about different things are two claims: names that each side alone has, numbers that
cannot both be right, or a "not" on one side keep two assertions apart.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, product
from typing import Literal

from twosource.claims.assertions import Assertion
from twosource.claims.contrasts import stand_apart
from twosource.claims.figures import numbers_clash
from twosource.records import Span

_LEAST_LIKENESS = 0.55
_LEAST_PREDICATE = 0.6
_LEAST_PREDICATE_WITHOUT_VERB = 0.8
_LEAST_SHARED_WORDS = 2
_LEAST_SHARED_BY_OUTLETS = 4
"""Two outlets' own sentences share words by chance more often than two statements do."""
_NAME_WEIGHT, _WORD_WEIGHT = 7, 10
"""Whole numbers: their sums are the same in whatever order a set gives its words."""
_ALIKE = 0.8
"""How alike two assertions must be; chosen on the build half of tests/cases."""

Match = Literal["same", "number", "polarity"] | None


def _without_subject(one: Assertion, other: Assertion) -> tuple[Assertion, Assertion] | None:
    """Return both without subjects: a pronoun leaves one open, and all else is alike."""
    if not (one.loose or other.loose) or not one.head or one.head != other.head:
        return None
    if one.subject & other.concepts or other.subject & one.concepts:
        return None
    ours, theirs = one.predicate, other.predicate
    if len(ours & theirs) < _LEAST_SHARED_WORDS or 2 * len(ours & theirs) < _ALIKE * (
        len(ours) + len(theirs)
    ):
        return None
    bare: frozenset[str] = frozenset()
    return replace(one, subject=bare, names=one.names & ours), replace(
        other, subject=bare, names=other.names & theirs
    )


def likeness(one: Assertion, other: Assertion) -> float:
    """Return the weighted share of concepts that two assertions have in common (0 to 1)."""
    names = one.names | other.names
    shared = _weigh(one.concepts & other.concepts, names)
    whole = _weigh(one.concepts, names) + _weigh(other.concepts, names)
    return 2 * shared / whole if whole else 0.0


def _weigh(concepts: frozenset[str], names: frozenset[str]) -> int:
    """Add up what concepts count: names less than what is said of them."""
    named = len(concepts & names)
    return _NAME_WEIGHT * named + _WORD_WEIGHT * (len(concepts) - named)


def _predicate_share(one: Assertion, other: Assertion) -> float:
    """Return the share of the shorter predicate (names and numbers aside) found in the other."""
    ours, theirs = one.telling, other.telling
    if not ours or not theirs:
        return 1.0 if one.predicate & other.predicate else 0.0
    shared = max(len(ours & other.concepts), len(theirs & one.concepts))
    return shared / min(len(ours), len(theirs))


def compare(one: Assertion, other: Assertion) -> Match:
    """Tell whether two assertions are the same, differ in a number or a "not", or are unrelated."""
    bare = _without_subject(one, other)
    if bare is not None:
        one, other = bare
    shared = one.concepts & other.concepts
    if len(shared - (one.names | other.names)) < _LEAST_SHARED_WORDS:
        return None
    if one.head and other.head and one.head != other.head:
        return None
    needed = _LEAST_PREDICATE if one.head and other.head else _LEAST_PREDICATE_WITHOUT_VERB
    if _predicate_share(one, other) < needed:
        return None
    if (one.names - other.concepts) and (other.names - one.concepts):
        return None
    if (
        one.subject
        and other.subject
        and not one.subject & other.concepts
        and not other.subject & one.concepts
    ):
        return None
    if likeness(one, other) < _LEAST_LIKENESS or stand_apart(one, other):
        return None
    if one.negated != other.negated:
        return "polarity"
    return "number" if numbers_clash(one.numbers, other.numbers) else "same"


def find_pairs(assertions: list[Assertion], owners: list[str | None]) -> list[tuple[int, int]]:
    """Return the pairs worth comparing: two telling words in common, and verbs that do not differ.

    ``owners`` names the text of each assertion that is an outlet's own sentence (None for stated
    ones): two own sentences of one text are never compared.
    """
    rooms: dict[tuple[str, str], list[int]] = {}
    for index, assertion in enumerate(assertions):
        for concept in assertion.concepts - assertion.names:
            rooms.setdefault((concept, assertion.head), []).append(index)
    shared: dict[tuple[int, int], int] = {}
    for (concept, head), listed in rooms.items():
        verbless = rooms.get((concept, ""), []) if head else []
        crossing = ((a, b) if a < b else (b, a) for a, b in product(listed, verbless))
        for pair in (*combinations(listed, 2), *crossing):
            shared[pair] = shared.get(pair, 0) + 1
    return sorted(
        (low, high)
        for (low, high), count in shared.items()
        if count >= _LEAST_SHARED_WORDS
        and (
            owners[low] is None
            or owners[high] is None
            or (owners[low] != owners[high] and count >= _LEAST_SHARED_BY_OUTLETS)
        )
    )


def group(assertions: list[Assertion], pairs: list[tuple[int, int]]) -> list[list[int]]:
    """Return groups of indexes that are one claim each, ordered; every index stands in one.

    ``pairs`` are those that :func:`compare` calls the same. Likest first; two groups join only when
    no pair across them is kept apart by a number, a "not" or names that each alone has.
    """

    def rank(pair: tuple[int, int]) -> tuple[float, list[Span], tuple[int, int]]:
        one, other = assertions[pair[0]], assertions[pair[1]]
        return (-likeness(one, other), sorted((one.span, other.span)), pair)

    home = list(range(len(assertions)))
    groups: dict[int, list[int]] = {i: [i] for i in home}
    for a, b in sorted(pairs, key=rank):
        left, right = home[a], home[b]
        if left == right or any(
            _apart(assertions[i], assertions[j]) for i in groups[left] for j in groups[right]
        ):
            continue
        low, high = sorted((left, right))
        for index in groups[high]:
            home[index] = low
        groups[low] = sorted(groups[low] + groups.pop(high))
    return [groups[key] for key in sorted(groups)]


def _apart(one: Assertion, other: Assertion) -> bool:
    """Tell whether two assertions can never be one claim."""
    if one.negated != other.negated or stand_apart(one, other):
        return True
    if (one.names - other.concepts) and (other.names - one.concepts):
        return True
    return numbers_clash(one.numbers, other.numbers)
