"""The numbers of a text, each with its value, its qualifier, what it counts and what bears on it.

The steps: figures, ranges, what is counted, qualifiers; then what is no quantity is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from twosource.text.concepts import concept_of
from twosource.text.numbers.bearings import Bearings, read_bearings
from twosource.text.numbers.english import ENGLISH
from twosource.text.numbers.exclusions import Candidate, is_quantity
from twosource.text.numbers.figures import Figure, Reader
from twosource.text.numbers.language import Qualifier
from twosource.text.numbers.nouns import Counted, Unit, read_counted
from twosource.text.numbers.qualifiers import read_before, read_behind
from twosource.text.numbers.ranges import join_figures
from twosource.text.numbers.scene import read_scene, sentence_around
from twosource.text.numbers.surroundings import Surroundings, look_around
from twosource.text.words import fold

_LONGEST_ELISION = 120
_SHORTEST_VERB = 5
_READER = Reader(ENGLISH)


class Number(NamedTuple):
    """A quantity in a text: how much, of what, and how it is bounded. Places are code points.

    ``start``/``end`` is the figure with its power words ("1.5 million"); ``low`` and ``high`` its
    value, alike unless it is a range; percentages keep their figure (17), shares are below one.
    """

    start: int
    end: int
    low: float
    high: float
    qualifier: Qualifier = ""
    noun: tuple[int, int] | None = None
    """Where the head of what is counted stands; None where it is not said."""
    unit: Unit = "count"
    currency: str = ""
    counts: str = ""
    """What is counted, as it compares: a concept, "length", "time"; empty where it is not said."""
    factor: float = 1.0
    """How many base units (metres, days) one of its unit is."""
    whole: tuple[int, int] = (0, 0)
    """From the first word of its qualifier to the last of its noun: what can be quoted."""
    bearings: Bearings = Bearings()

    def without_place(self) -> Number:
        """Return the number as it compares, wherever it stands."""
        return self._replace(start=0, end=0, noun=None, whole=(0, 0))


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Return the numbers between ``start`` and ``end`` in order; only what stands there is read.

    >>> [
    ...     (n.low, n.qualifier, n.counts, n.unit)
    ...     for n in find_numbers("more than 10,000 troops for two weeks")
    ... ]
    [(10000.0, 'more than', '=battalion', 'count'), (2.0, '', 'time', 'duration')]
    """
    piece = text[start : len(text) if end is None else end]
    small = _in_small_letters(piece)
    found: list[Number] = []
    for figure in join_figures(_READER.find(small, piece), small, ENGLISH):
        number = _read(piece, figure, found[-1] if found else None)
        if number is not None:
            found.append(number)
    starts = [number.start for number in found]
    known = (_beside_others(piece, number, found, starts) for number in found)
    return [_shifted(number, start) for number in known]


def _in_small_letters(text: str) -> str:
    """Return a text in small letters, each letter in its place."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _read(text: str, figure: Figure, before: Number | None) -> Number | None:
    """Return the number that a figure is; None where it is no quantity."""
    around = look_around(text, figure.lead, figure.end)
    closing = read_behind(around.behind, ENGLISH)
    if closing is not None:
        behind = tuple(token for token in around.behind if token.start >= closing.end)
        around = around._replace(behind=behind)
    counted = read_counted(figure, around, ENGLISH)
    opening = read_before(around, counted, ENGLISH)
    bound = opening or closing
    if bound is None and counted.taken:
        bound = read_behind(around.behind[counted.taken :], ENGLISH, apart=True)
    if not is_quantity(Candidate(figure, around, counted, text, bound is not None), ENGLISH):
        return None
    if closing is not None and counted == Counted("count"):
        words = text[closing.start : closing.end].lower().split()
        if not ENGLISH.age_comparatives.isdisjoint(words):
            counted = Counted("age")
    noun = (counted.noun.start, counted.noun.end) if counted.noun else None
    counts = _counts(counted, around)
    skip = sum(t.start >= opening.start for t in around.before) if opening else 0
    if (
        noun is None
        and before is not None
        and _is_elided(text, before, figure, around, counted, skip)
    ):
        noun, counts = before.noun, before.counts
    first, last = sentence_around(text, figure.start, figure.end)
    scene = read_scene(text[first:last], ENGLISH)
    places = [figure.lead, figure.end, *(noun or ()), *((bound.start, bound.end) if bound else ())]
    if noun is not None and noun[1] <= figure.lead:
        places = [p for p in places if p not in noun]
    return Number(
        start=figure.start,
        end=figure.end,
        low=figure.low,
        high=figure.high,
        qualifier=bound.qualifier if bound else "",
        noun=noun,
        unit=counted.unit,
        currency=counted.currency,
        counts=counts,
        factor=_factor(counted),
        whole=(min(places), max(places)),
        bearings=read_bearings(scene, around, counted, skip, ENGLISH),
    )


def _counts(counted: Counted, around: Surroundings) -> str:
    noun = counted.noun
    if counted.unit == "duration":
        return "time"
    if counted.points:
        return ENGLISH.point
    if noun is None:
        return ""
    if counted.unit == "measure":
        scale = ENGLISH.scales.get(around.word_behind(counted.taken), "")
        if ENGLISH.measures[noun.word].dimension == "temperature" and scale:
            return scale
        return ENGLISH.measures[noun.word].dimension
    return concept_of(fold(noun.word))


def _factor(counted: Counted) -> float:
    if counted.noun is None:
        return 1.0
    if counted.unit == "duration":
        return ENGLISH.durations[counted.noun.word]
    if counted.unit == "measure":
        return ENGLISH.measures[counted.noun.word].factor
    return 1.0


def _is_elided(
    text: str, before: Number, figure: Figure, around: Surroundings, counted: Counted, skip: int
) -> bool:
    """Tell whether a number counts what the one before counts: "killed 12 men and wounded 53"."""
    if counted.unit != "count" or counted.of or figure.dashed:
        return False
    if before.noun is None or before.unit != "count" or before.noun[0] < before.end:
        return False
    between = text[before.end : figure.start]
    if len(between) > _LONGEST_ELISION or any(mark in between for mark in (". ", "? ", "! ", "; ")):
        return False
    following = around.word_behind()
    if following[:1].isalpha() and not (following in ENGLISH.stops or following in ENGLISH.more):
        return False
    word = around.word_before(skip)
    return word in ENGLISH.before_elided or (
        len(word) >= _SHORTEST_VERB and word.endswith(("ing", "ed"))
    )


def _beside_others(text: str, number: Number, found: list[Number], starts: list[int]) -> Number:
    """Return a number that knows the values of the other numbers of its sentence."""
    first, last = sentence_around(text, number.start, number.end)
    near = found[bisect_left(starts, first) : bisect_left(starts, last)]
    beside = frozenset(
        (n.unit, n.currency + n.counts, n.low * n.factor, n.high * n.factor)
        for n in near
        if n.start != number.start
    )
    return number._replace(bearings=number.bearings._replace(beside=beside)) if beside else number


def _shifted(number: Number, by: int) -> Number:
    """Return a number whose places count from where its stretch begins in the whole text."""
    if by == 0:
        return number
    noun = None if number.noun is None else (number.noun[0] + by, number.noun[1] + by)
    whole = (number.whole[0] + by, number.whole[1] + by)
    return number._replace(start=number.start + by, end=number.end + by, noun=noun, whole=whole)
