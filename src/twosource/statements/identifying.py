"""From relations to statements: who is meant, what is done, through whom."""

from __future__ import annotations

from typing import NamedTuple

from twosource.records import Article, Origin, Reason, Refusal, Span, Statement, identify
from twosource.statements.acts import is_hedged, refine_act
from twosource.statements.relation import Place, Relation
from twosource.statements.speakers import Cast
from twosource.statements.timing import Timing

PUBLISHING = frozenset({"outlet", "agency", "document", "aggregator"})
"""Kinds of origin that report what others said."""
_SHORT_FORM = 0.8
_ACT_FROM_WORDS = 0.8
_UNKNOWN_SPEAKER = 0.5
LONGEST_DETAIL = 160


class Scene(NamedTuple):
    """What one article's relations are read against: its text, its people, its times."""

    article: Article
    cast: Cast
    timing: Timing


def identify_all(scene: Scene, relations: list[Relation]) -> tuple[list[Statement], list[Refusal]]:
    """Turn one sentence's relations into statements, in their order; tell what was refused."""
    made: dict[int, Statement] = {}
    refused: list[Refusal] = []
    order = sorted(range(len(relations)), key=lambda i: (_depth(relations, i), relations[i].cue, i))
    for number in order:
        relation = relations[number]
        # Who speaks is asked even where the words are refused: it may name the one whom a later
        # pronoun takes up.
        speakers, why = _find_speakers(scene, relation)
        if _says_too_little(scene.article.text, relation):
            refused.append(refuse(scene.article, "one-word-content", relation.sentence))
            continue
        outer = made.get(relation.outer) if relation.outer is not None else None
        made[number] = _make(scene, relation, outer, speakers, why)
    return [made[n] for n in sorted(made)], refused


def _says_too_little(text: str, relation: Relation) -> bool:
    """Tell whether one word or none is said; a denial or refusal needs no more than "it"."""
    if relation.doing.rule == "refusal" or relation.doing.act in {
        "denies",
        "dismisses",
        "confirms",
    }:
        return False
    return len(" ".join(text[a:b] for a, b in relation.content).split()) <= 1


def refuse(article: Article, rule: str, place: Place) -> Refusal:
    """Return the refusal of what stands at a place, its first words as the detail."""
    words = article.text[place[0] : min(place[1], place[0] + LONGEST_DETAIL)]
    return Refusal(stage="statements", subject=article.id, rule=rule, detail=words)


def _depth(relations: list[Relation], number: int) -> int:
    depth = 0
    outer = relations[number].outer
    while outer is not None and depth < len(relations):
        depth += 1
        outer = relations[outer].outer
    return depth


def _make(
    scene: Scene,
    relation: Relation,
    outer: Statement | None,
    speakers: tuple[Origin, ...],
    short_forms: tuple[Reason, ...],
) -> Statement:
    article, doing = scene.article, relation.doing
    content = tuple(Span(article.id, a, b) for a, b in relation.content if b > a)
    words = " … ".join(article.text[s.start : s.end] for s in content)
    source = Span(article.id, *relation.source) if relation.source else None
    cue = Span(article.id, *relation.cue)
    publisher = bool(speakers) and all(s.kind in PUBLISHING for s in speakers)
    act = refine_act(doing.act, words, publisher=publisher)
    why = [Reason(doing.rule, round(doing.confidence, 2), _known(source, cue)), *short_forms]
    if relation.mended is not None:
        why.append(Reason("tagger-mends", round(relation.mended, 2), _known(source, *content)))
    if act != doing.act and not publisher:
        why.append(Reason("act-from-words", _ACT_FROM_WORDS, content))
    relays: tuple[Origin, ...] = ()
    if outer is not None:
        relays = (*outer.speakers, *outer.relays)
        why.append(Reason("nested", 1.0, _known(outer.source, outer.cue)))
    told = [scene.cast.resolve(m, m.start) for m in relation.told]
    heard = tuple(r.origin for r in told if r is not None)
    if heard:
        relays = (*(h for h in heard if h not in speakers), *relays)
        why.append(
            Reason(
                "first-hand", 1.0, tuple(Span(article.id, m.start, m.end) for m in relation.told)
            )
        )
    for speaker in speakers:
        scene.cast.note(speaker, relation.source or relation.cue, alone=len(speakers) == 1)
    return Statement(
        id=identify(
            "statement",
            article.id,
            relation.source,
            relation.cue,
            tuple(relation.content),
            doing.verb,
        ),
        article=article.id,
        source=source,
        cue=cue,
        content=content,
        kind=relation.kind,
        act=act,
        verb=doing.verb,
        hedged=is_hedged(act, words),
        speakers=speakers,
        through=outer.id if outer else None,
        relays=relays,
        said=scene.timing.find_said(relation),
        confidence=round(doing.confidence * (1.0 if speakers else _UNKNOWN_SPEAKER), 2),
        why=tuple(why),
    )


def _known(*spans: Span | None) -> tuple[Span, ...]:
    return tuple(s for s in spans if s is not None)


def _find_speakers(
    scene: Scene, relation: Relation
) -> tuple[tuple[Origin, ...], tuple[Reason, ...]]:
    """Return the speakers of a relation, each once, and why a short form was taken for whom."""
    speakers: list[Origin] = []
    why: list[Reason] = []
    for mention in relation.mentions:
        place = relation.sentence[0] if mention.document else mention.start
        resolved = scene.cast.resolve(mention, place)
        if resolved is None:
            return (), ()
        if all(resolved.origin.id != s.id for s in speakers):
            speakers.append(resolved.origin)
        if resolved.rule is not None:
            here = Span(scene.article.id, mention.start, mention.end)
            there = Span(scene.article.id, *resolved.place) if resolved.place else here
            why.append(Reason(resolved.rule, _SHORT_FORM, (there, here)))
    return tuple(speakers), tuple(why)
