"""What stands around a name tells what it is: "X said", "in X", "X's chief executive"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable

from twosource.text.names.lexicon import NameKind, common_words, longest_entry
from twosource.text.names.piece import FIRM, GUESSED, OVERRULING, TOLD, Piece, shown_of
from twosource.text.names.publishers import known_outlet
from twosource.text.names.tokens import Tokens, is_capital
from twosource.text.names.vocabulary import (
    BODY_NOUNS,
    OFFICES,
    PLATFORMS,
    PLURAL_UNNAMED,
    SAYING,
    SPEAKING_NOUNS,
)

Kind = tuple[NameKind, int]
"""A kind, and how strongly it is told."""
_LONGEST_SPEAKER = 3
_LONGEST_AT = 4
_NEAR = 4
_PLACE_BEFORE = frozenset("in near across throughout outside inside from toward towards".split())
_BODY_BEHIND = frozenset(
    """officials executives executive employees spokesman spokeswoman spokesperson ceo shares stock
    founder co-founder cofounder headquarters subsidiary representatives representative investors
    shareholders lawyers attorneys engineers customers board workers staff management chairman
    report survey poll study analysts researchers""".split()
)
_OWN_PEOPLE = frozenset("lawyers attorneys spokesman spokeswoman spokesperson".split())
"""Whom a person may have as well as a body: "Corvin's lawyers"."""
_PERSON_BEFORE = (SPEAKING_NOUNS - PLURAL_UNNAMED - BODY_NOUNS) | OFFICES | frozenset({"said"})
_AUXILIARIES = frozenset("has had have also later then".split())
_PAPER_NOUNS = frozenset(
    "newspaper magazine tabloid daily weekly broadcaster reporter correspondent website".split()
)
_CARRYING = frozenset("on via through using social".split())
_CARRIED = frozenset(
    """page pages post posts account accounts group groups user users feed feeds ads followers live
    profile profiles video videos message messages chat channel story stories handle thread
    threads""".split()
)
_DISTRICTS = frozenset("county counties province provinces region district parish oblast".split())
_TOLD_TO = frozenset("told tells".split())
_REPORTING = frozenset("reported reports said says wrote".split())
_BEHIND_DATELINE = frozenset({"-", "--", "\u2013", "\u2014", ""})
_SITE = re.compile(r"\.(?:com|net|org|info|news|co|io|tv|uk|ru|[A-Z][a-z])$")


def weigh(tokens: Tokens, piece: Piece) -> Kind | None:
    """Return the kind that a name's surroundings tell and how strongly, or None."""
    if piece.entry is not None:
        return _weigh_entry(tokens, piece)
    if tokens.is_possessive(piece.last):
        behind = tokens.small(piece.last + 1)
        return ("organisation", TOLD) if behind in _BODY_BEHIND - _OWN_PEOPLE else None
    for rule in _RULES:
        told = rule(tokens, piece)
        if told is not None:
            return told
    return None


def _by_apposition(tokens: Tokens, piece: Piece) -> Kind | None:
    """Read what follows a comma: "X, 52,", "X, who", "X, the port's manager", "X, a bank"."""
    at = piece.last + 1
    if tokens.word(at) != ",":
        return None
    behind = tokens.small(at + 1)
    if (behind.isdigit() and tokens.word(at + 2) in {",", "."}) or behind == "who":
        return "person", TOLD
    if behind in {"a", "an", "the"}:
        near = {tokens.small(at + 2 + step) for step in range(_NEAR)}
        if near & _PERSON_BEFORE:
            return "person", TOLD
        if near & BODY_NOUNS:
            return "organisation", TOLD
    return None


def _by_noun_before(tokens: Tokens, piece: Piece) -> Kind | None:
    """Read the noun before a name: "the insurer X", "harbour master X"."""
    before = tokens.word(piece.first - 1)
    if is_capital(before):
        return None
    if before in BODY_NOUNS:
        return "organisation", TOLD
    if before in _PERSON_BEFORE and piece.length <= _LONGEST_SPEAKER:
        return "person", TOLD
    return None


def _by_address(tokens: Tokens, piece: Piece) -> Kind | None:
    """Read a name that is a site's address: an outlet where the table has it or where it speaks."""
    word = tokens.words[piece.first]
    if piece.length > 1 or not _SITE.search(word):
        return None
    known = known_outlet(word)
    if known is not None and known.kind != "aggregator":
        return "agency" if known.kind == "agency" else "outlet", FIRM
    return "outlet" if _speaks(tokens, piece) else "organisation", TOLD


def _by_place(tokens: Tokens, piece: Piece) -> Kind | None:
    """Read what stands where places do: "in X", "X county", "X, Norway"."""
    if tokens.words[piece.last + 1 : piece.last + 2] and (
        tokens.words[piece.last + 1] in _DISTRICTS
    ):
        return "place", TOLD
    if tokens.small(piece.first - 1) in _PLACE_BEFORE and piece.length <= _LONGEST_SPEAKER:
        return "place", GUESSED
    if tokens.word(piece.last + 1) == "," and piece.last + 2 < len(tokens):
        entry = longest_entry(tokens, piece.last + 2)
        if entry is not None and entry.sort == "place":
            return "place", TOLD
    return None


def _by_belongings(tokens: Tokens, piece: Piece) -> Kind | None:
    """Read what belongs to bodies: "X officials", "at X"."""
    at_it = tokens.small(piece.first - 1) == "at" and piece.length <= _LONGEST_AT
    belongs = tokens.small(piece.last + 1) in _BODY_BEHIND
    return ("organisation", GUESSED) if at_it or belongs else None


def _by_saying(tokens: Tokens, piece: Piece) -> Kind | None:
    """Read who says something: short and strange is a person, letters are a body."""
    if not _speaks(tokens, piece):
        return None
    words = tokens.words[piece.first : piece.last + 1]
    if piece.length == 1 and words[0].isupper():
        return "organisation", TOLD
    strange = all(word.lower() not in common_words() for word in words)
    if piece.length <= _LONGEST_SPEAKER and (strange or piece.length == 1):
        return "person", TOLD
    return "organisation", GUESSED


_RULES: tuple[Callable[[Tokens, Piece], Kind | None], ...] = (
    _by_apposition,
    _by_noun_before,
    _by_address,
    _by_place,
    _by_belongings,
    _by_saying,
)


def _speaks(tokens: Tokens, piece: Piece) -> bool:
    """Tell whether a name stands where a source does: "X said", "according to X"."""
    behind = tokens.small(piece.last + 1)
    if behind in SAYING or (behind in _AUXILIARIES and tokens.small(piece.last + 2) in SAYING):
        return True
    return tokens.small(piece.first - 1) == "to" and tokens.small(piece.first - 2) == "according"


def _weigh_entry(tokens: Tokens, piece: Piece) -> Kind | None:
    """Tell whether a name of the tables that is more than one thing stands for what they say."""
    entry = piece.entry
    if entry is None or entry.sort == "adjective":
        return None
    before, behind = tokens.small(piece.first - 1), tokens.small(piece.last + 1)
    if tokens.words[piece.first] in PLATFORMS and not tokens.is_possessive(piece.last):
        # What is said "on Facebook" is not said by it.
        carries = before in _CARRYING or behind in _CARRIED
        return ("other", OVERRULING) if carries else None
    if not entry.needs_evidence:
        return None
    stands = {
        "outlet": _is_cited,
        "agency": _is_cited,
        "organisation": _acts,
        "place": _stands_as_place,
    }.get(entry.sort)
    if stands is not None and stands(tokens, piece):
        return entry.sort, TOLD
    return ("organisation", GUESSED) if behind in _BODY_BEHIND else None


def _acts(tokens: Tokens, piece: Piece) -> bool:
    """Tell whether a common word with a capital stands as a body: "the Fed", "at Target"."""
    before, behind = tokens.small(piece.first - 1), tokens.small(piece.last + 1)
    return before in {"the", "at", "by"} or behind in SAYING or behind in _BODY_BEHIND


def _stands_as_place(tokens: Tokens, piece: Piece) -> bool:
    before = tokens.small(piece.first - 1)
    return before in {",", "-", "("} or before in _PLACE_BEFORE


def _is_cited(tokens: Tokens, piece: Piece) -> bool:
    """Tell whether a paper's name that is a common word too stands as a paper's: "told the Sun"."""
    before, behind = tokens.small(piece.first - 1), tokens.small(piece.last + 1)
    capital_article = tokens.words[piece.first] == "The"
    if before == "(":
        # "NEW YORK (AP) -": letters in brackets are an agency's in a dateline, or at an end.
        return behind == ")" and tokens.word(piece.last + 2) in _BEHIND_DATELINE
    if capital_article and not tokens.begins(piece.first) and behind != "of":
        return True
    article = before == "the"
    told = tokens.small(piece.first - 1 - article)
    if told in _TOLD_TO or (
        told == "to" and tokens.small(piece.first - 2 - article) == "according"
    ):
        return True
    return behind in _PAPER_NOUNS or (behind in _REPORTING and (article or capital_article))


def settle(pieces: Iterable[tuple[Tokens, Piece]]) -> None:
    """Give each undecided name the kind that its surroundings, here or elsewhere, tell."""
    listed = [(tokens, piece) for tokens, piece in pieces if not piece.is_common]
    votes: dict[str, Counter[NameKind]] = {}
    for tokens, piece in listed:
        if piece.strength < FIRM or (piece.entry is not None and piece.kind == "organisation"):
            told = weigh(tokens, piece)
            if told is not None and told[1] > piece.strength:
                piece.kind, piece.strength = told
        if piece.kind is not None and piece.strength >= TOLD and piece.entry is None:
            votes.setdefault(shown_of(tokens, piece), Counter())[piece.kind] += piece.strength
    for tokens, piece in listed:
        if piece.strength < TOLD and piece.entry is None:
            heard = votes.get(shown_of(tokens, piece))
            if heard:
                piece.kind = min((-times, kind) for kind, times in heard.items())[1]
                piece.strength = TOLD
