"""Sources without a name: "two US officials", "a person familiar with the matter", "the police".

They are read where a line makes somebody a source: before or behind a word of saying, and behind
"according to". The description goes from behind its article to its head and a short complement.
"""

from __future__ import annotations

from twosource.text.names.tokens import Tokens, is_capital
from twosource.text.names.vocabulary import (
    DETERMINERS,
    DOCUMENTS,
    NO_NAMES,
    NO_SPEAKERS,
    PEOPLE,
    SAYING,
    SPEAKING_NOUNS,
)

Place = tuple[int, int]
_FARTHEST_HEAD = 9
_LONGEST_LEAD = 6
_LONGEST_COMPLEMENT = 6
_COMPLEMENTS = frozenset(
    "of for in from at with familiar close briefed who on involved within near".split()
)
_BETWEEN = frozenset(
    """has have had also later then again once previously earlier repeatedly simply once now
    privately publicly recently immediately quickly initially reportedly""".split()
)
_VERBS_AMID = frozenset(
    "is are was were be been will would could should that which and but".split()
)
_QUOTED = frozenset("\"'\u201c\u201d\u2018\u2019,.;:!?()[]\u2014\u2013-")
_ARTICLES = frozenset(
    "the a an this that these those its his her their our my your some any no".split()
)
_SIGNALS = SAYING | {"according", "According"}
_HEADS = (SPEAKING_NOUNS | PEOPLE) - DOCUMENTS
_NO_LAST = NO_NAMES | _COMPLEMENTS
_NO_SUBJECT = frozenset("to who that which what they he she it we you i".split())
_SAID = frozenset("said say told".split())
_SHORTEST_CROWD = 4
_NO_CROWDS = frozenset("polls reports documents records emails letters lines things words".split())


def read_unnamed(tokens: Tokens, named: set[int]) -> list[Place]:
    """Return the descriptions of unnamed sources as places of words, half open.

    ``named`` holds the words of the names that were found: a role before a name is no source of
    its own.
    """
    words = tokens.words
    found: dict[int, Place] = {}
    for at in [at for at, word in enumerate(words) if word in _SIGNALS]:
        if words[at] in SAYING:
            place = _subject(tokens, at, named) or _inverted(tokens, at, named)
        elif tokens.word(at + 1) == "to":
            place = _from(tokens, at + 2, named)
        else:
            continue
        if place is not None:
            found.setdefault(place[0], place)
    return [found[first] for first in sorted(found)]


def _is_head(tokens: Tokens, at: int) -> bool:
    word = tokens.words[at]
    if is_capital(word):
        return word.lower() in _HEADS and tokens.begins(at)
    return word in _HEADS


def _is_crowd(tokens: Tokens, at: int, verb: int) -> bool:
    """Tell whether a plural right before "said" is of people whom no list holds: "dockers said"."""
    word = tokens.words[at]
    return (
        verb == at + 1
        and tokens.words[verb] in _SAID
        and len(word) >= _SHORTEST_CROWD
        and word.isalpha()
        and word.islower()
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "ers'"))
        and word not in NO_SPEAKERS
        and word not in NO_NAMES
        and word not in _NO_CROWDS
    )


def _subject(tokens: Tokens, verb: int, named: set[int]) -> Place | None:
    """Read the description that a word of saying stands behind."""
    at = verb - 1
    while at >= 0 and tokens.words[at] in _BETWEEN:
        at -= 1
    if at >= 0 and tokens.words[at] in _NO_SUBJECT:
        return None
    last = at
    for head in range(at, max(-1, at - _FARTHEST_HEAD), -1):
        word = tokens.words[head]
        crowd = head == at and _is_crowd(tokens, head, verb)
        if (crowd or _is_head(tokens, head)) and head not in named:
            if head < last and tokens.words[head + 1] not in _COMPLEMENTS:
                return None
            return _describe(tokens, head, last + 1)
        if not word[0].isalnum() or word in SAYING or word in _VERBS_AMID:
            return None
    return None


def _inverted(tokens: Tokens, verb: int, named: set[int]) -> Place | None:
    """Read the description behind a word of saying: "said a spokesman for the port"."""
    if tokens.words[verb] not in {"said", "says"}:
        return None
    return _from(tokens, verb + 1, named)


def _from(tokens: Tokens, first: int, named: set[int]) -> Place | None:
    """Read a description that begins at a word."""
    words = tokens.words
    at = first
    while at < len(words) and at - first < _LONGEST_LEAD:
        word = words[at]
        if _is_head(tokens, at) and not _goes_on(tokens, at):
            if at + 1 in named or at in named:
                return None
            stop = _complement_end(tokens, at)
            return _describe(tokens, at, stop, first=first)
        if word in _QUOTED or word in _VERBS_AMID or word in _COMPLEMENTS:
            return None
        at += 1
    return None


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a head is only the first of several nouns: "veteran industry analyst"."""
    behind = tokens.word(at + 1)
    return (
        behind[:1].isalpha()
        and behind.islower()
        and behind not in _COMPLEMENTS
        and behind not in NO_NAMES
        and behind not in SAYING
    )


def _complement_end(tokens: Tokens, head: int) -> int:
    at = head + 1
    words = tokens.words
    if at >= len(words) or words[at] not in _COMPLEMENTS:
        return at
    stop = at
    while stop < len(words) and stop - at < _LONGEST_COMPLEMENT and words[stop] not in _QUOTED:
        stop += 1
    return stop


def _describe(tokens: Tokens, head: int, stop: int, *, first: int | None = None) -> Place:
    """Go back from the head to where the description begins, less its article."""
    begin = head
    words = tokens.words
    while begin > 0 and head - begin < _LONGEST_LEAD and (first is None or begin > first):
        word = words[begin - 1]
        small = word.lower()
        if small in _ARTICLES or word in _QUOTED or word in SAYING:
            break
        if small in NO_NAMES and small not in DETERMINERS:
            break
        if not word[0].isalnum() or (tokens.starts[begin] - tokens.whole[begin - 1] != 1):
            break
        if small.endswith(("ly", "ing")) or small in _VERBS_AMID:
            break
        begin -= 1
    while begin < head and words[begin].lower() in _ARTICLES:
        begin += 1
    while stop > head + 1 and words[stop - 1] in _NO_LAST:
        stop -= 1
    return (begin, stop)
