"""Article → Statement: who said what, in which words, through whom, when.

Rules of this first version: quotation marks, cue verbs, "according to", "X, citing Y" and refusals,
with speakers followed through the article. Method: the source–cue–content scheme of PARC and
PolNeAR (Pareti 2016; Newell, Margolin and Ruths 2018).
"""

from __future__ import annotations

from typing import NamedTuple

from twosource.records import Article, Part, Refusal, Span, Statement, identify
from twosource.statements.carrying import (
    Waiting,
    begin_quotation,
    continue_quotation,
    find_report,
    find_waiting,
    pass_through,
)
from twosource.statements.cues import cue_of
from twosource.statements.identifying import Scene, identify_all, refuse
from twosource.statements.reading import is_overlong, read_sentence
from twosource.statements.seeing import tag_article
from twosource.statements.speakers import Cast
from twosource.statements.timing import Timing
from twosource.text.quotations import Quotation, quotations
from twosource.text.sentences import paragraphs, sentences
from twosource.text.words import words

__all__ = ["read_article", "statements"]
_LONGEST_TAG = 200
_FARTHEST_TAG_CUE = 6
_WORDS_OF_TAG = 6


class _Sentence(NamedTuple):
    start: int
    end: int
    paragraph: int


def statements(article_or_text: Article | str, *, model: bool = True) -> list[Statement]:
    """Return the statements of an article, or of a plain text taken as one article's body.

    Spans count code points from the beginning of the article's (or the given) text. Without
    ``model`` the rules read alone; with it WeightDamagedError is raised when its files are not
    whole.
    """
    if isinstance(article_or_text, str):
        text = article_or_text
        parts = tuple(Part("body", start, end) for start, end in paragraphs(text))
        article = Article(id=identify("text", text), page="", text=text, parts=parts)
    else:
        article = article_or_text
    return list(read_article(article, model=model)[0])


def read_article(
    article: Article, *, model: bool = True
) -> tuple[tuple[Statement, ...], tuple[Refusal, ...]]:
    """Return an article's statements, ordered by place, and what was found and refused."""
    text = article.text
    regions = [(p.start, p.end) for p in article.parts if p.kind == "body"]
    found = [q for start, end in regions for q in quotations(text, start, end)]
    scene = Scene(article, Cast(text, regions), Timing(article, regions))
    seen = tag_article(article, regions) if model else None
    kept: list[Statement] = []
    refused: list[Refusal] = [] if seen is None else list(seen.refused)
    report: tuple[Statement, int] | None = None
    waiting: Waiting | None = None
    for sentence, inside in _part_sentences(text, regions, found):
        place = (sentence.start, sentence.end)
        tagged = None if seen is None else seen.within(place)
        relations, unread = read_sentence(text, place, inside, tagged)
        refused.extend(refuse(article, one.rule, one.place) for one in unread)
        if not relations:
            if is_overlong(text, *place, inside):
                refused.append(refuse(article, "overlong-sentence", place))
            opened = find_waiting(text, place, inside)
            if waiting is not None:
                continue_quotation(article, kept, *waiting)
            waiting = opened
            if opened is None:
                continue_quotation(article, kept, place, inside)
            scene.cast.note_named(sentence.start, sentence.end)
            continue
        read, declined = identify_all(scene, relations)
        refused.extend(declined)
        if report is not None and sentence.paragraph - report[1] <= 1:
            read = [pass_through(article, s, report[0]) for s in read]
        if waiting is not None and not begin_quotation(article, read, waiting):
            continue_quotation(article, kept, *waiting)
        waiting = None
        kept.extend(read)
        lead = find_report(read)
        if lead is not None:
            report = (lead, sentence.paragraph)
        elif not any(r.rule == "context-relay" for s in read for r in s.why):
            report = None
    if waiting is not None:
        continue_quotation(article, kept, *waiting)
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
            if result and not held and _is_tag(text, result[-1], (begin, b), number):
                before, quoted = result.pop()
                result.append((before._replace(end=b), quoted))
                first = None
                continue
            result.append((_Sentence(begin, b, number), held))
            first, held = None, []
        if first is not None:
            result.append((_Sentence(first, end, number), held))
    return result


def _is_tag(
    text: str, before: tuple[_Sentence, list[Quotation]], place: tuple[int, int], number: int
) -> bool:
    """Tell whether a sentence only says who said the question or cry before it: "she asked."."""
    sentence, quoted = before
    if sentence.paragraph != number or not quoted or quoted[-1].end != sentence.end:
        return False
    if text[quoted[-1].inner_end - 1] not in "?!\u2026":
        return False
    found = words(text, place[0], min(place[1], place[0] + _LONGEST_TAG))
    cue = next((i for i, w in enumerate(found[:_FARTHEST_TAG_CUE]) if cue_of(w.folded)), None)
    if cue is None:
        return False
    if cue + 1 < len(found) and found[cue + 1].folded.endswith("ly"):
        cue += 1
    last = found[cue].end
    return last == place[1] or text[last] in ".," or len(found) <= _WORDS_OF_TAG
