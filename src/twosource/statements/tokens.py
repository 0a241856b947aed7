"""Sentences as tokens: words, signs, and whole quotations as one token each."""

from __future__ import annotations

import re
from typing import NamedTuple

from twosource.text.quotations import Quotation
from twosource.text.words import fold

ABBREVIATED = (
    r"(?:Mrs?|Ms|Dr|Prof|Gov|Sen|Rep|Gen|Lt|Col|Maj|Adm|Sgt|Capt|Rev|Hon|Supt|St|Jr|Sr)\."
    r"(?=[ \u00a0,])"
    r"|[A-Z]\.(?=[ \u00a0][A-Z])"
)
"""Titles and initials whose full stop ends no sentence: "Mr. Moe", "Alan B. Moe"."""
_TOKEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}|(?<![^\W_])(?:{ABBREVIATED})"
    r"|\b(?:[Pp]oint(?:s|ed|ing)? out|(?:[Gg]oes|[Ww]ent) on(?: to say)?"
    r"|(?:shot|shoots|wrote|writes) back)\b"
    r"|[^\W\d_]+(?:['\u2019.\-][^\W\d_]+)*(?:['\u2019](?=\s))?"
    r"|\d+(?:[.,:]\d+)*[^\W_]*|\S"
)
_SHORTEST_SPOKEN = 4
_MARKS = frozenset("\"'\u201c\u201d\u2018\u2019\u201e\u201a\u00ab\u00bb")
QUOTE = "\u0001quote"
"""What a quotation folds to: a sign that no text holds."""


class Token(NamedTuple):
    """A word, sign or quotation of a sentence; ``quotation`` only for the last."""

    text: str
    folded: str
    start: int
    end: int
    quotation: Quotation | None = None

    @property
    def is_capital(self) -> bool:
        """Tell whether the token begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def is_quote(self) -> bool:
        """Tell whether the token is a whole quotation."""
        return self.quotation is not None


def tokenise(text: str, start: int, end: int, found: list[Quotation]) -> list[Token]:
    """Return the tokens of a sentence; quotations of a clause or more are one token each.

    Shorter ones ("normal" and under control) stay words, their marks left out.
    """
    spoken = [q for q in found if start <= q.start and q.end <= end and _is_spoken(text, q)]
    tokens: list[Token] = []
    at = start
    for quotation in spoken:
        tokens.extend(_plain(text, at, quotation.start))
        tokens.append(
            Token(
                text[quotation.start : quotation.end],
                QUOTE,
                quotation.start,
                quotation.end,
                quotation,
            )
        )
        at = quotation.end
    tokens.extend(_plain(text, at, end))
    return tokens


def _plain(text: str, start: int, end: int) -> list[Token]:
    return [
        Token(m.group(), _folded(m.group()), m.start(), m.end())
        for m in _TOKEN.finditer(text, start, end)
        if m.group() not in _MARKS
    ]


def _folded(word: str) -> str:
    return fold(word).removesuffix("'") if word[0].isalnum() else word


def _is_spoken(text: str, quotation: Quotation) -> bool:
    inner = text[quotation.inner_start : quotation.inner_end].strip()
    after = text[quotation.end : quotation.end + 1]
    return (
        inner.count(" ") + 1 >= _SHORTEST_SPOKEN
        or inner[-1:] in {",", "!", "?"}
        or (inner[-1:] == "." and inner[:1].isupper())
        or (inner[:1].isupper() and after in {",", ""} and " " in inner)
    )
