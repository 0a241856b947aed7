"""Records as rows: the field's name is the column's, and what is nested becomes JSON text."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from twosource.records import Article, Claim, Derivation, Family, Origin, Statement, Story
from twosource.store.codec import from_plain, to_line, to_plain

type_of_record = TypeVar("type_of_record")
Cell = str | int | float | bytes | None

Noun = Literal["origins", "articles", "derivations", "families", "stories", "statements", "claims"]
ASSEMBLED: Mapping[Noun, type] = {
    "origins": Origin,
    "articles": Article,
    "derivations": Derivation,
    "families": Family,
    "stories": Story,
    "statements": Statement,
    "claims": Claim,
}
"""The nouns that are made over the whole pile, and the record that one row of each is."""

_SCALARS = (str, int, float, bool, Origin)
"""Types that stand in a column as they are; an origin stands there as its id."""


@cache
def columns_of(kind: type[Any]) -> tuple[tuple[str, Any, bool], ...]:
    """Give the columns of a record's table: (name, type, whether it is nested), in order."""
    hints = get_type_hints(kind)
    found = []
    for field in fields(kind):
        hint = _without_none(hints[field.name])
        found.append((field.name, hint, hint not in _SCALARS and get_origin(hint) is not Literal))
    return tuple(found)


def _without_none(hint: Any) -> Any:  # noqa: ANN401 (a type, in any form)
    if get_origin(hint) in {Union, types.UnionType}:
        return next(one for one in get_args(hint) if one is not type(None))
    return hint


def to_row(record: object) -> tuple[Cell, ...]:
    """Write a record as the cells of its row."""
    plain = to_plain(record)
    return tuple(
        to_line(plain[name]) if nested and plain[name] is not None else _cell(plain[name])
        for name, _, nested in columns_of(cast("Any", type(record)))
    )


def _cell(value: Any) -> Cell:  # noqa: ANN401 (checked by the table)
    return int(value) if isinstance(value, bool) else value


def from_row(
    kind: type[type_of_record], row: Sequence[Cell], origins: Mapping[str, Origin]
) -> type_of_record:
    """Read a record back from the cells of its row; ``origins`` are those of the pile, by id."""
    plain: dict[str, Any] = {}
    for (name, hint, nested), cell in zip(columns_of(cast("Any", kind)), row, strict=True):
        if nested and isinstance(cell, str):
            plain[name] = json.loads(cell)
        else:
            plain[name] = bool(cell) if hint is bool else cell
    return from_plain(kind, plain, origins)
