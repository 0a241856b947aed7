"""What a trace gave, as plain dictionaries in the shape of ``export jsonl``, however it was run."""

from __future__ import annotations

import importlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.acceptance.sheet import Sheet
from twosource.records import (
    Article,
    Claim,
    Family,
    LostNode,
    Origin,
    Page,
    Part,
    Published,
    Span,
    Statement,
    Story,
    identify,
)

Row = dict[str, Any]
NOUNS = (
    "pages",
    "articles",
    "derivations",
    "families",
    "stories",
    "origins",
    "statements",
    "claims",
    "refusals",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """The rows of each file of an export, with look-ups; ``notes`` say what was taken as given."""

    rows: Mapping[str, Sequence[Row]]
    notes: tuple[str, ...] = ()

    def by_id(self, noun: str) -> dict[str, Row]:
        """Return the rows of one noun by their id."""
        return {row["id"]: row for row in self.rows[noun]}

    def origin_names(self, origin: str) -> tuple[str, ...]:
        """Return the name and the other names of an origin; its id where nothing is known of it."""
        row = self.by_id("origins").get(origin)
        return (row["name"], *row["aliases"]) if row else (origin,)


def load_export(folder: Path) -> Traced:
    """Read what ``twosource export jsonl`` wrote into a folder."""
    return Traced(
        rows={
            noun: [
                json.loads(line)
                for line in (folder / f"{noun}.jsonl").read_text(encoding="utf-8").split("\n")
                if line
            ]
            for noun in NOUNS
        }
    )


def trace_direct(pages: Mapping[str, bytes], sheet: Sheet | None = None) -> Traced:
    """Run the stages one after the other over pages given as bytes under their file names.

    A stage that is not written yet is taken as given from the sheet, and a note says so. The names
    of the files must begin with the sheet's page ids then ("A.txt").
    """
    notes: list[str] = []
    read: list[Page] = []
    articles: list[Article] = []
    refusals: list[Row] = []
    for name, data in sorted(pages.items()):
        page = _read(name, data, notes)
        read.append(page)
        try:
            reading = importlib.import_module("twosource.articles").read_page(page)
        except (ImportError, AttributeError):
            notes.append("articles as given by the sheet")
            articles += _given_articles(page, name, sheet)
        else:
            articles += reading.articles
            refusals += [_plain(r) for r in reading.refusals]
    return trace_articles(articles, read, sheet, notes, refusals)


def trace_articles(
    articles: list[Article],
    read: Sequence[Page] = (),
    sheet: Sheet | None = None,
    notes: list[str] | None = None,
    refusals: list[Row] | None = None,
) -> Traced:
    """Run the stages that come after the reading of articles."""
    notes = [] if notes is None else notes
    refusals = [] if refusals is None else refusals
    families, derivations = _families(articles, sheet, notes)
    stories = _stories(families, articles, sheet, notes)
    statements = _statements(articles, notes, refusals)
    origins: tuple[Origin, ...] = ()
    try:
        resolve = importlib.import_module("twosource.origins").resolve
    except (ImportError, AttributeError):
        notes.append("origins not resolved")
    else:
        resolution = resolve(stories, families, articles, statements)
        stories, families = list(resolution.stories), list(resolution.families)
        articles, statements = list(resolution.articles), list(resolution.statements)
        origins = tuple(resolution.origins)
    claims: list[Claim] = []
    try:
        find = importlib.import_module("twosource.claims").claims
    except (ImportError, AttributeError):
        notes.append("no claims stage")
    else:
        claims = list(find(stories, families, articles, statements))
    texts = {article.id: article.text for article in articles}
    nouns: dict[str, Sequence[object]] = {
        "pages": read,
        "articles": articles,
        "derivations": derivations,
        "families": families,
        "stories": stories,
        "statements": statements,
        "claims": claims,
    }
    rows: dict[str, list[Row]] = {
        noun: [_export_row(record, texts) for record in records] for noun, records in nouns.items()
    }
    known = {origin.id: origin for origin in origins}
    for records in nouns.values():
        _gather_origins(records, known)
    rows["origins"] = [_plain(origin) for _, origin in sorted(known.items())]
    rows["refusals"] = refusals
    return Traced(rows=rows, notes=tuple(dict.fromkeys(notes)))


def _read(name: str, data: bytes, notes: list[str]) -> Page:
    try:
        page = importlib.import_module("twosource.pages").read(data, locator=name)
    except (ImportError, AttributeError):
        notes.append("pages read as plain text")
        return Page(
            id=identify("page", name),
            captures=(),
            media_type="text/plain",
            size=len(data),
            text=data.decode("utf-8"),
        )
    if not isinstance(page, Page):
        raise TypeError(name)
    return page


def _given_articles(page: Page, name: str, sheet: Sheet | None) -> list[Article]:
    if sheet is None:
        return []
    made: list[Article] = []
    for entry in sheet.gold["articles"]:
        if entry["page"] != name[0]:
            continue
        paragraphs = [sheet.text_of(name[0], n) for n in sheet.body_lines(entry["id"])]
        dateline = (entry.get("dateline") or {}).get("exact", "")
        parts: list[Part] = []
        start = 0
        for paragraph in paragraphs:
            lead = len(dateline) + 1 if dateline and paragraph.startswith(dateline) else 0
            if lead:
                parts.append(Part("dateline", start, start + lead - 1))
            parts.append(Part("body", start + lead, start + len(paragraph)))
            start += len(paragraph) + 1
        text = "\n".join(paragraphs)
        outlet = entry["outlet"]
        outlet_name = outlet.get("value") if isinstance(outlet, dict) else outlet
        credit = entry.get("credit")
        date = entry["published"].get("value")
        made.append(
            Article(
                id=identify("article", page.id, entry["id"], text),
                page=page.id,
                outlet=make_origin(outlet_name, "outlet") if outlet_name else None,
                credit=make_origin(credit["value"], "agency")
                if credit and credit.get("value")
                else None,
                via=make_origin(entry["aggregator"], "aggregator")
                if entry.get("aggregator")
                else None,
                headline=entry.get("title"),
                dateline=(entry.get("dateline") or {}).get("value"),
                published=Published(date, "on_page") if date else Published(),
                language="en",
                text=text,
                parts=tuple(parts),
            )
        )
    return made


def make_origin(name: str, kind: str) -> Origin:
    """Return an origin as the program itself makes it."""
    try:
        made = importlib.import_module("twosource.text.names").make_origin(name, kind)
    except (ImportError, AttributeError):
        return Origin(id=identify("origin", name.lower()), name=name, kind=kind)  # type: ignore[arg-type]
    if not isinstance(made, Origin):
        raise TypeError(name)
    return made


def _gold_place(article: Article, sheet: Sheet) -> str | None:
    for entry in sheet.gold["articles"]:
        first = sheet.text_of(entry["page"], sheet.body_lines(entry["id"])[-1])
        if first.split()[-4:] and " ".join(first.split()[-4:]) in " ".join(article.text.split()):
            return str(entry["id"])
    return None


def _families(
    articles: Sequence[Article], sheet: Sheet | None, notes: list[str]
) -> tuple[list[Family], list[object]]:
    try:
        package = importlib.import_module("twosource.families")
        derivations = package.derivations(articles)
        return list(package.families(articles, derivations)), list(derivations)
    except (ImportError, AttributeError):
        notes.append("families as given by the sheet")
    if sheet is None:
        return [_given_family(a.id, [a]) for a in articles], []
    copies = set(sheet.gold["copy_families"][0]["members"])
    groups: dict[str, list[Article]] = {}
    for article in articles:
        place = _gold_place(article, sheet) or article.id
        groups.setdefault("F1" if place in copies else place, []).append(article)
    return [_given_family(name, group) for name, group in sorted(groups.items())], []


def _given_family(name: str, group: Sequence[Article]) -> Family:
    witnesses = tuple(sorted(a.id for a in group))
    credit = next((a.credit for a in group if a.credit), None)
    single = group[0].outlet if len(group) == 1 else None
    lost = (LostNode(f"lost:{credit.name}", credit),) if credit else ()
    return Family(
        id=identify("family", *witnesses),
        witnesses=witnesses,
        archetype=None if name == "F1" else witnesses[0],
        origin=credit or single,
        stemma=tuple((lost[0].node, w) for w in witnesses) if lost else (),
        lost=lost,
    )


def _stories(
    families: Sequence[Family], articles: Sequence[Article], sheet: Sheet | None, notes: list[str]
) -> list[Story]:
    try:
        return list(importlib.import_module("twosource.stories").stories(families, articles))
    except (ImportError, AttributeError):
        notes.append("stories as given by the sheet")
    if sheet is None:
        members = tuple(sorted(f.id for f in families))
        return [Story(id=identify("story", *members), label="all", families=members)]
    by_id = {a.id: a for a in articles}
    grouped: dict[str, list[str]] = {}
    for family in families:
        place = _gold_place(by_id[family.witnesses[0]], sheet) or family.id
        story = next((s["id"] for s in sheet.gold["stories"] if place in s["articles"]), place)
        grouped.setdefault(story, []).append(family.id)
    return [
        Story(id=identify("story", *sorted(members)), label=label, families=tuple(sorted(members)))
        for label, members in sorted(grouped.items())
    ]


def _statements(
    articles: Sequence[Article], notes: list[str], refusals: list[Row]
) -> list[Statement]:
    try:
        read_article = importlib.import_module("twosource.statements").read_article
    except (ImportError, AttributeError):
        notes.append("no statements stage")
        return []
    found: list[Statement] = []
    for article in articles:
        statements, refused = read_article(article)
        found += statements
        refusals += [_plain(r) for r in refused]
    return found


# From here on: records to the rows that the contract describes.


def _plain(record: object) -> Row:
    row = _jsonable(record, {})
    if not isinstance(row, dict):
        raise TypeError(record)
    return row


def _export_row(record: object, texts: Mapping[str, str]) -> Row:
    if isinstance(record, Page):
        record = replace(record, data=b"", text="")
    row = _jsonable(record, texts)
    if not isinstance(row, dict):
        raise TypeError(record)
    if isinstance(record, Claim):
        row["graph"]["edges"] = [
            {"from": e.pop("source"), "to": e.pop("target"), **e} for e in row["graph"]["edges"]
        ]
    return row


def _jsonable(value: Any, texts: Mapping[str, str], *, top: bool = True) -> Any:
    if isinstance(value, Span):
        text = texts.get(value.article, "")[value.start : value.end]
        return {**value._asdict(), "text": text}
    if isinstance(value, Origin) and not top:
        return value.id
    fields = getattr(value, "__dataclass_fields__", None) or getattr(value, "_fields", None)
    if fields is not None:
        return {
            name: _jsonable(getattr(value, name), texts, top=False)
            for name in fields
            if name != "data"
        }
    if isinstance(value, (tuple, list)):
        return [_jsonable(item, texts, top=False) for item in value]
    return value


def _gather_origins(value: object, known: dict[str, Origin]) -> None:
    if isinstance(value, Origin):
        known.setdefault(value.id, value)
        return
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        for name in fields:
            _gather_origins(getattr(value, name), known)
    elif isinstance(value, (tuple, list)):
        for item in value:
            _gather_origins(item, known)
