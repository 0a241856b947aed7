"""What of an edit is mere wording, or other words of a quotation."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.families.comparison.edits import Edit
from twosource.families.comparison.passages import (
    Found,
    Passages,
    Side,
    across_from,
    join_places,
)

_BETWEEN_WORDINGS = 2
"""Equal words between two changes of wording that are told as one."""


def find_wording(both: Passages, edit: Edit, typed: list[Found]) -> Iterator[Found]:
    """Yield what of an edit is not explained yet."""
    known = (
        {at for found in typed for at in found.left},
        {at for found in typed for at in found.right},
    )
    left, right = (
        [at for at in both.telling(side, edit[side]) if at not in known[side]] for side in (0, 1)
    )
    if not typed and _is_moved(both, edit):
        left, right = [], []
    if not left and not right:
        if not typed:
            yield Found("wording", edit.left, edit.right, light=True)
        return
    if typed and not (left and right):
        # "on Friday told" against "said": what remains stands against small words.
        left, right = (list(edit[side]) if not rest and not known[side] else rest
                       for side, rest in ((0, left), (1, right)))  # fmt: skip
    elif not typed:
        left, right = list(edit.left), list(edit.right)
    ours, theirs = (range(p[0], p[-1] + 1) if p else range(0) for p in (left, right))
    quoted = [
        both.bodies[side].quoted[at] for side, place in ((0, ours), (1, theirs)) for at in place
    ]
    alone = not ours or not theirs
    inside = all(quoted) and (not alone or _is_inside_quotation(both, 1 if ours else 0, edit))
    yield Found("quotation" if inside else "wording", ours, theirs)


def _is_moved(both: Passages, edit: Edit) -> bool:
    """Tell whether words that one side lacks here stand elsewhere in the same passage of it."""
    if edit.left and edit.right:
        return False
    side: Side = 0 if edit.left else 1
    ours = both.words(side, both.telling(side, edit[side]))
    return any(
        ours
        == both.words(across_from(side), both.telling(across_from(side), other[across_from(side)]))
        for other in both.edits.edits
        if not other[side]
    )


def _is_inside_quotation(both: Passages, side: Side, edit: Edit) -> bool:
    """Tell whether the place where words are missing lies between quoted words."""
    at = edit[side].start
    quoted = both.bodies[side].quoted
    return 0 < at < len(quoted) and quoted[at - 1] and quoted[at]


def merge(found: list[Found]) -> list[Found]:
    """Tell changes of one kind as one where next to nothing stands between them."""
    merged: list[Found] = []
    for one in found:
        if merged and _are_one_change(merged[-1], one):
            last = merged.pop()
            left, right = join_places(last.left, one.left), join_places(last.right, one.right)
            merged.append(Found(one.kind, left, right))
        else:
            merged.append(one)
    return merged


def _are_one_change(one: Found, other: Found) -> bool:
    """Tell whether two changes, the second behind the first, are told as one."""
    if one.kind != other.kind or one.light or other.light:
        return False
    if one.kind == "wording":
        return _are_near(one, other)
    # "AUSTIN, Texas" that only one has is one place.
    return any(
        bool(before) and bool(after) and before.stop == after.start and not across and not opposite
        for before, after, across, opposite in (
            (one.left, other.left, one.right, other.right),
            (one.right, other.right, one.left, other.left),
        )
    )


def _are_near(one: Found, other: Found) -> bool:
    """Tell whether few words stand between two changes, on both sides where both have words."""
    gaps = [
        after.start - before.stop
        for before, after in ((one.left, other.left), (one.right, other.right))
        if before and after
    ]
    return bool(gaps) and all(0 <= gap <= _BETWEEN_WORDINGS for gap in gaps)
