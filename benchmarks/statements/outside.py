"""News outside PolNeAR: how far what is told of the labelled passages is right (``passages/``).

A passage is read by itself, as its readers read it. What counts are its outermost relations that
nobody would dispute; a doubtful or nested one that is told is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks.statements.measuring import Read, Told
from benchmarks.statements.passages import reading
from training.attribution.reader import Relation
from training.attribution.score import Score

FOLDER = reading.PASSAGES.parent
LABELS, FIRST, SECOND = (FOLDER / f"labels{one}.jsonl" for one in ("", "_a", "_b"))


def turn(label: reading.Relation) -> Relation:
    """Return a label as a relation of the scorer's."""
    return {
        "Source": [label.source] if label.source else [],
        "Cue": [label.cue] if label.cue else [],
        "Content": list(label.content),
    }


def is_firm(label: reading.Relation) -> bool:
    """Tell whether a label has to be found: outermost, and beyond dispute."""
    return not label.nested and not label.doubtful


def read_marked(path: Path, passages: Sequence[reading.Passage]) -> list[list[Relation]]:
    """Return one reader's firm relations, passage by passage."""
    labels = reading.read_labels(path)
    return [[turn(one) for one in labels[passage.id] if is_firm(one)] for passage in passages]


def pair(passages: Sequence[reading.Passage], told: Sequence[list[Told]]) -> list[Read]:
    """Return what a program told of the passages beside the settled labels."""
    labels = reading.read_labels(LABELS)
    return [
        Read(
            text=passage.text,
            marked=[turn(one) for one in labels[passage.id] if is_firm(one)],
            told=found,
            doubtful=[turn(one) for one in labels[passage.id] if not is_firm(one)],
        )
        for passage, found in zip(passages, told, strict=True)
    ]


def measure_agreement(passages: Sequence[reading.Passage]) -> dict[str, float]:
    """Return how far the two readers found the same firm relations, as F1 (either way round)."""
    first, second = (read_marked(path, passages) for path in (FIRST, SECOND))
    score = Score()
    for passage, ours, theirs in zip(passages, first, second, strict=True):
        score.add(passage.text, ours, theirs)
    return {name: score.relation(name)[2] for name in ("rel_sc", "rel_exact")}
