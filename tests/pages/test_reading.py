"""Whatever is saved, a page comes back: read, or refused in one clear sentence."""

from __future__ import annotations

import gzip
import hashlib
import io
import string
import zipfile

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from twosource.pages import RULES, read, refusal_of
from twosource.records import Capture

REPORT = "The ferry sank off Port Ellery on Tuesday, the harbour office said.\n" * 5


def zipped(name: str) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr(name, REPORT)
    return written.getvalue()


def test_a_page_is_known_by_its_bytes_and_says_where_and_when_it_was_met():
    data = REPORT.encode()
    page = read(
        data,
        url="https://example.org/ferry",
        locator="saved/ferry.txt",
        fetched_at="2031-04-02T06:00:00Z",
    )
    assert page.id == hashlib.sha256(data).hexdigest()
    assert page.captures == (
        Capture("saved/ferry.txt", "https://example.org/ferry", "2031-04-02T06:00:00Z"),
    )
    assert (page.data, page.size, page.text) == (data, len(data), REPORT)
    assert refusal_of(page) is None


def test_text_and_its_bytes_are_the_same_page():
    assert read(REPORT) == read(REPORT.encode())


@pytest.mark.parametrize(
    "markup",
    [
        "<!DOCTYPE html><html><body>Ferry sank.</body></html>",
        "\ufeff \n<html lang=en><p>Ferry sank.",
        "<!-- saved from url=(0026)https://example.org/ --><HTML><BODY>Ferry sank.</BODY></HTML>",
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html><body>Ferry.</body></html>',
        "<p>Ferry sank.</p>\n<p>Nobody was hurt.</p>",
        "<article><h1>Ferry sank</h1><p>Nobody was hurt.</p></article>\n",
        f"<div>{REPORT}</div>",
        "Port Ellery\n" + "<p>The ferry sank.</p>\n<p><b>Nobody</b> was hurt.</p>\n" * 4,
    ],
)
def test_markup_is_told_by_looking(markup: str):
    assert read(markup, media_type="text/plain", locator="page.txt").media_type == "text/html"


@pytest.mark.parametrize(
    "text",
    [
        REPORT,
        "The tag <b> makes text bold, he said.\n" + REPORT,
        "<b> is the tag that makes text bold. " + REPORT,
        "Use <p> and </p> around a paragraph; <b> and </b> for bold. " + REPORT,
        "Damage was < 5 and > 3 million, a <source> said.",
        "<Editor's note: this report was changed on Monday.>\n" + REPORT,
        "BMW said on Monday that its works in Leipzig stand still.",
        "MZ is how programs begin. PK is how archives begin.",
        "[Photo] The ferry before it sank.\n" + REPORT,
        "{Updated} " + REPORT,
    ],
)
def test_a_text_that_only_speaks_of_markup_stays_text(text: str):
    page = read(text.encode(), media_type="text/html", locator="page.html")
    assert page.media_type == "text/plain"
    assert page.text == text


@pytest.mark.parametrize(
    ("data", "media_type", "word"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "application/pdf", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "image/png", "picture"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "image/jpeg", "picture"),
        (b"GIF89a\x01\0\x01\0\x80\0\0", "image/gif", "picture"),
        (zipped("ferry.txt"), "application/zip", "archive"),
        (zipped("word/document.xml"), "application/vnd.openxmlformats", "office"),
        (gzip.compress(REPORT.encode(), mtime=0), "application/gzip", "compressed"),
        (b"{\\rtf1\\ansi Ferry}", "application/rtf", "RTF"),
        (bytes(range(256)) * 20, "application/octet-stream", "no text"),
        (b"WARC/1.1\r\nWARC-Type: response\r\n\r\n", "application/warc", "archive"),
        (b"<?xml version='1.0'?><rss><channel/></rss>", "application/rss+xml", "feed"),
        (b"<?xml version='1.0'?><nitf><body/></nitf>", "application/xml", "XML"),
        (b'[{"headline": "Ferry sank"}]', "application/json", "JSON"),
        (b'<svg xmlns="x"><path/></svg>', "image/svg+xml", "picture"),
        (
            b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n",
            "multipart/related",
            "MHTML",
        ),
    ],
)
def test_what_is_no_page_is_refused_in_one_sentence(data: bytes, media_type: str, word: str):
    page = read(data)
    refusal = refusal_of(page)
    assert page.media_type == media_type
    assert page.data == data
    assert refusal is not None
    assert (refusal.stage, refusal.subject) == ("pages", page.id)
    assert refusal.rule in RULES
    assert word in refusal.detail


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_a_page_without_letters_is_refused_as_empty(data: bytes):
    refusal = refusal_of(read(data))
    assert refusal is not None
    assert refusal.rule == "page-empty"


def test_every_flag_has_a_rule_that_explains_it():
    data = b"\xff\xfe<html><p>" + b"\0\xd8" * 3 + b"<div>" * 300
    for flag in read(data).flags:
        assert f"page-{flag}" in RULES


MARKUP = st.lists(
    st.one_of(
        st.sampled_from([
            "<html>", "<body>", "<p ", "</p>", "<!--", "-->", "<script>", "</script>", "<meta ",
            "charset=", "'", '"', "=", ">", "<", "&#0;", "<!DOCTYPE html [", "]>", "<?xml ", "\0",
        ]),
        st.text(string.printable, max_size=8),
    )
).map("".join)  # fmt: skip


@given(
    st.one_of(st.binary(max_size=3000), MARKUP.map(lambda text: text.encode("utf-16")), MARKUP,
              st.text(max_size=500)),
    st.one_of(st.none(), st.text(max_size=60), st.just("text/html; charset=utf-16")),
)  # fmt: skip
@example(b"\xff\xfe\0", None)
@example(b"<meta charset='", None)
@example("\ud800", None)
@example("\x1f", None)
def test_any_bytes_give_a_page(data: bytes | str, media_type: str | None):
    page = read(data, media_type=media_type)
    assert page.size == len(page.data)
    assert "\0" not in page.text
    page.text.encode("utf-8")  # no lone surrogate is left
    assert page.text.strip() or refusal_of(page) is not None
    assert read(data, media_type=media_type) == page
