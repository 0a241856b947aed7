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


def test_a_date_behind_the_text_is_read_where_it_says_that_it_is_of_publication():
    other = "<p>Read more</p><p>July 9, 2033</p>"
    for own in ("<p>Publish date</p><p>May 16, 2031</p>", "<p>Posted on May 16, 2031</p>"):
        assert article_of(after=own + other).published.value == "2031-05-16"
    assert article_of(after="<p>Sea Land</p><p>May 16, 2031</p>" + other).published.value is None


def test_a_date_in_a_byline_that_stands_like_a_standfirst_goes_before_those_of_a_text():
    listed = "<p>Released: June 17, 2029 by Vatn Books</p>"
    line = "<p>by Maud · May 16, 2031 at 3:00 am · One comment so far</p>"
    assert article_of(line + listed).published.value == "2031-05-16"


def test_the_days_that_a_text_lists_do_not_date_it():
    days = "".join(
        f"<p>May {day}, 2031</p><p>{TEXT[3:120]}</p>" for day in (16, 17, 18, 19, 20, 21)
    )
    page = (
        "<!DOCTYPE html><html><body><main><h1>What the sound does in May</h1><p>May 16, 2031</p>"
        f"<div>{TEXT}{days}</div></main></body></html>"
    )
    [article] = read(page, html=True).articles
    assert article.published.value is None


@pytest.mark.parametrize(
    ("field", "day"),
    [
        ("<meta name='citation_publication_date' content='2031 May 16'>", "2031-05-16"),
        ("<meta name='published_at' content='2031-05-16'>", "2031-05-16"),
        ("<meta itemprop='dateCreated datePublished' content='2031-05-16'>", "2031-05-16"),
    ],
)
def test_further_fields_of_a_pages_head_tell_when_it_was_published(field: str, day: str):
    assert article_of(head=field).published.value == day


def test_an_address_may_name_the_month_of_its_day():
    page = (
        f"<html><body><main><h1>Ferry men say no</h1><p>03/10/2031</p>{TEXT}</main></body></html>"
    )
    url = "https://sound.example/2031/october/03/ferry-men/"
    [article] = read(page, html=True, url=url).articles
    assert article.published == Published("2031-10-03", "address", "2031/october/03")


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
        "<p>Guide by Maud Terling Former Deputy Editor</p>",
        "<p>Written by</p><p>Maud Terling</p>",
        "<p>Authored by: Maud Terling</p>",
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
        "<p>By The Harbour editors</p>",
        "<div class='author'>VATN Sound Team</div>",
        "<p>Reviewed by Maud Terling, M.D.</p>",
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


def test_a_name_that_the_next_line_introduces_behind_a_text_is_its_authors():
    page = (
        "<!DOCTYPE html><html><head><title>Ferry men say no</title></head><body><main>"
        f"<h1>Ferry men say no</h1><div>{TEXT}</div></main><section>{{}}</section></body></html>"
    )
    for bio, authors in (
        ("<p>Naima Quorl</p><p>Naima is a writer in Vatn.</p>", ("Naima Quorl",)),
        ("<p>Naima Quorl</p><p>More of this sort</p>", ()),
    ):
        [article] = read(page.format(bio), html=True).articles
        assert article.authors == authors


def test_two_people_may_sign_with_their_given_names():
    assert article_of("<p class='author'>Written by Maud and Robert</p>").authors == (
        "Maud",
        "Robert",
    )


def test_who_signs_below_a_headline_goes_before_who_put_the_page_up():
    head = "<meta name='author' content='Robert Brask'>"
    assert article_of("<p>By Maud Terling</p>", head=head).authors == ("Maud Terling",)
    both = article_of("<p>By Maud Terling and Robert Brask</p>", head=head).authors
    assert sorted(both) == ["Maud Terling", "Robert Brask"]


@pytest.mark.parametrize("said", ["MaudT", "VatnSound", "Staff Clinician"])
def test_what_a_machine_calls_somebody_is_nobodys_name(said: str):
    assert article_of(head=f"<meta name='author' content='{said}'>").authors == ()


def test_a_line_of_names_with_degrees_names_the_authors():
    line = "<p class='subtitle'>Naima Quorl, DVM, PhD; Odo Brask, RN (Wards) & Ilse Vintner, BA</p>"
    assert article_of(line).authors == ("Naima Quorl", "Odo Brask", "Ilse Vintner")


def test_who_stands_below_a_headline_is_asked_before_who_stands_above_it():
    page = (
        "<!DOCTYPE html><html><body><p>Robert Brask</p><p>3 weeks ago</p><main>"
        "<h1>Ferry men say no</h1><p>Maria Terling</p><p>May 16, 2031</p>"
        f"{TEXT}</main></body></html>"
    )
    [article] = read(page, html=True).articles
    assert article.authors == ("Maria Terling",)
