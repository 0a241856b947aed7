"""Lays a comparison out as lines of text: differences first, then the text of both in one reading.

What only one article says is marked with its letter, ``[A: on Friday | B: on Saturday]``, so that
the marks hold without colour too.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from twosource.explain.comparing import Alone, ComparisonAccount, Passage, Piece, Reading, Told
from twosource.explain.sheet import USUAL_WIDTH, bound_width, draw_rule
from twosource.explain.typeset import Ink, clip, columns, pad, wrap

OPEN, CLOSE = "\ue000", "\ue001"
"""Marks around what is set apart, until the lines are broken; no page's words can hold them."""
_LABEL = 12
_PLACE = 16
_INDENT = "  "
_LINES_ALIKE = 2
"""So many lines are shown of what stands alike in both, unless all is asked for."""
_LINES_ALONE = 3
_RULE = 8
"""Columns that the line around a title needs."""


class Room(NamedTuple):
    """How much is shown of each kind of thing."""

    differences: int = 25
    passages: int = 40
    alone: int = 15


class _Desk(NamedTuple):
    """What is written on: how wide, with which ink, how much of it, and whether all is wanted."""

    width: int
    ink: Ink
    room: Room
    everything: bool


def lay_out_comparison(
    told: ComparisonAccount,
    *,
    width: int = USUAL_WIDTH,
    colour: bool = False,
    everything: bool = False,
) -> str:
    """Lay out two articles side by side; ends with a line break. ``everything``: nothing is cut."""
    desk = _Desk(bound_width(width), Ink(colour), Room(), everything)
    lines = [draw_rule("Two articles side by side", "", desk.width, desk.ink)]
    for side in told.sides:
        head = f"{side.name} · {side.when} [{side.short}]"
        lines += wrap(head, desk.width, first=desk_label(side.letter), rest="   ")
        lines += [
            desk.ink.strong(line)
            for line in wrap(
                clip(side.headline, 2 * desk.width), desk.width, first="   ", rest="   "
            )
        ]
        lines += wrap(side.held, desk.width, first="   ", rest="   ")
    lines.append("")
    for sentence in (told.related, *told.answer):
        lines += wrap(sentence, desk.width)
    groups = (
        ("Differences, the most telling first", told.differences, desk.room.differences),
        ("Beside the text", told.beside, desk.room.alone),
        ("Where they tell one claim otherwise", told.claims, desk.room.differences),
    )
    for title, found, most in groups:
        lines += _lay_out_told(title, found, most, desk)
    lines += _lay_out_text(told.text, desk)
    for alone in told.alone:
        lines += _lay_out_alone(alone, desk)
    return "\n".join(lines) + "\n"


def desk_label(letter: str) -> str:
    """Give the letter by which an article is called below.

    >>> desk_label("A")
    'A  '
    """
    return f"{letter}  "


def _title(title: str, desk: _Desk) -> list[str]:
    return ["", "", draw_rule(clip(title, desk.width - _RULE), "", desk.width, desk.ink)]


def _lay_out_told(title: str, found: tuple[Told, ...], most: int, desk: _Desk) -> list[str]:
    if not found:
        return []
    lines = _title(title, desk)
    shown = found if desk.everything else found[:most]
    for one in shown:
        lines += ["", *_lay_out_difference(one, desk)]
    return [*lines, *_say_more(len(found) - len(shown), desk)]


def _say_more(more: int, desk: _Desk) -> list[str]:
    return ["", *wrap(f"… and {more:,} more: --all", desk.width)] if more > 0 else []


def _lay_out_difference(one: Told, desk: _Desk) -> Iterator[str]:
    blank = _INDENT + " " * _LABEL
    label = pad(_INDENT + one.kind, len(blank))
    for reading in one.readings:
        mark = f"{reading.letter} {reading.place}".strip()
        head = label + pad(mark, 6)
        lines = wrap(_mark(reading), desk.width, first=head, rest=blank + " " * 6)
        yield from _ink_marks(lines, desk.ink, len(label), faint=reading is one.readings[0])
        label = blank


def _mark(reading: Reading) -> str:
    """Set words apart in their sentence; a dash stands where a side says nothing of the kind."""
    if not reading.words:
        return f"— {reading.behind}".strip()
    if not reading.before and not reading.behind:
        return reading.words
    return f"{reading.before}{OPEN}{reading.words}{CLOSE}{reading.behind}"


def _ink_marks(lines: list[str], ink: Ink, label: int, *, faint: bool) -> Iterator[str]:
    """Put brackets for the marks, and colour between them, also where they go over a line."""
    inside = False
    for number, line in enumerate(lines):
        done, rest = "", line
        if faint and number == 0:
            done, rest = ink.faint(line[:label]), line[label:]
        written = []
        for piece in rest.replace(OPEN, f"\0{OPEN}").replace(CLOSE, f"{CLOSE}\0").split("\0"):
            opens, closes = piece.startswith(OPEN), piece.endswith(CLOSE)
            shown = piece.replace(OPEN, "[").replace(CLOSE, "]")
            bare = shown.lstrip(" ")
            lead = shown[: len(shown) - len(bare)]
            written.append(lead + ink.strong(bare) if opens or inside else shown)
            inside = (inside or opens) and not closes
        yield done + "".join(written)


def _lay_out_text(text: tuple[Passage, ...], desk: _Desk) -> list[str]:
    if not text:
        return []
    lines = _title("What both tell, in the order of A", desk)
    shown = text if desk.everything else text[: desk.room.passages]
    for passage in shown:
        lines += ["", *_lay_out_passage(passage, desk)]
    return [*lines, *_say_more(len(text) - len(shown), desk)]


def _lay_out_passage(passage: Passage, desk: _Desk) -> Iterator[str]:
    first, second = passage.places
    place = f"A {first} · B {second}" if first or second else ""
    if passage.moved:
        place = f"{place}, moved"
    alike = passage.pieces[0].alike if len(passage.pieces) == 1 else ""
    if alike:
        room = _LINES_ALIKE * (desk.width - _PLACE)
        many = f" ({passage.passages} sentences)" if passage.passages > 1 else ""
        words = alike if desk.everything else _cut_middle(alike, room - columns(many))
        body = f"= {words}{many}"
    else:
        body = "≠ " + _read(passage.pieces)
    head = pad(_INDENT + place, _PLACE) + " " if columns(place) + 2 < _PLACE else ""
    if not head:
        yield desk.ink.faint(_INDENT + place)
        head = " " * (_PLACE + 1)
    lines = wrap(body, desk.width, first=head, rest=" " * (_PLACE + 3))
    yield from _ink_marks(lines, desk.ink, _PLACE, faint=True)


def _read(pieces: tuple[Piece, ...]) -> str:
    """Write the text of both in one reading."""
    read = ""
    for piece in pieces:
        if piece.alike:
            parted = read.endswith(CLOSE) and piece.alike[0].isalnum()
            read += f" {piece.alike}" if parted else piece.alike
            continue
        told = [
            f"{letter}: {words}"
            for letter, words in (("A", piece.first), ("B", piece.second))
            if words
        ]
        parted = not piece.first and read != "" and not read[-1].isspace()
        read += f"{' ' if parted else ''}{OPEN}{' | '.join(told)}{CLOSE}"
    return read


def _cut_middle(words: str, room: int) -> str:
    """Cut words to a width, so that their beginning and their end stay."""
    if columns(words) <= room:
        return words
    head = clip(words, room * 2 // 3)
    tail = words[-(room // 3) :]
    return f"{head} {tail[tail.find(' ') + 1 :]}"


def _lay_out_alone(alone: Alone, desk: _Desk) -> list[str]:
    if not alone.passages:
        return []
    lines = _title(f"Only in {alone.letter}", desk)
    shown = alone.passages if desk.everything else alone.passages[: desk.room.alone]
    for place, words in shown:
        head = pad(f"{_INDENT}{place}", 6) + " "
        room = _LINES_ALONE * (desk.width - len(head))
        lines += wrap(
            words if desk.everything else clip(words, room), desk.width, first=head, rest=" " * 7
        )
    return [*lines, *_say_more(len(alone.passages) - len(shown), desk)]
