"""Names that may be an article's makers, and that nothing on its page bears out.

They stand where makers are named: alone below the text, in a rights line, behind "Supplied by", in
a byline, before the dash of a dateline. Who reads other papers too knows which of them are houses,
and so does a pile (:mod:`.settling`). Here they are only gathered; people and sections are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from twosource.articles.credits import is_house, is_staff
from twosource.articles.evidence import Line, find_photo_credit, split_date
from twosource.articles.houses import names_section, same_house
from twosource.articles.labels import Labelled
from twosource.records import Unproven
from twosource.text.names import known_outlet
from twosource.text.names.lexicon import given_names

Place = Literal["over", "above", "within", "below"]
_REACH = 5
"""Lines below the last paragraph that may hold a text's credit."""
_LINE_MOST = 100
_DATELINE_READ = 100
_OVER = 3
"""Lines over a headline that may hold its publisher."""
_NAMES_MOST = 10
_LINKED = 0.5
_PICTURED = re.compile(r"\b(?:photo|picture|image|pic|video|graphic)s?\b", re.IGNORECASE)
_ELSEWHERE = frozenset({"nav", "aside", "comment", "hidden", "figure"})
_SILENT = frozenset({"caption", "photo_credit", "headline"})
_TOLD_APART = frozenset({"caption", "promotion", "form"})
"""Looks of lines that are no credit whatever names they hold."""
_MARKS = " -–—()[]*•·/|_:"
_WORD = r"[A-ZÀ-Þ0-9][\w.'’-]{0,30}"
_NAME = rf"{_WORD}(?:\s(?:of\sthe\s|(?:of|the|and|de|&|to)\s)?{_WORD}){{0,5}}"
_WHOLE_NAME = re.compile(_NAME)
_BORDER = re.compile(r"\s{0,2}[,/|+·•]\s{0,2}|\s[–—-]\s")
_JOINT = re.compile(r"\s(?:and|with)\s")
_RIGHTS = re.compile(
    r"^(?:(?:©|\(c\)|copyright\b|rights\b|all\b|by\b|the\b|\d{4}\b)[\s:,–-]{0,3}){1,6}",
    re.IGNORECASE,
)
_RIGHTS_END = re.compile(
    r"(?:[\s,.]{1,3}(?:©|\(c\)|\d{4}|all\srights\sreserved|reproduction\s.{1,40}))+\.?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?:reporting|reported|report|reports|story|text|words|copy|sources?|agency|agencies|"
    r"material|files?|inputs?|additional|extra|further|other|also|first|originally|published|"
    r"produced|supplied|provided|distributed|syndicated|compiled|prepared|adapted|taken|written|"
    r"with|from|by|via|courtesy|of|service|contributions?|own|and|staff|rights|credit|content|"
    r"information|news|author)\b[\s:–-]{0,3}){1,7}",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s(?:contributed\b.{0,40}|staff|reporters?|newswires?|wires?|feed|desk|correspondents?|"
    r"writers?)$",
    re.IGNORECASE,
)
_GLUED = re.compile(r"(?<=\d)(?=[A-ZÀ-Þ])")
"""Where a name begins right behind a date: "3 March 2031Quillon"."""
_OPENS = re.compile(
    rf"^\((?P<first>{_NAME})\)|"
    rf"^{_WORD}(?:\s{_WORD}){{0,3}}(?:,\s{_WORD}(?:\s\d{{1,2}})?)?\s?[,(/\[]\s?(?P<name>{_NAME})"
    r"(?:[)/\]]|\s?[–—:]|\s--?\s)"
)


def find_unproven(
    lines: list[Line], labelled: Labelled, houses: Iterable[str], taken: set[int]
) -> tuple[Unproven, ...]:
    """Return names that may be an article's makers, those below its text first, each once a place.

    ``houses`` are those whose page it is, or whose other texts stand on it: a house that names
    itself credits nobody. ``taken`` are the lines of all these texts.
    """
    own = tuple(houses)
    found: dict[Unproven, None] = {}
    for said, place in _signed_lines(lines, labelled, own, taken):
        for name in read_names(said):
            if _may_make(name) and not any(same_house(name, house) for house in own):
                found.setdefault(Unproven(name, place))
    return tuple(found)[:_NAMES_MOST]


def read_names(said: str) -> Iterator[str]:
    """Give the names in a line that holds hardly more than names.

    >>> list(read_names("© 2031 Lumen & Tarn. All rights reserved."))
    ['Lumen & Tarn']
    >>> list(read_names("Supplied by Hill and Dale/Quillon"))
    ['Hill and Dale', 'Hill', 'Dale', 'Quillon']
    >>> list(read_names("The crane stands still."))
    []
    """
    bare = _RIGHTS_END.sub("", said[:_LINE_MOST].split(";", maxsplit=1)[0].strip(_MARKS)).strip(
        _MARKS + "."
    )
    bare = _LABEL.sub("", _RIGHTS.sub("", bare, count=1), count=1)
    for piece in _BORDER.split(bare):
        for name in (piece, *(_JOINT.split(piece) if _JOINT.search(piece) else ())):
            shown = name.strip(_MARKS)
            for one in dict.fromkeys((shown, _AFTER.sub("", shown).strip())):
                if _WHOLE_NAME.fullmatch(one):
                    yield one


def _signed_lines(
    lines: list[Line], labelled: Labelled, own: tuple[str, ...], taken: set[int]
) -> Iterator[tuple[str, Place]]:
    """Give the words of an article's lines that may name its makers, and where they stand."""
    segment = labelled.segment
    kinds = {stretch.line: stretch.kind for stretch in labelled.stretches}
    bodies = [stretch.line for stretch in labelled.stretches if stretch.kind == "body"]
    if not bodies:
        return
    first, last = bodies[0], bodies[-1]
    places: dict[int, Place] = {}
    for at in range(last + 1, min(len(lines), last + 1 + _REACH)):
        # Right above another text stands its publisher.
        if at in kinds or taken.isdisjoint(range(at, at + _OVER)):
            places[at] = "below"
    places |= {at: "within" for at, kind in kinds.items() if kind == "credit" and first < at < last}
    headline = segment.headline if segment.headline is not None else segment.first - 1
    places |= dict.fromkeys(range(headline + 1, first), "above")
    over = range(max(0, headline - _OVER), max(0, headline))
    places |= {at: "over" for at in over if at in kinds or at not in taken}
    for at, place in places.items():
        linked = place in {"above", "over"}
        if kinds.get(at) not in _SILENT and _may_sign(lines[at], own, linked=linked):
            yield _beside_date(lines[at]), place
    opening = _OPENS.match(lines[first].block.text[:_DATELINE_READ])
    if opening is not None:
        yield opening["first"] or opening["name"], "within"


def _may_sign(line: Line, own: tuple[str, ...], *, linked: bool) -> bool:
    block = line.block
    if len(block.text) > _LINE_MOST or block.zone in _ELSEWHERE or line.look in _TOLD_APART:
        return False
    if block.link_share > _LINKED and not linked:
        return False
    if _PICTURED.search(block.text) or find_photo_credit(block.text) is not None:
        return False
    return not _names_photographer(block.text, own)


def _names_photographer(text: str, own: tuple[str, ...]) -> bool:
    """Tell whether a line names two that may be a person and a house: "Ada Roe/Quillon"."""
    person, slash, _ = text.partition("/")
    name = person.rpartition(":")[2].strip(_MARKS)
    if not slash or " " not in name or is_house(name):
        return False
    return not any(same_house(piece.strip(), house) for piece in text.split("/") for house in own)


def _beside_date(line: Line) -> str:
    if line.look != "date":
        return line.block.text
    dated = split_date(line.block.text)
    return (dated[0] if dated is not None else "") or _GLUED.split(line.block.text)[-1]


def _is_person(name: str) -> bool:
    return name.split(" ", maxsplit=1)[0] in given_names() and not is_house(name)


def _may_make(name: str) -> bool:
    # What a house that is known means by standing there is told by the page alone.
    if " " not in name and known_outlet(name) is not None:
        return False
    if is_staff(name) or names_section(name) or not any(letter.isalpha() for letter in name):
        return False
    return not _is_person(name)
