"""Who copied whom: ``python3 dev.py bench families``.

--data DIR     where the archives of real pages lie
--peer PYTHON  a Python that has datasketch, rensa and MiniLM; without it they are looked for here
--only PART    one part alone, without the floors
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeAlias

from benchmarks import gate
from benchmarks.families import candidates, pairs, press, scale, trees, versions

Part: TypeAlias = Callable[[Path, Path], dict[str, float]]
"""Given the folder of the data and the Python of the peers, prints its tables and returns its
figures; none where its data are not there, which it says."""
PARTS: Final[dict[str, Part]] = {
    "pairs": pairs.measure,
    "press": press.measure,
    "candidates": candidates.measure,
    "scale": scale.measure,
    "versions": versions.measure,
    "trees": trees.measure,
}
_HERE: Final = Path(__file__).resolve().parent


def main(words: list[str] | None = None) -> int:
    """Measure what was asked for, and close with the gate."""
    options = gate.read_options("families", sys.argv[1:] if words is None else words)
    reader = argparse.ArgumentParser(prog="python3 dev.py bench families")
    reader.add_argument("--peer", type=Path, default=Path(sys.executable))
    reader.add_argument("--only", choices=tuple(PARTS))
    given = reader.parse_args(list(options.rest))
    if not (options.data / "families").is_dir():
        return gate.skip(options, f"no archives of real pages in {options.data / 'families'}")
    figures: dict[str, float] = {}
    for name, measure in PARTS.items():
        if given.only in {None, name}:
            print(f"\n{name}", flush=True)
            figures |= measure(options.data, given.peer)
    if given.only is not None:
        for name, value in figures.items():
            print(f"  {name:<60} {value:>12.4f}")
        return 0
    return gate.close(options, figures, digest=gate.digest_of(_files()))


def _files() -> Iterator[Path]:
    """Yield what the figures hang on: the labels, and the words of the simulated press."""
    yield _HERE / "labels.jsonl"
    yield from sorted((_HERE.parent / "newsroom" / "kept").rglob("*.txt"))


if __name__ == "__main__":
    sys.exit(main())
