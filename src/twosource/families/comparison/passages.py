"""Two passages that tell the same, where their words part, and what they mention there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, NamedTuple

from twosource.families.comparison.body import Body
from twosource.families.comparison.changes import ChangeKind
from twosource.families.comparison.edits import Edit, Edits
from twosource.families.comparison.mentions import Mention, MentionKind, Mentions
from twosource.families.comparison.sameness import mean_alike

LARGE: Final = 8
"""Words on a side of an edit: in larger ones what stands in whose place cannot be told by place."""
FEW_BESIDE: Final = 2
"""Telling words beside a number, a day or names that differ; among more of them the clause was
dropped, or the sentence written anew."""
PRONOUNS: Final = frozenset("he she it they we i him her them his its their there both".split())

Side = Literal[0, 1]
Against = tuple[Mention | None, Mention | None]
"""A mention on the left and the one in its place on the right; None where there is none."""


class Found(NamedTuple):
    """A change as words of the bodies, before it is told as places of the text."""

    kind: ChangeKind
    left: range
    right: range
    light: bool = False


class Read(NamedTuple):
    """An article's body with what it mentions."""

    body: Body
    mentions: Mentions


class Passages:
    """Two passages side by side; ``wholes`` are their words."""

    def __init__(self, sides: tuple[Read, Read], edits: Edits, wholes: tuple[range, range]) -> None:
        """Take the two articles, and where the words of the passages part."""
        self.bodies = (sides[0].body, sides[1].body)
        self.mentions = (sides[0].mentions, sides[1].mentions)
        self.edits = edits
        self.wholes = wholes
        self._told: set[tuple[MentionKind, range | None, range | None]] = set()

    def words(self, side: Side, places: Iterable[int]) -> list[str]:
        """Return words of one side as they compare."""
        return [self.bodies[side].words[at].folded for at in places]

    def telling(self, side: Side, places: Iterable[int]) -> list[int]:
        """Return those of some words that tell something by themselves."""
        return [at for at in places if not self.bodies[side].is_light(at)]

    def beside(self, side: Side, edit: Edit) -> list[int]:
        """Return the telling words of an edit that mention no number, day or name."""
        telling = self.telling(side, edit[side])
        kinds: tuple[MentionKind, ...] = ("number", "date", "named")
        known = {at for kind in kinds for m in self.mentions[side].touching(kind, telling)
                 for at in m.place}  # fmt: skip
        return [at for at in telling if at not in known]

    def around(self, side: Side, at: int) -> tuple[str, str]:
        """Return the word before a word, and the one behind it."""
        found = self.bodies[side].words
        before = found[at - 1].folded if at else ""
        return before, found[at + 1].folded if at + 1 < len(found) else ""

    def cues(self, side: Side, edit: Edit) -> list[Mention]:
        """Return the verbs of saying at one side of an edit."""
        return self.mentions[side].touching("cue", edit[side])

    def pairs(self, kind: MentionKind, edit: Edit) -> list[Against]:
        """Return the mentions at an edit against those in their place on the other side."""
        ours = self.mentions[0].touching(kind, edit.left)
        theirs = self.mentions[1].touching(kind, edit.right)
        there = [self.edits.same[at] for m in ours for at in m.place if at in self.edits.same]
        here = [
            self.edits.same_back[at] for m in theirs for at in m.place if at in self.edits.same_back
        ]
        ours = self.mentions[0].touching(kind, [*edit.left, *here])
        theirs = self.mentions[1].touching(kind, [*edit.right, *there])
        for one in tuple(ours):
            alike = next((m for m in theirs if mean_alike(one, m) == "same"), None)
            if alike is not None and (len(ours) > 1 or len(theirs) > 1):
                ours.remove(one)
                theirs.remove(alike)
        if len(ours) == len(theirs):
            return list(zip(ours, theirs, strict=True))
        if not ours or not theirs:
            return [*((one, None) for one in ours), *((None, other) for other in theirs)]
        return []

    def unlike(self, kind: MentionKind, edit: Edit) -> Iterator[Against]:
        """Yield mentions that differ, or that only one passage has, each pair once."""
        for one, other in self.pairs(kind, edit):
            key = (kind, one and one.place, other and other.place)
            if key in self._told:
                continue
            if one is not None and other is not None:
                differ = mean_alike(one, other) == "other"
                crossed = self.stands_elsewhere(1, one) and self.stands_elsewhere(0, other)
                if not differ or crossed:
                    continue
            else:
                mention, side = find_alone(one, other)
                if self.stands_elsewhere(across_from(side), mention):
                    continue
            self._told.add(key)
            yield one, other

    def stands_elsewhere(self, side: Side, mention: Mention) -> bool:
        """Tell whether a passage has a mention too, wherever: then it has only been moved."""
        there = self.mentions[side].touching(mention.kind, self.wholes[side])
        return any(mean_alike(mention, one) != "other" for one in there)


def size_of(edit: Edit) -> int:
    """Return how many words the longer side of an edit has."""
    return max(len(edit.left), len(edit.right))


def across_from(side: Side) -> Side:
    """Return the other side."""
    return 1 if side == 0 else 0


def find_alone(one: Mention | None, other: Mention | None) -> tuple[Mention, Side]:
    """Return the mention that stands alone, and its side."""
    if one is not None:
        return one, 0
    if other is None:
        raise ValueError("a pair without any mention")
    return other, 1


def place_on(kind: ChangeKind, side: Side, place: range, across: range = range(0)) -> Found:
    """Return a change of words on one side, ``across`` from it those of the other, if any."""
    return Found(kind, place, across) if side == 0 else Found(kind, across, place)


def join_places(*places: range) -> range:
    """Return the words from the first to the last of some places; empty ones count for nothing."""
    filled = [place for place in places if place]
    if not filled:
        return range(0)
    return range(min(place.start for place in filled), max(place.stop for place in filled))
