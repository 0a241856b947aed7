"""A small made-up press, as records: one dispatch in two places, one text beside it.

The dam at Oldmere, the Varnholt Courier and the agency NordWire exist nowhere else.
"""

from __future__ import annotations

from twosource.explain import Evidence
from twosource.records import (
    SOURCE_NOT_STATED,
    Article,
    Capture,
    Claim,
    Derivation,
    Difference,
    Edge,
    Family,
    Graph,
    LostNode,
    Member,
    Node,
    Origin,
    Page,
    PagePart,
    Part,
    Passage,
    Published,
    Reason,
    Refusal,
    Said,
    Span,
    Statement,
    Story,
    identify,
)


def origin(name: str, kind: str, **more: tuple[str, ...]) -> Origin:
    return Origin(id=identify("origin", name), name=name, kind=kind, **more)  # type: ignore[arg-type]


NORDWIRE = origin("NordWire", "agency")
COURIER = origin("Varnholt Courier", "outlet", aliases=("The Varnholt Courier",))
LAKESIDE = origin("Lakeside Daily", "outlet")
GAZETTE = origin("東都新聞 Tōto Gazette", "outlet")
ENGINEERS = origin("two engineers", "unnamed")
OFFICIALS = origin("water officials", "unnamed")
MAYOR = origin("Ilse Brandt", "person", roles=("mayor of Oldmere",))
UNSTATED = Origin(id=SOURCE_NOT_STATED, name="source not stated", kind="unnamed")
HUB = origin("NewsHub", "aggregator")

DISPATCH = (
    "Citing two engineers and water officials, the Varnholt Courier reported on Tuesday that the "
    "dam at Oldmere had been leaking for about three weeks.\n"
    "Mayor Ilse Brandt declined to comment on the report.\n"
)
OTHER = (
    "The Varnholt Courier wrote that the dam at Oldmere had leaked for around three weeks.\n"
    "“We will not comment on rumours,” Brandt said.\n"
)


def article(name: str, text: str, outlet: Origin | None, **more: object) -> Article:
    parts, start = [], 0
    for line in text.split("\n")[:-1]:
        parts.append(Part("body", start, start + len(line)))
        start += len(line) + 1
    page = page_of(name)
    return Article(
        id=identify("article", name),
        page=page.id,
        outlet=outlet,
        text=text,
        parts=tuple(parts),
        **more,  # type: ignore[arg-type]
    )


def page_of(name: str) -> Page:
    return Page(
        id=identify("page", name) * 2,
        captures=(Capture(f"in/{name}.html"),),
        media_type="text/html",
        size=900,
        parts=(PagePart("furniture", "Menu"),),
    )


def span(one: Article, words: str) -> Span:
    start = one.text.index(words)
    return Span(one.id, start, start + len(words))


def statement(one: Article, words: str, act: str, verb: str, **more: object) -> Statement:
    content = span(one, words)
    return Statement(
        id=identify("statement", one.id, words),
        article=one.id,
        source=None,
        cue=span(one, verb),
        content=(content,),
        kind="indirect",
        act=act,
        verb=verb,  # type: ignore[arg-type]
        why=(Reason("cue-verb", 1.0, (span(one, verb),)),),
        **more,  # type: ignore[arg-type]
    )


def evidence(*, hostile: str = "") -> Evidence:
    """Two copies of a lost dispatch, one text of another paper, one claim, one refusal."""
    lakeside = (
        LAKESIDE if not hostile else Origin(id=identify(hostile), name=hostile, kind="outlet")
    )
    one = article(
        "one",
        DISPATCH,
        lakeside,
        headline=f"Dam leaked for weeks{hostile}",
        credit=NORDWIRE,
        published=Published("2031-03-04", "on_page"),
    )
    two = article(
        "two",
        "OLDMERE: " + DISPATCH,
        None,
        via=None,
        headline="Oldmere dam leaked",
        published=Published("2031-03-05", "inferred"),
    )
    three = article("three", OTHER, GAZETTE, headline="水 Mayor silent on leak")
    says = "about three weeks"
    first = statement(
        one,
        "dam at Oldmere had been leaking for about three weeks",
        "reports",
        "reported",
        speakers=(ENGINEERS, OFFICIALS),
        relays=(COURIER,),
    )
    second = statement(
        two,
        "dam at Oldmere had been leaking for about three weeks",
        "reports",
        "reported",
        speakers=(ENGINEERS, OFFICIALS),
        relays=(COURIER,),
    )
    third = statement(
        three,
        "the dam at Oldmere had leaked for around three weeks",
        "reports",
        "wrote",
        speakers=(COURIER,),
    )
    refuses = statement(
        one,
        "to comment on the report",
        "declines",
        "declined",
        speakers=(MAYOR,),
        said=Said("2031-03-04", "published"),
    )
    dispatch = Family(
        id=identify("family", one.id, two.id),
        witnesses=(one.id, two.id),
        archetype=None,
        origin=NORDWIRE,
        stemma=(("lost:NordWire", one.id), ("lost:NordWire", two.id)),
        lost=(LostNode("lost:NordWire", NORDWIRE),),
        why=(Reason("shared-text", 1.0, (span(one, says), span(two, says))),),
    )
    alone = Family(id=identify("family", three.id), witnesses=(three.id,), archetype=three.id)
    story = Story(
        id=identify("story", "dam"),
        label="Dam leaked for weeks" + hostile,
        families=(dispatch.id, alone.id),
        began="2031-03-04",
        ended="2031-03-05",
    )
    text_one, text_two = f"text:{dispatch.id}", f"text:{alone.id}"
    graph = Graph(
        nodes=(
            Node(ENGINEERS.id, "voice", ENGINEERS),
            Node(OFFICIALS.id, "voice", OFFICIALS),
            Node(COURIER.id, "relay", COURIER),
            Node(NORDWIRE.id, "relay", NORDWIRE),
            Node(GAZETTE.id, "relay", GAZETTE),
            Node(text_one, "text", None, dispatch.id),
            Node(text_two, "text", None, alone.id),
        ),
        edges=(
            Edge(
                ENGINEERS.id,
                COURIER.id,
                inferred=False,
                why=(Reason("citing", 1.0, (span(one, "Citing two engineers"),)),),
            ),
            Edge(OFFICIALS.id, COURIER.id, inferred=False),
            Edge(COURIER.id, NORDWIRE.id, inferred=False),
            Edge(NORDWIRE.id, text_one, inferred=True),
            Edge(COURIER.id, GAZETTE.id, inferred=False),
            Edge(GAZETTE.id, text_two, inferred=False),
        ),
    )
    claim = Claim(
        id=identify("claim", "leak"),
        about="world",
        stories=(story.id,),
        gist=span(one, "dam at Oldmere had been leaking for about three weeks"),
        members=(
            Member(first.id, first.content, "asserts"),
            Member(second.id, second.content, "asserts"),
            Member(third.id, third.content, "asserts"),
            Member(refuses.id, refuses.content, "declines"),
        ),
        voices=(ENGINEERS, OFFICIALS),
        lines=1,
        rests_on=(COURIER.id,),
        graph=graph,
        differences=(Difference("number", (span(one, says), span(three, "around three weeks"))),),
    )
    derivation = Derivation(
        id=identify("derivation", one.id, two.id),
        copy=two.id,
        original=one.id,
        kind="revision",
        directed=False,
        containment=0.95,
        passages=(Passage(9, 60, 0, 51),),
    )
    return Evidence.gather(
        pages=(page_of("one"), page_of("two"), page_of("three"), page_of("empty")),
        articles=(one, two, three),
        derivations=(derivation,),
        families=(dispatch, alone),
        stories=(story,),
        statements=(first, second, third, refuses),
        claims=(claim,),
        origins=(NORDWIRE, COURIER, LAKESIDE, GAZETTE, ENGINEERS, OFFICIALS, MAYOR, HUB),
        refusals=(
            Refusal(
                stage="articles",
                subject=page_of("empty").id,
                rule="no-article",
                detail="No article on this page.",
            ),
        ),
    )


def one_line_two_voices() -> Claim:
    """One dispatch that quotes two named people on one claim."""
    record = evidence().claims[0]
    text = next(node for node in record.graph.nodes if node.kind == "text")
    graph = Graph(
        nodes=(
            Node(MAYOR.id, "voice", MAYOR),
            Node(ENGINEERS.id, "voice", ENGINEERS),
            Node(NORDWIRE.id, "relay", NORDWIRE),
            text,
        ),
        edges=(
            Edge(MAYOR.id, NORDWIRE.id, inferred=False),
            Edge(ENGINEERS.id, NORDWIRE.id, inferred=False),
            Edge(NORDWIRE.id, text.id, inferred=False),
        ),
    )
    return Claim(
        id=identify("claim", "two voices"),
        about="world",
        stories=record.stories,
        gist=record.gist,
        members=record.members[:1],
        voices=(MAYOR, ENGINEERS),
        lines=1,
        rests_on=(NORDWIRE.id,),
        graph=graph,
    )


def source_not_stated() -> Claim:
    """A claim that a paper makes without saying who told it."""
    record = evidence().claims[0]
    voices = {ENGINEERS.id, OFFICIALS.id}
    graph = Graph(
        nodes=(
            Node(SOURCE_NOT_STATED, "voice", UNSTATED),
            *(node for node in record.graph.nodes if node.id not in voices),
        ),
        edges=(
            Edge(SOURCE_NOT_STATED, COURIER.id, inferred=True),
            *(edge for edge in record.graph.edges if edge.source not in voices),
        ),
    )
    return Claim(
        id=identify("claim", "not stated"),
        about="world",
        stories=record.stories,
        gist=record.gist,
        members=record.members[:1],
        voices=(UNSTATED,),
        lines=1,
        rests_on=(COURIER.id,),
        graph=graph,
    )


def refusals_rendered(*rendered: tuple[str, Origin | None, bool]) -> Evidence:
    """A refusal in texts of (outlet or file, maker or None, copied in a second place or not)."""
    articles, families, nodes, edges, members, statements = [], [], [], [], [], []
    for name, maker, copied in rendered:
        those = [article(name, "The harbour board declined to comment.\n", maker)]
        if copied:
            those.append(article(f"{name} again", those[0].text, maker))
        family = Family(
            id=identify("family", name), witnesses=tuple(one.id for one in those), origin=maker
        )
        text = Node(f"text:{family.id}", "voice" if maker is None else "text", maker, family.id)
        nodes.append(text)
        if maker is not None:
            nodes.append(Node(maker.id, "voice", maker))
            edges.append(Edge(maker.id, text.id, inferred=False))
        said = statement(those[0], "to comment", "declines", "declined")
        articles += those
        families.append(family)
        statements.append(said)
        members.append(Member(said.id, said.content, "declines"))
    first = articles[0]
    story = Story(
        id=identify("story", "board"), label="Silence", families=tuple(f.id for f in families)
    )
    claim = Claim(
        id=identify("claim", "board"),
        about="speech",
        stories=(story.id,),
        gist=span(first, "The harbour board declined to comment"),
        members=tuple(members),
        voices=tuple(maker for _, maker, _ in rendered if maker),
        lines=len(rendered),
        rests_on=tuple(n.id for n in nodes if n.kind == "voice"),
        graph=Graph(tuple(nodes), tuple(edges)),
        why=(Reason("same-refusal", 0.8, tuple(m.spans[0] for m in members)),),
    )
    return Evidence.gather(
        pages=tuple(page_of(one.id) for one in articles),
        articles=articles,
        families=families,
        stories=(story,),
        statements=statements,
        claims=(claim,),
    )
