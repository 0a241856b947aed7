"""Verbs are tested on a pile that stands in for one on disk."""

from __future__ import annotations

import pytest

from tests.cli.holding import Held


@pytest.fixture(name="held")
def _held(monkeypatch, tmp_path):
    """Stand in the place of a pile on disk; what each verb asked for is kept."""
    asked = []

    def open_pile(path, *, create=True):
        asked.append((str(path), create))
        return Held()

    monkeypatch.setattr("twosource.pile.open_pile", open_pile)
    monkeypatch.setenv("TWOSOURCE_PILE", "by-environment.db")
    monkeypatch.chdir(tmp_path)
    for name in ("by-environment.db", "before.db", "after.db"):
        (tmp_path / name).touch()
    return asked
