"""Which lines of a page are its article's, told by the article's known text, title, author, date.

The published sets give the text of a page's article, not its lines. A line is of the body when its
words stand in that text, in order; what stands between the headline and the body is head. A mark
says which kinds a line may be: many are known only as "not of the body".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

from twosource.articles.evidence import Line
from twosource.articles.labeller import KINDS, REGIONS

BODY: Final = ("body", "subhead")
_NUMBER: Final[dict[str, int]] = {kind: place for place, kind in enumerate(KINDS)}
_OUT, _HEAD, _TEXT = (REGIONS.index(name) for name in ("outside", "head", "body"))
_WORD: Final = re.compile(r"\w+")
_SURE_LETTERS: Final = 25
_COVERED: Final = 0.6
_FEW_WORDS: Final = 4
_MARGIN: Final = 8
_HEAD_REACH: Final = 60
_HEADS_APART: Final = 10
_BYLINE_WORDS: Final = 20
_TITLE_COVERED: Final = 0.8


class Marks(NamedTuple):
    """What is known of a page's lines: kinds allowed, region (-1: not known), where heads begin."""

    kinds: NDArray[np.bool_]
    regions: NDArray[np.int8]
    starts: NDArray[np.int8]


def words_of(text: str) -> list[str]:
    """Return the words by which lines and texts are compared."""
    return _WORD.findall(text.casefold())


def allow(*kinds: str) -> NDArray[np.bool_]:
    """Return a row that allows the kinds named."""
    row = np.zeros(len(KINDS), dtype=np.bool_)
    row[[_NUMBER[kind] for kind in kinds]] = True
    return row


def forbid(*kinds: str) -> NDArray[np.bool_]:
    """Return a row that allows all kinds but those named."""
    return ~allow(*kinds)


def find_body(lines: list[Line], main: str) -> list[bool]:
    """Tell of each line whether it is part of the article's known text."""
    tokens = [words_of(line.block.text) for line in lines]
    wanted = words_of(main)
    span = _sure_span(lines, main)
    found = [False] * len(lines)
    if span is None or not wanted:
        return found
    first, stop = max(0, span[0] - _MARGIN), min(len(lines), span[1] + _MARGIN)
    flat: list[str] = []
    owner: list[int] = []
    for i in range(first, stop):
        flat += tokens[i]
        owner += [i] * len(tokens[i])
    matched: dict[int, list[int]] = {}
    for op in LCSseq.opcodes(flat, wanted):
        if op.tag == "equal":
            for k in range(op.src_end - op.src_start):
                matched.setdefault(owner[op.src_start + k], []).append(op.dest_start + k)
    before = -2
    own_lines = {" ".join(words_of(row)) for row in main.split("\n")}
    for i in range(first, stop):
        places = matched.get(i, [])
        size = len(tokens[i])
        if not places or len(places) < _COVERED * size:
            continue
        whole = len(places) == size and places[-1] - places[0] == size - 1
        joined = whole and (places[0] == before + 1 or " ".join(tokens[i]) in own_lines)
        if size >= _FEW_WORDS or joined:
            found[i] = True
            before = places[-1]
    return found


def _sure_span(lines: list[Line], main: str) -> tuple[int, int] | None:
    """Return between which lines the text surely stands: the heaviest chain of its long lines."""
    squeezed = "".join(words_of(main))
    spots: list[tuple[int, int, int]] = []
    for i, line in enumerate(lines):
        own = "".join(words_of(line.block.text))
        if len(own) < _SURE_LETTERS:
            continue
        place = squeezed.find(own)
        if place >= 0:
            spots.append((i, place, len(own)))
    if not spots:
        return None
    # The heaviest chain of growing places, by a tree of prefix maxima.
    places = sorted({place for _, place, _ in spots})
    tree: list[tuple[int, int]] = [(0, -1)] * (len(places) + 1)
    back: list[tuple[int, int]] = []
    best = (0, -1)
    for number, (_, place, weight) in enumerate(spots):
        at = bisect_left(places, place)
        k, top = at, (0, -1)
        while k > 0:
            top = max(top, tree[k])
            k -= k & -k
        total = top[0] + weight
        back.append((total, top[1]))
        best = max(best, (total, number))
        k = at + 1
        while k <= len(places):
            tree[k] = max(tree[k], (total, number))
            k += k & -k
    number = best[1]
    last = spots[number][0]
    while back[number][1] >= 0:
        number = back[number][1]
    return spots[number][0], last + 1


def mark_page(lines: list[Line], main: str, title: str, author: str) -> Marks:
    """Mark the lines of a page that holds one known article."""
    count = len(lines)
    kinds = np.tile(forbid(*BODY, "headline", "standfirst"), (count, 1))
    regions = np.zeros(count, dtype=np.int8)
    starts = np.zeros(count, dtype=np.int8)
    body = find_body(lines, main)
    if not any(body):
        return Marks(kinds, np.full(count, -1, dtype=np.int8), starts - 1)
    first = body.index(True)
    last = count - 1 - body[::-1].index(True)
    regions[first : last + 1] = _TEXT
    for i in range(first, last + 1):
        kinds[i] = allow(*BODY) if body[i] else forbid(*BODY, "headline")
    begin = first
    wanted = words_of(title)
    heads = [
        i for i in range(max(0, first - _HEAD_REACH), first) if wanted and _says(lines[i], wanted)
    ]
    if heads:
        begin = heads[-1]
        for i in heads[-2::-1]:
            if begin - i <= _HEADS_APART:
                begin = i
        regions[begin:first] = _HEAD
    name = words_of(author)
    for i in range(begin, first):
        kinds[i] = _head_kinds(lines[i], wanted, name)
    starts[begin] = 1
    return Marks(kinds, regions, starts)


def _head_kinds(line: Line, title: list[str], name: list[str]) -> NDArray[np.bool_]:
    if _says(line, title):
        return allow("headline")
    own = words_of(line.block.text)
    if name and len(own) <= _BYLINE_WORDS and set(name) <= set(own):
        return allow("byline", "date") if line.look == "date" else allow("byline")
    if line.look == "date":
        return allow("date")
    return forbid(*BODY, "headline")


def _says(line: Line, title: list[str]) -> bool:
    own = words_of(line.block.text)
    if not own or not title or abs(len(own) - len(title)) > max(2, len(title) // 3):
        return False
    common = len(set(own) & set(title))
    return common >= _TITLE_COVERED * max(len(set(own)), len(set(title)))
