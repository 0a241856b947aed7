"""The ways of a claim are walked again, and agree with its number."""

from __future__ import annotations

from tests.explain import fiction
from twosource.explain.chains import (
    chains,
    holds,
    lines_without,
    relays_on_every_way,
    voices_that_would_add,
)
from twosource.records import Edge, Graph, Node


def test_voices_with_the_same_way_stand_together():
    found = chains(fiction.evidence().claims[0].graph)
    assert {chain.voices for chain in found} == {
        tuple(sorted((fiction.ENGINEERS.id, fiction.OFFICIALS.id)))
    }
    assert len(found) == 2


def test_voices_behind_one_paper_are_held_by_it():
    (hold,) = holds(fiction.evidence().claims[0])
    assert hold.through == (fiction.COURIER.id,)


def test_without_the_paper_nothing_is_left():
    assert lines_without(fiction.evidence().claims[0], fiction.COURIER.id) == 0


def test_one_more_text_that_heard_either_voice_would_add_a_line():
    claim = fiction.one_line_two_voices()
    assert set(voices_that_would_add(claim)) == {fiction.MAYOR.id, fiction.ENGINEERS.id}


def test_a_source_not_stated_is_not_something_one_can_hear_again():
    assert voices_that_would_add(fiction.source_not_stated()) == ()


def test_going_in_circles_ends():
    nodes = (Node("v", "voice"), Node("a", "relay"), Node("b", "relay"), Node("t", "text"))
    pairs = (("v", "a"), ("a", "b"), ("b", "a"), ("b", "t"))
    graph = Graph(nodes, tuple(Edge(s, t, inferred=False) for s, t in pairs))
    assert len(chains(graph)) == 1


def test_the_relay_that_every_way_passes_is_named():
    assert relays_on_every_way(fiction.evidence().claims[0].graph) == (fiction.COURIER.id,)
