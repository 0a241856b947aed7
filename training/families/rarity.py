"""Count in how many background news texts each word stands, and ship the counts as a table.

    python3 -m training.families.rarity DATA     # DATA defaults to ../shared/data

Reads the article texts of scrapinghub, WCXB (development), PolNeAR and TimeBank below DATA; only
counts leave, by digests of words.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import numpy as np

from training.families.examples import make_article
from training.frequencies.make import SHORTEST_TEXT, read_texts
from twosource.families.rarity import TABLE
from twosource.families.witness import read_witnesses

OUT = Path(__file__).resolve().parent.parent.parent / "src/twosource/weights" / TABLE
FEWEST_TEXTS = 3
"""Words of fewer texts are as good as unknown, and would treble the table."""


def main() -> int:
    """Write the table."""
    data = Path(sys.argv[1] if len(sys.argv) > 1 else "../shared/data")
    texts = [text for text in read_texts(data) if len(text.split()) >= SHORTEST_TEXT]
    read = read_witnesses(make_article(str(at), text) for at, text in enumerate(texts))
    counts: Counter[int] = Counter()
    for witness in read.values():
        counts.update((np.unique(witness.wording.keys) & np.uint64(0xFFFFFFFF)).tolist())
    kept = sorted((key, n) for key, n in counts.items() if n >= FEWEST_TEXTS)
    np.savez_compressed(
        OUT,
        keys=np.array([key for key, _ in kept], dtype=np.uint32),
        counts=np.array([n for _, n in kept], dtype=np.uint16),
        texts=np.array(len(texts), dtype=np.uint32),
    )
    print(f"{len(texts)} texts, {len(kept)} words, {OUT.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
