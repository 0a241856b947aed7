"""The README tells the truth: its excerpt is in the demo's report, and its commands run."""

import importlib.util
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PLACEHOLDERS = {
    "CLAIM": ("claims", 0),
    "ARTICLE": ("articles", 0),
    "COPY": ("articles", 0),
    "OTHER": ("articles", 1),
    "FAMILY": ("families", 0),
}
"""Which record stands for the word in a command: of which list, and the how manieth of it."""
LEFT_OUT = "[…]"


def run_twosource(folder: Path, words: list[str]) -> str:
    """Run the program in a folder, as a person would at 80 columns; return its report."""
    environment = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "PYTHONUTF8": "1"}
    ran = subprocess.run(
        [sys.executable, "-m", "twosource", *words],
        cwd=folder,
        env={**environment, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, f"twosource {' '.join(words)}: {ran.returncode}\n{ran.stderr}"
    return ran.stdout


def require_verb(verb: str) -> None:
    if not (ROOT / "src" / "twosource" / "cli" / f"{verb}.py").exists():
        pytest.skip(f"twosource {verb} is not there yet")


def straighten(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.splitlines())


def read_excerpt() -> list[str]:
    """Return the stretches of the report that the README shows; ``[…]`` parts them."""
    between = re.search(r"<!-- demo:begin -->\n(.*?)<!-- demo:end -->", README, re.DOTALL)
    assert between, "the README has lost the place of its excerpt"
    fenced = re.search(r"```\w*\n(.*?)```", between[1], re.DOTALL)
    text = fenced[1] if fenced else ""
    pieces = re.split(rf"^\s*{re.escape(LEFT_OUT)}\s*$", text, flags=re.MULTILINE)
    return [straighten(piece).strip("\n") for piece in pieces if piece.strip()]


def list_commands() -> list[list[str]]:
    """Return the words of every ``$ twosource …`` line of the README."""
    lines = re.findall(r"^\$ twosource (.*)$", README, re.MULTILINE)
    return [shlex.split(line, comments=True) for line in lines]


@pytest.fixture(scope="module")
def reader_folder(tmp_path_factory):
    """A folder in which a reader saved the example pages and traced them."""
    require_verb("trace")
    folder = tmp_path_factory.mktemp("reader")
    saved = folder / "my-pages"
    saved.mkdir()
    for page in sorted((ROOT / "examples").iterdir()):
        if page.suffix in {".html", ".txt"}:
            shutil.copy(page, saved)
    run_twosource(folder, ["trace", "my-pages/"])
    return folder


def test_the_excerpt_stands_in_the_demos_report(tmp_path):
    require_verb("demo")
    excerpt = read_excerpt()
    if not excerpt:
        pytest.skip("the README shows no excerpt yet")
    report = straighten(run_twosource(tmp_path, ["demo"]))
    for stretch in excerpt:
        assert stretch in report


def test_the_readme_shows_the_main_verbs():
    shown = {words[0] for words in list_commands()}
    assert {"trace", "report", "list", "why", "show", "compare", "export"} <= shown


@pytest.mark.parametrize("words", list_commands(), ids=" ".join)
def test_every_command_of_the_readme_runs(reader_folder, words):
    require_verb(words[0])
    filled = []
    for word in words:
        if word in PLACEHOLDERS:
            noun, place = PLACEHOLDERS[word]
            said = run_twosource(reader_folder, ["list", noun, "--json"])
            listed = (
                json.loads(said)
                if said.lstrip().startswith("[")
                else [json.loads(line) for line in said.splitlines()]
            )
            filled.append(listed[place]["id"][:12])
        else:
            filled.append(word)
    said = run_twosource(reader_folder, filled)
    assert said.strip() or words[0] == "export"


def test_the_python_of_the_readme_runs(reader_folder):
    if importlib.util.find_spec("twosource.pile") is None:
        pytest.skip("the library's front door is not there yet")
    program = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    ran = subprocess.run(
        [sys.executable, "-c", program[1]],
        cwd=reader_folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert " of " in ran.stdout


def test_every_link_of_the_readme_leads_somewhere():
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
