"""Records as plain data and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store.anything import any_record
from twosource.records import (
    Article,
    Claim,
    Derivation,
    Edge,
    Family,
    Graph,
    Node,
    Origin,
    Page,
    Passage,
    Reason,
    Refusal,
    Span,
    Statement,
    Story,
)
from twosource.store.codec import from_plain, origins_within, to_line, to_plain
from twosource.store.rows import ASSEMBLED, from_row, to_row

KINDS = (Page, Article, Derivation, Family, Story, Statement, Claim, Origin, Refusal)
AGENCY = Origin(id="o1", name="Northwire", kind="agency")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_record_written_whole_and_read_back_is_the_same_record(kind):
    @given(any_record(kind))
    def holds(record):
        line = to_line(to_plain(record, whole=True))
        assert from_plain(kind, json.loads(line)) == record

    holds()


@pytest.mark.parametrize("kind", ASSEMBLED.values(), ids=lambda kind: kind.__name__)
def test_a_record_written_as_a_row_and_read_back_is_the_same_record(kind):
    @given(st.data())
    def holds(data):
        record = data.draw(any_record(kind))
        origins = origins_within(record)
        assert all(cell is None or isinstance(cell, (str, int, float)) for cell in to_row(record))
        if all(origins[one.id] == one for one in _origins_in(record)):
            assert from_row(kind, to_row(record), origins) == record

    holds()


def _origins_in(value):
    if isinstance(value, Origin):
        return [value]
    if isinstance(value, (tuple, list)):
        return [one for inner in value for one in _origins_in(inner)]
    names = getattr(value, "__dataclass_fields__", ())
    return [one for name in names for one in _origins_in(getattr(value, name))]


def test_an_origin_inside_another_record_is_written_as_its_id():
    family = Family(id="f", witnesses=("a",), origin=AGENCY)
    assert to_plain(family)["origin"] == "o1"
    assert from_plain(Family, to_plain(family), {"o1": AGENCY}) == family
    assert to_plain(AGENCY)["name"] == "Northwire"


def test_an_edge_says_from_and_to():
    plain = to_plain(Graph((Node("o1", "voice", AGENCY),), (Edge("o1", "text:f", inferred=True),)))
    assert plain["edges"] == [{"from": "o1", "to": "text:f", "inferred": True, "why": []}]
    assert plain["nodes"][0]["origin"] == "o1"


def test_a_passage_is_four_numbers_and_a_span_has_its_words():
    assert to_plain(Passage(1, 2, 3, 4)) == [1, 2, 3, 4]
    reason = to_plain(Reason("rule", 1.0, (Span("a", 0, 4),)), texts={"a": "Rain fell"})
    assert reason["spans"][0]["text"] == "Rain"


def test_confidence_has_two_decimals():
    made = Statement(
        id="s", article="a", source=None, cue=None, content=(), kind="direct", act="asserts",
        verb="said", confidence=2 / 3,
    )  # fmt: skip
    assert to_plain(made)["confidence"] == 0.67


@pytest.mark.parametrize(
    "broken",
    [
        {"id": "o"},
        {"id": "o", "name": 3, "kind": "agency", "aliases": [], "roles": []},
        {"id": "o", "name": "N", "kind": "newspaper", "aliases": [], "roles": []},
        {"id": "o", "name": "N", "kind": "agency", "aliases": {}, "roles": []},
        [],
    ],
)
def test_plain_data_of_another_shape_is_not_taken_for_a_record(broken):
    with pytest.raises(ValueError, match=r"lacks|expected|none of"):
        from_plain(Origin, broken)


def test_what_is_no_part_of_a_record_is_not_written():
    with pytest.raises(TypeError):
        to_plain({"a": 1})
