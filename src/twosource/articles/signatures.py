"""A house that signs a text with its bare name: above it and again below, or as the text told it.

A name alone on a line names a maker only with something that bears it out: the same name in the
article's head, its short name in the dateline or in a credit, a head that calls the text agency
copy, or a sentence that has this house ask or see ("told Norda"). People sign above and below as
well: they are told by their given names, and by a bare name of several words. The name of the site
itself is no signature.
"""

from __future__ import annotations

import re

from twosource.articles.credit_lines import read_credit_line
from twosource.articles.credits import abbreviates, clean_maker, is_house, is_staff
from twosource.articles.evidence import Line
from twosource.articles.houses import names_section, same_house
from twosource.articles.labels import Labelled
from twosource.text.names import key_of
from twosource.text.names.lexicon import given_names

_REACH = 5
_WORDS_MOST = 5
_LINE_MOST = 80
_MARKS = " -–—()[]*•·/|_©:"
_SIGNS = "()[]©"
"""What stands before or behind a house's name oftener than a person's."""
_RIGHTS = re.compile(r"^\s?(?:\d{4}\s)|\.?\sall rights reserved\.?$", re.IGNORECASE)
_WIRED = re.compile(r"\b(?:wires?|newswires?|agency|agencies)\b", re.IGNORECASE)
_NAME = re.compile(
    r"^[A-ZÀ-Þ][\w&.'’-]{1,30}(?:\s(?:(?:of|the|and|de|&)\s)?[A-ZÀ-Þ][\w&.'’-]{0,30}){0,4}$"
)
_OPENING = re.compile(
    r"^(?:by|from|source|sources|via|text|words|report|author|with)\s{0,2}[:–-]?\s{1,2}|"
    r"^(?:source|author|by|text)[:–-]",
    re.IGNORECASE,
)
_EDITED = re.compile(
    r"^\W?(?:reporting|report|writing|text)\sby\s(?P<name>[^;]{2,60});\s?(?:and\s)?edit(?:ing|ed)\sby\s"
    r"(?P<editor>[^;()]{2,60}?)\W{0,2}$",
    re.IGNORECASE,
)
_TOLD = (
    r"(?:told|tells|informed|assured|(?:spoke|spoken|speaking|talked|talking|said|confirmed|replied|"
    r"responded|statement|statements|sent|letter|e-?mail|interview|remarks|comments|answers?|shown|"
    r"given|leaked|known)\sto|(?:seen|obtained|reviewed|asked|reached|contacted|viewed|read|"
    r"examined|verified|heard|questioned|interviewed|approached)\sby|(?:question|query|inquiry|enquiry|"
    r"request|call|calls)\sfrom|(?:reporters?|correspondents?|journalists?|photographers?|crews?|"
    r"teams?)\s(?:for|of|from|with))"
)
"""Words before the house that heard, saw or asked."""
_HEARD = (
    r"(?:reporters?|correspondents?|journalists?|photographers?|crews?|was\stold|were\stold|has\sseen|"
    r"saw|has\slearn(?:ed|t)|understands|counted|witnessed|has\sreviewed|has\sobtained)"
)
"""Words behind it."""
_WORDS = r"[A-ZÀ-Þ][\w&’'-]{1,30}(?:\s[A-ZÀ-Þ][\w&’'-]{0,30}){0,3}"
_ASKED = re.compile(rf"\b{_TOLD}\s(?:the\s)?(?P<name>{_WORDS})")
_LED = re.compile(rf"\W(?P<name>(?:The\s)?{_WORDS})\W{{0,3}}$")
"""A name at a line's end, behind other words."""
_LED_MOST = 7
_LINKED = 0.5


def find_signatures(lines: list[Line], labelled: Labelled, site: str) -> tuple[str, ...]:
    """Return the houses that sign an article with their bare names; () without one."""
    segment = labelled.segment
    bodies = [stretch.line for stretch in labelled.stretches if stretch.kind == "body"]
    if not bodies:
        return ()
    silent = {
        s.line for s in labelled.stretches if s.kind in {"caption", "photo_credit", "headline"}
    }
    head = [
        lines[at]
        for at in range(segment.first, segment.body)
        if at not in silent and _is_short(lines[at])
    ]
    wired = any(_WIRED.search(line.block.text) for line in head)
    last = bodies[-1]
    found: list[str] = []
    for line in lines[last + 1 : last + 1 + _REACH]:
        if _is_short(line):
            said = read_credit_line(line.block.text) or ()
            found.extend(n for n in said if not (site and same_house(n, site)))
            edited = _EDITED.match(line.block.text)
            if edited is not None and site and same_house(edited["editor"], site):
                # Where the house itself edits, another house has reported.
                found.append(clean_maker(edited["name"]))
    short = (*labelled.credited, *found)
    silent.update(bodies)
    above = _Above(head)
    # What is taken for text may go on below the signature, with what readers say of it.
    first = bodies[0] + 1 if above.names_anybody or short else last + 1
    for at in range(first, min(len(lines), last + 1 + _REACH)):
        if at in silent or (at < last and lines[at].block.level):
            continue
        for name, marked in _names_of([lines[at]], site, led=at > last):
            house = is_house(name)
            if name.split()[0] in given_names() and not house:
                continue
            borne_out = (marked or house) and above.names(name)
            borne_out = borne_out or (at > last and marked and wired)
            if at == last + 1 and lines[at].block.link_share < _LINKED and not lines[at].block.zone:
                # Right below its last words, a text's rights are those of whom it names.
                named = any(f" {name} " in lines[place].block.text for place in bodies)
                borne_out = borne_out or (marked and named)
            heard = at > last and _is_told(lines, bodies, name)
            if borne_out or _stands_for(name, short) or heard:
                found.append(name)
    return tuple(dict.fromkeys(found))


def spell_out(short: str, lines: list[Line], labelled: Labelled, names: list[str]) -> str:
    """Return the name that a maker's capitals stand for, of ``names`` or of an article's head.

    The capitals themselves where the page spells them out nowhere.
    """
    segment = labelled.segment
    above = _names_of(lines[segment.first : segment.body], "")
    bodies = [stretch.line for stretch in labelled.stretches if stretch.kind == "body"]
    told = [found["name"] for at in bodies for found in _ASKED.finditer(lines[at].block.text)]
    for name in (*names, *(name for name, _ in above), *told):
        if name.split()[0] not in given_names() and abbreviates(short, name):
            return name
    return short


def _is_short(line: Line) -> bool:
    return len(line.block.text) <= _LINE_MOST


class _Above:
    """The lines of an article's head where makers are named."""

    def __init__(self, head: list[Line]) -> None:
        self._alone = {key_of(name) for name, _ in _names_of(head, "")}
        signed = (line for line in head if line.look in {"byline", "date", "credit"})
        self._signed = [f" {key_of(line.block.text)} " for line in signed]
        self.names_anybody = bool(self._alone or self._signed)

    def names(self, name: str) -> bool:
        """Tell whether a house is named there."""
        key = key_of(name)
        return key in self._alone or any(f" {key} " in line for line in self._signed)


def _stands_for(name: str, short: tuple[str, ...]) -> bool:
    return any(_initials(name) == key_of(one) or abbreviates(one, name) for one in short)


def _names_of(lines: list[Line], site: str, *, led: bool = False) -> list[tuple[str, bool]]:
    """Return the names that stand alone on lines, and whether signs of a credit stand by them.

    ``led`` asks for those at a line's end as well, behind a few other words.
    """
    names: list[tuple[str, bool]] = []
    for line in lines:
        if not _is_short(line):
            continue
        text = line.block.text.strip()
        marked = text[:1] in _SIGNS or text[-1:] in _SIGNS
        bare = _RIGHTS.sub("", text.strip(_MARKS)).strip(_MARKS)
        said = _OPENING.sub("", _RIGHTS.sub("", bare), count=1)
        behind = _LED.search(text) if led and len(text.split()) <= _LED_MOST else None
        if behind is not None and _NAME.match(said) is None:
            said, marked = behind["name"], False
        name = clean_maker(said)
        known = _NAME.match(name) is not None and len(name.split()) <= _WORDS_MOST
        if known and not (
            is_staff(name) or names_section(name) or (site and same_house(name, site))
        ):
            names.append((name, marked))
    return names


def _initials(name: str) -> str:
    return "".join(part[0] for part in name.split() if part[0].isupper()).casefold()


def _is_told(lines: list[Line], bodies: list[int], name: str) -> bool:
    naming = [text for place in bodies if name in (text := lines[place].block.text)]
    if not naming:
        return False
    pattern = re.compile(rf"\b{_TOLD} (?:the )?{re.escape(name)}\b|\b{re.escape(name)} {_HEARD}\b")
    return any(pattern.search(text) for text in naming)
