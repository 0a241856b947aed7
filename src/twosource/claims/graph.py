"""Who told whom: a claim's graph of voices, relays and texts, from its members' attributions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from twosource.claims.nodes import Telling, body_of, merge_nodes, names_nobody
from twosource.records import (
    SOURCE_NOT_STATED,
    Edge,
    Family,
    Graph,
    Node,
    Origin,
    Reason,
    Span,
    Statement,
)
from twosource.text.names import SOURCE_NOT_STATED_ORIGIN

_PUBLISHING = frozenset({"outlet", "agency", "aggregator", "document"})


@dataclass(frozen=True, slots=True)
class Told:
    """One text's telling of a claim: by a statement (None: the outlet's own sentence)."""

    statement: Statement | None
    family: Family
    span: Span
    relay_only: bool = False
    wording: tuple[str, ...] = ()
    quoted: tuple[str, ...] = ()


@dataclass(slots=True)
class _Sketch:
    """The graph as it grows: nodes by id, edges by pair."""

    origins: dict[str, Origin] = field(default_factory=dict)
    families: dict[str, Family] = field(default_factory=dict)
    edges: dict[tuple[str, str], tuple[bool, dict[tuple[str, tuple[Span, ...]], float]]] = field(
        default_factory=dict
    )

    def add_edge(self, source: str, target: str, why: Iterable[Reason], *, inferred: bool) -> None:
        """Keep an edge; what one page states is stated, however often it was inferred."""
        if source == target:
            return
        before, reasons = self.edges.get((source, target), (True, {}))
        for reason in why:
            reasons[reason.rule, reason.spans] = reason.weight
        self.edges[source, target] = (before and inferred, reasons)


def draw(told: list[Told], ties: tuple[frozenset[str], ...] = ()) -> Graph:
    """Return the graph of one claim about the world from all its tellings."""
    stated = [
        Telling(
            () if t.relay_only else t.statement.speakers,
            t.statement.relays,
            t.wording,
            t.quoted,
            t.family.id,
        )
        for t in told
        if t.statement
    ]
    makers = [t.family.origin for t in told if t.family.origin is not None]
    makers.extend(o for t in told if t.statement and t.relay_only for o in t.statement.speakers)
    node_of = merge_nodes(stated, makers, ties)
    sketch = _Sketch()
    for item in told:
        for origin in _origins_of(item):
            known = sketch.origins.get(node_of[origin.id])
            if known is None or _shows_better(origin, known):
                sketch.origins[node_of[origin.id]] = origin
        sketch.families[item.family.id] = item.family
    relays = _relays(told, node_of)
    attributed: set[str] = set()
    entries: dict[str, list[Reason]] = {}
    for item in sorted(told, key=lambda t: (t.span, t.statement.id if t.statement else "")):
        _tell(item, node_of, relays, sketch, attributed, entries)
    voices = attributed - relays
    if not voices:
        sketch.origins[SOURCE_NOT_STATED] = SOURCE_NOT_STATED_ORIGIN
        voices = {SOURCE_NOT_STATED}
        for entry, why in sorted(entries.items()):
            sketch.add_edge(SOURCE_NOT_STATED, entry, why, inferred=True)
    return _finish(sketch, voices)


def _origins_of(item: Told) -> list[Origin]:
    found = [item.family.origin] if item.family.origin is not None else []
    if item.statement is not None:
        found.extend((*item.statement.speakers, *item.statement.relays))
    return found


def _shows_better(origin: Origin, known: Origin) -> bool:
    """Tell which name a joined node is shown under: a person's before a body's, then the longer."""
    return (origin.kind == "person", len(origin.name), origin.name) > (
        known.kind == "person",
        len(known.name),
        known.name,
    )


def is_first_hand(statement: Statement) -> bool:
    """Tell whether the text shows that the publisher itself saw or was told."""
    return any(r.rule == "first-hand" for r in statement.why)


def _relays(told: list[Told], node_of: dict[str, str]) -> set[str]:
    """Return every node that is anywhere shown to pass the claim on."""
    found: set[str] = set()
    for item in told:
        statement = item.statement
        if statement is None:
            continue
        maker = item.family.origin
        if maker is not None and {node_of[o.id] for o in statement.speakers} != {node_of[maker.id]}:
            # An agency that saw it itself passes nothing on; one that quotes somebody does.
            found.add(node_of[maker.id])
        found.update(node_of[o.id] for o in statement.relays)
        for speaker in statement.speakers:
            publishes = speaker.kind in _PUBLISHING and not is_first_hand(statement)
            if publishes or item.relay_only:
                found.add(node_of[speaker.id])
    return found


def _tell(
    item: Told,
    node_of: dict[str, str],
    relays: set[str],
    sketch: _Sketch,
    attributed: set[str],
    entries: dict[str, list[Reason]],
) -> None:
    """Add one telling's path: speakers, the relays they passed through, the maker, the text."""
    text = "text:" + item.family.id
    maker = node_of[item.family.origin.id] if item.family.origin is not None else None
    last = text if maker is None else maker
    if maker is not None:
        made = Reason("made-by", 1.0, (item.span,))
        why = (*item.family.why, made)
        sketch.add_edge(maker, text, why, inferred=item.family.archetype is None)
    statement = item.statement
    if statement is None:
        entries.setdefault(last, []).append(Reason("own-sentence", 0.5, (item.span,)))
        return
    spans = tuple(s for s in (statement.source, statement.cue) if s is not None)
    path = [node_of[o.id] for o in statement.relays] + [last]
    hops = [path[0], *(b for a, b in pairwise(path) if a != b)]
    inferred = any(r.rule == "context-relay" for r in statement.why)
    for a, b in pairwise(hops):
        passed = (Reason("passed-on", statement.confidence, spans),)
        sketch.add_edge(a, b, passed, inferred=inferred)
    speakers = [s for s in statement.speakers if not names_nobody(s)]
    if not speakers:
        entries.setdefault(hops[0], []).append(Reason("speaker-unknown", 0.5, (item.span,)))
    for speaker in speakers:
        node = node_of[speaker.id]
        told = [Reason("attributed-to", statement.confidence, spans)]
        guessed = _is_guess(speaker, sketch.origins[node])
        if guessed:
            told.append(Reason("may-be-the-same", 0.6, spans))
        sketch.add_edge(node, hops[0], told, inferred=inferred or guessed)
        if node in relays:
            entries.setdefault(node, []).append(Reason("relay-without-source", 0.7, spans))
        else:
            attributed.add(node)


def _is_guess(speaker: Origin, shown: Origin) -> bool:
    """Tell whether no page says that a speaker is the one under whose name the node is shown."""
    return speaker.id != shown.id and body_of(speaker) is None and body_of(shown) is None


def _finish(sketch: _Sketch, voices: set[str]) -> Graph:
    """Keep what lies on a way from a voice to a text, in the order of ids."""
    onward: dict[str, set[str]] = {}
    back: dict[str, set[str]] = {}
    for source, target in sketch.edges:
        onward.setdefault(source, set()).add(target)
        back.setdefault(target, set()).add(source)
    texts = {"text:" + key for key in sketch.families}
    kept = _reach(voices, onward) & _reach(texts, back)
    nodes = [
        Node(key, "voice" if key in voices else "relay", origin=sketch.origins[key])
        for key in sorted(kept - texts)
    ]
    for key, family in sorted(sketch.families.items()):
        if "text:" + key in kept:
            nodes.append(Node("text:" + key, "text", family.origin, key, family.archetype is None))
    edges = [
        Edge(
            a,
            b,
            inferred,
            tuple(Reason(rule, weight, spans) for (rule, spans), weight in sorted(why.items())),
        )
        for (a, b), (inferred, why) in sorted(sketch.edges.items())
        if a in kept and b in kept and b not in voices
    ]
    return Graph(tuple(nodes), tuple(edges))


def _reach(starts: set[str], ways: dict[str, set[str]]) -> set[str]:
    reached, frontier = set(starts), sorted(starts)
    while frontier:
        for beyond in ways.get(frontier.pop(), ()):
            if beyond not in reached:
                reached.add(beyond)
                frontier.append(beyond)
    return reached


def draw_speech(made: list[tuple[Family, Span]], ties: tuple[frozenset[str], ...] = ()) -> Graph:
    """Return the graph of a claim about speech: the makers that rendered it are the voices."""
    makers = [family.origin for family, _ in made if family.origin is not None]
    node_of = merge_nodes((), makers, ties)
    sketch = _Sketch()
    voices: set[str] = set()
    for family, span in sorted(made, key=lambda m: (m[0].id, m[1])):
        sketch.families[family.id] = family
        text = "text:" + family.id
        why = (Reason("rendered-by", 1.0, (span,)),)
        if family.origin is None:
            # Nobody knows who made it, and two such texts may be one maker's.
            sketch.origins[SOURCE_NOT_STATED] = SOURCE_NOT_STATED_ORIGIN
            voices.add(SOURCE_NOT_STATED)
            sketch.add_edge(SOURCE_NOT_STATED, text, why, inferred=True)
            continue
        maker = node_of[family.origin.id]
        sketch.origins.setdefault(maker, family.origin)
        voices.add(maker)
        sketch.add_edge(maker, text, why, inferred=family.archetype is None)
    return _finish(sketch, voices)
