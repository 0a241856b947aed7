"""What a benchmark owes, kept beside it: floors that are raised freely and lowered only aloud.

A benchmark measures, prints its own tables, and then gives its figures to :func:`close`::

    from benchmarks import gate


    def main(words: list[str]) -> int:
        options = gate.read_options("dates", words)
        ...
        return gate.close(options, figures, digest=gate.digest_of(paths))

``figures`` maps a name to a number. ``floors.json`` in the task's folder holds, for each figure
that is owed, the least it may be (``at_least``) or the most (``at_most``), and the digest of the
set that it was measured on. A run prints every figure beside its floor and ends with 1 when one is
missed, when an owed figure was not measured, or when the set is another.

``--raise`` writes better figures as new floors. ``--lower NAME=VALUE --because "..."`` is the only
way down, ``--new-set --because "..."`` the only way to another set; both are written into
``floors.json`` and stay there, and a test in ``tests/house`` reads git's history for floors that
went down without a word.

After the quality gate of trafilatura (see the list of codebases in CONTRIBUTING.md).
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

BENCHMARKS = Path(__file__).resolve().parent
DATA = BENCHMARKS.parent.parent / "shared" / "data"
"""Where a developer's data lie: beside the checkout, never in it."""
DIGITS = 4
"""Decimals that a floor is kept with; a figure is rounded as its floor is before they meet."""

Sense = Literal["at_least", "at_most"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """The least (or most) that a figure may be."""

    sense: Sense
    value: float

    def holds(self, figure: float) -> bool:
        """Tell whether a figure keeps this floor."""
        shown = round(figure, DIGITS)
        return shown >= self.value if self.sense == "at_least" else shown <= self.value

    def is_looser_than(self, other: Floor) -> bool:
        """Tell whether this floor lets more pass than another one."""
        if self.sense != other.sense:
            return True
        return self.value < other.value if self.sense == "at_least" else self.value > other.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What a person asked of a benchmark: its data, and what to do with its floors."""

    task: str
    data: Path = DATA
    tighten: bool = False
    lower: Mapping[str, float] = field(default_factory=dict)
    new_set: bool = False
    because: str = ""
    folder: Path = BENCHMARKS
    rest: tuple[str, ...] = ()


def read_options(task: str, words: list[str], folder: Path = BENCHMARKS) -> Options:
    """Read a benchmark's command line; words of its own come back in ``rest``."""
    parser = argparse.ArgumentParser(prog=f"python3 dev.py bench {task}")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the data sets")
    parser.add_argument("--raise", dest="tighten", action="store_true", help="keep better figures")
    parser.add_argument("--lower", action="append", default=[], metavar="NAME=VALUE")
    parser.add_argument("--new-set", action="store_true", help="the set was changed on purpose")
    parser.add_argument("--because", default="", help="why a floor or the set has to change")
    known, rest = parser.parse_known_args(words)
    lower = {}
    for change in known.lower:
        name, _, value = change.partition("=")
        try:
            lower[name] = float(value)
        except ValueError:
            parser.error(f"--lower wants NAME=VALUE, and was given {change!r}")
    if (lower or known.new_set) and not known.because.strip():
        parser.error('say why: --because "..."')
    return Options(
        task=task,
        data=known.data,
        tighten=known.tighten,
        lower=lower,
        new_set=known.new_set,
        because=known.because.strip(),
        folder=folder,
        rest=tuple(rest),
    )


def digest_of(paths: Iterable[Path]) -> str:
    """Return one digest of the contents of files, whatever their order and wherever they lie."""
    digests = sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
    return hashlib.sha256("".join(digests).encode("ascii")).hexdigest()[:16]


def skip(options: Options, missing: str) -> int:
    """Say that a benchmark cannot run here, and return the status of what was not measured."""
    print(f"{options.task}: skipped: {missing}")
    return 0


def read_floors(kept: Mapping[str, Any]) -> dict[str, Floor]:
    """Return the floors of a ``floors.json`` by the names of their figures."""
    floors = {}
    for name, bound in kept.get("floors", {}).items():
        [(sense, value)] = bound.items()
        floors[name] = Floor(sense=sense, value=float(value))
    return floors


def close(options: Options, figures: Mapping[str, float], *, digest: str) -> int:
    """Print each figure beside its floor, change the floors as asked, and return the exit status.

    0: every floor held. 1: one was missed, was not measured, or the set is not the one it is of.
    """
    path = options.folder / options.task / "floors.json"
    kept = json.loads(path.read_text("utf-8")) if path.exists() else {}
    floors = read_floors(kept)
    changed = list(kept.get("changed", []))
    trouble = []

    measured_on = kept.get("set", digest)
    if measured_on != digest and options.new_set:
        changed.append({"set": [measured_on, digest], "because": options.because})
        measured_on = digest
    elif measured_on != digest:
        trouble.append("the evaluation set is not the one that the floors are of (--new-set)")
    for name, value in options.lower.items():
        if name in floors:
            after = Floor(sense=floors[name].sense, value=round(value, DIGITS))
            values = [floors[name].value, after.value]
            changed.append({"floor": name, "values": values, "because": options.because})
            floors[name] = after
        else:
            trouble.append(f"there is no floor {name!r} to lower")
    if options.tighten:
        floors = {name: _tighten(floor, figures.get(name)) for name, floor in floors.items()}

    trouble += _print_beside(options.task, figures, floors)
    for sentence in trouble:
        print(f"  not right: {sentence}")
    if options.tighten or ((options.lower or options.new_set) and not trouble):
        bounds = {name: {floor.sense: floor.value} for name, floor in sorted(floors.items())}
        written = {"set": measured_on, "floors": bounds, "changed": changed}
        path.write_text(json.dumps(written, indent=1) + "\n", "utf-8")
    return 1 if trouble else 0


def _tighten(floor: Floor, figure: float | None) -> Floor:
    if figure is None:
        return floor
    measured = Floor(sense=floor.sense, value=round(figure, DIGITS))
    return measured if floor.is_looser_than(measured) else floor


def _print_beside(
    task: str, figures: Mapping[str, float], floors: Mapping[str, Floor]
) -> list[str]:
    """Print the figures beside their floors; return what is missed or missing, as sentences."""
    trouble = [f"{name} was not measured" for name in floors if name not in figures]
    width = max(map(len, (*figures, *floors)), default=0)
    print(f"\n{task}: figures beside their floors")
    for name, figure in figures.items():
        word = ""
        if name in floors:
            word = f"  {floors[name].sense.replace('_', ' ')} {floors[name].value:g}"
            if not floors[name].holds(figure):
                word += "  MISSED"
                trouble.append(f"{name} is {figure:.{DIGITS}f}")
        print(f"  {name:<{width}}  {figure:>12.4f}{word}")
    return trouble
