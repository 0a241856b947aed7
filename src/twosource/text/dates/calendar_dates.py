"""Dates that name a month, a weekday or a day in figures: "Jan. 31", "5 March 2021", "Friday"."""

from __future__ import annotations

import re

from twosource.text.dates.mention import DateMention, Kind
from twosource.text.dates.numeric import read_figures
from twosource.text.dates.scan import Scan
from twosource.text.dates.years import find_year

_WEEK_BEHIND = len(" of this week")
WHICH = {"last": -1, "this": 0, "the": 0, "next": 1}


def month_number(scan: Scan, name: str) -> int:
    """Return 1 to 12 for the name of a month, whole or short, with or without its full stop."""
    plain = name.lower().rstrip(".")
    return scan.language.months.get(plain) or scan.language.short_months[plain]


def _number(words: str | None) -> int | None:
    return int(words) if words else None


def _day_of_month(scan: Scan, found: re.Match[str], weekday: int | None = None) -> DateMention:
    """Return the mention of a day and a month, with or without a year."""
    groups = found.groupdict()
    year = _number(groups["year"])
    month = groups["month"] or groups["month2"]
    day = groups.get("day") or groups.get("day2")
    spoken = " ".join((groups.get("spoken") or "").lower().split()).replace(" ", "-")
    first, last = found.span()
    if found.group().endswith("."):
        last -= 1  # "5 Jan." ends the sentence
    towards = None if year else scan.towards(first, last)
    named = scan.after(last).lower() in scan.language.named_by_day
    named = named and scan.before(first).word == "the" and year is None
    return DateMention(
        first,
        last,
        "absolute" if year else "unclear" if named else "partial",
        year=year,
        month=month_number(scan, month),
        day=int(day) if day else scan.language.ordinal_days[spoken],
        last_day=_number(groups.get("last")),
        weekday=weekday,
        direction=towards.direction if towards else "",
        surely=towards.surely if towards else False,
    )


def find_at_number(scan: Scan, position: int, _word: str) -> DateMention | None:
    """Return the date that begins with figures: 5 March, 2025-03-05, 31/12/2024, 2021, 1990s."""
    text, end, forms = scan.text, scan.end, scan.forms
    if position and text[position - 1] == "-" and not _follows_part(scan, position):
        return None
    found = forms.day_month.match(text, position, end)
    if found is not None and int(found["day"]) and found["month"][0].isupper():
        return _day_of_month(scan, found)
    found = forms.figures.match(text, position, end)
    if found is not None:
        return _read_figures(found)
    return find_year(scan, position)


def _follows_part(scan: Scan, position: int) -> bool:
    return scan.before(position).word in scan.language.parts


def _read_figures(found: re.Match[str]) -> DateMention:
    days = read_figures(found)
    if len(days) == 1:
        year, month, day = days[0].timetuple()[:3]
        return DateMention(*found.span(), "absolute", year=year, month=month, day=day)
    kind: Kind = "ambiguous" if days else "unclear"
    return DateMention(*found.span(), kind, readings=days)


def find_at_month(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return the date that begins with a month: March 5, 2021; December 2024; October."""
    text, end, forms, language = scan.text, scan.end, scan.forms, scan.language
    found = forms.month_day.match(text, position, end)
    if found is not None and int(found["day"]):
        return _day_of_month(scan, found)
    found = forms.spoken_day.match(text, position, end)
    if found is not None:
        return _day_of_month(scan, found)
    found = forms.month_year.match(text, position, end)
    if found is not None:
        month = month_number(scan, found["month"])
        if found["year"]:
            return DateMention(*found.span(), "absolute", year=int(found["year"]), month=month)
        if found["which"].lower() == "that":
            return DateMention(*found.span(), "unclear", month=month, unit="year")
        years = WHICH[found["which"].lower()]
        return DateMention(*found.span(), "partial", month=month, amount=years, unit="year")
    name = word.lower()
    if name not in language.months:
        return None
    if name in language.doubtful_months and scan.before(position).word not in language.before_month:
        return None
    last = position + len(word)
    towards = scan.towards(position, last)
    return DateMention(
        position,
        last,
        "partial",
        month=language.months[name],
        direction=towards.direction,
        surely=towards.surely,
    )


def find_at_weekday(scan: Scan, position: int, word: str) -> DateMention | None:
    """Return the date that begins with a day of the week: Thursday; Friday, Jan. 31."""
    text, end, forms, language = scan.text, scan.end, scan.forms, scan.language
    name = word.lower()
    weekday = language.weekdays.get(name, language.short_weekdays.get(name))
    last = position + len(word)
    found = forms.weekday_date.match(text, position, end)
    if found is not None and int(found["day"] or found["day2"]):
        return _day_of_month(scan, found, weekday)
    if name not in language.weekdays:
        return None
    found = forms.weekday_day.match(text, position, end)
    if found is not None:
        return DateMention(*found.span(), "unclear")  # "Friday the 13th", of no month
    if "week" in text[last : last + _WEEK_BEHIND].lower():
        found = forms.weekday_week.match(text, position, end)
    if found is not None:
        weeks = WHICH[found["which"].lower()]
        return DateMention(*found.span(), "weekday", weekday=weekday, amount=weeks, unit="week")
    if text[last + 1 : last + 2].isupper() and scan.after(last).lower() in language.names_of_papers:
        return None
    if scan.before(position).word in language.named_days:
        return None
    towards = scan.towards(position, last)
    return DateMention(
        position,
        last,
        "weekday",
        weekday=weekday,
        direction=towards.direction,
        surely=towards.surely,
    )


def find_fixed_day(scan: Scan, position: int, _word: str) -> DateMention | None:
    """Return a feast that falls on the same day every year: Christmas Eve."""
    found = scan.forms.fixed_day.match(scan.text, position, scan.end)
    if found is None:
        return None
    month, day = scan.language.fixed_days[found.group().lower().replace("’", "'")]
    towards = scan.towards(*found.span())
    return DateMention(
        *found.span(),
        "partial",
        month=month,
        day=day,
        direction=towards.direction,
        surely=towards.surely,
    )
