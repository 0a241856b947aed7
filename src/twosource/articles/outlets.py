"""Who published an article, and on whose page it stands: the site's name, a head's publisher."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.articles.addresses import find_hosts, host_of, spelled_name
from twosource.articles.around import Around
from twosource.articles.credits import is_house, names_house
from twosource.articles.evidence import Line, split_date
from twosource.articles.headlines import SUFFIX
from twosource.articles.houses import (
    EDGES,
    MOST_WORDS,
    named_in_place,
    names_section,
    same_house,
    spell_in_small_letters,
)
from twosource.articles.labels import Labelled
from twosource.articles.metadata import Metadata
from twosource.records import Origin
from twosource.text.names import (
    key_of,
    known_outlet,
    looks_like_agency,
    looks_like_outlet,
    make_origin,
)

_NAME_WORD = r"(?:(?:[A-Z]\.){1,4}|[A-Z0-9][\w&'’-]{0,30}(?:\.[\w-]{1,20}){0,3})"
_NAME = rf"(?P<name>{_NAME_WORD}(?:\s(?:of\s(?:the\s)?|and\s|&\s)?{_NAME_WORD}){{0,4}})"
_HELD = re.compile(
    rf"(?i:(?:©|\(c\)|\bcopyright\b)(?:[\s©,]|\(c\)|\d{{4}}|[–-]|\bby\b){{0,12}}){_NAME}"
)
_SITES = (
    re.compile(
        rf"(?i:\b(?:subscribe to|follow|join|download|install|get|try|sign up (?:for|to)|"
        rf"visit|support|use|open)\s+(?:the\s+|our\s+)?){_NAME}"
        r"(?i:['’]s)?\s+(?i:on\b|telegram|whatsapp|youtube|facebook|twitter|instagram|"
        r"news\s?letters?|apps?\b|channels?|podcasts?|premium|plus|rss|alerts|website|mobile|ai\b)"
    ),
    re.compile(rf"(?i:\bwhat\s+){_NAME}\s+(?i:can do|has to offer|offers)\b"),
    _HELD,
    re.compile(rf"(?i:\bwelcome to\s+){_NAME}"),
    re.compile(rf"^{_NAME}\s+(?i:brings|gives|lets|helps|offers|delivers)\s+(?i:you|your)\b"),
)
_GENERIC = frozenset(
    """app apps ai the our us me my free daily now today facebook twitter telegram youtube google
    apple whatsapp instagram ios android rss news newsletter newsletters this breaking latest top
    all rights reserved inc ltd llc limited plc channel premium plus email e-mail alerts website
    mobile podcast podcasts play store started more inc. ltd. co. corp corp. gmbh ag sa""".split()
)
_SITE_READ = 300
_ADDRESS = re.compile(
    r"^(?:https?://)?(?:www\.)?(?P<host>(?:[a-z0-9-]{1,40}\.){1,4}(?P<top>[a-z]{2,12}))"
    r"(?:[/?#]\S{0,300})?$",
    re.IGNORECASE,
)
_FILE_ENDINGS = frozenset(
    """html htm php asp aspx jsp txt md pdf doc docx rtf jpg jpeg png gif svg webp js css xml json
    csv""".split()
)
_TITLE_BORDER = re.compile(r"\s{1,2}[|\-–—•·:»]{1,2}\s{1,2}|:\s")
_MASTHEAD_LINES = 3
_ABOVE = 2
_BRACKETED = re.compile(r"^\[(?P<name>[^\[\]]{3,60})\]$")


def find_site(
    lines: list[Line],
    outside: list[int],
    metadata: Metadata,
    headlines: tuple[str, ...],
    address: str | None = None,
    credited: tuple[str, ...] = (),
) -> tuple[str, bool]:
    """Return the name that the site gives itself on the page, and whether it says so expressly.

    Read from OpenGraph and JSON-LD, else from the words on the page that spell its address, else
    from the title ("Headline | X", or the name that stands at the head of the page too), else from
    an address that the page prints, else from what its own furniture says ("Subscribe to X's
    channel", "© 2025 X", "Download the X app"); a name said more often wins, then the first.
    ``headlines`` are those of the page's articles. An agency whose name alone is the first line is
    the site only where no other is named and it is ``credited`` with the page's only text. The name
    is "" when the page gives none.
    """
    if metadata.site and not _is_address(metadata.site):
        return metadata.site, True
    own = [lines[place].block.text for place in outside]
    everywhere = [*own, metadata.title, *(line.block.text for line in lines)]
    spelled = spelled_name(host_of(address), everywhere)
    if spelled:
        return spell_in_small_letters(spelled), True
    titled = _read_title(lines, outside, metadata, headlines)
    if titled:
        return titled, True
    for host in find_hosts(own):
        spelled = spelled_name(host, everywhere)
        if spelled and not looks_like_agency(spelled):
            return spell_in_small_letters(spelled), True
    furniture = _read_furniture(lines, outside, host_of(address))
    site = _read_address(lines, outside) or furniture or metadata.site
    return site or _read_agency(lines, outside, credited), False


def _read_title(
    lines: list[Line], outside: list[int], metadata: Metadata, headlines: tuple[str, ...]
) -> str:
    """Return the house that a page's title names: behind its headline, or as in its masthead.

    On a plain text the headline of its only article is its title.
    """
    title = metadata.title or (headlines[0] if len(headlines) == 1 else "")
    suffix = SUFFIX.match(title)
    if suffix is not None and looks_like_outlet(suffix["tail"].strip()):
        return suffix["tail"].strip()
    mastheads = [
        piece.strip(EDGES)
        for place in outside[:_MASTHEAD_LINES]
        if place < _MASTHEAD_LINES
        for piece in _TITLE_BORDER.split(lines[place].block.text[:_SITE_READ])
    ]
    for piece in _TITLE_BORDER.split(metadata.title):
        name = piece.strip(EDGES)
        if _is_headline(name, headlines) or not _may_be_house(name):
            continue
        if name in mastheads or (name == metadata.title.strip() and looks_like_outlet(name)):
            return name
    return ""


def _is_headline(name: str, headlines: tuple[str, ...]) -> bool:
    return any(key_of(name) == key_of(headline) for headline in headlines)


def _may_be_house(name: str) -> bool:
    return 0 < len(name.split()) <= MOST_WORDS and name[:1].isupper() and not names_section(name)


def _read_address(lines: list[Line], outside: list[int]) -> str:
    """Return the house of an address that stands by itself above the text; "" without one."""
    for place in outside:
        if place >= _MASTHEAD_LINES:
            break
        match = _ADDRESS.match(lines[place].block.text)
        if match is None or match["top"].lower() in _FILE_ENDINGS:
            continue
        host = match["host"].lower()
        if host_of(host):
            known = known_outlet(host)
            return known.name if known is not None else host
    return ""


def _read_furniture(lines: list[Line], outside: list[int], host: str) -> str:
    """Return the name that the page's furniture says most often of itself; "" without one.

    Who holds the rights is the site where its address is not known; else they may be those of whom
    a text was taken from, or of a group of houses: the address would spell the site's own.
    """
    counts: dict[str, int] = {}
    for place in outside:
        text = lines[place].block.text[:_SITE_READ]
        for pattern in _SITES:
            if host and pattern is _HELD:
                continue
            match = pattern.search(text)
            name = _trim_generic(match["name"]) if match else ""
            if name and not looks_like_agency(name):
                counts[name] = counts.get(name, 0) + 1
    masthead = _read_masthead(lines, outside)
    if masthead:
        counts[masthead] = counts.get(masthead, 0) + 1
    if counts:
        return max(counts, key=lambda name: counts[name])
    return ""


def _read_masthead(lines: list[Line], outside: list[int]) -> str:
    """Return the name of the house at the head of the page, outside any article; "" without."""
    for place in outside:
        if place >= _MASTHEAD_LINES:
            break
        name = lines[place].block.text.strip(EDGES)
        if lines[place].look in {"short", "headline"} and named_in_place(name):
            return name.title() if name.isupper() else name
    return ""


def _read_agency(lines: list[Line], outside: list[int], credited: tuple[str, ...]) -> str:
    """Return the credited agency that is a page's first line, outside its article; "" without."""
    if not outside or outside[0] != 0:
        return ""
    name = spell_in_small_letters(lines[0].block.text.strip(EDGES))
    agency = names_house(name) or looks_like_agency(name)
    own = agency and any(key_of(name) == key_of(one) for one in credited)
    return name if own else ""


def _is_address(name: str) -> bool:
    return "/" in name or (" " not in name and name.lower().startswith("www."))


def _trim_generic(name: str) -> str:
    parts = name.split()
    while parts and parts[-1].casefold().strip(".,") in _GENERIC:
        parts.pop()
    if not parts or all(p.casefold() in _GENERIC for p in parts):
        return ""
    return " ".join(parts).rstrip(".,'’")


def find_outlet(
    publisher: str, around: Around, *, main: bool, aggregated: bool
) -> tuple[Origin | None, Origin | None]:
    """Return (outlet, aggregator): the publisher named in the article's head, and whose page it is.

    An aggregator is never the outlet of an article that names its publisher.
    """
    site = make_origin(around.site) if around.site else None
    if site is None and around.url:
        known = known_outlet(around.url)
        host = host_of(around.url).removeprefix("www.")
        if known is None and host:
            site = make_origin(host, "outlet")
        elif known is not None and known.kind != "agency":
            site = known
    if publisher:
        outlet = make_origin(publisher, None if known_outlet(publisher) else "outlet")
        if site is not None and not same_house(outlet.name, site.name):
            return outlet, make_origin(site.name, "aggregator")
        return outlet, None
    if site is None:
        return None, None
    if site.kind == "aggregator" or (aggregated and not main):
        # Another house's article; nothing on the page says whose it is.
        return None, make_origin(site.name, "aggregator")
    return (site if site.kind != "organisation" else make_origin(site.name, "outlet")), None


class Naming(NamedTuple):
    """A name in an article's head that may be its publisher's: how sure it looks by itself.

    ``placed`` tells whether it stands as gatherers print it: beside the date, or in brackets.
    """

    name: str
    known: bool
    looks: bool
    twice: bool
    placed: bool


def find_publishers(
    lines: list[Line], labelled: list[Labelled], around: Around
) -> tuple[tuple[str, ...], bool]:
    """Return each article's publisher by its head ("" without), and whether the page gathers.

    A page that says of itself whose it is, or holds one article, is believed to print its own; a
    name in a head then is a publisher only when it is known to be one. A page gathers others'
    articles when several heads name several publishers.
    """
    namings = [_find_namings(lines, one) for one in labelled]
    named = {key_of(n.name) for one in namings for n in one[:1] if n.known or n.looks or n.twice}
    site = known_outlet(around.site) if around.site else None
    gathers = len(named) > 1 or (site is not None and site.kind == "aggregator")
    own = (around.named or bool(around.metadata.site)) and not gathers
    # Who bears no paper's name may be one that gathers papers' texts.
    doubtful = own and not (site is not None or is_house(around.site))
    found: list[str] = []
    for one in namings:
        sure = [n for n in one if n.known or (n.looks and (not own or (doubtful and n.placed)))]
        chosen = sure or [n for n in one if gathers and (n.twice or around.site)]
        found.append(chosen[0].name if chosen else "")
    return tuple(found), gathers


def _find_namings(lines: list[Line], labelled: Labelled) -> list[Naming]:
    segment = labelled.segment
    if segment.headline is None:
        return []
    headline = lines[segment.headline].folded
    names: list[tuple[str, bool]] = []
    repeated: set[str] = set()
    for line in lines[max(0, segment.headline - _ABOVE) : segment.headline]:
        bracketed = _BRACKETED.match(line.block.text)
        if bracketed is not None and is_house(bracketed["name"]):
            names.append((bracketed["name"], True))
    for line in lines[segment.headline + 1 : segment.body]:
        if line.folded == headline or line.look not in {"date", "short", "headline"}:
            continue
        if line.block.zone in {"nav", "footer", "comment", "hidden", "aside"}:
            continue
        dated = split_date(line.block.text) if line.look == "date" else None
        name = dated[0] if dated else line.block.text if line.look != "date" else ""
        name = name.strip(EDGES)
        names.append((name, line.look == "date"))
        if name and line.block.text.count(name) > 1:
            repeated.add(name)
    plain = [name for name, _ in names]
    found: dict[str, Naming] = {}
    for name, glued in names:
        if not name[:1].isupper() or len(name.split()) > MOST_WORDS or name in found:
            continue
        if names_section(name) or looks_like_agency(name):
            continue
        known = known_outlet(name)
        twice = plain.count(name) > 1 or name in repeated
        looks = looks_like_outlet(name) or (glued and named_in_place(name))
        looks = looks and (known is None or known.kind == "outlet")
        if looks or glued or twice:
            is_known = known is not None and known.kind == "outlet"
            found[name] = Naming(name, is_known, looks, twice, glued)
    return sorted(found.values(), key=lambda n: (not n.known, not n.looks, not n.twice))
