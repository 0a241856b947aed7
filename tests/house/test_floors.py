"""Floors go down only aloud: each history of floors is read, and the gate itself is tried."""

import itertools
import json
import subprocess
from pathlib import Path

import pytest

from benchmarks import gate

ROOT = Path(__file__).resolve().parents[2]


def git(*words):
    done = subprocess.run(["git", "-C", ROOT, *words], capture_output=True, text=True, check=False)
    return done.stdout if done.returncode == 0 else ""


def list_silent_falls(versions):
    """Return what got looser from one version (oldest first) to the next without a word."""
    falls = []
    for before, after in itertools.pairwise(versions):
        said = after.get("changed", [])[len(before.get("changed", [])) :]
        spoken = {entry["floor"] for entry in said if entry.get("because") and "floor" in entry}
        floors = gate.read_floors(after)
        for name, floor in gate.read_floors(before).items():
            gone = name not in floors
            if (gone or floors[name].is_looser_than(floor)) and name not in spoken:
                falls.append(name)
    return falls


def test_no_floor_went_down_in_silence():
    if not git("rev-parse", "HEAD"):
        pytest.skip("no git history here")
    for path in sorted((ROOT / "benchmarks").glob("*/floors.json")):
        name = path.relative_to(ROOT).as_posix()
        commits = git("log", "--reverse", "--format=%H", "--", name).split()
        shown = [git("show", f"{commit}:{name}") for commit in commits]
        versions = [json.loads(text) for text in shown if text]
        assert list_silent_falls([*versions, json.loads(path.read_text("utf-8"))]) == [], name


def test_a_floor_lowered_by_hand_is_seen():
    before = {"floors": {"right": {"at_least": 0.9}, "wrong": {"at_most": 0.04}}}
    after = {"floors": {"right": {"at_least": 0.8}}}
    assert list_silent_falls([before, after]) == ["right", "wrong"]
    aloud = {**after, "changed": [{"floor": n, "because": "why"} for n in ("right", "wrong")]}
    assert list_silent_falls([before, aloud]) == []


def keep(folder, task="dates", **floors):
    (folder / task).mkdir(exist_ok=True)
    path = folder / task / "floors.json"
    path.write_text(json.dumps({"set": "d", "floors": floors}), "utf-8")
    return path


def run(folder, figures, *words, digest="d"):
    return gate.close(gate.read_options("dates", list(words), folder), figures, digest=digest)


def test_a_missed_floor_an_unmeasured_figure_and_another_set_each_fail(tmp_path, capsys):
    keep(tmp_path, right={"at_least": 0.9})
    assert run(tmp_path, {"right": 0.9}) == 0
    assert run(tmp_path, {"right": 0.89}) == 1
    assert run(tmp_path, {"other": 1.0}) == 1
    assert run(tmp_path, {"right": 0.95}, digest="e") == 1
    assert "right was not measured" in capsys.readouterr().out


def test_raising_keeps_better_figures_and_never_worse_ones(tmp_path):
    path = keep(tmp_path, right={"at_least": 0.9}, wrong={"at_most": 0.04})
    assert run(tmp_path, {"right": 0.95, "wrong": 0.05}, "--raise") == 1
    kept = json.loads(path.read_text("utf-8"))["floors"]
    assert kept == {"right": {"at_least": 0.95}, "wrong": {"at_most": 0.04}}


def test_a_floor_is_lowered_with_a_reason_that_stays_written(tmp_path):
    path = keep(tmp_path, right={"at_least": 0.9})
    with pytest.raises(SystemExit):
        run(tmp_path, {"right": 0.85}, "--lower", "right=0.8")
    assert (
        run(tmp_path, {"right": 0.85}, "--lower", "right=0.8", "--because", "a label was wrong")
        == 0
    )
    kept = json.loads(path.read_text("utf-8"))
    assert kept["floors"] == {"right": {"at_least": 0.8}}
    assert kept["changed"] == [
        {"floor": "right", "values": [0.9, 0.8], "because": "a label was wrong"}
    ]
