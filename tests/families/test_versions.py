"""Two or three versions of one text without dates: which was there first."""

from __future__ import annotations

from itertools import permutations

import pytest

from twosource.families.versions import read_growth, weigh_growth, weigh_orders
from twosource.families.witness import read_witness

PLAIN = (
    "The harbour of Velmora was built by fishermen. It has two piers and a small lighthouse. "
    "Ferries leave every morning, and the market on the quay opens with the first of them."
)
GROWN = (
    "The harbour of Velmora was built by fishermen from Ostrand. It has two long piers and a small "
    "lighthouse, lit by gas. Ferries leave every morning for Calbrae, and the market on the old "
    "quay opens with the first of them."
)


@pytest.fixture
def read(press):
    return lambda text: read_witness(press(text, [text]))


def test_the_version_that_was_added_to_in_many_places_is_the_later(read):
    assert weigh_growth(read(PLAIN), read(GROWN)) > 0


def test_a_mended_spelling_shows_the_later_version(read):
    slip = PLAIN.replace("lighthouse", "lighthuose").replace("morning", "mornning")
    growth = read_growth(read(slip), read(PLAIN))
    assert growth.mended > 0
    assert growth.places == growth.years == 0


@pytest.mark.parametrize(("before", "after"), [("fishermen", "merchants"), ("two", "ten")])
def test_another_word_is_no_mended_spelling(read, before, after):
    assert read_growth(read(PLAIN), read(PLAIN.replace(before, after))).mended == 0


def test_a_newer_year_shows_the_later_version(read):
    old, new = (read(f"{PLAIN} The piers were last mended in {year}.") for year in (2009, 2014))
    assert read_growth(old, new).years == 1


def test_years_of_history_tell_nothing(read):
    old, new = (read(f"{PLAIN} The piers were begun in {year}.") for year in (1709, 1714))
    assert read_growth(old, new).years == 0


def test_versions_of_one_wording_have_even_odds(read):
    assert weigh_growth(read(PLAIN), read(PLAIN.upper())) == 0


def test_swapping_two_versions_turns_what_was_read(read):
    there, back = (read_growth(*pair) for pair in permutations((read(PLAIN), read(GROWN))))
    assert [-number for number in back] == pytest.approx(there)


def test_what_two_versions_share_lay_between_them(read):
    between = GROWN.replace(", lit by gas", "").replace(" for Calbrae", "")
    texts = [read(GROWN), read(between), read(PLAIN)]
    orders = weigh_orders(texts)
    assert sum(orders.values()) == pytest.approx(1)
    assert max(orders, key=orders.__getitem__) == (2, 1, 0)


def test_the_order_in_which_versions_are_given_changes_no_chance(read):
    texts = [read(PLAIN), read(GROWN), read(GROWN.replace("two long", "three"))]
    given = weigh_orders(texts)
    for places in permutations(range(3)):
        found = weigh_orders([texts[place] for place in places])
        named = {tuple(places[at] for at in order): chance for order, chance in found.items()}
        assert named == pytest.approx(given)
