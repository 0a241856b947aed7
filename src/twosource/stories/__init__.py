"""Families about the same event, gathered to stories; what is only akin is linked, not merged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from twosource.records import Article, Family, Reason, Story, identify
from twosource.stories.candidates import find_mates
from twosource.stories.grouping import join_alike
from twosource.stories.rules import RULES
from twosource.stories.telling import (
    Telling,
    count_day_cost,
    quote_shared,
    read_day,
    read_settings,
    read_telling,
    score,
)
from twosource.text.sentences import sentences

__all__ = ["RULES", "stories"]

LONGEST_LABEL = 120
_SHOWN_REASONS = 5

Scores = Mapping[tuple[str, str], float]


def stories(families: Iterable[Family], articles: Iterable[Article]) -> list[Story]:
    """Return the stories of the families, ordered by id; every family is in exactly one."""
    held = {article.id: article for article in articles}
    tellings = [read_telling(f, held) for f in sorted(families, key=lambda f: f.id)]
    by_family = {telling.family: telling for telling in tellings}
    settings = read_settings()
    scores = {
        (tellings[a].family, tellings[b].family): score(tellings[a], tellings[b])
        for a, b in find_mates(tellings)
    }
    groups = join_alike(
        by_family,
        {pair: value for pair, value in scores.items() if value > settings.missing},
        settings.threshold,
        settings.missing,
    )
    witnesses = {f.id: f.witnesses for f in families}
    names = {member: identify("story", *group) for group in groups for member in group}
    links = _link(scores, names, settings.link)
    return sorted(
        (
            _tell(
                group,
                names[group[0]],
                by_family,
                scores,
                links.get(names[group[0]], {}),
                [held[id_] for family in group for id_ in witnesses[family]],
            )
            for group in groups
        ),
        key=lambda story: story.id,
    )


def _link(
    scores: Scores, names: Mapping[str, str], least: float
) -> dict[str, dict[str, tuple[float, str, str]]]:
    """Return, for each story, the akin ones with their closest pair of families."""
    links: dict[str, dict[str, tuple[float, str, str]]] = {}
    for (one, other), value in sorted(scores.items()):
        if value < least or names[one] == names[other]:
            continue
        for here, there, pair in ((one, other, (one, other)), (other, one, (other, one))):
            akin = links.setdefault(names[here], {})
            offer = (-value, *pair)
            akin[names[there]] = min(offer, akin.get(names[there], offer))
    return links


def _tell(
    group: Sequence[str],
    name: str,
    tellings: Mapping[str, Telling],
    scores: Scores,
    links: Mapping[str, tuple[float, str, str]],
    copies: Sequence[Article],
) -> Story:
    """Make the record of one story."""
    days = sorted(day for article in copies if (day := read_day(article)) is not None)
    why = [] if len(group) > 1 else [Reason("only-text", 1.0)]
    inside = sorted(
        (-value, one, other)
        for (one, other), value in scores.items()
        if one in group and other in group
    )
    for odds, one, other in _choose_pairs(inside):
        why.append(_reason("same-event", -odds, tellings[one], tellings[other]))
        if count_day_cost(tellings[one], tellings[other]):
            why.append(Reason("days-apart", 0.5))
    why.extend(
        _reason("akin-story", -odds, tellings[one], tellings[other])
        for odds, one, other in sorted(links.values())
    )
    return Story(
        id=name,
        label=_label(group, tellings, scores),
        families=tuple(sorted(group)),
        linked=tuple(sorted(links)),
        began=days[0] if days else None,
        ended=days[-1] if days else None,
        why=tuple(why),
    )


def _choose_pairs(inside: Sequence[tuple[float, str, str]]) -> list[tuple[float, str, str]]:
    """Choose the closest pairs of a story, and each text's closest, from closest to least close."""
    kept: list[tuple[float, str, str]] = []
    seen: set[str] = set()
    for pair in inside:
        if len(kept) < _SHOWN_REASONS or not seen.issuperset(pair[1:]):
            kept.append(pair)
        seen.update(pair[1:])
    return kept


def _reason(rule: str, odds: float, one: Telling, other: Telling) -> Reason:
    """Return a reason whose weight is the likeness as a probability, with what the two share."""
    weight = round(float(1 / (1 + np.exp(-odds))), 2)
    return Reason(rule, weight, quote_shared(one, other))


def _label(group: Sequence[str], tellings: Mapping[str, Telling], scores: Scores) -> str:
    """Return a headline of the story's most typical text, else its first sentence, cut short."""

    def rank(family: str) -> tuple[bool, float, str]:
        likeness = sum(
            value for pair, value in scores.items() if family in pair and set(pair) <= set(group)
        )
        return tellings[family].article.headline is None, -round(likeness, 6), family

    article = tellings[min(group, key=rank)].article
    if article.headline:
        return _cut(article.headline)
    for part in article.parts:
        if part.kind == "body":
            for start, end in sentences(article.text, part.start, part.end):
                return _cut(article.text[start:end])
    return _cut(article.text)


def _cut(words: str) -> str:
    """Cut words at a space so that they fit a label."""
    line = " ".join(words.split())
    if len(line) <= LONGEST_LABEL:
        return line
    return line[: LONGEST_LABEL - 1].rsplit(" ", 1)[0] + "…"
