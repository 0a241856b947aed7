"""Candidates: what shares wording is found, and the work grows with the texts, not their square."""

from __future__ import annotations

from twosource.families import candidates
from twosource.families.candidates import MOST_MATES, find_candidates
from twosource.families.sketch import read_sketches
from twosource.families.witness import read_witnesses


def find(articles):
    witnesses = tuple(read_witnesses(articles).values())
    return find_candidates(witnesses, read_sketches([witness.wording for witness in witnesses]))


def test_copies_are_paired_and_strangers_are_not(press, dispatch, restyled, elsewhere):
    articles = [press("a", dispatch), press("b", restyled), press("c", elsewhere)]
    found = find(articles)
    assert found.copies == ()
    assert found.pairs == (tuple(sorted((articles[0].id, articles[1].id))),)


def test_exact_copies_stand_in_the_index_once(press, dispatch):
    articles = [press(f"client {number}", dispatch) for number in range(30)]
    found = find(articles)
    assert len(found.copies) == 29
    assert len({first for _, first in found.copies}) == 1
    assert found.pairs == ()


def test_a_dispatch_in_a_hundred_styles_is_not_compared_in_all_pairs(press, dispatch):
    articles = [
        press(f"client {number}", (f"Edition {number} of our own paper.", *dispatch))
        for number in range(100)
    ]
    found = find(articles)
    assert len(articles) - 1 <= len(found.pairs) <= MOST_MATES * len(articles)


def test_many_texts_are_indexed_in_rounds_as_in_one(press, dispatch, monkeypatch):
    articles = [press(f"client {number}", dispatch[number % 3 :]) for number in range(9)]
    articles += [press(f"cut {number}", dispatch[: 2 + number % 4]) for number in range(30)]
    expected = find(articles)
    assert expected.pairs
    monkeypatch.setattr(candidates, "_PAIRED_AT_ONCE", 1)
    assert find(articles) == find(articles[::-1]) == expected
