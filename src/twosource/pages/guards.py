"""A page may be built to break its reader: make it harmless first, and lose no word in doing so.

Guards work on text, in linear time, before any parser sees it. lxml, and all that stands on it,
silently drops what lies below 256 nested elements, and needs seconds for an element with very many
attributes; what a guard changes is told as a flag of the page.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

MAX_LETTERS = 20_000_000
"""Letters of a page that are analysed; the original is kept whole."""

MAX_DEPTH = 250
"""Nested elements that stay nested: lxml loses what is deeper than 256, two of them its own."""

MAX_ATTRIBUTES = 1_000
"""Attributes that one element keeps."""

MAX_VALUE = 1_000_000
"""Letters of one attribute's value that are kept; no word of an article stands in one."""

REPLACEMENT = "\ufffd"

_SURROGATE = re.compile("[\ud800-\udfff]")
_INTERNAL_SUBSET = re.compile(r"<!DOCTYPE[^\[<>]{0,1000}\[", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"\s{0,100}<\?xml[^>]{0,1000}>", re.IGNORECASE)

# One token of markup that opens or closes an element, after the tokenisation of WHATWG HTML: a
# quoted value may hold ">", a comment or the content of a script holds no elements, and what is not
# closed runs to the end of the page. Every alternative ends in a match, so the scan is linear.
_INSIDE_TAG = r"""(?>[^>"'=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))?|["'])*+(?:>|\Z)"""
_TOKEN = re.compile(
    r"<(?:"
    r"(?P<raw>(?a:script|style|textarea|title|xmp|iframe|noembed|noframes)(?=[\s/>]))"
    + _INSIDE_TAG
    + r"[^<]*+(?:<(?!/(?P=raw)[\s/>])[^<]*+)*+"
    + r"|(?P<slash>/?)(?P<name>[a-z][^\s/>]*+)"
    + _INSIDE_TAG
    # The standard lets the comment's own dashes close it (<!-->).
    + r"|!(?=--)(?:[^-]++|-(?!->))*+(?:-->|\Z))",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""[\s/]*+[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?P<value>"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
)
_SHORTEST_BOMB = 2 * MAX_ATTRIBUTES  # an attribute takes at least two letters

_VOID = frozenset(
    (
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
        "source", "track", "wbr", "basefont", "bgsound", "frame", "keygen",
    )
)  # fmt: skip
# Tags of the last three are not counted: a parser adds them itself where they are missing.
_UNCOUNTED = _VOID | frozenset(("html", "head", "body"))
# How strongly an element holds against an end tag inside it that is not its own: as libxml2 does.
_STRENGTH = {
    "div": 1, "td": 2, "th": 2, "tr": 3, "thead": 4, "tbody": 4, "tfoot": 4, "table": 5,
}  # fmt: skip
_CLASSES = range(6)
# Elements whose start ends an open one of the same group, so that "<li>one<li>two" does not nest.
_ENDED_BY = {
    "li": ("li",), "option": ("option",), "optgroup": ("option", "optgroup"), "dt": ("dt", "dd"),
    "dd": ("dt", "dd"), "tr": ("td", "th", "tr"), "td": ("td", "th"), "th": ("td", "th"),
}  # fmt: skip
_ENDS_PARAGRAPH = frozenset(
    (
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "dir",
        "div", "dl", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "main", "menu", "nav", "ol", "p", "pre",
        "section", "table", "ul", "li", "dt", "dd",
    )
)  # fmt: skip
_BLOCKS = _ENDS_PARAGRAPH | frozenset(("td", "th", "tr", "table"))


class Guarded(NamedTuple):
    """A text made harmless, and the flags that say what was changed for it."""

    text: str
    flags: tuple[str, ...]


def guard_letters(text: str) -> Guarded:
    """Replace NUL and lone surrogates, make every line end one LF, and cut what is too long.

    Flags: ``nul-replaced``, ``surrogates-replaced``, ``cut``.
    """
    flags = []
    if len(text) > MAX_LETTERS:
        text = text[:MAX_LETTERS]
        flags.append("cut")
    if "\0" in text:
        text = text.replace("\0", REPLACEMENT)
        flags.append("nul-replaced")
    if _has_surrogates(text):
        text = _SURROGATE.sub(REPLACEMENT, text)
        flags.append("surrogates-replaced")
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Guarded(text, tuple(flags))


def _has_surrogates(text: str) -> bool:
    if text.isascii():
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _without_entities(text: str) -> Guarded:
    """Drop an XML declaration, and the entity definitions of a document type."""
    declaration = _XML_DECLARATION.match(text)
    if declaration is not None:
        text = text[declaration.end() :]
    opening = _INTERNAL_SUBSET.search(text[:10_000])
    if opening is None:
        return Guarded(text, ())
    end = text.find("]", opening.end())
    if end < 0:
        return Guarded(text, ())
    kept = text[: opening.end() - 1] + text[end + 1 :]
    return Guarded(kept, ("entities-dropped",))


def _trimmed_tag(tag: str, name_end: int) -> str | None:
    """Return a tag with at most 1,000 attributes, none oversized; None when it is so already."""
    kept = [tag[:name_end]]
    trimmed = False
    for count, found in enumerate(_ATTRIBUTE.finditer(tag, name_end, len(tag) - 1)):
        if count == MAX_ATTRIBUTES:
            trimmed = True
            break
        value = found.group("value")
        if value is not None and len(value) > MAX_VALUE:
            kept.append(tag[found.start() : found.start("value")] + '""')
            trimmed = True
        else:
            kept.append(found.group())
    return "".join(kept) + ">" if trimmed else None


class _Nesting:
    """The elements that are open at one place of a page, at most ``MAX_DEPTH`` of them kept.

    Mutable, and private to one call of :func:`guard_markup`. Every question costs the same however
    deep the page is, because places are kept by name and by strength.
    """

    def __init__(self) -> None:
        self.open: list[str] = []
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        self.strong: list[list[int]] = [[] for _ in _CLASSES]
        self.dropped: dict[str, int] = {}

    def _last(self, name: str) -> int:
        places = self.places.get(name)
        return places[-1] if places else -1

    def _close_down_to(self, place: int) -> None:
        while len(self.open) > place:
            name = self.open.pop()
            self.places[name].pop()
            self.strong[_STRENGTH.get(name, 0)].pop()
        self.dropped.clear()

    def begin(self, name: str) -> bool:
        """Open an element; False when it lies too deep and its tag is to be dropped."""
        if self.open and not self.dropped:
            if self.open[-1] == "p" and name in _ENDS_PARAGRAPH:
                self._close_down_to(len(self.open) - 1)
            ended = _ENDED_BY.get(name)
            while ended and self.open and self.open[-1] in ended:
                self._close_down_to(len(self.open) - 1)
        depth = len(self.open)
        if depth >= MAX_DEPTH:
            self.dropped[name] = self.dropped.get(name, 0) + 1
            return False
        self.places[name].append(depth)
        self.strong[_STRENGTH.get(name, 0)].append(depth)
        self.open.append(name)
        return True

    def end(self, name: str) -> bool:
        """Close an element; False when its start was dropped, so that its end is to be dropped."""
        if self.open and self.open[-1] == name and not self.dropped:
            # As most ends do: the rest below, for one element.
            self.open.pop()
            self.places[name].pop()
            self.strong[_STRENGTH.get(name, 0)].pop()
            return True
        if name in self.dropped:
            self.dropped[name] -= 1
            if not self.dropped[name]:
                del self.dropped[name]
            return False
        place = self._last(name)
        if place < 0:
            return True
        strength = _STRENGTH.get(name, 0)
        stronger = max((places[-1] for places in self.strong[strength + 1 :] if places), default=-1)
        if stronger < place:
            self._close_down_to(place)
        return True


def guard_markup(text: str) -> Guarded:
    """Make markup harmless for every parser: no deep nesting, no bombs of attributes, no entities.

    Elements below the 250th level lose their tags (a block element becomes ``<br>``), never their
    text. Flags: ``flattened``, ``attributes-dropped``, ``entities-dropped``.
    """
    text, flags_before = _without_entities(text)
    flags = set(flags_before)
    nesting = _Nesting()
    pieces: list[str] = []
    written = 0
    for token in _TOKEN.finditer(text):
        _, slash, name = token.groups()
        if name is None:
            continue
        start, end = token.span()
        replaced: str | None = None
        folded = name.lower()
        if folded not in _UNCOUNTED:
            kept = nesting.end(folded) if slash else nesting.begin(folded)
            if not kept:
                replaced = "<br>" if folded in _BLOCKS else ""
                flags.add("flattened")
        if replaced is None and end - start > _SHORTEST_BOMB:
            replaced = _trimmed_tag(text[start:end], token.end("name") - start)
            if replaced is not None:
                flags.add("attributes-dropped")
        if replaced is not None:
            pieces.append(text[written:start])
            pieces.append(replaced)
            written = end
    if not pieces:
        return Guarded(text, tuple(sorted(flags)))
    pieces.append(text[written:])
    return Guarded("".join(pieces), tuple(sorted(flags)))
