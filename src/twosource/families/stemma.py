"""The tree of a family: witnesses under their original, held or lost.

A credit on one copy names the maker of all; the outlet that an aggregator names stands between;
copies that nothing orders hang side by side under an original that nobody in the pile holds.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from twosource.families.witness import Witness, find_credit
from twosource.records import Article, Derivation, Family, LostNode, Origin, Reason, identify

_SHORT_ID = 8


class _Maker(NamedTuple):
    """Who made the text: an origin, the article that is their own print of it, and why."""

    origin: Origin
    held: str | None
    why: Reason


class _Head(NamedTuple):
    """A text directly below the original: an article, or the lost page of a copied outlet."""

    node: str
    outlet: Origin | None
    articles: tuple[str, ...]
    lost: LostNode | None


def build_family(
    members: Sequence[str],
    witnesses: Mapping[str, Witness],
    derivations: Sequence[Derivation],
) -> Family:
    """Return the family of these articles; ``derivations`` are those that touch any of them."""
    ids = tuple(sorted(members))
    family = identify("family", *ids)
    articles = {id_: witnesses[id_].article for id_ in ids}
    inside = [d for d in derivations if d.copy in articles and d.original in articles]
    inside = [d for d in inside if d.kind != "quotation"]
    maker = _find_maker(articles)
    heads, below, why_heads = _find_heads(articles, maker)
    edges = set(below)
    why = [*_tell_likeness(inside, derivations, articles)]
    if maker is not None:
        root, lost_root, why_root = _name_root(maker)
        edges |= _hang_on_maker(root, heads, inside)
        origin: Origin | None = maker.origin
        why.extend(why_root)
    else:
        root, lost_root, origin, why_root, upper = _root_without_maker(family, heads, inside)
        edges |= upper
        why.extend(why_root)
    why.extend(why_heads)
    lost = {head.lost.node: head.lost for head in heads if head.lost is not None}
    if lost_root is not None:
        lost[lost_root.node] = lost_root
    return Family(
        id=family,
        witnesses=ids,
        archetype=root if root in articles else None,
        origin=origin,
        stemma=tuple(sorted(edges)),
        lost=tuple(lost[node] for node in sorted(lost)),
        why=tuple(why),
    )


def _find_maker(articles: Mapping[str, Article]) -> _Maker | None:
    """Return the maker that a credit, or an agency's own page, names for the whole family."""
    credited: dict[str, list[Article]] = {}
    for article in articles.values():
        if article.credit is not None:
            credited.setdefault(article.credit.id, []).append(article)
        elif article.via is None and article.outlet is not None and article.outlet.kind == "agency":
            credited.setdefault(article.outlet.id, []).append(article)
    if not credited:
        return None

    def rank(origin_id: str) -> tuple[bool, int, str]:
        named = credited[origin_id]
        return (_name_maker(named[0]).kind != "agency", -len(named), origin_id)

    chosen = min(credited, key=rank)
    named = sorted(credited[chosen], key=lambda a: (a.credit is None, a.id))
    prints = sorted(
        (
            a
            for a in articles.values()
            if a.via is None and a.outlet is not None and a.outlet.id == chosen
        ),
        key=lambda a: (a.published.value or "~", a.id),
    )
    spans = tuple(span for a in named for span in find_credit(a))[:1]
    rule = "credit-names-maker" if named[0].credit is not None else "credited-text-held"
    return _Maker(
        _name_maker(named[0]), prints[0].id if prints else None, Reason(rule, 0.95, spans)
    )


def _name_maker(article: Article) -> Origin:
    maker = article.credit or article.outlet
    if maker is None:
        message = f"article {article.id} names no maker"
        raise ValueError(message)
    return maker


def _name_root(maker: _Maker) -> tuple[str, LostNode | None, list[Reason]]:
    """Return the node that stands for the maker's text, lost or held."""
    if maker.held is None:
        node = f"lost:{maker.origin.name}"
        return node, LostNode(node, maker.origin), [maker.why]
    if maker.why.rule == "credited-text-held":
        return maker.held, None, [maker.why]
    return maker.held, None, [maker.why, Reason("credited-text-held", 0.95)]


def _find_heads(
    articles: Mapping[str, Article], maker: _Maker | None
) -> tuple[list[_Head], list[tuple[str, str]], list[Reason]]:
    """Set aggregators' copies below the pages that they copied; return what is left on top."""
    below: list[tuple[str, str]] = []
    pages: dict[str, list[Article]] = {}
    copied: dict[str, list[Article]] = {}
    heads: list[_Head] = []
    why: list[Reason] = []
    for article in articles.values():
        if article.via is not None and article.outlet is not None:
            copied.setdefault(article.outlet.id, []).append(article)
            continue
        heads.append(_Head(article.id, article.outlet, (article.id,), None))
        if article.outlet is not None:
            pages.setdefault(article.outlet.id, []).append(article)
    for outlet_id, copies in sorted(copied.items()):
        held = pages.get(outlet_id)
        ids = tuple(sorted(a.id for a in copies))
        if held:
            first = min(held, key=lambda a: (a.published.value or "~", a.id))
            below.extend((first.id, id_) for id_ in ids)
            why.append(Reason("outlet-page-held", 0.95))
            continue
        outlet = copies[0].outlet
        if outlet is None:  # pragma: no cover - copies are kept by their outlet
            continue
        node = f"lost:{outlet.name}"
        below.extend((node, id_) for id_ in ids)
        why.append(Reason("copied-by-aggregator", 0.9))
        if maker is None or maker.origin.id != outlet_id:
            heads.append(_Head(node, outlet, ids, LostNode(node, outlet)))
    return sorted(heads), below, why


def _hang_on_maker(
    root: str, heads: Sequence[_Head], inside: Sequence[Derivation]
) -> set[tuple[str, str]]:
    """Hang every head on the maker's text, but those that credit another head's outlet on it."""
    parents = _best_parents(heads, [d for d in inside if _is_credited(d)])
    return {(parents.get(head.node, root), head.node) for head in heads if head.node != root}


def _is_credited(derivation: Derivation) -> bool:
    return any(reason.rule == "credit-names-original" for reason in derivation.why)


def _best_parents(heads: Sequence[_Head], inside: Sequence[Derivation]) -> dict[str, str]:
    """Return, for each head that is a directed copy of another, the one it has most words from."""
    head_of = {article: head.node for head in heads for article in head.articles}
    offers: dict[str, tuple[float, str]] = {}
    for derivation in inside:
        child = head_of.get(derivation.copy)
        parent = head_of.get(derivation.original)
        if not derivation.directed or child is None or parent is None or child == parent:
            continue
        offer = (-derivation.containment, parent)
        offers[child] = min(offer, offers.get(child, offer))
    return _break_circles({child: parent for child, (_, parent) in offers.items()})


def _break_circles(parents: dict[str, str]) -> dict[str, str]:
    """Take the parent away from one node of every circle: contrary evidence orders none."""
    kept = dict(parents)
    for start in sorted(parents):
        seen = {start}
        node = start
        while node in kept:
            node = kept[node]
            if node == start:
                del kept[start]
                break
            if node in seen:
                break
            seen.add(node)
    return kept


def _root_without_maker(
    family: str, heads: Sequence[_Head], inside: Sequence[Derivation]
) -> tuple[str, LostNode | None, Origin | None, list[Reason], set[tuple[str, str]]]:
    """Find the original among the heads, or say that it is lost."""
    if len(heads) == 1:
        return heads[0].node, None, heads[0].outlet, [], set()
    outlets = {head.outlet.id if head.outlet else None for head in heads}
    parents = _best_parents(heads, inside)
    tops = [head for head in heads if head.node not in parents]
    edges = {(parent, child) for child, parent in parents.items()}
    decided = [
        r
        for d in inside
        if d.directed
        for r in d.why
        if r.rule in {"published-earlier", "cut-from-the-end", "credit-names-original"}
    ]
    if len(tops) == 1:
        return tops[0].node, None, tops[0].outlet, decided[:1], edges
    if len(outlets) == 1 and None not in outlets:
        first = tops[0]
        edges |= {(first.node, head.node) for head in tops[1:]}
        return first.node, None, first.outlet, [Reason("same-outlet", 0.8)], edges
    node = f"lost:{family[:_SHORT_ID]}"
    edges |= {(node, head.node) for head in tops}
    readings = [r for d in inside for r in d.why if r.rule == "private-readings"]
    reason = readings[0] if readings else Reason("original-not-identified", 0.5)
    return node, LostNode(node, None), None, [reason], edges


def _tell_likeness(
    inside: Sequence[Derivation],
    touching: Sequence[Derivation],
    articles: Mapping[str, Article],
) -> list[Reason]:
    """Say why the articles are one text, or why this one stands alone."""
    told: list[Reason] = []
    for derivation in inside:
        told.extend(r for r in derivation.why if r.rule == "shared-wording")
    told.sort(key=lambda r: (-r.weight, r.spans))
    told = told[: max(1, len(articles) - 1)]
    elsewhere = [
        Reason("own-words-elsewhere", r.weight, r.spans)
        for d in touching
        if (d.copy in articles) != (d.original in articles)
        for r in d.why
        if r.rule == "shared-wording"
    ]
    if len(articles) == 1 and not elsewhere:
        return [Reason("only-witness", 1.0)]
    return told + sorted(elsewhere, key=lambda r: (-r.weight, r.spans))[:3]
