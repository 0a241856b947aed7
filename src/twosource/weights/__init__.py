"""Shipped tables and learned numbers, as plain data whose digests are checked before use.

``manifest.json`` lists every file with its SHA-256 and how it was made; ``training/manifest.py``
rewrites the digests after a change. Nothing here is ever a pickle.
"""

from __future__ import annotations

import hashlib
import io
import json
from functools import cache
from importlib import resources
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

MANIFEST = "manifest.json"
TAGGER = "attribution"
"""The folder of the attribution tagger, the one shipped table that can be done without."""
_TAGGER_RUNS_ON = ("onnxruntime", "tokenizers")


class WeightDamagedError(RuntimeError):
    """A shipped file is missing, or not the one that the manifest names."""

    status = 74  # for the command line: a fault of the disk


@cache
def _manifest() -> dict[str, dict[str, Any]]:
    text = resources.files(__name__).joinpath(MANIFEST).read_text(encoding="utf-8")
    return dict(json.loads(text)["files"])


def load_bytes(name: str) -> bytes:
    """Return a shipped file whose digest is the manifest's; raise WeightDamagedError otherwise."""
    try:
        data = resources.files(__name__).joinpath(name).read_bytes()
    except OSError as fault:
        raise WeightDamagedError(_say(name, "is missing or cannot be read")) from fault
    if name.endswith(".json"):
        # A checkout on Windows may have turned line ends; the table is the same.
        data = data.replace(b"\r\n", b"\n")
    listed = _manifest().get(name, {}).get("sha256")
    if listed != hashlib.sha256(data).hexdigest():
        raise WeightDamagedError(_say(name, "is not the one that its manifest names"))
    return data


def check_files(folder: str) -> None:
    """Raise WeightDamagedError unless every file of a folder is there, and the manifest's."""
    for name in _manifest():
        if name.startswith(f"{folder}/"):
            load_bytes(name)


def check_runtime() -> None:
    """Raise WeightDamagedError where what runs the tagger is not installed: on Intel Macs."""
    for package in _TAGGER_RUNS_ON:
        if find_spec(package) is None:
            message = (
                f"The tagger cannot run here: {package} is not installed (for Macs with an Intel "
                "processor there is no onnxruntime). Read without the tagger (--no-model)."
            )
            raise WeightDamagedError(message)


def _say(name: str, fault: str) -> str:
    """Say what is wrong with a shipped file, and what to do."""
    without = ", or read without the tagger (--no-model)" if name.startswith(f"{TAGGER}/") else ""
    return (
        f"The shipped file {name} {fault}. Install twosource again{without}; "
        "if you changed the file on purpose, run training/manifest.py."
    )


def load_json(name: str) -> Any:  # noqa: ANN401 - a table's shape is its reader's business
    """Return a shipped JSON table, parsed anew at each call; readers keep what they build of it."""
    return json.loads(load_bytes(name))


def load_arrays(name: str) -> dict[str, NDArray[Any]]:
    """Return the arrays of a shipped ``.npz`` file by name, read without pickle."""
    with np.load(io.BytesIO(load_bytes(name)), allow_pickle=False) as held:
        return {key: held[key] for key in sorted(held.files)}
