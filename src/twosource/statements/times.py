"""Words of time, which stand between a source and its verb and are no part of either."""

from __future__ import annotations

from twosource.statements.tokens import Token
from twosource.text.dates import ENGLISH

_WEEKDAYS = frozenset((*ENGLISH.weekdays, *ENGLISH.short_weekdays))
_MONTHS = frozenset((*ENGLISH.months, *ENGLISH.short_months))
_MONTHS_AND_WORDS = frozenset({"may", "march"})
"""Months that are common words too: they count only with a capital."""
_TIME_WORDS = (
    _WEEKDAYS
    | (_MONTHS - _MONTHS_AND_WORDS)
    | frozenset(
        """today yesterday tonight tomorrow overnight last this next week month year night morning
        afternoon evening early late earlier later day days weeks months years ago recently weekend
        midnight noon hours minutes""".split()
    )
)
TIME_PREPOSITIONS = frozenset({"on", "in", "at", "during", "since", "by", "over"})
_DAY_DIGITS = 2
_YEAR_DIGITS = 4


def is_time(token: Token) -> bool:
    """Tell whether a token is a word of time or a number within one."""
    return token.folded in _TIME_WORDS or _is_month(token)


def skip_time(tokens: list[Token], at: int) -> int:
    """Go right over a phrase of time; return the first index behind it."""
    index = at
    while index < len(tokens):
        if _is_timely(tokens, index):
            index += 1
        elif tokens[index].folded in TIME_PREPOSITIONS and _time_follows(tokens, index + 1):
            index += 2
        else:
            return index
    return index


def starts_time(tokens: list[Token], at: int) -> bool:
    """Tell whether a phrase of time begins here; "early" and "late" may begin a name or a role."""
    return skip_time(tokens, at) > at and tokens[at].folded not in {"early", "late"}


def time_phrase_ending(tokens: list[Token], at: int) -> int:
    """Return how many tokens before and at ``at`` make a phrase of time: "on Thursday"."""
    count = 0
    while at - count >= 0:
        token = tokens[at - count]
        before = tokens[at - count - 1] if at - count else None
        if _is_timely(tokens, at - count):
            count += 1
            continue
        if not count:
            return 0
        if token.folded in TIME_PREPOSITIONS:
            return count + 1
        if token.folded == "," and before is not None and is_time(before):
            count += 1
            continue
        if token.folded == "the" and before is not None and before.folded in TIME_PREPOSITIONS:
            return count + 2
        break
    return count


def _is_month(token: Token) -> bool:
    return token.is_capital and token.folded in _MONTHS


def _is_timely(tokens: list[Token], at: int) -> bool:
    return is_time(tokens[at]) or _is_date_number(tokens, at)


def _time_follows(tokens: list[Token], at: int) -> bool:
    """Tell whether a word of time stands at ``at``, be it behind "the"."""
    if at >= len(tokens):
        return False
    if _is_timely(tokens, at):
        return True
    return tokens[at].folded == "the" and at + 1 < len(tokens) and is_time(tokens[at + 1])


def _is_date_number(tokens: list[Token], at: int) -> bool:
    """Tell whether a number is a day beside a month, or a year."""
    word = tokens[at].folded
    if not word.isdigit():
        return False
    beside = [tokens[i] for i in (at - 1, at + 1) if 0 <= i < len(tokens)]
    if len(word) <= _DAY_DIGITS:
        return any(_is_month(t) for t in beside)
    return (
        len(word) == _YEAR_DIGITS
        and word[:2] in {"19", "20"}
        and any(t.folded in {"in", ",", "since"} or _is_month(t) for t in beside)
    )
