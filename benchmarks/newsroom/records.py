"""The truth as rows of JSON: articles with their parts, families, statements, claims.

Field names are those of the program's own export where the nouns are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final, NamedTuple

from benchmarks.newsroom.claims import ClaimTruth
from benchmarks.newsroom.families import FamilyTruth, article_id
from benchmarks.newsroom.marking import Marked
from benchmarks.newsroom.press import Publisher
from benchmarks.newsroom.setting import SetPart
from benchmarks.newsroom.texts import Text
from benchmarks.newsroom.worlds import World
from benchmarks.newsroom.writing import DIRECT_FRAMES, SILENT, Plan, Sentence

Row = dict[str, Any]
_ACTS: Final = {
    "retell": "reports",
    "retell_bare": "reports",
    "retell_deep": "reports",
    "hearsay": "reports",
    "confirm": "confirms",
    "deny": "denies",
    "decline": "declines",
    "no_response": "no_response",
    "no_knowledge": "denies_knowledge",
    "refer": "refers_elsewhere",
}
"""The act of the outermost statement of a frame; others assert."""
_RETOLD: Final = frozenset(("retell", "retell_bare", "retell_deep"))
_DEPTH: Final = {"retell": 2, "cites": 2, "retell_deep": 3}


class PrintedSentence(NamedTuple):
    """Where a sentence stands in its article's text, and its marks, from the sentence's start."""

    paragraph: int
    place: int
    start: int
    end: int
    marks: tuple[Marked, ...]


Places = dict[tuple[int, int], PrintedSentence]
"""The sentences of an article by paragraph and place."""


def article_row(  # noqa: PLR0913 - what a page shows of an article
    *,
    own_id: str,
    page: str,
    url: str,
    text: Text,
    printer: Publisher,
    published: datetime,
    authors: tuple[str, ...],
    dateline: str,
    headline: str,
    parts: list[SetPart],
) -> tuple[Row, dict[int, int]]:
    """Return an article's row, and where each paragraph's words begin in its text."""
    pieces: list[str] = []
    rows: list[Row] = []
    starts: dict[int, int] = {}
    at = 0
    for part in parts:
        if pieces and not part.glued:
            pieces.append("\n")
            at += 1
        pieces.append(part.text)
        begin = at
        if part.kind == "body" and part.paragraph == 0 and dateline:
            shift = part.text.index(dateline) + len(dateline)
            rows.append(_part("dateline", at, at + shift, part.start, part.start + shift))
            begin = at + shift + 1
        rows.append(_part(part.kind, begin, at + len(part.text), part.start + begin - at, part.end))
        if part.paragraph >= 0:
            starts[part.paragraph] = begin
        at += len(part.text)
    shown = {part.kind for part in parts}
    return {
        "id": own_id,
        "page": page,
        "url": url,
        "outlet": printer.id,
        "outlet_name": printer.name,
        "via": text.via or None,
        "headline": headline if "headline" in shown else None,
        "authors": list(authors) if "byline" in shown else [],
        "published": {"value": published.isoformat(), "shown": "date" in shown},
        "dateline": dateline or None,
        "credit": [c.id for c in text.credits],
        "credit_names": [c.name for c in text.credits],
        "language": "en",
        "event": text.world.id,
        "text": "".join(pieces),
        "parts": rows,
    }, starts


def _part(kind: str, start: int, end: int, page_start: int, page_end: int) -> Row:
    return {
        "kind": kind,
        "start": start,
        "end": end,
        "page_start": page_start,
        "page_end": page_end,
    }


def family_rows(families: Mapping[int, FamilyTruth]) -> tuple[list[Row], list[Row]]:
    """Return the rows of an event's families, and one for each way from a text to one above it."""
    rows: list[Row] = []
    derivations: list[Row] = []
    for root, family in families.items():
        rows.append(
            {
                "id": f"f{root}",
                "witnesses": sorted(article_id(t) for t in family.witnesses),
                "archetype": article_id(family.archetype) if family.archetype else None,
                "origin": family.maker.id if family.maker else None,
                "origin_name": family.maker.name if family.maker else None,
                "stemma": [list(edge) for edge in family.stemma],
                "lost": [
                    {"node": node, "origin": maker.id if maker else None}
                    for node, maker in family.lost
                ],
            }
        )
        derivations += [
            {
                "copy": article_id(way.copy),
                "original": way.original,
                "kind": way.kind,
                "changed": round(way.changed, 3),
                "family": f"f{root}",
            }
            for way in family.ways
        ]
    return rows, derivations


def story_row(world: World, families: Mapping[int, FamilyTruth]) -> Row:
    """Return the row of an event's story."""
    return {
        "id": world.id,
        "kind": world.kind.name,
        "lie": any(f.root.maker.id.startswith("puppet") for f in families.values()),
        "families": [f"f{root}" for root in families],
        "began": world.began.isoformat(),
    }


def origin_rows(world: World) -> list[Row]:
    """Return the rows of those who can speak of an event."""
    return [
        {
            "id": being.id,
            "node": being.node,
            "name": being.name,
            "kind": {"person": "person", "body": "organisation", "group": "unnamed"}[being.kind],
            "aliases": list(being.aliases),
            "roles": [role for role in dict.fromkeys((being.before, *being.afters)) if role],
        }
        for being in world.beings.values()
    ]


def publisher_rows(events: list[list[Text]], known: set[str]) -> list[Row]:
    """Return the rows of publishers that some text names and that no row was made for yet."""
    found: dict[str, Publisher] = {}
    for text in (t for texts in events for t in texts if t.held):
        for publisher in (text.maker, text.printer, *text.credits):
            if publisher is not None:
                found[publisher.id] = publisher
        for paragraph in text.paragraphs:
            for sentence in paragraph:
                found.update((publisher.id, publisher) for publisher in sentence.plan.chain)
    new = [found[key] for key in sorted(found.keys() - known)]
    known.update(found)
    return [
        {
            "id": publisher.id,
            "node": publisher.id,
            "name": publisher.name,
            "kind": publisher.kind,
            "aliases": [publisher.running, publisher.short],
            "roles": [],
        }
        for publisher in new
    ]


def statement_rows(world: World, texts: list[Text], printed: Mapping[int, Places]) -> list[Row]:
    """Return every attribution in the held texts of an event, with its spans."""
    rows: list[Row] = []
    makers = {text.number: text.maker.id for text in texts}
    for text in texts:
        if not text.held:
            continue
        article = article_id(text)
        for place in printed[text.number].values():
            sentence = text.paragraphs[place.paragraph][place.place]
            rows += _statements(world, article, makers[sentence.text], sentence, place)
    return rows


def _statements(
    world: World, article: str, maker: str, sentence: Sentence, place: PrintedSentence
) -> list[Row]:
    plan = sentence.plan
    if plan.frame in SILENT:
        return []
    spans: dict[str, list[list[int]]] = {}
    for mark in place.marks:
        spans.setdefault(mark.name, []).append([place.start + mark.start, place.start + mark.end])
    rows: list[Row] = []
    for depth in range(1, _DEPTH.get(plan.frame, 1) + 1):
        suffix = "" if depth == 1 else str(depth)
        speakers, relays = _speakers(world, maker, plan, depth)
        own_id = f"s{article[1:]}.{place.paragraph}.{place.place}.{depth}"
        rows.append(
            {
                "id": own_id,
                "article": article,
                "source": spans.get("s" + suffix, [None])[0],
                "cue": spans.get("c" + suffix, [None])[0],
                "content": spans.get("k", []),
                "kind": _kind(plan),
                "act": _act(plan, depth),
                "speakers": speakers,
                "relays": relays,
                "through": rows[-1]["id"] if rows else None,
            }
        )
    return rows


def _kind(plan: Plan) -> str:
    if plan.frame in DIRECT_FRAMES:
        return "direct"
    return "mixed" if plan.frame == "say_partly_quoted" else "indirect"


def _act(plan: Plan, depth: int) -> str:
    if plan.frame.startswith("remark"):
        return plan.act
    if depth == 1:
        return _ACTS.get(plan.frame, "asserts")
    inner_publisher = plan.frame == "cites" or (plan.frame == "retell_deep" and depth == 2)  # noqa: PLR2004
    return "reports" if inner_publisher else "asserts"


def _speakers(world: World, maker: str, plan: Plan, depth: int) -> tuple[list[str], list[str]]:
    """Return who speaks in a statement at this depth, and through whom it passed.

    ``maker`` is whose text the sentence first stood in: what it saw stays its own in others' texts.
    """
    if plan.frame == "seen":
        return [maker], []
    if plan.frame == "hearsay":
        return [], []
    beings = [world.beings[key].id for key in plan.speakers]
    outer_first = [publisher.id for publisher in plan.chain[::-1]]
    if plan.frame in _RETOLD:
        if depth <= len(outer_first):
            return [outer_first[depth - 1]], outer_first[: depth - 1][::-1]
        return beings, outer_first[::-1]
    if plan.frame == "cites" and depth > 1:
        return outer_first, beings
    return beings, []


def claim_rows(world: World, claims: list[ClaimTruth], printed: Mapping[int, Places]) -> list[Row]:
    """Return an event's claims with their members, graph, lines and what they rest on."""
    rows = []
    versions: dict[tuple[str, str], list[str]] = {}
    names = {id(claim): f"c{world.number}.{at}" for at, claim in enumerate(claims)}
    for claim in claims:
        versions.setdefault(claim.key[:2], []).append(names[id(claim)])
    for claim in claims:
        own_id = names[id(claim)]
        members = []
        for item in claim.told:
            place = printed[item.article.number][item.paragraph, item.sentence]
            spans = [
                [place.start + m.start, place.start + m.end] for m in place.marks if m.name == "k"
            ]
            if item.piece is not None:
                spans = spans[item.piece : item.piece + 1]
            article = article_id(item.article)
            depth = _DEPTH.get(item.plan.frame, 1)
            attributed = any(m.name == "c" for m in place.marks)
            attributed = attributed and item.plan.frame not in {"own", "correction"}
            own = f"s{article[1:]}.{item.paragraph}.{item.sentence}.{depth}"
            members.append(
                {
                    "article": article,
                    "statement": own if attributed else None,
                    "spans": spans or [[place.start, place.end]],
                    "stance": item.stance,
                }
            )
        rows.append(
            {
                "id": own_id,
                "about": "world" if claim.key[0] == "world" else "speech",
                "of": claim.key[0],
                "event": world.id,
                "fact": claim.key[1],
                "figures": list(claim.key[2]),
                "members": members,
                "voices": list(claim.voices),
                "lines": claim.lines,
                "rests_on": list(claim.rests_on),
                "texts": claim.texts,
                "graph": {
                    "nodes": [list(node) for node in claim.nodes],
                    "edges": [list(edge) for edge in claim.edges],
                },
                "variants": [v for v in versions[claim.key[:2]] if v != own_id]
                if claim.key[0] == "world"
                else [],
            }
        )
    return rows
