"""Sentences that one text took from another: they count as the text they came from.

An article made from two texts has two; a passage taken from another text is that text's, whatever
article it stands in. Quoted words are shared by all who quote and prove no copying.
"""

from __future__ import annotations

from collections.abc import Iterable

from twosource.claims.usage import Use
from twosource.records import Article, Family, Reason, Span
from twosource.text.house_style import house_words
from twosource.text.quotations import quotations
from twosource.text.sentences import sentences
from twosource.text.words import words

_LEAST_WORDS = 12
"""Equal words outside quotations that two desks do not write by chance; shorter ones are common."""


def place_texts(uses: list[Use], articles: Iterable[Article]) -> tuple[list[Family], list[Reason]]:
    """Return the family whose text each use counts for, and a reason for each that was moved.

    Of equal sentences in several families the earliest published is taken for the first (the
    undated last, then by id): which one it was changes no number, only under whose name it stands.
    """
    by_id = {a.id: a for a in articles}
    first: dict[tuple[str, ...], Use] = {}
    keys = [_sentence_key(by_id[u.assertion.span.article], u.assertion.span) for u in uses]

    def age(use: Use) -> tuple[str, str]:
        return by_id[use.assertion.span.article].published.value or "~", use.family.id

    for use, key in zip(uses, keys, strict=True):
        if key and (key not in first or age(use) < age(first[key])):
            first[key] = use
    placed = [first[key].family if key else use.family for use, key in zip(uses, keys, strict=True)]
    moved = [
        Reason("copied-sentence", 0.8, (use.assertion.span, first[key].assertion.span))
        for use, key, family in zip(uses, keys, placed, strict=True)
        if family.id != use.family.id
    ]
    return placed, moved


def _sentence_key(article: Article, span: Span) -> tuple[str, ...]:
    """Return the words of the sentence around a span, outside quotations; empty when too few."""
    part = next((p for p in article.parts if p.start <= span.start < p.end), None)
    if part is None:
        return ()
    inside = quotations(article.text, part.start, part.end)
    for start, end in sentences(article.text, part.start, part.end):
        if start <= span.start < end:
            found = house_words(words(article.text, start, end))
            kept = [w.folded for w in found if not any(q.start <= w.start < q.end for q in inside)]
            return tuple(kept) if len(kept) >= _LEAST_WORDS else ()
    return ()
