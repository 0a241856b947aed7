"""The newsroom's own reckoning of lines agrees with the program's."""

import random

from benchmarks.newsroom.lines import count_lines as count_by_hand
from tests.newsroom.made import editions
from twosource.claims.lines import count_lines
from twosource.records import Edge, Graph, Node

ROUNDS = 2_000
MOST_NODES = 11


def random_graph(chance):
    size = chance.randint(2, MOST_NODES)
    kinds = [chance.choice(["voice", "relay", "relay", "text"]) for _ in range(size)]
    nodes = [(f"n{at}", kind) for at, kind in enumerate(kinds)]
    share = chance.choice([0.1, 0.2, 0.35])
    edges = [
        (a, b)
        for a, kind in nodes
        for b, other in nodes
        if a != b and kind != "text" and other != "voice" and chance.random() < share
    ]
    return nodes, edges


def made_graphs():
    return [
        ([tuple(n) for n in row["graph"]["nodes"]], [tuple(e) for e in row["graph"]["edges"]])
        for edition in editions(300)
        for row in edition.rows["claims"]
    ]


def as_program_has_it(nodes, edges):
    graph = Graph(
        tuple(
            Node(key, kind, family=key if kind == "text" or key.startswith("text:") else None)
            for key, kind in nodes
        ),
        tuple(Edge(a, b, inferred=False) for a, b in edges),
    )
    return tuple(count_lines(graph))


def test_trying_every_cut_agrees_with_the_programs_flow_on_two_thousand_graphs():
    chance = random.Random(11)  # noqa: S311 - the same graphs at every run
    made = made_graphs()
    assert len(made) > 100
    graphs = made + [random_graph(chance) for _ in range(ROUNDS - min(len(made), ROUNDS // 2))]
    assert len(graphs) >= ROUNDS
    for nodes, edges in graphs:
        voices = [key for key, kind in nodes if kind == "voice"]
        texts = [key for key, kind in nodes if kind == "text" or key.startswith("text:")]
        assert count_by_hand(voices, texts, edges) == as_program_has_it(nodes, edges)


def test_the_truths_lines_are_never_more_than_its_texts_or_voices():
    rows = [row for edition in editions() for row in edition.rows["claims"]]
    for row in rows:
        assert 1 <= row["lines"] <= min(row["texts"], len(row["voices"]))
        assert len(row["rests_on"]) == row["lines"]
