"""The published pages whose article is known: where they lie, and how two texts are compared."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import urlsplit
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from twosource.pages.reading import read

_WORD: Final = re.compile(r"\w+")
FOLDS: Final = 5
_SECOND_LEVEL: Final = frozenset(("co", "com", "org", "net", "gov", "ac", "edu"))


class KnownPage(NamedTuple):
    """A page and what people found on it; empty strings for what was not noted."""

    name: str
    url: str
    markup: str
    main: str
    title: str = ""
    author: str = ""
    day: str = ""


def overlap(found: str, wanted: str) -> float:
    """Return the F1 of the words of two texts, each counted as often as it stands."""
    ours = Counter(_WORD.findall(found.casefold()))
    theirs = Counter(_WORD.findall(wanted.casefold()))
    if not ours or not theirs:
        return float(ours == theirs)
    common = sum((ours & theirs).values())
    return 2 * common / (ours.total() + theirs.total())


def domain_of(url: str) -> str:
    """Return the domain that a page was published under."""
    labels = (urlsplit(url).hostname or "").split(".")
    long = len(labels) > 2 and labels[-2] in _SECOND_LEVEL  # noqa: PLR2004 - "x.co.uk"
    return ".".join(labels[-3:] if long else labels[-2:])


def fold_of(url: str) -> int:
    """Return the fold of a page: pages of one domain are in one fold."""
    return crc32(domain_of(url).encode()) % FOLDS


def half_of(url: str) -> str:
    """Return the half of a page: errors of ``seen`` may be looked at, of ``unseen`` only sums."""
    return "unseen" if sha256(domain_of(url).encode()).digest()[0] % 2 else "seen"


def read_scrapinghub(data: Path) -> Iterator[KnownPage]:
    """Yield the 181 pages of scrapinghub's article extraction benchmark, by name."""
    folder = data / "articles" / "scrapinghub"
    truth = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    for name in sorted(truth):
        raw = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
        url = str(truth[name]["url"])
        yield KnownPage(name, url, read(raw, url=url).text, str(truth[name]["articleBody"]))


def read_wcxb(data: Path) -> Iterator[KnownPage]:
    """Yield the article pages of WCXB's development split, by name."""
    folder = data / "articles" / "wcxb_dev"
    for path in sorted((folder / "ground-truth").glob("*.json")):
        row = json.loads(path.read_text("utf-8"))
        known = row["ground_truth"]
        [source] = (folder / "html").glob(f"{path.stem}.html*")
        raw = source.read_bytes()
        url = str(row.get("url") or "")
        yield KnownPage(
            path.stem,
            url,
            read(gzip.decompress(raw) if source.suffix == ".gz" else raw, url=url).text,
            str(known.get("main_content") or ""),
            str(known.get("title") or ""),
            str(known.get("author") or ""),
            str(known.get("publish_date") or ""),
        )


def read_folds(path: Path) -> list[dict[str, NDArray[Any]]]:
    """Return what was learned in each fold: the arrays of an archive, named "FOLD/NAME" there."""
    with np.load(path, allow_pickle=False) as held:
        arrays: dict[str, NDArray[Any]] = {key: held[key] for key in held.files}
    return [
        {
            key.partition("/")[2]: array
            for key, array in arrays.items()
            if key.startswith(f"{fold}/")
        }
        for fold in range(FOLDS)
    ]
