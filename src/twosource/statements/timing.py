"""When things were said: expressions of time outside the content, read in order."""

from __future__ import annotations

from bisect import bisect_left

from twosource.records import Article, Said
from twosource.statements.relation import Relation
from twosource.text.dates import DateMention, find_dates, resolve_in_order


class Timing:
    """The expressions of time of one article's paragraphs, each with the day that it means."""

    def __init__(self, article: Article, regions: list[tuple[int, int]]) -> None:
        self.published = article.published.value
        mentions: list[DateMention] = []
        for start, end in regions:
            mentions.extend(find_dates(article.text, start, end))
        resolved = resolve_in_order(tuple(mentions), self.published)
        self.known = [(m, told.said()) for m, told in zip(mentions, resolved, strict=True)]
        self._starts = [m.start for m in mentions]

    def find_said(self, relation: Relation) -> Said:
        """Return when a relation was said: the time nearest its cue, never one in its content."""
        first, last = (bisect_left(self._starts, place) for place in relation.sentence)
        near = [
            (min(abs(m.start - relation.cue[1]), abs(relation.cue[0] - m.end)), m.start, said)
            for m, said in self.known[first:last]
            if not any(a <= m.start < b for a, b in relation.content)
        ]
        if near:
            return min(near, key=lambda n: n[:2])[2]
        return Said(self.published, "published") if self.published else Said()
