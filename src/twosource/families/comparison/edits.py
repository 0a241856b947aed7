"""Where the words of two passages part: the fewest words changed, dropped and added."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import Indel

from twosource.families.comparison.body import Body


class Edit(NamedTuple):
    """Words of the left passage, and those of the right in their place; one may be empty.

    Numbers of words of the bodies.
    """

    left: range
    right: range


class Edits(NamedTuple):
    """All edits of two passages, and which word of the one is which of the other."""

    edits: tuple[Edit, ...]
    same: dict[int, int]
    """Left word → right word, where they are one."""
    same_back: dict[int, int]
    """Right word → left word."""


def find_edits(left: Body, right: Body, ours: range, theirs: range) -> Edits:
    """Return how the words ``theirs`` of the right body differ from ``ours`` of the left one."""
    a = [left.words[at].folded for at in ours]
    b = [right.words[at].folded for at in theirs]
    number = {word: at for at, word in enumerate(dict.fromkeys([*a, *b]))}
    edits: list[Edit] = []
    same: dict[int, int] = {}
    for code in Indel.opcodes([number[w] for w in a], [number[w] for w in b]):
        here, there = ours[code.src_start : code.src_end], theirs[code.dest_start : code.dest_end]
        if code.tag == "equal":
            same.update(zip(here, there, strict=True))
        elif edits and edits[-1].left.stop == here.start and edits[-1].right.stop == there.start:
            # Words dropped and words added at one place are one change.
            last = edits.pop()
            edits.append(
                Edit(range(last.left.start, here.stop), range(last.right.start, there.stop))
            )
        else:
            edits.append(Edit(here, there))
    return Edits(tuple(edits), same, {there: here for here, there in same.items()})
