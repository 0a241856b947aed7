"""One program in a process of its own: texts in, relations out, with what they cost, as JSON.

A fresh process for each program, so that loading, memory and speed are its own and nothing that
another one has read is still remembered.
"""

from __future__ import annotations

import json
import math
import re
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tokenizers import Tokenizer

from benchmarks.statements import sketch
from benchmarks.statements.baseline import read_with_verbs
from benchmarks.statements.measuring import Told
from training.attribution.reader import Relation
from twosource.records import Span, Statement
from twosource.statements import statements
from twosource.statements.tagging import Tagged, load_tagger
from twosource.text.sentences import paragraphs
from twosource.weights import load_bytes

TAGGER = "the tagger as served"
EAGER = "the tagger, cues more freely taken"
STAGE = "the whole stage, as trace reads"
RULES = "rules alone (--no-model)"
VERBS = "quotation marks, list of verbs"
SKETCH = "the earlier sketch"
_MEMORY = Path("/proc/self/status")
_PEAK = re.compile(r"^VmHWM:\s*(\d+) kB", re.MULTILINE)
_KILOBYTES = 1024
_MORE_CUES = 1.5
"""What a cue's score is raised by where more is to be found than the served tagger considers."""
_FIRST_TEXT = "The ferry will sail on Friday, its owner said."

Reader = Callable[[list[str]], list[list[Told]]]
"""What reads many texts, each for itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worked:
    """What a program found in each text, seconds to load and to read, megabytes at its peak.

    Seconds are the processor's, but for ``waited``: what a person waits until it is loaded.
    """

    told: list[list[Told]]
    load: float
    waited: float
    cost: float
    peak: float


def turn(statement: Statement) -> Told:
    """Return a statement as the relation that it tells."""

    def place(*spans: Span | None) -> list[tuple[int, int]]:
        return [(span.start, span.end) for span in spans if span is not None]

    relation: Relation = {
        "Source": place(statement.source),
        "Cue": place(statement.cue),
        "Content": place(*statement.content),
    }
    return Told(relation, statement.confidence)


def open_tagger() -> Reader:
    """Return the tagger: gate, network, chains; all that it tells, however unsure it is."""
    return lambda texts: [tag(text) for text in texts]


def open_eager() -> Reader:
    """Return the tagger with a lower bar for cues, so that more is considered; nothing ships so."""
    tagger = load_tagger()
    eager = replace(tagger._decoder, cue_bonus=_MORE_CUES)  # noqa: SLF001 - a trial of this setting
    tagger._decoder = eager  # noqa: SLF001
    return open_tagger()


def tag(text: str) -> list[Told]:
    """Return what the tagger sees in the paragraphs of a text."""
    places = paragraphs(text)
    found = load_tagger().tag([text[start:end] for start, end in places])
    return [
        move(one, start) for (start, _), listed in zip(places, found, strict=True) for one in listed
    ]


def move(tagged: Tagged, by: int) -> Told:
    """Return what was tagged in a paragraph as a relation of its text."""

    def place(*spans: tuple[int, int] | None) -> list[tuple[int, int]]:
        return [(span[0] + by, span[1] + by) for span in spans if span is not None]

    relation: Relation = {
        "Source": place(tagged.source),
        "Cue": place(tagged.cue),
        "Content": place(*tagged.contents),
    }
    return Told(relation, tagged.confidence)


def open_stage() -> Reader:
    """Return the statements stage."""
    return lambda texts: [[turn(one) for one in statements(text)] for text in texts]


def open_rules() -> Reader:
    """Return the statements stage without its model."""
    return lambda texts: [[turn(one) for one in statements(text, model=False)] for text in texts]


def open_sketch() -> Reader:
    """Return the sketch's way of reading; it costs what it costs and tells nothing."""
    tokenizer = Tokenizer.from_str(load_bytes("attribution/tokenizer.json").decode("utf-8"))
    with TemporaryDirectory() as folder:
        path = Path(folder) / "sketch.onnx"
        sketch.build(path, tokenizer.get_vocab_size())
        reader = sketch.Sketch(path, tokenizer)

    def read(texts: list[str]) -> list[list[Told]]:
        reader.read(texts)
        return [[] for _ in texts]

    return read


def open_verbs() -> Reader:
    """Return the least that a program should beat."""
    return lambda texts: [read_with_verbs(text) for text in texts]


OPENERS: Mapping[str, Callable[[], Reader]] = {
    TAGGER: open_tagger,
    EAGER: open_eager,
    STAGE: open_stage,
    RULES: open_rules,
    VERBS: open_verbs,
    SKETCH: open_sketch,
}


def ask(program: str, texts: list[str]) -> Worked:
    """Let a fresh process read texts with one program."""
    ran = subprocess.run(  # noqa: S603 - this very module
        [sys.executable, "-m", "benchmarks.statements.worker", program],
        input=json.dumps(texts),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    answer = json.loads(ran.stdout)
    told = [[Told(as_relation(one), sure) for one, sure in text] for text in answer.pop("told")]
    return Worked(told=told, **answer)


def as_relation(plain: Mapping[str, list[list[int]]]) -> Relation:
    """Return a relation that went through JSON."""
    return {role: [(start, end) for start, end in spans] for role, spans in plain.items()}


def measure_peak() -> float:
    """Return the most megabytes that this process has held; not a number where none are told."""
    found = _PEAK.search(_MEMORY.read_text("ascii")) if _MEMORY.exists() else None
    return int(found[1]) / _KILOBYTES if found else math.nan


def main(program: str) -> int:
    """Read texts from standard input with one program, write what it found."""
    texts = json.load(sys.stdin)
    waited, began = time.perf_counter(), time.process_time()
    read = OPENERS[program]()
    read([_FIRST_TEXT])
    load, waited = time.process_time() - began, time.perf_counter() - waited
    began = time.process_time()
    told = read(texts)
    cost = time.process_time() - began
    answer = {"load": load, "waited": waited, "cost": cost, "peak": measure_peak(), "told": told}
    json.dump(answer, sys.stdout)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
