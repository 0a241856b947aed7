"""Rules and tagger as one reading of a sentence.

Where both see a cue, the rules tell what is done and through whom; the tagger, which is the better
at it, tells where the words of the source and of the content end. What only the tagger sees is
added where its cue is understood. What only the rules see, of the patterns that the tagger knows
well, is given up. All this by PolNeAR's held-out articles: where sources or contents differ, the
tagger is right four times as often.
"""

from __future__ import annotations

from twosource.records import StatementKind
from twosource.statements.cues import cue_of
from twosource.statements.judging import judge_cue
from twosource.statements.mentions import Mention
from twosource.statements.phrases import read_source
from twosource.statements.relation import Doing, Place, Relation, Unread
from twosource.statements.sentence import Sentence, find_inner, holds, strip_end
from twosource.statements.tagging import Tagged
from twosource.text.quotations import Quotation

SURE_TO_MEND = 0.5
"""Confidence from which the tagger's words replace those of a rule."""
SURE_TO_ADD = 0.5
"""Confidence from which the tagger's finds are added."""
_LEAST_WORDS = 2
_MOSTLY = 0.5
_OF_SPAN = 0.8
_WELL_KNOWN = ("source-cue", "content-", "according-to")
"""Patterns whose words the tagger knows as well: it may set their bounds."""
_GIVEN_UP = ("source-cue-content", "content-")
"""Patterns that do not stand where the tagger sees no cue, unless the verb is one of these:"""
_PLAIN_SAYING = frozenset("say tell claim warn announce add insist deny confirm write".split())
_WORDS_FIRST = ("content-", "according-to")
_RELATIVE = frozenset({"who", "which", "that"})
_EDGES = " \t\u00a0,;:.\u2013\u2014-"


def join_tagged(
    sentence: Sentence, tagged: list[Tagged], quotations: list[Quotation]
) -> list[Unread]:
    """Mend, add and give up relations of a sentence by what the tagger saw in it."""
    unread: list[Unread] = []
    seen: set[int] = set()
    ruled = list(sentence.relations)
    for one in (_without_edges(sentence.text, t) for t in tagged):
        same = [n for n, r in enumerate(ruled) if _touch(r.cue, one.cue)]
        seen.update(same)
        if same:
            _mend(sentence, ruled[same[0]], one, quotations)
        elif one.confidence >= SURE_TO_ADD and not _is_taken(ruled, one):
            why_not = _add(sentence, one, quotations)
            if why_not is not None:
                unread.append(Unread(why_not, one.cue))
    doubted = [r for n, r in enumerate(ruled) if n not in seen and _is_doubtful(r, ruled)]
    unread.extend(Unread("tagger-doubts", r.cue) for r in doubted)
    sentence.drop(doubted)
    return unread


def _without_edges(text: str, tagged: Tagged) -> Tagged:
    """Return what was tagged without a comma at the end of its source."""
    if tagged.source is None:
        return tagged
    first, last = tagged.source
    return tagged._replace(source=(first, strip_end(text, first, last)))


def _touch(one: Place, other: Place) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_doubtful(relation: Relation, ruled: list[Relation]) -> bool:
    """Tell whether the tagger would have seen it: not what stands within another's words."""
    if relation.shared or not relation.doing.rule.startswith(_GIVEN_UP):
        return False
    cue = cue_of(relation.doing.verb)
    plain = cue is not None and cue.lemma in _PLAIN_SAYING
    nested = relation.outer is not None or any(holds(r, relation.cue[0]) for r in ruled)
    return not plain and not nested


def _is_taken(ruled: list[Relation], one: Tagged) -> bool:
    """Tell whether a rule read the same words by another cue: "declined to comment"."""
    return any(
        _touch(place, one.cue) and not any(_touch(c, one.cue) for c in r.content)
        for r in ruled
        for place in (r.cue, r.source)
        if place is not None
    )


def _mend(sentence: Sentence, relation: Relation, one: Tagged, quotations: list[Quotation]) -> None:
    """Take the tagger's source and content where a rule's go astray."""
    if one.confidence < SURE_TO_MEND or not relation.doing.rule.startswith(_WELL_KNOWN):
        return
    if one.source is not None and relation.source is not None:
        if _touch(one.source, relation.source):
            if one.source[0] <= relation.source[0] and relation.source[1] <= one.source[1]:
                relation.source = one.source
        else:
            mentions = read_source(sentence.text, *one.source)
            if mentions:
                relation.mentions, relation.source = mentions, one.source
                relation.mended = one.confidence
    if relation.doing.rule.startswith(_WORDS_FIRST) and relation.kind != "indirect":
        return
    content = _snap(sentence, one, quotations)
    if content and content != relation.content:
        relation.content = content
        relation.kind = tell_kind(content, quotations)
        relation.mended = one.confidence


def _add(sentence: Sentence, one: Tagged, quotations: list[Quotation]) -> str | None:
    """Add what only the tagger saw; return the rule by which it is not taken, if it is not."""
    content = _snap(sentence, one, quotations)
    words = sum(len(sentence.text[a:b].split()) for a, b in content)
    if words < _LEAST_WORDS or one.source is None:
        return "tagged-in-part"
    kind = tell_kind(content, quotations)
    judged = judge_cue(sentence, one, content, kind)
    if judged is None:
        return "tagged-cue-unknown"
    mentions = _read_mentions(sentence, one.source, one.cue)
    if not mentions and sentence.text[slice(*one.source)].casefold() in _RELATIVE:
        return "tagged-source-unread"
    sentence.relations.append(
        Relation(
            mentions=mentions,
            source=one.source,
            cue=one.cue,
            content=content,
            doing=Doing(judged.act, judged.verb, "tagged", one.confidence),
            kind=kind,
            sentence=sentence.place,
        )
    )
    return None


def _read_mentions(sentence: Sentence, source: Place, cue: Place) -> tuple[Mention, ...]:
    """Return whom a tagged source names; "who" is read from what stands before it."""
    mentions = read_source(sentence.text, *source)
    if mentions:
        return mentions
    at = next((i for i, t in enumerate(sentence.tokens) if t.end > cue[0]), None)
    head = sentence.find_head(at) if at is not None else None
    if head is None or not _touch(sentence.span(head.first, head.last), source):
        return ()
    return head.mentions


def _snap(sentence: Sentence, one: Tagged, quotations: list[Quotation]) -> list[Place]:
    """Return a tagged content within its sentence, set to quotation marks and to whole words."""
    start, end = sentence.place
    content: list[Place] = []
    for a, b in one.contents:
        place = _snap_one(sentence.text, (max(a, start), min(b, end)), quotations)
        if place[0] < place[1] and place not in content:
            content.append(place)
    return content


def _snap_one(text: str, place: Place, quotations: list[Quotation]) -> Place:
    first, last = place
    for quotation in quotations:
        inner = find_inner(text, quotation)
        shared = min(last, quotation.end) - max(first, quotation.start)
        if shared <= 0:
            continue
        if shared >= _OF_SPAN * (last - first) and shared >= _MOSTLY * (inner[1] - inner[0]):
            return inner
        if quotation.start < first < quotation.end <= last:
            first = quotation.start
        if first <= quotation.start < last < quotation.end:
            last = quotation.end
    while first < last and text[first] in _EDGES:
        first += 1
    while last > first and text[last - 1] in _EDGES:
        last -= 1
    return first, last


def tell_kind(content: list[Place], quotations: list[Quotation]) -> StatementKind:
    """Tell whether a content is quoted as a whole, in part, or not at all."""
    held = [any(q.start <= a and b <= q.end for q in quotations) for a, b in content]
    if held and all(held):
        return "direct"
    return (
        "mixed"
        if any(_touch((q.start, q.end), c) for q in quotations for c in content)
        else "indirect"
    )
