"""Which bare figures are ages: "aged 12", "Ana Moe, 45,", "voters under 30", "dead at 91"."""

from __future__ import annotations

from twosource.text.numbers.figures import Figure
from twosource.text.numbers.language import Language
from twosource.text.numbers.surroundings import Surroundings

_OLDEST = 119
_FARTHEST_LEAD = 3
_CLOSING = frozenset((",", ".", ";", ")", "—", "-", ""))


def is_age(figure: Figure, around: Surroundings, language: Language) -> bool:
    """Tell whether a figure without a unit is somebody's age."""
    if figure.share or figure.vague or not 0 < figure.high <= _OLDEST or figure.power > 1:
        return False
    following = around.word_behind()
    ends = not following[:1].isalnum() or following in language.stops
    return (
        _is_said(around, language, ends=ends)
        or (ends and _is_of_people(figure, around, language))
        or _is_apposed(figure, around, following, language)
    )


def _is_said(around: Surroundings, language: Language, *, ends: bool) -> bool:
    """Tell whether a word says so: "aged 12", "turned 50", "under the age of 25", "dead at 91"."""
    before = around.word_before()
    if before == language.of and around.word_before(1) in language.age_leads:
        return True
    if before == language.at and around.word_before(1) in language.dying:
        return ends
    for place in range(_FARTHEST_LEAD):
        word = around.word_before(place)
        if word in language.age_leads:
            return ends or word in language.sure_age_leads
        if word not in language.passed_over and word not in language.between_age:
            return False
    return False


def _is_of_people(figure: Figure, around: Surroundings, language: Language) -> bool:
    """Tell whether those before are of that age: "voters under 30", "those 18 to 34"."""
    if figure.ranged and around.word_before() in language.people:
        return True
    bounded = around.word_before() in language.age_bounds
    return bounded and around.word_before(1) in language.people


def _is_apposed(figure: Figure, around: Surroundings, following: str, language: Language) -> bool:
    """Tell whether a figure stands between commas behind a name: "Ana Moe, now 45, said"."""
    place = 1 if around.word_before() in language.before_age else 0
    if around.word_before(place) != "," or place + 1 >= len(around.before):
        return False
    if figure.spelled or figure.ranged or not figure.low.is_integer():
        return False
    closes = following in _CLOSING or following in language.behind_age
    name = around.before[place + 1]
    return closes and name.is_word and (name.capital or name.word in language.kin)
