"""Small words that change much: "some" and "all", "not", and opposites."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from twosource.families.comparison.edits import Edit
from twosource.families.comparison.passages import (
    LARGE,
    Found,
    Passages,
    Side,
    across_from,
    place_on,
    size_of,
)
from twosource.text.concepts import are_contrary, concept_of
from twosource.text.quantifiers import SCOPES, is_negation

_MODALS = frozenset("can could may might must shall should cannot".split())


def find_scope(both: Passages, edit: Edit) -> Iterator[Found]:
    """Yield words that mean more of a whole, or less of both, than the other side."""
    if size_of(edit) > LARGE:
        return
    ours, theirs = _scopes(both, 0, edit.left), _scopes(both, 1, edit.right)
    if {scope for _, scope in ours} == {scope for _, scope in theirs}:
        return
    if ours and theirs:
        yield Found("scope", _hull(ours), _hull(theirs))
        return
    side: Side = 0 if ours else 1
    alone = ours or theirs
    left_over = set(both.telling(side, edit[side])) - {at for at, _ in alone}
    moved = _scopes(both, across_from(side), both.wholes[across_from(side)])
    known = {scope for _, scope in moved} >= {scope for _, scope in alone}
    if not left_over and not both.telling(across_from(side), edit[across_from(side)]) and not known:
        yield place_on("scope", side, _hull(alone))


def _scopes(both: Passages, side: Side, places: Iterable[int]) -> list[tuple[int, str]]:
    """Return the words that say how much of a whole is meant, idioms left out."""
    numbers = both.mentions[side]
    found = []
    for at in places:
        word = both.bodies[side].words[at].folded
        if word in SCOPES and not numbers.touching("number", [at]):
            before, behind = both.around(side, at)
            if not _is_idiom(word, before, behind):
                found.append((at, SCOPES[word]))
    return found


def find_polarity(both: Passages, edit: Edit) -> Iterator[Found]:
    """Yield what is said on one side and denied on the other, or told by opposite words."""
    if size_of(edit) > LARGE or any(both.cues(side, edit) for side in (0, 1)):
        return
    denied = [
        [at for at in edit[side]
         if is_negation(both.bodies[side].words[at].folded)
         and not both.mentions[side].touching("number", [at])]
        for side in (0, 1)
    ]  # fmt: skip
    rests = [
        [concept_of(w) for at, w in zip(edit[side], both.words(side, edit[side]), strict=True)
         if not both.bodies[side].is_light(at) and not is_negation(w) and w not in _MODALS]
        for side in (0, 1)
    ]  # fmt: skip
    if bool(denied[0]) != bool(denied[1]):
        side: Side = 0 if denied[0] else 1
        across = both.words(across_from(side), both.wholes[across_from(side)])
        if rests[0] == rests[1] and not any(is_negation(word) for word in across):
            yield Found("polarity", edit.left, edit.right)
    elif len(rests[0]) == len(rests[1]) == 1 and are_contrary(rests[0][0], rests[1][0]):
        yield Found("polarity", edit.left, edit.right)


def _hull(found: list[tuple[int, str]]) -> range:
    return range(found[0][0], found[-1][0] + 1)


def _is_idiom(word: str, before: str, behind: str) -> bool:
    """Tell whether a word of extent means none here: "after all", "the most", "each other"."""
    match word:
        case "all":
            return before in {"at", "after", "above", "first"} or behind == "but"
        case "most":
            return before in {"the", "its", "at", "s"} or behind.endswith("ly")
        case "each":
            return behind == "other"
        case "part":
            return behind != "of"
        case "many":
            return before in {"how", "so", "as", "too"}
        case "few":
            return before in {"the", "past", "last", "next"}
        case "every":
            return behind in {"day", "week", "month", "year", "time", "now"}
        case _:
            return False
