"""Two texts side by side: what they share outside quotations, and how it was edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from twosource.families.witness import Witness
from twosource.records import Passage, Span
from twosource.text.alignment import Chain, align
from twosource.text.house_style import DAYS
from twosource.text.shingles import word_key

SHORTEST_PASSAGE = 8
"""Words; shorter shared runs are phrases of the language or of the event, not passages."""
_SMALL_WORDS = """a an the of to in on at by for from with as and or but that this these those it
its he she they his her their has have had is are was were be been will would when while who which
there here not also said says say told asked about after before over into than then mr mrs ms dr"""
_LIGHT_WORDS = frozenset(word_key(word) for word in (*DAYS, *_SMALL_WORDS.split()))
"""Words that desks add and drop without a reading of their own."""


class Collation(NamedTuple):
    """What two witnesses share; the ``left`` one has the smaller article id.

    ``…_covered`` marks the words in passages, ``…_share`` is the share of a text's own words
    (outside quotations) in passages, ``own_words`` the fewer of both sides' own words in passages,
    ``longest_own`` the most own words in one passage, ``sentences`` the fewer of both sides' full
    sentences that passages cover, ``quoted_words`` the fewer of both sides' quoted ones,
    ``longest_run`` the longest run of equal words, ``edits`` the share of words in the passages
    that were changed, added or dropped, ``…_private`` the places of words of weight that the other
    lacks inside passages.
    """

    left: Witness
    right: Witness
    passages: tuple[Passage, ...]
    left_share: float
    right_share: float
    own_words: int
    longest_own: int
    sentences: int
    quoted_words: int
    longest_run: int
    edits: float
    left_private: tuple[Span, ...]
    right_private: tuple[Span, ...]

    @property
    def shorter_share(self) -> float:
        """The share of the text that stands more fully in the other."""
        return max(self.left_share, self.right_share)

    @property
    def mutual_share(self) -> float:
        """The share of the text that stands less fully in the other."""
        return min(self.left_share, self.right_share)

    def share_of(self, article: str) -> float:
        """Return the share of one article's own words that stand in the other."""
        return self.left_share if self.left.article.id == article else self.right_share

    def other_than(self, article: str) -> str:
        """Return the other article's id."""
        left, right = self.left.article.id, self.right.article.id
        return right if article == left else left


def collate(one: Witness, other: Witness) -> Collation:
    """Collate two witnesses; their order does not matter."""
    left, right = sorted((one, other), key=lambda witness: witness.article.id)
    chains = [
        chain
        for chain in align(left.wording.keys, right.wording.keys)
        if sum(run.length for run in chain) >= SHORTEST_PASSAGE
    ]
    left_covered = np.zeros(len(left.wording.keys), dtype=np.bool_)
    right_covered = np.zeros(len(right.wording.keys), dtype=np.bool_)
    passages: list[Passage] = []
    longest_own = longest_run = changed = collated = 0
    for chain in chains:
        first, last = chain[0], chain[-1]
        ends = (last.left + last.length, last.right + last.length)
        left_covered[first.left : ends[0]] = True
        right_covered[first.right : ends[1]] = True
        passages.append(
            Passage(
                int(left.wording.starts[first.left]),
                int(left.wording.ends[ends[0] - 1]),
                int(right.wording.starts[first.right]),
                int(right.wording.ends[ends[1] - 1]),
            )
        )
        own = min(
            int((~left.wording.quoted[first.left : ends[0]]).sum()),
            int((~right.wording.quoted[first.right : ends[1]]).sum()),
        )
        longest_own = max(longest_own, own)
        longest_run = max(longest_run, *(run.length for run in chain))
        for run in chain:
            here = left.wording.exact[run.left : run.left + run.length]
            there = right.wording.exact[run.right : run.right + run.length]
            changed += int((here != there).sum())
            collated += run.length
        for left_gap, right_gap in _gaps(chain):
            changed += max(len(left_gap), len(right_gap))
            collated += max(len(left_gap), len(right_gap))
    left_own = int((left_covered & ~left.wording.quoted).sum())
    right_own = int((right_covered & ~right.wording.quoted).sum())
    return Collation(
        left=left,
        right=right,
        passages=tuple(passages),
        left_share=left_own / left.own if left.own else 0.0,
        right_share=right_own / right.own if right.own else 0.0,
        own_words=min(left_own, right_own),
        longest_own=longest_own,
        sentences=min(left.count_sentences(left_covered), right.count_sentences(right_covered)),
        quoted_words=min(
            int((left_covered & left.wording.quoted).sum()),
            int((right_covered & right.wording.quoted).sum()),
        ),
        longest_run=longest_run,
        edits=changed / collated if collated else 0.0,
        left_private=_private(left, chains, 0),
        right_private=_private(right, chains, 1),
    )


def _gaps(chain: Chain) -> Iterator[tuple[range, range]]:
    """Yield the word places between the runs of a passage, on both sides."""
    for before, after in pairwise(chain):
        yield (
            range(before.left + before.length, after.left),
            range(before.right + before.length, after.right),
        )


def _private(witness: Witness, chains: Iterable[Chain], side: int) -> tuple[Span, ...]:
    """Return the words of weight inside passages where the other text has no such word."""
    keys = witness.wording.keys
    found = []
    for chain in chains:
        for gaps in _gaps(chain):
            if gaps[1 - side]:
                # Words against words are a change of wording; only words against nothing count.
                continue
            place = gaps[side]
            if any(int(keys[at]) not in _LIGHT_WORDS for at in place):
                found.append(
                    Span(
                        witness.article.id,
                        int(witness.wording.starts[place[0]]),
                        int(witness.wording.ends[place[-1]]),
                    )
                )
    return tuple(found)
