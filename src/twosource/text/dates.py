"""When something was said or done: expressions of time in running text, and the day they mean.

An expression is first found (:func:`find_dates`) and only then counted from a day
(:func:`resolve_date`), because the same words mean another day in another article. What can be read
as two days stays unknown: a guessed date shown as read would be worse than none.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Literal, NamedTuple

from twosource.records import Said

Kind = Literal["absolute", "partial", "weekday", "offset", "unclear"]
Direction = Literal["", "past", "future", "last", "next"]
Unit = Literal["", "hour", "day", "week", "weekend", "month", "year"]

MONTHS = {
    "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7,
    "august": 8, "september": 9, "october": 10, "november": 11, "december": 12,
}  # fmt: skip
SHORT_MONTHS = {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAYS = {
    "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5,
    "sunday": 6,
}  # fmt: skip
_SHORT_WEEKDAYS = {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "eighteen": 18, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50,
}  # fmt: skip
FIRST_YEAR, LAST_YEAR = 1900, 2099
"""Four digits outside these are rather a number than a year of the news."""

_NEAREST_MONTHS = 5
"""How many months a bare month may lie from the one that anchors it."""
_ANCHOR_REACH = 1_500
"""Letters over which a month of a stated year still anchors bare months."""
_OLD_ANCHOR_REACH = 300
"""The same, where the article's own date competes with the anchor."""
_WEEK_SLACK = 4
_DOUBTFUL_LAST_MONTHS = 2
_AGAINST_THE_CLAUSE = 2
"""How much further away a day counts that lies where the clause does not look."""
_NO_NEAREST = 150
"""From so many days on either side, the nearest day is no better than the other."""
_MONTHS_OF_YEAR = 12
_DAYS_OF_YEAR = 366
_CONTEXT = 160
_LOOK_BACK_WORDS = 14
_LOOK_AHEAD_WORDS = 12

_TOKEN = re.compile(r"[A-Za-z]{2,10}|\d{1,4}")
_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]{1,2})?")
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|"
    r"Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
_YEAR = r"(?:19|20)\d\d(?![\d%])(?![.,]\d)"
_ORDINAL = r"(?:st|nd|rd|th)?"
_TO = r"\s?(?:-|–|to|and|or)\s?"
_DAY_MONTH = re.compile(
    rf"(?P<day>\d{{1,2}}){_ORDINAL}(?:{_TO}(?P<last>\d{{1,2}}){_ORDINAL})?(?:\s(?:of\s)?|-)"
    rf"(?P<month>{_MONTH})(?:,?[\s-](?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"(?P<month>{_MONTH})\s(?P<day>\d{{1,2}}){_ORDINAL}(?![\d%])(?![:.,/]\d)"
    rf"(?:{_TO}(?P<last>\d{{1,2}}){_ORDINAL}(?![\d:]))?(?:,?\s(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_MONTH_YEAR = re.compile(
    rf"(?P<month>{_MONTH}),?\s(?:of\s)?(?P<year>{_YEAR})|(?P<bare>[A-Za-z]+)", re.IGNORECASE
)
_WHICH_YEAR = re.compile(r"\s(?:of\s)?(?P<which>last|this|next)\syear\b", re.IGNORECASE)
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)")
_SLASHED = re.compile(
    r"(?P<first>\d{1,2})(?P<mark>[/.-])(?P<second>\d{1,2})(?P=mark)(?P<year>\d{4})(?!\d)"
)
_BARE_YEAR = re.compile(rf"(?P<year>{_YEAR})(?P<decade>['’]?s\b)?")
_WEEKDAY_DATE = re.compile(
    rf"[A-Za-z]+\b\.?,?\s(?:the\s)?(?:(?P<month>{_MONTH})\s(?P<day>\d{{1,2}}){_ORDINAL}(?![\d%])(?!:\d)"
    rf"|(?P<day2>\d{{1,2}}){_ORDINAL}\s(?:of\s)?(?P<month2>{_MONTH}))"
    rf"(?:,?\s(?P<year>{_YEAR}))?",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"(?P<which>last|past|next|this coming|this|coming|previous|following|same)\s(?:"
    r"(?P<unit>week(?:end)?|month|year|night|day|morning|afternoon|evening|quarter|decade|century|"
    r"spring|summer|autumn|fall|winter)|(?P<name>[A-Za-z]{3,9}))(?![A-Za-z'’])",
    re.IGNORECASE,
)
_SEASON_YEAR = re.compile(rf"[a-z]+,?\s(?:of\s)?(?P<year>{_YEAR})", re.IGNORECASE)
_PART_OF = re.compile(r"(?:early|late|mid|the end of|the start of)[\s-](?:in\s)?$", re.IGNORECASE)
_COUNT_UNIT = re.compile(
    r"(?:(?P<about>about|around|some|nearly|almost|roughly|over|more than|less than|at least|"
    r"approximately|just over|just under)\s)?"
    r"\b(?P<count>\d{1,3}|[a-z]+|an?\s(?:few|couple(?:\sof)?)|(?:few|couple\sof))[\s-]"
    r"(?P<unit>minute|hour|day|week|month|year|decade)s?\s$",
    re.IGNORECASE,
)
_AFTER_VAGUE = re.compile(r"\s(?:(?:this|on|in|today|yesterday|that|than|last|to)\b|[A-Z])")

_SEASONS = frozenset(("spring", "summer", "autumn", "fall", "winter"))
_NAMES_OF_PAPERS = frozenset(
    (
        "times", "telegraph", "mirror", "express", "mail", "post", "world", "herald", "mercury",
        "independent", "tribune", "business", "night", "club", "league", "prayers",
    )
)  # fmt: skip
_NAMED_DAYS = frozenset(
    ("good", "black", "ash", "bloody", "super", "cyber", "palm", "maundy", "shrove", "giving")
)
# Months that are also words or names count alone only behind one of these.
_DOUBTFUL_MONTHS = frozenset(("march", "april", "may", "june", "august"))
_BEFORE_MONTH = frozenset(
    (
        "in", "since", "of", "last", "next", "this", "until", "till", "by", "from", "early",
        "late", "mid", "during", "through", "between", "before", "after", "previous", "to",
        "and", "for", "every",
    )
)  # fmt: skip
_BEFORE_YEAR = frozenset(
    (
        "in", "since", "until", "till", "by", "from", "of", "during", "early", "late", "mid",
        "year", "fiscal", "between", "through", "before", "after", "to", "and", "for",
    )
)  # fmt: skip
_AFTER_YEAR = frozenset(
    (
        "election", "elections", "olympics", "games", "census", "budget", "season", "war",
        "referendum", "campaign", "invasion", "attack", "attacks", "report", "survey", "crisis",
        "coup", "treaty", "agreement", "deal", "law", "revolution", "summit", "vote",
    )
)  # fmt: skip

_FUTURE_WORDS = frozenset(
    (
        "will", "won't", "shall", "would", "may", "might", "could", "should", "must", "upcoming",
        "scheduled", "expected", "due", "slated", "planned", "plans", "plan", "planning",
        "expects", "expect", "hopes", "intends", "going", "tomorrow", "he'll", "she'll", "it'll",
        "they'll", "we'll", "i'll", "you'll", "poised",
    )
)  # fmt: skip
_PLANNED_VERBS = frozenset(
    (
        "begin", "begins", "start", "starts", "open", "opens", "resume", "resumes", "meet",
        "meets", "expire", "expires", "arrive", "arrives", "vote", "votes", "takes", "face",
        "faces", "beginning", "starting", "ends", "kicks", "goes", "deadline",
    )
)  # fmt: skip
_PAST_WORDS = frozenset(
    (
        "said", "told", "was", "were", "had", "did", "made", "came", "went", "took", "saw", "met",
        "held", "began", "fell", "rose", "won", "lost", "sent", "left", "gave", "found", "got",
        "wrote", "spoke", "broke", "drew", "flew", "became", "brought", "ran", "hit", "died",
        "shot", "kept", "led", "paid", "sold", "bought", "stood", "struck", "thought", "built",
        "caught", "dealt", "fought", "grew", "knew", "sought", "swept", "threw", "withdrew", "ago",
        "previously", "earlier", "says", "has", "have",
    )
)  # fmt: skip
_FUTURE_CONTROL = _FUTURE_WORDS | frozenset(
    (
        "agreed", "agree", "agrees", "promised", "promises", "vowed", "vows", "pledged", "set",
        "ready", "likely", "about", "prepared", "preparing", "prepares", "asked", "urged",
        "ordered", "invited", "threatened", "threatens", "need", "needs", "supposed", "want",
        "wants", "wanted", "hoped", "intended", "deadline", "is", "are", "continue", "try",
        "hoping", "seeks", "decided", "meeting", "session", "time",
    )
)  # fmt: skip
_FUTURE_PREPOSITIONS = frozenset(("for", "until", "till", "by", "starting"))
_LOOKING_BACK = frozenset(("had", "previously", "earlier"))
_NEAR = 4
_BEFORE_ADJECTIVE = frozenset(("a", "an", "the", "its", "his", "her", "their", "this", "still"))
_BETWEEN_PREPOSITION_AND_DATE = frozenset(("on", "early", "late", "mid", "noon", "midnight"))
_NOT_INFINITIVE = frozenset(("the", "a", "an", "his", "her", "its", "their", "this", "that"))
_BE = frozenset(("be", "being", "is", "are"))
_SENTENCE_EDGE = re.compile(r"[.!?;][\"'”’)]?\s+(?=[A-Z\"'“‘(])|\n")


class DateMention(NamedTuple):
    """Words that tell a time: code points ``start`` to ``end`` (half open), and what they say.

    ``kind`` is ``absolute`` (a year is named), ``partial`` (a month or its day, and no year),
    ``weekday``, ``offset`` (``amount`` units from the article's day, negative for the past) or
    ``unclear`` (no day can be told: "earlier", 03/04/2025, "the 1990s"). ``direction`` says which
    of several fitting days is meant, as far as the clause shows it; ``about`` that the words
    themselves are rough ("about two weeks ago"), ``whole`` that a calendar unit is meant ("last
    week"), not a number of days.
    """

    start: int
    end: int
    kind: Kind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    weekday: int | None = None
    amount: int = 0
    unit: Unit = ""
    direction: Direction = ""
    about: bool = False
    whole: bool = False


def month_number(name: str) -> int:
    """Return 1 to 12 for an English month, whole or short.

    >>> month_number("Sept."), month_number("MAY")
    (9, 5)
    """
    plain = name.lower().rstrip(".")
    return MONTHS.get(plain) or SHORT_MONTHS[plain[:3]]


def _number(words: str | None) -> int | None:
    return int(words) if words else None


def _words_before(text: str, position: int, floor: int) -> list[str]:
    """Return the words of the same sentence before a place, nearest first."""
    begin = max(floor, position - _CONTEXT)
    context = text[begin:position]
    edges = list(_SENTENCE_EDGE.finditer(context))
    if edges:
        context = context[edges[-1].end() :]
    return [word.lower().replace("’", "'") for word in reversed(_WORD.findall(context))]


def _words_after(text: str, position: int, ceiling: int) -> list[str]:
    context = text[position : min(ceiling, position + _CONTEXT)]
    edge = _SENTENCE_EDGE.search(context)
    if edge is not None:
        context = context[: edge.start()]
    return [word.lower().replace("’", "'") for word in _WORD.findall(context)]


def _tense_of(words: Sequence[str], place: int) -> Direction:
    """Return the tense that the word at ``place`` shows; ``words`` run backwards from the date."""
    word = words[place]
    before = words[place + 1] if place + 1 < len(words) else ""
    after = words[place - 1] if place else ""
    if word == "to":
        if place == 0 or after in _NOT_INFINITIVE:
            return ""
        if before in _FUTURE_CONTROL or after == "be":
            back = _LOOKING_BACK.intersection(words[place : place + _NEAR])
            return "past" if back else "future"
        return "past" if before.endswith("ed") else ""
    if word in _FUTURE_WORDS or (word == "set" and after in ("to", "for")):
        if after == "have":
            return ""  # "could have said" looks back
        return "past" if _LOOKING_BACK.intersection(words[place : place + _NEAR]) else "future"
    if word in _PLANNED_VERBS and place < _NEAR and before not in ("to", "not"):
        return "future"
    past = word in _PAST_WORDS or (word.endswith("ed") and len(word) > len("need"))
    return "past" if past and before not in _BE | _BEFORE_ADJECTIVE else ""


def _direction(text: str, start: int, end: int, floor: int, ceiling: int) -> Direction:
    """Return whether the clause around a date looks back or ahead, "" where it does not show.

    The nearest verb decides: "said Friday that talks will resume Monday" holds both.
    """
    before = _words_before(text, start, floor)
    while before and before[0] in _BETWEEN_PREPOSITION_AND_DATE:
        before = before[1:]
    if before and before[0] in _FUTURE_PREPOSITIONS:
        # "had filed by Wednesday" looks back, "must file by Wednesday" ahead.
        return "past" if _LOOKING_BACK.intersection(before[: 2 * _NEAR]) else "future"
    if before and before[0] == "since":
        return "past"
    for place in range(min(len(before), _LOOK_BACK_WORDS)):
        tense = _tense_of(before, place)
        if tense:
            return tense
    after = _words_after(text, end, ceiling)[:_LOOK_AHEAD_WORDS]
    backwards = after[::-1]
    for place in range(len(backwards) - 1, -1, -1):
        tense = _tense_of(backwards, place)
        if tense and backwards[place] not in _PLANNED_VERBS:
            return tense
    return ""


class _Search:
    """One reading of a text: tries what each telling word may begin. Private to ``find_dates``."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end

    def previous_word(self, position: int) -> str:
        """Return the word right before a place, lower case, "" where a sign stands between."""
        found = re.search(
            r"([A-Za-z]+)[\s-]$", self.text[max(self.start, position - 20) : position]
        )
        return found.group(1).lower() if found is not None else ""

    def direction(self, start: int, end: int) -> Direction:
        """Return whether the clause looks back or ahead."""
        return _direction(self.text, start, end, self.start, self.end)

    def month_day(self, found: re.Match[str]) -> DateMention:
        """Return the mention of a day and a month, with or without a year."""
        year = _number(found["year"])
        first, last = found.span()
        return DateMention(
            first,
            last - (found.group().endswith(".") and found["year"] is None and found["day"] is None),
            "absolute" if year else "partial",
            year=year,
            month=month_number(found["month"]),
            day=int(found["day"]),
            last_day=_number(found["last"]),
            direction="" if year else self.direction(first, last),
        )

    def at_number(self, position: int) -> DateMention | None:
        """Return the date that begins with digits: 5 March, 2025-03-05, 31/12/2024, 2021, 1990s."""
        text, end = self.text, self.end
        if position and (text[position - 1] in "$€£#.,/-–" or text[position - 1].isdigit()):
            return None
        found = _DAY_MONTH.match(text, position, end)
        if found is not None and int(found["day"]) and _may_be_month(found["month"]):
            return self.month_day(found)
        found = _ISO_DAY.match(text, position, end)
        if found is not None:
            year, month, day = (int(found[part]) for part in ("year", "month", "day"))
            return DateMention(*found.span(), "absolute", year=year, month=month, day=day)
        found = _SLASHED.match(text, position, end)
        if found is not None:
            return _slashed(found)
        found = _BARE_YEAR.match(text, position, end)
        return self.at_year(found) if found is not None else None

    def at_year(self, found: re.Match[str]) -> DateMention | None:
        """Return a year that stands alone, where its neighbours show that it is one."""
        if found["decade"]:
            return DateMention(*found.span(), "unclear")
        before = self.previous_word(found.start())
        ahead = re.match(r"\s([a-z]+)", self.text[found.end() : found.end() + 20])
        after = ahead.group(1) if ahead is not None else ""
        counted = after.endswith("s") and after not in _AFTER_YEAR and after not in ("as", "was")
        if after not in _AFTER_YEAR and (before not in _BEFORE_YEAR or counted):
            return None
        return DateMention(*found.span(), "absolute", year=int(found["year"]))

    def at_month(self, position: int, word: str) -> DateMention | None:
        """Return the date that begins with a month: March 5, 2021; December 2024; October."""
        text, end = self.text, self.end
        found = _MONTH_DAY.match(text, position, end)
        if found is not None and int(found["day"]):
            return self.month_day(found)
        found = _MONTH_YEAR.match(text, position, end)
        if found is None:
            return None
        if found["year"]:
            month = month_number(found["month"])
            return DateMention(*found.span(), "absolute", year=int(found["year"]), month=month)
        folded = word.lower()
        before = self.previous_word(position)
        if folded not in MONTHS or (folded in _DOUBTFUL_MONTHS and before not in _BEFORE_MONTH):
            return None
        last, month = position + len(word), MONTHS[folded]
        which = _WHICH_YEAR.match(text, last, end)
        if which is not None:
            years = {"last": -1, "this": 0, "next": 1}[which["which"].lower()]
            return DateMention(
                position, which.end(), "partial", month=month, amount=years, unit="year"
            )
        towards = self.direction(position, last)
        return DateMention(position, last, "partial", month=month, direction=towards)

    def at_weekday(self, position: int, word: str) -> DateMention | None:
        """Return the date that begins with a day of the week: Thursday; Friday, Jan. 31."""
        text, end = self.text, self.end
        weekday = WEEKDAYS.get(word.lower(), _SHORT_WEEKDAYS.get(word.lower()))
        last = position + len(word)
        found = _WEEKDAY_DATE.match(text, position, end)
        if found is not None:
            year = _number(found["year"])
            return DateMention(
                *found.span(),
                "absolute" if year else "partial",
                year=year,
                month=month_number(found["month"] or found["month2"]),
                day=int(found["day"] or found["day2"]),
                weekday=weekday,
                direction="" if year else self.direction(position, found.end()),
            )
        if word.lower() not in WEEKDAYS:
            return None
        ahead = re.match(r"\s([A-Z][a-z]+)", text[last : last + 20])
        if ahead is not None and ahead.group(1).lower() in _NAMES_OF_PAPERS:
            return None
        if self.previous_word(position) in _NAMED_DAYS:
            return None
        towards = self.direction(position, last)
        return DateMention(position, last, "weekday", weekday=weekday, direction=towards)

    def at_which(self, position: int) -> DateMention | None:
        """Return "last month", "next Monday", "this year", "last night", "last December"."""
        found = _WHICH.match(self.text, position, self.end)
        if found is None:
            return None
        which, unit = found["which"].lower(), (found["unit"] or "").lower()
        counted_from_story = which in ("previous", "following", "same") or (
            which in ("next", "last") and self.previous_word(position) == "the"
        )
        name = (found["name"] or "").lower()
        if unit:
            if which == "past" or (unit == "day" and which != "same" and not counted_from_story):
                return None  # "the past week" is how long, not when
            if counted_from_story or unit in _SEASONS or unit in ("quarter", "decade", "century"):
                return DateMention(*found.span(), "unclear")
            return self._whole(found, which, unit)
        if name not in WEEKDAYS and name not in MONTHS:
            return None
        if which in ("previous", "following", "same"):
            return DateMention(*found.span(), "unclear")
        direction: Direction = "next" if which in ("next", "coming", "this coming") else "last"
        if which == "this":
            direction = self.direction(*found.span())
        if name in WEEKDAYS:
            named = WEEKDAYS[name]
            return DateMention(*found.span(), "weekday", weekday=named, direction=direction)
        return DateMention(*found.span(), "partial", month=MONTHS[name], direction=direction)

    def _whole(self, found: re.Match[str], which: str, unit: str) -> DateMention:
        count = {"last": -1, "next": 1, "coming": 1, "this coming": 1}.get(which, 0)
        if unit in ("night", "morning", "afternoon", "evening"):
            return DateMention(*found.span(), "offset", amount=count, unit="day")
        whole: dict[str, Unit] = {
            "week": "week", "weekend": "weekend", "month": "month", "year": "year",
        }  # fmt: skip
        return DateMention(*found.span(), "offset", amount=count, unit=whole[unit], whole=True)

    def at_day_word(self, position: int, word: str) -> DateMention:
        """Return yesterday, today, tonight, tomorrow, and the days beyond them."""
        count = {"yesterday": -1, "tomorrow": 1}.get(word.lower(), 0)
        before = self.text[max(self.start, position - 15) : position].lower()
        first = position
        for words, direction in (("the day before ", -1), ("the day after ", 1)):
            if before.endswith(words) and count == direction:
                first, count = position - len(words), 2 * direction
        return DateMention(first, position + len(word), "offset", amount=count, unit="day")

    def at_ago(self, position: int, word: str) -> DateMention | None:
        """Return "two weeks ago", "about a month ago", "a few days ago"."""
        begin = max(self.start, position - 50)
        found = _COUNT_UNIT.search(self.text[begin:position])
        if found is None:
            return None
        unit = found["unit"].lower()
        written = found["count"].lower()
        count = int(written) if written.isdigit() else COUNTS.get(written)
        span = (begin + found.start(), position + len(word))
        if count is None or unit == "decade":
            return DateMention(*span, "unclear")
        if unit == "minute":
            count, unit = -(-count // 60), "hour"
        units: dict[str, Unit] = {
            "hour": "hour", "day": "day", "week": "week", "month": "month", "year": "year",
        }  # fmt: skip
        return DateMention(
            *span, "offset", amount=-count, unit=units[unit], about=found["about"] is not None
        )

    def at_vague(self, position: int, word: str) -> DateMention | None:
        """Return "earlier", "previously", "recently": a time, but none that can be told."""
        if _AFTER_VAGUE.match(self.text, position + len(word), self.end):
            return None
        return DateMention(position, position + len(word), "unclear")

    def at_season(self, position: int, word: str) -> DateMention | None:
        """Return "summer 2022", as a year."""
        found = _SEASON_YEAR.match(self.text, position, self.end)
        if found is None or not word:
            return None
        return DateMention(*found.span(), "absolute", year=int(found["year"]))

    def at(self, position: int, word: str) -> DateMention | None:
        """Return the date that the word at a place begins (or, for "ago", ends)."""
        if word[0].isdigit():
            return self.at_number(position)
        folded = word.lower()
        kind = _TRIGGERS.get(folded)
        capital = word[0].isupper()
        if kind is None:
            return None
        if kind == "month":
            return self.at_month(position, word) if capital else None
        if kind == "weekday":
            return self.at_weekday(position, word) if capital else None
        if kind == "which":
            return self.at_which(position)
        if kind == "day":
            return self.at_day_word(position, word)
        if kind == "ago":
            return self.at_ago(position, word)
        return self.at_vague(position, word) if kind == "vague" else self.at_season(position, word)


_TRIGGERS: dict[str, str] = {
    **dict.fromkeys(MONTHS, "month"),
    **dict.fromkeys(SHORT_MONTHS, "month"),
    **dict.fromkeys(WEEKDAYS, "weekday"),
    **dict.fromkeys(_SHORT_WEEKDAYS, "weekday"),
    **dict.fromkeys(("last", "past", "next", "this", "coming", "previous", "following"), "which"),
    "same": "which",
    **dict.fromkeys(("yesterday", "today", "tonight", "tomorrow"), "day"),
    "ago": "ago",
    **dict.fromkeys(("earlier", "previously", "recently"), "vague"),
    **dict.fromkeys(_SEASONS, "season"),
}


def _may_be_month(word: str) -> bool:
    """Tell a month from a verb: "5 may" and "3 march" are counts, "5 May" is a day."""
    return word[0].isupper()


def order_day(first: int, second: int) -> tuple[int, int] | None:
    """Return (day, month) of two numbers where only one order can be meant, else None.

    >>> order_day(31, 1), order_day(1, 31), order_day(3, 4), order_day(5, 5)
    ((31, 1), (31, 1), None, (5, 5))
    """
    if first == second or first > _MONTHS_OF_YEAR >= second:
        return first, second
    if second > _MONTHS_OF_YEAR >= first:
        return second, first
    return None


def _slashed(found: re.Match[str]) -> DateMention:
    ordered = order_day(int(found["first"]), int(found["second"]))
    if ordered is None:
        return DateMention(*found.span(), "unclear")
    day, month = ordered
    year = int(found["year"])
    return DateMention(*found.span(), "absolute", year=year, month=month, day=day)


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[DateMention, ...]:
    """Return the expressions of time between ``start`` and ``end``, in order, without overlap.

    Offsets are code points of ``text``. English running text; time in linear order.

    >>> [m.kind for m in find_dates("On Thursday he denied what was said in December 2024.")]
    ['weekday', 'absolute']
    """
    stop = len(text) if end is None else end
    search = _Search(text, start, stop)
    mentions: list[DateMention] = []
    reached = start
    for token in _TOKEN.finditer(text, start, stop):
        if token.start() < reached or not _stands_alone(text, token):
            continue
        mention = search.at(token.start(), token.group())
        if mention is None or (mentions and mention.start < mentions[-1].end):
            continue
        mentions.append(mention)
        reached = max(mention.end, token.end())
    return tuple(mentions)


def _stands_alone(text: str, token: re.Match[str]) -> bool:
    """Tell a whole word or number from the middle of a longer one."""
    first, last = token.span()
    letter = token.group()[0].isalpha()
    before = text[first - 1] if first else " "
    after = text[last] if last < len(text) else " "
    if letter:
        return not (before.isalnum() or after.isalnum())
    return not (before.isalnum() or after.isdigit())


def _base_day(base: str | None) -> date | None:
    if base is None:
        return None
    try:
        return date.fromisoformat(base[:10])
    except ValueError:
        return None


def _day_or_none(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _between(first: date, last: date) -> str | None:
    """Return the most exact ISO day, month or year that holds a whole span of days."""
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return first.isoformat()[:4] if first.year == last.year else None


def _absolute(mention: DateMention) -> Said:
    year, month, day = mention.year, mention.month, mention.day
    if year is None:
        return Said()
    if month is None:
        return Said(f"{year:04}", "stated")
    if not 1 <= month <= _MONTHS_OF_YEAR:
        return Said()
    if day is None:
        return Said(f"{year:04}-{month:02}", "stated")
    stated = _day_or_none(year, month, day)
    if stated is None or (mention.last_day or day) > monthrange(year, month)[1]:
        return Said()
    if mention.last_day is not None:
        return Said(f"{year:04}-{month:02}", "stated")
    return Said(stated.isoformat(), "stated")


def _month_near(mention: DateMention, month: int, base: date) -> str | None:
    """Return the month of that name that a clause means: the latest one unless it looks ahead."""
    year, direction = base.year, mention.direction
    if mention.unit == "year":
        return f"{year + mention.amount:04}-{month:02}"
    if direction in ("future", "next"):
        if month < base.month or (direction == "next" and month == base.month):
            year += 1
    elif month > base.month or (direction == "last" and month == base.month):
        year -= 1
    elif direction == "last" and base.month - month <= _DOUBTFUL_LAST_MONTHS:
        return None  # "last February", said in March, may be this year's or last year's
    return f"{year:04}-{month:02}"


def _day_of_month_near(mention: DateMention, base: date) -> str | None:
    """Return the day of a month without a year: by the clause, else the nearest."""
    if mention.month is None or mention.day is None:
        return None
    years = range(base.year - 4, base.year + 5)  # the 29th of February comes so seldom
    days = [_day_or_none(year, mention.month, mention.day) for year in years]
    fitting = [day for day in days if day is not None]
    if mention.weekday is not None:
        fitting = [day for day in fitting if day.weekday() == mention.weekday]
    if not fitting:
        return None

    def distance(day: date) -> int:
        days = (day - base).days
        against = days > 0 if mention.direction == "past" else days < 0
        return abs(days) * (_AGAINST_THE_CLAUSE if mention.direction and against else 1)

    nearest = min(fitting, key=lambda day: (distance(day), day))
    if not mention.direction and abs((nearest - base).days) > _NO_NEAREST:
        return None
    leap = (mention.month, mention.day) == (2, 29)
    if abs((nearest - base).days) > _DAYS_OF_YEAR and not leap:
        return None  # the weekday told fits no year near the article
    exact = nearest.isoformat()
    return exact[:7] if mention.last_day is not None else exact


def _weekday_near(weekday: int, direction: Direction, base: date) -> date:
    """Return the day of the week that a clause means; wires name today by its weekday, too."""
    back = (base.weekday() - weekday) % 7
    ahead = (weekday - base.weekday()) % 7
    if direction == "future":
        return base + timedelta(days=ahead)
    if direction == "next":
        return base + timedelta(days=ahead or 7)
    if direction == "last":
        return base - timedelta(days=back or 7)
    return base - timedelta(days=back)


def _month_span(year: int, month: int, slack: int) -> str | None:
    months = [year * _MONTHS_OF_YEAR + month - 1 + shift for shift in (-slack, slack)]
    first, last = (date(n // _MONTHS_OF_YEAR, n % _MONTHS_OF_YEAR + 1, 1) for n in months)
    return _between(first, last.replace(day=monthrange(last.year, last.month)[1]))


def _counted(mention: DateMention, base: date, moment: datetime | None) -> str | None:
    """Return the day, month or year that lies ``count`` units from the article's day."""
    count, unit = mention.amount, mention.unit
    if unit == "hour":
        if moment is not None:
            return (moment + timedelta(hours=count)).date().isoformat()
        # The hour is not known: the whole day, shifted.
        midnight = datetime.combine(base, time())
        first, last = (midnight + timedelta(hours=hours) for hours in (count, count + 23))
        return _between(first.date(), last.date())
    if unit in ("week", "weekend"):
        monday = base - timedelta(days=base.weekday()) + timedelta(weeks=count)
        if unit == "weekend":
            return _between(monday + timedelta(days=5), monday + timedelta(days=6))
        if mention.whole:
            return _between(monday, monday + timedelta(days=6))
        centre = base + timedelta(weeks=count)
        slack = timedelta(days=_WEEK_SLACK if mention.about else 0)
        return _between(centre - slack, centre + slack)
    if unit == "month":
        index = base.year * _MONTHS_OF_YEAR + base.month - 1 + count
        year, month = divmod(index, _MONTHS_OF_YEAR)
        return _month_span(year, month + 1, int(mention.about))
    if unit == "year":
        return None if mention.about else f"{base.year + count:04}"
    slack = timedelta(days=int(mention.about))
    centre = base + timedelta(days=count)
    return _between(centre - slack, centre + slack)


def _moment(base: str) -> datetime | None:
    if len(base) <= len("2025-01-31"):
        return None
    try:
        return datetime.fromisoformat(base)
    except ValueError:
        return None


def resolve_date(mention: DateMention, base: str | None) -> Said:
    """Return the ISO day, month or year that a mention means, counted from ``base`` (ISO day).

    ``how`` is ``stated`` where the words name the year, ``relative`` where the day was counted from
    the base, ``not_known`` where no day can be told or no base is known (``value`` None).

    >>> resolve_date(find_dates("He spoke on Thursday.")[0], "2031-05-16")
    Said(value='2031-05-15', how='relative')
    """
    if mention.kind == "absolute":
        return _absolute(mention)
    day = _base_day(base)
    if base is None or day is None or mention.kind == "unclear":
        return Said()
    value: str | None = None
    try:
        if mention.kind == "weekday" and mention.weekday is not None:
            value = _weekday_near(mention.weekday, mention.direction, day).isoformat()
        elif mention.kind == "partial" and mention.day is not None:
            value = _day_of_month_near(mention, day)
        elif mention.kind == "partial" and mention.month is not None:
            value = _month_near(mention, mention.month, day)
        elif mention.kind == "offset":
            value = _counted(mention, day, _moment(base))
    except (OverflowError, ValueError):
        return Said()  # further back than calendars go
    return Said(value, "relative") if value is not None else Said()


class _Anchor(NamedTuple):
    year: int
    month: int | None
    end: int


def _anchored(mention: DateMention, anchor: _Anchor) -> Said:
    """Return a bare month as the nearest one to the month that the text stated before it."""
    if mention.month is None:
        return Said()
    year = anchor.year
    if anchor.month is not None:
        away = mention.month - anchor.month
        if abs(away) > _MONTHS_OF_YEAR // 2:
            step = -1 if away > 0 else 1
            year, away = year + step, away + step * _MONTHS_OF_YEAR
        if abs(away) > _NEAREST_MONTHS:
            return Said()
    value = f"{year:04}-{mention.month:02}"
    if mention.day is None or mention.last_day is not None:
        return Said(value, "relative")
    day = _day_or_none(year, mention.month, mention.day)
    return Said(day.isoformat(), "relative") if day is not None else Said()


def resolve_in_order(mentions: Sequence[DateMention], base: str | None) -> tuple[Said, ...]:
    """Return what each mention of one text means, bare months counted from the last stated one.

    "In December 2024 … Previously, in November … In October" tells 2024-11 and 2024-10 without a
    base. Where the article's own date is known, it counts, except close behind a month or year that
    lies more than a year before it.

    >>> spoken = "In December 2024 they fell. Earlier, in November, they stood."
    >>> [said.value for said in resolve_in_order(find_dates(spoken), None)]
    ['2024-12', None, '2024-11']
    """
    day = _base_day(base)
    anchor: _Anchor | None = None
    told: list[Said] = []
    for mention in mentions:
        said = resolve_date(mention, base)
        if mention.kind == "absolute" and said.value is not None and mention.year is not None:
            anchor = _Anchor(mention.year, mention.month, mention.end)
        elif mention.kind == "partial" and mention.weekday is None and anchor is not None:
            reach = mention.start - anchor.end
            old = day is not None and anchor.year < day.year - 1 and reach <= _OLD_ANCHOR_REACH
            if mention.direction not in ("last", "next", "future") and (
                old or (day is None and reach <= _ANCHOR_REACH)
            ):
                said = _anchored(mention, anchor)
                if said.value is not None:
                    anchor = anchor._replace(end=mention.end)
        told.append(said)
    return tuple(told)
