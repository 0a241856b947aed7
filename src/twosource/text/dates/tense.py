"""Whether a word of a clause looks back or ahead: "said", "will", "set to", "the trial begins"."""

from __future__ import annotations

from collections.abc import Sequence

from twosource.text.dates.language import Language
from twosource.text.dates.mention import Direction

NEAR = 4
"""So many words on either side count as near."""
_LONG_ENOUGH = len("need")


def read_tense(
    language: Language, words: Sequence[str], place: int, floor: int, *, named: bool
) -> Direction:
    """Return the tense that the word at a place shows, "" for most; ``named``: it is half a name.

    ``floor`` is where its sentence begins.

    "United" and "the U.S. Open" are names; "had to leave" looks back, "to leave" ahead.
    """
    word = words[place]
    before = words[place - 1] if place > floor else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if word == language.infinitive:
        return _infinitive(language, words, place, floor)
    if after in language.future_pairs.get(word, ()) or (word in language.future and not named):
        if after == "have":
            return ""  # "could have said" looks back
        return _unless_back(language, words, place, floor)
    if word in language.planned and before not in ("to", "not") and not named:
        return "future"
    if after in language.past_pairs.get(word, ()):
        return "past"
    past = word in language.past or (
        word.endswith(language.past_ending) and len(word) > _LONG_ENOUGH and not named
    )
    adjective = before in language.be or before in language.before_adjective
    return "past" if past and not adjective else ""


def _infinitive(language: Language, words: Sequence[str], place: int, floor: int) -> Direction:
    """Return which way "to meet" looks: it goes by what governs it."""
    before = words[place - 1] if place > floor else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    if not after or after in language.not_infinitive or is_date_word(language, after):
        return ""
    if before in language.infinitive_governors or after in language.be:
        return _unless_back(language, words, place, floor)
    if not language.object_governors.isdisjoint(words[max(floor, place - NEAR) : place]):
        return "future"
    return "past" if before.endswith(language.past_ending) else ""


def _unless_back(language: Language, words: Sequence[str], place: int, floor: int) -> Direction:
    """Return "future", unless "had" or its like stands right before."""
    near = words[max(floor, place - NEAR + 1) : place + 1]
    return "future" if language.looking_back.isdisjoint(near) else "past"


def is_date_word(language: Language, word: str) -> bool:
    """Tell a number, a month or a day of the week, before which "to" begins no infinitive."""
    if word.isdecimal():
        return True
    return word in language.weekdays or word in language.months or word in language.short_months
