"""Who is quoted, with which words: ``python3 dev.py bench statements``.

--data DIR       where PolNeAR and the sets of the labelled passages lie
--peer PYTHON    a Python that has the peers (see peer.py); without it they are looked for here
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import gate, hostile
from benchmarks.statements import peer, worker
from benchmarks.statements.measuring import (
    Measured,
    Read,
    Told,
    find_precision_at,
    list_bins,
    list_figures,
    measure_calibration,
)
from training.attribution.reader import Article, read_part
from twosource.statements import statements

RECALL_OWED = 0.70
"""Precision is told where so much is found."""
_TRAPS = {
    "said said": "said ",
    "opened and never closed": "“No, ",
    "single marks": "‘a ’",
    "straight marks": '" ',
    "he said": "“No,” he said. ",
    "said that that": "said that ",
    "according to": "according to ",
    "told by": "officials told by ",
    "citing": "The Herald, citing ",
    "names said": "Ada Berg, ",
    "full stops": "A. ",
    "line ends": "“\n",
    "other alphabets": "«Нет», сказал он. ",
    "nothing seen": "\u200b\u202e",
}


def read_dev(data: Path) -> list[Article]:
    """Return PolNeAR's development articles, each as its first annotator read it."""
    folder = data / "attribution" / "polnear" / "dev"
    return [readings[0] for readings in read_part(folder)] if folder.is_dir() else []


def measure(
    name: str, articles: Sequence[Article], told: list[list[Told]], cost: float
) -> Measured:
    """Return a program's answers beside what people marked."""
    reads = [Read(a.text, a.relations, found) for a, found in zip(articles, told, strict=True)]
    return Measured(name=name, reads=reads, cost=cost)


def measure_peers(python: Path, articles: Sequence[Article]) -> list[Measured]:
    """Return the peers that are installed, measured; say which are not."""
    answer = peer.ask(python, [article.text for article in articles])
    for name in answer["missing"]:
        print(f"{name}: not installed, so its peers are skipped (peer.py says how to get them)")
    return [
        measure(
            f"{name} ({answer['parser']})",
            articles,
            [[Told(worker.as_relation(one)) for one in text] for text in given["found"]],
            given["cost"],
        )
        for name, given in answer["programs"].items()
    ]


def print_table(programs: Sequence[Measured]) -> None:
    """Print the programs beside each other."""
    print("\nPolNeAR dev: F1; precision and recall of rel_sc; recall by kind of content")
    names = list(list_figures(programs[0].score))
    print(" " * 34 + "".join(f"{name.replace('_exact', '='):>10}" for name in names) + "   words/s")
    for one in programs:
        figures = list_figures(one.score)
        shown = "".join(f"{figures[name]:>10.3f}" for name in names)
        print(f"{one.name[:33]:34}{shown}{one.words_per_second:>10.0f}")


def print_confidence(one: Measured) -> dict[str, float]:
    """Print and return how far a program's confidence can be trusted."""
    bins = list_bins(one.reads)
    error = measure_calibration(bins)
    precision = find_precision_at(one.reads, RECALL_OWED)
    print(f"\n{one.name}: precision at recall {RECALL_OWED:.2f}: {precision:.3f}")
    print(f"expected calibration error {error:.3f}; confidence and share that is right, by tenths:")
    print("  " + "  ".join(f"{b.sure:.2f} {b.right:.2f} ({b.size})" for b in bins))
    return {"precision_at_recall": precision, "calibration_error": error}


def main(words: list[str]) -> int:
    """Measure, print, and return the gate's verdict."""
    options = gate.read_options("statements", words)
    parser = argparse.ArgumentParser(prog="python3 dev.py bench statements")
    parser.add_argument("--peer", type=Path, default=Path(sys.executable))
    own = parser.parse_args(options.rest)
    articles = read_dev(options.data)
    if not articles:
        return gate.skip(options, f"no PolNeAR in {options.data} (card.md says where it is found)")
    texts = [article.text for article in articles]
    worked = {name: worker.ask(name, texts) for name in worker.OPENERS}
    ours = [measure(name, articles, one.told, one.cost) for name, one in worked.items()]
    print_table([*ours, *measure_peers(own.peer, articles)])
    rules = list_figures(ours[0].score)
    print_confidence(ours[0])
    costs = hostile.measure({"statements": statements}, _TRAPS)
    figures = {
        "rules_rel_sc": rules["rel_sc"],
        "rules_precision": rules["precision"],
        "hostile_to_prose": hostile.compare_to_prose(costs, statements),
    }
    folder = options.data / "attribution" / "polnear" / "dev"
    paths = [path for path in folder.rglob("*") if path.suffix in (".txt", ".ann")]
    return gate.close(options, figures, digest=gate.digest_of(paths))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
