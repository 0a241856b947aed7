"""The truth of claims: for each fact who tells it through whom, and how many lines lead to it.

Drawn from what the world's sentences were planned to say, by the words of product.md: voices,
relays, makers, texts. Nothing of the program's own code is used.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from benchmarks.newsroom.families import FamilyTruth
from benchmarks.newsroom.lines import count_lines
from benchmarks.newsroom.texts import Text
from benchmarks.newsroom.worlds import ClaimKey, World
from benchmarks.newsroom.writing import Plan, utterances_of

SOURCE_NOT_STATED: Final = "source-not-stated"
REFUSING: Final = frozenset(("decline", "no_response", "no_knowledge", "refer"))
_OF_A_FACT: Final = frozenset(("decline", "no_knowledge"))
"""Refusals that say what they are about."""
_STANCES: Final = {"deny": "denies", "confirm": "confirms"}
_TELLING: Final = frozenset(("asserts", "confirms"))
"""The stances by which a claim is told: a denial or a refusal tells nothing."""
_NOBODY_NAMED: Final = frozenset(("own", "hearsay", "correction"))


class Told(NamedTuple):
    """One sentence of a held article that tells a claim, and the family whose text it is.

    ``piece`` is which of the sentence's quotations it is, none where the whole of it tells the
    claim; ``stance`` is how whoever speaks stands to the claim.
    """

    article: Text
    paragraph: int
    sentence: int
    plan: Plan
    family: FamilyTruth
    stance: str
    piece: int | None = None


class ClaimTruth(NamedTuple):
    """A claim with its tellings and its graph."""

    key: ClaimKey
    told: tuple[Told, ...]
    voices: tuple[str, ...]
    lines: int
    rests_on: tuple[str, ...]
    texts: int
    nodes: tuple[tuple[str, str], ...]
    edges: tuple[tuple[str, str], ...]


def text_node(family: FamilyTruth) -> str:
    """Return the node of a family's text in a claim's graph."""
    return f"text:f{family.root.number}"


def find_claims(
    world: World, texts: list[Text], families: dict[int, FamilyTruth]
) -> list[ClaimTruth]:
    """Return every claim that the held texts of one event tell."""
    roots = {text.number: text.root for text in texts}
    told: dict[ClaimKey, list[Told]] = defaultdict(list)
    refused: dict[str, list[Told]] = defaultdict(list)
    for text in texts:
        if text.held:
            for key, item in _tellings(world, text, roots, families):
                told[key].append(item)
                if item.plan.frame in _OF_A_FACT:
                    about = f"{world.id} {item.plan.body}"
                    refused[about].append(item._replace(stance="declines"))
    claims = []
    for key, items in sorted(told.items()):
        if key[0] != "world":
            claims.append(_draw_speech(key, items))
        elif any(item.stance in _TELLING for item in items):
            # Who will not speak of a thing will speak of none of its figures.
            claims.append(_draw(world, key, [*items, *refused[key[1]]]))
    return claims


def _tellings(
    world: World, text: Text, roots: dict[int, int], families: dict[int, FamilyTruth]
) -> Iterator[tuple[ClaimKey, Told]]:
    own = families[text.root]
    keys_of = world.remembered
    for at, paragraph in enumerate(text.paragraphs):
        for place, sentence in enumerate(paragraph):
            plan = sentence.plan
            family = families.get(roots[sentence.text], own)
            keys = keys_of.get(id(plan))
            if keys is None:
                keys = keys_of[id(plan)] = (plan, tuple(_claims_of(world, plan)))
            stance = _STANCES.get(plan.frame, "asserts")
            for piece, key in enumerate(keys[1]):
                yield (
                    key,
                    Told(
                        text, at, place, plan, family, stance, piece if len(keys[1]) > 1 else None
                    ),
                )


def _claims_of(world: World, plan: Plan) -> Iterator[ClaimKey]:
    if plan.frame in REFUSING:
        yield "refusal", f"{world.beings[plan.speakers[0]].node} {plan.frame}", ()
    elif plan.fact:
        yield (
            "world",
            f"{world.id} {plan.fact}",
            world.figures_at(plan.fact, plan.phase, dict(plan.wrong)),
        )
    for utterance in utterances_of(plan):
        yield "utterance", f"{world.beings[plan.speakers[0]].id} {utterance}", ()


def way_of(world: World, plan: Plan, maker: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who said it (nodes, side by side) and through whom it passed, nearest them first.

    Nobody is first where the sentence names nobody. ``maker`` is who first wrote the sentence.
    """
    if plan.frame == "seen":
        return (maker,), ()
    if plan.frame in _NOBODY_NAMED:
        return (), ()
    nodes = tuple(dict.fromkeys(world.beings[key].node for key in plan.speakers))
    chain = tuple(publisher.id for publisher in plan.chain)
    if plan.frame == "cites":
        return (), (*chain, *nodes)
    return nodes, chain


def _draw(world: World, key: ClaimKey, items: list[Told]) -> ClaimTruth:
    edges: set[tuple[str, str]] = set()
    relays: set[str] = set()
    attributed: set[str] = set()
    entries: set[str] = set()
    texts: set[str] = set()
    drawn: set[tuple[int, int]] = set()
    for item in items:
        same = (id(item.plan), item.family.root.number)
        if item.stance not in _TELLING or same in drawn:
            continue  # a refusal tells nothing, and one more copy nothing new
        drawn.add(same)
        text = text_node(item.family)
        texts.add(text)
        maker = item.family.maker.id if item.family.maker is not None else None
        first, chain = way_of(world, item.plan, item.family.root.maker.id)
        last = text if maker is None else maker
        if maker is not None:
            edges.add((maker, text))
            if (first or chain) and first != (maker,):
                relays.add(maker)
        path = [*chain, last]
        relays.update(chain)
        edges.update((a, b) for a, b in pairwise(path) if a != b)
        if first:
            edges.update((speaker, path[0]) for speaker in first if speaker != path[0])
            attributed.update(first)
        else:
            entries.add(path[0])
    voices = attributed - relays
    entries |= attributed & relays
    if not voices:
        voices = {SOURCE_NOT_STATED}
        edges |= {(SOURCE_NOT_STATED, entry) for entry in entries}
    edges = {(a, b) for a, b in edges if b not in voices}
    return _finish(key, items, voices, texts, edges)


def _draw_speech(key: ClaimKey, items: list[Told]) -> ClaimTruth:
    """Return a claim that something was said: the makers that rendered it are its voices."""
    edges: set[tuple[str, str]] = set()
    voices: set[str] = set()
    texts: set[str] = set()
    for family in {item.family.root.number: item.family for item in items}.values():
        text = text_node(family)
        texts.add(text)
        if family.maker is None:
            voices.add(text)
        else:
            voices.add(family.maker.id)
            edges.add((family.maker.id, text))
    return _finish(key, items, voices, texts, edges)


def _finish(
    key: ClaimKey,
    items: list[Told],
    voices: set[str],
    texts: set[str],
    edges: set[tuple[str, str]],
) -> ClaimTruth:
    """Keep what lies on a way from a voice to a text, and count the lines."""
    kept = _reach(voices, edges) & _reach(texts, {(b, a) for a, b in edges})
    held = {(a, b) for a, b in edges if a in kept and b in kept}
    lines, rests_on = count_lines(voices & kept, texts & kept, held)
    nodes = [
        (node, "voice" if node in voices else "text" if node in texts else "relay")
        for node in sorted(kept)
    ]
    return ClaimTruth(
        key,
        tuple(items),
        tuple(sorted(voices & kept)),
        lines,
        rests_on,
        len(texts),
        tuple(nodes),
        tuple(sorted(held)),
    )


def _reach(starts: set[str], edges: set[tuple[str, str]]) -> set[str]:
    onward = defaultdict(list)
    for source, target in edges:
        onward[source].append(target)
    found, frontier = set(starts), list(starts)
    while frontier:
        for beyond in onward[frontier.pop()]:
            if beyond not in found:
                found.add(beyond)
                frontier.append(beyond)
    return found
