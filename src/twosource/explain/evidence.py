"""Everything a pile holds, at hand: who stands where, in which text, in which words.

Names of places are made here once, so that every surface calls an article by the same name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from twosource.claims.stances import DENYING
from twosource.explain.account import Quote
from twosource.explain.typeset import clip, visible
from twosource.records import (
    SOURCE_NOT_STATED,
    Article,
    Claim,
    Derivation,
    Family,
    LostNode,
    Member,
    Origin,
    Page,
    Published,
    Refusal,
    Span,
    Statement,
    Story,
)
from twosource.text.names.vocabulary import PLURAL_UNNAMED

SHORTEST_ID = 8
"""Ids are printed and accepted from this many characters on."""
QUOTE_COLUMNS = 420
"""A quotation longer than this is cut on paper; the record keeps all of it."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ARTICLED = frozenset({
    "agency", "army", "authority", "bank", "board", "bureau", "chronicle", "commission",
    "committee", "company", "council", "courier", "court", "department", "embassy", "forces",
    "gazette", "globe", "government", "guardian", "herald", "independent", "inquirer", "journal",
    "kremlin", "ledger", "mail", "military", "ministry", "mirror", "office", "pentagon", "police",
    "post", "press", "register", "sentinel", "service", "services", "standard", "star", "sun",
    "telegraph", "times", "tribune", "union",
})  # fmt: skip
"""Names that end so take "the" in a sentence: ordinary English, not a list of outlets."""
STANDARD_INPUT = "-"
"""The locator of what came in by no file."""
_ONE_OF_MANY = frozenset(
    """adviser advisor aide analyst ambassador diplomat employee engineer expert insider
    investigator lawmaker minister neighbour neighbor officer official passenger person researcher
    resident soldier source spokesman spokesperson spokeswoman staffer student survivor teacher
    villager witness worker""".split()
)
"""Who is called so is mostly one of several: "a spokesperson", not "the spokesperson"."""
_NO_ARTICLE = frozenset(
    """all another any anonymous both children clergy dozens each eight every few five four half her
    his hundreds intelligence its many media men most my nine no nobody none one our people
    personnel police radio seven several six some somebody someone staff television ten that their
    these this those thousands three troops two unnamed various which who women your""".split()
)
"""Names that begin with one of these, or whose head is one, take no article before them."""
_SMALL_WORD = re.compile(
    r" (?:of|in|at|for|from|on|by|with|close|near|familiar|who|that|and|briefed|involved)\b"
)
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_NAMES_TOLD = 4
_MARKS = frozenset("\"“”„«»‘'’")
_ONE_MARK = str.maketrans(dict.fromkeys("“”„«»‘’'", '"'))
"""House styles differ in quotation marks; the words between them are the same."""


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The records of a pile, or of a part of it, with what is needed to speak of them."""

    pages: tuple[Page, ...] = ()
    articles: tuple[Article, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    families: tuple[Family, ...] = ()
    stories: tuple[Story, ...] = ()
    statements: tuple[Statement, ...] = ()
    claims: tuple[Claim, ...] = ()
    origins: tuple[Origin, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    unfinished: bool = False
    """A trace was cut short: pages are kept from which nothing has been made yet."""

    @classmethod
    def gather(cls, *, unfinished: bool = False, **nouns: Iterable[Any]) -> Evidence:
        """Take the records of each noun, in any order and any kind of sequence."""
        held: dict[str, Any] = {noun: tuple(records) for noun, records in nouns.items()}
        return cls(unfinished=unfinished, **held)

    @cached_property
    def page(self) -> dict[str, Page]:
        """Pages by id."""
        return {one.id: one for one in self.pages}

    @cached_property
    def article(self) -> dict[str, Article]:
        """Articles by id."""
        return {one.id: one for one in self.articles}

    @cached_property
    def family(self) -> dict[str, Family]:
        """Families by id."""
        return {one.id: one for one in self.families}

    @cached_property
    def family_of(self) -> dict[str, Family]:
        """The one family of each article."""
        return {article: one for one in self.families for article in one.witnesses}

    @cached_property
    def story_of(self) -> dict[str, Story]:
        """The story of each family."""
        return {family: one for one in self.stories for family in one.families}

    @cached_property
    def story(self) -> dict[str, Story]:
        """Stories by id."""
        return {one.id: one for one in self.stories}

    @cached_property
    def statement(self) -> dict[str, Statement]:
        """Statements by id."""
        return {one.id: one for one in self.statements}

    @cached_property
    def claim(self) -> dict[str, Claim]:
        """Claims by id."""
        return {one.id: one for one in self.claims}

    @cached_property
    def origin(self) -> dict[str, Origin]:
        """Origins by id, also those that only stand inside other records."""
        met = {node.origin.id: node.origin for claim in self.claims for node in claim.graph.nodes
               if node.origin}  # fmt: skip
        for article in self.articles:
            met.update(
                {one.id: one for one in (article.outlet, article.via, article.credit) if one}
            )
        for statement in self.statements:
            met.update({one.id: one for one in (*statement.speakers, *statement.relays)})
        met.update({one.id: one for one in self.origins})
        return met

    @cached_property
    def derivation(self) -> dict[str, Derivation]:
        """Derivations by id."""
        return {one.id: one for one in self.derivations}

    @cached_property
    def made_from(self) -> dict[str, tuple[Derivation, ...]]:
        """The derivations that each article has a part in."""
        found: dict[str, list[Derivation]] = {}
        for one in self.derivations:
            for article in (one.copy, one.original):
                found.setdefault(article, []).append(one)
        return {article: tuple(those) for article, those in found.items()}

    @cached_property
    def articles_on(self) -> dict[str, tuple[Article, ...]]:
        """The articles of each page."""
        found: dict[str, list[Article]] = {}
        for one in self.articles:
            found.setdefault(one.page, []).append(one)
        return {page: tuple(those) for page, those in found.items()}

    def between(self, family: Family) -> tuple[Derivation, ...]:
        """Give the derivations among the copies of one text, each once."""
        inside = set(family.witnesses)
        return tuple(
            one
            for article in family.witnesses
            for one in self.made_from.get(article, ())
            if one.copy == article and one.original in inside
        )

    @cached_property
    def claims_of(self) -> dict[str, tuple[Claim, ...]]:
        """The claims of each story."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            for story in claim.stories:
                found.setdefault(story, []).append(claim)
        return {story: tuple(claims) for story, claims in found.items()}

    @cached_property
    def claims_with(self) -> dict[str, tuple[Claim, ...]]:
        """The claims that each statement is a member of."""
        found: dict[str, list[Claim]] = {}
        for claim in self.claims:
            for statement in dict.fromkeys(m.statement for m in claim.members if m.statement):
                found.setdefault(statement, []).append(claim)
        return {statement: tuple(claims) for statement, claims in found.items()}

    @cached_property
    def untied_denials(self) -> dict[str, tuple[Statement, ...]]:
        """Denials of each story that no claim holds as one: what is denied could not be told."""
        tied = {m.statement for c in self.claims for m in c.members if m.stance == "denies"}
        found: dict[str, list[Statement]] = {}
        for one in self.statements:
            if one.act in DENYING and one.id not in tied:
                family = self.family_of.get(one.article)
                story = self.story_of.get(family.id) if family else None
                if story is not None:
                    found.setdefault(story.id, []).append(one)
        return {story: tuple(denials) for story, denials in found.items()}

    @cached_property
    def statements_of(self) -> dict[str, tuple[Statement, ...]]:
        """The statements of each article, in the order of its text."""
        found: dict[str, list[Statement]] = {}
        for one in self.statements:
            found.setdefault(one.article, []).append(one)
        return {
            article: tuple(sorted(those, key=lambda one: (first_of(one), one.id)))
            for article, those in found.items()
        }

    @cached_property
    def _ids(self) -> list[str]:
        nouns = (
            self.pages, self.articles, self.derivations, self.families,
            self.stories, self.statements, self.claims,
        )  # fmt: skip
        return sorted({one.id for noun in nouns for one in noun} | set(self.origin))

    def shorten(self, identity: str) -> str:
        """Give the shortest beginning of an id, of 8 characters or more, that is its alone."""
        if identity == SOURCE_NOT_STATED:
            return identity  # a word, not a digest: half of it would say nothing
        where = bisect_left(self._ids, identity)
        length = SHORTEST_ID
        for other in self._ids[max(0, where - 1) : where + 2]:
            if other != identity:
                same = 0
                while same < min(len(other), len(identity)) and other[same] == identity[same]:
                    same += 1
                length = max(length, same + 1)
        return visible(identity[:length])

    def begin_with(self, prefix: str) -> tuple[str, ...]:
        """Give all ids that begin with a prefix."""
        where = bisect_left(self._ids, prefix)
        found = []
        while where < len(self._ids) and self._ids[where].startswith(prefix):
            found.append(self._ids[where])
            where += 1
        return tuple(found)

    def record(self, identity: str) -> Any:  # noqa: ANN401 (a record of any noun)
        """Give the record with this full id; raises ``KeyError`` when there is none."""
        for records in (
            self.claim, self.statement, self.family, self.derivation,
            self.story, self.article, self.page, self.origin,
        ):  # fmt: skip
            if identity in records:
                return records[identity]
        raise KeyError(identity)

    # Names.

    def name_page(self, page: str) -> str:
        """Call a page by the last part of the place it was met at."""
        record = self.page.get(page)
        if record is None or not record.captures:
            return page[:SHORTEST_ID]
        locator = min(capture.locator for capture in record.captures)
        if not locator:
            address = next((c.url for c in record.captures if c.url), None)
            return clip(visible(address or page[:SHORTEST_ID]), 48)
        if locator == STANDARD_INPUT:
            return "standard input"
        path, mark, name = locator.replace("\\", "/").partition("#")
        return clip(visible(path.rsplit("/", 1)[-1] + mark + name), 48)

    def places_of(self, page: Page) -> tuple[str, ...]:
        """Say where the bytes of a page were met: in files, at addresses, at times."""
        told = []
        for capture in page.captures:
            place = (
                "standard input" if capture.locator == STANDARD_INPUT else visible(capture.locator)
            )
            parts = [part for part in (place, visible(capture.url or "")) if part]
            if capture.fetched_at:
                parts.append(f"fetched {visible(capture.fetched_at)}")
            told.append(" · ".join(parts))
        return tuple(dict.fromkeys(one for one in told if one))

    def name_article(self, article: str) -> str:
        """Call an article by its outlet, and where it was found when that is another's page."""
        record = self.article.get(article)
        if record is None:
            return f"an article that is not held ({article[:SHORTEST_ID]})"
        name = visible(record.outlet.name) if record.outlet else "unnamed outlet"
        if record.via and (record.outlet is None or record.via.id != record.outlet.id):
            return f"{name} (on {visible(record.via.name)})"
        return name if record.outlet else f"{name} ({self.name_page(record.page)})"

    def name_articles(self, articles: Iterable[str]) -> str:
        """Name several articles in one breath, each once."""
        return enumerate_in_words(list(dict.fromkeys(map(self.name_article, articles))))

    def paragraph(self, span: Span) -> int | None:
        """Say which paragraph of the body a span begins in, counted from one."""
        record = self.article.get(span.article)
        if record is None:
            return None
        bodies = [part for part in record.parts if part.kind == "body"]
        for number, part in enumerate(bodies, start=1):
            if part.start <= span.start < part.end:
                return number
        return None

    def place(self, span: Span) -> str:
        """Say where a span stands: the outlet and the paragraph."""
        number = self.paragraph(span)
        name = self.name_article(span.article)
        if number is not None:
            return f"{name}, paragraph {number}"
        record = self.article.get(span.article)
        kind = next(
            (p.kind for p in (record.parts if record else ()) if p.start <= span.start < p.end),
            None,
        )
        return f"{name}, {kind.replace('_', ' ')}" if kind else name

    def words(self, span: Span) -> str:
        """Give the words of a span on one line, hidden characters shown."""
        record = self.article.get(span.article)
        return visible(record.text[span.start : span.end]) if record else ""

    def quote(self, span: Span) -> Quote:
        """Quote a span with its place."""
        words = clip(self.words(span), QUOTE_COLUMNS)
        return Quote(words, self.place(span), span.article)

    def quotes(self, spans: Iterable[Span]) -> tuple[Quote, ...]:
        """Quote several spans; equal words once, with the other places that hold them."""
        alike: dict[str, list[Span]] = {}
        for span in sorted(set(spans), key=lambda one: (self._rank(one.article), one)):
            alike.setdefault(self.words(span).casefold().translate(_ONE_MARK), []).append(span)
        told = []
        for those in alike.values():
            quote = self.quote(those[0])
            others = list(dict.fromkeys(one.article for one in those[1:]))
            others = [one for one in others if one != those[0].article]
            if others:
                also = f"{quote.place}; likewise in {self.name_articles(others)}"
                quote = quote._replace(place=also)
            told.append(quote)
        return tuple(told)

    def sentence_of(self, statement: Statement) -> Span:
        """Give the words of a statement from its first span to its last, if they stand together."""
        spans = [one for one in (statement.source, statement.cue, *statement.content) if one]
        if not spans:
            return Span(statement.article, 0, 0)
        whole = Span(statement.article, min(s.start for s in spans), max(s.end for s in spans))
        record = self.article.get(statement.article)
        torn = record is not None and "\n" in record.text[whole.start : whole.end].strip()
        apart = self.paragraph(whole) != self.paragraph(max(spans, key=lambda one: one.start))
        return spans[-1] if torn and apart else self._with_marks(whole)

    def _with_marks(self, span: Span) -> Span:
        """Take in the quotation mark just outside a span that holds the other one of the pair."""
        record = self.article.get(span.article)
        if record is None or not any(mark in _MARKS for mark in self.words(span)):
            return span
        start, end = span.start, span.end
        if record.text[start - 1 : start] in _MARKS and not record.text[:start][-2:-1].isalnum():
            start -= 1
        if record.text[end : end + 1] in _MARKS and not record.text[end + 1 : end + 2].isalnum():
            end += 1
        return Span(span.article, start, end)

    def member_words(self, member: Member) -> Span | None:
        """Give the words to quote for a member of a claim: its whole statement, or its sentence."""
        if member.statement and member.statement in self.statement:
            return self.sentence_of(self.statement[member.statement])
        if not member.spans:
            return None
        first = member.spans[0]
        return Span(
            first.article,
            min(s.start for s in member.spans if s.article == first.article),
            max(s.end for s in member.spans if s.article == first.article),
        )

    def member_article(self, member: Member) -> str | None:
        """Say which article a member of a claim stands in."""
        if member.statement and member.statement in self.statement:
            return self.statement[member.statement].article
        return member.spans[0].article if member.spans else None

    def name_lost(self, lost: LostNode) -> str:
        """Call a text that nobody holds by its maker."""
        if lost.origin is None:
            return "an original of unknown maker (not in your pages)"
        name = visible(lost.origin.name)
        if lost.origin.kind == "agency":
            return f"{name} dispatch (not in your pages)"
        if lost.origin.kind in {"outlet", "aggregator"}:
            return f"{name}’s own page (not in your pages)"
        return f"{name} (not in your pages)"

    def name_family(self, family: Family) -> str:
        """Call a text by its original: the lost dispatch, or the article that the others follow."""
        if family.archetype is None and family.lost:
            children = {child for _, child in family.stemma}
            tops = [lost for lost in family.lost if lost.node not in children] or family.lost
            return self.name_lost(tops[0])
        if family.archetype is not None:
            return self.name_article(family.archetype)
        if len(family.witnesses) == 1:
            return self.name_article(family.witnesses[0])
        return f"one text in {len(family.witnesses)} places"

    def order(self, articles: Iterable[str]) -> list[str]:
        """Put articles in telling order: named outlets first, then by name, then by id."""
        return sorted(articles, key=self._rank)

    def _rank(self, article: str) -> tuple[bool, str, str]:
        record = self.article.get(article)
        return (record is None or record.outlet is None, self.name_article(article), article)


def first_of(statement: Statement) -> int:
    """Say at which code point of its article a statement begins."""
    spans = [one for one in (statement.source, statement.cue, *statement.content) if one]
    return min((span.start for span in spans), default=0)


def name_in_prose(origin: Origin | None) -> str:
    """Name an origin as a sentence does, inside: "the New York Times", "AFP", "US officials".

    >>> name_in_prose(Origin(id="1", name="Ostrava Herald", kind="outlet"))
    'the Ostrava Herald'
    >>> name_in_prose(Origin(id="2", name="Police", kind="organisation"))
    'police'
    """
    if origin is None:
        return "a source not stated"
    name = visible(origin.name)
    lowered = name.lower()
    if lowered in _NO_ARTICLE | PLURAL_UNNAMED and name == name.capitalize():
        return lowered  # a common noun that a sentence began with
    if lowered.startswith(("the ", "a ", "an ")):
        return name[0].lower() + name[1:]
    if origin.kind in {"person", "unnamed", "organisation"} and origin.id != SOURCE_NOT_STATED:
        article = _choose_article(name)
        if article:
            return f"{article} {name}"
    if "'s " in lowered or "’s " in lowered:
        return name
    last = lowered.rsplit(" ", 1)[-1]
    said_so = any(alias.lower() == f"the {lowered}" for alias in origin.aliases)
    if origin.kind in {"outlet", "organisation", "agency"} and (said_so or last in _ARTICLED):
        return f"the {name}"
    return name


def _choose_article(name: str) -> str:
    """Choose what stands before an office or description that no proper name is part of.

    >>> [_choose_article(one) for one in ("harbour master", "spokesperson for the board", "police")]
    ['the', 'a', '']
    >>> [_choose_article(one) for one in ("two engineers", "US officials", "seamen's union")]
    ['', '', 'the']
    """
    head = _SMALL_WORD.split(name, maxsplit=1)[0]
    first, last = (head.split() or [""])[0], (head.split() or [""])[-1]
    first = _POSSESSIVE.sub("", first)
    if not first[:1].islower() or not first.isalpha() or not last.islower():
        return ""
    plural = last.endswith("s") and not last.endswith(("ss", "us", "is"))
    if plural or last in _NO_ARTICLE or first in _NO_ARTICLE:
        return ""
    if last in _ONE_OF_MANY:
        return "an" if first[0] in "aeio" or first.startswith(("un", "up")) else "a"
    return "the"


def begin_sentence(text: str) -> str:
    """Begin a sentence with a capital."""
    return text[:1].upper() + text[1:]


def enumerate_in_words(names: list[str], *, most: int = _NAMES_TOLD, last: str = "and") -> str:
    """Join names as a sentence does; beyond ``most`` it says how many more there are.

    >>> enumerate_in_words(["A", "B", "C"])
    'A, B and C'
    """
    if len(names) > most:
        return f"{', '.join(names[:most])} {last} {len(names) - most} more"
    if len(names) > 1:
        return f"{', '.join(names[:-1])} {last} {names[-1]}"
    return names[0] if names else ""


def count_of(number: int, one: str, many: str | None = None) -> str:
    """Count things in words: "1 line", "2 lines".

    >>> count_of(2, "dispatch", "dispatches")
    '2 dispatches'
    """
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def speak_date(value: str | None) -> str:
    """Say an ISO date, month or year as people do; times are left out.

    >>> speak_date("2025-01-31"), speak_date("2025-01")
    ('31 January 2025', 'January 2025')
    """
    if not value:
        return ""
    numbers = value[:10].split("-")
    if not all(number.isdigit() for number in numbers):
        return visible(value)
    year = numbers[0]
    month = _MONTHS[int(numbers[1]) - 1] if len(numbers) > 1 and 1 <= int(numbers[1]) <= 12 else ""  # noqa: PLR2004 (months)
    day = str(int(numbers[2])) if len(numbers) > 2 else ""  # noqa: PLR2004 (year, month, day)
    return " ".join(part for part in (day, month, year) if part)


def speak_span_of_time(began: str | None, ended: str | None) -> str:
    """Say from when to when, without repeating month and year.

    >>> speak_span_of_time("2025-01-29", "2025-01-31")
    '29–31 January 2025'
    """
    first, last = speak_date(began), speak_date(ended)
    if not first or not last or first == last:
        return first or last or "no date on the pages"
    head, tail = first.split(" "), last.split(" ")
    while len(head) > 1 and len(head) == len(tail) and head[-1] == tail[-1]:
        head.pop()
        tail.pop()
    joined = "–" if len(head) == len(tail) == 1 else " – "
    return f"{' '.join(head)}{joined}{last}"


_HOW = {
    "inferred": "inferred",
    "relative": "counted from words on the page",
    "address": "from the page’s address",
}


def speak_published(published: Published) -> str:
    """Say when an article was published, with a mark where the page does not plainly say so."""
    if not published.value:
        note = visible(published.note)
        if published.how == "relative" and note:
            return f"no date on the page but “{clip(note, 30)}”"
        if published.how == "on_page" and note:
            return f"“{clip(note, 30)}”, which can be read as more than one day"
        return "no date on the page"
    how = _HOW.get(published.how)
    said = speak_date(published.value)
    return f"{said} ({how})" if how else said
