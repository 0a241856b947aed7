"""The simulated press as clean articles with their true families: no page stands between.

Ids are digests, so that their order tells nothing of who came first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from benchmarks.newsroom.editions import Edition
from benchmarks.newsroom.records import Row
from twosource.records import Article, Origin, OriginKind, Part, Published, identify


@dataclass(slots=True, kw_only=True)
class Simulated:
    """Articles by id, with the rows of their families and of how each was made from another.

    In the rows, articles are named by the ids of ``articles``; lost texts are ``lost:NUMBER``.
    ``events`` tells of which event each article is.
    """

    articles: dict[str, Article] = field(default_factory=dict)
    events: dict[str, str] = field(default_factory=dict)
    families: list[Row] = field(default_factory=list)
    derivations: list[Row] = field(default_factory=list)


def read_editions(editions: Iterable[Edition]) -> Simulated:
    """Return what editions hold, as the program would have it if it read pages without a fault."""
    found = Simulated()
    kinds: dict[str, OriginKind] = {}
    for edition in editions:
        kinds.update((row["id"], row["kind"]) for row in edition.rows["origins"])
        found.articles.update((a.id, a) for a in read_articles(edition, kinds))
        found.events.update(
            (name_article(row["id"]), row["event"])
            for page in edition.pages
            for row in page.articles
        )
        for row in edition.rows["families"]:
            found.families.append(
                {
                    **row,
                    "witnesses": [name_article(id_) for id_ in row["witnesses"]],
                    "archetype": row["archetype"] and name_article(row["archetype"]),
                    "stemma": [[name_article(end) for end in edge] for edge in row["stemma"]],
                }
            )
        for row in edition.rows["derivations"]:
            ends = {end: name_article(row[end]) for end in ("copy", "original")}
            found.derivations.append({**row, **ends})
    return found


def name_article(own_id: str) -> str:
    """Return the id of an article here; lost texts keep their names."""
    return own_id if own_id.startswith("lost:") else identify("article", own_id)


def read_articles(edition: Edition, kinds: Mapping[str, OriginKind]) -> Iterator[Article]:
    """Yield the articles of an edition; ``kinds`` are those of all publishers met so far."""
    for page in edition.pages:
        for row in page.articles:
            # Most layouts give the day alone; some have the time in their markup.
            time = row["published"]["value"]
            shown = time if time in page.content else time[: len("2031-01-31")]
            published = Published(shown, "on_page") if row["published"]["shown"] else Published()
            yield _read(row, kinds, published)


def _read(row: Row, kinds: Mapping[str, OriginKind], published: Published) -> Article:
    credited = [
        _name(name, kinds[own_id])
        for own_id, name in zip(row["credit"], row["credit_names"], strict=True)
    ]
    return Article(
        id=name_article(row["id"]),
        page=identify("page", row["page"]),
        url=row["url"],
        outlet=_name(row["outlet_name"], kinds[row["outlet"]]),
        via=_name(row["via"], "aggregator") if row["via"] else None,
        headline=row["headline"],
        authors=tuple(row["authors"]),
        published=published,
        dateline=row["dateline"],
        credit=credited[0] if len(credited) == 1 else None,
        language=row["language"],
        text=row["text"],
        parts=tuple(Part(p["kind"], p["start"], p["end"]) for p in row["parts"]),
    )


def _name(name: str, kind: OriginKind) -> Origin:
    return Origin(id=identify("origin", name), name=name, kind=kind)
