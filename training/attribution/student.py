"""Makes the smaller tagger out of its teacher: some layers, strong units, usual pieces."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor

from training.attribution.model import Shape, Tagger
from training.attribution.prepare import Prepared

ALWAYS = 104  # the special pieces come first
USUAL = 8  # times in the texts learned from; a rarer piece is split further


@dataclass(frozen=True, kw_only=True)
class Cut:
    """What of a teacher stays."""

    layers: tuple[int, ...] = (0, 2, 5)
    inner: int = 768
    link: int = 96


def choose_pieces(articles: list[Prepared], tokenizer: Tokenizer) -> list[int]:
    """Return the pieces that are kept: special ones, single letters, and those met often."""
    counts = Counter(number for a in articles for number in a.pieces.ids)
    return [
        number
        for piece, number in sorted(tokenizer.get_vocab().items(), key=lambda x: x[1])
        if number < ALWAYS or len(piece.removeprefix("##")) == 1 or counts[number] >= USUAL
    ]


def cut_tokenizer(tokenizer: Tokenizer, kept: list[int]) -> Tokenizer:
    """Return the tokenizer with some of its pieces, numbered anew; the special ones keep theirs."""
    rules = json.loads(tokenizer.to_str())
    pieces = {number: piece for piece, number in rules["model"]["vocab"].items()}
    rules["model"]["vocab"] = {pieces[number]: i for i, number in enumerate(kept)}
    return Tokenizer.from_str(json.dumps(rules))


def cut_words(teacher: Tagger, kept: list[int], dropout: float) -> Tagger:
    """Return the teacher with the kept pieces alone."""
    weights = teacher.state_dict()
    weights["words.weight"] = weights["words.weight"][kept]
    model = Tagger(replace(teacher.shape, vocabulary=len(kept)), dropout)
    model.load_state_dict(weights)
    return model


def find_strongest(strength: Tensor, size: int) -> NDArray[np.int64]:
    """Return the units of greatest strength, in their order."""
    strongest: NDArray[np.int64] = np.sort(strength.argsort(descending=True)[:size].numpy())
    return strongest


def cut_layer(weights: dict[str, Tensor], inner: int) -> dict[str, Tensor]:
    """Return a layer's weights with its strongest inner units."""
    wide, narrow = weights["widen.weight"], weights["narrow.weight"]
    units = find_strongest(wide.norm(dim=1) * narrow.norm(dim=0), inner)
    return {
        **weights,
        "widen.weight": wide[units],
        "widen.bias": weights["widen.bias"][units],
        "narrow.weight": narrow[:, units],
    }


def cut_head(weights: dict[str, Tensor], link: int) -> dict[str, Tensor]:
    """Return the second head's weights with its strongest units."""
    role = weights["role.weight"]
    units = find_strongest(role.norm(dim=0), link)
    whole = role.shape[1]
    rows = np.concatenate([units + part * whole for part in range(4)])
    return {
        "role.weight": role[:, units],
        "distance.weight": weights["distance.weight"][:, units],
        "apart.weight": weights["apart.weight"][:, units],
        "project.weight": weights["project.weight"][rows],
        "project.bias": weights["project.bias"][rows],
    }


def make_student(teacher: Tagger, cut: Cut, dropout: float) -> Tagger:
    """Return a student that begins as a part of its teacher and keeps both chains' moves."""
    weights = {n: w for n, w in teacher.state_dict().items() if not n.startswith("layers.")}
    weights |= cut_head(weights, cut.link)
    for i, layer in enumerate(cut.layers):
        cut_weights = cut_layer(dict(teacher.layers[layer].state_dict()), cut.inner)
        weights |= {f"layers.{i}.{name}": value for name, value in cut_weights.items()}
    shape = Shape(
        vocabulary=teacher.shape.vocabulary,
        layers=len(cut.layers),
        inner=cut.inner,
        link=cut.link,
    )
    student = Tagger(shape, dropout)
    student.load_state_dict({name: torch.clone(value) for name, value in weights.items()})
    for chain in (student.tag_chain, student.role_chain):
        chain.moves.requires_grad = False
    return student
