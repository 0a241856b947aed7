"""A date beside a headline is read where it can be read in one way, and kept open elsewhere."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.records import Said
from twosource.text.page_dates import count_page_date, read_page_date


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("31-01-2031", "2031-01-31"),
        ("January 31, 2031", "2031-01-31"),
        ("date 2031-01-31 WORLD", "2031-01-31"),
        ("Harbour Gazette31-01-2031", "2031-01-31"),
        ("Harbour Gazette3 Mar 2031", "2031-03-03"),
        ("By Ida Quill | March 3, 2031 | 5 min read", "2031-03-03"),
        ("Published on 2031/3/3", "2031-03-03"),
        ("5/5/2031", "2031-05-05"),
        ("01/31/2031", "2031-01-31"),
        ("Updated 5 March 2031 | Published 3 March 2031", "2031-03-03"),
        ("5 March 2031 | Updated 6 March 2031", "2031-03-05"),
        ("31 janvier 2031", "2031-01-31"),
        ("3. März 2031", "2031-03-03"),
        ("3 de marzo de 2031", "2031-03-03"),
        ("31 января 2031 г.", "2031-01-31"),
        ("2031年1月31日", "2031-01-31"),
        ("March 2031", "2031-03"),
        ("Vol. 7, No. 3, March 2031", "2031-03"),
        ("2031. 1. 31.", "2031-01-31"),
        ("31Jan2031", "2031-01-31"),
        ("31 Jan ’31", "2031-01-31"),
        ("31/01/31", "2031-01-31"),
    ],
)
def test_a_date_on_a_line_of_furniture_is_read(line: str, value: str):
    found = read_page_date(line)
    assert found is not None
    assert (found.value, found.how) == (value, "on_page")
    assert found.note == line[found.start : found.start + len(found.note)]


@pytest.mark.parametrize("line", ["03/04/2031", "3.4.2031", "31/01/25", "30/02/2031", "13/13/2031"])
def test_a_date_that_can_be_read_in_two_ways_or_none_stays_unknown(line: str):
    found = read_page_date(line)
    assert found is not None
    assert (found.value, found.how, found.note) == (None, "ambiguous", line)
    assert count_page_date(found, None) == Said()


@pytest.mark.parametrize(
    ("line", "captured", "value"),
    [
        ("03/04/2031", "2031-03-16T08:00:00Z", "2031-03-04"),
        ("03/04/2031", "2031-05-16T08:00:00Z", None),
        ("31/01/25", "2025-02-02T08:00:00Z", "2025-01-31"),
        ("30/02/2031", "2031-05-16T08:00:00Z", None),
    ],
)
def test_a_reading_that_had_not_come_when_the_page_was_captured_falls_away(
    line: str, captured: str, value: str | None
):
    found = read_page_date(line)
    assert found is not None
    assert count_page_date(found, captured).value == value


@pytest.mark.parametrize(
    ("line", "value"),
    [
        ("Fri, 04/04/2031", "2031-04-04"),
        ("Fri 03/07/2031", "2031-03-07"),
        ("Thursday, 03/04/2031", "2031-04-03"),
        ("Monday 4 April 2031", None),
    ],
)
def test_a_weekday_before_a_date_tells_its_readings_apart_and_must_fit(
    line: str, value: str | None
):
    found = read_page_date(line)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize(
    ("line", "moment"),
    [
        ("Published: 3 Mar 2031 10:15 GMT", "2031-03-03T10:15:00+00:00"),
        ("2031-03-03T10:15:00Z", "2031-03-03T10:15:00+00:00"),
        ("Mar. 3, 2031 at 4:15 p.m. EST", "2031-03-03T16:15:00-05:00"),
        ("Mon, 3 Mar 2031 09:00:00 +0100", "2031-03-03T09:00:00+01:00"),
        ("3 Mar 2031 10:15", None),
        ("3 Mar 2031 10:15 IST", None),
        ("Mon 3 Mar 2031 10.15 GMT", "2031-03-03T10:15:00+00:00"),
        ("10:15 (GMT+3) Mar 3, 2031", "2031-03-03T10:15:00+03:00"),
    ],
)
def test_a_time_counts_only_with_its_zone(line: str, moment: str | None):
    found = read_page_date(line)
    assert found is not None
    assert (found.value, found.moment) == ("2031-03-03", moment)


@pytest.mark.parametrize(
    ("line", "note", "counted"),
    [
        ("2 days ago", "2 days ago", "2031-05-14"),
        ("time2 days ago", "2 days ago", "2031-05-14"),
        ("Updated 3 hours ago", "3 hours ago", "2031-05-15"),
        ("50 mins ago", "50 mins ago", "2031-05-16"),
        ("Yesterday", "Yesterday", "2031-05-15"),
        ("Thursday at 3:15 p.m.", "Thursday", "2031-05-15"),
        ("a week ago", "a week ago", "2031-05"),
        ("a month ago", "a month ago", "2031-04"),
    ],
)
def test_a_relative_date_waits_for_the_time_of_capture(line: str, note: str, counted: str):
    found = read_page_date(line)
    assert found is not None
    assert (found.value, found.how, found.note) == (None, "relative", note)
    assert count_page_date(found, None) == Said()
    assert count_page_date(found, "2031-05-16T01:30:00Z") == Said(counted, "relative")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "WORLD",
        "© 2031 Harbour Gazette",
        "Mar 3",
        "Harbour Today",
        "5 min read",
        "Call 555-01-2031 now",
        "2031-13-40",
        "The treaty was signed on March 3, 2031, and both mayors met again a week later, we hear.",
    ],
)
def test_a_line_without_a_date_of_its_own_tells_none(line: str):
    assert read_page_date(line) is None


@given(st.text(max_size=400))
def test_any_line_is_read_without_a_fault(line: str):
    found = read_page_date(line)
    assert found is None or 0 <= found.start < found.end <= len(line)


@pytest.mark.parametrize("unit", ["1", "1-", "3 Mar ", "2 days ", "ago ", " ", "published ", "-"])
def test_an_endless_line_is_read_in_one_pass(unit: str):
    assert read_page_date(unit * (100_000 // len(unit))) is None
