"""Mentions: one speaker as a phrase names it, and the words ("bits") that the phrase is made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.records import Origin, OriginKind
from twosource.statements.tokens import ABBREVIATED
from twosource.text.names import make_origin
from twosource.text.names.vocabulary import (
    DETERMINERS,
    METONYMS,
    ORGANISATION_WORDS,
    PLURAL_UNNAMED,
    SPEAKING_NOUNS,
    TITLES,
)
from twosource.text.words import fold

_BIT = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}|(?<![^\W_])(?:{ABBREVIATED})"
    r"|[^\W\d_]+(?:['\u2019.\-][^\W\d_]+)*(?:['\u2019](?=\s|$|,))?"
    r"|\d+(?:[.,]\d+)*|[,&/]|\S"
)
_DESCRIBING = re.compile(
    r"(?:for|of|at|with|from|in|on|who|familiar|speaking|close|briefed|citing|by|seen|obtained"
    r"|reviewed|near|inside|within)"
)
_DESCRIBED = re.compile(rf"\b{_DESCRIBING.pattern}\b", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|a|an|its|their)\s+(?=[a-z0-9])", re.IGNORECASE)


class Mention(NamedTuple):
    """One speaker as a phrase names it: ``start``/``end`` in the text, with its role and kind."""

    start: int
    end: int
    name: str
    kind: OriginKind | None
    role: str
    pronoun: bool = False
    document: bool = False


class Bit(NamedTuple):
    """A word or sign of a source phrase."""

    text: str
    folded: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        """Tell whether the word begins with a capital letter."""
        return self.text[:1].isupper()


class Phrase(NamedTuple):
    """One speaker's bits; ``core`` is what stands before its description, if any."""

    text: str
    bits: list[Bit]
    core: list[Bit]

    @property
    def start(self) -> int:
        """Return where the phrase begins in the text."""
        return self.bits[0].start

    @property
    def end(self) -> int:
        """Return where the phrase ends in the text."""
        return self.bits[-1].end

    @property
    def shown(self) -> str:
        """Return the words of the core as they stand."""
        return self.text[self.core[0].start : self.core[-1].end]

    @property
    def is_described(self) -> bool:
        """Tell whether something follows the core: "officials familiar with the talks"."""
        return len(self.core) < len(self.bits)

    def mention(self, name: str, kind: OriginKind | None, role: str = "") -> Mention:
        """Return the mention that this phrase makes under a name."""
        return Mention(self.start, self.end, name, kind, role)


def split_bits(text: str, start: int, end: int) -> list[Bit]:
    """Return the words and signs of a phrase."""
    return [
        Bit(m.group(), _folded(m.group()), m.start(), m.end())
        for m in _BIT.finditer(text, start, end)
    ]


def _folded(word: str) -> str:
    return fold(word).removesuffix("'s").removesuffix("'") if word[0].isalnum() else word


def bare(phrase: str) -> str:
    """Return a phrase on one line without a leading article or a possessive at its end."""
    name = _ARTICLE.sub("", " ".join(phrase.split()))
    return name.removesuffix("'s").removesuffix("\u2019s")


def join_bits(bits: list[Bit]) -> str:
    """Return the words of a phrase whose bits need not stand side by side in the text."""
    return bare(" ".join(b.text for b in bits).replace(" ,", ","))


def is_name_word(bit: Bit) -> bool:
    """Tell whether a word could be part of a name."""
    return bit.is_capital and bit.text[0].isalpha() and bit.folded not in DETERMINERS


def opens_description(bit: Bit) -> bool:
    """Tell whether a word begins a description: "officials | familiar with the talks"."""
    return _DESCRIBING.fullmatch(bit.folded) is not None


def names_no_body(name: str) -> bool:
    """Tell whether no word of a name says that it is a ministry, company, court or the like."""
    return not {fold(w) for w in name.split()} & (ORGANISATION_WORDS | METONYMS)


def is_title(word: str) -> bool:
    """Tell whether a word is a title or role that stands before a person's name."""
    folded = fold(word)
    return folded in TITLES or (folded in SPEAKING_NOUNS and folded not in ORGANISATION_WORDS)


def is_plural(mention: Mention) -> bool:
    """Tell whether a mention is of several: "doctors at the port", "people briefed on it"."""
    head = _DESCRIBED.split(mention.name, maxsplit=1)[0].split()
    return bool(head) and (head[-1].casefold() in PLURAL_UNNAMED or mention.name == "they")


def make_speaker(mention: Mention) -> Origin:
    """Return the origin of a mention that is not a pronoun."""
    roles = (mention.role,) if mention.role else ()
    return make_origin(mention.name, mention.kind, roles)
