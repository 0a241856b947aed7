"""Letters come out as they were meant, or the page says that it was not sure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.pages import read
from twosource.pages.charsets import charset_of_label, declared_in_markup, decode

SENTENCES = {
    "Russian": "Мэр сообщил в понедельник, что вода поднялась на два метра за ночь. ",
    "Ukrainian": "Мер повідомив у понеділок, що вода піднялася, а ґанки в місті залило. ",
    "French": "Le maire a déclaré lundi que la rivière était montée de deux mètres. ",
    "German": "Der Bürgermeister sagte, der Fluss sei über Nacht gestiegen; Häuser blieben leer. ",
    "Polish": "Burmistrz powiedział w poniedziałek, że rzeka podniosła się, a ludzie śpią. ",
    "Czech": "Starosta v pondělí řekl, že řeka stoupla o dva metry a město je prázdné. ",
    "Greek": "Ο δήμαρχος είπε τη Δευτέρα ότι το ποτάμι ανέβηκε κατά δύο μέτρα. ",
    "Turkish": "Başkan pazartesi günü nehrin yükseldiğini ve ışıkların söndüğünü söyledi. ",
    "Hebrew": "ראש העיר אמר ביום שני שהנהר עלה בשני מטרים במשך הלילה. ",
    "Arabic": "قال رئيس البلدية يوم الاثنين إن النهر ارتفع مترين خلال الليل. ",
    "Japanese": "市長は月曜日、川の水位が一晩で二メートル上昇したと述べた。 ",
    "Chinese": "市长周一表示，河水一夜之间上涨了两米，居民已经撤离。 ",
    "Cantonese": "市長週一表示，河水一夜之間上漲了兩米，居民已經撤離。 ",
    "Korean": "시장은 월요일 강물이 하룻밤 사이에 2미터 불어났다고 말했다. ",
    "Thai": "นายกเทศมนตรีกล่าวเมื่อวันจันทร์ว่าแม่น้ำสูงขึ้นสองเมตร ",
    "English": "The mayor said “the river has risen” — by two metres — on Monday’s reading. ",
}
WRITTEN = [
    ("Russian", "windows-1251", "cp1251"),
    ("Russian", "koi8-r", "koi8_r"),
    ("Russian", "iso-8859-5", "iso8859_5"),
    ("Russian", "ibm866", "cp866"),
    ("Ukrainian", "koi8-u", "koi8_u"),
    ("French", "windows-1252", "cp1252"),
    ("German", "iso-8859-1", "cp1252"),
    ("German", "iso-8859-15", "iso8859_15"),
    ("Polish", "iso-8859-2", "iso8859_2"),
    ("Czech", "windows-1250", "cp1250"),
    ("Greek", "iso-8859-7", "iso8859_7"),
    ("Turkish", "windows-1254", "cp1254"),
    ("Hebrew", "windows-1255", "cp1255"),
    ("Arabic", "windows-1256", "cp1256"),
    ("Japanese", "shift_jis", "cp932"),
    ("Japanese", "euc-jp", "euc_jp"),
    ("Japanese", "iso-2022-jp", "iso2022_jp"),
    ("Chinese", "gb2312", "gb18030"),
    ("Cantonese", "big5", "big5hkscs"),
    ("Korean", "euc-kr", "cp949"),
    ("Thai", "tis-620", "cp874"),
    ("English", "windows-1252", "cp1252"),
]
PAGE = b"<!DOCTYPE html><html><head>%b<title>Flood</title></head><body><p>%b</p></body></html>"


def page_of(language: str, codec: str, declaration: str = "") -> bytes:
    return PAGE % (declaration.encode(), (SENTENCES[language] * 3).encode(codec))


@pytest.mark.parametrize(("language", "label", "codec"), WRITTEN)
def test_a_charset_declared_in_the_page_is_read(language: str, label: str, codec: str):
    page = read(page_of(language, codec, f'<meta charset="{label}">'))
    assert SENTENCES[language] in page.text
    assert page.flags == ()


@pytest.mark.parametrize(("language", "label", "codec"), WRITTEN)
def test_a_charset_told_by_the_server_is_read(language: str, label: str, codec: str):
    page = read(page_of(language, codec), media_type=f"text/html; charset={label}")
    assert SENTENCES[language] in page.text
    assert page.flags == ()


@pytest.mark.parametrize(("language", "label", "codec"), WRITTEN)
def test_a_charset_that_nobody_declared_is_flagged_as_guessed(
    language: str, label: str, codec: str
):
    page = read((SENTENCES[language] * 3).encode(codec))
    assert page.flags == ("charset-guessed",), label
    assert page.text.strip()


@pytest.mark.parametrize("mark", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_wins_over_every_declaration(mark: str):
    text = '<html><meta charset="koi8-r"><p>Zürich, Größe</p></html>'
    page = read(text.encode(mark), media_type="text/html; charset=windows-1251")
    assert "Zürich, Größe" in page.text
    assert not page.text.startswith("\ufeff")
    assert page.flags == ()


def test_utf_16_without_a_mark_is_read_and_flagged():
    page = read((SENTENCES["Russian"] * 3).encode("utf-16-le"))
    assert SENTENCES["Russian"] in page.text
    assert page.flags == ("charset-guessed",)


def test_the_server_wins_over_the_page():
    data = page_of("Russian", "koi8_r", '<meta charset="windows-1252">')
    page = read(data, media_type='text/html; charset="koi8-r"')
    assert SENTENCES["Russian"] in page.text


def test_undeclared_utf_8_is_read_without_a_flag():
    assert read(SENTENCES["Greek"].encode()).flags == ()


def test_utf_8_under_a_forgotten_declaration_is_read_and_flagged():
    page = read(page_of("Russian", "utf-8", '<meta charset="iso-8859-1">'))
    assert SENTENCES["Russian"] in page.text
    assert page.flags == ("charset-contradicted",)


def test_a_page_that_only_claims_to_be_utf_8_is_flagged():
    page = read(page_of("Russian", "cp1251", '<meta charset="utf-8">'))
    assert SENTENCES["Russian"] in page.text
    assert page.flags == ("charset-contradicted", "charset-guessed")


def test_a_broken_letter_in_utf_8_is_replaced_and_flagged():
    data = page_of("Greek", "utf-8", '<meta charset="utf-8">').replace(b"<p>", b"<p>\xff", 1)
    page = read(data)
    assert "\ufffd" in page.text
    assert SENTENCES["Greek"] in page.text
    assert page.flags == ("charset-errors",)


@pytest.mark.parametrize("label", ["utf-7", "hz-gb-2312", "ebcdic-cp-us", "martian"])
def test_a_label_that_browsers_do_not_know_makes_the_reading_a_guess(label: str):
    page = read(page_of("English", "utf-8", f'<meta charset="{label}">'))
    assert SENTENCES["English"] in page.text
    assert page.flags == ("charset-guessed",)


@pytest.mark.parametrize(
    ("markup", "label"),
    [
        (b"<meta charset=koi8-r>", "koi8-r"),
        (b"<META  CHARSET = 'koi8-r' />", "koi8-r"),
        (b'<meta content="text/html; charset=big5" http-equiv=Content-Type>', "big5"),
        (b"<!-- <meta charset=big5> --><meta charset=koi8-r>", "koi8-r"),
        (b'<div title="<meta charset=big5>"><meta charset=koi8-r>', "koi8-r"),
        (b'<?xml version="1.0" encoding="koi8-r"?><html>', "koi8-r"),
        (b'<meta name="x" content="charset=big5">', None),
        (b" " * 1020 + b"<meta charset=big5>", None),
        (b"<meta charset=", None),
        (b"<!-- no end <meta charset=big5>", None),
    ],
)
def test_the_declaration_is_found_where_browsers_find_it(markup: bytes, label: str | None):
    assert declared_in_markup(markup) == label


def test_latin_1_means_windows_1252_as_in_every_browser():
    assert charset_of_label("latin1") == "windows-1252"
    assert decode(b"\x93so\x94 \x81", transport="iso-8859-1", markup=False).text == "“so” \x81"


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\x1b"), min_size=1))
def test_utf_8_text_comes_back_as_it_was(text: str):
    data = text.encode()
    decoded = decode(data, transport="utf-8", markup=False)
    assert decoded.text == text.removeprefix("\ufeff")
    assert decoded.flags == ()


@given(st.binary(max_size=2000), st.sampled_from([None, "shift_jis", "utf-16", "koi8-r", "?"]))
def test_any_bytes_decode_in_any_charset(data: bytes, label: str | None):
    assert isinstance(decode(data, transport=label, markup=True).text, str)
