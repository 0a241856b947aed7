"""From a page to the pieces of journalism on it: articles as text plus labelled parts.

``read_page`` gives the articles of a page, the parts that stand outside all of them, and a refusal
when the page holds none. Nothing is dropped: chrome, teasers, captions, forms and encyclopaedia
blocks are labelled, and stay out of everything that comes later.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from twosource.articles.addresses import spelled_name
from twosource.articles.around import Around
from twosource.articles.authors import find_authors
from twosource.articles.blocks import Block, read_lines
from twosource.articles.credits import names_house
from twosource.articles.evidence import Line, look_at
from twosource.articles.headlines import clean_headline
from twosource.articles.labeller import score_lines
from twosource.articles.labels import Labelled, label_outside, label_segment
from twosource.articles.languages import find_language
from twosource.articles.makers import find_credit
from twosource.articles.markup import Markup, read_markup
from twosource.articles.metadata import Metadata
from twosource.articles.outlets import find_outlet, find_publishers, find_site
from twosource.articles.plain import find_plain_segments
from twosource.articles.published import find_published
from twosource.articles.rules import RULES
from twosource.articles.segments import Segment, find_segments
from twosource.articles.settling import settle
from twosource.articles.traits import measure_lines
from twosource.articles.unproven import find_unproven
from twosource.records import Article, Origin, Page, PagePart, Part, PartKind, Refusal, identify
from twosource.text.names import known_outlet

__all__ = ["RULES", "Reading", "articles", "read_page", "settle"]

_TITLE_WORDS = 40


class Reading(NamedTuple):
    """What one page holds: its articles in order, what stands outside them, refusals and flags."""

    articles: tuple[Article, ...]
    parts: tuple[PagePart, ...]
    refusals: tuple[Refusal, ...]
    flags: tuple[str, ...]


def articles(page: Page) -> list[Article]:
    """Return the articles found on a page, in the order of the page; none is an answer too.

    They are as in a pile that holds this page alone.
    """
    return list(settle(read_page(page).articles))


def read_page(page: Page) -> Reading:
    """Read a page into articles and parts; a page without an article gives one refusal.

    Spans of a plain text page's article count in an exact slice of ``page.text``; those of a web
    page in the texts of its blocks, joined by line breaks.
    """
    markup = _read_lines(page)
    lines = markup.lines
    metadata = markup.metadata.completed(page.hints)
    title = look_at(
        Block(clean_headline(metadata.headline or metadata.title, metadata.site))
    ).folded
    labelled = _label_markup(markup, title) if _is_markup(page) else _label_plain(lines)
    labelled = [found for found in labelled if any(s.kind == "body" for s in found.stretches)]
    taken = {i for found in labelled for i in range(found.segment.first, found.segment.end)}
    outside = label_outside(lines, taken)
    capture = page.captures[0] if page.captures else None
    headlines = tuple(
        lines[found.segment.headline].block.text
        for found in labelled
        if found.segment.headline is not None
    )
    address = (capture.url if capture else None) or metadata.url or None
    credited = labelled[0].credited if len(labelled) == 1 else ()
    furniture = _furniture(labelled, outside)
    site, named = find_site(lines, furniture, metadata, headlines, address, credited)
    around = Around(
        site=site,
        named=named,
        metadata=metadata,
        url=address,
        fetched_at=capture.fetched_at if capture else None,
        alone=len(labelled) == 1,
    )
    main = _main_article(lines, labelled, title)
    ends = [*(each.segment.first for each in labelled[1:]), len(lines)][: len(labelled)]
    publishers, gathers = find_publishers(lines, labelled, around)
    found = tuple(
        _make_article(
            page,
            lines,
            each,
            around,
            place=place,
            until=until,
            main=place == main,
            origins=find_outlet(publishers[place], around, main=place == main, aggregated=gathers),
        )
        for place, (each, until) in enumerate(zip(labelled, ends, strict=True))
    )
    parts = tuple(PagePart(kind, lines[i].block.text) for kind, i in outside)
    refusals = () if found else (_refuse(page, lines),)
    return Reading(_leave_open(found, lines, labelled, site), parts, refusals, markup.flags)


def _leave_open(
    found: tuple[Article, ...], lines: list[Line], labelled: list[Labelled], site: str
) -> tuple[Article, ...]:
    """Return the articles that credit nobody with the names that may be their makers'."""
    origins = (origin for one in found for origin in (one.outlet, one.via))
    houses = frozenset({site, *(origin.name for origin in origins if origin is not None)}) - {""}
    taken = {at for each in labelled for at in range(each.segment.first, each.segment.end)}
    return tuple(
        replace(one, unproven=find_unproven(lines, each, houses, taken))
        if one.credit is None
        else one
        for one, each in zip(found, labelled, strict=True)
    )


def _is_markup(page: Page) -> bool:
    return page.media_type in {"text/html", "application/xhtml+xml"}


def _label_markup(markup: Markup, title: str) -> list[Labelled]:
    lines, chosen = markup.lines, markup.chosen
    segments = find_segments(lines, title, markup.heads if chosen else None)
    trusted = markup.structured
    return [label_segment(lines, segment, trust_held=trusted) for segment in segments]


def _label_plain(lines: list[Line]) -> list[Labelled]:
    scores = score_lines(measure_lines(lines))
    segments = find_plain_segments(lines, scores)
    return [label_segment(lines, segment, scores) for segment in segments]


def _read_lines(page: Page) -> Markup:
    if _is_markup(page):
        return read_markup(page.text)
    lines = [look_at(block) for block in read_lines(page.text)]
    return Markup(lines, Metadata(), chosen=False, structured=False, heads=[], flags=())


def _furniture(labelled: list[Labelled], outside: list[tuple[PartKind, int]]) -> list[int]:
    """Return the lines in which a house speaks of itself: outside articles, or chrome in them."""
    inside = {
        s.line
        for found in labelled
        for s in found.stretches
        if s.kind in {"promotion", "furniture", "form"}
    }
    return sorted(inside | {i for _, i in outside})


def _main_article(lines: list[Line], labelled: list[Labelled], title: str) -> int:
    """Return which article the page's metadata speak of: by its headline, else the first."""
    for place, found in enumerate(labelled):
        headline = found.segment.headline
        if title and headline is not None and lines[headline].folded == title:
            return place
    return 0


def _refuse(page: Page, lines: list[Line]) -> Refusal:
    detail = (
        f"none of its {len(lines)} lines or blocks reads like the running text of an article"
        if lines
        else "the page shows no text"
    )
    return Refusal(stage="articles", subject=page.id, rule="no-article", detail=detail)


def _make_article(
    page: Page,
    lines: list[Line],
    labelled: Labelled,
    around: Around,
    *,
    place: int,
    until: int,
    main: bool,
    origins: tuple[Origin | None, Origin | None],
) -> Article:
    text, parts = _lay_out(page, lines, labelled)
    segment: Segment = labelled.segment
    metadata = around.metadata if main else Metadata()
    headline: str | None = None
    if segment.headline is not None:
        headline = clean_headline(lines[segment.headline].block.text, around.site)
    elif metadata.headline:
        headline = clean_headline(metadata.headline, around.site)
    outlet, via = origins
    credit = find_credit(labelled, lines[:until], metadata, outlet)
    if credit is not None and outlet is not None and credit.id == outlet.id:
        # One house is of one kind: its own page says which. A paper's own name credits nobody.
        known = known_outlet(outlet.name)
        agency = names_house(outlet.name) if known is None else known.kind == "agency"
        if agency and via is None and credit.kind == "agency":
            outlet = replace(outlet, kind="agency")
        credit = outlet if agency and (known is not None or via is not None) else None
    elif credit is not None and outlet is not None and spelled_name(outlet.name, [credit.name]):
        credit = None
    body = " ".join(text[p.start : p.end] for p in parts if p.kind == "body")
    return Article(
        id=identify("article", page.id, place, text),
        page=page.id,
        url=around.url if main else None,
        outlet=outlet,
        via=via,
        headline=headline,
        authors=find_authors(lines, labelled, metadata, around.site, alone=around.alone),
        published=find_published(lines, labelled, around, main=main),
        dateline=labelled.dateline,
        credit=credit,
        language=find_language(body),
        text=text,
        parts=parts,
    )


def _lay_out(page: Page, lines: list[Line], labelled: Labelled) -> tuple[str, tuple[Part, ...]]:
    """Return an article's text and its parts, with the white space between parts left out."""
    first, end = labelled.segment.first, labelled.segment.end
    offsets: dict[int, int] = {}
    if lines[first].block.end:
        base = lines[first].block.start
        text = page.text[base : lines[end - 1].block.end]
        offsets = {i: lines[i].block.start - base for i in range(first, end)}
    else:
        place = 0
        for i in range(first, end):
            offsets[i] = place
            place += len(lines[i].block.text) + 1
        text = "\n".join(lines[i].block.text for i in range(first, end))
    parts: list[Part] = []
    for stretch in labelled.stretches:
        raw = lines[stretch.line].block.text[stretch.start : stretch.end]
        bare = raw.strip()
        if bare:
            start = offsets[stretch.line] + stretch.start + raw.index(bare[0])
            parts.append(Part(stretch.kind, start, start + len(bare)))
    return text, tuple(parts)
