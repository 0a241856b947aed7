"""How the words beside a number bound it: "more than", "at least", "or so"."""

from __future__ import annotations

from typing import NamedTuple

from twosource.text.numbers.language import Language, Qualifier
from twosource.text.numbers.nouns import Counted
from twosource.text.numbers.surroundings import Surroundings, Token

_LONGEST_PHRASE = 5


class Bound(NamedTuple):
    """A qualifier and the words that make it."""

    qualifier: Qualifier
    start: int
    end: int


def read_before(around: Surroundings, counted: Counted, language: Language) -> Bound | None:
    """Return the qualifier before a figure, fillers such as "another" passed over."""
    for skipped in range(3):
        if skipped and around.word_before(skipped - 1) not in language.passed_over:
            return None
        tokens = around.before[skipped : skipped + _LONGEST_PHRASE]
        for size in range(len(tokens), 0, -1):
            phrase = tuple(t.word for t in reversed(tokens[:size]))
            qualifier = language.qualifiers_before.get(phrase)
            if qualifier and not (
                size == 1
                and _is_preposition(phrase[0], around.word_before(size), counted, language)
            ):
                return Bound(qualifier, tokens[size - 1].start, tokens[0].end)
    return None


def _is_preposition(word: str, before: str, counted: Counted, language: Language) -> bool:
    """Tell whether "over", "about" or "under" is no bound here: "a film about two boys"."""
    if word not in language.prepositions:
        return False
    if counted.unit == "duration" and word == "over":
        return before not in language.before_bounds
    return before in language.topics


def read_behind(
    tokens: tuple[Token, ...], language: Language, *, apart: bool = False
) -> Bound | None:
    """Return the qualifier that begins with the first of these words: "or more".

    ``apart``: a noun stands between it and the figure, as in "12 boats or more".
    """
    if apart and (not tokens or tokens[0].word != language.choice):
        return None
    first = 1 if tokens and tokens[0].word in "-," else 0
    for size in range(min(_LONGEST_PHRASE, len(tokens) - first), 0, -1):
        taken = tokens[first : first + size]
        qualifier = language.qualifiers_behind.get(tuple(t.word for t in taken))
        if qualifier:
            return Bound(qualifier, taken[0].start, taken[-1].end)
    return None
