"""The date that stands beside a headline: a day only where the line can be read in one way.

Furniture writes dates in many habits and often glues them to a name ("Harbour Gazette31-01-2025").
03/04/2025 is the third of April to half of the world, so it stays unknown; "2 days ago" stays
relative until somebody knows when the page was captured.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Literal, NamedTuple

from twosource.records import Said
from twosource.text.dates import COUNTS, DateMention, Unit, month_number, order_day, resolve_date

How = Literal["on_page", "relative", "ambiguous"]

_READ = 300
"""A line of furniture is short; a date further in stands in running text."""
_WORDS_BESIDE = 12
"""With more words than these beside its date, a line is a sentence and no furniture."""
_MINUTES = 60

# Months as European papers write them; English ones are read by ``month_number``.
_FOREIGN_MONTHS = {
    1: "janvier januar jänner enero gennaio janeiro januari stycznia января",
    2: "février fevrier februar febrero febbraio fevereiro februari lutego февраля",
    3: "mars märz marzo março maart marca марта",
    4: "avril abril aprile kwietnia апреля",
    5: "mai mayo maggio maio mei maja мая",
    6: "juin juni junio giugno junho czerwca июня",
    7: "juillet juli julio luglio julho lipca июля",
    8: "août aout agosto augustus augusti sierpnia августа",
    9: "septembre septiembre settembre setembro września сентября",
    10: "octobre oktober octubre ottobre outubro października октября",
    11: "noviembre novembro listopada ноября",
    12: "décembre decembre dezember diciembre dicembre dezembro grudnia декабря",
}
_MONTH_OF_WORD = {word: month for month, words in _FOREIGN_MONTHS.items() for word in words.split()}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|"
    + "|".join(sorted(_MONTH_OF_WORD, key=lambda word: (-len(word), word)))
    + r")(?![^\W\d_])\.?"
)
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_ABSOLUTE = (
    re.compile(
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<mark>[-/.])(?P<number>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
    ),
    re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[年년]\s?(?P<number>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]"),
    re.compile(
        rf"(?<![^\W\d_]){_MONTH}\s{{0,2}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s?[,.]?\s{{0,2}}{_YEAR}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"(?<!\d)(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.?(?:[\s-]{{1,2}}(?:of\s|de\s)?)?{_MONTH}"
        rf"(?:[\s,-]{{1,3}}|\sde\s){_YEAR}",
        re.IGNORECASE,
    ),
)  # fmt: skip
_NUMERIC = re.compile(
    r"(?<!\d)(?P<first>\d{1,2})(?P<mark>[-/.])(?P<second>\d{1,2})(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)"
)
_SHORT_YEAR = re.compile(r"(?<!\d)\d{1,2}([-/.])\d{1,2}\1\d{2}(?!\d)")
_MONTH_ALONE = re.compile(rf"^\s*{_MONTH},?\s{_YEAR}\s*$", re.IGNORECASE)
_TIME = re.compile(
    r"(?<!\d)(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,6})?)?(?!\d)"
    r"\s?(?P<half>[ap]\.?m\b\.?)?\s?(?P<zone>Z\b|GMT|UTC|BST|CEST|CET|EST|EDT|PST|PDT)?"
    r"(?P<offset>[+-]\d{2}:?\d{2}(?!\d))?",
    re.IGNORECASE,
)
# Names of zones that mean one thing only; IST, CST and their like are left out.
_ZONES = {
    "z": "+00:00", "gmt": "+00:00", "utc": "+00:00", "bst": "+01:00", "cet": "+01:00",
    "cest": "+02:00", "est": "-05:00", "edt": "-04:00", "pst": "-08:00", "pdt": "-07:00",
}  # fmt: skip
_RELATIVE = re.compile(
    r"(?:(?<![^\W\d_])|(?<=time))(?P<words>(?:(?P<count>\d{1,3}|an?|one|two|three|four|five|six|"
    r"seven|eight|nine|ten)\s?(?P<unit>minutes?|mins?|min|m|hours?|hrs?|h|days?|d|weeks?|w|months?|"
    r"mo|years?|y)\sago))\b",
    re.IGNORECASE,
)
# Alone or behind a label only: "Today" is also half the name of many a paper.
_DAY_WORD = re.compile(
    r"\W{0,3}(?:(?:last|updated|published|posted)\b\W{0,3}){0,2}"
    r"(?P<words>just\snow|yesterday|today)\b(?=\W{0,3}(?:at\b|\d|$))",
    re.IGNORECASE,
)
_UNITS: dict[str, Unit] = {"h": "hour", "d": "day", "w": "week", "y": "year"}
_PUBLISHED = re.compile(r"publish|posted|issued|first\s|created|released", re.IGNORECASE)
_CHANGED = re.compile(r"updated|modified|edited|corrected|last\s|accessed|retrieved", re.IGNORECASE)
_BEFORE = 25
_WORD = re.compile(r"[^\W\d_]{2,}")


class PageDate(NamedTuple):
    """A date on a line of furniture: code points ``start`` to ``end`` (half open) of the line.

    ``value`` is an ISO day (or month, "March 2024" alone on a line), None unless ``how`` is
    ``on_page``. ``moment`` is the ISO time with its offset where the line tells both. ``note`` is
    the words as written. ``mention`` counts a relative date once the time of capture is known.
    """

    start: int
    end: int
    value: str | None
    how: How
    note: str
    moment: str | None = None
    mention: DateMention | None = None


def _month_of(found: re.Match[str]) -> int:
    groups = found.groupdict()
    if groups.get("number"):
        return int(groups["number"])
    word = groups["month"].lower().rstrip(".")
    return _MONTH_OF_WORD.get(word) or month_number(word)


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _moment(line: str, start: int, end: int, day: str) -> tuple[str | None, int]:
    """Return the ISO time that stands right behind (or before) a day, and where it ends."""
    behind = re.compile(r"[\sT,|·•\-–—]{0,4}(?:at\s)?").match(line, end)
    found = _TIME.match(line, behind.end() if behind is not None else end)
    if found is None:
        found = _TIME.search(line, max(0, start - _BEFORE), start)
        if found is None:
            return None, end
        reached = end
    else:
        reached = found.end()
    hour, minute = int(found["hour"]), int(found["minute"])
    half = (found["half"] or "").lower()[:1]
    if half and not 1 <= hour <= 12:  # noqa: PLR2004
        return None, end
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    offset = found["offset"]
    if offset is not None and ":" not in offset:
        offset = offset[:3] + ":" + offset[3:]
    zone = offset or _ZONES.get((found["zone"] or "").lower())
    return (f"{day}T{hour:02}:{minute:02}:00{zone}" if zone else None), reached


def _absolute_dates(line: str) -> list[PageDate]:
    dates: list[PageDate] = []
    for pattern in _ABSOLUTE:
        for found in pattern.finditer(line):
            day = _iso(int(found["year"]), _month_of(found), int(found["day"]))
            if day is not None:
                moment, end = _moment(line, found.start(), found.end(), day)
                dates.append(
                    PageDate(found.start(), end, day, "on_page", found.group().strip(), moment)
                )
    for found in _NUMERIC.finditer(line):
        order = order_day(int(found["first"]), int(found["second"]))
        value = _iso(int(found["year"]), order[1], order[0]) if order is not None else None
        if value is not None:
            moment, end = _moment(line, found.start(), found.end(), value)
            dates.append(PageDate(found.start(), end, value, "on_page", found.group(), moment))
        else:
            dates.append(PageDate(*found.span(), None, "ambiguous", found.group()))
    dates.extend(
        PageDate(*found.span(), None, "ambiguous", found.group())
        for found in _SHORT_YEAR.finditer(line)
    )
    return sorted(dates, key=lambda one: (one.start, -one.end))


def _relative_date(line: str) -> PageDate | None:
    found = _DAY_WORD.match(line)
    amount, unit = 0, "day"
    if found is not None:
        amount = -1 if found["words"].lower() == "yesterday" else 0
    else:
        found = _RELATIVE.search(line)
        if found is None:
            return None
        count = found["count"].lower()
        amount = -(int(count) if count.isdigit() else COUNTS[count])
        written = found["unit"].lower()
        if written.startswith("mo"):
            unit = "month"
        elif written.startswith("m"):
            amount, unit = -(-amount // _MINUTES), "hour"
        else:
            unit = _UNITS[written[0]]
    span = found.span("words")
    kept: dict[str, Unit] = {
        "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year",
    }  # fmt: skip
    mention = DateMention(*span, "offset", amount=amount, unit=kept[unit])
    return PageDate(*span, None, "relative", found["words"], None, mention)


def _chosen(line: str, dates: list[PageDate]) -> PageDate:
    """Return, of several dates of a line, the one labelled as publication, else the first."""

    def rank(place: int) -> tuple[int, int]:
        begin = max(dates[place - 1].end if place else 0, dates[place].start - _BEFORE)
        label = line[begin : dates[place].start]
        if _PUBLISHED.search(label):
            return 0, place
        return (2 if _CHANGED.search(label) else 1), place

    return dates[min(range(len(dates)), key=rank)]


def read_page_date(line: str) -> PageDate | None:
    """Return the date of a line of page furniture, None for a line without one or a sentence.

    >>> read_page_date("Harbour Gazette31-01-2025").value
    '2025-01-31'
    >>> read_page_date("03/04/2025").how, read_page_date("time2 days ago").note
    ('ambiguous', '2 days ago')
    """
    seen = line[:_READ]
    alone = _MONTH_ALONE.match(seen)
    if alone is not None:
        value = f"{int(alone['year']):04}-{_month_of(alone):02}"
        return PageDate(*alone.span(), value, "on_page", alone.group().strip())
    dates = _absolute_dates(seen)
    if dates:
        chosen = _chosen(seen, dates)
    else:
        relative = _relative_date(seen)
        if relative is None:
            return None
        chosen = relative
    beside = line[: chosen.start] + " " + line[chosen.end : _READ]
    if len(line) > _READ or len(_WORD.findall(beside)) > _WORDS_BESIDE:
        return None
    return chosen


def count_page_date(found: PageDate, captured: str | None) -> Said:
    """Return the day of a page date; a relative one is counted from the ISO time of capture.

    >>> count_page_date(read_page_date("2 days ago"), "2031-05-16T09:00:00Z").value
    '2031-05-14'
    """
    if found.value is not None:
        return Said(found.value, "stated")
    if found.mention is None:
        return Said()
    return resolve_date(found.mention, captured)
