"""Make a run in a process of its own, and say what it cost.

Prints one line of JSON: pages, CPU seconds, those of a fixed piece of work before and after, peak
memory in MB, and one digest of every byte.
With ``--out`` the bytes are written as ``make`` writes them, else only made.
"""

from __future__ import annotations

import argparse
import gc
import hashlib
import json
import resource
import sys
import time
from pathlib import Path
from typing import Final

from benchmarks.newsroom.make import encode, make, page_row, write

_REFERENCE: Final = 1_000_000


def time_reference() -> float:
    """Return the CPU seconds of a fixed piece of work: a busy machine's seconds are longer."""
    began = time.process_time()
    held: dict[int, int] = {}
    for number in range(_REFERENCE):
        held[number % 1024] = number
    return time.process_time() - began


def main(words: list[str] | None = None) -> int:
    """Make pages, and print what that cost."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--half", default="build")
    reader.add_argument("--pages", type=int, default=1000)
    reader.add_argument("--out", type=Path, default=None)
    given = reader.parse_args(words)
    gc.disable()  # as make does
    before = time_reference()
    digest = hashlib.sha256()
    editions = make(given.half, 7, given.pages)
    if given.out is not None:
        pages = write(editions, given.out)
    else:
        pages = 0
        for edition in editions:
            pages += len(edition.pages)
            for page in edition.pages:
                for row in (page_row(page), page.page, *page.articles):
                    digest.update(encode(row).encode())
            for rows in edition.rows.values():
                for row in rows:
                    digest.update(encode(row).encode())
    spent = time.process_time() - before
    reference = (before + time_reference()) / 2
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "pages": pages,
                "cpu": spent,
                "reference": reference,
                "peak": peak,
                "digest": digest.hexdigest(),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
