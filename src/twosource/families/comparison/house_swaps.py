"""Edits that are house style: one word, one number or one unit printed in two ways."""

from __future__ import annotations

from twosource.families.comparison.edits import Edit
from twosource.families.comparison.house_prints import are_printed_alike
from twosource.families.comparison.mentions import Mention
from twosource.families.comparison.passages import (
    Passages,
)
from twosource.families.comparison.sameness import mean_alike
from twosource.text.numbers import Number


def is_house_style(both: Passages, edit: Edit) -> bool:
    """Tell whether an edit prints one word in two ways: "cease-fire", "ceasefire"."""
    if not edit.left or not edit.right:
        return _only_names_unit(both, edit)
    if are_printed_alike(both.words(0, edit.left), both.words(1, edit.right)):
        return True
    ours = both.mentions[0].touching("number", edit.left)
    theirs = both.mentions[1].touching("number", edit.right)
    if len(ours) != 1 or len(theirs) != 1:
        return False
    one, other = ours[0], theirs[0]
    inside = set(both.telling(0, edit.left)) <= set(one.place) and set(
        both.telling(1, edit.right)
    ) <= set(other.place)
    return inside and mean_alike(one, other) == "same" and _is_exact(one, other)


def _only_names_unit(both: Passages, edit: Edit) -> bool:
    """Tell "10 percent" against "10%": a unit told by a word here and by a sign there."""
    pairs = both.pairs("number", edit)
    if len(pairs) != 1 or None in pairs[0]:
        return False
    one, other = pairs[0]
    if one is None or other is None or mean_alike(one, other) != "same":
        return False
    meaning = (one.meaning, other.meaning)
    return all(isinstance(m, Number) and m.unit in {"percent", "money"} for m in meaning)


def _is_exact(one: Mention, other: Mention) -> bool:
    a, b = one.meaning, other.meaning
    return (
        isinstance(a, Number)
        and isinstance(b, Number)
        and (a.qualifier, a.factor, a.counts) == (b.qualifier, b.factor, b.counts)
    )
