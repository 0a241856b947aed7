"""What a comparison of two articles tells: what both hold, what was changed, what only one has."""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

from twosource.records import DifferenceKind, PartKind, Span

ChangeKind = DifferenceKind | Literal["wording", "spelling"]
"""``wording`` is mere rewording, ``spelling`` house style: two ways to print one word."""
Sides = tuple[Span | None, Span | None]
"""Words of the one article and of the other; None where one says nothing of the kind."""

RANKS: Final[tuple[ChangeKind, ...]] = (
    "number", "scope", "polarity", "attribution", "date", "place", "name", "verb", "quotation",
    "wording", "spelling",
)  # fmt: skip
"""Kinds of changes, the most telling first."""


class Change(NamedTuple):
    """Words told otherwise, and the passages of both articles in which they stand.

    ``light``: only small words are concerned ("the", "has"), which change nothing that is told.
    """

    kind: ChangeKind
    spans: Sides
    passages: tuple[Span, Span]
    light: bool = False


class Match(NamedTuple):
    """Sentences of one article told again in the other, and where their words part.

    ``edits`` are the words of both that stand in one another's place, house style aside, however
    little they tell; a span without letters is the place where the other has more. ``changes`` say
    what was changed by them, ``spellings`` are the changes of house style alone. ``moved``: they
    stand in another order than the matches around them.
    """

    spans: tuple[Span, Span]
    edits: tuple[tuple[Span, Span], ...] = ()
    changes: tuple[Change, ...] = ()
    spellings: tuple[Change, ...] = ()
    moved: bool = False


class Around(NamedTuple):
    """A headline, credit, caption or other part beside the text that the two do not share."""

    part: PartKind
    spans: Sides


class Held(NamedTuple):
    """How much of an article's own text stands in the other: ``shared`` of its ``words``."""

    words: int
    shared: int


class Comparison(NamedTuple):
    """Two articles side by side. ``matches`` stand in the order of the first one's text.

    ``only`` are the passages that one alone has, for each of the two. No difference found is not
    the same as "they agree": what is told in other words in another place is not compared.
    """

    articles: tuple[str, str]
    held: tuple[Held, Held]
    matches: tuple[Match, ...]
    only: tuple[tuple[Span, ...], tuple[Span, ...]]
    around: tuple[Around, ...]

    @property
    def differences(self) -> tuple[Change, ...]:
        """The changes that tell something otherwise, the most telling first, then by place."""
        found = (change for match in self.matches for change in match.changes if not change.light)
        return tuple(sorted(found, key=lambda change: RANKS.index(change.kind)))

    @property
    def spellings(self) -> tuple[Change, ...]:
        """The changes of house style, by place."""
        return tuple(change for match in self.matches for change in match.spellings)

    def swapped(self) -> Comparison:
        """Give the same comparison with the two articles in the other order."""
        matches = (
            match._replace(
                spans=match.spans[::-1],
                edits=tuple(edit[::-1] for edit in match.edits),
                changes=tuple(_swap(change) for change in match.changes),
                spellings=tuple(_swap(change) for change in match.spellings),
            )
            for match in self.matches
        )
        return Comparison(
            articles=self.articles[::-1],
            held=self.held[::-1],
            matches=tuple(sorted(matches, key=lambda match: match.spans[0].start)),
            only=self.only[::-1],
            around=tuple(one._replace(spans=one.spans[::-1]) for one in self.around),
        )


def _swap(change: Change) -> Change:
    return change._replace(spans=change.spans[::-1], passages=change.passages[::-1])
