"""Parts of months and years: "early December", "the first half of 2024", "later this year"."""

from __future__ import annotations

from collections.abc import Callable

from twosource.text.dates.calendar_dates import WHICH
from twosource.text.dates.clause import Towards
from twosource.text.dates.language import Part
from twosource.text.dates.mention import DateMention
from twosource.text.dates.scan import Scan

_HALVES: dict[int, Part] = {1: "half1", 2: "half2"}
_WHOLE_UNITS = frozenset(("week", "month", "quarter", "year", "decade"))


def find_part(
    scan: Scan, position: int, at: Callable[[int], DateMention | None]
) -> DateMention | None:
    """Return a part of the month, year or other unit that follows: "early in December".

    ``at`` reads the date that begins at a place.
    """
    found = scan.forms.part.match(scan.text, position, scan.end)
    if found is None:
        return None
    if found["part"]:
        part = scan.language.parts[found["part"].lower()]
    else:
        part = scan.language.parts_of[found["end"].lower()]
    if found["the"]:
        return _part_of_current(scan, position, found.end(), part)
    inner = at(found.end())
    if inner is None or inner.start != found.end() or inner.part:
        return None
    if part in ("so_far", "still_to_come") and not inner.whole:
        # "earlier Sunday" is still that Sunday.
        return inner._replace(start=position) if inner.kind in ("weekday", "offset") else None
    whole = inner.whole or (inner.kind in ("absolute", "partial") and inner.day is None)
    return inner._replace(start=position, part=part) if whole else None


def _part_of_current(scan: Scan, start: int, position: int, part: Part) -> DateMention | None:
    """Return "by the end of the month", where a plan shows that the article's month is meant."""
    word = scan.after(position - 1)
    unit = scan.language.units.get(word.lower(), ("", 0))[0]
    if unit not in _WHOLE_UNITS:
        return None
    last = position + len(word)
    if scan.towards(start, last).direction != "future":
        return DateMention(start, last, "unclear")
    return DateMention(start, last, "offset", unit=unit, whole=True, part=part)


def find_ordinal(scan: Scan, position: int, _word: str) -> DateMention | None:
    """Return "the third quarter of 2024", "Q3", "the first half of last year"."""
    found = scan.forms.ordinal.match(scan.text, position, scan.end)
    if found is None:
        return None
    year, which = found["year"], found["which"]
    if year is None and which is None and found["quarter"] is None:
        return None  # a match has quarters and halves, too
    number = int(found["quarter"] or scan.language.ordinals[found["ordinal"].lower()])
    half = (found["what"] or "").lower() == "half"
    if half and number not in _HALVES:
        return None
    towards = Towards() if which or year else scan.towards(*found.span())
    return DateMention(
        *found.span(),
        "absolute" if year else "partial",
        year=int(year) if year else None,
        quarter=None if half else number,
        part=_HALVES[number] if half else "",
        amount=WHICH[which.lower()] if which else 0,
        unit="year" if which or half else "quarter",
        direction=towards.direction,
        surely=towards.surely,
    )
