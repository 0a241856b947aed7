"""What was said before its source is named: '"…," said X', "…, X said"."""

from __future__ import annotations

from twosource.records import StatementKind
from twosource.statements.clauses import PREPOSITIONS
from twosource.statements.cues import cue_of
from twosource.statements.relation import Head, Place
from twosource.statements.sentence import Sentence, find_inner
from twosource.statements.times import skip_time
from twosource.statements.verbs import is_finite, is_verbish

_SETTING_THE_SCENE = frozenset(
    """asked when speaking responding addressing replying commenting appearing pressed questioned
    after while""".split()
)
"""A clause that begins so tells how it came to be said, not what was said."""
_AS_MANY = frozenset({"many", "much", "few", "of", "little"})
_SHORTEST_WITHOUT_VERB = 4
_SHORTEST_HALF = 2
_OTHER_CLAUSES = frozenset(
    """and but or while as when after before because although though which who whose where citing
    according if since until unless""".split()
)
"""What opens a clause that is not the rest of what was said."""


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
    if start > last or _sets_scene(sentence, start):
        return None
    if tokens[last].is_quote and start == last:
        return start, last
    if start == last:
        return None
    clause = tokens[start : last + 1]
    if any(is_verbish(t) or t.is_quote for t in clause):
        return start, last
    placed = clause[0].folded in PREPOSITIONS
    return (start, last) if len(clause) >= _SHORTEST_WITHOUT_VERB and not placed else None


def _sets_scene(sentence: Sentence, start: int) -> bool:
    """Tell whether a clause tells how it came to be said: "As the crowd cheered"."""
    first, second = [*sentence.words(start, start + 2), ""][:2]
    return first in _SETTING_THE_SCENE or (first == "as" and second not in _AS_MANY)


def find_around(sentence: Sentence, head: Head, cue: int) -> list[tuple[int, int]]:
    """Return both halves of what a source and verb between commas part: "It sank, she said, fast".

    Empty where the verb is not followed by a comma and the rest of the same clause.
    """
    tokens = sentence.tokens
    last = sentence.last_word()
    behind = skip_time(tokens, cue + 1)
    if head.first < _SHORTEST_HALF or behind >= last or tokens[behind].folded != ",":
        return []
    if tokens[head.first - 1].folded != ",":
        return []
    start = sentence.clause_start(head.first - 2)
    rest = tokens[behind + 1 : last + 1]
    opened = rest[0].folded in _OTHER_CLAUSES or rest[0].folded.endswith("ing") or rest[0].is_quote
    if opened or _sets_scene(sentence, start) or any(cue_of(t.folded) for t in rest):
        return []
    if not any(is_finite(t) for t in (*tokens[start : head.first], *rest)):
        return []
    return [(start, head.first - 2), (behind + 1, last)]


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
