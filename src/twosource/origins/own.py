"""A user's own table of publishers: what it names is theirs, before anything else is joined.

It overrides the shipped table and adds to it: a name that it holds is that publisher's wherever it
is met, whatever it was taken for, and a page from one of its addresses is that publisher's page.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from twosource.records import Article, Family, Origin, Statement, Story
from twosource.text.names import Publishers


class Resolution(NamedTuple):
    """The records with their origins made one, and every origin, ordered by id."""

    stories: tuple[Story, ...]
    families: tuple[Family, ...]
    articles: tuple[Article, ...]
    statements: tuple[Statement, ...]
    origins: tuple[Origin, ...]


def apply_own(given: Resolution, own: Publishers) -> Resolution:
    """Return the records with every origin that the user's table names as it has it."""

    def one(origin: Origin) -> Origin:
        # Nobody who is only described is a paper, whatever the description.
        found = own.find(origin.name) if origin.kind != "unnamed" else None
        return replace(found.origin, roles=origin.roles) if found is not None else origin

    def maybe(origin: Origin | None) -> Origin | None:
        return None if origin is None else one(origin)

    return given._replace(
        families=tuple(
            replace(
                family,
                origin=maybe(family.origin),
                lost=tuple(node._replace(origin=maybe(node.origin)) for node in family.lost),
            )
            for family in given.families
        ),
        articles=tuple(
            _place(
                replace(a, outlet=maybe(a.outlet), via=maybe(a.via), credit=maybe(a.credit)), own
            )
            for a in given.articles
        ),
        statements=tuple(
            replace(
                statement,
                speakers=_once(map(one, statement.speakers)),
                relays=_once(map(one, statement.relays)),
            )
            for statement in given.statements
        ),
    )


def _place(article: Article, own: Publishers) -> Article:
    """Give an article the publisher whose address it came from; an aggregator is only a way."""
    if article.outlet is not None and article.outlet.kind == "aggregator":
        article = replace(article, outlet=None, via=article.via or article.outlet)
    found = own.find_by_address(article.url) if article.url else None
    if found is None:
        return article
    if found.kind != "aggregator":
        return replace(article, outlet=found.origin)
    outlet = None if article.outlet == found.origin else article.outlet
    return replace(article, outlet=outlet, via=found.origin)


def _once(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    return tuple({origin.id: origin for origin in origins}.values())
