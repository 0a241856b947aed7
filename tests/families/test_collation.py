"""Collation: the same passages whichever text is looked at first."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.families.collation import collate
from twosource.families.witness import read_witness


def test_quoted_words_do_not_count_as_a_texts_own(press, dispatch, independent):
    found = collate(read_witness(press("a", dispatch)), read_witness(press("b", independent)))
    assert found.own_words < 12
    assert found.quoted_words >= 10


def test_house_style_is_no_change_of_wording_but_is_counted_as_an_edit(press, dispatch, restyled):
    found = collate(read_witness(press("a", dispatch)), read_witness(press("b", restyled)))
    assert found.mutual_share > 0.95
    assert 0 < found.edits < 0.08


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_swapping_a_pair_swaps_its_containments(data, press, dispatch, elsewhere):
    pool = [*dispatch, *elsewhere]
    some = st.lists(st.sampled_from(pool), min_size=1, max_size=8)
    one = press("one", data.draw(some))
    other = press("other", data.draw(some))
    there = collate(read_witness(one), read_witness(other))
    back = collate(read_witness(replace(one, id=other.id)), read_witness(replace(other, id=one.id)))
    assert (there.left_share, there.right_share) == (back.right_share, back.left_share)
    assert collate(read_witness(other), read_witness(one)).passages == there.passages
