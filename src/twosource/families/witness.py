"""An article as a witness of a text: the wording of its own paragraphs, and who it says made it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from numpy.typing import NDArray

from twosource.records import Article, Span
from twosource.text.sentences import sentences
from twosource.text.shingles import Places, Wording, read_wordings

FEWEST_WORDS = 20
"""A text shorter than a long sentence (a paywall's stub) has no relatives that could be shown."""
FULL_SENTENCE = 6
"""Own words from which a sentence tells something: shorter ones ("Police declined to comment.")
are written alike by anybody."""
WHOLE_SENTENCE = 0.8
"""The share of its own words from which a sentence was taken over, edits of house style and all."""
_MANY_SENTENCES = 32_000
"""Up to so many sentences their numbers are held in two bytes each."""
_FIRM_DATES = frozenset({"on_page", "metadata", "address"})
_DAY_LENGTH = len("2025-01-31")


@dataclass(frozen=True, eq=False)
class Witness:
    """An article with the wording of its body; captions, headlines and furniture stay out."""

    article: Article
    wording: Wording
    furniture: NDArray[np.bool_] | None = None
    """The words of its publisher's furniture, one element a word; None where there are none."""

    @cached_property
    def own(self) -> int:
        """How many of the words stand outside quotations."""
        return int((~self.wording.quoted).sum())

    @cached_property
    def sentences(self) -> Places:
        """The number of each word's sentence, ascending from 0: one element a word."""
        text = self.article.text
        begins = [
            first + at for first, last in _body(self.article) for at in _split(text[first:last])
        ]
        places = np.array(sorted(begins), dtype=np.int32)
        found = np.searchsorted(places, self.wording.starts, side="right")
        narrow = np.int16 if len(places) <= _MANY_SENTENCES else np.int32
        return np.maximum(found - 1, 0).astype(narrow)

    @property
    def day(self) -> str | None:
        """The ISO day that the page itself gives, or None where it is unknown or only inferred."""
        published = self.article.published
        if published.value is None or published.how not in _FIRM_DATES:
            return None
        return published.value[:_DAY_LENGTH] if len(published.value) >= _DAY_LENGTH else None

    def count_sentences(self, covered: NDArray[np.bool_]) -> int:
        """Count the full sentences whose own words are mostly covered; ``covered``: one a word."""
        if not len(self.sentences):
            return 0
        own = ~self.wording.quoted
        several = int(self.sentences[-1]) + 1
        words = np.bincount(self.sentences[own], minlength=several)
        held = np.bincount(self.sentences[own & covered], minlength=several)
        return int(((words >= FULL_SENTENCE) & (held >= WHOLE_SENTENCE * words)).sum())


@lru_cache(maxsize=1 << 13)
def _split(paragraph: str) -> tuple[int, ...]:
    """Return where the sentences of a paragraph begin; copies have the same ones."""
    return tuple(at for at, _ in sentences(paragraph))


def _body(article: Article) -> tuple[tuple[int, int], ...]:
    return tuple([(start, end) for kind, start, end in article.parts if kind == "body"])


def read_witnesses(articles: Iterable[Article]) -> dict[str, Witness]:
    """Return the articles' witnesses by their ids; many are read in little more time than one."""
    given = tuple(articles)
    read = read_wordings((article.text, _body(article)) for article in given)
    return {
        article.id: Witness(article, wording) for article, wording in zip(given, read, strict=True)
    }


def read_witness(article: Article) -> Witness:
    """Return an article's witness."""
    return read_witnesses((article,))[article.id]


def find_credit(article: Article) -> tuple[Span, ...]:
    """Return the place of an article's credit line, or nothing."""
    return tuple(
        Span(article.id, part.start, part.end) for part in article.parts if part.kind == "credit"
    )[:1]
