"""Measure the simulated press, and the program on it: ``python3 dev.py bench newsroom``.

Words of its own: ``--pages N`` (how many pages the streaming run makes, 100,000 unless told),
``--only PART`` (streaming, figures, collisions or scores).
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from benchmarks import gate
from benchmarks.newsroom import collisions
from benchmarks.newsroom.check import complain
from benchmarks.newsroom.copying import HABITS, PAIR_EDITS, PAIR_LENGTHS, Quantiles
from benchmarks.newsroom.figures import QUANTILES, measure, quantiles, unchanged
from benchmarks.newsroom.half import ROOM, open_half
from benchmarks.newsroom.make import make
from benchmarks.newsroom.scoring import gather, score, trace

WRITTEN: Final = 10_000
STREAMED: Final = 100_000
DIGESTED: Final = 2_000
MEASURED: Final = 6_000
SCORED: Final = 300
LIES: Final = 150
HALVES: Final = ("build", "kept")
_OF_WORDING: Final = ("vary them.", "open choices.")
"""How a complaint ends that keeps nobody from making pages."""
PARTS: Final = ("streaming", "figures", "collisions", "scores")


def main(words: list[str] | None = None) -> int:
    """Measure what was asked for, and close with the gate."""
    options = gate.read_options("newsroom", sys.argv[1:] if words is None else words)
    reader = argparse.ArgumentParser(prog="python3 dev.py bench newsroom")
    reader.add_argument("--pages", type=int, default=STREAMED)
    reader.add_argument("--only", choices=PARTS)
    given = reader.parse_args(list(options.rest))
    halves = [half for half in HALVES if _is_whole(half)]
    if not halves:
        return gate.skip(options, "neither half of the newsroom is whole")
    figures: dict[str, float] = {}
    if given.only in {None, "streaming"}:
        figures |= measure_streaming(halves[0], given.pages)
    if given.only in {None, "figures"}:
        for half in halves:
            figures |= measure_figures(half)
    if given.only in {None, "collisions"}:
        figures |= measure_collisions(halves, options.data)
    if given.only in {None, "scores"}:
        for half in halves:
            figures |= measure_scores(half)
    if given.only is not None:
        for name, value in figures.items():
            print(f"  {name:<60} {value:>12.4f}")
        return 0
    return gate.close(options, figures, digest=gate.digest_of(_files(halves)))


def _is_whole(half: str) -> bool:
    folder = ROOM / half
    found = list(complain(open_half(half))) if folder.is_dir() else ["it is not there"]
    missing = [complaint for complaint in found if not complaint.endswith(_OF_WORDING)]
    if missing:
        print(f"newsroom: the half {half!r} is passed over: {missing[0]}")
    elif found:
        print(f"newsroom: the half {half!r} could be more varied in {len(found)} places")
    return not missing


def _files(halves: Sequence[str]) -> Iterator[Path]:
    for half in halves:
        yield from sorted((ROOM / half).rglob("*.txt"))


def measure_streaming(half: str, pages: int) -> dict[str, float]:
    """Return speed with everything written, memory of a long run, and whether bytes repeat."""
    with tempfile.TemporaryDirectory() as folder:
        written = _stream(half, WRITTEN, "--out", folder)
    short, long = _stream(half, pages // 10), _stream(half, pages)
    digests = {_stream(half, DIGESTED, hash_seed=seed)["digest"] for seed in ("1", "2")}
    return {
        "pages a CPU second, written": written["pages"] / written["cpu"],
        "pages a CPU second, streamed": long["pages"] / long["cpu"],
        "pages a million dictionary stores": written["pages"]
        / written["cpu"]
        * written["reference"],
        "peak memory MB": long["peak"],
        "memory growth over ten times the pages": long["peak"] / short["peak"],
        "one seed gives one digest": float(len(digests) == 1),
    }


def _stream(half: str, pages: int, *words: str, hash_seed: str = "0") -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.newsroom.streaming", "--half", half]
    command += ["--pages", str(pages), *words]
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(command, check=True, env=environment, capture_output=True, text=True)  # noqa: S603 - our own module
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def measure_figures(half: str) -> dict[str, float]:
    """Print the distributions beside the facts that they follow; return those that are owed."""
    owed: dict[str, float] = {}
    for name, habits in sorted(HABITS.items()):
        found = measure(make(half, 1, MEASURED, habits))
        print(f"\n{half}, habits {name}: {dict(found.counts)}")
        print(f"  derivations {dict(found.kinds)}; lines {dict(sorted(found.lines.items()))}")
        _print_row("edits in common sentences", found.edit_rate, PAIR_EDITS)
        print(f"  pairs without an edit: {unchanged(found.edit_rate):.2f} (real pairs .29)")
        _print_row("shorter to longer text", found.length_ratio, PAIR_LENGTHS)
        _print_row("3-gram Jaccard of a family's pairs", found.jaccard, None)
        _print_row("words an article", found.words, None)
        _print_row("witnesses a family", found.witnesses, None)
        owed[f"{half}, {name}: mean 3-gram Jaccard"] = _mean(found.jaccard)
    return owed


def _print_row(name: str, values: Sequence[float], real: Quantiles | None) -> None:
    shown = "  ".join(f"{value:7.3f}" for value in quantiles(values))
    print(f"  {name:<36} {shown}   mean {_mean(values):.3f}")
    if real is not None:
        known = dict(real)
        there = "  ".join(f"{known[q]:7.3f}" if q in known else "      –" for q in QUANTILES)
        print(f"  {'   real pairs':<36} {there}")


def _mean(values: Sequence[float]) -> float:
    return sum(values) / max(1, len(values))


def measure_collisions(halves: Sequence[str], data: Path) -> dict[str, float]:
    """Print how often independent articles share five words in a row, here and in PolNeAR."""
    print(f"\n{'pairs of independent articles':<44} pairs  share>0  runs/pair  /1,000w  /million²")
    owed: dict[str, float] = {}
    real = collisions.read_polnear(data)
    if real:
        _print_shared("PolNeAR, random", collisions.random_pairs(real, collisions.RANDOM_PAIRS))
        _print_shared("PolNeAR, nearest by subject", collisions.nearest(real))
        _print_shared("PolNeAR, the 100 closest pairs", collisions.closest(real))
    else:
        print("PolNeAR: skipped: its texts are not there")
    for half in halves:
        events = collisions.independent_bodies(make(half, 1, MEASURED))
        bodies = [body for found in events.values() for body in found[:1]]
        rows = {
            "different events": collisions.random_pairs(bodies, collisions.RANDOM_PAIRS),
            "nearest, different events": collisions.nearest(bodies),
            "one event, different makers": collisions.same_event_pairs(events),
        }
        for name, pairs in rows.items():
            owed[f"{half}, {name}: shared runs a pair"] = _print_shared(f"{half}, {name}", pairs)
    return owed


def _print_shared(
    name: str,
    pairs: Iterable[tuple[collisions.Body, collisions.Body]],
) -> float:
    number, touched, runs, thousand, million = collisions.compare(pairs).row()
    print(f"{name:<44} {number:>5} {touched:>8.3f} {runs:>10.3f} {thousand:>8.3f} {million:>10.3f}")
    return runs


def measure_scores(half: str) -> dict[str, float]:
    """Return the program's own scores on a few hundred pages of a half, and on lies alone."""
    honest = list(make(half, 1, SCORED, replace(HABITS["plain"], puppets=0.0)))
    found = score(gather(honest), trace(honest))
    lies = list(make(half, 2, LIES, replace(HABITS["plain"], puppets=1.0)))
    counted = score(gather(lies), trace(lies))
    found["lies counted as more than one line"] = counted["lines too high"]
    found["lies: claims"] = counted["claims"]
    return {f"{half}: {name}": value for name, value in found.items()}


if __name__ == "__main__":
    sys.exit(main())
