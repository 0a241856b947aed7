"""Why an article is read as it is: where it stands, and what it says of itself."""

from __future__ import annotations

from twosource.explain.account import Explanation, Section, Sentence
from twosource.explain.evidence import (
    Evidence,
    begin_sentence,
    name_in_prose,
    speak_published,
)
from twosource.explain.number import name_held
from twosource.explain.reasons import tell_reasons
from twosource.explain.typeset import visible
from twosource.explain.why.sections import filled
from twosource.explain.wording import part_in_words
from twosource.records import Article, Family, Span


def explain_article(evidence: Evidence, article: Article) -> Explanation:
    """Say what an article says of itself, and where that stands on its page."""
    said: list[Sentence] = []
    if article.outlet:
        said.append(Sentence(f"The outlet is {name_in_prose(article.outlet)}."))
    else:
        said.append(Sentence("Nothing on the page names the outlet."))
    if article.via:
        said.append(Sentence(f"It was met on a page of {name_in_prose(article.via)}."))
    note = f" ({visible(article.published.note)})" if article.published.note else ""
    said.append(Sentence(f"Published: {speak_published(article.published)}{note}."))
    if article.credit:
        said.append(Sentence(f"It credits {name_in_prose(article.credit)}."))
    said += tell_reasons(evidence, article.why)
    labelled = [
        Sentence(
            f"{begin_sentence(part_in_words(part.kind))}:",
            (evidence.quote(Span(article.id, part.start, part.end)),),
        )
        for part in article.parts
        if part.kind != "body"
    ]
    family = evidence.family_of.get(article.id)
    copies = _tell_family_of(evidence, family) if family else ()
    return Explanation(
        "article",
        article.id,
        evidence.shorten(article.id),
        visible(article.headline or "no headline"),
        f"{evidence.name_article(article.id)}, on the page {evidence.name_page(article.page)}.",
        filled(
            (
                Section("What it says of itself", tuple(said)),
                Section("What stands outside its paragraphs", tuple(labelled)),
                Section("Its text", copies),
            )
        ),
    )


def _tell_family_of(evidence: Evidence, family: Family) -> tuple[Sentence, ...]:
    if len(family.witnesses) == 1:
        return (Sentence("No other text in your pages shares its passages."),)
    held = name_held(evidence, family)
    return (
        Sentence(f"{begin_sentence(held)} carry one text ({evidence.shorten(family.id)})."),
        *tell_reasons(evidence, family.why),
    )
