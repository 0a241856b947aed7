"""Whose text an article is, by what the other pages of the pile say of the names on it.

A name alone below a text is no credit by itself. It is one when the pile knows a house by that
name: a page of another site is that house's, or credits its text to it. In the same way a site that
prints others' texts is known by those of its pages that say so: on its other pages, too, the house
named above a text is the one that published it. The order of the articles changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from twosource.articles.addresses import host_of, spelled_name
from twosource.articles.credits import is_house
from twosource.articles.makers import make_house
from twosource.articles.rules import MAKER_ELSEWHERE, OUTLET_ELSEWHERE, SITE_GATHERS
from twosource.records import Article, Reason, Span
from twosource.text.names import key_of, looks_like_outlet, make_origin
from twosource.text.names.lexicon import common_words

_WEIGHTS = {OUTLET_ELSEWHERE: 0.9, MAKER_ELSEWHERE: 0.85, SITE_GATHERS: 0.8}
_ABOVE = frozenset({"above", "over"})
_NAMED_IN = frozenset({"credit", "byline", "dateline", "date", "furniture"})


class _Witness(NamedTuple):
    """Where a page of some site names a house."""

    name: str
    site: str
    quote: Span


class _Pile:
    """What a pile knows of names: by key, which publish, which make texts, which gather them."""

    def __init__(self, articles: list[Article], wanted: set[str]) -> None:
        self.outlets: dict[str, list[_Witness]] = {}
        self.makers: dict[str, list[_Witness]] = {}
        self.gatherers: dict[str, _Witness] = {}
        for one in articles:
            outlet, credit, via = one.outlet, one.credit, one.via
            if outlet is not None and key_of(outlet.name) in wanted and _is_sure(one, outlet.name):
                found = self.outlets.setdefault(key_of(outlet.name), [])
                found.append(_Witness(outlet.name, _site_of(one), _begin(one)))
            if credit is not None and key_of(credit.name) in wanted:
                found = self.makers.setdefault(key_of(credit.name), [])
                found.append(_Witness(credit.name, _site_of(one), _find(one, credit.name)))
            if via is not None:
                witness = _Witness(via.name, via.id, _begin(one))
                self.gatherers.setdefault(key_of(via.name), witness)
        self._add_gatherers(articles)

    def _add_gatherers(self, articles: list[Article]) -> None:
        """Add the sites over whose texts, as often as not, stand the names of several papers."""
        printed: dict[str, list[Article]] = {}
        for one in articles:
            if one.outlet is not None and one.via is None:
                printed.setdefault(key_of(one.outlet.name), []).append(one)
        for site, texts in printed.items():
            papers = [paper.name for one in texts if (paper := self.find_paper(one))]
            name = next(one.outlet.name for one in texts if one.outlet is not None)
            if len(set(papers)) > 1 and 2 * len(papers) >= len(texts):
                shown = next(one for one in texts if self.find_paper(one))
                self.gatherers.setdefault(site, _Witness(name, site, _begin(shown)))

    def find_paper(self, one: Article) -> _Witness | None:
        """Return what tells that a name over a text is another site's; None without one."""
        names = (key_of(name) for name, place in one.unproven if place in _ABOVE)
        papers = (_of_others(one, self.outlets.get(name, ())) for name in names)
        return next((paper for paper in papers if paper is not None), None)


def settle(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the articles, as given, with what only the whole pile bears out.

    What was settled before bears out nothing: settling twice changes nothing.
    """
    given = tuple(articles)
    wanted = {key_of(name) for one in given for name, _ in one.unproven}
    if not wanted:
        return given
    read = sorted((one for one in given if not one.why), key=lambda one: one.id)
    pile = _Pile(read, wanted)
    return tuple(_settle(one, pile) if one.unproven and not one.why else one for one in given)


def _settle(one: Article, pile: _Pile) -> Article:
    gatherer = pile.gatherers.get(key_of(one.outlet.name)) if one.outlet is not None else None
    if gatherer is not None and one.via is None:
        one = _settle_outlet(one, pile, gatherer)
    return one if one.credit is not None else _settle_credit(one, pile)


def _settle_outlet(one: Article, pile: _Pile, gatherer: _Witness) -> Article:
    known = pile.find_paper(one)
    formed = (name for name, place in one.unproven if place in _ABOVE and looks_like_outlet(name))
    paper = known.name if known is not None else next(formed, "")
    if not paper:
        return one
    quotes = (gatherer.quote,) if known is None else (gatherer.quote, known.quote)
    return replace(
        one,
        outlet=make_origin(paper, "outlet"),
        via=make_origin(gatherer.name, "aggregator"),
        why=(Reason(SITE_GATHERS, _WEIGHTS[SITE_GATHERS], quotes),),
    )


def _settle_credit(one: Article, pile: _Pile) -> Article:
    # Who gathers prints the names of outlets between their texts.
    known = {OUTLET_ELSEWHERE: pile.outlets} if one.via is None else {}
    for name in (name for name, place in one.unproven if place != "over"):
        key = key_of(name)
        for rule, houses in (known | {MAKER_ELSEWHERE: pile.makers}).items():
            witness = _of_others(one, houses.get(key, ()))
            if witness is not None and key not in pile.gatherers:
                return replace(
                    one,
                    credit=make_house(witness.name),
                    authors=tuple(author for author in one.authors if key_of(author) != key),
                    why=(*one.why, Reason(rule, _WEIGHTS[rule], (witness.quote,))),
                )
    return one


def _of_others(one: Article, witnesses: Iterable[_Witness]) -> _Witness | None:
    """Return what another site's page says: a site that repeats itself bears out nothing."""
    site = _site_of(one)
    return next((witness for witness in witnesses if witness.site != site), None)


def _site_of(one: Article) -> str:
    return one.outlet.id if one.outlet is not None else one.page


def _is_sure(one: Article, outlet: str) -> bool:
    """Tell whether an outlet is one beyond doubt: its address spells it, or it is named like one.

    "Blog" or "Connect" is the name of many a site, and a word on many a page.
    """
    if outlet.casefold() in common_words():
        return False
    return bool(spelled_name(host_of(one.url), [outlet])) or is_house(outlet)


def _begin(one: Article) -> Span:
    first = next(iter(one.parts), None)
    return Span(one.id, first.start, first.end) if first is not None else Span(one.id, 0, 0)


def _find(one: Article, name: str) -> Span:
    """Return where an article names whom it credits; its beginning where its page's head does."""
    for part in one.parts:
        at = one.text.find(name, part.start, part.end) if part.kind in _NAMED_IN else -1
        if at >= 0:
            return Span(one.id, at, at + len(name))
    return _begin(one)
