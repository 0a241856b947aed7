"""Articles out of pages: main text, fields, flattened and joined pages, credits; peers beside us.

python3 dev.py bench articles [--only PART ...] [--peer PEER/bin/python]
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from benchmarks import gate
from benchmarks.articles import credits as credited
from benchmarks.articles import fields, flattened, joined, main_text

PARTS: Final[dict[str, Callable[[gate.Options], dict[str, float]]]] = {
    "main_text": main_text.measure,
    "fields": fields.measure,
    "flattened": flattened.measure,
    "joined": joined.measure,
    "credits": credited.measure,
}


def main(words: list[str]) -> int:
    """Measure all parts (or those named with ``--only``), and return the gate's verdict."""
    options = gate.read_options("articles", words)
    folder = options.data / "articles"
    if not folder.is_dir():
        return gate.skip(
            options, f"no pages in {folder} (card.md says where the public finds them)"
        )
    parser = argparse.ArgumentParser(prog="python3 dev.py bench articles")
    parser.add_argument("--only", action="append", choices=sorted(PARTS))
    only = parser.parse_known_args(list(options.rest))[0].only
    figures: dict[str, float] = {}
    for name, measure in PARTS.items():
        if only is None or name in only:
            figures |= measure(options)
    if only is not None:
        for name, figure in figures.items():
            print(f"  {name:<32}{figure:.4f}")
        print("articles: only a part was measured, so no floor was looked at")
        return 0
    return gate.close(options, figures, digest=gate.digest_of(_list_files(folder)))


def _list_files(folder: Path) -> Iterator[Path]:
    yield from folder.glob("*/html/*.html.gz")
    yield from folder.glob("*/ground-truth/*.json")
    yield from folder.glob("*/ground-truth.json")
    yield from (Path(__file__).parent / "credit_lines").glob("*.tsv")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
