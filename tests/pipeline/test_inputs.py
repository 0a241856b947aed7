"""What was given to read is found once, whatever way it was named."""

from __future__ import annotations

import io
import os
import sys

import pytest

from twosource.pipeline import inputs
from twosource.pipeline.inputs import gather, read_input, read_manifest
from twosource.records import Refusal
from twosource.store.faults import UsageError


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "saved"
    (place / "may").mkdir(parents=True)
    (place / "a.html").write_text("one")
    (place / "may" / "b.txt").write_text("two")
    (place / ".hidden").write_text("no")
    (place / ".git").mkdir()
    (place / ".git" / "c.txt").write_text("no")
    return place


def _locators(gathered):
    return [one.locator for one in gathered.inputs]


def test_a_folder_is_searched_whole_and_hidden_files_are_left(folder):
    assert _locators(gather([folder])) == ["a.html", "may/b.txt"]


def test_a_pattern_finds_what_the_shell_did_not(folder):
    assert _locators(gather([f"{folder}/*.html"])) == ["a.html"]
    assert _locators(gather([f"{folder}/**/*.txt"])) == ["b.txt"]


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tmp_path):
    (tmp_path / "page[1].html").write_text("one")
    assert _locators(gather([tmp_path / "page[1].html"])) == ["page[1].html"]


def test_a_file_named_twice_is_read_once_under_its_longest_locator_in_any_order(folder):
    arguments = [folder / "may" / "b.txt", folder, folder / "may"]
    assert gather(arguments) == gather(arguments[::-1])
    assert _locators(gather(arguments)) == ["a.html", "may/b.txt"]


def test_an_argument_that_does_not_exist_is_named(folder):
    with pytest.raises(UsageError, match=r"absent\.html"):
        gather([folder, folder / "absent.html"])
    with pytest.raises(UsageError, match=r"\*\.pdf"):
        gather([f"{folder}/*.pdf"])


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_links_are_followed_and_circles_left(folder):
    (folder / "again").symlink_to(folder)
    (folder / "may" / "up").symlink_to(folder.parent)
    (folder / "round").symlink_to(folder / "round")
    (folder / "gone.html").symlink_to(folder / "nothing")
    found = gather([folder])
    assert [one.path.name for one in found.inputs] == ["a.html", "b.txt"]
    assert {one.subject: one.detail for one in found.refusals} == {
        "gone.html": "It leads to nothing.",
        "round": "It leads in a circle.",
    }


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in folders there")
def test_a_pipe_in_a_folder_holds_nobody_up(folder):
    os.mkfifo(folder / "pipe")
    found = gather([folder])
    assert [one.subject for one in found.refusals] == ["pipe"]
    assert len(found.inputs) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="file names are text there")
def test_a_name_that_is_no_text_is_spelled_as_text(tmp_path):
    (tmp_path / os.fsdecode(b"caf\xe9.txt")).write_text("one")
    assert _locators(gather([tmp_path])) == ["caf\\xe9.txt"]


def test_our_own_files_are_no_pages(folder):
    pile = folder / "twosource.db"
    pile.write_bytes(b"")
    assert _locators(gather([folder], leave_out=[pile])) == ["a.html", "may/b.txt"]


def test_a_file_that_cannot_be_had_is_refused_in_words_without_a_path(tmp_path):
    (tmp_path / "a.txt").write_text("one")
    [found] = gather([tmp_path]).inputs
    (tmp_path / "a.txt").unlink()
    refused = read_input(found)
    assert isinstance(refused, Refusal)
    assert (refused.subject, refused.detail) == ("a.txt", "It leads to nothing.")


def test_a_file_too_large_to_be_a_page_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(inputs, "LARGEST_INPUT", 3)
    (tmp_path / "a.txt").write_text("rain")
    [found] = gather([tmp_path]).inputs
    assert read_input(found).rule == "input-too-large"


def test_standard_input_is_one_page(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"rain")))
    [found] = gather(["-", "-"]).inputs
    assert read_input(found) == b"rain"
    assert found.locator == "-"


def test_an_address_belongs_to_one_file(folder):
    [found] = gather([folder / "a.html"], url="https://herald.example/1").inputs
    assert found.url == "https://herald.example/1"
    with pytest.raises(UsageError, match="2 files"):
        gather([folder], url="https://herald.example/1")


def test_a_manifest_says_where_and_when_each_file_was_fetched(folder):
    manifest = folder / "sources.csv"
    manifest.write_text(
        "file,url,fetched_at\n"
        "may/b.txt,https://herald.example/b,2031-05-02T09:30:00+02:00\n"
        "a.html,,2031-05-02\n"
        "not-given.html,https://herald.example/n,\n"
    )
    found = {one.locator: one for one in gather([folder], manifest=manifest).inputs}
    assert sorted(found) == ["a.html", "may/b.txt"]
    assert found["may/b.txt"].url == "https://herald.example/b"
    assert found["may/b.txt"].fetched_at == "2031-05-02T07:30:00Z"
    assert (found["a.html"].url, found["a.html"].fetched_at) == (None, "2031-05-02")


@pytest.mark.parametrize(
    ("text", "match"),
    [("url\nx\n", "first line"), ("file,fetched_at\na,yesterday\n", "Line 2")],
)
def test_a_manifest_that_cannot_be_meant_is_named(tmp_path, text, match):
    (tmp_path / "m.csv").write_text(text)
    with pytest.raises(UsageError, match=match):
        read_manifest(tmp_path / "m.csv")


@pytest.fixture(name="saved")
def _saved(tmp_path):
    """Pages as browsers save them whole, and a folder that only looks a little like theirs."""
    for name in (
        "My Page.html", "My Page_files/x.js", "My Page_files/frames/ad.html",
        "Titel.htm", "Titel-Dateien/bild.gif", "dam.html", "dam archive/old.html",
        "lonely_files/a.html",
    ):  # fmt: skip
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name)
    return tmp_path


PAGES_SAVED = [
    "My Page.html",
    "Titel.htm",
    "dam archive/old.html",
    "dam.html",
    "lonely_files/a.html",
]


def test_files_that_a_browser_saved_beside_a_page_are_no_pages_and_are_counted(saved):
    found = gather([saved])
    assert _locators(found) == PAGES_SAVED
    assert [(one.rule, one.subject, one.detail[:7]) for one in found.refusals] == [
        ("saved-beside-page", "My Page_files/", "2 files"),
        ("saved-beside-page", "Titel-Dateien/", "1 file "),
    ]


def test_a_shell_that_names_page_and_folder_side_by_side_changes_nothing(saved):
    names = sorted(one.rsplit("/", 1)[-1] for one in PAGES_SAVED)
    for arguments in (sorted(saved.iterdir()), [f"{saved}/*"], [f"{saved}/**"]):
        found = gather(arguments)
        assert sorted(one.path.name for one in found.inputs) == names
        assert len(found.refusals) == 2


def test_the_folder_of_a_saved_page_given_alone_is_searched(saved):
    assert _locators(gather([saved / "My Page_files"])) == ["frames/ad.html", "x.js"]
