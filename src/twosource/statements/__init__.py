"""Article → Statement: who said what, in which words, through whom, when.

Rules of this first version: quotation marks, cue verbs, "according to", "X, citing Y" and refusals,
with speakers followed through the article. Method: the source–cue–content scheme of PARC and
PolNeAR (Pareti 2016; Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

from typing import NamedTuple

from twosource.records import Article, Part, Refusal, Span, Statement, identify
from twosource.statements.carrying import continue_quotation, find_report, pass_through
from twosource.statements.identifying import Scene, identify_all
from twosource.statements.reading import read_sentence
from twosource.statements.speakers import Cast
from twosource.statements.timing import Timing
from twosource.text.quotations import Quotation, quotations
from twosource.text.sentences import paragraphs, sentences

__all__ = ["read_article", "statements"]


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
    scene = Scene(article, Cast(text, regions), Timing(article, regions))
    kept: list[Statement] = []
    refused: list[Refusal] = []
    report: tuple[Statement, int] | None = None
    for sentence, inside in _part_sentences(text, regions, found):
        relations = read_sentence(text, sentence.start, sentence.end, inside)
        if not relations:
            continue_quotation(article, kept, (sentence.start, sentence.end), inside)
            scene.cast.note_named(sentence.start, sentence.end)
            continue
        read, declined = identify_all(scene, relations)
        refused.extend(declined)
        if report is not None and sentence.paragraph - report[1] <= 1:
            read = [pass_through(article, s, report[0]) for s in read]
        kept.extend(read)
        lead = find_report(read)
        if lead is not None:
            report = (lead, sentence.paragraph)
        elif not any(r.rule == "context-relay" for s in read for r in s.why):
            report = None
    unique = {s.id: s for s in kept}
    return tuple(sorted(unique.values(), key=_place)), tuple(refused)


def _place(statement: Statement) -> tuple[int, int, str]:
    spans: tuple[Span | None, ...] = (statement.source, statement.cue, *statement.content)
    first = min(s.start for s in spans if s is not None)
    return (first, statement.cue.start if statement.cue else 0, statement.id)


def _part_sentences(
    text: str, regions: list[tuple[int, int]], found: list[Quotation]
) -> list[tuple[_Sentence, list[Quotation]]]:
    """Return the sentences of the body, each with its quotations; none ends within one."""
    result: list[tuple[_Sentence, list[Quotation]]] = []
    at = 0
    for number, (start, end) in enumerate(regions):
        first: int | None = None
        held: list[Quotation] = []
        for a, b in sentences(text, start, end):
            begin = a if first is None else first
            while at < len(found) and found[at].end <= b:
                held.append(found[at])
                at += 1
            if at < len(found) and found[at].start < b < found[at].end:
                first = begin
                continue
            result.append((_Sentence(begin, b, number), held))
            first, held = None, []
        if first is not None:
            result.append((_Sentence(first, end, number), held))
    return result
