"""Who is meant: surnames, pronouns, titles and "the report", followed through one article."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import NamedTuple

from twosource.records import Origin
from twosource.statements.mentions import Mention, is_title, make_speaker, names_no_body
from twosource.statements.pronouns import People
from twosource.statements.relation import Place
from twosource.text.names import (
    Name,
    fits_office,
    known_country,
    looks_like_outlet,
    make_origin,
    read_names,
)
from twosource.text.words import fold

_PAPER = re.compile(
    r"\b[Tt]he ([A-Z][\w'\u2019-]{0,40}(?: [A-Z][\w'\u2019-]{0,40}){0,3}) "
    r"(?:newspaper|daily|weekly|magazine|broadcaster|website|news site|reported|reports that"
    r"|article|wrote)\b"
    r"|\b[Tt]he ([A-Z][\w-]{0,40}(?: [A-Z][\w-]{0,40}){0,3})['\u2019]s "
    r"(?:story|article|scoop|front page|website|newsroom)\b"
)
"""Shapes that only a paper fits: "the Morning Lantern reported", "the Lantern newspaper"."""
_FARTHEST_PUBLISHER = 1200
"""Characters before "the report" in which its outlet is looked for."""
PUBLISHERS = frozenset({"outlet", "agency"})
_FAR_MORE = 2
"""How many times as often one bearer of a surname must be named before it alone means that one."""
_GROUP_KINDS = frozenset({"unnamed", "organisation"})


class Resolved(NamedTuple):
    """A speaker, and the rule and words by which a short form was taken for it (if it was)."""

    origin: Origin
    rule: str | None = None
    place: Place | None = None


class Cast:
    """The people and bodies of one article, met from its beginning to its end."""

    def __init__(self, text: str, regions: list[Place]) -> None:
        self.text = text
        self.full: dict[str, dict[str, tuple[int, int, int]]] = {}
        self.by_first_word: dict[str, set[str]] = {}
        self.acronyms: dict[str, str] = {}
        self.papers: set[str] = set()
        self.short_papers: dict[str, str] = {}
        self.roles: dict[str, tuple[str, ...]] = {}
        self.offices: dict[str, set[str]] = defaultdict(set)
        self.titles: dict[tuple[str, str], Origin] = {}
        self.people = People(self.offices)
        self.last_group: tuple[Origin, Place] | None = None
        self.last_publisher: tuple[Origin, Place] | None = None
        self._titled_names: list[tuple[int, int, str]] = []
        self._people_named: dict[int, Name] = {}
        self._met_papers: list[tuple[int, int, str]] = []
        for name in read_names(text, regions):
            self._meet(name)
        for start, end in regions:
            self._meet_papers(start, end)

    def _meet_papers(self, start: int, end: int) -> None:
        """Learn the papers of one paragraph that show themselves by what they do."""
        for found in _PAPER.finditer(self.text, start, end):
            name = found.group(1) or found.group(2)
            if (
                names_no_body(name)
                and known_country(name) is None
                and not is_title(name.split()[0])
            ):
                self.papers.add(self.acronyms.get(name, name))

    def _meet(self, name: Name) -> None:
        """Learn a name: who is meant by its last word, its letters, or a pronoun behind it."""
        is_full = name.name.endswith(name.full) and " " in name.full
        if name.kind in PUBLISHERS:
            self._met_papers.append((name.start, name.end, name.full))
        if name.kind == "person":
            self._people_named[name.start] = name
            if is_full:
                self._meet_person(name)
            if name.roles:
                place = (name.start, name.end, name.full)
                self._titled_names.append(place)
        elif name.kind in PUBLISHERS and is_full:
            self.short_papers.setdefault(name.full.split()[-1], name.full)
        elif name.full != name.name:
            self.acronyms.setdefault(name.name, name.full)

    def _meet_person(self, name: Name) -> None:
        place = (name.end - len(name.full), name.end)
        named = self.full.setdefault(fold(name.full.split()[-1]), {})
        self.by_first_word.setdefault(fold(name.full.split()[0]), set()).add(name.full)
        count, *first = named.get(name.full, (0, *place))
        named[name.full] = (count + 1, first[0], first[1])
        self.offices[name.full].update(name.roles)

    def resolve(self, mention: Mention, place: int) -> Resolved | None:
        """Return who a mention means at this place of the text, or None when that is not known."""
        if mention.pronoun:
            return self._resolve_pronoun(mention)
        short = self._resolve_short(mention)
        if short is not None:
            return short
        if mention.kind == "document" and not mention.document:
            return None
        if mention.document:
            return self._resolve_document(mention, place)
        if mention.kind == "person":
            return self._resolve_person(mention)
        titled = self._titled(mention) if mention.kind == "unnamed" else None
        return titled or Resolved(make_speaker(mention))

    def _resolve_short(self, mention: Mention) -> Resolved | None:
        """Take an acronym, or the last word of a paper's name, for the full name."""
        full = self.acronyms.get(mention.name)
        if full is not None:
            kind = None if mention.kind == "person" else mention.kind
            return Resolved(make_origin(full, kind), "full-name")
        short = self.short_papers.get(_without_article(mention.name))
        if short is not None and mention.kind != "unnamed":
            return Resolved(make_origin(short), "full-name")
        if mention.kind in {"organisation", "person"} and mention.name in self.papers:
            return Resolved(make_origin(mention.name, "outlet"))
        return None

    def _resolve_document(self, mention: Mention, place: int) -> Resolved | None:
        """Take "the report" and "the newspaper" for the outlet that was named last."""
        papers_own = mention.kind is None and looks_like_outlet(mention.name)
        if mention.kind not in {"document", None} or papers_own:
            return Resolved(make_speaker(mention))
        publisher = self._publisher_before(place)
        if publisher is not None:
            return Resolved(publisher[0], "said-report", publisher[1])
        return Resolved(make_speaker(mention)) if mention.kind == "document" else None

    def _resolve_person(self, mention: Mention) -> Resolved:
        known = None if " " in mention.name else self._find_full(fold(mention.name))
        name = self._choose(known or {}, mention.role)
        if known is None or name is None:
            return Resolved(self._person(mention.name, mention.role))
        return Resolved(self._person(name, mention.role), "full-name", known[name][1:])

    def _choose(self, known: dict[str, tuple[int, int, int]], role: str) -> str | None:
        """Return which of the full names a surname means, or None where that is not sure.

        Who holds another office is somebody else ("the captain, Renn" is no Minister Renn). Of two
        that are left, a surname alone means the one who is named far more often.
        """
        fitting = {n: held for n, held in known.items() if fits_office(role, self.offices[n])}
        by_given: dict[str, int] = {}
        for name, (count, *_) in fitting.items():
            given = fold(name)[:1]
            by_given[given] = by_given.get(given, 0) + count
        often = sorted(by_given.values(), reverse=True)
        if not often or (len(often) > 1 and often[0] < _FAR_MORE * often[1]):
            return None
        best = max(by_given, key=lambda given: by_given[given])
        mine = {n: held for n, held in fitting.items() if fold(n)[:1] == best}
        return min(mine, key=lambda n: (-mine[n][0], mine[n][1]))

    def _find_full(self, short: str) -> dict[str, tuple[int, int, int]] | None:
        """Return the full names that a single word stands for: by surname, wherever it stands.

        A family name may come first ("Kim Min-seok"); a first word counts where it is one person's.
        """
        named = self.full.get(short)
        first = self.by_first_word.get(short, set())
        if named is None and len(first) == 1:
            name = next(iter(first))
            named = {name: self.full[fold(name.split()[-1])][name]}
        return named

    def _person(self, name: str, role: str) -> Origin:
        if role:
            self.offices[name].add(role)
        if role and role not in self.roles.get(name, ()):
            self.roles[name] = (*self.roles.get(name, ()), role)
        return make_origin(name, "person", self.roles.get(name, ()))

    def _resolve_pronoun(self, mention: Mention) -> Resolved | None:
        last = {
            "they": self.last_group or self.people.last,
            "it": self._last_publisher_or_body(),
        }.get(mention.name)
        if mention.name in {"he", "she"}:
            last = self.people.take_up(mention.name)
        return Resolved(last[0], "pronoun", last[1]) if last is not None else None

    def _last_publisher_or_body(self) -> tuple[Origin, Place] | None:
        """Return the last body or outlet that spoke: what "it" takes up."""
        candidates = [
            c
            for c in (self.last_group, self.last_publisher)
            if c is not None and c[0].kind != "unnamed"
        ]
        return max(candidates, key=lambda c: c[1]) if candidates else None

    def _titled(self, mention: Mention) -> Resolved | None:
        """Take "the minister" for the one person whom the article calls minister."""
        before = self.text[mention.start : mention.end].casefold()
        if not before.startswith("the "):
            return None
        wanted = set(fold(mention.name).split())
        found = [
            o
            for (role, _), o in self.titles.items()
            if wanted <= set(fold(role).replace(",", " ").split())
        ]
        if found and len({o.id for o in found}) == 1:
            return Resolved(found[0], "title-alone")
        return None

    def _publisher_before(self, place: int) -> tuple[Origin, Place] | None:
        """Return the outlet named last before a place, in a source or in the running text."""
        offset = max(0, place - _FARTHEST_PUBLISHER)
        window = self.text[offset:place]
        last: tuple[Origin, Place] | None = None
        before = bisect_left(self._met_papers, (place, place, ""))
        if before and self._met_papers[before - 1][0] >= offset:
            start, end, name = self._met_papers[before - 1]
            last = (make_origin(name), (start, end))
        for paper in sorted(self.papers):
            at = window.rfind(paper)
            if at >= 0 and (last is None or offset + at > last[1][0]):
                spot = (offset + at, offset + at + len(paper))
                last = (make_origin(paper, "outlet"), spot)
        if self.last_publisher is not None and (last is None or last[1] < self.last_publisher[1]):
            return self.last_publisher
        return last

    def note(self, origin: Origin, place: Place, *, alone: bool = True) -> None:
        """Remember who spoke, for the pronouns that follow; ``alone``: nobody beside this one."""
        phrase = self.text[place[0] : place[1]] if alone else ""
        if origin.kind in {"person", "unnamed"}:
            self.people.meet(origin, place, phrase)
        if origin.kind == "person":
            self.titles.update({(role, origin.id): origin for role in origin.roles})
        elif origin.kind in {"outlet", "agency"}:
            self.last_publisher = (origin, place)
        elif origin.kind in _GROUP_KINDS:
            self.last_group = (origin, place)

    def note_named(self, start: int, end: int) -> None:
        """Remember who is named first of all, or with an office, for a pronoun further on."""
        opening = self._people_named.get(start)
        if opening is not None:
            known = self._find_full(fold(opening.full.split()[-1])) or {}
            name = self._choose(known, "")
            if name is not None:
                place = (opening.start, opening.end)
                self.people.meet(self._person(name, ""), place, self.text[slice(*place)])
        first = bisect_left(self._titled_names, (start, start, ""))
        for begin, stop, name in self._titled_names[first : first + 1]:
            if stop <= end:
                self.people.meet(self._person(name, ""), (begin, stop), self.text[begin:stop])


def _without_article(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")
