"""Candidates: what shares wording is found, and the work grows with the texts, not their square."""

from __future__ import annotations

from twosource.families.candidates import MOST_MATES, find_candidates
from twosource.families.witness import read_witness


def test_copies_are_paired_and_strangers_are_not(press, dispatch, restyled, elsewhere):
    articles = [press("a", dispatch), press("b", restyled), press("c", elsewhere)]
    found = find_candidates([read_witness(article) for article in articles])
    assert found.copies == ()
    assert found.pairs == (tuple(sorted((articles[0].id, articles[1].id))),)


def test_exact_copies_stand_in_the_index_once(press, dispatch):
    articles = [press(f"client {number}", dispatch) for number in range(30)]
    found = find_candidates([read_witness(article) for article in articles])
    assert len(found.copies) == 29
    assert len({first for _, first in found.copies}) == 1
    assert found.pairs == ()


def test_a_dispatch_in_a_hundred_styles_is_not_compared_in_all_pairs(press, dispatch):
    articles = [
        press(f"client {number}", (f"Edition {number} of our own paper.", *dispatch))
        for number in range(100)
    ]
    found = find_candidates([read_witness(article) for article in articles])
    assert len(articles) - 1 <= len(found.pairs) <= MOST_MATES * len(articles)
