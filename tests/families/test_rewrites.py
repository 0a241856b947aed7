"""Candidates for rewrites: texts with rare words side by side in common."""

from __future__ import annotations

from twosource.families.retelling import read_anchors
from twosource.families.rewrites import MOST_MATES, find_retold
from twosource.families.witness import read_witness


def find(articles, known=frozenset()):
    witnesses = [read_witness(article) for article in articles]
    return find_retold(witnesses, [read_anchors(witness) for witness in witnesses], known)


def test_a_retold_text_is_looked_at_and_another_is_not(press, dispatch, retold, elsewhere):
    one, other = press("one", dispatch), press("other", retold)
    pair = tuple(sorted((one.id, other.id)))
    assert find((one, other, press("third", elsewhere))) == (pair,)
    assert find((one, other), known=frozenset((pair,))) == ()


def test_the_order_of_articles_changes_nothing(press, dispatch, retold, independent):
    articles = [press(str(at), dispatch[: 3 + at % 4]) for at in range(8)]
    articles += [press("retold", retold), press("independent", independent)]
    expected = find(articles)
    assert expected
    for turn in range(1, len(articles), 3):
        assert find([*articles[turn:], *articles[:turn]]) == expected


def test_many_texts_alike_are_looked_at_with_a_few_each(press, dispatch):
    articles = [press(str(at), dispatch) for at in range(60)]
    assert len(find(articles)) <= 60 * MOST_MATES
