"""Sixty ways in which the letters of a page reach us: read right, or flagged, never empty.

A row is the language of the sentence, the codec it is written in, who declares a charset and which:
``server``, ``page`` (a meta element), ``both`` (server and page, with ``|`` between), ``xml``,
``mark`` (a byte-order mark), ``text`` (plain, undeclared), ``page of none`` (HTML, undeclared).
"right" asks for the sentence without a flag, "told" for it with one, "flagged" for a flag alone.
"""

from __future__ import annotations

import codecs

import pytest

from tests.pages.test_charsets import PAGE, SENTENCES
from twosource.pages import read, refusal_of

MARKS = {
    "utf-8": codecs.BOM_UTF8,
    "utf-16-le": codecs.BOM_UTF16_LE,
    "utf-16-be": codecs.BOM_UTF16_BE,
    "utf-32-le": codecs.BOM_UTF32_LE,
    "utf-32-be": codecs.BOM_UTF32_BE,
}
CASES = """
Russian    cp1251      server  windows-1251        right
Russian    cp1251      page    windows-1251        right
Russian    cp1251      page    "windows-1251       right
Russian    koi8_r      server  KOI8-R              right
Russian    iso8859_5   page    iso-8859-5          right
Russian    cp866       server  ibm866              right
Russian    mac_cyrillic page   x-mac-cyrillic      right
Ukrainian  koi8_u      page    koi8-u              right
Ukrainian  cp1251      xml     windows-1251        right
French     cp1252      server  iso-8859-1          right
French     cp1252      page    latin1              right
French     mac_roman   page    macintosh           right
German     cp1252      server  us-ascii            right
German     iso8859_15  page    iso-8859-15         right
Polish     iso8859_2   server  latin2              right
Polish     cp1250      page    windows-1250        right
Czech      cp1250      server  cp1250              right
Czech      iso8859_2   page    iso-8859-2          right
Greek      iso8859_7   server  iso-8859-7          right
Greek      cp1253      page    windows-1253        right
Turkish    cp1254      server  iso-8859-9          right
Turkish    cp1254      page    windows-1254        right
Hebrew     cp1255      server  windows-1255        right
Hebrew     iso8859_8   page    iso-8859-8-i        right
Arabic     cp1256      server  windows-1256        right
Arabic     iso8859_6   page    iso-8859-6          right
Thai       cp874       page    tis-620             right
Japanese   cp932       server  Shift_JIS           right
Japanese   cp932       page    windows-31j         right
Japanese   euc_jp      server  EUC-JP              right
Japanese   iso2022_jp  page    iso-2022-jp         right
Chinese    gb18030     server  gb2312              right
Chinese    gb18030     page    gbk                 right
Chinese    gb18030     xml     gb18030             right
Cantonese  big5hkscs   server  Big5                right
Cantonese  big5hkscs   page    big5-hkscs          right
Korean     cp949       server  euc-kr              right
Korean     cp949       page    ks_c_5601-1987      right
English    utf-8       server  utf-8               right
English    utf-8       text    -                   right
Greek      utf-8       page    utf8                right
Russian    utf-8       page    utf-16              right
Russian    utf-8       mark    utf-8               right
Japanese   utf-16-le   mark    utf-16-le           right
Chinese    utf-16-be   mark    utf-16-be           right
Russian    utf-32-le   mark    utf-32-le           told
Greek      utf-32-be   mark    utf-32-be           told
Arabic     utf-16-le   server  utf-16le            right
English    utf-16-be   server  utf-16be            right
Russian    utf-16-le   text    -                   told
English    utf-16-be   text    -                   told
English    utf-32-le   text    -                   told
German     utf-8       both    iso-8859-1|utf-8    told
Russian    utf-8       server  windows-1251        told
Chinese    utf-8       server  gb2312              told
Russian    cp1251      both    utf-8|windows-1251  flagged
Japanese   cp932       server  utf-8               flagged
Polish     cp1250      page    utf-8               flagged
Korean     cp949       text    -                   flagged
Chinese    gb18030     page\u00a0of\u00a0none  -     flagged
Hebrew     cp1255      text    -                   flagged
Russian    koi8_r      page\u00a0of\u00a0none  -     flagged
Turkish    cp1254      text    -                   flagged
English    utf-8       page    martian             told
English    utf-7       page    utf-7               flagged
Greek      cp1253      server  x-unknown           flagged
""".strip().splitlines()
ROWS = [line.split(" ") for line in CASES]
ROWS = [tuple(word.replace("\u00a0", " ") for word in row if word) for row in ROWS]


def _captured(language, codec, who, label):
    """Return the bytes of a page and what the server said of it."""
    sentence = SENTENCES[language] * 3
    server, _, page = label.partition("|")
    if who == "text":
        return sentence.encode(codec), None
    if who == "mark":
        return MARKS[label] + sentence.encode(codec), None
    inside = {"page": label.strip('"'), "both": page}.get(who)
    meta = f"<meta charset={inside}>" if inside else ""
    head = f'<?xml version="1.0" encoding="{label}"?>' if who == "xml" else ""
    markup = head + PAGE.decode().replace("%b", meta, 1).replace("%b", sentence)
    server = server if who in ("server", "both") else ""
    return markup.encode(codec), f"text/html; charset={server}" if server else None


def test_there_are_sixty_cases_and_no_two_are_the_same():
    assert len(set(ROWS)) == len(ROWS) >= 60


@pytest.mark.parametrize(("language", "codec", "who", "label", "ends"), ROWS)
def test_letters_are_right_or_flagged_and_never_gone(language, codec, who, label, ends):
    data, told = _captured(language, codec, who, label)
    page = read(data, media_type=told)
    sentence = SENTENCES[language].strip()
    assert refusal_of(page) is None
    assert page.text.strip()
    if ends in ("right", "told"):
        assert sentence in page.text
    assert bool(page.flags) is (ends != "right")


MIXED = [
    SENTENCES["Russian"].encode() + SENTENCES["Russian"].encode("cp1251"),
    SENTENCES["English"].encode() + SENTENCES["English"].encode("cp1252"),
    SENTENCES["Japanese"].encode("cp932") + SENTENCES["Japanese"].encode("euc_jp"),
    SENTENCES["Polish"].encode("cp1250")[:-1] + b"\x81\x90" + SENTENCES["Polish"].encode("utf-8"),
    codecs.BOM_UTF8 + SENTENCES["French"].encode("cp1252"),
    codecs.BOM_UTF16_LE + SENTENCES["French"].encode(),
    (SENTENCES["Greek"] * 3).encode("utf-16-le")[:-1],
]


@pytest.mark.parametrize("number", range(len(MIXED)))
@pytest.mark.parametrize("told", [None, "text/html; charset=utf-8"])
def test_letters_of_two_charsets_on_one_page_are_flagged(number, told):
    page = read(MIXED[number], media_type=told)
    assert page.flags
    assert page.text.strip()
