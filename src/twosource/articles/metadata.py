"""What the head of a web page says about it: site, headline, date, authors. Hints, never prose."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html import unescape

from lxml import html

from twosource.records import Metadata

__all__ = ["Metadata", "read_metadata"]

_META_SITE = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher")
_META_TITLE = ("og:title", "twitter:title", "dc.title", "parsely-title", "sailthru.title")
_META_DATE = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
    "article:published", "published_time", "publish_date", "publish-date", "publishdate",
    "published-date", "publication_date", "publicationdate", "pubdate", "date.issued", "dc.date",
    "dc.date.issued", "dcterms.created", "dcterms.date", "dcterms.issued", "parsely-pub-date",
    "sailthru.date", "article.published", "cxenseparse:recs:publishtime", "bt:pubdate",
    "originalpublicationdate", "article_date_original", "displaydate", "date", "published",
    "w-published-date", "citation_date", "citation_online_date", "citation_publication_date",
    "dcterms.available", "article:published_date", "pub_date", "post_date", "release_date",
    "article:first_published_time", "og:publish_date", "published_at", "publisheddate", "date-pub",
    "cxenseparse:publishtime",
)  # fmt: skip
_PAGE_TYPES = frozenset("webpage itempage faqpage medicalwebpage".split())
"""What a page says of its own date is less than what it says of its story's, and more than none."""
_META_AUTHOR = (
    "author",
    "article:author",
    "byl",
    "dc.creator",
    "parsely-author",
    "sailthru.author",
)
_META_AUTHORS = ("citation_author", "citation_authors")
"""Names of which a page gives one each to all who wrote a text."""
_STORY_TYPES = frozenset(
    "newsarticle article reportagenewsarticle analysisnewsarticle opinionnewsarticle blogposting "
    "backgroundnewsarticle reviewnewsarticle liveblogposting report".split()
)
_STORY_MAKERS = ("sourceOrganization", "provider", "copyrightHolder", "creditText")
"""Whom schema.org lets a story name for its text; its pictures' are in objects of their own."""
_META_MAKERS = ("dc.source", "syndication-source", "article:source", "news_source", "sourcename")
_JSON_LONGEST = 500_000
_JSON_DEEPEST = 60
_JSON_NODES = 2_000
_FIELD_LONGEST = 500
_METAS_READ = 1_000


def read_metadata(tree: html.HtmlElement) -> Metadata:
    """Read JSON-LD, OpenGraph and meta elements; each of them bounded, none of them repaired.

    JSON that does not parse is left alone: it is a hint, and mending it has cost other readers
    time that grows with the square of its length.
    """
    metas = _read_metas(tree)
    story, page = _read_story(tree)
    title = tree.findtext(".//title") or ""
    canonical = ""
    for link in tree.iterfind(".//link[@rel='canonical']"):
        canonical = (link.get("href") or "").strip()
        break
    publisher = _name(story.get("publisher"))
    signed = _names(story.get("author"))
    if not any(" " in name for name in signed):
        # A story's own object often names the house, or a handle.
        signed += [value for key in _META_AUTHOR for value in metas.get(key, ())]
        signed += _read_labelled(metas)
    signed += [_turn(value) for key in _META_AUTHORS for value in metas.get(key, ())]
    authors = tuple(dict.fromkeys(signed))
    return Metadata(
        site=_first(metas, _META_SITE[:1]) or publisher or _first(metas, _META_SITE[1:]),
        headline=_text(story.get("headline")) or _first(metas, _META_TITLE),
        title=" ".join(title.split())[:_FIELD_LONGEST],
        published=_text(story.get("datePublished")) or _first(metas, _META_DATE) or page,
        authors=authors,
        url=_first(metas, ("og:url",)) or canonical[:_FIELD_LONGEST],
        makers=tuple(
            dict.fromkeys(
                [name for key in _STORY_MAKERS for name in _names(story.get(key))]
                + [name for key in _META_MAKERS for name in metas.get(key, ())]
            )
        ),
    )


def _read_metas(tree: html.HtmlElement) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for count, meta in enumerate(tree.iter("meta")):
        if count >= _METAS_READ:
            break
        content = _text(meta.get("content"))
        if not content:
            continue
        for attribute in ("property", "name", "itemprop"):
            key = meta.get(attribute)
            # One itemprop may name several properties.
            for each in (key or "").lower().split() if attribute == "itemprop" else [key or ""]:
                if each:
                    found.setdefault(each.strip().lower(), []).append(content)
    return found


def _turn(name: str) -> str:
    """Return a name of a list of works as it is spoken: "Terling, Maud" is Maud Terling."""
    last, comma, first = name.partition(", ")
    return f"{first} {last}" if comma and "," not in first else name


def _read_labelled(metas: dict[str, list[str]]) -> list[str]:
    """Return what a card for other sites says under the label "Written by"."""
    found: list[str] = []
    for place in ("1", "2"):
        if _first(metas, (f"twitter:label{place}",)).casefold() == "written by":
            found += metas.get(f"twitter:data{place}", ())
    return found


def _first(metas: dict[str, list[str]], keys: tuple[str, ...]) -> str:
    for key in keys:
        if metas.get(key):
            return metas[key][0]
    return ""


def _read_story(tree: html.HtmlElement) -> tuple[dict[str, object], str]:
    """Return the JSON-LD object of the article, the one with most to say, and the page's date."""
    best: dict[str, object] = {}
    page = ""
    by_id: dict[str, object] = {}
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        if len(text) > _JSON_LONGEST or _nests_deeper(text, _JSON_DEEPEST):
            continue
        try:
            value = json.loads(text, strict=False)
        except ValueError:
            continue
        for candidate in _objects(value):
            if isinstance(candidate.get("@id"), str) and "name" in candidate:
                by_id.setdefault(str(candidate["@id"]), candidate)
            types = candidate.get("@type")
            named = types if isinstance(types, list) else [types]
            kinds = {t.lower() for t in named if isinstance(t, str)}
            if kinds & _PAGE_TYPES:
                page = page or _text(candidate.get("datePublished"))
            if not kinds & _STORY_TYPES and not any(k.endswith("article") for k in kinds):
                continue
            wanted = ("headline", "datePublished", "author", "publisher", *_STORY_MAKERS)
            if sum(k in candidate for k in wanted) > sum(k in best for k in wanted):
                best = candidate
    # In a graph the author and publisher are told once and meant by their ids.
    return {key: _meant(value, by_id) for key, value in best.items()}, page


def _meant(value: object, named: dict[str, object]) -> object:
    if isinstance(value, list):
        return [_meant(item, named) for item in value]
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id", "")), value)
    return value


def _nests_deeper(text: str, limit: int) -> bool:
    if text.count("{") + text.count("[") <= limit:
        return False
    depth = 0
    for character in text:
        if character in "[{":
            depth += 1
            if depth > limit:
                return True
        elif character in "]}":
            depth -= 1
    return False


def _objects(value: object) -> Iterator[dict[str, object]]:
    waiting = [value]
    seen = 0
    while waiting and seen < _JSON_NODES:
        seen += 1
        item = waiting.pop()
        if isinstance(item, list):
            waiting.extend(reversed(item))
        elif isinstance(item, dict):
            yield item
            waiting.extend(v for v in reversed(list(item.values())) if isinstance(v, dict | list))


def _text(value: object) -> str:
    if isinstance(value, str):
        # Publishers escape twice: the JSON of a page often holds entities.
        return " ".join(unescape(value[: 2 * _FIELD_LONGEST]).split())[:_FIELD_LONGEST]
    return ""


def _names(value: object) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [name for name in (_name(item) for item in items) if name]


def _name(value: object) -> str:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
        if isinstance(value, list) and value:
            value = value[0]
    return _text(value)
