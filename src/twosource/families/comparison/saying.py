"""Who says so, and by which verb: sources that were changed, dropped or added."""

from __future__ import annotations

from collections.abc import Iterator

from twosource.families.comparison.edits import Edit
from twosource.families.comparison.mentions import Mention
from twosource.families.comparison.passages import (
    FEW_BESIDE,
    LARGE,
    PRONOUNS,
    Found,
    Passages,
    Side,
    across_from,
    find_alone,
    join_places,
    place_on,
    size_of,
)
from twosource.families.comparison.sameness import are_one_verb
from twosource.records import Statement
from twosource.text.names.vocabulary import SAYING
from twosource.text.words import stem

LARGEST_ATTRIBUTION = 12
"""Words of an attribution that is dropped as a whole: "the ministry said in a statement"."""
_SMALL = 4
_HEDGES = frozenset(
    "reportedly allegedly purportedly supposedly alleged purported so-called".split()
)
_BEFORE_ADJECTIVES = frozenset("the a an his her its their of in for this that".split())
_TAKING_UP = frozenset("the this that his her its their".split())


def find_attribution(both: Passages, edit: Edit) -> Iterator[Found]:
    """Yield sources that are others, those that one side alone has, and "reportedly"."""
    for side in (0, 1):
        hedges = [at for at in edit[side] if _is_hedge(both, side, at)]
        across = both.words(across_from(side), both.wholes[across_from(side)])
        if hedges and _HEDGES.isdisjoint(across) and len(edit[side]) <= _SMALL:
            yield place_on("attribution", side, range(hedges[0], hedges[-1] + 1))
    for one, other in both.unlike("source", edit):
        if one is not None and other is not None:
            touched = set(one.place) & set(edit.left) and set(other.place) & set(edit.right)
            named = _names_somebody(both, 0, one) and _names_somebody(both, 1, other)
            if (
                touched
                and named
                and not _may_be_one(both, one, other)
                and size_of(edit) <= LARGEST_ATTRIBUTION
            ):
                yield Found("attribution", one.place, other.place)
            continue
        mention, side = find_alone(one, other)
        whole = join_places(mention.place, *_cue_of(both, side, mention))
        if (
            set(whole) <= set(edit[side])
            and _cue_of(both, side, mention)
            and _names_somebody(both, side, mention)
            and not _sources_in(both, across_from(side))
            and len(edit[side]) <= LARGEST_ATTRIBUTION
            and not both.telling(across_from(side), edit[across_from(side)])
        ):
            beside = [at for at in both.beside(side, edit) if at not in whole]
            close = len(beside) <= FEW_BESIDE  # "said in a statement"
            yield place_on("attribution", side, edit[side] if close else whole)


def _is_hedge(both: Passages, side: Side, at: int) -> bool:
    """Tell "reportedly", and "alleged" before a noun: "the alleged attack"."""
    word = both.bodies[side].words[at].folded
    return word in _HEDGES and (
        word.endswith("ly") or both.around(side, at)[0] in _BEFORE_ADJECTIVES
    )


def _names_somebody(both: Passages, side: Side, source: Mention) -> bool:
    """Tell a source from a pronoun, which may mean anybody."""
    return not PRONOUNS.issuperset(both.words(side, source.place))


def _may_be_one(both: Passages, one: Mention, other: Mention) -> bool:
    """Tell whether one source may be the other: "the company", or one of its people, for it."""
    ours = {stem(word) for word in both.words(0, both.telling(0, one.place))}
    theirs = {stem(word) for word in both.words(1, both.telling(1, other.place))}
    if ours <= theirs or theirs <= ours:
        return True
    return (_takes_up(both, 0, one) and _is_named(both, 1, other)) or (
        _takes_up(both, 1, other) and _is_named(both, 0, one)
    )


def _takes_up(both: Passages, side: Side, source: Mention) -> bool:
    described = not _TAKING_UP.isdisjoint(both.words(side, source.place))
    return described and not _is_named(both, side, source)


def _is_named(both: Passages, side: Side, source: Mention) -> bool:
    body = both.bodies[side]
    behind_the = (at for at in source.place if body.words[at].folded not in _TAKING_UP)
    return any(body.article.text[body.words[at].start].isupper() for at in behind_the)


def _sources_in(both: Passages, side: Side) -> list[Mention]:
    return both.mentions[side].touching("source", both.wholes[side])


def _cue_of(both: Passages, side: Side, source: Mention) -> list[range]:
    """Return the words of the verb that goes with a source."""
    return [
        cue.place
        for cue in both.mentions[side].touching("cue", both.wholes[side])
        if cue.meaning == source.meaning
    ]


def find_verb(both: Passages, edit: Edit) -> Iterator[Found]:
    """Yield another verb for one saying: "refused to comment" for "declined to comment"."""
    if size_of(edit) > LARGE:
        return
    verbs = [_verbs(both, side, edit) for side in (0, 1)]
    if len(verbs[0]) == len(verbs[1]) == 1:
        (one, ours), (other, theirs) = verbs[0][0], verbs[1][0]
        if not are_one_verb(ours, theirs):
            yield Found("verb", one, other)


def _verbs(both: Passages, side: Side, edit: Edit) -> list[tuple[range, str]]:
    found = [
        (cue.place, cue.meaning.verb)
        for cue in both.cues(side, edit)
        if isinstance(cue.meaning, Statement) and cue.meaning.verb
    ]
    return found or [
        (range(at, at + 1), both.bodies[side].words[at].folded)
        for at in edit[side]
        if both.bodies[side].words[at].folded in SAYING
    ]
