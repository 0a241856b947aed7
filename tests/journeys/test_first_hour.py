"""Whole jobs, as a newcomer does them in the first hour, with the real program."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys

import pytest

pytest.importorskip("twosource.pipeline.stages", exc_type=ImportError)

SHORT = re.compile(r"\[([0-9a-f]{8,})\]")

DISPATCH = """\
{head}

{place}A reservoir above the town of Oldmere has been leaking since last month, the Varnholt
Courier reported on Tuesday, citing two engineers of the water board.

Mayor Ilse Brandt declined to comment on the report.

"We have lowered the water by two metres," said Tomas Reyl, a spokesman for the water board, on
Wednesday. He told NordWire that the work would take until the autumn.

Some four thousand people live below the dam, which was built before the war and has been
raised twice.
{foot}
"""


@pytest.fixture(name="run")
def _run(tmp_path):
    """Run the program in a folder of its own, as from a shell."""

    def run(*arguments, **options):
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "COLUMNS": "80"}
        environment.pop("TWOSOURCE_PILE", None)
        return subprocess.run(
            [sys.executable, "-m", "twosource", *arguments],
            cwd=tmp_path, env=environment, capture_output=True, encoding="utf-8", check=False,
            **options,
        )  # fmt: skip

    return run


@pytest.fixture(name="pages")
def _pages(tmp_path):
    folder = tmp_path / "pages"
    folder.mkdir()
    first = DISPATCH.format(
        head="Lakeside Daily\n\nReservoir above Oldmere leaks\n\n4 March 2031", place="OLDMERE: ",
        foot="\nSource: NordWire",
    )  # fmt: skip
    (folder / "one.txt").write_text(first, encoding="utf-8")
    second = DISPATCH.format(head="Oldmere reservoir has been leaking for weeks", place="", foot="")
    (folder / "two.txt").write_text(second, encoding="utf-8")
    return folder


def test_the_demo_traces_its_pages_and_says_what_to_try_next(run, tmp_path):
    done = run("demo")
    assert done.returncode == 0, done.stderr
    assert "Story 1" in done.stdout
    assert "not in your pages" in done.stdout
    assert "Try next" in done.stderr
    assert (tmp_path / "twosource-demo.db").exists()
    assert all(len(line) <= 80 for line in done.stdout.splitlines())


def test_from_a_folder_to_the_reason_for_a_number(run, pages):
    traced = run("trace", str(pages))
    assert traced.returncode == 0, traced.stderr
    assert "2 pages (2 new)" in traced.stdout
    assert "\x1b" not in traced.stdout
    claims = json.loads(run("list", "claims", "--json").stdout)
    for claim in claims:
        asked = run("why", claim["id"][:12])
        assert asked.returncode == 0, asked.stderr
        assert "would make it" in " ".join(asked.stdout.split())
    for short in SHORT.findall(traced.stdout):
        assert run("show", short).returncode == 0


def test_the_same_pages_again_bring_nothing_new(run, pages):
    run("trace", str(pages))
    again = run("trace", str(pages))
    assert again.returncode == 0
    assert "2 pages (none new)" in again.stdout


def test_every_noun_can_be_listed(run, pages):
    run("trace", str(pages))
    for noun in (
        "pages", "articles", "families", "stories", "statements", "claims", "origins", "refusals",
    ):  # fmt: skip
        done = run("list", noun)
        assert done.returncode == 0, done.stderr


def test_the_pile_is_taken_away_as_a_page_and_as_files(run, pages, tmp_path):
    run("trace", str(pages), "--pile", "dam.db")
    assert run("export", "html", "report.html", "--pile", "dam.db").returncode == 0
    assert "<script" not in (tmp_path / "report.html").read_text(encoding="utf-8")
    assert run("export", "jsonl", "data", "--pile", "dam.db").returncode == 0
    lines = (tmp_path / "data" / "pages.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 2


def test_a_page_without_an_article_is_refused_in_words_and_the_run_is_done(run, pages):
    (pages / "login.txt").write_text("Log in\nForgot password?\n", encoding="utf-8")
    done = run("trace", str(pages))
    assert done.returncode == 0
    assert "login.txt:" in done.stdout
    assert "1 page refused" in done.stdout


def test_a_file_that_does_not_exist_is_wrong_usage(run, tmp_path):
    done = run("trace", "nowhere.html")
    assert done.returncode == 2
    assert "nowhere.html" in done.stderr
    assert not (tmp_path / "twosource.db").exists()


def test_a_file_that_is_no_pile_is_told_kindly(run, tmp_path):
    (tmp_path / "notes.db").write_text("my notes\n" * 200)
    done = run("report", "--pile", "notes.db")
    assert done.returncode == 2
    assert "not a pile" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_page_comes_in_by_standard_input(run, pages):
    done = run("trace", "-", input=(pages / "one.txt").read_text(encoding="utf-8"))
    assert done.returncode == 0, done.stderr
    assert "1 page (1 new)" in done.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="a shell with head")
def test_a_reader_who_has_seen_enough_is_no_fault(pages, tmp_path):
    program = f"{sys.executable} -m twosource"
    line = f"{program} trace {pages} --pile p.db | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines()[-1] == "0"
    assert "Traceback" not in done.stderr
    assert "fault" not in done.stderr


def test_outlets_that_a_reader_ties_count_once(run, tmp_path):
    folder = tmp_path / "two papers"
    folder.mkdir()
    for paper, told in {
        "Alden Post": "Mayor Ilse Brandt said on Monday that the Oldmere reservoir had been "
        "drained overnight.\nPeople in the town below it had waited for news since the weekend.",
        "Brook Echo": "The Oldmere reservoir had been drained overnight, engineer Tomas Reyl "
        "said.\nHe stood on the wall of the reservoir with a lamp when our reporter met him.",
    }.items():
        text = f"{paper}\n\nOldmere reservoir drained\n\n4 March 2031\n\n{told}\n"
        (folder / f"{paper}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "ties.txt").write_text("Alden Post | Brook Echo\n", encoding="utf-8")

    def most_lines(*arguments):
        assert run("trace", "two papers", *arguments).returncode == 0
        listed = json.loads(run("list", "claims", "--json").stdout)
        return max(claim["lines"] for claim in listed)

    assert most_lines() == 2
    assert most_lines("--ties", "ties.txt") == 1
