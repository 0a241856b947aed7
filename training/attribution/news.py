"""Reads further news that nobody marked: from it the shipped tagger learns what its teacher thinks.

PolNeAR is one country's politics as seven publishers print it. These texts are of other subjects,
other years and other houses; with them come scraps of pages that are no reporting.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

TOKEN = re.compile(r'<token [^>]*sentence="(\d+)"[^>]*>([^<]*)<')
BODY = re.compile(r"<TEXT>(.*?)</TEXT>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
ENTITIES = {"&quot;": '"', "&apos;": "'", "&lt;": "<", "&gt;": ">", "&amp;": "&"}
TOGETHER = 2  # sentences a paragraph, where a text shows sentences alone
TAKEN = 2200  # characters of a page: its paragraphs until there are so many


def open_entities(text: str) -> str:
    """Return a text with the five entities of XML as characters.

    >>> open_entities("Smith &amp; Sons")
    'Smith & Sons'
    """
    for entity, character in ENTITIES.items():
        text = text.replace(entity, character)
    return text


def read_pages(folder: Path) -> list[str]:
    """Return the beginnings of articles of the WCXB development pages, and scraps beside them."""
    texts = []
    for path in sorted((folder / "ground-truth").glob("*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))["ground_truth"]
        taken: list[str] = []
        for paragraph in (truth.get("main_content") or "").splitlines():
            if paragraph.strip() and sum(map(len, taken)) < TAKEN:
                taken.append(paragraph.strip())
        texts.append("\n".join([*taken, *(x.replace("\n", " ") for x in truth["without"])]))
    return texts


def read_events(folder: Path) -> list[str]:
    """Return every second article of ECB+."""
    texts = []
    for path in sorted(folder.glob("*/*.xml"))[::2]:
        sentences: dict[int, list[str]] = {}
        for number, word in TOKEN.findall(path.read_text(encoding="utf-8")):
            sentences.setdefault(int(number), []).append(open_entities(word))
        joined = [" ".join(words) for words in sentences.values()]
        pairs = (joined[i : i + TOGETHER] for i in range(0, len(joined), TOGETHER))
        texts.append("\n".join(" ".join(pair) for pair in pairs))
    return texts


def read_wires(folder: Path) -> list[str]:
    """Return the articles of TimeBank."""
    texts = []
    for path in sorted(folder.glob("[!.]*.tml")):
        body = BODY.search(path.read_text(encoding="utf-8"))
        if body:
            bare = open_entities(TAG.sub("", body.group(1)))
            paragraphs = re.split(r"\n\s*\n|\n {2,}", bare)
            texts.append("\n".join(" ".join(p.split()) for p in paragraphs))
    return texts


def read_news(data: Path) -> list[str]:
    """Return all further texts."""
    return [
        *read_pages(data / "articles" / "wcxb_dev"),
        *read_events(data / "stories" / "ecbplus"),
        *read_wires(data / "dates" / "timebank"),
    ]
