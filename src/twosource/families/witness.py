"""An article as a witness of a text: the wording of its own paragraphs, and who it says made it."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from twosource.records import Article, Span
from twosource.text.shingles import Wording, read_wording

FEWEST_WORDS = 20
"""A text shorter than a long sentence (a paywall's stub) has no relatives that could be shown."""
_FIRM_DATES = frozenset({"on_page", "metadata", "address"})
_DAY_LENGTH = len("2025-01-31")


class Witness(NamedTuple):
    """An article with the wording of its body; captions, headlines and furniture stay out."""

    article: Article
    wording: Wording
    own: int
    """How many of the words stand outside quotations."""

    @property
    def day(self) -> str | None:
        """The ISO day that the page itself gives, or None where it is unknown or only inferred."""
        published = self.article.published
        if published.value is None or published.how not in _FIRM_DATES:
            return None
        return published.value[:_DAY_LENGTH] if len(published.value) >= _DAY_LENGTH else None


@lru_cache(maxsize=20_000)
def _read(text: str, stretches: tuple[tuple[int, int], ...]) -> Wording:
    return read_wording(text, stretches)


def read_witness(article: Article) -> Witness:
    """Return an article's witness."""
    stretches = tuple((p.start, p.end) for p in article.parts if p.kind == "body")
    wording = _read(article.text, stretches)
    return Witness(article, wording, int((~wording.quoted).sum()))


def find_credit(article: Article) -> tuple[Span, ...]:
    """Return the place of an article's credit line, or nothing."""
    return tuple(
        Span(article.id, part.start, part.end) for part in article.parts if part.kind == "credit"
    )[:1]
