"""Whose text an article is and on whose page it stands: credits, signatures, outlets, addresses."""

from __future__ import annotations

import pytest

from tests.articles.reading import read
from twosource.articles.credit_lines import read_credit_line, read_head_credit
from twosource.articles.headlines import clean_headline

FIRST = "The harbour council of Lindholm put off its vote on the crane until the end of April."
SECOND = "Two of its members had asked to see the survey before they decide, the chairman said."


def make(*head: str, first: str = FIRST, tail: tuple[str, ...] = ()) -> str:
    return "\n".join(["Council puts off its vote on crane", *head, first, SECOND, *tail])


@pytest.mark.parametrize(
    ("line", "credited"),
    [
        ("(With inputs from PTI)", ("PTI",)),
        ("With agencies", ()),
        ("Additional reporting by Jane Doe in Vatn and AFP", ("AFP",)),
        ("Reporting by Jane Doe; Editing by John Roe", ()),
        ("(Reporting by Norda Wire; editing by The Vatn Gazette)", ("Norda Wire",)),
        ("AP writers Jane Doe and John Roe contributed.", ("AP",)),
        ("Copyright 2031 The Associated Press. All rights reserved.", ("Associated Press",)),
        ("This story was first published by Reuters.", ("Reuters",)),
        ("The Vatn Telegraph and Mail/AFP", ("The Vatn Telegraph and Mail", "AFP")),
        ("NRQ/Norrquist", ("Norrquist",)),
        ("By courtesy of Selm Orda", ("Selm Orda",)),
    ],
)
def test_a_credit_is_read_by_its_wording_and_names_houses_only(
    line: str, credited: tuple[str, ...]
):
    assert read_credit_line(line) == credited


@pytest.mark.parametrize(
    "line",
    [
        "AFP could not verify the report.",
        "Follow Reuters on Telegram",
        "Photo credit: Norda Wire",
        "© 2031 Plainville Gazette",
        "Campaign Wire",
        "AA",
        "Jane Doe is a former reporter of the Associated Press.",
    ],
)
def test_what_speaks_of_an_agency_credits_none(line: str):
    assert not read_credit_line(line)


def test_a_head_names_the_agency_beside_its_reporters():
    assert read_head_credit("By JANE DOE Associated Press") == ("Associated Press",)
    assert read_head_credit("Jane Doe and John Roe, Norda Press") == ("Norda Press",)
    assert read_head_credit("By Jane Doe and John Roe") == ()


def test_a_bare_name_below_a_text_credits_it_when_the_text_has_it_asked():
    told = "The builder told Norda Now that the crane would be mended before the summer."
    (article,) = read(make("March 3, 2031", first=told, tail=("Norda Now",))).articles
    assert (article.credit and article.credit.name) == "Norda Now"


@pytest.mark.parametrize(
    ("head", "tail"),
    [
        (("Norrquist",), ("(NRQ)",)),
        (("NRQ",), ("(Reporting by Norrquist; editing by Jane Doe)",)),
        (("By Norrquist",), ("© 2031 Norrquist. All rights reserved.",)),
        (("Agency copy",), ("(Norrquist)",)),
    ],
)
def test_a_house_without_a_word_of_the_trade_is_told_by_what_stands_around_it(
    head: tuple[str, ...], tail: tuple[str, ...]
):
    page = "The Skerry Gazette\n\n" + make(*head, "March 3, 2031", tail=tail)
    [article] = read(page, url="https://skerrygazette.example/crane").articles
    assert article.credit is not None
    assert article.credit.name == "Norrquist"


def test_capitals_are_spelled_out_where_the_text_does_so():
    told = FIRST + " They would not say more to a reporter for Norrquist."
    [article] = read(make("March 3, 2031", first=told, tail=("(NRQ)",))).articles
    assert article.credit is not None
    assert article.credit.name == "Norrquist"


def test_where_the_house_itself_edits_another_has_reported():
    page = "The Skerry Gazette\n\n" + make(
        "March 3, 2031", tail=("(Reporting by Selm Orda; editing by The Skerry Gazette)",)
    )
    [article] = read(page).articles
    assert article.credit is not None
    assert article.credit.name == "Selm Orda"


@pytest.mark.parametrize("line", ["Norrquist", "Share", "More from Norrquist"])
def test_a_word_that_stands_twice_on_a_page_credits_nobody(line: str):
    [article] = read(make("Norrquist shop", line, "March 3, 2031", tail=(line,))).articles
    assert article.credit is None


def test_a_person_s_name_below_a_text_credits_nobody():
    (article,) = read(make("By Jane Doe", "March 3, 2031", tail=("Jane Doe",))).articles
    assert article.credit is None


def test_the_words_that_spell_the_address_name_the_outlet():
    page = make("March 3, 2031", tail=("Read the Skerry Herald on paper every day",))
    (article,) = read(page, url="https://www.skerry-herald.example/crane").articles
    assert (article.outlet and article.outlet.name) == "Skerry Herald"


def test_an_address_that_no_words_spell_stands_for_its_outlet():
    (article,) = read(make("March 3, 2031"), url="https://www.skerry-herald.example/crane").articles
    assert (article.outlet and article.outlet.name) == "skerry-herald.example"


def test_a_paper_in_the_dateline_of_its_own_page_is_no_credit():
    page = make("March 3, 2031", first=f"LINDHOLM (The Skerry Herald) — {FIRST}")
    (article,) = read(page, url="https://skerryherald.example/crane").articles
    assert article.credit is None


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Home > Harbour > Council puts off its vote", ""),
        ("TITLE: Council puts off its vote", ""),
        ("Council puts off its vote | Skerry Herald", "Skerry Herald"),
        ("Skerry Herald: Council puts off its vote", "The Skerry Herald"),
    ],
)
def test_a_headline_loses_what_its_site_puts_around_it(title: str, site: str):
    assert clean_headline(title, site) == "Council puts off its vote"
