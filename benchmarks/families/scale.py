"""What it costs to find all derivations among a hundred thousand articles, beside two peers.

The simulated press (``build``, plain) prints them; each method reads the same file, each time in a
process of its own. Ours gives verified derivations with their passages, the peers pairs whose
likeness by MinHash may be .5: candidates alone. Last, a thousand clients print one more dispatch,
each in its own words at the head and cut where it likes.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any, Final, cast

from benchmarks.families.burden import CANDIDATES, PEERS
from benchmarks.families.simulated import read_articles
from benchmarks.newsroom.copying import HABITS
from benchmarks.newsroom.make import make
from benchmarks.newsroom.records import Row
from twosource.records import Article, Origin, OriginKind, Part, PartKind, Published, identify

SIZES: Final = (10_000, 30_000, 100_000)
SEED: Final = 7
COPIES: Final = 1_000
"""Clients of the one dispatch."""
DISPATCH: Final = 14
"""Paragraphs of its body, at least."""
_OURS: Final = "twosource"
_PROGRAM: Final = Path(__file__).resolve().parent / "burden.py"


def measure(data: Path, python: Path) -> dict[str, float]:
    """Print what every size costs each method; return ours, and ours over the fastest peer."""
    del data
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        dispatch = _write(path, max(SIZES))
        spent = {
            (name, size): _run(Path(sys.executable), name, path, size)
            for name in (_OURS, CANDIDATES)
            for size in SIZES
        }
        peers = [name for name in PEERS if _is_there(python, name)]
        spent |= {(name, size): _run(python, name, path, size) for name in peers for size in SIZES}
        with path.open("a", encoding="utf-8") as out:
            out.writelines(json.dumps(_row(copy)) + "\n" for copy in _copy(dispatch))
        flooded = _run(Path(sys.executable), _OURS, path, max(SIZES) + COPIES)
    rates = {key: cost["articles"] / cost["seconds"] for key, cost in spent.items()}
    first, middle, last = (spent[_OURS, size] for size in SIZES)
    figures = {
        "scale: articles a CPU second, 100,000": rates[_OURS, SIZES[-1]],
        "scale: words a CPU second, 100,000": last["words"] / last["seconds"],
        "scale: cost from 30,000 to 100,000 over linear": _compare(last, middle),
        "scale: cost from 10,000 to 30,000 over linear": _compare(middle, first),
        "scale: peak memory MB, 100,000": last["peak"],
        "scale: cost an article with 1,000 copies of one more": _compare(flooded, last),
    }
    for name in peers:
        for size in SIZES:
            peer = rates[name, size]
            figures[f"scale: speed over that of {name}, {size:,}"] = rates[_OURS, size] / peer
            candidates = rates[CANDIDATES, size] / peer
            figures[f"scale: candidates' speed over that of {name}, {size:,}"] = candidates
    return figures


def _compare(cost: dict[str, float], other: dict[str, float]) -> float:
    """Return how many times dearer an article is."""
    each = [one["seconds"] / one["articles"] for one in (cost, other)]
    return each[0] / each[1]


def _is_there(python: Path, method: str) -> bool:
    package = method.partition(",")[0]
    asked = [str(python), "-c", f"import {package}"]
    there = subprocess.run(asked, check=False, capture_output=True).returncode == 0  # noqa: S603 - the Python that the person who runs this names
    if not there:
        print(f"  {method}: not installed, skipped")
    return there


def _run(python: Path, method: str, path: Path, articles: int) -> dict[str, float]:
    module = ["-m", "benchmarks.families.burden"] if method not in PEERS else [str(_PROGRAM)]
    command = [str(python), *module, method, str(path), str(articles)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603 - our own module
    cost: dict[str, float] = json.loads(ran.stdout)
    print(
        f"  {method:<22} {int(cost['articles']):>8,} articles  {cost['seconds']:>7.1f} CPU s  "
        f"{cost['articles'] / cost['seconds']:>7.0f} a second  {int(cost['pairs']):>9,} pairs  "
        f"{cost['peak']:>6.0f} MB",
        flush=True,
    )
    return cost


def _write(path: Path, articles: int) -> Article:
    """Write so many articles of the press, one a line; return one that is long enough to cut."""
    with path.open("w", encoding="utf-8") as out:
        dispatch = None
        for article in islice(_print(articles), articles):
            out.write(json.dumps(_row(article)) + "\n")
            if dispatch is None and len(_body(article)) >= DISPATCH:
                dispatch = article
    if dispatch is None:
        raise ValueError("no article is long enough")
    return dispatch


def _print(articles: int) -> Iterator[Article]:
    """Yield the articles of the press, as the truth has them."""
    kinds: dict[str, OriginKind] = {}
    for edition in make("build", SEED, articles, HABITS["plain"]):
        kinds.update((row["id"], row["kind"]) for row in edition.rows["origins"])
        yield from read_articles(edition, kinds)


def _body(article: Article) -> list[str]:
    return [article.text[p.start : p.end] for p in article.parts if p.kind == "body"]


def _row(article: Article) -> Row:
    return {**asdict(article), "body": "\n".join(_body(article))}


def read_article(row: dict[str, Any]) -> Article:
    """Return an article as it was written to the file."""
    fields = {name: value for name, value in row.items() if name != "body"}
    for name in ("outlet", "via", "credit"):
        if fields[name] is not None:
            held = fields[name]
            fields[name] = Origin(id=held["id"], name=held["name"], kind=held["kind"])
    fields["published"] = Published(*row["published"])
    fields["parts"] = tuple(
        Part(cast("PartKind", sys.intern(kind)), start, end) for kind, start, end in row["parts"]
    )
    for name in ("authors", "unproven", "why"):
        fields[name] = tuple(row.get(name, ()))
    return Article(**fields)


def _copy(dispatch: Article) -> Iterator[Article]:
    """Yield what a thousand clients print of one dispatch: a line of their own, then most of it."""
    body = _body(dispatch)
    for number in range(COPIES):
        paragraphs = [f"This is what edition {number} of our paper has.", *body]
        paragraphs = paragraphs[: len(paragraphs) - number % (len(body) // 2)]
        text = "\n".join(paragraphs)
        parts: list[Part] = []
        for paragraph in paragraphs:
            start = parts[-1].end + 1 if parts else 0
            parts.append(Part("body", start, start + len(paragraph)))
        name = f"Client {number}"
        yield Article(
            id=identify("article", name),
            page=identify("page", name),
            outlet=Origin(id=identify("origin", name), name=name, kind="outlet"),
            text=text,
            parts=tuple(parts),
        )
