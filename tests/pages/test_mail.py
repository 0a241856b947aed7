"""A mail, or a page saved as MHTML, is the page in it, and says what else came with it."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.pages import read, refusal_of
from twosource.pages.mail import mail_type

TEXT = "The ferry sank off Port Ellery on Tuesday, the harbour office said. Café geschlossen.\n" * 3
HTML = f"<html><body><h1>Ferry</h1><p>{TEXT}</p></body></html>"
HEAD = (
    "Received: from a by b (x); Fri, 02 May 2031 09:00:00 +0200 (CEST)\n"
    "From: Harbour News <news@h.example>\nTo: me@x.example\nMessage-ID: <1@h.example>\n"
    "Subject: =?utf-8?q?Caf=C3=A9?= and ferry\nDate: Fri, 02 May 2031 07:30:00 +0200\n"
    "MIME-Version: 1.0\n"
)


def _part(kind, body, coding="8bit", extra=""):
    if coding == "base64":
        body = base64.encodebytes(body.encode()).decode()
    if coding == "quoted-printable":
        body = quopri.encodestring(body.encode()).decode()
    return f"Content-Type: {kind}\nContent-Transfer-Encoding: {coding}\n{extra}\n{body}"


def _parts(kind, *parts, border="b=1"):
    inner = "".join(f"--{border}\n{part}\n" for part in parts)
    return f'Content-Type: multipart/{kind}; boundary="{border}"\n\nintro\n{inner}--{border}--\nend'


def _mail(body, head=HEAD):
    return (head + body).encode()


@pytest.mark.parametrize("coding", ["8bit", "base64", "quoted-printable"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_a_plain_mail_is_its_text(coding, line_end):
    data = _mail(_part("text/plain; charset=utf-8", TEXT, coding)).replace(b"\n", line_end)
    page = read(data)
    assert page.text.strip() == TEXT.strip()
    assert (page.media_type, page.flags) == ("text/plain", ())
    assert page.hints.title == "Café and ferry"
    assert page.captures[0].fetched_at == "2031-05-02T07:00:00Z"
    assert page.data == data


def test_of_two_forms_of_one_text_the_html_is_read():
    plain, rich = _part("text/plain", TEXT), _part("text/html; charset=utf-8", HTML, "base64")
    page = read(_mail(_parts("alternative", plain, rich)))
    assert (page.media_type, page.text, page.flags) == ("text/html", HTML, ())


def test_what_came_with_a_mail_and_is_not_read_is_flagged():
    pdf = _part("application/pdf", "x", "base64", "Content-Disposition: attachment\n")
    page = read(_mail(_parts("mixed", _part("text/plain; charset=utf-8", TEXT), pdf)))
    assert page.flags == ("parts-unread",)
    assert "Port Ellery" in page.text


def test_a_mail_inside_a_mail_is_read_where_there_is_no_other_text():
    inner = HEAD + _part("text/plain; charset=utf-8", TEXT)
    page = read(_mail(_parts("mixed", f"Content-Type: message/rfc822\n\n{inner}")))
    assert "Port Ellery" in page.text


def test_a_page_saved_as_mhtml_is_its_root_with_its_address():
    head = (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://h.example/f\n"
        "Subject: Ferry\nDate: Fri, 02 May 2031 07:30:00 -0000\nMIME-Version: 1.0\n"
    )
    frame = _part("text/html", "<p>frame</p>", extra="Content-Location: https://ad.example/\n")
    root = _part("text/html; charset=utf-8", HTML, "quoted-printable")
    picture = _part("image/png", "x", "base64")
    page = read(_mail(_parts("related", root, frame, picture), head))
    assert (page.media_type, page.text.strip()) == ("text/html", HTML)
    assert page.captures[0].url == page.hints.url == "https://h.example/f"
    assert page.captures[0].fetched_at == "2031-05-02T07:30:00Z"
    assert page.flags == ()


def test_the_part_named_as_the_start_is_the_page():
    first = _part("text/html", "<p>frame</p>", extra="Content-ID: <a>\n")
    start = _part("text/html; charset=utf-8", HTML, extra="Content-ID: <b>\n")
    body = _parts("related", first, start).replace('"b=1"', '"b=1"; start="<b>"', 1)
    assert read(_mail(body)).text.strip() == HTML


@pytest.mark.parametrize(
    ("charset", "codec", "text"),
    [
        ("koi8-r", "koi8_r", "Паром затонул у причала."),
        ("iso-2022-jp", "iso2022_jp", "船が沈んだ。"),
    ],
)
def test_the_charset_of_a_part_is_read(charset, codec, text):
    data = _mail(f"Content-Type: text/plain; charset={charset}\n\n") + (text * 9).encode(codec)
    page = read(data)
    assert text in page.text
    assert page.flags == ()


def test_a_mail_that_was_cut_gives_what_is_there():
    whole = _mail(_parts("alternative", _part("text/html; charset=utf-8", HTML)))
    assert "Port Ellery" in read(whole[: whole.index(b"</p>")]).text


def test_a_mail_without_a_text_is_refused():
    refusal = refusal_of(read(_mail(_parts("mixed", _part("image/png", "x", "base64")))))
    assert refusal is not None
    assert refusal.detail == "This mail holds no text."


@pytest.mark.parametrize(
    "text",
    [
        "From: the mayor\nTo: the town\nSubject: the pier\n\nDear all, " + TEXT,
        "Location: Skerry\nDate: Monday\n\n" + TEXT,
        TEXT,
        "http://h.example/\n\n" + TEXT,
    ],
)
def test_a_text_that_begins_like_a_letter_is_a_text(text):
    assert mail_type(text.encode()) is None
    assert read(text).text == text


def test_borders_within_borders_without_end_are_no_harm():
    deep = "".join(
        f'Content-Type: multipart/mixed; boundary="{n}"\n\n--{n}\n' for n in range(2_000)
    )
    many = _parts("mixed", *["Content-Type: text/x\n\n."] * 5_000)
    for body in (
        deep,
        many,
        "Content-Type: multipart/mixed; boundary=" + "a" * 100_000 + "\n\n--a",
        'Content-Type: multipart/mixed; a="' + ";" * 100_000 + "\n\n--a",
        "Subject: " + "=?utf-8?q?a" * 10_000 + "\n\n--a",
    ):
        page = read(_mail(body))
        assert page.text or refusal_of(page) is not None


PIECES = st.sampled_from(
    [
        "--b\n",
        "--b--\n",
        "\n",
        "Content-Type: text/html\n",
        "Content-Type: multipart/mixed; boundary=b\n",
        "Content-Transfer-Encoding: base64\n",
        "=?utf-8?q?=E4?=",
        "Subject: ",
        "é",
        "<p>x</p>",
        "\0",
    ]
)


@given(st.lists(PIECES, max_size=15))
def test_any_pieces_make_a_page(pieces):
    page = read(_mail("".join(pieces)))
    assert page.text.strip() or refusal_of(page) is not None
    assert page.size == len(page.data)
