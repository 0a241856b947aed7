"""Article → Statement: who said what, in which words, through whom, when.

Rules of this first version: quotation marks, cue verbs, "according to", "X, citing Y" and refusals,
with speakers followed through the article. Method: the source–cue–content scheme of PARC and PolNeAR
(Pareti 2016; Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from twosource.records import (
    Article,
    Origin,
    Part,
    Reason,
    Refusal,
    Said,
    Span,
    Statement,
    identify,
)
from twosource.statements.acts import is_hedged, refine_act
from twosource.statements.relations import Relation, read_sentence
from twosource.statements.speakers import Cast
from twosource.text.dates import DateMention, find_dates, resolve_in_order
from twosource.text.quotations import Quotation, quotations
from twosource.text.sentences import paragraphs, sentences

_PUBLISHING = frozenset({"outlet", "agency", "document", "aggregator"})
_LEAST_WORDS = 1
_WHITE = " \t\u00a0"


class _Sentence(NamedTuple):
    start: int
    end: int
    paragraph: int


def statements(article_or_text: Article | str) -> list[Statement]:
    """Return the statements of an article, or of a plain text taken as one article's body.

    Spans count code points from the beginning of the article's (or the given) text.
    """
    if isinstance(article_or_text, str):
        text = article_or_text
        parts = tuple(Part("body", start, end) for start, end in paragraphs(text))
        article = Article(id=identify("text", text), page="", text=text, parts=parts)
    else:
        article = article_or_text
    return list(read_article(article)[0])


def read_article(article: Article) -> tuple[tuple[Statement, ...], tuple[Refusal, ...]]:
    """Return an article's statements, ordered by place, and what was found and refused."""
    text = article.text
    regions = [(p.start, p.end) for p in article.parts if p.kind == "body"]
    found = [q for start, end in regions for q in quotations(text, start, end)]
    cast = Cast(text, regions)
    dates = _Dates(article, regions)
    kept: list[Statement] = []
    refused: list[Refusal] = []
    reported: tuple[Statement, int] | None = None
    for sentence in _sentences(text, regions, found):
        relations = read_sentence(text, sentence.start, sentence.end, found)
        if not relations:
            kept = _go_on_quoting(article, kept, sentence, found)
            cast.note_named(sentence.start, sentence.end)
            continue
        read = _identify(article, relations, cast, dates, refused)
        if reported is not None and sentence.paragraph - reported[1] <= 1:
            read = [_through_report(article, s, reported[0]) for s in read]
        kept.extend(read)
        lead = next(
            (
                s
                for s in read
                if s.act == "reports" and s.speakers and s.speakers[0].kind in _PUBLISHING
            ),
            None,
        )
        if lead is not None:
            reported = (lead, sentence.paragraph)
        elif not any(r.rule == "context-relay" for s in read for r in s.why):
            reported = None
    unique = {s.id: s for s in kept}
    return tuple(sorted(unique.values(), key=_place)), tuple(refused)


def _place(statement: Statement) -> tuple[int, int, str]:
    anchors = [
        s.start for s in (statement.source, statement.cue, *statement.content) if s is not None
    ]
    return (min(anchors), statement.cue.start if statement.cue else 0, statement.id)


def _sentences(
    text: str, regions: list[tuple[int, int]], found: list[Quotation]
) -> list[_Sentence]:
    """Return the sentences of the body; none ends within a quotation."""
    result: list[_Sentence] = []
    for number, (start, end) in enumerate(regions):
        inside = [q for q in found if start <= q.start < end]
        at = 0
        first: int | None = None
        for a, b in sentences(text, start, end):
            begin = a if first is None else first
            while at < len(inside) and inside[at].end <= b:
                at += 1
            if at < len(inside) and inside[at].start < b < inside[at].end:
                first = begin
                continue
            result.append(_Sentence(begin, b, number))
            first = None
        if first is not None:
            result.append(_Sentence(first, end, number))
    return result


def _identify(
    article: Article, relations: list[Relation], cast: Cast, dates: _Dates, refused: list[Refusal]
) -> list[Statement]:
    """Turn one sentence's relations into statements: who is meant, what is done, through whom."""
    made: dict[int, Statement] = {}
    order = sorted(range(len(relations)), key=lambda i: (_depth(relations, i), relations[i].cue, i))
    for number in order:
        relation = relations[number]
        speakers, why = _speakers(article, relation, cast)
        content = tuple(Span(article.id, a, b) for a, b in relation.content if b > a)
        words = " … ".join(article.text[s.start : s.end] for s in content)
        if relation.rule != "refusal" and len(words.split()) <= _LEAST_WORDS:
            refused.append(
                Refusal(
                    stage="statements",
                    subject=article.id,
                    rule="one-word-content",
                    detail=article.text[relation.sentence[0] : relation.sentence[1]][:160],
                )
            )
            continue
        outer = made.get(relation.outer) if relation.outer is not None else None
        publisher = bool(speakers) and all(s.kind in _PUBLISHING for s in speakers)
        act = refine_act(relation.act, relation.verb, words, publisher=publisher)
        if act != relation.act and not publisher:
            why = (*why, Reason("act-from-words", 0.8, content))
        source = Span(article.id, *relation.source) if relation.source else None
        cue = Span(article.id, *relation.cue)
        relays: tuple[Origin, ...] = ()
        if outer is not None:
            relays = (*outer.speakers, *outer.relays)
            why = (*why, Reason("nested", 1.0, tuple(s for s in (outer.source, outer.cue) if s)))
        told = tuple(r.origin for m in relation.told if (r := cast.resolve(m, m.start)) is not None)
        if told:
            relays = (*(t for t in told if t not in speakers), *relays)
            spots = tuple(Span(article.id, m.start, m.end) for m in relation.told)
            why = (*why, Reason("first-hand", 1.0, spots))
        lead = Reason(relation.rule, relation.confidence, tuple(s for s in (source, cue) if s))
        for speaker in speakers:
            cast.note(speaker, relation.source or relation.cue)
        made[number] = Statement(
            id=identify(
                "statement",
                article.id,
                relation.source,
                relation.cue,
                tuple(relation.content),
                relation.verb,
            ),
            article=article.id,
            source=source,
            cue=cue,
            content=content,
            kind=relation.kind,
            act=act,
            verb=relation.verb,
            hedged=is_hedged(act, words),
            speakers=speakers,
            through=outer.id if outer else None,
            relays=relays,
            said=dates.said(relation),
            confidence=round(relation.confidence * (1.0 if speakers else 0.5), 2),
            why=(lead, *why),
        )
    return [made[n] for n in sorted(made)]


def _depth(relations: list[Relation], number: int) -> int:
    depth = 0
    outer = relations[number].outer
    while outer is not None and depth < len(relations):
        depth += 1
        outer = relations[outer].outer
    return depth


def _speakers(
    article: Article, relation: Relation, cast: Cast
) -> tuple[tuple[Origin, ...], tuple[Reason, ...]]:
    """Return the speakers of a relation, each once, and why a short form was taken for whom."""
    speakers: list[Origin] = []
    why: list[Reason] = []
    for mention in relation.mentions:
        resolved = cast.resolve(
            mention, relation.sentence[0] if mention.document else mention.start
        )
        if resolved is None:
            return (), ()
        if all(resolved.origin.id != s.id for s in speakers):
            speakers.append(resolved.origin)
        if resolved.rule is not None:
            here = Span(article.id, mention.start, mention.end)
            there = Span(article.id, *resolved.place) if resolved.place else here
            why.append(Reason(resolved.rule, 0.8, (there, here)))
    return tuple(speakers), tuple(why)


def _through_report(article: Article, statement: Statement, report: Statement) -> Statement:
    """Let an unnamed group right after a retold report speak through that report."""
    plain = (
        statement.speakers
        and statement.through is None
        and not statement.relays
        and all(s.kind == "unnamed" for s in statement.speakers)
        and statement.act in {"asserts", "claims", "suggests", "believes", "expects", "warns"}
    )
    makers = {o.id for o in (article.outlet, article.credit) if o is not None}
    if not plain or report.speakers[0].id in makers:
        return statement
    spans = tuple(s for s in (report.source, report.cue) if s is not None)
    reason = Reason("context-relay", 0.6, spans)
    return replace(statement, relays=report.speakers[:1], why=(*statement.why, reason))


def _go_on_quoting(
    article: Article, kept: list[Statement], sentence: _Sentence, found: list[Quotation]
) -> list[Statement]:
    """Add a sentence that is nothing but a quotation to its speaker's words just before."""
    if not kept or kept[-1].kind == "indirect" or not kept[-1].content:
        return kept
    whole = [q for q in found if sentence.start <= q.start and q.end <= sentence.end]
    if (
        not whole
        or article.text[sentence.start : whole[0].start].strip(_WHITE)
        or (article.text[whole[-1].end : sentence.end].strip(" ."))
    ):
        return kept
    last = kept[-1]
    end = max(s.end for s in (*last.content, last.source, last.cue) if s is not None)
    if article.text[end : sentence.start].strip().strip("\"'\u201d\u2019.,").count(" ") > 8:  # noqa: PLR2004
        return kept
    more = tuple(Span(article.id, q.inner_start, q.inner_end) for q in whole)
    longer = replace(
        last,
        content=(*last.content, *more),
        why=(*last.why, Reason("quotation-goes-on", 0.8, more)),
    )
    return [*kept[:-1], longer]


class _Dates:
    """When things were said: expressions of time outside the content, read in order."""

    def __init__(self, article: Article, regions: list[tuple[int, int]]) -> None:
        base = article.published.value
        self.published = base
        mentions: list[DateMention] = []
        for start, end in regions:
            mentions.extend(find_dates(article.text, start, end))
        self.known = list(zip(mentions, resolve_in_order(tuple(mentions), base), strict=True))

    def said(self, relation: Relation) -> Said:
        """Return when a relation was said; the time nearest its cue, never one within its content."""
        near = [
            (min(abs(m.start - relation.cue[1]), abs(relation.cue[0] - m.end)), m.start, said)
            for m, said in self.known
            if relation.sentence[0] <= m.start < relation.sentence[1]
            and not any(a <= m.start < b for a, b in relation.content)
        ]
        if near:
            return min(near, key=lambda n: n[:2])[2]
        return Said(self.published, "published") if self.published else Said()
