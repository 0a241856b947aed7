"""Two small archives of real pages, each about one event, as articles whose text is given whole.

Both are tables with an id, a publisher, a time of capture and the text of a page as somebody's
crawler took it, paragraphs parted by ``###``. Menus and notices are still in them: a method that
wants clean articles has to see to that itself.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Final

from twosource.records import Article, Origin, Part, Published, identify

SETS: Final = ("census", "spotify")
_BREAK: Final = "###"


def read_archive(folder: Path, name: str) -> dict[str, Article]:
    """Return an archive's pages by their ids, each as an article that is all body.

    ``folder`` is the folder ``families`` of the data sets. Raises OSError where it is not there.
    """
    text = (folder / f"{name}_articles.csv").read_text(encoding="utf-8")
    return {row["id"]: _read(row) for row in csv.DictReader(io.StringIO(text))}


def _read(row: dict[str, str]) -> Article:
    """Return one page as an article; its paragraphs stand on lines of their own."""
    paragraphs = [" ".join(p.split()) for p in row["text"].split(_BREAK)]
    parts: list[Part] = []
    place = 0
    for paragraph in paragraphs:
        if paragraph:
            parts.append(Part("body", place, place + len(paragraph)))
        place += len(paragraph) + 1
    text = "\n".join(paragraphs)
    outlet = Origin(id=identify("origin", row["publisher"]), name=row["publisher"], kind="outlet")
    return Article(
        id=identify("article", row["id"], text),
        page=identify("page", row["id"]),
        text=text,
        parts=tuple(parts),
        outlet=outlet,
        published=Published(),
    )
