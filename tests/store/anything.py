"""Strategies that make any record of any class, every field filled."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass
from typing import Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from twosource.records import Metadata, Page, Statement

LETTERS = st.text(max_size=6)


def any_of(hint):
    """Make values of a type as it stands in a record."""
    form, inner = get_origin(hint), get_args(hint)
    if form in {Union, types.UnionType}:
        return st.one_of(*(any_of(one) for one in inner))
    if form is Literal:
        return st.sampled_from(inner)
    if form is tuple and inner[-1] is Ellipsis:
        return st.lists(any_of(inner[0]), max_size=2).map(tuple)
    if form is tuple:
        return st.tuples(*(any_of(one) for one in inner))
    plain = {
        str: LETTERS,
        int: st.integers(0, 99),
        float: st.integers(0, 100).map(lambda hundredths: hundredths / 100),
        bool: st.booleans(),
        type(None): st.none(),
        bytes: st.just(b""),
    }
    return plain[hint] if hint in plain else any_record(hint)


def any_record(kind):
    """Make records of a class, every field filled."""
    hints = get_type_hints(kind)
    names = [one.name for one in fields(kind)] if is_dataclass(kind) else kind._fields
    filled = {name: any_of(hints[name]) for name in names}
    if kind is Page:
        filled |= {"text": st.just(""), "hints": st.just(Metadata())}
    if kind is Statement:
        filled["through"] = st.none()
    return st.builds(kind, **filled)
