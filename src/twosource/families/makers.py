"""Who made a family's text, and which pages stand between: what credits and aggregators say.

A credit on one copy names the maker of all; an aggregator's copy descends from the outlet's own
page, held or lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from twosource.families.witness import find_credit
from twosource.records import Article, LostNode, Origin, Reason


class Maker(NamedTuple):
    """Who made the text: an origin, the article that is their own print of it, and why."""

    origin: Origin
    held: str | None
    why: tuple[Reason, ...]


class Head(NamedTuple):
    """A text that no page puts below another: an article, or the lost page of a copied outlet.

    ``article`` is the one whose words stand for it.
    """

    node: str
    article: str
    outlet: Origin | None
    lost: LostNode | None


class Below(NamedTuple):
    """A text that a page itself puts below another."""

    parent: str
    child: str
    why: Reason


def find_maker(articles: Mapping[str, Article]) -> Maker | None:
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
    prints = [a for a in articles.values() if is_own_page(a, chosen)]
    held = first_published(prints) if prints else None
    spans = tuple(span for a in named for span in find_credit(a))[:1]
    why = [Reason("credit-names-maker", 0.95, spans)] if named[0].credit is not None else []
    if held is not None:
        why.append(Reason("credited-text-held", 0.95))
    return Maker(_name_maker(named[0]), held, tuple(why))


def _name_maker(article: Article) -> Origin:
    maker = article.credit or article.outlet
    if maker is None:
        message = f"article {article.id} names no maker"
        raise ValueError(message)
    return maker


def is_own_page(article: Article, origin: str) -> bool:
    """Tell whether an article stands on an origin's own page."""
    return article.via is None and article.outlet is not None and article.outlet.id == origin


def first_published(articles: Iterable[Article]) -> str:
    """Return the first published of some articles, the undated last, ties by id."""
    return min(articles, key=lambda a: (a.published.value or "~", a.id)).id


def find_heads(
    articles: Mapping[str, Article], maker: Maker | None
) -> tuple[list[Head], list[Below]]:
    """Part the texts that some page puts below another from those whose place is to be found."""
    pages: dict[str, list[Article]] = {}
    copied: dict[str, list[Article]] = {}
    heads: list[Head] = []
    below: list[Below] = []
    for article in articles.values():
        outlet = article.outlet
        if outlet is not None:
            (pages if article.via is None else copied).setdefault(outlet.id, []).append(article)
        if article.via is None or outlet is None:
            heads.append(Head(article.id, article.id, outlet, None))
    for outlet_id, copies in sorted(copied.items()):
        outlet = copies[0].outlet
        if outlet is None:  # pragma: no cover - copies are kept by their outlet
            continue
        if outlet_id in pages:
            parent, why = first_published(pages[outlet_id]), Reason("outlet-page-held", 0.95)
        else:
            parent, why = f"lost:{outlet.name}", Reason("copied-by-aggregator", 0.9)
            if maker is None or maker.origin.id != outlet_id:
                first = min(article.id for article in copies)
                heads.append(Head(parent, first, outlet, LostNode(parent, outlet)))
        below.extend(Below(parent, article.id, why) for article in copies)
    credited = [one for one in _below_credited(heads, articles, maker) if one.parent != one.child]
    pinned = {one.child for one in credited}
    return sorted(head for head in heads if head.node not in pinned), [*below, *credited]


def _below_credited(
    heads: Iterable[Head], articles: Mapping[str, Article], maker: Maker | None
) -> list[Below]:
    """Return the texts that credit another copy's outlet, which is not the maker of all."""
    found: list[Below] = []
    for head in heads:
        credit = articles[head.article].credit
        if head.lost is not None or credit is None or (maker and credit.id == maker.origin.id):
            continue
        prints = [a for a in articles.values() if is_own_page(a, credit.id)]
        outlet = head.outlet.id if head.outlet else None
        if prints and credit.id != outlet:
            span = find_credit(articles[head.article])
            why = Reason("credit-names-original", 0.95, span)
            found.append(Below(first_published(prints), head.node, why))
    circular = {one.parent for one in found}
    return [one for one in found if one.child not in circular]
