"""From the tagger's scores to attributions in pieces: cues first, then source and content of each.

Many passages are read at once, each as if it were alone. The twin of
``training/attribution/decode.py``, four times as fast.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple, Self

import numpy as np
from numpy.typing import NDArray

from twosource.statements.tagging.chains import (
    NEVER,
    Doubles,
    Floats,
    Numbers,
    find_best,
    find_chances,
    lay_rows,
)

_SOURCE, _CUE, _CONTENT = 1, 3, 3
"""The first tag of each: of the cue among all tags, of the others among those of one cue."""
_FAR, _APART = 64, 2
"""Pieces and sentences beyond which all distances from a cue look alike."""
_PARTS = 4
_SMALLEST_CHANCE = 1e-4
_HALF_ROOT = np.float32(0.7071067811865476)
_NO_SPAN: Reach = (0, 0)

Reach = tuple[int, int]
"""First piece and the piece behind the last; the special piece at the start counts."""


class Scores(NamedTuple):
    """What the encoder says of one run of pieces, the special piece at either end included."""

    tags: Floats
    projected: Floats
    sentences: Numbers


class Candidate(NamedTuple):
    """A possible attribution, and how sure the tagger is that source and content are right."""

    cue: Reach
    source: Reach | None
    contents: tuple[Reach, ...]
    confidence: float


class _Cue(NamedTuple):
    """A cue found: the number of its run, its place, and how sure each of its pieces is."""

    run: int
    place: Reach
    sure: Doubles


@dataclass(frozen=True, kw_only=True)
class Decoder:
    """What reads the scores: the second head, the moves of both chains, the confidence."""

    distance: Floats
    apart: Floats
    role: Floats
    bias: Floats
    tag_moves: Floats
    role_moves: Floats
    cue_bonus: float
    source_bonus: float
    content_bonus: float
    weights: Doubles
    threshold: float

    @classmethod
    def read(cls, table: dict[str, Any]) -> Self:
        """Return the decoder of a shipped table."""
        head: dict[str, Any] = {
            name: np.array(value, np.float32) for name, value in table["head"].items()
        }
        settings = {name: value for name, value in table.items() if name != "head"}
        return cls(**head, **{**settings, "weights": np.array(table["weights"], np.float64)})

    def decode(self, runs: list[Scores]) -> list[list[Candidate]]:
        """Return the possible attributions of each run, in the order of their cues."""
        found: list[list[Candidate]] = [[] for _ in runs]
        cues = self._find_cues(runs)
        if not cues:
            return found
        scored = self._score_all(runs, cues)
        laid, lengths = lay_rows(scored)
        sure = find_chances(laid, lengths, self.role_moves)
        laid[:, _SOURCE] += self.source_bonus
        laid[:, _CONTENT] += self.content_bonus
        best = find_best(laid, lengths, self.role_moves)
        for number, cue in enumerate(cues):
            length = int(lengths[number])
            candidate = self._read(cue, best[:length, number], sure[:length, :, number])
            if candidate is not None:
                found[cue.run].append(candidate)
        return found

    def _find_cues(self, runs: list[Scores]) -> list[_Cue]:
        laid, lengths = lay_rows([run.tags for run in runs])
        raised = laid.copy()
        raised[:, _CUE] += self.cue_bonus
        best = find_best(raised, lengths, self.tag_moves)
        held = np.flatnonzero((best == _CUE).any(0))
        if not len(held):
            return []
        chances = find_chances(laid[:, :, held], lengths[held], self.tag_moves)
        sure = chances[:, _CUE] + chances[:, _CUE + 1]
        return [
            _Cue(int(run), (first, last), sure[first:last, number])
            for number, run in enumerate(held)
            for first, last in list_spans(best[:, run], _CUE)
        ]

    def _score_all(self, runs: list[Scores], cues: list[_Cue]) -> list[Floats]:
        """Return the role scores for each cue; the cue itself bears no role."""
        scored = []
        for cue in cues:
            roles = self._score_roles(runs[cue.run], cue.place)
            roles[cue.place[0] : cue.place[1], 1:] += NEVER
            scored.append(roles)
        return scored

    def _score_roles(self, run: Scores, cue: Reach) -> Floats:
        """Return the role scores of every piece of a run for one cue."""
        first, last = cue
        length = len(run.projected)
        token, by_cue, factor, cue_factor = run.projected.reshape(length, _PARTS, -1).swapaxes(0, 1)
        mixed = factor * (cue_factor[first:last].sum(0) / (last - first))
        mixed += token
        mixed += by_cue[first:last].sum(0) / (last - first)
        mixed += self.distance[_measure_distance(length, first, last)]
        mixed += self.apart[_measure_sentences(run.sentences, length, first)]
        roles: Floats = _smooth_step(mixed) @ self.role.T + self.bias
        return roles

    def _read(self, cue: _Cue, best: NDArray[np.int8], sure: Doubles) -> Candidate | None:
        """Return the likeliest attribution of one cue, or None where nothing is its content."""
        contents = list_spans(best, _CONTENT)
        if not contents:
            return None
        source_sure = sure[:, _SOURCE] + sure[:, _SOURCE + 1]
        content_sure = sure[:, _CONTENT] + sure[:, _CONTENT + 1]
        sources = list_spans(best, _SOURCE)
        source = max(sources, key=lambda s: float(source_sure[s[0] : s[1]].mean()), default=None)
        first, last = source or _NO_SPAN
        said = np.concatenate([content_sure[a:b] for a, b in contents])
        traits = (
            _odds(cue.sure.mean()),
            _odds(cue.sure.max()),
            0.0 if source is None else _odds(source_sure[first:last].mean()),
            _odds(source_sure.max()) if source is None else 0.0,
            float(source is None),
            _odds(said.mean()),
            _odds(said.min()),
            float(len(contents) > 1),
            float(np.log(1 + len(said))),
            1.0,
        )
        sum_of_all = sum(w * t for w, t in zip(self.weights.tolist(), traits, strict=True))
        confidence = float(1 / (1 + np.exp(-sum_of_all)))
        return Candidate(cue.place, source, tuple(contents), confidence)


def list_spans(tags: NDArray[np.int8], first: int) -> list[Reach]:
    """Return the spans of one role, given the number of its first tag.

    >>> list_spans(np.array([0, 1, 2, 0, 1], np.int8), 1)
    [(1, 3), (4, 5)]
    """
    spans: list[Reach] = []
    for start in np.flatnonzero(tags == first).tolist():
        end = start + 1
        while end < len(tags) and tags[end] == first + 1:
            end += 1
        spans.append((start, end))
    return spans


def _measure_distance(length: int, first: int, last: int) -> Numbers:
    """Return for each piece its distance from a cue, as a row of the table.

    >>> _measure_distance(6, 2, 4).tolist()
    [62, 63, 64, 64, 65, 66]
    """
    at = np.arange(length)
    away = np.minimum(at - first, 0) + np.maximum(at - last + 1, 0)
    rows: Numbers = np.clip(away, -_FAR, _FAR) + _FAR
    return rows


def _measure_sentences(sentences: Numbers, length: int, first: int) -> Numbers:
    """Return for each piece how many sentences it stands from the cue, as a row of the table."""
    away = np.full(length, _APART)
    away[1:-1] = np.clip(sentences - sentences[first - 1], -_APART, _APART) + _APART
    return away


def _smooth_step(x: Floats) -> Floats:
    """Return the Gaussian error linear unit, by a formula good to .00002 (Hastings 1955)."""
    z = np.abs(x)
    z *= _HALF_ROOT
    t = np.float32(0.47047) * z
    t += np.float32(1)
    np.divide(np.float32(1), t, out=t)
    tail = np.float32(0.7478556) * t
    tail -= np.float32(0.0958798)
    tail *= t
    tail += np.float32(0.3480242)
    tail *= t
    z *= z
    np.negative(z, out=z)
    np.exp(z, out=z)
    tail *= z
    tail *= np.float32(0.5)
    gelu: Floats = np.where(x >= 0, x * (np.float32(1) - tail), x * tail)
    return gelu


def _odds(chance: float) -> float:
    """Return the log odds of a chance, kept finite."""
    kept = min(max(float(chance), _SMALLEST_CHANCE), 1 - _SMALLEST_CHANCE)
    return float(np.log(kept / (1 - kept)))
