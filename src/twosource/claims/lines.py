"""How many independent lines lead to a claim: a maximum flow through nodes of capacity one.

By Menger's theorem the greatest number of paths that share no node is also the size of the
smallest set of nodes that cuts every path. Of the smallest sets, the one nearest the voices is what
the claim rests on: the edge of what the residual graph still reaches from the voices.
"""

from __future__ import annotations

from typing import NamedTuple

import networkx as nx
from networkx.algorithms.flow import edmonds_karp

from twosource.records import Graph

_START, _END = ("start", ""), ("end", "")


class Lines(NamedTuple):
    """The number of independent lines and the ids of the nodes that they rest on, sorted."""

    number: int
    rests_on: tuple[str, ...]


def count_lines(graph: Graph) -> Lines:
    """Return the lines of a claim's graph, from its voices to its texts.

    A text without any incoming edge counts for nothing; a text marked ``voice`` stands for a maker
    that is not known. Order of nodes and edges changes nothing.
    """
    network: nx.DiGraph[tuple[str, str]] = nx.DiGraph()
    network.add_node(_START)
    network.add_node(_END)
    for node in sorted(graph.nodes, key=lambda n: n.id):
        network.add_edge(("in", node.id), ("out", node.id), capacity=1)
        if node.kind == "voice":
            network.add_edge(_START, ("in", node.id))
        if node.family is not None:
            network.add_edge(("out", node.id), _END)
    for edge in sorted(graph.edges, key=lambda e: (e.source, e.target)):
        network.add_edge(("out", edge.source), ("in", edge.target))
    if not any(node.kind == "voice" for node in graph.nodes):
        return Lines(0, ())
    residual = edmonds_karp(network, _START, _END)
    reached = {_START}
    frontier = [_START]
    while frontier:
        at = frontier.pop()
        for beyond, attributes in residual[at].items():
            if beyond not in reached and attributes["flow"] < attributes["capacity"]:
                reached.add(beyond)
                frontier.append(beyond)
    cut = sorted(
        n.id for n in graph.nodes if ("in", n.id) in reached and ("out", n.id) not in reached
    )
    return Lines(int(residual.graph["flow_value"]), tuple(cut))
