"""What somebody is called beside their name: "Kremlin spokesman", "head of the agency"."""

from __future__ import annotations

from twosource.text.names.tokens import Tokens, is_capital
from twosource.text.names.vocabulary import (
    DETERMINERS,
    NAME_PARTICLES,
    NO_NAMES,
    OFFICES,
    SPEAKING_NOUNS,
)

_LONGEST_BEFORE = 7
_LONGEST_BEHIND = 12
_ENDS = frozenset(',.;:!?()[]"\u201c\u201d\u2014\u2013')
_LINKS = frozenset({"of", "for", "and", "the"})
_FARTHEST_HEAD = 7
_ROLES = OFFICES | SPEAKING_NOUNS
_NO_ROLES = NO_NAMES | NAME_PARTICLES | (DETERMINERS - {"former", "senior", "top"})


def read_role_before(tokens: Tokens, first: int) -> str:
    """Return the office that stands before a name, without its article, or nothing."""
    words = tokens.words
    at = first - 1
    if at < 0 or (words[at].lower().rstrip(".") not in _ROLES and words[at].lower() not in _ROLES):
        return ""
    if not _side_by_side(tokens, at):
        return ""
    begin = at
    while begin > 0 and at - begin < _LONGEST_BEFORE:
        word = words[begin - 1]
        small = word.lower()
        if not word[0].isalnum() or not _side_by_side(tokens, begin - 1):
            break
        if small in _LINKS and begin - 1 > 0 and _continues(tokens, begin - 1):
            begin -= 1
            continue
        if small in _NO_ROLES:
            break
        if not is_capital(word) and small.endswith(("ed", "ly")):
            break
        begin -= 1
    while begin < at and words[begin].lower() in _LINKS | _NO_ROLES:
        begin += 1
    return tokens.text[tokens.starts[begin] : tokens.ends[at]]


def _continues(tokens: Tokens, at: int) -> bool:
    """Tell whether "of" stands within an office: "Secretary of State", "head of the port"."""
    before = tokens.small(at - 1)
    if tokens.words[at] == "the":
        return before == "of"
    return tokens.words[at] == "of" and before in _ROLES


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
