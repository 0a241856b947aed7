"""The tagger's files: a missing or changed one is one clear sentence, and the rules do without."""

from __future__ import annotations

import shutil
from importlib import resources
from pathlib import Path
from types import SimpleNamespace

import pytest

from twosource import weights
from twosource.cli import run
from twosource.pile import open_pile
from twosource.pipeline.versions import reader_version
from twosource.statements import statements

PAGE = "The mayor said on Monday that the mill was full.\n\nOle Brandt warned of a flood in May.\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "mill.txt"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the tagger's files, from which they are now read."""
    copy = tmp_path / "weights"
    shutil.copytree(Path(str(resources.files("twosource.weights"))), copy)
    monkeypatch.setattr(weights, "resources", SimpleNamespace(files=lambda _: copy))
    return copy / "attribution"


def test_a_changed_file_is_told_in_one_sentence(page, shipped, capsys):
    (shipped / "gate.json").write_text("{}", encoding="utf-8")
    pile = str(page.with_name("a.db"))
    assert run(["trace", str(page), "--pile", pile]) == 74
    told = capsys.readouterr().err
    assert "attribution/gate.json is not the one" in told
    assert "--no-model" in told


def test_a_missing_file_is_told_in_one_sentence_and_rules_do_without(page, shipped, capsys):
    shutil.rmtree(shipped)
    pile = str(page.with_name("a.db"))
    assert run(["trace", str(page), "--pile", pile]) == 74
    assert "is missing" in capsys.readouterr().err
    assert run(["trace", str(page), "--pile", pile, "--no-model", "--json"]) == 0


def test_a_library_call_raises_the_same(shipped):
    (shipped / "tagger.onnx").unlink()
    with pytest.raises(weights.WeightDamagedError, match="--no-model"):
        weights.check_files(weights.TAGGER)
    assert len(statements(PAGE, model=False)) == 2


def test_a_system_that_cannot_run_the_tagger_is_told_so_in_one_sentence(page, monkeypatch, capsys):
    monkeypatch.setattr(weights, "find_spec", lambda _: None)
    pile = str(page.with_name("a.db"))
    assert run(["trace", str(page), "--pile", pile]) == 74
    assert "onnxruntime is not installed" in capsys.readouterr().err
    assert run(["trace", str(page), "--pile", pile, "--no-model", "--json"]) == 0


def test_one_pile_holds_one_kind_of_reading(page):
    with open_pile(page.with_name("a.db")) as pile:
        pile.trace([page])
        both = [s.id for s in pile.statements()]
        pile.trace([page], model=False)
        assert pile.trace([page], model=False).changed == 0
        alone = pile.statements()
        assert all(r.rule not in {"tagged", "tagger-mends"} for s in alone for r in s.why)
        pile.trace([page])
        assert [s.id for s in pile.statements()] == both
    assert reader_version(model=True) != reader_version(model=False)
