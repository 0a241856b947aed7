"""What nobody is shown to have said: words under "if", and what an article takes back itself."""

from __future__ import annotations

import re

from twosource.statements.relation import Relation, Unread
from twosource.statements.sentence import Sentence

_SUPPOSING = frozenset({"if", "unless"})
_WITHDRAWN = re.compile(
    r"\b(?:earlier|initial|original|previous|prior) version"
    r"(?: of (?:the|this) (?:article|dispatch|piece|report|story|text))?$",
    re.IGNORECASE,
)
"""An article's own former words, named in its correction."""


def set_aside(sentence: Sentence) -> list[Unread]:
    """Take out what is only supposed or taken back, and what stands inside it; say which."""
    unsaid: list[Relation] = []
    unread: list[Unread] = []
    for relation in sentence.relations:
        rule = _find_rule(sentence, relation)
        if rule is not None:
            unsaid.append(relation)
            unread.append(Unread(rule, relation.cue))
    sentence.drop(unsaid)
    return unread


def _find_rule(sentence: Sentence, relation: Relation) -> str | None:
    if relation.source is None:
        return None
    if _WITHDRAWN.search(sentence.text[slice(*relation.source)]):
        return "taken-back"
    before = [t for t in sentence.tokens if t.end <= relation.source[0]]
    supposed = bool(before) and before[-1].folded in _SUPPOSING
    behind = all(first >= relation.cue[1] for first, _ in relation.content)
    return "only-supposed" if supposed and behind else None
