"""Read the pairs of numbers back out of the data that they point into.

    .venv/bin/python -m benchmarks.numbers.pairs ../shared/data

prints them all, each number in double brackets. Offsets count code points of the text addressed: a
cell of a table, a whole text file, or the tokens of an ECB+ file joined by single spaces.
"""

from __future__ import annotations

import csv
import json
import sys
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

_PAIRS = Path(__file__).with_name("pairs.jsonl")
_LONGEST_CELL = 10_000_000


class Pair(NamedTuple):
    """Two figures that two accounts give, each in its sentence, and how they relate."""

    id: str
    half: str
    """``build`` may be looked at while rules are written; scores are reported on ``kept``."""
    relation: str
    """``equal``, ``compatible``, ``different`` or ``not comparable``; guide.md says when."""
    first: str
    second: str
    first_number: tuple[int, int]
    """Where the figure stands in its sentence: digits or number words with their power words."""
    second_number: tuple[int, int]


@lru_cache(maxsize=8)
def _read_table(path: Path) -> list[list[str]]:
    """Return the lines of a tab-separated table as cells; a heading line counts as a line."""
    text = path.read_bytes().decode("utf-8-sig")
    return [line.removesuffix("\r").split("\t") for line in text.split("\n")]


@lru_cache(maxsize=8)
def _read_records(path: Path) -> list[dict[str, str]]:
    """Return the rows of a comma-separated table by column name; its heading is no row."""
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@lru_cache(maxsize=64)
def _read_tokens(path: Path) -> str:
    """Return the words of an ECB+ article in their order, single spaces between them."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(path.read_bytes(), parser)
    return " ".join(token.text or "" for token in root.iter("token"))


def read_text(data: Path, address: dict[str, Any]) -> str:
    """Return the whole text that an address points into, before the sentence is cut out of it."""
    path = data / str(address["file"])
    if path.suffix == ".csv":
        return _read_records(path)[int(address["row"])][str(address["column"])]
    if path.suffix == ".tsv":
        return _read_table(path)[int(address["row"])][int(address["column"])]
    if path.suffix == ".xml":
        return _read_tokens(path)
    return path.read_bytes().decode("utf-8")


def _resolve(data: Path, address: dict[str, Any]) -> tuple[str, tuple[int, int]]:
    """Return the sentence at an address and where the number stands in it."""
    start, end = address["sentence"]
    first, last = address["number"]
    if not start <= first < last <= end:
        raise ValueError(f"the number lies outside its sentence: {address}")
    sentence = read_text(data, address)[start:end]
    if len(sentence) != end - start:
        raise ValueError(f"the text is shorter than its address says: {address}")
    return sentence, (first - start, last - start)


def read_pairs(data: Path) -> list[Pair]:
    """Return every pair with its two sentences, read from a folder of the development data."""
    found = []
    for line in _PAIRS.read_text("utf-8").splitlines():
        held = json.loads(line)
        first, first_number = _resolve(data, held["a"])
        second, second_number = _resolve(data, held["b"])
        found.append(
            Pair(
                id=held["id"],
                half=held["half"],
                relation=held["relation"],
                first=first,
                second=second,
                first_number=first_number,
                second_number=second_number,
            )
        )
    return found


def _mark(sentence: str, number: tuple[int, int]) -> str:
    """Return a sentence with its number in double brackets, for a person to read."""
    start, end = number
    return f"{sentence[:start]}[[{sentence[start:end]}]]{sentence[end:]}"


if __name__ == "__main__":
    for pair in read_pairs(Path(sys.argv[1])):
        print(f"{pair.id}  {pair.relation}  ({pair.half})")
        print("  1", _mark(pair.first, pair.first_number))
        print("  2", _mark(pair.second, pair.second_number))
