"""Who descends from whom in one family: its texts under their original, held or lost.

What pages say comes first (credits, aggregators); then what the wording shows (branches); dates and
signatures decide which of several like texts was the first. Where nothing tells, there is no edge.
"""

from __future__ import annotations

import itertools
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from twosource.families.branches import (
    MOST_COMPARED,
    NOT_IDENTIFIED,
    READ_ALONE,
    Branch,
    Signs,
    find_branches,
)
from twosource.families.copies import Copied, find_copied
from twosource.families.direction import Direction, is_signed, settle_first
from twosource.families.grouping import cover
from twosource.families.makers import Below, Head, Maker, find_heads, find_maker, is_own_page
from twosource.families.readings import Mask, Readings, read_readings
from twosource.families.versions import weigh_orders
from twosource.families.witness import Witness
from twosource.records import Derivation, LostNode, Origin, Reason, Span, identify

_SHORT_ID = 8
_A_PAIR = 2
_THREE = 3
MANY = 5
"""From so many copies on, none of them signed or dated first, a text is a wire's rather than one of
theirs (simulated press, half build)."""
VERSIONS = 0.9
"""How likely an order of three revisions must be before it is shown as a chain."""
_MERGED = Reason("merged-from-several", 0.6)
_WHOLE = Reason("reads-nowhere-alone", 0.7)


class Descent(NamedTuple):
    """The tree of a family; ``above`` gives each text below another its parent and the reason.

    ``root`` is None where nothing tells which of the texts is the original of the others.
    """

    above: Mapping[str, tuple[str, Reason]]
    lost: tuple[LostNode, ...]
    root: str | None
    maker: Origin | None
    why: tuple[Reason, ...]

    def tell_below(self, copy: str, original: str) -> Reason | None:
        """Return why one text descends from another, None where it does not."""
        at = copy
        while at in self.above:
            at = self.above[at][0]
            if at == original:
                return self.above[copy][1]
        return None


def direct_kin(
    derivations: Sequence[Derivation],
    witnesses: Mapping[str, Witness],
    groups: Sequence[Sequence[str]],
    merged: frozenset[str],
) -> dict[tuple[str, str], Direction]:
    """Return the direction of the derivations inside families, by their pairs, where it shows."""
    touching: dict[str, list[Derivation]] = {}
    for one in derivations:
        touching.setdefault(one.copy, []).append(one)
        touching.setdefault(one.original, []).append(one)
    found: dict[tuple[str, str], Direction] = {}
    for members in groups:
        if len(members) < _A_PAIR:
            continue
        around = {one.id: one for member in members for one in touching.get(member, ())}
        descent = trace_descent(members, witnesses, tuple(around.values()), merged)
        for one in around.values():
            for copy, original in ((one.copy, one.original), (one.original, one.copy)):
                reason = descent.tell_below(copy, original)
                if reason is not None:
                    found[one.copy, one.original] = Direction(copy, reason)
    return found


class _Tree(NamedTuple):
    """The tree over the heads alone."""

    edges: tuple[Below, ...]
    lost: tuple[LostNode, ...]
    root: str | None
    why: tuple[Reason, ...]


def trace_descent(
    members: Sequence[str],
    witnesses: Mapping[str, Witness],
    around: Sequence[Derivation],
    merged: frozenset[str] = frozenset(),
) -> Descent:
    """Trace the descent of a family's members.

    ``around`` are the derivations that touch a member; ``merged`` are the texts that were put
    together from several: nothing was made from them. Texts of other families that took passages
    from here are leaves of this tree too.
    """
    ids = tuple(sorted(members))
    articles = {id_: witnesses[id_].article for id_ in ids}
    maker = find_maker(articles)
    heads, below = find_heads(articles, maker)
    guests = {
        one.copy
        for one in around
        if one.directed
        and one.kind != "quotation"
        and one.original in articles
        and one.copy not in articles
    }
    heads += [Head(guest, guest, None, None) for guest in sorted(guests)]
    apart = [one for one in around if one.kind != "quotation"]
    tree = _grow(ids, heads, maker, witnesses, apart, merged | guests)
    lost = {head.node: head.lost for head in heads if head.lost is not None}
    lost |= {node.node: node for node in tree.lost}
    origin = maker.origin if maker else None
    if maker is None and tree.root is not None:
        origin = next((head.outlet for head in heads if head.node == tree.root), None)
    reasons = (*(maker.why if maker else ()), *tree.why, *(one.why for one in below))
    return Descent(
        {one.child: (one.parent, one.why) for one in (*tree.edges, *below)},
        tuple(lost[node] for node in sorted(lost)),
        tree.root,
        origin,
        tuple(dict.fromkeys(reasons)),
    )


def _grow(
    ids: Sequence[str],
    heads: Sequence[Head],
    maker: Maker | None,
    witnesses: Mapping[str, Witness],
    apart: Sequence[Derivation],
    merged: frozenset[str],
) -> _Tree:
    """Return the tree of the heads."""
    known_lost = maker is not None and maker.held is None
    name = f"lost:{maker.origin.name if maker else identify('family', *ids)[:_SHORT_ID]}"
    node = LostNode(name, maker.origin if maker else None)
    if len(heads) < (1 if known_lost else 2):
        root = heads[0].node if heads else name
        return _Tree((), (node,) if known_lost else (), root, ())
    texts = [witnesses[head.article] for head in heads]
    inside = {*ids, *(head.article for head in heads)}
    readings = read_readings(texts, _mark_foreign(texts, inside, apart))
    signs = Signs(
        settle_first(texts, apart),
        own=frozenset(
            at
            for at, head in enumerate(heads)
            if maker is not None
            and head.lost is None
            and is_own_page(texts[at].article, maker.origin.id)
        ),
        signed=frozenset(at for at, text in enumerate(texts) if is_signed(text.article)),
        merged=frozenset(at for at, head in enumerate(heads) if head.article in merged),
    )
    if maker is None and len(heads) == _THREE:
        chain = _chain_versions(texts, apart)
        if chain is not None:
            added = [span for steps in pairwise(chain) for span in _quote_added(readings, *steps)]
            grown = Reason("versions-in-order", 0.7, tuple(added))
            steps = pairwise(heads[number].node for number in chain)
            links = tuple(Below(up, down, grown) for up, down in steps)
            return _Tree(links, (), heads[chain[0]].node, (grown,))
    branch = find_branches(readings, range(len(heads)), signs, held=maker is None)
    if known_lost:
        credited = {at for at, text in enumerate(texts) if text.article.credit is not None}
        branch = _hang_from_lost(readings, branch, signs, credited)
    parents, why, top = _flatten(branch, len(heads))
    if maker is not None and maker.held is not None:
        first = next(at for at, head in enumerate(heads) if head.node == maker.held)
        parents, top = _hang_from(first, parents), first
        why[first] = maker.why[-1]
    proven = top >= len(heads) or (maker is not None and maker.origin.kind == "agency")
    parents, top = _contract(parents, top, len(heads), keep=known_lost, proven=proven)
    copied = _find_copied(readings, parents, heads, signs)
    parents |= {copy: one.model for copy, one in copied.items()}
    parents, top = _contract(parents, top, len(heads), keep=known_lost, proven=proven)
    if top >= len(heads):
        why[top] = maker.why[0] if maker else _tell_apart(branch, ids, apart)
    if len(heads) == _A_PAIR and top in why and why[top].rule == "grew-in-many-places":
        why[top] = why[top]._replace(spans=_quote_added(readings, top, 1 - top))
    ordered = True
    if why.get(top) is NOT_IDENTIFIED and sum(head.article in ids for head in heads) < MANY:
        # One of the few may well be the original: no tree, but for the branches that are shown.
        parents = {child: up for child, up in parents.items() if up != top}
        ordered = False
    names = _name_nodes(parents, heads, {top: name})
    special = dict.fromkeys(signs.merged, _MERGED) | {at: one.why for at, one in copied.items()}
    edges = tuple(
        Below(names[parent], names[child], special.get(child) or why.get(parent, _WHOLE))
        for child, parent in sorted(parents.items())
    )
    lost = tuple(
        node if number == top else LostNode(names[number], None)
        for number in sorted(names)
        if number >= len(heads) and (ordered or number != top)
    )
    told = (*(why[at] for at in sorted(why)), *(copied[at].why for at in sorted(copied)))
    return _Tree(edges, lost, names[top] if ordered else None, told)


def _chain_versions(
    texts: Sequence[Witness], apart: Sequence[Derivation]
) -> tuple[int, ...] | None:
    """Return the numbers of three undated revisions in their order, where the words show it."""
    ids = [text.article.id for text in texts]
    between = [one for one in apart if one.copy in ids and one.original in ids]
    if (
        len(between) < _THREE
        or any(one.kind != "revision" for one in between)
        or any(text.day for text in texts)
    ):
        return None
    orders = weigh_orders(texts)
    best = max(sorted(orders), key=lambda order: orders[order])
    return tuple(best) if orders[best] >= VERSIONS else None


def _quote_added(readings: Readings, earlier: int, later: int) -> tuple[Span, ...]:
    """Quote the longest words that a later version has and an earlier one lacks."""
    order = readings.orders[later]
    span = readings.span_of(later, ~np.isin(order, readings.holdings[earlier]))
    return () if span is None else (span,)


def _tell_apart(branch: Branch, ids: Container[str], derivations: Sequence[Derivation]) -> Reason:
    """Say why the original is none of the texts: each reads alone, or nothing tells."""
    if branch.why is not NOT_IDENTIFIED:
        alone = branch.why is not None and branch.why.rule == READ_ALONE
        return branch.why if alone and branch.why is not None else Reason(READ_ALONE, 0.7)
    if len(branch.below) > _A_PAIR:
        return NOT_IDENTIFIED
    private = (
        reason
        for one in derivations
        if one.kind != "rewrite" and one.copy in ids and one.original in ids
        for reason in one.why
        if reason.rule == "private-readings"
    )
    return next(private, NOT_IDENTIFIED)


def _mark_foreign(
    texts: Sequence[Witness], inside: Container[str], around: Sequence[Derivation]
) -> list[Mask]:
    """Mark the words that each text shares with texts from elsewhere."""
    known = {text.article.id: text.wording for text in texts}
    foreign = {id_: np.zeros(wording.size, np.bool_) for id_, wording in known.items()}
    for one in around:
        if one.copy in known and one.original not in inside:
            places = [(p.copy_start, p.copy_end) for p in one.passages]
            foreign[one.copy] |= cover(known[one.copy], places)
        if one.original in known and one.copy not in inside:
            places = [(p.original_start, p.original_end) for p in one.passages]
            foreign[one.original] |= cover(known[one.original], places)
    return [foreign[text.article.id] for text in texts]


def _flatten(branch: Branch, count: int) -> tuple[dict[int, int], dict[int, Reason], int]:
    """Return a tree as parents by child, and reasons; lost texts are numbered from ``count``."""
    parents: dict[int, int] = {}
    why: dict[int, Reason] = {}
    fresh = itertools.count(count)

    def walk(here: Branch) -> int:
        number = next(fresh) if here.text is None else here.text
        if here.why is not None:
            why[number] = here.why
        for below in here.below:
            parents[walk(below)] = number
        return number

    top = walk(branch)
    return parents, why, top


def _hang_from(first: int, parents: Mapping[int, int]) -> dict[int, int]:
    """Return the same tree hung from another of its texts."""
    turned = dict(parents)
    path = [first]
    while path[-1] in turned:
        path.append(turned.pop(path[-1]))
    return turned | dict(zip(path[1:], path, strict=False))


def _hang_from_lost(
    readings: Readings, branch: Branch, signs: Signs, credited: Container[int]
) -> Branch:
    """Return a tree below a text that is known to be lost.

    Of the lost texts it stands for the one below which most copies carry the credit.
    """

    def rank(one: Branch) -> tuple[int, int]:
        texts = [one.text, *(below.text for below in one.below)]
        return sum(text in credited for text in texts if text is not None), len(texts)

    if branch.text is not None:
        lost = Branch(None, (Branch(branch.text, ()), *branch.below))
    else:
        lost = branch
    best = max((lost, *(one for one in branch.below if one.text is None)), key=rank)
    if best is lost:
        return lost
    here = set(_list_texts(best))
    rest = [text for text in _list_texts(branch) if text not in here]
    other = find_branches(
        readings, sorted(rest), signs, held=False, outside=sorted(here)[:MOST_COMPARED]
    )
    return Branch(None, (*best.below, other), best.why)


def _list_texts(branch: Branch) -> Iterator[int]:
    """Yield the texts of a branch."""
    if branch.text is not None:
        yield branch.text
    for below in branch.below:
        yield from _list_texts(below)


def _contract(
    parents: Mapping[int, int], top: int, count: int, *, keep: bool, proven: bool
) -> tuple[dict[int, int], int]:
    """Leave out the lost texts that no two branches prove; ``keep`` spares the top.

    Below an original that is held, and that no agency sends out anew, a lost text between is far
    rarer than two copies that changed the same words by chance: unless ``proven`` all are left out.
    """
    kept = dict(parents)
    while True:
        below: dict[int, list[int]] = {}
        for child, parent in kept.items():
            below.setdefault(parent, []).append(child)
        single = [
            parent
            for parent, children in sorted(below.items())
            if parent >= count
            and not (keep and parent == top)
            and (len(children) == 1 or (not proven and parent != top))
        ]
        if not single:
            return kept, top
        children, above = below[single[0]], kept.pop(single[0], None)
        for child in children:
            if above is None:
                del kept[child]
                top = child
            else:
                kept[child] = above


def _find_copied(
    readings: Readings, parents: Mapping[int, int], heads: Sequence[Head], signs: Signs
) -> dict[int, Copied]:
    """Return which texts at the ends of a tree were made from a copy beside them, and why."""
    beside: dict[int, list[int]] = {}
    for child, parent in sorted(parents.items()):
        if child < len(heads) and child not in signs.merged and heads[child].lost is None:
            beside.setdefault(parent, []).append(child)
    above = set(parents.values())
    return {
        copy: found
        for parent, texts in beside.items()
        if len(texts) > 1
        for copy, found in find_copied(readings, texts, held=parent < len(heads)).items()
        if copy not in above
    }


def _name_nodes(
    parents: Mapping[int, int], heads: Sequence[Head], known: Mapping[int, str]
) -> dict[int, str]:
    """Name the nodes: a text by its id, a lost one between by the texts below it."""
    below: dict[int, list[int]] = {}
    for child, parent in parents.items():
        below.setdefault(parent, []).append(child)

    def leaves(number: int) -> Iterator[str]:
        if number < len(heads):
            yield heads[number].node
        for child in below.get(number, ()):
            yield from leaves(child)

    names = dict(known)
    for number in {*parents, *parents.values()}:
        if number < len(heads):
            names[number] = heads[number].node
        elif number not in names:
            names[number] = f"lost:{identify('lost', *sorted(leaves(number)))[:_SHORT_ID]}"
    return names
