"""One event of a made-up world: where, when, the figures as they grow, and who can speak of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from random import Random
from typing import Final

from benchmarks.newsroom.beings import Being, raise_being
from benchmarks.newsroom.grammar import Lists, Template, render
from benchmarks.newsroom.half import COUNTED, CastMember, Fact, Half, Kind, SlotType, counted_slots
from benchmarks.newsroom.houses import weekday_of
from benchmarks.newsroom.marking import DAY, DAY_END, NUMBER, NUMBER_END
from benchmarks.newsroom.press import Country, Names, Person

PHASES: Final = 4
"""How often an event's figures can grow."""
_TRIES: Final = 12
_GROWTH: Final = (1.05, 1.6)
_HOURS_APART: Final = (3, 14)
_FIRST_DAY: Final = datetime(2026, 3, 2)  # noqa: DTZ001 - the made-up world has one clock
_DAYS: Final = 220
_AT_LEAST: Final = ("at least ", "no fewer than ", "not less than ")
_ABOUT: Final = ("about ", "some ", "around ", "roughly ")


ClaimKey = tuple[str, str, tuple[int, ...]]
"""About what (world, refusal, utterance), which fact or speaker, which figures."""


class World:
    """One event, with everything that is so and everyone who can say it."""

    def __init__(self, half: Half, names: Names, number: int, chance: Random) -> None:
        kind = chance.choice(half.kinds)
        self.id = f"event:{number}"
        self.number = number
        self.kind: Kind = kind
        self.lists: Lists = kind.words
        self.began = _FIRST_DAY + timedelta(
            days=chance.randrange(_DAYS),
            hours=chance.randrange(5, 20),
            minutes=chance.randrange(60),
        )
        self.moments = [self.began + timedelta(hours=2)]
        for _ in range(PHASES - 1):
            self.moments.append(self.moments[-1] + timedelta(hours=chance.randint(*_HOURS_APART)))
        country = chance.choice(names.countries)
        self.country = country
        self._fixed: dict[str, str] = {}
        self._countries: dict[str, Country] = {}
        self._people: dict[str, Person] = {}
        figures: dict[str, int] = {}
        for name, slot in kind.slots.items():
            self._fix(name, slot, figures, names, chance)
        self.figures = [figures]
        self._grow(chance)
        self.town = self._fixed["place"]
        self.beings = self._raise_beings(names, chance)
        self.facts: Mapping[str, Fact] = {fact.key: fact for fact in kind.facts}
        self._worded: set[int] = set()
        self.remembered: dict[int, tuple[object, tuple[ClaimKey, ...]]] = {}
        self.figures_of = {
            fact.key: tuple(sorted(counted_slots(fact.clauses[:1], kind))) for fact in kind.facts
        }

    def choose_wording(self, entries: tuple[Template, ...], chance: Random) -> Template:
        """Return an entry, where possible one that no text of this event has used yet."""
        entry = entries[int(chance.random() * len(entries))]
        for _ in range(_TRIES):
            if id(entry) not in self._worded:
                break
            entry = entries[int(chance.random() * len(entries))]
        self._worded.add(id(entry))
        return entry

    def _fix(
        self, name: str, slot: SlotType, figures: dict[str, int], names: Names, chance: Random
    ) -> None:
        if slot.kind in COUNTED:
            figures[name] = chance.randint(slot.low, slot.high)
        elif slot.kind == "town":
            self._fixed[name] = chance.choice(names.towns)
        elif slot.kind == "word":
            self._fixed[name] = chance.choice(slot.words)
        elif slot.kind == "country":
            own = name == "country"
            self._countries[name] = self.country if own else chance.choice(names.countries)
        else:
            self._people[name] = names.person(chance)

    def _grow(self, chance: Random) -> None:
        for _ in range(PHASES - 1):
            figures = dict(self.figures[-1])
            for name, slot in self.kind.slots.items():
                if slot.grows and chance.random() < 0.6:  # noqa: PLR2004 - most figures grow
                    figures[name] = max(
                        figures[name] + 1, round(figures[name] * chance.uniform(*_GROWTH))
                    )
            self.figures.append(figures)

    def _raise_beings(self, names: Names, chance: Random) -> dict[str, Being]:
        members = sorted(self.kind.cast.values(), key=lambda m: m.kind == "person")
        beings: dict[str, Being] = {}
        taken: set[str] = {p.surname for p in self._people.values()}
        for member in members:
            person = names.person(chance)
            while person.surname in taken:
                person = names.person(chance)
            taken.add(person.surname)
            beings[member.key] = self._being(member, person, chance)
        return {key: beings[key] for key in self.kind.cast}

    def _being(self, member: CastMember, person: Person, chance: Random) -> Being:
        def say(name: Template) -> str:
            return render(name, self.lists, self._plain, chance)

        return raise_being(member, person, self.number, say, self.lists)

    def _plain(self, name: str, form: str) -> str:
        """Fill a slot where no text is being written yet: in the names of those who can speak."""
        return self.fill(name, form, 0, None, Random(0), str)  # noqa: S311 - nothing is drawn

    def fill(
        self,
        name: str,
        form: str,
        phase: int,
        wrong: Mapping[str, int] | None,
        chance: Random,
        mention: Callable[[str], str],
    ) -> str:
        """Return what a slot prints at a stage of the event; ``mention`` names the cast."""
        slot = self.kind.slots.get(name)
        if slot is None:
            if name == "happened":
                return f"{DAY} on {weekday_of(self.began)}{DAY_END}"
            return self._name_being(name, form, mention)
        if slot.kind in COUNTED:
            value = (wrong or {}).get(name, self.figures[phase][name])
            return self._figure(slot.kind, value, form, chance)
        if slot.kind == "country":
            return str(getattr(self._countries[name], form or "name"))
        if name in self._people:
            person = self._people[name]
            if slot.kind == "surname" or form == "last":
                return person.surname
            return person.full
        return self._fixed[name]

    def _name_being(self, key: str, form: str, mention: Callable[[str], str]) -> str:
        being = self.beings[key]
        if form == "full":
            return being.name
        if form in {"last", "short"}:
            return being.last
        return mention(key)

    def _figure(self, kind: str, value: int, form: str, chance: Random) -> str:
        before = ""
        if form == "atleast":
            before = _AT_LEAST[int(chance.random() * len(_AT_LEAST))]
        elif form == "about":
            before = _ABOUT[int(chance.random() * len(_ABOUT))]
        if kind == "percent":
            return f"{before}{NUMBER}{value}%{NUMBER_END}"
        if kind == "money":
            country = self._countries.get("country", self.country)
            return f"{before}{NUMBER}{value}{NUMBER_END} million {country.currency}"
        return f"{before}{NUMBER}{value}{NUMBER_END}"

    def figures_at(
        self, fact: str, phase: int, wrong: Mapping[str, int] | None = None
    ) -> tuple[int, ...]:
        """Return the figures that a fact has at a stage: what tells its versions apart."""
        held = {**self.figures[phase], **(wrong or {})}
        return tuple(held[name] for name in self.figures_of[fact])
