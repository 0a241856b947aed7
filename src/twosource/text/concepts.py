"""What a word compares by: its stem, or the set of synonyms that it stands in."""

from __future__ import annotations

from functools import cache, lru_cache

from twosource import weights
from twosource.text.house_style import house_form
from twosource.text.words import fold, stem

_KEPT_WORDS = 200_000
_TWO = 2


@cache
def _synonyms() -> dict[str, str]:
    table: dict[str, str] = {}
    for row in weights.load_json("synonyms.json"):
        for word in row:
            table.setdefault(stem(word), "=" + stem(row[0]))
    return table


@lru_cache(maxsize=_KEPT_WORDS)
def concept_of(folded: str) -> str:
    """Return the concept of a folded word; words that newsrooms use for one thing have one.

    >>> concept_of("killed") == concept_of("dead"), concept_of("boats")
    (True, '=boat')
    """
    stemmed = stem(house_form(folded))
    return _synonyms().get(stemmed, stemmed)


@cache
def _opposites() -> dict[str, tuple[tuple[int, int], ...]]:
    """Return concept → the rows it stands in, each with its side."""
    table: dict[str, set[tuple[int, int]]] = {}
    for row, sides in enumerate(weights.load_json("opposites.json")):
        for side, listed in enumerate(sides):
            for word in listed:
                table.setdefault(concept_of(fold(word)), set()).add((row, side))
    return {concept: tuple(sorted(places)) for concept, places in table.items()}


@cache
def _contraries() -> frozenset[int]:
    """Return the rows of two sides: what is not the one is the other."""
    rows = weights.load_json("opposites.json")
    return frozenset(row for row, sides in enumerate(rows) if len(sides) == _TWO)


def are_contrary(one: str, other: str) -> bool:
    """Tell whether of two concepts the one is the reverse of the other.

    >>> are_contrary(concept_of("won"), concept_of("lost"))
    True
    >>> are_contrary(concept_of("first"), concept_of("second"))
    False
    """
    table = _opposites()
    ours = [place for place in table.get(one, ()) if place[0] in _contraries()]
    return any(a[0] == b[0] and a[1] != b[1] for a in ours for b in table.get(other, ()))


def are_opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether each has a concept, foreign to the other, that excludes one of the other's.

    >>> are_opposed(frozenset({"price", "=climb"}), frozenset({"price", "=declin"}))
    True
    """
    table = _opposites()
    if one.isdisjoint(table) or other.isdisjoint(table):
        return False
    ours = {place for concept in one - other for place in table.get(concept, ())}
    theirs = {place for concept in other - one for place in table.get(concept, ())}
    return any(a[0] == b[0] and a[1] != b[1] for a in ours for b in theirs)
