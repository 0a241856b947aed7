"""A line of JSON is a page with what the exporter knew of it, under whatever names."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.pages import read, refusal_of
from twosource.pages.json_lines import read_json, read_lines
from twosource.pages.members import Declined, Member
from twosource.records import Metadata

TEXT = "The ferry sank off Port Ellery on Tuesday, the harbour office said.\n" * 4
HEAD = "Ferry sank off Port Ellery"


def _line(**fields):
    return json.dumps(fields).encode()


@pytest.mark.parametrize(
    "fields",
    [
        {"url": "https://h.example/1", "title": HEAD, "text": TEXT, "date": "2031-05-02",
         "author": "Ada Holm; Jon Vik", "sitename": "Skerry Herald", "hostname": "h.example",
         "raw_text": TEXT, "source": "https://h.example/1"},
        {"url": "https://h.example/1", "title": HEAD, "maintext": TEXT,
         "date_publish": "2031-05-02", "authors": ["Ada Holm", "Jon Vik"],
         "source_domain": "Skerry Herald"},
        {"url": "https://h.example/1", "title": HEAD, "text": TEXT, "publish_date": "2031-05-02",
         "authors": ["Ada Holm", "Jon Vik"], "site-name": "Skerry Herald", "top_image": "x"},
        {"requested_url": "https://h.example/1", "Title": HEAD, "plain_text": TEXT,
         "published_date": "2031-05-02", "author": [{"name": "Ada Holm"}, {"name": "Jon Vik"}],
         "publisher": "Skerry Herald"},
        {"canonicalUrl": "https://h.example/1", "headline": HEAD, "articleBody": TEXT,
         "datePublished": "2031-05-02", "author": ["Ada Holm", "Jon Vik", ""],
         "publication": "Skerry Herald"},
    ],
)  # fmt: skip
def test_the_names_of_the_usual_exporters_are_understood(fields):
    page = read(_line(**fields))
    assert page.hints == Metadata(
        site="Skerry Herald",
        headline=HEAD,
        published="2031-05-02",
        authors=("Ada Holm", "Jon Vik"),
        url="https://h.example/1",
    )
    assert page.text == f"{HEAD}\n\n{TEXT}"
    assert (page.media_type, page.captures[0].url) == ("text/plain", "https://h.example/1")
    assert refusal_of(page) is None


@pytest.mark.parametrize("missing", ["url", "title", "date"])
def test_what_is_missing_is_not_known(missing):
    fields = {"url": "https://h.example/1", "title": HEAD, "text": TEXT, "date": "2031-05-02"}
    page = read(_line(**{name: value for name, value in fields.items() if name != missing}))
    assert TEXT in page.text
    told = {"url": page.hints.url, "title": page.hints.headline, "date": page.hints.published}
    assert [name for name, value in told.items() if not value] == [missing]


def test_html_in_a_line_is_read_as_html_and_before_a_text_that_somebody_made_of_it():
    markup = f"<html><body><h1>{HEAD}</h1><p>{TEXT}</p></body></html>"
    page = read(_line(html=markup, text="made"))
    assert (page.media_type, page.text) == ("text/html", markup)
    part = read(_line(title="Rain & wind", content="<p>One.</p><p>Two.</p>"))
    assert (part.media_type, part.text) == (
        "text/html",
        "<h1>Rain &amp; wind</h1>\n<p>One.</p><p>Two.</p>",
    )


def test_a_title_that_stands_in_the_text_is_not_put_there_twice():
    assert read(_line(title=HEAD, text=f"{HEAD}\n\n{TEXT}")).text == f"{HEAD}\n\n{TEXT}"


def test_claimed_time_and_time_of_capture_stay_apart():
    page = read(_line(text=TEXT, date="2031-05-02", date_download="2031-05-09 10:00:00"))
    assert page.hints.published == "2031-05-02"
    assert page.captures[0].fetched_at == "2031-05-09T10:00:00Z"


@pytest.mark.parametrize(
    "data",
    [b'{"x": 1}', b"{}", _line(text=""), _line(text=[TEXT]), _line(title=HEAD), b'{"text": 3}'],
)  # fmt: skip
def test_an_object_without_a_text_is_refused_as_json(data):
    refusal = refusal_of(read(data))
    assert refusal is not None
    assert "JSON" in refusal.detail


def test_lines_become_pages_named_by_what_they_say_or_are_and_not_by_their_place():
    lines = [
        _line(id="n1", text=TEXT),
        _line(url="https://h.example/2", text=TEXT),
        _line(text=TEXT),
    ]
    found = list(read_lines([b"\n".join(lines)]))
    assert [one.name for one in found][:2] == ["n1", "https://h.example/2"]
    assert [one.data for one in found] == lines
    turned = list(read_lines([b"\r\n".join(lines[::-1])]))
    assert turned == found[::-1]


def test_lines_that_are_none_are_listed_as_ranges_and_cost_no_other():
    good, bad = _line(text=TEXT), b'{"text": "cut'
    data = good + b"\n" + bad + b"\n\0\0\0\n" + good + b"\n" + bad
    found = list(read_lines([data[at : at + 7] for at in range(0, len(data), 7)]))
    assert [one.data for one in found if isinstance(one, Member)] == [good, good]
    start = len(good) + 1
    assert [one.detail for one in found if isinstance(one, Declined)] == [
        f"Bytes {start} to {start + len(bad) + 4} are no JSON.",
        f"Bytes {len(data) - len(bad)} to {len(data)} are no JSON.",
    ]


def test_a_list_gives_each_of_its_objects_and_tells_where_it_breaks():
    one, two = _line(text=TEXT), _line(text=TEXT, n=2)
    assert [m.data for m in read_json(b"[" + one + b",\n " + two + b"]")] == [one, two]
    broken = list(read_json(b"[" + one + b', 7, {"text": "cut'))
    assert broken[0].data == one
    assert [m.rule for m in broken[1:]] == ["archive-record-not-readable", "archive-damaged"]


def test_nesting_and_numbers_without_end_are_no_harm():
    for data in (b"[" * 100_000, b'{"a":' * 100_000, b'{"text": ' + b"9" * 100_000 + b"}"):
        assert refusal_of(read(data)) is not None or read(data).media_type == "text/plain"
        assert all(isinstance(one, Declined) for one in read_lines([data]))


def test_halves_of_letters_and_signs_of_control_pass_no_door():
    page = read(
        rb'{"title": "A\ud800\u0000", "text": "Rain \udfff fell", "url": "https://x/\ud800"}'
    )
    for value in (page.text, page.hints.headline, page.hints.url):
        value.encode("utf-8")
        assert "\0" not in value


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=40)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=8,
)
NAMES = st.sampled_from("url title text html date authors author site id fetched_at".split())


@given(st.dictionaries(NAMES, VALUES, max_size=8))
def test_any_values_give_a_page(fields):
    page = read(json.dumps(fields).encode())
    assert page.text.strip() or refusal_of(page) is not None
    assert all(isinstance(one, str) for one in (page.hints.site, *page.hints.authors))
