"""Small learned tables and models as plain data, each with its digest in ``manifest.json``."""

from __future__ import annotations

import json
from functools import cache
from importlib import resources
from typing import Any


@cache
def load_json(name: str) -> Any:  # noqa: ANN401 - a table has its own shape
    """Return a shipped table, read once."""
    return json.loads(resources.files(__package__).joinpath(name).read_text("utf-8"))
