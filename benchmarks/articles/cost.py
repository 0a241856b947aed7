"""What reading costs: CPU time and memory of one process that reads all pages of a set.

Run as a process of its own for each reader, so that neither pays for the other's imports and the
peak is its own: ``python -m benchmarks.articles.cost READER DATA``.
"""

from __future__ import annotations

import gzip
import json
import re
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import trafilatura

from twosource.articles import read_page
from twosource.pages.reading import read

_ROOT: Final = Path(__file__).resolve().parent.parent.parent
_LIMIT_SECONDS: Final = 1_800
_TURNS: Final = 3
_MEGABYTE: Final = 1024
_PEAK: Final = re.compile(r"^VmHWM:\s*(\d+) kB", re.MULTILINE)


class Cost(NamedTuple):
    """CPU seconds for all pages (start and imports left out), and the peak of memory in MB."""

    seconds: float
    megabytes: float


def _read_ours(data: bytes) -> object:
    return read_page(read(data))


READERS: Final[dict[str, Callable[[bytes], object]]] = {
    "twosource": _read_ours,
    "trafilatura": trafilatura.extract,
}


def measure_cost(reader: str, data: Path) -> Cost:
    """Let a process of its own read every page of scrapinghub, and return what it took."""
    ran = subprocess.run(  # noqa: S603 - our own module, by our own Python
        [sys.executable, "-m", "benchmarks.articles.cost", reader, str(data)],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=_LIMIT_SECONDS,
    )
    return Cost(*json.loads(ran.stdout))


def take_turns(reader: str, other: str, data: Path) -> list[tuple[Cost, Cost]]:
    """Return what two readers cost, one after the other, several times.

    A machine that others use is now faster, now slower; neighbours in time compare best.
    """
    return [(measure_cost(reader, data), measure_cost(other, data)) for _ in range(_TURNS)]


def main(words: list[str]) -> int:
    """Read all pages with one reader, the first of them twice; print seconds and megabytes."""
    reader = READERS[words[0]]
    paths = sorted((Path(words[1]) / "articles" / "scrapinghub" / "html").glob("*.html.gz"))
    pages = [gzip.decompress(path.read_bytes()) for path in paths]
    reader(pages[0])
    began = time.process_time()
    for page in pages:
        reader(page)
    seconds = time.process_time() - began
    # The system's own count of a process's peak begins with that of the process that started it.
    told = Path("/proc/self/status").read_text(encoding="ascii")
    peak = _PEAK.search(told)
    assert peak is not None
    print(json.dumps([seconds, int(peak[1]) / _MEGABYTE]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
