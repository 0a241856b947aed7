"""A line of news as words and signs for the reading of names: "Mr.", "U.S." are one each."""

from __future__ import annotations

import re
from bisect import bisect_right

ABBREVIATED = (
    r"(?:Mrs?|Ms|Dr|Prof|Govs?|Sens?|Reps?|Gen|Lt|Col|Maj|Adm|Sgt|Capt|Rev|Hon|Supt|St|Jr|Sr|Inc"
    r"|Corp|Ltd|Co|Messrs|Bros|No|vs)\."
)
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,8}(?:[^\W\d_](?!\w))?"
    rf"|(?<!\w){ABBREVIATED}(?!\w)"
    r"|[^\W\d_]\.(?=[ \u00a0][^\W\d_a-z])"
    r"|[^\W_]+(?:['\u2019&\-][^\W_]+|\.(?:com|net|org|info|news|co|io|gov|edu|tv|uk|ru|[A-Z][a-z])"
    r"(?!\w))*['\u2019]?"
    r"|([^\w\s])\1*"
)
_POSSESSIVES = ("'s", "\u2019s", "'S", "\u2019S")
_STOPS = frozenset('.?!:;|#\u2022"\u201c([{\u2018*')
"""Signs behind which a word has its capital because something begins."""
_ENDS = frozenset(".?!|#\u2022")
_DASHES = frozenset("-\u2013\u2014>")
_APOSTROPHES = "'\u2019"
_HEADLINE_SHARE = 0.88
"""A sentence of whose words so large a share have capitals, small ones left out, is a headline."""
_LEAST_HEADLINE = 4
_SMALL_IN_HEADLINES = frozenset(
    """a an the of in on at to for and or but nor with from by as is it its vs via into over up off
    out per if than that your""".split()
)


class Tokens:
    """The words and signs of one line; ``words`` are without possessives and hyphened tails.

    ``starts`` and ``ends`` bound each word, ``whole`` is where it ends with what was left off.
    """

    __slots__ = ("_cases", "_stops", "ends", "starts", "text", "whole", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        met = list(_TOKEN.finditer(text, start, end))
        self.text = text
        self.words = [found.group() for found in met]
        self.starts = [found.start() for found in met]
        self.whole = [found.end() for found in met]
        self.ends = self.whole.copy()
        self._stops: list[int] = []
        self._cases: list[bool] = []
        for at in [at for at, word in enumerate(self.words) if not word.isalpha()]:
            word = self.words[at]
            if len(word) > 1 and word[0].isalnum():
                self.words[at] = bare = _bare(word)
                self.ends[at] = self.starts[at] + len(bare)

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """Return a word, or nothing beyond the line's ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def small(self, at: int) -> str:
        """Return a word in small letters, or nothing beyond the line's ends."""
        return self.words[at].lower() if 0 <= at < len(self.words) else ""

    def is_possessive(self, at: int) -> bool:
        """Tell whether a word stands as a possessive: "Norway's"."""
        return self.text[self.ends[at] : self.whole[at]] in {"'s", "\u2019s", "'", "\u2019"}

    def begins(self, at: int) -> bool:
        """Tell whether a word has its capital because a sentence, quotation or item begins."""
        while at > 0:
            sign = self.words[at - 1][0]
            if sign not in _DASHES:
                return sign in _STOPS
            at -= 1
        return True

    def touches(self, at: int) -> bool:
        """Tell whether nothing but one blank stands between a word and the one behind it."""
        after = at + 1
        return (
            after < len(self.words)
            and self.starts[after] == self.whole[at] + 1
            and self.whole[at] == self.ends[at]
        )

    def goes_on(self, at: int) -> bool:
        """Tell whether a word with a capital stands right behind a word."""
        return self.touches(at) and is_capital(self.words[at + 1])

    def in_headline(self, at: int) -> bool:
        """Tell whether the sentence around a word is written as a headline: Capitals Throughout."""
        if not self._stops:
            self._read_cases()
        return self._cases[bisect_right(self._stops, at)]

    def _read_cases(self) -> None:
        """Learn where the sentences end and which of them are headlines."""
        told = capital = 0
        first = True
        for at, word in enumerate(self.words):
            if word[0] in _ENDS:
                self._stops.append(at)
                self._cases.append(_is_headline(told, capital))
                told = capital = 0
                first = True
            elif first:
                # A sentence's first word has a capital anyway.
                first = not word[0].isalnum()
            elif word[0].isalpha() and word not in _SMALL_IN_HEADLINES:
                told += 1
                capital += is_capital(word)
        self._stops.append(len(self.words))
        self._cases.append(_is_headline(told, capital))


def _is_headline(told: int, capital: int) -> bool:
    return told >= _LEAST_HEADLINE and capital >= _HEADLINE_SHARE * told


def is_capital(word: str) -> bool:
    """Tell whether a word begins with a capital letter."""
    return word[:1].isupper()


def _bare(word: str) -> str:
    """Return a word without its possessive, or without a small tail: "China(-based)"."""
    if word.endswith(_POSSESSIVES):
        return word[:-2]
    if word[-1] in _APOSTROPHES:
        return word[:-1]
    first, dash, rest = word.partition("-")
    if dash and len(first) > 1 and is_capital(first) and _TAIL.fullmatch(rest):
        return first
    return word


_TAIL = re.compile(
    r"[a-z]{1,20}(?:ed|ing)|led|born|wide|style|like|era|run|only|held|owned|bound|made|area|to-\w+"
)
"""What a name is joined to by a hyphen where it is no more of the name: "China-based"."""
