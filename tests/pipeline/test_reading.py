"""One page read alone: a function of its bytes and its capture."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.pipeline import reading
from twosource.pipeline.reading import StageFaultError, read_alone
from twosource.records import Article, Capture, Page, Refusal, Statement
from twosource.store.codec import from_plain, to_line

PAPER = (
    b"Ferry stays in harbour for a third day\n\n"
    b"SKERRY, 2 May 2031 - The ferry to Skerry did not sail on Monday for the third day running, "
    b"the harbour master said, and some 300 passengers slept in the school hall.\n\n"
    b"The storm is expected to pass by Wednesday, Ada Holm told passengers on the quay. She said "
    b"that no boat would leave before the wind had fallen below forty knots.\n\n"
    b"The mayor declined to comment on the state of the pier."
)


def test_a_page_gives_articles_and_statements_that_can_be_read_back():
    answer = json.loads(to_line(read_alone(PAPER, Capture("a.txt", "https://herald.example/f"))))
    page = from_plain(Page, answer["page"])
    [article] = [from_plain(Article, one) for one in answer["articles"]]
    statements = [from_plain(Statement, one) for one in answer["statements"]]
    assert article.page == page.id
    assert article.url == "https://herald.example/f"
    assert statements
    assert {one.article for one in statements} == {article.id}


@settings(max_examples=60)
@given(st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda one: one.encode())))
def test_every_page_has_an_article_or_a_refusal_of_its_own(data):
    answer = json.loads(to_line(read_alone(data, Capture("x"))))
    page = from_plain(Page, answer["page"])
    refusals = [from_plain(Refusal, one) for one in answer["refusals"]]
    assert bool(answer["articles"]) != any(one.subject == page.id for one in refusals)


def test_a_stage_that_fails_is_named(monkeypatch):
    def fail(_):
        raise KeyError

    monkeypatch.setattr(reading, "ARTICLES", reading.Stage(
        name="articles", takes=(), yields=(), grain="each", run=fail))  # fmt: skip
    with pytest.raises(StageFaultError, match="articles"):
        read_alone(PAPER, Capture("a.txt"))
