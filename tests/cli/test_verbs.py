"""The command line says what it found on one stream and what it does on the other."""

from __future__ import annotations

import errno
import io
import json
import subprocess
import sys
from dataclasses import replace

import pytest

from tests.cli.holding import Held
from tests.explain import fiction
from twosource import cli
from twosource.explain import Evidence
from twosource.pile import BusyError, DiskError


def claim_id():
    return fiction.evidence().claims[0].id


@pytest.mark.usefixtures("held")
def test_report_prints_to_standard_output_alone(capsys):
    assert cli.run(["report"]) == 0
    said = capsys.readouterr()
    assert "1 line · 2 voices" in said.out
    assert said.err == ""


def test_reading_never_makes_a_pile(held):
    cli.run(["report"])
    assert held == [("by-environment.db", False)]


@pytest.mark.parametrize(
    ("arguments", "pile"),
    [
        (["report"], "by-environment.db"),
        (["--pile", "before.db", "report"], "before.db"),
        (["report", "--pile", "after.db"], "after.db"),
        (["--pile", "before.db", "report", "--pile", "after.db"], "after.db"),
    ],
)
def test_the_pile_is_named_before_or_after_the_verb_or_by_the_environment(held, arguments, pile):
    assert cli.run(arguments) == 0
    assert held[0][0] == pile


def test_a_pile_that_is_not_there_is_wrong_usage_with_a_way_out(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert cli.run(["report", "--pile", "none.db"]) == 2
    said = capsys.readouterr()
    assert "twosource trace FOLDER" in said.err
    assert said.out == ""
    assert not (tmp_path / "none.db").exists()


@pytest.mark.usefixtures("held")
def test_why_takes_a_short_id(capsys):
    assert cli.run(["why", claim_id()[:8]]) == 0
    assert "What would raise the number" in capsys.readouterr().out


@pytest.mark.usefixtures("held")
def test_an_id_that_nothing_has_is_not_there(capsys):
    assert cli.run(["why", "f" * 12]) == 1
    assert "Nothing in the pile" in capsys.readouterr().err


@pytest.mark.usefixtures("held")
def test_an_id_that_is_too_short_is_wrong_usage(capsys):
    assert cli.run(["show", "abc"]) == 2
    assert "at least its first 8 characters" in capsys.readouterr().err


@pytest.mark.usefixtures("held")
def test_a_story_is_asked_for_by_a_story_id(capsys):
    assert cli.run(["report", "--story", claim_id()[:8]]) == 1
    assert "it is no story" in capsys.readouterr().err


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    "arguments",
    [["report"], ["list", "claims"], ["list", "refusals"], ["show", "ID"], ["why", "ID"]],
)
def test_every_reading_verb_can_speak_json(capsys, arguments):
    arguments = [claim_id() if one == "ID" else one for one in arguments]
    assert cli.run([*arguments, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)


@pytest.mark.usefixtures("held")
def test_show_json_is_the_record_as_it_is_exported(capsys):
    cli.run(["show", claim_id()[:10], "--json"])
    record = json.loads(capsys.readouterr().out)
    assert record["id"] == claim_id()
    assert record["lines"] == 1
    assert record["gist"]["text"] == "dam at Oldmere had been leaking for about three weeks"


@pytest.mark.usefixtures("held")
def test_an_empty_list_says_so_on_the_side(capsys):
    assert cli.run(["list", "articles", "--search", "volcano"]) == 0
    said = capsys.readouterr()
    assert said.out == ""
    assert "No articles fit" in said.err


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    "arguments",
    [
        [], ["nonsense"], ["list"], ["list", "opinions"], ["trace"], ["export", "docx", "x"],
        ["report", "--since", "yesterday"], ["trace", "x", "--workers", "0"],
    ],
)  # fmt: skip
def test_wrong_usage_ends_with_2(arguments, capsys):
    assert cli.run(arguments) == 2
    assert capsys.readouterr().out == ""


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    ("fault", "status"),
    [
        (BusyError("Another process is writing."), 75),
        (DiskError("The disk is full."), 74),
        (OSError(28, "No space left on device"), 74),
        (ZeroDivisionError("division by zero"), 70),
        (KeyboardInterrupt(), 130),
        (BrokenPipeError(), 0),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), 0),
    ],
)
def test_how_it_ended_is_told_by_the_exit_status(monkeypatch, capsys, fault, status):
    def fail(_):
        raise fault

    monkeypatch.setattr(Held, "evidence", fail)
    assert cli.run(["report"]) == status
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    assert said.out == ""


@pytest.mark.parametrize("verb", cli.VERBS)
def test_every_verb_has_help_with_examples(verb, capsys):
    assert cli.run([verb, "--help"]) == 0
    said = capsys.readouterr().out
    assert f"  twosource {verb}" in said
    assert "Examples:" in said


@pytest.mark.usefixtures("held")
def test_a_terminal_that_knows_ascii_alone_gets_ascii(monkeypatch):
    out = io.TextIOWrapper(io.BytesIO(), encoding="ascii", errors="replace")
    monkeypatch.setattr(sys, "stdout", out)
    assert cli.run(["report"]) == 0
    out.flush()
    text = out.buffer.getvalue().decode("ascii")
    assert "|- Lakeside Daily" in text
    assert '"dam at Oldmere' in text


def test_help_answers_without_loading_what_reads_pages():
    code = (
        "import sys; from twosource.cli import run; run(['--help']);"
        "heavy = {'trafilatura', 'lxml', 'numpy', 'networkx', 'jinja2', 'sqlite3'};"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"
    assert "demo" in done.stdout


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize(
    ("arguments", "status", "word"),
    [
        (["list", "claim"], 2, "Did you mean claims?"),
        (["why", "f" * 12], 1, "Nothing in the pile"),
        (["report", "--pile", "none.db"], 2, "There is no pile at none.db"),
    ],
)
def test_an_error_under_json_is_json_on_the_side(capsys, arguments, status, word):
    assert cli.run([*arguments, "--json"]) == status
    said = capsys.readouterr()
    told = json.loads(said.err)
    assert told["status"] == status
    assert word in told["error"]
    assert said.out == ""


@pytest.mark.usefixtures("held")
def test_a_noun_in_the_singular_is_told_the_plural(capsys):
    assert cli.run(["list", "family"]) == 2
    assert "Did you mean families?" in capsys.readouterr().err


@pytest.mark.usefixtures("held")
@pytest.mark.parametrize("arguments", [["list", "claims"], ["show", "ID"], ["why", "ID"]])
def test_a_pile_whose_trace_was_cut_short_says_so(monkeypatch, capsys, arguments):
    unfinished = replace(fiction.evidence(), unfinished=True)
    monkeypatch.setattr(Held, "evidence", lambda _: unfinished)
    assert cli.run([claim_id() if one == "ID" else one for one in arguments]) == 0
    said = capsys.readouterr()
    assert "Run the same trace again" in said.err
    assert said.out


@pytest.mark.usefixtures("held")
def test_an_empty_list_of_an_unfinished_pile_blames_nothing_that_was_asked(monkeypatch, capsys):
    monkeypatch.setattr(Held, "evidence", lambda _: Evidence(unfinished=True))
    assert cli.run(["list", "claims"]) == 0
    said = capsys.readouterr().err
    assert "Run the same trace again" in said
    assert "fit what was asked" not in said


@pytest.mark.usefixtures("held")
def test_hints_call_the_program_by_the_name_that_the_environment_gives(monkeypatch, capsys):
    monkeypatch.setenv("TWOSOURCE_COMMAND", ".venv/bin/twosource")
    cli.run(["report"])
    said = capsys.readouterr().out
    assert ".venv/bin/twosource why ID" in said
    assert cli.run(["report", "--pile", "none.db"]) == 2
    assert ".venv/bin/twosource trace FOLDER" in capsys.readouterr().err
