"""Datelines and the credits that stand with them: "OSLO, March 3 (Agency) — The council …"."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.articles.credits import credits_in_dateline
from twosource.text.names import looks_like_outlet

_DATELINE_READ = 140
_PLACE = r"[A-Z][A-Z.'’\-]{1,24}(?:[ /][A-Z][A-Z.'’\-]{1,24}){0,3}"
_REGION = r"(?:,\s[A-Z][\w.'’\-]{1,20}(?:\s[A-Z][\w.'’\-]{1,20}){0,2})?"
_MONTH_DAY = (
    r"(?:[,.]\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2}\.?"
    r"|[,.]\s\d{1,2}\s(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?)?"
)
_SEPARATOR = r"\s{0,2}(?P<dash>:|–|—|―|--|-(?=\s)|\.(?=\s))\s{0,2}"
_AGENCY = r"\((?P<agency>[^()]{2,60})\)|/(?P<slashed>[^/]{2,40})/"
_DATELINES = (
    re.compile(
        rf"^(?P<place>{_PLACE}{_REGION}){_MONTH_DAY}[,.]?\s{{0,2}}(?:{_AGENCY}){_SEPARATOR}"
    ),
    re.compile(
        r"^(?P<place>[A-Z][\w.'’\-]{1,24}(?:[ /][A-Z][\w.'’\-]{1,24}){0,3})"
        rf"{_MONTH_DAY},?\s{{0,2}}(?:{_AGENCY}){_SEPARATOR}"
    ),
    re.compile(
        rf"^(?P<place>{_PLACE}{_REGION}){_MONTH_DAY}\s{{0,2}}(?P<dash>:|–|—|―|--|-(?=\s))\s{{0,2}}(?=\S)"
    ),
    re.compile(rf"^(?:{_AGENCY}){_SEPARATOR}"),
)
_NOT_PLACES = frozenset(
    """BREAKING UPDATE UPDATED EXCLUSIVE WATCH VIDEO OPINION ANALYSIS EXPLAINER LIVE READ PHOTOS
    FACT CHECK NOTE CORRECTION NEW JUST LISTEN MORE RELATED EDITORIAL REVIEW INTERVIEW SPOILER
    WARNING QUESTION ANSWER TLDR SUMMARY BACKGROUND CONTEXT NEWS ALERT UPDATES""".split()
)


class Dateline(NamedTuple):
    """An opening dateline: the place (None: only a credit), the agency, and where each part ends.

    ``cut`` is where the place ends and the credit begins, ``end`` where the running text begins.
    """

    place: str | None
    agency: str | None
    cut: int
    end: int


def split_names(names: str | None) -> list[str]:
    """Return the names of a list such as "AFP, Reuters and agencies"."""
    return [n.strip() for n in re.split(r"[,;/|&]|\band\b", names or "") if n.strip()]


def _is_announcement(place: str, agency: str | None, mark: str | None) -> bool:
    """Tell whether capitals before a text announce it ("NEW REPORT: …") and name no place."""
    said = set(re.findall(r"[A-Z]+", place))
    if agency is not None or ("NEW" in said and mark != ":"):
        # "NEW" opens many places.
        return said <= _NOT_PLACES
    return bool(said & _NOT_PLACES)


def read_dateline(paragraph: str, following: list[str] | None = None) -> Dateline | None:
    """Return the dateline that opens a paragraph; None without one.

    ``following`` are the next paragraphs: where they open the same way ("SMITH: We went."), the
    capitals name speakers of a transcript, not a place.

    >>> read_dateline("OSLO (Reuters) - The council met.").place
    'OSLO'
    >>> read_dateline("SMITH: We went.", ["JONES: We stayed."])
    """
    text = paragraph[:_DATELINE_READ]
    for pattern in _DATELINES:
        match = pattern.match(text)
        if match is None:
            continue
        groups = match.groupdict()
        place = groups.get("place")
        agency = groups.get("agency") or groups.get("slashed")
        if place is not None and _is_announcement(place, agency, groups.get("dash")):
            return None
        if agency is None and any(
            _DATELINES[2].match(other[:_DATELINE_READ]) for other in following or ()
        ):
            return None
        if agency is not None and not any(looks_like_outlet(n) for n in split_names(agency)):
            # Behind a place in capitals any house may stand; elsewhere only one that looks it.
            if place is None or not place.isupper():
                continue
            if not all(credits_in_dateline(n) for n in split_names(agency)):
                agency = None
        cut = match.end()
        if agency is not None:
            marks = [match.start(g) for g in ("agency", "slashed") if g in groups]
            cut = max(marks) - 1
        return Dateline(place, agency, cut, match.end())
    return None
