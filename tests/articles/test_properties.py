"""What holds for every page, however strange."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.articles.reading import make_page, read
from tests.articles.test_plain_text import ENCYCLOPAEDIA, GATHERED, SINGLE
from twosource.articles import Reading, read_page
from twosource.records import Page

LINES = [line for text in (SINGLE, GATHERED, ENCYCLOPAEDIA) for line in text.split("\n")]
TAGS = ["p", "div", "h1", "h2", "li", "article", "section", "aside", "td", "tr", "table", "pre"]


def check(page: Page, reading: Reading) -> None:
    assert bool(reading.articles) != bool(reading.refusals)
    for article in reading.articles:
        place = 0
        for part in article.parts:
            assert place <= part.start < part.end <= len(article.text)
            assert not article.text[place : part.start].strip()
            place = part.end
        assert not article.text[place:].strip()
        assert any(part.kind == "body" for part in article.parts)
        if page.media_type == "text/plain":
            assert article.text in page.text
    assert len({article.id for article in reading.articles}) == len(reading.articles)


@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_parts_cover_an_article_in_order_without_overlap(lines: list[str]):
    page = make_page("\n".join(lines))
    check(page, read_page(page))


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text: str):
    page = make_page(text)
    check(page, read_page(page))


@given(st.lists(st.tuples(st.sampled_from(TAGS), st.sampled_from(LINES)), max_size=25))
def test_any_markup_is_read_or_refused(pieces: list[tuple[str, str]]):
    page = make_page("".join(f"<{tag}>{line}" for tag, line in pieces), html=True)
    check(page, read_page(page))


@given(st.lists(st.sampled_from(LINES), max_size=40))
def test_every_line_of_a_page_is_kept_somewhere(lines: list[str]):
    reading = read("\n".join(lines))
    kept = " ".join(
        [a.text for a in reading.articles] + [part.text for part in reading.parts]
    ).split()
    assert sorted(kept) == sorted(" ".join(lines).split())


HOSTILE = {
    "bylines": "By " + "Aa and " * 14_000,
    "byline lines": "\n".join(["By " + "Aa and " * 20] * 700),
    "brackets": "The A (" * 15_000,
    "capitals": "\n".join(["AA'AA-" * 20] * 800),
    "dates": "\n".join(["1 1-1.1/1 Jan " * 8] * 900),
    "copyright": "\n".join(["© , © 2031 – © by " * 6] * 900),
    "houses": "\n".join(["Follow the A " + "A of the " * 15] * 700),
    "captions": "\n".join(["x " * 60 + "photo A B C D E F" + " a" * 10] * 600),
    "spaces": " " * 100_000,
    "quotation marks": '"' * 100_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("html", [False, True])
def test_a_hundred_thousand_hostile_letters_are_read_to_the_end(text: str, html: bool):
    page = make_page(f"<p>{text}</p>" if html else text, html=html)
    check(page, read_page(page))
