"""Make pages and their truth: ``python -m benchmarks.newsroom.make --pages 1000 --out DIR``.

``DIR/pages.jsonl`` holds the pages, or ``DIR/pages/`` one file each with ``--files``;
``DIR/truth/*.jsonl`` what is true of them. The same half, seed and number give the same bytes.
"""

from __future__ import annotations

import argparse
import gc
import json
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final, TextIO

from benchmarks.newsroom.copying import HABITS, Habits
from benchmarks.newsroom.editions import Edition, Printed, make_editions
from benchmarks.newsroom.grammar import Fault
from benchmarks.newsroom.half import open_half
from benchmarks.newsroom.records import Row

TRUTH: Final = (
    "pages", "articles", "derivations", "families", "stories", "origins", "statements", "claims",
)  # fmt: skip
"""The files of truth."""
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def make(
    half: str = "build",
    seed: int = 1,
    pages: int = 1000,
    habits: Habits = HABITS["plain"],
    largest: int = 0,
) -> Iterator[Edition]:
    """Yield editions: pages with their articles, and the rows of truth; for benchmarks."""
    return make_editions(open_half(half), seed, pages, habits, largest)


def page_row(page: Printed) -> Row:
    """Return a page as a line of JSON gives it to the program."""
    body = "html" if page.media_type == "text/html" else "text"
    return {"id": page.id, "url": page.url, "fetched_at": page.fetched_at, body: page.content}


def write(editions: Iterator[Edition], folder: Path, *, files: bool = False) -> int:
    """Write pages and truth into a folder, and return how many pages there are."""
    truth = folder / "truth"
    truth.mkdir(parents=True, exist_ok=True)
    if files:
        (folder / "pages").mkdir(exist_ok=True)
    number = 0
    with ExitStack() as stack:
        out = {
            name: stack.enter_context(
                (truth / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n")
            )
            for name in TRUTH
        }
        lines: TextIO | None = None
        if not files:
            lines = stack.enter_context(
                (folder / "pages.jsonl").open("w", encoding="utf-8", newline="\n")
            )
        for edition in editions:
            number += len(edition.pages)
            for page in edition.pages:
                if lines is None:
                    suffix = "html" if page.media_type == "text/html" else "txt"
                    path = folder / "pages" / f"{page.id}.{suffix}"
                    path.write_text(page.content, "utf-8", newline="\n")
                else:
                    lines.write(encode(page_row(page)) + "\n")
                out["pages"].write(encode(page.page) + "\n")
                out["articles"].writelines(encode(row) + "\n" for row in page.articles)
            for name, rows in edition.rows.items():
                out[name].writelines(encode(row) + "\n" for row in rows)
    return number


def main(words: list[str] | None = None) -> int:
    """Make pages as the command line asks."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--half", default="build", help="build, kept, or a folder")
    reader.add_argument("--seed", type=int, default=1)
    reader.add_argument(
        "--pages", type=int, default=1000, help="at least so many: events are printed whole"
    )
    reader.add_argument("--habits", choices=sorted(HABITS), default="plain")
    reader.add_argument("--largest", type=int, default=0, help="reprints of one dispatch")
    reader.add_argument("--files", action="store_true", help="one file a page")
    reader.add_argument("--out", type=Path, required=True)
    given = reader.parse_args(words)
    gc.disable()  # nothing here holds itself, and looking for what does costs a fifth of the time
    try:
        editions = make(given.half, given.seed, given.pages, HABITS[given.habits], given.largest)
        made = write(editions, given.out, files=given.files)
    except Fault as fault:
        print(f"{fault}.", file=sys.stderr)
        return 1
    print(f"{made} pages in {given.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
