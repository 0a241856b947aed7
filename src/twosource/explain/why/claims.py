"""Why a claim has its number: its ways, its copies, who answers it, what would change it."""

from __future__ import annotations

from twosource.explain.account import Explanation, Section, Sentence
from twosource.explain.evidence import (
    Evidence,
    begin_sentence,
    count_of,
    enumerate_in_words,
    name_in_prose,
)
from twosource.explain.number import tell_number
from twosource.explain.reasons import tell_reasons
from twosource.explain.why.sections import MOST_PASSAGES, MOST_QUOTES, filled, plainly
from twosource.explain.why.ways import tell_folded, tell_steps, tell_ways
from twosource.explain.wording import DIFFERENCE_IN_WORDS
from twosource.records import Claim, Reason, Span, Stance
from twosource.text.words import stem, words

TAKES_UP = "takes-up"
TELLING_LETTERS = 4
"""Words shorter than this tell nothing of what is spoken about."""
SHARED_WORDS = 2
"""An answer with so many telling words of the claim speaks of it in words of its own."""
_ANSWERS: tuple[tuple[Stance, str, str], ...] = (
    ("confirms", "Confirms", ""),
    ("denies", "Denies", "No denial was found in your pages."),
    ("declines", "Declines to comment, which neither confirms nor denies", ""),
)


def explain_claim(evidence: Evidence, claim: Claim) -> Explanation:
    """Say why a claim has its number: the ways, the copies, the answers, what would change it."""
    told = tell_number(evidence, claim)
    gist = evidence.quote(claim.gist)
    sections = (
        Section("How it came to your pages", tell_ways(evidence, claim)),
        Section("How each step is known", tell_steps(evidence, claim)),
        Section("Copies counted once", tell_folded(evidence, claim)),
        Section("Who answers it", _tell_answers(evidence, claim)),
        Section("Where accounts differ", _tell_differences(evidence, claim)),
        Section("What would raise the number", plainly(told.raises)),
        Section("What would lower it", plainly(told.lowers)),
        Section("Why these are one claim", _tell_matching(evidence, claim)),
    )
    return Explanation(
        "claim",
        claim.id,
        evidence.shorten(claim.id),
        f"“{gist.text}”",
        f"{told.number}: {told.because}.",
        filled(sections),
    )


def _tell_matching(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
    """Say why these words are one claim; an answer that names the matter takes nothing up."""
    asserted = [
        span for member in claim.members if member.stance == "asserts" for span in member.spans
    ]
    matter = frozenset(word for span in asserted for word in _telling_words(evidence, span))
    whole = {
        member.spans[0]: span
        for member in claim.members
        if member.stance != "asserts" and member.spans and (span := evidence.member_words(member))
    }
    plain: list[Reason] = []
    answers: set[Span] = set()
    for reason in claim.why:
        if reason.rule != TAKES_UP:
            told_whole = tuple(whole.get(span, span) for span in reason.spans)
            plain.append(reason._replace(spans=told_whole))
            continue
        named = {
            span
            for span in reason.spans
            if len(_telling_words(evidence, span) & matter) >= SHARED_WORDS
        }
        answers.update(whole.get(span, span) for span in named)
        rest = tuple(whole.get(span, span) for span in reason.spans if span not in named)
        if rest:
            plain.append(reason._replace(spans=rest))
    told = tell_reasons(evidence, plain)
    if answers:
        told += (
            Sentence("These words answer it, and say so themselves.", evidence.quotes(answers)),
        )
    return told


def _telling_words(evidence: Evidence, span: Span) -> frozenset[str]:
    article = evidence.article.get(span.article)
    if article is None:
        return frozenset()
    return frozenset(
        stem(word.folded)
        for word in words(article.text, span.start, span.end)
        if len(word.folded) >= TELLING_LETTERS
    )


def _tell_answers(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
    told = []
    for stance, label, otherwise in _ANSWERS:
        found: dict[str, list[Span]] = {}
        for member in claim.members:
            span = evidence.member_words(member)
            if member.stance != stance or span is None or claim.about == "speech":
                continue
            statement = evidence.statement.get(member.statement or "")
            speakers = statement.speakers if statement else ()
            names = [name_in_prose(evidence.origin.get(one.id, one)) for one in speakers]
            who = enumerate_in_words(names) or evidence.name_article(span.article)
            found.setdefault(who, []).append(span)
        for who, spans in found.items():
            told.append(Sentence(f"{label}: {who}.", evidence.quotes(spans)[:MOST_QUOTES]))
        if not found and otherwise and claim.about == "world":
            told.append(_tell_untied_denials(evidence, claim) or Sentence(otherwise))
    return tuple(told)


def _tell_untied_denials(evidence: Evidence, claim: Claim) -> Sentence | None:
    """Show the denials of a claim's stories of which nobody can say what they deny."""
    denials = [d for story in claim.stories for d in evidence.untied_denials.get(story, ())]
    if not denials:
        return None
    spans = [evidence.sentence_of(denial) for denial in denials]
    text = "No denial was tied to it; what is denied here could not be told, see for yourself:"
    return Sentence(text, evidence.quotes(spans)[:MOST_PASSAGES])


def _tell_differences(evidence: Evidence, claim: Claim) -> tuple[Sentence, ...]:
    told: list[Sentence] = []
    for one in claim.differences:
        kind = begin_sentence(DIFFERENCE_IN_WORDS[one.kind].label)
        sentence = Sentence(f"{kind}:", evidence.quotes(one.spans))
        words = {quote.text for quote in sentence.quotes}
        if not any(words <= {q.text for q in s.quotes} for s in told if s.text == sentence.text):
            told.append(sentence)
    for identity in claim.variants:
        other = evidence.claim.get(identity)
        if other is not None:
            told.append(
                Sentence(
                    f"Beside it stands another claim ({evidence.shorten(identity)}, "
                    f"{count_of(other.lines, 'line')}); the two cannot be counted together:",
                    (evidence.quote(other.gist),),
                )
            )
    return tuple(told)
