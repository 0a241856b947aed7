"""What is put into a pile comes out again, and nothing is written twice."""

from __future__ import annotations

import hashlib
import sqlite3
import subprocess
import sys
from dataclasses import fields, replace
from itertools import permutations

import pytest

from twosource.records import Article, Capture, Family, Origin, Page, Refusal, Story
from twosource.store import Kept, Store, in_order
from twosource.store.faults import BusyError, DiskError
from twosource.store.opening import read_schema
from twosource.store.rows import ASSEMBLED, columns_of

DATA = b"The ferry did not sail."
PAGE = Page(
    id=hashlib.sha256(DATA).hexdigest(),
    captures=(Capture("a.txt"),),
    media_type="text/plain",
    size=len(DATA),
    flags=("charset-guessed",),
)
HERALD = Origin(id="herald", name="Skerry Herald", kind="outlet")
ARTICLE = Article(id="a1", page=PAGE.id, outlet=HERALD, text=DATA.decode())


@pytest.fixture
def store(tmp_path):
    opened = Store(tmp_path / "pile.db")
    yield opened
    opened.close()


def _keep_page(store):
    with store.transaction():
        store.keep_original(DATA)
        store.keep_reading(Kept(PAGE, "v1", [], [], (_refusal("no-article"),)))
        store.keep_captures(PAGE.id, PAGE.captures)


def _refusal(rule, subject=PAGE.id):
    return Refusal(stage="articles", subject=subject, rule=rule, detail="…")


def test_a_table_has_the_fields_of_its_record_in_order():
    connection = sqlite3.connect(":memory:")
    connection.executescript(read_schema())
    for noun, kind in ASSEMBLED.items():
        columns = connection.execute("SELECT name FROM pragma_table_info(?)", (noun,)).fetchall()
        assert [name for (name,) in columns] == [one.name for one in fields(kind)]
        made = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (noun,))
        sql = made.fetchone()[0]
        for name, _, nested in columns_of(kind):
            assert (f"json_valid({name})" in sql) is nested, f"{noun}.{name}"


def test_pages_captures_and_refusals_come_out_as_they_went_in(store):
    _keep_page(store)
    assert store.pages() == (PAGE,)
    assert store.refusals() == (_refusal("no-article"),)
    assert store.refused_pages() == {PAGE.id}
    assert store.readers() == {PAGE.id: "v1"}


def test_no_row_may_speak_of_bytes_that_are_not_held(store):
    with pytest.raises(sqlite3.IntegrityError), store.transaction():
        store.keep_reading(Kept(PAGE, "v1", [], [], ()))
    assert store.pages() == ()


def test_a_transaction_that_fails_leaves_nothing(store):
    def keep_and_fail():
        with store.transaction():
            store.keep_original(DATA)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        keep_and_fail()
    assert store.count("originals") == 0


def test_a_later_reading_takes_the_place_of_an_earlier_one(store):
    _keep_page(store)
    with store.transaction():
        store.keep_reading(Kept(replace(PAGE, flags=()), "v2", [], [], (_refusal("cut"),)))
    assert store.pages()[0].flags == ()
    assert [one.rule for one in store.refusals()] == ["cut"]


def test_renewing_writes_only_what_differs_and_removes_what_is_gone(store):
    _keep_page(store)
    story = Story(id="s1", label="Ferry", families=("f1",))
    families = [Family(id="f1", witnesses=("a1",), origin=HERALD)]
    nouns = {"origins": [HERALD], "articles": [ARTICLE], "families": families, "stories": [story]}
    with store.transaction():
        for noun, records in nouns.items():
            store.renew(noun, records)
    assert store.read("articles") == (ARTICLE,)
    assert store.read("families")[0].origin == HERALD
    before = store.changes
    with store.transaction():
        for noun, records in nouns.items():
            store.renew(noun, records)
    assert store.changes == before
    with store.transaction():
        store.renew("stories", [replace(story, id="s2")])
    assert [one.id for one in store.read("stories")] == ["s2"]
    assert store.changes == before + 2


def test_an_input_that_could_be_read_later_is_forgiven(store):
    refused = _refusal("input-not-readable", "b.txt")
    with store.transaction():
        store.settle_inputs([refused], readable=["a.txt"])
    before = store.changes
    with store.transaction():
        store.settle_inputs([refused], readable=["a.txt"])
    assert store.changes == before
    with store.transaction():
        store.settle_inputs([], readable=["b.txt"])
    assert store.refusals() == ()


def test_captures_have_one_order_whatever_order_they_came_in():
    captures = (
        Capture("z.html", "https://herald.example/1", "2031-05-02"),
        Capture("b.html", "https://herald.example/1"),
        Capture("a.html"),
    )
    assert {in_order(one) for one in permutations(captures)} == {captures}


def test_ids_are_found_by_their_beginning(store):
    _keep_page(store)
    assert store.ids(PAGE.id[:8]) == (("pages", PAGE.id),)
    assert store.ids("%") == ()


def test_a_second_writer_is_sent_away_and_a_dead_one_is_forgotten(store):
    code = (
        "import sys; from twosource.store import Store; s = Store(sys.argv[1])\n"
        "with s.sole_writer(): print('held', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(store.path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert other.stdout.readline().strip() == b"held"
    with pytest.raises(BusyError), store.sole_writer():
        pass
    other.kill()
    other.communicate()
    with store.sole_writer():
        assert store.path.with_name("pile.db-lock").exists()
    assert not store.path.with_name("pile.db-lock").exists()


def test_another_programs_open_transaction_is_told_as_busy(store):
    store._connection.execute("PRAGMA busy_timeout = 1")
    other = sqlite3.connect(store.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BusyError), store.transaction():
        pass
    other.close()


def test_a_full_disk_is_told_as_such_and_loses_nothing_committed(store):
    _keep_page(store)
    pages = store._connection.execute("PRAGMA page_count").fetchone()[0]
    store._connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskError, match="full"), store.transaction():
        store.keep_original(b"x" * 1_000_000)
    assert store.pages() == (PAGE,)
