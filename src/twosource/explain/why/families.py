"""Why articles are one text, and why one was made from another."""

from __future__ import annotations

from twosource.explain.account import Explanation, Section, Sentence
from twosource.explain.evidence import Evidence, begin_sentence
from twosource.explain.number import name_held
from twosource.explain.reasons import tell_reasons
from twosource.explain.why.sections import MOST_PASSAGES, filled, plainly
from twosource.explain.wording import KIND_IN_WORDS
from twosource.records import Derivation, Family, Span

PERCENT = 100


def explain_family(evidence: Evidence, family: Family) -> Explanation:
    """Say why these articles are one text, and where it comes from."""
    between = evidence.between(family)
    names = name_held(evidence, family)
    if len(family.witnesses) == 1:
        answer = f"{names}: no other text in your pages shares its passages"
    else:
        answer = f"{names} carry one text"
    lost = plainly(f"{begin_sentence(evidence.name_lost(one))}." for one in family.lost)
    return Explanation(
        "family",
        family.id,
        evidence.shorten(family.id),
        begin_sentence(evidence.name_family(family)),
        f"{begin_sentence(answer)}.",
        filled(
            (
                Section("Why", tell_reasons(evidence, family.why)),
                Section("Originals that are missing", lost),
                Section("Who was made from whom", tuple(
                    sentence for one in between for sentence in _tell_derivation(evidence, one)
                )),
            )
        ),
    )  # fmt: skip


def _tell_derivation(evidence: Evidence, one: Derivation) -> list[Sentence]:
    share = round(one.containment * PERCENT)
    copy, original = evidence.name_article(one.copy), evidence.name_article(one.original)
    kind = KIND_IN_WORDS[one.kind]
    if one.directed:
        text = f"{copy} is made from {original} ({kind})"
    else:
        text = f"{copy} and {original} share a text ({kind}); which was first is not known"
    told = Sentence(
        f"{begin_sentence(text)}: {share} of 100 words outside quotations stand in shared passages."
    )
    return [told, *tell_reasons(evidence, one.why)]


def explain_derivation(evidence: Evidence, one: Derivation) -> Explanation:
    """Say why one article's text is taken to be made from another's, with shared passages."""
    longest = sorted(one.passages, key=lambda p: (p.copy_start - p.copy_end, p))[:MOST_PASSAGES]
    pairs = []
    for passage in sorted(longest):
        copy = Span(one.copy, passage.copy_start, passage.copy_end)
        original = Span(one.original, passage.original_start, passage.original_end)
        same = evidence.words(copy) == evidence.words(original)
        quotes = (evidence.quote(copy), evidence.quote(original))
        pairs.append(Sentence("Word for word:" if same else "Side by side:", quotes))
    head, *reasons = _tell_derivation(evidence, one)
    return Explanation(
        "derivation",
        one.id,
        evidence.shorten(one.id),
        f"{evidence.name_article(one.copy)} and {evidence.name_article(one.original)}",
        head.text,
        filled((Section("Why", tuple(reasons)), Section("Longest shared passages", tuple(pairs)))),
    )
