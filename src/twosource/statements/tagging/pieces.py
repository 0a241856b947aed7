"""A paragraph in word pieces, with the marks that the tagger was trained on.

The vocabulary of word pieces knows no capitals and no sentences: each piece carries the shape of
its word, whether a sentence or the paragraph begins there, and where it stands to quotation marks.
The twin of ``training/attribution/passages.py``; tests hold the two together.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from tokenizers import Tokenizer

LONGEST = 190
"""Pieces read in one run, as in training; a longer paragraph is cut where sentences end."""
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]{0,3}\s{1,8}(?=[\"“‘(\[]?[A-Z0-9])")
_OPENING, _CLOSING, _STRAIGHT = "“«„", "”»", '"'
_LOWER, _CAPITAL, _CAPITALS, _DIGITS, _OTHER = range(5)
_INSIDE, _BEGINS_SENTENCE, _BEGINS_PARAGRAPH = range(3)
_OUT, _WITHIN, _OPENS, _CLOSES = range(4)
_STARTS, _QUOTES = 3, 4
_SHAPES_KEPT = 16_384


class Pieces(NamedTuple):
    """Word pieces side by side: vocabulary numbers, marks, sentence numbers, places in the text."""

    ids: list[int]
    marks: list[int]
    sentences: list[int]
    places: list[tuple[int, int]]


def cut_pieces(passage: str, tokenizer: Tokenizer) -> list[Pieces]:
    """Return a paragraph's pieces, in runs of at most ``LONGEST``."""
    encoded = tokenizer.encode(passage, add_special_tokens=False)
    ids, places = encoded.ids, encoded.offsets
    if not ids:
        return []
    marks, sentences = _mark(passage, places)
    return [
        Pieces(ids[a:b], marks[a:b], sentences[a:b], places[a:b]) for a, b in _cut_runs(sentences)
    ]


def _mark(passage: str, places: list[tuple[int, int]]) -> tuple[list[int], list[int]]:
    """Return the mark and the number of the sentence of every piece."""
    starts = [m.end() for m in _SENTENCE.finditer(passage)]
    starts.append(len(passage) + 1)
    marks: list[int] = []
    sentences: list[int] = []
    sentence, within, start = 0, False, _BEGINS_PARAGRAPH
    for begin, end in places:
        word = passage[begin:end]
        while end - 1 >= starts[sentence]:
            sentence, start = sentence + 1, start or _BEGINS_SENTENCE
        if word in _OPENING or (word == _STRAIGHT and not within):
            quote, within = _OPENS, True
        elif word in _CLOSING or word == _STRAIGHT:
            quote, within = _CLOSES, False
        else:
            quote = _WITHIN if within else _OUT
        marks.append((_read_shape(word) * _STARTS + start) * _QUOTES + quote)
        sentences.append(sentence)
        start = _INSIDE
    return marks, sentences


@lru_cache(maxsize=_SHAPES_KEPT)
def _read_shape(word: str) -> int:
    """Return the shape of a piece as printed.

    >>> [_read_shape(word) for word in ("said", "Reuters", "AFP", "2016", ",")]
    [0, 1, 2, 3, 4]
    """
    if any(c.isdigit() for c in word):
        return _DIGITS
    if not any(c.isalpha() for c in word):
        return _OTHER
    if len(word) > 1 and word.isupper():
        return _CAPITALS
    return _CAPITAL if word[0].isupper() else _LOWER


def _cut_runs(sentences: list[int]) -> list[tuple[int, int]]:
    """Return where runs of at most ``LONGEST`` pieces begin and end: between sentences if it can.

    >>> _cut_runs([0] * 150 + [1] * 100)
    [(0, 150), (150, 250)]
    """
    first, runs = 0, []
    while len(sentences) - first > LONGEST:
        shortest = first + LONGEST // 4
        cut = first + LONGEST
        while cut > shortest and sentences[cut] == sentences[cut - 1]:
            cut -= 1
        if cut <= shortest:
            cut = first + LONGEST
        runs.append((first, cut))
        first = cut
    runs.append((first, len(sentences)))
    return runs
