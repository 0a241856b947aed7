"""Opening a pile: make it when absent, know it again when there, refuse what is not ours."""

from __future__ import annotations

import importlib.resources
import re
import sqlite3
from pathlib import Path

from twosource.store.faults import DiskError, NotAPileError, UsageError, telling_faults

APPLICATION_ID = 0x74776F73
"""Marks an SQLite file as a pile: "twos"."""
SCHEMA_VERSION = 3
BUSY_MILLISECONDS = 2000
"""How long to wait for another program's short transaction."""
_LATER = {
    1: (
        "ALTER TABLE captures ADD COLUMN media_type TEXT",
        "DROP INDEX captures_once",
        """CREATE UNIQUE INDEX captures_once ON captures
        (page, locator, ifnull(url, ''), ifnull(fetched_at, ''), ifnull(media_type, ''))""",
    ),
    2: tuple(
        f"ALTER TABLE articles ADD COLUMN {name} "
        f"TEXT NOT NULL DEFAULT '[]' CHECK (json_valid({name}))"
        for name in ("unproven", "why")
    ),
}
"""What makes of a pile of each earlier schema one of the next."""
_MAGIC = b"SQLite format 3\x00"
"""Every SQLite file begins so."""


def read_schema() -> str:
    """Give the documented schema as SQL."""
    return importlib.resources.files("twosource.store").joinpath("schema.sql").read_text("utf-8")


def schema_statements() -> tuple[str, ...]:
    """Give the schema one statement at a time, comments left out."""
    bare = re.sub(r"--[^\n]*", "", read_schema())
    return tuple(one.strip() for one in bare.split(";") if one.strip())


def open_pile(path: Path, name: str) -> sqlite3.Connection:
    """Open the pile at ``path``, or make it; ``name`` is what it is called in sentences.

    Raises UsageError when there is no such folder, NotAPileError when something else is there,
    DiskError when it cannot be opened.
    """
    _look(path, name)
    with telling_faults(name):
        connection = sqlite3.connect(path, isolation_level=None)
        try:
            _prepare(connection, name)
        except BaseException:
            connection.close()
            raise
    return connection


def _look(path: Path, name: str) -> None:
    """Look at what is there before SQLite does, which would take its time and say less."""
    if not path.parent.is_dir():
        raise UsageError(f"There is no folder {path.parent} to keep the pile {path.name} in.")
    if path.is_dir():
        raise NotAPileError(f"{name} is a folder, not a pile.")
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except FileNotFoundError:
        return
    except OSError as fault:
        raise DiskError(f"The pile {name} cannot be opened: {fault.strerror}.") from fault
    if head and head != _MAGIC:
        raise NotAPileError(f"{name} is not a pile: it is a file of another kind.")


def _prepare(connection: sqlite3.Connection, name: str) -> None:
    run = connection.execute
    run(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    run("PRAGMA foreign_keys = ON")
    version = _number(connection, "PRAGMA user_version")
    mark = _number(connection, "PRAGMA application_id")
    if mark != APPLICATION_ID and _number(connection, "SELECT count(*) FROM sqlite_schema"):
        raise NotAPileError(f"{name} is an SQLite file of another program, not a pile.")
    if version > SCHEMA_VERSION:
        raise NotAPileError(
            f"{name} was written by a newer twosource (its schema is {version}, this one knows "
            f"{SCHEMA_VERSION}): update twosource to open it."
        )
    if version == 0:
        run("PRAGMA journal_mode = WAL")
        _make(connection)
    elif version < SCHEMA_VERSION:
        _renew(connection)
    run("PRAGMA synchronous = FULL")


def _make(connection: sqlite3.Connection) -> None:
    """Write the schema in one transaction, unless another process has just done so."""
    connection.execute("BEGIN IMMEDIATE")
    if _number(connection, "PRAGMA user_version") == 0:
        for statement in schema_statements():
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")


def _renew(connection: sqlite3.Connection) -> None:
    """Bring an older pile to this schema in one transaction, nothing lost, nothing read again."""
    connection.execute("BEGIN IMMEDIATE")
    for version in range(_number(connection, "PRAGMA user_version"), SCHEMA_VERSION):
        for statement in _LATER[version]:
            connection.execute(statement)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    connection.execute("COMMIT")


def _number(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])
