"""Draw the passages to label, the same ones each time; write where they stand, never their words.

    python -m benchmarks.statements.passages.select ../shared/data > passages.jsonl

A passage begins with any paragraph (in ECB+, which has none, and in paragraphs that are too long:
with any sentence) and goes on until it has as many words as its digest asks for. The draw looks at
digests only, never at what is said in a passage or what a program finds there.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.statements.passages.reading import Passage, read_texts
from twosource.text.sentences import sentences

SEED = "passages 1"
SHARES = {"ecbplus": 34, "timebank": 28, "wcxb": 28}
"""How many passages each set gives."""
OF_ONE_KIND = {"ecbplus": 2, "timebank": 9, "wcxb": 1}
"""How many passages one topic of ECB+, one source of TimeBank, one page of WCXB may give."""
LONGEST = 160
ASKED = (40, 60, 80, 100)
"""Words that a passage must have before it ends; which of them, its digest says."""

_PARAGRAPH = re.compile(r"\S[^\n]*")


def list_units(group: str, text: str) -> list[tuple[int, int]]:
    """Return paragraphs, or the sentences of those that are too long or are no real ones."""
    units: list[tuple[int, int]] = []
    for found in _PARAGRAPH.finditer(text):
        if group != "ecbplus" and len(found[0].split()) <= LONGEST:
            units.append(found.span())
        else:
            units += sentences(text, found.start(), found.end())
    return units


def list_passages(group: str, article: str, text: str) -> Iterator[tuple[str, Passage]]:
    """Yield every passage that an article has to offer, each with its lot."""
    units = list_units(group, text)
    for place, (start, _) in enumerate(units):
        lot = hashlib.sha256(f"{SEED}:{group}:{article}:{start}".encode()).hexdigest()
        asked = ASKED[int(lot[-2:], 16) % len(ASKED)]
        for _, end in units[place:]:
            words = len(text[start:end].split())
            if words >= asked:
                if words <= LONGEST:
                    yield lot, Passage(lot[:12], group, article, start, end, text[start:end])
                break


def kind_of(passage: Passage) -> str:
    """Return the topic of ECB+, the source of TimeBank or the page that a passage is from."""
    if passage.group == "ecbplus":
        return passage.article.split("_")[0]
    if passage.group == "timebank":
        return passage.article[:3]
    return passage.article


def choose(data: Path) -> list[Passage]:
    """Return the passages drawn, in the order of their ids; one from an article, each text once."""
    offered = sorted(
        (lot, passage)
        for group, article, text in read_texts(data)
        for lot, passage in list_passages(group, article, text)
    )
    chosen: list[Passage] = []
    for _, passage in offered:
        peers = [one for one in chosen if one.group == passage.group]
        if (
            len(peers) < SHARES[passage.group]
            and sum(kind_of(one) == kind_of(passage) for one in peers) < OF_ONE_KIND[passage.group]
            and all(one.article != passage.article and one.text != passage.text for one in peers)
        ):
            chosen.append(passage)
    return sorted(chosen)


if __name__ == "__main__":
    for chosen_one in choose(Path(sys.argv[1])):
        row = {
            "id": chosen_one.id,
            "set": chosen_one.group,
            "article": chosen_one.article,
            "start": chosen_one.start,
            "end": chosen_one.end,
            "sha256": hashlib.sha256(chosen_one.text.encode()).hexdigest(),
        }
        print(json.dumps(row))
