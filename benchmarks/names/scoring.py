"""Compare the names that a program finds in sentences with those that readers marked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.sentences.labels import LabelledName, Sentence

SIX = ("person", "organisation", "outlet", "agency", "place", "unnamed")
"""The kinds that are owed; ``other`` counts only where it is called a person or body."""
SPEAKING = frozenset({"person", "organisation", "outlet", "agency"})
PRESS = frozenset({"outlet", "agency"})
BODIES = frozenset({"organisation", "outlet", "agency"})


class Found(NamedTuple):
    """A name that a program found; offsets within the sentence."""

    start: int
    end: int
    kind: str


Miss = tuple[str, str, str]
"""What is wrong, the kind of it, and the words."""


class Tally:
    """What was counted over some sentences, and the misses of each."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.misses: list[tuple[Sentence, list[Miss]]] = []

    def add(self, sentence: Sentence, found: Iterable[Found]) -> None:
        """Count one sentence."""
        listed = sorted(set(found))
        misses: list[Miss] = []
        labelled = [label for label in sentence.names if label.kind in SIX]
        met = self._count_labelled(sentence, labelled, listed, misses)
        self._count_others(sentence, listed, misses)
        for at, one in enumerate(listed):
            if one.kind not in SIX:
                continue
            words = sentence.text[one.start : one.end]
            touching = [label for label in sentence.names if _overlap(label, one)]
            if all(label.optional for label in touching) and touching and at not in met:
                continue
            self.counts["told"] += 1
            self.counts["told and labelled"] += any(label.kind in SIX for label in touching)
            if not touching:
                misses.append(("nothing there", one.kind, words))
            if one.kind in PRESS:
                right = any(label.kind == one.kind for label in touching)
                self.counts["press told"] += 1
                self.counts["press right"] += right
                self.counts["press of either kind"] += any(lab.kind in PRESS for lab in touching)
                if not right:
                    misses.append(("no such press", one.kind, words))
        if misses:
            self.misses.append((sentence, misses))

    def _count_labelled(
        self,
        sentence: Sentence,
        labelled: list[LabelledName],
        listed: list[Found],
        misses: list[Miss],
    ) -> set[int]:
        """Count what was found of the labelled names; return which of ours were met."""
        met: set[int] = set()
        for label in labelled:
            touching = [
                (one.kind == label.kind, _overlap(label, one), -at)
                for at, one in enumerate(listed)
                if one.kind in SIX
                and _overlap(label, one)
                # The description of a source may hold names: each is met by its like.
                and (one.kind == "unnamed") == (label.kind == "unnamed")
            ]
            if label.optional:
                continue
            words = sentence.text[label.start : label.end]
            self.counts["labelled"] += 1
            self.counts[f"labelled {label.kind}"] += 1
            if not touching:
                misses.append(("missed", label.kind, words))
                continue
            _, _, at = max(touching)
            one = listed[-at]
            met.add(-at)
            same = one.kind == label.kind
            exact = (one.start, one.end) == (label.start, label.end)
            self.counts["found"] += 1
            self.counts[f"found {label.kind}"] += 1
            self.counts["kind right"] += same
            self.counts[f"kind right {label.kind}"] += same
            self.counts["exact"] += exact
            self.counts["exact and kind right"] += exact and same
            self.counts["coarse right"] += _coarse(one.kind) == _coarse(label.kind)
            self.counts["named"] += label.kind != "unnamed"
            if not same:
                misses.append((f"called {one.kind}", label.kind, words))
        return met

    def _count_others(self, sentence: Sentence, listed: list[Found], misses: list[Miss]) -> None:
        """Count how often a product, work or event is called a person or body."""
        for label in sentence.names:
            if label.kind != "other" or label.optional:
                continue
            self.counts["others"] += 1
            called = [one for one in listed if one.kind in SPEAKING and _overlap(label, one)]
            self.counts["others called somebody"] += bool(called)
            if called:
                words = sentence.text[label.start : label.end]
                misses.append((f"called {called[0].kind}", "other", words))

    def share(self, part: str, whole: str) -> float:
        """Return a share, 0 where there is nothing to share."""
        return self.counts[part] / self.counts[whole] if self.counts[whole] else 0.0


def _coarse(kind: str) -> str:
    return "body" if kind in BODIES else kind


def _overlap(label: LabelledName, one: Found) -> int:
    return max(0, min(label.end, one.end) - max(label.start, one.start))
