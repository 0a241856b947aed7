"""A site's address spells its name: harbour-gazette.example and "The Harbour Gazette" are one.

An address tells which of several papers of one name is meant, and which of the names on a page is
the page's own. Its letters alone are compared; where no words of the page spell it, no name is
made up from it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from unicodedata import normalize

_HOST = re.compile(
    r"(?:^|https?://|@|\b(?=www\.))(?:[\w.+-]{0,60}@)?(?P<host>(?:[a-z0-9-]{1,60}\.){1,5}[a-z]{2,12})"
    r"(?![\w.-]*@)",
    re.IGNORECASE,
)
_BARE_HOST = re.compile(r"^(?:[a-z0-9-]{1,60}\.){1,5}[a-z]{2,12}$", re.IGNORECASE)
_NO_LABELS = frozenset(
    """www m mobile amp edition news en uk us co com org net ac gov edu info blog blogs web live
    archive static article articles story mail""".split()
)
_FEWEST_LETTERS = 3
_READ = 300
_LETTER = re.compile(r"[^\W_]")
_NOBODYS = re.compile(
    r"(?:^|\.)(?:facebook|fb|twitter|x|t|youtube|youtu|instagram|tiktok|linkedin|reddit|telegram|"
    r"whatsapp|google|archive|localhost|blogspot|wordpress|medium|substack|gmail|yahoo|outlook|"
    r"hotmail|apple|amazonaws|cloudfront|feedburner|bit|github)\.[a-z]{2,4}$"
)
"""Hosts where anybody's texts stand, or anybody's mail comes from."""
_HOSTS_MOST = 40
_LETTERS_KEPT = 1_000


@lru_cache(maxsize=_LETTERS_KEPT)
def _bare(letter: str) -> str:
    return "".join(sign for sign in normalize("NFD", letter.casefold()) if sign.isalnum())


@lru_cache(maxsize=_LETTERS_KEPT)
def _spread(letter: str) -> str:
    return _SPREAD.get(letter.casefold(), _bare(letter))


def _plain(letter: str) -> str:
    return letter.casefold() if letter.isascii() else ""


_SPREAD = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "æ": "ae", "å": "aa"}
_WRITINGS: tuple[Callable[[str], str], ...] = (_bare, _spread, _plain)
"""How addresses write letters with signs: without them, as two letters, or not at all."""


def find_hosts(texts: Iterable[str]) -> list[str]:
    """Return the hosts of the addresses that texts print, each once, in their order."""
    found: dict[str, None] = {}
    for text in texts:
        seen = text[:_READ]
        if "." not in seen:
            continue
        if _BARE_HOST.match(seen.strip()):
            found.setdefault(seen.strip().lower())
        elif "@" in seen or "://" in seen or "www." in seen.lower():
            for match in _HOST.finditer(seen):
                found.setdefault(match["host"].lower())
        if len(found) >= _HOSTS_MOST:
            break
    return [host for host in found if not _NOBODYS.search(host)]


def host_of(address: str | None) -> str:
    """Return the host of a page's address; "" without one, or where anybody's texts stand.

    >>> host_of("https://www.harbour-gazette.example/2031/03/crane")
    'www.harbour-gazette.example'
    """
    match = re.match(r"(?:https?://)?(?P<host>[^/?#:\s]{1,200})", address or "")
    host = match["host"].lower() if match else ""
    return "" if _NOBODYS.search(host) or not _BARE_HOST.match(host) else host


def spelled_name(host: str, texts: Iterable[str]) -> str:
    """Return the words in one of these texts that spell a host; "" where none do.

    >>> spelled_name("www.harbour-gazette.example", ["© 2031 The Harbour Gazette. All rights"])
    'The Harbour Gazette'
    >>> (
    ...     spelled_name("suedkueste.example", ["Süd-Küste"]),
    ...     spelled_name("elpais.example", ["El País"]),
    ... )
    ('Süd-Küste', 'El País')
    >>> spelled_name("hgz.example", ["© 2031 The Harbour Gazette"])
    ''
    """
    labels = [
        label.replace("-", "")
        for label in host.lower().split(".")[:-1]
        if label not in _NO_LABELS and len(label.replace("-", "")) >= _FEWEST_LETTERS
    ]
    if not labels:
        return ""
    for text in texts:
        for label in sorted(labels, key=len, reverse=True):
            found = _find_spelled(label, text[:_READ])
            if found:
                return found
    return ""


def _find_spelled(label: str, text: str) -> str:
    if "." in text and _BARE_HOST.match(text.strip()):
        return ""
    for written in _WRITINGS if not text.isascii() else _WRITINGS[:1]:
        found = _find_written(label, text, written)
        if found:
            return found
    return ""


def _find_written(label: str, text: str, written: Callable[[str], str]) -> str:
    signs = _LETTER.findall(text)
    letters = "".join(signs).casefold() if text.isascii() else "".join(map(written, signs))
    if label not in letters:
        return ""
    places: list[int] = []
    for match in _LETTER.finditer(text):
        places += [match.start()] * len(written(match.group()))
    begin = letters.find(label)
    while begin >= 0:
        first, last = places[begin], places[begin + len(label) - 1] + 1
        name = text[first:last]
        whole = (first == 0 or not _LETTER.match(text[first - 1])) and not text[
            last : last + 1
        ].isalnum()
        address = text[last : last + 1] == "." and text[last + 1 : last + 2].isalnum()
        mail = text[first - 1 : first] in {"@", "/", "."} if first else False
        if whole and not address and not mail and (name[:1].isupper() or name[:1].isdigit()):
            return _with_article(text, first, name)
        begin = letters.find(label, begin + 1)
    return ""


def _with_article(text: str, first: int, name: str) -> str:
    before = text[max(0, first - 4) : first]
    return f"The {name}" if before in {"The ", "THE "} else name
