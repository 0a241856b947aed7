"""What day the words mean: counted from the article's day, or left open, never guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.records import Said
from twosource.text.dates import WEEKDAYS, find_dates, resolve_date, resolve_in_order

FRIDAY = "2031-05-16"


def told(text: str, base: str | None = FRIDAY) -> list[tuple[str, str | None]]:
    return [
        (text[mention.start : mention.end], resolve_date(mention, base).value)
        for mention in find_dates(text)
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mayor on Thursday denied it.", "Thursday", "2031-05-15"),
        ("The mayor denied it on Friday.", "Friday", "2031-05-16"),
        ("Officials said Saturday the bridge fell.", "Saturday", "2031-05-10"),
        ("The bridge fell last Friday.", "last Friday", "2031-05-09"),
        ("Talks are set to resume Monday.", "Monday", "2031-05-19"),
        ("The council will meet on Tuesday in Ostrava Mill.", "Tuesday", "2031-05-20"),
        ("On Tuesday, the council will meet.", "Tuesday", "2031-05-20"),
        ("A hearing is scheduled for Wednesday.", "Wednesday", "2031-05-21"),
        ("The trial begins Monday.", "Monday", "2031-05-19"),
        ("They must leave by Sunday.", "Sunday", "2031-05-18"),
        ("They had left by Sunday.", "Sunday", "2031-05-11"),
        ("The office declined to comment Monday.", "Monday", "2031-05-12"),
        ("They agreed to meet Monday.", "Monday", "2031-05-19"),
        ("The vote could have been held Monday.", "Monday", "2031-05-12"),
        ("It opens next Friday.", "next Friday", "2031-05-23"),
        ("It opens this coming Sunday.", "this coming Sunday", "2031-05-18"),
        ("Closed since Wednesday, the road is wet.", "Wednesday", "2031-05-14"),
    ],
)
def test_a_weekday_is_the_latest_one_unless_the_clause_looks_ahead(
    text: str, words: str, value: str
):
    assert told(text) == [(words, value)]


def test_each_weekday_goes_by_the_verb_nearest_to_it():
    text = "He said Thursday that talks will resume Monday, and that they had failed on Tuesday."
    assert told(text) == [
        ("Thursday", "2031-05-15"),
        ("Monday", "2031-05-19"),
        ("Tuesday", "2031-05-13"),
    ]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("He left yesterday.", "yesterday", "2031-05-15"),
        ("He left the day before yesterday.", "the day before yesterday", "2031-05-14"),
        ("He leaves tomorrow.", "tomorrow", "2031-05-17"),
        ("He left this morning.", "this morning", "2031-05-16"),
        ("He left last night.", "last night", "2031-05-15"),
        ("He left two weeks ago.", "two weeks ago", "2031-05-02"),
        ("He left about two weeks ago.", "about two weeks ago", "2031"),
        ("He left about a week ago.", "about a week ago", "2031-05"),
        ("He left 10 days ago.", "10 days ago", "2031-05-06"),
        ("He left last week.", "last week", "2031-05"),
        ("He left last month.", "last month", "2031-04"),
        ("He left five months ago.", "five months ago", "2030-12"),
        ("He left a few days ago.", "a few days ago", None),
        ("He left last year.", "last year", "2030"),
        ("He left three years ago.", "three years ago", "2028"),
        ("It rained there for about two weeks.", "", None),
        ("It rained over the past week.", "", None),
    ],
)
def test_a_span_of_time_is_counted_from_the_article_as_exactly_as_it_says(
    text: str, words: str, value: str | None
):
    assert told(text) == ([(words, value)] if words else [])


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell in December.", "December", "2030-12"),
        ("It fell in early December.", "December", "2030-12"),
        ("It fell in May.", "May", "2031-05"),
        ("It will open in March.", "March", "2032-03"),
        ("It fell in July last year.", "July last year", "2030-07"),
        ("It fell last September.", "last September", "2030-09"),
        ("It fell last April.", "last April", None),
        ("It fell on Jan. 3 in the rain.", "Jan. 3", "2031-01-03"),
        ("It fell on Dec. 30 in the rain.", "Dec. 30", "2030-12-30"),
        ("The fair opens June 2.", "June 2", "2031-06-02"),
        ("It fell on Thursday, May 8, at dawn.", "Thursday, May 8", "2031-05-08"),
        ("It fell on May 3-5 in the rain.", "May 3-5", "2031-05"),
    ],
)
def test_a_month_without_a_year_is_the_nearest_that_fits_the_clause(
    text: str, words: str, value: str | None
):
    assert told(text) == [(words, value)]
    assert told(text, None) == [(words, None)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on March 5, 2021.", "March 5, 2021", "2021-03-05"),
        ("It fell on 5 March 2021.", "5 March 2021", "2021-03-05"),
        ("It fell on the 5th of March, 2021.", "5th of March, 2021", "2021-03-05"),
        ("It fell on Friday, 5 March 2021.", "Friday, 5 March 2021", "2021-03-05"),
        ("It fell in December 2024.", "December 2024", "2024-12"),
        ("As of 2021 it stands.", "2021", "2021"),
        ("It has stood since 2021.", "2021", "2021"),
        ("The 2021 election was close.", "2021", "2021"),
        ("It fell on 2021-03-05.", "2021-03-05", "2021-03-05"),
        ("It fell on 31/12/2021.", "31/12/2021", "2021-12-31"),
        ("It fell in summer 2021.", "summer 2021", "2021"),
    ],
)
def test_a_date_with_a_year_is_stated(text: str, words: str, value: str | None):
    assert told(text, None) == [(words, value)]
    assert resolve_date(find_dates(text)[0], None).how == "stated"


@pytest.mark.parametrize(
    "text",
    [
        "It fell on 03/04/2021.",
        "It fell on February 30, 2021.",
        "It fell in the 1990s.",
        "He had earlier denied it.",
        "He left the following Tuesday.",
        "He left the next day.",
    ],
)
def test_what_tells_no_day_stays_unknown(text: str):
    assert all(resolve_date(mention, FRIDAY) == Said() for mention in find_dates(text))


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on.",
        "More than 2000 soldiers came, and 1,950 left.",
        "June Archer spoke to the Sunday Times.",
        "They paid $2021 for 5 may trees.",
        "He met Jan Decker on Good Friday.",
        "The room 12:30 was shut for ten days.",
        "This is the last report of its kind.",
    ],
)
def test_words_that_only_look_like_dates_are_left_alone(text: str):
    assert told(text) == []


def test_bare_months_hang_on_the_last_stated_one_where_the_article_has_no_date():
    text = (
        "In December 2030 the harbour office denied it. Previously, in November, it was silent. "
        "In October it knew nothing. Meanwhile, in December, a diver spoke. In January it rained. "
        "In June it was dry."
    )
    values = [said.value for said in resolve_in_order(find_dates(text), None)]
    months = ["2030-12", None, "2030-11", "2030-10", "2030-12", "2031-01", None]
    assert values == months
    hows = [said.how for said in resolve_in_order(find_dates(text), None) if said.value]
    assert hows == ["stated", "relative", "relative", "relative", "relative"]


def test_a_month_far_behind_the_stated_one_is_not_counted_from_it():
    text = "In December 2030 it rained. " + "Nothing was said. " * 100 + "In November it rained."
    assert [said.value for said in resolve_in_order(find_dates(text), None)] == ["2030-12", None]


def test_history_told_in_an_article_keeps_its_own_year():
    text = "In March 2014 the dam broke. In April the valley was empty. He spoke on Thursday."
    values = [said.value for said in resolve_in_order(find_dates(text), FRIDAY)]
    assert values == ["2014-03", "2014-04", "2031-05-15"]


def test_a_part_of_a_text_is_read_with_the_offsets_of_the_whole():
    text = "On Monday it rained. On Tuesday it snowed. On Wednesday it froze."
    first = text.index("On Tuesday")
    found = find_dates(text, first, text.index("On Wednesday"))
    assert [text[mention.start : mention.end] for mention in found] == ["Tuesday"]


@pytest.mark.parametrize("base", [None, "", "soon", "2031", "2031-02-31"])
def test_without_a_day_to_count_from_nothing_is_counted(base: str | None):
    assert resolve_date(find_dates("He spoke on Thursday.")[0], base) == Said()


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), st.sampled_from(sorted(WEEKDAYS)))
def test_a_weekday_lies_within_a_week_and_falls_on_that_weekday(base: date, name: str):
    said = resolve_date(find_dates(f"He spoke on {name.title()}.")[0], base.isoformat())
    assert said.value is not None
    spoken = date.fromisoformat(said.value)
    assert spoken.weekday() == WEEKDAYS[name]
    assert timedelta() <= base - spoken < timedelta(days=7)


WORDS = st.sampled_from(
    "on in last next this Monday Friday May March January Jan. 3 31 2021 2021-02-30 two weeks ago "
    "about will said to be . , early the year month yesterday 1990s 12/13/2021 99 earlier "
    "999 years a few days".split()
)


@given(st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=200)))
def test_mentions_lie_in_order_in_their_text_and_every_base_is_safe(text: str):
    mentions = find_dates(text)
    reached = 0
    for mention in mentions:
        assert reached <= mention.start < mention.end <= len(text)
        reached = mention.end
    for base in (None, "0001-01-01", FRIDAY, "2031-05-16T23:30:00+00:00", "9999-12-31"):
        for said in resolve_in_order(mentions, base):
            assert (said.value is None) == (said.how == "not_known")


@pytest.mark.parametrize(
    "unit",
    ["3 ", "3 May ", "3-5 ", "in 2021 ", "May ", "Monday ", "Monday, May ", "last ", "ago ",
     "a week ago ", "to Monday ", "1", "12/", "2021-01-", "Jan. 3, ", "\n", "will Monday ", ". A"],
)  # fmt: skip
def test_hostile_text_is_read_in_one_pass(unit: str):
    """A hundred kilobytes of one trap; a quadratic scan would keep this test for minutes."""
    mentions = find_dates(unit * (100_000 // len(unit)))
    assert len(resolve_in_order(mentions, FRIDAY)) == len(mentions)
