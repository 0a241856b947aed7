"""The truth of who copied whom: families, their trees with lost texts, and who is known as maker.

It is the truth *of the pile*: what the pages that are held can show. A lost text stands in the tree
when two branches prove it or a page names it; a maker is known when its own page is held, when a
page credits it, or when the words say who was told ("told the Courier").
"""

from __future__ import annotations

from collections import defaultdict
from typing import Final, NamedTuple

from benchmarks.newsroom.press import Publisher
from benchmarks.newsroom.texts import Text

_NAMING: Final = frozenset(("say_to_us", "seen"))
"""Frames whose words name the house that was told or saw it."""


class FamilyTruth(NamedTuple):
    """The held texts that descend from one text, as a tree."""

    root: Text
    witnesses: tuple[Text, ...]
    maker: Publisher | None
    archetype: Text | None
    stemma: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, Publisher | None], ...]
    parents: dict[int, tuple[str, ...]]


def article_id(text: Text) -> str:
    """Return the id of the article that a text is on its page."""
    return f"a{text.number}"


def find_families(texts: list[Text]) -> dict[int, FamilyTruth]:
    """Return the families of one event's held texts, by the number of the text at the root."""
    by_number = {text.number: text for text in texts}
    members: dict[int, list[Text]] = defaultdict(list)
    whole: dict[int, list[Text]] = defaultdict(list)
    for text in texts:
        whole[text.root].append(text)
        if text.held:
            members[text.root].append(text)
    named = _named_roots(texts)
    return {
        root: _family(by_number[root], whole[root], witnesses, named=root in named)
        for root, witnesses in sorted(members.items())
    }


def _named_roots(texts: list[Text]) -> set[int]:
    """Return the roots whose maker some held page names."""
    named: set[int] = set()
    by_number = {text.number: text for text in texts}
    for text in texts:
        if not text.held:
            continue
        for parent in text.parents:
            if by_number[parent.root].maker in text.credits:
                named.add(parent.root)
        for paragraph in text.paragraphs:
            for sentence in paragraph:
                if sentence.plan.frame in _NAMING:
                    named.add(by_number[sentence.text].root)
    return named


def _family(root: Text, whole: list[Text], witnesses: list[Text], *, named: bool) -> FamilyTruth:
    maker: Publisher | None = None
    printers = {text.printer for text in witnesses}
    if root.held or named or root.maker in printers:
        maker = root.maker
    elif len(printers) == 1:
        maker = witnesses[0].printer
    children: dict[int, list[int]] = defaultdict(list)
    for text in whole:
        for parent in text.parents:
            if parent.root == root.number:
                children[parent.number].append(text.number)
    kept_below: dict[int, tuple[int, ...]] = {}
    kept: dict[int, Text] = {}
    below_of: dict[int, tuple[int, ...]] = {}
    by_number = {text.number: text for text in whole}
    behind_aggregators = {t.parents[0].number for t in witnesses if t.via and t.parents}
    for text in sorted(whole, key=lambda t: -t.number):
        below = tuple(
            dict.fromkeys(k for child in children[text.number] for k in kept_below[child])
        )
        proven = len(below) > 1 or text.number in behind_aggregators
        credited = text is root and named
        if text.held or (below and (proven or credited)):
            kept[text.number] = text
            below_of[text.number] = below
            kept_below[text.number] = (text.number,)
        else:
            kept_below[text.number] = below
    names = {n: article_id(t) if t.held else f"lost:{n}" for n, t in kept.items()}
    stemma = tuple(
        sorted((names[n], names[child]) for n, below in below_of.items() for child in below)
    )
    parents: dict[int, list[str]] = defaultdict(list)
    for n, below in below_of.items():
        for child in below:
            parents[child].append(names[n])
    tops = [n for n in sorted(kept) if not parents[n]]
    top = by_number[tops[0]]
    if maker is None and top.held:
        maker = top.printer  # nothing shows that it was not the first
    return FamilyTruth(
        root,
        tuple(witnesses),
        maker,
        top if top.held else None,
        stemma,
        tuple(
            (names[n], maker if t.printer is None else t.printer)
            for n, t in sorted(kept.items())
            if not t.held
        ),
        {n: tuple(sorted(found)) for n, found in parents.items()},
    )
