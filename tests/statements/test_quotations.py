"""Quotations are the speaker's words, whatever marks the house uses and wherever they go on."""

from __future__ import annotations

import pytest

from tests.statements.telling import read

SPOKEN = "we have lost the old mill"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        pytest.param('"', '"', id="straight"),
        pytest.param("“", "”", id="curly"),
        pytest.param("'", "'", id="single"),
        pytest.param("‘", "’", id="single curly"),
        pytest.param("„", "“", id="German"),
        pytest.param("«", "»", id="French"),
    ],
)
def test_every_habit_of_marks_gives_the_same_words(opening: str, closing: str) -> None:
    [told] = read(f"{opening}{SPOKEN.capitalize()},{closing} Ana Moe said.")
    assert (told.speakers, told.kind, told.content) == (
        ("Ana Moe",),
        "direct",
        SPOKEN.capitalize(),
    )


def test_words_with_a_quotation_in_them_are_mixed() -> None:
    [told] = read("Ana Moe said the mill was “lost for ever and a day”.")
    assert told.kind == "mixed"
    assert told.content == "the mill was “lost for ever and a day”"


def test_a_quotation_in_two_halves_is_one_statement() -> None:
    [told] = read('"The mill is gone," Ana Moe said, "and nobody will build another."')
    assert told.content == "The mill is gone … and nobody will build another."


def test_a_quotation_that_follows_its_speaker_goes_on() -> None:
    [told] = read('"The mill is gone," Ana Moe said. "Nobody will build another one."')
    assert told.content == "The mill is gone … Nobody will build another one."
    assert "quotation-goes-on" in told.rules


def test_a_quotation_left_open_belongs_to_who_is_named_in_the_next_paragraph() -> None:
    told = read(
        "Ole Brandt said that the road was closed.\n"
        "“The mill is gone. We saw it burn.\n"
        "“Nobody will build another one,” Ana Moe said."
    )
    assert [s.speakers for s in told] == [("Ole Brandt",), ("Ana Moe",)]
    assert told[1].content == "The mill is gone. We saw it burn. … Nobody will build another one"
    assert "quotation-begins" in told[1].rules


def test_a_quotation_left_open_goes_on_with_its_speaker_when_nobody_else_is_named() -> None:
    told = read("“The mill is gone,” Ana Moe said.\n“We saw it burn.\n“Nobody will build another.”")
    assert [s.speakers for s in told] == [("Ana Moe",)]
    assert told[0].content.startswith("The mill is gone … We saw it burn.")


def test_a_dash_does_not_end_the_words() -> None:
    [told] = read("Ana Moe said the mill – the oldest in the valley – had burned.")
    assert told.content == "the mill – the oldest in the valley – had burned"


def test_a_cry_and_its_speaker_belong_together() -> None:
    [told] = read("“What a night we have had!” Ana Moe said.")
    assert (told.speakers, told.content) == (("Ana Moe",), "What a night we have had!")


def test_a_question_before_another_sentence_is_not_taken_for_its_words() -> None:
    [told] = read("“Is it safe?” The mayor said on Monday that the mill had been checked.")
    assert told.content == "the mill had been checked"
