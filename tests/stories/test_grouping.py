"""Grouping by average likeness: chains do not join, order does not matter."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from twosource.stories.grouping import join_alike


def test_a_chain_of_likenesses_does_not_join_its_ends():
    scores = {("a", "b"): 2.0, ("b", "c"): 1.0}
    assert join_alike("abc", scores, threshold=0.0, missing=-5.0) == [("a", "b"), ("c",)]


def test_the_closest_pair_is_joined_first():
    scores = {("a", "b"): 1.0, ("b", "c"): 2.0, ("a", "c"): -1.5}
    assert join_alike("abc", scores, threshold=0.0, missing=-5.0) == [("a",), ("b", "c")]


@given(data=st.data())
def test_groups_part_the_members_and_order_changes_nothing(data):
    members = "abcdefg"
    pairs = [(a, b) for a in members for b in members if a < b]
    chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True))
    scores = {pair: data.draw(st.integers(-4, 4)) + 0.25 for pair in chosen}
    found = join_alike(members, scores, threshold=0.0, missing=-5.0)
    assert sorted(member for group in found for member in group) == list(members)
    turned = dict(reversed(scores.items()))
    assert join_alike(members[::-1], turned, threshold=0.0, missing=-5.0) == found
