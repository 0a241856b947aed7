"""Mails and pages saved as MHTML are one text in many parts, of which one is the page.

After RFC 2045 to 2049 and 2557; the heads of parts are read by the standard library, their borders
found here, within bounds.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple

from twosource.pages.held import Held
from twosource.pages.members import tidy
from twosource.pages.times import in_utc
from twosource.records import Metadata

DEEPEST = 10
MOST_PARTS = 2_000
LONGEST_HEAD = 1 << 18
LONGEST_FIELD = 2_000
_FIELD = re.compile(rb"([!-9;-~]{1,80}):[^\r\n]*+\r?\n(?:[ \t][^\r\n]*+\r?\n)*+")
_FROM_LINE = re.compile(rb"From [^\r\n]{1,300}\r?\n")
_END_OF_HEAD = re.compile(rb"\r?\n\r?\n")
_MOST_FIELDS = 400
_NOT_BASE64 = re.compile(rb"[^A-Za-z0-9+/]")
_READABLE = ("text/html", "text/plain")


class _Part(NamedTuple):
    """A part that holds no other parts: its head and its body as it was sent."""

    head: Message
    body: bytes
    within: str

    @property
    def kind(self) -> str:
        return self.head.get_content_type()

    @property
    def attached(self) -> bool:
        return self.head.get_content_disposition() == "attachment"


def mail_type(data: bytes) -> str | None:
    """Return the media type of a mail or of a page saved as MHTML by its head, else None.

    A text that merely begins like a letter is none: some field must be one that programs write.
    """
    found = _FROM_LINE.match(data)
    place = found.end() if found is not None else 0
    names: set[bytes] = set()
    count = 0
    while (field := _FIELD.match(data, place, LONGEST_HEAD)) is not None and count < _MOST_FIELDS:
        names.add(field.group(1).lower())
        place = field.end()
        count += 1
    if not data.startswith((b"\r\n", b"\n"), place):
        return None
    head = data[:place].lower()
    if b"mime-version" in names and b"content-type" in names and b"multipart/related" in head:
        return "multipart/related"
    written = names & {b"message-id", b"received", b"mime-version", b"return-path"}
    return "message/rfc822" if b"from" in names and written else None


def read_mail(data: bytes) -> Held | None:
    """Read a mail as the page in it; None where it holds no text.

    The HTML part counts before the plain one. The flag ``parts-unread`` says that other texts,
    pages or attachments came with it, which are not read.
    """
    found = _FROM_LINE.match(data)
    data = data[found.end() :] if found is not None else data
    head, _ = _split(data)
    parts = list(_parts(data, "", DEEPEST))
    chosen = _choose(parts, head)
    if chosen is None:
        return None
    saved = head.get_content_type() == "multipart/related"
    others = [one for one in parts if one is not chosen and _would_be_read(one, saved=saved)]
    address = head.get("Snapshot-Content-Location") or chosen.head.get("Content-Location") or ""
    hints = Metadata(
        title=tidy(_spelled(_raw(head, "subject"))),
        url=tidy(address) if address[:4].lower() == "http" else "",
    )
    return Held(
        data=_decoded(chosen),
        markup=chosen.kind == "text/html",
        hints=hints,
        charset=str(chosen.head.get_content_charset() or ""),
        fetched_at=_received(head),
        flags=("parts-unread",) if others else (),
    )


def _split(data: bytes) -> tuple[Message, bytes]:
    """Part a head from its body."""
    if data.startswith((b"\r\n", b"\n")):
        return Message(), data.lstrip(b"\r").removeprefix(b"\n")
    border = _END_OF_HEAD.search(data, 0, LONGEST_HEAD)
    end = border.start() if border is not None else min(len(data), LONGEST_HEAD)
    head = BytesHeaderParser().parsebytes(data[:end])
    for name in ("Content-Type", "Content-Disposition", "Content-Transfer-Encoding"):
        # The standard library takes time that grows with the square of such a field.
        if len(str(head.get(name) or "")) > LONGEST_FIELD:
            del head[name]
    return head, data[border.end() :] if border is not None else b""


def _parts(data: bytes, within: str, deeper: int) -> Iterator[_Part]:
    """Give the innermost parts in order, as far down and as many as the bounds allow."""
    head, body = _split(data)
    kind = head.get_content_type()
    border = head.get_boundary()
    if kind.startswith("multipart/") and border and deeper:
        count = 0
        for inner in _between(body, border.encode("utf-8", "replace")):
            for part in _parts(inner, kind, deeper - 1):
                count += 1
                if count > MOST_PARTS:
                    return
                yield part
    elif kind == "message/rfc822" and deeper:
        yield from _parts(body, kind, deeper - 1)
    else:
        yield _Part(head, body, within)


def _between(body: bytes, border: bytes) -> Iterator[bytes]:
    """Give what stands between the lines that are borders; the last may lack its end."""
    line = re.compile(
        rb"(?:^|\r?\n)--" + re.escape(border[:200]) + rb"(--)?[ \t]{0,100}(?=\r?\n|$)"
    )
    opened: int | None = None
    for count, found in enumerate(line.finditer(body), start=1):
        if opened is not None:
            yield body[opened : found.start()]
        if found.group(1) is not None or count > MOST_PARTS:
            return
        opened = found.end() + (2 if body.startswith(b"\r\n", found.end()) else 1)
    if opened is not None:
        yield body[opened:]


def _choose(parts: list[_Part], head: Message) -> _Part | None:
    """Choose the part that is the page: the one named as the start, else HTML, else text."""
    start = head.get_param("start")
    if isinstance(start, str):
        for part in parts:
            if part.kind in _READABLE and (part.head.get("Content-ID") or "").strip() == start:
                return part
    for kind in _READABLE:
        for part in parts:
            if part.kind == kind and not part.attached and _decoded(part).strip():
                return part
    return None


def _would_be_read(part: _Part, *, saved: bool) -> bool:
    """Tell whether a part is more than a picture, a style or another form of the same text."""
    if part.within == "message/rfc822" or part.attached:
        return True
    if saved or part.within == "multipart/alternative":
        return False
    return part.kind in _READABLE and bool(part.body.strip())


def _decoded(part: _Part) -> bytes:
    coding = str(part.head.get("Content-Transfer-Encoding") or "").strip().lower()
    if coding == "quoted-printable":
        return binascii.a2b_qp(part.body)
    if coding == "base64":
        bare = _NOT_BASE64.sub(b"", part.body)
        # What is cut in the middle of four signs still ends in one or two whole bytes.
        whole, rest = len(bare) // 4 * 4, len(bare) % 4
        bare = bare[:whole] + (bare[whole:] + b"==")[:4] * (rest > 1)
        return binascii.a2b_base64(bare)
    return part.body


def _raw(head: Message, name: str) -> str:
    """Return a field as it was sent; letters outside ASCII, which it may not hold, as UTF-8."""
    for told, value in head.raw_items():
        if told.lower() == name:
            return str(value).encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return ""


def _spelled(told: str) -> str:
    """Write a head's field in letters: encoded words (RFC 2047) are put into the open."""
    told = told[:LONGEST_FIELD]
    try:
        return str(make_header(decode_header(told)))
    except (HeaderParseError, LookupError, ValueError):
        return told


def _received(head: Message) -> str | None:
    """Return when the mail came in, else when it says that it was sent or saved."""
    stamped = str(head.get("Received") or "").rpartition(";")[2]
    return in_utc(stamped.split("(")[0]) or in_utc(str(head.get("Date") or "").split("(")[0])
