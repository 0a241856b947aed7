"""What somebody is called beside their name: "Kremlin spokesman", "head of the agency"."""

from __future__ import annotations

from collections.abc import Collection

from twosource.text.names.tokens import Tokens, is_capital
from twosource.text.names.vocabulary import (
    DETERMINERS,
    NAME_PARTICLES,
    NO_NAMES,
    OFFICES,
    SPEAKING_NOUNS,
)
from twosource.text.words import words

_LONGEST_BEFORE = 7
_SHORTEST_TELLING = 3
"""Letters of a word that tells an office; "Sen." is short enough for a senator."""
_SAYS_LITTLE = frozenset(
    """the of for and her his their its who former ex then senior top deputy acting chief new old
    late vice""".split()
)
_LONGEST_BEHIND = 12
_LONGEST_MATTER = 4
_ENDS = frozenset(',.;:!?()[]"\u201c\u201d\u2014\u2013')
_LINKS = frozenset({"of", "for", "and", "the"})
_FARTHEST_HEAD = 7
_ROLES = OFFICES | SPEAKING_NOUNS
_NO_ROLES = NO_NAMES | NAME_PARTICLES | (DETERMINERS - {"former", "senior", "top"})


def read_role_before(tokens: Tokens, first: int, people: set[int]) -> str:
    """Return the office that stands before a name, without its article, or nothing.

    ``people`` are the words of other people's names, which are no part of an office.
    """
    at = first - 1
    if at < 0 or not _side_by_side(tokens, at) or not _ends_office(tokens, at):
        return ""
    begin = at
    while begin > 0 and at - begin < _LONGEST_BEFORE and _belongs(tokens, begin - 1, people):
        begin -= 1
    while begin < at and _is_no_beginning(tokens, begin):
        begin += 1
    return tokens.text[tokens.starts[begin] : tokens.ends[at]]


def fits_office(role: str, offices: Collection[str]) -> bool:
    """Tell whether an office may be held by somebody of these offices: they share a telling word.

    Where either side says nothing, it fits.

    >>> fits_office("captain", ["Transport Minister"]), fits_office("the minister", ["Minister"])
    (False, True)
    """
    ours, theirs = _telling_words((role,)), _telling_words(offices)
    if not ours or not theirs:
        return True
    return any(a.startswith(b) or b.startswith(a) for a in ours for b in theirs)


def _telling_words(offices: Collection[str]) -> set[str]:
    """Return what offices are told apart by: "spokeswoman" is "spokes", "Sen." is "sen"."""
    found = {w.folded for office in offices for w in words(office)} - _SAYS_LITTLE
    bare = {word.removesuffix("woman").removesuffix("man").removesuffix("person") for word in found}
    return {word for word in bare if len(word) >= _SHORTEST_TELLING}


def _ends_office(tokens: Tokens, at: int) -> bool:
    """Tell whether a word is the last of an office: "spokesman", "Secretary of State"."""
    if tokens.small(at) in _ROLES or tokens.small(at).rstrip(".") in _ROLES:
        return True
    matter = at
    while at > 0 and matter - at < _LONGEST_MATTER and is_capital(tokens.words[at]):
        at -= 1
    return tokens.small(at) in {"of", "the"} and tokens.small(at - 1) in _ROLES | {"of"}


def _belongs(tokens: Tokens, at: int, people: set[int]) -> bool:
    """Tell whether a word goes with the office behind it."""
    word = tokens.words[at]
    small = word.lower()
    if not word[0].isalnum() or not _side_by_side(tokens, at) or at in people:
        return False
    if small in _LINKS and at > 0 and _continues(tokens, at):
        return True
    return small not in _NO_ROLES and (is_capital(word) or not small.endswith(("ed", "ly")))


def _is_no_beginning(tokens: Tokens, at: int) -> bool:
    """Tell whether a word cannot be an office's first: an article, or the verb before a title."""
    word = tokens.words[at]
    if word.lower() in _LINKS | _NO_ROLES:
        return True
    before_title = is_capital(tokens.words[at + 1]) and tokens.small(at + 1) in OFFICES
    return before_title and word.islower() and word not in _ROLES | DETERMINERS


def _continues(tokens: Tokens, at: int) -> bool:
    """Tell whether "of" stands within an office: "Secretary of State", "head of the port"."""
    before = tokens.small(at - 1)
    if tokens.small(at) == "the":
        return before == "of"
    return tokens.small(at) == "of" and before in _ROLES


def _side_by_side(tokens: Tokens, at: int) -> bool:
    return tokens.starts[at + 1] - tokens.whole[at] == 1


def read_role_behind(tokens: Tokens, last: int) -> str:
    """Return the office between commas behind a name, without its article, or nothing."""
    words = tokens.words
    if tokens.word(last + 1) != "," or last + 3 > len(words):
        return ""
    first = last + 2
    if tokens.word(first).isdigit() and tokens.word(first + 1) == ",":
        first += 2
    if tokens.small(first) in {"a", "an", "the", "its", "his", "her", "their"}:
        first += 1
    stop = first
    while stop < len(words) and stop - first < _LONGEST_BEHIND and words[stop] not in _ENDS:
        if words[stop] in {"said", "says", "told", "who", "which"}:
            break
        stop += 1
    heads = [
        at for at in range(first, min(stop, first + _FARTHEST_HEAD)) if words[at].lower() in _ROLES
    ]
    if not heads or any(
        words[at].lower() in NO_NAMES - {"of", "for", "at", "and", "the", "in", "on", "to"}
        for at in range(first, heads[0])
    ):
        return ""
    if any(w in {"of", "for", "in", "at"} for w in words[first : heads[0]]):
        return ""
    return tokens.text[tokens.starts[first] : tokens.ends[stop - 1]]
