"""What is made over the whole pile from all single readings: families, stories, origins, claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from twosource.articles import settle
from twosource.claims import claims
from twosource.families import derivations, families
from twosource.origins import resolve
from twosource.records import Article, Claim, Derivation, Family, Origin, Statement, Story
from twosource.stage import Stage
from twosource.store.codec import origins_within
from twosource.stories import stories
from twosource.text.names import Publisher

CREDITS = Stage(name="credits", takes=("articles",), yields=("articles",), grain="all", run=settle)
DERIVATIONS = Stage(
    name="derivations",
    takes=("articles",),
    yields=("derivations",),
    grain="all",
    run=derivations,
)
FAMILIES = Stage(
    name="families",
    takes=("articles", "derivations"),
    yields=("families",),
    grain="all",
    run=families,
)
STORIES = Stage(
    name="stories", takes=("families", "articles"), yields=("stories",), grain="all", run=stories
)
ORIGINS = Stage(
    name="origins",
    takes=("stories", "families", "articles", "statements", "publishers"),
    yields=("stories", "families", "articles", "statements", "origins"),
    grain="all",
    run=resolve,
)
CLAIMS = Stage(
    name="claims",
    takes=("stories", "families", "articles", "statements", "ties"),
    yields=("claims",),
    grain="all",
    run=claims,
)
STAGES_OF_THE_PILE = (CREDITS, DERIVATIONS, FAMILIES, STORIES, ORIGINS, CLAIMS)

Ties = tuple[tuple[str, ...], ...]
"""Groups of names that the user declares to be one."""
Told = Callable[[str, int, int], None]
"""Told of progress: the stage, how many are done, how many there are."""


class Assembly(NamedTuple):
    """Every noun that is made over the whole pile, each in the order of ids."""

    articles: tuple[Article, ...]
    derivations: tuple[Derivation, ...]
    families: tuple[Family, ...]
    stories: tuple[Story, ...]
    origins: tuple[Origin, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]


def assemble(
    articles: Iterable[Article],
    statements: Iterable[Statement],
    *,
    ties: Ties = (),
    publishers: Sequence[Publisher] = (),
    told: Told | None = None,
) -> Assembly:
    """Run the stages that see the whole pile over what single pages gave, in any order."""
    nouns: dict[str, tuple[Any, ...]] = {
        "articles": _by_id(articles),
        "statements": _by_id(statements),
        "ties": ties,
        "publishers": tuple(publishers),
    }
    steps = len(STAGES_OF_THE_PILE)
    for place, stage in enumerate(STAGES_OF_THE_PILE):
        if told is not None:
            told(stage.name, place, steps)
        nouns.update(_run(stage, nouns))
    if told is not None:
        told(CLAIMS.name, steps, steps)
    found = {noun: nouns[noun] for noun in Assembly._fields}
    found["origins"] = _every_origin(found)
    return Assembly(**{noun: _by_id(records) for noun, records in found.items()})


def make_derivations(articles: Iterable[Article]) -> list[Derivation]:
    """Find the derivations of some records, as a pile that holds only these: credits come first."""
    return derivations(settle(articles))


def make_families(
    articles: Iterable[Article], derivations: Iterable[Derivation] | None = None
) -> list[Family]:
    """Find the families of some records, as a pile that holds only these: credits come first."""
    return families(settle(articles), derivations)


def make_stories(families: Iterable[Family], articles: Iterable[Article]) -> list[Story]:
    """Find the stories of some records, as a pile that holds only these: credits come first."""
    return stories(families, settle(articles))


def make_claims(
    stories: Iterable[Story],
    families: Iterable[Family],
    articles: Iterable[Article],
    statements: Iterable[Statement],
) -> list[Claim]:
    """Find the claims of some records, as a pile that holds only these: credits, then origins."""
    nouns: dict[str, tuple[Any, ...]] = {
        "stories": _by_id(stories),
        "families": _by_id(families),
        "articles": _by_id(articles),
        "statements": _by_id(statements),
        "ties": (),
        "publishers": (),
    }
    for stage in (CREDITS, ORIGINS, CLAIMS):
        nouns.update(_run(stage, nouns))
    return list(nouns["claims"])


def _run(stage: Stage, nouns: Mapping[str, Sequence[Any]]) -> dict[str, tuple[Any, ...]]:
    """Give a stage what it takes; take what it yields, in the order of ids."""
    made = stage.run(*(list(nouns[noun]) for noun in stage.takes))
    given = [made] if len(stage.yields) == 1 else [getattr(made, noun) for noun in stage.yields]
    return {noun: _by_id(records) for noun, records in zip(stage.yields, given, strict=True)}


def _by_id(records: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(records, key=lambda one: str(one.id)))


def _every_origin(found: Mapping[str, Sequence[Any]]) -> tuple[Origin, ...]:
    """Give one record for each origin that any record names, with every name and office met.

    The origins stage says what it knows of those that it looked at; the others are as found.
    """
    known = {origin.id: origin for origin in found["origins"]}
    others: dict[str, Origin] = {}
    for noun, records in found.items():
        if noun == "origins":
            continue
        for record in records:
            for identity, origin in origins_within(record).items():
                if identity not in known:
                    held = others.get(identity, origin)
                    others[identity] = _join(held, origin)
    return tuple({**others, **known}.values())


def _join(one: Origin, other: Origin) -> Origin:
    """Make one record of two of the same id; which came first is nothing to the result."""
    first, second = sorted((one, other), key=lambda origin: (origin.name, origin.kind))
    aliases = {*one.aliases, *other.aliases, second.name} - {first.name}
    roles = {*one.roles, *other.roles}
    return replace(first, aliases=tuple(sorted(aliases)), roles=tuple(sorted(roles)))
