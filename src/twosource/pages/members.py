"""A file may hold many pages: what comes out of it, page by page, and what could not be had."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

from twosource.pages.guards import guard_letters

ReadAt = Callable[[int, int], bytes]
"""Gives so many bytes of a file from a place on; fewer only where the file ends."""

LARGEST_PAGE = 40_000_000
"""Bytes. A page inside an archive beyond this is no news page, and is refused."""
LONGEST_NAME = 200
LONGEST_FIELD = 500
_DIGITS = 16


class Member(NamedTuple):
    """A page found in a file, with what the file says of where and when it was met.

    ``name`` is its name there, "" where the file is the page; ``media_type`` what the server said.
    """

    name: str
    data: bytes
    url: str | None = None
    fetched_at: str | None = None
    media_type: str | None = None


class Declined(NamedTuple):
    """A part of a file that gave no page: by which rule, and which part, in words."""

    rule: str
    detail: str


Found = Member | Declined


def tidy(value: object) -> str:
    r"""Write a field of a record as one short line: no entities, no halves of letters.

    >>> tidy(" Ferry &amp; pier\n shut "), tidy(None)
    ('Ferry & pier shut', '')
    """
    if not isinstance(value, str):
        return ""
    line = " ".join(unescape(value[: 4 * LONGEST_FIELD]).split())
    return guard_letters(line).text[:LONGEST_FIELD].strip()


def name_member(told: str, data: bytes) -> str:
    """Name a page inside a file as the file does, else by its bytes; never by its place in it.

    The order of records in a file is nothing to what is found.
    """
    name = tidy(told).strip("<>")[:LONGEST_NAME].strip()
    return name or hashlib.sha256(data).hexdigest()[:_DIGITS]


def range_of(start: int, end: int) -> str:
    """Say which bytes of a file are meant.

    >>> range_of(0, 1200)
    'Bytes 0 to 1,200'
    """
    return f"Bytes {start:,} to {end:,}"
