"""What a cue that the tagger found does: its act, by its verb, where it says that it was said.

Careful: what is only planned, denied to have been said, or done to somebody is no statement; of a
verb that is not known, no more is said than that the source speaks of something.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from twosource.records import Act, StatementKind
from twosource.statements.contents import ONLY_THAT
from twosource.statements.cues import Cue, cue_of, inflect
from twosource.statements.finite import find_cue
from twosource.statements.phrases import read_source
from twosource.statements.relation import Place
from twosource.statements.sentence import Sentence
from twosource.statements.tagging import Tagged
from twosource.statements.tokens import Token
from twosource.statements.verbs import AUXILIARIES, is_adverb, is_finite, is_negated, is_passive

_FURTHER: dict[Act, str] = {
    "asserts": """yell scream recount detail outline remind assure demonstrate brag proclaim
        list preach put lecture convey inform alert elaborate affirm relate confide gripe
        mutter whisper bellow exclaim interrupt tell""",
    "characterises": """praise tout applaud hail portray cast paint compare label dub deem
        consider view refer highlight defend mock ridicule laud
        champion talk speak discuss liken salute
        celebrate regard cite echo""",
    "condemns": """attack assail rip bash blame rail lambast lambaste chide scold rebuke castigate
        disparage deride fault object oppose lash""",
    "urges": """propose press lobby encourage exhort order instruct request implore advocate push
        petition advise direct""",
    "promises": "swear guarantee",
    "believes": "feel know worry doubt suspect assume",
    "expects": "plan intend foresee envision",
}
"""Verbs that attribute less often than those of the rules, by hand."""
_NOT_YET = (AUXILIARIES | {"to", "not"}) - {"do", "does", "did", "has", "have", "had", "having"}
_PUT_TO = frozenset("asked pressed questioned told warned urged".split())
_ACCORDING = "according"
_UNSAID = frozenset("not never nor neither no to would will could may might can should".split())
SURE_OF_ANY = 0.8
"""Confidence from which a cue counts whose verb is not known. It says no more than that the source
speaks of something: such a statement supports no claim and denies none."""
_DOCUMENTS_DO = frozenset({"show", "find", "indicate", "suggest"})
"""What a survey does with a thing as well as with a clause: "the poll shows a small gap"."""
_LOOKED_BACK = 3
_NEAR_THAT = 8


class Judged(NamedTuple):
    """An act, and the verb that shows it, as the text has it."""

    act: Act
    verb: str


def judge_cue(
    sentence: Sentence, tagged: Tagged, content: list[Place], kind: StatementKind
) -> Judged | None:
    """Return what a tagged cue does; None where nothing was said, or nobody can tell."""
    tokens = sentence.tokens
    first, last = tagged.cue
    held = [n for n, t in enumerate(tokens) if first <= t.start and t.end <= last]
    if not held or any(tokens[n].is_quote for n in held):
        return None
    words = sentence.text[first:last].casefold()
    unsaid = any(is_negated(tokens, n) or tokens[n].folded in _UNSAID for n in held)
    sure = tagged.confidence >= SURE_OF_ANY and not unsaid and not _is_not_yet(tokens, held[-1])
    careful = Judged("characterises", words) if sure else None
    verbs = [n for n in held if cue_of(tokens[n].folded) or tokens[n].folded in _further()]
    if not verbs:
        said = kind == "direct" or tokens[held[0]].folded == _ACCORDING
        return Judged("asserts", words) if said else careful
    at = verbs[-1]
    if _is_not_yet(tokens, at) or _is_asked(tokens, at, tagged) or _is_left_open(tokens, at):
        return None
    known = cue_of(tokens[at].folded)
    if known is None:
        undone = is_negated(tokens, at) or is_passive(tokens, at)
        return None if undone else Judged(_further()[tokens[at].folded], tokens[at].folded)
    if find_cue(sentence, at, finite=True) is None:
        shown = sure and known.lemma in _DOCUMENTS_DO and _is_document(sentence, tagged)
        return Judged(known.act, tokens[at].folded) if shown else None
    fits = kind != "indirect" or _fits(sentence, at, known, content)
    return Judged(known.act, tokens[at].folded) if fits else careful


def _is_document(sentence: Sentence, tagged: Tagged) -> bool:
    """Tell whether all that the source names are documents: "the survey", "a new poll"."""
    mentions = read_source(sentence.text, *tagged.source) if tagged.source else ()
    return bool(mentions) and all(m.document or m.kind == "document" for m in mentions)


def _fits(sentence: Sentence, at: int, cue: Cue, content: list[Place]) -> bool:
    """Tell whether what is not quoted can be the content of a verb: a clause, an object, "that"."""
    if cue.frames == {"quote"}:
        return False
    inside = [t for t in sentence.tokens if any(a <= t.start and t.end <= b for a, b in content)]
    if cue.lemma in ONLY_THAT:
        return "that" in sentence.words(at + 1, at + _NEAR_THAT)
    return bool({"np", "to"} & cue.frames) or any(is_finite(t) for t in inside)


@cache
def _further() -> dict[str, Act]:
    return {
        form: act
        for act, listed in _FURTHER.items()
        for verb in listed.split()
        for form in inflect(verb)
    }


def _is_left_open(tokens: list[Token], at: int) -> bool:
    """Tell whether a verb is one of two that were both not done: "… nor denied", "or deny"."""
    ahead, behind = (tokens[n].folded if 0 <= n < len(tokens) else "" for n in (at + 1, at - 1))
    return ahead in {"nor", "or"} or behind in {"nor", "or"}


def _is_asked(tokens: list[Token], at: int, tagged: Tagged) -> bool:
    """Tell whether the source is the one who was asked: "Asked whether he would go, Moe …"."""
    behind = tagged.source is not None and tagged.source[0] > tagged.cue[1]
    return behind and at == 0 and tokens[at].folded in _PUT_TO


def _is_not_yet(tokens: list[Token], at: int) -> bool:
    """Tell "will say", "to say" and "could say" from "said" and "has said"."""
    for index in range(at - 1, max(-1, at - 1 - _LOOKED_BACK), -1):
        if tokens[index].folded in _NOT_YET:
            return tokens[index].folded not in {"is", "are", "was", "were", "been", "'s", "'ve"}
        if not is_adverb(tokens[index]):
            return False
    return False
