"""Numbers, days, places and names that were changed, dropped or added."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.families.comparison.changes import ChangeKind
from twosource.families.comparison.edits import Edit
from twosource.families.comparison.mentions import Mention
from twosource.families.comparison.passages import (
    FEW_BESIDE,
    LARGE,
    PRONOUNS,
    Found,
    Passages,
    Side,
    across_from,
    find_alone,
    place_on,
    size_of,
)
from twosource.families.comparison.sameness import are_spelled_alike
from twosource.text.names import Name
from twosource.text.numbers import Number, compare

_BODIES = frozenset({"agency", "organisation", "outlet"})
_ONE = "1"
"""The house form of "one", which seldom counts: "one of the problems", "one part of it"."""


def find_numbers(both: Passages, edit: Edit) -> Iterator[Found]:
    """Yield numbers with another value or bound, and those that one side alone has."""
    for one, other in both.unlike("number", edit):
        if one is not None and other is not None:
            if size_of(edit) <= LARGE or _clearly_differ(one, other):
                yield Found("number", one.place, other.place)
        else:
            yield from _number_gone(both, edit, one, other)


def _number_gone(
    both: Passages, edit: Edit, one: Mention | None, other: Mention | None
) -> Iterator[Found]:
    """Yield a number that one side tells in words, or not at all."""
    mention, side = find_alone(one, other)
    across = both.telling(across_from(side), edit[across_from(side)])
    named = both.words(across_from(side), edit[across_from(side)])
    if (
        size_of(edit) > LARGE
        or both.words(side, mention.place)[:1] == [_ONE]
        or len(both.beside(side, edit)) > FEW_BESIDE
        or not PRONOUNS.isdisjoint(named)
        or not set(mention.place) & set(edit[side])
        or (across and not _goes_on(both, side, mention))
        or both.mentions[across_from(side)].touching("named", across)
    ):
        return
    instead = range(across[0], across[-1] + 1) if across else range(0)
    yield place_on("number", side, mention.place, instead)


def _goes_on(both: Passages, side: Side, number: Mention) -> bool:
    """Tell whether the other side counts the same thing in words: "several sailors"."""
    known = both.edits.same if side == 0 else both.edits.same_back
    return any(at in known for at in number.place)


def find_days(both: Passages, edit: Edit) -> Iterator[Found]:
    """Yield days that are others, and those that one side alone has."""
    for one, other in both.unlike("date", edit):
        if one is not None and other is not None:
            if size_of(edit) <= LARGE:
                yield Found("date", one.place, other.place)
            continue
        mention, side = find_alone(one, other)
        if size_of(edit) <= LARGE and len(both.beside(side, edit)) <= FEW_BESIDE:
            yield place_on("date", side, mention.place)


def find_names(both: Passages, edit: Edit) -> Iterator[Found]:
    """Yield places and names that are others, and those that one side alone has."""
    if _prints_one_name(both, edit):
        yield Found("name", edit.left, edit.right)
        return
    for one, other in both.unlike("named", edit):
        sides: tuple[tuple[Side, Mention | None], ...] = ((0, one), (1, other))
        kinds = {_kind_of_name(both, side, m) for side, m in sides if m is not None}
        kind: ChangeKind = "place" if kinds == {"place"} else "name"
        if one is not None and other is not None:
            beside = max(len(both.beside(0, edit)), len(both.beside(1, edit)))
            if size_of(edit) <= LARGE and beside <= FEW_BESIDE:
                yield Found(kind, one.place, other.place)
            continue
        mention, side = find_alone(one, other)
        across = edit[across_from(side)]
        rest = both.telling(across_from(side), across)
        pronoun = not PRONOUNS.isdisjoint(both.words(across_from(side), across))
        whole = set(mention.place) <= set(edit[side])
        silent = not rest and not pronoun and not both.beside(side, edit)
        if whole and silent and not _is_named(both, across_from(side), mention, side):
            yield place_on(kind, side, mention.place)


def _prints_one_name(both: Passages, edit: Edit) -> bool:
    """Tell whether one word with a capital differs by a letter or two, as names do."""
    if len(edit.left) != 1 or len(edit.right) != 1:
        return False
    capital = all(
        body.article.text[body.words[place.start].start].isupper()
        for body, place in zip(both.bodies, edit, strict=True)
    )
    return capital and are_spelled_alike(*(both.words(0, edit.left) + both.words(1, edit.right)))


def _clearly_differ(one: Mention, other: Mention) -> bool:
    a, b = one.meaning, other.meaning
    if not isinstance(a, Number) or not isinstance(b, Number):
        return False
    return compare(a, b).relation == "different"


def _is_named(both: Passages, there: Side, mention: Mention, side: Side) -> bool:
    """Tell whether the other article has the last word of a name as the last of one, somewhere."""
    last = both.words(side, mention.place)[-1]
    met = both.bodies[there].find(last)
    names = ((at, both.mentions[there].touching("named", [at])) for at in met)
    return any(not found or found[0].place[-1] == at for at, found in names)


def _kind_of_name(both: Passages, side: Side, mention: Mention) -> str:
    """Return what a name names; what something happens in is a place, whoever is called so."""
    name = mention.meaning
    if not isinstance(name, Name):
        return ""
    before = mention.place.start - 1
    placed = before >= 0 and both.words(side, range(before, before + 1)) == ["in"]
    in_full = name.kind in _BODIES and name.name == name.full
    return "place" if placed and not in_full else name.kind


def pair_days(changes: list[Found]) -> list[Found]:
    """Tell two days as one change where each passage has one that the other has not."""
    days = [found for found in changes if found.kind == "date"]
    ours = [found for found in days if not found.right]
    theirs = [found for found in days if not found.left]
    if len(ours) != 1 or len(theirs) != 1:
        return changes
    kept = [found for found in changes if found not in (ours[0], theirs[0])]
    return [*kept, Found("date", ours[0].left, theirs[0].right)]
