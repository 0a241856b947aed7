"""What keeps two assertions apart though they share their words: opposites, parts, moods, years.

"The northern bridge was blown up" and "the southern bridge was blown up" share all but one word and
are two events. When unsure, two claims: each then counts its own lines, which are never more.
"""

from __future__ import annotations

from functools import cache

from twosource.claims.assertions import Assertion
from twosource.text.concepts import are_opposed, concept_of

_DONE_TO_ANOTHER = (
    "kill attack capture arrest wound rescue destroy damage murder defeat shoot bomb rob sue beat "
    "accuse convict fire evacuate bury help"
).split()
"""What one does to another: who does it and who undergoes it are never the same by chance."""


@cache
def _transitive() -> frozenset[str]:
    return frozenset(concept_of(word) for word in _DONE_TO_ANOTHER)


def stand_apart(one: Assertion, other: Assertion) -> bool:
    """Tell whether two alike assertions are of two things all the same.

    Symmetric. Numbers, names and "not" are looked at elsewhere.
    """
    return (
        are_opposed(one.concepts, other.concepts)
        or _differ_in_year(one, other)
        or "" != one.mood != other.mood != ""
        or _change_parts(one, other)
    )


def _differ_in_year(one: Assertion, other: Assertion) -> bool:
    return bool(one.years and other.years) and not one.years & other.years


def _change_parts(one: Assertion, other: Assertion) -> bool:
    """Tell whether who does it in one undergoes it in the other: "A shelled B", "B shelled A"."""
    if not one.head or one.head != other.head or one.loose or other.loose:
        return False
    if one.undergone == other.undergone:
        return (
            not one.subject & other.subject
            and bool(one.subject & other.predicate)
            and bool(other.subject & one.predicate)
        )
    doing, suffering = (other, one) if one.undergone else (one, other)
    if not doing.subject or not suffering.subject:
        return False
    if doing.subject & suffering.subject:
        return one.head in _transitive() and not doing.subject & suffering.agents
    return bool(suffering.agents) and not doing.subject & suffering.agents
