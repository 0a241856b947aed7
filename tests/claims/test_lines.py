"""Lines are paths that share no node; brute force over small graphs says the same."""

import random
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.telling import agency, count, family, outlet, person, says, states
from twosource.claims.graph import draw
from twosource.claims.lines import count_lines
from twosource.records import Edge, Graph, Node

ROUNDS = 2_500
MOST_NODES = 8


def _random_graph(chance):
    size = chance.randint(1, MOST_NODES)
    names = [f"n{i}" for i in range(size)]
    kinds = [chance.choice(["voice", "relay", "relay", "text", "text"]) for _ in names]
    nodes = tuple(
        Node(
            name,
            kind,
            # A text whose maker nobody knows stands for it: voice and text in one node.
            family=name if kind == "text" or (kind == "voice" and chance.random() < 0.15) else None,
        )
        for name, kind in zip(names, kinds, strict=True)
    )
    share = chance.choice([0.15, 0.3, 0.5])
    edges = tuple(
        Edge(a.id, b.id, inferred=False)
        for a in nodes
        for b in nodes
        if a.id != b.id and chance.random() < share
    )
    return Graph(nodes, edges)


def _graphs():
    chance = random.Random(20261122)  # noqa: S311 - the same graphs at every run
    return [_random_graph(chance) for _ in range(ROUNDS)]


def _reached(graph, without):
    """Return what the voices still reach when ``without`` is taken away."""
    onward = {}
    for edge in graph.edges:
        onward.setdefault(edge.source, set()).add(edge.target)
    frontier = [n.id for n in graph.nodes if n.kind == "voice" and n.id not in without]
    found = set(frontier)
    while frontier:
        for beyond in onward.get(frontier.pop(), ()):
            if beyond not in found and beyond not in without:
                found.add(beyond)
                frontier.append(beyond)
    return found


def _smallest_cuts(graph):
    """Return every smallest set of nodes without which no voice reaches a text."""
    texts = {n.id for n in graph.nodes if n.family is not None}
    ids = sorted(n.id for n in graph.nodes)
    for size in range(len(ids) + 1):
        cuts = [
            set(chosen)
            for chosen in combinations(ids, size)
            if not _reached(graph, set(chosen)) & texts
        ]
        if cuts:
            return cuts
    return [set()]


def _most_paths(graph):
    """Return the most paths from voices to texts that share no node, by trying all."""
    onward = {}
    for edge in graph.edges:
        onward.setdefault(edge.source, []).append(edge.target)
    texts = {n.id for n in graph.nodes if n.family is not None}
    paths = set()

    def walk(at, used):
        if at in texts:
            paths.add(frozenset(used))
        for beyond in onward.get(at, ()):
            if beyond not in used:
                walk(beyond, used | {beyond})

    for node in graph.nodes:
        if node.kind == "voice":
            walk(node.id, {node.id})
    # A path that holds a shorter one is never needed.
    least = sorted(
        (p for p in paths if not any(other < p for other in paths)),
        key=lambda p: (len(p), sorted(p)),
    )

    def pick(start, used):
        best = 0
        for index in range(start, len(least)):
            if not least[index] & used:
                best = max(best, 1 + pick(index + 1, used | least[index]))
        return best

    return pick(0, frozenset())


def test_lines_are_the_size_of_the_smallest_cut_on_thousands_of_graphs():
    for graph in _graphs():
        lines = count_lines(graph)
        cuts = _smallest_cuts(graph)
        assert lines.number == len(cuts[0])
        assert set(lines.rests_on) in cuts


def test_lines_are_the_most_paths_that_share_no_node():
    for graph in _graphs()[:600]:
        assert count_lines(graph).number == _most_paths(graph)


def test_a_claim_rests_on_the_smallest_cut_nearest_the_voices():
    for graph in _graphs():
        ours = _reached(graph, set(count_lines(graph).rests_on))
        assert all(ours <= _reached(graph, cut) for cut in _smallest_cuts(graph))


def test_lines_never_exceed_voices_or_texts():
    for graph in _graphs():
        number = count_lines(graph).number
        assert number <= sum(n.kind == "voice" for n in graph.nodes)
        assert number <= sum(n.family is not None for n in graph.nodes)


def test_the_order_of_nodes_and_edges_changes_nothing():
    chance = random.Random(7)  # noqa: S311 - any order will do
    for graph in _graphs()[:500]:
        nodes, edges = list(graph.nodes), list(graph.edges)
        chance.shuffle(nodes)
        chance.shuffle(edges)
        assert count_lines(Graph(tuple(nodes), tuple(edges))) == count_lines(graph)


def test_a_wholly_new_voice_with_a_text_of_its_own_raises_by_exactly_one():
    for graph in _graphs()[:500]:
        grown = Graph(
            (*graph.nodes, Node("new voice", "voice"), Node("new text", "text", family="new")),
            (*graph.edges, Edge("new voice", "new text", inferred=False)),
        )
        assert count_lines(grown).number == count_lines(graph).number + 1


@pytest.mark.parametrize("graph", [Graph(), Graph((Node("t", "text", family="t"),))])
def test_without_a_voice_there_is_no_line(graph):
    assert count_lines(graph) == (0, ())


PEOPLE = [person(f"Ada Person{letter}") for letter in "ABC"]
PAPERS = [outlet("The Harbour Gazette"), outlet("The Inland Courier"), agency("Wirrel News Agency")]
TEXTS = [
    family("one", "Wirrel News Agency"),
    family("two", "Ostrand Press Agency", held=False),
    family("three", "The Harbour Gazette", kind="outlet"),
    family("four"),
]


@st.composite
def tellings(draw_from):
    """Some tellings of one claim by three people, three papers and four texts."""
    made = []
    for number in range(draw_from(st.integers(1, 6))):
        text = draw_from(st.sampled_from(TEXTS))
        if draw_from(st.integers(0, 4)) == 0:
            made.append(states(text, number * 100))
            continue
        speakers = draw_from(st.lists(st.sampled_from(PEOPLE + PAPERS), max_size=2, unique=True))
        through = draw_from(st.lists(st.sampled_from(PAPERS), max_size=2, unique=True))
        made.append(says(text, *speakers, through=through, at=number * 100))
    return made


@given(tellings(), st.randoms(use_true_random=False))
def test_the_order_of_tellings_changes_nothing(told, chance):
    mixed = list(told)
    chance.shuffle(mixed)
    assert draw(mixed) == draw(told)


@given(tellings())
def test_some_line_leads_to_every_claim_that_is_told_and_no_more_than_voices_and_texts(told):
    lines, voices, rests_on = count(*told)
    assert 1 <= lines <= min(len(voices), len({t.family.id for t in told}))
    assert len(rests_on) == lines


@given(tellings(), st.data())
def test_a_copy_that_says_the_same_changes_neither_number(told, data):
    copied = data.draw(st.sampled_from(told))
    before, after = count(*told), count(*told, copied)
    assert after == before


@given(tellings())
def test_a_new_person_in_a_new_text_raises_lines_by_at_most_one(told):
    lines, voices, _ = count(*told)
    more, heard, _ = count(*told, says(family("new"), person("Nell Newcomer"), at=900))
    assert lines <= more <= lines + 1
    assert len(voices) <= len(heard) <= len(voices) + 1


@given(tellings())
def test_an_own_sentence_in_one_more_text_never_raises(told):
    assert count(*told, states(family("new", "Some Paper", kind="outlet")))[0] <= count(*told)[0]
