"""The bootstrap: one file, the standard library, and a kind word when something is missing."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(dev.__file__).resolve().parent


def write_locks(folder: Path) -> None:
    for need, name in dev.LOCKS.items():
        (folder / name).write_text(f"package-for-{need}==1.0\n", "utf-8")


@pytest.fixture
def checkout(tmp_path):
    """A folder with the three locks and an empty environment."""
    write_locks(tmp_path)
    (tmp_path / ".venv").mkdir()
    return tmp_path


def test_it_imports_the_standard_library_alone():
    tree = ast.parse((ROOT / "dev.py").read_text("utf-8"))
    names = {
        alias.name.split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    } | {
        (node.module or "").split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
    }
    assert names <= sys.stdlib_module_names


def test_the_environments_python_stands_where_each_system_puts_it():
    environment = Path("somewhere") / ".venv"
    assert dev.environment_python(environment, "posix") == environment / "bin" / "python"
    assert dev.environment_python(environment, "nt") == environment / "Scripts" / "python.exe"


def test_an_environment_without_a_stamp_is_not_filled(checkout):
    assert not dev.is_filled(checkout / ".venv", checkout, "run")


@pytest.mark.parametrize("stamp", ["", "[]", "{", "null", '{"run": 3}'])
def test_a_spoiled_stamp_means_not_known(checkout, stamp):
    (checkout / ".venv" / "twosource-locks.json").write_text(stamp, "utf-8")
    assert not dev.is_filled(checkout / ".venv", checkout, "run")


def test_what_the_tests_need_holds_what_the_program_needs(checkout):
    dev.write_stamp(checkout / ".venv", checkout, "dev")
    assert dev.is_filled(checkout / ".venv", checkout, "run")
    assert dev.is_filled(checkout / ".venv", checkout, "dev")
    assert not dev.is_filled(checkout / ".venv", checkout, "browser")


def test_a_browser_and_the_peers_of_the_benchmarks_stand_side_by_side(checkout):
    dev.write_stamp(checkout / ".venv", checkout, "browser")
    dev.write_stamp(checkout / ".venv", checkout, "bench")
    assert all(dev.is_filled(checkout / ".venv", checkout, need) for need in dev.LOCKS)


def test_a_changed_lock_asks_for_a_new_installation(checkout):
    dev.write_stamp(checkout / ".venv", checkout, "run")
    (checkout / "requirements.lock").write_text("package-for-run==1.1\n", "utf-8")
    assert not dev.is_filled(checkout / ".venv", checkout, "run")


def test_line_ends_that_git_rewrote_change_no_digest(tmp_path):
    unix, windows = tmp_path / "unix", tmp_path / "windows"
    unix.write_bytes(b"a==1\nb==2\n")
    windows.write_bytes(b"a==1\r\nb==2\r\n")
    assert dev.digest_lock(unix) == dev.digest_lock(windows)


@pytest.mark.parametrize(
    ("said", "version"),
    [
        ("pip 23.0.1 from /usr/lib/python3/dist-packages/pip (python 3.11)", (23, 0)),
        ("pip 9.0.3 from somewhere", (9, 0)),
        ("No module named pip", None),
        ("", None),
    ],
    ids=["Debian 12", "old", "missing", "silent"],
)
def test_pips_version_is_read_from_what_it_says(said, version):
    assert dev.read_pip_version(said) == version


def test_without_pip_it_says_how_to_get_one():
    assert "apt-get install python3-pip" in dev.explain_missing_pip(None)
    assert "This Python has no pip" in dev.explain_missing_pip(None)


def test_with_an_old_pip_it_names_the_version():
    assert "pip 9.0 is too old" in dev.explain_missing_pip("9.0")


def test_offline_it_says_that_only_the_first_run_needs_a_connection():
    said = dev.explain_failure("WARNING: Retrying … NewConnectionError: Failed to establish")
    assert "The first run needs a connection" in said


def test_other_bytes_than_locked_are_not_called_a_lost_connection():
    said = dev.explain_failure("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE FILE.")
    assert "not, byte for byte," in said
    assert "connection" not in said


def test_a_failure_that_it_does_not_know_shows_what_pip_said():
    assert "No space left on device" in dev.explain_failure("OSError: No space left on device")


def test_a_folder_that_is_no_environment_is_left_alone(tmp_path):
    kept = tmp_path / ".venv" / "letters.txt"
    kept.parent.mkdir()
    kept.write_text("mine", "utf-8")
    with pytest.raises(dev.Trouble, match="is not a virtual environment"):
        dev.make_environment(tmp_path / ".venv")
    assert kept.read_text("utf-8") == "mine"


def test_an_environment_is_made_without_ensurepip_and_finds_the_package(tmp_path):
    python = dev.make_environment(tmp_path / ".venv")
    dev.link_package(tmp_path / ".venv", tmp_path)
    package = tmp_path / "src" / "twosource"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("", "utf-8")
    (package / "__main__.py").write_text("import sys; print(sys.argv[1:])", "utf-8")
    launcher = python.parent / ("twosource.cmd" if os.name == "nt" else "twosource")
    ran = subprocess.run([launcher, "trace", "a b"], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "['trace', 'a b']"


def test_an_environment_that_works_is_kept(tmp_path):
    dev.make_environment(tmp_path / ".venv")
    (tmp_path / ".venv" / "mark").write_text("", "utf-8")
    dev.make_environment(tmp_path / ".venv")
    assert (tmp_path / ".venv" / "mark").exists()


def test_a_benchmark_is_a_folder_with_a_run_file(tmp_path):
    (tmp_path / "benchmarks" / "families").mkdir(parents=True)
    (tmp_path / "benchmarks" / "families" / "run.py").write_text("", "utf-8")
    (tmp_path / "benchmarks" / "data").mkdir()
    assert dev.list_benchmarks(tmp_path) == ["families"]


def test_a_benchmark_that_is_not_there_is_trouble_not_a_traceback(capsys):
    assert dev.main(["bench", "no-such-benchmark"]) == 2
    assert "There is no benchmark 'no-such-benchmark'" in capsys.readouterr().err


def test_help_shows_examples(capsys):
    with pytest.raises(SystemExit) as ended:
        dev.main(["--help"])
    assert ended.value.code == 0
    assert "python3 dev.py demo" in capsys.readouterr().out


def test_hints_name_the_program_by_what_a_person_types_where_they_stand(tmp_path):
    python = dev.environment_python(tmp_path / ".venv")
    launcher = str(python.parent / "twosource")
    assert dev.name_program(python, tmp_path) == os.path.relpath(launcher, tmp_path)
    assert dev.name_program(python, tmp_path / "a" / "b" / "c" / "d" / ("e" * 9)) in {
        launcher,
        os.path.relpath(launcher, tmp_path / "a" / "b" / "c" / "d" / ("e" * 9)),
    }
    spaced = dev.environment_python(tmp_path / "my own" / ".venv")
    assert dev.name_program(spaced, tmp_path).startswith('"')


def test_the_demo_is_told_what_to_call_the_program(monkeypatch):
    told = {}
    monkeypatch.setattr(dev, "set_up", lambda *_: dev.environment_python(ROOT / ".venv"))
    monkeypatch.setattr(dev, "run_python", lambda *_, **more: told.update(more) or 0)
    assert dev.main(["demo"]) == 0
    assert told["TWOSOURCE_COMMAND"].endswith("twosource")
