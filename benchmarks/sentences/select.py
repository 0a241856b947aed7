"""Choose the sentences to label, the same ones each time, and print them for whoever labels.

    python -m benchmarks.sentences.select ../shared/data > sentences.jsonl

Of the first 400, six in ten hold a figure or a number word; the rest are any sentence with a name
in it. Ninety more have a word of publishing in them ("reported", "told the ..."), since outlets
and agencies are rare. The choice looks at digests of the texts only, never at what the program
reads in them. A sentence that stands in two files is taken once.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from twosource.text.sentences import paragraphs, sentences

SHARES = {"polnear": 140, "wcxb": 130, "scrapinghub": 70, "events": 60}
"""How many sentences each set gives."""
PUBLISHING_SHARES = {"polnear": 50, "wcxb": 20, "scrapinghub": 30}
WITH_NUMBER = 0.6
BUILD_SHARE = 0.25
SHORTEST, LONGEST = 40, 400

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds?|thousands?|millions?|"
    r"billions?|half|scores)\b",
    re.IGNORECASE,
)
_PUBLISHING = re.compile(
    r"\b(?:reported|reporting by|told (?:the )?[A-Z]|newspapers?|news agency|newswire|magazine|"
    r"interview (?:with|on)|broadcaster|correspondent|editorial|first published)\b"
)
_NAME = re.compile(r"[a-z,] [A-Z][a-z]+")
_COMMON = frozenset("the of to and in a that is for on was with said he it at by from".split())
_LEAST_COMMON = 0.2


def read_texts(data: Path) -> Iterator[tuple[str, str, str]]:
    """Yield set, file and text of every article of the development data, in a fixed order."""
    for path in sorted(data.glob("attribution/polnear/*/text/*.txt")):
        yield "polnear", str(path.relative_to(data)), path.read_text("utf-8")
    for path in sorted(data.glob("articles/wcxb_dev/ground-truth/*.json")):
        held = json.loads(path.read_text("utf-8"))
        text = held.get("ground_truth", held).get("main_content") or ""
        yield "wcxb", str(path.relative_to(data)), text
    path = data / "articles" / "scrapinghub" / "ground-truth.json"
    for name, held in sorted(json.loads(path.read_text("utf-8")).items()):
        yield "scrapinghub", f"{path.relative_to(data)}#{name}", held["articleBody"]
    csv.field_size_limit(10**7)
    for name in ("census_articles.csv", "spotify_articles.csv"):
        path = data / "families" / name
        with path.open(encoding="utf-8", newline="") as file:
            for number, row in enumerate(csv.DictReader(file)):
                text = max(row.values(), key=lambda value: len(value or ""))
                yield "events", f"{path.relative_to(data)}#{number}", text


def is_english(sentence: str) -> bool:
    """Tell whether enough words of a sentence are common English ones."""
    found = re.findall(r"[a-z]+", sentence.casefold())
    return bool(found) and sum(w in _COMMON for w in found) / len(found) >= _LEAST_COMMON


def choose(data: Path) -> list[dict[str, object]]:
    """Return the sentences to label with set, file, offsets, half and text, in the order of ids."""
    chosen = choose_any(data)
    used = {row["file"] for row in chosen}
    held: dict[str, list[tuple[str, dict[str, object]]]] = {}
    for group, file, text in read_texts(data):
        if file in used:
            continue
        rows = [row for row in list_candidates(group, file, text) if publishes(str(row["text"]))]
        if rows:
            first = min(rows, key=lambda row: str(row["id"]))
            held.setdefault(group, []).append((str(first["id"]), {**first, "half": "kept"}))
    for group, count in PUBLISHING_SHARES.items():
        chosen += [row for _, row in sorted(held[group], key=lambda entry: entry[0])[:count]]
    once: dict[object, dict[str, object]] = {}
    for row in sorted(chosen, key=lambda row: str(row["id"])):
        once.setdefault(row["text"], row)
    return list(once.values())


def publishes(sentence: str) -> bool:
    """Tell whether a sentence has a word of publishing in it."""
    return bool(_PUBLISHING.search(sentence))


def list_candidates(group: str, file: str, text: str) -> Iterator[dict[str, object]]:
    """Yield the English sentences of a text that are neither scraps nor half a page long."""
    for first, last in paragraphs(text):
        for start, end in sentences(text, first, last):
            sentence = text[start:end]
            if SHORTEST <= end - start <= LONGEST and "\n" not in sentence and is_english(sentence):
                digest = hashlib.sha256(f"{file}:{start}".encode()).hexdigest()
                yield {
                    "id": digest[:12], "set": group, "file": file, "start": start, "end": end,
                    "text": sentence,
                }  # fmt: skip


def choose_any(data: Path) -> list[dict[str, object]]:
    """Return the first 400: at most one sentence with a number and one without from each file."""
    held: dict[tuple[str, bool], list[tuple[str, dict[str, object]]]] = {}
    for group, file, text in read_texts(data):
        best: dict[bool, dict[str, object]] = {}
        for row in list_candidates(group, file, text):
            numbered = bool(_NUMBER.search(str(row["text"])))
            if not (numbered or _NAME.search(str(row["text"]))):
                continue
            if numbered not in best or str(row["id"]) < str(best[numbered]["id"]):
                best[numbered] = row
        for numbered, row in best.items():
            held.setdefault((group, numbered), []).append((str(row["id"]), row))
    chosen: list[dict[str, object]] = []
    for group, count in SHARES.items():
        used: set[object] = set()
        for numbered, share in ((True, WITH_NUMBER), (False, 1 - WITH_NUMBER)):
            fresh = [row for _, row in sorted(held.get((group, numbered), []), key=lambda e: e[0])]
            fresh = [row for row in fresh if row["file"] not in used or group == "events"]
            taken = fresh[: round(count * share)]
            used |= {row["file"] for row in taken}
            for place, row in enumerate(taken):
                row["half"] = "build" if place % round(1 / BUILD_SHARE) == 0 else "kept"
            chosen.extend(taken)
    return chosen


if __name__ == "__main__":
    for row in choose(Path(sys.argv[1])):
        print(json.dumps(row, ensure_ascii=False))
