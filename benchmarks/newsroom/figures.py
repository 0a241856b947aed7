"""What came out of a run, to be set beside the facts that it was to follow."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Final

from rapidfuzz.distance import Levenshtein

from benchmarks.newsroom.collisions import body_text
from benchmarks.newsroom.editions import Edition
from benchmarks.newsroom.records import Row

QUANTILES: Final = (0.1, 0.25, 0.5, 0.75, 0.9)
_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?”\"])\s+")
_PAIRS_A_FAMILY: Final = 3
_SAME_SENTENCE: Final = 0.3
_JACCARD_RUN: Final = 3
_UNCHANGED: Final = 1e-9


@dataclass(slots=True)
class Figures:
    """Distributions measured over a run, one value a pair, a family or a claim."""

    jaccard: list[float] = field(default_factory=list)
    length_ratio: list[float] = field(default_factory=list)
    edit_rate: list[float] = field(default_factory=list)
    witnesses: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)
    lines: Counter[int] = field(default_factory=Counter)
    kinds: Counter[str] = field(default_factory=Counter)
    counts: Counter[str] = field(default_factory=Counter)


def measure(editions: Iterable[Edition]) -> Figures:
    """Return the figures of a run; editions are let go one by one."""
    found = Figures()
    chance = Random(1)  # noqa: S311 - the same pairs at every run
    for edition in editions:
        articles = {row["id"]: row for page in edition.pages for row in page.articles}
        kinds = {row["copy"]: row["kind"] for row in edition.rows["derivations"]}
        found.kinds.update(kinds.values())
        found.counts["pages"] += len(edition.pages)
        found.counts["articles"] += len(articles)
        for name in ("families", "stories", "statements", "claims"):
            found.counts[name] += len(edition.rows[name])
        found.counts["families with lost texts"] += sum(
            bool(row["lost"]) for row in edition.rows["families"]
        )
        for claim in edition.rows["claims"]:
            if claim["about"] == "world":
                found.lines[claim["lines"]] += 1
        for family in edition.rows["families"]:
            found.witnesses.append(len(family["witnesses"]))
            for one, other in _some_pairs(family["witnesses"], articles, chance):
                _compare(found, one, other, kinds)
        found.words += [len(_WORD.findall(body_text(row))) for row in articles.values()]
    return found


def _some_pairs(
    witnesses: Sequence[str], articles: dict[str, Row], chance: Random
) -> Iterator[tuple[Row, Row]]:
    """Yield a few pairs of a family's witnesses by different publishers."""
    for _ in range(_PAIRS_A_FAMILY if len(witnesses) > 1 else 0):
        one, other = (articles[w] for w in chance.sample(list(witnesses), 2))
        if one["outlet"] != other["outlet"] and one["headline"] and other["headline"]:
            yield one, other


def _compare(found: Figures, one: Row, other: Row, kinds: dict[str, str]) -> None:
    texts = body_text(one), body_text(other)
    words = [_WORD.findall(text.lower()) for text in texts]
    runs = [{tuple(w[at : at + _JACCARD_RUN]) for at in range(len(w) - 2)} for w in words]
    found.jaccard.append(len(runs[0] & runs[1]) / max(1, len(runs[0] | runs[1])))
    if not {kinds.get(one["id"]), kinds.get(other["id"])} & {"rewrite", "merged"}:
        lengths = sorted(len(w) for w in words)
        found.length_ratio.append(lengths[0] / max(1, lengths[1]))
        found.edit_rate.append(edit_rate(*texts))


def edit_rate(one: str, other: str) -> float:
    """Return the share of words changed inside the sentences that two texts have in common."""
    sentences = [[_WORD.findall(s) for s in _SENTENCE_END.split(t)] for t in (one, other)]
    edits = length = 0
    for words in sentences[0]:
        best = min((Levenshtein.distance(words, theirs), len(theirs)) for theirs in sentences[1])
        if best[0] <= _SAME_SENTENCE * max(len(words), 1):
            edits += best[0]
            length += max(len(words), best[1])
    return edits / max(1, length)


def quantiles(values: Sequence[float]) -> tuple[float, ...]:
    """Return the values at 10, 25, 50, 75 and 90 percent."""
    ranked = sorted(values)
    if not ranked:
        return tuple(0.0 for _ in QUANTILES)
    return tuple(ranked[min(len(ranked) - 1, int(q * len(ranked)))] for q in QUANTILES)


def unchanged(values: Sequence[float]) -> float:
    """Return the share of pairs without any edit."""
    return sum(v < _UNCHANGED for v in values) / max(1, len(values))
