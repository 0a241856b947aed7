"""TimeBank: 183 news texts in which people marked every expression of time and the day it means.

Only expressions of type DATE or TIME whose value holds a day are counted here; their base is the
article's creation time. The articles are parted in two by a digest of their file names: errors are
looked at in one half alone, so that the other shows whether rules were fitted to what was seen.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple
from xml.etree import ElementTree as ET

Half = Literal["build", "kept"]
Verdict = Literal["right", "wrong", "open", "missed"]

MENDED = Path(__file__).resolve().parent / "mended.json"
"""Marks of the build half that contradict their own article, with what shows it."""

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CALENDAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


class Marked(NamedTuple):
    """An expression of time as a person marked it: code points of the text, type and value."""

    start: int
    end: int
    kind: str
    value: str


class Told(NamedTuple):
    """An expression that a program found, and the ISO day, month or year it tells (or None)."""

    start: int
    end: int
    value: str | None


class Text(NamedTuple):
    """One article: its text, the time it was made, and what was marked in it."""

    name: str
    half: Half
    base: str
    text: str
    marked: tuple[Marked, ...]


Finder = Callable[[str, str], list[Told]]
"""A program: from a text and its base (ISO) to the expressions it found."""


@dataclass
class Score:
    """How a program did: verdicts on the marked days, and on the days that it told itself."""

    marked: dict[Verdict, int] = field(
        default_factory=lambda: {"right": 0, "wrong": 0, "open": 0, "missed": 0}
    )
    told: dict[str, int] = field(default_factory=lambda: {"right": 0, "wrong": 0, "unmarked": 0})

    @property
    def total(self) -> int:
        """Return how many marked days were looked for."""
        return sum(self.marked.values())

    @property
    def recall(self) -> float:
        """Return the share of marked days that were told right."""
        return self.marked["right"] / self.total

    @property
    def precision(self) -> float:
        """Return the share of told days that are right, unmarked words counted as wrong."""
        return self.told["right"] / max(1, sum(self.told.values()))


def half_of(name: str) -> Half:
    """Return the half of an article, told by the digest of its file name."""
    return "build" if int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2 else "kept"


def read_texts(folder: Path) -> Iterator[Text]:
    """Yield the articles of a folder of ``.tml`` files, by name."""
    for path in sorted(folder.glob("[!.]*.tml")):
        # S314: a fixed research set that a person unpacked, not a page from the network.
        root = ET.fromstring(path.read_bytes())  # noqa: S314
        made = root.find("DCT/TIMEX3")
        body = root.find("TEXT")
        if made is None or body is None:
            message = f"{path.name} has no creation time or no text; is this TimeBank 1.2?"
            raise ValueError(message)
        pieces: list[str] = []
        marked: list[Marked] = []
        _walk(body, pieces, marked)
        yield Text(
            path.name, half_of(path.name), made.attrib["value"], "".join(pieces), tuple(marked)
        )


def _walk(element: ET.Element, pieces: list[str], marked: list[Marked]) -> None:
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    for child in element:
        _walk(child, pieces, marked)
        pieces.append(child.tail or "")
    if element.tag == "TIMEX3":
        end = sum(map(len, pieces))
        marked.append(Marked(start, end, element.attrib["type"], element.attrib["value"]))


def days_of(text: Text) -> list[Marked]:
    """Return what is marked with a day."""
    return [one for one in text.marked if one.kind in ("DATE", "TIME") and _DAY.match(one.value)]


def weekdays_of(text: Text) -> list[Marked]:
    """Return what is marked with a day and names a day of the week."""
    return [one for one in days_of(text) if _WEEKDAY.search(text.text, one.start, one.end)]


def mended_days_of(text: Text) -> list[Marked]:
    """Return what is marked with a day, slips of the marks mended (see ``mended.json``)."""
    return [_mend(text, one) for one in days_of(text)]


def mended_weekdays_of(text: Text) -> list[Marked]:
    """Return what is marked with a day and names a weekday, slips of the marks mended."""
    return [_mend(text, one) for one in weekdays_of(text)]


def _mend(text: Text, one: Marked) -> Marked:
    """Return a mark as its own article shows that it was meant."""
    slip = _slips().get((text.name, one.start))
    if slip is None:
        return one
    if one.value != slip[0]:
        raise ValueError(f"{text.name} at {one.start} is {one.value}, not the slip {slip[0]}")
    return one._replace(value=slip[1])


@cache
def _slips() -> dict[tuple[str, int], tuple[str, str]]:
    rows = json.loads(MENDED.read_text("utf-8"))
    return {(row["file"], row["start"]): (row["from"], row["to"]) for row in rows}


def calendar_of(text: Text) -> list[Marked]:
    """Return what is marked with a day, a month or a year."""
    return [
        one
        for one in text.marked
        if one.kind in ("DATE", "TIME") and _CALENDAR.fullmatch(one.value[:10])
    ]


def judge(marked: Marked, told: list[Told]) -> Verdict:
    """Return how one marked time was told: by any found expression that overlaps it."""
    over = [one.value for one in told if one.start < marked.end and marked.start < one.end]
    if not over:
        return "missed"
    wanted = marked.value[:10]
    if wanted in over:
        return "right"
    return "wrong" if any(value and len(value) == len(wanted) for value in over) else "open"


def score_text(score: Score, text: Text, told: list[Told], looked_for: list[Marked]) -> None:
    """Add one article to a score."""
    for one in looked_for:
        score.marked[judge(one, told)] += 1
    for found in told:
        if found.value is None or not _DAY.fullmatch(found.value):
            continue
        over = [m for m in text.marked if found.start < m.end and m.start < found.end]
        if any(m.value[:10] == found.value for m in over):
            score.told["right"] += 1
        else:
            score.told["wrong" if over else "unmarked"] += 1
