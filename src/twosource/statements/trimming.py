"""What belongs to the frame and not to what is said: "that", who was told, what was left out."""

from __future__ import annotations

from itertools import takewhile

from twosource.statements.relation import Place, Relation
from twosource.statements.sentence import Sentence, strip_end
from twosource.statements.tokens import Token
from twosource.statements.verbs import AUXILIARIES, is_finite, is_verbish

_TELLING = frozenset(
    "tell told tells telling warn warned warns warning remind reminded reminds reminding".split()
) | frozenset("inform informed informs assure assured assures advise advised advises".split())
"""Verbs with whom was told behind them: "warned the council twice that"."""
_LONGEST_HEARER = 7
_WHO = frozenset("he she it they we i you there this all one what each nobody everyone".split())
_LEADING = frozenset("after although as because before since though when while".split())
"""Words that open a clause before the main one."""
_UNTOLD = frozenset("say name identify elaborate specify disclose explain".split())
_GIVING = frozenset("give gave offer offered provide provided have had".split())
_MISSED = frozenset(
    """name names detail details reason reasons figure figures date dates number numbers explanation
    evidence further breakdown timetable""".split()
)
"""What a reporter misses: "but gave no details", "but did not say where"."""
_NOTHING = frozenset({"no", "not", "n't"})
_LEAVING_OUT = 6
_NEAR = 3


def trim_contents(sentence: Sentence) -> None:
    """Take from what is told indirectly the words of the reporter's own frame."""
    for relation in sentence.relations:
        if relation.kind == "indirect" and len(relation.content) == 1:
            relation.content = [_trim(sentence, relation, relation.content[0])]


def _trim(sentence: Sentence, relation: Relation, place: Place) -> Place:
    first, last = place
    tokens = [t for t in sentence.tokens if first <= t.start and t.end <= last]
    if not tokens:
        return place
    opened = _find_opening(relation, tokens)
    closed = min(_find_left_out(tokens), _find_main_clause(sentence, relation, tokens))
    kept = tokens[opened:closed]
    if not kept or kept == tokens:
        return place
    end = last if closed == len(tokens) else strip_end(sentence.text, first, kept[-1].end)
    return kept[0].start, end


def _find_opening(relation: Relation, tokens: list[Token]) -> int:
    """Return the index of the first word behind "that": who was told may stand before it."""
    if tokens[0].start < relation.cue[1]:
        return 0
    hearer = list(takewhile(lambda t: t.folded != "that", tokens[:_LONGEST_HEARER]))
    at = len(hearer)
    if at + 1 >= len(tokens) or tokens[at].folded != "that" or _points(tokens, at):
        return 0
    if hearer and (
        relation.doing.verb not in _TELLING
        or any(is_verbish(t) or t.is_quote or t.folded == "," for t in hearer)
    ):
        return 0
    return at + 1


def _find_main_clause(sentence: Sentence, relation: Relation, tokens: list[Token]) -> int:
    """Return the index of the comma behind which the main clause begins: "As Moe said …, …"."""
    leads = sentence.tokens[0].folded in _LEADING and relation.cue[1] <= tokens[0].start
    if relation.source is None or not leads:
        return len(tokens)
    between = [t for t in sentence.tokens[1:] if t.end <= relation.source[0]]
    comma = next((n for n, t in enumerate(tokens) if t.folded == ","), None)
    return len(tokens) if between or comma is None else comma


def _points(tokens: list[Token], at: int) -> bool:
    """Tell whether "that" is no more than a pointing finger: "that was wrong", "that law is"."""
    thing, *behind = tokens[at + 1 : at + 3]
    single = not thing.is_capital and not thing.folded.endswith("s") and thing.folded not in _WHO
    return is_verbish(thing) or (single and any(t.folded in AUXILIARIES for t in behind))


def _find_left_out(tokens: list[Token]) -> int:
    """Return the index of the "but" from which the reporter tells what was not told."""
    for at, token in enumerate(tokens):
        if token.folded != "but" or not any(is_finite(t) for t in tokens[:at]):
            continue
        ahead = [t.folded for t in tokens[at + 1 : at + 1 + _LEAVING_OUT]]
        nothing = any(word in _NOTHING or word.endswith("n't") for word in ahead[:_NEAR])
        untold = _UNTOLD & set(ahead[:_NEAR]) or (_GIVING & set(ahead) and _MISSED & set(ahead))
        if nothing and untold and is_verbish(tokens[at + 1]):
            return at - (at > 0 and tokens[at - 1].folded == ",")
    return len(tokens)
