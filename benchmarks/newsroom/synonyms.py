"""Words that may stand for each other everywhere in a half: choices for whoever writes or edits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from random import Random
from typing import Final

from benchmarks.newsroom.grammar import Choice, Node, Template
from benchmarks.newsroom.marking import DAY, DAY_END
from benchmarks.newsroom.swapping import match_words

_DAY_WORDS: Final = re.compile(f"{DAY}[^{DAY_END}]*{DAY_END}")
_DAYS_FIRST: Final = 0.3
_REMEMBERED: Final = 10_000


class Synonyms:
    """Pairs of words or phrases of the same sense, used both ways."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self.swaps: dict[str, str] = {}
        for left, right in pairs:
            self.swaps.setdefault(left, right)
            self.swaps.setdefault(right, left)
        # Many houses edit the same sentence of one dispatch.
        self._find = lru_cache(maxsize=_REMEMBERED)(self._find_words)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the words."""
        return match_words(self.swaps)

    def open_choices(self, template: Template) -> Template:
        """Return a template in which each such word is a choice between it and its fellow."""
        if not self.swaps:
            return template
        nodes: list[Node] = []
        for node in template:
            if isinstance(node, str):
                nodes += self._open(node)
            elif isinstance(node, Choice):
                nodes.append(Choice(tuple(self.open_choices(option) for option in node.options)))
            else:
                nodes.append(node)
        return tuple(nodes)

    def _open(self, text: str) -> list[Node]:
        nodes: list[Node] = []
        at = 0
        for found in self.pattern.finditer(text):
            if found.start() > at:
                nodes.append(text[at : found.start()])
            nodes.append(Choice(((found.group(),), (self.swaps[found.group()],))))
            at = found.end()
        if at < len(text):
            nodes.append(text[at:])
        return nodes

    def swap_one(self, marked: str, chance: Random) -> str:
        """Return a sentence with one word swapped or its day dropped, if it holds any."""
        places = self._find(marked) if self.swaps else ()
        if DAY in marked and (not places or chance.random() < _DAYS_FIRST):
            return _DAY_WORDS.sub("", marked)
        if not places:
            return marked
        start, end = places[int(chance.random() * len(places))]
        return marked[:start] + self.swaps[marked[start:end]] + marked[end:]

    def _find_words(self, marked: str) -> tuple[tuple[int, int], ...]:
        return tuple(found.span() for found in self.pattern.finditer(marked))
