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
