"""What the tagger sees in an article: each paragraph read by itself, up to a bound."""

from __future__ import annotations

from bisect import bisect_left
from typing import NamedTuple

from twosource.records import Article, Refusal
from twosource.statements.identifying import refuse
from twosource.statements.relation import Place
from twosource.statements.tagging import LONGEST_PASSAGE, Tagged, load_tagger
from twosource.text.sentences import paragraphs

MOST_TAGGED = 60_000
"""Characters of an article that are tagged: some ten thousand words. Rules read what is beyond."""


class Seen(NamedTuple):
    """The tagger's finds in an article, by the place of their cues, and what it was not shown."""

    tagged: list[Tagged]
    cues: list[int]
    refused: tuple[Refusal, ...]

    def within(self, place: Place) -> list[Tagged]:
        """Return those whose cue begins within a place of the text."""
        first, last = (bisect_left(self.cues, at) for at in place)
        return self.tagged[first:last]


def tag_article(article: Article, regions: list[Place]) -> Seen:
    """Return what the tagger sees in the paragraphs of an article's body."""
    text = article.text
    shown: list[Place] = []
    refused: list[Refusal] = []
    left = MOST_TAGGED
    for place in (p for start, end in regions for p in paragraphs(text, start, end)):
        length = min(place[1] - place[0], LONGEST_PASSAGE)
        if length > left:
            refused.append(refuse(article, "not-tagged", place))
            break
        left -= length
        shown.append(place)
        if place[1] - place[0] > length:
            refused.append(refuse(article, "not-tagged", (place[0] + length, place[1])))
    found = load_tagger().tag([text[start:end] for start, end in shown])
    placed = [
        _move(one, start) for (start, _), listed in zip(shown, found, strict=True) for one in listed
    ]
    tagged = sorted(placed, key=lambda one: (one.cue, one.contents))
    return Seen(tagged, [one.cue[0] for one in tagged], tuple(refused))


def _move(tagged: Tagged, by: int) -> Tagged:
    """Return what was tagged in a passage as places of the text that holds it."""
    source = tagged.source
    return Tagged(
        (tagged.cue[0] + by, tagged.cue[1] + by),
        (source[0] + by, source[1] + by) if source is not None else None,
        tuple((a + by, b + by) for a, b in tagged.contents),
        tagged.confidence,
    )
