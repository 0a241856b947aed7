"""What the texts of a story assert: every assertion, with the statement and the text it is in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from twosource.claims.assertions import (
    Assertion,
    is_pronoun_led,
    read_piece,
    with_subject,
)
from twosource.claims.parting import part_content
from twosource.claims.stances import ASSERTING, DENYING, REFUSING
from twosource.claims.takeup import is_bare
from twosource.records import Article, Family, Span, Statement
from twosource.text.concepts import concept_of
from twosource.text.house_style import house_words
from twosource.text.quotations import Quotation, quotations
from twosource.text.sentences import sentences
from twosource.text.words import words

_NOT_TRUE_THAT = re.compile(
    r"(?:it|this|that)(?: is| was|['\u2019]s) (?:simply |just )?"
    r"(?:not true|untrue|false|wrong|not the case|a lie|not correct|incorrect) that ",
    re.IGNORECASE,
)


class Use(NamedTuple):
    """One assertion in use: who states it (None: the outlet itself), and in which family's text."""

    assertion: Assertion
    statement: Statement | None
    family: Family
    wording: tuple[str, ...] = ()
    """Its words as they compare across house styles."""
    quoted: tuple[str, ...] = ()
    """Those of them that stand in quotation marks."""

    @property
    def counts(self) -> bool:
        """Tell whether it asserts something, and is no refusal or denial."""
        return self.statement is None or self.statement.act in ASSERTING

    @property
    def replies(self) -> bool:
        """Tell whether it answers what others assert: a refusal or a denial."""
        return self.statement is not None and self.statement.act in REFUSING | DENYING


def read_uses(article: Article, family: Family, spoken: list[Statement], *, own: bool) -> list[Use]:
    """Return what an article asserts, in the order of its text.

    ``own`` takes in the sentences that the outlet attributes to nobody; they matter only where
    another text tells the same.
    """
    uses: list[Use] = []
    marked = [
        q
        for part in article.parts
        if part.kind == "body"
        for q in quotations(article.text, part.start, part.end)
    ]
    subject: frozenset[str] = frozenset()
    for statement, spans in _contents(article, spoken, own=own):
        for start, end in spans:
            read, subject = _read_span(article, spoken, statement, start, end, subject)
            uses.extend(
                Use(a, statement, family, *_read_wording(article.text, a.span, marked))
                for a in read
            )
    return [u for u in uses if (u.counts or u.replies) and u.assertion.head not in _answering()]


@cache
def _answering() -> frozenset[str]:
    """Return the verbs of answers: that somebody denied or refused says nothing of the world."""
    return frozenset(concept_of(word) for word in ("denied", "refused"))


def _read_wording(
    text: str, span: Span, marked: list[Quotation]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a span, and those of them that stand in quotation marks."""
    found = house_words(words(text, span.start, span.end))
    near = [q for q in marked if q.start < span.end and span.start < q.end]
    inside = (w.folded for w in found if any(q.start <= w.start < q.end for q in near))
    return tuple(w.folded for w in found), tuple(inside)


def gather_alike(uses: list[Use]) -> list[list[Use]]:
    """Return the uses that read exactly alike, together: each way of saying is compared once."""
    found: dict[object, list[Use]] = {}
    for use in uses:
        nowhere = tuple(n.without_place() for n in use.assertion.numbers)
        plain = replace(use.assertion, span=Span("", 0, 0), numbers=nowhere)
        found.setdefault((plain, use.counts), []).append(use)
    return list(found.values())


def owner_of(alike: list[Use]) -> str | None:
    """Return the one text whose own sentences these are; None when stated, or of several texts."""
    owners = {u.family.id for u in alike if u.statement is None}
    stated = any(u.statement is not None for u in alike)
    return owners.pop() if len(owners) == 1 and not stated else None


def is_told(uses: Iterable[Use]) -> bool:
    """Tell whether somebody is said to assert it, or two texts do so on their own."""
    listed = list(uses)
    return any(u.statement is not None for u in listed) or len({u.family.id for u in listed}) > 1


def _contents(
    article: Article, listed: list[Statement], *, own: bool
) -> list[tuple[Statement | None, list[tuple[int, int]]]]:
    """Return contents and the outlet's own sentences in the order of the text."""
    found: list[tuple[int, Statement | None, list[tuple[int, int]]]] = []
    covered: list[tuple[int, int]] = []
    for statement in listed:
        spans = [(s.start, s.end) for s in statement.content]
        anchors = [s for s in (statement.source, statement.cue) if s is not None]
        covered.extend(spans)
        covered.extend((s.start, s.end) for s in anchors)
        if spans:
            found.append((spans[0][0], statement, spans))
    for part in article.parts if own else ():
        if part.kind != "body":
            continue
        for start, end in sentences(article.text, part.start, part.end):
            if not any(a < end and start < b for a, b in covered):
                found.append((start, None, [(start, end)]))
    found.sort(key=lambda f: (f[0], f[1].id if f[1] else ""))
    return [(s, spans) for _, s, spans in found]


def _hole(inner: Statement) -> tuple[int, int]:
    """Return the words of an inner attribution that its outer content does not itself assert.

    "She said he denied taking it" asserts neither: a denial within is left out with its content.
    """
    spans = [s for s in (inner.source, inner.cue) if s is not None]
    if inner.act not in ASSERTING:
        spans.extend(inner.content)
    return min(s.start for s in spans), max(s.end for s in spans)


def _read_span(
    article: Article,
    spoken: list[Statement],
    statement: Statement | None,
    start: int,
    end: int,
    subject: frozenset[str],
) -> tuple[list[Assertion], frozenset[str]]:
    """Read the assertions of one span; each without a subject takes the one before."""
    if statement is not None:
        if is_bare(article.text[start:end]):
            # "Those claims" asserts nothing of its own; what it takes up is told elsewhere.
            return [], subject
        if statement.act in DENYING:
            prefix = _NOT_TRUE_THAT.match(article.text, start, end)
            start = prefix.end() if prefix else start
    holes = tuple(
        _hole(inner)
        for inner in spoken
        if statement is not None and inner.through == statement.id and (inner.source or inner.cue)
    )
    read: list[Assertion] = []
    for piece in part_content(article.text, start, end, holes):
        assertion = read_piece(article.text, article.id, piece, subject)
        if assertion is None:
            continue
        if is_pronoun_led(article.text, piece):
            assertion = with_subject(assertion, subject)
        elif assertion.own_subject and assertion.subject:
            subject = assertion.subject
        read.append(assertion)
    return read, subject
