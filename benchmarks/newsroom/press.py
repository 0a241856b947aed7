"""The press of a made-up world: agencies, newspapers and who subscribes to whom, from one seed.

It is the same for all events of a run, so that one house meets its own name again and again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from random import Random
from typing import Final, NamedTuple

from benchmarks.newsroom.half import Half
from benchmarks.newsroom.houses import House, build_house
from benchmarks.newsroom.layouts import Layout

OUTLETS: Final = 2000
"""How many outlets a press has, puppets aside."""
PUPPETS: Final = 200
"""How many outlets exist only to print what they are given."""
_TAIL: Final = 0.9
"""Exponent of the size of outlets by rank: a few large ones, many small ones."""
_SLOT: Final = re.compile(r"\{([a-z]+)(?:\.([a-z]+))?\}")
_NOT_IN_ADDRESSES: Final = re.compile(r"[^a-z0-9]+")


class Country(NamedTuple):
    """A country and what is called after it."""

    name: str
    adj: str
    people: str
    capital: str
    currency: str


class Person(NamedTuple):
    """Somebody's name."""

    given: str
    surname: str
    sex: str

    @property
    def full(self) -> str:
        """Given name and surname."""
        return f"{self.given} {self.surname}"


@dataclass(frozen=True, slots=True, eq=False)
class Publisher:
    """An outlet or an agency: its names, its address, its house style, its pages."""

    id: str
    kind: str
    name: str
    short: str
    running: str
    domain: str
    town: str
    house: House
    layouts: tuple[Layout, ...]
    agencies: tuple[Publisher, ...] = ()


class Names:
    """Draws names of people and places from a half."""

    def __init__(self, half: Half) -> None:
        names = half.names
        self.given = [(e.rsplit(None, 1)[0], e.rsplit(None, 1)[1]) for e in names["given"]]
        spellings = [e.split("=")[0].strip() for e in names["surname_spellings"]]
        self.surnames = (*names["surnames"], *spellings)
        self.towns = (
            *names["towns"],
            *(e.split("=")[0].strip() for e in names["town_spellings"]),
        )
        self.countries = tuple(
            Country(*(piece.strip() for piece in entry.split("|"))) for entry in names["countries"]
        )
        self.authors = names["authors"]

    def person(self, chance: Random) -> Person:
        """Return somebody new."""
        given, sex = chance.choice(self.given)
        return Person(given, chance.choice(self.surnames), sex)

    def sign(self, chance: Random) -> tuple[str, tuple[str, ...]]:
        """Return the words of a byline, without "By", and the names of the authors in it."""
        pattern = chance.choice(self.authors)
        first, second = self.person(chance), self.person(chance)
        line = pattern
        for slot, value in (
            ("{given}", first.given),
            ("{surname}", first.surname),
            ("{given2}", second.given),
            ("{surname2}", second.surname),
        ):
            line = line.replace(slot, value)
        authors = [first.full] if "{surname}" in pattern else []
        authors += [second.full] if "{surname2}" in pattern else []
        return self.fill(line, chance), tuple(authors)

    def fill(self, pattern: str, chance: Random) -> str:
        """Fill a pattern of a name: ``The {town} Courier``."""
        country = chance.choice(self.countries)

        def put(found: re.Match[str]) -> str:
            what, form = found[1], found[2]
            if what == "town":
                return chance.choice(self.towns)
            if what == "country":
                return str(getattr(country, form or "name"))
            if what.startswith("given"):
                return chance.choice(self.given)[0]
            return chance.choice(self.surnames)

        return _SLOT.sub(put, pattern)


class Press:
    """All publishers of a run."""

    def __init__(self, half: Half, seed: int) -> None:
        chance = Random(f"press:{seed}")  # noqa: S311 - the same press from the same seed
        self.names = Names(half)
        pages = half.layouts
        self._houses = [
            build_house(half, style, chance) for style in sorted(half.styles) for _ in range(4)
        ]
        self._single = [p for p in pages if p.holds == "one"]
        self.many = {
            holds: tuple(p for p in pages if p.holds == holds)
            for holds in ("several", "aggregator", "live")
        }
        self.agencies = tuple(
            self._agency(entry, place, chance) for place, entry in enumerate(half.names["agencies"])
        )
        self.outlets = tuple(self._outlets(half, OUTLETS, "outlet", chance))
        self.puppets = tuple(self._outlets(half, PUPPETS, "puppet", chance))
        self.aggregators = half.names["aggregators"]
        self._weights = list(
            accumulate(1 / (rank + 1) ** _TAIL for rank in range(len(self.outlets)))
        )
        self.clients = {
            agency.id: tuple(o for o in self.outlets if agency in o.agencies)
            for agency in self.agencies
        }

    def _agency(self, entry: str, place: int, chance: Random) -> Publisher:
        name, short, running = (piece.strip() for piece in entry.split("|"))
        house = chance.choice(self._houses)
        layouts = tuple(chance.sample(self._single, min(2, len(self._single))))
        domain = _address(name)
        town = chance.choice(self.names.towns)
        return Publisher(
            f"agency:{place}", "agency", name, short, running, domain, town, house, layouts
        )

    def _outlets(self, half: Half, number: int, prefix: str, chance: Random) -> list[Publisher]:
        patterns = list(zip(half.names["outlets"], half.names["short_outlets"], strict=False))
        found: dict[str, Publisher] = {}
        tries = 0
        while len(found) < number and tries < 20 * number:
            tries += 1
            pattern, short = chance.choice(patterns)
            state = chance.getrandbits(32)
            name = self.names.fill(pattern, Random(state))  # noqa: S311 - one town for both names
            running = self.names.fill(short, Random(state))  # noqa: S311 - the same
            if name in found:
                continue
            house = chance.choice(self._houses)
            found[name] = Publisher(
                f"{prefix}:{len(found)}",
                "outlet",
                name,
                running,
                running,
                _address(name),
                chance.choice(self.names.towns),
                house,
                tuple(chance.sample(self._single, min(2, len(self._single)))),
                tuple(chance.sample(self.agencies, min(chance.randint(1, 4), len(self.agencies)))),
            )
        return list(found.values())

    def outlet(self, chance: Random) -> Publisher:
        """Return an outlet, a large one more often than a small one."""
        return chance.choices(self.outlets, cum_weights=self._weights)[0]


def _address(name: str) -> str:
    return _NOT_IN_ADDRESSES.sub("-", name.lower()).strip("-") + ".example"
