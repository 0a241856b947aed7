"""What the pages of WCXB themselves tell of their day and authors, judged page by page.

``judged.tsv`` holds the judgements, ``judging.md`` the guide and how far two passes agreed. The
notes that come with the pages are often of a change, of a house, or of what no page says.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Final, NamedTuple

KEPT: Final = frozenset(("none", "change", "open"))
"""Judgements that are no day: none is told, one of a change alone, or two that contradict."""
_PATH: Final = Path(__file__).parent / "judged.tsv"
_MONTH: Final = 7


class Judged(NamedTuple):
    """What a page tells: ``days`` (several are one moment in two time zones) and its ``authors``.

    ``told`` is the judgement's kind: ``day``, ``month``, ``none``, ``change`` or ``open``. ``may``
    are people whom a reader may name or not; ``beside`` tells of a house or a handle that signs.
    """

    told: str
    days: frozenset[str]
    authors: str
    may: str
    beside: frozenset[str]


def read_judged(path: Path = _PATH) -> dict[str, Judged]:
    """Return the judgements by the names of the pages.

    >>> read_judged()["0031"].days
    frozenset({'2025-11-14'})
    """
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            row["page"]: Judged(
                _kind(row["day"]),
                frozenset(row["day"].split("/")) - KEPT,
                row["authors"],
                row["may"],
                frozenset(row["beside"].split()),
            )
            for row in csv.DictReader(lines, delimiter="\t")
        }


def _kind(day: str) -> str:
    if day in KEPT:
        return day
    return "month" if len(day) == _MONTH else "day"
