"""Which origins are one node of a claim's graph: a spokesman and his body, unnamed people, ties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from networkx.utils import UnionFind

from twosource.records import Origin
from twosource.text.names import plain_key
from twosource.text.words import fold

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
_DESCRIBED = re.compile(r"\b(?:of|for|at|in|with|from|on|who|familiar|briefed)\b")
_ABOARD = re.compile(r" (?:on|aboard)(?: board| the ship)?$")
_LONGEST_DESCRIPTION = 160
_DESCRIPTIONS_KEPT = 4096
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


_HEADS = re.compile(
    r"^(.{2,60}?)(?:['\u2019]s?)? (?:(?:co|former)-?)?(?:chief executive(?: officer)?|ceo"
    r"|managing director|founder|owner|chairman|chairwoman|general secretary)$"
    r"|\b(?:chief executive|ceo|head|chairman|chairwoman|founder|owner|director) (?:of|at) "
    r"(?:the )?(.{2,60})$",
    re.IGNORECASE,
)
_BODIES = frozenset(
    """compani firm group organis organiz agenc ministri depart administr govern offic board
    committe commiss oper club team chariti parti corpor campaign network airlin bank retail maker
    manufactur statement spokesman spokeswoman spokesperson lawyer attorney plaintiff challeng
    servic union associ institut univers hospit council author offici execut sourc insid report
    spokespeopl repres leader member chief ceo paper newspap""".split()
)
"""Stems of words that call a body or its people without a name: "the company", "officials"."""
_HEARSAY = frozenset(
    """media report press news account rumour rumor outlet newspap paper social user post websit
    onlin stori articl televis broadcast channel blog blogger publish claim earlier initi
    unconfirm unverifi some""".split()
)
"""Stems of words that name a way of hearing it and nobody who said it."""
_SHORTEST_QUOTATION, _SHORTEST_WORDING = 5, 8
_ALIKE = 0.7
"""How alike (Dice, by words) two quotations are that render one utterance."""


class Telling(NamedTuple):
    """Who is said to have told it, through whom (nearest the speakers first), in which words.

    ``wording`` are the folded words that assert it, ``quoted`` those of them in quotation marks,
    ``text`` is the family whose text tells it.
    """

    speakers: tuple[Origin, ...]
    relays: tuple[Origin, ...]
    wording: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()
    text: str = ""


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
        found = _HEADS.search(role)
        if found:
            body = plain_key(found.group(1) or found.group(2))
            if not body.startswith("@"):
                return body
    return None


def names_nobody(origin: Origin) -> bool:
    """Tell whether a speaker is only hearsay: "media reports", "social media users"."""
    if origin.kind in {"outlet", "agency", "aggregator", "person"}:
        return False
    return set(plain_key(origin.name).split()) - _VAGUE_WORDS <= _HEARSAY


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
        *_called_without_name(listed, keys),
        *_described_and_named(origins, keys),
        *_same_person(origins),
        *_same_utterance(listed),
        *_named_further_down(listed),
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
        same = could_be_same(keys[pair[0]], keys[pair[1]])
        if frozenset(pair) not in apart and (
            same or _could_be_one(*(origins[key].name for key in pair))
        ):
            yield pair


def _called_without_name(tellings: list[Telling], keys: dict[str, str]) -> Iterator[Pair]:
    """Yield "the company", "its CEO" with whoever else tells it: nothing shows that they differ.

    Not within one text, which knows whom it calls what, and not for a description that says more
    ("the fire service", "US officials").
    """
    told = sorted({(o.id, t.text) for t in tellings for o in t.speakers})
    by_id = {o.id: o for t in tellings for o in t.speakers}
    for key, text in told:
        words = set(keys[key].split()) - _VAGUE_WORDS
        if by_id[key].kind not in {"organisation", "unnamed"} or not words <= _BODIES:
            continue
        for other, elsewhere in told:
            held = by_id[other]
            if other == key or elsewhere == text or held.kind in {"outlet", "agency"}:
                continue
            if held.kind != "person" or body_of(held) is not None:
                yield key, other


def _described_and_named(origins: dict[str, Origin], keys: dict[str, str]) -> Iterator[Pair]:
    """Yield "the harbour master" with a person to whom any page gives that office."""
    for key, origin in origins.items():
        if origin.kind != "unnamed":
            continue
        for other, held in origins.items():
            if held.kind == "person" and any(
                could_be_same(keys[key], plain_key(role)) for role in held.roles
            ):
                yield key, other


def _same_person(origins: dict[str, Origin]) -> Iterator[Pair]:
    """Yield names that may be one person's: "K. Novak", "Kat Novak", "Katarina Novak"."""
    people = [(key, fold(o.name).split()) for key, o in origins.items() if o.kind == "person"]
    for (one, ours), (other, theirs) in combinations(people, 2):
        if not ours or not theirs or ours[-1] != theirs[-1]:
            continue
        a, b = ours[0], theirs[0]
        if min(len(ours), len(theirs)) == 1 or a.startswith(b) or b.startswith(a):
            yield one, other


def _same_utterance(tellings: list[Telling]) -> Iterator[Pair]:
    """Yield speakers of different texts to whom one and the same wording is given.

    A quotation of five words or more is one utterance, whatever each house calls its speaker. Words
    outside quotation marks may be two people's, so they do not join two who are told apart by name
    or by description.
    """
    distinct = {(t.speakers[0].id, t.wording, t.quoted, t.text): t for t in tellings if t.speakers}
    by_speaker = {(key[0], key[1]): t for key, t in distinct.items()}
    for one, other in combinations(by_speaker.values(), 2):
        if one.text == other.text:
            continue
        quoted = _is_alike(one.quoted, other.quoted)
        same = len(one.wording) >= _SHORTEST_WORDING and one.wording == other.wording
        a, b = one.speakers[0], other.speakers[0]
        told_apart = a.kind == b.kind and a.kind in {"person", "unnamed"}
        if a.id != b.id and (quoted or (same and not told_apart)):
            yield a.id, b.id


def _named_further_down(tellings: list[Telling]) -> Iterator[Pair]:
    """Yield "a keeper of the dam" with the one person whom the same text then names for it."""
    by_text: dict[str, dict[str, Origin]] = {}
    for telling in tellings:
        if len(telling.speakers) == 1:
            by_text.setdefault(telling.text, {})[telling.speakers[0].id] = telling.speakers[0]
    for told in by_text.values():
        named = [o for o in told.values() if o.kind == "person"]
        for origin in told.values():
            words = plain_key(origin.name).split()
            alone = origin.kind == "unnamed" and not {"offici", "author", "sourc"} & set(words)
            if alone and len(named) == 1 and not _are_several(origin.name):
                yield named[0].id, origin.id


def _are_several(name: str) -> bool:
    """Tell whether a description is of several people: "divers of the rescue service"."""
    head = _DESCRIBED.split(name, maxsplit=1)[0].casefold().split()
    if not head:
        return False
    return head[-1] in {"people", "police", "staff"} or (
        head[-1].endswith("s") and not head[-1].endswith(("ss", "us", "is"))
    )


class _Description(NamedTuple):
    several: bool
    core: tuple[str, ...]
    named: frozenset[str]


@lru_cache(maxsize=_DESCRIPTIONS_KEPT)
def _read_description(name: str) -> _Description:
    """Read what one is called (stems), and the names and bodies that are told besides."""
    core, *rest = _DESCRIBED.split(_ABOARD.sub("", name[:_LONGEST_DESCRIPTION]), maxsplit=1)
    named = frozenset(_read_named(" ".join(rest)))
    return _Description(_are_several(name), tuple(plain_key(core).split()), named)


def _could_be_one(one: str, other: str) -> bool:
    """Tell whether two descriptions of one person each may mean one: "nurse on board", "nurse".

    They call the person alike, and what they say besides names no two bodies, ships or places.
    """
    ours, theirs = _read_description(one), _read_description(other)
    alike = ours.core[-1:] == theirs.core[-1:] != ()
    if ours.several or theirs.several or not alike:
        return False
    called = [set(description.core) - _VAGUE_WORDS for description in (ours, theirs)]
    return all(a <= b or b <= a for a, b in (called, (ours.named, theirs.named)))


def _read_named(words: str) -> set[str]:
    """Return the stems of the names and of the bodies that a description holds."""
    return {
        stem
        for word in words.split()
        for stem in plain_key(word).split()
        if word[:1].isupper() or stem in _BODIES or stem.startswith("@")
    }


def _is_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two quotations render one utterance: most of their words are the same."""
    if min(len(one), len(other)) < _SHORTEST_QUOTATION:
        return False
    shared = 2 * len(set(one) & set(other))
    return shared >= _ALIKE * (len(set(one)) + len(set(other)))


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
