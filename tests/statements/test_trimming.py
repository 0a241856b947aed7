"""What is said begins behind "that", and ends where the reporter tells what was left out."""

from __future__ import annotations

import pytest

from tests.statements.telling import read
from twosource.records import Article, Part
from twosource.statements import read_article


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Ana Moe told the council twice that the mill was old.", "the mill was old"),
        ("A diver warned Hollin council twice that locks had jammed.", "locks had jammed"),
        ("Ana Moe said that was wrong.", "that was wrong"),
        ("Ana Moe said that law was wrong.", "that law was wrong"),
        ("Police said they held a man, but gave no name.", "they held a man"),
        ("Police said they held a man but did not say why.", "they held a man"),
        ("As Ana Moe said the dam held, water was rising.", "the dam held"),
        ("The firm said it had lost two ships but kept on.", "it had lost two ships but kept on"),
        (
            "Ana Moe said the mayor had come but did not stay.",
            "the mayor had come but did not stay",
        ),
    ],
)
def test_what_is_said_is_told_without_its_frame(text: str, content: str) -> None:
    assert [told.content for told in read(text, model=True)] == [content]


def test_who_is_asked_says_nothing_yet() -> None:
    text = "Asked whether he would go, Ole Brandt shook his head and left."
    assert read(text, model=True) == []


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("If the minister said the ship had food, let her show the bills.", "only-supposed"),
        ("Unless officials say that the water is safe, schools stay shut.", "only-supposed"),
        ("An earlier version of this report said that 43 people had drowned.", "taken-back"),
    ],
)
def test_what_is_supposed_or_taken_back_is_set_aside_and_listed(text: str, rule: str) -> None:
    article = Article(id="a" * 32, page="b" * 64, text=text, parts=(Part("body", 0, len(text)),))
    told, refused = read_article(article)
    assert told == ()
    assert [refusal.rule for refusal in refused] == [rule]


def test_a_condition_that_somebody_names_is_said() -> None:
    text = "If the dam breaks, Ole Brandt said, nobody will be safe."
    assert [told.speakers for told in read(text, model=True)] == [("Ole Brandt",)]
