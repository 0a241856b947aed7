"""The names that the shipped tables know, laid out for reading: what begins with which word."""

from __future__ import annotations

from functools import cache
from typing import Literal, NamedTuple

from twosource import weights
from twosource.text.names.publishers import shipped
from twosource.text.names.tokens import Tokens
from twosource.text.words import fold

NameKind = Literal["person", "organisation", "outlet", "agency", "place", "unnamed", "other"]
"""What a name is of; ``other`` is what neither speaks nor is a place: a product, law, event."""
Sort = Literal["organisation", "outlet", "agency", "place", "other", "adjective"]
_SHORTEST_UPPER = 5
"""Names so long are known in capitals throughout too: "NEW YORK (AP)"."""


class Entry(NamedTuple):
    """A name of a table: its words, its length in letters, and what it is.

    ``has_possessive``: the name itself ends in one, as "McDonald's" does.
    """

    words: tuple[str, ...]
    length: int
    sort: Sort
    needs_evidence: bool
    has_possessive: bool = False


_BLOCS = frozenset({"NATO", "United Nations", "European Union", "West"})
"""Rows of the countries' table that are no places."""
_CALENDAR = """Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mondays Tuesdays Wednesdays
    Thursdays Fridays Saturdays Sundays January February March April June July August September
    October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu
    Thurs Fri Sat Sun""".split()
_ADJECTIVES = """Republican Republicans Democratic Democrat Democrats Conservative Conservatives
    Liberal Liberals Libertarian Communist Socialist Marxist Islamist Islamic Muslim Muslims
    Christian Christians Catholic Catholics Protestant Protestants Evangelical Jewish Jew Jews Hindu
    Hindus Buddhist Sikh Mormon Mormons Sunni Shiite Shia Kurd Kurds Kurdish Arab Arabs Arabic
    African Asian European Europeans Hispanic Hispanics Latino Latinos Latina Black White Native
    Indigenous Anglo Californian Texan Texans Parisian Londoner Londoners Bavarian Catalan Scot
    Scots Welsh Slavic Balkan Soviet Nazi Nazis Zionist Roma Persian Turkic Flemish Basque Tibetan
    Uighur Uyghur Chechen Crimean Gazan Rohingya Tamil Pashtun Sinhalese Bolshevik Victorian
    Medieval Renaissance Olympic Olympian Keynesian Nixonian Clintonian Orwellian Kafkaesque
    Mediterranean Caribbean Scandinavian Nordic Baltic Amish Inuit Aboriginal Maori Anglican Baptist
    Methodist Lutheran Presbyterian Orthodox Hasidic Semitic Americana Western Eastern Northern
    Southern Midwestern Northeastern Southwestern Southeastern Northwestern Trumpian""".split()


def _spell_out(rows: list[str], between: str) -> list[str]:
    return [name for row in rows for name in row.split(between) if name]


@cache
def common_words() -> frozenset[str]:
    """Return the words that news English writes in small letters."""
    return frozenset(" ".join(weights.load_json("words.json")["common"]).split())


@cache
def given_names() -> frozenset[str]:
    """Return given names as they are written, and without their accents."""
    found = " ".join(weights.load_json("people.json")["given"]).split()
    return frozenset(found)


@cache
def surnames() -> frozenset[str]:
    """Return surnames that the news often gives alone."""
    return frozenset(" ".join(weights.load_json("people.json")["surnames"]).split())


@cache
def spellings() -> dict[str, str]:
    """Return the spellings of places by the one that stands for all: "Kiev" is "Kyiv"."""
    rows = weights.load_json("places.json")["spellings"]
    return {name: row.split("|")[0] for row in rows for name in row.split("|")}


class _Laying:
    """The names of the tables as they are laid out; the first that comes keeps its place."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, ...], Entry] = {}

    def add(self, name: str, sort: Sort, *, needs_evidence: bool = False) -> None:
        """Lay down a name, and the same in capitals throughout where that is safe."""
        tokens = Tokens(name, 0, len(name))
        words = tuple(tokens.words)
        length = tokens.ends[-1] - tokens.starts[0]
        own = tokens.is_possessive(len(tokens) - 1)
        self.found.setdefault(words, Entry(words, length, sort, needs_evidence, own))
        if len(name) >= _SHORTEST_UPPER and sort in {"place", "outlet", "agency"}:
            upper = tuple(word.upper() for word in words)
            self.found.setdefault(upper, Entry(upper, length, sort, needs_evidence, own))

    def add_bodies(self) -> None:
        """Lay down bodies, what looks like a body and is none, and names that need an article."""
        bodies = weights.load_json("bodies.json")
        for name in _spell_out(bodies["others"], "|"):
            self.add(name, "other")
        for name in _spell_out(bodies["organisations"], "|"):
            self.add(name, "organisation")
        for name in _spell_out(bodies["with_article"], "|"):
            self.add(name, "organisation", needs_evidence=True)

    def add_publishers(self) -> None:
        """Lay down outlets and agencies; what is a common word too needs evidence."""
        for row in shipped().rows:
            if row.kind not in {"outlet", "agency"}:
                continue
            sort: Sort = "agency" if row.kind == "agency" else "outlet"
            for name in (row.name, *row.short):
                if "(" in name or fold(name) in common_words():
                    continue
                unsure = name in row.unsure
                self.add(name, sort, needs_evidence=unsure)
                rest = name.removeprefix("The ")
                self.add(rest, sort, needs_evidence=unsure or (rest != name and " " not in rest))

    def add_places(self) -> None:
        """Lay down countries, capitals, places and what comes from them."""
        for country in weights.load_json("countries.json"):
            if country["name"] in _BLOCS:
                continue
            for name in (country["name"], *country["short"], *country["capitals"]):
                self.add(name, "place")
            for name in country["demonyms"]:
                self.add(name, "adjective")
                self.add(name + "s", "adjective")
        places = weights.load_json("places.json")
        for name in _spell_out(places["places"], "|") + _spell_out(places["spellings"], "|"):
            self.add(name, "place")
        for name in " ".join(places["states"]).split():
            self.add(name, "place", needs_evidence=True)
        for name in (*_CALENDAR, *_ADJECTIVES):
            self.add(name, "adjective")


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """Return the names of the tables by their first word, the longest first."""
    laying = _Laying()
    laying.add_bodies()
    laying.add_publishers()
    laying.add_places()
    by_first: dict[str, list[Entry]] = {}
    for entry in laying.found.values():
        by_first.setdefault(entry.words[0], []).append(entry)
    return {
        first: tuple(sorted(listed, key=lambda e: (-len(e.words), e.words)))
        for first, listed in by_first.items()
    }


def longest_entry(tokens: Tokens, at: int) -> Entry | None:
    """Return the longest name of the tables that stands at a word, spaced as the table has it."""
    for entry in entries().get(tokens.words[at], ()):
        size = len(entry.words)
        if size > 1 and (
            tuple(tokens.words[at : at + size]) != entry.words
            or tokens.ends[at + size - 1] - tokens.starts[at] != entry.length
        ):
            continue
        if not entry.has_possessive or tokens.is_possessive(at + size - 1):
            return entry
    return None
