"""Whose text a line in an article's head says it is: "By Norda Press staff", "Ada Roe, Reuters".

A house that no list knows is told by its place and form: in the brackets of a dateline, or as a
name in the head that ends as agencies' names do.
"""

from __future__ import annotations

import re

from twosource.text.names import known_country, looks_like_agency, looks_like_outlet

_AGENCY_LAST_WORDS = frozenset({"press", "newswire", "wire", "wires"})
"""Last words that name an agency where makers stand, and many other things elsewhere."""
_NAME_WORDS = range(2, 6)
_HEAD_LINE = 120
_CAPITALISED = re.compile(
    r"[A-Z][\w&.'’-]{1,30}(?:\s(?:of\s|the\s|and\s)?[A-Z][\w&.'’-]{0,30}){0,5}"
)
_STAFF_TAIL = re.compile(
    r"\s(?:staff|newsroom|desk|bureau|correspondents?|reporters?)"
    r"(?:\s(?:writers?|reporters?|correspondents?))?$",
    re.IGNORECASE,
)
_OPENING = re.compile(r"^(?:by|from)\s{1,3}", re.IGNORECASE)
_CREDIT_WORDS = 4
_MONTHS = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday""".split()
)
_STAFF = re.compile(
    r"^(?:(?:our|the|web|online|news|digital|special|by|a|own|city|desk|international|foreign|political|sports?)\s)*"
    r"(?:staff|desk|newsroom|bureau|correspondents?|reporters?|editors?|admin|administrator|author|agencies|"
    r"agency|wires?|news|team|editorial|editorial board|contributor|writer|guest|unknown|"
    r"staff writers?|online|n/a)\b.{0,30}$",
    re.IGNORECASE,
)


def is_staff(name: str) -> bool:
    """Tell whether a name stands for a house's own people: "Staff writers", "Web desk"."""
    return _STAFF.match(name) is not None


def drop_staff(name: str) -> str:
    """Return a house's name without "staff", "reporter"… behind it; other names unchanged.

    >>> drop_staff("Norda Press staff"), drop_staff("Political Correspondent")
    ('Norda Press', 'Political Correspondent')
    """
    bare = _STAFF_TAIL.sub("", name)
    if bare != name and (names_house(bare) or looks_like_outlet(f"The {bare}")):
        return bare
    return name


def names_house(name: str) -> bool:
    """Tell whether a name, standing where makers are named, is an agency's: "Norda Press" is."""
    if looks_like_agency(name):
        return True
    parts = name.split()
    return (
        len(parts) in _NAME_WORDS
        and parts[-1].casefold() in _AGENCY_LAST_WORDS
        and _CAPITALISED.fullmatch(name) is not None
        and all(part[0].isupper() for part in parts)
    )


def read_head_credit(line: str) -> str:
    """Return the agency that a line of an article's head names as its maker; "" without one.

    >>> read_head_credit("Norda Press, Velmora"), read_head_credit("Ada Roe, Associated Press")
    ('Norda Press', 'Associated Press')
    >>> read_head_credit("The press, as ever")
    ''
    """
    if len(line) > _HEAD_LINE:
        return ""
    pieces = [p.strip() for p in re.split(r"[,|/•]", _OPENING.sub("", line)) if p.strip()]
    if len(pieces) not in {1, 2} or not all(_CAPITALISED.match(p) for p in pieces):
        return ""
    for piece in pieces:
        name = drop_staff(piece)
        if names_house(name):
            return name
    return ""


def credits_in_dateline(name: str) -> bool:
    """Tell whether a name in the brackets of a dateline is its maker's, known or not.

    Countries, days and what is no name stand there too: "PARIS (France)", "LONDON (May 5)".
    """
    if _CAPITALISED.fullmatch(name) is None or len(name.split()) > _CREDIT_WORDS:
        return False
    return known_country(name) is None and name.split(maxsplit=1)[0].casefold() not in _MONTHS
