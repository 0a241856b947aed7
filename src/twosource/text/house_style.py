"""House style: spellings and short forms that two newsrooms print for one and the same word.

A desk that turns "adviser" into "advisor" or "United States" into "US" changes no fact. Words are
brought to one form before texts are compared, so that such swaps never make a text look different.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from twosource.text.words import Word

_PHRASES: dict[tuple[str, ...], str] = {
    ("united", "states"): "us",
    ("united", "states", "of", "america"): "us",
    ("united", "kingdom"): "uk",
    ("united", "nations"): "un",
    ("european", "union"): "eu",
    ("per", "cent"): "percent",
}
LONGEST_PHRASE = 4
OPENS_PHRASE = frozenset(phrase[0] for phrase in _PHRASES)
_UP_TO_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty",
)  # fmt: skip
_NUMERALS = {word: str(value) for value, word in enumerate(_UP_TO_TWENTY)} | {
    word: str(10 * value)
    for value, word in enumerate(
        ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"), start=3
    )
}
_SHORT_FORMS = {
    "usa": "us", "britain": "uk", "jan": "january", "feb": "february", "aug": "august",
    "sept": "september", "sep": "september", "oct": "october", "nov": "november",
    "dec": "december", "advisor": "adviser", "advisors": "advisers", "grey": "gray",
    "programme": "program", "programmes": "programs", "defence": "defense",
    "offence": "offense", "licence": "license", "ageing": "aging", "judgement": "judgment",
    "whilst": "while", "amongst": "among", "towards": "toward", "afterwards": "afterward",
    "cheque": "check", "tyre": "tire", "tyres": "tires", "storey": "story", "kerb": "curb",
    "centre": "center", "centres": "centers", "theatre": "theater",
    "theatres": "theaters", "metre": "meter", "metres": "meters", "kilometre": "kilometer",
    "kilometres": "kilometers", "litre": "liter", "litres": "liters", "fibre": "fiber",
    "calibre": "caliber", "manoeuvre": "maneuver", "manoeuvres": "maneuvers", "aeroplane":
    "airplane", "aeroplanes": "airplanes", "analyse": "analyze",
    "analysed": "analyzed", "paralyse": "paralyze", "paralysed": "paralyzed", "sceptical":
    "skeptical", "mum": "mom", "okay": "ok",
}  # fmt: skip
_PLACES = {
    "kiev": "kyiv", "odessa": "odesa", "kharkov": "kharkiv", "lvov": "lviv", "turkiye": "turkey",
    "peking": "beijing", "bombay": "mumbai", "calcutta": "kolkata", "madras": "chennai",
    "burma": "myanmar", "macau": "macao", "rangoon": "yangon",
}  # fmt: skip
_NAMES = {
    "muhammad": "mohammed", "mohamed": "mohammed", "muhammed": "mohammed", "mohammad": "mohammed",
    "hizbullah": "hezbollah", "hizballah": "hezbollah", "quran": "koran", "gadhafi": "gaddafi",
    "qaddafi": "gaddafi", "kadyrow": "kadyrov",
}  # fmt: skip
_TABLE = _NUMERALS | _SHORT_FORMS | _PLACES | _NAMES
_SLAVIC_ENDING = re.compile(r"(?<=[a-z]{3})(?:skyy|skiy|skii|skij|skyi|ski)$")
_BRITISH_ENDINGS = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})our(?=(?:s|ed|ing|ful|able|hood|ite|ites)?$)"), "or"),
    (re.compile(r"(?<=[a-z]{3}[aeiou])ll(?=(?:ed|ing|er|ers)$)"), "l"),
)
DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
"""Day names, which desks drop and add; they make no reading of their own."""


@lru_cache(maxsize=200_000)
def house_form(folded: str) -> str:
    """Return the one form that stands for all house spellings of a folded word.

    >>> house_form("advisor"), house_form("kiev"), house_form("twelve"), house_form("realised")
    ('adviser', 'kyiv', '12', 'realized')
    """
    bare, possessive = (folded[:-2], "'s") if folded.endswith("'s") else (folded, "")
    known = _TABLE.get(bare)
    if known is None:
        known = _SLAVIC_ENDING.sub("sky", bare)
        for ending, american in _BRITISH_ENDINGS:
            known = ending.sub(american, known)
    return known + possessive


def match_phrase(folded: Sequence[str]) -> tuple[str, int] | None:
    """Return the short form of the phrase that the words begin with, and how many it takes.

    >>> match_phrase(["united", "nations'", "army"]), match_phrase(["united", "nations", "army"])
    (None, ('un', 2))
    """
    for length in range(min(LONGEST_PHRASE, len(folded)), 1, -1):
        form = _PHRASES.get(tuple(word.removesuffix("'s") for word in folded[:length]))
        if form is not None:
            return form + ("'s" if folded[length - 1].endswith("'s") else ""), length
    return None


def house_words(found: Sequence[Word]) -> list[Word]:
    """Bring words to their house form; a phrase with a short form becomes one word.

    >>> house_words([Word("united", 0, 6), Word("states", 7, 13)])
    [Word(folded='us', start=0, end=13)]
    """
    brought: list[Word] = []
    at = 0
    while at < len(found):
        word = found[at]
        form, taken = house_form(word.folded), 1
        if word.folded in OPENS_PHRASE:
            ahead = [other.folded for other in found[at : at + LONGEST_PHRASE]]
            form, taken = match_phrase(ahead) or (form, taken)
        brought.append(Word(form, word.start, found[at + taken - 1].end))
        at += taken
    return brought
