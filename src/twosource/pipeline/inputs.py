"""What was given to read: files, folders, patterns and standard input, each found once.

A locator names a page by where it stood: the path below the input folder, or the file's name.
"""

from __future__ import annotations

import csv
import errno
import glob
import json
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from twosource.pages.times import in_utc
from twosource.pipeline.rules import (
    INPUT_NOT_READABLE,
    INPUT_TOO_LARGE,
    LARGEST_INPUT,
    RULES,
    SAVED_BESIDE_PAGE,
)
from twosource.records import Refusal
from twosource.store.faults import UsageError
from twosource.text.names import Publisher, read_rows

STANDARD_INPUT = "-"
PAGE_ENDINGS = (".html", ".htm", ".xhtml", ".shtml", ".mht")
_SAVED_WITH = re.compile(
    r"[ _.-](?:files|file|dateien|filer|archivos|arquivos|bestanden|bylos|datoteke|dosyalar|elemei"
    r"|fails|fajlovi|ficheros|ficheiros|fichiers|fitxategiak|fitxers|kataloog|pliki|soubory|tiedostot)",
    re.IGNORECASE,
)
"""How browsers, in the languages they speak, end the name of the folder beside a saved page."""
_SAID_PLAINLY = {
    errno.EACCES: "it may not be read",
    errno.EPERM: "it may not be read",
    errno.ENOENT: "it leads to nothing",
    errno.ELOOP: "it leads in a circle",
    errno.EISDIR: "it is a folder",
}


class Input(NamedTuple):
    """One thing to read: its locator, where it is, and what a manifest or an option says of it."""

    locator: str
    path: Path | None
    url: str | None = None
    fetched_at: str | None = None


class Gathered(NamedTuple):
    """What the arguments came to: inputs in the order of their locators, and what was declined."""

    inputs: tuple[Input, ...]
    refusals: tuple[Refusal, ...]


class Entry(NamedTuple):
    """A line of a manifest: which file, where it came from, and when."""

    url: str | None
    fetched_at: str | None


def gather(
    arguments: Iterable[str | os.PathLike[str]],
    *,
    url: str | None = None,
    manifest: str | os.PathLike[str] | None = None,
    leave_out: Iterable[str | os.PathLike[str]] = (),
) -> Gathered:
    """Find everything that the arguments name; folders are searched whole, hidden files are not.

    Links are followed, circles left. A file named twice is read once, under its longest locator.
    The folder that a browser saved beside a page is passed over where the page is given too.
    ``leave_out`` are our own files. Raises UsageError for an argument that does not exist, for
    ``url`` with more than one file, and for a manifest that cannot be read.
    """
    entries = read_manifest(Path(manifest)) if manifest is not None else {}
    own = {_real(path) for path in leave_out}
    if manifest is not None:
        own.add(_real(Path(manifest)))
    refusals: set[Refusal] = set()
    best: dict[str, Input] = {}
    for found in _find_all([os.fspath(one) for one in arguments], refusals):
        real = _real(found.path) if found.path is not None else STANDARD_INPUT
        if real in own:
            continue
        entry = entries.get(found.locator) or entries.get(real)
        told = found._replace(url=entry.url, fetched_at=entry.fetched_at) if entry else found
        held = best.get(real)
        if held is None or _locator_rank(told.locator) > _locator_rank(held.locator):
            best[real] = told
    inputs = sorted(best.values(), key=lambda one: (one.locator, str(one.path)))
    if url is not None:
        if len(inputs) != 1:
            raise UsageError(f"--url is the address of one file; {len(inputs)} files were given.")
        inputs = [inputs[0]._replace(url=url)]
    ordered = sorted(refusals, key=lambda one: (one.subject, one.rule, one.detail))
    return Gathered(tuple(inputs), tuple(ordered))


def _locator_rank(locator: str) -> tuple[int, str]:
    return (locator.count("/"), locator)


def _real(path: str | os.PathLike[str]) -> str:
    return os.path.realpath(path)


def _find_all(arguments: Sequence[str], refusals: set[Refusal]) -> Iterator[Input]:
    matches: list[Path] = []
    for argument in arguments:
        if argument == STANDARD_INPUT:
            yield Input(STANDARD_INPUT, None)
            continue
        found = [argument]
        if not os.path.lexists(argument) and glob.has_magic(argument):
            found = sorted(glob.glob(argument, recursive=True))  # noqa: PTH207 (also absolute ones)
        if not found or not os.path.lexists(found[0]):
            raise UsageError(f"There is nothing at {spell(argument)}.")
        matches.extend(Path(one) for one in found)
    given = {(one.parent, one.name) for one in matches}
    passed: dict[Path, str] = {}
    for path in matches:
        beside = next(
            (
                one
                for one in (path, *path.parents)
                if any((one.parent, name) in given for name in _pages_of(one.name))
            ),
            None,
        )
        if beside is not None and beside.is_dir():
            passed[beside] = spell(beside.name) + "/"
        elif path.is_dir():
            yield from _walk(path, refusals)
        else:
            yield Input(spell(path.name), path)
    refusals.update(_pass_over(folder, locator) for folder, locator in passed.items())


def _pages_of(folder: str) -> tuple[str, ...]:
    """Name the pages beside which a browser would have saved a folder of this name."""
    for place in _SAVED_WITH.finditer(folder):
        if place.end() == len(folder) and place.start():
            return tuple(folder[: place.start()] + ending for ending in PAGE_ENDINGS)
    return ()


def _pass_over(folder: Path, locator: str) -> Refusal:
    """Say how many files of a saved page were passed over."""
    count = sum(len(files) for _, _, files in os.walk(folder))
    told = f"{count:,} file{'' if count == 1 else 's'}"
    detail = f"{told} that a browser saved beside the page, passed over."
    return refuse(locator, detail, SAVED_BESIDE_PAGE)


def _walk(folder: Path, refusals: set[Refusal]) -> Iterator[Input]:
    """Search a folder whole, names in order, each real folder once."""
    seen: set[str] = set()
    waiting = [(folder, "")]
    while waiting:
        here, below = waiting.pop()
        real = _real(here)
        if real in seen:
            continue
        seen.add(real)
        try:
            names = sorted(entry.name for entry in os.scandir(here))
        except OSError as fault:
            refusals.add(refuse_input(below.rstrip("/") or spell(folder.name) or ".", fault))
            continue
        folders, here_too = [], set(names)
        for name in names:
            if name.startswith("."):
                continue
            path, locator = here / name, below + spell(name)
            try:
                mode = path.stat().st_mode
            except OSError as fault:
                refusals.add(refuse_input(locator, fault))
                continue
            if stat.S_ISDIR(mode) and here_too.intersection(_pages_of(name)):
                refusals.add(_pass_over(path, locator + "/"))
            elif stat.S_ISDIR(mode):
                folders.append((path, locator + "/"))
            elif stat.S_ISREG(mode):
                yield Input(locator, path)
            else:
                refusals.add(refuse(locator, "It is no ordinary file."))
        waiting.extend(reversed(folders))


def spell(name: str) -> str:
    r"""Write a file's name so that it is text whatever its bytes are.

    >>> spell("caf\udce9.html")
    'caf\\xe9.html'
    """
    return os.fsencode(name).decode("utf-8", "backslashreplace").replace(os.sep, "/")


def refuse_input(locator: str, fault: OSError) -> Refusal:
    """Say why the bytes of an input could not be had, in words that are the same everywhere."""
    number = fault.errno or 0
    reason = _SAID_PLAINLY.get(number) or f"reading failed ({errno.errorcode.get(number, number)})"
    return refuse(locator, f"{reason[0].upper()}{reason[1:]}.")


def refuse(locator: str, detail: str, rule: str = INPUT_NOT_READABLE) -> Refusal:
    """Say that an input, or a part of it, was declined."""
    return Refusal(stage="inputs", subject=locator, rule=rule, detail=detail)


def read_input(found: Input) -> bytes | Refusal:
    """Read the bytes of an input, or say why they could not be had. Empty ones are bytes too."""
    try:
        if found.path is None:
            data = sys.stdin.buffer.read(LARGEST_INPUT + 1)
        else:
            with found.path.open("rb") as file:
                data = file.read(LARGEST_INPUT + 1)
    except OSError as fault:
        return refuse_input(found.locator, fault)
    if len(data) > LARGEST_INPUT:
        return refuse(found.locator, RULES[INPUT_TOO_LARGE].sentence, INPUT_TOO_LARGE)
    return data


def read_manifest(path: Path) -> dict[str, Entry]:
    """Read a table of files with the columns ``file``, ``url`` and ``fetched_at``.

    A file is named by its locator, or by its path from the manifest's own folder. Raises UsageError
    when the table cannot be read or a time is none.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"The manifest {path} cannot be read: {fault}.") from fault
    rows = csv.DictReader(text.splitlines())
    if "file" not in (rows.fieldnames or ()):
        raise UsageError(f"The manifest {path} needs a first line with file,url,fetched_at.")
    entries: dict[str, Entry] = {}
    for row in rows:
        name = (row.get("file") or "").strip()
        fetched = (row.get("fetched_at") or "").strip()
        when = in_utc(fetched)
        if fetched and when is None:
            raise UsageError(
                f"Line {rows.line_num} of the manifest {path}: {fetched!r} is not an ISO time."
            )
        if name:
            entry = Entry((row.get("url") or "").strip() or None, when)
            entries[name] = entry
            entries[_real(path.parent / name)] = entry
    return entries


def read_ties(path: Path) -> tuple[tuple[str, ...], ...]:
    """Read a list of ties: each line names some that belong together, with ``|`` between them.

    Empty lines and those that begin with ``#`` say nothing. Raises UsageError when the list cannot
    be read, or when a line names fewer than two.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise UsageError(f"The list of ties {path} cannot be read: {fault}.") from fault
    ties = set()
    for number, line in enumerate(lines, start=1):
        names = tuple(sorted({name.strip() for name in line.split("|")} - {""}))
        if not names or line.lstrip().startswith("#"):
            continue
        if len(names) == 1:
            raise UsageError(f"Line {number} of {path} ties {names[0]!r} to nobody: write A | B.")
        ties.add(names)
    return tuple(sorted(ties))


def read_names(path: Path) -> tuple[Publisher, ...]:
    """Read a user's own table of outlets, agencies and aggregators, of the shipped table's shape.

    Raises UsageError when the table cannot be read, or is not of that shape.
    """
    try:
        rows = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as fault:
        raise UsageError(f"The table of names {path} cannot be read: {fault}.") from fault
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise UsageError(f'The table of names {path} is no list of {{"name", "kind", ...}}.')
    try:
        return tuple(sorted(read_rows(rows), key=lambda row: row.name))
    except ValueError as fault:
        raise UsageError(f"The table of names {path}: {fault}.") from fault
