"""Count which words news English writes in small letters, and ship those as a table.

    .venv/bin/python -m training.names.count DATA     # DATA defaults to ../shared/data

A capital at the beginning of a sentence, or in a headline, is a name's only where the word is no
common one. Reads the article texts of PolNeAR, WCXB (development) and scrapinghub below DATA, less
every text that a sentence of the kept half is from. Only single words leave: those met in small
letters at least FEWEST times, and not far more often with a capital amid a sentence.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path

from benchmarks.sentences.select import choose, read_texts

OUT = Path(__file__).resolve().parents[2] / "src/twosource/weights/words.json"
FEWEST = 6
CAPITALS_PER_SMALL = 3
"""A word met with a capital amid sentences so many times oftener than without is a name."""
LINE = 96
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_EVENTS = "events"
"""Two stories told seventy times over: they would count as common what is theirs alone."""


def main() -> int:
    """Write the table."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    kept = {row["file"] for row in choose(data) if row["half"] == "kept"}
    small: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    texts = 0
    for group, file, text in read_texts(data):
        if file in kept or group == _EVENTS:
            continue
        texts += 1
        for found in _WORD.finditer(text):
            word, start = found.group(), found.start()
            if word.islower():
                small[word] += 1
            elif text[start - 1 : start] == " " and text[start - 2 : start - 1].islower():
                capital[word.casefold()] += 1
    words = sorted(
        word
        for word, times in small.items()
        if times >= FEWEST and len(word) > 1 and capital[word] <= CAPITALS_PER_SMALL * times
    )
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > LINE:
            lines.append(line)
            line = ""
        line = f"{line} {word}".lstrip()
    lines.append(line)
    OUT.write_text(json.dumps({"common": lines}, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(f"{texts} texts, {len(words)} words, {OUT.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
