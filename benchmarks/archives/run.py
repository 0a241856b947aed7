"""Measure what comes back from damaged web archives: ``python3 dev.py bench archives``."""

from __future__ import annotations

import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecordType

from benchmarks import gate
from benchmarks.archives import building
from benchmarks.archives.building import KINDS, Archive, Damaged, damage, write_archive
from twosource.pages.members import Declined, Found, Member
from twosource.pages.warc import read_pressed_warc, read_warc

SEED = 20_311_126
PAGES = 40
EACH = 20
"""Archives for each kind of damage: a hundred in all."""
_RANGE = re.compile(r"Bytes ([\d,]+) to ([\d,]+)")

Reader = Callable[[Path], list[Found]]


def read(path: Path, *, pressed: bool = True) -> list[Found]:
    """Read an archive with our own reader."""
    data = path.read_bytes()
    reader = read_pressed_warc if pressed else read_warc
    return list(reader(lambda start, size: data[start : start + size]))


def read_with_fastwarc(path: Path) -> list[bytes]:
    """Read the pages of an archive with FastWARC alone, until it ends or gives up."""
    pages = []
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file, WarcRecordType.response, auto_decode="all"):
                pages.append(record.reader.read())  # noqa: PERF401 (what came before is kept)
        except (OSError, ValueError, RuntimeError):
            pass
    return pages


def notices(found: Iterable[Found], marks: Iterable[tuple[int, int]]) -> tuple[int, int]:
    """Count the marks of damage that a listed range meets, and those that none does."""
    ranges = []
    for one in found:
        if isinstance(one, Declined) and (told := _RANGE.match(one.detail)):
            start, end = (int(place.replace(",", "")) for place in told.groups())
            ranges.append((start, end))
    met = [any(a < end and b > start for a, b in ranges) for start, end in marks]
    return sum(met), len(met) - sum(met)


def make(chance: random.Random, *, pressed: bool) -> list[tuple[Archive, Damaged]]:
    """Make the archives, each with its own damage."""
    made = []
    for kind in KINDS:
        for _ in range(EACH):
            archive = write_archive(chance, PAGES, pressed=pressed)
            made.append((archive, damage(chance, archive, kind)))
    return made


def main(words: list[str]) -> int:
    """Print, for each kind of damage, how many untouched records come back and what is listed."""
    options = gate.read_options("archives", words)
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        for pressed in (True, False):
            figures |= _measure(Path(folder), pressed=pressed)
    # Presses of other versions write other bytes from one seed: the set is what draws it.
    return gate.close(options, figures, digest=gate.digest_of([Path(building.__file__)]))


def _measure(folder: Path, *, pressed: bool) -> dict[str, float]:
    name, short = ("warc.gz", "gz") if pressed else ("warc", "plain")
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in KINDS}
    seconds = 0.0
    for number, (archive, damaged) in enumerate(make(random.Random(SEED), pressed=pressed)):  # noqa: S311 (a seed, no secret)
        path = folder / f"{number}.{name}"
        path.write_bytes(damaged.data)
        began = time.process_time()
        found = read(path, pressed=pressed)
        seconds += time.process_time() - began
        ours = [one.data for one in found if isinstance(one, Member)]
        listed, unlisted = notices(found, damaged.marks)
        known = {one.page for one in archive.records}
        counts[damaged.kind].update(
            whole=len(damaged.whole),
            back=len(set(ours) & set(damaged.whole)),
            fastwarc=len(set(read_with_fastwarc(path)) & set(damaged.whole)),
            made_up=sum(page not in known for page in ours),
            listed=listed,
            unlisted=unlisted,
        )
    print(f"\n{name}: {EACH} archives for each kind of damage, {PAGES} pages in each")
    print(f"{'damage':10} {'whole':>6} {'back':>6} {'FastWARC':>9} {'listed':>7} {'not':>11}")
    total = Counter[str]()
    for kind, one in counts.items():
        total.update(one)
        print(
            f"{kind:10} {one['whole']:6} {one['back']:6} {one['fastwarc']:9} {one['listed']:7}"
            f" {one['unlisted']:11}"
        )
    print(f"{seconds / (EACH * len(KINDS)) * 1000:.1f} ms an archive")
    return {
        f"{short}_back": total["back"] / total["whole"],
        f"{short}_listed": total["listed"] / (total["listed"] + total["unlisted"]),
        f"{short}_made_up": float(total["made_up"]),
        f"{short}_fastwarc": total["fastwarc"] / total["whole"],
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
