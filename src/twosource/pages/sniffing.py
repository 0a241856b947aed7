"""What somebody saved as a page may be a picture, an archive or a feed: look before reading.

After the WHATWG MIME Sniffing standard, with one more question than browsers ask: whether a text
*is* markup or merely *speaks of* it, since a plain text read as markup loses its lines.
"""

from __future__ import annotations

import re

SNIFFED = 65_536
"""How much of a page is looked at, in bytes or letters."""

TAG_DENSITY = 200
"""Markup has at least one tag in so many letters; a text about markup has fewer."""

MOSTLY_CONTROL = 50
"""One control byte in so many, and the bytes are no text."""

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x1f\x8b", "application/gzip"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
    (b"\x7fELF", "application/x-elf"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x1aE\xdf\xa3", "video/webm"),
    (b"OggS\x00", "application/ogg"),
    (b"wOFF", "font/woff"),
    (b"wOF2", "font/woff2"),
    (b"\x00\x00\x01\x00", "image/x-icon"),
    (b"\x00asm", "application/wasm"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    # These begin with letters that a text may begin with; the bytes after them decide.
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"BZh", "application/x-bzip2"),
    (b"ID3", "audio/mpeg"),
    (b"BM", "image/bmp"),
    (b"MZ", "application/x-msdownload"),
)
_OFFICE_MEMBERS = (b"word/", b"xl/", b"ppt/", b"mimetypeapplication/vnd.oasis", b"[Content_Types]")
_BOOK_MEMBER = b"mimetypeapplication/epub+zip"

# The standard's "binary data bytes", without ESC, which ISO-2022 text uses.
_CONTROL = bytes([*range(0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)])

_BLANK = " \t\n\r\f\ufeff"
_TAGS = frozenset(
    (
        "html", "head", "body", "title", "meta", "link", "script", "style", "base", "p", "div",
        "span", "a", "b", "i", "u", "em", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "ul",
        "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot", "tr", "td", "th",
        "br", "hr", "img", "figure", "figcaption", "picture", "source", "section", "article",
        "header", "footer", "main", "nav", "aside", "form", "input", "button", "label",
        "select", "option", "textarea", "iframe", "font", "center", "blockquote", "pre", "code",
        "time", "small", "sup", "sub", "svg", "path", "noscript", "video", "audio", "template",
        "abbr", "cite", "address", "details", "summary", "object", "embed",
    )
)  # fmt: skip
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]{0,12})(?=[\s/>])", re.IGNORECASE)
_LONGEST_TAG_NAME = len("<figcaption ")
_TAIL = 200
_OPENING = re.compile(r"<(?:!doctype\s{1,20}html|html|head|body)(?=[\s/>])", re.IGNORECASE)
_COMMENT_OR_DECLARATION = re.compile(r"<!--|<\?xml\b", re.IGNORECASE)
_XML_ROOT = re.compile(r"<([A-Za-z_][\w.:-]{0,60})")
_FEED_ROOTS = ("rss", "feed", "rdf:rdf")
_JSON_OPENING = re.compile(r"(?:\[\s{0,50}){0,3}\{\s{0,50}(?:\"|\})|\[\s{0,50}(?:\"|\])")


def binary_type(data: bytes) -> str | None:
    """Return the media type of bytes that are no text, by their signature, None for text.

    >>> binary_type(b"%PDF-1.7 ..."), binary_type(b"BMW said on Monday that")
    ('application/pdf', None)
    """
    head = data[:SNIFFED]
    if head.lstrip().startswith(b"%PDF-"):
        return "application/pdf"
    if head.startswith(b"{\\rtf"):
        return "application/rtf"
    if head.startswith(b"PK\x03\x04"):
        if _BOOK_MEMBER in head:
            return "application/epub+zip"
        office = any(member in head for member in _OFFICE_MEMBERS)
        return "application/vnd.openxmlformats" if office else "application/zip"
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image/webp"
    if head[4:8] == b"ftyp" and head[:1] == b"\x00":
        return "video/mp4"
    controls = control_bytes(head)
    for signature, media_type in _SIGNATURES:
        if head.startswith(signature) and (controls or not signature.isascii()):
            return media_type
    return None


def control_bytes(data: bytes) -> int:
    """Return how many bytes of the first 64 KB stand in no text of one byte a letter."""
    head = data[:SNIFFED]
    return len(head) - len(head.translate(None, _CONTROL))


def is_no_text(data: bytes) -> bool:
    """Tell whether bytes without a known signature are still no text: too many control bytes."""
    return control_bytes(data) * MOSTLY_CONTROL > min(len(data), SNIFFED)


def _after_prologue(text: str) -> str:
    """Return the text after leading blanks, comments and an XML declaration."""
    position = 0
    while True:
        while position < len(text) and text[position] in _BLANK:
            position += 1
        opening = _COMMENT_OR_DECLARATION.match(text, position)
        if opening is None:
            return text[position:]
        close = "-->" if opening.group().startswith("<!--") else "?>"
        end = text.find(close, opening.end() - 2 if close == "-->" else opening.end())
        if end < 0:
            return text[position:]
        position = end + len(close)


def _tags(text: str) -> list[bool]:
    """Return the HTML tags of a text in order, each as whether it closes an element."""
    return [slash == "/" for slash, name in _TAG.findall(text) if name.lower() in _TAGS]


def is_markup(text: str) -> bool:
    r"""Tell whether a text is HTML, by its tags, not by its name; one that mentions a tag is not.

    >>> is_markup("<p>Rain fell.</p>\n<p>It stopped.</p>"), is_markup("Use <b> for bold.")
    (True, False)
    """
    head = _after_prologue(text[:SNIFFED])
    if _OPENING.match(head):
        return True
    tags = _tags(head)
    if not tags:
        return False
    closing = sum(tags)
    begins = head.startswith("<") and bool(_tags(head[:_LONGEST_TAG_NAME]))
    tail = text[-_TAIL:].rstrip(_BLANK)
    if begins and tail.endswith(">") and (closing or len(tags) > 1 or any(_tags(tail))):
        return True
    dense = len(tags) * TAG_DENSITY >= len(head)
    least = 3 if begins else 8  # a text that does not begin with a tag must show more of them
    return dense and len(tags) >= least and closing * 3 >= len(tags)


def text_type(text: str) -> str:
    """Return the media type of a text: HTML, plain text, or a kind that is not read as a page."""
    head = text[:SNIFFED]
    body = _after_prologue(head)
    lower = body[:100].lower()
    if lower.startswith("warc/1."):
        return "application/warc"
    if head.lstrip(_BLANK)[:5].lower() == "<?xml" or lower.startswith(("<rss", "<feed", "<svg")):
        root = _XML_ROOT.search(body)
        name = root.group(1).lower() if root is not None else ""
        if name in _FEED_ROOTS:
            return "application/rss+xml"
        if name == "svg":
            return "image/svg+xml"
        if name not in ("html", "head", "body") and not _OPENING.match(body):
            return "application/xml"
    if _JSON_OPENING.match(body) and text.rstrip(_BLANK)[-1:] in ("}", "]"):
        return "application/json"
    return "text/html" if is_markup(text) else "text/plain"
