"""Prints every rule of the program: ``python -m twosource.explain > docs/rules.md``."""

from __future__ import annotations

import sys

from twosource.explain.reasons import write_rules

if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")  # type: ignore[union-attr]
    sys.stdout.write(write_rules())
