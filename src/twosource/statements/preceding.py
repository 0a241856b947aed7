"""What was said before its source is named: '"…," said X', "…, X said"."""

from __future__ import annotations

from twosource.records import StatementKind
from twosource.statements.relation import Place
from twosource.statements.sentence import Sentence, find_inner
from twosource.statements.times import skip_time
from twosource.statements.verbs import is_verbish

_SETTING_THE_SCENE = frozenset(
    """asked when speaking responding addressing replying commenting appearing pressed questioned
    after while""".split()
)
"""A clause that begins so tells how it came to be said, not what was said."""
_SHORTEST_WITHOUT_VERB = 4


def find_preceding(sentence: Sentence, first: int) -> tuple[int, int] | None:
    """Return the clause or quotation that ends before a source–cue pair at ``first``."""
    tokens = sentence.tokens
    last = first - 1
    if last < 0:
        return None
    if tokens[last].is_quote:
        return _with_lead(sentence, last), last
    if tokens[last].folded != ",":
        return None
    while last >= 0 and tokens[last].folded == ",":
        last -= 1
    if last < 0:
        return None
    start = sentence.clause_start(last)
    if start > last or tokens[start].folded in _SETTING_THE_SCENE:
        return None
    if tokens[last].is_quote and start == last:
        return start, last
    if start == last:
        return None
    clause = tokens[start : last + 1]
    says = len(clause) >= _SHORTEST_WITHOUT_VERB or any(is_verbish(t) or t.is_quote for t in clause)
    return (start, last) if says else None


def _with_lead(sentence: Sentence, quotation: int) -> int:
    """Return where a content begins that ends with a quotation: with the words that lead to it."""
    if all(t.is_quote for t in sentence.tokens[:quotation]):
        return quotation
    before = quotation - 1
    if sentence.tokens[before].folded in {",", ":", "."} or sentence.closes_relation(before):
        return quotation
    return sentence.clause_start(before)


def add_following(
    sentence: Sentence, index: int, spans: list[Place], kind: StatementKind
) -> list[Place]:
    """Add a quotation that goes on behind the source: '"A," he said, "B."'."""
    tokens = sentence.tokens
    index = skip_time(tokens, index)
    while index < len(tokens) and tokens[index].folded in {",", ".", ":"}:
        index += 1
    if kind == "indirect" or index >= len(tokens):
        return spans
    quotation = tokens[index].quotation
    return [*spans, find_inner(sentence.text, quotation)] if quotation is not None else spans
