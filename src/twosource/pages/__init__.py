"""The only door for what you saved: bytes come in, a page comes out, or a refusal says why not."""

from __future__ import annotations

from twosource.pages.reading import read, refusal_of
from twosource.pages.rules import RULES

__all__ = ["RULES", "read", "refusal_of"]
