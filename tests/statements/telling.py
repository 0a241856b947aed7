"""Statements as plain words, for tests to compare."""

from __future__ import annotations

from typing import NamedTuple

from twosource.statements import statements


class Told(NamedTuple):
    """One statement: names instead of origins, words instead of spans, rules instead of reasons."""

    speakers: tuple[str, ...]
    act: str
    content: str
    kind: str
    relays: tuple[str, ...]
    rules: tuple[str, ...]
    verb: str


def read(text: str, *, model: bool = False) -> list[Told]:
    """Return what a text's statements tell, in their order; by rules alone, unless asked."""
    return [
        Told(
            speakers=tuple(origin.name for origin in statement.speakers),
            act=statement.act,
            content=" … ".join(text[span.start : span.end] for span in statement.content),
            kind=statement.kind,
            relays=tuple(origin.name for origin in statement.relays),
            rules=tuple(reason.rule for reason in statement.why),
            verb=statement.verb,
        )
        for statement in statements(text, model=model)
    ]
