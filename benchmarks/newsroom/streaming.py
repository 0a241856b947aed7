"""Make a run in a process of its own, and say what it cost.

Prints one line of JSON: pages, CPU seconds, peak memory in MB, and one digest of every byte.
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

from benchmarks.newsroom.make import encode, make, page_row, write


def main(words: list[str] | None = None) -> int:
    """Make pages, and print what that cost."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--half", default="build")
    reader.add_argument("--pages", type=int, default=1000)
    reader.add_argument("--out", type=Path, default=None)
    given = reader.parse_args(words)
    gc.disable()  # as make does
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
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        json.dumps(
            {
                "pages": pages,
                "cpu": time.process_time(),
                "peak": peak,
                "digest": digest.hexdigest(),
            }
        )
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
