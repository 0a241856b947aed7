"""Reasons become sentences: a rule's sentence with the quoted words of its spans in it.

Every stage keeps its rules beside its code. Here they are gathered, for ``why`` and for
``docs/rules.md``, which :func:`write_rules` makes and a test keeps equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from twosource.explain.account import Quote, Sentence
from twosource.explain.evidence import Evidence
from twosource.explain.typeset import clip, visible
from twosource.explain.wording import REFUSAL_IN_WORDS
from twosource.records import Reason, Refusal
from twosource.stage import Rule

ROOMS = ("pipeline", "pages", "articles", "families", "stories", "statements", "origins", "claims")
"""The stages in the order of the flow; each has a module ``rules`` with its ``RULES``."""
WORDS_INLINE = 100
"""The most columns of a quotation that stands inside a sentence."""

MOST_QUOTES = 8
"""The most quotations below one sentence."""

_PLACE = re.compile(r"\{(\d{1,2})\}")
_OPENING = "“‘\"'"


@cache
def rules_of(room: str) -> dict[str, Rule]:
    """Give the rules of one stage, empty while the stage has none."""
    name = f"twosource.{room}.rules"
    if find_spec(f"twosource.{room}") is None or find_spec(name) is None:
        return {}
    rules: dict[str, Rule] = import_module(name).RULES
    return rules


@cache
def all_rules() -> dict[str, Rule]:
    """Give the rules of all stages by name."""
    return {name: rule for room in ROOMS for name, rule in rules_of(room).items()}


def tell_reason(evidence: Evidence, reason: Reason) -> Sentence:
    """Turn one reason into a sentence with its quotations.

    Quotations that the sentence holds already are not repeated below it.
    """
    quotes = tuple(evidence.quote(span) for span in reason.spans)
    rule = all_rules().get(reason.rule)
    pattern = rule.sentence if rule else reason.rule.replace("-", " ").capitalize() + "."
    inside: set[int] = set()

    def fill(match: re.Match[str]) -> str:
        number = int(match[1])
        if number >= len(quotes):
            return "…"
        inside.add(number)
        words = clip(quotes[number].text, WORDS_INLINE)
        marked = match.start() > 0 and pattern[match.start() - 1] in _OPENING
        return words if marked else f"“{words}”"

    text = _PLACE.sub(fill, pattern)
    below = evidence.quotes(span for n, span in enumerate(reason.spans) if n not in inside)
    places = _places(quotes, inside)
    if places:
        text = f"{text.rstrip('.')} ({places})." if text.endswith(".") else f"{text} ({places})"
    if len(below) > MOST_QUOTES:
        text = f"{text} {len(below) - MOST_QUOTES} more passages are not shown here."
    return Sentence(text, below[:MOST_QUOTES], reason.rule)


def _places(quotes: tuple[Quote, ...], inside: set[int]) -> str:
    """Say where the words quoted inside a sentence stand."""
    return "; ".join(dict.fromkeys(quotes[number].place for number in sorted(inside)))


def tell_reasons(evidence: Evidence, reasons: Iterable[Reason]) -> tuple[Sentence, ...]:
    """Turn reasons into sentences, weightiest first, each said once."""
    ordered = sorted(reasons, key=lambda one: (-one.weight, one.rule, one.spans))
    told = [tell_reason(evidence, reason) for reason in ordered]
    return tuple(dict.fromkeys(told))


def tell_refusal_reason(refusal: Refusal) -> str:
    """Say why something was declined; words that were set aside are quoted before the reason.

    >>> words = "Asked again, Ada Holm said: “No.”"
    >>> tell_refusal_reason(
    ...     Refusal(stage="statements", subject="a", rule="one-word-content", detail=words)
    ... )
    '“Asked again, Ada Holm said: “No.””: what is said is one word or none, too little to count.'
    """
    detail = visible(refusal.detail)
    if refusal.stage not in _SETTING_WORDS_ASIDE:
        return detail or refusal.rule.replace("-", " ")
    rule = all_rules().get(refusal.rule)
    reason = _PLACE.sub("…", rule.sentence) if rule else REFUSAL_IN_WORDS.get(refusal.rule)
    reason = reason or f"{refusal.rule.replace('-', ' ')}."
    return f"“{detail}”: {reason}" if detail else reason


_SETTING_WORDS_ASIDE = frozenset({"statements", "claims"})
"""Stages whose refusals hold, as their detail, the words that were declined."""

_TITLES = {
    "pipeline": "Inputs: what could not be taken in, and what was given up",
    "pages": "Pages: what is read and what is declined",
    "articles": "Articles: where one begins, and what it says of itself",
    "families": "Families: who copied whom, and from which original",
    "stories": "Stories: what is about the same event",
    "statements": "Statements: who said what, and how",
    "origins": "Origins: who is who, across pages",
    "claims": "Claims: what is said alike, and how many lines lead to it",
}
_PREFACE = """\
# Rules

Everything that twosource infers carries its reasons, and every reason names one of the rules below.
`twosource why ID` prints the sentence of the rule with the words it rests on. This page is made
from the rules themselves (`python -m twosource.explain > docs/rules.md`) and a test keeps it equal.
"""


def write_rules() -> str:
    """Write ``docs/rules.md``: every rule under a heading, with its meaning and its sentence."""
    lines = [_PREFACE]
    for room in ROOMS:
        rules = rules_of(room)
        if not rules:
            continue
        lines.append(f"## {_TITLES[room]}\n")
        for name, rule in sorted(rules.items()):
            sentence = _PLACE.sub("…", rule.sentence)
            lines.append(f"### {name}\n\n{rule.meaning}\n\n> {sentence}\n")
    return "\n".join(lines)
