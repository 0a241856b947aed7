"""A sentence taken from another text counts as that text's, whatever article it stands in."""

from __future__ import annotations

from tests.claims.telling import family
from twosource.claims.assertions import Assertion
from twosource.claims.copying import place_texts
from twosource.claims.usage import Use
from twosource.records import Article, Part, Published, Span

TAKEN = (
    "The ferry to Sund had been laid up for eleven days because nobody would sign for the new "
    "boiler, the harbour office said."
)


def _article(text, words, day):
    return Article(
        id=text.witnesses[0],
        page=text.id,
        text=words,
        parts=(Part("body", 0, len(words)),),
        published=Published(day, "on_page"),
    )


def _use(text, words, sentence):
    place = words.index(sentence[:30])
    span = Span(text.witnesses[0], place, place + 30)
    assertion = Assertion(
        span=span, subject=frozenset(), predicate=frozenset(), head="", names=frozenset(),
        numbers=(), negated=False, scope="", own_subject=False,
    )  # fmt: skip
    return Use(assertion, None, text)


def _place(first, second):
    """Place the same sentence as it stands in two articles of two families."""
    one, other = family("harbour news"), family("a round-up")
    articles = (_article(one, first, "2031-05-04"), _article(other, second, "2031-05-06"))
    uses = [_use(one, first, first), _use(other, second, second[second.index("The ferry") :])]
    placed, moved = place_texts(uses, articles)
    return one, other, placed, moved


def test_a_sentence_that_a_round_up_took_over_counts_for_the_text_that_had_it_first():
    one, _, placed, moved = _place(TAKEN, "Elsewhere on the coast there was calm. " + TAKEN)
    assert placed == [one, one]
    (reason,) = moved
    assert reason.rule == "copied-sentence"
    assert len(reason.spans) == 2


def test_the_same_told_in_other_words_stays_with_its_own_text():
    told = "The ferry is not running, and it was the harbour office that let the boiler lie."
    one, other, placed, moved = _place(TAKEN, told)
    assert placed == [one, other]
    assert moved == []


def test_a_shared_quotation_moves_nothing():
    quoted = (
        '"The ferry to Sund had been laid up for eleven days because nobody would sign," he said.'
    )
    one, other, placed, _ = _place(quoted, f"So much is sure. {quoted}")
    assert placed == [one, other]
