"""Prints a passage as another house might: quotation marks, capitals, datelines, odds and ends."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from tokenizers import Tokenizer

from training.attribution.passages import (
    CAPITAL,
    CAPITALS,
    CLOSES,
    LOWER,
    OPENS,
    OUT,
    QUOTES,
    STARTS,
    cut_pieces,
)
from training.attribution.prepare import AnyLine, Line, Numbers

SIGNS = "“”\"'"
STYLES = ("curly", "straight", "single", "missing")
SHAPE_STEP = STARTS * QUOTES
BEFORE = (
    "LONDON (Reuters) -",
    "WASHINGTON (AP) —",
    "PARIS, March 3 (AFP) -",
    "BERLIN —",
    "By a staff reporter",
    "By Joan Miller and Tom Reed, Staff Writers",
    "Updated 10:42 a.m. ET, July 12",
    "Photo: Getty Images",
    "Image caption",
    "Advertisement",
    "BREAKING:",
    "Analysis |",
    "Share Tweet Email Print",
    "Comments (14)",
    "Story continues below",
    "* ",
    "- ",
)
AFTER = (
    "Read more: what we know so far",
    "Follow us on Twitter and Facebook",
    "(Reporting by Joan Miller; Editing by Tom Reed)",
    "(Associated Press)",
    "Sign up for our morning newsletter",
    "All rights reserved. This material may not be published or redistributed.",
    "Related: five things to watch this week",
    "Continue reading the main story",
    "Click here to subscribe",
    "3 min read",
)


def restyle(row: AnyLine, style: str, signs: dict[str, int]) -> AnyLine:
    """Return the passage with its quotation marks as another house prints them."""
    quote = row.marks % QUOTES
    at = (quote == OPENS) | (quote == CLOSES)
    if not at.any():
        return row
    if style == "missing":
        return replace(row, marks=row.marks - quote + OUT).drop(~at)
    ids = row.ids.copy()
    if style == "curly":
        ids[quote == OPENS], ids[quote == CLOSES] = signs["“"], signs["”"]
        return replace(row, ids=ids)
    ids[at] = signs['"' if style == "straight" else "'"]
    if style == "straight":
        return replace(row, ids=ids)
    return replace(row, ids=ids, marks=row.marks - quote + OUT)


def capitalise(row: AnyLine, begins: Numbers | None) -> AnyLine:
    """Return the passage as a headline: in capitals, or each word with one.

    ``begins`` is 1 for every piece of the vocabulary that begins a word; without it all letters
    become capitals.
    """
    shape = row.marks // SHAPE_STEP
    if begins is None:
        shaped = np.where((shape == LOWER) | (shape == CAPITAL), CAPITALS, shape)
    else:
        shaped = np.where((shape == LOWER) & (begins[row.ids] > 0), CAPITAL, shape)
    return replace(row, marks=shaped * SHAPE_STEP + row.marks % SHAPE_STEP)


@dataclass(frozen=True, kw_only=True)
class Print:
    """What is needed to print passages in other ways, in the numbers of one vocabulary."""

    signs: dict[str, int]
    begins: Numbers
    before: list[Line]
    after: list[Line]


def cut_line(text: str, tokenizer: Tokenizer) -> Line:
    """Return a short text as a passage."""
    pieces = cut_pieces(text, tokenizer)
    return Line(
        ids=np.array(pieces.ids, np.int64),
        marks=np.array(pieces.marks, np.int64),
        sentences=np.zeros(len(pieces.ids), np.int64),
    )


def find_signs(tokenizer: Tokenizer) -> dict[str, int]:
    """Return the number of each quotation mark."""
    vocabulary: dict[str, int] = tokenizer.get_vocab()
    return {sign: vocabulary[sign] for sign in SIGNS}


def set_print(tokenizer: Tokenizer) -> Print:
    """Return what is needed to print passages in other ways."""
    begins = np.zeros(tokenizer.get_vocab_size(), np.int64)
    for piece, number in tokenizer.get_vocab().items():
        begins[number] = not piece.startswith("##")
    return Print(
        signs=find_signs(tokenizer),
        begins=begins,
        before=[cut_line(text, tokenizer) for text in BEFORE],
        after=[cut_line(text, tokenizer) for text in AFTER],
    )
