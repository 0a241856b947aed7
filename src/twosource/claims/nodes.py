"""Which origins are one node of a claim's graph: a spokesman and his body, unnamed people, ties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from networkx.utils import UnionFind

from twosource.records import Origin
from twosource.text.names import plain_key

Pair = tuple[str, str]
_SPEAKS_BEFORE = re.compile(
    r"^(.{2,60}?)(?:['\u2019]s?)? (?:(?:official|chief|deputy|senior|main|lead|acting) ){0,2}"
    r"(?:spokes(?:man|woman|person)|press secretary|press officer|press service|press office)\b",
    re.IGNORECASE,
)
_SPEAKS_AFTER = re.compile(
    r"\b(?:spokes(?:man|woman|person)|press secretary|press officer) (?:for|of|at) "
    r"(?:the )?(.{2,60})$",
    re.IGNORECASE,
)
_MINISTER = re.compile(
    r"^((?:[\w-]+ ){0,3})minister(?: of| for) (?:the )?([\w ]{2,40})$|^((?:[\w-]+ ){1,4})minister$",
    re.IGNORECASE,
)
_OFFICES = frozenset(
    {
        "offici",
        "author",
        "sourc",
        "diplomat",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "aid",
        "repres",
    }
)
_VAGUE_WORDS = frozenset(
    "senior top local unnamed other several some two three four five six many one several".split()
)


class Telling(NamedTuple):
    """Who is said to have told it, and through whom, nearest the speakers first."""

    speakers: tuple[Origin, ...]
    relays: tuple[Origin, ...]


def body_of(origin: Origin) -> str | None:
    """Return the key of the body for which a role speaks: "Kremlin spokesman" → "kremlin"."""
    for role in origin.roles:
        for pattern in (_SPEAKS_BEFORE, _SPEAKS_AFTER):
            found = pattern.search(role)
            if found:
                return plain_key(found.group(1))
        found = _MINISTER.match(role)
        if found and origin.kind == "person":
            field_name = found.group(2) or found.group(3)
            if field_name and "prime" not in field_name.casefold():
                return plain_key(f"{field_name.strip()} ministry")
    return None


def merge_nodes(
    tellings: Iterable[Telling], makers: Iterable[Origin], ties: tuple[frozenset[str], ...]
) -> dict[str, str]:
    """Return origin id → node id: a spokesman with his body, unnamed people who may be the same.

    The lower number when unsure: a description that contains another ("a senior US official", "US
    officials"), and unnamed voices behind one relay that it nowhere tells apart, are one.
    """
    listed = list(tellings)
    origins = {o.id: o for o in makers}
    origins |= {o.id: o for t in listed for o in (*t.speakers, *t.relays)}
    keys = {key: plain_key(origin.name) for key, origin in sorted(origins.items())}
    joined = UnionFind(sorted(origins))
    for pair in (
        *_bodies_with_speakers(origins, keys),
        *_same_unnamed(listed, origins, keys),
        *_untold_apart(listed),
        *_tied(origins, ties),
    ):
        joined.union(*pair)
    # A body stands for its spokesman, whatever the order in which they were met.
    return {
        key: min(group, key=lambda k: (origins[k].kind == "person", k))
        for group in joined.to_sets()
        for key in group
    }


def _bodies_with_speakers(origins: dict[str, Origin], keys: dict[str, str]) -> Iterator[Pair]:
    """Yield who speaks for a body with the body, its other speakers and its unnamed people."""
    for key, origin in origins.items():
        body = body_of(origin)
        if body is None:
            continue
        for other, held in origins.items():
            is_body = held.kind in {"organisation", "unnamed"} and set(body.split()) <= set(
                keys[other].split()
            )
            plain = is_body and (held.kind == "organisation" or body == keys[other])
            office = held.kind == "unnamed" and _is_office_of(keys[other], body)
            if other != key and (plain or office or body == body_of(held)):
                yield key, other


def _same_unnamed(
    tellings: list[Telling], origins: dict[str, Origin], keys: dict[str, str]
) -> Iterator[Pair]:
    """Yield unnamed people who may be the same, unless one statement names both side by side."""
    apart = {frozenset(p) for t in tellings for p in combinations([o.id for o in t.speakers], 2)}
    for pair in combinations(sorted(k for k, o in origins.items() if o.kind == "unnamed"), 2):
        if frozenset(pair) not in apart and could_be_same(keys[pair[0]], keys[pair[1]]):
            yield pair


def _untold_apart(tellings: list[Telling]) -> Iterator[Pair]:
    """Yield unnamed voices behind one relay which that relay nowhere names side by side."""
    behind: dict[str, set[tuple[str, ...]]] = {}
    for telling in tellings:
        group = tuple(sorted(o.id for o in telling.speakers if o.kind == "unnamed"))
        if telling.relays and group:
            behind.setdefault(telling.relays[0].id, set()).add(group)
    for _, groups in sorted(behind.items()):
        widest = max(groups, key=lambda g: (len(g), g))
        for key in sorted({key for group in groups for key in group} - set(widest)):
            yield widest[0], key


def _tied(origins: dict[str, Origin], ties: tuple[frozenset[str], ...]) -> Iterator[Pair]:
    """Yield those whom the user declares to be one."""
    for tie in ties:
        tied = sorted(
            k for k, o in origins.items() if {plain_key(n) for n in (o.name, *o.aliases)} & tie
        )
        yield from ((tied[0], key) for key in tied[1:])


def _is_office_of(description: str, body: str) -> bool:
    """Tell whether "a Kremlin official" may be the one who speaks for the Kremlin by name."""
    rest = set(description.split()) - set(body.split()) - _VAGUE_WORDS
    return set(body.split()) <= set(description.split()) and rest <= _OFFICES


def could_be_same(one: str, other: str) -> bool:
    """Tell whether two descriptions of unnamed people may mean the same people."""
    ours, theirs = (set(k.split()) - _VAGUE_WORDS for k in (one, other))
    if not ours or not theirs:
        return True
    if ours <= theirs or theirs <= ours:
        return True
    places = [{w for w in s if w.startswith("@")} for s in (ours, theirs)]
    offices = [_OFFICES & s for s in (ours, theirs)]
    return bool(places[0] and places[0] == places[1] and all(offices))
