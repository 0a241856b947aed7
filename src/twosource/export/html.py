"""The printed report: one page that needs no program, no script and no network to be read.

It is made from the same account that the terminal prints (as plain data, see
``twosource.explain.as_plain``), so the two can never say different things. All text of pages is
escaped; the page forbids itself scripts and any request by its Content-Security-Policy.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import jinja2

STEP = 22
"""Columns of a family tree are this many pixels apart."""
HEIGHT_OF_KNOT = 14
"""A text's mark stands this many pixels below the top of its line, beside its first words."""
RADIUS = 5
_TEMPLATE = "report.html"
_STYLE = "report.css"


class Stroke(NamedTuple):
    """A line of a family tree; ends are pixels, or shares of the row as SVG writes them."""

    x1: int
    y1: str
    x2: int
    y2: str


class TreeRow(NamedTuple):
    """One text of a family tree, with the strokes that join it to the rows above and below."""

    name: str
    note: str
    lost: bool
    width: int
    knot: int
    strokes: tuple[Stroke, ...]


def render(report: Mapping[str, Any]) -> str:
    """Write a report, as plain data, as one HTML page that stands alone."""
    environment = _environment()
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return environment.get_template(_TEMPLATE).render(
        report=report, style=style, style_digest=digest, knot_height=HEIGHT_OF_KNOT, radius=RADIUS
    )


def write(report: Mapping[str, Any], destination: str | Path) -> None:
    """Write a report, as plain data, into a file, as UTF-8 with plain line ends."""
    Path(destination).write_text(render(report), encoding="utf-8", newline="\n")


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("twosource.export"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["tree_rows"] = draw_tree
    return environment


@cache
def _style() -> str:
    environment = _environment()
    if environment.loader is None:
        raise RuntimeError("the templates have no place")
    source, _, _ = environment.loader.get_source(environment, _STYLE)
    return source


def draw_tree(roots: Sequence[Mapping[str, Any]]) -> list[TreeRow]:
    """Draw a family tree as rows: texts with their marks, and the strokes between the marks.

    >>> [
    ...     row.knot
    ...     for row in draw_tree(
    ...         [
    ...             {
    ...                 "name": "AFP",
    ...                 "note": "",
    ...                 "lost": True,
    ...                 "branches": [{"name": "Daily", "note": "", "lost": False, "branches": []}],
    ...             }
    ...         ]
    ...     )
    ... ]
    [11, 33]
    """
    rows: list[TreeRow] = []

    def draw(branch: Mapping[str, Any], depth: int, running: tuple[bool, ...]) -> None:
        knot = STEP // 2 + depth * STEP
        middle = str(HEIGHT_OF_KNOT)
        strokes = [
            Stroke(STEP // 2 + level * STEP, "0", STEP // 2 + level * STEP, "100%")
            for level, goes_on in enumerate(running[:-1])
            if goes_on
        ]
        if depth:
            above = knot - STEP
            strokes.append(Stroke(above, "0", above, "100%" if running[-1] else middle))
            strokes.append(Stroke(above, middle, knot - RADIUS, middle))
        below = branch["branches"]
        if below:
            strokes.append(Stroke(knot, str(HEIGHT_OF_KNOT + RADIUS), knot, "100%"))
        rows.append(
            TreeRow(
                branch["name"], branch["note"], branch["lost"], knot + STEP // 2, knot,
                tuple(strokes),
            )
        )  # fmt: skip
        for number, one in enumerate(below, start=1):
            draw(one, depth + 1, (*running, number < len(below)))

    for root in roots:
        draw(root, 0, ())
    return rows
