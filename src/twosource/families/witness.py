"""An article as a witness of a text: the wording of its own paragraphs, and who it says made it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from twosource.records import Article, Span
from twosource.text.sentences import sentences
from twosource.text.shingles import Places, Wording, read_wording

FEWEST_WORDS = 20
"""A text shorter than a long sentence (a paywall's stub) has no relatives that could be shown."""
FULL_SENTENCE = 6
"""Own words from which a sentence tells something: shorter ones ("Police declined to comment.")
are written alike by anybody."""
WHOLE_SENTENCE = 0.8
"""The share of its own words from which a sentence was taken over, edits of house style and all."""
_FIRM_DATES = frozenset({"on_page", "metadata", "address"})
_DAY_LENGTH = len("2025-01-31")


class Witness(NamedTuple):
    """An article with the wording of its body; captions, headlines and furniture stay out."""

    article: Article
    wording: Wording
    own: int
    """How many of the words stand outside quotations."""
    sentences: Places
    """The number of each word's sentence, ascending from 0: one element a word."""

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


@lru_cache(maxsize=20_000)
def _read(text: str, stretches: tuple[tuple[int, int], ...]) -> tuple[Wording, Places]:
    wording = read_wording(text, stretches)
    begins = [start for first, last in stretches for start, _ in sentences(text, first, last)]
    found = np.searchsorted(np.array(sorted(begins), dtype=np.int64), wording.starts, side="right")
    return wording, np.maximum(found - 1, 0)


def read_witness(article: Article) -> Witness:
    """Return an article's witness."""
    stretches = tuple((p.start, p.end) for p in article.parts if p.kind == "body")
    wording, numbers = _read(article.text, stretches)
    return Witness(article, wording, int((~wording.quoted).sum()), numbers)


def find_credit(article: Article) -> tuple[Span, ...]:
    """Return the place of an article's credit line, or nothing."""
    return tuple(
        Span(article.id, part.start, part.end) for part in article.parts if part.kind == "credit"
    )[:1]
