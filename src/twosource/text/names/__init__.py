"""Names of people, bodies, outlets, agencies and places: found in running text, told apart, joined.

:func:`find_names` reads a text. The tables behind it (``weights/outlets.json`` and its neighbours)
are plain data that anyone can read and extend.
"""

from __future__ import annotations

from twosource.text.names.countries import Country, known_country, plain_key
from twosource.text.names.keys import fold_spaces, key_of
from twosource.text.names.lexicon import NameKind
from twosource.text.names.lookalikes import is_disguised, scripts_of, show_unseen, skeleton
from twosource.text.names.publishers import (
    PUBLISHER_KINDS,
    SOURCE_NOT_STATED_ORIGIN,
    Publisher,
    Publishers,
    is_shared,
    known_outlet,
    looks_like_agency,
    looks_like_outlet,
    make_origin,
    origin_id,
    read_rows,
    shipped,
)
from twosource.text.names.reading import Name, find_names, read_names
from twosource.text.names.roles import fits_office

__all__ = [
    "PUBLISHER_KINDS",
    "SOURCE_NOT_STATED_ORIGIN",
    "Country",
    "Name",
    "NameKind",
    "Publisher",
    "Publishers",
    "find_names",
    "fits_office",
    "fold_spaces",
    "is_disguised",
    "is_shared",
    "key_of",
    "known_country",
    "known_outlet",
    "looks_like_agency",
    "looks_like_outlet",
    "make_origin",
    "origin_id",
    "plain_key",
    "read_names",
    "read_rows",
    "scripts_of",
    "shipped",
    "show_unseen",
    "skeleton",
]
