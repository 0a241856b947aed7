"""Named speakers: which words of a phrase are the name and which the role before it."""

from __future__ import annotations

import re

from twosource.records import OriginKind
from twosource.statements.mentions import Bit, Mention, Phrase, bare, is_name_word
from twosource.text.names import known_country, known_outlet
from twosource.text.names.vocabulary import (
    BODY_NOUNS,
    DETERMINERS,
    METONYMS,
    NAME_PARTICLES,
    ORGANISATION_WORDS,
    SPEAKING_NOUNS,
    TITLES,
)

LONGEST_NAME = 4
_ARTICLE = re.compile(r"^(?:the|a|an|another)\s+", re.IGNORECASE)
_PLAIN_LEADS = DETERMINERS | {"war", "fellow"}
"""Words before a name that are no role."""


def clean_role(role: str) -> str:
    """Return a role without commas around it and without its article."""
    return _ARTICLE.sub("", role.strip(" ,"))


def joins_name(bits: list[Bit], at: int) -> bool:
    """Tell whether an "of"/"for" stands within a body's name: "Ministry of Defence".

    It does not where a person's name stands before it: "Piet Aanes of Northhaven".
    """
    if at + 1 >= len(bits) or not is_name_word(bits[at - 1]) or bits[at - 1].folded in TITLES:
        return False
    before = find_trailing_name(bits[:at])
    if len(before) > 1 and not {b.folded for b in before} & ORGANISATION_WORDS:
        return False
    behind_article = (
        bits[at + 1].folded == "the" and at + 2 < len(bits) and is_name_word(bits[at + 2])
    )
    return is_name_word(bits[at + 1]) or behind_article


def find_role_end(core: list[Bit]) -> int | None:
    """Return where the last word of a role stands before a name: "Kremlin spokesman |"."""
    for index in range(len(core) - 2, -1, -1):
        folded = core[index].folded
        if folded in ORGANISATION_WORDS and core[index].is_capital and folded not in TITLES:
            return None
        if folded in TITLES or (folded in SPEAKING_NOUNS and not core[index].is_capital):
            return index
        if not is_name_word(core[index]) and folded not in NAME_PARTICLES:
            return index
    return None


def find_trailing_name(core: list[Bit]) -> list[Bit]:
    """Return the capitalised words at the end of a phrase."""
    index = len(core)
    while index > 0 and is_name_word(core[index - 1]):
        index -= 1
    return core[index:]


def is_name(bits: list[Bit]) -> bool:
    """Tell whether words could all stand in one name: "Ana de la Cruz"."""
    return bool(bits) and all(is_name_word(b) or b.folded in NAME_PARTICLES for b in bits)


LEAST_FULL_NAME = 2
_OFFICES = frozenset(
    """ceo cfo coo executive president minister spokesman spokeswoman spokesperson chairman
    chairwoman director secretary ambassador commissioner superintendent officer official
    officials""".split()
)
"""Offices that are no surnames: at the end of capitalised words they name no person."""


def name_speaker(phrase: Phrase, tail: list[Bit], *, has_role: bool) -> Mention | None:
    """Return the person or body whose name is ``tail``, the end of the phrase's core."""
    while len(tail) > 1 and tail[0].folded in DETERMINERS:
        tail = tail[1:]
    while len(tail) > LEAST_FULL_NAME and tail[0].folded in _OFFICES:
        tail = tail[1:]
    name = bare(phrase.text[tail[0].start : tail[-1].end])
    lead = phrase.core[: len(phrase.core) - len(tail)]
    known = known_outlet(name)
    if known is not None:
        return phrase.mention(name, known.kind)
    if tail[-1].folded in _OFFICES:
        # "Spotify's CEO" is an office, and nobody's name.
        return phrase.mention(name, "unnamed")
    kind = _kind_of(name, tail, lead, has_role=has_role)
    if kind is None:
        return None
    role = clean_role(phrase.text[lead[0].start : lead[-1].end]) if lead else ""
    return phrase.mention(name, kind, role if kind == "person" else "")


def _kind_of(name: str, tail: list[Bit], lead: list[Bit], *, has_role: bool) -> OriginKind | None:
    """Tell a person from a body, by the words of the name and those before it."""
    folded = {b.folded for b in tail}
    short = len(tail) <= LONGEST_NAME
    if lead and lead[-1].folded in BODY_NOUNS:
        return "organisation"
    personal = any(b.folded in TITLES or b.folded in SPEAKING_NOUNS for b in lead)
    if has_role and personal and short and not folded & ORGANISATION_WORDS:
        return "person"
    if folded & (ORGANISATION_WORDS | METONYMS) or known_country(name) is not None:
        return "organisation"
    plain = {b.folded for b in lead} <= _PLAIN_LEADS
    if not plain and any(not is_name_word(b) and b.folded not in DETERMINERS for b in lead):
        return "person" if short else None
    is_acronym = len(tail) == 1 and name.isupper() and len(name) > 1
    if is_acronym or not short or (lead and lead[-1].folded == "the"):
        return "organisation"
    return "person"
