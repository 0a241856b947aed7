"""From captured bytes to a page: hashed, told apart, read as letters, made harmless."""

from __future__ import annotations

import codecs
import hashlib

from twosource.pages.charsets import charset_in_content_type, charset_of_label, decode, wide_charset
from twosource.pages.feeds import count_entries, read_entry
from twosource.pages.guards import MAX_LETTERS, Guarded, guard_letters, guard_markup
from twosource.pages.held import Held
from twosource.pages.json_lines import read_object
from twosource.pages.mail import mail_type, read_mail
from twosource.pages.sniffing import SNIFFED, binary_type, is_markup, is_no_text, text_type
from twosource.records import Capture, Page, Refusal

READABLE = ("text/html", "text/plain")

MAX_BYTES = 4 * MAX_LETTERS
"""Bytes that can hold the letters that are analysed, in the widest charset."""

_UNREADABLE = {
    "application/pdf": "This is a PDF file: save the page as HTML or text; PDF is not read.",
    "application/gzip": "This is a compressed file: trace it as a file, or unpack it first.",
    "application/zip": "This is a ZIP archive: unpack it first.",
    "application/warc": "This is a web archive: trace it as a file, and its pages are read.",
    "application/rss+xml": "This is a feed, not one entry of it: trace it as a file.",
    "application/json": "This is JSON without the text of an article.",
    "application/xml": "This is XML, not a page.",
    "application/rtf": "This is an RTF file: save it as HTML or text.",
    "application/vnd.openxmlformats": "This is an office file: save it as HTML or text.",
    "application/epub+zip": "This is an electronic book, not a page.",
    "application/octet-stream": "These bytes are no text in any charset that we know.",
    "multipart/related": "This page was saved as MHTML, and holds no text.",
    "message/rfc822": "This mail holds no text.",
}
_UNREADABLE_FAMILIES = {
    "image": "This is a picture, not a page.",
    "video": "This is a film, not a page.",
    "audio": "This is a sound recording, not a page.",
    "font": "This is a font, not a page.",
}


def _bytes_of(data: bytes | str) -> bytes:
    if isinstance(data, str):
        return data.encode("utf-8", "surrogatepass")
    return data


def _looks_like_markup(data: bytes) -> bool:
    """Tell before decoding whether a declaration inside the page counts."""
    return is_markup(data[:SNIFFED].decode("latin-1").removeprefix("\u00ef\u00bb\u00bf"))


def _unreadable_type(data: bytes, transport: str | None) -> str | None:
    """Return the media type of bytes that are no text, None where they may be one."""
    found = binary_type(data)
    if found is not None or not is_no_text(data):
        return found
    # Letters of two bytes are full of what would be control bytes elsewhere.
    declared_wide = (charset_of_label(transport or "") or "").startswith("utf-16")
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    wide = declared_wide or marked or wide_charset(data) is not None
    return None if wide else "application/octet-stream"


def _read_text(data: bytes | str, transport: str | None) -> Guarded:
    """Return the letters of a page and what was uncertain about them."""
    if isinstance(data, str):
        return guard_letters(data.removeprefix("\ufeff"))
    flags: tuple[str, ...] = ()
    if len(data) > MAX_BYTES:
        data = data[:MAX_BYTES]
        flags = ("cut",)
    decoded = decode(data, transport=transport, markup=_looks_like_markup(data))
    guarded = guard_letters(decoded.text)
    return Guarded(guarded.text, (*flags, *decoded.flags, *guarded.flags))


_NOTHING_HELD = Held(data="", markup=False)
_NO_LETTERS = "\ufeff\ufffd\u200b"
"""Signs that show nothing: a byte-order mark, a replacement, a space of no width."""


def _open_mail(whole: bytes) -> tuple[str, Held | None]:
    """Return the media type of a mail and the page in it; "" where the bytes are no mail."""
    kind = mail_type(whole)
    return (kind, read_mail(whole)) if kind is not None else ("", None)


def _open_record(kind: str, text: str) -> Held | None:
    """Return the page that a feed of one entry or an object of JSON holds."""
    if kind == "application/json":
        return read_object(text)
    if kind == "application/rss+xml" and count_entries(text) == 1:
        return read_entry(text)
    return None


def read(
    data: bytes | str,
    *,
    url: str | None = None,
    media_type: str | None = None,
    locator: str = "",
    fetched_at: str | None = None,
) -> Page:
    r"""Read one captured page; whatever the bytes are, a Page comes back.

    ``media_type`` is what the server said (its charset counts; the type itself is looked at, not
    believed). ``locator`` is the path below the input folder; ``fetched_at`` an ISO time in UTC.
    A line of JSON, a feed with one entry, a mail or MHTML is read as the page that it holds.
    In ``Page.text`` every line end is one LF. What was not whole or not certain is in
    ``Page.flags``; :func:`refusal_of` says whether the page cannot be read at all.

    >>> read(b"<p>Caf\xc3\xa9</p><p>Rain.</p>").media_type, read("Use <b> for bold.").media_type
    ('text/html', 'text/plain')
    """
    whole = _bytes_of(data)
    found, held = _open_mail(whole)
    flags: set[str] = set()
    text = ""
    if not found:
        transport = charset_in_content_type(media_type) if media_type else None
        found = (None if isinstance(data, str) else _unreadable_type(data, transport)) or ""
        if not found:
            guarded = _read_text(data, transport)
            text, flags = guarded.text, set(guarded.flags)
            found = text_type(text)
            held = _open_record(found, text)
    if held is not None:
        guarded = _read_text(held.data, held.charset or None)
        text = guarded.text
        flags.update(guarded.flags, held.flags)
        found = "text/html" if held.markup else "text/plain"
    if found == "text/html":
        guarded = guard_markup(text)
        text = guarded.text
        flags.update(guarded.flags)
    if found not in READABLE:
        text, flags = "", {"not-readable"}
    elif all(letter.isspace() or letter in _NO_LETTERS for letter in text):
        flags.add("empty")
    told = held or _NOTHING_HELD
    capture = Capture(locator, url or told.url, fetched_at or told.fetched_at, media_type)
    return Page(
        id=hashlib.sha256(whole).hexdigest(),
        captures=(capture,),
        media_type=found,
        size=len(whole),
        flags=tuple(sorted(flags)),
        data=whole,
        text=text,
        hints=told.hints,
    )


def refusal_of(page: Page) -> Refusal | None:
    """Return why a page cannot be read, in one clear sentence, or None for one that can be."""
    if "not-readable" in page.flags:
        family = page.media_type.partition("/")[0]
        detail = _UNREADABLE.get(page.media_type) or _UNREADABLE_FAMILIES.get(family)
        return Refusal(
            stage="pages",
            subject=page.id,
            rule="page-not-readable",
            detail=detail or f"This is {page.media_type}, not a page.",
        )
    if "empty" in page.flags:
        return Refusal(
            stage="pages",
            subject=page.id,
            rule="page-empty",
            detail="There are no letters in it.",
        )
    if "summary-only" in page.flags:
        return Refusal(
            stage="pages",
            subject=page.id,
            rule="page-summary-only",
            detail="The feed only announces this article; its text is not in it.",
        )
    return None
