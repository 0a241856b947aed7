"""Web archives of invented pages, and what storage and transport do to such files.

Everything is drawn from one seed: the same seed gives the same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import random
import zlib
from collections.abc import Callable
from typing import NamedTuple

import brotli  # type: ignore[import-untyped]

_PLACES = "Skerry Lunebury Orrend Kelder Velmora Dunmere Harrowick Tessaly Brandmoor Ostrel".split()
_WHO = "the harbour master,a county engineer,the school board,two pilots,the ferry company".split(
    ","
)
_VERBS = "said,warned,told reporters,denied,expects,announced".split(",")
_WHAT = (
    "the road over the pass would open before the snow melts",
    "no boat had left the inner harbour since the storm",
    "the cracks in the third pier were older than the bridge",
    "the water had risen by a hand's breadth an hour",
    "nobody had asked for the papers that were burnt",
    "the new bell would be hung without its clapper",
    "the price of seed had doubled between two markets",
)
_COMPRESSIONS = ("", "", "gzip", "deflate", "br")


class Stretch(NamedTuple):
    """Where one record stands in an archive, and the page in it; None for one that holds none."""

    start: int
    end: int
    page: bytes | None


class Archive(NamedTuple):
    """The bytes of an archive and where its records stand."""

    data: bytes
    records: tuple[Stretch, ...]


class Damaged(NamedTuple):
    """A damaged archive: its bytes, the pages untouched by damage, and where the damage shows.

    ``marks`` are ranges of the damaged file, at least one byte wide, in which each blow left a
    trace that a reader has to notice.
    """

    kind: str
    data: bytes
    whole: tuple[bytes, ...]
    marks: tuple[tuple[int, int], ...]


def write_page(chance: random.Random, number: int) -> bytes:
    """Invent a page."""
    place = chance.choice(_PLACES)
    paragraphs = "".join(
        f"<p>{chance.choice(_WHO).capitalize()} in {chance.choice(_PLACES)} {chance.choice(_VERBS)}"
        f" that {chance.choice(_WHAT)}, {chance.randrange(2, 900)} days after the last inquiry.</p>"
        for _ in range(chance.randrange(4, 40))
    )
    return (
        f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{place} report {number}</title>"
        f"</head><body><article><h1>{place} report {number}</h1>{paragraphs}</article></body>"
        f"</html>"
    ).encode()


def write_archive(chance: random.Random, pages: int, *, pressed: bool = True) -> Archive:
    """Write an archive as a crawler does: a request, a response and a note for each page."""
    made = bytearray()
    records = []
    for kind, number, block, page in _blocks(chance, pages):
        record = write_record(kind, number, block, digest=not pressed)
        written = gzip.compress(record, mtime=0) if pressed else record
        records.append(Stretch(len(made), len(made) + len(written), page))
        made += written
    return Archive(bytes(made), tuple(records))


def _blocks(chance: random.Random, pages: int) -> list[tuple[str, int, bytes, bytes | None]]:
    blocks: list[tuple[str, int, bytes, bytes | None]] = [("warcinfo", 0, b"software: x\r\n", None)]
    for number in range(1, pages + 1):
        page = write_page(chance, number)
        blocks.append(("request", number, b"GET /%d HTTP/1.1\r\nHost: a\r\n\r\n" % number, None))
        blocks.append(("response", number, answer(page, chance.choice(_COMPRESSIONS)), page))
        blocks.append(("metadata", number, b"fetchTimeMs: 12\r\n", None))
    return blocks


def answer(page: bytes, coding: str = "", media_type: str = "text/html; charset=utf-8") -> bytes:
    """Write what a server sends for a page."""
    press: dict[str, Callable[[bytes], bytes]] = {
        "": bytes,
        "gzip": gzip.compress,
        "deflate": zlib.compress,
        "br": brotli.compress,
    }
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\n"
    if coding:
        head += f"Content-Encoding: {coding}\r\n"
    return head.encode() + b"\r\n" + press[coding](page)


def write_record(kind: str, number: int, block: bytes, *, digest: bool = False) -> bytes:
    """Write one record around a block."""
    http = kind in ("request", "response")
    media_type = f"application/http; msgtype={kind}" if http else "application/warc-fields"
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{kind}-{number:04}>\r\n"
        f"WARC-Date: 2031-05-{number % 28 + 1:02}T06:00:00Z\r\n"
        f"WARC-Target-URI: https://herald.example/{number}\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(block)}\r\n"
    )
    if digest:
        head += f"WARC-Block-Digest: sha256:{hashlib.sha256(block).hexdigest()}\r\n"
    return head.encode() + b"\r\n" + block + b"\r\n\r\n"


def damage(chance: random.Random, archive: Archive, kind: str) -> Damaged:
    """Do to an archive what ``kind`` says, once or several times."""
    return _DAMAGES[kind](chance, archive)


def _untouched(archive: Archive, blows: list[tuple[int, int]]) -> tuple[bytes, ...]:
    return tuple(
        one.page
        for one in archive.records
        if one.page is not None
        and not any(start < one.end and end > one.start for start, end in blows)
    )


def _cut(chance: random.Random, archive: Archive) -> Damaged:
    """Lose everything from a place inside a record on."""
    record = chance.choice(archive.records)
    place = chance.randrange(record.start + 1, record.end - 8)
    whole = _untouched(archive, [(place, len(archive.data))])
    return Damaged("cut", archive.data[:place], whole, ((record.start, place),))


def _flip(chance: random.Random, archive: Archive) -> Damaged:
    """Change single bits."""
    data = bytearray(archive.data)
    # What gzip notes of time and system is guarded by nothing, and means nothing.
    noted = {
        one.start + at
        for one in archive.records
        if archive.data.startswith(b"\x1f\x8b", one.start)
        for at in range(4, 10)
    }
    guarded = [place for place in range(len(data)) if place not in noted]
    blows = []
    for _ in range(chance.randrange(1, 9)):
        place = chance.choice(guarded)
        data[place] ^= 1 << chance.randrange(8)
        blows.append((place, place + 1))
    return Damaged("flipped", bytes(data), _untouched(archive, blows), _records_of(archive, blows))


def _zero(chance: random.Random, archive: Archive) -> Damaged:
    """Overwrite a stretch with zeros, as a disk does with what it cannot read."""
    data = bytearray(archive.data)
    blows = []
    for _ in range(chance.randrange(1, 4)):
        size = chance.choice((16, 512, 4096))
        start = chance.randrange(max(1, len(data) - size))
        size = min(size, len(data) - start)
        data[start : start + size] = bytes(size)
        blows.append((start, start + size))
    return Damaged("zeroed", bytes(data), _untouched(archive, blows), _records_of(archive, blows))


def _lose(chance: random.Random, archive: Archive) -> Damaged:
    """Take a stretch out, so that its two sides touch."""
    size = chance.choice((1, 40, 700, 5000))
    start = chance.randrange(max(1, len(archive.data) - size))
    end = min(start + size, len(archive.data))
    kept = archive.data[:start] + archive.data[end:]
    touched = _records_of(archive, [(start, end)])
    first = min(touched)[0]
    marks = [] if _on_edges(archive, start, end) else [(min(first, len(kept) - 1), start + 1)]
    return Damaged("lost", kept, _untouched(archive, [(start, end)]), tuple(marks))


def _insert(chance: random.Random, archive: Archive) -> Damaged:
    """Put bytes in that belong to nothing, between two records or inside of one."""
    junk = chance.randbytes(chance.choice((1, 30, 3000)))
    record = chance.choice(archive.records)
    place = chance.choice((record.start, chance.randrange(record.start + 1, record.end)))
    data = archive.data[:place] + junk + archive.data[place:]
    inside = [] if place == record.start else [(record.start, record.end)]
    start = record.start if inside else place
    whole = _untouched(archive, inside)
    return Damaged("inserted", data, whole, ((start, place + len(junk)),))


_DAMAGES: dict[str, Callable[[random.Random, Archive], Damaged]] = {
    "cut": _cut,
    "flipped": _flip,
    "zeroed": _zero,
    "lost": _lose,
    "inserted": _insert,
}
KINDS = tuple(_DAMAGES)


def _records_of(archive: Archive, blows: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return the records that were hit: in each of them damage has to be noticed."""
    return tuple(
        (one.start, one.end)
        for one in archive.records
        if any(start < one.end and end > one.start for start, end in blows)
    )


def _on_edges(archive: Archive, start: int, end: int) -> bool:
    """Tell whether whole records are gone, of which no trace is left in the file."""
    edges = {one.start for one in archive.records} | {len(archive.data)}
    return start in edges and end in edges
