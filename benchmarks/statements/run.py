"""Who is quoted, with which words: ``python3 dev.py bench statements``.

--data DIR       where PolNeAR and the sets of the labelled passages lie
--peer PYTHON    a Python that has the peers (see peer.py); without it they are looked for here
--trials FOLDER  what a training adopted: its full-precision figures are kept in full_precision.json
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Sequence
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks import gate, hostile
from benchmarks.statements import outside, peer, precision, worker
from benchmarks.statements.measuring import (
    Measured,
    Read,
    Told,
    count,
    find_precision_at,
    list_bins,
    list_figures,
    measure_calibration,
)
from benchmarks.statements.passages.reading import Passage, read_passages
from training.attribution.reader import Article, read_part
from twosource.statements import statements
from twosource.statements.tagging.gate import load_gate
from twosource.text.sentences import paragraphs
from twosource.weights import load_json

POLNEAR = "attribution/polnear/dev"
OTHERS = ("stories/ecbplus", "dates/timebank", "articles/wcxb_dev")
"""Where PolNeAR and the sets of the labelled passages lie in the data."""
RECALL_OWED, RECALL_OUTSIDE = 0.70, 0.75
"""Precision is told where so much is found: in PolNeAR, and in other news."""
RUNS = 2
"""Speeds are the best of so many runs, the programs by turns: others use the machine as well."""
FULL_VOCABULARY = 0.95
"""Pieces that the sketch's own vocabulary makes of PolNeAR dev, as a share of those of ours.

1.281 a word against 1.348: the shipped vocabulary was cut down. The sketch's cost is taken down.
"""
_WIDTH = 34
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
_TRAPS_OF_TAGGER = ("opened and never closed", "straight marks", "he said", "line ends")
"""The tagger has no patterns that could go astray; what it costs hangs on how much it is shown."""


def read_dev(data: Path) -> list[Article]:
    """Return PolNeAR's development articles, each as its first annotator read it."""
    return [readings[0] for readings in read_part(data / POLNEAR)]


def ask_all(texts: list[str]) -> dict[str, worker.Worked]:
    """Return what each of our programs did with the texts: of its runs the fastest."""
    names = [name for name in worker.OPENERS if name != worker.EAGER]
    if not find_spec("onnx"):
        print("onnx: not installed, so the sketch's way is skipped (requirements-bench.lock)")
        names.remove(worker.SKETCH)
    best: dict[str, worker.Worked] = {}
    for name in names * RUNS:
        found = worker.ask(name, texts)
        if name not in best or found.cost < best[name].cost:
            best[name] = found
    return best


def pair(articles: Sequence[Article], told: Sequence[list[Told]]) -> list[Read]:
    """Return what a program told of PolNeAR's articles beside what people marked."""
    return [Read(a.text, a.relations, found) for a, found in zip(articles, told, strict=True)]


def measure_peers(python: Path, articles: Sequence[Article]) -> list[Measured]:
    """Return the peers that are installed, measured; say which are not."""
    answer = peer.ask(python, [article.text for article in articles])
    for name in answer["missing"]:
        print(f"{name}: not installed, so its peers are skipped (peer.py says how to get them)")
    if answer["parser"]:
        print(f"peers read with {answer['parser']}")
    words = count_words(article.text for article in articles)
    return [
        Measured(
            name=name,
            reads=pair(
                articles, [[Told(worker.as_relation(r)) for r in t] for t in given["found"]]
            ),
            words_per_second=words / given["cost"],
        )
        for name, given in answer["programs"].items()
    ]


def print_table(title: str, programs: Sequence[Measured]) -> None:
    """Print programs beside each other."""
    print(f"\n{title}")
    names = list(list_figures(programs[0].score))
    heads = "".join(f"{name.replace('_exact', ' ='):>10}" for name in names)
    print(f"{'':{_WIDTH}}{heads}   words/s")
    for one in programs:
        figures = list_figures(one.score)
        shown = "".join(f"{figures[name]:>10.3f}" for name in names)
        print(f"{one.name:{_WIDTH}}{shown}{one.words_per_second:>10.0f}")


def measure_confidence(one: Measured, recall: float) -> tuple[float, float]:
    """Print and return precision where a share is found, and the expected calibration error."""
    bins = list_bins(one.reads)
    error = measure_calibration(bins)
    found = find_precision_at(one.reads, recall)
    most = count(one.reads).relation("rel_sc")
    shown = f"{found:.3f}" if found else f"not reached ({most[0]:.3f} at recall {most[1]:.3f})"
    print(f"\n{one.name}: precision at recall {recall:.2f}: {shown}")
    print(f"  calibration error {error:.3f}; confidence, share that is right, how many, by tenths:")
    print("  " + "  ".join(f"{b.sure:.2f} {b.right:.2f} {b.size}" for b in bins))
    return found, error


def measure_gate(articles: Sequence[Article]) -> tuple[float, float]:
    """Return the shares of relations and of paragraphs that the gate lets pass."""
    passes = load_gate().passes
    relations: list[bool] = []
    shown: list[bool] = []
    for article in articles:
        starts = sorted(min((r["Cue"] or r["Content"])[0]) for r in article.relations)
        for start, end in paragraphs(article.text):
            passed = passes(article.text[start:end])
            shown.append(passed)
            relations += [passed for at in starts if start <= at < end]
    return sum(relations) / len(relations), sum(shown) / len(shown)


def measure_dev(
    worked: dict[str, worker.Worked],
    articles: Sequence[Article],
    words: int,
    own: argparse.Namespace,
) -> dict[str, float]:
    """Print how our programs and the peers read PolNeAR's articles; return what is owed there."""
    least = {worker.TAGGER: float(load_json("attribution/decode.json")["threshold"])}
    measured = {
        name: Measured(
            name=name,
            reads=pair(articles, one.told[: len(articles)]),
            words_per_second=words / one.cost,
            threshold=least.get(name, 0.0),
        )
        for name, one in worked.items()
        if name != worker.SKETCH
    }
    peers = measure_peers(own.peer, articles)
    title = "PolNeAR dev: F1; precision and recall of rel_sc; recall of rel_sc by kind of content"
    print_table(title, [*measured.values(), *peers])
    figures: dict[str, float] = {}
    for name, prefix in ((worker.TAGGER, "tagger"), (worker.STAGE, "stage")):
        told = list_figures(measured[name].score)
        _, error = measure_confidence(measured[name], RECALL_OWED)
        figures |= {
            f"{prefix}_{key}": told[key] for key in ("rel_sc", "rel_exact", "content_exact")
        }
        figures[f"{prefix}_calibration_error"] = error
    rules = list_figures(measured[worker.RULES].score)
    figures |= {"rules_rel_sc": rules["rel_sc"], "rules_precision": rules["precision"]}
    best = max((list_figures(one.score)["rel_sc"] for one in peers), default=None)
    if best is not None:
        figures["ahead_of_peers"] = figures["stage_rel_sc"] - best
    eager = worker.ask(worker.EAGER, [article.text for article in articles])
    considered = Measured(
        name=worker.EAGER,
        reads=pair(articles, eager.told),
        words_per_second=words / eager.cost,
    )
    figures["tagger_precision_at_70"], _ = measure_confidence(considered, RECALL_OWED)
    figures["gate_recall"], passed = measure_gate(articles)
    print(
        f"\nthe gate lets {passed:.3f} of the paragraphs pass, and {figures['gate_recall']:.4f}",
        end="",
    )
    print(" of the relations")
    return figures | precision.compare(figures, own.trials)


def measure_outside(
    worked: dict[str, worker.Worked], passages: Sequence[Passage]
) -> dict[str, float]:
    """Print how our programs read the labelled passages of other news; return what is owed."""
    least = float(load_json("attribution/decode.json")["threshold"])
    measured = {
        name: Measured(
            name=name,
            reads=outside.pair(passages, worked[name].told[-len(passages) :]),
            words_per_second=0.0,
            threshold=least if name == worker.TAGGER else 0.0,
        )
        for name in (worker.STAGE, worker.TAGGER, worker.RULES, worker.VERBS)
    }
    print_table(f"{len(passages)} passages of other news (passages/)", list(measured.values()))
    agreed = outside.measure_agreement(passages)
    print(f"two readers agree: rel_sc {agreed['rel_sc']:.3f}, rel_exact {agreed['rel_exact']:.3f}")
    stage = list_figures(measured[worker.STAGE].score)
    found, error = measure_confidence(measured[worker.STAGE], RECALL_OUTSIDE)
    return {
        "outside_precision": stage["precision"],
        "outside_recall": stage["recall"],
        "outside_precision_at_75": found,
        "outside_calibration_error": error,
        "outside_agreement": agreed["rel_sc"],
    }


def measure_cost(worked: dict[str, worker.Worked], words: int) -> dict[str, float]:
    """Print what loading and reading cost; return what is owed."""
    print("\nCPU seconds to load (waited), to read; words a CPU second; megabytes at the peak")
    for name, one in worked.items():
        print(f"{name:{_WIDTH}}{one.load:8.2f} ({one.waited:.2f}){one.cost:8.2f}", end="")
        print(f"{words / one.cost:10.0f}{one.peak:8.0f}")
    figures = {
        "load_seconds": worked[worker.TAGGER].load,
        "megabytes": worked[worker.STAGE].peak,
    }
    if worker.SKETCH in worked:
        sketch = worked[worker.SKETCH].cost * FULL_VOCABULARY
        figures["tagger_speed_to_sketch"] = sketch / worked[worker.TAGGER].cost
        figures["stage_speed_to_sketch"] = sketch / worked[worker.STAGE].cost
    return figures


def count_words(texts: Iterable[str]) -> int:
    """Return how many words texts have, as white space parts them."""
    return sum(len(text.split()) for text in texts)


def main(words: list[str]) -> int:
    """Measure, print, and return the gate's verdict."""
    options = gate.read_options("statements", words)
    parser = argparse.ArgumentParser(prog="python3 dev.py bench statements")
    parser.add_argument("--peer", type=Path, default=Path(sys.executable))
    parser.add_argument("--trials", type=Path)
    own = parser.parse_args(options.rest)
    missing = [name for name in (POLNEAR, *OTHERS) if not (options.data / name).is_dir()]
    if missing:
        where = f"{', '.join(missing)} not in {options.data} (card.md says where it is found)"
        return gate.skip(options, where)
    articles = read_dev(options.data)
    passages = read_passages(options.data)
    texts = [article.text for article in articles] + [passage.text for passage in passages]
    worked = ask_all(texts)
    figures = measure_dev(worked, articles, count_words(texts), own)
    figures |= measure_outside(worked, passages)
    figures |= measure_cost(worked, count_words(texts))
    for name, reader, traps in (
        ("rules", partial(statements, model=False), _TRAPS),
        ("tagger", worker.tag, {trap: _TRAPS[trap] for trap in _TRAPS_OF_TAGGER}),
    ):
        costs = hostile.measure({name: reader}, traps)
        figures[f"{name}_hostile_to_prose"] = hostile.compare_to_prose(costs, reader)
    paths = [
        path for path in (options.data / POLNEAR).rglob("*") if path.suffix in (".txt", ".ann")
    ]
    return gate.close(options, figures, digest=gate.digest_of([*paths, outside.LABELS]))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
