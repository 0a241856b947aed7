"""The shapes that dates take in running text, filled with the words of a language.

The order of words is that of English ("two weeks ago", "last week"); a language that puts them
otherwise brings forms of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import cache

from twosource.text.dates.language import Language
from twosource.text.dates.numeric import FIGURES

YEAR = r"(?:19|20)\d\d(?![\d%])(?![.,]\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_NEVER = r"(?!)"
_TO = r"\s?(?:-|–|to|and|or)\s?"


def any_of(words: Collection[str]) -> str:
    """Return a pattern for any of these words, the longest first; of no words, for nothing."""
    return (
        _NEVER
        if not words
        else "|".join(
            re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))
        )
    )


class Forms:
    """The patterns of one language; every repetition in them is bounded."""

    def __init__(self, language: Language) -> None:
        whole, short = any_of(language.months), any_of(language.short_months)
        month = rf"(?:(?:{whole})\b|(?:{short})\b\.?)"
        weekday = any_of(language.weekdays)
        units = any_of({**language.units, **language.whole_units})
        which = any_of([*language.which, *language.from_story])
        ordinal = any_of(language.ordinals)
        ignore = re.IGNORECASE
        self.figures = FIGURES
        self.day_month = re.compile(
            rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:{_TO}(?P<last>\d{{1,2}}){_ORDINAL})?(?:\s(?:of\s)?|-)"
            rf"(?P<month>{month})(?:,?[\s-](?P<year>{YEAR}))?",
            ignore,
        )
        self.month_day = re.compile(
            rf"(?P<month>{month})\s(?:the\s)?(?P<day>\d{{1,2}}){_ORDINAL}(?![\d%])(?![:.,/]\d)"
            rf"(?:{_TO}(?P<last>\d{{1,2}}){_ORDINAL}(?![\d:%/]))?(?:,?\s(?P<year>{YEAR}))?",
            ignore,
        )
        spoken = any_of(language.ordinal_days).replace(r"\-", r"[\s-]")
        self.spoken_day = re.compile(
            rf"(?P<month>{month})\s(?:the\s)?(?P<spoken>{spoken})\b(?:,?\s(?P<year>{YEAR}))?",
            ignore,
        )
        self.spoken_year = re.compile(
            rf"(?P<century>{any_of(language.spoken_centuries)})[\s-](?P<tens>{any_of(language.tens)})"
            rf"(?:[\s-](?P<unit>{any_of(_units_of(language))}))?\b",
            ignore,
        )
        self.month_year = re.compile(
            rf"(?P<month>{month}),?[\s-](?:of\s)?"
            rf"(?:(?P<year>{YEAR})|(?P<which>last|this|next|that)\syear\b)",
            ignore,
        )
        self.weekday_date = re.compile(
            rf"[A-Za-z]{{3,9}}\b\.?,?\s(?:the\s)?(?:(?P<month>{month})\s(?P<day>\d{{1,2}}){_ORDINAL}"
            rf"(?![\d%])(?!:\d)|(?P<day2>\d{{1,2}}){_ORDINAL}\s(?:of\s)?(?P<month2>{month}))"
            rf"(?:,?\s(?P<year>{YEAR}))?",
            ignore,
        )
        self.weekday_day = re.compile(
            rf"(?:{weekday}),?\s(?:the\s)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b", ignore
        )
        self.weekday_week = re.compile(
            rf"(?:{weekday})\s(?:of\s)?(?P<which>last|this|next)\sweek\b", ignore
        )
        self.day_of_week = re.compile(
            rf"(?P<which>last|this|next)\sweek\s(?:on\s)?(?P<weekday>{weekday})\b", ignore
        )
        self.which = re.compile(
            rf"(?P<which>{which})\s(?:(?P<unit>{units})"
            rf"|(?P<daytime>{any_of(language.parts_of_day)})|(?P<season>{any_of(language.seasons)})"
            rf"|(?P<weekday>{weekday})|(?P<month>{whole}))(?![A-Za-z])",
            ignore,
        )
        self.year = re.compile(
            rf"(?P<year>{YEAR})(?:(?P<decade>['’]?s\b)|[-–/](?P<last>(?:19|20)?\d\d)(?![\d/–-]|\.\d))?"
        )
        self.short_decade = re.compile(r"['’‘](?P<decade>\d0)s\b")
        self.century = re.compile(r"(?P<century>\d{1,2})(?:st|nd|rd|th)[\s-]century\b", ignore)
        self.ordinal = re.compile(
            rf"(?:(?P<ordinal>{ordinal})[\s-](?P<what>quarter|half)|Q(?P<quarter>[1-4]))"
            rf"(?:,?\s(?:of\s)?(?:(?P<year>{YEAR})|(?P<which>last|this|next|the)\syear\b))?",
            ignore,
        )
        self.part = re.compile(
            rf"(?:(?P<part>{any_of(language.parts)})[\s-](?:in\s|on\s)?|"
            rf"(?P<end>{any_of(language.parts_of)})\sof\s(?P<the>the\s)?)",
            ignore,
        )
        self.season_year = re.compile(rf"[a-z]{{2,10}},?\s(?:of\s)?(?P<year>{YEAR})", ignore)
        self.fixed_day = re.compile(
            any_of(language.fixed_days).replace("'", "['’]") + r"\b", ignore
        )
        self.from_now = re.compile(rf"from\s(?:(?P<now>now|today)\b|(?:{weekday})\b)", ignore)
        self.ago_weekday = re.compile(rf"ago\s(?:on\s)?(?:{weekday})\b", ignore)
        self.triggers = _list_triggers(language)
        self.token = _telling_token(self.triggers)
        self.unit_names = {
            **language.units,
            **{name + "s": unit for name, unit in language.units.items()},
        }


def _units_of(language: Language) -> list[str]:
    """Return the numbers below ten in words, without the article."""
    return [word for word, count in language.counts.items() if count < 10 and len(word) > 2]  # noqa: PLR2004


def _list_triggers(language: Language) -> dict[str, str]:
    """Return each word that may begin (or, "ago", end) a date, as it may be written."""
    names = dict.fromkeys([*language.months, *language.short_months], "month")
    names |= dict.fromkeys([*language.weekdays, *language.short_weekdays], "weekday")
    plain = dict.fromkeys([*language.parts, *language.parts_of], "part")
    plain |= dict.fromkeys(language.ordinals, "ordinal")
    plain |= dict.fromkeys(language.before_now, "vague")
    plain |= dict.fromkeys(language.seasons, "season")
    plain |= dict.fromkeys(language.spoken_centuries, "spoken year")
    plain |= dict.fromkeys((words.split()[0] for words in language.which), "which")
    plain |= dict.fromkeys(language.from_story, "which")
    plain |= dict.fromkeys(language.days, "day")
    plain |= dict.fromkeys(
        (words.split()[0].split("'")[0] for words in language.fixed_days), "fixed"
    )
    plain |= dict.fromkeys((f"q{number}" for number in range(1, 5)), "ordinal")
    plain |= {"ago": "ago", "from": "from", "earlier": "earlier", "later": "earlier"}
    plain |= {"weekend": "weekend"}
    triggers = {word: kind for name, kind in plain.items() for word in _written(name)}
    for name, kind in names.items():
        triggers.setdefault(name.title(), kind)
        triggers.setdefault(name.upper(), kind)
    return triggers


_DAY_FOLLOWS = r"(?=st|nd|rd|th|[-–/.]\d|\s?[-–]|\s(?:[A-Z]|of\s|(?:to|and|or)\s\d))"
"""What stands behind a number of one or two figures that may be a day; most are none."""


def _telling_token(triggers: dict[str, str]) -> re.Pattern[str]:
    """Return a pattern for words and numbers that may tell a time: by two letters, to be quick."""
    begin: dict[str, str] = {}
    for word in sorted(triggers):
        begin[word[0]] = begin.get(word[0], "") + word[1]
    words = "|".join(f"{first}[{second}]" for first, second in begin.items())
    return re.compile(
        rf"(?<![^\W_])(?:(?:{words})[A-Za-z]{{0,12}}(?![^\W_])|"
        rf"(?<![.,/–$€£#])(?<!\d-)(?:\d{{4}}(?!\d)|\d{{1,2}}{_DAY_FOLLOWS})|['’‘]\d0s(?![^\W_]))"
    )


def _written(word: str) -> tuple[str, str, str]:
    return word, word.title(), word.upper()


@cache
def forms_of(language: Language) -> Forms:
    """Return the patterns of a language, made once."""
    return Forms(language)
