"""Read the labelled passages: texts from the data, places and labels from this folder.

    python -m benchmarks.statements.passages.reading ../shared/data

prints every passage under its id, for whoever labels.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple
from xml.etree import ElementTree as ET

from benchmarks.dates import timebank

FOLDER = Path(__file__).resolve().parent
PASSAGES = FOLDER / "passages.jsonl"
LABELS = FOLDER / "labels.jsonl"

NEWS_PAGES = (
    "0004 0031 0034 0078 0106 0119 0120 0140 0153 0160 0161 0174 0186 0221 0279 0329 "
    "0331 0333 0345 0385 0387 0394 0395 0396 0399 0401 0405 0408 0421 0428 0456 0457 "
    "0462 0471 0475 0478 0480 0500 4028 4060 4370 4500 4515 4530 4557 4560 4684"
).split()
"""Pages of WCXB by newspapers, broadcasters, agencies, magazines, trade press, press offices.

Told by address and headline: reporting, commentary and reviews, no shop, no buyer's guide.
"""

_WORDS_OF_A_LINK = re.compile(r"https? ?:|www\b")
_ENDS_A_SENTENCE = re.compile(r"[.?!][\"'”’)]*$")
_TIDY = (
    (re.compile(r"``|''"), '"'),
    (re.compile(r" ([-/]) "), r"\1"),
    (re.compile(r"(\d) ([:.]) (?=\d)"), r"\1\2"),
    (re.compile(r" ([’']) (s|t|m|d|re|ve|ll)\b"), r"\1\2"),
    (re.compile(r" (?=(?:n't|'s|'m|'d|'re|'ve|'ll|')(?: |$))"), ""),
    (re.compile(r" (?=[,.;:?!)\]%”’])"), ""),
    (re.compile(r"([(\[$“‘]) "), r"\1"),
)
"""What turns a line of tokens back into print: marks drawn to the words they belong to."""


class Passage(NamedTuple):
    """A passage of a news text: its id, the set and article it is from, its place, its words."""

    id: str
    group: str
    article: str
    start: int
    end: int
    text: str


class Relation(NamedTuple):
    """Who is said to say or think what, as ``guide.md`` has it; spans count from its passage.

    ``doubtful`` marks what two careful readers would dispute: finding it is neither right nor
    wrong.
    """

    source: tuple[int, int] | None
    cue: tuple[int, int] | None
    content: tuple[tuple[int, int], ...]
    of: Literal["speech", "mind"]
    nested: bool
    doubtful: bool


def read_texts(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield set, article and text of every news text that passages are drawn from."""
    for page in NEWS_PAGES:
        path = data / "articles" / "wcxb_dev" / "ground-truth" / f"{page}.json"
        yield "wcxb", page, json.loads(path.read_text("utf-8"))["ground_truth"]["main_content"]
    for path in sorted(data.glob("stories/ecbplus/*/*.xml")):
        yield "ecbplus", path.stem, read_tokens(path)
    for held in timebank.read_texts(data / "dates" / "timebank"):
        yield "timebank", held.name.removesuffix(".tml"), held.text


def read_tokens(path: Path) -> str:
    """Return a text of ECB+, which is kept as tokens, as it would be printed.

    Addresses are left out. A sentence follows the one before it after a space, or on a new line
    where that one (a headline, a date) has no full stop.
    """
    sentences: dict[str, list[str]] = {}
    # S314: a fixed research set that a person unpacked, not a page from the network.
    for token in ET.fromstring(path.read_bytes()).iter("token"):  # noqa: S314
        sentences.setdefault(token.attrib["sentence"], []).append(token.text or "")
    printed = ""
    for tokens in sentences.values():
        if not _WORDS_OF_A_LINK.match(" ".join(tokens)):
            printed += _print_sentence(tokens)
    return printed


def _print_sentence(tokens: list[str]) -> str:
    line = " ".join(tokens)
    for pattern, replacement in _TIDY:
        line = pattern.sub(replacement, line)
    line = _draw_quotes(line)
    return line + (" " if _ENDS_A_SENTENCE.search(line) else "\n")


def _draw_quotes(line: str) -> str:
    """Draw quotation marks that stand alone to the words they open or close."""
    marks = line.count('"')
    words = line.split(" ")
    opened = False
    for place, word in enumerate(words):
        if word == '"':
            alone = marks == 1 and place > 0 and not words[place - 1].endswith(":")
            words[place] = '\0"' if opened or alone else '"\0'
        opened ^= bool(word.count('"') % 2)
    return " ".join(words).replace("\0 ", "").replace(" \0", "").replace("\0", "")


def read_passages(data: Path) -> list[Passage]:
    """Return the labelled passages in the order of their ids.

    Raises ValueError when the data are not those that were labelled.
    """
    texts = {(group, article): text for group, article, text in read_texts(data)}
    found = []
    for line in PASSAGES.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = texts.get((row["set"], row["article"]), "")[row["start"] : row["end"]]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{row['set']} {row['article']} is not the text that was labelled")
        found.append(Passage(row["id"], row["set"], row["article"], row["start"], row["end"], text))
    return found


def read_labels(path: Path = LABELS) -> dict[str, tuple[Relation, ...]]:
    """Return what one reader found in each passage, by the passage's id."""
    rows = map(json.loads, path.read_text("utf-8").splitlines())
    return {row["id"]: tuple(map(_read_relation, row["relations"])) for row in rows}


def _read_relation(label: dict[str, Any]) -> Relation:
    return Relation(
        source=tuple(label["source"]) if label["source"] else None,
        cue=tuple(label["cue"]) if label["cue"] else None,
        content=tuple(map(tuple, label["content"])),
        of=label["of"],
        nested=label["nested"],
        doubtful=label["doubtful"],
    )


if __name__ == "__main__":
    for passage in read_passages(Path(sys.argv[1])):
        print(f"=== {passage.id}\n{passage.text}\n")
