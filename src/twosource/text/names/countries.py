"""Countries and blocs by any of their names: "Ukrainian", "Kyiv" and "Kiev" speak for one."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from twosource import weights
from twosource.text.names.keys import LONGEST_NAME, key_of
from twosource.text.words import stem, words

_FUNCTION_WORDS = frozenset("of the for from in at to with a an and on by".split())


class Country(NamedTuple):
    """A country (or bloc) as the news names it; ``name`` is how others compare to it."""

    name: str
    is_capital: bool
    is_demonym: bool


@cache
def _countries() -> dict[str, Country]:
    table: dict[str, Country] = {}
    for row in weights.load_json("countries.json"):
        for name in (row["name"], *row["short"]):
            table.setdefault(key_of(name), Country(row["name"], is_capital=False, is_demonym=False))
        for name in row["demonyms"]:
            table.setdefault(key_of(name), Country(row["name"], is_capital=False, is_demonym=True))
        for name in row["capitals"]:
            table.setdefault(key_of(name), Country(row["name"], is_capital=True, is_demonym=False))
    return table


def known_country(name: str) -> Country | None:
    """Return the country that a name, demonym or capital stands for, or None.

    >>> known_country("Kiev").name, known_country("U.S.").name, known_country("Plainville")
    ('Ukraine', 'United States', None)
    """
    return _countries().get(key_of(name))


def plain_key(name: str) -> str:
    """Return a name's key with countries by one name and plurals dropped: "US officials"."""
    name = name[:LONGEST_NAME]
    found = words(name)
    parts: list[str] = []
    at = 0
    while at < len(found):
        for size in (3, 2, 1):
            group = found[at : at + size]
            country = (
                known_country(name[group[0].start : group[-1].end])
                if len(group) == size and name[group[0].start].isupper()
                else None
            )
            if country is not None:
                parts.append("@" + country.name.casefold())
                at += size
                break
        else:
            folded = found[at].folded.removesuffix("'s")
            if folded not in _FUNCTION_WORDS:
                parts.append(stem(folded))
            at += 1
    return " ".join(parts) or key_of(name)
