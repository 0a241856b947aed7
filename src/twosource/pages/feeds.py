"""Feeds (RSS, Atom) are lists of articles: those that carry the whole text are pages to read.

A feed is cut into entries by its letters, so that a broken entry costs no other. Each entry becomes
a small feed of its own: the root, the names of the channel, the entry, nothing else of the feed.
No definition of a document type is ever read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.entities import name2codepoint
from itertools import islice

from lxml import etree

from twosource.pages.held import Held, under_title
from twosource.pages.members import Declined, Found, Member, name_member, tidy
from twosource.pages.sniffing import is_markup
from twosource.pages.times import in_iso
from twosource.records import Metadata

FULL_TEXT = 200
"""Letters that a content needs to be an article, and not its announcement."""
FULL_DESCRIPTION = 1_000
"""A description is an announcement by nature; from so many letters on it is the text itself."""
LONGEST_ENTRY = 20_000_000

_CUT = re.compile(
    r"<!\[CDATA\[|<!--|<(/?)(?:[A-Za-z][\w.-]{0,20}:)?(item|entry)(?=[\s/>])",
    re.IGNORECASE,
)
_ROOT = re.compile(r"<(?:[A-Za-z][\w.-]{0,20}:)?(?:rss|feed|RDF)(?:\s[^<>]{0,9000})?>")
_OWN = re.compile(r"<(title|link|language)(?=[\s/>])[^<>]{0,2000}>", re.IGNORECASE)
_TEXT_OF = re.compile(r"<[^<>]{0,2000}>")
_ENTITY = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,12});")
_XML_ENTITIES = frozenset({"amp", "lt", "gt", "quot", "apos"})
_LONGEST_HEAD = 200_000
_LONGEST_NAME = 2_000
_MOST_OWN = 100
_CONTENT = "http://purl.org/rss/1.0/modules/content/"
_DUBLIN = "http://purl.org/dc/"
_MOST_AUTHORS = 20
_MAIL_AND_NAME = re.compile(r"[^()\s]{1,200}@[^()\s]{1,200} \(([^()]{1,200})\)")


def split_feed(text: str) -> Iterator[Found]:
    """Give each entry of a feed as a page, whole text or not; entries that cannot be read, too."""
    head = text[: next((start for start, _ in _entries(text)), len(text))][:_LONGEST_HEAD]
    before, after = _frame(head)
    for number, (start, end) in enumerate(_entries(text), start=1):
        if end is None:
            yield Declined("archive-damaged", f"Entry {number:,} does not end: the feed was cut.")
            continue
        alone = f"{before}{text[start:end]}{after}"
        held = read_entry(alone) if len(alone) <= LONGEST_ENTRY else None
        if held is None:
            told = f"Entry {number:,} of the feed cannot be read."
            yield Declined("archive-record-not-readable", told)
            continue
        data = alone.encode("utf-8", "replace")
        yield Member(name_member(held.name, data), data, held.url)


def count_entries(text: str) -> int:
    """Count the entries of a feed."""
    return sum(1 for _ in _entries(text))


def _entries(text: str) -> Iterator[tuple[int, int | None]]:
    """Find the entries; one that is not closed ends where the next begins, the last nowhere."""
    place, opened = 0, -1
    unclosed: set[str] = set()
    while (found := _CUT.search(text, place)) is not None:
        place = found.end()
        if found.group(2) is None:
            close = "]]>" if found.group() == "<![CDATA[" else "-->"
            end = -1 if close in unclosed else text.find(close, place)
            if end < 0:
                unclosed.add(close)
            else:
                place = end + len(close)
            continue
        if opened >= 0:
            end = text.find(">", place) + 1 if found.group(1) else found.start()
            yield opened, end or len(text)
        opened = -1 if found.group(1) else found.start()
    if opened >= 0:
        yield opened, None


def _frame(head: str) -> tuple[str, str]:
    """Return what stands around an entry as a feed of its own.

    That is what names the feed, and nothing of it that changes from day to day.
    """
    root = _ROOT.search(head)
    opening = root.group() if root is not None else "<rss>"
    name = opening[1:].split(None, 1)[0].rstrip(">/")
    inner = ("<channel>", "</channel>") if name.lower() == "rss" else ("", "")
    own = "".join(_own_names(head[root.end() :] if root is not None else head))
    return f"{opening}{inner[0]}{own}", f"{inner[1]}</{name}>"


def _own_names(head: str) -> Iterator[str]:
    """Give the channel's own title, address and language, the first of each, as they stand."""
    seen: set[str] = set()
    image = head.lower().find("<image")
    own = _OWN.finditer(head, 0, image if image >= 0 else len(head))
    for found in islice(own, _MOST_OWN):
        kind = found.group(1).lower()
        if kind in seen or (kind == "link" and 'rel="self"' in found.group()):
            continue
        end = found.end()
        if not found.group().endswith("/>"):
            close = head.find(f"</{found.group(1)}>", end, end + _LONGEST_NAME)
            if close < 0:
                continue
            end = close + len(found.group(1)) + 3
        seen.add(kind)
        yield head[found.start() : end]


def _parse(text: str) -> etree._Element | None:
    """Read XML as far as it can be read: no document type, no entities, no network."""
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_pis=True,
        remove_comments=True,
    )
    safe = _ENTITY.sub(_numbered, text)
    try:
        return etree.fromstring(safe.encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _numbered(entity: re.Match[str]) -> str:
    """Write an entity of HTML as its number: XML knows five by name."""
    name = entity.group(1)
    if name in _XML_ENTITIES or name not in name2codepoint:
        return entity.group()
    return f"&#{name2codepoint[name]};"


def _local(element: etree._Element) -> tuple[str, str]:
    space, _, name = str(element.tag).rpartition("}")
    return space.lstrip("{"), name.lower()


def read_entry(text: str) -> Held | None:
    """Read a feed with one entry as a page; None where there is none.

    The flag ``summary-only`` says that it announces an article and does not hold it.
    """
    root = _parse(text)
    # Where nothing can be mended, nothing comes back, whatever the types say.
    every = list(root.iter()) if root is not None else []
    entry = next((one for one in every if _local(one)[1] in ("item", "entry")), None)
    if root is None or entry is None:
        return None
    fields = _Fields(entry)
    title = fields.text("title")
    content, announced = fields.content()
    body = content
    flags: tuple[str, ...] = ()
    if len(_letters(content)) < FULL_TEXT:
        longest = max(content, announced, key=len)
        whole = len(_letters(longest)) >= FULL_DESCRIPTION
        body, flags = longest, () if whole else ("summary-only",)
    markup = is_markup(body) or _TEXT_OF.search(body) is not None
    hints = Metadata(
        site=fields.source() or _channel_title(root, entry),
        headline=title,
        published=fields.published(),
        authors=fields.authors(),
        url=fields.link(),
    )
    name = fields.text("guid") or fields.text("id") or hints.url
    data = under_title(title, body if markup else unescape(body), markup=markup)
    return Held(data=data, markup=markup, hints=hints, name=name, flags=flags)


def _words(element: etree._Element) -> str:
    """Return the words of an element and of all that stands in it."""
    return "".join(str(piece) for piece in element.itertext())


def _letters(markup: str) -> str:
    return " ".join(_TEXT_OF.sub(" ", markup).split())


def _channel_title(root: etree._Element, entry: etree._Element) -> str:
    for element in root.iter():
        if element is entry:
            return ""
        if _local(element)[1] == "title":
            return tidy(_words(element))
    return ""


class _Fields:
    """The fields of an entry, by their names whatever their prefixes."""

    def __init__(self, entry: etree._Element) -> None:
        self._found: dict[str, list[tuple[str, etree._Element]]] = {}
        for child in entry:
            space, name = _local(child)
            self._found.setdefault(name, []).append((space, child))

    def text(self, name: str) -> str:
        """Return a field as one line."""
        for _, element in self._found.get(name, ()):
            line = tidy(_words(element))
            if line:
                return line
        return ""

    def content(self) -> tuple[str, str]:
        """Return what the entry gives as its text, and what it gives as a summary of it."""
        content = announced = ""
        for space, element in self._found.get("encoded", ()):
            if space == _CONTENT:
                content = max(content, _inner(element), key=len)
        for _, element in self._found.get("content", ()):
            if element.get("src") is None and element.get("url") is None:
                content = max(content, _inner(element), key=len)
        for name in ("description", "summary"):
            for _, element in self._found.get(name, ()):
                announced = max(announced, _inner(element), key=len)
        return content, announced

    def link(self) -> str:
        """Return the address of the article itself."""
        for _, element in self._found.get("link", ()):
            if (element.get("rel") or "alternate") == "alternate":
                address = tidy(element.get("href")) or tidy(element.text)
                if address:
                    return address
        for _, element in self._found.get("guid", ()):
            address = tidy(element.text)
            if (element.get("isPermaLink") or "true") == "true" and address.startswith("http"):
                return address
        return ""

    def published(self) -> str:
        """Return when it was published, as ISO where it can be read."""
        told = self.text("pubdate") or self.text("published") or self.text("issued")
        if not told:
            told = next(
                (tidy(one.text) for space, one in self._found.get("date", ()) if _DUBLIN in space),
                "",
            )
        return in_iso(told)

    def authors(self) -> tuple[str, ...]:
        """Return who wrote it."""
        told = []
        for name in ("creator", "author"):
            for _, element in self._found.get(name, ())[:_MOST_AUTHORS]:
                inner = next((one for one in element if _local(one)[1] == "name"), element)
                line = tidy(_words(inner))
                mail = _MAIL_AND_NAME.fullmatch(line)
                told.append(mail.group(1) if mail is not None else line)
        return tuple(dict.fromkeys(one for one in told if one and "@" not in one))

    def source(self) -> str:
        """Return from whom the feed has it, where it gathers from others."""
        for _, element in self._found.get("source", ()):
            inner = next((one for one in element if _local(one)[1] == "title"), element)
            line = tidy(_words(inner))
            if line:
                return line
        return ""


def _inner(element: etree._Element) -> str:
    """Return the text of an element, or its markup where it holds elements (XHTML in Atom)."""
    if len(element) == 0:
        return element.text or ""
    parts = [element.text or ""]
    parts += [etree.tostring(child, encoding="unicode", method="html") for child in element]
    return "".join(parts)
