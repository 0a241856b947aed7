"""Whose text an article is, by its credits: an agency, or the paper it was taken from."""

from __future__ import annotations

import re

from twosource.articles.credit_lines import read_head_credit
from twosource.articles.credits import is_acronym, is_staff, names_house
from twosource.articles.evidence import Line, read_byline
from twosource.articles.houses import same_house
from twosource.articles.labels import Labelled
from twosource.articles.metadata import Metadata
from twosource.articles.signatures import find_signatures, spell_out
from twosource.records import Origin
from twosource.text.names import known_outlet, looks_like_outlet, make_origin

_CREDIT_WORDS = 6
_ACRONYM = re.compile(r"^[A-Z]{2,6}$")


def find_credit(
    labelled: Labelled, lines: list[Line], metadata: Metadata, outlet: Origin | None
) -> Origin | None:
    """Return the agency or paper whose text this is, by its credits; agencies before papers.

    What the page says in its text goes before what it says of itself in its head; there only an
    agency that is known is believed.
    """
    site = outlet.name if outlet is not None else ""
    names = list(labelled.credited)
    for stretch in labelled.stretches:
        if stretch.kind not in {"byline", "date"}:
            continue
        text = lines[stretch.line].block.text
        names.extend(read_head_credit(text))
        byline = read_byline(text) if stretch.kind == "byline" else None
        if byline is not None:
            # "By Ada Roe, NPR": behind a person's name stands the house that sent them.
            names.extend(n for n in byline[0][1:] if looks_like_outlet(n))
    names.extend(find_signatures(lines, labelled, site))
    names = [
        spell_out(name, lines, labelled, names)
        if is_acronym(name) and known_outlet(name) is None
        else name
        for name in names
    ]
    own = [name for name in names if not (site and same_house(name, site))]
    return _choose(own or names) or _choose(_known_agencies(metadata))


def _known_agencies(metadata: Metadata) -> list[str]:
    said = (*metadata.makers, *metadata.authors)
    return [n for one in said for n in read_head_credit(one) if known_outlet(n) is not None]


def _choose(names: list[str]) -> Origin | None:
    usable = [n for n in names if n and len(n.split()) <= _CREDIT_WORDS and not is_staff(n)]
    for name in usable:
        if names_house(name):
            return make_house(name)
    for name in usable:
        if looks_like_outlet(name) or name[:1].isupper():
            return make_house(name)
    return None


def make_house(name: str) -> Origin:
    """Return the agency or paper of a name that stands where makers are named."""
    if names_house(name):
        return make_origin(name, "agency" if known_outlet(name) is None else None)
    origin = make_origin(name)
    if origin.kind != "organisation":
        return origin
    return make_origin(name, "agency" if _ACRONYM.match(name) else "outlet")
