"""What a bare denial answers: "rejected the report", "denied it"."""

from __future__ import annotations

import pytest

from twosource.claims.takeup import is_bare, taken_up
from twosource.statements import statements

LEAD = "The council knew of the crack for months, a former diver told the Hollin Gazette."
PLAIN = "Two sluices are still shut, the water board said."


def answered(text):
    """Return the words that the last statement of a text takes up."""
    told = list(statements(text, model=False))
    return [
        " … ".join(text[span.start : span.end] for span in one.content)
        for one in taken_up(text, told, len(told) - 1)
    ]


def test_the_report_is_what_was_told_to_a_paper_and_not_what_stands_before():
    text = f"{LEAD}\n{PLAIN}\nA spokeswoman for the council, Petra Lowe, rejected the report."
    assert answered(text) == ["The council knew of the crack for months"]


@pytest.mark.parametrize("report", ["the report", "the reports", "those rumours"])
def test_what_no_paper_and_no_document_told_is_no_report(report):
    assert answered(f"{PLAIN}\nA spokeswoman, Petra Lowe, rejected {report}.") == []


def test_the_accusation_is_that_of_the_one_who_spoke_before():
    text = "Ole Brandt said the council knew of the crack.\nPetra Lowe denied the accusation."
    assert answered(text) == ["the council knew of the crack"]


@pytest.mark.parametrize(
    ("words", "taken"),
    [
        ("this", ["two divers had left"]),
        ("that", ["two divers had left"]),
        ("the claims", ["the bill was paid", "two divers had left"]),
    ],
)
def test_this_is_the_last_thing_said_and_the_claims_are_all(words, taken):
    text = "Ole Brandt said the bill was paid. He said two divers had left."
    assert sorted(answered(f"{text}\nPetra Lowe denied {words}.")) == taken


@pytest.mark.parametrize("words", ["the report", "those claims", "it", "the latest media reports"])
def test_words_that_only_point_back_are_bare(words):
    assert is_bare(words)


def test_words_of_their_own_are_not_bare():
    assert not is_bare("the reports that the dam had cracked")
