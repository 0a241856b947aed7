"""What a cue that the tagger found does: its act, by its verb, where it says that it was said.

Careful: what is only planned, denied to have been said, or done to somebody is no statement; a verb
that is not known attributes words in quotation marks, and nothing else.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from twosource.records import Act, StatementKind
from twosource.statements.contents import ONLY_THAT
from twosource.statements.cues import Cue, cue_of, inflect
from twosource.statements.finite import find_cue
from twosource.statements.relation import Place
from twosource.statements.sentence import Sentence
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
_ACCORDING = "according"
_LOOKED_BACK = 3
_NEAR_THAT = 8


class Judged(NamedTuple):
    """An act, and the verb that shows it, as the text has it."""

    act: Act
    verb: str


def judge_cue(
    sentence: Sentence, cue: Place, content: list[Place], kind: StatementKind
) -> Judged | None:
    """Return what a tagged cue does; None where nothing was said, or nobody can tell."""
    tokens = sentence.tokens
    held = [n for n, t in enumerate(tokens) if cue[0] <= t.start and t.end <= cue[1]]
    if not held or any(tokens[n].is_quote for n in held):
        return None
    verbs = [n for n in held if cue_of(tokens[n].folded) or tokens[n].folded in _further()]
    if not verbs:
        said = kind == "direct" or tokens[held[0]].folded == _ACCORDING
        return Judged("asserts", sentence.text[cue[0] : cue[1]].casefold()) if said else None
    at = verbs[-1]
    if _is_not_yet(tokens, at):
        return None
    known = cue_of(tokens[at].folded)
    if known is None:
        unsaid = is_negated(tokens, at) or is_passive(tokens, at)
        return None if unsaid else Judged(_further()[tokens[at].folded], tokens[at].folded)
    if find_cue(sentence, at, finite=True) is None:
        return None
    fits = kind != "indirect" or _fits(sentence, at, known, content)
    return Judged(known.act, tokens[at].folded) if fits else None


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


def _is_not_yet(tokens: list[Token], at: int) -> bool:
    """Tell "will say", "to say" and "could say" from "said" and "has said"."""
    for index in range(at - 1, max(-1, at - 1 - _LOOKED_BACK), -1):
        if tokens[index].folded in _NOT_YET:
            return tokens[index].folded not in {"is", "are", "was", "were", "been", "'s", "'ve"}
        if not is_adverb(tokens[index]):
            return False
    return False
