"""Pages made from strings, for the tests of this folder."""

from __future__ import annotations

import hashlib

from twosource.articles import Reading, read_page
from twosource.records import Article, Capture, Page


def make_page(
    text: str, *, html: bool = False, url: str | None = None, fetched_at: str | None = None
) -> Page:
    data = text.encode("utf-8", "surrogatepass")
    return Page(
        id=hashlib.sha256(data).hexdigest(),
        captures=(Capture("page", url, fetched_at),),
        media_type="text/html" if html else "text/plain",
        size=len(data),
        data=data,
        text=text,
    )


def read(
    text: str, *, html: bool = False, url: str | None = None, fetched_at: str | None = None
) -> Reading:
    return read_page(make_page(text, html=html, url=url, fetched_at=fetched_at))


def kinds(article: Article) -> list[str]:
    return [part.kind for part in article.parts]


def quoted(article: Article, kind: str) -> list[str]:
    return [article.text[p.start : p.end] for p in article.parts if p.kind == kind]
