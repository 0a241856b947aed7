"""Years, decades and centuries: "since 2021", "the 1971 convention", "the '90s", "1989-90"."""

from __future__ import annotations

import re

from twosource.text.dates.mention import DateMention
from twosource.text.dates.scan import Scan

_HUNDRED = 100
_DECADE = 10
_ROUND = 50
"""A multiple of this before a plural rather counts things than names a year."""
_NOT_PLURALS = frozenset(("as", "was", "is", "has", "this", "his", "us", "its"))


def find_year(scan: Scan, position: int) -> DateMention | None:
    """Return the year, decade or century that begins at a place."""
    text, end, forms = scan.text, scan.end, scan.forms
    found = forms.century.match(text, position, end)
    if found is not None and not scan.after(found.end())[:1].isupper():
        last = int(found["century"]) * _HUNDRED
        return DateMention(
            *found.span(), "absolute", year=last - _HUNDRED + 1, last_year=last, unit="year"
        )
    found = forms.year.match(text, position, end)
    if found is not None:
        return _whole_year(scan, found)
    found = forms.short_decade.match(text, position, end)
    if found is None:
        return None
    return DateMention(*found.span(), "partial", year=int(found["decade"]), unit="decade")


def _whole_year(scan: Scan, found: re.Match[str]) -> DateMention | None:
    """Return a year, a decade or a range of years, where what stands beside shows one."""
    year = int(found["year"])
    span = found.span()
    if found["decade"]:
        if year % _DECADE:
            return None
        return DateMention(
            *span, "absolute", year=year, last_year=year + _DECADE - 1, unit="decade"
        )
    last: int | None = None
    if found["last"]:
        last = int(found["last"])
        last += year - year % _HUNDRED if last < _HUNDRED else 0
        if last <= year:
            return None
    if not _is_year(scan, *span, year):
        return None
    return DateMention(*span, "absolute", year=year, last_year=last, unit="year")


def _is_year(scan: Scan, start: int, end: int, year: int) -> bool:
    """Tell a year from a count of things: "the 1971 convention", "more than 2000 soldiers"."""
    language, text = scan.language, scan.text
    before, after = scan.before(start).word, scan.after(end)
    if before in language.before_count:
        return False
    if after in language.after_year:
        return True
    plural = after.islower() and after.endswith("s") and after not in _NOT_PLURALS
    if before in language.before_year:
        return not plural
    if not after:
        return text[start - 1 : start] == "(" and text[end : end + 1] == ")"
    owned = before in language.of_a_year or text[max(scan.start, start - 3) : start - 1] in (
        "'s",
        "’s",
    )
    return owned and not (plural and year % _ROUND == 0)


def find_spoken_year(scan: Scan, position: int, _word: str) -> DateMention | None:
    """Return a year in words, as it is read aloud: "nineteen seventy-nine"."""
    found = scan.forms.spoken_year.match(scan.text, position, scan.end)
    if found is None:
        return None
    language = scan.language
    year = (
        language.spoken_centuries[found["century"].lower()] + language.tens[found["tens"].lower()]
    )
    if found["unit"]:
        year += language.counts[found["unit"].lower()]
    return DateMention(*found.span(), "absolute", year=year, unit="year")


def find_season(scan: Scan, position: int, _word: str) -> DateMention | None:
    """Return "summer 2022", as that year: half of the world has its summer in January."""
    found = scan.forms.season_year.match(scan.text, position, scan.end)
    if found is None:
        return None
    return DateMention(*found.span(), "absolute", year=int(found["year"]))
