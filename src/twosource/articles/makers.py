"""Whose text an article is, by its credits: an agency, or the paper it was taken from."""

from __future__ import annotations

import re

from twosource.articles.credits import is_staff, names_house
from twosource.articles.evidence import Line, read_byline, split_date
from twosource.articles.labels import Labelled
from twosource.records import Origin
from twosource.text.names import known_outlet, looks_like_agency, looks_like_outlet, make_origin

_CREDIT_WORDS = 6
_ACRONYM = re.compile(r"^[A-Z]{2,5}$")


def find_credit(labelled: Labelled, lines: list[Line]) -> Origin | None:
    """Return the agency or paper whose text this is, by its credits; agencies before papers."""
    names = list(labelled.credited)
    for stretch in labelled.stretches:
        if stretch.kind == "date":
            beside = split_date(lines[stretch.line].block.text)
            names.extend(n for n in (beside or ())[:1] if looks_like_agency(n))
        if stretch.kind != "byline":
            continue
        byline = read_byline(lines[stretch.line].block.text)
        if byline is not None:
            rest = [r.strip() for r in re.split(r"[,|/•]", byline[1])]
            names.extend(n for n in (*byline[0], *rest) if names_house(n))
            # "By Ada Roe, NPR": behind a person's name stands the house that sent them.
            names.extend(n for n in byline[0][1:] if looks_like_outlet(n))
    usable = [n for n in names if n and len(n.split()) <= _CREDIT_WORDS and not is_staff(n)]
    for name in usable:
        if names_house(name):
            return make_origin(name, "agency" if known_outlet(name) is None else None)
    for name in usable:
        if looks_like_outlet(name) or name[:1].isupper():
            origin = make_origin(name)
            if origin.kind != "organisation":
                return origin
            agency = _ACRONYM.match(name) or names_house(name)
            return make_origin(name, "agency" if agency else "outlet")
    return None
