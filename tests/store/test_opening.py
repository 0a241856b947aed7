"""A pile is made, known again, and told from what is none."""

from __future__ import annotations

import sqlite3

import pytest

from twosource.records import Capture, Page
from twosource.store import Kept, Store
from twosource.store.faults import BusyError, DiskError, NotAPileError, UsageError
from twosource.store.opening import APPLICATION_ID, SCHEMA_VERSION


def test_a_new_pile_is_marked_strict_and_safe(tmp_path):
    path = tmp_path / "a.db"
    Store(path).close()
    connection = sqlite3.connect(path)
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    tables = connection.execute("SELECT name, strict FROM pragma_table_list").fetchall()
    assert all(strict for name, strict in tables if not name.startswith("sqlite_"))
    connection.close()


def test_a_pile_opens_again_as_it_was(tmp_path):
    first = Store(tmp_path / "a.db")
    with first.transaction():
        digest = first.keep_original(b"rain")
    first.close()
    again = Store(tmp_path / "a.db")
    assert again.original(digest) == b"rain"
    again.close()


FIRST_SCHEMA = """
DROP INDEX captures_once;
ALTER TABLE captures DROP COLUMN media_type;
CREATE UNIQUE INDEX captures_once
  ON captures (page, locator, ifnull(url, ''), ifnull(fetched_at, ''));
ALTER TABLE articles DROP COLUMN unproven;
ALTER TABLE articles DROP COLUMN why;
PRAGMA user_version = 1;
"""


def test_a_pile_of_the_first_schema_becomes_one_of_this(tmp_path):
    store = Store(tmp_path / "a.db")
    with store.transaction():
        page = Page(id=store.keep_original(b"rain"), captures=(), media_type="text/plain", size=4)
        store.keep_reading(Kept(page, "v1", [], [], ()))
        store.keep_captures(page.id, [Capture("a.txt", "https://herald.example/1")])
    store.close()
    connection = sqlite3.connect(tmp_path / "a.db")
    connection.executescript(FIRST_SCHEMA)
    connection.close()
    again = Store(tmp_path / "a.db")
    assert again.captures() == {page.id: (Capture("a.txt", "https://herald.example/1"),)}
    with again.transaction():
        again.keep_captures(page.id, [Capture("a.txt", media_type="text/html")])
    assert len(again.captures()[page.id]) == 2
    again.close()


def test_an_empty_file_becomes_a_pile(tmp_path):
    (tmp_path / "a.db").touch()
    Store(tmp_path / "a.db").close()
    assert (tmp_path / "a.db").stat().st_size > 0


def test_a_file_of_another_kind_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("The harbour is shut. " * 100)
    with pytest.raises(NotAPileError, match="not a pile"):
        Store(path)
    assert path.read_text() == "The harbour is shut. " * 100


def test_another_programs_sqlite_file_is_refused_and_left_alone(tmp_path):
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE birds (name TEXT)")
    connection.commit()
    connection.close()
    before = path.read_bytes()
    with pytest.raises(NotAPileError, match="another program"):
        Store(path)
    assert path.read_bytes() == before


def test_a_pile_of_a_newer_program_is_refused(tmp_path):
    path = tmp_path / "a.db"
    Store(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    connection.close()
    with pytest.raises(NotAPileError, match="newer twosource"):
        Store(path)


def test_a_damaged_file_is_told_in_a_sentence(tmp_path):
    path = tmp_path / "a.db"
    path.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    with pytest.raises(NotAPileError):
        Store(path)


def test_a_folder_or_a_missing_folder_is_no_place_for_a_pile(tmp_path):
    with pytest.raises(NotAPileError, match="is a folder"):
        Store(tmp_path)
    with pytest.raises(UsageError, match="no folder"):
        Store(tmp_path / "absent" / "a.db")


def test_each_fault_has_its_exit_status():
    assert (UsageError.status, DiskError.status, BusyError.status) == (2, 74, 75)
