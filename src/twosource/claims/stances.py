"""What the acts of statements mean for a claim: who asserts, who answers, and how."""

from __future__ import annotations

from twosource.records import Span, Stance, Statement

ASSERTING = frozenset(
    "asserts reports claims suggests expects warns believes publishes confirms".split()
)
"""Acts by which somebody says that a thing is so."""
REFUSING = frozenset("declines no_response refers_elsewhere evades".split())
"""Acts that neither confirm nor deny."""
DENYING = frozenset("denies dismisses".split())
STANCE_OF: dict[str, Stance] = {
    "confirms": "confirms",
    **dict.fromkeys(sorted(REFUSING), "declines"),
    **dict.fromkeys(sorted(DENYING), "denies"),
}


def words_of(statement: Statement) -> tuple[Span, ...]:
    """Return the words of a statement that stand for it: its content, else its cue."""
    if statement.content:
        return statement.content
    return tuple(s for s in (statement.cue, statement.source) if s is not None)[:1]
