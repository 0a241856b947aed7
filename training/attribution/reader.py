"""Reads PolNeAR: news articles in which people marked who says what, and by which words.

One article is a text file and one brat file for each annotator. A relation has a cue ("said"), a
source (who) and a content (what), each a list of character spans.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROLES = ("Source", "Cue", "Content")
Spans = list[tuple[int, int]]
Relation = dict[str, Spans]

ANNOTATOR = re.compile(r"_(\w{4})\.ann$")
HELD_EVERY = 14  # one article of train in so many is held out, for choosing decode settings
HELD_AT = 7


@dataclass(frozen=True, kw_only=True)
class Article:
    """One news article as one annotator read it."""

    name: str
    annotator: str
    text: str
    relations: list[Relation]


def read_spans(field: str) -> tuple[str, Spans]:
    """Return the role and spans of a brat text-bound line, e.g. ``Cue 113 119;121 124``."""
    role, _, rest = field.partition(" ")
    spans = []
    for piece in rest.split(";"):
        start, end = piece.split()
        spans.append((int(start), int(end)))
    return role, spans


def read_relations(path: Path) -> list[Relation]:
    """Return the relations of one brat file, in the file's order."""
    marked: dict[str, Spans] = {}
    events: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if line.startswith("T") and len(fields) > 1:
            marked[fields[0]] = read_spans(fields[1])[1]
        elif line.startswith("E") and len(fields) > 1:
            events.append(fields[1])
    relations = []
    for event in events:
        relation: Relation = {role: [] for role in ROLES}
        for argument in event.split():
            role, _, mark = argument.partition(":")
            role = role.rstrip("0123456789")
            if role in relation and mark in marked:
                relation[role] += marked[mark]
        relation = {role: sorted(set(spans)) for role, spans in relation.items()}
        if relation["Cue"] or relation["Content"]:
            relations.append(relation)
    return relations


def read_part(folder: Path) -> list[list[Article]]:
    """Return one part of PolNeAR: for each article its readings, the first annotator's first."""
    readings = []
    for path in sorted((folder / "text").glob("*.txt")):
        with path.open(encoding="utf-8", newline="") as file:
            text = file.read()
        sheets = [
            sheet
            for sheet in sorted((folder / "attributions").iterdir())
            if sheet.name[: len(path.stem)] == path.stem
            and ANNOTATOR.fullmatch(sheet.name[len(path.stem) :])
        ]
        if sheets:
            readings.append(
                [
                    Article(
                        name=path.stem,
                        annotator=sheet.stem[-4:],
                        text=text,
                        relations=read_relations(sheet),
                    )
                    for sheet in sheets
                ]
            )
    return readings


def split_train(readings: list[list[Article]]) -> tuple[list[list[Article]], list[Article]]:
    """Return train without its held-out slice, and the slice as its first annotators read it."""
    held = [r[0] for i, r in enumerate(readings) if i % HELD_EVERY == HELD_AT]
    kept = [r for i, r in enumerate(readings) if i % HELD_EVERY != HELD_AT]
    return kept, held
