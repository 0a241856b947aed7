"""Datelines and the credits that stand with them: "OSLO, March 3 (Agency) — The council …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.articles.credits import (
    credits_in_dateline,
    is_acronym,
    is_house,
    names_house,
    split_names,
)
from twosource.text.names import known_country, known_outlet
from twosource.text.names.lexicon import common_words

__all__ = ["Dateline", "read_dateline"]

_DATELINE_READ = 140
_RECURS_READ = 3_000
_CAPITAL_WORD = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’\-]{1,24}"
_CAPITALS = rf"{_CAPITAL_WORD}(?:[ /]{_CAPITAL_WORD}){{0,3}}"
_WORD = r"[A-ZÀ-Þ][\w.'’\-]{1,24}"
_MONTH = r"(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}|[A-Z]{3,9})\.?"
_PLACE = (
    rf"(?P<place>{_CAPITALS}(?:,\s(?!{_MONTH}\s\d){_WORD}(?:\s{_WORD}){{0,2}})?|"
    rf"{_WORD}(?:[ ]{_WORD}){{0,3}})"
    r"(?:\s\[[A-Z][\w ]{2,20}\])?"
)
_DAY = rf"(?:{_MONTH}\s\d{{1,2}}(?!\d)|\d{{1,2}}\s{_MONTH})(?:,?\s(?:19|20)\d\d)?"
_DATE = rf"(?P<date>[,.]?\s{_DAY})?"
_AGENCY = (
    r"(?:\s{0,2}:?\s{0,2}\((?P<agency>[^()]{2,60})\)"
    r"|\s{0,2}/(?P<slashed>[A-Za-z][^/:]{1,40}?)(?:/|(?=:\s))"
    r"|\s{0,2}[.–—-]\s{1,2}(?P<dashed>[A-Z][\w .]{1,24}?)(?=\s{0,2}[–—-]))?"
)
_SEPARATOR = r"\s{0,2}(?P<dash>[.]-|:|–|—|―|--|-(?=\s)|[,.]{1,2}—|[,.](?=\s))?\s{0,2}"
_WRITER = r"(?:(?i:by)\s(?:[A-Z][a-z.'’-]{1,15}\s){2,3}(?=[A-Z]{3}))?"
_DATELINE = re.compile(rf"^{_WRITER}{_PLACE}{_DATE}(?:[,.](?=\s?[(/]))?{_AGENCY}{_SEPARATOR}(?=\S)")
_UNPLACED = (
    re.compile(
        rf"^\((?P<agency>[^()]{{2,60}})\)\s{{0,2}}(?P<dash>[–—:-]{{0,2}})\s{{0,2}}"
        rf"(?:(?P<place>{_CAPITALS}),\s{_DAY}\s{{0,2}}[–—-]{{1,2}}\s{{0,2}})?(?=\S)"
    ),
    re.compile(
        rf"^{_DAY},?\s{{0,2}}\((?P<agency>[^()]{{2,60}})\)\s{{0,2}}(?P<dash>[–—:-]{{1,2}})\s{{0,2}}(?=\S)"
    ),
    re.compile(r"^(?P<agency>[A-Z][\w ]{1,24}?)\s(?P<dash>[–—-]{1,2})\s(?=[A-Z“\"'‘])"),
)
_FROM_DESK = re.compile(
    rf"^From\sour\s(?:own\s)?(?:\w{{3,13}})\sin\s(?P<place>{_WORD}(?:\s{_WORD}){{0,2}})\s?[–—:,-]\s"
)
_NOT_PLACES = frozenset(
    """BREAKING UPDATE UPDATED EXCLUSIVE WATCH VIDEO OPINION ANALYSIS EXPLAINER LIVE READ PHOTOS
    FACT CHECK NOTE CORRECTION NEW JUST LISTEN MORE RELATED EDITORIAL REVIEW INTERVIEW SPOILER
    WARNING QUESTION ANSWER TLDR SUMMARY BACKGROUND CONTEXT NEWS ALERT UPDATES""".split()
)
_STRONG = frozenset(("–", "—", "―", "--"))
_BEFORE_PLACE = ("in ", "at ", "near ", "of ", "from ", "outside ", "to ")


class Dateline(NamedTuple):
    """An opening dateline: the place (None: only a credit), the agency, and where each part ends.

    ``cut`` is where the place ends and the credit begins, ``end`` where the running text begins.
    """

    place: str | None
    agency: str | None
    cut: int
    end: int


def read_dateline(paragraph: str, following: list[str] | None = None) -> Dateline | None:
    """Return the dateline that opens a paragraph; None without one.

    ``following`` are the next paragraphs: where they open the same way ("SMITH: We went."), the
    capitals name speakers of a transcript, not a place. A place in small letters is one only with
    an agency or a date, or where the text speaks of it again ("in Oslo").

    >>> read_dateline("OSLO (Reuters) - The council met.").place
    'OSLO'
    >>> read_dateline("SMITH: We went.", ["JONES: We stayed."])
    """
    text = paragraph[:_DATELINE_READ]
    for pattern in _UNPLACED:
        unplaced = _read_unplaced(pattern.match(text))
        if unplaced is not None:
            return unplaced
    desk = _FROM_DESK.match(text)
    if desk is not None:
        return Dateline(desk["place"], None, desk.end(), desk.end())
    match = _DATELINE.match(text)
    return _read_placed(match, paragraph, following or []) if match is not None else None


def _read_unplaced(match: re.Match[str] | None) -> Dateline | None:
    """Read a credit that opens a text before any place: "(AFP) -", "Reuters —"."""
    if match is None:
        return None
    agency = match["agency"]
    dash = match["dash"]
    bracketed = match.string[match.start("agency") - 1 : match.start("agency")] == "("
    known = all(known_outlet(n) is not None for n in split_names(agency))
    if bracketed and not (known or (dash and all(is_house(n) for n in split_names(agency)))):
        return None
    if not bracketed and not all(names_house(n) for n in split_names(agency)):
        return None
    place = match.groupdict().get("place")
    return Dateline(place, agency, 0, match.end())


def _read_placed(match: re.Match[str], paragraph: str, following: list[str]) -> Dateline | None:
    place, dash = _bare_place(match["place"]), match["dash"]
    agency = _agency_of(match)
    if _is_announcement(place, agency, dash):
        return None
    capitals = place.split(",")[0].isupper()
    if agency is None:
        if match["agency"] or match["slashed"] or match["dashed"]:
            # A bracket that names no maker: "LINDHOLM (Norway) —".
            named = known_country(match["agency"] or "") is not None
            if not (capitals and named and dash):
                return None
        elif not _stands_alone(match, paragraph, following, capitals=capitals):
            return None
        return Dateline(place, None, match.end(), match.end())
    if not dash and not (names_house(split_names(agency)[0]) and (capitals or match["date"])):
        return None
    marks = [match.start(g) for g in ("agency", "slashed", "dashed") if match[g] is not None]
    return Dateline(place, agency, max(marks) - (1 if match["dashed"] is None else 0), match.end())


def _bare_place(place: str) -> str:
    return place[:-1] if place.endswith(".") and place.count(".") == 1 else place


def _agency_of(match: re.Match[str]) -> str | None:
    """Return the maker beside a place; behind capitals or a date any house may stand."""
    agency = match["agency"] or match["slashed"] or match["dashed"]
    names = split_names(agency)
    if not names or agency is None:
        return None
    if all(is_house(name) for name in names):
        return str(agency)
    if match["dashed"] is not None:
        return str(agency) if all(is_acronym(name) for name in names) and match["date"] else None
    sure = match["place"].split(",")[0].isupper() or match["date"] or all(map(is_acronym, names))
    return str(agency) if sure and all(credits_in_dateline(n) for n in names) else None


def _is_announcement(place: str, agency: str | None, mark: str | None) -> bool:
    """Tell whether capitals before a text announce it ("NEW REPORT: …") and name no place."""
    said = set(re.findall(r"[A-Z]+", place))
    if agency is not None or ("NEW" in said and mark != ":"):
        # "NEW" opens many places.
        return said <= _NOT_PLACES
    return bool(said & _NOT_PLACES)


def _stands_alone(
    match: re.Match[str], paragraph: str, following: list[str], *, capitals: bool
) -> bool:
    """Tell whether a place without a maker is a dateline: by its capitals, date or recurrence."""
    dash = match["dash"] or ""
    strong = dash[-1:] in _STRONG or dash in _STRONG or dash in {":", "-", ".-"}
    after = paragraph[match.end() : match.end() + 1]
    if capitals and (strong or (match["date"] and dash in {".", ","})):
        return not any(_opens_alike(other) for other in following)
    if not dash or not (after.isupper() or after in "“\"'‘"):
        return False
    if match["date"]:
        return strong
    if dash == "." or len(match["place"].split()) > 3:  # noqa: PLR2004 - words of a long place
        return False
    first = re.match(r"[\w’']{1,20}", paragraph[match.end() :])
    if dash == "," and (first is None or first.group().casefold() not in common_words()):
        return False
    rest = " ".join((paragraph[match.end() :], *following))[:_RECURS_READ]
    return any(f" {before}{match['place']}" in f" {rest}" for before in _BEFORE_PLACE)


def _opens_alike(paragraph: str) -> bool:
    match = _DATELINE.match(paragraph[:_DATELINE_READ])
    if match is None or match["dash"] not in {":", "–", "—", "―", "--", "-"}:
        return False
    return match["place"].isupper() and match["agency"] is None
