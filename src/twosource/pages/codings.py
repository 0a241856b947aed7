"""A server may press a page before it sends it; an archive keeps the pressed bytes.

Content codings of HTTP (RFC 9110, 8.4.1), each with a bound on what comes out.
"""

from __future__ import annotations

import zlib
from typing import NamedTuple

import brotli  # type: ignore[import-untyped]

_GZIP = 31
"""zlib's word for a stream with gzip's head and checksum."""
_RAW = -15
_MOST_CODINGS = 3
_NAMES = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "br": "br"}
_GZIP_MAGIC = b"\x1f\x8b"


class Unpressed(NamedTuple):
    """What came out, and whether that is all of it: a stream may stop in the middle."""

    data: bytes
    whole: bool


class TooLargeError(Exception):
    """More came out than a page can be."""


class NotSoCodedError(Exception):
    """The bytes are not coded in the way that was said, or in a way that we do not know."""


def unpress(data: bytes, codings: str, *, most: int) -> Unpressed:
    """Undo the codings that a ``Content-Encoding`` names, the last one first.

    Raises TooLargeError beyond ``most`` bytes, NotSoCodedError where the bytes are otherwise.

    >>> unpress(zlib.compress(b"Rain fell."), "deflate", most=100).data
    b'Rain fell.'
    """
    named = [name.strip().lower() for name in codings.split(",")]
    named = [name for name in named if name not in ("", "identity")]
    if len(named) > _MOST_CODINGS:
        raise NotSoCodedError
    whole = True
    for name in reversed(named):
        data, complete = _undo(data, _NAMES.get(name, ""), most)
        whole = whole and complete
    return Unpressed(data, whole)


def _undo(data: bytes, coding: str, most: int) -> Unpressed:
    if coding == "gzip":
        return _inflate(data, _GZIP, most)
    if coding == "deflate":
        # The standard means zlib's form; many servers sent the bare one.
        try:
            return _inflate(data, zlib.MAX_WBITS, most)
        except NotSoCodedError:
            return _inflate(data, _RAW, most)
    if coding == "br":
        return _unbrotli(data, most)
    raise NotSoCodedError


def _inflate(data: bytes, form: int, most: int) -> Unpressed:
    """Undo gzip or deflate; several gzip members in a row are one text."""
    made = bytearray()
    while True:
        inflater = zlib.decompressobj(form)
        try:
            made += inflater.decompress(data, most + 1 - len(made))
        except zlib.error as fault:
            if made:
                return Unpressed(bytes(made), whole=False)
            raise NotSoCodedError from fault
        if len(made) > most:
            raise TooLargeError
        data = inflater.unused_data
        if not inflater.eof:
            return Unpressed(bytes(made), whole=False)
        if form != _GZIP or not data.startswith(_GZIP_MAGIC):
            return Unpressed(bytes(made), whole=True)


def _unbrotli(data: bytes, most: int) -> Unpressed:
    decoder = brotli.Decompressor()
    made = bytearray()
    try:
        made += decoder.process(data, output_buffer_limit=most + 1)
        while not decoder.is_finished() and len(made) <= most:
            more = decoder.process(b"", output_buffer_limit=most + 1 - len(made))
            if not more:
                break
            made += more
    except brotli.error as fault:
        if made:
            return Unpressed(bytes(made), whole=False)
        raise NotSoCodedError from fault
    if len(made) > most:
        raise TooLargeError
    return Unpressed(bytes(made), whole=decoder.is_finished())
