"""What stands around two texts: headlines, credits, captions, and which of them only one has."""

from __future__ import annotations

from collections import Counter
from typing import Final

from twosource.families.comparison.changes import Around
from twosource.records import Article, Part, PartKind, Span
from twosource.text.words import folded_words

TOLD: Final[tuple[PartKind, ...]] = (
    "headline", "standfirst", "byline", "dateline", "date", "credit", "subhead", "caption",
)  # fmt: skip
"""The parts that are compared, in this order; chrome and teasers are not the article's."""


def compare_surroundings(left: Article, right: Article) -> tuple[Around, ...]:
    """Return the parts beside the paragraphs that differ, kind by kind; equal words go unsaid."""
    return tuple(around for kind in TOLD for around in _compare(kind, left, right))


def _compare(kind: PartKind, left: Article, right: Article) -> list[Around]:
    ours, theirs = _parts(kind, left), _parts(kind, right)
    shared = Counter(words for words, _ in ours) & Counter(words for words, _ in theirs)
    mine, yours = (_without(found, Counter(shared)) for found in (ours, theirs))
    if len(mine) == len(yours) == 1:
        return [Around(kind, (_span(left, mine[0]), _span(right, yours[0])))]
    return [
        *(Around(kind, (_span(left, part), None)) for part in mine),
        *(Around(kind, (None, _span(right, part))) for part in yours),
    ]


def _parts(kind: PartKind, article: Article) -> list[tuple[tuple[str, ...], Part]]:
    return [
        (tuple(folded_words(article.text[part.start : part.end])), part)
        for part in article.parts
        if part.kind == kind
    ]


def _without(
    found: list[tuple[tuple[str, ...], Part]], shared: Counter[tuple[str, ...]]
) -> list[Part]:
    kept = []
    for words, part in found:
        if shared[words] > 0:
            shared[words] -= 1
        else:
            kept.append(part)
    return kept


def _span(article: Article, part: Part) -> Span:
    return Span(article.id, part.start, part.end)
