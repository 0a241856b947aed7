"""Exports of articles as JSON: one object a line, or a list of them, under many names.

The names are those that trafilatura, newspaper, news-please and CC-News write; capitals, hyphens
and underscores in them are nothing. What is missing is not known.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from twosource.pages.held import Held, under_title
from twosource.pages.members import (
    LARGEST_PAGE,
    Declined,
    Found,
    Member,
    name_member,
    range_of,
    tidy,
)
from twosource.pages.sniffing import is_markup
from twosource.pages.times import in_iso, in_utc
from twosource.records import Metadata

_HTML = "html rawhtml pagehtml articlehtml contenthtml bodyhtml".split()
_TEXT = (
    "text maintext plaintext fulltext articletext contenttext bodytext articlebody rawtext content "
    "body article story".split()
)
_URL = "url canonicalurl requestedurl respondedurl originalurl weburl link permalink source".split()
_TITLE = "title headline heading titlepage titlerss".split()
_PUBLISHED = (
    "date datepublish datepublished publishdate publisheddate publishedat published "
    "publicationdate pubdate publishtime".split()
)
_FETCHED = (
    "fetchedat datedownload downloaddate datecrawled crawldate crawledat retrievedat scrapedat "
    "fetchtime warcdate".split()
)
_AUTHORS = "authors author byline creator".split()
_SITE = (
    "sitename site publisher publication newspaper outlet hostname sourcedomain sourcehostname "
    "domain".split()
)
_NAME = "id guid uuid uid".split()
_MOST_AUTHORS = 20
_MARKS = re.compile(r"[-_ :.]")
_ADDRESS = re.compile(r"https?://[^\s]", re.IGNORECASE)
_ANY_TAG = re.compile(r"</?(?:p|br|div)[\s/>]", re.IGNORECASE)
_BLANK = " \t\r\n"


def read_object(text: str) -> Held | None:
    """Read one JSON object as a page; None where it is none, or holds no text.

    >>> read_object('{"maintext": "Rain fell.", "date_publish": "2031-05-02"}').hints.published
    '2031-05-02'
    """
    given = _load(text)
    return None if given is None else _hold(given)


def _load(text: str) -> dict[str, Any] | None:
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None


def _hold(given: Mapping[str, Any]) -> Held | None:
    fields: dict[str, Any] = {}
    for name, value in given.items():
        fields.setdefault(_MARKS.sub("", name[:100]).lower(), value)
    title = _first(fields, _TITLE)
    whole = next((fields[name] for name in _HTML if _is_text(fields.get(name))), None)
    text = next((fields[name] for name in _TEXT if _is_text(fields.get(name))), None)
    if whole is not None and (text is None or is_markup(whole)):
        data, markup = whole, is_markup(whole) or _ANY_TAG.search(whole) is not None
    elif text is not None:
        markup = is_markup(text) or _ANY_TAG.search(text) is not None
        data = under_title(title, text, markup=markup)
    else:
        return None
    url = next((one for one in _values(fields, _URL) if _ADDRESS.match(one)), "")
    hints = Metadata(
        site=_first(fields, _SITE),
        headline=title,
        published=in_iso(_first(fields, _PUBLISHED)),
        authors=_authors(fields),
        url=url,
    )
    fetched = next(filter(None, map(in_utc, _values(fields, _FETCHED))), None)
    name = _first(fields, _NAME) or url
    return Held(data=data, markup=markup, hints=hints, fetched_at=fetched, name=name)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not value.isspace() and value != ""


def _values(fields: Mapping[str, Any], names: Iterable[str]) -> Iterator[str]:
    for name in names:
        value = tidy(fields.get(name))
        if value:
            yield value


def _first(fields: Mapping[str, Any], names: Iterable[str]) -> str:
    return next(_values(fields, names), "")


def _authors(fields: Mapping[str, Any]) -> tuple[str, ...]:
    """Read the authors: a list of names or of objects with one, or a line with semicolons."""
    for name in _AUTHORS:
        value = fields.get(name)
        if isinstance(value, str):
            value = value[:1000].split(";")
        elif isinstance(value, dict):
            value = [value]
        if isinstance(value, list):
            named = [one.get("name") if isinstance(one, dict) else one for one in value]
            told = [tidy(one) for one in named[:_MOST_AUTHORS]]
            if any(told):
                return tuple(dict.fromkeys(one for one in told if one))
    return ()


def read_lines(chunks: Iterable[bytes]) -> Iterator[Found]:
    """Give the pages of a file with one object a line; lines that are none, as ranges.

    The file streams: no more than a line of it is held.
    """
    bad: tuple[int, int] | None = None
    for start, end, line in _lines_of(chunks):
        member = _member_of(line) if line is not None else None
        if member is None:
            bad = (bad[0] if bad else start, end)
            continue
        if bad is not None:
            yield _damaged(bad)
            bad = None
        yield member
    if bad is not None:
        yield _damaged(bad)


def _damaged(place: tuple[int, int]) -> Declined:
    return Declined("archive-damaged", f"{range_of(*place)} are no JSON.")


def _lines_of(chunks: Iterable[bytes]) -> Iterator[tuple[int, int, bytes | None]]:
    """Give each line that is not blank with where it stands; None for one that is too long."""
    held = bytearray()
    start = 0
    too_long = False
    for chunk in chunks:
        looked = len(held)
        held += chunk
        while (end := held.find(b"\n", looked)) >= 0:
            if too_long or held[:end].strip():
                yield start, start + end, None if too_long else bytes(held[:end])
            del held[: end + 1]
            start += end + 1
            looked, too_long = 0, False
        if len(held) > LARGEST_PAGE:
            if not too_long:
                too_long = True
            yield start, start + len(held), None
            start += len(held)
            held.clear()
    if held.strip():
        yield start, start + len(held), None if too_long else bytes(held)


def _member_of(line: bytes) -> Member | None:
    """Make a page of a line: any object is one, and is refused later if it holds no text."""
    data = line.strip().removeprefix(b"\xef\xbb\xbf")
    try:
        given = _load(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None
    return None if given is None else _make_member(given, data)


def _make_member(given: Mapping[str, Any], data: bytes) -> Member:
    held = _hold(given)
    if held is None:
        return Member(name_member("", data), data)
    return Member(name_member(held.name, data), data, held.url, held.fetched_at)


def read_json(data: bytes) -> Iterator[Found] | None:
    """Give the pages of a whole file of JSON: one object, or a list; None where it is no JSON."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    given = _load(text)
    if given is not None:
        member = _make_member(given, data)
        return iter((member._replace(name=""),))
    if text.lstrip(_BLANK)[:1] == "[":
        return _read_list(text)
    return None


def _read_list(text: str) -> Iterator[Found]:
    """Give the pages of a list of objects, each with the bytes that it stands in."""
    decoder = json.JSONDecoder(strict=False)
    place = text.index("[") + 1
    while True:
        while place < len(text) and text[place] in " \t\r\n,":
            place += 1
        if text[place : place + 1] in ("]", ""):
            break
        try:
            given, end = decoder.raw_decode(text, place)
        except (ValueError, RecursionError):
            start = len(text[:place].encode("utf-8"))
            yield _damaged((start, start + len(text[place:].encode("utf-8"))))
            return
        data = text[place:end].encode("utf-8")
        if isinstance(given, dict):
            yield _make_member(given, data)
        else:
            start = len(text[:place].encode("utf-8"))
            yield Declined(
                "archive-record-not-readable",
                f"{range_of(start, start + len(data))} are no object with fields.",
            )
        place = end
    if text[place : place + 1] != "]":
        yield Declined("archive-damaged", "The list does not end: the file was cut.")
