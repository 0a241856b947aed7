"""The programs that are measured beside ours, each through its own front door.

Both are imported only when they run; one that is not installed is named and left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import pairwise

from benchmarks.dates.timebank import Told
from twosource.text.dates import Interval, find_dates, resolve_in_order

_EDGE = re.compile(r"(?<=[.?!])\s+(?=[A-Z\"'`“])")
_EXACT = {"time": 10, "day": 10, "week": 10, "month": 7, "year": 4}
"""How much of an ISO day dateparser means by each of its periods."""


def run_twosource(text: str, base: str) -> list[Told]:
    """Return what this program tells."""
    mentions = find_dates(text)
    means = resolve_in_order(mentions, base)
    return [Told(m.start, m.end, told.value) for m, told in zip(mentions, means, strict=True)]


def run_dateparser(text: str, base: str) -> list[Told]:
    """Return what dateparser's search tells; days before the base preferred, as in news.

    It gives no offsets, so its words are looked up in their order; it gives a day for everything,
    so the period that it names itself says how much of that day is meant.
    """
    search = import_module("dateparser.search").search_dates
    parser = import_module("dateparser.date").DateDataParser
    settings = {
        "RELATIVE_BASE": datetime.fromisoformat(base[:10]),
        "PREFER_DATES_FROM": "past",
        "RETURN_AS_TIMEZONE_AWARE": False,
    }
    period_of = parser(languages=["en"], settings=settings).get_date_data
    told, place = [], 0
    for _start, sentence in _sentences(text):
        for words, moment in search(sentence, languages=["en"], settings=settings) or []:
            start = text.find(words, place)
            if start < 0:
                continue
            place = start + len(words)
            exact = _EXACT.get(str(period_of(words).period), 10)
            told.append(Told(start, place, moment.date().isoformat()[:exact]))
    return told


def run_recognizers(text: str, base: str) -> list[Told]:
    """Return what recognizers-text tells: of its readings the first, which looks back."""
    return [Told(start, end, values[0]) for start, end, values in _recognized(text, base)]


def run_recognizers_generously(text: str, base: str) -> list[Told]:
    """Return all readings of recognizers-text: what a perfect choice among them would find."""
    return [
        Told(start, end, value)
        for start, end, values in _recognized(text, base)
        for value in values
    ]


@cache
def _recognized(text: str, base: str) -> list[tuple[int, int, list[str | None]]]:
    recognize = import_module("recognizers_date_time").recognize_datetime
    reference = datetime.fromisoformat(base[:10])
    return [
        (
            start + found.start,
            start + found.end + 1,
            [_value(reading) for reading in (found.resolution or {}).get("values") or [{}]],
        )
        for start, sentence in _sentences(text)
        for found in recognize(sentence, "en-us", reference=reference)
    ]


def _sentences(text: str) -> list[tuple[int, str]]:
    """Return sentences with their offsets: both peers do better on them than on whole articles."""
    edges = [0, *(found.end() for found in _EDGE.finditer(text)), len(text)]
    return [(start, text[start:end]) for start, end in pairwise(edges)]


def _value(reading: dict[str, str]) -> str | None:
    """Return the day, month or year of one of recognizers-text's readings; its ends are behind."""
    if reading.get("type") in ("date", "datetime"):
        return reading.get("value", "")[:10] or None
    if reading.get("type") not in ("daterange", "datetimerange") or "start" not in reading:
        return None
    first = datetime.fromisoformat(reading["start"])
    behind = datetime.fromisoformat(reading.get("end", reading["start"]))
    last = behind - timedelta(seconds=1 if behind > first else 0)
    return Interval(first.date(), last.date(), "relative").value


PROGRAMS: dict[str, tuple[str, Callable[[str, str], list[Told]]]] = {
    "twosource": ("twosource", run_twosource),
    "recognizers-text": ("recognizers_date_time", run_recognizers),
    "the same, any reading": ("recognizers_date_time", run_recognizers_generously),
    "dateparser": ("dateparser", run_dateparser),
}
"""Each program's package, and how it is run."""


def installed() -> dict[str, Callable[[str, str], list[Told]]]:
    """Return the programs that can run here."""
    return {name: run for name, (package, run) in PROGRAMS.items() if find_spec(package)}
