"""Kin: pairs of articles that share a text, copied or told anew, with all that shows it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from twosource.families.agreeing import DOUBTFUL, Doubtful
from twosource.families.candidates import Candidates
from twosource.families.collation import Collation, collate_pairs
from twosource.families.grouping import WHOLE
from twosource.families.judging import Evidence, read_evidence, read_threshold, weigh
from twosource.families.kinds import name_kind
from twosource.families.retelling import (
    NOTHING_TOLD,
    Anchors,
    align_sentences,
    read_anchors,
    retell,
)
from twosource.families.rewrites import find_retold
from twosource.families.witness import FEWEST_WORDS, Witness
from twosource.records import DerivationKind, Passage

QUOTED_PASSAGE = 16
"""Quoted words in common (a sentence) from which a shared quotation is recorded."""


class Kin(NamedTuple):
    """Two articles and what they share; ``passages`` run from the left article to the right.

    ``chance`` is the judge's that they share a text.
    """

    collation: Collation
    evidence: Evidence
    chance: float
    kind: DerivationKind
    passages: tuple[Passage, ...]

    @property
    def pair(self) -> tuple[str, str]:
        """The ids of the two, the smaller first."""
        return self.collation.left.article.id, self.collation.right.article.id

    @property
    def lesser(self) -> Witness | None:
        """The text that stands whole in the other, or None."""
        shares = (self.collation.left_share, self.collation.right_share)
        if self.kind == "quotation" or max(shares) < WHOLE:
            return None
        return self.collation.left if shares[0] > shares[1] else self.collation.right


def find_kin(candidates: Candidates, witnesses: Mapping[str, Witness]) -> Iterator[Kin]:
    """Yield the kin among the articles, exact copies aside.

    First those that share words; then, among the texts that stand whole in no other, those that
    tell the same in other words; at last doubtful ones on which several copies of a text agree.
    """
    anchors = cache(lambda id_: read_anchors(witnesses[id_]))
    close = [*candidates.pairs, *candidates.quoting]
    lesser = {copy for copy, _ in candidates.copies}
    doubtful = Doubtful(witnesses, candidates.copies)
    for kin in _judge(close, witnesses, anchors):
        if doubtful.keep(kin):
            continue
        if kin.lesser is not None:
            lesser.add(kin.lesser.article.id)
        yield kin
    fullest = [
        witness
        for id_, witness in witnesses.items()
        if id_ not in lesser and witness.wording.size >= FEWEST_WORDS
    ]
    retold = find_retold(fullest, [anchors(w.article.id) for w in fullest], frozenset(close))
    yield from (kin for kin in _judge(retold, witnesses, anchors) if not doubtful.keep(kin))
    for kin, agreed in doubtful.settle():
        if agreed:
            yield kin
        elif kin.collation.quoted_words >= QUOTED_PASSAGE:
            yield kin._replace(kind="quotation", passages=kin.collation.passages)


def _judge(
    pairs: Iterable[tuple[str, str]],
    witnesses: Mapping[str, Witness],
    anchors: Callable[[str], Anchors],
) -> Iterator[Kin]:
    """Yield the pairs that share a text, perhaps in other words, or at least a quotation."""
    for collation in collate_pairs((witnesses[one], witnesses[other]) for one, other in pairs):
        told = NOTHING_TOLD
        met = None
        if collation.shorter_share < WHOLE:
            met = anchors(collation.left.article.id), anchors(collation.right.article.id)
            told = retell(collation, met)
        evidence = read_evidence(collation, told)
        chance = weigh(evidence)
        kind = name_kind(collation, told) if chance >= DOUBTFUL else "quotation"
        if chance >= read_threshold() or kind == "rewrite":
            passages = collation.passages
            if kind == "rewrite" and met is not None:
                passages = align_sentences(collation.left, collation.right, met)
            yield Kin(collation, evidence, chance, kind, passages)
        elif collation.quoted_words >= QUOTED_PASSAGE:
            yield Kin(collation, evidence, chance, "quotation", collation.passages)
