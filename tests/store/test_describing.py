"""The page about the schema says what the schema says."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from twosource.store.describing import describe_schema
from twosource.store.opening import read_schema

PAGE = Path(__file__).resolve().parents[2] / "docs" / "schema.md"


def test_the_page_in_docs_is_made_from_the_schema():
    written = PAGE.read_text(encoding="utf-8")
    assert written == describe_schema(), "python -m twosource.store.describing > docs/schema.md"


def test_every_table_and_every_column_is_on_the_page():
    connection = sqlite3.connect(":memory:")
    connection.executescript(read_schema())
    page = describe_schema()
    for (table,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'"):
        section = page.partition(f"## {table}\n")[2].partition("\n## ")[0]
        for (column,) in connection.execute("SELECT name FROM pragma_table_info(?)", (table,)):
            assert f"| `{column}` |" in section, f"{table}.{column}"
