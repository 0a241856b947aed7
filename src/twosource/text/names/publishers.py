"""Outlets, agencies and aggregators: the shipped table, a user's own, and names told by words.

``weights/outlets.json`` is plain data that anyone can read. A row holds ``name``, ``kind``,
``short`` (other names), ``domains``, ``owner`` and ``country`` (null where not known), and in
``unsure`` those of its names that are common words or letters of others too ("Time", "PA"). A
user's own table has the same rows, of which only ``name`` and ``kind`` are needed.

A name that several rows bear ("The Star", "Pravda") is an outlet's, and nobody knows whose: it is
an origin of its own, until a story shows which one is meant. What stands in no table is judged by
its own words ("… News Agency").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from twosource import weights
from twosource.records import SOURCE_NOT_STATED, Origin, OriginKind, identify
from twosource.text.names.keys import LONGEST_NAME, fold_spaces, key_of, opens_with
from twosource.text.names.lookalikes import is_disguised, show_unseen
from twosource.text.words import words

PUBLISHER_KINDS = frozenset({"outlet", "agency", "aggregator"})
SOURCE_NOT_STATED_ORIGIN = Origin(id=SOURCE_NOT_STATED, name="source not stated", kind="unnamed")

_OUTLET_WORDS = frozenset(
    """times post herald gazette tribune news journal chronicle courier mail observer telegraph
    mirror express echo bulletin register dispatch ledger sentinel examiner inquirer globe radio tv
    television broadcasting magazine weekly daily pravda gazeta zeitung newspaper press argus
    messenger advertiser mercury record review standard reporter star sun today monitor
    correspondent""".split()
)
_WEAK_OUTLET_WORDS = frozenset(
    """press post standard record review mercury reporter star sun today monitor express mail
    correspondent register""".split()
)
_NO_PAPER_ALONE = frozenset(
    """press radio tv television broadcasting newspaper today reporter correspondent record review
    standard""".split()
)
_AGENCY_ENDINGS = (
    "news agency",
    "press agency",
    "news service",
    "newswire",
    "wire service",
    "wire",
    "telegraph agency",
    "press service",
    "news wire",
)
_BODY_PRESS_SERVICE = ("press service", "press office")
_DOMAIN = re.compile(
    r"^(?:https?://)?(?:www\.)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,6})(?:[/:?#]|$)"
)
_SITE_NAME = re.compile(
    r"^[\w-]{2,40}\.(?:com|net|org|info|news|ru|ua|uk|de|fr|it|es|in|io|co|tv|eu)$"
)
_MOST_WORDS = 6
_NAMES_KEPT = 20_000
"""Answers kept: menus say the same names on every page, and one name is asked about many times."""
_LONGEST_GIVEN = 10 * LONGEST_NAME
"""So much of a name is looked at: it may be broken over lines."""


class Publisher(NamedTuple):
    """An outlet, agency or aggregator as a table has it."""

    name: str
    kind: OriginKind
    short: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    owner: str | None = None
    country: str | None = None
    unsure: tuple[str, ...] = ()

    @property
    def origin(self) -> Origin:
        """Return the publisher as one that can speak; a name shared with others is no alias."""
        return Origin(
            id=origin_id(self.kind, self.name), name=self.name, kind=self.kind, aliases=self.short
        )


class Publishers:
    """Publishers by name and by address; never changed once made."""

    def __init__(self, rows: Iterable[Publisher]) -> None:
        self.rows = tuple(rows)
        self._by_domain: dict[str, Publisher] = {}
        named: dict[str, dict[str, Publisher]] = {}
        for row in self.rows:
            for domain in row.domains:
                self._by_domain.setdefault(domain.casefold(), row)
            for name in (row.name, *row.short):
                named.setdefault(key_of(name), {}).setdefault(row.name, row)
        self._by_key = {key: tuple(bearers.values()) for key, bearers in named.items()}
        self._openings = frozenset(key.partition(" ")[0] for key in named)
        self.shared = frozenset(k for k, bearers in self._by_key.items() if len(bearers) > 1)
        self._unsure: dict[str, set[str]] = {}
        for name in (one for row in self.rows for one in row.unsure):
            self._unsure.setdefault(key_of(name), set()).add(_without_article(name))

    def find_by_address(self, address: str) -> Publisher | None:
        """Return the publisher whose domain an address lies in, or None."""
        domain = _DOMAIN.match(address.strip()[:LONGEST_NAME].lower())
        if domain is None:
            return None
        labels = domain.group(1).split(".")
        return next(
            (
                self._by_domain[tail]
                for first in range(len(labels) - 1)
                if (tail := ".".join(labels[first:])) in self._by_domain
            ),
            None,
        )

    def find(self, name_or_address: str) -> Publisher | None:
        """Return the publisher that goes by a name or address; one of many bearers is only named.

        >>> shipped().find("The Star").name, shipped().find("the-star.co.ke").name
        ('The Star', 'The Star (Kenya)')
        """
        text = name_or_address.strip()[:LONGEST_NAME]
        if " " not in text:
            found = self.find_by_address(text)
            if found is not None:
                return found
        if not opens_with(text, self._openings):
            return None
        key = key_of(text)
        bearers = self._by_key.get(key, ())
        if not self._is_written_so(key, text):
            return None
        if len(bearers) > 1:
            kinds = {row.kind for row in bearers}
            return Publisher(fold_spaces(text), kinds.pop() if len(kinds) == 1 else "outlet")
        return bearers[0] if bearers else None

    def _is_written_so(self, key: str, text: str) -> bool:
        """Tell whether a name that is a common word too has its capitals: "the star" is none."""
        written = self._unsure.get(key)
        return written is None or text.isupper() or _without_article(text) in written

    def bearers(self, name: str) -> tuple[Publisher, ...]:
        """Return every publisher that goes by a name."""
        return self._by_key.get(key_of(name), ())


def read_rows(rows: Iterable[Mapping[str, Any]]) -> tuple[Publisher, ...]:
    """Return the publishers of a table's rows; only ``name`` and ``kind`` are needed.

    Raises ValueError, saying which row, where one is not of that shape.
    """
    found = []
    for number, row in enumerate(rows, start=1):
        name = row.get("name")
        if not isinstance(name, str) or not key_of(name):
            raise ValueError(f"row {number} has no name")
        if row.get("kind") not in PUBLISHER_KINDS:
            raise ValueError(f"row {number} ({name}) is of no kind: outlet, agency or aggregator")
        lists = {field: row.get(field) or () for field in ("short", "domains", "unsure")}
        for field, held in lists.items():
            if isinstance(held, str) or not all(isinstance(one, str) for one in held):
                raise ValueError(f"row {number} ({name}): {field} is a list of texts")
        owner, country = row.get("owner"), row.get("country")
        if not all(one is None or isinstance(one, str) for one in (owner, country)):
            raise ValueError(f"row {number} ({name}): owner and country are texts or null")
        found.append(
            Publisher(
                name=" ".join(name.split()),
                kind=row["kind"],
                short=tuple(lists["short"]),
                domains=tuple(lists["domains"]),
                owner=owner,
                country=country,
                unsure=tuple(lists["unsure"]),
            )
        )
    return tuple(found)


def _without_article(name: str) -> str:
    return " ".join(name.split()).removeprefix("The ").removeprefix("the ")


@cache
def shipped() -> Publishers:
    """Return the publishers of the shipped table."""
    return Publishers(read_rows(weights.load_json("outlets.json")))


def known_outlet(name_or_domain: str) -> Origin | None:
    """Return the publisher of the shipped table that goes by this name or domain, or None."""
    return _known(name_or_domain.strip()[:LONGEST_NAME])


@lru_cache(maxsize=_NAMES_KEPT)
def _known(name_or_domain: str) -> Origin | None:
    found = shipped().find(name_or_domain)
    return found.origin if found is not None else None


def is_shared(name: str) -> bool:
    """Tell whether several publishers of the shipped table go by this name: "The Herald"."""
    return key_of(name) in shipped().shared


def looks_like_agency(name: str) -> bool:
    """Tell whether a name is that of a news agency, by the table or by its own words."""
    known = known_outlet(name)
    if known is not None:
        return known.kind == "agency"
    if not name.strip()[:1].isupper():
        return False
    key = key_of(name)
    return key.endswith(_AGENCY_ENDINGS) and not key.endswith(_BODY_PRESS_SERVICE)


def looks_like_outlet(name: str) -> bool:
    """Tell whether a name is that of an outlet or agency, by the table or by its own words.

    >>> (
    ...     looks_like_outlet("The Harbour Gazette"),
    ...     looks_like_outlet("Mr. Post"),
    ...     looks_like_outlet("police"),
    ... )
    (True, False, False)
    """
    text = name.strip()
    if known_outlet(text) is not None or looks_like_agency(text):
        return True
    if _SITE_NAME.match(text.lower()) and " " not in text:
        return True
    if _OUTLET_WORDS.isdisjoint(key_of(text).split()):
        return False
    parts = words(text[:LONGEST_NAME])
    if not parts or len(parts) > _MOST_WORDS or not text[parts[-1].start].isupper():
        return False
    titled = {"mr", "mrs", "ms", "dr", "sir"} & {w.folded for w in parts}
    names = [w.folded for w in parts if w.folded not in {"the", "of", "and"}]
    if titled or not names:
        return False
    if len(names) == 1:
        # "the Post" names a paper only with its article, and a capital.
        return parts[0].folded == "the" and names[0] in _OUTLET_WORDS - _NO_PAPER_ALONE
    strong = _OUTLET_WORDS - _WEAK_OUTLET_WORDS
    if names[-1] in strong or names[0] in {"daily", "radio", "gazeta"}:
        return True
    return names[-1] in _WEAK_OUTLET_WORDS and (parts[0].folded == "the" or names[0] == "daily")


def origin_id(kind: str, name: str) -> str:
    """Publishers of one name are one; a person and an outlet of one name are two.

    A name of letters of several scripts is never that of one which it only looks like.
    """
    family = "publisher" if kind in PUBLISHER_KINDS else kind
    if is_disguised(name):
        return identify("origin", family, key_of(name), fold_spaces(name).casefold())
    return identify("origin", family, key_of(name))


def make_origin(name: str, kind: OriginKind | None = None, roles: tuple[str, ...] = ()) -> Origin:
    """Return the origin of this name; without ``kind`` it is told by the table or the name's words.

    A name that the table knows as publisher takes its full form: "NYT" is "The New York Times".
    Signs that nobody sees are written out in it, so that it is no other's.

    >>> make_origin("NYT").name, make_origin("NYT").kind
    ('The New York Times', 'outlet')
    """
    shown = show_unseen(fold_spaces(name[:_LONGEST_GIVEN])[:LONGEST_NAME])[:LONGEST_NAME]
    if kind in {None, *PUBLISHER_KINDS}:
        known = known_outlet(shown)
        if known is not None:
            return Origin(
                id=known.id,
                name=known.name,
                kind=kind or known.kind,
                aliases=known.aliases,
                roles=roles,
            )
    if kind is None:
        if looks_like_agency(shown):
            kind = "agency"
        else:
            kind = "outlet" if looks_like_outlet(shown) else "organisation"
    return Origin(id=origin_id(kind, shown), name=shown, kind=kind, roles=roles)
