"""Contents parted into pieces that assert one thing each.

"X had been pulled back and had not been seen for two weeks, after suffering losses" holds three.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from twosource.claims.verbs import AUXILIARIES, is_finite
from twosource.text.sentences import sentences
from twosource.text.words import words

_DETERMINERS = frozenset(
    """the a an his her its their our this that these those some all two three four five six seven
    eight nine ten up out off down back over into in on at to from more about around least
    """.split()
)
_CUT_WORDS = frozenset({"while", "although", "though", "whereas"})
_RELATIVES = frozenset({"where", "which", "who", "whose"})
_BEFORE_SECOND_VERB = frozenset({"then", "later", "also", "now", "even", "never", "still"})
_BEFORE_GERUND = frozenset({"after", "without"})
_SHORTEST_GERUND = 5
_SUBJECT_WINDOW = 8
_TOKEN = re.compile(r"[^\W_]+(?:['\u2019.\-][^\W_]+)*|[,;:\u2014\u2013()]")
_LEAD = re.compile(r"[\s,;:\u2014\u2013\"'\u201c\u2018(]+|(?:and|but|that|so)\b(?=\s)")
_TRAIL = " \t\n\u00a0,;:.\u2014\u2013\"'\u201d\u2019(!"
_LEAST_WORDS = 2


class Piece(NamedTuple):
    """A stretch of a content that asserts one thing."""

    start: int
    end: int


class _Token(NamedTuple):
    """A word or mark: folded, its place, and whether it begins with a capital."""

    word: str
    start: int
    end: int
    capital: bool


_NO_TOKEN = _Token("", 0, 0, capital=False)


_CONDITION = re.compile(r"[\"'\u201c\u2018\s]*(?:if|unless|even if|whether)\b", re.IGNORECASE)
_IF_BELIEVED = re.compile(r"\bif (?:you|we|one) (?:believe|are to believe|trust)\b", re.IGNORECASE)
"""A condition asserts nothing: "if you believe the unions, the bridge is cracked"."""


def part_content(
    text: str, start: int, end: int, holes: tuple[tuple[int, int], ...] = ()
) -> list[Piece]:
    """Part a content into pieces; ``holes`` are words of inner attributions, left out."""
    pieces: list[Piece] = []
    for first, last in _outside(start, end, holes):
        for a, b in sentences(text, first, last):
            if text[a:b].rstrip("\"'\u201d\u2019 ").endswith("?") or _is_conditional(text, a, b):
                continue
            pieces.extend(_part_sentence(text, a, b))
    return pieces


def _is_conditional(text: str, start: int, end: int) -> bool:
    """Tell whether a sentence asserts nothing: "if you believe the unions, it is cracked"."""
    return bool(_CONDITION.match(text, start, end) or _IF_BELIEVED.search(text, start, end))


def _outside(start: int, end: int, holes: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    at = start
    for first, last in sorted(holes):
        if first >= end or last <= at:
            continue
        if first > at:
            kept.append((at, first))
        at = max(at, last)
    if at < end:
        kept.append((at, end))
    return kept


def _part_sentence(text: str, start: int, end: int) -> list[Piece]:
    """Cut one sentence where a new verb begins: "and had not …", ", after suffering …"."""
    tokens = [
        _Token(
            m.group().casefold().replace("\u2019", "'"),
            m.start(),
            m.end(),
            capital=m.group()[:1].isupper(),
        )
        for m in _TOKEN.finditer(text, start, end)
    ]
    commas = [i for i, t in enumerate(tokens) if t.word == ","]
    cuts: list[tuple[int, int]] = []
    skipped: list[tuple[int, int]] = []
    seen_verb = False
    for at, token in enumerate(tokens):
        if seen_verb and token.word == "," and _at(tokens, at + 1).word in _RELATIVES:
            close = bisect_right(commas, at + 1)
            until = tokens[commas[close]].end if close < len(commas) else end
            skipped.append((token.start, until))
        elif seen_verb:
            cuts.extend(_cuts_at(tokens, at))
        seen_verb = seen_verb or is_finite(token.word, capital=token.capital) or token.word == "to"
    pieces: list[Piece] = []
    at_place = start
    for left, right in [*sorted(cuts), (end, end)]:
        if left < at_place:
            continue
        first = bisect_right(skipped, at_place, key=lambda hole: hole[1])
        last = bisect_left(skipped, left, key=lambda hole: hole[0])
        for a, b in _outside(at_place, left, skipped[first:last]):
            trimmed = _trim(text, a, b)
            if trimmed is not None:
                pieces.append(trimmed)
        at_place = right
    return pieces


def _at(tokens: list[_Token], place: int) -> _Token:
    return tokens[place] if place < len(tokens) else _NO_TOKEN


def _is_gerund(token: _Token) -> bool:
    return token.word.endswith("ing") and len(token.word) >= _SHORTEST_GERUND and not token.capital


def _opens_object(token: _Token) -> bool:
    """Tell whether what a verb takes may begin here: "the", "back", "300"."""
    return token.word in _DETERMINERS or token.word[:1].isdigit()


def _cuts_at(tokens: list[_Token], at: int) -> list[tuple[int, int]]:
    """Return the cut that token ``at``, behind a first verb, makes: what it leaves out; or none."""
    token, following, third = tokens[at], _at(tokens, at + 1), _at(tokens, at + 2)
    here = [(token.start, token.end)]
    if token.word == ";" or token.word in _CUT_WORDS:
        return here
    if token.word in {"and", "but"}:
        if following.word == "that":
            return [(token.start, following.end)]
        return here if _joins_clauses(tokens, at) else []
    if token.word == ",":
        verb = (
            is_finite(following.word, capital=False)
            and following.word not in AUXILIARIES
            and third.word in _DETERMINERS
        )
        return here if verb or _is_gerund(following) else []
    if token.word in _BEFORE_GERUND and _is_gerund(following):
        return [(token.start, token.start)]
    return []


def _joins_clauses(tokens: list[_Token], at: int) -> bool:
    """Tell whether the "and" or "but" at ``at`` begins a new assertion."""
    before = tokens[at - 1].word if at else ""
    place = at + 2 if _at(tokens, at + 1).word in _BEFORE_SECOND_VERB else at + 1
    verb, behind = _at(tokens, place), _at(tokens, place + 1)
    if verb.word in AUXILIARIES:
        return True
    if is_finite(verb.word, capital=False) and (before == "," or _opens_object(behind)):
        return bool(behind.word)
    if _is_gerund(verb) and _opens_object(behind) and before != "both":
        return True
    return _has_subject_and_verb(tokens, at, before)


def _has_subject_and_verb(tokens: list[_Token], at: int, before: str) -> bool:
    """Tell whether a clause with its own subject begins here: ", and the dam has burst"."""
    if before != ",":
        return False
    window = tokens[at + 1 : at + 1 + _SUBJECT_WINDOW]
    # Forms in -ed are left out here: they stand before nouns too often ("and the injured men").
    verb = next((i for i, t in enumerate(window) if is_finite(t.word, capital=True)), None)
    return verb is not None and verb >= 1 and not any(t.word == "," for t in window[:verb])


def _trim(text: str, start: int, end: int) -> Piece | None:
    """Trim spaces, commas and joining words from a piece; None when too little is left."""
    while (found := _LEAD.match(text, start, end)) is not None:
        start = found.end()
    while end > start and text[end - 1] in _TRAIL:
        end -= 1
    return Piece(start, end) if len(words(text, start, end)) >= _LEAST_WORDS else None
