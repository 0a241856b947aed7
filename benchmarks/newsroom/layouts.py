"""How a page looks: lines of labelled parts, in text or HTML, with places for articles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.newsroom.asked import LAYOUT_SLOTS, PART_KINDS
from benchmarks.newsroom.grammar import Fault

_SLOT = re.compile(r"\{(" + "|".join(sorted(LAYOUT_SLOTS)) + r")\}")
_RANGE = re.compile(r"(\d{1,2})-(\d{1,2})")
_SILENT: Final = frozenset(("markup", "json", "blank"))
MEDIA: Final = frozenset(("text", "html"))
HOLDS: Final = frozenset(("one", "several", "aggregator", "live"))


class Atom(NamedTuple):
    """A stretch of a line: markup, words that a reader sees, or a slot (seen, or in a tag)."""

    kind: str
    text: str


class Line(NamedTuple):
    """One entry of a layout: its part kind, whether it is glued on, and words and slots in turn.

    ``pieces`` alternate: plain, slot, plain, slot, …, plain. ``plain`` is what stands around the
    only slot where that is all that a reader sees, else None.
    """

    kind: str
    glued: bool
    pieces: tuple[str, ...]
    slots: tuple[str, ...]
    atoms: tuple[Atom, ...]
    plain: tuple[str, str] | None


class Block(NamedTuple):
    """Entries that repeat (each …) or may be left out (if …, after …)."""

    word: str
    what: str
    low: int
    high: int
    entries: tuple[Entry, ...]


Entry = Line | Block


class Layout(NamedTuple):
    """A page layout: its medium, what it holds, and its entries from top to bottom."""

    name: str
    medium: str
    holds: str
    entries: tuple[Entry, ...]


def read_layout(path: Path) -> Layout:
    """Return a layout from its file."""
    head, line, page = path.read_text("utf-8").partition("\n---\n")
    if not line:
        raise Fault(f"layouts/{path.name}: no line --- parts the head from the page")
    rows = [row.partition(":") for row in head.splitlines() if not row.startswith("#")]
    keys = {key.strip(): value.strip() for key, _, value in rows}
    if keys.get("medium", "") not in MEDIA or keys.get("holds", "") not in HOLDS:
        raise Fault(f"layouts/{path.name}: the head needs a medium and what the page holds")
    lines = [row for row in page.splitlines() if row.strip() and not row.startswith("# ")]
    try:
        entries, rest = _read_entries(lines, 0, nested=False, html=keys["medium"] == "html")
    except Fault as fault:
        raise Fault(f"layouts/{path.name}: {fault}") from fault
    if rest != len(lines):
        raise Fault(f"layouts/{path.name}: an 'end' closes nothing")
    return Layout(path.stem, keys["medium"], keys["holds"], entries)


def _read_entries(
    rows: list[str], at: int, *, nested: bool, html: bool
) -> tuple[tuple[Entry, ...], int]:
    entries: list[Entry] = []
    while at < len(rows):
        word, _, rest = rows[at].strip().partition(" ")
        if word == "end":
            if not nested:
                return tuple(entries), at
            return tuple(entries), at + 1
        if word in {"each", "after", "if"}:
            inside, after = _read_entries(rows, at + 1, nested=True, html=html)
            entries.append(_block(word, rest.strip(), inside))
            at = after
        else:
            _add_line(entries, _line(word, rest.strip(), html=html))
            at += 1
    if nested:
        raise Fault("an 'each', 'after' or 'if' has no 'end'")
    return tuple(entries), at


def _add_line(entries: list[Entry], line: Line) -> None:
    """Add a line; markup that fills nothing in is one with the markup before it."""
    before = entries[-1] if entries else None
    if (
        isinstance(before, Line)
        and before.kind == line.kind == "markup"
        and not (before.slots or line.slots or line.glued)
    ):
        entries[-1] = before._replace(pieces=(f"{before.pieces[0]}\n{line.pieces[0]}",))
    else:
        entries.append(line)


def _block(word: str, rest: str, inside: tuple[Entry, ...]) -> Block:
    what, _, bounds = rest.partition(" ")
    found = _RANGE.fullmatch(bounds.strip())
    low, high = (int(found[1]), int(found[2])) if found else (1, 1)
    if word == "after":
        if not what.isdigit():
            raise Fault(f"'after {rest}' needs a number")
        return Block(word, "", int(what), int(what), inside)
    if word == "each" and what not in {"paragraph", "teaser", "comment", "article"}:
        raise Fault(f"'each {what}' is not known")
    if word == "each" and what != "paragraph" and not found:
        raise Fault(f"'each {what}' needs two numbers, as in 'each {what} 3-6'")
    if word == "if" and what not in LAYOUT_SLOTS:
        raise Fault(f"'if {what}' names no slot")
    return Block(word, what, low, high, inside)


def _line(word: str, rest: str, *, html: bool) -> Line:
    glued = word.startswith("+")
    kind = word.removeprefix("+")
    if kind not in PART_KINDS and kind not in _SILENT:
        raise Fault(f"{kind!r} is no kind of part")
    pieces = tuple(_SLOT.split(rest))
    atoms = _atoms_of(pieces, html=html)
    seen = [atom for atom in atoms if atom.kind != "markup"]
    one = len(pieces) == 3 and len(seen) == 1 and seen[0].kind == "slot"  # noqa: PLR2004
    return Line(kind, glued, pieces, pieces[1::2], atoms, (pieces[0], pieces[2]) if one else None)


def _atoms_of(pieces: tuple[str, ...], *, html: bool) -> tuple[Atom, ...]:
    """Part a line's pieces into markup, words and slots."""
    atoms: list[Atom] = []
    in_tag = False
    for place, piece in enumerate(pieces):
        if place % 2:
            atoms.append(Atom("attribute" if in_tag else "slot", piece))
            continue
        if not html:
            if piece:
                atoms.append(Atom("words", piece))
            continue
        at = 0
        while at < len(piece):
            stop = piece.find(">" if in_tag else "<", at)
            end = len(piece) if stop < 0 else stop + (1 if in_tag else 0)
            if end > at:
                atoms.append(Atom("markup" if in_tag else "words", piece[at:end]))
            if stop >= 0:
                in_tag = not in_tag
            at = end
    return tuple(atoms)
