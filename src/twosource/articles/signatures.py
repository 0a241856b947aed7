"""A house that signs a text with its bare name: above it and again below, or as the text told it.

A name alone on a line names a maker only with something that bears it out: the same name in the
article's head, its initials in the dateline, or a sentence that has this house ask or see ("told
Norda"). The name of the site itself is no signature.
"""

from __future__ import annotations

import re

from twosource.articles.credit_lines import read_credit_line
from twosource.articles.credits import clean_maker, is_house, is_staff
from twosource.articles.evidence import Line
from twosource.articles.houses import names_section, same_house
from twosource.articles.labels import Labelled
from twosource.text.names import key_of

_REACH = 5
_WORDS_MOST = 5
_LINE_MOST = 80
_MARKS = " -–—()[]*•·/|_©:"
_NAME = re.compile(
    r"^[A-ZÀ-Þ][\w&.'’-]{1,30}(?:\s(?:(?:of|the|and|de)\s)?[A-ZÀ-Þ][\w&.'’-]{0,30}){0,4}$"
)
_OPENING = re.compile(
    r"^(?:by|from|source|sources|via|text|words|report|author|with)\s{0,2}[:–-]?\s{1,2}|"
    r"^(?:source|author|by|text)[:–-]",
    re.IGNORECASE,
)
_TOLD = (
    "(?:told|tells|reporters? for|correspondents? (?:for|of)|journalists? for|seen by|shown to|"
    "spoke to|obtained by|interview with|informed|assured)"
)


def find_signatures(lines: list[Line], labelled: Labelled, site: str) -> tuple[str, ...]:
    """Return the houses that sign an article with their bare names; () without one."""
    segment = labelled.segment
    bodies = [stretch.line for stretch in labelled.stretches if stretch.kind == "body"]
    if not bodies:
        return ()
    above = _names_of(lines[segment.first : segment.body], site)
    last = bodies[-1]
    behind = lines[last + 1 : last + 1 + _REACH]
    found: list[str] = []
    for line in behind:
        if len(line.block.text) <= _LINE_MOST:
            said = read_credit_line(line.block.text) or ()
            found.extend(n for n in said if not (site and same_house(n, site)))
    below = _names_of(behind, site)
    initials = {key_of(name) for name in labelled.credited if name.isupper()}
    for name in below:
        # A person's name stands above a text and below it as well.
        echoed = is_house(name) and any(key_of(name) == key_of(other) for other in above)
        if echoed or _initials(name) in initials or _is_told(lines, bodies, name):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _names_of(lines: list[Line], site: str) -> list[str]:
    names: list[str] = []
    for line in lines:
        text = line.block.text.strip(_MARKS)
        if len(text) > _LINE_MOST:
            continue
        name = clean_maker(_OPENING.sub("", text, count=1))
        known = _NAME.match(name) is not None and len(name.split()) <= _WORDS_MOST
        if known and not (
            is_staff(name) or names_section(name) or (site and same_house(name, site))
        ):
            names.append(name)
    return names


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split() if part[0].isupper()).casefold()


def _is_told(lines: list[Line], bodies: list[int], name: str) -> bool:
    naming = [text for place in bodies if name in (text := lines[place].block.text)]
    if not naming:
        return False
    pattern = re.compile(
        rf"\b{_TOLD} (?:the )?{re.escape(name)}\b|\b{re.escape(name)} (?:was told|has seen|saw)\b"
    )
    return any(pattern.search(text) for text in naming)
