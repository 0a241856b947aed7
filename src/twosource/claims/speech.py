"""Claims about speech: that a question was not answered, whoever rendered it."""

from __future__ import annotations

from twosource.claims.nodes import body_of
from twosource.claims.stances import REFUSING
from twosource.records import Origin, Span, Statement
from twosource.text.names import plain_key

_MONTH = len("2026-01")


def group_refusals(spoken: list[Statement]) -> list[list[Statement]]:
    """Return the refusals of a story: a list for each body, way of refusing, and month."""
    groups: dict[tuple[str, str], list[Statement]] = {}
    for statement in spoken:
        if statement.act in REFUSING and statement.speakers:
            key = (_speaker_key(statement.speakers[0]), statement.act)
            groups.setdefault(key, []).append(statement)
    return [listed for key in sorted(groups) for listed in _by_time(groups[key])]


def _speaker_key(speaker: Origin) -> str:
    return body_of(speaker) or plain_key(speaker.name)


def _by_time(listed: list[Statement]) -> list[list[Statement]]:
    """Part refusals by the month that they are said to be of; undated ones go with the last."""
    dated: dict[str, list[Statement]] = {}
    undated: list[Statement] = []
    for statement in listed:
        if statement.said.value is None:
            undated.append(statement)
        else:
            dated.setdefault(statement.said.value[:_MONTH], []).append(statement)
    groups = [dated[key] for key in sorted(dated)]
    if not groups:
        return [undated]
    return [*groups[:-1], groups[-1] + undated]


def whole_of(statement: Statement) -> Span:
    """Return the stretch from source to content of a statement."""
    spans = [s for s in (statement.source, statement.cue, *statement.content) if s is not None]
    return Span(statement.article, min(s.start for s in spans), max(s.end for s in spans))
