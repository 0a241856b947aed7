"""Names of those who speak and publish: what is one name, and what kind of name it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.names import (
    key_of,
    known_country,
    known_outlet,
    looks_like_agency,
    looks_like_outlet,
    make_origin,
    plain_key,
    scripts_of,
)

ANY_NAME = st.one_of(
    st.text(max_size=80),
    st.lists(
        st.sampled_from(
            """The the Ada Corvin US U.S. officials Times Post News Agency Wire of and ' \u2019s Dr.
            www.example.com Kyiv \u0410da \u200b \u202e 12 \U0001d400da -""".split()
        ),
        max_size=8,
    ).map(" ".join),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour Gazette", "Harbour  Gazette"),
        ("U.S. officials", "US officials"),
        ("Caf\u00e9 Kellan", "Cafe Kellan"),
        ("Kellan\u2019s", "Kellan's"),
    ],
)
def test_house_habits_make_no_other_name(one, other):
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US officials", "American official"),
        ("officials of the United States", "officials from the US"),
        ("the Kyiv government", "the Ukrainian government"),
    ],
)
def test_a_country_by_any_name_is_one(one, other):
    assert sorted(plain_key(one).split()) == sorted(plain_key(other).split())


def test_a_word_in_small_letters_names_no_country():
    assert "@" not in plain_key("a turkey farmer")


@pytest.mark.parametrize(
    "name",
    ["The Harbour Gazette", "Daily Ledger", "The Tannet Post", "Radio Kellan", "kellan.news"],
)
def test_a_paper_is_told_by_its_own_words(name):
    assert looks_like_outlet(name)


@pytest.mark.parametrize(
    "name", ["Mr. Post", "police", "the harbour police", "Ada Corvin", "", "   ", "the news", "?!"]
)
def test_people_and_bodies_are_no_papers(name):
    assert not looks_like_outlet(name)


@pytest.mark.parametrize("name", ["Wirrel News Agency", "Ostrand Press Agency", "Hill Newswire"])
def test_an_agency_is_told_by_its_own_words(name):
    assert looks_like_agency(name)
    assert make_origin(name).kind == "agency"


@pytest.mark.parametrize("name", ["Harbour Board press service", "the ministry's press office"])
def test_the_press_service_of_a_body_is_no_agency(name):
    assert not looks_like_agency(name)


def test_an_outlet_is_known_by_name_short_name_and_address():
    found = [
        known_outlet(n)
        for n in ("The New York Times", "NYT", "https://www.nytimes.com/2026/x", "nytimes.com")
    ]
    assert len({o.id for o in found if o is not None}) == 1
    assert None not in found


def test_an_address_that_only_contains_a_known_one_is_not_known():
    assert known_outlet("nytimes.com.example.org") is None
    assert known_outlet("notnytimes.com") is None


def test_a_person_and_a_paper_of_one_name_are_two():
    assert make_origin("Ada Mercury", "person").id != make_origin("Ada Mercury", "outlet").id


def test_publishers_of_one_name_are_one_whatever_their_kind():
    assert make_origin("Wirrel Wire", "agency").id == make_origin("Wirrel Wire", "outlet").id


def test_letters_of_another_script_make_another_name():
    assert make_origin("\u0410da Corvin", "person").id != make_origin("Ada Corvin", "person").id


@given(ANY_NAME)
def test_any_name_makes_an_origin_that_makes_itself_again(name):
    origin = make_origin(name, "person")
    assert make_origin(origin.name, "person").id == origin.id
    assert "\n" not in origin.name


@given(ANY_NAME)
def test_any_name_is_looked_at_without_a_fault(name):
    known_outlet(name)
    known_country(name)
    plain_key(name)
    scripts_of(name)
    assert looks_like_outlet(name) or not looks_like_agency(name)


@given(st.lists(st.text("abcABC\u00e9\u00dc'.", min_size=1)).map(" ".join))
def test_a_key_is_its_own_key(name):
    key = key_of(name)
    assert key_of(key) == key or key.split()[0] in {"the", "a", "an"}


@pytest.mark.parametrize("unit", ["a.", "the ", "www.", "A ", "\u2019s", "-", "1.", "of the "])
def test_a_name_of_a_hundred_thousand_characters_is_cut_short_not_waited_for(unit):
    name = unit * (100_000 // len(unit))
    origin = make_origin(name)
    assert len(origin.name) <= 200
    looks_like_outlet(name)
    known_outlet(name)
    plain_key(name)


@pytest.mark.parametrize("name", ["the Journal", "the Mirror", "the Telegraph", "the Courier"])
def test_what_any_paper_is_called_for_short_names_no_paper_of_the_table(name: str) -> None:
    assert make_origin(name, "outlet").name == name
