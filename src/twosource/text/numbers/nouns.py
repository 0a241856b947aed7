"""What a number counts: its unit, and the noun that stands for those counted."""

from __future__ import annotations

from typing import Literal, NamedTuple

from twosource.text.numbers.ages import is_age
from twosource.text.numbers.figures import Figure
from twosource.text.numbers.heads import find_head
from twosource.text.numbers.language import Language
from twosource.text.numbers.surroundings import Surroundings, Token

Unit = Literal["count", "money", "percent", "share", "measure", "duration", "age"]

_SHORTEST_NOUN = 3
_SUM = 1e6
"""So many pounds are money, not weight."""
_HYPHENS = frozenset("-‐‑–")
_QUOTES = frozenset("'\"“”‘’`)")


class Counted(NamedTuple):
    """What a number counts: unit, noun (None: not said) and how many words behind belong to it."""

    unit: Unit
    noun: Token | None = None
    taken: int = 0
    currency: str = ""
    points: bool = False
    """Percentage points, which are no percent."""
    of: bool = False
    """The noun stands behind "of": the number may be some of them."""


def read_counted(figure: Figure, around: Surroundings, language: Language) -> Counted:
    """Return what a figure counts."""
    tokens = around.behind
    if figure.currency:
        return Counted("money", currency=figure.currency)
    known = _percent(tokens, language) or _compound(figure, tokens, language)
    if known is not None:
        return known
    if is_age(figure, around, language):
        return Counted("age")
    if figure.share:
        return _share(tokens, language, ranged=figure.ranged)
    if around.word_behind() == language.of:
        return _of(tokens, 1, language, singular=False)
    return _attached(figure, tokens, language) or _things(figure, tokens, language)


def _attached(figure: Figure, tokens: tuple[Token, ...], language: Language) -> Counted | None:
    """Read a unit right behind a figure, and codes of money: "5km", "50 USD"."""
    if not tokens:
        return None
    word = tokens[0].word
    if word in language.inch_marks and tokens[0].start == figure.end and not figure.spelled:
        return Counted("measure", taken=1)
    if word.partition("-")[0] in language.durations and word.endswith(language.old_endings):
        return Counted("age", taken=1)
    capital = tokens[0].capital and word in language.attached
    if word in language.measures and (tokens[0].start == figure.end or capital):
        return Counted("measure", tokens[0], 1)
    if word in language.currency_codes or (
        tokens[0].start == figure.end and word in language.currencies
    ):
        return Counted("money", taken=1, currency=language.currencies[word])
    return None


def _things(figure: Figure, tokens: tuple[Token, ...], language: Language) -> Counted:
    """Read the things that a figure counts, by the head noun behind it."""
    head = find_head(tokens, 0, language, singular=figure.low == figure.high == 1)
    if head is None:
        leads = bool(tokens) and tokens[0].word in language.attributive
        return Counted("count", tokens[0], 1) if leads else Counted("count")
    if figure.power >= _SUM and tokens[head].word in language.large_sums:
        return Counted("money", taken=head + 1, currency=language.large_sums[tokens[head].word])
    return _classify(tokens, head, language)


def _percent(tokens: tuple[Token, ...], language: Language) -> Counted | None:
    """Read "percent", "%", "percentage points" and what it is of or among."""
    at = 1 if tokens and (tokens[0].word in _HYPHENS or tokens[0].word in _QUOTES) else 0
    words = [t.word for t in tokens[at : at + 2]]
    if not words:
        return None
    if tuple(words) in language.percent_phrases:
        at += 2
    elif words[0] in language.percent:
        at += 1
    elif words[0].split("-")[0] in language.percent:
        return Counted("percent", taken=at + 1)
    else:
        return None
    if at < len(tokens) and tokens[at].word in language.points:
        return Counted("percent", taken=at + 1, points=True)
    while at < len(tokens) and tokens[at].word in _QUOTES:
        at += 1
    following = tokens[at].word if at < len(tokens) else ""
    if following == language.of:
        return _of(tokens, at + 1, language, singular=True)._replace(unit="percent")
    if following in language.among:
        among = _of(tokens, at + 1, language, singular=True)
        return among._replace(unit="percent", taken=at)
    return Counted("percent", taken=at)


def _compound(figure: Figure, tokens: tuple[Token, ...], language: Language) -> Counted | None:
    """Read "17-year-old", "10-foot", "12-member": the noun is the word behind the hyphen."""
    if len(tokens) < 2 or tokens[0].word not in _HYPHENS:  # noqa: PLR2004 - hyphen and word
        return None
    parts = tokens[1].word.split("-")
    head = Token(parts[0], tokens[1].start, tokens[1].start + len(parts[0]))
    joined = tokens[0].start == figure.end and tokens[1].start == tokens[0].end
    if not joined and head.word not in language.durations:
        return None
    if head.word in language.durations:
        aged = parts[-1] in language.old or any(t.word in language.old for t in tokens[2:4])
        return Counted("age", taken=2) if aged else Counted("duration", head, 2)
    if head.word in language.measures:
        return Counted("measure", head, 2)
    if head.word in language.currencies:
        return Counted("money", taken=2, currency=language.currencies[head.word])
    if figure.share:
        return Counted("share", taken=1)
    if len(head.word) < _SHORTEST_NOUN or language.is_small(head.word):
        return Counted("count", taken=1)
    return Counted("count", head, 2)


def _share(tokens: tuple[Token, ...], language: Language, *, ranged: bool) -> Counted:
    """Read what a share is of: "half of the crew", "half the country", "half an hour"."""
    if not tokens:
        return Counted("share")
    if tokens[0].word == language.of:
        return _of(tokens, 1, language, singular=True)._replace(unit="share")
    if tokens[0].word in language.articles and len(tokens) > 1:
        if tokens[1].word in language.durations:
            return Counted("duration", tokens[1], 2)
        if tokens[1].word in language.measures:
            return Counted("measure", tokens[1], 2)
    if ranged or tokens[0].word in language.determiners:
        head = find_head(tokens, 0, language, singular=not ranged)
        if head is not None:
            return Counted("share", tokens[head], head + 1)
    return Counted("share")


def _of(tokens: tuple[Token, ...], at: int, language: Language, *, singular: bool) -> Counted:
    """Read what stands behind "of"; articles and figures in between are passed over."""
    while at < len(tokens) and (
        tokens[at].word in language.determiners
        or tokens[at].word in language.passed_over
        or tokens[at].word[:1].isdigit()
        or tokens[at].word in language.ones
        or tokens[at].word in language.tens
    ):
        at += 1
    head = find_head(tokens, at, language, singular=singular)
    if head is None:
        return Counted("count", taken=at, of=True)
    return _classify(tokens, head, language)._replace(of=True)


def _classify(tokens: tuple[Token, ...], head: int, language: Language) -> Counted:
    """Return what is counted by its head noun: a time, an age, a measure, money, or things."""
    noun = tokens[head]
    if noun.word.endswith("'"):
        noun = Token(noun.word[:-1], noun.start, noun.end - 1, noun.capital)
    word, taken = noun.word, head + 1
    if word in language.durations:
        behind = tuple(t.word for t in tokens[taken : taken + 2])
        if any(behind[: len(phrase)] == phrase for phrase in language.of_age):
            return Counted("age", taken=taken + 1)
        return Counted("duration", noun, taken)
    if word in language.measures:
        return Counted("measure", noun, taken)
    if word in language.currencies and len(word) > 1:
        return Counted("money", taken=taken, currency=language.currencies[word])
    return Counted("count", noun, taken)
