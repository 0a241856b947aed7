"""What a language gives to the reading of numbers: words and phrases, never a rule.

The grammar beside it asks a :class:`Language` for everything that is a word. A second language is
a second table; see ``english.py`` for the first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

Qualifier = Literal["", "more than", "at least", "up to", "less than", "about", "nearly"]
"""How a number is bounded by the words beside it; empty where it stands plain."""
Phrases = Mapping[tuple[str, ...], Qualifier]


class Scale(NamedTuple):
    """What a unit measures, and how much of the base unit one of it is."""

    dimension: str
    factor: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """The words of one language that make, bound, count or exclude numbers; all in small letters.

    Phrases are tuples of words, as they stand in the text.
    """

    ones: Mapping[str, int]
    tens: Mapping[str, int]
    powers: Mapping[str, float]
    short_powers: Mapping[str, float]
    """Letters set right behind figures: "1.2m"."""
    vague: Mapping[str, tuple[float, float]]
    """Words that are ranges by themselves: "dozens"."""
    parts: Mapping[str, float]
    """Names of shares: "half", "thirds"."""
    bare_parts: frozenset[str]
    """Those that need no article: "half"."""
    of: str
    at: str
    one: str
    no: str
    """A label with a capital alone: "No 10", "no 10 men"."""
    vague_dozens: float
    """How many "several dozen" are at most."""
    ordinals: frozenset[str]
    articles: frozenset[str]
    few: frozenset[str]
    """What makes a range of a power: "several hundred"."""
    joiners: frozenset[str]
    """What stands between the words of one number: "two hundred and five"."""
    range_marks: frozenset[str]
    to: str
    by: str
    choice: str
    """Between two figures of which either may be meant: "five or six"."""
    between: frozenset[str]
    between_units: tuple[str, ...]
    """Units that may stand behind the first figure of a range: "10% to 15%"."""
    from_words: frozenset[str]
    ranging: frozenset[str]
    changing: frozenset[str]
    rising: frozenset[str]
    falling: frozenset[str]
    reaching: frozenset[str]
    """Before a figure that something came to: "to", "at"."""
    contesting: frozenset[str]
    """Beside these, two figures are a score: "lost 3 to 1"."""
    share_marks: tuple[tuple[str, ...], ...]
    """"three in four", "one out of every five"."""

    qualifiers_before: Phrases
    qualifiers_behind: Phrases
    passed_over: frozenset[str]
    """What may stand between a qualifier and its number: "at least another 50"."""
    prepositions: frozenset[str]
    """Qualifiers that are prepositions as well."""
    before_bounds: frozenset[str]
    """Before "over two years", these show that it means more than two."""
    topics: frozenset[str]
    """Behind these, "about" and "over" name a matter: "a film about two boys"."""

    percent: frozenset[str]
    percent_phrases: frozenset[tuple[str, ...]]
    """The same in two words: "per cent"."""
    points: frozenset[str]
    point: str
    """What percentage points count as."""
    attached: frozenset[str]
    """Capitals that are units or powers right behind a figure: "350W", never "3D"."""
    currencies: Mapping[str, str]
    """Signs and words of money, each with its code."""
    currency_codes: frozenset[str]
    """Those in letters that stand before a figure: "USD 50"."""
    large_sums: Mapping[str, str]
    """Units of weight that are money where they are counted in millions."""
    measures: Mapping[str, Scale]
    among: frozenset[str]
    """Before what a share is of, apart from "of": "19 percent among women"."""
    inch_marks: frozenset[str]
    durations: Mapping[str, float]
    """In days."""
    old: frozenset[str]
    old_endings: tuple[str, ...]
    age_leads: frozenset[str]
    sure_age_leads: frozenset[str]
    between_age: frozenset[str]
    """What may stand between these and an age: "aged over 12"."""
    age_comparatives: frozenset[str]
    """In a bound behind a figure, these make an age of it: "30 and older"."""
    before_age: frozenset[str]
    """Behind a comma: "Ana Moe, now 45"."""
    behind_age: frozenset[str]
    of_age: tuple[tuple[str, ...], ...]
    """Behind "years": "old", "of age"."""
    dying: frozenset[str]
    """Before "at 91", these make an age of it."""
    age_bounds: frozenset[str]
    rate_words: frozenset[str]
    """Words before what each is counted for: "a month", "per share"."""
    sure_rates: frozenset[str]
    rate_adverbs: Mapping[str, str]

    fates: frozenset[str]
    """What befalls those whom the news counts; those killed are none of those hurt."""
    passed_fates: frozenset[str]
    """What may stand between those counted and what befell them: "people were reported dead"."""
    part_marks: frozenset[str]
    """Before a figure, these make it some of more: "another 12"."""
    more: frozenset[str]
    """The same, behind it: "12 other people"."""
    measured_by: Mapping[str, frozenset[str]]
    """How a figure was come by, where it is no plain count, with the words that tell it."""
    saying: frozenset[str]
    """Verbs beside those who say it."""
    limiting: frozenset[str]
    """Prepositions that tell of whom or where: "in", "of", "on"."""
    relative: frozenset[str]
    ranking: frozenset[str]
    """Before a figure, these make it a choice of one's own: "the top 10"."""
    sexes: Mapping[str, str]
    """Pronouns by which one person's figure is told from another's."""
    as_of: str
    parts_of_year: tuple[str, ...]
    scales: Mapping[str, str]
    """Behind "degrees", these say which."""
    lately: frozenset[str]
    """Before a period: "in the past"."""
    auxiliaries: frozenset[str]
    stops: frozenset[str]
    """Words that end the naming of what is counted."""
    determiners: frozenset[str]
    verbs: frozenset[str]
    """Verb forms that no ending betrays, behind what is counted."""
    plurals: frozenset[str]
    """Plural nouns without a plural ending."""
    not_plurals: frozenset[str]
    """Words with a plural's ending that are none."""
    plural_endings: tuple[str, ...]
    not_plural_endings: tuple[str, ...]
    people_endings: tuple[str, ...]
    """Capitals that end so are peoples and parties, and head what is counted."""
    plural_modifiers: frozenset[str]
    """Plural nouns that mostly lead another noun: "two sports cars"."""
    before_elided: frozenset[str]
    """Before a figure whose noun was named just before: "three boats and two"."""
    adjectives: frozenset[str]
    """What no noun is, though it stands where one would."""
    nouns_in_ly: frozenset[str]
    attributive: frozenset[str]
    """Nouns counted in the singular before another one: "a 10 member panel"."""
    people: frozenset[str]
    kin: frozenset[str]
    """Behind these and a comma a figure is an age: "his wife, 32"."""
    openers: frozenset[str]
    """Words that open a sentence with a capital and name nothing."""

    months: frozenset[str]
    month_names: frozenset[str]
    days: frozenset[str]
    company_forms: frozenset[str]
    weekdays: frozenset[str]
    place_words: frozenset[str]
    """Before the name of a place: "in", "near"."""
    clock: frozenset[str]
    year_leads: frozenset[str]
    year_prepositions: frozenset[str]
    """Those of them behind which even a counted plural makes no number: "in 2000 elections"."""
    eras: frozenset[str]
    place_leads: frozenset[str]
    """Before a name, these show that a figure behind it is none of its parts: "in Ohio 20 men"."""
    labels: frozenset[str]
    """Nouns whose number is a name: "Flight 12", "Article 5"."""
    short_labels: frozenset[str]
    spelled_labels: frozenset[str]
    """Those whose number is often a word: "number two"."""
    streets: frozenset[str]
    compound_prepositions: frozenset[str]
    """Behind a figure and a hyphen, these make an idiom: "one-on-one"."""
    pronoun_leads: frozenset[str]
    """Before "one", these make it a pronoun."""
    pronoun_follows: frozenset[str]
    """Behind "one", these make it a pronoun or an idiom."""
    before_one: frozenset[str]
    """Before a lone "one", these make it a count: "only one"."""
    never_alone: frozenset[str]
    also_nouns: frozenset[str]
    """Vague words that are common nouns too: "test scores"."""
    half_leads: frozenset[str]
    """Before "half", these make it a time or a place: "first half"."""
    behind_parts: frozenset[str]
    before_parts: frozenset[str]
    also_periods: frozenset[str]
    """Parts that are periods too: "a quarter"."""

    def is_small(self, word: str) -> bool:
        """Tell whether a word is a preposition, an auxiliary, an article and the like."""
        return word in self.stops or word in self.determiners

    def names_nobody(self, word: str) -> bool:
        """Tell whether a word with a capital is a day, a month or a company's legal form."""
        return word in self.days or word in self.months or word in self.company_forms
