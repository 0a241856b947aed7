"""Scores found relations against marked ones: which voices were found, with which words.

Only words count, so that a quotation mark or a comma at an edge changes nothing. Relations are
matched one to one, the best overlap first.

- ``rel_exact``: source, cue and content have exactly the words marked.
- ``rel_sc``: source and content each overlap by half (Dice >= .5), or both sides lack it.
- ``rel_ov``: source, cue and content each overlap by half.
- ``rel_c``: the content overlaps by half.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from training.attribution.reader import ROLES, Relation, Spans

WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")
MARK = re.compile("[\"“”«»]|''|``")
STEP = re.compile(r'["“”]|\w+')
HALF = 0.5
ALL_QUOTED, MOSTLY_QUOTED = 0.9, 0.75
LIKES: dict[str, Callable[[list[float]], bool]] = {
    "rel_exact": lambda d: min(d) == 1,
    "rel_ov": lambda d: min(d) >= HALF,
    "rel_sc": lambda d: d[0] >= HALF and d[2] >= HALF,
    "rel_c": lambda d: d[2] >= HALF,
}
KINDS = ("direct", "mixed", "indirect")

Words = frozenset[int]


def find_words(spans: Spans, words: list[tuple[int, int]], starts: list[int]) -> Words:
    """Return the numbers of the words that spans touch."""
    found = set()
    for start, end in spans:
        at = max(0, bisect_right(starts, start) - 1)
        while at < len(words) and words[at][0] < end:
            if words[at][1] > start:
                found.add(at)
            at += 1
    return frozenset(found)


def measure_dice(left: Words, right: Words) -> float:
    """Return the overlap of two sets of words; two empty ones are alike."""
    if not left and not right:
        return 1.0
    if not left or not right:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))


def tell_kind(spans: Spans, text: str) -> str:
    """Tell whether a content is quoted as a whole, in part or not at all."""
    if not spans:
        return "none"
    wide = " ".join(text[max(0, a - 1) : b + 1] for a, b in spans).strip()
    if not MARK.findall(wide):
        start = spans[0][0]
        paragraph = text.rfind("\n", 0, start) + 1
        opened = text[paragraph : paragraph + 1] in '"“' and paragraph <= start
        return "direct" if opened else "indirect"
    quoted = total = 0
    within = False
    for match in STEP.finditer(wide):
        sign = match.group()
        if sign in "“”":
            within = sign == "“"
        elif sign == '"':
            within = not within
        else:
            total += 1
            quoted += within
    share = quoted / max(total, 1)
    if share >= ALL_QUOTED or (wide[:1] in '"“' and share > MOSTLY_QUOTED):
        return "direct"
    return "mixed" if share > 0 else "indirect"


def measure_f1(right: int, found: int, marked: int) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    precision = right / found if found else 0.0
    recall = right / marked if marked else 0.0
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0


def match_pairs(
    pairs: list[tuple[float, int, int, list[float]]], alike: Callable[[list[float]], bool]
) -> list[tuple[int, int]]:
    """Return marked and found relations matched one to one, the best overlap first."""
    marked: set[int] = set()
    found: set[int] = set()
    matched = []
    for _, i, j, dice in sorted(pairs, key=lambda p: -p[0]):
        if i not in marked and j not in found and alike(dice):
            marked.add(i)
            found.add(j)
            matched.append((i, j))
    return matched


@dataclass
class Score:
    """Counts over the articles seen so far."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    def add(self, text: str, marked: list[Relation], found: list[Relation]) -> list[int]:
        """Count one article; return for each found relation 1 where ``rel_sc`` holds, else 0."""
        words = [m.span() for m in WORD.finditer(text)]
        starts = [a for a, _ in words]
        gold = [{r: find_words(g[r], words, starts) for r in ROLES} for g in marked]
        ours = [{r: find_words(p[r], words, starts) for r in ROLES} for p in found]
        places = [j for j, p in enumerate(ours) if p["Content"] or p["Cue"]]
        ours = [ours[j] for j in places]
        for role in ROLES:
            self.count_role(role, [g[role] for g in gold], [p[role] for p in ours])
        pairs = []
        for i, g in enumerate(gold):
            for j, p in enumerate(ours):
                dice = [measure_dice(g[role], p[role]) for role in ROLES]
                if dice[1] > 0 or dice[2] > 0:
                    pairs.append((dice[2] + dice[0] * 0.7 + dice[1] * 0.9, i, j, dice))
        kinds = [tell_kind(g["Content"], text) for g in marked]
        self.counts["relations", "marked"] += len(gold)
        self.counts["relations", "found"] += len(ours)
        for kind in kinds:
            self.counts[kind, "marked"] += 1
        right = [0] * len(found)
        for name, alike in LIKES.items():
            matched = match_pairs(pairs, alike)
            self.counts[name, "right"] += len(matched)
            if name == "rel_sc":
                for i, j in matched:
                    self.counts[kinds[i], "right"] += 1
                    right[places[j]] = 1
        return right

    def count_role(self, role: str, gold: list[Words], ours: list[Words]) -> None:
        """Count words and exact spans of one role."""
        marked: set[int] = set().union(*gold)
        found: set[int] = set().union(*ours)
        self.counts[f"{role} words", "right"] += len(marked & found)
        self.counts[f"{role} words", "marked"] += len(marked)
        self.counts[f"{role} words", "found"] += len(found)
        exact, given = {g for g in gold if g}, {p for p in ours if p}
        self.counts[f"{role} exact", "right"] += len(exact & given)
        self.counts[f"{role} exact", "marked"] += len(exact)
        self.counts[f"{role} exact", "found"] += len(given)

    def relation(self, name: str) -> tuple[float, float, float]:
        """Return precision, recall and F1 of relations alike in one way."""
        c = self.counts
        return measure_f1(c[name, "right"], c["relations", "found"], c["relations", "marked"])

    def report(self) -> dict[str, float]:
        """Return all figures by name, F1 unless the name says otherwise."""
        c = self.counts
        figures: dict[str, float] = {}
        for name in LIKES:
            precision, recall, f1 = self.relation(name)
            figures |= {name: f1, f"{name} precision": precision, f"{name} recall": recall}
        for role in ROLES:
            for way in ("words", "exact"):
                name = f"{role} {way}"
                f1 = measure_f1(c[name, "right"], c[name, "found"], c[name, "marked"])[2]
                figures[name.lower()] = f1
        for kind in KINDS:
            figures[f"{kind} recall"] = c[kind, "right"] / max(1, c[kind, "marked"])
        figures["found"], figures["marked"] = c["relations", "found"], c["relations", "marked"]
        return figures


def show(figures: dict[str, float]) -> str:
    """Return the figures in one line, in hundredths."""
    return "  ".join(
        f"{name} {100 * value:.1f}" if value <= 1 else f"{name} {value:.0f}"
        for name, value in figures.items()
    )
