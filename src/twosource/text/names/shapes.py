"""What a name's own words say of its kind where no table knows it: endings, beginnings, letters."""

from __future__ import annotations

from twosource.text.names.extents import LONGEST_PERSON
from twosource.text.names.lexicon import NameKind, common_words, given_names, surnames
from twosource.text.names.papers import is_paper
from twosource.text.names.piece import FIRM, GUESSED, TOLD, Piece
from twosource.text.names.tokens import Tokens
from twosource.text.names.vocabulary import (
    MATTER_ENDINGS,
    NAME_PARTICLES,
    NO_NAMES,
    PLACE_BEGINNINGS,
    PLACE_ENDINGS,
    SAYING,
)

_LONGEST_ACRONYM = 6
_LEAST_FULL_NAME = 2
_LEAST_PROSE = 8
"""Words and signs of the shortest line in which two unknown capitals are taken for a person."""
_ADJECTIVE_ENDINGS = ("ian", "ish", "ese", "ean")
_ARTICLES = frozenset({"the", "a", "an"})
_DOUBLE_CAPITALS = frozenset("MDLOF")
"""Letters behind which surnames have a second capital: "McCain", "DeSantis", "O'Hara"."""


def kind_by_ending(tokens: Tokens, at: int, last: int) -> NameKind | None:
    """Tell a kind by a name's last or first word: "Lake", "Street", "Festival", "Gazette"."""
    if last == at:
        return None
    small = tokens.small(last)
    if small in PLACE_ENDINGS:
        return "place"
    if small in MATTER_ENDINGS:
        return "other"
    if is_paper(tokens, at, last):
        return "outlet"
    if tokens.small(at) in PLACE_BEGINNINGS and tokens.words[at] not in given_names():
        return "place"
    return None


def read_shape(tokens: Tokens, at: int, last: int) -> Piece:
    """Tell what can be told of unknown capitals by their shape."""
    words = tokens.words[at : last + 1]
    if last == at and words[0].isupper() and 1 < len(words[0]) <= _LONGEST_ACRONYM:
        return Piece(at, last, None)
    strange = [w for w in words if w.lower() not in common_words() and not w.isupper()]
    if any(is_made_up(word) for word in words) or "&" in words:
        return Piece(at, last, "organisation" if "&" in words and strange else None, GUESSED)
    if last == at and _is_family(words[0]):
        return Piece(at, last, "person", TOLD)
    if tokens.words[last] in surnames() and len(words) <= LONGEST_PERSON:
        return Piece(at, last, "person", FIRM)
    determined = tokens.small(at - 1) in _ARTICLES and tokens.touches(at - 1)
    if _LEAST_FULL_NAME <= len(words) <= LONGEST_PERSON and len(strange) == len(words):
        prose = not determined and len(tokens) >= _LEAST_PROSE and not tokens.in_headline(at)
        return Piece(at, last, "person" if prose else None, GUESSED)
    if determined and last == at and strange and words[0].endswith("s"):
        # "the Sabres": many, with an article and a capital, are a team.
        return Piece(at, last, "organisation", GUESSED)
    return Piece(at, last, None)


def is_adjective(tokens: Tokens, at: int) -> bool:
    """Tell whether a word is an unknown people's or place's adjective: "Vardish troops"."""
    if not tokens.words[at].endswith(_ADJECTIVE_ENDINGS) or not tokens.touches(at):
        return False
    word, behind = tokens.words[at], tokens.words[at + 1]
    if word in given_names() or word in surnames() or behind in SAYING or behind in NO_NAMES:
        return False
    return behind.islower() and behind not in NAME_PARTICLES


def _is_family(word: str) -> bool:
    """Tell whether a word is several of one surname: "the Clintons"."""
    return word.endswith("s") and word[:-1] in surnames()


def is_made_up(word: str) -> bool:
    """Tell whether a word is written as no surname is: "DigitalOcean"; "McCain" is one."""
    if word.isupper():
        return False
    inner = word[1:].removeprefix("c").removeprefix("ac")
    if word[0] in _DOUBLE_CAPITALS:
        inner = inner[:1].lower() + inner[1:]
    parts = inner.replace("\u2019", "'").replace("-", "'").split("'")
    tails = (parts[0], *(part[1:] for part in parts[1:]))
    return any(letter.isupper() for tail in tails for letter in tail)
