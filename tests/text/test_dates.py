"""What days the words mean: counted from the article's day, or left open, never guessed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.records import Said
from twosource.text.dates import (
    ENGLISH,
    Interval,
    Language,
    find_dates,
    resolve_date,
    resolve_in_order,
)
from twosource.text.dates.language import number_words
from twosource.text.dates.months import LANGUAGES, MONTHS

FRIDAY = "2031-05-16"


def told(text: str, base: str | None = FRIDAY) -> list[tuple[str, str | None]]:
    """Return the words of each expression and the ISO day, month or year that holds it."""
    return [
        (text[mention.start : mention.end], resolve_date(mention, base).value)
        for mention in find_dates(text)
    ]


def only(text: str, base: str | None = FRIDAY) -> Interval:
    (mention,) = find_dates(text)
    return resolve_date(mention, base)


def days(text: str, base: str | None = FRIDAY) -> tuple[str, str]:
    """Return the first and last day of the only expression, "" for an open end."""
    means = only(text, base)
    return str(means.first or ""), str(means.last or "")


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
        ("Gen. Dray will speak Monday.", "Monday", "2031-05-19"),
        ("The United Mills union will meet Monday.", "Monday", "2031-05-19"),
        ("He urged them to vote Monday.", "Monday", "2031-05-19"),
        ("The film, which debuts Monday, is long.", "Monday", "2031-05-19"),
        ("The mayor is speaking Monday.", "Monday", "2031-05-19"),
        ("Shops were calm ahead of Monday and its fair.", "Monday", "2031-05-19"),
        ("They pledged to work together after a meeting Monday.", "Monday", "2031-05-12"),
        ("Asked to be brief, the mayor of Ostrava on Monday denied it.", "Monday", "2031-05-12"),
        ("Until Monday the shops were calm.", "Monday", "2031-05-12"),
        (
            "‘Gone,’ he said’ Monday of 300 \u212aelvins, ‘they will return’.",
            "Monday",
            "2031-05-12",
        ),
        ("The only semi-open shop Monday was Dray's.", "Monday", "2031-05-12"),
        (
            "Officials of the U.S. Mills voiced regret Monday, which will help.",
            "Monday",
            "2031-05-12",
        ),
        ("It shut at noon Monday in Ostrava, which is set to host a fair.", "Monday", "2031-05-12"),
        ("It opens next Friday.", "next Friday", "2031-05-23"),
        ("It opens this coming Sunday.", "this coming Sunday", "2031-05-18"),
        ("Closed since Wednesday, the road is wet.", "Wednesday", "2031-05-14"),
        ("They met on Tuesday last week.", "Tuesday last week", "2031-05-06"),
        ("They will meet next week on Tuesday.", "next week on Tuesday", "2031-05-20"),
        ("Earlier Wednesday it rained.", "Earlier Wednesday", "2031-05-14"),
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
    ("text", "readings"),
    [
        ("The shop opens next Saturday.", ["2031-05-17", "2031-05-24"]),
        ("The shop shut last Thursday.", ["2031-05-08", "2031-05-15"]),
        ("It fell on 03/04/2021.", ["2021-03-04", "2021-04-03"]),
        ("It fell on 31.01.25 in the rain.", ["2025-01-31", "2031-01-25"]),
        ("The letter of Nov. 14.", ["2030-11-14", "2031-11-14"]),
        ("It fell on Monday, 5 March 2021.", []),
    ],
)
def test_words_that_can_mean_two_days_are_called_ambiguous(text: str, readings: list[str]):
    means = only(text)
    assert means.how == "ambiguous"
    assert [str(first) for first, _last in means.readings] == readings
    assert means.value is None
    assert means.said() == Said()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He left yesterday.", "2031-05-15", "2031-05-15"),
        ("He left the day before yesterday.", "2031-05-14", "2031-05-14"),
        ("He leaves tomorrow.", "2031-05-17", "2031-05-17"),
        ("He left this morning.", "2031-05-16", "2031-05-16"),
        ("He left last night.", "2031-05-15", "2031-05-15"),
        ("He left 10 days ago.", "2031-05-06", "2031-05-06"),
        ("He left about 10 days ago.", "2031-05-05", "2031-05-07"),
        ("He left two weeks ago.", "2031-04-29", "2031-05-05"),
        ("He left a fortnight ago.", "2031-04-29", "2031-05-05"),
        ("He left about two weeks ago.", "2031-04-27", "2031-05-07"),
        ("He left a week or so ago.", "2031-05-04", "2031-05-14"),
        ("He left five months ago.", "2030-12-01", "2030-12-31"),
        ("He left three years ago.", "2028-01-01", "2028-12-31"),
        ("He left around three years ago.", "2027-01-01", "2029-12-31"),
        ("He left thirty years ago.", "2000-01-01", "2002-12-31"),
        ("He returns two years from now.", "2033-01-01", "2033-12-31"),
        ("He left last week.", "2031-05-05", "2031-05-11"),
        ("He left last month.", "2031-04-01", "2031-04-30"),
        ("He left in last month's rain.", "2031-04-01", "2031-04-30"),
        ("He left last year.", "2030-01-01", "2030-12-31"),
        ("He left last quarter.", "2031-01-01", "2031-03-31"),
        ("It rained over the weekend.", "2031-05-10", "2031-05-11"),
        ("It will rain over the weekend.", "2031-05-17", "2031-05-18"),
        ("It rained last weekend.", "2031-05-10", "2031-05-11"),
        ("It rained this weekend.", "2031-05-10", "2031-05-11"),
        ("It will rain this weekend.", "2031-05-17", "2031-05-18"),
    ],
)
def test_a_span_of_time_is_counted_from_the_article_as_exactly_as_it_says(
    text: str, first: str, last: str
):
    assert days(text) == (first, last)
    assert only(text).how == "relative"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("He had earlier denied it.", "", "2031-05-16"),
        ("He left a few days ago.", "", "2031-05-16"),
        ("He left years ago.", "", "2031-05-16"),
        ("He left more than 10 days ago.", "", "2031-05-06"),
        ("He left at least 10 days ago.", "", "2031-05-06"),
        ("He left less than 10 days ago.", "2031-05-06", "2031-05-16"),
        ("Earlier this month he left.", "2031-05-01", "2031-05-16"),
        ("He leaves later this year.", "2031-05-16", "2031-12-31"),
    ],
)
def test_where_only_one_side_is_known_the_other_stays_open(text: str, first: str, last: str):
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    ("bound", "words", "first", "last"),
    [
        ("from", "since", "2021-05-01", ""),
        ("after", "after", "2021-06-01", ""),
        ("before", "before", "", "2021-04-30"),
        ("until", "until", "", "2021-05-31"),
    ],
)
def test_a_preposition_opens_one_end(bound: str, words: str, first: str, last: str):
    (mention,) = find_dates(f"It stood there {words} May 2021.")
    assert mention.bound == bound
    opened = resolve_date(mention, None).bounded(mention.bound)
    assert (str(opened.first or ""), str(opened.last or "")) == (first, last)


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell in December.", "December", "2030-12"),
        ("It fell in May.", "May", "2031-05"),
        ("It will open in March.", "March", "2032-03"),
        ("It fell in July last year.", "July last year", "2030-07"),
        ("It fell last September.", "last September", "2030-09"),
        ("It fell on Jan. 3 in the rain.", "Jan. 3", "2031-01-03"),
        ("It fell on January third in the rain.", "January third", "2031-01-03"),
        ("It fell on Dec. 30 in the rain.", "Dec. 30", "2030-12-30"),
        ("The year ended Jan. 31 was poor.", "Jan. 31", "2031-01-31"),
        ("It fell on Christmas Eve.", "Christmas Eve", "2030-12-24"),
        ("He told them all. It dipped to 4.9 in January.", "January", "2031-01"),
        ("A trial is set for November. Dray had left.", "November", "2031-11"),
        ("They wait until the fair in November.", "November", "2031-11"),
        ("The fair opens June 2.", "June 2", "2031-06-02"),
        ("It fell on Thursday, May 8, at dawn.", "Thursday, May 8", "2031-05-08"),
        ("It fell on May 3-5 in the rain.", "May 3-5", "2031-05"),
    ],
)
def test_a_month_without_a_year_is_the_nearest_that_fits_the_clause(
    text: str, words: str, value: str
):
    assert told(text) == [(words, value)]
    assert only(text, None) == Interval()


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("It fell last April.", ["2030-04-01", "2031-04-01"]),
        ("He told the council of repairs to the old mill in June.", ["2030-06-01", "2031-06-01"]),
        ("The win in October.", ["2030-10-01", "2031-10-01"]),
    ],
)
def test_a_month_close_by_may_be_of_either_year(text: str, readings: list[str]):
    means = only(text)
    assert means.how == "ambiguous"
    assert [str(first) for first, _last in means.readings] == readings


def test_last_december_said_in_january_is_the_one_just_gone():
    assert days("It fell last December.", "2031-01-20") == ("2030-12-01", "2030-12-31")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It fell on March 5, 2021.", "2021-03-05", "2021-03-05"),
        ("It fell on 5 March 2021.", "2021-03-05", "2021-03-05"),
        ("It fell on the 5th of March, 2021.", "2021-03-05", "2021-03-05"),
        ("It fell on Friday, 5 March 2021.", "2021-03-05", "2021-03-05"),
        ("It fell on March 3-5, 2021.", "2021-03-03", "2021-03-05"),
        ("It fell on 2021-03-05.", "2021-03-05", "2021-03-05"),
        ("It fell on 31-12-2021.", "2021-12-31", "2021-12-31"),
        ("It fell on 31/12/2021.", "2021-12-31", "2021-12-31"),
        ("It fell on 12/31/2021.", "2021-12-31", "2021-12-31"),
        ("It fell in December 2024.", "2024-12-01", "2024-12-31"),
        ("It fell in early December 2024.", "2024-12-01", "2024-12-16"),
        ("It fell in late 2021.", "2021-07-01", "2021-12-31"),
        ("It fell in mid-2021.", "2021-04-01", "2021-09-30"),
        ("It fell at the end of 2021.", "2021-09-01", "2021-12-31"),
        ("It fell in the first half of 2021.", "2021-01-01", "2021-06-30"),
        ("It fell in the third quarter of 2021.", "2021-07-01", "2021-09-30"),
        ("It fell in Q3 2021.", "2021-07-01", "2021-09-30"),
        ("As of 2021 it stands.", "2021-01-01", "2021-12-31"),
        ("It has stood since 2021.", "2021-01-01", "2021-12-31"),
        ("The 2021 election was close.", "2021-01-01", "2021-12-31"),
        ("Under a 1971 charter it fell.", "1971-01-01", "1971-12-31"),
        ("It fell in summer 2021.", "2021-01-01", "2021-12-31"),
        ("It stood from 2019-21.", "2019-01-01", "2021-12-31"),
        ("It fell in the 1990s.", "1990-01-01", "1999-12-31"),
        ("It fell in the late 1990s.", "1995-01-01", "1999-12-31"),
        ("It fell in the 19th century.", "1801-01-01", "1900-12-31"),
        ("It fell in nineteen seventy-nine.", "1979-01-01", "1979-12-31"),
    ],
)
def test_a_date_with_a_year_is_stated_and_needs_no_base(text: str, first: str, last: str):
    assert days(text, None) == (first, last)
    assert only(text, None).how == "stated"


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("It fell in the '90s.", "1990-01-01", "1999-12-31"),
        ("It fell in early December.", "2030-12-01", "2030-12-16"),
        ("It fell late last year.", "2030-07-01", "2030-12-31"),
        ("It opens early next week.", "2031-05-19", "2031-05-22"),
        ("It fell in the first half of last year.", "2030-01-01", "2030-06-30"),
        ("It fell in Q4.", "2030-10-01", "2030-12-31"),
        ("It must close by the end of the month.", "2031-05-21", "2031-05-31"),
    ],
)
def test_parts_of_months_years_and_decades_are_intervals(text: str, first: str, last: str):
    assert days(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "It fell on February 30, 2021.",
        "It fell on 30/02/2021.",
        "He left the following Tuesday.",
        "He left the next day.",
        "He left two days later.",
        "He left a year earlier.",
        "He left at the end of the month.",
        "He left last summer.",
        "He left a week ago Friday.",
        "He grieves for the Sept. 11 attacks.",
        "He remembers the Sept. 11 attacks.",
    ],
)
def test_what_tells_no_day_stays_unknown(text: str):
    assert only(text).value is None


@pytest.mark.parametrize(
    "text",
    [
        "It may rain, and they march on.",
        "More than 2000 soldiers came, and 1,950 left.",
        "The 2000 soldiers left.",
        "June Archer spoke to the Sunday Times.",
        "They paid $2021 for 5 may trees.",
        "He met Jan Decker on Good Friday.",
        "The room 12:30 was shut for ten days.",
        "This is the last report of its kind.",
        "It rained there for about two weeks.",
        "It rained over the past week and this past month.",
        "They scored in the third quarter and the first half.",
        "At the last minute they left 21st Century Mills.",
        "These are the people of tomorrow.",
        "He wrote for Mills Today and This Week.",
        "A previously unknown letter and two earlier letters.",
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
    means = resolve_in_order(find_dates(text), None)
    months = ["2030-12", None, "2030-11", "2030-10", "2030-12", "2031-01", None]
    assert [told.value for told in means] == months
    hows = [told.how for told in means if told.value]
    assert hows == ["stated", "relative", "relative", "relative", "relative"]


def test_a_month_far_behind_the_stated_one_is_not_counted_from_it():
    text = "In December 2030 it rained. " + "Nothing was said. " * 100 + "In November it rained."
    assert [told.value for told in resolve_in_order(find_dates(text), None)] == ["2030-12", None]


def test_history_told_in_an_article_keeps_its_own_year():
    text = "In March 2014 the dam broke. In April the valley was empty. He spoke on Thursday."
    values = [told.value for told in resolve_in_order(find_dates(text), FRIDAY)]
    assert values == ["2014-03", "2014-04", "2031-05-15"]


def test_a_bare_day_beside_history_may_be_of_either_year():
    text = "In March 2014 the dam broke. On April 3 the valley was empty."
    means = resolve_in_order(find_dates(text), FRIDAY)[1]
    assert means.how == "ambiguous"
    assert [str(first) for first, _last in means.readings] == ["2014-04-03", "2031-04-03"]


def test_a_month_of_that_year_is_of_the_year_told_last():
    text = "It peaked in January 2009 and sank in October of that year."
    values = [told.value for told in resolve_in_order(find_dates(text), FRIDAY)]
    assert values == ["2009-01", "2009-10"]


def test_a_year_alone_dates_no_day_behind_it():
    text = "Nobody kept the truce of 2014. On April 3 the valley was empty."
    values = [told.value for told in resolve_in_order(find_dates(text), FRIDAY)]
    assert values == ["2014", "2031-04-03"]


def test_a_part_of_a_text_is_read_with_the_offsets_of_the_whole():
    text = "On Monday it rained. On Tuesday it snowed. On Wednesday it froze."
    first = text.index("On Tuesday")
    found = find_dates(text, first, text.index("On Wednesday"))
    assert [text[mention.start : mention.end] for mention in found] == ["Tuesday"]


def test_a_calendar_or_a_table_dates_nothing_and_the_prose_around_it_is_read():
    calendar = " ".join(f"Monday {day} May" for day in range(1, 31))
    figures = " ".join(["12 14"] * 30)
    prose = "The mill closed. " * 10
    text = f"It rained on Sunday. {prose}{calendar}. {prose}{figures}. {prose}It fell on Tuesday."
    assert [words for words, _ in told(text)] == ["Sunday", "Tuesday"]


@pytest.mark.parametrize("base", [None, "", "soon", "2031", "2031-02-31"])
def test_without_a_day_to_count_from_nothing_is_counted(base: str | None):
    assert only("He spoke on Thursday.", base) == Interval()


def test_no_name_of_a_month_means_two_months():
    named = [
        (word, number)
        for language in LANGUAGES
        for word, number in (*language.months.items(), *language.short_months.items())
    ]
    assert all(MONTHS[word] == number for word, number in named)
    assert all(set(language.months.values()) == set(range(1, 13)) for language in LANGUAGES)


def test_another_language_is_one_more_table():
    table = Language(
        code="xx",
        months=number_words("jan feb mars april mai juni juli aug sept okt nov des"),
        weekdays=number_words("mandag tirsdag onsdag torsdag fredag lordag sondag", 0),
        whole_units={"uke": "week"},
        which={"forrige": -1},
        days={"igaar": -1},
    )
    text = "Broen falt 5 Mai 2021, forrige uke, Onsdag og igaar, ikke yesterday or last week."
    found = find_dates(text, language=table)
    values = [(text[m.start : m.end], resolve_date(m, FRIDAY).value) for m in found]
    assert values == [
        ("5 Mai 2021", "2021-05-05"),
        ("forrige uke", "2031-05"),
        ("Onsdag", "2031-05-14"),
        ("igaar", "2031-05-15"),
    ]


DAYS = st.dates(date(1950, 1, 1), date(2090, 1, 1))


@given(DAYS, st.sampled_from(sorted(ENGLISH.weekdays)))
def test_a_weekday_lies_within_a_week_and_falls_on_that_weekday(base: date, name: str):
    spoken = only(f"He spoke on {name.title()}.", base.isoformat()).first
    assert spoken is not None
    assert spoken.weekday() == ENGLISH.weekdays[name]
    assert timedelta() <= base - spoken < timedelta(days=7)


@given(DAYS, st.integers(-400, 400), st.sampled_from(["yesterday", "10 days ago", "last week"]))
def test_what_is_counted_from_the_article_moves_with_it(base: date, weeks: int, words: str):
    shift = timedelta(weeks=weeks)
    here = only(f"He left {words}.", base.isoformat())
    there = only(f"He left {words}.", (base + shift).isoformat())
    assert here.first is not None
    assert here.last is not None
    assert (there.first, there.last) == (here.first + shift, here.last + shift)


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)), DAYS)
def test_a_whole_date_is_the_same_day_whatever_the_base(day: date, base: date):
    for written in (f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}", f"{day}"):
        assert only(f"He left on {written}, alone.", base.isoformat()) == only(
            f"He left on {written}, alone.", None
        )
        assert only(f"He left on {written}, alone.", None).first == day


PLAIN = st.lists(
    st.sampled_from("the mill valley and rain with river quiet grey stones over".split()),
    max_size=12,
).map(" ".join)
EXPRESSIONS = st.sampled_from(
    "yesterday; last month; 10 days ago; March 5, 2021; the 1990s; early December 2024; "
    "this year; three years ago; 31/12/2021".split("; ")
)


@given(PLAIN, EXPRESSIONS, PLAIN)
def test_the_same_words_mean_the_same_whatever_stands_around_them(
    before: str, words: str, after: str
):
    alone = find_dates(f"{words}.")
    text = f"{before}; {words}; {after}."
    found = find_dates(text)
    shift = found[0].start - alone[0].start
    assert text[found[0].start : found[0].end] in words
    assert [m._replace(start=m.start - shift, end=m.end - shift) for m in found] == list(alone)


WORDS = st.sampled_from(
    "on in last next this Monday Friday May March January Jan. 3 31 2021 2021-02-30 two weeks ago "
    "about will said to be . , early the year month yesterday 1990s 12/13/2021 99 earlier end of "
    "999 years a few days more than first half quarter Q3 '90s weekend later from now since "
    "31.01.25 nineteen ninety-nine 21st century".split()
)
TEXTS = st.one_of(st.lists(WORDS, max_size=25).map(" ".join), st.text(max_size=200))


@given(TEXTS)
def test_mentions_lie_in_order_in_their_text_and_every_base_is_safe(text: str):
    mentions = find_dates(text)
    reached = 0
    for mention in mentions:
        assert reached <= mention.start < mention.end <= len(text)
        reached = mention.end
    for base in (None, "0001-01-01", FRIDAY, "2031-05-16T23:30:00+00:00", "9999-12-31"):
        for means in resolve_in_order(mentions, base):
            assert (means.first or means.last) is None or means.how in ("stated", "relative")
            assert not (means.first and means.last) or means.first <= means.last
            said = means.said()
            assert (said.value is None) == (said.how == "not_known")


@given(TEXTS)
def test_without_a_base_only_what_names_its_year_is_told(text: str):
    for mention in find_dates(text):
        means = resolve_date(mention, None)
        assert means.how in ("not_known", "ambiguous") or mention.kind == "absolute"


@pytest.mark.parametrize(
    "unit",
    ["3 ", "3 May ", "3-5 ", "in 2021 ", "May ", "Monday ", "Monday, May ", "last ", "ago ",
     "a week ago ", "to Monday ", "1", "12/", "2021-01-", "Jan. 3, ", "\n", "will Monday ", ". A",
     "the end of ", "early "],
)  # fmt: skip
def test_hostile_text_is_read_in_one_pass(unit: str):
    """A hundred kilobytes of one trap; a quadratic scan would keep this test for minutes."""
    mentions = find_dates(unit * (100_000 // len(unit)))
    assert len(resolve_in_order(mentions, FRIDAY)) == len(mentions)
