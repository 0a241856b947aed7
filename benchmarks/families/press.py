"""The simulated press, hard to recognise: who shares a text, of which kind, and which rewrites.

The truth's own articles are given to the program, so that what is measured is families alone.

* **pairs**: two articles are of one family, in truth and as found.
* **kinds**, over the true ways from a held text to a held one right above it: a way is right when
  the program records a derivation of its kind between the two. Found and wrong are records on these
  ways of another kind, and all records between texts that share nothing.
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
from twosource.records import Derivation, Family

ARTICLES: Final = 2_000
SEED: Final = 11
HALF_CHANGED: Final = (0.4, 0.6)
_STEPS: Final = ("verbatim", "revision", "cut", "partial", "merged", "rewrite")
"""How a text can be made from another, what changes it more coming later."""


def measure(data: Path, python: Path) -> dict[str, float]:
    """Print what the program makes of the held-out half; ``data`` and ``python`` are not needed."""
    del data, python
    return measure_press(read_editions(make("kept", SEED, ARTICLES, HABITS["hard"])))


def measure_press(press: Simulated) -> dict[str, float]:
    """Return every figure of a press by its name, and print how kinds were taken for others."""
    found = twosource.derivations(press.articles.values())
    families = twosource.families(press.articles.values(), found)
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
    return _rate("press: pairs of one family", len(true & shown), len(shown), len(true))


def measure_kinds(press: Simulated, found: Sequence[Derivation]) -> dict[str, float]:
    """Return how well derivations are told by kind."""
    ways = {
        frozenset((row["copy"], row["original"])): row["kind"]
        for row in press.derivations
        if row["original"] in press.articles
    }
    relatives = find_relatives(press)
    shown = {frozenset((d.copy, d.original)): d.kind for d in found if d.kind != "quotation"}
    taken = Counter((kind, shown.get(pair, "none")) for pair, kind in ways.items())
    strange = [pair for pair in shown if not _are_related(pair, relatives)]
    for kind in _STEPS:
        row = {s: taken[kind, s] for s in (*_STEPS, "none") if taken[kind, s]}
        print(f"  {kind:<10} {sum(row.values()):>5}: {row}")
    print(f"  records between texts that share nothing: {len(strange)} of {len(shown)}")
    right = sum(taken[kind, kind] for kind in _STEPS)
    told = sum(number for (_, kind), number in taken.items() if kind != "none")
    each = []
    for kind in _STEPS:
        true = sum(taken[kind, s] for s in (*_STEPS, "none"))
        given = sum(taken[k, kind] for k in _STEPS) + sum(shown[p] == kind for p in strange)
        each.append(2 * taken[kind, kind] / max(1, true + given))
    return {
        **_rate("press: kinds", right, told + len(strange), len(ways)),
        "press: kinds F1, mean over kinds": sum(each) / len(each),
        "press: derivations that are true": 1 - len(strange) / max(1, len(shown)),
    }


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
    related = [d for d in marked if _are_related(frozenset((d.copy, d.original)), relatives)]
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


def _are_related(pair: frozenset[str], relatives: dict[str, frozenset[str]]) -> bool:
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
