"""Read the labelled sentences: texts from the data, numbers and names from the labels."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from benchmarks.sentences.select import read_texts

LABELS = Path(__file__).resolve().parent / "labels.jsonl"


class LabelledNumber(NamedTuple):
    """A quantity as the guide has it; offsets are code points of the sentence."""

    start: int
    end: int
    low: float
    high: float
    qualifier: str
    noun: tuple[int, int] | None
    unit: str
    optional: bool


class LabelledName(NamedTuple):
    """A name, or the description of an unnamed source, as the guide has it."""

    start: int
    end: int
    kind: str
    optional: bool


class Sentence(NamedTuple):
    """One sentence: where it stands, which half it is of, its words and what is in them."""

    id: str
    group: str
    half: Literal["build", "kept"]
    text: str
    numbers: tuple[LabelledNumber, ...]
    names: tuple[LabelledName, ...]


@cache
def _texts(data: Path) -> dict[str, str]:
    return {file: text for _, file, text in read_texts(data)}


def _read_row(row: dict[str, Any], text: str) -> Sentence:
    numbers = tuple(
        LabelledNumber(
            start=label["start"],
            end=label["end"],
            low=label["low"],
            high=label["high"],
            qualifier=label["qualifier"],
            noun=(label["noun"][0], label["noun"][1]) if label["noun"] else None,
            unit=label["unit"],
            optional=label.get("optional", False),
        )
        for label in row["numbers"]
    )
    names = tuple(
        LabelledName(label["start"], label["end"], label["kind"], label.get("optional", False))
        for label in row["names"]
    )
    return Sentence(row["id"], row["set"], row["half"], text, numbers, names)


def read_sentences(data: Path) -> list[Sentence]:
    """Return the labelled sentences in the order of their ids, texts read from the data folder.

    Raises ValueError when the data are not those that were labelled.
    """
    found = []
    for line in LABELS.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = _texts(data).get(row["file"], "")[row["start"] : row["end"]]
        if len(text) != row["end"] - row["start"]:
            raise ValueError(f"{row['file']} is not the text that was labelled ({data})")
        found.append(_read_row(row, text))
    return found
