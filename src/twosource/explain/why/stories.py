"""Why texts tell of one event: what they share."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.explain.account import Explanation, Quote, Section, Sentence
from twosource.explain.evidence import (
    Evidence,
    begin_sentence,
    count_of,
    enumerate_in_words,
    speak_span_of_time,
)
from twosource.explain.reasons import tell_reason
from twosource.explain.typeset import visible
from twosource.explain.why.sections import filled, plainly
from twosource.records import Family, Reason, Story

SAME_EVENT = "same-event"
SHARED_LETTERS = 40
"""Shared words longer than this are quoted in lines of their own."""
PAIR = 2


def explain_story(evidence: Evidence, story: Story) -> Explanation:
    """Say why these texts are taken to be about one event."""
    families = [evidence.family[one] for one in story.families if one in evidence.family]
    texts = [
        Sentence(f"{begin_sentence(evidence.name_family(one))} ({evidence.shorten(one.id)})",
                 tuple(_headlines(evidence, one)))
        for one in families
    ]  # fmt: skip
    linked = [evidence.story[one] for one in story.linked if one in evidence.story]
    weighty = sorted(story.why, key=lambda one: (-one.weight, one.rule, one.spans))
    reasons = (
        *dict.fromkeys(_tell_likeness(evidence, one) for one in weighty),
        *_tell_unnamed(evidence, story, families),
    )
    return Explanation(
        "story",
        story.id,
        evidence.shorten(story.id),
        visible(story.label),
        f"{count_of(len(families), 'text')}, {speak_span_of_time(story.began, story.ended)}.",
        filled(
            (
                Section("Why these texts are one story", reasons),
                Section("Its texts", tuple(texts)),
                Section("Stories that share more than chance", plainly(
                    f"{visible(one.label)} ({evidence.shorten(one.id)})" for one in linked
                )),
            )
        ),
    )  # fmt: skip


def _tell_likeness(evidence: Evidence, reason: Reason) -> Sentence:
    """Say in one sentence which words two texts of a story share, each word once."""
    order = list(dict.fromkeys(span.article for span in reason.spans))
    short = all(span.end - span.start <= SHARED_LETTERS for span in reason.spans)
    if reason.rule != SAME_EVENT or len(order) != PAIR or not short:
        return tell_reason(evidence, reason)
    first, second = order
    words_of_first = [evidence.words(one) for one in sorted(reason.spans) if one.article == first]
    shared = {one.casefold(): f"“{one}”" for one in words_of_first}
    said = enumerate_in_words(list(shared.values()), most=len(shared))
    places = enumerate_in_words([_place_shared(evidence, reason, one) for one in (first, second)])
    return Sentence(f"{begin_sentence(places)} share rare words: {said}.", rule=reason.rule)


def _place_shared(evidence: Evidence, reason: Reason, article: str) -> str:
    """Name an article with the paragraphs in which it holds the words that it shares."""
    numbers = sorted(
        {n for one in reason.spans if one.article == article and (n := evidence.paragraph(one))}
    )
    name = evidence.name_article(article)
    if not numbers:
        return name
    many = "s" if len(numbers) > 1 else ""
    listed = enumerate_in_words([str(n) for n in numbers], most=len(numbers))
    return f"{name} (paragraph{many} {listed})"


def _tell_unnamed(
    evidence: Evidence, story: Story, families: Iterable[Family]
) -> tuple[Sentence, ...]:
    """Name the texts that none of a story's reasons quotes: only the closest pairs are kept."""
    quoted = {
        span.article for reason in story.why if reason.rule == SAME_EVENT for span in reason.spans
    }
    left = [one for one in families if not quoted.intersection(one.witnesses)]
    if not quoted or not left:
        return ()
    names = enumerate_in_words([evidence.name_family(one) for one in left], most=len(left))
    text = f"Joined by less close likeness, whose words the pile does not keep: {names}."
    return (Sentence(text),)


def _headlines(evidence: Evidence, family: Family) -> list[Quote]:
    found: dict[str, Quote] = {}
    for article in evidence.order(family.witnesses):
        headline = evidence.article[article].headline if article in evidence.article else None
        if headline:
            words = visible(headline)
            found.setdefault(words, Quote(words, evidence.name_article(article), article))
    return list(found.values())
