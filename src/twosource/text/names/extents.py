"""How far a name goes: a body's to its last word, a person's past "de la"."""

from __future__ import annotations

from twosource.text.names.lexicon import common_words, given_names, longest_entry, surnames
from twosource.text.names.tokens import Tokens, is_capital
from twosource.text.names.vocabulary import (
    BODY_ENDINGS,
    JOINING_BODIES,
    MATTER_ENDINGS,
    NAME_ENDINGS,
    NAME_PARTICLES,
    NO_NAMES,
    OFFICES,
)

LONGEST_PERSON = 5
LONGEST_BODY = 9
_LONGEST_BRANCH = 3
_BRANCHES = frozenset("Radio 4 Four 5 Five Live World Service Sport Business Online TV".split())
"""Words behind an outlet's name that are of it: "BBC Radio 4"."""
_JOINTS = frozenset({"of", "for", "on"})
_AFTER_JOINTS = frozenset({"the", "and", "&", "of"})
_LEGISLATURES = frozenset("senate house congress parliament".split())
_SURNAMES_TOO = frozenset("day law rule storm page".split())
"""Endings of laws and days that are surnames behind a given name: "Kristen Day"."""
_ALONE = OFFICES - BODY_ENDINGS
_LONGEST_INITIALS = 2


def body_end(tokens: Tokens, at: int) -> int:
    """Return the last word of a body's name that begins here by its own words; 0 if none does."""
    last = _last_head(tokens, at)
    if last < 0:
        return 0
    joined = joined_end(tokens, last)
    return joined if joined > last or last > at else 0


def _last_head(tokens: Tokens, at: int) -> int:
    """Return the last word that says "this is a body" among the capitals from a word on, or -1."""
    words = tokens.words
    last = -1
    for index in range(at, min(len(words), at + LONGEST_BODY)):
        small = words[index].lower()
        if not is_capital(words[index]):
            if small != "&" or not tokens.goes_on(index):
                break
        elif small in _LEGISLATURES:
            if index > at and _is_of_place(tokens, at, index):
                last = index
        elif small in BODY_ENDINGS:
            if index > at or small in JOINING_BODIES:
                last = index
        elif index > at and (
            small in _ALONE or (small in common_words() and tokens.in_headline(at))
        ):
            break
        if not tokens.touches(index):
            break
    return last


def _is_of_place(tokens: Tokens, at: int, index: int) -> bool:
    """Tell whether nothing but a place stands before a legislature's word: "Texas Senate"."""
    entry = longest_entry(tokens, at)
    return entry is not None and entry.sort == "place" and at + len(entry.words) == index


def joined_end(tokens: Tokens, last: int) -> int:
    """Return where "Department of Health and Human Services" ends, from its head word on."""
    words = tokens.words
    if tokens.small(last) not in JOINING_BODIES or not tokens.touches(last):
        return last
    index = last + 1
    if words[index] not in _JOINTS:
        return last
    end = last
    while tokens.touches(index) and index - last < LONGEST_BODY:
        index += 1
        word = words[index]
        if is_capital(word):
            if _ends_joined(tokens, index):
                break
            end = index
        elif word not in _AFTER_JOINTS or (word == "and" and not _may_join(tokens, index)):
            break
    return end


def _ends_joined(tokens: Tokens, index: int) -> bool:
    """Tell whether a capital behind "of" or "on" is no more of the name: "… on Sunday"."""
    entry = longest_entry(tokens, index)
    if entry is not None and entry.sort == "adjective" and tokens.words[index - 1] == "on":
        return True
    return tokens.small(index) in _ALONE and tokens.word(index + 1) in given_names()


def _may_join(tokens: Tokens, index: int) -> bool:
    """Tell whether "and" stands within a name: "Center for Economic and Policy Research"."""
    if not tokens.goes_on(index):
        return False
    behind = tokens.words[index + 1]
    return (
        behind not in given_names()
        and not behind.isupper()
        and behind.lower() in common_words()
        and longest_entry(tokens, index + 1) is None
    )


def person_end(tokens: Tokens, at: int) -> int:
    """Return the last word of a person's name that begins at a word."""
    words = tokens.words
    last = at
    while last - at + 1 < LONGEST_PERSON and tokens.touches(last):
        word = words[last + 1]
        if not is_capital(word):
            step = _past_particles(tokens, last + 1)
            if not step:
                break
            last = step
            continue
        if word.lower() in NAME_ENDINGS:
            last += 1
            break
        if word not in surnames() and word not in given_names() and _ends_person(tokens, at, last):
            break
        last += 1
    return last


def _ends_person(tokens: Tokens, at: int, last: int) -> bool:
    """Tell whether the capital behind a word is no more of a person's name."""
    word = tokens.words[last + 1]
    small = word.lower()
    if last == at and tokens.words[at] in given_names():
        # "Kristen Day" and "Ken Doctor" are people; "Ada President Moe" is not one name.
        office = small in OFFICES and not tokens.goes_on(last + 1)
        if small in _SURNAMES_TOO or office:
            return False
    if small in OFFICES or small in BODY_ENDINGS or small in MATTER_ENDINGS or small in NO_NAMES:
        return True
    if small in common_words() and tokens.in_headline(at):
        return True
    entry = longest_entry(tokens, last + 1)
    if entry is not None and (len(entry.words) > 1 or (last > at and not entry.needs_evidence)):
        return True
    return word.isupper() and len(word) > _LONGEST_INITIALS and not tokens.words[at].isupper()


def _past_particles(tokens: Tokens, index: int) -> int:
    """Return the capital behind "de la" or "van der"; 0 when there is none."""
    words = tokens.words
    for step in (index, index + 1):
        if words[step] not in NAME_PARTICLES or not tokens.touches(step):
            return 0
        if is_capital(words[step + 1]):
            return step + 1
    return 0


def chunk_end(tokens: Tokens, at: int) -> int:
    """Return the last of the capitals that go together from a word on."""
    last = at
    while tokens.touches(last) and last - at + 1 < LONGEST_BODY:
        word = tokens.words[last + 1]
        if word == "&" and tokens.goes_on(last + 1):
            last += 2
        elif word.isdigit():
            last += 1
        elif not is_capital(word) and not is_small_name(word):
            step = _past_particles(tokens, last + 1)
            if not step:
                break
            last = step
        elif _ends_chunk(tokens, at, last):
            break
        else:
            last += 1
    return last


def _ends_chunk(tokens: Tokens, at: int, last: int) -> bool:
    small = tokens.small(last + 1)
    if small in _ALONE or (small in common_words() and tokens.in_headline(at)):
        return True
    entry = longest_entry(tokens, last + 1)
    return entry is not None and (
        len(entry.words) > 1
        or (entry.sort in {"outlet", "agency", "adjective"} and not entry.needs_evidence)
    )


def is_small_name(word: str) -> bool:
    """Tell whether a word is a name though it begins small: "iPhone", "al-Tanf"."""
    if word.islower() or not word[0].isalpha():
        return False
    article, dash, rest = word.partition("-")
    return word[1:2].isupper() or bool(dash and article in NAME_PARTICLES and is_capital(rest))


def branch_end(tokens: Tokens, last: int) -> int:
    """Return where an outlet's name ends with its branch: "BBC World Service"."""
    index = last
    while (
        tokens.touches(index)
        and index - last < _LONGEST_BRANCH
        and tokens.words[index + 1] in _BRANCHES
    ):
        index += 1
    return index
