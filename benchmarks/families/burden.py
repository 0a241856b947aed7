"""What finding derivations, or a peer's candidates alone, costs: one method, in its own process.

    python burden.py METHOD FILE ARTICLES

``FILE`` has one article a line, as JSON, its body in ``body``. Prints one line of JSON: articles,
words, CPU seconds (the articles read and held before they are counted), pairs and peak memory in
MB. Peers are asked as their guides say: runs of three or five words joined to strings, MinHash of
128 values, an index at likeness .5, every text asked for its mates.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import Any

CANDIDATES = "twosource, candidates"
VALUES = 128
LIKENESS = 0.5
_BANDS = 32
_MEGABYTE = 1024


def _read(path: Path, articles: int) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, islice(lines, articles))


def _runs(text: str, size: int) -> list[str]:
    words = text.lower().split()
    return [" ".join(words[at : at + size]) for at in range(max(1, len(words) - size + 1))]


def _ask_rensa(bodies: list[str], size: int) -> int:
    rensa = import_module("rensa")
    index = rensa.RMinHashLSH(threshold=LIKENESS, num_perm=VALUES, num_bands=_BANDS)
    sketches = []
    for number, body in enumerate(bodies):
        sketch = rensa.RMinHash(num_perm=VALUES, seed=42)
        sketch.update(_runs(body, size))
        index.insert(number, sketch)
        sketches.append(sketch)
    return sum(len(index.query(sketch)) - 1 for sketch in sketches) // 2


def _ask_datasketch(bodies: list[str], size: int) -> int:
    datasketch = import_module("datasketch")
    index = datasketch.MinHashLSH(threshold=LIKENESS, num_perm=VALUES)
    runs = ([run.encode() for run in set(_runs(body, size))] for body in bodies)
    sketches = []
    for number, sketch in enumerate(datasketch.MinHash.generator(runs, num_perm=VALUES)):
        index.insert(number, sketch)
        sketches.append(sketch)
    return sum(len(index.query(sketch)) - 1 for sketch in sketches) // 2


def _time_ours(path: Path, articles: int) -> tuple[int, int, float, int]:
    import twosource  # noqa: PLC0415 - a peer's Python does not have it
    from benchmarks.families.scale import read_article  # noqa: PLC0415 - nor this

    held = [read_article(row) for row in _read(path, articles)]
    words = _count_words(held)
    began = time.process_time()
    found = twosource.derivations(held)
    return len(held), words, time.process_time() - began, len(found)


def _time_candidates(path: Path, articles: int) -> tuple[int, int, float, int]:
    from benchmarks.families.candidates import find_among  # noqa: PLC0415 - not in a peer's Python
    from benchmarks.families.scale import read_article  # noqa: PLC0415 - nor this

    held = [read_article(row) for row in _read(path, articles)]
    words = _count_words(held)
    began = time.process_time()
    found = find_among(held)
    pairs = len(found.copies) + len(found.pairs) + len(found.quoting)
    return len(held), words, time.process_time() - began, pairs


def _count_words(articles: list[Any]) -> int:
    return sum(
        len(a.text[p.start : p.end].split()) for a in articles for p in a.parts if p.kind == "body"
    )


def _time_peer(
    path: Path, articles: int, ask: Callable[[list[str], int], int], size: int
) -> tuple[int, int, float, int]:
    bodies = [str(row["body"]) for row in _read(path, articles)]
    words = sum(len(body.split()) for body in bodies)
    began = time.process_time()
    pairs = ask(bodies, size)
    return len(bodies), words, time.process_time() - began, pairs


PEERS = {
    "rensa, runs of 3": (_ask_rensa, 3),
    "rensa, runs of 5": (_ask_rensa, 5),
    "datasketch, runs of 3": (_ask_datasketch, 3),
}


def main() -> None:
    """Run one method."""
    method, path, articles = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    if method in PEERS:
        timed = _time_peer(path, articles, *PEERS[method])
    elif method == CANDIDATES:
        timed = _time_candidates(path, articles)
    else:
        timed = _time_ours(path, articles)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEGABYTE
    names = ("articles", "words", "seconds", "pairs", "peak")
    print(json.dumps(dict(zip(names, (*timed, peak), strict=True))))


if __name__ == "__main__":
    main()
