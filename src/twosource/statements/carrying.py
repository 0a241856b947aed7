"""What carries over to the next sentence: a quotation that goes on, a report that is retold."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from twosource.records import Article, Reason, Span, Statement
from twosource.statements.identifying import PUBLISHING
from twosource.statements.relation import Place
from twosource.text.quotations import Quotation

_TOLD = frozenset({"asserts", "claims", "suggests", "believes", "expects", "warns"})
_GOES_ON = 0.8
_CONTEXT = 0.6
_LONGEST_BETWEEN = 8
"""Words that may stand between a speaker's words and the quotation that goes on with them."""
_WORDS_FIRST = frozenset({"content-source-cue", "content-cue-source"})
_WHITE = " \t\u00a0"


class Waiting(NamedTuple):
    """A paragraph of a quotation that is left open, until the next one tells whose it is."""

    sentence: Place
    inside: list[Quotation]


def continue_quotation(
    article: Article, kept: list[Statement], sentence: Place, inside: list[Quotation]
) -> None:
    """Add a sentence that is nothing but quotations to its speaker's words just before."""
    if not kept or kept[-1].kind == "indirect" or not kept[-1].content or not inside:
        return
    before = article.text[sentence[0] : inside[0].start].strip(_WHITE)
    behind = article.text[inside[-1].end : sentence[1]].strip(" .")
    if before or behind:
        return
    last = kept[-1]
    end = max(s.end for s in (*last.content, last.source, last.cue) if s is not None)
    between = article.text[end : sentence[0]].strip().strip("\"'\u201d\u2019.,")
    if between.count(" ") > _LONGEST_BETWEEN:
        return
    more = tuple(Span(article.id, q.inner_start, q.inner_end) for q in inside)
    reason = Reason("quotation-goes-on", _GOES_ON, more)
    kept[-1] = replace(last, content=(*last.content, *more), why=(*last.why, reason))


def find_waiting(text: str, sentence: Place, inside: list[Quotation]) -> Waiting | None:
    """Return a paragraph that opens a quotation and leaves it open, saying nothing else."""
    if len(inside) != 1 or inside[0].end != inside[0].inner_end:
        return None
    if text[sentence[0] : inside[0].start].strip(_WHITE) or inside[0].end < sentence[1]:
        return None
    return Waiting(sentence, inside)


def begin_quotation(article: Article, read: list[Statement], waiting: Waiting) -> bool:
    """Put a quotation that was left open before the words that go on with it; tell if any do."""
    lead = min(read, key=lambda s: s.content[0].start if s.content else len(article.text))
    if lead.kind != "direct" or lead.why[0].rule not in _WORDS_FIRST:
        return False
    begun = tuple(Span(article.id, q.inner_start, q.inner_end) for q in waiting.inside)
    between = article.text[begun[-1].end : lead.content[0].start]
    if between.strip().strip("\"\u201c\u201e'\u2018"):
        return False
    reason = Reason("quotation-begins", _GOES_ON, begun)
    longer = replace(lead, content=(*begun, *lead.content), why=(*lead.why, reason))
    read[read.index(lead)] = longer
    return True


def find_report(read: list[Statement]) -> Statement | None:
    """Return the first statement by which a publisher reports."""
    return next(
        (s for s in read if s.act == "reports" and s.speakers and s.speakers[0].kind in PUBLISHING),
        None,
    )


def pass_through(article: Article, statement: Statement, report: Statement) -> Statement:
    """Let an unnamed group right after a retold report speak through that report."""
    plain = (
        statement.speakers
        and statement.through is None
        and not statement.relays
        and all(s.kind == "unnamed" for s in statement.speakers)
        and statement.act in _TOLD
    )
    makers = {o.id for o in (article.outlet, article.credit) if o is not None}
    if not plain or report.speakers[0].id in makers:
        return statement
    spans = tuple(s for s in (report.source, report.cue) if s is not None)
    reason = Reason("context-relay", _CONTEXT, spans)
    return replace(statement, relays=report.speakers[:1], why=(*statement.why, reason))
