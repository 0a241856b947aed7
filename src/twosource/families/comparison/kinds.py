"""What was changed where the words of two passages part: a number, a day, a name, mere wording.

In doubt it is wording: a kind that is not there would send a reader after nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import takewhile
from typing import Literal, NamedTuple

from twosource.families.comparison.body import Body
from twosource.families.comparison.changes import Change, ChangeKind, Sides
from twosource.families.comparison.edits import Edit, Edits
from twosource.families.comparison.house_prints import are_printed_alike
from twosource.families.comparison.mentions import Mention, MentionKind, Mentions
from twosource.families.comparison.sameness import are_one_verb, are_spelled_alike, mean_alike
from twosource.records import Span, Statement
from twosource.text.concepts import are_contrary, concept_of
from twosource.text.names.vocabulary import SAYING
from twosource.text.numbers import Number, compare
from twosource.text.quantifiers import SCOPES, is_negation
from twosource.text.words import stem

LARGE = 8
"""Words on a side of an edit: in larger ones what stands in whose place cannot be told by place."""
LONGEST_JUDGED = 600
"""Words of a passage: a longer one is a list or a trap, and only its words are compared."""
LARGEST_ATTRIBUTION = 12
"""Words of an attribution that is dropped as a whole: "the ministry said in a statement"."""
_SMALL = 4
_BESIDE_A_DAY = 2
"""Telling words beside a day that was dropped; among more of them it is one of a dropped clause."""
_BESIDE_A_NAME = 2
"""The same beside two names: among more of them the sentence has been written anew."""
_BETWEEN_WORDINGS = 2
"""Equal words between two changes of wording that are told as one."""
_MARKS = frozenset("\"“”„«»‘'’`")
_NEAR = 3
"""Letters in which a mark and the comma beside it stand: ',"'."""
_FEWEST_QUOTED = 3
"""Words that lost or won quotation marks, from which that is told."""
_HEDGES = frozenset(
    "reportedly allegedly purportedly supposedly alleged purported so-called".split()
)
_PRONOUNS = frozenset("he she it they we i him her them his its their there both".split())
_BEFORE_ADJECTIVES = frozenset("the a an his her its their of in for this that".split())
_TAKING_UP = frozenset("the this that his her its their".split())
_MODALS = frozenset("can could may might must shall should cannot".split())

_ONE = "1"
"""The house form of "one", which seldom counts: "one of the problems", "one part of it"."""

Side = Literal[0, 1]


class Found(NamedTuple):
    """A change as words of the bodies, before it is told as places of the text."""

    kind: ChangeKind
    left: range
    right: range
    light: bool = False


class Read(NamedTuple):
    """An article's body with what it mentions."""

    body: Body
    mentions: Mentions


def judge(
    left: Read, right: Read, edits: Edits, passages: tuple[range, range]
) -> tuple[list[Found], list[Found]]:
    """Return what was changed between two passages, by place, and what is only house style."""
    if max(map(len, passages)) > LONGEST_JUDGED:
        return [Found("wording", edit.left, edit.right) for edit in edits.edits], []
    return _Judge((left, right), edits, passages).judge()


def told(found: Found, left: Body, right: Body, passages: tuple[Span, Span]) -> Change:
    """Tell a change by the places of its words."""
    spans: Sides = (left.span(found.left), right.span(found.right))
    return Change(found.kind, spans, passages, found.light)


class _Judge:
    """Two passages, where their words part, and what has been explained of that."""

    def __init__(
        self, sides: tuple[Read, Read], edits: Edits, passages: tuple[range, range]
    ) -> None:
        self.bodies = (sides[0].body, sides[1].body)
        self.mentions = (sides[0].mentions, sides[1].mentions)
        self.edits = edits
        self.passages = passages
        self.told: set[tuple[MentionKind, range | None, range | None]] = set()

    def judge(self) -> tuple[list[Found], list[Found]]:
        changes: list[Found] = []
        spellings: list[Found] = []
        for edit in self.edits.edits:
            if self._is_spelling(edit):
                spellings.append(Found("spelling", edit.left, edit.right))
                continue
            typed = [
                *self._numbers(edit), *self._scope(edit), *self._polarity(edit),
                *self._attribution(edit), *self._days(edit), *self._named(edit),
                *self._verb(edit),
            ]  # fmt: skip
            changes += typed
            changes += self._wording(edit, typed)
        changes += self._marks()
        spellings += [
            Found("spelling", range(one, one + 1), range(other, other + 1))
            for one, other in self.edits.same.items()
            if self.bodies[0].printed(one) != self.bodies[1].printed(other)
        ]
        changes = _pair_days(changes)
        by_place = sorted(changes, key=lambda found: (found.left.start, found.right.start))
        return self._merged(by_place), sorted(spellings, key=lambda found: found.left.start)

    # What words are there.

    def _words(self, side: Side, places: Iterable[int]) -> list[str]:
        return [self.bodies[side].words[at].folded for at in places]

    def _telling(self, side: Side, places: Iterable[int]) -> list[int]:
        return [at for at in places if not self.bodies[side].is_light(at)]

    def _beside(self, side: Side, edit: Edit) -> list[int]:
        """Return the telling words of an edit that mention no number, day or name."""
        telling = self._telling(side, edit[side])
        kinds: tuple[MentionKind, ...] = ("number", "date", "named")
        known = {at for kind in kinds for m in self.mentions[side].touching(kind, telling)
                 for at in m.place}  # fmt: skip
        return [at for at in telling if at not in known]

    def _is_spelling(self, edit: Edit) -> bool:
        """Tell whether an edit prints one word in two ways: "cease-fire", "ceasefire"."""
        if not edit.left or not edit.right:
            return self._only_names_unit(edit)
        if are_printed_alike(self._words(0, edit.left), self._words(1, edit.right)):
            return True
        ours = self.mentions[0].touching("number", edit.left)
        theirs = self.mentions[1].touching("number", edit.right)
        if len(ours) != 1 or len(theirs) != 1:
            return False
        one, other = ours[0], theirs[0]
        inside = set(self._telling(0, edit.left)) <= set(one.place) and set(
            self._telling(1, edit.right)
        ) <= set(other.place)
        return inside and mean_alike(one, other) == "same" and self._is_exact(one, other)

    def _only_names_unit(self, edit: Edit) -> bool:
        """Tell "10 percent" against "10%": a unit told by a word here and by a sign there."""
        pairs = self._pairs("number", edit)
        if len(pairs) != 1 or None in pairs[0]:
            return False
        one, other = pairs[0]
        if one is None or other is None or mean_alike(one, other) != "same":
            return False
        meaning = (one.meaning, other.meaning)
        return all(isinstance(m, Number) and m.unit in {"percent", "money"} for m in meaning)

    @staticmethod
    def _is_exact(one: Mention, other: Mention) -> bool:
        a, b = one.meaning, other.meaning
        return (
            isinstance(a, Number)
            and isinstance(b, Number)
            and (a.qualifier, a.factor, a.counts) == (b.qualifier, b.factor, b.counts)
        )

    # Mentions against mentions.

    def _pairs(self, kind: MentionKind, edit: Edit) -> list[tuple[Mention | None, Mention | None]]:
        """Return the mentions at an edit against those in their place on the other side."""
        ours = self.mentions[0].touching(kind, edit.left)
        theirs = self.mentions[1].touching(kind, edit.right)
        there = [self.edits.same[at] for m in ours for at in m.place if at in self.edits.same]
        here = [
            self.edits.same_back[at] for m in theirs for at in m.place if at in self.edits.same_back
        ]
        ours = self.mentions[0].touching(kind, [*edit.left, *here])
        theirs = self.mentions[1].touching(kind, [*edit.right, *there])
        for one in tuple(ours):
            alike = next((m for m in theirs if mean_alike(one, m) == "same"), None)
            if alike is not None and (len(ours) > 1 or len(theirs) > 1):
                ours.remove(one)
                theirs.remove(alike)
        if len(ours) == len(theirs):
            return list(zip(ours, theirs, strict=True))
        if not ours or not theirs:
            return [*((one, None) for one in ours), *((None, other) for other in theirs)]
        return []

    def _unlike(
        self, kind: MentionKind, edit: Edit
    ) -> Iterator[tuple[Mention | None, Mention | None]]:
        """Yield mentions that differ, or that only one passage has, each pair once."""
        for one, other in self._pairs(kind, edit):
            key = (kind, one and one.place, other and other.place)
            if key in self.told:
                continue
            if one is not None and other is not None:
                differ = mean_alike(one, other) == "other"
                crossed = self._stands_elsewhere(1, one) and self._stands_elsewhere(0, other)
                if not differ or crossed:
                    continue
            else:
                mention, side = _alone(one, other)
                if self._stands_elsewhere(_other(side), mention):
                    continue
            self.told.add(key)
            yield one, other

    def _stands_elsewhere(self, side: Side, mention: Mention) -> bool:
        """Tell whether a passage has a mention too, wherever: then it has only been moved."""
        there = self.mentions[side].touching(mention.kind, self.passages[side])
        return any(mean_alike(mention, one) != "other" for one in there)

    def _numbers(self, edit: Edit) -> Iterator[Found]:
        for one, other in self._unlike("number", edit):
            if one is not None and other is not None:
                if _size(edit) <= LARGE or _clearly_differ(one, other):
                    yield Found("number", one.place, other.place)
            else:
                yield from self._number_gone(edit, one, other)

    def _number_gone(
        self, edit: Edit, one: Mention | None, other: Mention | None
    ) -> Iterator[Found]:
        """Yield a number that one side tells in words, or not at all."""
        mention, side = _alone(one, other)
        across = self._telling(_other(side), edit[_other(side)])
        named = self._words(_other(side), edit[_other(side)])
        if (
            _size(edit) > LARGE
            or self._words(side, mention.place)[:1] == [_ONE]
            or len(self._beside(side, edit)) > _BESIDE_A_DAY
            or not _PRONOUNS.isdisjoint(named)
            or not set(mention.place) & set(edit[side])
            or (across and not self._goes_on(side, mention))
            or self.mentions[_other(side)].touching("named", across)
        ):
            return
        instead = range(across[0], across[-1] + 1) if across else range(0)
        yield _found("number", side, mention.place, instead)

    def _goes_on(self, side: Side, number: Mention) -> bool:
        """Tell whether the other side counts the same thing in words: "several sailors"."""
        known = self.edits.same if side == 0 else self.edits.same_back
        return any(at in known for at in number.place)

    def _days(self, edit: Edit) -> Iterator[Found]:
        for one, other in self._unlike("date", edit):
            if one is not None and other is not None:
                if _size(edit) <= LARGE:
                    yield Found("date", one.place, other.place)
                continue
            mention, side = _alone(one, other)
            if _size(edit) <= LARGE and len(self._beside(side, edit)) <= _BESIDE_A_DAY:
                yield _found("date", side, mention.place)

    def _named(self, edit: Edit) -> Iterator[Found]:
        if self._prints_one_name(edit):
            yield Found("name", edit.left, edit.right)
            return
        for one, other in self._unlike("named", edit):
            kinds = {_kind_of_name(m) for m in (one, other) if m is not None}
            kind: ChangeKind = "place" if kinds == {"place"} else "name"
            if one is not None and other is not None:
                beside = max(len(self._beside(0, edit)), len(self._beside(1, edit)))
                if _size(edit) <= LARGE and beside <= _BESIDE_A_NAME:
                    yield Found(kind, one.place, other.place)
                continue
            mention, side = _alone(one, other)
            across = edit[_other(side)]
            rest = self._telling(_other(side), across)
            pronoun = not _PRONOUNS.isdisjoint(self._words(_other(side), across))
            whole = set(mention.place) <= set(edit[side])
            if whole and not rest and not pronoun and not self._beside(side, edit):
                yield _found(kind, side, mention.place)

    def _prints_one_name(self, edit: Edit) -> bool:
        """Tell whether one word with a capital differs by a letter or two, as names do."""
        if len(edit.left) != 1 or len(edit.right) != 1:
            return False
        capital = all(
            body.article.text[body.words[place.start].start].isupper()
            for body, place in zip(self.bodies, edit, strict=True)
        )
        return capital and are_spelled_alike(
            *(self._words(0, edit.left) + self._words(1, edit.right))
        )

    # Small words.

    def _scope(self, edit: Edit) -> Iterator[Found]:
        if _size(edit) > LARGE:
            return
        ours, theirs = self._scopes(0, edit.left), self._scopes(1, edit.right)
        if {scope for _, scope in ours} == {scope for _, scope in theirs}:
            return
        if ours and theirs:
            yield Found("scope", _hull(ours), _hull(theirs))
            return
        side: Side = 0 if ours else 1
        alone = ours or theirs
        left_over = set(self._telling(side, edit[side])) - {at for at, _ in alone}
        moved = self._scopes(_other(side), self.passages[_other(side)])
        known = {scope for _, scope in moved} >= {scope for _, scope in alone}
        if not left_over and not self._telling(_other(side), edit[_other(side)]) and not known:
            yield _found("scope", side, _hull(alone))

    def _scopes(self, side: Side, places: Iterable[int]) -> list[tuple[int, str]]:
        """Return the words that say how much of a whole is meant, idioms left out."""
        numbers = self.mentions[side]
        found = []
        for at in places:
            word = self.bodies[side].words[at].folded
            if word in SCOPES and not numbers.touching("number", [at]):
                before, behind = self._around(side, at)
                if not _is_idiom(word, before, behind):
                    found.append((at, SCOPES[word]))
        return found

    def _around(self, side: Side, at: int) -> tuple[str, str]:
        found = self.bodies[side].words
        before = found[at - 1].folded if at else ""
        return before, found[at + 1].folded if at + 1 < len(found) else ""

    def _polarity(self, edit: Edit) -> Iterator[Found]:
        """Yield what is said on one side and denied on the other, or told by opposite words."""
        if _size(edit) > LARGE or any(self._cues(side, edit) for side in (0, 1)):
            return
        denied = [
            [at for at in edit[side]
             if is_negation(self.bodies[side].words[at].folded)
             and not self.mentions[side].touching("number", [at])]
            for side in (0, 1)
        ]  # fmt: skip
        rests = [
            [concept_of(w) for at, w in zip(edit[side], self._words(side, edit[side]), strict=True)
             if not self.bodies[side].is_light(at) and not is_negation(w) and w not in _MODALS]
            for side in (0, 1)
        ]  # fmt: skip
        if bool(denied[0]) != bool(denied[1]):
            side: Side = 0 if denied[0] else 1
            across = self._words(_other(side), self.passages[_other(side)])
            if rests[0] == rests[1] and not any(is_negation(word) for word in across):
                yield Found("polarity", edit.left, edit.right)
        elif len(rests[0]) == len(rests[1]) == 1 and are_contrary(rests[0][0], rests[1][0]):
            yield Found("polarity", edit.left, edit.right)

    def _cues(self, side: Side, edit: Edit) -> list[Mention]:
        return self.mentions[side].touching("cue", edit[side])

    # Who says so.

    def _attribution(self, edit: Edit) -> Iterator[Found]:
        for side in (0, 1):
            hedges = [at for at in edit[side] if self._is_hedge(side, at)]
            across = self._words(_other(side), self.passages[_other(side)])
            if hedges and _HEDGES.isdisjoint(across) and len(edit[side]) <= _SMALL:
                yield _found("attribution", side, range(hedges[0], hedges[-1] + 1))
        for one, other in self._unlike("source", edit):
            if one is not None and other is not None:
                touched = set(one.place) & set(edit.left) and set(other.place) & set(edit.right)
                named = self._names_somebody(0, one) and self._names_somebody(1, other)
                if (
                    touched
                    and named
                    and not self._may_be_one(one, other)
                    and _size(edit) <= LARGEST_ATTRIBUTION
                ):
                    yield Found("attribution", one.place, other.place)
                continue
            mention, side = _alone(one, other)
            whole = _hull_of(mention.place, *self._cue_of(side, mention))
            if (
                set(whole) <= set(edit[side])
                and self._cue_of(side, mention)
                and self._names_somebody(side, mention)
                and not self._sources_in(_other(side))
                and len(edit[side]) <= LARGEST_ATTRIBUTION
                and not self._telling(_other(side), edit[_other(side)])
            ):
                beside = [at for at in self._beside(side, edit) if at not in whole]
                close = len(beside) <= _BESIDE_A_DAY  # "said in a statement"
                yield _found("attribution", side, edit[side] if close else whole)

    def _is_hedge(self, side: Side, at: int) -> bool:
        """Tell "reportedly", and "alleged" before a noun: "the alleged attack"."""
        word = self.bodies[side].words[at].folded
        return word in _HEDGES and (
            word.endswith("ly") or self._around(side, at)[0] in _BEFORE_ADJECTIVES
        )

    def _names_somebody(self, side: Side, source: Mention) -> bool:
        """Tell a source from a pronoun, which may mean anybody."""
        return not _PRONOUNS.issuperset(self._words(side, source.place))

    def _may_be_one(self, one: Mention, other: Mention) -> bool:
        """Tell whether one source may be the other: "the company", or one of its people, for it."""
        ours = {stem(word) for word in self._words(0, self._telling(0, one.place))}
        theirs = {stem(word) for word in self._words(1, self._telling(1, other.place))}
        if ours <= theirs or theirs <= ours:
            return True
        return (self._takes_up(0, one) and self._is_named(1, other)) or (
            self._takes_up(1, other) and self._is_named(0, one)
        )

    def _takes_up(self, side: Side, source: Mention) -> bool:
        described = not _TAKING_UP.isdisjoint(self._words(side, source.place))
        return described and not self._is_named(side, source)

    def _is_named(self, side: Side, source: Mention) -> bool:
        body = self.bodies[side]
        behind_the = (at for at in source.place if body.words[at].folded not in _TAKING_UP)
        return any(body.article.text[body.words[at].start].isupper() for at in behind_the)

    def _sources_in(self, side: Side) -> list[Mention]:
        return self.mentions[side].touching("source", self.passages[side])

    def _cue_of(self, side: Side, source: Mention) -> list[range]:
        """Return the words of the verb that goes with a source."""
        return [
            cue.place
            for cue in self.mentions[side].touching("cue", self.passages[side])
            if cue.meaning == source.meaning
        ]

    def _verb(self, edit: Edit) -> Iterator[Found]:
        """Yield another verb for one saying: "refused to comment" for "declined to comment"."""
        if _size(edit) > LARGE:
            return
        verbs = [self._verbs(side, edit) for side in (0, 1)]
        if len(verbs[0]) == len(verbs[1]) == 1:
            (one, ours), (other, theirs) = verbs[0][0], verbs[1][0]
            if not are_one_verb(ours, theirs):
                yield Found("verb", one, other)

    def _verbs(self, side: Side, edit: Edit) -> list[tuple[range, str]]:
        found = [
            (cue.place, cue.meaning.verb)
            for cue in self._cues(side, edit)
            if isinstance(cue.meaning, Statement) and cue.meaning.verb
        ]
        return found or [
            (range(at, at + 1), self.bodies[side].words[at].folded)
            for at in edit[side]
            if self.bodies[side].words[at].folded in SAYING
        ]

    # The rest.

    def _wording(self, edit: Edit, typed: list[Found]) -> Iterator[Found]:
        """Yield what of an edit is not explained yet."""
        known = (
            {at for found in typed for at in found.left},
            {at for found in typed for at in found.right},
        )
        left, right = (
            [at for at in self._telling(side, edit[side]) if at not in known[side]]
            for side in (0, 1)
        )
        if not typed and self._is_moved(edit):
            left, right = [], []
        if not left and not right:
            if not typed:
                yield Found("wording", edit.left, edit.right, light=True)
            return
        if typed and not (left and right):
            # "on Friday told" against "said": what remains stands against small words.
            left, right = (list(edit[side]) if not rest and not known[side] else rest
                           for side, rest in ((0, left), (1, right)))  # fmt: skip
        elif not typed:
            left, right = list(edit.left), list(edit.right)
        ours, theirs = (range(p[0], p[-1] + 1) if p else range(0) for p in (left, right))
        quoted = [
            self.bodies[side].quoted[at] for side, place in ((0, ours), (1, theirs)) for at in place
        ]
        alone = not ours or not theirs
        inside = all(quoted) and (not alone or self._is_inside_quotation(1 if ours else 0, edit))
        yield Found("quotation" if inside else "wording", ours, theirs)

    def _is_moved(self, edit: Edit) -> bool:
        """Tell whether words that one side lacks here stand elsewhere in the same passage of it."""
        if edit.left and edit.right:
            return False
        side: Side = 0 if edit.left else 1
        ours = self._words(side, self._telling(side, edit[side]))
        return any(
            ours == self._words(_other(side), self._telling(_other(side), other[_other(side)]))
            for other in self.edits.edits
            if not other[side]
        )

    def _is_inside_quotation(self, side: Side, edit: Edit) -> bool:
        """Tell whether the place where words are missing lies between quoted words."""
        at = edit[side].start
        quoted = self.bodies[side].quoted
        return 0 < at < len(quoted) and quoted[at - 1] and quoted[at]

    def _marks(self) -> Iterator[Found]:
        """Yield equal words that stand in quotation marks on one side alone."""
        quoted = (self.bodies[0].quoted, self.bodies[1].quoted)
        run: list[tuple[int, int]] = []
        for one, other in [*sorted(self.edits.same.items()), (-1, -1)]:
            unlike = one >= 0 and quoted[0][one] != quoted[1][other]
            if unlike and (not run or (one - 1, other - 1) == run[-1]):
                run.append((one, other))
                continue
            if len(run) >= _FEWEST_QUOTED:
                left = range(run[0][0], run[-1][0] + 1)
                right = range(run[0][1], run[-1][1] + 1)
                inside, outside = (0, 1) if quoted[0][left.start] else (1, 0)
                marks = (self._marks_at(0, left), self._marks_at(1, right))
                if all(marks[inside]) and not any(marks[outside]):
                    yield Found("quotation", left, right)
            run = [(one, other)] if unlike else []

    def _marks_at(self, side: Side, place: range) -> tuple[bool, bool]:
        """Tell whether a quotation mark stands right before some words, and right behind them."""
        body = self.bodies[side]
        text, start, end = body.article.text, body.words[place[0]].start, body.words[place[-1]].end
        before = takewhile(_is_no_space, reversed(text[max(0, start - _NEAR) : start]))
        behind = takewhile(_is_no_space, text[end : end + _NEAR])
        return not _MARKS.isdisjoint(before), not _MARKS.isdisjoint(behind)

    def _merged(self, found: list[Found]) -> list[Found]:
        """Tell changes of one kind as one where next to nothing stands between them."""
        merged: list[Found] = []
        for one in found:
            if merged and _are_one_change(merged[-1], one):
                last = merged.pop()
                left, right = _hull_of(last.left, one.left), _hull_of(last.right, one.right)
                merged.append(Found(one.kind, left, right))
            else:
                merged.append(one)
        return merged


def _pair_days(changes: list[Found]) -> list[Found]:
    """Tell two days as one change where each passage has one that the other has not."""
    days = [found for found in changes if found.kind == "date"]
    ours = [found for found in days if not found.right]
    theirs = [found for found in days if not found.left]
    if len(ours) != 1 or len(theirs) != 1:
        return changes
    kept = [found for found in changes if found not in (ours[0], theirs[0])]
    return [*kept, Found("date", ours[0].left, theirs[0].right)]


def _is_no_space(letter: str) -> bool:
    return not letter.isspace()


def _size(edit: Edit) -> int:
    return max(len(edit.left), len(edit.right))


def _other(side: Side) -> Side:
    return 1 if side == 0 else 0


def _alone(one: Mention | None, other: Mention | None) -> tuple[Mention, Side]:
    """Return the mention that stands alone, and its side."""
    if one is not None:
        return one, 0
    if other is None:
        raise ValueError("a pair without any mention")
    return other, 1


def _found(kind: ChangeKind, side: Side, place: range, across: range = range(0)) -> Found:
    return Found(kind, place, across) if side == 0 else Found(kind, across, place)


def _hull(found: list[tuple[int, str]]) -> range:
    return range(found[0][0], found[-1][0] + 1)


def _hull_of(*places: range) -> range:
    filled = [place for place in places if place]
    if not filled:
        return range(0)
    return range(min(place.start for place in filled), max(place.stop for place in filled))


def _clearly_differ(one: Mention, other: Mention) -> bool:
    a, b = one.meaning, other.meaning
    if not isinstance(a, Number) or not isinstance(b, Number):
        return False
    return compare(a, b).relation == "different"


def _kind_of_name(mention: Mention) -> str:
    return getattr(mention.meaning, "kind", "")


def _is_idiom(word: str, before: str, behind: str) -> bool:
    """Tell whether a word of extent means none here: "after all", "the most", "each other"."""
    match word:
        case "all":
            return before in {"at", "after", "above", "first"} or behind == "but"
        case "most":
            return before in {"the", "its", "at", "s"} or behind.endswith("ly")
        case "each":
            return behind == "other"
        case "part":
            return behind != "of"
        case "many":
            return before in {"how", "so", "as", "too"}
        case "few":
            return before in {"the", "past", "last", "next"}
        case "every":
            return behind in {"day", "week", "month", "year", "time", "now"}
        case _:
            return False


def _are_one_change(one: Found, other: Found) -> bool:
    """Tell whether two changes, the second behind the first, are told as one."""
    if one.kind != other.kind or one.light or other.light:
        return False
    if one.kind == "wording":
        return _are_near(one, other)
    # "AUSTIN, Texas" that only one has is one place.
    return any(
        bool(before) and bool(after) and before.stop == after.start and not across and not opposite
        for before, after, across, opposite in (
            (one.left, other.left, one.right, other.right),
            (one.right, other.right, one.left, other.left),
        )
    )


def _are_near(one: Found, other: Found) -> bool:
    """Tell whether few words stand between two changes, on both sides where both have words."""
    gaps = [
        after.start - before.stop
        for before, after in ((one.left, other.left), (one.right, other.right))
        if before and after
    ]
    return bool(gaps) and all(0 <= gap <= _BETWEEN_WORDINGS for gap in gaps)
