"""Web archives (WARC, ISO 28500): what a crawler met, record by record, past every damage.

A cut archive raises no error in the readers that we know, and one flipped byte costs them every
later record. So the stretches are found here: each gzip member is checked by its own checksum, each
plain record by the mark that follows it, and after damage the next record is searched for. What a
record holds is read with FastWARC.
"""

from __future__ import annotations

import base64
import hashlib
import re
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from fastwarc.warc import WarcRecord, WarcRecordType

from twosource.pages.codings import NotSoCodedError, TooLargeError, unpress
from twosource.pages.members import (
    LARGEST_PAGE,
    Declined,
    Found,
    Member,
    ReadAt,
    name_member,
    range_of,
    tidy,
)
from twosource.pages.sniffing import binary_type, is_no_text
from twosource.pages.times import in_utc

GZIP_MAGIC = b"\x1f\x8b\x08"
CHUNK = 1 << 16
LONGEST_HEAD = 1 << 16
MOST_FIELDS = 100
"""Fields in the head of a record; crawlers write a dozen."""
MOST_FAILURES = 50_000
"""Heads that turn out to be none in one plain file before the rest of it is given up."""
LARGEST_RECORD = LARGEST_PAGE + LONGEST_HEAD
"""Bytes of a record that are held to be read; what is larger is passed over as it comes."""
LARGEST_MEMBER = 1 << 30
"""Bytes that a gzip member may unpack to before it is left for the next one."""
LARGEST_WASTE = 1 << 32
"""Bytes unpacked to nothing in one file before the rest of it is given up: a file of traps."""
LOOKED_AT = 1 << 12
"""Pressed bytes looked at to tell whether a record begins here."""
KINDS_NAMED = 12
"""How many kinds of records passed over are told one by one."""

_GZIP = 31
"""zlib's word for a stream with gzip's head and checksum."""
_MARK = b"\r\n\r\n"
_BEGINS = re.compile(rb"WARC/[01]\.\d{1,2}\r\n[A-Za-z][A-Za-z-]{0,60}:")
_LONGEST_BEGINNING = 80
# The head of a gzip member as any program writes it: no reserved flag, a known hint and system.
_OPENING = re.compile(rb"(?=\x1f\x8b\x08[\x00-\x1f].{4}[\x00\x02\x04][\x00-\x0d\xff])", re.DOTALL)
_LENGTH_OF_OPENING = 10
_VERSION = re.compile(rb"WARC/[01]\.\d{1,2}\r\n")
_FIELD = re.compile(rb"([!-9;-~]{1,200}):[ \t]*+([^\r\n]*+)\r\n((?:[ \t][^\r\n]*+\r\n)*+)")
_LENGTH = re.compile(rb"\d{1,18}")
_CHUNK_SIZE = re.compile(rb"[0-9a-fA-F]{1,8}[ \t]{0,9}(?:;[^\r\n]{0,200})?\r\n")
_WANTED = (b"response", b"resource")
_TEXTS = ("text/html", "application/xhtml+xml", "text/plain")
_DIGESTS = {"sha1": 20, "sha256": 32, "md5": 16}
_ANSWERED = frozenset({200, 203})
"""The answers of a server that hold the page that was asked for, whole."""


class _Head(NamedTuple):
    """The head of a record: how long it is, how long its block is, its kind and its digest."""

    size: int
    block: int
    kind: bytes
    digest: bytes

    @property
    def wanted(self) -> bool:
        return self.kind in _WANTED and self.block <= LARGEST_RECORD

    @property
    def end(self) -> int:
        return self.size + self.block


class _DamagedError(Exception):
    """What should be a record is none."""


def read_warc(read_at: ReadAt) -> Iterator[Found]:
    """Give the pages of a plain archive in order, each damaged range, and what was passed over."""
    return _join_damage(_plain_records(read_at))


def _plain_records(read_at: ReadAt) -> Iterator[Found | _Damage]:
    passed: Counter[str] = Counter()
    place = failures = 0
    while read_at(place, 1):
        try:
            head, end = _plain_record(read_at, place)
        except _DamagedError:
            after = _next_plain(read_at, place + 1)
            yield _Damage(place, after, 0)
            place = after
            failures += 1
            if failures > MOST_FAILURES and read_at(place, 1):
                yield _give_up(place)
                break
            continue
        if head.wanted:
            yield from _open_record(read_at(place, head.end), place, end, passed)
        else:
            passed[_kind_of(head)] += 1
        place = end
    yield from _tell_passed(passed)


def read_pressed_warc(read_at: ReadAt) -> Iterator[Found]:
    """Give the same of an archive whose records are gzip members, one or more in each."""
    return _join_damage(_pressed_records(read_at))


def _pressed_records(read_at: ReadAt) -> Iterator[Found | _Damage]:
    passed: Counter[str] = Counter()
    place = wasted = 0
    while read_at(place, 1):
        member = _Member(read_at, place)
        try:
            for record, start, end in member.records():
                yield from _open_record(record, start, end, passed)
            passed.update(member.passed)
            place = member.place
            continue
        except TooLargeError:
            after = _next_pressed(read_at, member.place)
            yield _too_large(place, after)
        except _DamagedError:
            passed.update(member.passed)
            after = _next_pressed(read_at, place + 1)
            yield _Damage(min(member.sure, after), after, member.given)
        place = after
        wasted += member.unpacked
        if wasted > LARGEST_WASTE and read_at(place, 1):
            yield _give_up(place)
            break
    yield from _tell_passed(passed)


class _Damage(NamedTuple):
    """A damaged range, and how many records before it no checksum covers because of it."""

    start: int
    end: int
    unchecked: int

    def declined(self) -> Declined:
        """List it."""
        told = f"; no checksum covers the {self.unchecked:,} before them" if self.unchecked else ""
        return Declined("archive-damaged", f"{range_of(self.start, self.end)} are damaged{told}.")


def _join_damage(found: Iterator[Found | _Damage]) -> Iterator[Found]:
    """List damaged ranges that touch as one."""
    damage: _Damage | None = None
    for one in found:
        if isinstance(one, _Damage):
            if damage is not None and damage.end == one.start and not one.unchecked:
                damage = damage._replace(end=one.end)
                continue
            if damage is not None:
                yield damage.declined()
            damage = one
            continue
        if damage is not None:
            yield damage.declined()
            damage = None
        yield one
    if damage is not None:
        yield damage.declined()


def _give_up(place: int) -> Declined:
    return Declined(
        "archive-given-up", f"From byte {place:,} on nothing was read: too much is damaged."
    )


def _too_large(start: int, end: int) -> Declined:
    return Declined(
        "archive-record-too-large", f"{range_of(start, end)} hold more than a page can be."
    )


def _kind_of(head: _Head) -> str:
    large = head.kind in _WANTED and not head.wanted
    return tidy(head.kind.decode("latin-1"))[:20] + (" too large for a page" if large else "")


def _tell_passed(passed: Counter[str]) -> Iterator[Declined]:
    if not passed:
        return
    named = sorted(passed.items(), key=lambda one: (-one[1], one[0]))
    told = [f"{count:,} {kind}" for kind, count in named[:KINDS_NAMED]]
    others = sum(count for _, count in named[KINDS_NAMED:])
    if others:
        told.append(f"{others:,} of other kinds")
    one = passed.total() == 1
    detail = (
        f"{passed.total():,} record{'' if one else 's'} that hold{'s' if one else ''} no page:"
        f" {', '.join(told)}."
    )
    yield Declined("archive-records-passed-over", detail)


def _read_head(data: bytes | bytearray) -> _Head | None:
    """Read the head that ``data`` begins with; None where more of it is needed."""
    version = _VERSION.match(data)
    if version is None:
        if len(data) < len("WARC/1.10\r\n") and b"WARC/1.10\r\n".startswith(data[:5]):
            return None
        raise _DamagedError
    place = version.end()
    length = kind = digest = b""
    count = 0
    while not data.startswith(b"\r\n", place):
        field = _FIELD.match(data, place)
        count += 1
        if count > MOST_FIELDS:
            raise _DamagedError
        if field is None or place > LONGEST_HEAD:
            if len(data) > LONGEST_HEAD or b"\n" in data[place:]:
                raise _DamagedError
            return None
        name, value = field.group(1).lower(), field.group(2).strip()
        if name == b"content-length":
            length = value
        elif name == b"warc-type":
            kind = value.lower()
        elif name == b"warc-block-digest":
            digest = value
        place = field.end()
    if not _LENGTH.fullmatch(length) or not kind:
        raise _DamagedError
    return _Head(place + 2, int(length), kind, digest)


def _plain_record(read_at: ReadAt, place: int) -> tuple[_Head, int]:
    """Read the head of the record at ``place`` and find where the next begins."""
    head = _read_head(read_at(place, LOOKED_AT)) or _read_head(read_at(place, LONGEST_HEAD + 1))
    if head is None:
        raise _DamagedError
    end = place + head.end
    after = read_at(end, len(_MARK) + len(b"WARC/"))
    if len(after) < len(_MARK) and read_at(end - 1, 1) == b"":
        raise _DamagedError
    if not after.startswith(b"WARC/"):
        if not (_MARK.startswith(after) or after.startswith(_MARK)):
            raise _DamagedError
        end += min(len(after), len(_MARK))
    held = head.digest and head.block <= LARGEST_RECORD
    if held and not _agrees(head, read_at(place + head.size, head.block)):
        raise _DamagedError
    return head, end


def _agrees(head: _Head, block: bytes) -> bool:
    """Tell whether a block is what its digest says; one that we cannot read says nothing.

    Nothing else guards a plain record against a changed byte.
    """
    name, _, told = head.digest.decode("latin-1").partition(":")
    size = _DIGESTS.get(name.lower())
    if size is None:
        return True
    found = hashlib.new(name.lower(), block, usedforsecurity=False).digest()
    written = {found.hex(), base64.b32encode(found).decode().rstrip("=").lower()}
    written.add(base64.b64encode(found).decode().rstrip("=").lower())
    return told.strip().rstrip("=").lower() in written


def _next_plain(read_at: ReadAt, place: int) -> int:
    """Find where the next record begins, or the end of the file."""
    size = CHUNK + _LONGEST_BEGINNING
    while data := read_at(place, size):
        found = _BEGINS.search(data)
        if found is not None and (found.start() < CHUNK or len(data) < size):
            return place + found.start()
        if len(data) < size:
            return place + len(data)
        place += CHUNK
    return place


def _next_pressed(read_at: ReadAt, place: int) -> int:
    """Find where the next gzip member with a record begins, or the end of the file."""
    size = CHUNK + _LENGTH_OF_OPENING - 1
    while data := read_at(place, size):
        for found in _OPENING.finditer(data):
            if _opens_record(read_at(place + found.start(), LOOKED_AT)):
                return place + found.start()
        if len(data) < size:
            return place + len(data)
        place += CHUNK
    return place


def _opens_record(data: bytes) -> bool:
    """Tell whether a gzip member that holds a record begins here."""
    try:
        return zlib.decompressobj(_GZIP).decompress(data, LOOKED_AT).startswith(b"WARC/")
    except zlib.error:
        return False


class _Member:
    """One gzip member of an archive, unpacked a stretch at a time.

    ``place`` is how far it was read; ``sure`` where the first record begins that was not given;
    ``given`` counts those that were given before the checksum was reached.
    """

    def __init__(self, read_at: ReadAt, place: int) -> None:
        self._read_at = read_at
        self._held = bytearray()
        self._head: _Head | None = None
        self._skipped = 0
        self.place = self.sure = place
        self.unpacked = self.given = 0
        self.passed: Counter[str] = Counter()

    def records(self) -> Iterator[tuple[bytes, int, int]]:
        """Give its wanted records, each with the range that it comes from.

        One is given when the next has begun, the last when the checksum of the member is right.
        Raises _DamagedError or TooLargeError.
        """
        last: tuple[bytes, int] | None = None
        start = self.place
        for piece in self._unpack():
            self._held += piece
            for record in self._take():
                if last is not None:
                    self.given += 1
                    yield last[0], start, last[1]
                    start = self.sure = last[1]
                last = (record, self.place) if record is not None else None
            if last is not None and self._head is not None:
                self.given += 1
                yield last[0], start, last[1]
                start = self.sure = last[1]
                last = None
        if self._head is not None or self._held.strip(b"\r\n"):
            raise _DamagedError
        if last is not None:
            yield last[0], start, self.place

    def _unpack(self) -> Iterator[bytes]:
        inflater = zlib.decompressobj(_GZIP)
        waiting = b""
        while not inflater.eof:
            waiting = waiting or self._read_at(self.place, CHUNK)
            before = len(waiting)
            try:
                piece = inflater.decompress(waiting, CHUNK)
            except zlib.error as fault:
                self.unpacked += CHUNK
                raise _DamagedError from fault
            if not before and not piece:
                raise _DamagedError
            waiting = inflater.unconsumed_tail
            self.place += before - len(waiting) - len(inflater.unused_data)
            self.unpacked += len(piece)
            if self.unpacked > LARGEST_MEMBER:
                raise TooLargeError
            yield piece

    def _take(self) -> Iterator[bytes | None]:
        """Take whole records from what is held: their bytes, None for one that is not wanted."""
        while True:
            if self._head is None:
                del self._held[: len(self._held) - len(self._held.lstrip(b"\r\n"))]
                self._head = _read_head(self._held) if self._held else None
                if self._head is None:
                    return
                self._skipped = 0
            head = self._head
            if not head.wanted:
                gone = min(len(self._held), head.end - self._skipped)
                del self._held[:gone]
                self._skipped += gone
            if (self._skipped if not head.wanted else len(self._held)) < head.end:
                return
            self._head = None
            if head.wanted:
                record = bytes(self._held[: head.end])
                del self._held[: head.end]
                yield record
            else:
                self.passed[_kind_of(head)] += 1
                yield None


def _open_record(record: bytes, start: int, end: int, passed: Counter[str]) -> Iterator[Found]:
    """Give the page of a record of the wanted kinds, or count it, or say why it cannot be read."""
    try:
        found = _read_record(record)
    except (OSError, ValueError, NotSoCodedError):
        yield Declined(
            "archive-record-not-readable", f"{range_of(start, end)} hold a record in no known form."
        )
        return
    except TooLargeError:
        yield _too_large(start, end)
        return
    if isinstance(found, str):
        passed[found] += 1
        return
    member, whole = found
    yield member
    if not whole:
        yield Declined(
            "archive-record-cut", f"{range_of(start, end)} hold only a part of {member.name}."
        )


def _read_record(record: bytes) -> tuple[Member, bool] | str:
    """Read a record: its page and whether that is whole, or which kind it is that holds none."""
    opened = WarcRecord.from_bytes(record)
    headers = opened.headers
    kind = "response" if opened.record_type == WarcRecordType.response else "resource"
    told = headers.get("Content-Type") or ""
    whole = headers.get("WARC-Truncated") is None
    if kind == "response" and told.lower().startswith("application/http"):
        opened.parse_http()
        status = opened.http_headers.status_code
        if status not in _ANSWERED:
            return f"response with status {status}"
        told = opened.http_headers.get("Content-Type") or ""
        body, complete = _body_of(opened, record)
        whole = whole and complete
    elif kind == "response":
        return "response of another protocol"
    else:
        body = opened.reader.read()
    media_type = told.partition(";")[0].strip().lower()
    if media_type and media_type not in _TEXTS:
        return f"{kind} of type {tidy(media_type)[:40]}"
    if not media_type and (binary_type(body) is not None or is_no_text(body)):
        return f"{kind} of no type"
    address = tidy((headers.get("WARC-Target-URI") or "").strip("<>"))
    member = Member(
        name=name_member(opened.record_id or "", body),
        data=body,
        url=address or None,
        fetched_at=in_utc(headers.get("WARC-Date") or ""),
        media_type=tidy(told) or None,
    )
    return member, whole


def _body_of(opened: WarcRecord, record: bytes) -> tuple[bytes, bool]:
    """Return what the server sent, unpacked, as a browser would save it."""
    headers = opened.http_headers
    sent = opened.reader.read()
    if "chunked" in (headers.get("Transfer-Encoding") or "").lower():
        again = WarcRecord.from_bytes(record)
        try:
            again.parse_http(auto_decode="transfer")
            sent = again.reader.read()
        except OSError:
            # Archives keep bodies put together again under the head that the server sent.
            if _CHUNK_SIZE.match(sent):
                raise
    codings = headers.get("Content-Encoding") or ""
    try:
        return unpress(sent, codings, most=LARGEST_PAGE)
    except NotSoCodedError:
        # The same with bodies unpacked.
        if binary_type(sent) is None and not is_no_text(sent):
            return sent, True
        raise
