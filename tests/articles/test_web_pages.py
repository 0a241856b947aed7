"""Articles on web pages: with structure, without any, and with several articles on one page."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest

from tests.articles.reading import kinds, quoted, read
from tests.articles.test_plain_text import ENCYCLOPAEDIA, GATHERED, SINGLE
from twosource.records import Article

MENU = "".join(
    f"<li><a href='/{word}'>{word}</a></li>" for word in "Home World Sport Sea Land Air".split()
)
FOOT = "".join(f"<li><a href='/{word}'>{word}</a></li>" for word in "About Contact Terms".split())


def lines_of(text: str) -> list[str]:
    return [escape(line.strip(), quote=False) for line in text.splitlines() if line.strip()]


def as_paragraphs(text: str) -> str:
    return "".join(f"<p>{line}</p>\n" for line in lines_of(text))


def as_divs(text: str) -> str:
    return "".join(f"<div><div><span>{line}</span></div></div>" for line in lines_of(text))


def as_items(text: str) -> str:
    return "<ul>" + "".join(f"<li>{line}</li>" for line in lines_of(text)) + "</ul>"


def as_breaks(text: str) -> str:
    return "<table><tr><td>" + "<br><br>".join(lines_of(text)) + "</td></tr></table>"


def as_written(text: str) -> str:
    return f"<pre>{escape(text, quote=False)}</pre>"


def in_a_frame(text: str) -> str:
    return (
        f"<nav><ul>{MENU}</ul></nav><main>{as_paragraphs(text)}</main>"
        f"<footer><ul>{FOOT}</ul></footer>"
    )


LAYOUTS = [as_paragraphs, as_divs, as_items, as_breaks, as_written, in_a_frame]


def tell(article: Article) -> tuple[object, ...]:
    return (
        article.headline,
        article.outlet.name if article.outlet else None,
        article.via.name if article.via else None,
        article.credit.name if article.credit else None,
        article.dateline,
        article.published,
        article.authors,
        [" ".join(text.split()) for text in quoted(article, "body")],
    )


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("text", [SINGLE, GATHERED, ENCYCLOPAEDIA], ids=["one", "many", "entry"])
def test_a_page_says_the_same_in_markup_as_in_plain_text(text: str, layout: Callable[[str], str]):
    page = (
        f"<!DOCTYPE html><html><head><title>page</title></head><body>{layout(text)}</body></html>"
    )
    assert [tell(a) for a in read(page, html=True).articles] == [
        tell(a) for a in read(text).articles
    ]


STRUCTURED = f"""<!DOCTYPE html><html lang="en"><head>
<title>Council puts off vote on crane - The Lindholm Gazette</title>
<meta property="og:site_name" content="The Lindholm Gazette">
<meta property="og:title" content="Council puts off vote on crane">
<script type="application/ld+json">{{"@graph": [
 {{"@type": "Person", "@id": "#p1", "name": "Hanna Viik"}},
 {{"@type": "NewsArticle", "headline": "Council puts off vote on crane",
   "datePublished": "2031-03-14T23:30:00+02:00", "author": {{"@id": "#p1"}},
   "publisher": {{"@type": "Organization", "name": "The Lindholm Gazette"}}}}]}}</script>
</head><body><nav><ul>{MENU}</ul></nav>
<article><h1>Council puts off vote on crane</h1><p class="standfirst">Two members ask for more.</p>
<figure><img src="a.jpg"><figcaption>The crane in 1999. Photo: Norrin Archive</figcaption></figure>
<p>The harbour council of Lindholm has put off its vote on the north quay crane until April, after
two of its members asked to see the survey that was paid for last year.</p>
<h2>The survey</h2>
<p>"We have not seen it," council member Tora Aune said. In 1998, on 3 May, an earlier crane fell
into the harbour and nobody was told for a week, she added.</p>
<aside><a href="/x">Ferry line raises its prices again</a></aside>
<p>The operator declined to comment on the date, and on the survey, and on the crane itself.</p>
</article>
<section class="comments"><p>What a lot of nonsense this is, they should all be put into the sea.
</p></section><footer><ul>{FOOT}</ul></footer></body></html>"""


def test_what_a_page_says_of_itself_is_read_with_the_day_its_publisher_means():
    (article,) = read(STRUCTURED, html=True).articles
    assert article.headline == "Council puts off vote on crane"
    assert article.outlet is not None
    assert article.outlet.name == "The Lindholm Gazette"
    assert article.via is None
    assert article.authors == ("Hanna Viik",)
    assert article.published.value == "2031-03-14T23:30:00+02:00"
    assert article.published.how == "metadata"


def test_structure_tells_captions_subheads_links_and_comments_from_paragraphs():
    reading = read(STRUCTURED, html=True)
    (article,) = reading.articles
    assert kinds(article) == [
        "headline", "standfirst", "caption", "photo_credit", "body", "subhead", "body",
        "related", "body",
    ]  # fmt: skip
    assert "comment" in {part.kind for part in reading.parts}


def test_a_date_in_running_text_is_never_when_the_article_was_published():
    bare = STRUCTURED.replace('"datePublished": "2031-03-14T23:30:00+02:00", ', "")
    (article,) = read(bare, html=True).articles
    assert (article.published.value, article.published.how) == (None, "not_on_page")


def test_an_address_dates_an_article_when_nothing_else_does():
    bare = STRUCTURED.replace('"datePublished": "2031-03-14T23:30:00+02:00", ', "")
    url = "https://gazette.example/2031/03/14/crane"
    (article,) = read(bare, html=True, url=url).articles
    assert (article.published.value, article.published.how) == ("2031-03-14", "address")
    assert article.url == url


def test_text_that_waits_hidden_for_a_script_is_read():
    page = f"<html><body><div hidden>{as_paragraphs(SINGLE)}</div></body></html>"
    assert len(read(page, html=True).articles) == 1


def test_rows_of_a_table_are_lines_and_a_table_that_lays_out_a_page_is_none():
    rows = "<tr><td>Ole Brandvik</td><td>61</td></tr><tr><td>Tora Aune</td><td>14</td></tr>"
    page = in_a_frame(SINGLE).replace("<p>The operator", f"<table>{rows}</table><p>The operator")
    (article,) = read(f"<html><body>{page}</body></html>", html=True).articles
    assert "Ole Brandvik | 61" in article.text.split("\n")


@pytest.mark.parametrize("page", ["", "<", "<html></html>", "<p>", "<table><td><p>", "<br>" * 9])
def test_markup_that_says_nothing_is_refused_not_stumbled_over(page: str):
    reading = read(page, html=True)
    assert reading.articles == ()
    assert len(reading.refusals) == 1


@pytest.mark.parametrize(
    ("title", "masthead"),
    [
        ("Daily Lantern", "<div>Daily Lantern - Menu - Search</div>"),
        ("Crane vote put off - Skerrywatch", "<div>Skerrywatch | Menu</div>"),
        ("Skerrywatch: crane vote put off", "<p>Skerrywatch</p>"),
        ("Crane vote put off | Lindholm Gazette", ""),
    ],
)
def test_the_house_is_named_by_title_and_masthead_where_no_metadata_do(title: str, masthead: str):
    page = (
        f"<html><head><title>{title}</title></head><body>{masthead}<h1>Crane vote put off</h1>"
        "<p>The harbour council of Lindholm put off its vote on the crane until the end of "
        "April.</p><p>Two of its members had asked to see the survey before they decide, the "
        "chairman said.</p></body></html>"
    )
    (article,) = read(page, html=True).articles
    assert article.outlet is not None
    assert article.outlet.name in title
    assert article.headline == "Crane vote put off"
