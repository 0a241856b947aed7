"""An article's own paragraphs as two texts are laid side by side: its words and sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from twosource.records import Article, Span
from twosource.text.house_style import house_words
from twosource.text.quotations import quotations
from twosource.text.sentences import sentences
from twosource.text.words import Word, words

LIGHT = frozenset(
    """a an the this that these those of to in on at by for from with as into onto upon about
    around over and or but so then also too just now still there here it its he him his she her
    they them their we our i you your who whom which what when where while after before has have
    had is are was were be been being do does did will would mr mrs ms dr s""".split()
)
"""Words that desks add, drop and change without telling anything otherwise."""


@dataclass(frozen=True)
class Body:
    """The words of an article's paragraphs in their house form; captions and heads stay out."""

    article: Article
    words: tuple[Word, ...]
    sentences: tuple[tuple[int, int], ...]
    """The first word of each sentence, and the one behind its last."""
    bounds: tuple[tuple[int, int], ...]
    """Where each sentence stands, its marks included (code points, half open)."""
    quoted: tuple[bool, ...]
    """Which words stand inside quotation marks."""

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, word in enumerate(self.words):
            found.setdefault(word.folded, []).append(at)
        return found

    def find(self, folded: str) -> Sequence[int]:
        """Return where a word stands, as it compares."""
        return self._places.get(folded, ())

    @cached_property
    def _starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [word.end for word in self.words]

    def words_in(self, start: int, end: int) -> range:
        """Return the words that lie, in whole or in part, between two places of the text."""
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def span(self, place: range) -> Span | None:
        """Return where some words stand; None for no words."""
        return self.place_of(place) if place else None

    def place_of(self, words: range) -> Span:
        """Return where some words stand; for no words, the place behind the word before them."""
        if words:
            first, last = words[0], words[-1]
            return Span(self.article.id, self.words[first].start, self.words[last].end)
        before = self.words[words.start - 1].end if words.start else 0
        return Span(self.article.id, before, before)

    def span_of_sentences(self, first: int, last: int) -> Span:
        """Return where the sentences ``first`` to ``last``, both within, stand."""
        return Span(self.article.id, self.bounds[first][0], self.bounds[last][1])

    def printed(self, at: int) -> str:
        """Return a word as it is printed, capitals and the form of its apostrophe aside."""
        word = self.words[at]
        return self.article.text[word.start : word.end].replace("\u2019", "'").casefold()

    def is_light(self, at: int) -> bool:
        """Tell whether a word tells nothing by itself."""
        return self.words[at].folded in LIGHT


def read_body(article: Article) -> Body:
    """Read the paragraphs of an article."""
    found: list[Word] = []
    quoted: list[bool] = []
    numbered: list[tuple[int, int]] = []
    bounds: list[tuple[int, int]] = []
    for part in article.parts:
        if part.kind != "body":
            continue
        inside = quotations(article.text, part.start, part.end)
        at = 0
        for start, end in sentences(article.text, part.start, part.end):
            read = house_words(words(article.text, start, end))
            if not read:
                continue
            numbered.append((len(found), len(found) + len(read)))
            bounds.append((start, end))
            for word in read:
                while at < len(inside) and inside[at].end <= word.start:
                    at += 1
                quoted.append(at < len(inside) and inside[at].start <= word.start)
            found += read
    return Body(article, tuple(found), tuple(numbered), tuple(bounds), tuple(quoted))
