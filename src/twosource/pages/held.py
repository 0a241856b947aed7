"""A record may hold a page: what a line of JSON, an entry of a feed or a mail gives to read."""

from __future__ import annotations

from typing import NamedTuple

from twosource.records import Metadata

TITLE_WITHIN = 400
"""Letters at the head of a text in which its title may stand already."""


class Held(NamedTuple):
    """A page inside a record: its letters or its bytes, and what the record says of it.

    ``markup`` tells whether it is HTML. ``data`` are bytes where the record keeps a charset of its
    own (``charset``, "" unknown). ``name`` is what the record calls itself, ``flags`` what was not
    whole.
    """

    data: bytes | str
    markup: bool
    hints: Metadata = Metadata()
    charset: str = ""
    fetched_at: str | None = None
    name: str = ""
    flags: tuple[str, ...] = ()

    @property
    def url(self) -> str | None:
        """Its address on the web, where the record tells it."""
        return self.hints.url or None


def under_title(title: str, text: str, *, markup: bool) -> str:
    r"""Put the title of a record above its text, as a page shows it, unless it stands there.

    >>> under_title("Ferry sank", "Nobody was hurt.", markup=False)
    'Ferry sank\n\nNobody was hurt.'
    """
    head = " ".join(text[:TITLE_WITHIN].split())
    if not title or title in head:
        return text
    if markup:
        safe = title.replace("&", "&amp;").replace("<", "&lt;")
        return f"<h1>{safe}</h1>\n{text}"
    return f"{title}\n\n{text}"
