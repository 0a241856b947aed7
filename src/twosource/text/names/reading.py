"""Reading the names of a text: who and what is named, where, as what, and in which office."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from twosource.text.names.context import settle
from twosource.text.names.keys import fold_spaces
from twosource.text.names.lexicon import NameKind, spellings
from twosource.text.names.lookalikes import is_disguised
from twosource.text.names.piece import Piece, end_of, shown_of
from twosource.text.names.pieces import read_pieces
from twosource.text.names.publishers import PUBLISHER_KINDS
from twosource.text.names.roles import read_role_before, read_role_behind
from twosource.text.names.shortforms import name_words, shorten
from twosource.text.names.tokens import Tokens
from twosource.text.names.unnamed import read_unnamed
from twosource.text.names.vocabulary import NAME_PARTICLES
from twosource.text.sentences import paragraphs

_LONGEST_LINE = 20_000
"""Letters of a line that are read together."""
_THE = re.compile(r"\b[Tt]he\s\Z")
_WORD = re.compile(r"(?<![\w'\u2019])[^\W\d_]\w*")
_LONG_LINE = 2_000
_MOST_CAPITALS = 0.5
"""A line so long in which no word has a capital, or more than that, is a list or a trap."""


class Name(NamedTuple):
    """A name, or the description of an unnamed source, in a text.

    ``start`` and ``end`` count code points, half open. ``name`` is what stands there on one line;
    ``full`` is what this text calls the same one in full ("Hillary Clinton" for "Clinton"), else
    ``name``. ``roles`` are the offices that stand beside it. ``disguised``: it holds signs that
    cannot be seen, or letters of several scripts.
    """

    start: int
    end: int
    kind: NameKind
    name: str
    full: str
    roles: tuple[str, ...] = ()
    disguised: bool = False


def find_names(text: str, start: int = 0, end: int | None = None) -> list[Name]:
    """Return the names between two places of a text, in order, each with its kind.

    Names do not overlap one another; only the description of an unnamed source may hold names. A
    line of 2,000 letters or more in which most words have capitals, or none, is not read.

    >>> [(n.name, n.kind) for n in find_names("Kremlin spokesman Ada Corvin told Reuters.")]
    [('Kremlin', 'organisation'), ('Ada Corvin', 'person'), ('Reuters', 'agency')]
    """
    return read_names(text, ((start, len(text) if end is None else end),))


def read_names(text: str, stretches: Iterable[tuple[int, int]]) -> list[Name]:
    """Return the names of several stretches of one text, read together: one may explain another."""
    lines = [
        Tokens(text, at, min(last, at + _LONGEST_LINE))
        for start, end in stretches
        for first, last in paragraphs(text, start, end)
        for at in range(first, last, _LONGEST_LINE)
        if _is_prose(text[at : min(last, at + _LONGEST_LINE)])
    ]
    placed = [(tokens, piece) for tokens in lines for piece in read_pieces(tokens)]
    settle(placed)
    shorten(placed)
    by_line: dict[int, set[int]] = {}
    people: dict[int, set[int]] = {id(tokens): set() for tokens in lines}
    for tokens, piece in placed:
        if piece.kind is not None:
            by_line.setdefault(id(tokens), set()).update(range(piece.first, piece.last + 1))
        if piece.kind == "person":
            people[id(tokens)].update(range(piece.first, piece.last + 1))
    found = [
        _name(tokens, piece, people[id(tokens)])
        for tokens, piece in placed
        if piece.kind is not None
    ]
    for tokens in lines:
        for first, stop in read_unnamed(tokens, by_line.get(id(tokens), set())):
            begin, close = tokens.starts[first], tokens.ends[stop - 1]
            shown = fold_spaces(text[begin:close])
            found.append(Name(begin, close, "unnamed", shown, shown))
    return _take_up_bodies(text, sorted(found))


def _take_up_bodies(text: str, found: list[Name]) -> list[Name]:
    """Give "the agency" the full name of the one body before it whose name ends in that word."""
    met: dict[str, set[str]] = {}
    taken: list[Name] = []
    for name in found:
        bodies: set[str] = set()
        if name.kind == "unnamed" and _THE.search(text, max(0, name.start - 4), name.start):
            bodies = met.get(name.name, set())
        elif name.kind in PUBLISHER_KINDS or name.kind == "organisation":
            met.setdefault(name.full.split()[-1].lower(), set()).add(name.full)
        taken.append(name._replace(full=next(iter(bodies))) if len(bodies) == 1 else name)
    return taken


def _is_prose(line: str) -> bool:
    """Tell whether a line is worth reading: any short one, a long one with some capitals."""
    if len(line) < _LONG_LINE:
        return True
    words = [str(word) for word in _WORD.findall(line) if word not in NAME_PARTICLES]
    return 0 < sum(word[0].isupper() for word in words) <= _MOST_CAPITALS * len(words)


def _name(tokens: Tokens, piece: Piece, people: set[int]) -> Name:
    shown = fold_spaces(shown_of(tokens, piece))
    kind = piece.kind or "other"
    full = piece.full or shown
    roles: tuple[str, ...] = ()
    if kind == "person":
        full = piece.full or " ".join(name_words(tokens, piece))
        roles = tuple(
            role
            for role in (
                read_role_before(tokens, piece.first, people),
                read_role_behind(tokens, piece.last),
            )
            if role
        )
    elif kind == "place":
        full = spellings().get(full, full)
    return Name(
        tokens.starts[piece.first],
        end_of(tokens, piece),
        kind,
        shown,
        full,
        roles,
        is_disguised(shown_of(tokens, piece)),
    )
