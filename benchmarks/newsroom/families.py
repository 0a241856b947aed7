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

_STEPS: Final = ("", "verbatim", "revision", "cut", "partial", "merged", "rewrite")
"""How a text can be made from another, what changes it more coming later."""
_NAMING: Final = frozenset(("say_to_us", "seen"))
"""Frames whose words name the house that was told or saw it."""


class Way(NamedTuple):
    """How a held text descends from the text above it: all steps between the two in one."""

    copy: Text
    original: str
    kind: str
    changed: float


class FamilyTruth(NamedTuple):
    """The held texts that descend from one text, as a tree.

    A text put together from two is a witness of the family that gave most of it, and a leaf of the
    other one's tree.
    """

    root: Text
    witnesses: tuple[Text, ...]
    maker: Publisher | None
    archetype: Text | None
    stemma: tuple[tuple[str, str], ...]
    lost: tuple[tuple[str, Publisher | None], ...]
    ways: tuple[Way, ...]


def article_id(text: Text) -> str:
    """Return the id of the article that a text is on its page."""
    return f"a{text.number}"


def find_families(texts: list[Text]) -> dict[int, FamilyTruth]:
    """Return the families of one event's held texts, by the number of the text at the root."""
    by_number = {text.number: text for text in texts}
    members: dict[int, list[Text]] = defaultdict(list)
    whole: dict[int, list[Text]] = defaultdict(list)
    guests: dict[int, list[Text]] = defaultdict(list)
    for text in texts:
        whole[text.root].append(text)
        if text.held:
            members[text.root].append(text)
            for parent in text.parents:
                if parent.root != text.root:
                    guests[parent.root].append(text)
    named = _named_roots(texts)
    return {
        root: _family(by_number[root], whole[root], guests[root], named=root in named)
        for root, _ in sorted(members.items())
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


def _family(root: Text, whole: list[Text], guests: list[Text], *, named: bool) -> FamilyTruth:
    witnesses = tuple(text for text in whole if text.held)
    maker: Publisher | None = None
    printers = {text.printer for text in witnesses}
    if root.held or named or root.maker in printers:
        maker = root.maker
    elif len(printers) == 1:
        maker = witnesses[0].printer
    shown = {t.parents[0].number for t in witnesses if t.via and t.parents}
    above = _find_above(root, whole, shown, named=named)
    top = next(text for text in whole if above.get(text.number, text) is None)
    if maker is None and (top.held or top.number in shown):
        maker = top.printer  # nothing shows that it was not the first
    kept = [text for text in whole if text.number in above]
    names = {t.number: article_id(t) if t.held else f"lost:{t.number}" for t in kept}
    ways = []
    edges = []
    for text in kept:
        over = above[text.number]
        if over is None:
            continue
        edges.append((names[over.number], names[text.number]))
        if text.held:
            ways.append(_way(text, over, root.number, names))
    for guest in guests:
        over = _nearest(guest, root.number, above) or top
        edges.append((names[over.number], article_id(guest)))
        ways.append(_way(guest, over, root.number, names))
    return FamilyTruth(
        root,
        witnesses,
        maker,
        top if top.held else None,
        tuple(sorted(edges)),
        tuple((names[t.number], _printer_shown(t, top, maker, shown)) for t in kept if not t.held),
        tuple(sorted(ways, key=lambda way: way.copy.number)),
    )


def _find_above(
    root: Text, whole: list[Text], shown: set[int], *, named: bool
) -> dict[int, Text | None]:
    """Return the texts of a family's tree, each with the one right above it.

    A lost text is in it when two branches prove it or a page shows it (``shown``); a lost root also
    when a page names its maker, unless a text of the same maker is proven right below it: nothing
    tells the two apart.
    """
    children: dict[int, list[int]] = defaultdict(list)
    for text in whole:
        for parent in text.parents:
            if parent.root == root.number:
                children[parent.number].append(text.number)
    by_number = {text.number: text for text in whole}
    kept_below: dict[int, tuple[int, ...]] = {}
    above: dict[int, Text | None] = {}
    for text in reversed(whole):
        below = tuple(
            dict.fromkeys(k for child in children[text.number] for k in kept_below[child])
        )
        proven = len(below) > 1 or text.number in shown
        if text is root and named and len(below) == 1:
            proven = proven or by_number[below[0]].held or below[0] in shown
        if text.held or (below and proven):
            above[text.number] = None
            above.update((number, text) for number in below)
            kept_below[text.number] = (text.number,)
        else:
            kept_below[text.number] = below
    return above


def _nearest(text: Text, root: int, above: dict[int, Text | None]) -> Text | None:
    """Return the nearest text of a family's tree from which another descends."""
    at = _parent(text, root)
    while at is not None and at.number not in above:
        at = _parent(at, root)
    return at


def _parent(text: Text, root: int) -> Text | None:
    return next((parent for parent in text.parents if parent.root == root), None)


def _way(text: Text, over: Text, root: int, names: dict[int, str]) -> Way:
    """Return how a text was made from one above it: the step that changes most gives the name."""
    kind, same = "", 1.0
    at: Text | None = text
    while at is not None and at is not over:
        kind = max(kind, at.kind, key=_STEPS.index)
        same *= 1 - at.changed
        at = _parent(at, root)
    return Way(text, names[over.number], kind, 1 - same)


def _printer_shown(
    text: Text, top: Text, maker: Publisher | None, shown: set[int]
) -> Publisher | None:
    """Return whose a lost text was, as far as pages name it: the maker's, or the printer's."""
    if text.number in shown and text is not top:
        return text.printer
    return maker if text is top or text.printer in {None, text.maker} else None
