"""The simulated press, hard to recognise: who shares a text, of which kind, and which rewrites.

The truth's own articles are given to the program, so that what is measured is families alone.

* **pairs**: two articles are of one family, in truth and as found.
* **kinds**, over all records: the true kind is what changes most on the way from one text to the
  other in the true tree, and none where there is no way. Where both bodies are the same the kind is
  verbatim: a desk that found nothing to change made no revision. Pairs with a step between two lost
  texts are not counted: nobody told what it was. Missed are articles that have held relatives and
  no record, by the kind of their own way.
* **rewrites**: a rewritten text, 40 to 60 % of its words changed since the text above it, is found
  when the program marks it ``rewrite`` of any text of its family. Precision: records so marked
  whose two texts share something, and those that truly lie a rewriting apart.
* **two parents**: texts made from two whose both families the program shows them to derive from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

import twosource
from benchmarks.families.simulated import Simulated, read_editions
from benchmarks.newsroom.copying import HABITS
from benchmarks.newsroom.make import make
from twosource.families import families as find_families
from twosource.families.witness import FEWEST_WORDS
from twosource.records import Article, Derivation, Family

ARTICLES: Final = 5_000
SEED: Final = 11
HALF_CHANGED: Final = (0.4, 0.6)
_STEPS: Final = ("verbatim", "revision", "cut", "partial", "merged", "rewrite")
"""How a text can be made from another, what changes it more coming later."""
_NONE: Final = "none"
_UNKNOWN: Final = "unknown"


def measure(data: Path, python: Path) -> dict[str, float]:
    """Print what the program makes of the held-out half; ``data`` and ``python`` are not needed."""
    del data, python
    return measure_press(read_editions(make("kept", SEED, ARTICLES, HABITS["hard"])))


def measure_press(press: Simulated) -> dict[str, float]:
    """Return every figure of a press by its name, and print how kinds were taken for others."""
    found = twosource.derivations(press.articles.values())
    families = find_families(press.articles.values(), found)
    return {
        **measure_pairs(press, families),
        **measure_kinds(press, found),
        **measure_rewrites(press, found),
        "press: two parents shown as two": measure_parents(press, found),
    }


def measure_pairs(press: Simulated, families: Sequence[Family]) -> dict[str, float]:
    """Return how well pairs of one family are told from others."""
    true = _pairs_of([row["witnesses"] for row in press.families])
    shown = _pairs_of([list(family.witnesses) for family in families])
    stubs = {id_ for id_, a in press.articles.items() if len(body_text(a).split()) < FEWEST_WORDS}
    touched = sum(bool(pair & stubs) for pair in true)
    print(
        f"  {touched} of {len(true)} pairs of one family hold a stub of under {FEWEST_WORDS} words"
    )
    return _rate("press: pairs of one family", len(true & shown), len(shown), len(true))


def measure_kinds(press: Simulated, found: Sequence[Derivation]) -> dict[str, float]:
    """Return how well derivations are told by kind."""
    told = [d for d in found if d.kind != "quotation"]
    trees = Trees(press)
    taken: Counter[tuple[str, str]] = Counter()
    for derivation in told:
        kind = trees.name_kind(derivation.copy, derivation.original)
        if kind != _UNKNOWN:
            taken[kind, derivation.kind] += 1
    recorded = {end for d in told for end in (d.copy, d.original)}
    kin = {w for row in press.families if len(row["witnesses"]) > 1 for w in row["witnesses"]}
    for row in press.derivations:
        if row["copy"] in kin - recorded:
            taken[row["kind"], _NONE] += 1
    for kind in (*_STEPS, _NONE):
        line = {s: taken[kind, s] for s in (*_STEPS, _NONE) if taken[kind, s]}
        print(f"  {kind:<10} {sum(line.values()):>5}: {line}")
    right = sum(taken[kind, kind] for kind in _STEPS)
    each = [
        2
        * taken[kind, kind]
        / max(1, sum(n for (a, b), n in taken.items() for side in (a, b) if side == kind))
        for kind in _STEPS
    ]
    shown = sum(number for (_, kind), number in taken.items() if kind != _NONE)
    true = sum(number for (kind, _), number in taken.items() if kind != _NONE)
    strange = sum(number for (kind, _), number in taken.items() if kind == _NONE)
    return {
        **_rate("press: kinds", right, shown, true),
        "press: kinds F1, mean over kinds": sum(each) / len(each),
        "press: derivations that are true": 1 - strange / max(1, shown),
    }


class Trees:
    """The true trees of a press, to be asked what lies between two articles."""

    def __init__(self, press: Simulated) -> None:
        """Read the trees and the steps that are known."""
        self.press = press
        self.above: dict[str, dict[str, str]] = {
            row["id"]: {child: parent for parent, child in row["stemma"]} for row in press.families
        }
        self.steps: dict[tuple[str, str], str] = {
            (row["family"], row["copy"]): row["kind"] for row in press.derivations
        }
        self.places = find_relatives(press)

    def name_kind(self, one: str, other: str) -> str:
        """Return what changes most between two articles, ``none`` where they share nothing."""
        kinds = [self._walk(family, one, other) for family in self.places[one] & self.places[other]]
        if not kinds:
            return _NONE
        known = [kind for kind in kinds if kind != _UNKNOWN]
        if len(known) < len(kinds):
            return _UNKNOWN
        kind = min(known, key=_STEPS.index)
        same = len({body_text(self.press.articles[end]) for end in (one, other)}) == 1
        return "verbatim" if same else kind

    def _walk(self, family: str, one: str, other: str) -> str:
        lines = [self._climb(family, end) for end in (one, other)]
        steps = set(lines[0]) ^ set(lines[1])
        tops = steps - set(self.above[family])
        kinds = [self.steps.get((family, step), _UNKNOWN) for step in steps - tops]
        if _UNKNOWN in kinds or not kinds:
            return _UNKNOWN
        return max(kinds, key=_STEPS.index)

    def _climb(self, family: str, end: str) -> list[str]:
        line = [end]
        while line[-1] in self.above[family]:
            line.append(self.above[family][line[-1]])
        return line


def body_text(article: Article) -> str:
    """Return an article's paragraphs."""
    return "\n".join(article.text[p.start : p.end] for p in article.parts if p.kind == "body")


def measure_rewrites(press: Simulated, found: Sequence[Derivation]) -> dict[str, float]:
    """Return how many half-changed rewrites are found and marked, and how many marks are right."""
    relatives = find_relatives(press)
    rewritten = {row["copy"] for row in press.derivations if row["kind"] == "rewrite"}
    low, high = HALF_CHANGED
    wanted = {
        row["copy"]
        for row in press.derivations
        if row["kind"] == "rewrite" and low <= row["changed"] <= high
    }
    marked = [d for d in found if d.kind == "rewrite"]
    related = [d for d in marked if are_related(frozenset((d.copy, d.original)), relatives)]
    caught = {end for d in related for end in (d.copy, d.original)} & wanted
    true = [d for d in related if {d.copy, d.original} & rewritten]
    print(f"  rewrites, 40 to 60 % changed: {len(caught)} of {len(wanted)} found")
    return {
        "press: rewrites found": len(caught) / max(1, len(wanted)),
        "press: rewrites that share a text": len(related) / max(1, len(marked)),
        "press: rewrites marked that are rewritten": len(true) / max(1, len(marked)),
    }


def measure_parents(press: Simulated, found: Sequence[Derivation]) -> float:
    """Return the share of texts made from two held families that derive from both as shown."""
    shown: defaultdict[str, set[str]] = defaultdict(set)
    for derivation in found:
        if derivation.kind != "quotation":
            shown[derivation.copy].add(derivation.original)
            shown[derivation.original].add(derivation.copy)
    families: defaultdict[str, set[str]] = defaultdict(set)
    for row in press.derivations:
        if row["kind"] == "merged":
            families[row["copy"]].add(row["family"])
    members = {row["id"]: set(row["witnesses"]) for row in press.families}
    wanted = right = 0
    for article, parents in families.items():
        others = [members[family] - {article} for family in parents]
        if len(others) > 1 and all(others):
            wanted += 1
            right += all(shown[article] & other for other in others)
    return right / max(1, wanted)


def find_relatives(press: Simulated) -> dict[str, frozenset[str]]:
    """Return the families in which each article has a place: its own, and that of a guest."""
    places: defaultdict[str, set[str]] = defaultdict(set)
    for row in press.families:
        for end in (*row["witnesses"], *(child for _, child in row["stemma"])):
            places[end].add(row["id"])
    return {id_: frozenset(places[id_]) for id_ in press.articles}


def are_related(pair: frozenset[str], relatives: dict[str, frozenset[str]]) -> bool:
    """Tell whether two articles have a place in one family."""
    one, other = pair
    return bool(relatives[one] & relatives[other])


def _pairs_of(groups: Sequence[Sequence[str]]) -> set[frozenset[str]]:
    return {frozenset(pair) for members in groups for pair in combinations(members, 2)}


def _rate(name: str, right: int, shown: int, true: int) -> dict[str, float]:
    return {
        f"{name}, precision": right / max(1, shown),
        f"{name}, recall": right / max(1, true),
        f"{name}, F1": 2 * right / max(1, shown + true),
    }
