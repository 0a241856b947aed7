"""Tracing as a user does it: a pile, its export, and the program started afresh."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import twosource
from tests.acceptance.sheet import ROOT
from tests.acceptance.traced import Traced, load_export


def write(folder: Path, files: Mapping[str, bytes]) -> list[str]:
    """Write pages into a new folder and return their paths."""
    folder.mkdir(parents=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [str(folder / name) for name in files]


def trace(inputs: Sequence[str], folder: Path) -> Traced:
    """Trace the inputs into a pile in ``folder`` and read its export."""
    folder.mkdir(parents=True, exist_ok=True)
    with twosource.open(str(folder / "pile.db")) as pile:
        pile.trace(list(inputs), workers=1)
        pile.export("jsonl", str(folder / "export"))
    return load_export(folder / "export")


def run_program(
    batches: Sequence[Sequence[str]], folder: Path, **settings: str
) -> dict[str, bytes]:
    """Trace batches by the command line, in an environment so set, and return the export."""
    folder.mkdir(parents=True)
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "src"),
        "TWOSOURCE_PILE": str(folder / "pile.db"),
        **settings,
    }
    steps = [["trace", *batch] for batch in batches]
    for step in [*steps, ["export", "jsonl", str(folder / "export")]]:
        done = subprocess.run(
            [sys.executable, "-m", "twosource", *step],
            env=environment,
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise AssertionError(f"{step[0]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return {path.name: path.read_bytes() for path in sorted((folder / "export").iterdir())}
