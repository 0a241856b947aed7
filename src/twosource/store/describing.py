"""The schema told as a page to read, from the comments in the schema itself.

``python -m twosource.store.describing > docs/schema.md`` writes the page; a test keeps it true.
"""

from __future__ import annotations

import re
import sys

from twosource.store.opening import read_schema

_TABLE = re.compile(
    r"((?:^--[^\n]*\n)+)CREATE TABLE (\w+) \(\n(.*?)\n\) STRICT;", re.DOTALL | re.MULTILINE
)
_COLUMN = re.compile(
    r"^  ([a-z_]+) +((?:TEXT|INTEGER|REAL|BLOB)\b[^\n]*?)(?:-- ([^\n]*))?$", re.MULTILINE
)
_POINTER = re.compile(r"REFERENCES (\w+)")
_MORE = re.compile(r"\n {20,}-- ")


def describe_schema() -> str:
    """Write the schema as Markdown: each table, what a row is, and each column."""
    schema = _MORE.sub(" ", read_schema())
    head = schema.partition("\n\n")[0]
    pages = ["# The pile, table by table", _prose(head)]
    for comment, table, body in _TABLE.findall(schema):
        pages += [f"## {table}", _prose(comment), _columns(body)]
    return "\n\n".join(pages) + "\n"


def _prose(comment: str) -> str:
    """Take the comment marks off; an empty comment line parts two paragraphs."""
    lines = [line.removeprefix("--").strip() for line in comment.strip().splitlines()]
    paragraphs = "\n".join(lines).split("\n\n")
    return "\n\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)


def _columns(body: str) -> str:
    rows = ["| column | holds | |", "|---|---|---|"]
    for name, definition, meaning in _COLUMN.findall(body):
        kind = definition.split()[0].rstrip(",").lower()
        if "json_valid" in definition:
            kind = "json"
        empty = "NOT NULL" not in definition and "PRIMARY KEY" not in definition
        pointer = _POINTER.search(definition)
        notes = [
            meaning,
            f"points to {pointer[1]}" if pointer else "",
            "may be null" if empty else "",
        ]
        told = "; ".join(note for note in notes if note)
        rows.append(f"| `{name}` | {kind} | {told} |".replace("|  |", "| |"))
    return "\n".join(rows)


if __name__ == "__main__":
    sys.stdout.write(describe_schema())
