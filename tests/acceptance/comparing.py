"""The word differences of two copies, as the sheet lists them, against ``compare``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from tests.acceptance.places import Range, find_all, touch
from tests.acceptance.sheet import Sheet
from tests.acceptance.traced import Row, Traced
from twosource.families.comparison import Around, Change, Comparison, compare
from twosource.records import Article, Origin, Span, Statement
from twosource.store.codec import from_plain

KINDS: dict[str, frozenset[str]] = {
    "retitled": frozenset({"headline"}),
    "dateline_dropped": frozenset({"dateline"}),
    "date_dropped": frozenset({"date"}),
    "house_style": frozenset({"spelling"}),
    "spelling": frozenset({"spelling"}),
    # A spelling that no table knows, as in a renamed copy, may be another name.
    "name_spelling": frozenset({"spelling", "name", "place"}),
    "typography": frozenset({"spelling"}),
    "addition": frozenset({"standfirst", "caption", "subhead"}),
}
"""What each kind of the sheet is called by us."""
_PLACE = re.compile(r"([A-Z])(\d+)")


class WordDifference(NamedTuple):
    """A difference of the sheet: where, of which kinds, and what was found there."""

    name: str
    kinds: frozenset[str]
    found: tuple[Change | Around, ...]
    needed: bool
    """A renaming may leave a word alike on both pages, and the one before it unlike."""


class Copies:
    """Two articles of the sheet, laid side by side as the trace has them."""

    def __init__(self, sheet: Sheet, traced: Traced, rows: Mapping[str, Row]) -> None:
        """Take the article's row of each page letter."""
        self.sheet = sheet
        self.letters = tuple(rows)
        origins = {row["id"]: from_plain(Origin, row) for row in traced.rows["origins"]}
        self.articles = tuple(from_plain(Article, row, origins) for row in rows.values())
        known = {article.id for article in self.articles}
        said = [
            from_plain(Statement, row, origins)
            for row in traced.rows["statements"]
            if row["article"] in known
        ]
        self.comparison: Comparison = compare(*self.articles, said)

    def word_differences(self, variants: Sequence[Mapping[str, Any]]) -> Iterator[WordDifference]:
        """Yield each difference of the sheet that these pages have, with what was found there."""
        for variant in variants:
            kinds = KINDS.get(variant["kind"])
            words = [str(variant.get(letter, "")) for letter in self.letters]
            if kinds is None:
                continue
            alike = words[0] == words[1] != ""
            ranges = [self._ranges(side, variant, whole=alike) for side in (0, 1)]
            found = tuple(
                c
                for c in self._all()
                if _kind(c) in kinds
                and _fits(c.spans, ranges)
                and (variant["kind"] != "typography" or self._are_marks(c))
            )
            name = f"{variant['place']} {variant['kind']} {words[0]!r} {words[1]!r}"
            yield WordDifference(name, kinds, found, needed=not alike)

    def _all(self) -> Iterator[Change | Around]:
        yield from self.comparison.differences
        yield from self.comparison.spellings
        yield from self.comparison.around

    def _ranges(self, side: int, variant: Mapping[str, Any], *, whole: bool) -> list[Range] | None:
        """Return where a side's words may stand; None: anywhere, empty: nowhere."""
        letter, text = self.letters[side], self.articles[side].text
        numbers = {page: int(line) for page, line in _PLACE.findall(str(variant["place"]))}
        words = str(variant.get(letter, ""))
        if variant["place"] in {"title", "quotes"}:
            return None
        if letter not in numbers:
            return []
        lines = find_all(text, self.sheet.text_of(letter, numbers[letter]))
        if whole or variant["kind"] == "addition":
            return lines
        dateline = [r for r in find_all(text, words) if not lines] if words else []
        return [r for r in find_all(text, words) if touch([r], lines)] or dateline

    def _are_marks(self, found: Change | Around) -> bool:
        """Tell whether nothing but quotation marks is concerned."""
        return not any(letter.isalnum() for span in found.spans for letter in self._words(span))

    def left_over(self, known: Sequence[WordDifference]) -> list[str]:
        """Return the differences told that the sheet does not know, house style aside."""
        expected = {id(change) for one in known for change in one.found}
        return [
            f"{c.kind} {[self._words(s) for s in c.spans]}"
            for c in self.comparison.differences
            if id(c) not in expected
        ]

    def _words(self, span: Span | None) -> str:
        texts = {article.id: article.text for article in self.articles}
        return texts[span.article][span.start : span.end] if span else "-"


def _kind(found: Change | Around) -> str:
    return found.kind if isinstance(found, Change) else found.part


def _fits(spans: Sequence[Span | None], ranges: Sequence[list[Range] | None]) -> bool:
    """Tell whether each side's words stand where the sheet has them."""
    return any(spans) and all(
        span is None or allowed is None or touch([(span.start, span.end)], allowed)
        for span, allowed in zip(spans, ranges, strict=True)
    )
