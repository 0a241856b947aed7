"""What holds of every text, however damaged."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.statements.telling import read
from twosource.statements import statements
from twosource.statements.rules import RULES

WORDS = st.sampled_from(
    """Ana Moe Ole Brandt officials the a ministry said says told reported denied declined to
    comment that and , . " “ ” ' ‘ ’ „ « » ( ) – — : ; ? ! according citing quoting who which quoted
    as saying of for on Monday 25 did not respond The Harbour Gazette report it he she they
    was were had been mill burned adding put number at one AFP U.S. Mr. \n""".split(" ")
)
NEWS = st.lists(WORDS, max_size=40).map(" ".join)


@given(st.text(max_size=300))
def test_no_text_makes_it_stumble(text: str) -> None:
    statements(text)


@given(NEWS)
def test_every_span_lies_in_the_text_and_holds_words(text: str) -> None:
    for statement in statements(text):
        spans = [statement.source, statement.cue, *statement.content]
        spans += [span for reason in statement.why for span in reason.spans]
        for span in spans:
            if span is not None:
                assert span.article == statement.article
                assert 0 <= span.start < span.end <= len(text)
                assert text[span.start : span.end].strip()


@given(NEWS)
def test_every_reason_is_a_rule_that_is_written_down(text: str) -> None:
    for statement in statements(text):
        assert statement.why
        assert all(reason.rule in RULES for reason in statement.why)


@given(NEWS)
def test_what_stands_inside_another_statement_is_relayed_by_its_speakers(text: str) -> None:
    found = {statement.id: statement for statement in statements(text)}
    for statement in found.values():
        outer = found.get(statement.through or "")
        if outer is not None:
            assert set(outer.speakers) <= {*statement.relays, *statement.speakers}


@given(NEWS)
def test_statements_come_in_the_order_of_the_text_and_each_once(text: str) -> None:
    found = statements(text)
    assert len({statement.id for statement in found}) == len(found)
    places = [min(s.start for s in (x.source, x.cue, *x.content) if s is not None) for x in found]
    assert places == sorted(places)
    assert statements(text) == found


PARAGRAPHS = (
    "Ana Moe said that the mill had burned for two days.",
    "“The road is closed,” said Ole Brandt, mayor of Vikholm.",
    "The bridge was safe, according to the road office.",
    "The Ministry of Fisheries declined to comment on the quota.",
)


@pytest.mark.parametrize("order", list(permutations(PARAGRAPHS)))
def test_the_order_of_paragraphs_changes_no_statement_where_names_are_full(
    order: tuple[str, ...],
) -> None:
    apart = {told for paragraph in PARAGRAPHS for told in read(paragraph)}
    assert set(read("\n".join(order))) == apart


@pytest.mark.parametrize(
    "piece",
    [
        '"',
        "said ",
        ", ",
        "Anna ",
        "of ",
        "A-",
        "according to X, ",
        "citing X, ",
        "said the A reported ",
        "on Monday ",
        "“",
        "'a ",
        "one of ",
        "reports from ",
        "and officials of X ",
        "The A (AB) ",
    ],
)
def test_long_runs_of_one_thing_are_read_to_their_end(piece: str) -> None:
    statements(piece * (20_000 // len(piece)))
