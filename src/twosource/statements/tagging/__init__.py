"""The attribution tagger: who is quoted in a paragraph, by which words, with what.

A small network reads each paragraph by itself (:mod:`encoder`, on :mod:`pieces`), chains of tags
give cues, sources and contents (:mod:`decoding`), and a :mod:`gate` keeps out what nobody says.
How it was trained, and what it reaches: ``training/attribution/card.md``.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from twosource.statements.tagging.decoding import Candidate, Decoder, Reach, Scores
from twosource.statements.tagging.encoder import load_encoder, load_tokenizer
from twosource.statements.tagging.gate import load_gate
from twosource.statements.tagging.pieces import Pieces, cut_pieces
from twosource.weights import load_json

__all__ = ["LONGEST_PASSAGE", "Tagged", "Tagger", "load_tagger"]

LONGEST_PASSAGE = 20_000
"""Characters of a paragraph that are tagged; beyond them it is a list or damage."""
_PASSAGES_KEPT = 4_096
_RUNS_AT_ONCE = 48

Place = tuple[int, int]


class Tagged(NamedTuple):
    """One attribution as the tagger reads it, in characters of its passage."""

    cue: Place
    source: Place | None
    contents: tuple[Place, ...]
    confidence: float


class Tagger:
    """The tagger with what it has read of late: a paragraph met again is not read again.

    What it says of a passage depends on that passage alone, so neither the passages beside it nor
    what was read before can change an answer.
    """

    def __init__(self) -> None:
        self._gate = load_gate()
        self._decoder = Decoder.read(load_json("attribution/decode.json"))
        self.threshold = self._decoder.threshold
        self._kept: OrderedDict[str, tuple[Tagged, ...]] = OrderedDict()

    def prepare(self) -> None:
        """Load now what the first paragraph would wait for."""
        load_tokenizer()
        load_encoder()

    def tag(self, passages: Sequence[str]) -> list[tuple[Tagged, ...]]:
        """Return the possible attributions in each passage, in the order of their cues.

        Those of a confidence below ``threshold`` are more often wrong than worth giving.
        """
        answers: dict[str, tuple[Tagged, ...]] = {}
        new: list[str] = []
        for passage in dict.fromkeys(passages):
            known = self._kept.get(passage)
            if known is not None:
                self._kept.move_to_end(passage)
                answers[passage] = known
            elif self._gate.passes(passage):
                new.append(passage)
            else:
                answers[passage] = ()
        for passage, found in zip(new, self._read(new), strict=True):
            answers[passage] = self._kept[passage] = found
        while len(self._kept) > _PASSAGES_KEPT:
            self._kept.popitem(last=False)
        return [answers[passage] for passage in passages]

    def _read(self, passages: list[str]) -> list[tuple[Tagged, ...]]:
        """Tag passages; runs of about one length go through the chains together."""
        if not passages:
            return []
        tokenizer, encoder = load_tokenizer(), load_encoder()
        runs = [
            (number, pieces)
            for number, passage in enumerate(passages)
            for pieces in cut_pieces(passage[:LONGEST_PASSAGE], tokenizer)
        ]
        order = sorted(range(len(runs)), key=lambda at: len(runs[at][1].ids))
        tagged: dict[int, list[Tagged]] = {}
        for first in range(0, len(order), _RUNS_AT_ONCE):
            some = order[first : first + _RUNS_AT_ONCE]
            scores: list[Scores] = [encoder.score(runs[at][1]) for at in some]
            for at, found in zip(some, self._decoder.decode(scores), strict=True):
                tagged[at] = [_place(runs[at][1], candidate) for candidate in found]
        answers: list[list[Tagged]] = [[] for _ in passages]
        for at, (number, _) in enumerate(runs):
            answers[number].extend(tagged[at])
        return [tuple(found) for found in answers]


@cache
def load_tagger() -> Tagger:
    """Return the one tagger of this process, its files checked; takes less than a second."""
    return Tagger()


def _place(pieces: Pieces, candidate: Candidate) -> Tagged:
    """Return a candidate in characters; the special piece at the start is no longer counted."""

    def place(reach: Reach) -> Place:
        return pieces.places[reach[0] - 1][0], pieces.places[reach[1] - 2][1]

    return Tagged(
        place(candidate.cue),
        place(candidate.source) if candidate.source else None,
        tuple(place(reach) for reach in candidate.contents),
        candidate.confidence,
    )
