"""Coordinated sources: "Western, South Korean and Ukrainian agencies" are three groups."""

from __future__ import annotations

from twosource.statements.mentions import Bit, is_name_word, opens_description
from twosource.text.names import known_country
from twosource.text.names.vocabulary import (
    DETERMINERS,
    ORGANISATION_WORDS,
    PLURAL_UNNAMED,
    SPEAKING_NOUNS,
    TITLES,
)

_MEMBERS = PLURAL_UNNAMED - ORGANISATION_WORDS - {"services", "forces"}
_LONGEST_PLACE = 2
_PLACE_ENDINGS = ("an", "ish", "ese", "ian", "ic", "i", "ch", "ern")


def part_groups(bits: list[Bit]) -> list[list[Bit]]:
    """Part a source phrase into its groups; those that share their last word each get it."""
    limit = next((i for i, b in enumerate(bits) if i and opens_description(b)), len(bits))
    for at in range(limit, len(bits) - 1):
        if bits[at].folded in {"and", "nor"} and _begins_source(bits[at + 1 :]):
            return [*part_groups(bits[:at]), *part_groups(bits[at + 1 :])]
    cuts = [i for i, b in enumerate(bits[:limit]) if b.folded in {"and", "&", "nor"}]
    if not cuts:
        return [bits]
    commas = [i for i, b in enumerate(bits[: cuts[-1]]) if b.folded == ","]
    pieces = _cut(bits, [*commas, *cuts])
    tail = pieces[-1]
    head = next(
        (i for i, b in enumerate(tail) if not b.is_capital and b.folded not in DETERMINERS), None
    )
    if head and all(_is_place_like(piece) for piece in (*pieces[:-1], tail[:head])):
        return [*([*piece, *tail[head:]] for piece in pieces[:-1]), tail]
    if not all(_can_speak(piece) for piece in pieces):
        return [bits]
    return pieces


def _cut(bits: list[Bit], cuts: list[int]) -> list[list[Bit]]:
    """Cut a phrase at these places, left to right; a cut behind a later one is passed over."""
    pieces: list[list[Bit]] = []
    at = 0
    for cut in cuts:
        if cut < at:
            continue
        pieces.append(bits[at:cut])
        at = cut + 1
    pieces.append(bits[at:])
    return [p for p in pieces if p]


def _begins_source(bits: list[Bit]) -> bool:
    """Tell whether what follows "and" is a source of its own: "… and former engineers of X"."""
    stop = next(
        (i for i, b in enumerate(bits) if i and (opens_description(b) or b.folded == ",")),
        len(bits),
    )
    core = bits[:stop]
    if core[-1].folded in _MEMBERS:
        return True
    return any(b.folded in TITLES for b in core[:-1]) and is_name_word(core[-1])


def _is_place_like(piece: list[Bit]) -> bool:
    named = [b for b in piece if b.folded not in DETERMINERS]
    if not named or not all(is_name_word(b) for b in named):
        return False
    return known_country(" ".join(b.text for b in named)) is not None or (
        len(named) <= _LONGEST_PLACE and named[-1].folded.endswith(_PLACE_ENDINGS)
    )


def _can_speak(piece: list[Bit]) -> bool:
    return any(b.folded in SPEAKING_NOUNS or is_name_word(b) for b in piece)
