"""The date that stands beside a headline: a day only where the line can be read in one way.

Furniture writes dates in many habits and often glues them to a name ("Harbour Gazette31-01-2025").
03/04/2025 is the third of April to half of the world, so it stays unknown until a weekday or the
time of capture rules one of the two out; "2 days ago" waits for the time of capture, too.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Literal, NamedTuple

from twosource.records import Said
from twosource.text.dates import ENGLISH, DateMention, resolve_date
from twosource.text.dates.forms import any_of
from twosource.text.dates.interval import day_or_none
from twosource.text.dates.months import MONTHS
from twosource.text.dates.numeric import GLUED_FIGURES, full_year, read_figures
from twosource.text.dates.resolving import base_day
from twosource.text.page_times import read_moment

How = Literal["on_page", "relative", "ambiguous"]

_READ = 300
"""A line of furniture is short; a date further in stands in running text."""
_WORDS_BESIDE = 12
"""With more words than these beside its date, a line is a sentence and no furniture."""
_ONE_DAY = timedelta(days=1)
"""What the zones of two clocks may lie apart: a page can be dated tomorrow."""

_MONTH = rf"(?P<month>{any_of(MONTHS)})(?![^\W\d_])\.?"
_BEGIN = r"(?:(?<![^\W\d_])|(?-i:(?<=[a-z])(?=[A-Z])))"
"""Where a word begins; furniture glues a section to the date behind it: "SeaMay 3, 2031"."""
_YEAR = r"(?:(?P<year>(?:19|20)\d\d)|['’](?P<short>\d\d))(?!\d)"
_YEARS = re.compile(r"(?:19|20)\d\d|['’]\d\d")
"""Without one of these no date with the name of its month is whole; it is sooner looked for."""
_DIGIT = re.compile(r"\d")
_NAMED = (
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<number>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"
    ),
    re.compile(
        rf"(?<!\d)(?P<year>(?:19|20)\d\d)\s{_MONTH}\s(?P<day>\d{{1,2}})(?!\d)", re.IGNORECASE
    ),
    re.compile(
        rf"{_BEGIN}{_MONTH}[\s-]{{0,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?[,.-]?\s{{0,2}}{_YEAR}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?(?:[\s-]{{1,2}}(?:of\s|de\s)?)?"
        rf"(?P<month>{any_of(MONTHS)})(?:(?![^\W\d_])\.?)(?:[\s,-]{{1,3}}|\sde\s)?{_YEAR}",
        re.IGNORECASE,
    ),
)
_MONTH_ALONE = re.compile(
    rf"^\s{{0,9}}(?:(?:issue|vol(?:ume)?|no|number|edition)\.?\s?\d{{1,4}}\W{{1,3}}){{0,3}}"
    rf"(?P<date>{_MONTH},?\s(?P<year>(?:19|20)\d\d))\s{{0,9}}$",
    re.IGNORECASE,
)
_WEEKDAYS = {**ENGLISH.weekdays, **ENGLISH.short_weekdays}
_WEEKDAY = re.compile(rf"(?<![^\W\d_])(?P<weekday>{any_of(_WEEKDAYS)})\b\W{{0,3}}$", re.IGNORECASE)
_WEEKDAY_LENGTH = 14
_COUNTS = {word: count for word, count in ENGLISH.counts.items() if " " not in word}
_RELATIVE = re.compile(
    rf"(?P<words>(?:(?<![\d.,])(?P<figures>\d{{1,3}})|(?<![^\W\d_])(?P<count>{any_of(_COUNTS)}))\s?"
    r"(?P<unit>minutes?|mins?|min|m|hours?|hrs?|h|days?|d|weeks?|w|months?|mo|years?|y)\sago)\b",
    re.IGNORECASE,
)
_LABEL = r"\W{0,3}(?:(?:last|updated|published|posted)\b\W{0,3}){0,2}"
# Alone or behind a label only: "Today" is also half the name of many a paper.
_DAY_WORD = re.compile(
    rf"{_LABEL}(?P<words>just\snow|yesterday|today)\b(?=\W{{0,3}}(?:at\b|\d|$))", re.IGNORECASE
)
_WEEKDAY_TIME = re.compile(
    rf"{_LABEL}(?P<words>{any_of(ENGLISH.weekdays)}),?\s(?:at\s)?(?=\d{{1,2}}[:.]\d\d)",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(r"publi|posted|issued|first\s|created|released", re.IGNORECASE)
_CHANGED = re.compile(
    r"updat|modifi|edited(?!\sby)|correct|\blast\b|reviewed|revis|accessed|retrieved", re.IGNORECASE
)
_AS_PUBLISHED, _AS_PLAIN, _AS_CHANGED = range(3)
"""What the words before a date make of it, the best first."""
_BEFORE = 25
_WORD = re.compile(r"[^\W\d_]{2,}")


class PageDate(NamedTuple):
    """A date on a line of furniture: code points ``start`` to ``end`` (half open) of the line.

    ``value`` is an ISO day (or month, "March 2024" alone on a line), None unless ``how`` is
    ``on_page``. ``moment`` is the ISO time with its offset where the line tells both. ``note`` is
    the words as written. ``mention`` counts a relative date once the time of capture is known, and
    holds the readings of an ambiguous one. ``changed`` tells that the words beside it speak of a
    change of the page, and not of its publication.
    """

    start: int
    end: int
    value: str | None
    how: How
    note: str
    moment: str | None = None
    mention: DateMention | None = None
    changed: bool = False


def tells_change(words: str) -> bool:
    """Tell whether the words beside a date are of a page's change, and not of its publication.

    >>> tells_change("Last updated:"), tells_change("First published, last updated")
    (True, False)
    """
    return _CHANGED.search(words) is not None and _PUBLISHED.search(words) is None


def read_page_date(line: str) -> PageDate | None:
    """Return the date of a line of page furniture, None for a line without one or a sentence.

    >>> read_page_date("Harbour Gazette31-01-2025").value
    '2025-01-31'
    >>> read_page_date("03/04/2025").how, read_page_date("time2 days ago").note
    ('ambiguous', '2 days ago')
    """
    seen = line[:_READ]
    alone = _MONTH_ALONE.match(seen) if _YEARS.search(seen) else None
    if alone is not None:
        value = f"{int(alone['year']):04}-{_month_of(alone):02}"
        return PageDate(*alone.span("date"), value, "on_page", alone["date"])
    dates = _whole_dates(seen) if _DIGIT.search(seen) else []
    chosen = _choose(seen, dates) if dates else _relative_date(seen)
    if chosen is None:
        return None
    beside = line[: chosen.start] + " " + line[chosen.end : _READ]
    if len(dates) <= 1:
        chosen = chosen._replace(changed=tells_change(beside))
    if len(line) > _READ or len(_WORD.findall(beside)) > _WORDS_BESIDE:
        return None
    return chosen


def count_page_date(found: PageDate, captured: str | None) -> Said:
    """Return the day of a page date; a relative one is counted from the ISO time of capture.

    Of an ambiguous one, readings that had not come at the time of capture fall away.

    >>> count_page_date(read_page_date("2 days ago"), "2031-05-16T09:00:00Z").value
    '2031-05-14'
    >>> count_page_date(read_page_date("03/04/2031"), "2031-03-16").value
    '2031-03-04'
    """
    if found.value is not None:
        return Said(found.value, "stated")
    if found.mention is None:
        return Said()
    day = base_day(captured)
    if found.how == "ambiguous" and day is not None:
        possible = [reading for reading in found.mention.readings if reading <= day + _ONE_DAY]
        return Said(possible[0].isoformat(), "relative") if len(possible) == 1 else Said()
    return resolve_date(found.mention, captured).said()


def _month_of(found: re.Match[str]) -> int:
    groups = found.groupdict()
    return int(groups["number"]) if groups.get("number") else MONTHS[groups["month"].lower()]


def _whole_dates(line: str) -> list[PageDate]:
    dates = []
    for pattern in _NAMED if _YEARS.search(line) else ():
        for found in pattern.finditer(line):
            year = full_year(int(found["year"] or found.groupdict()["short"]))
            day = day_or_none(year, _month_of(found), int(found["day"]))
            if day is not None:
                dates.append(_page_date(line, found, (day,)))
    for found in GLUED_FIGURES.finditer(line):
        days = read_figures(found)
        if days or not found["year"]:
            dates.append(_page_date(line, found, days))
    return sorted(dates, key=lambda one: (one.start, -one.end))


def _page_date(line: str, found: re.Match[str], days: tuple[date, ...]) -> PageDate:
    """Return a whole date; the weekday before it must fit, and may tell two readings apart."""
    start, end = found.span()
    note = found.group().strip()
    weekday = _WEEKDAY.search(line[max(0, start - _WEEKDAY_LENGTH) : start])
    if weekday is not None:
        named = _WEEKDAYS[weekday["weekday"].lower()]
        days = tuple(day for day in days if day.weekday() == named)
    if len(days) != 1:
        mention = DateMention(start, end, "ambiguous", readings=days)
        return PageDate(start, end, None, "ambiguous", note, None, mention)
    moment, last = read_moment(line, start, end, days[0])
    return PageDate(start, last, days[0].isoformat(), "on_page", note, moment)


def _relative_date(line: str) -> PageDate | None:
    found = _DAY_WORD.match(line)
    if found is not None:
        amount = -1 if found["words"].lower() == "yesterday" else 0
        mention = DateMention(*found.span("words"), "offset", amount=amount, unit="day")
    elif (found := _WEEKDAY_TIME.match(line)) is not None:
        named = ENGLISH.weekdays[found["words"].lower()]
        mention = DateMention(*found.span("words"), "weekday", weekday=named)
    elif "ago" in line.lower() and (found := _RELATIVE.search(line)) is not None:
        count = int(found["figures"]) if found["figures"] else _COUNTS[found["count"].lower()]
        unit, each = ENGLISH.units[_unit_name(found["unit"].lower())]
        mention = DateMention(*found.span("words"), "offset", amount=-count * each, unit=unit)
    else:
        return None
    return PageDate(mention.start, mention.end, None, "relative", found["words"], None, mention)


def _unit_name(written: str) -> str:
    """Return the whole name of a unit: "hrs" and "h" are an hour, "mo" a month, "m" a minute."""
    if written.startswith("mo"):
        return "month"
    return next(name for name in ("minute", "hour", "day", "week", "year") if name[0] == written[0])


def _choose(line: str, dates: list[PageDate]) -> PageDate:
    """Return, of several dates of a line, the one labelled as publication, else the first."""

    def rank(place: int) -> tuple[int, int]:
        begin = max(dates[place - 1].end if place else 0, dates[place].start - _BEFORE)
        label = line[begin : dates[place].start]
        if _PUBLISHED.search(label):
            return _AS_PUBLISHED, place
        return (_AS_CHANGED if _CHANGED.search(label) else _AS_PLAIN), place

    (label, place) = min(rank(place) for place in range(len(dates)))
    return dates[place]._replace(changed=label == _AS_CHANGED)
