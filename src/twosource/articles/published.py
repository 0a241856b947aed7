"""When an article was published, as its page says it, and how that is known."""

from __future__ import annotations

import re
from datetime import date

from twosource.articles.around import Around
from twosource.articles.evidence import Line
from twosource.articles.labels import Labelled
from twosource.records import Published
from twosource.text.page_dates import count_page_date, read_page_date

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/-])")
_CHANGED = re.compile(r"updat|modif|edited|correct|\blast\b|review|revis", re.IGNORECASE)
_PUBLISHED = re.compile(r"publi|posted|first|issued|released|created", re.IGNORECASE)
_NOTE = 160
_NEAR_BEFORE = 8
_NEAR_AFTER = 4
_DATED_LOOKS = frozenset(("date", "byline"))
_OTHERS = frozenset(("comment", "aside", "footer", "nav", "hidden"))
"""Zones in which dates of other pages stand."""
_ISO = re.compile(
    r"^\s*(?P<day>(?:19|"
    r"20)\d\d-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(?P<zone>Z|"
    r"[+-]\d\d:?\d\d)?)?"
)


def find_published(
    lines: list[Line], labelled: Labelled, around: Around, *, main: bool
) -> Published:
    """Return when the article says it was published, and how that is known.

    Metadata first (for the page's main article), then dates in the article's own head, then the
    page's address; on a page that holds no other article also the dates around its
    head, and a day that all date lines of the page agree on. A date inside running text is never
    taken, nor one that only says when a page was changed. A date that can be read as two days is
    not read, and told; a relative one stays relative unless the time of capture is known.
    """
    if main and around.metadata.published:
        value = _read_iso(around.metadata.published)
        if value is not None:
            return Published(value, "metadata", around.metadata.published)
    doubtful: Published | None = None
    near = _lines_near(lines, labelled) if around.alone else []
    for line in [*_dated_lines(lines, labelled), *near]:
        read = _read_line(line, around.fetched_at)
        if read.value is not None and not _tells_change(line):
            return read
        doubtful = doubtful or (read if read.how != "not_on_page" else None)
    if main and around.url:
        match = _URL_DATE.search(around.url)
        if match is not None:
            value = _valid_day(match[1], match[2], match[3])
            if value is not None:
                return Published(value, "address", match.group().strip("/"))
    return (_agreed_day(lines, around) if around.alone else None) or _withheld(doubtful)


def _withheld(doubtful: Published | None) -> Published:
    """Return a date that is not the article's, or could be two, without its value."""
    return doubtful._replace(value=None) if doubtful is not None else Published()


def _read_line(line: Line, fetched_at: str | None) -> Published:
    value = _read_iso(line.block.dated) if line.block.dated else None
    if value is not None:
        return Published(value, "on_page", line.block.text[:_NOTE])
    return _read_on_page(line.block.text, fetched_at)


def _tells_change(line: Line) -> bool:
    """Tell whether a date line says when the page was changed, and not when it was published."""
    text = line.block.text[:_NOTE]
    return _CHANGED.search(text) is not None and _PUBLISHED.search(text) is None


def _lines_near(lines: list[Line], labelled: Labelled) -> list[Line]:
    """Return the date lines around the article's head that the head itself does not hold."""
    segment = labelled.segment
    first = max(0, min(segment.first, segment.body) - _NEAR_BEFORE)
    return [
        line
        for line in lines[first : segment.body + _NEAR_AFTER]
        if line.look in _DATED_LOOKS and line.block.zone not in _OTHERS
    ]


def _agreed_day(lines: list[Line], around: Around) -> Published | None:
    """Return the day that all date lines of a page name; None where they name none or several."""
    found: Published | None = None
    for line in lines:
        if line.look not in _DATED_LOOKS or line.block.zone in _OTHERS or _tells_change(line):
            continue
        read = _read_line(line, around.fetched_at)
        if read.value is None or read.how != "on_page":
            continue
        if found is not None and found.value is not None and read.value[:10] != found.value[:10]:
            return None
        found = found or read
    return found


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
