"""When a page's article was published, and who signed it: as the page says it, or not at all."""

from __future__ import annotations

import json

import pytest

from tests.articles.reading import read
from twosource.records import Article, Published

TEXT = "".join(
    f"<p>The ferry men of Vatn met the harbour council for the {n}th time, and once more asked "
    "for better coats before the winter comes to the sound.</p>"
    for n in range(2, 9)
)
MENU = "".join(
    f"<li><a href='/{word}'>{word}</a></li>"
    for word in "Home World Sport Sea Land Air Money Books Food".split()
)


def article_of(below: str = "", *, head: str = "", after: str = "") -> Article:
    page = (
        f"<!DOCTYPE html><html><head><title>Ferry men say no</title>{head}</head><body><nav><ul>"
        f"{MENU}</ul></nav><main><h1>Ferry men say no</h1>{below}<div>{TEXT}</div>{after}</main>"
        "</body></html>"
    )
    [article] = read(page, html=True).articles
    return article


def told(**says: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(says)}</script>"


def test_a_page_that_dates_only_itself_dates_its_article():
    head = told(**{"@type": "WebPage", "datePublished": "2031-05-16T08:00:00Z"})
    assert article_of(head=head).published.value == "2031-05-16T08:00:00Z"


def test_what_a_page_says_of_its_story_goes_before_what_it_says_of_itself():
    page = {"@type": "WebPage", "datePublished": "2029-01-01"}
    story = {"@type": "NewsArticle", "datePublished": "2031-05-16"}
    assert article_of(head=told(**{"@graph": [page, story]})).published.value == "2031-05-16"


def test_the_day_of_a_change_is_not_the_day_of_publication():
    published = article_of("<p>Updated May 16, 2031</p>").published
    assert published == Published(None, "on_page", "May 16, 2031")


@pytest.mark.parametrize(
    "below",
    [
        "<p>May 16, 2031 - Updated July 9, 2033</p>",
        "<time datetime='2031-05-16'>May 16</time><time datetime='2033-07-09'>July 9</time>",
    ],
)
def test_of_two_days_on_a_line_that_of_publication_is_read(below: str):
    assert article_of(below).published.value == "2031-05-16"


def test_a_date_among_other_words_below_the_headline_is_read():
    published = article_of(
        "<p><a rel='author'>Maud Terling</a> 16 May 2031 Sea 7 Comments</p>"
    ).published
    assert published.value == "2031-05-16"


def test_a_short_line_before_a_date_says_what_it_is_of():
    published = article_of("<p>Last updated:</p><p>May 16, 2031</p>").published
    assert published == Published(None, "on_page", "May 16, 2031")
    reviewed = article_of("<p>Reviewed by Maud Terling</p><p>May 16, 2031</p>").published
    assert reviewed.value == "2031-05-16"


def test_the_earlier_of_the_day_shown_and_the_day_in_the_head_is_that_of_publication():
    head = told(**{"@type": "NewsArticle", "datePublished": "2031-05-16"})
    shown = "<p>Posted March 3, 2031</p>"
    assert article_of(shown, head=head).published == Published(
        "2031-03-03", "on_page", "March 3, 2031"
    )
    later = article_of("<p>July 9, 2033</p>", head=head).published
    assert later == Published("2031-05-16", "metadata", "2031-05-16")


def test_a_day_on_which_all_date_lines_agree_is_the_articles():
    after = "<p>More below</p>" * 12 + "<p>May 16, 2031</p>"
    assert article_of(after=after).published.value == "2031-05-16"
    twice = after + "<p>More below</p><p>May 17, 2031</p>"
    assert article_of(after=twice).published == Published()


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='post-author'>Written by Maud Terling</div>",
        "<p>Posted on May 16, 2031</p><a rel='author' href='/m'>Maud Terling</a>",
        "<span class='byline'>Maud Terling, Ph.D.</span>",
        "<p>By Maud Terling - May 16, 2031</p>",
        "<div>Maud Terling</div><div>May 16, 2031</div>",
        "<p>By Maud Terling RDN, MPH</p>",
        "<div>May 16, 2031Maud Terling</div>",
        "<div>Words by Maud Terling, Senior EditorUpdated May 17, 2031</div>",
    ],
)
def test_a_name_that_the_markup_marks_as_the_authors_is_read(markup: str):
    assert article_of(markup).authors == ("Maud Terling",)


@pytest.mark.parametrize(
    "markup",
    [
        "<div class='author'>Staff reporter</div>",
        "<div class='comment-author'>Maud Terling</div>",
        "<div>Photo by Maud Terling</div>",
        "<div>Maud Terling / Harbour Gazette</div>",
        "<div>Quorl</div><div>May 16, 2031</div>",
        "<p>By Quorl</p>",
        "<div class='author'>Our harbour team</div>",
        "<div class='author-image'>Terling of Vatn</div>",
    ],
)
def test_nobody_is_made_an_author(markup: str):
    assert article_of(markup).authors == ()


def test_all_who_sign_a_line_are_authors():
    line = "<p>By Maud Terling, Senior Editor, and Robert Brask in Vatn</p>"
    assert article_of(line).authors == ("Maud Terling", "Robert Brask")
    head = "".join(
        f"<meta name='citation_author' content='{name}'>"
        for name in ("Terling, Maud", "Brask, Robert", "Viik, Hanna")
    )
    assert article_of(head=head).authors == ("Maud Terling", "Robert Brask", "Hanna Viik")


def test_a_weblog_may_bear_its_writers_name_and_a_house_does_not_sign():
    site = "<meta property='og:site_name' content='{0}'><meta name='author' content='{0}'>"
    assert article_of(head=site.format("Maria Terling")).authors == ("Maria Terling",)
    assert article_of(head=site.format("Harbour Wheel")).authors == ()
