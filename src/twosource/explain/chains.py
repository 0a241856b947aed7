"""The ways on which a claim reached the reader: from voices, through relays, to texts.

The number of a claim is counted where the claim is made (:mod:`twosource.claims`). Here the stored
graph is walked again, to say which voice goes through whom, and what would change the number.
"""

from __future__ import annotations

from typing import NamedTuple

from twosource.claims.lines import count_lines
from twosource.records import SOURCE_NOT_STATED, Claim, Edge, Graph, Node

MOST_WAYS = 400
"""Ways beyond this many are not walked; a claim told so often needs no list of them all."""
_NEW_TEXT = "text:one that is not in the pile"


class Chain(NamedTuple):
    """Voices that share one way: node ids of the voices, of the relays, and of the text."""

    voices: tuple[str, ...]
    relays: tuple[str, ...]
    text: str


class Hold(NamedTuple):
    """Voices that come to the reader only through the same nodes (through themselves, if own)."""

    voices: tuple[str, ...]
    through: tuple[str, ...]


def nodes_by_id(graph: Graph) -> dict[str, Node]:
    """Look up the nodes of a claim's graph."""
    return {node.id: node for node in graph.nodes}


def successors(graph: Graph) -> dict[str, tuple[str, ...]]:
    """Say for each node whom it told, in a fixed order."""
    told: dict[str, set[str]] = {node.id: set() for node in graph.nodes}
    for edge in graph.edges:
        told.setdefault(edge.source, set()).add(edge.target)
    return {source: tuple(sorted(targets)) for source, targets in told.items()}


def is_text(node: Node | None) -> bool:
    """Tell whether a node is a text; one whose maker is not known also stands for that maker."""
    return node is not None and (node.kind == "text" or node.family is not None)


def chains(graph: Graph) -> tuple[Chain, ...]:
    """Give every way from a voice to a text, voices with the same way together.

    from twosource.records import Edge
    >>> nodes = (Node("a", "voice"), Node("b", "voice"), Node("r", "relay"), Node("t", "text"))
    >>> edges = (Edge("a", "r", False), Edge("b", "r", False), Edge("r", "t", False))
    >>> chains(Graph(nodes, edges))
    (Chain(voices=('a', 'b'), relays=('r',), text='t'),)
    """
    nodes, told = nodes_by_id(graph), successors(graph)
    found: dict[tuple[tuple[str, ...], str], list[str]] = {}
    ways = 0
    for voice in sorted(node.id for node in graph.nodes if node.kind == "voice"):
        walks: list[tuple[str, ...]] = [(voice,)]
        while walks and ways < MOST_WAYS:
            walk = walks.pop()
            if is_text(nodes.get(walk[-1])):
                found.setdefault((walk[1:-1], walk[-1]), []).append(voice)
                ways += 1
                continue
            walks.extend((*walk, step) for step in reversed(told.get(walk[-1], ()))
                         if step not in walk)  # fmt: skip
    together = [Chain(tuple(voices), relays, text) for (relays, text), voices in found.items()]
    return tuple(sorted(together, key=lambda one: (one.text, len(one.relays), one)))


def voices_of(claim: Claim) -> tuple[str, ...]:
    """Name the nodes that are a claim's voices: origins, and texts that stand for their makers.

    Where nobody knows who made a text, the text itself is the voice of what it rendered.
    """
    texts = (node.id for node in claim.graph.nodes if node.kind == "voice" and is_text(node))
    return tuple(dict.fromkeys((*(voice.id for voice in claim.voices), *texts)))


def relays_on_every_way(graph: Graph) -> tuple[str, ...]:
    """Name the relays that every way passes, the one nearest the voices first."""
    ways = chains(graph)
    if not ways:
        return ()
    shared = set(ways[0].relays).intersection(*(one.relays for one in ways))
    return tuple(one for one in ways[0].relays if one in shared)


def voices_that_would_add(claim: Claim) -> tuple[str, ...]:
    """Name the voices that, heard by one more text with nobody between, would raise the number."""
    adding = []
    for node in claim.graph.nodes:
        if node.kind == "voice" and node.id != SOURCE_NOT_STATED:
            more = Graph(
                (*claim.graph.nodes, Node(_NEW_TEXT, "text", family=_NEW_TEXT)),
                (*claim.graph.edges, Edge(node.id, _NEW_TEXT, inferred=False)),
            )
            if count_lines(more).number > claim.lines:
                adding.append(node.id)
    return tuple(adding)


def lines_without(claim: Claim, gone: str) -> int:
    """Count what would be left of the number if one node were wrong."""
    nodes = tuple(node for node in claim.graph.nodes if node.id != gone)
    edges = tuple(edge for edge in claim.graph.edges if gone not in {edge.source, edge.target})
    return count_lines(Graph(nodes, edges)).number


def holds(claim: Claim) -> tuple[Hold, ...]:
    """Say for each voice through which of the nodes that the claim rests on it comes."""
    told = successors(claim.graph)
    resting = set(claim.rests_on)
    found: dict[tuple[str, ...], list[str]] = {}
    for voice in voices_of(claim):
        seen, queue, through = {voice}, [voice], set()
        while queue:
            point = queue.pop()
            if point in resting:
                through.add(point)
                continue
            for step in told.get(point, ()):
                if step not in seen:
                    seen.add(step)
                    queue.append(step)
        found.setdefault(tuple(sorted(through)), []).append(voice)
    return tuple(Hold(tuple(voices), through) for through, voices in sorted(found.items()))
