"""Why a statement is read as it is: who speaks, in which words, and which claims it speaks to."""

from __future__ import annotations

from twosource.explain.account import Explanation, Section, Sentence
from twosource.explain.evidence import (
    Evidence,
    begin_sentence,
    enumerate_in_words,
    name_in_prose,
    speak_date,
)
from twosource.explain.number import tell_number
from twosource.explain.reasons import tell_reasons
from twosource.explain.typeset import clip, visible
from twosource.explain.why.sections import filled
from twosource.explain.wording import act_in_words
from twosource.records import Claim, Statement


def explain_statement(evidence: Evidence, statement: Statement) -> Explanation:
    """Say why these words are taken for somebody's, and for whose."""
    names = [name_in_prose(evidence.origin.get(one.id, one)) for one in statement.speakers]
    who = enumerate_in_words(names) or "a source not stated"
    verb = visible(statement.verb)
    act = act_in_words(statement.act)
    hedge = ", kept at a distance by the text" if statement.hedged else ""
    answer = f"{begin_sentence(who)}: {act}" + (f" (“{verb}”)" if verb else "") + hedge
    when = speak_date(statement.said.value)
    told = [Sentence("The words:", (evidence.quote(evidence.sentence_of(statement)),))]
    if statement.relays:
        through = [name_in_prose(evidence.origin.get(one.id, one)) for one in statement.relays]
        told.append(Sentence(f"Passed on through {enumerate_in_words(through)}."))
    if when:
        told.append(Sentence(f"Said {when} ({statement.said.how.replace('_', ' ')})."))
    around = evidence.statement.get(statement.through or "")
    if around is not None:
        outer = evidence.quote(evidence.sentence_of(around))
        told.append(Sentence("It stands inside another statement:", (outer,)))
    claims = evidence.claims_with.get(statement.id, ())
    return Explanation(
        "statement",
        statement.id,
        evidence.shorten(statement.id),
        answer,
        f"{statement.kind}, in {evidence.name_article(statement.article)}",
        filled(
            (
                Section("What is said", tuple(told)),
                Section("Why it is read so", tell_reasons(evidence, statement.why)),
                Section(
                    "Claims it speaks to", tuple(_tell_claim_line(evidence, c) for c in claims)
                ),
            )
        ),
    )


def _tell_claim_line(evidence: Evidence, claim: Claim) -> Sentence:
    told = tell_number(evidence, claim)
    gist = clip(evidence.words(claim.gist), 160)
    return Sentence(f"{evidence.shorten(claim.id)} · {told.number} · “{gist}”")
