#!/usr/bin/env python3
"""Set twosource up in this folder and run it, its tests, its checks or its benchmarks.

Needs Python 3.11 or later, pip, and nothing else. The first call makes ``.venv`` beside this file
and installs what the lock files name, each package checked against its hash; later calls install
again only when a lock has changed. Nothing outside this folder is touched.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
OLDEST_PIP = (22, 3)
"""The first pip that can install into another environment (``--python``)."""

LOCKS = {
    "run": "requirements.lock",
    "dev": "requirements-dev.lock",
    "browser": "requirements-browser.lock",
    "bench": "requirements-bench.lock",
}
"""What each need installs."""
LESSER_NEEDS = {"run": (), "dev": ("run",), "browser": ("run", "dev"), "bench": ("run", "dev")}
"""The needs whose locks a need's own lock holds whole."""

CHECKS = (
    ("ruff check", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("import-linter", ("-c", "from importlinter.cli import lint_imports_command as c; c()")),
)

EXAMPLES = """\
examples:
  python3 dev.py demo                  trace the bundled example pages and print the report
  python3 dev.py test                  run the tests
  python3 dev.py test -k quotations    run some of them (words after test go to pytest)
  python3 dev.py test --browser        also those that open the report in Chromium
  python3 dev.py check                 style, types and the walls between the rooms
  python3 dev.py bench                 list the benchmarks

afterwards the program itself is .venv/bin/twosource (Windows: .venv\\Scripts\\twosource)
"""

NO_CONNECTION = (
    "NewConnectionError",
    "ConnectTimeoutError",
    "NameResolutionError",
    "ReadTimeoutError",
    "Failed to establish a new connection",
    "Temporary failure in name resolution",
    "Network is unreachable",
    "Connection refused",
    "Could not find a version that satisfies",
    "No matching distribution found",
)
OTHER_BYTES = "DO NOT MATCH THE HASHES"


class Trouble(Exception):  # noqa: N818 - what a person meets is trouble, with what to do about it
    """Something that a person can mend; the message says how."""


def environment_python(environment: Path, system: str = os.name) -> Path:
    """Return where the Python of a virtual environment stands on this kind of system."""
    if system == "nt":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def digest_lock(lock: Path) -> str:
    """Return the SHA-256 of a lock, the same whether git wrote it with LF or CRLF."""
    return hashlib.sha256(lock.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def read_stamp(environment: Path) -> dict[str, str]:
    """Return which locks an environment was filled from: need → digest; empty when not known."""
    try:
        stamp = json.loads((environment / "twosource-locks.json").read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(stamp, dict):
        return {}
    return {str(need): str(digest) for need, digest in stamp.items()}


def write_stamp(environment: Path, root: Path, need: str) -> None:
    """Remember that an environment now holds what ``need`` asks for, and so every lesser need."""
    stamp = read_stamp(environment)
    for met in (*LESSER_NEEDS[need], need):
        stamp[met] = digest_lock(root / LOCKS[met])
    text = json.dumps(stamp, indent=1) + "\n"
    (environment / "twosource-locks.json").write_text(text, "utf-8")


def is_filled(environment: Path, root: Path, need: str) -> bool:
    """Tell whether an environment holds what ``need`` asks for, by the locks as they are now."""
    return read_stamp(environment).get(need) == digest_lock(root / LOCKS[need])


def explain_failure(output: str) -> str:
    """Return what a person can do about an installation that failed with this output."""
    tail = "\n".join(output.strip().splitlines()[-6:])
    if OTHER_BYTES in output:
        advice = (
            "A package that arrived is not, byte for byte, the one that the lock names. Nothing\n"
            "was installed. Try again; if it stays so, your mirror serves other files."
        )
    elif any(sign in output for sign in NO_CONNECTION):
        advice = (
            "The packages could not be fetched. The first run needs a connection to a package\n"
            "index; twosource itself needs none. Behind a mirror, set PIP_INDEX_URL. With wheels\n"
            "in a folder, set PIP_NO_INDEX=1 and PIP_FIND_LINKS to it."
        )
    else:
        advice = "pip could not install the packages."
    return f"{advice}\n\npip said:\n{tail}"


def explain_missing_pip(found: str | None) -> str:
    """Return what to do when there is no pip, or one that is too old (``found``: its version)."""
    oldest = ".".join(map(str, OLDEST_PIP))
    head = f"pip {found} is too old" if found else "This Python has no pip"
    return (
        f"{head}; twosource needs pip {oldest} or later to fill its own .venv.\n"
        "  Debian, Ubuntu:  apt-get install python3-pip\n"
        "  Fedora:          dnf install python3-pip\n"
        "  elsewhere:       python3 -m ensurepip --upgrade\n"
        "uv (https://docs.astral.sh/uv/) does as well, if it is on the path."
    )


def read_pip_version(said: str) -> tuple[int, int] | None:
    """Return the version that ``pip --version`` names: ``pip 23.0.1 from …`` is ``(23, 0)``."""
    match = re.match(r"pip (\d{1,4})\.(\d{1,4})", said)
    return (int(match[1]), int(match[2])) if match else None


def run_quietly(command: list[str]) -> subprocess.CompletedProcess[str]:
    """Run a program without a keyboard and keep what it says, both streams together."""
    return subprocess.run(
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )


def find_installer(python: Path) -> list[str]:
    """Return the words that install into the environment of ``python``, less what to install.

    Tried in order: the pip beside the Python that runs this file, a pip inside the environment,
    one that Python can unpack there itself, and uv. Bare Debian has only the first. Compiling is
    left to Python, which compiles only what is really imported, when it is.
    """
    options = ["--disable-pip-version-check", "--no-input"]
    install = ["install", "--no-compile"]
    said = run_quietly([sys.executable, "-m", "pip", "--version"])
    version = read_pip_version(said.stdout) if said.returncode == 0 else None
    if version is not None and version >= OLDEST_PIP:
        return [sys.executable, "-m", "pip", *options, "--python", str(python), *install]
    inside = [str(python), "-m", "pip"]
    if run_quietly([*inside, "--version"]).returncode == 0:
        return [*inside, *options, *install]
    if run_quietly([str(python), "-m", "ensurepip"]).returncode == 0:
        return [*inside, *options, *install]
    uv = shutil.which("uv")
    if uv:
        return [uv, "pip", "install", "--python", str(python)]
    raise Trouble(explain_missing_pip(".".join(map(str, version)) if version else None))


def make_environment(environment: Path) -> Path:
    """Make a virtual environment, without pip, unless one is there; return its Python."""
    python = environment_python(environment)
    if python.exists() and run_quietly([str(python), "-c", ""]).returncode == 0:
        return python
    if environment.exists() and not (environment / "pyvenv.cfg").exists():
        message = f"{environment} is there and is not a virtual environment. Move it away first."
        raise Trouble(message)
    made = run_quietly([sys.executable, "-m", "venv", "--clear", "--without-pip", str(environment)])
    if made.returncode != 0 or not python.exists():
        message = f"Python could not make {environment}:\n{made.stdout.strip()}"
        raise Trouble(message)
    return python


def link_package(environment: Path, root: Path) -> None:
    """Make ``import twosource`` and the command ``twosource`` work from this checkout, unbuilt.

    The path file holds a relative path, so that it is plain ASCII wherever the checkout stands.
    """
    python = environment_python(environment)
    ask = "import sysconfig; print(sysconfig.get_path('purelib'))"
    asked = run_quietly([str(python), "-c", ask])
    if asked.returncode != 0:
        message = f"The Python in {environment} does not run:\n{asked.stdout.strip()}"
        raise Trouble(message)
    packages = Path(asked.stdout.strip())
    relative = os.path.relpath(root / "src", packages.resolve())
    (packages / "twosource-dev.pth").write_text(relative + "\n", "utf-8")
    if os.name == "nt":
        launcher = python.parent / "twosource.cmd"
        launcher.write_text('@"%~dp0python.exe" -m twosource %*\n', "ascii")
    else:
        launcher = python.parent / "twosource"
        launcher.write_text('#!/bin/sh\nexec "$(dirname "$0")/python" -m twosource "$@"\n', "ascii")
        launcher.chmod(0o755)


def set_up(root: Path, need: str) -> Path:
    """Bring ``.venv`` to what ``need`` asks for and return its Python.

    Raises Trouble, with what to do: no pip, no connection, or other bytes than the lock names.
    """
    environment = root / ".venv"
    python = make_environment(environment)
    if is_filled(environment, root, need):
        return python
    lock = root / LOCKS[need]
    count = sum("==" in line for line in lock.read_text("utf-8").splitlines())
    print(
        f"Installing {count} packages into .venv, once (half a minute or so) ...",
        file=sys.stderr,
        flush=True,
    )
    installer = find_installer(python)
    # The lock names everything: nothing is left to resolve, on which older pips break.
    exact = ["--no-deps", "--require-hashes", "--only-binary", ":all:"]
    command = [*installer, *exact, "-r", str(lock)]
    done = run_quietly(command)
    if done.returncode != 0:
        raise Trouble(explain_failure(done.stdout))
    link_package(environment, root)
    write_stamp(environment, root, need)
    return python


def name_program(python: Path, here: Path) -> str:
    """Return what a person who stands ``here`` types to call the program in this environment."""
    launcher = python.parent / "twosource"
    try:
        near = os.path.relpath(launcher, here)
    except ValueError:  # Windows: on another drive
        near = str(launcher)
    shortest = min(near, str(launcher), key=len)
    return f'"{shortest}"' if " " in shortest else shortest


def run_python(python: Path, arguments: list[str], folder: Path | None = None, **more: str) -> int:
    """Run the environment's Python at the person's terminal and return its status.

    ``more`` are further environment variables.
    """
    sys.stdout.flush()
    environment = {**os.environ, "PYTHONUTF8": "1", **more}
    try:
        return subprocess.run(
            [str(python), *arguments], check=False, cwd=folder, env=environment
        ).returncode
    except KeyboardInterrupt:
        return 130  # what a shell reports for Ctrl-C


def run_demo(words: list[str]) -> int:
    """Trace the bundled example pages where the person stands, and print the report."""
    python = set_up(ROOT, "run")
    command = name_program(python, Path.cwd())
    return run_python(python, ["-m", "twosource", "demo", *words], TWOSOURCE_COMMAND=command)


def run_tests(words: list[str]) -> int:
    """Run the tests, on words for pytest if there are any."""
    browser = "--browser" in words
    words = [word for word in words if word != "--browser"]
    python = set_up(ROOT, "browser" if browser else "dev")
    on_all_cores = ["-n", "auto", "--dist", "loadscope"]  # a module's costly fixtures are made once
    return run_python(python, ["-m", "pytest", "-q", *on_all_cores, *words], ROOT)


def run_checks(words: list[str]) -> int:
    """Run every check, also after one has failed, and name those that did."""
    if words:
        message = f"check takes no words, and was given: {' '.join(words)}"
        raise Trouble(message)
    python = set_up(ROOT, "dev")
    failed = []
    for name, arguments in CHECKS:
        print(f"-- {name}", flush=True)
        if run_python(python, list(arguments), ROOT) != 0:
            failed.append(name)
    print("check: failed in " + ", ".join(failed) if failed else "check: all is well")
    return 1 if failed else 0


def list_benchmarks(root: Path) -> list[str]:
    """Return the benchmarks by name: the folders of ``benchmarks/`` that hold a ``run.py``."""
    return sorted(path.parent.name for path in (root / "benchmarks").glob("*/run.py"))


def run_benchmark(words: list[str]) -> int:
    """Run one benchmark, or say which there are."""
    tasks = list_benchmarks(ROOT)
    if not words:
        print("\n".join(["benchmarks:", *tasks]) if tasks else "There are no benchmarks yet.")
        return 0
    if words[0] not in tasks:
        there = ", ".join(tasks) or "none yet"
        message = f"There is no benchmark {words[0]!r}. There are: {there}."
        raise Trouble(message)
    module = f"benchmarks.{words[0]}.run"
    return run_python(set_up(ROOT, "bench"), ["-m", module, *words[1:]], ROOT)


VERBS = {
    "demo": (run_demo, "trace the bundled example pages and print the report"),
    "test": (run_tests, "run the tests"),
    "check": (run_checks, "check style, types and the walls between the rooms"),
    "bench": (run_benchmark, "run a benchmark, or list them"),
}


def main(arguments: list[str] | None = None) -> int:
    """Do what the person asked for; return an exit status."""
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Set twosource up in this folder and run it.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    for verb, (_, does) in VERBS.items():
        verbs.add_parser(verb, help=does, add_help=False, prefix_chars="\0")
    known, words = parser.parse_known_args(arguments)
    try:
        return VERBS[known.verb][0](words)
    except Trouble as trouble:
        print(f"dev.py: {trouble}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(
            "dev.py: twosource needs Python 3.11 or later, and this is Python "
            + sys.version.split()[0]
            + ".\nIf a later one is installed, call it by name: python3.12 dev.py demo"
        )
    sys.exit(main())
