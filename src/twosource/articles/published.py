"""When an article was published, as its page says it, and how that is known.

A page that names two days, one to its readers and one to machines, was published on the earlier;
the other is of a change. A day on which it only says that it was changed is never taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from twosource.articles.around import Around
from twosource.articles.evidence import Line
from twosource.articles.labels import Labelled
from twosource.records import Published
from twosource.text.dates.months import MONTHS
from twosource.text.page_dates import PageDate, count_page_date, read_page_date, tells_change

_URL_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3,9})[/-](\d{1,2})(?=[/-])")
_NOTE = 160
_NEAR_BEFORE = 8
_NEAR_AFTER = 4
_DATED_LOOKS = frozenset(("date", "byline"))
_OTHERS = frozenset(("comment", "aside", "footer", "nav", "hidden"))
"""Zones in which dates of other pages stand."""
_LABEL_WORDS = 3
"""A line of no more words before a date may say what it is of: "Last updated:"."""
_POSTED = re.compile(
    r"\W{0,2}(?:(?:first|originally|date)\s)?(?:published|publish\sdate|posted)\b", re.IGNORECASE
)
_BELOW = 20
"""Lines behind a text in which it may say when it was published."""
_SIGNED = re.compile(r"\W{0,2}(?:(?:written|posted|published)\s)?by\s", re.IGNORECASE)
"""A byline that stands where a standfirst does."""
_LISTED_MOST = 5
_DAY = 10
_SAME = timedelta(days=1)
"""One moment is two days in two time zones."""
_ISO = re.compile(
    r"^\s*(?P<day>(?:19|"
    r"20)\d\d-\d\d-\d\d)(?:[T ](?P<time>\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(?P<zone>Z|"
    r"[+-]\d\d:?\d\d)?)?"
)


class Shown(NamedTuple):
    """A date that a line of the page shows; ``changed``: it says when the page was changed."""

    place: int
    published: Published
    changed: bool

    @property
    def firm(self) -> bool:
        """Tell whether it names the day of publication."""
        return self.published.value is not None and not self.changed


def find_published(
    lines: list[Line], labelled: Labelled, around: Around, *, main: bool
) -> Published:
    """Return when the article says it was published, and how that is known.

    The page's metadata (for its main article), unless a date below its headline is earlier. Then
    the dates in the article's head, on a page that holds no other article also those around it, the
    page's address, and a day that all date lines of the page agree on. A date inside running text
    is never taken, nor one that only says when a page was changed. A date that can be read as two
    days is not read, and told; a relative one stays relative unless the time of capture is known.
    """
    shown = [
        read
        for place in _places_of_dates(lines, labelled, alone=around.alone)
        if (read := _read_shown(lines, place, around.fetched_at)) is not None
    ]
    listed = _listed_days(lines, labelled)
    firm = [one for one in shown if one.firm and lines[one.place].block.text not in listed]
    told = _read_metadata(around) if main else None
    if told is not None:
        # Above a headline stand also the days of other articles, and of the page itself.
        headline = labelled.segment.headline or 0
        below = next((one.published for one in firm if one.place > headline), None)
        return below if below is not None and _is_before(below, told) else told
    if firm:
        return firm[0].published
    if main and around.url:
        match = _URL_DATE.search(around.url)
        if match is not None:
            value = _valid_day(match[1], match[2], match[3])
            if value is not None:
                return Published(value, "address", match.group().strip("/"))
    return (_agreed_day(lines, around) if around.alone else None) or _withheld(shown)


def _read_metadata(around: Around) -> Published | None:
    value = _read_iso(around.metadata.published) if around.metadata.published else None
    return Published(value, "metadata", around.metadata.published) if value else None


def _is_near(one: Published, other: Published) -> bool:
    """Tell whether two dates are one day, or two that a time zone may part."""
    days = [day for each in (one, other) if (day := _day_of(each)) is not None]
    return len(days) > 1 and abs(days[0] - days[1]) <= _SAME


def _is_before(one: Published, other: Published) -> bool:
    """Tell whether a date is before another by more than time zones may part them."""
    first, second = _day_of(one), _day_of(other)
    return first is not None and second is not None and first < second - _SAME


def _day_of(published: Published) -> date | None:
    try:
        return date.fromisoformat((published.value or "")[:_DAY])
    except ValueError:
        return None


def _withheld(shown: list[Shown]) -> Published:
    """Return a date that is not the article's, or could be two, without its value."""
    return shown[0].published._replace(value=None) if shown else Published()


def _read_shown(lines: list[Line], place: int, fetched_at: str | None) -> Shown | None:
    """Read a date line; a short line before it may say what the date is of."""
    line = lines[place]
    found = read_page_date(line.block.text)
    published = _read_marked(line)
    if found is not None:
        said = _read_words(found, fetched_at)
        # A line of several dates has several marks, of which one is kept: its words decide.
        if published is None or (
            said.how == "on_page" and said.value and not _is_near(published, said)
        ):
            published = said
    if published is None:
        return None
    label = lines[place - 1].block.text if place else ""
    labelled = len(label.split()) <= _LABEL_WORDS and tells_change(label)
    changed = found.changed if found is not None else tells_change(line.block.text[:_NOTE])
    return Shown(place, published, changed or labelled)


def _read_marked(line: Line) -> Published | None:
    """Return the time that the markup of a line marks as such."""
    value = _read_iso(line.block.dated) if line.block.dated else None
    return Published(value, "on_page", line.block.text[:_NOTE]) if value is not None else None


def _read_words(found: PageDate, fetched_at: str | None) -> Published:
    if found.how == "on_page":
        return Published(found.moment or found.value, "on_page", found.note)
    counted = count_page_date(found, fetched_at).value
    # 03/04/2025 stays on the page without a value, unless one reading was still to come at capture.
    relative = found.how == "relative" or counted is not None
    return Published(counted, "relative" if relative else "on_page", found.note)


def _places_of_dates(lines: list[Line], labelled: Labelled, *, alone: bool) -> Iterator[int]:
    """Return the lines of an article's head that may date it, those below its headline first.

    Then what is posted below its text. On a page of ``alone`` one article the date lines around the
    head, and last what its head says beside a date: a name, a section, the number of comments.
    """
    segment = labelled.segment
    places = [s.line for s in labelled.stretches if s.kind in {"date", "byline"}]
    pivot = segment.headline if segment.headline is not None else -1
    head = [place for place in places if place < segment.body]
    dated = frozenset(head)
    for place in range(pivot + 1, segment.body):
        if place in dated or _SIGNED.match(lines[place].block.text):
            yield place
    yield from (place for place in head if place <= pivot)
    last = len(lines) if alone else segment.end
    for place in range(segment.body_end, min(last, segment.body_end + _BELOW)):
        if lines[place].block.zone not in _OTHERS and _says_posted(lines, place):
            yield place
    if alone:
        first = max(0, min(segment.first, segment.body) - _NEAR_BEFORE)
        for place in range(first, min(len(lines), segment.body + _NEAR_AFTER)):
            line = lines[place]
            if line.look in _DATED_LOOKS and line.block.zone not in _OTHERS:
                yield place
        told = {s.line for s in labelled.stretches if s.kind in {"body", "standfirst"}}
        for place in range(max(0, pivot), min(len(lines), segment.body + _NEAR_AFTER)):
            block = lines[place].block
            marked = bool(block.dated or block.signed)
            of_head = pivot < place < segment.body and place not in told
            if (marked or of_head) and block.zone not in _OTHERS:
                yield place


def _listed_days(lines: list[Line], labelled: Labelled) -> frozenset[str]:
    """Return the days that a text lists, each on a line: events, not when it was published."""
    segment = labelled.segment
    listed = [
        line.block.text
        for line in lines[segment.body : segment.body_end]
        if line.look == "date" and not line.block.dated
    ]
    return frozenset(listed if len(listed) > _LISTED_MOST else ())


def _says_posted(lines: list[Line], place: int) -> bool:
    """Tell whether a line, or a short one before it, says that it dates a text."""
    label = lines[place - 1].block.text if place else ""
    of_label = len(label.split()) <= _LABEL_WORDS and _POSTED.match(label) is not None
    return of_label or _POSTED.match(lines[place].block.text) is not None


def _agreed_day(lines: list[Line], around: Around) -> Published | None:
    """Return the day that all date lines of a page name; None where they name none or several."""
    found: Published | None = None
    for place, line in enumerate(lines):
        if line.look not in _DATED_LOOKS or line.block.zone in _OTHERS:
            continue
        read = _read_shown(lines, place, around.fetched_at)
        if read is None or not read.firm or read.published.how != "on_page":
            continue
        if found is not None and _day_of(found) != _day_of(read.published):
            return None
        found = found or read.published
    return found


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
    number = int(month) if month.isdecimal() else MONTHS.get(month, 0)
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None
