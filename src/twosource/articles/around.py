"""What the whole page says that an article's fields may rest on."""

from __future__ import annotations

from typing import NamedTuple

from twosource.articles.metadata import Metadata


class Around(NamedTuple):
    """What the whole page says that an article's fields may rest on.

    ``named`` tells whether the page says expressly whose it is, ``alone`` whether it holds one
    article, so that a day or a name beside it is no other's.
    """

    site: str
    named: bool
    metadata: Metadata
    url: str | None
    fetched_at: str | None
    alone: bool = False
