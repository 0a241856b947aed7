"""The late step: what only a look across pages can tell.

Every earlier stage is a function of its own record. Here one origin under several names becomes
one, a surname finds its full name in another page of the story, and an undated article may take the
day of its story. Ids of articles, families and statements stay as they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from networkx.utils import UnionFind
from rapidfuzz.distance import Levenshtein

from twosource.origins.own import Resolution, apply_own
from twosource.records import Article, Family, Origin, Published, Statement, Story
from twosource.text.names import (
    PUBLISHER_KINDS,
    SOURCE_NOT_STATED_ORIGIN,
    Publisher,
    Publishers,
    fits_office,
    is_disguised,
    is_shared,
    key_of,
    known_country,
    origin_id,
    plain_key,
    scripts_of,
)
from twosource.text.words import fold

_MOST_ROUNDS = 6
_SPELLING_EDITS = 2
_SPELLING_PREFIX = 4
_DAY = len("2026-01-31")
Join = Callable[..., None]
"""Says that two nodes are one."""


class _Use(NamedTuple):
    origin: Origin
    story: str


def resolve(
    stories: Iterable[Story],
    families: Iterable[Family],
    articles: Iterable[Article],
    statements: Iterable[Statement],
    publishers: Sequence[Publisher] = (),
) -> Resolution:
    """Return the same records with one origin for each that can speak or publish.

    ``publishers`` are the rows of a user's own table: what they name is theirs before anything is
    joined. Applying it to its own result changes nothing.
    """
    before = Resolution(tuple(stories), tuple(families), tuple(articles), tuple(statements), ())
    if publishers:
        before = apply_own(before, Publishers(publishers))
    after = _resolve_once(before)
    # A name that one joining made known may let another join: as often as it takes, in few rounds.
    for _ in range(_MOST_ROUNDS):
        before, after = after, _resolve_once(after)
        if after == before:
            break
    return after


def _resolve_once(given: Resolution) -> Resolution:
    """Join what the names show as they stand."""
    stories, families, articles, statements, _ = given
    witnesses = {f.id: f.witnesses for f in families}
    story_of = {
        w: s.id
        for s in sorted(stories, key=lambda s: s.id)
        for key in s.families
        for w in witnesses.get(key, ())
    }
    made = _join(list(_uses(families, articles, statements, story_of)))

    def one(origin: Origin, article: str) -> Origin:
        return made.get(_node(origin, story_of.get(article, "")), origin)

    def maybe(origin: Origin | None, article: str) -> Origin | None:
        return None if origin is None else one(origin, article)

    dated = _dates(stories, families, articles)
    return Resolution(
        stories,
        tuple(
            replace(
                f,
                origin=maybe(f.origin, _first(f)),
                lost=tuple(n._replace(origin=maybe(n.origin, _first(f))) for n in f.lost),
            )
            for f in families
        ),
        tuple(
            replace(
                a,
                outlet=maybe(a.outlet, a.id),
                via=maybe(a.via, a.id),
                credit=maybe(a.credit, a.id),
                published=dated.get(a.id, a.published),
            )
            for a in articles
        ),
        tuple(
            replace(
                s,
                speakers=_once(one(o, s.article) for o in s.speakers),
                relays=_once(one(o, s.article) for o in s.relays),
            )
            for s in statements
        ),
        tuple(
            sorted(
                {o.id: o for o in (*made.values(), SOURCE_NOT_STATED_ORIGIN)}.values(),
                key=lambda o: o.id,
            )
        ),
    )


def _first(family: Family) -> str:
    return min(family.witnesses, default="")


def _node(origin: Origin, story: str) -> str:
    """Return what an origin is joined by: a bare surname or "the Post" is one only in its story.

    So is a name that several papers bear, until the story shows whose it is.
    """
    if origin.kind not in PUBLISHER_KINDS and origin.kind != "person":
        return origin.id
    bare = len(key_of(origin.name).split()) == 1
    shared = origin.kind in PUBLISHER_KINDS and is_shared(origin.name)
    return f"{origin.id} {story}" if bare or shared else origin.id


def _once(origins: Iterable[Origin]) -> tuple[Origin, ...]:
    kept: dict[str, Origin] = {}
    for origin in origins:
        kept.setdefault(origin.id, origin)
    return tuple(kept.values())


def _uses(
    families: tuple[Family, ...],
    articles: tuple[Article, ...],
    statements: tuple[Statement, ...],
    story_of: dict[str, str],
) -> Iterable[_Use]:
    for article in articles:
        story = story_of.get(article.id, "")
        yield from (
            _Use(o, story) for o in (article.outlet, article.via, article.credit) if o is not None
        )
    for family in families:
        story = story_of.get(_first(family), "")
        yield from (
            _Use(o, story)
            for o in (family.origin, *(n.origin for n in family.lost))
            if o is not None
        )
    for statement in statements:
        story = story_of.get(statement.article, "")
        yield from (_Use(o, story) for o in (*statement.speakers, *statement.relays))


def _join(uses: list[_Use]) -> dict[str, Origin]:
    """Return each node (an origin, or a bare name in its story) → what stands for all its names."""
    by_id: dict[str, list[_Use]] = {}
    for use in uses:
        by_id.setdefault(_node(use.origin, use.story), []).append(use)
    joined = UnionFind(sorted(by_id))
    _join_keys(by_id, joined.union)
    _join_short_papers(by_id, joined.union)
    _join_persons(by_id, joined)
    made: dict[str, Origin] = {}
    for keys in joined.to_sets():
        standing = _stand_for([use for key in sorted(keys) for use in by_id[key]])
        made |= dict.fromkeys(sorted(keys), standing)
    # A bare name that two stories leave bare is shown with what both say of it.
    shown: dict[str, Origin] = {}
    for key in sorted(made):
        shown[made[key].id] = _with_both(shown.get(made[key].id, made[key]), made[key])
    return {key: shown[origin.id] for key, origin in made.items()}


def _with_both(one: Origin, other: Origin) -> Origin:
    return replace(
        one,
        aliases=tuple(sorted({*one.aliases, *other.aliases} - {one.name})),
        roles=tuple(sorted({*one.roles, *other.roles})),
    )


def _join_keys(by_id: dict[str, list[_Use]], join: Join) -> None:
    """Join names that differ only in how a country is called: "US", "American", "United States"."""
    first: dict[tuple[str, str], str] = {}
    for key in sorted(by_id):
        origin = by_id[key][0].origin
        if origin.kind in {"organisation", "unnamed"} and not is_disguised(origin.name):
            known = first.setdefault((origin.kind, plain_key(origin.name)), key)
            if known != key:
                join(known, key)
    papers = {
        key_of(by_id[k][0].origin.name): k
        for k in sorted(by_id)
        if by_id[k][0].origin.kind in PUBLISHER_KINDS
    }
    for key in sorted(by_id):
        origin = by_id[key][0].origin
        paper = papers.get(key_of(origin.name)) if origin.kind == "organisation" else None
        if paper is not None and not is_disguised(origin.name):
            join(paper, key)


def _join_short_papers(by_id: dict[str, list[_Use]], join: Join) -> None:
    """Join "the Ledger", or a name that several bear, with the one paper of its story it may be."""
    rooms: dict[str, set[str]] = {}
    for key, listed in by_id.items():
        if any(u.origin.kind in PUBLISHER_KINDS for u in listed):
            for use in listed:
                rooms.setdefault(use.story, set()).add(key)
    rooms.pop("", None)
    for story in sorted(rooms):
        papers = {key: by_id[key][0].origin for key in sorted(rooms[story])}
        for key, short in papers.items():
            longer = [other for other in papers if _may_be(short, papers[other])]
            if len(longer) == 1:
                join(longer[0], key)


def _may_be(short: Origin, paper: Origin) -> bool:
    """Tell whether a short or shared name may mean a paper: it ends so, or is called so."""
    wanted, name = key_of(short.name).split(), key_of(paper.name).split()
    if is_disguised(short.name) or is_disguised(paper.name) or wanted == name:
        return False
    if len(wanted) == 1 and len(name) > 1 and name[-1] == wanted[0]:
        return True
    return is_shared(short.name) and key_of(short.name) in map(key_of, paper.aliases)


def _join_persons(by_id: dict[str, list[_Use]], joined: UnionFind[str]) -> None:
    """Join spellings of one name, and a surname with the one full name of its story."""
    rooms: dict[str, set[str]] = {}
    for key, listed in by_id.items():
        if listed[0].origin.kind == "person":
            for use in listed:
                rooms.setdefault(use.story, set()).add(key)
    rooms.pop("", None)
    people = {key: fold(listed[0].origin.name).split() for key, listed in by_id.items()}
    for story in sorted(rooms):
        full = sorted(key for key in rooms[story] if len(people[key]) > 1)
        for one, other in combinations(full, 2):
            if _spelled_alike(people[one], people[other], _roles(by_id[one]), _roles(by_id[other])):
                joined.union(one, other)
    for story in sorted(rooms):
        for key in sorted(rooms[story]):
            if len(people[key]) == 1:
                fitting = [
                    k
                    for k in sorted(rooms[story])
                    if len(people[k]) > 1
                    and people[k][-1] == people[key][0]
                    and _fits(by_id[key], by_id[k])
                ]
                if len({joined[k] for k in fitting}) == 1:
                    joined.union(fitting[0], key)


def _fits(bare: list[_Use], full: list[_Use]) -> bool:
    """Tell whether a surname may be a full name's: the offices that go with both agree."""
    offices = {role for use in full for role in use.origin.roles}
    return all(fits_office(role, offices) for use in bare for role in use.origin.roles)


def _roles(listed: list[_Use]) -> frozenset[str]:
    return frozenset(plain_key(role) for use in listed for role in use.origin.roles)


def _spelled_alike(
    one: list[str], other: list[str], roles: frozenset[str], other_roles: frozenset[str]
) -> bool:
    """Tell whether two full names are spellings of one: "Petra Zemsky", "Petra Zemskyy".

    One word may differ a little. A given name may differ only where both hold the same office; a
    surname also where nothing is said against it.
    """
    apart = [at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b]
    if len(one) != len(other) or len(apart) != 1:
        return False
    a, b = one[apart[0]], other[apart[0]]
    if len(scripts_of(a) | scripts_of(b)) != 1:
        # A Cyrillic letter in a Latin name is no spelling of it: it only looks like one.
        return False
    alike = (
        a[:_SPELLING_PREFIX] == b[:_SPELLING_PREFIX]
        and min(len(a), len(b)) > _SPELLING_PREFIX
        and Levenshtein.distance(a, b, score_cutoff=_SPELLING_EDITS) <= _SPELLING_EDITS
    )
    if apart[0] == len(one) - 1:
        return alike and (not roles or not other_roles or bool(roles & other_roles))
    return alike and bool(roles & other_roles)


def _stand_for(listed: list[_Use]) -> Origin:
    """Return the origin that stands for all these: the commonest full name, others as aliases."""
    kinds = Counter(u.origin.kind for u in listed)
    kind = min(kinds, key=lambda k: (k not in PUBLISHER_KINDS, -kinds[k], k))
    names = Counter(u.origin.name for u in listed)
    name = min(names, key=lambda n: (-len(n.split()), -names[n], n))
    country = known_country(name)
    if kind == "organisation" and country is not None:
        name = country.name
    elif kind in {"unnamed", "organisation"}:
        name = min(names, key=lambda n: (-names[n], len(n), n))
    aliases = sorted({a for u in listed for a in (*u.origin.aliases, u.origin.name)} - {name})
    roles = sorted({r for u in listed for r in u.origin.roles})
    return Origin(
        id=origin_id(kind, name),
        name=name,
        kind=kind,
        aliases=tuple(aliases),
        roles=tuple(roles),
    )


def _dates(
    stories: tuple[Story, ...], families: tuple[Family, ...], articles: tuple[Article, ...]
) -> dict[str, Published]:
    """Return the days that undated articles take from their story, marked as inferred."""
    by_id = {a.id: a for a in articles}
    members = {f.id: f.witnesses for f in families}
    found: dict[str, Published] = {}
    for story in stories:
        held = [by_id[w] for f in story.families for w in members.get(f, ()) if w in by_id]
        days = sorted(
            a.published.value[:_DAY]
            for a in held
            if a.published.value
            and a.published.how != "inferred"
            and len(a.published.value) >= _DAY
        )
        if not days or days[0] != days[-1]:
            continue
        for article in held:
            if article.published.value is None and article.published.how == "not_on_page":
                note = f"the dated pages of its story are all of {days[0]}"
                found[article.id] = Published(days[0], "inferred", note)
    return found
