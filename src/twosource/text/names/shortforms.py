"""Short forms within one text: "Clinton" behind "Hillary Clinton", "the FDA" behind its full name.

A short form stands for a longer name only where this text gives that one, and only one of the kind.
"""

from __future__ import annotations

from twosource.text.names.lexicon import given_names, surnames
from twosource.text.names.piece import FIRM, TOLD, Piece, shown_of
from twosource.text.names.tokens import Tokens
from twosource.text.names.vocabulary import FORMS_OF_ADDRESS, NAME_ENDINGS

Placed = tuple[Tokens, Piece]
_BODIES = frozenset({"organisation", "outlet", "agency"})
_SHORTEST_ACRONYM = 2
_SMALL_IN_ACRONYMS = frozenset({"of", "for", "the", "and", "on", "&", "in"})


class Longer:
    """The names that a text gives in full, by what they may be called for short."""

    def __init__(self, placed: list[Placed]) -> None:
        self.by_surname: dict[str, dict[str, int]] = {}
        self.by_given: dict[str, dict[str, int]] = {}
        self.by_first: dict[str, dict[str, Piece]] = {}
        self.by_last: dict[str, dict[str, Piece]] = {}
        self.acronyms: dict[str, tuple[str, Piece]] = {}
        for tokens, piece in placed:
            self._learn(tokens, piece)

    def _learn(self, tokens: Tokens, piece: Piece) -> None:
        words = name_words(tokens, piece)
        if piece.kind == "person" and len(words) > 1:
            name = " ".join(words)
            for table, word in ((self.by_surname, words[-1]), (self.by_given, words[0])):
                counts = table.setdefault(word, {})
                counts[name] = counts.get(name, 0) + 1
        elif piece.kind in _BODIES and len(words) > 1:
            name = shown_of(tokens, piece)
            self.by_first.setdefault(words[0], {})[name] = piece
            self.by_last.setdefault(words[-1], {})[name] = piece
            acronym = _bracketed(tokens, piece)
            if acronym and _fits(acronym, words):
                self.acronyms.setdefault(acronym, (name, piece))


def name_words(tokens: Tokens, piece: Piece) -> list[str]:
    """Return the words of a name less its form of address and endings."""
    words = tokens.words[piece.first : piece.last + 1]
    while len(words) > 1 and words[0].lower() in FORMS_OF_ADDRESS:
        words = words[1:]
    while len(words) > 1 and words[-1].lower() in NAME_ENDINGS:
        words = words[:-1]
    return words


def _bracketed(tokens: Tokens, piece: Piece) -> str:
    """Return the acronym in brackets behind a name: "Food and Drug Administration (FDA)"."""
    at = piece.last + 1
    if tokens.word(at) == "(" and tokens.word(at + 2) == ")":
        word = tokens.words[at + 1]
        if len(word) >= _SHORTEST_ACRONYM and sum(c.isupper() for c in word) >= _SHORTEST_ACRONYM:
            return word
    return ""


def _fits(acronym: str, words: list[str]) -> bool:
    """Tell whether an acronym's first letter is the name's, and its letters not many more."""
    letters = [c for c in acronym if c.isalpha()]
    told = [w for w in words if w.lower() not in _SMALL_IN_ACRONYMS]
    return letters[0].lower() == words[0][0].lower() and len(letters) <= len(told) + 2


def shorten(placed: list[Placed]) -> None:
    """Give each short form its full name, and the kind that its full name has."""
    longer = Longer(placed)
    for tokens, piece in placed:
        words = name_words(tokens, piece)
        if len(words) != 1:
            continue
        word = words[0]
        if piece.kind not in {"outlet", "agency", "unnamed"} or word in surnames():
            _as_person(longer, piece, word)
        if piece.full or piece.is_common:
            continue
        if word in longer.acronyms:
            piece.full, full = longer.acronyms[word]
            piece.kind, piece.strength = full.kind, FIRM
        elif piece.strength < FIRM and piece.kind != "person":
            _as_body(longer, piece, word)


def _as_person(longer: Longer, piece: Piece, word: str) -> None:
    sure_place = piece.kind == "place" and piece.strength >= FIRM and not piece.titled
    known = longer.by_surname.get(word)
    if known and not (sure_place and word not in surnames() | given_names()):
        # Where several bear the name, it is most likely the one who is named most often.
        piece.full = min(known, key=lambda name: (-known[name], name))
        piece.kind, piece.strength = "person", FIRM
        return
    first = {} if piece.is_common else longer.by_given.get(word, {})
    if len(first) == 1 and (
        piece.kind == "person" or (piece.kind is None and piece.strength < TOLD)
    ):
        piece.full = next(iter(first))
        piece.kind, piece.strength = "person", FIRM


def _as_body(longer: Longer, piece: Piece, word: str) -> None:
    found = longer.by_first.get(word, {})
    if len(found) == 1:
        piece.full, full = next(iter(found.items()))
        piece.kind, piece.strength = full.kind, TOLD
        return
    papers = {
        name: full
        for name, full in longer.by_last.get(word, {}).items()
        if full.kind in {"outlet", "agency"}
    }
    if len(papers) == 1 and (piece.kind is None or piece.kind in {"outlet", "agency"}):
        piece.full, full = next(iter(papers.items()))
        piece.kind, piece.strength = full.kind, TOLD
