"""How the newsroom writes: templates with choices, optional parts, lists and slots.

An entry of a half is compiled once into nodes and rendered many times. What FORMAT.md calls marks
(``{s}…{/s}``) become single private-use characters in the rendered string, so that house styles
can change the words between them and the spans are still found (see ``marking.py``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from math import prod
from pathlib import Path
from random import Random
from typing import NamedTuple

from benchmarks.newsroom.marking import MARKS

_TOKEN = re.compile(
    r"\\(?P<plain>.)|\{(?P<slot>/?[a-z][a-z_0-9]*)(?:\.(?P<form>[a-z]+))?\}|<(?P<list>[a-z][a-z_0-9]*)>"
    r"|(?P<sign>[()\[\]|])"
)
_FREE = 0.05
"""How many shared runs make an entry half as likely as one without any."""
_MOST_REPEATED = 20
_LOOSE = re.compile(r"[{}<>]")


class Fault(ValueError):  # noqa: N818 - a fault of a text, not an error of ours
    """A line of a half that cannot be read; the message is a sentence for its writer."""


class Slot(NamedTuple):
    """A place that the engine fills: ``{dead.about}``."""

    name: str
    form: str


class Reference(NamedTuple):
    """An entry of another list: ``<weather>``."""

    name: str


class Choice(NamedTuple):
    """One of several sequences; an optional part is a choice between it and nothing."""

    options: tuple[Template, ...]


Node = str | Slot | Reference | Choice
Template = tuple[Node, ...]
Fill = Callable[[str, str], str]
Lists = Mapping[str, tuple["Template", ...]]


def compile_entry(entry: str) -> Template:
    """Return the nodes of one entry, or raise a :class:`Fault` that says what is wrong.

    >>> compile_entry("rain (fell|came down)[ again]")[0]
    'rain '
    """
    stack: list[tuple[str, list[list[Node]]]] = [("", [[]])]
    at = 0
    for found in _TOKEN.finditer(entry):
        _add_text(stack[-1][1][-1], entry[at : found.start()])
        at = found.end()
        sign = found["sign"]
        if sign is None:
            stack[-1][1][-1].append(_leaf(found))
        elif sign in "([":
            stack.append((sign, [[]]))
        elif sign == "|":
            if stack[-1][0] != "(":
                raise Fault("a | stands outside round brackets")
            stack[-1][1].append([])
        else:
            opened, options = stack.pop()
            if opened + sign not in ("()", "[]"):
                raise Fault(f"a {sign} closes nothing")
            built = tuple(_join(option) for option in options)
            stack[-1][1][-1].append(Choice((*built, ()) if opened == "[" else built))
    if len(stack) != 1:
        raise Fault(f"a {stack[-1][0]} is not closed")
    _add_text(stack[-1][1][-1], entry[at:])
    return _join(stack[0][1][0])


def _add_text(nodes: list[Node], text: str) -> None:
    if _LOOSE.search(text):
        raise Fault(f"a brace or angle bracket is no slot and no list here: {text!r}")
    if text:
        nodes.append(text)


def _leaf(found: re.Match[str]) -> Node:
    if found["plain"] is not None:
        return found["plain"]
    if found["list"] is not None:
        return Reference(found["list"])
    mark = MARKS.get(found["slot"])
    if mark is not None:
        return mark
    if found["slot"].startswith("/"):
        raise Fault(f"the mark {found.group()} is not known")
    return Slot(found["slot"], found["form"] or "")


def _join(nodes: list[Node]) -> Template:
    joined: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and joined and isinstance(joined[-1], str):
            joined[-1] += node
        else:
            joined.append(node)
    return tuple(joined)


def render(template: Template, lists: Lists, fill: Fill, chance: Random) -> str:
    """Return one rendering of a template; every choice is drawn from ``chance``."""
    out: list[str] = []
    _render(template, lists, fill, chance.random, out)
    return "".join(out)


def _render(
    template: Template, lists: Lists, fill: Fill, draw: Callable[[], float], out: list[str]
) -> None:
    for node in template:
        if type(node) is str:
            out.append(node)
        elif type(node) is Slot:
            out.append(fill(node.name, node.form))
        elif type(node) is Choice:
            options = node.options
            _render(options[int(draw() * len(options))], lists, fill, draw, out)
        else:
            entries = lists[node.name]  # type: ignore[union-attr]
            _render(entries[int(draw() * len(entries))], lists, fill, draw, out)


def walk(template: Template) -> Iterator[Slot | Reference]:
    """Yield every slot and reference that may stand in a template's renderings."""
    for node in template:
        if isinstance(node, Choice):
            for option in node.options:
                yield from walk(option)
        elif not isinstance(node, str):
            yield node


def count_renderings(template: Template, lists: Lists) -> int:
    """Return in how many ways a template can be rendered, slots aside."""
    ways = 1
    for node in template:
        if isinstance(node, Choice):
            ways *= sum(count_renderings(option, lists) for option in node.options)
        elif isinstance(node, Reference):
            ways *= sum(count_renderings(entry, lists) for entry in lists.get(node.name, ()))
    return ways


def expect_runs(template: Template, lists: Lists, size: int = 5) -> float:
    """Return how many runs of ``size`` words two renderings of one template share by chance.

    Slots differ from text to text, so a run that holds one is never shared; a choice of three is
    the same in one case of three.

    >>> expect_runs(compile_entry("the water rose through (the|a) night"), {})
    1.0
    """
    alike: list[float] = []
    inside = 0.0
    for node in template:
        if isinstance(node, str):
            alike += [1.0] * len(node.split())
        elif isinstance(node, Slot):
            alike.append(0.0)
        else:
            options = node.options if isinstance(node, Choice) else lists.get(node.name, ())
            same = 1 / max(1, len(options))
            alike.append(same)
            inside += same * same * sum(expect_runs(option, lists, size) for option in options)
    windows = (alike[at : at + size] for at in range(len(alike) - size + 1))
    return inside + sum(prod(window) for window in windows)


def favour_free(entries: tuple[Template, ...], lists: Lists) -> tuple[Template, ...]:
    """Return entries with those repeated that have few fixed words, for an even draw.

    Much of real news is "X said that", which no two articles have in common beyond three words;
    a turn of phrase that one writer likes is rare among a hundred writers.
    """
    favoured: list[Template] = []
    for entry in entries:
        weight = _FREE / (_FREE + expect_runs(entry, lists))
        favoured += [entry] * max(1, round(_MOST_REPEATED * weight))
    return tuple(favoured)


def read_lists(path: Path) -> dict[str, tuple[str, ...]]:
    """Return the lists of one file: name → entries, as written."""
    lists: dict[str, list[str]] = {}
    entries: list[str] | None = None
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if not line.strip() or line.startswith("#") or line.strip().startswith("# "):
            continue
        if not line[0].isspace():
            if not line.rstrip().endswith(":"):
                raise Fault(f"{path.name}, line {number}: a list's name must end with a colon")
            entries = lists.setdefault(line.rstrip()[:-1], [])
        elif entries is None:
            raise Fault(f"{path.name}, line {number}: an entry stands before any list")
        else:
            entries.append(line.strip())
    return {name: tuple(found) for name, found in lists.items()}
