"""What a reader goes by when telling an article's lines from the page around them, as numbers.

One row of numbers a line: what it looks like, its length and signs, where it stands, whether it is
said again, whether its words belong to the running text before and after it, and, on a web page,
what the markup says. The labeller (``labeller.py``) learned what the numbers mean.
"""

from __future__ import annotations

import re
from math import log1p
from typing import Final, NamedTuple, get_args
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from twosource.articles.datelines import read_dateline
from twosource.articles.evidence import Line, Look

Numbers = NDArray[np.float32]

_LOOKS: Final = {look: place for place, look in enumerate(get_args(Look))}
_ZONES: Final = {
    zone: place
    for place, zone in enumerate(
        ("nav", "footer", "aside", "form", "figure", "comment", "standfirst", "hidden")
    )
}
_TAGS: Final = {
    tag: place
    for place, tag in enumerate(
        ("p", "li", "div", "td", "blockquote", "figcaption", "pre", "span", "dd", "section")
    )
}
_LEVELS: Final = 4
_READ: Final = 200
"""Letters of a line whose signs are counted; longer lines are paragraphs anyway."""
_OPENING: Final = 60
_BULLET: Final = re.compile(r"^[•·▪‣*–—-]\s|^\d{1,2}[.)]\s")
_CLOCK: Final = re.compile(r"\b\d{1,2}[:.]\d\d\b")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_ADDRESS: Final = re.compile(r"https?://|www\.|\w@\w|\.com\b", re.IGNORECASE)
_SENTENCE: Final = re.compile(r"[.!?][\"”’')]{0,2}\s[\"“‘']?[A-Z]")
_LITTLE: Final = frozenset(
    "the of and to in a that was for on is with as at by from it he she they his her their had has "
    "have are were be been not but this which who will would an or its after said".split()
)
_SPEECH: Final = frozenset(
    "said says told tells added according reported announced asked warned wrote called".split()
)
_READER: Final = frozenset("you your we our us i my me".split())
_BUCKETS: Final = 4096
_BAG_WORDS: Final = 14
"""Lines of so many words say what they are by their words; longer ones by their two ends."""
_END_WORDS: Final = 3
_TELLING: Final = 4
"""Letters from which on a word tells what a text is about."""
_WINDOW_WORDS: Final = 250
_REPEAT_REACH: Final = 8
_EDGE: Final = 40.0


def _one_of(count: int) -> list[tuple[float, ...]]:
    """Return rows that say which one of ``count`` it is; the last says none of them."""
    return [*(tuple(float(i == k) for i in range(count)) for k in range(count)), (0.0,) * count]


_ONE_OF_LOOKS: Final = _one_of(len(_LOOKS))
_ONE_OF_ZONES: Final = _one_of(len(_ZONES))
_ONE_OF_TAGS: Final = _one_of(len(_TAGS) + 1)
_ONE_OF_LEVELS: Final = _one_of(_LEVELS)


_NO_WORDS: Final = np.zeros(0, dtype=np.int64)


class Traits(NamedTuple):
    """The numbers of a page's lines: a row each, and their words as numbers of buckets."""

    rows: Numbers
    buckets: NDArray[np.int64]
    starts: NDArray[np.int64]


def measure_lines(lines: list[Line], title: str = "", *, rich: bool = False) -> Traits:
    """Return the numbers of all lines of a page; ``title`` is the page's own, folded."""
    if not lines:
        return Traits(np.zeros((0, len(NAMES)), np.float32), _NO_WORDS, _NO_WORDS)
    tokens = [line.folded.split() for line in lines]
    own = [_measure_one(line, words) for line, words in zip(lines, tokens, strict=True)]
    spaced = any(line.block.gap for line in lines)
    titled = frozenset(title.split())
    count = len(lines)
    telling = [frozenset([w for w in words if len(w) >= _TELLING]) for words in tokens]
    around = _measure_cohesion(lines, telling)
    repeats = _measure_repeats(lines)
    rows: list[tuple[float, ...]] = []
    for i, line in enumerate(lines):
        block = line.block
        shared = len(titled.intersection(tokens[i])) / max(1, len(tokens[i])) if titled else 0.0
        rows.append(
            (
                *own[i],
                float(spaced),
                min(block.gap, 3) / 3,
                i / count,
                min(i, _EDGE) / _EDGE,
                min(count - 1 - i, _EDGE) / _EDGE,
                log1p(count) / 6,
                *repeats[i],
                *around[i],
                float(bool(titled)),
                shared,
                float(bool(titled) and line.folded == title),
                float(rich),
                float(i > 0 and block.piece != lines[i - 1].block.piece),
                float(block.piece >= 0),
            )
        )
    held, starts = _bucket_words(lines, tokens)
    return Traits(np.array(rows, dtype=np.float32), held, starts)


def _measure_one(line: Line, words: list[str]) -> tuple[float, ...]:
    block = line.block
    text = block.text[:_READ]
    letters = max(1, len(text))
    count = max(1, len(words))
    upper = sum(map(str.isupper, text)) / letters
    digits = sum(map(str.isdigit, text)) / letters
    pieces = text.split()
    capitals = sum([w[0].isupper() for w in pieces]) / max(1, len(pieces))
    said = frozenset(words)
    opening = text[:_OPENING]
    return (
        *_ONE_OF_LOOKS[_LOOKS[line.look]],
        log1p(line.words) / 5,
        log1p(len(block.text)) / 7,
        float(line.terminal),
        upper,
        digits,
        capitals,
        min(text.count(","), 6) / 6,
        min(text.count(".") + text.count("!"), 6) / 6,
        float('"' in text or "“" in text or "”" in text),
        float(text.endswith(":")),
        float(text.endswith(("...", "…", "»", ">"))),
        float(_BULLET.match(text) is not None),
        float(opening[:1].isdigit()),
        float(opening[:1].islower()),
        float("|" in text or "•" in text or "·" in text or "»" in text),
        float(_ADDRESS.search(text) is not None),
        float("©" in text),
        float("?" in text),
        float(opening.isupper()),
        min(len(_SENTENCE.findall(text)), 5) / 5,
        len(_LITTLE.intersection(said)) / min(count, 20),
        float(bool(_SPEECH & said)),
        float(bool(_READER & said)),
        float(_YEAR.search(opening) is not None),
        float(_CLOCK.search(opening) is not None),
        float(line.terminal and line.words > _END_WORDS and _has_dateline(text)),
        *_ONE_OF_ZONES[_ZONES.get(block.zone, -1)],
        *_ONE_OF_TAGS[_TAGS.get(block.tag, len(_TAGS)) if block.tag else -1],
        *_ONE_OF_LEVELS[min(block.level, _LEVELS) - 1],
        float(bool(block.tag)),
        block.link_share,
        float(block.held is True),
        float(block.held is False),
        float(bool(block.dated)),
    )


def _has_dateline(text: str) -> bool:
    return read_dateline(text) is not None


def _measure_repeats(lines: list[Line]) -> list[tuple[float, ...]]:
    places: dict[str, list[int]] = {}
    for i, line in enumerate(lines):
        if line.folded:
            places.setdefault(line.folded, []).append(i)
    found: list[tuple[float, ...]] = [(0.0,) * 4] * len(lines)
    for same in places.values():
        if len(same) == 1:
            continue
        for k, i in enumerate(same):
            before = same[k - 1] if k else -_REPEAT_REACH - 1 + i
            after = same[k + 1] if k + 1 < len(same) else i + _REPEAT_REACH + 1
            found[i] = (
                log1p(len(same)) / 3,
                float(i - before <= _REPEAT_REACH),
                float(after - i <= _REPEAT_REACH),
                float(k > 0),
            )
    return found


def _measure_cohesion(
    lines: list[Line], telling: list[frozenset[str]]
) -> list[tuple[float, float, float, float, float, float]]:
    """Return how far each line's words stand in the running text before it and after it.

    And how alike the running texts on its two sides are: a new article changes the words.
    """
    count = len(lines)
    running = [i for i in range(count) if lines[i].look in {"prose", "sentence"} and telling[i]]
    after = _windows(running, telling, count, step=-1)
    before = _windows(running, telling, count, step=1)
    core: dict[str, int] = {}
    for i in running:
        for word in telling[i]:
            core[word] = core.get(word, 0) + 1
    found = []
    for i in range(count):
        own = telling[i]
        size = max(1, len(own))
        back, ahead = before[i], after[i]
        common = sum(core.get(word, 0) > (lines[i].look in {"prose", "sentence"}) for word in own)
        least = min(len(back), len(ahead))
        found.append(
            (
                len(own & back) / size,
                len(own & ahead) / size,
                common / size,
                len(back & ahead) / least if least else 0.0,
                min(1.0, len(back) / 60),
                min(1.0, len(ahead) / 60),
            )
        )
    return found


def _windows(
    running: list[int], telling: list[frozenset[str]], count: int, *, step: int
) -> list[frozenset[str]]:
    """Return, for each line, the telling words of the running text next to it on one side.

    A line of running text is in its own window on neither side.
    """
    found: list[frozenset[str]] = [frozenset()] * count
    row = running if step == 1 else running[::-1]
    order = range(count) if step == 1 else range(count - 1, -1, -1)
    held: list[int] = []
    now: frozenset[str] = frozenset()
    place = 0
    for i in order:
        found[i] = now
        if place < len(row) and row[place] == i:
            place += 1
            held.append(i)
            total = sum(len(telling[k]) for k in held)
            while len(held) > 1 and total - len(telling[held[0]]) >= _WINDOW_WORDS:
                total -= len(telling[held.pop(0)])
            now = frozenset().union(*(telling[k] for k in held))
    return found


def _bucket_words(
    lines: list[Line], tokens: list[list[str]]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return the words of each line as buckets, one line after the other, and where each begins."""
    held: list[int] = []
    starts: list[int] = []
    for line, words in zip(lines, tokens, strict=True):
        starts.append(len(held))
        if line.words <= _BAG_WORDS:
            said = [f"^{word}" for word in words[:1]] + words
        else:
            said = [f"^{' '.join(words[:1])}", f"^{' '.join(words[:2])}"]
            tail = line.block.text[-_OPENING:].casefold().split()[-_END_WORDS:]
            said += [f"{word}$" for word in tail]
        held += [crc32(word.encode("utf-8", "surrogatepass")) % _BUCKETS for word in said]
        if not said:
            held.append(0)
    return np.array(held, dtype=np.int64), np.array(starts, dtype=np.int64)


NAMES: Final = (
    *(f"look:{look}" for look in _LOOKS),
    "words", "letters", "terminal", "upper", "digits", "capitals", "commas", "stops", "quotes",
    "colon", "dots", "bullet", "number", "small", "bars", "address", "copyright", "question",
    "shouted", "sentences", "little", "speech", "reader", "year", "clock", "dateline",
    *(f"zone:{zone}" for zone in _ZONES),
    *(f"tag:{tag}" for tag in _TAGS), "tag:other",
    *(f"level:{level}" for level in range(1, _LEVELS + 1)),
    "marked", "links", "held", "left", "dated",
    "spaced", "gap", "place", "from-top", "from-end", "lines",
    "said", "said-before", "said-after", "said-again",
    "back", "ahead", "common", "alike", "back-words", "ahead-words",
    "titled", "title-words", "title", "rich", "piece", "in-piece",
)  # fmt: skip
"""What each number of a row says."""
