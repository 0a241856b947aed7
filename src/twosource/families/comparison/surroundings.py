"""What stands around two texts: headlines, credits, captions, and which of them only one has."""

from __future__ import annotations

from typing import Final

from twosource.families.comparison.changes import Around
from twosource.records import Article, Part, PartKind, Span
from twosource.text.words import folded_words

TOLD: Final[tuple[PartKind, ...]] = (
    "headline", "standfirst", "byline", "dateline", "credit", "subhead", "caption",
)  # fmt: skip
"""The parts that are compared, in this order: chrome and teasers are not the article's, and a date
is read, not compared by its words."""


def compare_surroundings(left: Article, right: Article) -> tuple[Around, ...]:
    """Return the parts beside the paragraphs that differ, kind by kind; equal words go unsaid."""
    return tuple(around for kind in TOLD for around in _compare(kind, left, right))


def _compare(kind: PartKind, left: Article, right: Article) -> list[Around]:
    ours, theirs = _parts(kind, left), _parts(kind, right)
    mine = [part for words, part in ours.items() if words not in theirs]
    yours = [part for words, part in theirs.items() if words not in ours]
    if len(mine) == len(yours) == 1:
        return [Around(kind, (_span(left, mine[0]), _span(right, yours[0])))]
    return [
        *(Around(kind, (_span(left, part), None)) for part in mine),
        *(Around(kind, (None, _span(right, part))) for part in yours),
    ]


def _parts(kind: PartKind, article: Article) -> dict[tuple[str, ...], Part]:
    """Return the parts of one kind by their words; a headline that stands twice is one."""
    found: dict[tuple[str, ...], Part] = {}
    for part in article.parts:
        if part.kind == kind:
            found.setdefault(tuple(folded_words(article.text[part.start : part.end])), part)
    return found


def _span(article: Article, part: Part) -> Span:
    return Span(article.id, part.start, part.end)
