"""Doubtful matches: two that agree join a text to a family, one alone or one of families does not.

Matches are made by hand: only their ends, kind, chance and share are asked.
"""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from twosource.families.agreeing import Doubtful

COPIES = ("ash", "birch", "cedar")


def _match(one, other, chance, kind="rewrite"):
    return SimpleNamespace(
        pair=(one, other), chance=chance, kind=kind, collation=SimpleNamespace(mutual_share=0.9)
    )


def _settle(matches, copies=()):
    doubtful = Doubtful((*COPIES, "elm", "fir", "oak"), copies)
    kept = [match for match in matches if doubtful.keep(match)]
    return [match.pair for match in kept], [m.pair for m, agreed in doubtful.settle() if agreed]


SURE = [_match("ash", "birch", 0.99, "revision"), _match("birch", "cedar", 0.8)]


def test_two_doubtful_matches_with_copies_of_one_text_agree():
    matches = [*SURE, _match("ash", "elm", 0.3), _match("cedar", "elm", 0.25)]
    kept, agreed = _settle(matches)
    assert kept == agreed == [("ash", "elm"), ("cedar", "elm")]


@pytest.mark.parametrize(
    "matches",
    [
        [*SURE, _match("ash", "elm", 0.4)],
        [_match("ash", "elm", 0.4), _match("cedar", "elm", 0.4)],
    ],
)
def test_one_doubtful_match_or_two_with_unrelated_texts_join_nothing(matches):
    kept, agreed = _settle(matches)
    assert kept
    assert agreed == []


def test_a_family_of_several_is_not_joined_to_another_by_doubtful_matches():
    doubtful = [_match("ash", "elm", 0.4), _match("cedar", "fir", 0.4)]
    assert _settle([*SURE, *doubtful], [("elm", "fir")])[1] == [m.pair for m in doubtful]
    assert _settle([*SURE, *doubtful], [("elm", "fir"), ("fir", "oak")])[1] == []
