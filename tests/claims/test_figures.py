"""Numbers keep two alike assertions apart, and show where two accounts differ."""

import pytest

from tests.claims.reading import match
from twosource.claims.figures import are_told_unlike, numbers_clash
from twosource.text.numbers import find_numbers


def clash(one, other):
    return numbers_clash(find_numbers(one), find_numbers(other))


def told_unlike(one, other):
    (a,), (b,) = find_numbers(one), find_numbers(other)
    return are_told_unlike(a, b)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the flood killed 12 people", "the flood killed 40 people"),
        ("the death toll rose to 12", "the death toll rose to 15"),
        ("bombs killed 12 in Karvik", "bombs killed 15 in Karvik"),
        ("prices rose by 4 percent in April", "prices rose by 9 percent in April"),
        ("12 old boats sank", "15 boats sank"),
        ("more than 20 boats sank", "500 boats sank"),
        ("up to 900 people fled", "30 people fled"),
    ],
)
def test_unlike_values_of_one_thing_keep_two_assertions_apart(one, other):
    assert clash(one, other)
    assert clash(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("more than 20 boats sank", "24 boats sank"),
        ("about 2 million people fled", "1.97 million people fled"),
        ("two weeks", "14 days"),
        ("12 people were killed", "15 people were injured"),
        ("20 boats sank", "24 sailors drowned"),
        ("it cost 90 euros", "it cost 100 dollars"),
        ("boats sank", "24 boats sank"),
    ],
)
def test_what_agrees_or_counts_other_things_keeps_nothing_apart(one, other):
    assert not clash(one, other)


def test_one_number_that_agrees_is_enough():
    one = "the fire killed 12 people and hurt 30 people in Karvik"
    assert not clash(one, "the fire killed 12 people and hurt 33 people in Karvik")


def test_a_number_that_cannot_be_right_makes_a_variant():
    one = "at least 30 ferries were damaged in the port of Kellan"
    assert match(one, "22 ferries were damaged in the port of Kellan") == "number"
    assert match(one, "34 ferries were damaged in the port of Kellan") == "same"


@pytest.mark.parametrize(
    ("one", "other", "unlike"),
    [
        ("20 boats sank", "20 boats sank", False),
        ("twenty boats sank", "20 boats sank", False),
        ("about 20 boats sank", "20 boats sank", False),
        ("more than 20 boats sank", "20 boats sank", True),
        ("more than 20 boats sank", "24 boats sank", True),
        ("20 boats sank off Karvik", "24 boats sank off Karvik", True),
        ("20 boats sank", "24 sailors drowned", False),
    ],
)
def test_accounts_differ_in_a_number_where_value_or_bound_differ_and_about_is_no_bound(
    one, other, unlike
):
    assert told_unlike(one, other) is unlike
    assert told_unlike(other, one) is unlike
