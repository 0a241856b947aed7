"""The hand-made acceptance sheet and the three real pages that it speaks of, read where they lie.

Neither is part of this project: where the folder ``../shared/seeds`` is absent, whoever asks
is told so.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).resolve().parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
ABSENT = "the real pages of ../shared/seeds are not here"

BODY = "body"

# Words that tell one claim of the sheet from its neighbours in the same sentence: every group must
# have one of its words (whole or as the beginning of a word) in the span that asserts the claim.
CLAIM_WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "K1": (("pulled", "withdrawn", "withdrew"), ("front",)),
    "K2": (("seen",),),
    "K3": (("heavy",), ("loss", "casualt")),
    "K4": (("temporary", "return"),),
    "K5": (("10,000",), ("deployed",)),
    "K6": (("30",), ("bod",)),
    "K7": (
        ("control", "stormed", "seized", "advanced"),
        ("village", "settlement", "Plekhovo"),
    ),
    "K8": (("300",), ("casualt",)),
    "K9": (("light", "reconnaissance"), ("weapon", "battalion")),
    "K10": (("captured",),),
    "K11": (("date",), ("round",)),
}

# Another way in which a page may name one whom the sheet names.
OTHER_NAMES: dict[str, tuple[str, ...]] = {
    "Ukraine": ("Kyiv", "Kiev"),
    "US officials": ("United States officials", "U.S. officials"),
    "New York Times": ("NYT",),
    "Ukraine's Special Operations Forces": ("Special Operations Forces",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What is right for the pages: the gold, each page's lines (line 1 first), the words."""

    gold: dict[str, Any]
    lines: dict[str, tuple[str, ...]]
    claim_words: dict[str, tuple[tuple[str, ...], ...]]
    other_names: dict[str, tuple[str, ...]]

    def page_of(self, article: str) -> str:
        """Return the page on which an article of the sheet stands."""
        return next(str(a["page"]) for a in self.gold["articles"] if a["id"] == article)

    def body_lines(self, article: str) -> tuple[int, ...]:
        """Return the line numbers of an article's paragraphs."""
        entry = next(a for a in self.gold["articles"] if a["id"] == article)
        if "body_line" in entry:
            return (int(entry["body_line"]),)
        page = next(p for p in self.gold["pages"] if p["id"] == entry["page"])
        return tuple(
            number
            for part in page["parts"]
            if part["kind"] == BODY
            for number in line_numbers(part)
        )

    def text_of(self, page: str, number: int) -> str:
        """Return one line of a page, by its number from 1."""
        return self.lines[page][number - 1]

    def rewritten(self, rewrite: Callable[[str], str]) -> Sheet:
        """Return the same sheet with every text in it rewritten (names swapped, say)."""
        return Sheet(
            gold=_map_strings(self.gold, rewrite),
            lines={
                page: tuple(rewrite(line) for line in lines) for page, lines in self.lines.items()
            },
            claim_words={
                claim: tuple(tuple(rewrite(word) for word in group) for group in groups)
                for claim, groups in self.claim_words.items()
            },
            other_names={
                rewrite(name): tuple(rewrite(other) for other in others)
                for name, others in self.other_names.items()
            },
        )


def line_numbers(part: dict[str, Any]) -> tuple[int, ...]:
    """Return the lines of a part of the sheet, written ``line: 3`` or ``lines: "3-7"``."""
    if "line" in part:
        return (int(part["line"]),)
    first, _, last = str(part["lines"]).partition("-")
    return tuple(range(int(first), int(last or first) + 1))


def load_sheet() -> Sheet | None:
    """Return the sheet and its pages, or None where they are not here."""
    path = SEEDS / "gold.yaml"
    if not path.is_file():
        return None
    gold = _map_strings(yaml.safe_load(path.read_text(encoding="utf-8")), str)
    lines = {
        page["id"]: tuple((SEEDS / page["file"]).read_text(encoding="utf-8").split("\n"))
        for page in gold["pages"]
    }
    return Sheet(gold=gold, lines=lines, claim_words=CLAIM_WORDS, other_names=OTHER_NAMES)


def voice_name(written: str) -> str:
    """Return the name of a voice of the sheet without the way it came ("X (via Y)" is X)."""
    return re.sub(r"\s*\([^)]*\)\s*$", "", written)


_KEPT_KEYS = frozenset(
    {"id", "file", "kind", "sha256", "act", "also", "sev", "articles", "article"}
)


def _map_strings(value: Any, rewrite: Callable[[str], str]) -> Any:
    if isinstance(value, dict):
        return {
            key: item if key in _KEPT_KEYS and _is_plain(item) else _map_strings(item, rewrite)
            for key, item in value.items()
        }
    if isinstance(value, list):
        return [_map_strings(item, rewrite) for item in value]
    if isinstance(value, dt.date):
        return rewrite(value.isoformat())
    return rewrite(value) if isinstance(value, str) else value


def _is_plain(value: object) -> bool:
    return isinstance(value, str) or (
        isinstance(value, list) and all(isinstance(item, str) for item in value)
    )
