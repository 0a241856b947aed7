"""What is made over the whole pile depends on no order, and names every origin once."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.pipeline.fiction import BRIDGE, FERRY
from twosource.pipeline.assembly import STAGES_OF_THE_PILE, assemble
from twosource.pipeline.reading import read_alone
from twosource.pipeline.stages import STAGES
from twosource.records import SOURCE_NOT_STATED, Article, Capture, Statement
from twosource.store.codec import from_plain, origins_within


def _read(*texts):
    answers = [read_alone(text.encode(), Capture("x")) for text in texts]
    return (
        [from_plain(Article, one) for answer in answers for one in answer["articles"]],
        [from_plain(Statement, one) for answer in answers for one in answer["statements"]],
    )


ARTICLES, STATEMENTS = _read(FERRY, FERRY + "It was the third time.\n", BRIDGE)
USUAL = assemble(ARTICLES, STATEMENTS)


@settings(max_examples=15)
@given(st.permutations(ARTICLES), st.permutations(STATEMENTS))
def test_the_order_of_records_changes_nothing(articles, statements):
    assert assemble(articles, statements) == USUAL


def test_every_origin_that_a_record_names_is_among_the_origins():
    known = {one.id for one in USUAL.origins}
    for noun in ("articles", "families", "statements", "claims"):
        assert set(origins_within(getattr(USUAL, noun))) <= known


def test_every_noun_is_in_the_order_of_ids_without_repeats():
    for records in USUAL:
        ids = [one.id for one in records]
        assert ids == sorted(set(ids))


def test_an_empty_pile_gives_empty_nouns():
    empty = assemble([], [])
    assert {one.id for one in empty.origins} <= {SOURCE_NOT_STATED}
    assert all(records == () for records in empty._replace(origins=()))


def test_each_stage_takes_what_an_earlier_one_yields():
    given_nouns = {"capture", "article", "ties", "publishers"}
    for stage in STAGES:
        assert set(stage.takes) <= given_nouns, stage.name
        given_nouns |= set(stage.yields)
    assert [stage.grain for stage in STAGES_OF_THE_PILE] == ["all"] * len(STAGES_OF_THE_PILE)
