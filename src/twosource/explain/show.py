"""One record, readable: what it is, with its words, before anybody asks why."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from twosource.explain.account import Branch, Explanation, Quote, Section, Sentence
from twosource.explain.evidence import (
    Evidence,
    begin_sentence,
    count_of,
    enumerate_in_words,
    name_in_prose,
    speak_date,
    speak_published,
    speak_span_of_time,
)
from twosource.explain.lost_words import tell_lost_text
from twosource.explain.report import rank_claim, tell_claim, tell_family
from twosource.explain.typeset import clip, visible
from twosource.explain.why import explain_derivation, explain_origin, explain_page
from twosource.explain.wording import act_in_words, part_in_words
from twosource.records import Article, Claim, Family, Statement, Story

MOST_MEMBERS = 20


def describe(evidence: Evidence, identity: str) -> Explanation:
    """Show the record with this full id.

    Raises ``KeyError`` when no record has the id.
    """
    shown: tuple[tuple[dict[str, Any], Callable[..., Explanation]], ...] = (
        (evidence.claim, _show_claim),
        (evidence.statement, _show_statement),
        (evidence.family, _show_family),
        (evidence.derivation, explain_derivation),
        (evidence.story, _show_story),
        (evidence.article, _show_article),
        (evidence.page, explain_page),
        (evidence.origin, explain_origin),
    )
    for records, tell in shown:
        if identity in records:
            return tell(evidence, records[identity])._replace(question="what")
    raise KeyError(identity)


def _show_claim(evidence: Evidence, claim: Claim) -> Explanation:
    told = tell_claim(evidence, claim)
    members = []
    for member in claim.members[:MOST_MEMBERS]:
        span = evidence.member_words(member)
        quotes = (evidence.quote(span),) if span else ()
        whose = evidence.statement.get(member.statement or "")
        name = f" ({evidence.shorten(whose.id)})" if whose else ", in the outlet’s own words"
        members.append(Sentence(f"{begin_sentence(member.stance)}{name}:", quotes))
    more = len(claim.members) - MOST_MEMBERS
    if more > 0:
        members.append(Sentence(f"… and {count_of(more, 'more')}."))
    stories = [evidence.story[one] for one in claim.stories if one in evidence.story]
    rows = [Sentence(f"{begin_sentence(row.label)}: {row.text}") for row in told.rows]
    rows.extend(Sentence(f"Story: {visible(s.label)} ({evidence.shorten(s.id)})") for s in stories)
    return Explanation(
        "claim", claim.id, told.short, f"“{told.gist.text}”", f"{told.number}: {told.because}.",
        (Section("In short", tuple(rows)), Section("Who takes part in it", tuple(members))),
    )  # fmt: skip


def _show_statement(evidence: Evidence, one: Statement) -> Explanation:
    names = [name_in_prose(evidence.origin.get(who.id, who)) for who in one.speakers]
    who = begin_sentence(enumerate_in_words(names) or "a source not stated")
    spans = (("Source", one.source), ("Verb", one.cue), *(("Said", span) for span in one.content))
    words = [Sentence(f"{label}:", (evidence.quote(span),)) for label, span in spans if span]
    more = [f"Kind: {one.kind}; act: {act_in_words(one.act)}; verb: {visible(one.verb) or 'none'}"]
    if one.relays:
        relays = [name_in_prose(evidence.origin.get(who.id, who)) for who in one.relays]
        more.append(f"Through: {enumerate_in_words(relays)}")
    if one.said.value:
        more.append(f"When: {speak_date(one.said.value)} ({one.said.how.replace('_', ' ')})")
    return Explanation(
        "statement", one.id, evidence.shorten(one.id), f"{who}: {act_in_words(one.act)}",
        f"{evidence.name_article(one.article)} ({evidence.shorten(one.article)})",
        (
            Section("Its words", tuple(words)),
            Section("How it is read", tuple(Sentence(text) for text in more)),
        ),
    )  # fmt: skip


def _show_article(evidence: Evidence, one: Article) -> Explanation:
    about = [f"Published: {speak_published(one.published)}"]
    if one.authors:
        about.append(f"By: {enumerate_in_words([visible(name) for name in one.authors])}")
    if one.dateline:
        about.append(f"Dateline: {visible(one.dateline)}")
    if one.credit:
        about.append(f"Credit: {name_in_prose(one.credit)}")
    about.append(f"Page: {evidence.name_page(one.page)} ({evidence.shorten(one.page)})")
    family = evidence.family_of.get(one.id)
    if family:
        others = len(family.witnesses) - 1
        also = f", also in {count_of(others, 'other place')}" if others else ""
        about.append(f"Text: {evidence.shorten(family.id)}{also}")
    parts, number = [], 0
    for part in one.parts:
        number += part.kind == "body"
        label = f"{number}." if part.kind == "body" else f"[{part_in_words(part.kind)}]"
        parts.append(Sentence(f"{label} {visible(one.text[part.start : part.end])}"))
    said = [_line(evidence, statement) for statement in evidence.statements_of.get(one.id, ())]
    return Explanation(
        "article", one.id, evidence.shorten(one.id), visible(one.headline or "no headline"),
        begin_sentence(evidence.name_article(one.id)),
        (
            Section("What it says of itself", tuple(Sentence(text) for text in about)),
            Section("Its words", tuple(parts), listed=False),
            Section("Who is quoted in it", tuple(said)),
        ),
    )  # fmt: skip


def _line(evidence: Evidence, one: Statement) -> Sentence:
    names = [name_in_prose(evidence.origin.get(who.id, who)) for who in one.speakers]
    who = begin_sentence(enumerate_in_words(names) or "a source not stated")
    words = evidence.quote(evidence.sentence_of(one))
    text = f"{evidence.shorten(one.id)} · {who}: {act_in_words(one.act)}"
    return Sentence(text, (Quote(clip(words.text, 160), words.place, words.article),))


def _show_family(evidence: Evidence, one: Family) -> Explanation:
    told = tell_family(evidence, one)
    lines: list[Sentence] = []

    def walk(branch: Branch, above: str) -> None:
        short = f" ({evidence.shorten(branch.article)})" if branch.article else ""
        note = f", {branch.note}" if branch.note else ""
        made = f" ← {above}" if above else ""
        lines.append(Sentence(f"{branch.name}{short}{note}{made}"))
        for below in branch.branches:
            walk(below, branch.name)

    for root in told.roots:
        walk(root, "")
    return Explanation(
        "family", one.id, told.short, begin_sentence(told.title), begin_sentence(told.note),
        (
            Section("Its texts, and what each was made from", tuple(lines)),
            *tell_lost_text(evidence, one),
        ),
    )  # fmt: skip


def _show_story(evidence: Evidence, one: Story) -> Explanation:
    texts = [
        Sentence(f"{begin_sentence(evidence.name_family(family))} ({evidence.shorten(family.id)})",
                 tuple(Quote(visible(evidence.article[a].headline or "no headline"),
                             evidence.name_article(a), a)
                       for a in evidence.order(family.witnesses) if a in evidence.article))
        for family in (evidence.family[f] for f in one.families if f in evidence.family)
    ]  # fmt: skip
    claims = []
    ranked = sorted(evidence.claims_of.get(one.id, ()), key=lambda c: rank_claim(evidence, c))
    for claim in ranked[:MOST_MEMBERS]:
        told = tell_claim(evidence, claim)
        claims.append(Sentence(f"{told.short} · {told.number} · “{clip(told.gist.text, 120)}”"))
    more = len(ranked) - MOST_MEMBERS
    if more > 0:
        short = evidence.shorten(one.id)
        claims.append(Sentence(f"… and {more:,} more: list claims --story {short}"))
    return Explanation(
        "story", one.id, evidence.shorten(one.id), visible(one.label),
        f"{speak_span_of_time(one.began, one.ended)} · {count_of(len(one.families), 'text')}",
        (Section("Its texts", tuple(texts)), Section("Its claims", tuple(claims))),
    )  # fmt: skip
