"""A name as it is read: which words, of what kind, and how well that is known."""

from __future__ import annotations

from dataclasses import dataclass

from twosource.text.names.lexicon import Entry, NameKind
from twosource.text.names.tokens import Tokens

GUESSED, TOLD, FIRM, OVERRULING = 1, 2, 3, 4
"""How well a kind is known: by a guess, by what stands around, by a table or the name's own words;
or by surroundings that overrule these."""


@dataclass(slots=True)
class Piece:
    """A stretch of words that is one name: ``kind`` is None until something tells it.

    ``titled``: an office or form of address stands before it. ``is_common``: a common word where
    one has its capital anyway; it is a name only where the text has one that ends so. ``full`` is
    its longer name.
    """

    first: int
    last: int
    kind: NameKind | None
    strength: int = 0
    titled: bool = False
    is_common: bool = False
    entry: Entry | None = None
    full: str = ""

    @property
    def length(self) -> int:
        """Return how many words the name has."""
        return self.last - self.first + 1


def end_of(tokens: Tokens, piece: Piece) -> int:
    """Return where a name ends: with its possessive only where that is part of it."""
    own = piece.entry is not None and piece.entry.has_possessive
    return tokens.whole[piece.last] if own else tokens.ends[piece.last]


def shown_of(tokens: Tokens, piece: Piece) -> str:
    """Return a name as it stands."""
    return tokens.text[tokens.starts[piece.first] : end_of(tokens, piece)]
