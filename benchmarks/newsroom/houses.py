"""House style: how one outlet writes numbers, days, names and quotation marks, and signs its texts.

A sentence keeps its marks (``marking.py``) until the house has had its way with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Final

from rapidfuzz.distance import Levenshtein

from benchmarks.newsroom.half import Half
from benchmarks.newsroom.marking import DAY, DAY_END, NUMBER, NUMBER_END, SOFT_COMMA
from benchmarks.newsroom.swapping import match_words

_NUMBER: Final = re.compile(f"{NUMBER}(\\d+)(%?){NUMBER_END}")
_DAY: Final = re.compile(f"{DAY}([^{DAY_END}]*){DAY_END}")
_SOFT: Final = re.compile(f"{SOFT_COMMA}(?=([\ue000-\ue00d]*[,.;:?!”])?)")
_QUOTED: Final = re.compile(r"(“[^”]*”|«[^»]*»|\"[^\"]*\"|‘.*?’(?!\w))")
_LETTER: Final = re.compile(r"[A-Za-zÀ-ž]")
_SMALL: Final = frozenset("a an and as at but by for from in of on or the to up with".split())
_WORDS: Final = "no one two three four five six seven eight nine ten eleven twelve".split()
_WEEKDAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS: Final = (
    "January February March April May June July August September October November December".split()
)
_SHORT_DAYS: Final = re.compile(r"\b(" + "|".join(_WEEKDAYS) + r")\b")
_STAND_INS: Final = "\ue050\ue051\ue052\ue053"
_THOUSAND: Final = 1000
_LETTERS_APART: Final = 2
_ABBREVIATED: Final = 3


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """The habits of one house; made once, used for every sentence that it prints."""

    quotes: tuple[str, str, str, str]
    apostrophe: str
    words_below: int
    thousands: str
    percent: str
    headline: str
    days: str
    dateline: str
    credit: str
    shared_credit: str
    byline: str
    agency_byline: str
    date: str
    swaps: dict[str, str]
    swapped: re.Pattern[str] | None
    spelled: re.Pattern[str] | None
    """What is swapped in quotations too: other spellings of a word, no other words."""

    def style(self, marked: str) -> str:
        """Return a sentence as this house prints it, with the marks of its spans."""
        text = _NUMBER.sub(self._number, marked) if NUMBER in marked else marked
        if self.days == "drop":
            text = _DAY.sub("", text)
        elif DAY in text:
            text = text.replace(DAY, "").replace(DAY_END, "")
            if self.days == "abbreviate":
                text = _SHORT_DAYS.sub(lambda f: f[1][:_ABBREVIATED], text)
        if SOFT_COMMA in text:
            text = _SOFT.sub(lambda f: "" if f[1] else ",", text)
        if self.swapped is not None:
            text = self._swap(text, self.swapped)
        return capitalise(self._quote(text))

    def _swap(self, text: str, pattern: re.Pattern[str]) -> str:
        """Return a sentence with this house's words, its quotations only in this house's spelling.

        A text may come restyled from another house, so any house's quotation marks count.
        """

        def put(found: re.Match[str]) -> str:
            return self.swaps[found.group()]

        pieces = _QUOTED.split(text)
        for place, piece in enumerate(pieces):
            allowed = self.spelled if place % 2 else pattern
            if allowed is not None:
                pieces[place] = allowed.sub(put, piece)
        return "".join(pieces)

    def _quote(self, text: str) -> str:
        """Return a sentence with this house's quotation marks and apostrophes."""
        if "“" in text or "‘" in text:
            for sign, stand_in in zip("“”‘’", _STAND_INS, strict=True):
                text = text.replace(sign, stand_in)
            for stand_in, mark in zip(_STAND_INS, self.quotes, strict=True):
                text = text.replace(stand_in, mark)
        return text.replace("'", self.apostrophe)

    def _number(self, found: re.Match[str]) -> str:
        value = int(found[1])
        if found[2]:
            sign = "%" if self.percent == "%" else " " + self.percent
            return f"{value}{sign}"
        if 0 < value < self.words_below:
            return _WORDS[value]
        if value >= _THOUSAND and self.thousands:
            return f"{value:,}".replace(",", self.thousands)
        return str(value)

    def title(self, marked: str) -> str:
        """Return a headline as this house prints it."""
        text = self.style(marked)
        if self.headline == "upper":
            return text.upper()
        if self.headline == "title":
            words = text.split(" ")
            return " ".join(
                word if place and word in _SMALL else capitalise(word)
                for place, word in enumerate(words)
            )
        return text

    def day(self, moment: datetime) -> str:
        """Return a date as this house prints it above its articles."""
        month = _MONTHS[moment.month - 1]
        weekday = _WEEKDAYS[moment.weekday()]
        values = {
            "weekday": weekday,
            "wd": weekday[:3],
            "day": str(moment.day),
            "dd": f"{moment.day:02}",
            "month": month,
            "mon": month[:3],
            "mm": f"{moment.month:02}",
            "year": str(moment.year),
            "hour": f"{moment.hour:02}",
            "minute": f"{moment.minute:02}",
        }
        return fill(self.date, values)


def fill(pattern: str, values: dict[str, str]) -> str:
    """Fill the slots of a style's pattern: ``{TOWN} ({short}) —``."""
    text = pattern
    for key, value in values.items():
        text = text.replace("{" + key + "}", value)
    return text


def month_and_day(moment: datetime) -> dict[str, str]:
    """Return the slots for a dateline's date."""
    return {
        "month": _MONTHS[moment.month - 1],
        "mon": _MONTHS[moment.month - 1][:3],
        "day": str(moment.day),
        "year": str(moment.year),
    }


def weekday_of(moment: datetime) -> str:
    """Return the name of a day: Thursday."""
    return _WEEKDAYS[moment.weekday()]


def capitalise(text: str) -> str:
    """Return a sentence with a capital first letter, whatever marks stand before it."""
    found = _LETTER.search(text)
    if found is None or not text[found.start()].islower():
        return text
    before = text[: found.start()]
    if before.strip("\ue000\ue001\ue002\ue003\ue004\ue005\ue006\ue008\ue00a\ue00c“‘\"'«( "):
        return text
    return before + text[found.start()].upper() + text[found.start() + 1 :]


def build_house(half: Half, style: str, chance: Random) -> House:
    """Return a house of this style; where the style leaves a choice, it is drawn once."""
    keys = half.styles[style]
    drawn = {key: chance.choice(values) for key, values in sorted(keys.items()) if key != "swap"}
    outer, outer_end, inner, inner_end = drawn["quotes"].split()
    apostrophe = "’" if outer in "“‘" else "'"
    swaps = {}
    for entry in keys.get("swap", ()):
        before, _, after = entry.partition("=>")
        swaps[before.strip()] = after.strip()
    spelled = [word for word, other in swaps.items() if _is_spelling(word, other)]
    if drawn["spellings"] == "second":
        for name in ("surname_spellings", "town_spellings"):
            for entry in half.names[name]:
                first, _, second = entry.partition("=")
                swaps[first.strip()] = second.strip()
                spelled.append(first.strip())
    written = {key: "" if value == "none" else value for key, value in drawn.items()}
    return House(
        quotes=(outer, outer_end, inner, inner_end),
        apostrophe=apostrophe,
        words_below=int(drawn["numbers"].rsplit(None, 1)[-1]) if "below" in drawn["numbers"] else 0,
        thousands={"space": " "}.get(written["thousands"], written["thousands"]),
        percent=drawn["percent"],
        headline=drawn["headline"],
        days=drawn["days"],
        dateline=written["dateline"],
        credit=written["credit"],
        shared_credit=written["shared_credit"],
        byline=written["byline"],
        agency_byline=written["agency_byline"],
        date=written["date"],
        swaps=swaps,
        swapped=match_words(swaps) if swaps else None,
        spelled=match_words(spelled) if spelled else None,
    )


def _is_spelling(word: str, other: str) -> bool:
    """Tell whether two words are one in two spellings: organisers, organizers."""
    return Levenshtein.distance(word, other) <= min(_LETTERS_APART, len(word) // 3)
