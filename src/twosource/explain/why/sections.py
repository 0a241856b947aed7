"""Sections of an explanation: those that have something to say."""

from __future__ import annotations

from collections.abc import Iterable

from twosource.explain.account import Section, Sentence

MOST_PASSAGES = 3
"""So many passages are quoted for one thing."""
MOST_QUOTES = 2
"""So many quotations stand behind one answer, or one way."""


def plainly(texts: Iterable[str]) -> tuple[Sentence, ...]:
    """Turn texts into sentences without quotations."""
    return tuple(Sentence(text) for text in texts)


def filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return the sections that have a sentence."""
    return tuple(section for section in sections if section.sentences)
