"""The people who wrote an article, as its byline or its page says; none invented."""

from __future__ import annotations

import re

from twosource.articles.credits import is_staff, names_house
from twosource.articles.evidence import Line, read_byline
from twosource.articles.houses import same_house
from twosource.articles.labels import Labelled
from twosource.articles.metadata import Metadata
from twosource.text.names import looks_like_outlet
from twosource.text.names.lexicon import given_names
from twosource.text.page_dates import read_page_date

_POST = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|producers?|bureau chief)$", re.IGNORECASE
)
_PERSON = re.compile(r"^[^\W\d_][\w.'’\-]*(?:\s[^\W\d_(“\"][\w.'’\-\"”)]*){1,5}$")
_BORDER = " |,•·–—-/:(⋅"
_TITLES = re.compile(r"^(?:by|written by|words by|posted by|author)\s*:?\s+", re.IGNORECASE)
_DEGREES = re.compile(r",?\s(?:Ph\.?D|M\.?D|MBA|CPA|CFP|RDN?|MS|RN|JD|Esq)\b\.?.{0,30}$")
_CAPITALISED = re.compile(
    r"^[A-ZÀ-Þ][\w.'’\-]{0,30}(?:\s(?:[A-ZÀ-Þ][\w.'’\-]{0,30}|de|da|di|du|la|le|van|von|der|den|el|bin)){0,5}$"
)
_GLUED = re.compile(r"(?<=[a-z])(?:Updated|Published|Posted|Reviewed|Edited)$")
_NEAR = 4
_OTHERS = frozenset(("comment", "aside", "footer", "nav", "hidden"))
"""Zones in which other people sign."""
_AUTHOR_LONGEST = 60
_AUTHORS_MOST = 12


def find_authors(
    lines: list[Line], labelled: Labelled, metadata: Metadata, site: str, *, alone: bool = False
) -> tuple[str, ...]:
    """Return the people whom a byline, the page's metadata or its markup names; none invented.

    The first of them that names anybody is believed. ``alone`` tells that the page holds no other
    article, so that a name marked as an author's near the head is this article's.
    """
    segment = labelled.segment
    signed = [s.line for s in labelled.stretches if s.kind in {"byline", "date"}]
    outer = [line for line in signed if not segment.body <= line < segment.body_end]
    # Several bylines within a text are of what it lists: books, pictures, other articles.
    chosen = outer or (signed if len(signed) == 1 else [])
    found = [name for line in chosen for name in _read_signed(lines[line].block.text)]
    return (
        _only_people(found, site)
        or _only_people(_split_authors(metadata.authors), site)
        or (_find_signed(lines, labelled, site) if alone else ())
    )


def _read_signed(text: str) -> tuple[str, ...]:
    """Return the names of a byline, also where a date stands behind them."""
    byline = read_byline(text)
    if byline is None:
        found = read_page_date(text)
        byline = read_byline(text[: found.start].rstrip(_BORDER)) if found is not None else None
    return tuple(_GLUED.sub("", name) for name in byline[0]) if byline is not None else ()


def _find_signed(lines: list[Line], labelled: Labelled, site: str) -> tuple[str, ...]:
    """Return the names that the markup marks as an author's, nearest the head of the article."""
    for line in lines[: labelled.segment.body + _NEAR]:
        if line.block.signed and line.block.zone not in _OTHERS:
            text = line.block.signed
            dated = read_page_date(text)
            text = text[: dated.start].rstrip(_BORDER) if dated is not None else text
            names = [name for name in _split_authors((text,)) if _CAPITALISED.match(name)]
            people = _only_people(names, site)
            if people:
                return people
    return ()


def _split_authors(authors: tuple[str, ...]) -> list[str]:
    parts: list[str] = []
    for author in authors:
        bare = _DEGREES.sub("", _TITLES.sub("", author.strip()))
        parts.extend(p.strip() for p in re.split(r",|;|\||&|\band\b", bare) if p.strip())
    return parts


def _only_people(names: list[str], site: str) -> tuple[str, ...]:
    people: dict[str, str] = {}
    for name in names:
        if len(name) > _AUTHOR_LONGEST or "@" in name or "/" in name or is_staff(name):
            continue
        if looks_like_outlet(name) or names_house(name) or _POST.search(name):
            continue
        given = name.split()[0].strip(".") in given_names()
        if site and same_house(name, site) and not (given and " " in name):
            # A weblog may bear its writer's name; a house bears nobody's given name.
            continue
        if not _PERSON.match(name) and not (given and " " not in name):
            continue
        shown = name.title() if name.isupper() else name
        people.setdefault(shown.casefold(), shown)
    return tuple(people.values())[:_AUTHORS_MOST]
