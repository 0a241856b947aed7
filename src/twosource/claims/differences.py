"""Where the accounts of one claim differ: number, scope, the verb of a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import combinations

from twosource.claims.figures import are_told_unlike
from twosource.claims.usage import Use
from twosource.records import Difference, Statement


def find_differences(
    uses: list[Use], refusals: list[Statement], family_of: Callable[[str], str]
) -> tuple[Difference, ...]:
    """Return the differences between texts, each with its words; mere rewording is none.

    ``family_of`` gives the family of an article; copies of one text do not differ here.
    """
    found: set[Difference] = set()
    for one, other in _unlike_pairs(uses):
        pair = tuple(sorted((one.assertion.span, other.assertion.span)))
        numbers = [(a, b) for a in one.assertion.numbers for b in other.assertion.numbers]
        if any(are_told_unlike(a, b) for a, b in numbers):
            found.add(Difference("number", pair))
        scopes = {one.assertion.scope, other.assertion.scope}
        if len(scopes) > 1 and "some" in scopes:
            found.add(Difference("scope", pair))
    for a, b in combinations(refusals, 2):
        same = {o.id for o in a.speakers} & {o.id for o in b.speakers}
        if a.cue and b.cue and same and family_of(a.article) != family_of(b.article):
            plain = a.kind == b.kind == "indirect" and a.act == b.act
            if plain and a.verb[:_STEM] != b.verb[:_STEM]:
                found.add(Difference("verb", tuple(sorted((a.cue, b.cue)))))
    return tuple(sorted(found))


def _unlike_pairs(uses: list[Use]) -> Iterator[tuple[Use, Use]]:
    """Yield one pair of uses, of two texts, for every two ways of giving numbers and scope."""
    ways: dict[object, list[Use]] = {}
    for use in uses:
        numbers = tuple(
            (n.low, n.high, n.qualifier, n.unit, n.currency, n.counts)
            for n in use.assertion.numbers
        )
        ways.setdefault((numbers, use.assertion.scope), []).append(use)
    for ours, theirs in combinations(ways.values(), 2):
        one = ours[0]
        other = next((u for u in theirs if u.family.id != one.family.id), None)
        if other is None:
            other = theirs[0]
            one = next((u for u in ours if u.family.id != other.family.id), one)
        if one.family.id != other.family.id:
            yield one, other


_STEM = 5
"""Verbs that begin alike ("declined", "declines") are one."""
