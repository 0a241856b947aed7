"""A family as the teller of an event: its fullest copy, its features, and the days it is dated."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from twosource import weights
from twosource.records import Article, Family, Span
from twosource.stories.likeness import (
    Aspects,
    Feature,
    compare,
    rank_shared,
    read_aspects,
    read_features,
)

FREE_DAYS = 2
"""Days between two dates that say nothing: follow-ups and time zones."""
DAY_COST = 0.35
LARGEST_COST = 3.5
SHOWN_SHARED = 4
"""So many shared words and numbers are quoted for a pair of texts, from each of the two."""
_FEWEST_SHOWN = 2
_BORDER = re.compile(r"[.!?;:\n]\s")
_FIRM_DATES = frozenset({"on_page", "metadata", "address", "relative"})
_DAY_LENGTH = len("2025-01-31")
_READ_PARTS = frozenset({"headline", "standfirst", "body"})


class Telling(NamedTuple):
    """A family with the copy that is read for it. ``day`` is its earliest ISO day, or None."""

    family: str
    article: Article
    aspects: Aspects
    day: str | None


class Settings(NamedTuple):
    """Fitted weights and thresholds, in the scale of log odds."""

    common: float
    numbers: float
    intercept: float
    threshold: float
    link: float
    missing: float


@cache
def read_settings() -> Settings:
    """Return the shipped weights of :mod:`training/stories`."""
    table = weights.load_json("stories.json")
    fitted = table["weights"]
    return Settings(
        fitted["common"],
        fitted["numbers"],
        table["intercept"],
        table["threshold"],
        table["link"],
        table["missing"],
    )


@lru_cache(maxsize=20_000)
def _read(text: str, stretches: tuple[tuple[int, int], ...]) -> Aspects:
    return read_aspects(text, stretches)


def read_telling(family: Family, articles: Mapping[str, Article]) -> Telling:
    """Return a family's telling: the copy with the longest body stands for all."""
    copies = [articles[id_] for id_ in family.witnesses]
    fullest = min(copies, key=lambda a: (-sum(e - s for s, e in _body(a)), a.id))
    stretches = _stretches(fullest)
    days = sorted(day for a in copies if (day := read_day(a)) is not None)
    return Telling(family.id, fullest, _read(fullest.text, stretches), days[0] if days else None)


def _stretches(article: Article) -> tuple[tuple[int, int], ...]:
    return tuple((p.start, p.end) for p in article.parts if p.kind in _READ_PARTS)


def _body(article: Article) -> list[tuple[int, int]]:
    return [(p.start, p.end) for p in article.parts if p.kind == "body"]


def read_day(article: Article) -> str | None:
    """Return the ISO day of an article where its page tells it."""
    value = article.published.value
    if value is None or article.published.how not in _FIRM_DATES or len(value) < _DAY_LENGTH:
        return None
    return value[:_DAY_LENGTH]


def score(one: Telling, other: Telling) -> float:
    """Return how much two families look like one event, in log odds; order does not matter."""
    settings = read_settings()
    alike = compare(one.aspects, other.aspects)
    # The product, not the sum: names make rare word pairs, and count only where the matter that
    # stands around them is shared too.
    common = (alike.pairs * alike.matter) ** 0.25
    odds = settings.intercept + settings.common * common
    odds += settings.numbers * alike.numbers**0.5
    return float(odds) - count_day_cost(one, other)


def count_day_cost(one: Telling, other: Telling) -> float:
    """Return what the days between two tellings take from their likeness."""
    if one.day is None or other.day is None:
        return 0.0
    apart = abs((date.fromisoformat(one.day) - date.fromisoformat(other.day)).days)
    return min(LARGEST_COST, DAY_COST * max(0, apart - FREE_DAYS))


def quote_shared(one: Telling, other: Telling) -> tuple[Span, ...]:
    """Return the rarest words and numbers that two tellings share: first here, then there.

    Neighbouring words and numbers come before single words, and no word is quoted twice; the spans
    of ``other`` follow those of ``one``, in the same order. Tellings that share too little to be
    quoted are named by their headlines.
    """
    here, there = _first_places(one.article), _first_places(other.article)
    shared = [f for f in rank_shared(one.aspects, other.aspects) if f in here and f in there]
    spans: list[tuple[Span, Span]] = []
    for feature in shared:
        pair = (_quote(one, here[feature]), _quote(other, there[feature]))
        if not any(_meet(a, b) for known in spans for a, b in zip(known, pair, strict=True)):
            spans.append(pair)
        if len(spans) == SHOWN_SHARED:
            break
    if len(spans) < _FEWEST_SHOWN:
        return quote_head(one), quote_head(other)
    return (*(a for a, _ in spans), *(b for _, b in spans))


def _first_places(article: Article) -> dict[tuple[str, int], Feature]:
    """Return where each feature of an article stands first, within one sentence."""
    found: dict[tuple[str, int], Feature] = {}
    for feature in read_features(article.text, _stretches(article)):
        if not _BORDER.search(article.text, feature.start, feature.end):
            found.setdefault((feature.sort, feature.key), feature)
    return found


def _quote(telling: Telling, feature: Feature) -> Span:
    return Span(telling.article.id, feature.start, feature.end)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def quote_head(telling: Telling) -> Span:
    """Return the words that name the event: the headline, else the first sentence's place."""
    for kind in ("headline", "body"):
        for part in telling.article.parts:
            if part.kind == kind:
                return Span(telling.article.id, part.start, part.end)
    return Span(telling.article.id, 0, len(telling.article.text))


def earliest(days: Iterable[str | None]) -> str | None:
    """Return the first known day."""
    return min((day for day in days if day is not None), default=None)
