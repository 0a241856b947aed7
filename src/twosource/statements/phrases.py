"""Source phrases: who is meant by "Kremlin spokesman X", "US and Ukrainian officials" or "he"."""

from __future__ import annotations

import re

from twosource.statements.coordination import part_groups
from twosource.statements.documents import read_document
from twosource.statements.groups import read_description, read_group
from twosource.statements.mentions import (
    Bit,
    Mention,
    Phrase,
    bare,
    is_name_word,
    is_title,
    opens_description,
    split_bits,
)
from twosource.statements.naming import (
    LONGEST_NAME,
    clean_role,
    find_role_end,
    find_trailing_name,
    is_name,
    joins_name,
    name_speaker,
)
from twosource.text.names import looks_like_outlet
from twosource.text.names.vocabulary import (
    DOCUMENTS,
    METONYMS,
    NO_NAMES,
    SPEAKING_NOUNS,
    TITLES,
    UNNAMING,
)

_SUBJECT_FORM = {
    "he": "he",
    "she": "she",
    "they": "they",
    "it": "it",
    "we": "we",
    "i": "i",
    "him": "he",
    "her": "she",
    "them": "they",
    "us": "we",
    "me": "i",
}
PRONOUNS = frozenset(_SUBJECT_FORM)
_REPORT_FROM = re.compile(
    r"^(?:the |a |an |its |their |his |her |new |latest |initial |official |several |some ){0,9}"
    r"(?:reports?|statements?|data|figures|information|details|accounts?|documents?|estimates?"
    r"|briefings?|sources?) "
    r"(?:from|by|released by|issued by|published by|provided by|of|at|in|within) (?=\S)"
)
_COUNTING = frozenset("each every all both some many most few another other one two three".split())
"""Words that name nobody and may yet stand for those who speak: "some said", "two agreed"."""
_OWNING = ("'s", "\u2019s")
_NAME_WORDS = (2, 4)
"""Words of a person's full name behind the one of whose house it is."""
_LONGEST_ROLE = 6
_LONGEST_ROLE_BEHIND = 120


def read_source(text: str, start: int, end: int) -> tuple[Mention, ...]:
    """Return the speakers that a source phrase names, one for each coordinated group.

    The phrase is ``text[start:end]``. Empty when nothing in it can speak.
    """
    from_report = _REPORT_FROM.match(text[start:end].lower())
    if from_report:
        inner = read_source(text, start + from_report.end(), end)
        if inner:
            return inner
    bits = split_bits(text, start, end)
    while bits and bits[-1].folded in {",", "and", "or"}:
        bits.pop()
    while bits and bits[0].folded in {",", "and", "but", "or", "both", "meanwhile", "however"}:
        bits.pop(0)
    if not bits:
        return ()
    found: list[Mention] = []
    for group in part_groups(bits):
        mention = _read_one(text, group)
        if mention is None:
            break
        found.append(mention)
    return tuple(found)


def _read_one(text: str, bits: list[Bit]) -> Mention | None:
    """Read one speaker: pronoun, outlet, named person, body, or unnamed people."""
    while bits and bits[0].folded in {",", "then", "later", "also"}:
        bits = bits[1:]
    if not bits:
        return None
    whole = _read_pronoun(bits) or _read_one_of(text, bits) or _read_apposition(text, bits)
    if whole is not None:
        return whole
    comma = next((i for i, b in enumerate(bits) if b.folded == ","), len(bits))
    bits = bits[:comma]
    if len(bits) > 1 and bits[0].folded in {"neither", "either"}:
        bits = bits[1:]
    described = (
        i
        for i, b in enumerate(bits)
        if i and opens_description(b) and not (b.folded in {"of", "for"} and joins_name(bits, i))
    )
    core = bits[: next(described, len(bits))]
    return _read_owned(text, bits, core) or _read_phrase(Phrase(text, bits, core))


def _read_owned(text: str, bits: list[Bit], core: list[Bit]) -> Mention | None:
    """Read "the ministry's Pavel Arden" as the person whom it names."""
    owner = next((i for i, b in reversed(list(enumerate(core))) if b.text.endswith(_OWNING)), None)
    if owner is None:
        return None
    name = core[owner + 1 :]
    if not _NAME_WORDS[0] <= len(name) <= _NAME_WORDS[1] or not all(is_name_word(b) for b in name):
        return None
    mention = _read_phrase(Phrase(text, [*name, *bits[len(core) :]], name))
    person = mention is not None and mention.kind == "person" and not is_title(name[0].text)
    return mention._replace(start=bits[0].start) if mention is not None and person else None


def _read_pronoun(bits: list[Bit]) -> Mention | None:
    last = bits[-1]
    if last.folded not in PRONOUNS or (last.text.isupper() and last.text != "I"):
        return None
    return Mention(last.start, last.end, _SUBJECT_FORM[last.folded], None, "", pronoun=True)


def _read_one_of(text: str, bits: list[Bit]) -> Mention | None:
    """Read "one of the people": whoever it is, it is of those people."""
    counted = [b.folded for b in bits[:2]]
    if counted[1:] != ["of"] or counted[0] not in UNNAMING | {"most", "all"}:
        return None
    of_these = _read_one(text, bits[2:])
    return of_these._replace(start=bits[0].start) if of_these is not None else None


def _read_apposition(text: str, bits: list[Bit]) -> Mention | None:
    """Read "Jane Doe, a spokeswoman for the port" and "Another correspondent, John Roe"."""
    comma = next((i for i, b in enumerate(bits) if b.folded == ","), 0)
    left, right = bits[:comma], [b for b in bits[comma + 1 :] if b.folded != ","]
    if not left or not right:
        return None
    name = find_trailing_name(left)
    if name and len(left) - len(name) <= _LONGEST_ROLE:
        mention = _read_one(text, left)
        if mention is not None and mention.kind == "person":
            role = clean_role(text[right[0].start : right[-1].end])
            if right[0].folded in {"who", "which", "speaking"} or len(role) > _LONGEST_ROLE_BEHIND:
                role = ""
            return mention._replace(end=bits[-1].end, role=mention.role or role)
    roles = any(b.folded in SPEAKING_NOUNS or b.folded in TITLES for b in left)
    right = right[
        : next((i for i, b in enumerate(right) if i and opens_description(b)), len(right))
    ]
    if roles and len(right) <= LONGEST_NAME and all(is_name_word(b) for b in right):
        person = bare(text[right[0].start : right[-1].end])
        role = clean_role(text[left[0].start : left[-1].end])
        return Mention(bits[0].start, bits[-1].end, person, "person", role)
    return None


def _read_phrase(phrase: Phrase) -> Mention | None:
    """Read a phrase that is no pronoun and has no apposition, by what its core ends with."""
    core = phrase.core
    last = core[-1].folded
    if len(core) == 1 and last in NO_NAMES - _COUNTING:
        return None
    if len(core) == 1 and last in SPEAKING_NOUNS - METONYMS - DOCUMENTS:
        return read_group(phrase)
    if any(is_name_word(b) for b in core) and looks_like_outlet(phrase.shown):
        name = bare(phrase.shown)
        whole = " " not in name and not looks_like_outlet(name)
        return phrase.mention(phrase.shown if whole else name, None)
    if last in DOCUMENTS:
        return read_document(phrase)
    return _read_named(phrase)


def _read_named(phrase: Phrase) -> Mention | None:
    """Read a named body or person, else a body or group without a name."""
    core = phrase.core
    named = any(is_name_word(b) for b in core)
    joint = next(
        (i for i, b in enumerate(core) if i and b.folded in {"of", "for"} and joins_name(core, i)),
        0,
    )
    if joint:
        return phrase.mention(bare(phrase.shown), "organisation")
    role_end = find_role_end(core)
    tail = core if role_end is None else core[role_end + 1 :]
    if named and is_name(tail):
        return name_speaker(phrase, tail, has_role=role_end is not None)
    speaking = any(b.folded in SPEAKING_NOUNS for b in core)
    if core[-1].folded in SPEAKING_NOUNS or (phrase.is_described and speaking):
        return read_group(phrase)
    described = read_description(phrase)
    if described is not None:
        return described
    name = find_trailing_name(core)
    if name and speaking and len(core) - len(name) <= _LONGEST_ROLE:
        return name_speaker(phrase, name, has_role=False)
    return None
