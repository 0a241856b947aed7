"""Putting the relations of a sentence together: where each ends, and which stands in which."""

from __future__ import annotations

from twosource.statements.relation import Relation
from twosource.statements.sentence import Sentence, strip_end
from twosource.statements.times import is_time
from twosource.statements.verbs import AUXILIARIES

_PARTING = frozenset({"and", "but", "while", "as", "by"})
_SKIPPED = AUXILIARIES | {"later", "also", "then", "again"}
_INWARD = frozenset({"expects", "believes", "urges", "asks"})
"""Acts that, within another's words, are only that speaker's own thought or wish."""


def trim_shared(sentence: Sentence) -> None:
    """End a content where the next verb of the same source begins, or another's clause."""
    for later in sentence.relations:
        joint = None if later.outer is not None else _find_joint(sentence, later)
        if joint is None:
            continue
        for relation in sentence.relations:
            if relation is later or later.cue[0] <= relation.cue[0]:
                continue
            relation.content = [
                (a, strip_end(sentence.text, a, joint))
                if a < joint < b and relation.cue[0] < a
                else (a, b)
                for a, b in relation.content
            ]


def nest(sentence: Sentence) -> None:
    """Hang a relation that stands within another's content under it."""
    for number, inner in enumerate(sentence.relations):
        if inner.outer is None and inner.doing.rule != "citing" and not inner.shared:
            inner.outer = _find_outer(sentence.relations, number)
    _drop_own_thoughts(sentence)


def _find_joint(sentence: Sentence, later: Relation) -> int | None:
    """Return the place of the ", and", ", as" or "and" that parts a relation from those before."""
    place = later.cue[0]
    if later.source is not None and not later.shared:
        place = min(place, later.source[0])
    tokens = sentence.tokens
    index = next(i for i, t in enumerate(tokens) if t.end > place) - 1
    while index >= 0 and (
        tokens[index].folded in _SKIPPED
        or is_time(tokens[index])
        or tokens[index].folded.endswith("ly")
    ):
        index -= 1
    if index < 0:
        return None
    word = tokens[index].folded
    if word in _PARTING:
        comma = index > 0 and tokens[index - 1].folded == ","
        return tokens[index - 1].start if comma else tokens[index].start
    return tokens[index].start if word == "," else None


def _find_outer(relations: list[Relation], number: int) -> int | None:
    """Return the relation, the last of several, within whose content a relation stands."""
    inner = relations[number]
    if inner.source is None:
        return None
    start, end = inner.source[0], inner.cue[1]
    best: int | None = None
    for other, outer in enumerate(relations):
        if number in {other, outer.outer}:
            continue
        within = any(a <= start and end <= b for a, b in outer.content)
        if within and (best is None or outer.cue[0] > relations[best].cue[0]):
            best = other
    return best


def _drop_own_thoughts(sentence: Sentence) -> None:
    """Drop what a speaker says of their own mind: "said he expected"."""
    relations = sentence.relations
    kept = [n for n, r in enumerate(relations) if r.outer is None or not _is_own_thought(r)]
    new = {old: at for at, old in enumerate(kept)}
    for number in kept:
        outer = relations[number].outer
        while outer is not None and outer not in new:
            outer = relations[outer].outer
        relations[number].outer = None if outer is None else new[outer]
    sentence.relations = [relations[n] for n in kept]


def _is_own_thought(relation: Relation) -> bool:
    own = bool(relation.mentions) and relation.mentions[0].pronoun
    return relation.doing.act in _INWARD or (own and relation.doing.rule.startswith("source-cue"))
