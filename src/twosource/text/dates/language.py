"""The words of time of one language, as one table: to teach a language, write another table.

The months of a language are enough for its page furniture; what the other tables leave empty is
not looked for in running text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Unit = Literal["", "minute", "hour", "day", "week", "weekend", "month", "quarter", "year", "decade"]
Part = Literal[
    "", "early", "mid", "late", "begin", "end", "half1", "half2", "so_far", "still_to_come"
]

_NO_WORDS: frozenset[str] = frozenset()
_NO_ENDING = "\0"


def number_words(words: str, first: int = 1) -> dict[str, int]:
    """Return words numbered in their order; words joined by "|" mean the same.

    >>> number_words("jan|january feb|february")
    {'jan': 1, 'january': 1, 'feb': 2, 'february': 2}
    """
    return {
        word: number
        for number, names in enumerate(words.split(), first)
        for word in names.split("|")
    }


def word_set(words: str) -> frozenset[str]:
    """Return words as a set."""
    return frozenset(words.split())


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """Which words of a language tell a time; all in lower case, without the full stop."""

    code: str
    months: Mapping[str, int]
    """Whole names, January = 1."""
    short_months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    """Whole names, Monday = 0."""
    short_weekdays: Mapping[str, int] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)
    """Numbers in words, before a unit: "two weeks ago"."""
    few: frozenset[str] = _NO_WORDS
    """Counts that tell no number: "a few days ago"."""
    units: Mapping[str, tuple[Unit, int]] = field(default_factory=dict)
    """A unit by its name in the singular, and how many of it the name stands for."""
    whole_units: Mapping[str, Unit] = field(default_factory=dict)
    """Units that "last" and its like may stand before: "last week" is a whole week."""
    which: Mapping[str, int] = field(default_factory=dict)
    """"last" is -1, "this" 0, "next" 1 before a unit, a weekday or a month."""
    from_story: frozenset[str] = _NO_WORDS
    """The like, counted from what was just told and not from the article: "the following day"."""
    parts_of_day: frozenset[str] = _NO_WORDS
    days: Mapping[str, int] = field(default_factory=dict)
    """Words that are a day by themselves: "yesterday" is -1."""
    before_now: frozenset[str] = _NO_WORDS
    """Words that tell only that it was before the article: "previously"."""
    parts: Mapping[str, Part] = field(default_factory=dict)
    """Words before a month or year that take a part of it: "early"."""
    parts_of: Mapping[str, Part] = field(default_factory=dict)
    """The same with "of": "the end of"."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    """Before "quarter" and "half"."""
    ordinal_days: Mapping[str, int] = field(default_factory=dict)
    """Days of a month in words, as they are read aloud: "January twenty-second"."""
    spoken_centuries: Mapping[str, int] = field(default_factory=dict)
    """How a year in words begins: "nineteen" is 1900."""
    tens: Mapping[str, int] = field(default_factory=dict)
    """How it goes on: "seventy" is 70."""
    seasons: frozenset[str] = _NO_WORDS
    fixed_days: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Feasts that fall on one (month, day) every year."""
    rough: frozenset[str] = _NO_WORDS
    more: frozenset[str] = _NO_WORDS
    less: frozenset[str] = _NO_WORDS
    """"about two weeks ago", "more than two weeks ago", "less than two weeks ago"."""

    doubtful_months: frozenset[str] = _NO_WORDS
    """Months that are also words or names: alone they count only behind ``before_month``."""
    before_month: frozenset[str] = _NO_WORDS
    before_year: frozenset[str] = _NO_WORDS
    """Words behind which four digits are a year."""
    of_a_year: frozenset[str] = _NO_WORDS
    """"the 1971 convention", "its 1990 budget": a year unless a count of things follows."""
    after_year: frozenset[str] = _NO_WORDS
    """Words before which four digits are a year: "the 2021 elections"."""
    before_count: frozenset[str] = _NO_WORDS
    """Words behind which four digits count things: "more than 2000"."""
    names_of_papers: frozenset[str] = _NO_WORDS
    """Words before which a weekday is half a name: "Sunday Times"."""
    named_days: frozenset[str] = _NO_WORDS
    """Words behind which a weekday is half a name: "Good Friday"."""
    named_by_day: frozenset[str] = _NO_WORDS
    """Events known by a day without its year: "the Sept. 11 attacks"."""
    bounds: Mapping[str, str] = field(default_factory=dict)
    """Prepositions that make one side of a time open: "since", "until"."""

    future: frozenset[str] = _NO_WORDS
    """Words that make their clause look ahead."""
    future_pairs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words that look ahead only before certain others: "set to", "ahead of"."""
    planned: frozenset[str] = _NO_WORDS
    """Verbs that right before a day tell a plan: "the trial begins Monday"."""
    past: frozenset[str] = _NO_WORDS
    past_pairs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Words that look back before certain others: "after a meeting Monday"."""
    past_ending: str = _NO_ENDING
    progressive_ending: str = _NO_ENDING
    be_now: frozenset[str] = _NO_WORDS
    """"is meeting Monday" tells a plan where both stand right before the day."""
    looking_back: frozenset[str] = _NO_WORDS
    """Words that turn a plan into something past: "had to leave Monday"."""
    infinitive: str = ""
    infinitive_governors: frozenset[str] = _NO_WORDS
    """Words behind which an infinitive looks ahead: "agreed to meet Monday"."""
    object_governors: frozenset[str] = _NO_WORDS
    """The same with somebody between: "urged them to meet Monday"."""
    not_infinitive: frozenset[str] = _NO_WORDS
    future_prepositions: frozenset[str] = _NO_WORDS
    """Prepositions whose day lies ahead: "scheduled for Monday"."""
    past_prepositions: frozenset[str] = _NO_WORDS
    subordinators: frozenset[str] = _NO_WORDS
    """Words that begin a clause of its own behind a date: "Monday in Ostrava, which will …"."""
    between: frozenset[str] = _NO_WORDS
    """Words that may stand between such a preposition and the day."""
    be: frozenset[str] = _NO_WORDS
    before_adjective: frozenset[str] = _NO_WORDS
    """Words behind which a past participle is an adjective: "a planned march"."""
    titles: frozenset[str] = _NO_WORDS
    """Abbreviations whose full stop ends no sentence: "Gen. Dray"."""
    openers: frozenset[str] = _NO_WORDS
    """Words that begin a sentence behind "U.S.", which else goes on: "U.S. officials"."""
