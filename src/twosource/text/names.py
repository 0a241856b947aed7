"""Names of those who speak and publish: outlets, agencies, countries, and what they compare by.

The tables (``weights/outlets.json``, ``weights/countries.json``) are plain data that anyone can
read and extend. A name that stands in no table is judged by its own words ("… News Agency").
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from twosource import weights
from twosource.records import SOURCE_NOT_STATED, Origin, OriginKind, identify
from twosource.text.words import stem, words

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
_LONGEST_NAME = 200
_MOST_WORDS = 6
_FUNCTION_WORDS = frozenset("of the for from in at to with a an and on by".split())
SOURCE_NOT_STATED_ORIGIN = Origin(id=SOURCE_NOT_STATED, name="source not stated", kind="unnamed")


class Country(NamedTuple):
    """A country (or bloc) as the news names it; ``name`` is how others compare to it."""

    name: str
    is_capital: bool
    is_demonym: bool


def key_of(name: str) -> str:
    """Return what a name compares by: folded words without a leading article.

    >>> key_of("The New York Times") == key_of("New York  Times")
    True
    """
    folded = [w.folded.removesuffix("'s") for w in words(name[:_LONGEST_NAME])]
    if len(folded) > 1 and folded[0] in {"the", "a", "an"}:
        folded = folded[1:]
    return " ".join(folded)


@cache
def _outlets() -> dict[str, tuple[str, OriginKind, tuple[str, ...]]]:
    table: dict[str, tuple[str, OriginKind, tuple[str, ...]]] = {}
    for row in weights.load_json("outlets.json"):
        entry = (row["name"], row["kind"], tuple(row["short"]))
        for domain in row["domains"]:
            table.setdefault(domain, entry)
        for name in (row["name"], *row["short"]):
            table.setdefault(key_of(name), entry)
    return table


@cache
def _countries() -> dict[str, Country]:
    table: dict[str, Country] = {}
    for row in weights.load_json("countries.json"):
        for name in (row["name"], *row["short"]):
            table.setdefault(key_of(name), Country(row["name"], is_capital=False, is_demonym=False))
        for name in row["demonyms"]:
            table.setdefault(key_of(name), Country(row["name"], is_capital=False, is_demonym=True))
        for name in row["capitals"]:
            table.setdefault(key_of(name), Country(row["name"], is_capital=True, is_demonym=False))
    return table


def known_country(name: str) -> Country | None:
    """Return the country that a name, demonym or capital stands for, or None.

    >>> known_country("Kiev").name, known_country("U.S.").name, known_country("Plainville")
    ('Ukraine', 'United States', None)
    """
    return _countries().get(key_of(name))


def known_outlet(name_or_domain: str) -> Origin | None:
    """Return the publisher of the shipped table that goes by this name or domain, or None."""
    text = name_or_domain.strip()[:_LONGEST_NAME]
    table = _outlets()
    domain = _DOMAIN.match(text.lower())
    entry = None
    if domain and not text.count(" "):
        labels = domain.group(1).split(".")
        for first in range(len(labels) - 1):
            entry = entry or table.get(".".join(labels[first:]))
    entry = entry or table.get(key_of(text))
    if entry is None:
        return None
    name, kind, short = entry
    return Origin(id=_origin_id(kind, name), name=name, kind=kind, aliases=short)


def looks_like_agency(name: str) -> bool:
    """Tell whether a name is that of a news agency, by the table or by its own words."""
    known = known_outlet(name)
    if known is not None:
        return known.kind == "agency"
    key = key_of(name)
    if key.endswith(_BODY_PRESS_SERVICE):
        return False
    return key.endswith(_AGENCY_ENDINGS) and name.strip()[:1].isupper()


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
    parts = words(text[:_LONGEST_NAME])
    if not parts or len(parts) > _MOST_WORDS or not text[parts[-1].start].isupper():
        return False
    titled = {"mr", "mrs", "ms", "dr", "sir"} & {w.folded for w in parts}
    names = [w.folded for w in parts if w.folded not in {"the", "of", "and"}]
    if titled or not names:
        return False
    if len(names) == 1:
        # "the Post" names a paper only with its article, and a capital.
        return parts[0].folded == "the" and names[0] in _OUTLET_WORDS - {
            "press",
            "radio",
            "tv",
            "television",
            "broadcasting",
            "newspaper",
            "today",
            "reporter",
            "correspondent",
            "record",
            "review",
            "standard",
        }
    strong = _OUTLET_WORDS - _WEAK_OUTLET_WORDS
    if names[-1] in strong or names[0] in {"daily", "radio", "gazeta"}:
        return True
    return names[-1] in _WEAK_OUTLET_WORDS and (parts[0].folded == "the" or names[0] == "daily")


def _origin_id(kind: str, name: str) -> str:
    """Publishers of one name are one; a person and an outlet of one name are two."""
    family = "publisher" if kind in {"outlet", "agency", "aggregator"} else kind
    return identify("origin", family, key_of(name))


def make_origin(name: str, kind: OriginKind | None = None, roles: tuple[str, ...] = ()) -> Origin:
    """Return the origin of this name; without ``kind`` it is told by the table or the name's words.

    A name that the table knows as publisher takes its full form: "NYT" is "The New York Times".

    >>> make_origin("NYT").name, make_origin("NYT").kind
    ('The New York Times', 'outlet')
    """
    shown = fold_spaces(" ".join(name.split())[:_LONGEST_NAME])
    if kind in {None, "outlet", "agency", "aggregator"}:
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
    return Origin(id=_origin_id(kind, shown), name=shown, kind=kind, roles=roles)


def fold_spaces(name: str) -> str:
    """Return a name on one line, without a possessive at its end."""
    shown = " ".join(name.split())
    while (bare := shown.removesuffix("'s").removesuffix("\u2019s").rstrip()) not in {shown, ""}:
        shown = bare
    return shown


def scripts_of(name: str) -> frozenset[str]:
    """Return the scripts that a name's letters are of; more than one, and it may only look alike.

    >>> sorted(scripts_of("Ada")), sorted(scripts_of("\u0410da"))
    (['LATIN'], ['CYRILLIC', 'LATIN'])
    """
    return frozenset(
        unicodedata.name(c, "UNKNOWN").split(" ", 1)[0] for c in name[:_LONGEST_NAME] if c.isalpha()
    )


def plain_key(name: str) -> str:
    """Return a name's key with countries by one name and plurals dropped: "US officials"."""
    found = words(name)
    parts: list[str] = []
    at = 0
    while at < len(found):
        for size in (3, 2, 1):
            group = found[at : at + size]
            country = (
                known_country(name[group[0].start : group[-1].end])
                if len(group) == size and name[group[0].start].isupper()
                else None
            )
            if country is not None:
                parts.append("@" + country.name.casefold())
                at += size
                break
        else:
            folded = found[at].folded.removesuffix("'s")
            if folded not in _FUNCTION_WORDS:
                parts.append(stem(folded))
            at += 1
    return " ".join(parts) or key_of(name)
