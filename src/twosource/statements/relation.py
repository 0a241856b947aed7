"""Relations: attributions as words, before anyone is identified."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from twosource.records import Act, StatementKind
from twosource.statements.mentions import Mention

Place = tuple[int, int]
"""Start and end in the text, half open."""


class Head(NamedTuple):
    """A source within a sentence: whom it mentions, and its ``first`` and ``last`` token."""

    mentions: tuple[Mention, ...]
    first: int
    last: int


class Doing(NamedTuple):
    """What a cue does: its act, the verb as the text has it, and the rule that read it."""

    act: Act
    verb: str
    rule: str
    confidence: float


class Unread(NamedTuple):
    """What was seen and not taken for an attribution, with the rule that tells why."""

    rule: str
    place: Place


@dataclass(slots=True)
class Relation:
    """One attribution as words; ``outer`` is the index, in its sentence, of the one it stands in.

    ``shared`` tells that the source is that of the verb before ("… and added"); ``told`` are the
    outlets that were told directly ("told AFP"). ``mended`` tells how sure the tagger is, where it
    set the bounds of source or content.
    """

    mentions: tuple[Mention, ...]
    source: Place | None
    cue: Place
    content: list[Place]
    doing: Doing
    kind: StatementKind
    sentence: Place
    outer: int | None = None
    shared: bool = False
    told: tuple[Mention, ...] = ()
    mended: float | None = None
