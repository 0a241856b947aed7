"""Reads relations off the tagger's scores: cues first, then source and content cue by cue.

Numpy alone, so that the program can serve with the same few functions.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.attribution.batches import measure_distance, measure_sentences

Floats = NDArray[np.float32]
CUE_FIRST = 3
SOURCE_FIRST, CONTENT_FIRST = 1, 3
NEVER = -1e4


@dataclass(frozen=True, kw_only=True)
class Head:
    """The second head's weights, and both chains' moves."""

    distance: Floats
    apart: Floats
    role: Floats
    bias: Floats
    tag_moves: Floats
    role_moves: Floats


@dataclass(frozen=True, kw_only=True)
class Scores:
    """What the encoder gives for one passage, the two special pieces included."""

    tags: Floats
    projected: Floats
    sentences: NDArray[np.int64]


def smooth_step(x: Floats) -> Floats:
    """Return the Gaussian error linear unit, by a formula good to .00002 (Hastings 1955)."""
    z = np.abs(x) * np.float32(0.7071067811865476)
    t = 1 / (1 + np.float32(0.47047) * z)
    tail = ((0.7478556 * t - 0.0958798) * t + 0.3480242) * t * np.exp(-z * z)
    half = np.float32(0.5) * tail.astype(np.float32)
    gelu: Floats = np.where(x >= 0, x * (1 - half), x * half)
    return gelu


def open_scores(scores: Floats) -> Floats:
    """Return a first row in which no further tag may stand."""
    first = scores[0].copy()
    first[2::2] += NEVER
    return first


def find_best(scores: Floats, moves: Floats) -> list[int]:
    """Return the likeliest row of tags (Viterbi)."""
    best = open_scores(scores)
    back = np.zeros(scores.shape, np.int64)
    for i in range(1, len(scores)):
        ways = best[:, None] + moves
        back[i] = ways.argmax(0)
        best = ways.max(0) + scores[i]
    tags = [int(best.argmax())]
    for i in range(len(scores) - 1, 0, -1):
        tags.append(int(back[i][tags[-1]]))
    return tags[::-1]


def add_logs(x: Floats, axis: int) -> Floats:
    """Return the logarithm of the sum of exponentials."""
    top = x.max(axis, keepdims=True)
    total: Floats = np.log(np.exp(x - top).sum(axis)) + top.squeeze(axis)
    return total


def find_chances(scores: Floats, moves: Floats) -> Floats:
    """Return for every piece the chance of every tag (forward and backward sums)."""
    ahead = np.empty_like(scores)
    behind = np.zeros_like(scores)
    ahead[0] = open_scores(scores)
    for i in range(1, len(scores)):
        ahead[i] = add_logs(ahead[i - 1][:, None] + moves, 0) + scores[i]
    for i in range(len(scores) - 2, -1, -1):
        behind[i] = add_logs(moves + (scores[i + 1] + behind[i + 1])[None], 1)
    total = ahead + behind
    chances: Floats = np.exp(total - add_logs(total, 1)[:, None])
    return chances


def list_spans(tags: list[int], first: int) -> list[tuple[int, int]]:
    """Return the spans of one role, given the number of its first tag.

    >>> list_spans([0, 1, 2, 0, 1], 1)
    [(1, 3), (4, 5)]
    """
    spans: list[tuple[int, int]] = []
    for i, tag in enumerate(tags):
        if tag == first:
            spans.append((i, i + 1))
        elif tag == first + 1 and spans and spans[-1][1] == i:
            spans[-1] = (spans[-1][0], i + 1)
    return spans


def score_roles(scores: Scores, head: Head, cue: tuple[int, int]) -> Floats:
    """Return the role scores of every piece for one cue."""
    length = len(scores.projected)
    token, by_cue, factor, cue_factor = np.split(scores.projected, 4, axis=1)
    mean, mean_factor = (x[cue[0] : cue[1]].mean(0) for x in (by_cue, cue_factor))
    near = (
        head.distance[measure_distance(length, *cue)]
        + head.apart[measure_sentences(scores.sentences, length, cue[0])]
    )
    mixed = smooth_step(token + mean + near + factor * mean_factor)
    roles: Floats = mixed @ head.role.T + head.bias
    return roles


@dataclass(frozen=True, kw_only=True)
class Settings:
    """How scores are read; chosen on the held-out slice of train."""

    cue_bonus: float = 0.0  # added to the score of a first cue tag: more cues are looked at
    source_bonus: float = 0.0  # the same for a source of a cue: nearly every cue has one
    content_bonus: float = 0.0  # the same for a content of a cue


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A possible relation, in pieces of its passage with the special piece counted."""

    cue: tuple[int, int]
    source: tuple[int, int] | None
    contents: list[tuple[int, int]]
    traits: list[float]


def odds(chance: float) -> float:
    """Return the log odds of a chance, kept finite."""
    chance = min(max(chance, 1e-4), 1 - 1e-4)
    return float(np.log(chance / (1 - chance)))


def read_cue(
    scores: Scores, head: Head, chances: Floats, cue: tuple[int, int], settings: Settings
) -> Candidate:
    """Return the likeliest relation of one cue."""
    roles = score_roles(scores, head, cue)
    roles[cue[0] : cue[1], 1:] += NEVER
    roles[[0, -1], 1:] += NEVER
    sure = find_chances(roles, head.role_moves)
    roles[:, SOURCE_FIRST] += settings.source_bonus
    roles[:, CONTENT_FIRST] += settings.content_bonus
    best = find_best(roles, head.role_moves)
    source_sure, content_sure = sure[:, 1:3].sum(1), sure[:, 3:5].sum(1)
    sources = list_spans(best, SOURCE_FIRST)
    contents = list_spans(best, CONTENT_FIRST)
    source = max(sources, key=lambda s: float(source_sure[s[0] : s[1]].mean()), default=None)
    cue_sure = chances[:, 3:5].sum(1)[cue[0] : cue[1]]
    content_at = [i for a, b in contents for i in range(a, b)]
    traits = [
        odds(float(cue_sure.mean())),
        odds(float(cue_sure.max())),
        odds(float(source_sure[source[0] : source[1]].mean())) if source else 0.0,
        float(source is None) * odds(float(source_sure.max())),
        float(source is None),
        odds(float(content_sure[content_at].mean())) if content_at else 0.0,
        odds(float(content_sure[content_at].min())) if content_at else 0.0,
        float(len(contents) > 1),
        float(np.log(1 + len(content_at))),
    ]
    return Candidate(cue=cue, source=source, contents=contents, traits=traits)


def list_candidates(scores: Scores, head: Head, settings: Settings) -> list[Candidate]:
    """Return the possible relations of a passage; those without content are none."""
    raised = scores.tags.copy()
    raised[[0, -1], 1:] += NEVER
    chances = find_chances(raised, head.tag_moves)
    raised[:, CUE_FIRST] += settings.cue_bonus
    cues = list_spans(find_best(raised, head.tag_moves), CUE_FIRST)
    read = [read_cue(scores, head, chances, cue, settings) for cue in cues]
    return [c for c in read if c.contents]
