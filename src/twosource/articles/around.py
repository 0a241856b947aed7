"""What the whole page says that an article's fields may rest on."""

from __future__ import annotations

from typing import NamedTuple

from twosource.articles.metadata import Metadata


class Around(NamedTuple):
    """What the whole page says that an article's fields may rest on.

    ``named`` tells whether the page says expressly whose it is.
    """

    site: str
    named: bool
    metadata: Metadata
    url: str | None
    fetched_at: str | None
