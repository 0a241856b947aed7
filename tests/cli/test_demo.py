"""The demo writes its pages where it was told to, and touches nothing else."""

from __future__ import annotations

import click
import pytest

from twosource.cli.demo import find_examples, tell_next, write_pages

pytestmark = pytest.mark.skipif(
    not any(True for _ in find_examples().iterdir()), reason="there are no example pages yet"
)


def test_pages_are_written_into_a_new_folder(tmp_path):
    number = write_pages(tmp_path / "new" / "demo")
    assert number >= 8
    assert len(list((tmp_path / "new" / "demo").iterdir())) == number


def test_the_same_pages_again_are_welcome(tmp_path):
    assert write_pages(tmp_path / "demo") == write_pages(tmp_path / "demo")


def test_the_truth_beside_the_examples_is_no_page(tmp_path):
    write_pages(tmp_path / "demo")
    assert not (tmp_path / "demo" / "truth.yaml").exists()


def test_a_folder_that_holds_other_things_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(click.UsageError, match="holds other things"):
        write_pages(tmp_path)
    assert [one.name for one in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_page_that_somebody_changed_is_left_alone(tmp_path):
    write_pages(tmp_path / "demo")
    page = min((tmp_path / "demo").iterdir())
    page.write_text("mine")
    with pytest.raises(click.UsageError, match="holds other things"):
        write_pages(tmp_path / "demo")
    assert page.read_text() == "mine"


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(click.UsageError, match="is a file"):
        write_pages(tmp_path / "file")


def test_what_to_try_next_is_what_this_reader_can_type(monkeypatch):
    monkeypatch.setenv("TWOSOURCE_COMMAND", ".venv/bin/twosource")
    told = tell_next("demo.db")
    assert ".venv/bin/twosource why ID --pile demo.db" in told
    assert "  twosource " not in told
