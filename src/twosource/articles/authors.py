"""The people who wrote an article, as its byline or its page says; none invented."""

from __future__ import annotations

import re

from twosource.articles.credits import is_staff, names_house
from twosource.articles.evidence import Line, read_byline
from twosource.articles.houses import same_house
from twosource.articles.labels import Labelled
from twosource.articles.metadata import Metadata
from twosource.text.names import looks_like_outlet

_POST = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|producers?|bureau chief)$", re.IGNORECASE
)
_PERSON = re.compile(r"^[^\W\d_][\w.'’\-]*(?:\s[^\W\d_(“\"][\w.'’\-\"”)]*){1,5}$")
_AUTHOR_LONGEST = 60
_AUTHORS_MOST = 12


def find_authors(
    lines: list[Line], labelled: Labelled, metadata: Metadata, site: str
) -> tuple[str, ...]:
    """Return the people that a byline, failing that the page's metadata, names; none invented."""
    found: list[str] = []
    for stretch in labelled.stretches:
        if stretch.kind == "byline":
            byline = read_byline(lines[stretch.line].block.text)
            found.extend(byline[0] if byline else ())
    people = _only_people(found, site)
    return people or _only_people(_split_authors(metadata.authors), site)


def _split_authors(authors: tuple[str, ...]) -> list[str]:
    parts: list[str] = []
    for author in authors:
        bare = re.sub(r"^by\s+", "", author.strip(), flags=re.IGNORECASE)
        parts.extend(p.strip() for p in re.split(r",|;|\||&|\band\b", bare) if p.strip())
    return parts


def _only_people(names: list[str], site: str) -> tuple[str, ...]:
    people: dict[str, str] = {}
    for name in names:
        if len(name) > _AUTHOR_LONGEST or "@" in name or "/" in name or is_staff(name):
            continue
        if looks_like_outlet(name) or names_house(name) or _POST.search(name):
            continue
        if (site and same_house(name, site)) or not _PERSON.match(name):
            continue
        shown = name.title() if name.isupper() else name
        people.setdefault(shown.casefold(), shown)
    return tuple(people.values())[:_AUTHORS_MOST]
