"""Why a page gave what it gave: where it was met, and what was found on it or declined."""

from __future__ import annotations

from twosource.explain.account import Explanation, Section, Sentence
from twosource.explain.evidence import Evidence, begin_sentence, count_of
from twosource.explain.reasons import tell_refusal_reason
from twosource.explain.typeset import clip, visible
from twosource.explain.why.sections import filled, plainly
from twosource.explain.wording import part_in_words
from twosource.records import Page


def explain_page(evidence: Evidence, page: Page) -> Explanation:
    """Say what was found on a page, and what stands outside every article."""
    articles = evidence.articles_on.get(page.id, ())
    found = [
        Sentence(f"{evidence.shorten(one.id)} · {evidence.name_article(one.id)} · "
                 f"{visible(one.headline or 'no headline')}")
        for one in articles
    ]  # fmt: skip
    flags = [
        Sentence(f"{begin_sentence(flag.replace('-', ' ').replace('_', ' '))}.")
        for flag in page.flags
    ]
    outside = [
        Sentence(f"{begin_sentence(part_in_words(part.kind))}: “{clip(visible(part.text), 160)}”")
        for part in page.parts
    ]
    here = {page.id, *(one.id for one in articles)}
    refused = [
        Sentence(tell_refusal_reason(one), rule=one.rule)
        for one in evidence.refusals
        if one.subject in here
    ]
    return Explanation(
        "page",
        page.id,
        evidence.shorten(page.id),
        evidence.name_page(page.id),
        f"{count_of(len(articles), 'article')}, {page.media_type}, {count_of(page.size, 'byte')}.",
        filled(
            (
                Section("Where it was met", plainly(evidence.places_of(page))),
                Section("Articles on it", tuple(found)),
                Section("What was declined", tuple(refused)),
                Section("What was not whole", tuple(flags)),
                Section("What stands outside every article", tuple(outside)),
            )
        ),
    )
