"""Why names are taken for one who speaks, and where a name may be another."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.explain.account import Explanation, Section, Sentence
from twosource.explain.evidence import Evidence, begin_sentence, count_of
from twosource.explain.typeset import visible
from twosource.explain.why.sections import filled, plainly
from twosource.explain.wording import act_in_words
from twosource.records import Origin
from twosource.text.names import is_disguised, key_of, skeleton

MOST_STATEMENTS = 12


def explain_origin(evidence: Evidence, origin: Origin) -> Explanation:
    """Say who an origin is in these pages: names, roles, and what it says in them."""
    said = [
        one
        for one in evidence.statements
        if origin.id in {who.id for who in (*one.speakers, *one.relays)}
    ]
    said.sort(key=lambda one: (one.article, one.id))
    quotes = tuple(
        Sentence(
            f"{begin_sentence(act_in_words(one.act))} ({evidence.shorten(one.id)}):",
            (evidence.quote(evidence.sentence_of(one)),),
        )
        for one in said[:MOST_STATEMENTS]
    )
    more = len(said) - MOST_STATEMENTS
    tail = (Sentence(f"… and {count_of(more, 'more statement')}."),) if more > 0 else ()
    published = [one.id for one in evidence.articles if one.outlet and one.outlet.id == origin.id]
    names = plainly(visible(alias) for alias in origin.aliases if alias != origin.name)
    return Explanation(
        "origin",
        origin.id,
        evidence.shorten(origin.id),
        visible(origin.name),
        f"{begin_sentence(origin.kind)}; {count_of(len(said), 'statement')}, "
        f"{count_of(len(published), 'article')} in your pages.",
        filled(
            (
                Section("Also called", names),
                Section("Beware", plainly(_tell_disguise(evidence, origin))),
                Section("Roles", plainly(visible(role) for role in origin.roles)),
                Section("What it says, or passes on", (*quotes, *tail)),
            )
        ),
    )


def _tell_disguise(evidence: Evidence, origin: Origin) -> Iterator[str]:
    """Tell of a name that is written to be taken for another, and whose it looks like."""
    if is_disguised(origin.name):
        yield "This name holds signs that cannot be seen, or letters of several scripts."
    for other in sorted(evidence.origin.values(), key=lambda one: one.id):
        is_other = key_of(other.name) != key_of(origin.name) or is_disguised(other.name)
        if other.id != origin.id and is_other and skeleton(other.name) == skeleton(origin.name):
            yield f"It looks like {visible(other.name)}, and is not taken for it."
