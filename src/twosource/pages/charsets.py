"""A name spelled in the wrong charset is a wrong name: how bytes become letters.

The rules are those of the WHATWG Encoding and HTML standards: byte-order mark, then what the
server said, then what the first 1,024 bytes say. Where all of these are silent we read UTF-8 if the
bytes are valid UTF-8; what is left is a guess, and is flagged as one. One departure, flagged too:
where a legacy charset is declared but the bytes are whole and telling UTF-8, UTF-8 is read, because
the declaration is then nearly always a server's forgotten default.
"""

from __future__ import annotations

import codecs
import re
from functools import cache
from typing import NamedTuple

from charset_normalizer import from_bytes

PRESCAN_BYTES = 1024
"""How far the HTML standard looks for a declaration."""

GUESS_BYTES = 32_768
"""How much a guess looks at; more costs time and changes nothing."""

REPLACEMENT = "\ufffd"

_LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "ibm866": "866 cp866 csibm866 ibm866",
    "iso-8859-2": "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2"
    " iso_8859-2:1987 l2 latin2",
    "iso-8859-3": "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3"
    " iso_8859-3:1988 l3 latin3",
    "iso-8859-4": "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4"
    " iso_8859-4:1988 l4 latin4",
    "iso-8859-5": "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595"
    " iso_8859-5 iso_8859-5:1988",
    "iso-8859-6": "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6"
    " iso-8859-6-e iso-8859-6-i iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987",
    "iso-8859-7": "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126"
    " iso8859-7 iso88597 iso_8859-7 iso_8859-7:1987 sun_eu_greek",
    "iso-8859-8": "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138"
    " iso8859-8 iso88598 iso_8859-8 iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical",
    "iso-8859-10": "csisolatin6 iso-8859-10 iso-ir-157 iso8859-10 iso885910 l6 latin6",
    "iso-8859-13": "iso-8859-13 iso8859-13 iso885913",
    "iso-8859-14": "iso-8859-14 iso8859-14 iso885914",
    "iso-8859-15": "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
    "iso-8859-16": "iso-8859-16",
    "koi8-r": "cskoi8r koi koi8 koi8-r koi8_r",
    "koi8-u": "koi8-ru koi8-u",
    "macintosh": "csmacintosh mac macintosh x-mac-roman",
    "windows-874": "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874",
    "windows-1250": "cp1250 windows-1250 x-cp1250",
    "windows-1251": "cp1251 windows-1251 x-cp1251",
    "windows-1252": "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100"
    " iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252",
    "windows-1253": "cp1253 windows-1253 x-cp1253",
    "windows-1254": "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9"
    " iso_8859-9:1989 l5 latin5 windows-1254 x-cp1254",
    "windows-1255": "cp1255 windows-1255 x-cp1255",
    "windows-1256": "cp1256 windows-1256 x-cp1256",
    "windows-1257": "cp1257 windows-1257 x-cp1257",
    "windows-1258": "cp1258 windows-1258 x-cp1258",
    "x-mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
    "gbk": "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk",
    "gb18030": "gb18030",
    "big5": "big5 big5-hkscs cn-big5 csbig5 x-x-big5",
    "euc-jp": "cseucpkdfmtjapanese euc-jp x-euc-jp",
    "iso-2022-jp": "csiso2022jp iso-2022-jp",
    "shift_jis": "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis",
    "euc-kr": "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989"
    " ksc5601 ksc_5601 windows-949",
    "utf-16be": "unicodefffe utf-16be",
    "utf-16le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
}

# The standard's legacy decoders are supersets; these are Python's names for the nearest ones.
_MULTIBYTE_CODECS = {
    "utf-8": "utf-8",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "euc-jp": "euc_jp",
    "iso-2022-jp": "iso2022_jp_ext",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "utf-16be": "utf-16-be",
    "utf-16le": "utf-16-le",
}
_SINGLE_BYTE_CODECS = {
    "ibm866": "cp866",
    "macintosh": "mac_roman",
    "windows-874": "cp874",
    "x-mac-cyrillic": "mac_cyrillic",
}
# Where the standard's index differs from Python's codec.
_PATCHES = {
    "koi8-u": {0xAE: "\u045e", 0xBE: "\u040e"},
    "windows-1255": {0xCA: "\u05ba"},
}
_WESTERN = frozenset(
    "àâäáåãæçéèêëíìîïñóòôöøõœúùûüßÀÁÂÄÅÆÇÉÈÊËÍÎÏÑÓÔÖØŒÚÙÛÜ«»“”„‘’‚–—…•€£§°©®ºª¿¡·\u00a0"
)
_FIRST_PRINTABLE_HIGH = 0xA0

_META_NAME = re.compile(rb"<meta[\s/]", re.IGNORECASE)
_TAG_NAME = re.compile(rb"</?[a-zA-Z][^\s>]*+")
_ATTRIBUTE = re.compile(
    rb"""[\s/]*+(?:([^\s/>=][^\s/>=]*+)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?)?)?"""
)
_CHARSET_IN_CONTENT = re.compile(
    r"charset\s{0,100}=\s{0,100}(?:\"([^\"]{0,100})\"|'([^']{0,100})'|([^\s;\"']{1,100}))",
    re.IGNORECASE,
)
_XML_ENCODING = re.compile(rb"<\?xml[^>]{0,200}?encoding\s{0,9}=\s{0,9}[\"']([^\"'>\s]{1,60})[\"']")
_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_ISO_2022_JP_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\([JI])")


class Decoded(NamedTuple):
    """Bytes read as letters: which charset (a WHATWG name), and what was not certain about it."""

    text: str
    charset: str
    flags: tuple[str, ...]


@cache
def _names_by_label() -> dict[str, str]:
    return {label: name for name, labels in _LABELS.items() for label in labels.split()}


def charset_of_label(label: str) -> str | None:
    """Return the charset that browsers read for a declared label, None for labels they ignore.

    Source: WHATWG Encoding Standard, "Names and labels".

    >>> charset_of_label(" ISO-8859-1 "), charset_of_label("utf-7")
    ('windows-1252', None)
    """
    return _names_by_label().get(label.strip("\t\n\f\r ").lower())


@cache
def _table(charset: str) -> str:
    """Return the 256 letters of a single-byte charset; undefined low bytes are C1 controls."""
    codec = _SINGLE_BYTE_CODECS.get(charset, charset.replace("windows-", "cp"))
    patches = _PATCHES.get(charset, {})
    letters = []
    for byte in range(256):
        letter = bytes((byte,)).decode(codec, "replace")
        if letter == REPLACEMENT and byte < _FIRST_PRINTABLE_HIGH:
            letter = chr(byte)
        letters.append(patches.get(byte, letter))
    return "".join(letters)


def _decode_as(data: bytes, charset: str) -> str:
    codec = _MULTIBYTE_CODECS.get(charset)
    if codec is not None:
        return data.decode(codec, "replace")
    return codecs.charmap_decode(data, "replace", _table(charset))[0]


def _valid_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def charset_in_content_type(value: str) -> str | None:
    """Return the label in ``text/html; charset=…``, None where it says none.

    >>> charset_in_content_type('text/html; charset="KOI8-R"')
    'KOI8-R'
    """
    found = _CHARSET_IN_CONTENT.search(value[:1000])
    if found is None:
        return None
    return next((group for group in found.groups() if group is not None), None)


def _attributes(data: bytes, position: int) -> tuple[dict[str, str], int]:
    """Return the attributes of the tag whose name ends at ``position``, and where the tag ends."""
    attributes: dict[str, str] = {}
    while position < len(data):
        found = _ATTRIBUTE.match(data, position)
        if found is None or found.group(1) is None:
            # Nothing more to name: the tag ends here, or a stray sign is stepped over.
            position = found.end() if found is not None else position
            if data[position : position + 1] in (b">", b""):
                return attributes, position + 1
            position += 1
            continue
        name = found.group(1).decode("latin-1").lower()
        value = (found.group(2) or b"").decode("latin-1").strip("\"'")
        attributes.setdefault(name, value)
        position = found.end()
    return attributes, position


def _label_of_meta(attributes: dict[str, str]) -> str | None:
    if "charset" in attributes:
        return attributes["charset"]
    if attributes.get("http-equiv", "").lower() == "content-type":
        return charset_in_content_type(attributes.get("content", ""))
    return None


def declared_in_markup(data: bytes) -> str | None:
    """Return the label that a page declares in its first 1,024 bytes, None where it declares none.

    Source: WHATWG HTML, "prescan a byte stream to determine its encoding"; comments and the
    attributes of other tags are stepped over, so that a declaration inside them does not count.
    """
    head = data[:PRESCAN_BYTES]
    position = 0
    while (position := head.find(b"<", position)) >= 0:
        if head.startswith(b"<!--", position):
            # The standard lets the comment's own dashes close it (<!-->).
            end = head.find(b"-->", position + 2)
            if end < 0:
                break
            position = end + 3
        elif _META_NAME.match(head, position):
            attributes, position = _attributes(head, position + len(b"<meta"))
            label = _label_of_meta(attributes)
            if label is not None and label.strip():
                return label
        elif (tag := _TAG_NAME.match(head, position)) is not None:
            _, position = _attributes(head, tag.end())
        elif head[position + 1 : position + 2] in (b"!", b"/", b"?"):
            end = head.find(b">", position)
            if end < 0:
                break
            position = end + 1
        else:
            position += 1
    xml = _XML_ENCODING.match(head)
    return xml.group(1).decode("latin-1") if xml is not None else None


def _byte_order_mark(data: bytes) -> tuple[str, int] | None:
    if data.startswith(codecs.BOM_UTF8):
        return "utf-8", len(codecs.BOM_UTF8)
    if data.startswith(codecs.BOM_UTF16_LE):
        return "utf-16le", len(codecs.BOM_UTF16_LE)
    if data.startswith(codecs.BOM_UTF16_BE):
        return "utf-16be", len(codecs.BOM_UTF16_BE)
    return None


def _is_utf_32(data: bytes) -> bool:
    return wide_charset(data[len(codecs.BOM_UTF32_LE) :]) == "utf-32le"


def wide_charset(data: bytes) -> str | None:
    """Return the 16- or 32-bit charset that NUL bytes at every other place betray, else None.

    A text without a byte-order mark may still be UTF-16: its spaces and line ends have a zero half.
    """
    sample = data[: GUESS_BYTES // 4 * 4]
    sample = sample[: len(sample) // 4 * 4]
    if sample.count(0) * 50 < len(sample) or len(sample) < len("text") * 2:
        return None
    thirds = [sample[offset::4].count(0) for offset in range(4)]
    quarter = len(sample) // 4
    if thirds[2] == quarter and thirds[3] == quarter and thirds[0] < quarter:
        return "utf-32le"
    if thirds[0] == quarter and thirds[1] == quarter and thirds[3] < quarter:
        return "utf-32be"
    even, odd = thirds[0] + thirds[2], thirds[1] + thirds[3]
    # One half may be zero now and then in any script; the other half is zero only by damage.
    telling = max(even, odd) * 25 > len(sample) // 2 and min(even, odd) * 20 < max(even, odd)
    if not telling:
        return None
    return "utf-16be" if even > odd else "utf-16le"


@cache
def _guessable() -> list[str]:
    singles = [
        _SINGLE_BYTE_CODECS.get(name, name.replace("windows-", "cp"))
        for name in _LABELS
        if name not in _MULTIBYTE_CODECS
    ]
    doubles = ["gb18030", "big5hkscs", "euc_jp", "cp932", "cp949"]
    return [*doubles, *singles]


@cache
def _latin_codecs() -> frozenset[str]:
    names = ("cp1250", "cp1254", "cp1257", "cp1258", "mac_roman", "latin_1")
    parts = (2, 3, 4, 10, 13, 14, 15, 16)
    return frozenset(
        codecs.lookup(name).name for name in (*names, *map("iso8859_{}".format, parts))
    )


def _high_letters(sample: bytes) -> str:
    return _decode_as(sample.translate(None, bytes(range(0x80))), "windows-1252")


def _guess(data: bytes) -> str:
    """Return the charset in which the bytes look most like writing, else windows-1252."""
    # Markup is ASCII in all candidates and only dilutes the evidence, so look where it is not.
    high = _HIGH_BYTE.search(data)
    first_high = high.start() if high is not None else 0
    start = max(0, data.rfind(b"\n", 0, first_high) + 1, first_high - GUESS_BYTES // 4)
    sample = data[start : start + GUESS_BYTES]
    if len(data) > start + GUESS_BYTES:
        # End at an ASCII blank, so that no letter of two bytes is cut in half.
        sample = sample[: max(sample.rfind(b" "), sample.rfind(b"\n"), GUESS_BYTES // 2)]
    best = from_bytes(sample, cp_isolation=_guessable(), enable_fallback=False).best()
    if best is None:
        return "windows-1252"
    codec = codecs.lookup(best.encoding).name
    if codec in _latin_codecs() and set(_high_letters(sample)) <= _WESTERN:
        # Latin charsets differ in a few places; what reads as plain French or German is that.
        return "windows-1252"
    for name in _LABELS:
        ours = _MULTIBYTE_CODECS.get(
            name, _SINGLE_BYTE_CODECS.get(name, name.replace("windows-", "cp"))
        )
        if codecs.lookup(ours).name == codec:
            return name
    return "windows-1252"


def _decode_undeclared(data: bytes) -> Decoded:
    wide = wide_charset(data)
    if wide is not None:
        codec = wide.replace("utf-16", "utf-16-").replace("utf-32", "utf-32-")
        return Decoded(data.decode(codec, "replace"), wide, ("charset-guessed",))
    if _ISO_2022_JP_ESCAPE.search(data[:GUESS_BYTES]):
        return Decoded(_decode_as(data, "iso-2022-jp"), "iso-2022-jp", ("charset-guessed",))
    valid = _valid_utf8(data)
    if valid is not None:
        return Decoded(valid, "utf-8", ())
    charset = _guess(data)
    return Decoded(_decode_as(data, charset), charset, ("charset-guessed",))


def _mostly_broken(text: str) -> bool:
    """Tell whether so much failed to decode that another charset must have been meant."""
    broken = text.count(REPLACEMENT)
    telling = sum(1 for letter in text[:GUESS_BYTES] if letter > "\x7f")
    return broken > 0 and broken * 4 > min(telling, GUESS_BYTES)


def _decode_declared(data: bytes, charset: str) -> Decoded:
    text = _decode_as(data, charset)
    errors = REPLACEMENT in text and (charset != "utf-8" or _valid_utf8(data) is None)
    contradicted: Decoded | None = None
    if charset == "utf-8":
        if errors and _mostly_broken(text):
            contradicted = _decode_undeclared(data)
    elif not charset.startswith("utf-16") and (errors or charset not in _MULTIBYTE_CODECS):
        valid = None if data.isascii() else _valid_utf8(data)
        if valid is not None:
            contradicted = Decoded(valid, "utf-8", ())
    elif charset.startswith("utf-16") and wide_charset(data) is None and _mostly_broken(text):
        contradicted = _decode_undeclared(data)
    if contradicted is not None:
        flags = tuple(sorted({*contradicted.flags, "charset-contradicted"}))
        return contradicted._replace(flags=flags)
    return Decoded(text, charset, ("charset-errors",) if errors else ())


def decode(data: bytes, *, transport: str | None, markup: bool) -> Decoded:
    """Read ``data`` as letters, in the order of the HTML standard, and say what was not certain.

    ``transport`` is the label that the server gave; ``markup`` says that a declaration inside the
    page counts. Flags: ``charset-guessed``, ``charset-contradicted``, ``charset-errors``.
    """
    mark = _byte_order_mark(data)
    if mark is not None:
        charset, skip = mark
        # The mark of UTF-32 begins like the one of UTF-16.
        if data.startswith(codecs.BOM_UTF32_LE) and _is_utf_32(data):
            skip = len(codecs.BOM_UTF32_LE)
        wide = wide_charset(data[skip:])
        if wide is not None and wide.startswith("utf-32"):
            text = data[skip:].decode(wide.replace("utf-32", "utf-32-"), "replace")
            return Decoded(text.lstrip("\ufeff"), wide, ("charset-guessed",))
        body = data[skip:]
        text = _decode_as(body, charset)
        errors = REPLACEMENT in text and REPLACEMENT.encode() not in body
        return Decoded(text, charset, ("charset-errors",) if errors else ())
    labels = [transport] if transport else []
    if markup:
        inside = declared_in_markup(data)
        if inside is not None:
            # A page that could be scanned for this label is not UTF-16, whatever it says.
            charset = charset_of_label(inside) or ""
            labels.append("utf-8" if charset.startswith("utf-16") else inside)
    for label in labels:
        known = charset_of_label(label)
        if known is not None:
            return _decode_declared(data, known)
    decoded = _decode_undeclared(data)
    if labels and "charset-guessed" not in decoded.flags:
        # A label that browsers do not know was given: what we read instead is our choice.
        return decoded._replace(flags=(*decoded.flags, "charset-guessed"))
    return decoded
