"""A page built to break its reader does not break it, and loses no word."""

from __future__ import annotations

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.pages import read
from twosource.pages.guards import MAX_ATTRIBUTES, MAX_LETTERS, guard_letters, guard_markup

REPORT = "The river rose by two metres on Monday, the mayor of Ostrava Mill said."
HUNDRED_KB = 100_000


def seen_by_lxml(markup: str) -> str:
    parser = lxml.html.HTMLParser(encoding="utf-8")
    return str(lxml.html.document_fromstring(markup.encode(), parser=parser).text_content())


def deepest(markup: str) -> int:
    root = lxml.html.document_fromstring(markup)
    depth, level = 0, [root]
    while level:
        depth += 1
        level = [child for element in level for child in element]
    return depth


@pytest.mark.parametrize("depth", [100, 260, 1_000, 10_000])
@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<div>", "</div>"),
        ("<div>", ""),
        ("<p><b>", ""),
        ("<div><span><section>", "</section></span></div>"),
        ("<b><div></b>", ""),
        ("<table><tr><td>", ""),
        ("<ul><li>", "</li></ul>"),
        ("<blockquote><p>", ""),
        ("<x-card>", "</x-card>"),
    ],
)
def test_text_survives_any_depth(depth: int, opening: str, closing: str):
    page = read(f"<html><body>{opening * depth}{REPORT}{closing * depth}<p>Then this.</p></body>")
    text = seen_by_lxml(page.text)
    assert REPORT in text
    assert "Then this." in text
    assert "flattened" in page.flags or depth < 260


def test_what_follows_a_deep_place_is_as_it_was():
    page = read("<html>" + "<div>" * 400 + "deep" + "</div>" * 400 + "<div><p>One.</p></div>")
    assert page.text.endswith("</div>" + "<div><p>One.</p></div>")


def test_paragraphs_that_are_never_closed_do_not_count_as_deep():
    markup = "<html><body>" + f"<p>{REPORT}" * 1_000 + "<ul>" + "<li>item" * 1_000
    assert guard_markup(markup).flags == ()


def test_an_element_with_very_many_attributes_keeps_the_first_thousand():
    names = " ".join(f"a{number}='>'" for number in range(50_000))
    page = read(f"<html><body><p {names}>{REPORT}</p></body></html>")
    paragraph = lxml.html.document_fromstring(page.text).find(".//p")
    assert paragraph is not None
    assert len(paragraph.attrib) == MAX_ATTRIBUTES
    assert paragraph.text == REPORT
    assert page.flags == ("attributes-dropped",)


def test_an_endless_attribute_value_is_emptied():
    page = read(f'<html><body><p title="{"x" * 1_100_000}" class="lede">{REPORT}</p></body></html>')
    assert 'class="lede"' in page.text
    assert len(page.text) < 1_000
    assert page.flags == ("attributes-dropped",)


def test_entities_that_a_page_defines_are_dropped():
    bomb = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><html><body>&b; ' + REPORT
    page = read(bomb)
    assert "ENTITY" not in page.text
    assert REPORT in seen_by_lxml(page.text)
    assert page.flags == ("entities-dropped",)


def test_the_content_of_a_script_holds_no_elements():
    markup = "<html><script>var x = '" + "<div>" * 400 + "';</script><p>One.</p></html>"
    assert guard_markup(markup) == (markup, ())


def test_a_page_that_is_too_long_is_cut_and_kept_whole():
    data = b"x" * (MAX_LETTERS + 5)
    page = read(data)
    assert len(page.text) == MAX_LETTERS
    assert page.data == data
    assert page.size == MAX_LETTERS + 5
    assert page.flags == ("cut",)


def test_nul_and_lone_surrogates_do_not_pass_the_door():
    page = read("One.\0 Two.\ud800 Three.\n")
    assert page.text == "One.\ufffd Two.\ufffd Three.\n"
    assert page.flags == ("nul-replaced", "surrogates-replaced")


def test_every_line_end_is_one_sign():
    assert guard_letters("one\r\ntwo\rthree\n").text == "one\ntwo\nthree\n"


HOSTILE = [
    "<", "<a ", '<a "', "<a ='", "<a b='", "<!--", "<!-->", "<script>", "</script", "<b>", "</b>",
    "<i><div></i>", "<option>", "<a a=b ", "<p>", "<![CDATA[", "<?xml ", "<!DOCTYPE x [", "&#0;",
    "\0", " ", "\r", 'x="', "<a\n", "</", "'", "<title>", "</p><p", '{"a":[', "<rss>", "\x1b$B",
    "<meta charset=", "=", "<a/a/", "\xe9", "%PDF", "PK",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
@pytest.mark.parametrize("prologue", ["", "<html><body>"])
def test_hostile_text_is_read_in_one_pass(unit: str, prologue: str):
    """A hundred kilobytes of one trap; a quadratic scan would keep this test for minutes."""
    text = prologue + unit * (HUNDRED_KB // len(unit))
    assert read(text).size == len(text.encode())
    assert read(text.encode("latin-1")).size == len(text)


TAGS = st.sampled_from(
    [
        "<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<table>", "<tr>", "<td>", "</table>",
        "<li>", "<ul>", "</ul>", "word ", "<br>", "<span title='>'>", "</span>", "<!-- x -->",
    ]
)  # fmt: skip


@given(st.lists(TAGS, max_size=30).map(lambda tags: "".join(tags) * 40))
def test_no_markup_stays_deeper_than_parsers_can_follow(markup: str):
    guarded = guard_markup("<html><body>" + markup + REPORT)
    assert deepest(guarded.text) <= 255
    assert REPORT in seen_by_lxml(guarded.text)
    assert guarded.text.count("word ") == markup.count("word ")
