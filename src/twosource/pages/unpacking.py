"""What a file holds: one page, or many in an archive, a feed, a list, a mail.

A file is told by its first bytes; a damaged one may have lost these, so its name counts too. It is
read a piece at a time through a function, so that an archive of any size takes no more memory.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from contextlib import suppress
from typing import Literal

from twosource.pages.charsets import decode
from twosource.pages.feeds import split_feed
from twosource.pages.json_lines import read_json, read_lines
from twosource.pages.mail import mail_type, read_mail
from twosource.pages.members import Declined, Found, Member, ReadAt
from twosource.pages.warc import GZIP_MAGIC, read_pressed_warc, read_warc

Kind = Literal["warc", "gzip", "feed", "json", "lines", "mail"]

LOOKED_AT = 1 << 16
"""Bytes of a file that tell what it is."""
LARGEST_WHOLE = 256 * 1024 * 1024
"""Bytes of a file that has to be read at once: a feed, a list, a mail, a pressed page."""
CHUNK = 1 << 20
_LINES = (".jsonl", ".ndjson", ".jsonlines")
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)(?=[\s>])", re.IGNORECASE)
_XML = (b"<?xml", b"<rss", b"<feed", b"<rdf:rdf")
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_OBJECT = re.compile(rb"\{\s{0,50}[\"}]")
_LIST = re.compile(rb"\[\s{0,50}\{")


def kind_of(head: bytes, name: str) -> Kind | None:
    """Tell what a file holds by its first bytes and its name; None for one that is a page.

    >>> kind_of(b'{"text": "Rain fell."}', "may.jsonl"), kind_of(b"Rain fell.", "may.txt")
    ('lines', None)
    """
    lower = name.lower()
    if lower.endswith(".warc.gz") or head.startswith(GZIP_MAGIC):
        return "gzip"
    if lower.endswith(".warc") or head.startswith(b"WARC/"):
        return "warc"
    if lower.endswith(_LINES):
        return "lines"
    bare = head
    for mark in _MARKS:
        bare = bare.removeprefix(mark)
    bare = bare.lstrip()
    if bare[:8].lower().startswith(_XML) and _FEED.search(bare[:4096]):
        return "feed"
    if _OBJECT.match(bare) or _LIST.match(bare):
        return "json"
    return "mail" if mail_type(head) is not None else None


def unpack(kind: Kind, name: str, read_at: ReadAt) -> Iterator[Found]:
    """Give the pages that a file holds, one by one, and each part of it that gave none."""
    if kind == "warc":
        return read_warc(read_at)
    if kind == "lines":
        return read_lines(_chunks(read_at))
    if kind == "gzip":
        return _unpress(name, read_at)
    data = read_at(0, LARGEST_WHOLE + 1)
    if len(data) > LARGEST_WHOLE:
        return iter((Declined("input-too-large", "It is too large to be read at once."),))
    if kind == "feed":
        return split_feed(decode(data, transport=None, markup=True).text)
    if kind == "json":
        return _read_json(data)
    held = read_mail(data)
    url, when = (held.url, held.fetched_at) if held is not None else (None, None)
    return iter((Member("", data, url, when),))


def _chunks(read_at: ReadAt) -> Iterator[bytes]:
    place = 0
    while chunk := read_at(place, CHUNK):
        yield chunk
        place += len(chunk)


def _read_json(data: bytes) -> Iterator[Found]:
    """Read JSON as one value, else as lines; what is neither is a page, to be refused as one."""
    whole = read_json(data)
    if whole is not None:
        return whole
    first = next(read_lines(iter((data.lstrip().split(b"\n", 1)[0],))), None)
    if isinstance(first, Member):
        return read_lines(iter((data,)))
    return iter((Member("", data),))


def _unpress(name: str, read_at: ReadAt) -> Iterator[Found]:
    """Read what was pressed with gzip: an archive, or a file of any other kind."""
    lower = name.lower()
    head = b""
    with suppress(zlib.error):
        head = zlib.decompressobj(31).decompress(read_at(0, LOOKED_AT), LOOKED_AT)
    if lower.endswith(".warc.gz") or head.startswith(b"WARC/"):
        return read_pressed_warc(read_at)
    inner = name[: -len(".gz")] if lower.endswith(".gz") else name
    kind = kind_of(head, inner)
    if kind == "gzip":
        return iter((Declined("archive-record-not-readable", "It is pressed twice."),))
    if kind == "lines" or (kind == "json" and _first_line_is_whole(head)):
        return _lines_of_pressed(read_at)
    return _whole_pressed(kind, inner, read_at)


def _first_line_is_whole(head: bytes) -> bool:
    line, _, rest = head.lstrip().partition(b"\n")
    found = next(read_lines(iter((line,))), None)
    return bool(rest.strip()) and isinstance(found, Member)


def _lines_of_pressed(read_at: ReadAt) -> Iterator[Found]:
    pressed = _Pressed(read_at)
    yield from read_lines(pressed.pieces())
    if pressed.broken_at is not None:
        yield pressed.damage()


def _whole_pressed(kind: Kind | None, name: str, read_at: ReadAt) -> Iterator[Found]:
    pressed = _Pressed(read_at)
    held = bytearray()
    for piece in pressed.pieces():
        held += piece
        if len(held) > LARGEST_WHOLE:
            yield Declined("input-too-large", "It unpacks to more than can be read at once.")
            return
    if pressed.broken_at is not None:
        # A page of which the end is lost is no whole page: none of it is taken for one.
        yield pressed.damage()
    elif kind is None:
        yield Member("", bytes(held))
    else:
        yield from unpack(kind, name, lambda start, size: bytes(held[start : start + size]))


class _Pressed:
    """A file pressed with gzip, unpacked a piece at a time until it ends or breaks."""

    def __init__(self, read_at: ReadAt) -> None:
        self._read_at = read_at
        self._place = 0
        self.broken_at: int | None = None

    def pieces(self) -> Iterator[bytes]:
        """Give what comes out."""
        inflater = zlib.decompressobj(31)
        waiting = b""
        while True:
            waiting = waiting or self._read_at(self._place, CHUNK)
            before = len(waiting)
            if inflater.eof:
                if not waiting.startswith(GZIP_MAGIC):
                    # Zeros that fill a file up to its end are no loss.
                    self.broken_at = self._place if waiting.strip(b"\0") else None
                    return
                inflater = zlib.decompressobj(31)
            try:
                piece = inflater.decompress(waiting, CHUNK)
            except zlib.error:
                self.broken_at = self._place
                return
            if not before and not piece:
                self.broken_at = self._place
                return
            waiting = inflater.unused_data if inflater.eof else inflater.unconsumed_tail
            self._place += before - len(waiting)
            yield piece

    def damage(self) -> Declined:
        """Say from where on it could not be read."""
        return Declined("archive-damaged", f"From byte {self.broken_at or 0:,} on it is damaged.")
