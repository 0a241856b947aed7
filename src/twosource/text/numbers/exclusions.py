"""Figures that are no quantities: years, dates, times, scores, labels, parts of names, "no one"."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.text.numbers.figures import Figure
from twosource.text.numbers.heads import is_plural
from twosource.text.numbers.language import Language
from twosource.text.numbers.nouns import Counted
from twosource.text.numbers.surroundings import Surroundings

_FIRST_YEAR, _FIRST_LIKELY_YEAR, _LAST_LIKELY_YEAR, _LAST_YEAR = 1000, 1900, 2050, 2100
_YEAR_DIGITS = 4
_ROUND_YEARS = 500
""""2000 troops", never "2012 troops"."""
_LAST_DAY = 31
_SHORTENED = 2
_STREET_REACH = 4
_LETTERED = re.compile(r"\([a-z]\)")
""""401(k)" names a law's paragraph."""
_DIALLED = re.compile(r"\) ?[0-9]")


class Candidate(NamedTuple):
    """A figure with all that tells whether it is a quantity."""

    figure: Figure
    around: Surroundings
    counted: Counted
    text: str
    bounded: bool
    """A qualifier stands beside it."""

    @property
    def written(self) -> str:
        """Return the figure as it stands."""
        return self.text[self.figure.start : self.figure.end]

    @property
    def capital(self) -> bool:
        """Tell whether it is written as a name is: "Ten", neither "ten" nor "TEN"."""
        return self.written[0].isupper() and not self.written.isupper()

    def counts_plural(self, language: Language) -> bool:
        """Tell whether a plural noun is counted."""
        return self.counted.noun is not None and is_plural(self.counted.noun, language)


def is_quantity(candidate: Candidate, language: Language) -> bool:
    """Tell whether a figure is a quantity of the news."""
    return not any(
        rule(candidate, language)
        for rule in (
            _is_linked,
            _is_day,
            _is_time,
            _is_year,
            _is_score,
            _is_labelled,
            _is_behind_name,
            _is_in_name,
            _is_list_mark,
            _is_idiom,
            _is_pronoun,
            _is_vague_word,
            _is_bare_part,
        )
    )


def _is_linked(it: Candidate, language: Language) -> bool:
    """Tell whether a figure is part of an address, a footnote or a shortened year."""
    before = it.text[it.figure.lead - 1 : it.figure.lead] if it.figure.lead else ""
    if before and before in "/=_[":
        return True
    if before in {"'", "’", "‘"} and not it.figure.spelled and len(it.written) == _SHORTENED:
        lead = it.around.word_before(1)
        if lead in language.year_leads or lead in language.months:
            return True
    behind = it.text[it.figure.end : it.figure.end + 3]
    if behind[:1] in {"/", "_", "="} and behind[1:2].isdigit():
        return True
    return bool(_LETTERED.match(behind)) or (before == "(" and bool(_DIALLED.match(behind)))


def _is_day(it: Candidate, language: Language) -> bool:
    """Tell whether a figure is the day of a month: "June 3", "3 June", "June 3 and 4"."""
    if it.figure.spelled or it.figure.high > _LAST_DAY:
        return False
    if it.counted.unit not in {"count", "duration"}:
        return False
    near = (it.around.word_before(place) for place in range(4))
    before = [*(word for word in near if word != "."), "", "", ""]
    if before[0] in language.months:
        # "In March 20 people died", but "the Sept. 11 attacks".
        things = it.counted.unit == "count" and it.counts_plural(language)
        return not (things and before[1] in language.place_leads)
    joined = before[0] in language.joiners or before[0] in {",", "-", "–"}
    if joined and before[1][:1].isdigit() and before[2] in language.months:
        return True
    first, second = it.around.word_behind(), it.around.word_behind(1)
    month = second if first == language.of else first
    return month in language.months and any(t.capital for t in it.around.behind[:2])


def _is_time(it: Candidate, language: Language) -> bool:
    return it.around.word_behind() in language.clock


def _is_year(it: Candidate, language: Language) -> bool:
    """Tell "in 2012" from "2,012", "2000 troops" and "1500 metres"."""
    lead, low = it.around.word_before(), it.figure.low
    if it.figure.spelled or it.figure.share or it.counted.unit in {"money", "percent"}:
        return False
    if it.around.word_behind() in language.eras or lead in language.eras:
        return True
    digits, behind = it.written[:_YEAR_DIGITS], it.written[_YEAR_DIGITS : _YEAR_DIGITS + 1]
    if not digits.isdigit() or behind not in {"", "-", "–", " "} or it.figure.power > 1:
        return False
    if not _FIRST_YEAR <= low <= _LAST_YEAR:
        return False
    if it.counted.unit in {"measure", "duration"}:
        return low >= _FIRST_LIKELY_YEAR and lead in language.year_leads
    noun = it.counted.noun
    named = noun is not None and noun.capital and not it.around.titled
    plural = it.counts_plural(language) and not named
    if not _FIRST_LIKELY_YEAR <= low <= _LAST_LIKELY_YEAR:
        return not it.bounded and (not plural or lead in language.year_prepositions)
    if it.bounded and lead not in language.year_leads:
        return False
    counts = plural and it.counted.taken == 1 and low % _ROUND_YEARS == 0
    return not counts or lead in language.year_prepositions


def _is_score(it: Candidate, language: Language) -> bool:
    """Tell whether two figures with a dash are a score or a record, and no range."""
    if not it.figure.dashed:
        return False
    if it.figure.low >= it.figure.high:
        return True
    if it.counted.unit != "count" or it.bounded or it.around.word_before() in language.age_leads:
        return False
    return not it.counts_plural(language)


def _is_labelled(it: Candidate, language: Language) -> bool:
    """Tell whether a figure names a thing of a known sort: "Flight 12", "Article 5", "No. 2"."""
    if not _may_be_name(it) or not it.around.before:
        return False
    before = it.around.before[0]
    word = before.word
    if word == "." and len(it.around.before) > 1:
        before = it.around.before[1]
        word = before.word if before.word in language.short_labels else ""
    if it.figure.spelled and not it.capital:
        unnamed = it.counted.noun is None and word in language.labels
        return unnamed or word in language.spelled_labels
    if word not in language.labels or (word == language.no and not before.capital):
        return False
    return before.capital or word in language.short_labels or not it.counts_plural(language)


def _may_be_name(it: Candidate) -> bool:
    plain = not (it.figure.share or it.figure.vague or it.figure.currency)
    return plain and not it.bounded


def _is_behind_name(it: Candidate, language: Language) -> bool:
    """Tell whether a figure belongs to the name before it: "Apollo 11", "Meridian 4 sails"."""
    if not _may_be_name(it) or not it.around.before or it.counted.unit != "count":
        return False
    if it.figure.spelled and not it.capital:
        return False
    before, plural = it.around.before[0], it.counts_plural(language)
    word, first = before.word, len(it.around.before) == 1
    if not (before.capital and before.is_word) or it.around.titled or language.is_small(word):
        return False
    if word in language.months or word in language.openers or word in language.fates:
        return False
    if "," in it.written or (plural and word.endswith(("'s", "s'"))):
        return False
    if first and (word.endswith(("ed", "ly", "ing")) or (plural and not it.figure.spelled)):
        return False
    return not (plural and it.around.word_before(1) in language.place_leads)


def _is_in_name(it: Candidate, language: Language) -> bool:
    """Tell whether a number is part of a name: "Big Ten", "60 Minutes", "10 Mill Street"."""
    if it.around.titled:
        return False
    spelled = it.figure.spelled
    if spelled and it.capital and it.around.before and it.around.before[0].is_word:
        return True
    nearest = it.around.behind[0] if it.around.behind else None
    if nearest is None or not nearest.capital or nearest.start > it.figure.end + 1:
        return False
    if spelled and not it.capital:
        return False
    if spelled:
        # "Nine Oaks hotels", not "Nine Ostrandians" nor "Nine oaks".
        people = nearest.word.endswith(language.people_endings)
        return is_plural(nearest, language) and not people and it.counted.taken > 1
    street = any(t.word in language.streets and t.capital for t in it.around.behind[:_STREET_REACH])
    timed = it.counted.unit == "duration" and it.counted.taken == 1
    return street or (timed and not it.around.opens)


def _is_list_mark(it: Candidate, language: Language) -> bool:
    """Tell whether a figure numbers an item of a list: "1. Boil the water", "Two, boil it"."""
    if it.figure.currency or not it.around.opens:
        return False
    if it.figure.spelled:
        named = it.counted.noun is not None or it.written.lower() in language.vague
        return it.around.word_behind() == "," and not named
    return it.around.word_behind() in {".", ")"} and len(it.around.behind) > 1


def _is_idiom(it: Candidate, language: Language) -> bool:
    """Tell whether a figure leads a compound that counts nothing: "one-on-one", "2-in-1"."""
    if it.figure.ranged or it.figure.currency or it.around.word_behind() != "-":
        return False
    if it.around.behind[0].start != it.figure.end:
        return False
    return it.around.word_behind(1).split("-")[0] in language.compound_prepositions


def _is_pronoun(it: Candidate, language: Language) -> bool:
    """Tell whether "one" stands for somebody and counts nothing."""
    if it.written.lower() != language.one or it.figure.share:
        return False
    before, behind = it.around.word_before(), it.around.word_behind()
    if it.text[it.figure.end : it.figure.end + 1] in {"-", "–"}:
        return it.counted.unit == "count"
    if it.bounded:
        return False
    if before in language.pronoun_leads or behind in language.pronoun_follows or before == "-":
        return True
    if behind == language.of or it.counted.unit != "count":
        return False
    noun = it.counted.noun
    near = noun is not None and it.counted.taken == 1 and noun.word not in language.plurals
    if near and it.counts_plural(language):
        # "if one adds that"
        return True
    if before in language.fates or behind in language.fates:
        return False
    return it.counted.noun is None and before not in language.before_one


def _is_vague_word(it: Candidate, language: Language) -> bool:
    """Tell whether "scores" are results, or "tens" stand without what they are tens of."""
    word = it.written.lower()
    if word in language.never_alone:
        return True
    if word not in language.also_nouns:
        return False
    behind = it.around.word_behind()
    if behind == language.of and it.counted.noun is not None:
        return it.around.word_before() in language.determiners
    return behind not in language.more and behind not in language.auxiliaries


def _is_bare_part(it: Candidate, language: Language) -> bool:
    """Tell whether "half", "a third", "a quarter" are no share here: "the first half"."""
    word = it.written.lower()
    if not it.figure.share or it.figure.ranged or not it.figure.spelled:
        return False
    lead, _, part = word.rpartition(" ")
    if part not in language.parts or (lead and lead not in language.articles):
        return False
    behind, before = it.around.word_behind(), it.around.word_before()
    if it.text[it.figure.end : it.figure.end + 1] == "-":
        return it.counted.unit == "share"
    if not lead and before in language.half_leads:
        return True
    if it.bounded or behind in {language.of, *language.behind_parts}:
        return False
    if behind in language.determiners or it.counted.unit in {"duration", "measure", "percent"}:
        return False
    if not lead:
        return behind not in language.articles
    if part in language.also_periods and before not in language.before_parts:
        return True
    return behind[:1].isalpha() and behind not in language.stops
