"""Whether two mentions mean the same: a number, a day, a name, a source, a verb of saying."""

from __future__ import annotations

from typing import Literal

from rapidfuzz.distance import Indel

from twosource.families.comparison.mentions import Day, Mention
from twosource.records import Statement
from twosource.text.names import Name, key_of, known_country
from twosource.text.numbers import Number, compare
from twosource.text.words import fold, stem

Sameness = Literal["same", "other", "unclear"]
_PLAIN_VERBS = frozenset("say tell add accord".split())
"""Verbs that say no more than that something was said; which of them is mere wording."""
_SMALL = frozenset("of and the for in".split())
_NEARLY_SPELLED = 0.8
"""The share of letters that two spellings of one name have in common."""
_PAST = {"said": "say", "told": "tell", "wrote": "write", "thought": "think"}


def mean_alike(one: Mention, other: Mention) -> Sameness:
    """Tell whether two mentions of one kind mean the same thing."""
    match one.meaning, other.meaning:
        case Number() as a, Number() as b:
            return "same" if _are_one_number(a, b) else "other"
        case Day() as a, Day() as b:
            return _compare_days(a, b)
        case Name() as a, Name() as b:
            return "same" if _are_one_name(a, b) else "other"
        case Statement() as a, Statement() as b:
            return "same" if _share_speaker(a, b) else "other"
        case _:
            return "unclear"


def _are_one_number(one: Number, other: Number) -> bool:
    """Tell whether two numbers are one value under one bound; "about" and conversions aside."""
    found = compare(one, other)
    if found.relation == "compatible" and one.factor != other.factor:
        return True
    bounds = {q if q != "about" else "" for q in (one.qualifier, other.qualifier)}
    value = (one.low, one.high, one.factor) == (other.low, other.high, other.factor)
    alike = found.cause == "same value" or (value and one.currency == other.currency)
    return alike and len(bounds) == 1


def _compare_days(one: Day, other: Day) -> Sameness:
    """Compare two expressions of time: by their days, else by what they say.

    Days counted from two unlike bases are told apart only where both are known; without a base only
    two names of weekdays, or two days of a calendar, can be unlike.
    """
    a, b = one.means, other.means
    if a.value is not None and b.value is not None:
        known = (a.first, a.last) == (b.first, b.last)
        return "same" if known and one.told.bound == other.told.bound else "other"
    first, second = (told._replace(start=0, end=0, surely=False, direction="")
                     for told in (one.told, other.told))  # fmt: skip
    if first == second:
        return "same"
    if None not in {first.weekday, second.weekday}:
        return "other" if first.weekday != second.weekday else "unclear"
    if None not in {first.month, second.month, first.day, second.day}:
        return "other" if (first.month, first.day) != (second.month, second.day) else "unclear"
    return "unclear"


def _are_one_name(one: Name, other: Name) -> bool:
    """Tell whether two names are one, in full or in short: "Brandt" may be "Ilse Brandt"."""
    country = known_country(one.name)
    if country is not None and country == known_country(other.name):
        return True
    if _are_short_for(one.full, other.full) or _are_short_for(other.full, one.full):
        return True
    ours = [frozenset(key_of(name).split()) for name in (one.name, one.full)]
    theirs = [frozenset(key_of(name).split()) for name in (other.name, other.full)]
    return any(a <= b or b <= a for a in ours for b in theirs)


def _are_short_for(short: str, full: str) -> bool:
    """Tell whether a short name is made of the first letters of a full one, "of" or not."""
    letters, words = key_of(short), key_of(full).split()
    initials = ("".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL))
    return len(letters) > 1 and len(words) > 1 and letters in initials


def _share_speaker(one: Statement, other: Statement) -> bool:
    """Tell whether one who speaks in the one statement may speak in the other."""
    if not one.speakers or not other.speakers:
        return True
    if {who.id for who in one.speakers} & {who.id for who in other.speakers}:
        return True
    ours, theirs = ([{stem(word) for word in key_of(who.name).split()} for who in told.speakers]
                    for told in (one, other))  # fmt: skip
    # Names that differ by a letter or two are two spellings rather than two speakers.
    return any(
        a <= b or b <= a or are_spelled_alike(" ".join(sorted(a)), " ".join(sorted(b)))
        for a in ours
        for b in theirs
    )


def are_spelled_alike(one: str, other: str) -> bool:
    """Tell whether two names begin alike and differ by a letter or two.

    >>> are_spelled_alike("corvin", "corwin"), are_spelled_alike("corvin", "brandt")
    (True, False)
    """
    return one[:1] == other[:1] and Indel.normalized_similarity(one, other) >= _NEARLY_SPELLED


def are_one_verb(one: str, other: str) -> bool:
    """Tell whether two verbs of saying are one, or equally plain.

    >>> are_one_verb("said", "told"), are_one_verb("said", "claimed")
    (True, False)
    """
    a, b = (stem(_PAST.get(word, word)) for word in (_first(one), _first(other)))
    return a == b or {a, b} <= _PLAIN_VERBS


def _first(verb: str) -> str:
    return fold(verb.split(maxsplit=1)[0]) if verb.split() else ""
