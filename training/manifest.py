"""Rewrite the manifest of shipped tables: run after a file in src/twosource/weights changed.

python3 training/manifest.py          # new digests; notes on how a file was made are kept
python3 training/manifest.py --check  # exit 1 when a digest differs
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

WEIGHTS = Path(__file__).resolve().parent.parent / "src" / "twosource" / "weights"
MANIFEST = WEIGHTS / "manifest.json"


def list_files(known: dict[str, dict[str, object]]) -> dict[str, dict[str, object]]:
    """Return the manifest's entries for the files that are there, notes kept."""
    listed: dict[str, dict[str, object]] = {}
    for path in sorted(WEIGHTS.rglob("*")):
        if path.name == MANIFEST.name or path.suffix not in {".json", ".npz", ".onnx"}:
            continue
        data = path.read_bytes()
        name = path.relative_to(WEIGHTS).as_posix()
        notes = {k: v for k, v in known.get(name, {}).items() if k not in {"sha256", "size"}}
        listed[name] = {
            "sha256": hashlib.sha256(data).hexdigest(),
            "size": len(data),
            **(notes or {"made": "by hand"}),
        }
    return listed


def main() -> int:
    """Write the manifest, or check it."""
    before = MANIFEST.read_text(encoding="utf-8") if MANIFEST.exists() else '{"files": {}}'
    files = list_files(json.loads(before)["files"])
    after = json.dumps({"files": files}, indent=2, sort_keys=True, ensure_ascii=False) + "\n"
    if "--check" in sys.argv[1:]:
        return int(after != before)
    MANIFEST.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
