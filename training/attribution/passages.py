"""Cuts an article into passages and each passage into word pieces with marks.

A passage is a paragraph: more than 99 in 100 relations of PolNeAR lie within one. A piece carries
marks that the word-piece vocabulary, which knows no capitals and no line breaks, cannot show: the
shape of the word, whether it begins a sentence or a paragraph, and where it stands to quotation
marks.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from tokenizers import Tokenizer

SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]{0,3}\s{1,8}(?=[\"“‘(\[]?[A-Z0-9])")
OPENING, CLOSING, STRAIGHT = "“«„", "”»", '"'

LOWER, CAPITAL, CAPITALS, DIGITS, OTHER = range(5)
SHAPES = 5
INSIDE_TEXT, BEGINS_SENTENCE, BEGINS_PARAGRAPH = range(3)
STARTS = 3
OUT, WITHIN, OPENS, CLOSES = range(4)
QUOTES = 4
MARKS = SHAPES * STARTS * QUOTES
LONGEST = 190  # pieces of a passage; a longer paragraph is cut between sentences


@dataclass(frozen=True, kw_only=True)
class Pieces:
    """The word pieces of a text: vocabulary numbers, character spans and marks."""

    ids: list[int]
    spans: list[tuple[int, int]]
    marks: list[int]
    sentences: list[int]  # for each piece the number of its sentence
    paragraphs: list[tuple[int, int]]  # first piece and piece after the last


def find_starts(text: str) -> tuple[list[int], list[int]]:
    """Return where paragraphs and where sentences begin, as offsets."""
    paragraphs = [m.start() for m in re.finditer(r"[^\n]+", text)]
    sentences = sorted({*paragraphs, *(m.end() for m in SENTENCE.finditer(text))})
    return paragraphs, sentences


def read_shape(word: str) -> int:
    """Return the shape of a piece as printed.

    >>> [read_shape(word) for word in ("said", "Reuters", "AFP", "2016", ",")]
    [0, 1, 2, 3, 4]
    """
    if any(c.isdigit() for c in word):
        return DIGITS
    if not any(c.isalpha() for c in word):
        return OTHER
    if len(word) > 1 and word.isupper():
        return CAPITALS
    return CAPITAL if word[0].isupper() else LOWER


def read_quotes(words: list[str], begins: list[bool]) -> list[int]:
    """Return for each piece how it stands to quotation marks; a new paragraph closes all.

    >>> read_quotes(["“", "No", "”", "he"], [True, False, False, False])
    [2, 1, 3, 0]
    """
    states, within = [], False
    for word, new in zip(words, begins, strict=True):
        if new:
            within = False
        if word in OPENING or (word == STRAIGHT and not within):
            states.append(OPENS)
            within = True
        elif word in CLOSING or word == STRAIGHT:
            states.append(CLOSES)
            within = False
        else:
            states.append(WITHIN if within else OUT)
    return states


def find_changes(numbers: list[int]) -> list[int]:
    """Return where a row of numbers changes, its start included.

    >>> find_changes([4, 4, 7])
    [0, 2]
    """
    return [i for i, n in enumerate(numbers) if i == 0 or n != numbers[i - 1]]


def cut_pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """Return the pieces of a text with their marks."""
    encoded = tokenizer.encode(text, add_special_tokens=False)
    spans = [(a, b) for a, b in encoded.offsets]
    words = [text[a:b] for a, b in spans]
    paragraph_starts, sentence_starts = find_starts(text)
    paragraphs = [bisect_right(paragraph_starts, b - 1) - 1 for _, b in spans]
    sentences = [bisect_right(sentence_starts, b - 1) - 1 for _, b in spans]
    bounds = find_changes(paragraphs)
    starts = [INSIDE_TEXT] * len(spans)
    for i in find_changes(sentences):
        starts[i] = BEGINS_SENTENCE
    for i in bounds:
        starts[i] = BEGINS_PARAGRAPH
    quotes = read_quotes(words, [s == BEGINS_PARAGRAPH for s in starts])
    marks = [
        (read_shape(word) * STARTS + start) * QUOTES + quote
        for word, start, quote in zip(words, starts, quotes, strict=True)
    ]
    return Pieces(
        ids=list(encoded.ids),
        spans=spans,
        marks=marks,
        sentences=sentences,
        paragraphs=list(zip(bounds, [*bounds[1:], len(spans)], strict=True)) if bounds else [],
    )


def cut_long(first: int, last: int, sentences: list[int], longest: int) -> list[tuple[int, int]]:
    """Return a run of pieces cut to at most ``longest``, between sentences if it can be."""
    cuts = []
    while last - first > longest:
        cut = first + longest
        while cut > first + longest // 4 and sentences[cut] == sentences[cut - 1]:
            cut -= 1
        if cut <= first + longest // 4:
            cut = first + longest
        cuts.append((first, cut))
        first = cut
    cuts.append((first, last))
    return cuts


def list_passages(pieces: Pieces, longest: int = LONGEST) -> list[tuple[int, int]]:
    """Return the passages of a text: its paragraphs, the long ones cut."""
    return [
        cut
        for first, last in pieces.paragraphs
        for cut in cut_long(first, last, pieces.sentences, longest)
    ]
