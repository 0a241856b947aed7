"""The nouns of the program: what a page, an article, a statement or a claim is, once and for all.

Every record is frozen. Sequences are tuples, never lists; ``None`` means *not known*. Ids are
digests of content, so the same pages give the same ids on every machine (see :func:`identify`).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

PartKind = Literal[
    "headline",
    "standfirst",
    "byline",
    "date",
    "dateline",
    "credit",
    "photo_credit",
    "caption",
    "body",
    "subhead",
    "related",
    "teaser",
    "reference",
    "form",
    "promotion",
    "comment",
    "furniture",
]
DerivationKind = Literal["verbatim", "revision", "cut", "partial", "merged", "rewrite", "quotation"]
Act = Literal[
    "asserts",
    "reports",
    "claims",
    "suggests",
    "expects",
    "promises",
    "asks",
    "urges",
    "warns",
    "condemns",
    "characterises",
    "believes",
    "publishes",
    "confirms",
    "denies",
    "dismisses",
    "denies_knowledge",
    "declines",
    "no_response",
    "refers_elsewhere",
    "evades",
    "retracts",
]
Stance = Literal["asserts", "confirms", "denies", "declines"]
DifferenceKind = Literal[
    "number", "scope", "polarity", "attribution", "date", "place", "name", "verb", "quotation"
]
OriginKind = Literal[
    "person", "organisation", "outlet", "agency", "aggregator", "document", "unnamed"
]
StatementKind = Literal["direct", "indirect", "mixed"]
PublishedHow = Literal["on_page", "metadata", "address", "relative", "inferred", "not_on_page"]
NodeKind = Literal["voice", "relay", "text"]

SOURCE_NOT_STATED = "source-not-stated"
"""The id of the one shared voice behind everything that names nobody."""


_canonical = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode


def identify(*fields: object) -> str:
    """Return the id of a record: 32 hexadecimal digits of the SHA-256 of its telling fields.

    Fields are strings, numbers, None, or (nested) tuples of these.

    >>> identify("article", 3) == identify("article", 3) != identify("article", 4)
    True
    """
    return hashlib.sha256(_canonical(fields).encode("ascii")).hexdigest()[:32]


class Span(NamedTuple):
    """Words of an article: code points ``start`` to ``end`` (half open) of its ``text``."""

    article: str
    start: int
    end: int


class Part(NamedTuple):
    """A labelled stretch of an article's text; one body part is one paragraph."""

    kind: PartKind
    start: int
    end: int


class PagePart(NamedTuple):
    """A labelled stretch of a page that stands outside every article."""

    kind: PartKind
    text: str


class Unproven(NamedTuple):
    """A name that may be an article's maker's or outlet's, and where it stands.

    ``above`` is between the headline and the text, ``over`` over the headline.
    """

    name: str
    place: Literal["over", "above", "within", "below"]


class Passage(NamedTuple):
    """Words of a copy aligned with words of its original; offsets into each article's text."""

    copy_start: int
    copy_end: int
    original_start: int
    original_end: int


class Reason(NamedTuple):
    """Why something was inferred: a rule (a heading in docs/rules.md), its weight, quotations."""

    rule: str
    weight: float
    spans: tuple[Span, ...] = ()


class Capture(NamedTuple):
    """Where and when the bytes of a page were met. ``fetched_at`` is never a file's own time.

    ``media_type`` is what the server called them, with the charset, where an archive kept that.
    """

    locator: str
    url: str | None = None
    fetched_at: str | None = None
    media_type: str | None = None


class Metadata(NamedTuple):
    """What a page, or the record that holds it, says of itself; empty where it says nothing.

    Hints, never prose: as they were found, of the lengths that they had. ``makers`` are those
    whom the page names for the text itself: who holds it, provides it, or is to be credited.
    """

    site: str = ""
    headline: str = ""
    title: str = ""
    published: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    makers: tuple[str, ...] = ()

    def completed(self, other: Metadata) -> Metadata:
        """Say what this says, and what ``other`` says where this is silent.

        >>> Metadata(site="Skerry Herald").completed(Metadata(site="sh", url="u")).url
        'u'
        """
        told = {name: value for name, value in self._asdict().items() if value}
        return other._replace(**told)


class Published(NamedTuple):
    """When an article says it was published: an ISO date or time, and how that is known."""

    value: str | None = None
    how: PublishedHow = "not_on_page"
    note: str = ""


class Said(NamedTuple):
    """When something was said: an ISO date, month or year, and how that is known.

    ``how`` is ``stated`` (an absolute date in the text), ``relative`` (counted from the article's
    date), ``published`` (nothing said, so at most the article's own date) or ``not_known``.
    """

    value: str | None = None
    how: str = "not_known"


class LostNode(NamedTuple):
    """A text that the copies prove and that nobody in the pile holds; ``node`` is ``lost:NAME``."""

    node: str
    origin: Origin | None


class Member(NamedTuple):
    """A claim's part: its words, its stance, its statement (None: an outlet's own sentence)."""

    statement: str | None
    spans: tuple[Span, ...]
    stance: Stance
    hedged: bool = False


class Node(NamedTuple):
    """A node of a claim's graph. ``id`` is an origin's id, or ``text:FAMILY`` for a text."""

    id: str
    kind: NodeKind
    origin: Origin | None = None
    family: str | None = None
    lost: bool = False


class Edge(NamedTuple):
    """From the one who tells to the one who is told; ``inferred`` when no page says so."""

    source: str
    target: str
    inferred: bool
    why: tuple[Reason, ...] = ()


class Graph(NamedTuple):
    """Who told whom, for one claim: from voices through relays to texts."""

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()


class Difference(NamedTuple):
    """Where accounts of one claim differ, and the words that show it."""

    kind: DifferenceKind
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """One that can speak or publish. ``source-not-stated`` is the one that names nobody."""

    id: str
    name: str
    kind: OriginKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as captured, with where and when; ``id`` is the SHA-256 of ``data`` (64 hex digits).

    ``text`` is ``data`` decoded, without NUL or lone surrogates; it is markup when ``media_type``
    is ``text/html``. ``flags`` name what was not whole: a guessed charset, a cut, a flattened tree.
    Where ``data`` is a record that holds a page (a line of JSON, an entry of a feed, a mail),
    ``text`` and ``media_type`` are those of the page in it, and ``hints`` what the record says.
    """

    id: str
    captures: tuple[Capture, ...]
    media_type: str
    size: int
    flags: tuple[str, ...] = ()
    parts: tuple[PagePart, ...] = ()
    data: bytes = field(default=b"", repr=False)
    text: str = field(default="", repr=False)
    hints: Metadata = field(default=Metadata(), repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One piece of journalism found on a page, as text plus labelled parts.

    ``unproven`` are names that stand where makers are named and that its page does not bear out;
    ``why`` tells by what another page a credit was.
    """

    id: str
    page: str
    url: str | None = None
    outlet: Origin | None = None
    via: Origin | None = None
    headline: str | None = None
    authors: tuple[str, ...] = ()
    published: Published = Published()
    dateline: str | None = None
    credit: Origin | None = None
    language: str | None = None
    text: str = field(default="", repr=False)
    parts: tuple[Part, ...] = field(default=(), repr=False)
    unproven: tuple[Unproven, ...] = ()
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """One article's text made from another's; between siblings undirected, ordered by id."""

    id: str
    copy: str
    original: str
    kind: DerivationKind
    directed: bool
    containment: float
    passages: tuple[Passage, ...] = ()
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The articles that descend from one text, as a tree of witnesses and lost originals."""

    id: str
    witnesses: tuple[str, ...]
    archetype: str | None = None
    origin: Origin | None = None
    stemma: tuple[tuple[str, str], ...] = ()
    lost: tuple[LostNode, ...] = ()
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Families about the same event, through time; ``linked`` stories share more than chance."""

    id: str
    label: str
    families: tuple[str, ...]
    linked: tuple[str, ...] = ()
    began: str | None = None
    ended: str | None = None
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """An attribution: who said what, in which words, through whom, when."""

    id: str
    article: str
    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    kind: StatementKind
    act: Act
    verb: str
    hedged: bool = False
    speakers: tuple[Origin, ...] = ()
    through: str | None = None
    relays: tuple[Origin, ...] = ()
    said: Said = Said()
    confidence: float = 0.5
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What several statements assert alike, with how many independent lines lead to it."""

    id: str
    about: Literal["world", "speech"]
    stories: tuple[str, ...]
    gist: Span
    members: tuple[Member, ...]
    voices: tuple[Origin, ...]
    lines: int
    rests_on: tuple[str, ...]
    graph: Graph
    variants: tuple[str, ...] = ()
    differences: tuple[Difference, ...] = ()
    why: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """What was declined, and why. ``subject`` is a page id, an article id or a locator."""

    stage: str
    subject: str
    rule: str
    detail: str
