"""What the simulated press's pages say of their articles, and what the program reads of it.

Each article whose body is found is compared with its truth, field by field. The pages are one pile,
so that what one page says of a house counts on the others; beside it stands what each page gives
alone. The outlet may be told by name or by the address that its letters spell, as far as letters
stand in addresses. Of a half kept apart only sums are ever shown.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import Final

from benchmarks.newsroom.copying import HABITS
from benchmarks.newsroom.editions import Printed
from benchmarks.newsroom.make import make
from benchmarks.newsroom.records import Row
from benchmarks.newsroom.scoring import Traced, Truth, gather, match_articles
from twosource.articles import read_page, settle
from twosource.records import Article, Capture, Page
from twosource.text.names import key_of

PAGES: Final = 300
_FIELDS: Final = ("outlet", "via", "headline", "dateline", "standfirst", "credit")
_SEED: Final = 1


def measure_half(half: str) -> dict[str, float]:
    """Return precision, recall and F1 of each field, and the share of languages told right."""
    editions = list(make(half, _SEED, PAGES, replace(HABITS["plain"], puppets=0.0)))
    truth = gather(editions)
    alone = {
        page.id: [*read_page(_page(page)).articles]
        for edition in editions
        for page in edition.pages
    }
    settled = {one.id: one for one in settle(one for read in alone.values() for one in read)}
    pile = {page: [settled[one.id] for one in read] for page, read in alone.items()}
    return {
        **_measure(truth, pile, f"newsroom {half}"),
        **_measure(truth, alone, f"newsroom {half}, each page alone"),
    }


def _measure(truth: Truth, read: dict[str, list[Article]], title: str) -> dict[str, float]:
    counts: Counter[str] = Counter()
    for own_id, article in match_articles(truth, Traced(read, {}, (), ())).items():
        row = truth.articles[own_id]
        names = truth.names
        known = {key_of(name) for maker in row["credit"] for name in names.get(maker, ())}
        known |= {key_of(name) for name in row["credit_names"]}
        for field in _FIELDS:
            wanted, got = _wanted(row, field), _got(article, field)
            counts[f"{field} wanted"] += bool(wanted)
            counts[f"{field} given"] += bool(got)
            right = key_of(got) in known if field == "credit" else _is_same(field, wanted, got)
            counts[f"{field} right"] += bool(wanted and got and right)
        counts["articles"] += 1
        counts["language"] += article.language == "en"
    found = {f"{title}: language": counts["language"] / max(1, counts["articles"])}
    for field in _FIELDS:
        precision = counts[f"{field} right"] / max(1, counts[f"{field} given"])
        recall = counts[f"{field} right"] / max(1, counts[f"{field} wanted"])
        found[f"{title}: {field} precision"] = precision
        found[f"{title}: {field} recall"] = recall
        both = max(1e-9, precision + recall)
        found[f"{title}: {field} F1"] = 2 * precision * recall / both
    return found


def _wanted(row: Row, field: str) -> str:
    if field == "outlet":
        return str(row["outlet_name"])
    if field == "credit":
        return "; ".join(row["credit_names"])
    if field == "standfirst":
        shown = [p for p in row["parts"] if p["kind"] == "standfirst"]
        return " ".join(row["text"][p["start"] : p["end"]] for p in shown)
    return str(row[field] or "")


def _got(article: Article, field: str) -> str:
    if field == "standfirst":
        shown = [p for p in article.parts if p.kind == "standfirst"]
        return " ".join(article.text[p.start : p.end] for p in shown)
    value = getattr(article, field)
    return str(value if isinstance(value, str) else value.name if value is not None else "")


def _is_same(field: str, wanted: str, got: str) -> bool:
    if field == "dateline":
        return f" {key_of(got)} " in f" {key_of(wanted)} "
    if field == "outlet" and "." in got:
        label = _letters(got.split(".", maxsplit=1)[0])
        return label in {_letters(wanted), _letters(wanted, only_ascii=True)}
    return key_of(got) == key_of(wanted)


def _letters(name: str, *, only_ascii: bool = False) -> str:
    letters = (letter for letter in name.casefold() if letter.isalnum())
    return "".join(letter for letter in letters if letter.isascii() or not only_ascii)


def _page(page: Printed) -> Page:
    data = page.content.encode("utf-8")
    return Page(
        id=hashlib.sha256(data).hexdigest(),
        captures=(Capture(page.id, page.url, page.fetched_at),),
        media_type=page.media_type,
        size=len(data),
        data=data,
        text=page.content,
    )
