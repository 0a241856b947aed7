"""A pile that holds the small made-up press, in the place of one on disk."""

from __future__ import annotations

from tests.explain import fiction


class Held:
    """A pile that holds the small made-up press."""

    def __enter__(self):
        return self

    def __exit__(self, *fault):
        return None

    def evidence(self):
        return fiction.evidence()
