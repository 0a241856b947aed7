"""Runs the tagger over articles, one passage at a time, as the program will."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from training.attribution.decode import Candidate, Floats, Head, Scores
from training.attribution.model import Tagger
from training.attribution.passages import list_passages
from training.attribution.prepare import CLS, SEP, Numbers, Prepared
from training.attribution.reader import Relation, Spans

Reader = Callable[[Numbers, Numbers], tuple[Floats, Floats]]


@dataclass(frozen=True, kw_only=True)
class Passage:
    """A passage's place in its article, and its scores."""

    first: int
    scores: Scores


def read_with_torch(model: Tagger) -> Reader:
    """Return a reader that runs the weights as trained."""
    model.eval()

    def read(ids: Numbers, marks: Numbers) -> tuple[Floats, Floats]:
        with torch.no_grad():
            hidden = model.encode(torch.from_numpy(ids), torch.from_numpy(marks), None)
            return model.tag(hidden)[0].numpy(), model.project(hidden)[0].numpy()

    return read


def read_with_onnx(path: Path) -> Reader:
    """Return a reader that runs the exported file on one thread."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def read(ids: Numbers, marks: Numbers) -> tuple[Floats, Floats]:
        tags, projected = session.run(["tags", "projected"], {"ids": ids, "marks": marks})
        return tags[0], projected[0]

    return read


def take_head(model: Tagger) -> Head:
    """Return the second head's weights and both chains' moves."""

    def array(value: torch.Tensor) -> Floats:
        return value.detach().numpy().astype(np.float32)

    return Head(
        distance=array(model.distance.weight),
        apart=array(model.apart.weight),
        role=array(model.role.weight),
        bias=array(model.role.bias),
        tag_moves=array(model.tag_chain.moves + model.tag_chain.forbidden),
        role_moves=array(model.role_chain.moves + model.role_chain.forbidden),
    )


def read_article(article: Prepared, reader: Reader) -> list[Passage]:
    """Return the scores of an article's passages."""
    pieces = article.pieces
    passages = []
    for first, last in list_passages(pieces):
        ids = np.array([[CLS, *pieces.ids[first:last], SEP]], np.int64)
        marks = np.array([[0, *pieces.marks[first:last], 0]], np.int64)
        tags, projected = reader(ids, marks)
        scores = Scores(
            tags=tags,
            projected=projected,
            sentences=np.array(pieces.sentences[first:last], np.int64),
        )
        passages.append(Passage(first=first, scores=scores))
    return passages


def place_relation(article: Prepared, passage: Passage, candidate: Candidate) -> Relation:
    """Return a candidate as character spans of its article."""

    def place(spans: Spans) -> Spans:
        at, offsets = passage.first - 1, article.pieces.spans
        return [(offsets[a + at][0], offsets[b + at - 1][1]) for a, b in spans]

    return {
        "Source": place([candidate.source] if candidate.source else []),
        "Cue": place([candidate.cue]),
        "Content": place(candidate.contents),
    }
