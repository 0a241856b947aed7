"""Tells how many independent sources really stand behind every claim in news pages, and why.

>>> page = read("The mayor said that the harbour will stay shut.", locator="harbour.txt")
>>> page.media_type
'text/plain'

A pile keeps what was traced (:func:`open`). Each noun's package can be called like a function, on
records alone, without a file: ``twosource.articles(page)``, ``twosource.families(articles)`` …
"""

from __future__ import annotations

import importlib
import sys
from os import PathLike
from types import ModuleType
from typing import TYPE_CHECKING, Any

from twosource.records import (
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
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from twosource.families.comparison import Comparison
    from twosource.pile import Pile

    def articles(page: Page) -> list[Article]:
        """Find the pieces of journalism on a page."""

    def derivations(articles: Iterable[Article]) -> list[Derivation]:
        """Find which article's text was made from which other's."""

    def families(articles: Iterable[Article]) -> list[Family]:
        """Put together the articles that descend from one text."""

    def stories(families: Iterable[Family], articles: Iterable[Article]) -> list[Story]:
        """Put together the families that tell of one event."""

    def statements(article_or_text: Article | str, *, model: bool = True) -> list[Statement]:
        """Find who said what in an article, or in a plain text taken for the body of one."""

    def claims(
        stories: Iterable[Story],
        families: Iterable[Family],
        articles: Iterable[Article],
        statements: Iterable[Statement],
    ) -> list[Claim]:
        """Find what is claimed, and how many independent lines lead to each claim."""


__version__ = "0.1.0"

__all__ = [
    "Article",
    "Capture",
    "Claim",
    "Derivation",
    "Difference",
    "Edge",
    "Family",
    "Graph",
    "LostNode",
    "Member",
    "Node",
    "Origin",
    "Page",
    "PagePart",
    "Part",
    "Passage",
    "Published",
    "Reason",
    "Refusal",
    "Said",
    "Span",
    "Statement",
    "Story",
    "__version__",
    "articles",
    "claims",
    "compare",
    "derivations",
    "families",
    "open",
    "read",
    "statements",
    "stories",
]

_CALLED = {
    "articles": ("twosource.articles", "articles"),
    "derivations": ("twosource.pipeline.assembly", "make_derivations"),
    "families": ("twosource.pipeline.assembly", "make_families"),
    "stories": ("twosource.pipeline.assembly", "make_stories"),
    "statements": ("twosource.statements", "statements"),
    "claims": ("twosource.pipeline.assembly", "make_claims"),
}
"""Where the function stands that each noun is called as."""


def open(path: str | PathLike[str]) -> Pile:  # noqa: A001 (the contract's word; a pile is opened)
    """Open a pile, the file that keeps what was traced; it is made when absent.

    Raises what ``twosource.pile.open_pile`` raises.
    """
    from twosource.pile import open_pile  # noqa: PLC0415 (so that importing twosource is quick)

    return open_pile(path)


def read(
    data: bytes | str, *, url: str | None = None, media_type: str | None = None, locator: str = ""
) -> Page:
    """Read one captured page: its bytes, or its text when there is nothing else."""
    from twosource.pages import read as read_bytes  # noqa: PLC0415 (so that importing is quick)

    return read_bytes(data, url=url, media_type=media_type, locator=locator)


def compare(one: Article, other: Article, *, model: bool = True) -> Comparison:
    """Lay two articles side by side: what both tell, where their words differ, what one alone has.

    ``model`` as in ``statements``: who is a source is read by rules alone without it.
    """
    from twosource.families import comparison  # noqa: PLC0415 (so that importing is quick)
    from twosource.statements import statements as find  # noqa: PLC0415 (the same)

    said = [*find(one, model=model), *find(other, model=model)]
    return comparison.compare(one, other, said)


class _Noun(ModuleType):
    """A noun's package, which can be called like a function.

    The noun names the package and the function (``twosource.articles`` is both), and Python puts a
    package in its parent under its name as soon as anybody imports it; so the package is made to
    answer calls, and both uses hold whatever was imported first.
    """

    def __call__(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 (the function's own)
        place, name = _CALLED[self.__name__.rpartition(".")[2]]
        return getattr(importlib.import_module(place), name)(*arguments, **named)


class _Front(ModuleType):
    """This package: it lets each noun's package answer calls as soon as it is there."""

    def __setattr__(self, name: str, value: object) -> None:
        if name in _CALLED and type(value) is ModuleType:
            value.__class__ = _Noun
        super().__setattr__(name, value)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (a package or a function)
        if name not in _CALLED:
            raise AttributeError(f"module 'twosource' has no attribute {name!r}")
        place, function = _CALLED[name]
        package = importlib.import_module(f"twosource.{name}") if name != "derivations" else None
        return package or getattr(importlib.import_module(place), function)


sys.modules[__name__].__class__ = _Front
