"""What an article says of itself: bylines, dates, datelines, credits, and what none of these is."""

from __future__ import annotations

import pytest

from tests.articles.reading import quoted, read
from twosource.articles.datelines import read_dateline
from twosource.articles.evidence import find_photo_credit, is_date_line, read_byline, split_date
from twosource.articles.reference import is_reference

FIRST = "The harbour council of Lindholm put off its vote on the crane until the end of April."
SECOND = "Two of its members had asked to see the survey before they decide, the chairman said."


def make(*head: str, first: str = FIRST, tail: tuple[str, ...] = ()) -> str:
    return "\n".join(["Council puts off its vote on crane", *head, first, SECOND, *tail])


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Doe", ("Jane Doe",)),
        ("By Jane Doe and John Roe, in Plainville", ("Jane Doe", "John Roe")),
        ("BY JANE DOE", ("JANE DOE",)),
        ("Written by Jane van der Berg | Senior Reporter", ("Jane van der Berg",)),
        ("By then it was over", None),
        ("By Monday", None),
        ("By far the largest crane on the coast", None),
    ],
)
def test_a_byline_names_people(line: str, names: tuple[str, ...] | None):
    found = read_byline(line)
    assert (found[0] if found else None) == names


@pytest.mark.parametrize(
    ("line", "is_date"),
    [
        ("Harbour Gazette31-01-2031", True),
        ("Published: 3 Mar 2031 10:15 GMT", True),
        ("time2 days ago", True),
        ("Updated March 3, 2031 at 9:41 am", True),
        ("On 3 March 2031 the council met in Lindholm to speak of the crane", False),
        ("Council puts off its vote on crane", False),
    ],
)
def test_a_date_line_says_when_and_hardly_anything_else(line: str, is_date: bool):
    assert is_date_line(line) == is_date


def test_a_name_glued_to_a_date_is_parted_from_it():
    assert split_date("Harbour Gazette31-01-2031") == ("Harbour Gazette", "31-01-2031")
    assert split_date("Harbour Gazette time2 days ago • Harbour Gazette") == (
        "Harbour Gazette",
        "2 days ago",
    )


@pytest.mark.parametrize(
    ("text", "place", "agency", "rest"),
    [
        ("LINDHOLM: The council met.", "LINDHOLM", None, "The council met."),
        ("LINDHOLM (Reuters) - The council met.", "LINDHOLM", "Reuters", "The council met."),
        ("Lindholm (AFP) – The council met.", "Lindholm", "AFP", "The council met."),
        ("LINDHOLM, March 3 (AP) — The council met.", "LINDHOLM", "AP", "The council met."),
        ("ST. ANNE, Norrin (AP) — The council met.", "ST. ANNE, Norrin", "AP", "The council met."),
        ("LINDHOLM, March 3. /TASS/. The council met.", "LINDHOLM", "TASS", "The council met."),
        ("(Reuters) - The council met.", None, "Reuters", "The council met."),
        ("NEW HARBOUR (AP) — The council met.", "NEW HARBOUR", "AP", "The council met."),
        ("NEW HARBOUR — The council met.", "NEW HARBOUR", None, "The council met."),
        ("LINDHOLM (Norda Press) — They met.", "LINDHOLM", "Norda Press", "They met."),
        ("LINDHOLM, March 3 (Nordafax) - They met.", "LINDHOLM", "Nordafax", "They met."),
        ("LINDHOLM (Norway) — The council met.", "LINDHOLM", None, "The council met."),
    ],
)
def test_a_dateline_is_a_place_and_perhaps_a_credit(
    text: str, place: str | None, agency: str | None, rest: str
):
    found = read_dateline(text)
    assert found is not None
    assert (found.place, found.agency, text[found.end :]) == (place, agency, rest)


@pytest.mark.parametrize(
    "text",
    ["BREAKING: The council met.", "The council (Reuters) met.", "UPDATE - The vote is off."],
)
def test_a_warning_word_in_capitals_is_no_dateline(text: str):
    assert read_dateline(text) is None


def test_speakers_of_a_transcript_are_no_datelines():
    assert read_dateline("SMITH: We went.", ["JONES: We stayed."]) is None


def test_a_dateline_and_its_credit_are_parts_and_the_body_begins_after_them():
    (article,) = read(make(first=f"LINDHOLM (Reuters) - {FIRST}")).articles
    assert article.dateline == "LINDHOLM"
    assert article.credit is not None
    assert article.credit.name == "Reuters"
    assert quoted(article, "dateline") == ["LINDHOLM"]
    assert quoted(article, "credit") == ["(Reuters) -"]
    assert quoted(article, "body")[0] == FIRST


@pytest.mark.parametrize(
    "line", ["SOURCE:AFP", "Source: AFP", "(With inputs from AFP)", "— AFP", "© AFP", "AFP"]
)
def test_a_credit_line_below_the_body_names_whose_text_it_is(line: str):
    (article,) = read(make(tail=(line,))).articles
    assert article.credit is not None
    assert article.credit.name == "AFP"


def test_a_credit_may_stand_at_the_end_of_the_last_paragraph():
    text = make() + " (AFP)"
    (article,) = read(text).articles
    assert article.credit is not None
    assert quoted(article, "credit") == ["(AFP)"]
    assert quoted(article, "body")[-1] == SECOND


def test_a_source_nobody_knows_is_believed_when_the_line_says_source():
    (article,) = read(make(tail=("SOURCE: Skerry Wire",))).articles
    assert article.credit is not None
    assert article.credit.name == "Skerry Wire"


@pytest.mark.parametrize(
    "caption",
    [
        "The crane at dusk on Friday. / Photo Reuters Archive",
        "The crane at dusk on Friday. (Photo by Ole Brandvik/AFP)",
        "The crane at dusk. Photograph: Ole Brandvik/Reuters",
        "Credit: AFP",
    ],
)
def test_a_photo_credit_never_credits_the_text(caption: str):
    assert find_photo_credit(caption) is not None or caption.startswith("Credit")
    (article,) = read(make(caption, "March 3, 2031")).articles
    assert article.credit is None
    assert not any("crane at dusk" in text for text in quoted(article, "body"))


def test_a_sentence_about_a_photo_is_no_caption():
    assert find_photo_credit("She told the court that he had sent her the photo.") is None


def test_staff_and_agencies_are_no_authors():
    (article,) = read(make("By Staff and agencies", "March 3, 2031")).articles
    assert article.authors == ()
    (article,) = read(make("By Associated Press", "March 3, 2031")).articles
    assert article.authors == ()
    assert article.credit is not None


def test_a_date_that_can_be_read_as_two_days_is_not_read():
    (article,) = read(make("By Jane Doe", "03/04/2031")).articles
    assert article.published.value is None


def test_a_name_beside_the_date_on_a_paper_s_own_page_is_no_publisher():
    page = make("Jane Doe | March 3, 2031", tail=("© 2031 Plainville Gazette",))
    (article,) = read(page).articles
    assert article.outlet is not None
    assert article.outlet.name == "Plainville Gazette"
    assert article.via is None


def test_nothing_on_the_page_gives_no_outlet():
    (article,) = read(make("March 3, 2031")).articles
    assert article.outlet is None
    assert article.published.value == "2031-03-03"


@pytest.mark.parametrize(
    "head",
    [
        "Norda Press",
        "Norda Press, Lindholm",
        "By Norda Press staff",
        "By Norda Press",
        "Jane Doe, Norda Press",
        "/ Source: Norda Press",
    ],
)
def test_an_agency_that_no_list_knows_is_credited_by_its_place_in_the_head(head: str):
    page = make(head, "March 3, 2031", tail=("© 2031 Plainville Gazette",))
    (article,) = read(page).articles
    assert article.credit is not None
    assert (article.credit.name, article.credit.kind) == ("Norda Press", "agency")
    assert "Norda Press" not in article.authors
    assert head in quoted(article, "credit") + quoted(article, "byline")


def test_an_agency_that_no_list_knows_is_credited_by_the_brackets_of_a_dateline():
    (article,) = read(make(first=f"LINDHOLM (Nordafax) — {FIRST}")).articles
    assert article.credit is not None
    assert article.credit.name == "Nordafax"


def test_the_house_behind_a_reporter_s_name_is_credited_and_the_reporter_s_post_is_no_author():
    (article,) = read(make("By Jane Doe, NPR", "March 3, 2031")).articles
    assert (article.credit and article.credit.name) == "NPR"
    (article,) = read(make("By Jane Doe, Senior Court Reporter", "March 3, 2031")).articles
    assert article.authors == ("Jane Doe",)


@pytest.mark.parametrize(
    "head",
    ["Press, parliament and crane", "By Jane Doe", "Crane Meets the Press", "Crane and Bell"],
)
def test_a_head_that_names_no_agency_credits_none(head: str):
    (article,) = read(make(head, "March 3, 2031")).articles
    assert article.credit is None


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("lindholmgazette.no", "lindholmgazette.no"),
        ("https://www.lindholm-gazette.no/2031/03/03/crane", "lindholm-gazette.no"),
        ("www.reuters.com", "Reuters"),
    ],
)
def test_an_address_above_a_text_names_its_outlet(address: str, name: str):
    (article,) = read(f"{address}\n{make('March 3, 2031')}").articles
    assert article.outlet is not None
    assert article.outlet.name == name


@pytest.mark.parametrize("address", ["page.html", "www.facebook.com/lindholm", "crane.jpg"])
def test_a_file_or_a_place_where_anybody_posts_is_no_outlet(address: str):
    (article,) = read(f"{address}\n{make('March 3, 2031')}").articles
    assert article.outlet is None


def test_the_name_behind_the_headline_is_the_outlet_not_a_name_below_it():
    page = make("North Side Magazine", "March 3, 2031").replace(
        "on crane\n", "on crane | Plainville Gazette\n", 1
    )
    (article,) = read(page).articles
    assert article.outlet is not None
    assert article.outlet.name == "Plainville Gazette"


@pytest.mark.parametrize(
    "line",
    [
        "% of readers think this story is Fact. Add your two cents.",
        "Share this: Twitter Facebook Like this: Like Loading...",
        "A link has been sent to your friend's email address.",
        "Chat with us in Facebook Messenger. Find out what's happening as it unfolds.",
    ],
)
def test_what_a_tool_of_the_page_says_is_no_paragraph(line: str):
    (article,) = read(f"{make()}\n{line}\n{FIRST.replace('crane', 'ferry')}").articles
    assert line not in quoted(article, "body")
    assert FIRST in quoted(article, "body")


def test_a_picture_s_line_with_photographer_and_house_is_a_caption():
    line = "Drivers wait below the crane on the north quay. (Jane Doe / Plainville Gazette)"
    (article,) = read(make(line)).articles
    assert quoted(article, "photo_credit") == ["(Jane Doe / Plainville Gazette)"]


def test_the_language_is_told_or_left_open():
    (article,) = read(make()).articles
    assert article.language == "en"


@pytest.mark.parametrize(
    "text",
    [
        (
            "Lindholm (Norrin: Линдхолм) is a harbour town on the coast. As of 2029 it is the "
            "largest settlement of the district and consists of four parishes."
        ),
        (
            "Tora Aune (born 3 May 1971) is a politician and former seaman. As of 2030 she is the "
            "longest-serving member of the council, which was founded in 1888."
        ),
    ],
)
def test_a_definition_with_standing_facts_is_an_encyclopaedia_s(text: str):
    assert is_reference(text)


@pytest.mark.parametrize(
    "text",
    [
        "In terms of trade the harbour had its best year since the war, the council was told.",
        "The company changed its privacy policy after the court's ruling, it said on Friday.",
        "The operator told residents to download the app or to call its office by Monday.",
    ],
)
def test_news_about_terms_policies_and_apps_is_news(text: str):
    (article,) = read(f"{FIRST}\n{text}\n{SECOND}").articles
    assert quoted(article, "body") == [FIRST, text, SECOND]


@pytest.mark.parametrize(
    "text",
    [
        "The Norrin Harbour Union (NHU) is on strike since Monday, its chairman said on Friday.",
        "Lindholm is a town that has waited for its crane for years, council member Aune said.",
        "The Lindholm Gazette (founded 1888) was sold last week to a company in Vatn.",
        'The survey (Norrin: Undersøkelsen) is "a disgrace", the operator told the Gazette.',
    ],
)
def test_news_that_explains_a_name_is_no_encyclopaedia_s(text: str):
    assert not is_reference(text)
