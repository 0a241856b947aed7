"""Records as plain data and back: the one shape that files, the pile and the workers share.

A record becomes a mapping of its fields; a span says its words when the texts are given; an origin
that stands inside another record is written as its id, or whole with ``whole=True``.
"""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from twosource.records import (
    Edge,
    Origin,
    Page,
    Passage,
    Span,
    Statement,
)

type_of_record = TypeVar("type_of_record")

Plain = Any
"""What JSON can hold: mappings, lists, strings, numbers, booleans and None."""

_UNWRITTEN: Mapping[type, frozenset[str]] = {Page: frozenset({"data", "text", "hints"})}
"""Fields that are not part of the written record: the bytes of a page are the original's."""
_RENAMED: Mapping[type, Mapping[str, str]] = {Edge: {"source": "from", "target": "to"}}
"""An edge is written ``from`` and ``to``; ``from`` cannot be a field's name in Python."""
_CONFIDENCE_DECIMALS = 2


def to_plain(
    record: object, *, texts: Mapping[str, str] | None = None, whole: bool = False
) -> Plain:
    """Write a record as plain data, its fields in order.

    ``texts`` (article id to text) puts the words beside every span. ``whole`` writes origins that
    stand inside the record in full instead of by id.

    >>> to_plain(Span("a", 1, 4), texts={"a": "news"})
    {'article': 'a', 'start': 1, 'end': 4, 'text': 'ews'}
    """
    if isinstance(record, Origin):
        return {
            field.name: _write(getattr(record, field.name), texts, whole)
            for field in fields(record)
        }
    return _write(record, texts, whole)


def _write(value: object, texts: Mapping[str, str] | None, whole: bool) -> Plain:  # noqa: FBT001 (private)
    if value is None or isinstance(value, (str, bool, int, float)):
        return value
    if isinstance(value, Span):
        written: dict[str, Plain] = value._asdict()
        if texts is not None:
            written["text"] = texts[value.article][value.start : value.end]
        return written
    if isinstance(value, Passage):
        return list(value)
    if isinstance(value, Origin):
        return to_plain(value) if whole else value.id
    names = _field_names(_class_of(value))
    if names is not None:
        made = {shown: _write(getattr(value, name), texts, whole) for name, shown in names}
        if isinstance(value, Statement):
            made["confidence"] = round(value.confidence, _CONFIDENCE_DECIMALS)
        return made
    if isinstance(value, tuple):
        return [_write(one, texts, whole) for one in value]
    raise TypeError(f"{type(value).__name__} is no part of a record")


def _class_of(value: object) -> Any:  # noqa: ANN401 (loose, to be a cache's key)
    return type(value)


@cache
def _field_names(kind: type) -> tuple[tuple[str, str], ...] | None:
    """Give the fields of a record's class as (name, name as written); None for another class."""
    if is_dataclass(kind):
        names = [field.name for field in fields(kind)]
    elif hasattr(kind, "_fields"):
        names = list(kind._fields)
    else:
        return None
    skipped = _UNWRITTEN.get(kind, frozenset())
    renamed = _RENAMED.get(kind, {})
    return tuple((name, renamed.get(name, name)) for name in names if name not in skipped)


Reader = Callable[[Plain, Mapping[str, Origin]], Any]


def from_plain(
    kind: type[type_of_record], plain: Plain, origins: Mapping[str, Origin] | None = None
) -> type_of_record:
    """Read a record of class ``kind`` back from plain data.

    ``origins`` (id to record) gives the origins written by id. Raises ValueError when the plain
    data has not the shape of such a record, KeyError when an origin is not among ``origins``.
    """
    return cast("type_of_record", _reader(cast("Any", kind), top=True)(plain, origins or {}))


@cache
def _reader(kind: Any, *, top: bool = False) -> Reader:  # noqa: ANN401 (a type, in any form)
    """Make the function that reads one type of value."""
    form, inner = get_origin(kind), get_args(kind)
    if form in {Union, types.UnionType}:
        return _read_optional(_reader(next(one for one in inner if one is not type(None))))
    if form is Literal:
        return _read_choice(frozenset(inner))
    if form is tuple and inner[-1] is Ellipsis:
        return _read_sequence(_reader(inner[0]))
    if form is tuple:
        return _read_row(tuple(_reader(one) for one in inner), tuple)
    if kind is Origin and not top:
        return _read_origin
    if kind is Passage:
        return _read_row((_reader(int),) * len(Passage._fields), lambda row: Passage(*row))
    if _field_names(kind) is not None:
        return _read_fields(kind)
    return _read_scalar(kind)


def _read_optional(reader: Reader) -> Reader:
    return lambda plain, origins: None if plain is None else reader(plain, origins)


def _read_choice(choices: frozenset[str]) -> Reader:
    def read(plain: Plain, _: Mapping[str, Origin]) -> str:
        if plain not in choices:
            raise ValueError(f"{plain!r} is none of {sorted(choices)}")
        return str(plain)

    return read


def _read_sequence(reader: Reader) -> Reader:
    return lambda plain, origins: tuple(reader(one, origins) for one in _as(list, plain))


def _read_row(readers: tuple[Reader, ...], make: Callable[[tuple[Any, ...]], Any]) -> Reader:
    return lambda plain, origins: make(
        tuple(reader(one, origins) for reader, one in zip(readers, _as(list, plain), strict=True))
    )


def _read_scalar(kind: type) -> Reader:
    def read(plain: Plain, _: Mapping[str, Origin]) -> Any:  # noqa: ANN401 (of the type asked for)
        if kind is float and isinstance(plain, int) and not isinstance(plain, bool):
            return float(plain)
        return _as(kind, plain)

    return read


def _read_origin(plain: Plain, origins: Mapping[str, Origin]) -> Origin:
    if isinstance(plain, str):
        return origins[plain]
    return from_plain(Origin, plain)


def _read_fields(kind: Any) -> Reader:  # noqa: ANN401 (a record's class)
    hints = get_type_hints(kind)
    readers = [(name, shown, _reader(hints[name])) for name, shown in _field_names(kind) or ()]

    def read(plain: Plain, origins: Mapping[str, Origin]) -> Any:  # noqa: ANN401 (of the class asked for)
        given = _as(dict, plain)
        missing = [shown for _, shown, _ in readers if shown not in given]
        if missing:
            raise ValueError(f"{kind.__name__} lacks {', '.join(missing)}")
        return kind(**{name: reader(given[shown], origins) for name, shown, reader in readers})

    return read


def _as(kind: type, plain: Plain) -> Any:  # noqa: ANN401 (of the type asked for)
    """Insist on a type; a boolean is no number here."""
    if not isinstance(plain, kind) or (kind in {int, float} and isinstance(plain, bool)):
        raise ValueError(f"expected {kind.__name__}, found {type(plain).__name__}")
    return plain


def to_line(plain: Plain) -> str:
    """Write plain data as one line of JSON: no spaces, letters of all scripts as they are.

    >>> to_line({"name": "Ås", "flags": []})
    '{"name":"Ås","flags":[]}'
    """
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def origins_within(value: object) -> dict[str, Origin]:
    """Gather the origins that stand inside records, by id; the first met of one id is kept."""
    found: dict[str, Origin] = {}
    _gather(value, found)
    return found


def _gather(value: object, found: dict[str, Origin]) -> None:
    if value is None or isinstance(value, (str, int, float, bytes, Span, Passage)):
        return
    if isinstance(value, Origin):
        found.setdefault(value.id, value)
    elif isinstance(value, (tuple, list)) and not hasattr(value, "_fields"):
        for one in value:
            _gather(one, found)
    else:
        for name, _ in _field_names(_class_of(value)) or ():
            _gather(getattr(value, name), found)
