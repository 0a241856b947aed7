"""Count in how many background news texts each feature stands, and ship the counts as a table.

    python3 training/frequencies/make.py DATA     # DATA defaults to ../shared/data

Reads the article texts of scrapinghub, WCXB (development), PolNeAR and TimeBank below DATA. Only
counts leave: digests of stems, neighbouring stems and numbers, with the number of texts.
ECB+ stays out, so that stories can be measured on it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent / "src"))
from twosource.stories.likeness import read_tokens

OUT = Path(__file__).resolve().parent.parent.parent / "src/twosource/weights/frequencies.npz"
SHORTEST_TEXT = 50
FEWEST_TEXTS = 2
"""Features of one text only are as good as unknown, and would double the table."""
_TAG = re.compile(r"<[^>]{0,300}>")


def read_texts(data: Path) -> Iterator[str]:
    """Yield the background texts."""
    scraped = json.loads((data / "articles/scrapinghub/ground-truth.json").read_text("utf-8"))
    for key in sorted(scraped):
        yield scraped[key].get("articleBody", "")
    for path in sorted((data / "articles/wcxb_dev/ground-truth").glob("*.json")):
        truth = json.loads(path.read_text("utf-8"))
        yield truth.get("ground_truth", truth).get("main_content") or ""
    for path in sorted((data / "attribution/polnear").rglob("*.txt")):
        yield path.read_text("utf-8", errors="replace")
    for path in sorted((data / "dates/timebank").rglob("*.tml")):
        yield _TAG.sub(" ", path.read_text("utf-8", errors="replace"))


def main() -> int:
    """Write the table."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    counts: Counter[int] = Counter()
    texts = 0
    for text in read_texts(data):
        if len(text.split()) < SHORTEST_TEXT:
            continue
        texts += 1
        found = read_tokens(text, ((0, len(text)),))
        counts.update({key & 0xFFFFFFFF for sort in found for key in sort})
    kept = sorted((key, n) for key, n in counts.items() if n >= FEWEST_TEXTS)
    np.savez_compressed(
        OUT,
        keys=np.array([k for k, _ in kept], dtype=np.uint32),
        counts=np.array([n for _, n in kept], dtype=np.uint16),
        texts=np.array(texts, dtype=np.uint32),
    )
    print(f"{texts} texts, {len(kept)} features, {OUT.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
