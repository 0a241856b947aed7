"""Of what kind a shared text is: the same, sub-edited, cut, in part, or told in other words."""

from __future__ import annotations

import numpy as np

from twosource.families.collation import Collation
from twosource.families.grouping import (
    ALL,
    FEWEST_SENTENCES,
    FEWEST_SHARED_WORDS,
    MOST,
    WHOLE,
    Mask,
    is_opening,
)
from twosource.families.retelling import Retelling
from twosource.families.witness import FULL_SENTENCE, Witness
from twosource.records import DerivationKind

VERBATIM_EDITS = 0.001
"""Verbatim is word for word: one word changed in a thousand, and the text was edited."""
RETOLD = 3.0
"""How far beyond chance the order of what two kindred texts tell in other words shows that one was
rewritten, or some of its paragraphs. On the simulated press (build) rewritten texts reach 8 in
nineteen of twenty; cut ones, sub-edited ones and those put together from two stay below 3."""


def name_kind(collation: Collation, told: Retelling) -> DerivationKind:
    """Return the kind of a derivation."""
    if told.surprise >= RETOLD and collation.shorter_share < MOST:
        return "rewrite"
    if collation.mutual_share < WHOLE and (
        collation.shorter_share < WHOLE or _is_slight(collation)
    ):
        retouched = collation.mutual_share >= MOST and told.surprise >= RETOLD
        return "revision" if retouched else "partial"
    if collation.mutual_share < WHOLE or _is_cut(collation):
        return "cut"
    full = collation.mutual_share >= 1 - 2 * VERBATIM_EDITS
    return "verbatim" if full and collation.edits <= VERBATIM_EDITS else "revision"


def _is_slight(collation: Collation) -> bool:
    """Tell whether a sentence or two is all that is shared: no cut, unless it is the opening."""
    if collation.own_words >= FEWEST_SHARED_WORDS and collation.sentences >= FEWEST_SENTENCES:
        return False
    left_whole = collation.left_share >= collation.right_share
    longer = collation.right_covered if left_whole else collation.left_covered
    return collation.shorter_share < ALL or not is_opening(longer)


def _is_cut(collation: Collation) -> bool:
    """Tell whether the end of the text that stands less fully in the other is missing there."""
    if collation.left_share < collation.right_share:
        return _has_tail(collation.left, collation.left_covered)
    return _has_tail(collation.right, collation.right_covered)


def _has_tail(witness: Witness, covered: Mask) -> bool:
    """Tell whether a full sentence or more stands behind the last passage."""
    held = np.flatnonzero(covered)
    return bool(len(held)) and witness.wording.size - 1 - int(held[-1]) >= FULL_SENTENCE
