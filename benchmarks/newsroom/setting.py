"""Set texts on pages: layouts filled with articles, every part's place on the page kept.

A page is made of lines. What a line shows is a part: it belongs to an article's text, or stands
outside every article. Offsets are code points of the page as it is written, markup and all; where
the page is HTML, unescaping what stands there without its tags gives the part's text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Final, NamedTuple, Protocol

from benchmarks.newsroom.layouts import Block, Entry, Layout, Line

OUTSIDE: Final = frozenset(
    ("related", "teaser", "reference", "form", "promotion", "comment", "furniture", "section",
     "outlet")
)  # fmt: skip
"""Kinds of part that stand outside every article."""
_SILENT: Final = frozenset(("markup", "json", "blank"))
_SHOWN: Final = {"section": "furniture", "outlet": "furniture"}


class Filler(Protocol):
    """What fills the slots of a page."""

    def __call__(self, name: str) -> str:
        """Return the words for a slot, empty where there are none."""


class SetPart(NamedTuple):
    """A part as it stands on a page: its kind, its words, their place, whether it is glued on."""

    kind: str
    text: str
    start: int
    end: int
    glued: bool
    paragraph: int


@dataclass(slots=True)
class SetArticle:
    """An article while its page is set: what fills its slots, its paragraphs, its parts."""

    fill: Filler
    paragraphs: list[str]
    subheads: dict[int, str]
    parts: list[SetPart] = field(default_factory=list)


class Page:
    """One page while it is set."""

    def __init__(self, layout: Layout, chance_teasers: Filler, count: CountDrawer) -> None:
        self.html = layout.medium == "html"
        self.layout = layout
        self.out: list[str] = []
        self.at = 0
        self.parts: list[SetPart] = []
        self.draw = count
        self._furniture = chance_teasers
        self._last: SetArticle | None = None

    def set_all(self, first: SetArticle, others: list[SetArticle]) -> str:
        """Fill the layout, and return the page."""
        self._others = others
        self._entries(self.layout.entries, first, {})
        return "".join(self.out)

    def _entries(
        self, entries: tuple[Entry, ...], article: SetArticle, held: dict[str, str]
    ) -> None:
        for entry in entries:
            if isinstance(entry, Line):
                self._line(entry, article, held, -1)
            elif entry.word == "if":
                if self._value(entry.what, article, held):
                    self._entries(entry.entries, article, held)
            elif entry.what == "paragraph":
                self._paragraphs(entry, article)
            elif entry.what == "article":
                for other in self._others:
                    self._entries(entry.entries, other, {})
            else:
                for _ in range(self.draw(entry.low, entry.high)):
                    self._entries(entry.entries, article, held)

    def _paragraphs(self, block: Block, article: SetArticle) -> None:
        last = len(article.paragraphs) - 1
        for place, paragraph in enumerate(article.paragraphs):
            held = {"paragraph": paragraph, "subhead": article.subheads.get(place, "")}
            for entry in block.entries:
                if isinstance(entry, Line):
                    self._line(entry, article, held, place)
                elif entry.word == "after":
                    if place + 1 == entry.low and place < last:
                        self._entries(entry.entries, article, held)
                elif self._value(entry.what, article, held):
                    self._entries(entry.entries, article, held)

    def _value(self, name: str, article: SetArticle, held: dict[str, str]) -> str:
        if name in held:
            return held[name]
        return article.fill(name) or self._furniture(name)

    def _line(self, line: Line, article: SetArticle, held: dict[str, str], place: int) -> None:
        if not line.slots and line.kind in _SILENT:
            apart = "\n" if line.kind == "blank" or (self.at and not line.glued) else ""
            self._put(apart + line.pieces[0])
            return
        values = [self._value(name, article, held) for name in line.slots]
        if not all(values) and line.kind not in {"markup", "json"}:
            return
        if self.at and not line.glued:
            self._put("\n")
        if line.kind in {"markup", "json"}:
            self._markup(line, values)
            return
        at = place if line.kind == "body" else -1
        if line.plain is not None and values[0] == values[0].strip():
            self._plain_part(line, line.plain, values[0], article, at)
        else:
            self._part(line, values, article, at)

    def _put(self, text: str) -> None:
        self.out.append(text)
        self.at += len(text)

    def _markup(self, line: Line, values: list[str]) -> None:
        for place, piece in enumerate(line.pieces):
            if place % 2 == 0:
                self._put(piece)
            elif line.kind == "json":
                self._put(json.dumps(values[place // 2], ensure_ascii=False)[1:-1])
            else:
                self._put(escape(values[place // 2]))

    def _plain_part(
        self, line: Line, around: tuple[str, str], text: str, article: SetArticle, place: int
    ) -> None:
        """Set a line that is one slot between tags: most lines are."""
        written = escape(text, quote=False) if self.html else text
        start = self.at + len(around[0])
        end = start + len(written)
        self.out += (around[0], written, around[1])
        self.at = end + len(around[1])
        self._keep(line, (text, start, end, place), article)

    def _part(self, line: Line, values: list[str], article: SetArticle, place: int) -> None:
        queue = iter(values)
        start = end = -1
        words: list[str] = []
        for atom in line.atoms:
            if atom.kind == "markup":
                self._put(atom.text)
                continue
            if atom.kind == "attribute":
                self._put(escape(next(queue)))
                continue
            shown = next(queue) if atom.kind == "slot" else atom.text
            written = escape(shown, quote=False) if self.html and atom.kind == "slot" else shown
            seen = unescape(shown) if self.html and atom.kind == "words" else shown
            if not words:
                blank = len(seen) - len(seen.lstrip())
                if blank == len(seen):
                    self._put(written)
                    continue
                start = self.at + (len(written) - len(written.lstrip()) if blank else 0)
                seen = seen.lstrip()
            words.append(seen)
            self._put(written)
            if seen.strip():
                end = self.at - (len(written) - len(written.rstrip()))
        text = "".join(words).rstrip()
        if not text:
            return
        self._keep(line, (text, start, end, place), article)

    def _keep(self, line: Line, set_at: tuple[str, int, int, int], article: SetArticle) -> None:
        """Keep a part with the article to which it belongs, or outside all."""
        text, start, end, place = set_at
        if line.kind in OUTSIDE:
            kind = _SHOWN.get(line.kind, line.kind)
            self.parts.append(SetPart(kind, text, start, end, glued=False, paragraph=place))
            self._last = None
            return
        glued = line.glued and self._last is article
        article.parts.append(SetPart(line.kind, text, start, end, glued, place))
        self._last = article


class CountDrawer(Protocol):
    """Draws how many teasers, comments or articles a page shows."""

    def __call__(self, low: int, high: int, /) -> int:
        """Return a number between two, both included."""
