"""What the other pages of a pile say of the names on a page: credits, and sites that gather."""

from __future__ import annotations

from itertools import permutations

import pytest

from tests.articles.reading import make_page, read
from twosource.articles import articles, settle
from twosource.articles.unproven import read_names
from twosource.records import Article

BODY = """The harbour council of Lindholm put off its vote on the crane until the end of April.
Two of its members had asked to see the survey before they decide, the chairman said.
The crane has stood still since a storm in the winter bent two of its four legs."""


def printed(site: str, *tail: str, head: tuple[str, ...] = (), about: str = "crane") -> Article:
    """Return the article of a page on this site, as reading that page alone gives it."""
    text = "\n".join([f"Council puts off its vote on the {about}", *head, BODY, *tail])
    name = site.removesuffix(".example").replace("-", " ").title()
    (article,) = read(f"{name}\n{text}", url=f"https://{site}/{about}").articles
    return article


SIGNED = printed("vatn-herald.example", "Lumen Tarn")
OWN = printed("lumen-tarn.example", about="ferry")
CREDITING = printed("skerry-post.example", "Source: Lumen Tarn", about="bridge")


def test_a_name_alone_below_a_text_is_no_credit_by_itself():
    assert SIGNED.credit is None
    assert [(one.name, one.place) for one in SIGNED.unproven] == [("Lumen Tarn", "below")]
    assert settle([SIGNED]) == (SIGNED,)


@pytest.mark.parametrize(
    ("other", "rule", "quotes"),
    [
        (OWN, "outlet-elsewhere", "Council puts off its vote on the ferry"),
        (CREDITING, "maker-elsewhere", "Lumen Tarn"),
    ],
)
def test_it_is_one_where_another_page_is_of_that_house_or_credits_it(
    other: Article, rule: str, quotes: str
):
    signed, _ = settle([SIGNED, other])
    assert signed.credit is not None
    assert signed.credit.name == "Lumen Tarn"
    (reason,) = signed.why
    (span,) = reason.spans
    assert (reason.rule, span.article) == (rule, other.id)
    assert other.text[span.start : span.end] == quotes


def test_neither_their_order_nor_a_second_settling_changes_anything():
    pile = [SIGNED, OWN, CREDITING, printed("vatn-herald.example", "© 2031 Lumen Tarn")]
    usual = {one.id: one for one in settle(pile)}
    for order in permutations(pile):
        once = settle(order)
        assert [one.id for one in once] == [one.id for one in order]
        assert {one.id: one for one in once} == usual
        assert settle(once) == once


@pytest.mark.parametrize(
    "line",
    [
        "© 2031 Lumen Tarn. All rights reserved.",
        "Lumen Tarn / The Vatn Herald",
        "(Lumen Tarn, Lindholm)",
        "From Lumen Tarn",
    ],
)
def test_a_house_may_stand_in_a_rights_line_and_beside_others(line: str):
    article, _ = settle([printed("vatn-herald.example", line), OWN])
    assert article.credit is not None
    assert article.credit.name == "Lumen Tarn"


@pytest.mark.parametrize("line", ["Photo: Lumen Tarn", "Anna Roe/Lumen Tarn", "Vatn Herald"])
def test_a_pictures_credit_and_a_houses_own_name_credit_nobody(line: str):
    own = printed("vatn-herald.example", about="pier")
    article, *_ = settle([printed("vatn-herald.example", line), OWN, own])
    assert article.credit is None


def test_a_site_that_repeats_itself_bears_out_nothing():
    again = printed("vatn-herald.example", "Source: Lumen Tarn", about="quay")
    assert settle([SIGNED, again])[0].credit is None


def test_a_common_word_is_no_house_because_a_site_is_called_so():
    signed = printed("vatn-herald.example", "Blog")
    assert settle([signed, printed("blog.example", about="ferry")])[0].credit is None


def test_a_site_known_to_gather_is_where_a_text_was_met_and_not_its_outlet():
    one = printed("newspot.example", head=("Lumen Tarn · 3 March 2031",), about="pier")
    other = printed("newspot.example", head=("Quillon Grove · 3 March 2031",), about="quay")
    first, second, *_ = settle([one, other, OWN, printed("quillon-grove.example")])
    told = [(a.outlet.name, a.via.name) for a in (first, second) if a.outlet and a.via]
    assert told == [("Lumen Tarn", "Newspot"), ("Quillon Grove", "Newspot")]
    assert first.credit is second.credit is None
    assert [reason.rule for reason in (*first.why, *second.why)] == ["site-gathers"] * 2


def test_one_page_alone_is_read_as_in_a_pile_that_holds_it_alone():
    page = make_page(f"Council puts off its vote\n{BODY}\nLumen Tarn")
    assert articles(page) == list(read(page.text).articles)


def test_names_are_read_from_lines_that_hold_hardly_more():
    assert list(read_names("Copyright Lumen & Tarn 2031")) == ["Lumen & Tarn"]
    assert list(read_names("Supplied by Quillon; edited here")) == ["Quillon"]
    assert list(read_names("By Quillon staff")) == ["Quillon"]
    assert not list(read_names("The crane is shut until the ferry is mended"))
