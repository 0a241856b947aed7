"""Who is meant: surnames, pronouns, titles and "the report", followed through one article."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.records import Origin
from twosource.statements.sources import Mention, is_title, make_speaker, names_no_body
from twosource.text.names import known_country, known_outlet, looks_like_outlet, make_origin
from twosource.text.words import fold

_NAME_RUN = re.compile(
    r"[^\W\d_a-z][\w'\u2019-]*(?:[ \u00a0](?:(?:de|da|del|der|van|von|bin|al|el|la|le|du|dos|di|den)[ \u00a0]){0,2}[^\W\d_a-z][\w'\u2019-]*){1,4}"
)
_ACRONYM = re.compile(
    r"((?:[A-Z][\w'\u2019-]*[ ](?:(?:of|for|the|and)[ ]){0,2}){1,6}[A-Z][\w'\u2019-]*) \(([A-Z][A-Za-z.]{1,9})\)"
)
_OUTLET_RUN = re.compile(
    r"(?:[Tt]he )?[A-Z][\w.&'\u2019-]*(?: (?:of |the |and )?[A-Z][\w.&'\u2019-]*){0,4}"
)
_PAPER = re.compile(
    r"\b[Tt]he ([A-Z][\w'\u2019-]*(?: [A-Z][\w'\u2019-]*){0,3}) "
    r"(?:newspaper|daily|weekly|magazine|broadcaster|website|news site|reported|reports that|article|wrote)\b"
    r"|\b[Tt]he ([A-Z][\w-]*(?: [A-Z][\w-]*){0,3})['\u2019]s (?:story|article|scoop|front page|website|newsroom)\b"
)
"""Shapes that only a paper fits: "the Morning Lantern reported", "the Lantern newspaper"."""
_GROUP_KINDS = frozenset({"unnamed", "organisation"})


class Resolved(NamedTuple):
    """A speaker, and the rule and words by which a short form was taken for it (if it was)."""

    origin: Origin
    rule: str | None = None
    place: tuple[int, int] | None = None


class Cast:
    """The people and bodies of one article, met from its beginning to its end."""

    def __init__(self, text: str, regions: list[tuple[int, int]]) -> None:
        self.text = text
        self.full: dict[str, tuple[str, int, int]] = {}
        self.acronyms: dict[str, str] = {}
        self.papers: set[str] = set()
        self.short_papers: dict[str, str] = {}
        self.roles: dict[str, tuple[str, ...]] = {}
        self.titles: list[tuple[str, Origin]] = []
        self.last_person: tuple[Origin, tuple[int, int]] | None = None
        self.last_group: tuple[Origin, tuple[int, int]] | None = None
        self.last_publisher: tuple[Origin, tuple[int, int]] | None = None
        self._names: list[tuple[int, int, str]] = []
        for start, end in regions:
            self._meet(start, end)

    def _meet(self, start: int, end: int) -> None:
        for found in _ACRONYM.finditer(self.text, start, end):
            self.acronyms.setdefault(found.group(2), found.group(1).removeprefix("The "))
        for found in _PAPER.finditer(self.text, start, end):
            name = found.group(1) or found.group(2)
            if (
                names_no_body(name)
                and known_country(name) is None
                and not is_title(name.split()[0])
            ):
                self.papers.add(self.acronyms.get(name, name))
        for found in _OUTLET_RUN.finditer(self.text, start, end):
            name = found.group().removeprefix("The ").removeprefix("the ")
            if " " in name and looks_like_outlet(name):
                self.short_papers.setdefault(name.split()[-1], name)
        for found in _NAME_RUN.finditer(self.text, start, end):
            words = found.group().split()
            if found.group().endswith(("'s", "\u2019s")):
                words[-1] = words[-1][:-2]
            for first in range(len(words) - 1):
                given = words[first]
                if (
                    is_title(given)
                    or known_country(given) is not None
                    or given.endswith(("'s", "\u2019s"))
                ):
                    continue
                rest = words[first + 1 :]
                if not 1 <= len(rest) <= 3 or any(is_title(w) for w in rest):
                    continue
                if known_country(" ".join(words[first : first + 2])) is not None:
                    continue
                name = " ".join(words[first:])
                at = found.start() + found.group().find(given)
                self.full.setdefault(fold(rest[-1]), (name, at, at + len(name)))
                self._names.append((at, at + len(name), name))
                break

    def resolve(self, mention: Mention, place: int) -> Resolved | None:
        """Return who a mention means at this place of the text, or None when that is not known."""
        if mention.pronoun:
            return self._resolve_pronoun(mention)
        if mention.name in self.acronyms:
            full = self.acronyms[mention.name]
            return Resolved(
                make_origin(full, None if mention.kind == "person" else mention.kind), "full-name"
            )
        short = self.short_papers.get(mention.name.removeprefix("The ").removeprefix("the "))
        if short is not None and mention.kind != "unnamed":
            return Resolved(make_origin(short), "full-name")
        if mention.kind == "document" and not mention.document:
            return None
        if mention.kind in {"organisation", "person"} and mention.name in self.papers:
            return Resolved(make_origin(mention.name, "outlet"))
        if mention.document and mention.kind == "document":
            publisher = self._publisher_before(place)
            if publisher is not None:
                return Resolved(publisher[0], "said-report", publisher[1])
        if mention.document and mention.kind is None and not looks_like_outlet(mention.name):
            publisher = self._publisher_before(place)
            return Resolved(publisher[0], "said-report", publisher[1]) if publisher else None
        if mention.kind == "person" and " " not in mention.name:
            known = self.full.get(fold(mention.name))
            if known is not None:
                name, start, end = known
                return Resolved(self._person(name, mention.role), "full-name", (start, end))
        if mention.kind == "person":
            return Resolved(self._person(mention.name, mention.role))
        if mention.kind == "unnamed":
            titled = self._titled(mention)
            if titled is not None:
                return titled
        return Resolved(make_speaker(mention))

    def _person(self, name: str, role: str) -> Origin:
        if role and role not in self.roles.get(name, ()):
            self.roles[name] = (*self.roles.get(name, ()), role)
        return make_origin(name, "person", self.roles.get(name, ()))

    def _resolve_pronoun(self, mention: Mention) -> Resolved | None:
        last = {
            "he": self.last_person,
            "she": self.last_person,
            "they": self.last_group or self.last_person,
            "it": self.last_publisher_or_body(),
        }.get(mention.name)
        return Resolved(last[0], "pronoun", last[1]) if last is not None else None

    def last_publisher_or_body(self) -> tuple[Origin, tuple[int, int]] | None:
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
            o for role, o in self.titles if wanted <= set(fold(role).replace(",", " ").split())
        ]
        if found and len({o.id for o in found}) == 1:
            return Resolved(found[0], "title-alone")
        return None

    def _publisher_before(self, place: int) -> tuple[Origin, tuple[int, int]] | None:
        """Return the outlet named last before a place, in a source or in the running text."""
        window = self.text[max(0, place - 1200) : place]
        offset = max(0, place - 1200)
        last = None
        for found in _OUTLET_RUN.finditer(window):
            if looks_like_outlet(found.group()) and (
                known_outlet(found.group()) is not None
                or " " in found.group().removeprefix("The ").removeprefix("the ")
                or found.group().removeprefix("The ").removeprefix("the ") in self.short_papers
            ):
                name = found.group().removeprefix("The ").removeprefix("the ")
                last = (
                    make_origin(self.short_papers.get(name, name)),
                    (offset + found.start(), offset + found.end()),
                )
        for paper in sorted(self.papers):
            at = window.rfind(paper)
            if at >= 0 and (last is None or offset + at > last[1][0]):
                last = (make_origin(paper, "outlet"), (offset + at, offset + at + len(paper)))
        if self.last_publisher is not None and (last is None or last[1] < self.last_publisher[1]):
            return self.last_publisher
        return last

    def note(self, origin: Origin, place: tuple[int, int]) -> None:
        """Remember who spoke, for the pronouns that follow."""
        if origin.kind == "person":
            self.last_person = (origin, place)
            self.titles.extend((role, origin) for role in origin.roles)
        elif origin.kind in {"outlet", "agency"}:
            self.last_publisher = (origin, place)
        elif origin.kind in _GROUP_KINDS:
            self.last_group = (origin, place)

    def note_named(self, start: int, end: int) -> None:
        """Remember the last person named in running text, for a pronoun in the next sentence."""
        named = [(a, b, n) for a, b, n in self._names if start <= a < end and self._is_person(n, a)]
        if named:
            first = named[0]
            self.last_person = (self._person(first[2], ""), (first[0], first[1]))

    def _is_person(self, name: str, start: int) -> bool:
        """Tell whether a run of capitals is a person: a title stands before it."""
        if looks_like_outlet(name) or known_country(name) is not None:
            return False
        before = self.text[max(0, start - 40) : start].split()
        return bool(before) and is_title(before[-1].strip(",."))
