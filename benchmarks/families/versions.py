"""Which of two versions came first: saved versions of encyclopaedia articles, without dates.

Versions next to one another whose words differ, from the half of the articles that nothing was
learned from. Alone; with a third version before or after them, its place not told; and with the
version before them, known to be older, as an archetype or a dated copy is. A guess counts half when
the odds are even. *Directed* is what the program itself says of two versions.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import exp
from pathlib import Path
from typing import Final

from twosource.families import derivations
from twosource.families.versions import Order, weigh_growth, weigh_orders
from twosource.families.witness import Witness, read_witnesses
from twosource.records import Article, Part, identify

FOLDER: Final = Path("families") / "wikipedia_versions"
LEARNED_ON: Final = 0
SURE: Final = 0.9
EVEN: Final = 0.5


def measure(data: Path, python: Path) -> dict[str, float]:
    """Print and return how often the order of versions is told rightly."""
    del python
    if not (data / FOLDER).is_dir():
        print(f"skipped: no saved versions in {data / FOLDER}")
        return {}
    alone: list[float] = []
    unplaced: list[float] = []
    older: list[float] = []
    shown: list[bool] = []
    pairs = 0
    for versions in read_versions(data, learned=False):
        for at, (one, other) in enumerate(pairwise(versions)):
            if _is_same(one, other):
                continue
            pairs += 1
            alone.append(_chance(weigh_growth(one, other)))
            shown += _find_directed([one, other])
            for third in (at - 1, at + 2):
                if not 0 <= third < len(versions) or any(
                    _is_same(versions[third], near) for near in (one, other)
                ):
                    continue
                three = [one, other, versions[third]]
                orders = weigh_orders(three)
                unplaced.append(_chance_before(orders))
                if third < at:
                    older.append(_chance_before({o: c for o, c in orders.items() if o[0] == 2}))  # noqa: PLR2004 - the third
    print(f"  {pairs} pairs of neighbouring versions")
    return {
        **_tell("alone", alone),
        **_tell("a third given, its place not told", unplaced),
        **_tell("an older third given", older),
        "versions: directed by the program": len(shown) / max(1, pairs),
        "versions: directed by the program, right": sum(shown) / max(1, len(shown)),
    }


def _chance_before(orders: dict[Order, float]) -> float:
    """Return how likely the first of the pair came before the other, in the orders given."""
    before = sum(chance for order, chance in orders.items() if order.index(0) < order.index(1))
    return before / sum(orders.values())


def read_versions(data: Path, *, learned: bool) -> Iterator[list[Witness]]:
    """Yield each article's versions, oldest first, of the half learned from or of the other."""
    for folder in sorted((data / FOLDER).iterdir()):
        if is_learned_from(folder.name) is not learned:
            continue
        files = [path for path in folder.glob("*.txt") if path.stem.isdigit()]
        files.sort(key=lambda path: int(path.stem))
        articles = [_make(f"{folder.name}/{path.stem}", path) for path in files]
        witnesses = read_witnesses(articles)
        yield [witnesses[article.id] for article in articles]


def is_learned_from(name: str) -> bool:
    """Tell whether the weights may be learned from an article of this name."""
    digest = hashlib.sha256(f"half:{name}".encode()).digest()
    return digest[-1] % 2 == LEARNED_ON


def _make(name: str, path: Path) -> Article:
    text = path.read_text("utf-8", errors="replace")
    return Article(
        id=identify("version", name),
        page=identify("page", name),
        text=text,
        parts=(Part("body", 0, len(text)),),
    )


def _is_same(one: Witness, other: Witness) -> bool:
    return one.wording.keys.tobytes() == other.wording.keys.tobytes()


def _chance(odds: float) -> float:
    """Return the chance that log odds stand for."""
    return 1 / (1 + exp(-odds))


def _find_directed(pair: Sequence[Witness]) -> list[bool]:
    """Return whether the program's direction of a pair is right, nothing where it has none."""
    later = pair[1].article.id
    found = derivations(witness.article for witness in pair)
    return [one.copy == later for one in found if one.directed]


def _tell(name: str, chances: Sequence[float]) -> dict[str, float]:
    """Print and return how often a guess is right, and how often a sure one is."""
    right = sum((chance > EVEN) + (chance == EVEN) / 2 for chance in chances)
    sure = [chance for chance in chances if max(chance, 1 - chance) >= SURE]
    kept = sum(chance > EVEN for chance in sure)
    print(
        f"  {name:<38} {len(chances):>5} cases, right {right / len(chances):.3f}; "
        f"sure ({SURE}) {len(sure) / len(chances):.3f}, of these right {kept / len(sure):.3f}"
    )
    return {
        f"versions, {name}: right": right / len(chances),
        f"versions, {name}: right where sure": kept / len(sure),
    }
