"""Sources of a source: "Citing US officials, the Post reported" puts them behind the Post."""

from __future__ import annotations

from dataclasses import replace

from twosource.statements.relation import Doing, Head, Place
from twosource.statements.sentence import Sentence, strip_end

_CITING = frozenset({"citing", "quoting"})
_ENDS = frozenset({".", ";", ":", "that", "who", "which", "as"})
_SURE = 0.9
_LEAST_KEPT = 2
"""A piece of content no longer than this, beside a "citing …" phrase, is only its comma."""


def read_citing(sentence: Sentence) -> None:
    """Put each cited source behind the relation whose speaker cites it."""
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        if token.folded not in _CITING or at in sentence.taken:
            continue
        last = _source_end(sentence, at + 1) - 1
        mentions = sentence.mentions(at + 1, last) if last > at else ()
        if not mentions or mentions[0].pronoun or sentence.is_its_own(at + 1):
            continue
        outer = _find_citing(sentence, at)
        if outer is None:
            continue
        citing = sentence.relations[outer]
        hole = sentence.span(at, last)
        content = _without(sentence.text, citing.content, hole)
        sentence.heads.append(Head(mentions, at + 1, last))
        sentence.relations.append(
            replace(
                citing,
                mentions=mentions,
                source=sentence.span(at + 1, last),
                cue=sentence.span(at, at),
                content=content,
                doing=Doing("asserts", token.folded, "citing", _SURE),
                outer=outer,
                shared=False,
                told=(),
            )
        )
        citing.content = list(content)
        sentence.taken.update(range(at, last + 1))


def _source_end(sentence: Sentence, first: int) -> int:
    """Return the index behind the source that begins at ``first``."""
    tokens = sentence.tokens
    last = first
    while last < len(tokens):
        token = tokens[last]
        if token.is_quote or token.folded in _ENDS:
            break
        if token.folded == "," and not _list_goes_on(sentence, last):
            break
        last += 1
    return last


def _list_goes_on(sentence: Sentence, comma: int) -> bool:
    """Tell whether a comma stands within "Western, Korean and other officials"."""
    tokens = sentence.tokens
    index = comma + 1
    while index < len(tokens) and (tokens[index].is_capital or tokens[index].folded == ","):
        index += 1
    return comma + 1 < index < len(tokens) and tokens[index].folded == "and"


def _find_citing(sentence: Sentence, at: int) -> int | None:
    """Return the relation whose speaker does the citing: the next one, or the one before."""
    place = sentence.tokens[at].start
    relations = sentence.relations
    candidates = [
        i
        for i in sorted(range(len(relations)), key=lambda i: relations[i].cue)
        if relations[i].outer is None and relations[i].doing.rule != "according-to"
    ]
    later = [i for i in candidates if relations[i].cue[0] > place]
    earlier = [i for i in candidates if relations[i].cue[0] < place]
    begins = at <= 1 or sentence.tokens[at - 1].folded not in {",", "by"}
    if later and (begins or not earlier):
        return later[0]
    return earlier[-1] if earlier else None


def _without(text: str, content: list[Place], hole: Place) -> list[Place]:
    """Cut the words of a "citing …" phrase out of a content."""
    kept: list[Place] = []
    for start, end in content:
        if hole[1] <= start or end <= hole[0]:
            kept.append((start, end))
            continue
        if hole[0] - start > _LEAST_KEPT:
            kept.append((start, strip_end(text, start, hole[0])))
        if end - hole[1] > _LEAST_KEPT:
            kept.append((hole[1], end))
    return kept or content
