"""What eight bits cost: the tagger's figures here against those of its weights in full precision.

The full-precision weights are not shipped. Their figures come from the training that made the
shipped file (``figures.json`` beside it) and are kept in ``full_precision.json`` with the digest of
that file, so that they are never held against another one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from twosource.weights import load_bytes

KEPT = Path(__file__).resolve().parent / "full_precision.json"
COMPARED = ("rel_sc", "rel_exact")


def keep(folder: Path) -> None:
    """Keep the full-precision figures of a training's adopted folder."""
    model = hashlib.sha256((folder / "tagger.onnx").read_bytes()).hexdigest()
    told = json.loads((folder / "figures.json").read_text("utf-8"))["full"]
    kept = {"model": model, "figures": {name: told[name] for name in COMPARED}}
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")


def compare(figures: Mapping[str, float], trials: Path | None) -> dict[str, float]:
    """Return what the shipped file loses; nothing where only another file's figures are kept."""
    if trials is not None:
        keep(trials)
    kept = json.loads(KEPT.read_text("utf-8"))
    if kept["model"] != hashlib.sha256(load_bytes("attribution/tagger.onnx")).hexdigest():
        print(
            "full precision: skipped: kept for another file (--trials names the training's folder)"
        )
        return {}
    lost = {name: kept["figures"][name] - figures[f"tagger_{name}"] for name in COMPARED}
    print("in full precision: " + ", ".join(f"{n} {v:.3f}" for n, v in kept["figures"].items()))
    return {f"eight_bits_cost_{name}": value for name, value in lost.items()}
