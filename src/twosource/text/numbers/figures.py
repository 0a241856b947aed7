"""Reading the value of one figure: digits and number words, with their powers and shares.

Only values are read here. Which figures make a range together is for ``ranges``, which of them are
no quantities (years, scores, labels) for ``exclusions``, and what they count for ``nouns``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from twosource.text.numbers.language import Language

_LONGEST_FIGURE = 18
"""A figure of more letters is no quantity of the news."""
_LONGEST_ROW = 8
"""So many figures or number words in a row are a table or a song, and count nothing."""
_REACH = 32
"""How many letters before a figure can still belong to it: "three-quarters of a million"."""
_FARTHEST_THING = 3
_HUNDRED = 100
_LARGEST_ONE = 10
_FEW, _NOT_MORE = 2, 10
"""Several hundred: from two hundred to not quite ten hundred."""
_SIGNS = {"½": 1 / 2, "¼": 1 / 4, "¾": 3 / 4, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 1 / 8, "⅕": 1 / 5}
_SIGN = f"[{''.join(_SIGNS)}]"
_DIGITS = (
    rf"(?:[0-9]{{1,3}}(?:[\u00a0\u202f ]000)+(?![0-9])|[0-9]++(?:[.,:/–-][0-9]++)*+{_SIGN}?|"
    rf"(?<![^\s($£€~])\.[0-9]++|{_SIGN})"
)
"""Digits with the marks between them, dates and scores included: what they are is read later."""
_PLAIN = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+")
_DASHED = re.compile(r"([0-9.,]+)[-–]([0-9.,]+)")
_FRACTION = re.compile(r"(?:([0-9]+)-)?([0-9]{1,2})/([0-9]{1,2})")
_COMMON_PARTS = frozenset((2, 3, 4, 5, 8, 10, 16))
_LETTERS = re.compile(r"[^\W\d_]+")


class Figure(NamedTuple):
    """A figure as it stands: its place, its value, and what its writing shows."""

    start: int
    end: int
    low: float
    high: float
    lead: int
    """Where it begins with its sign of money."""
    power: float = 1.0
    currency: str = ""
    spelled: bool = False
    vague: bool = False
    """A range by itself: "dozens", "several hundred"."""
    share: bool = False
    ranged: bool = False
    """Made of two figures: "5 to 10", "three in four"."""
    dashed: bool = False
    """Two figures in digits with a dash between them: a range, or a score."""


def one_of(words: Iterable[str]) -> str:
    """Return the pattern of any of these words, parted by their first letters for speed."""
    listed = sorted(set(words), key=lambda w: (w[0], -len(w), w))
    groups = (
        f"{re.escape(first)}(?:{'|'.join(re.escape(word[1:]) for word in held)})"
        for first, held in groupby(listed, key=lambda w: w[0])
    )
    return f"(?:{'|'.join(groups)})"


class Reader:
    """Reads figures by the words of one language; texts come in small letters."""

    def __init__(self, language: Language) -> None:
        self.language = language
        names = {*language.ones, *language.tens, *language.powers, *language.vague, *language.parts}
        word = rf"{one_of(names)}(?![\w'’])"
        article, of = one_of(language.articles), language.of
        part = one_of(language.parts)
        follow = rf"(?:[\s-](?:{one_of(language.joiners)}[\s-])?(?:{article}[\s-])?{word})"
        first = "".join(sorted({name[0] for name in names}))
        self._seed = re.compile(
            rf"(?=[0-9.{''.join(_SIGNS)}{first}])(?<![\w#@])(?<!\w[-–'’])(?<![^\W\d_]\.)"
            rf"(?:{_DIGITS}|{word}){follow}{{,{_LONGEST_ROW}}}+"
        )
        self._row = re.compile(
            rf"(?:{_DIGITS}[%\s,;|/$€£]{{1,6}}+){{{_LONGEST_ROW},}}+|(?:{word}[\s-]){{{_LONGEST_ROW},}}+"
        )
        self._units = frozenset(
            (*language.measures, *language.durations, *language.percent, *language.currencies)
        )
        self._token = re.compile(rf"{_DIGITS}|[^\W\d_]+")
        self._before_power = re.compile(
            rf"(?<![\w-])(?:"
            rf"(?P<few>(?:{article}\s)?{one_of(language.few)}(?:\s{of})?)|"
            rf"(?:{article}[\s-])?(?P<part>{part})(?:[\s-](?:{of}\s)?{article})?|"
            rf"(?P<count>{one_of(language.ones)})[\s-](?P<parts>{part})\s{of}\s{article}|"
            rf"{article})[\s-]$"
        )
        self._article_before = re.compile(rf"(?<![\w-]){article}[\s-]$")
        self._power_behind = re.compile(
            rf"(?:\s{of})?[\s-](?:{article}[\s-])?{one_of(language.powers)}(?!\w)"
        )
        self._ordinal_behind = re.compile(rf"[\s-]{one_of(language.ordinals)}(?!\w)")
        large = (w for w, (low, _) in language.vague.items() if low > _HUNDRED)
        self._of_power = re.compile(rf"\s{of}\s(?P<power>{one_of(large)})(?!\w)")
        signs = one_of(w for w in language.currencies if not w[-1].isalpha())
        codes = one_of(language.currency_codes)
        self._money = re.compile(rf"(?:(?<!\w)|(?<=\w)(?=\W)){signs}\s?$|(?<!\w)({codes})\.?\s?$")

    def find(self, text: str, written: str) -> Iterator[Figure]:
        """Yield the single figures of a text in order; ``written`` is the text before small."""
        reading = behind = 0
        while (seed := self._seed.search(text, reading)) is not None:
            row = self._row.match(text, seed.start())
            if row is not None:
                reading = behind = row.end()
                continue
            tokens = list(self._token.finditer(text, seed.start(), seed.end()))
            at = 0
            while at < len(tokens):
                figure, used = self._read_one(text, written, tokens, at)
                if figure is not None and figure.start >= behind:
                    behind = figure.end
                    yield figure
                at += used
            reading = seed.end()

    def _read_one(
        self, text: str, written: str, tokens: list[re.Match[str]], at: int
    ) -> tuple[Figure | None, int]:
        """Read the figure that begins at a token, if one does, and how many tokens it takes."""
        token = tokens[at]
        word = token.group()
        if not word[0].isalpha():
            return self._read_digits(text, written, tokens, at)
        if word in self.language.vague:
            return self._read_vague(text, token), 1
        if word in self.language.powers:
            return self._read_power(text, tokens, at)
        if word in self.language.parts:
            return self._read_part(text, token), 1
        if word in self.language.ones or word in self.language.tens:
            return self._read_words(text, tokens, at)
        return None, 1

    def _read_digits(
        self, text: str, written: str, tokens: list[re.Match[str]], at: int
    ) -> tuple[Figure | None, int]:
        token = tokens[at]
        value = read_digits(token.group())
        if value is None:
            return None, 1
        low, high, share = value
        end, power, used = token.end(), 1.0, 1
        currency, lead = self._read_money(text, token.start())
        letters = _LETTERS.match(text, end)
        if letters:
            scaled = self._read_suffix(
                written[end : letters.end()],
                text,
                letters.end(),
                token.group(),
                money=bool(currency),
            )
            if scaled is None:
                return None, used
            if scaled > 1:
                power, end = scaled, letters.end()
        if low == high and not share:
            half, more = self._read_and_a_half(tokens, at + used)
            low, high, used = low + half, high + half, used + more
        while at + used < len(tokens) and tokens[at + used].group() in self.language.powers:
            power *= self.language.powers[tokens[at + used].group()]
            used += 1
        if used > 1:
            end = tokens[at + used - 1].end()
        figure = Figure(
            token.start(), end, low * power, high * power, lead, power, currency,
            share=share and power == 1, ranged=low != high, dashed=low != high,
        )  # fmt: skip
        return figure, used

    def _read_and_a_half(self, tokens: list[re.Match[str]], at: int) -> tuple[float, int]:
        """Return what "and a half" adds, and its number of words; zeros where it is not there."""
        words = [t.group() for t in tokens[at : at + 3]]
        if (
            len(words) == 3  # noqa: PLR2004 - "and a half"
            and words[0] in self.language.joiners
            and words[1] in self.language.articles
            and words[2] in self.language.parts
        ):
            return self.language.parts[words[2]], 3
        return 0.0, 0

    def _read_suffix(
        self, suffix: str, text: str, end: int, digits: str, *, money: bool
    ) -> float | None:
        """Return the power of letters right behind digits (1: a unit); None where all is a label.

        "1.2m" and "$5B" are powers, "350W" and "5km" units, "3D", "4K", "21st" and "90s" labels.
        """
        folded = suffix.lower()
        if suffix.isupper() and len(suffix) == 1 and folded not in self.language.attached:
            return None
        power = self.language.short_powers.get(folded)
        if power is None:
            return 1.0 if folded in self._units else None
        if suffix == "K" and len(digits) == 1 and not money:
            return None
        if suffix == "m" and not money and not self._counts_things(text, end):
            return 1.0
        return power

    def _counts_things(self, text: str, end: int) -> bool:
        """Tell "2m foreign workers" (millions) from "a 100m sprint" (metres)."""
        for word in _LETTERS.findall(text, end, end + _REACH)[:_FARTHEST_THING]:
            if self.language.is_small(word):
                return False
            if word.endswith("s") or word in self.language.plurals:
                return True
        return False

    def _read_vague(self, text: str, token: re.Match[str]) -> Figure:
        low, high = self.language.vague[token.group()]
        end = token.end()
        of = self._of_power.match(text, end)
        if of:
            power = self.language.vague[of["power"]][0] / _FEW
            low, high, end = low * power, (high + 1) * power - 1, of.end()
        return Figure(token.start(), end, low, high, token.start(), spelled=True, vague=True)

    def _read_power(
        self, text: str, tokens: list[re.Match[str]], at: int
    ) -> tuple[Figure | None, int]:
        """Read "a hundred", "half a million", "several thousand", "a quarter of a million"."""
        token = tokens[at]
        lead = self._before_power.search(text, max(0, token.start() - _REACH), token.start())
        if lead is None:
            return None, 1
        value, used = self._add_up(tokens, at, leading=1.0)
        low = high = value
        if lead["few"]:
            low, high = _FEW * value, _NOT_MORE * value - 1
            if value < _HUNDRED:
                high = self.language.vague_dozens
        elif lead["part"]:
            low = high = value * self.language.parts[lead["part"]]
        elif lead["parts"]:
            share = self.language.parts[lead["parts"]] * self.language.ones[lead["count"]]
            low = high = value * share
        figure = Figure(
            lead.start(), tokens[at + used - 1].end(), low, high, lead.start(), value,
            spelled=True, vague=bool(lead["few"]),
        )  # fmt: skip
        return figure, used

    def _read_part(self, text: str, token: re.Match[str]) -> Figure | None:
        """Read "half", "a third"; "two-thirds" is read from its first word."""
        if self._power_behind.match(text, token.end()):
            return None
        word, start = token.group(), token.start()
        value = self.language.parts[word]
        article = self._article_before.search(text, max(0, start - 4), start)
        if word not in self.language.bare_parts:
            if article is None or word.endswith("s"):
                return None
            start = article.start()
        return Figure(start, token.end(), value, value, start, spelled=True, share=True)

    def _read_words(
        self, text: str, tokens: list[re.Match[str]], at: int
    ) -> tuple[Figure | None, int]:
        token = tokens[at]
        value, used = self._add_up(tokens, at)
        last = tokens[at + used - 1]
        if last.group() in self.language.tens and self._ordinal_behind.match(text, last.end()):
            return None, used
        share = False
        following = tokens[at + used].group() if at + used < len(tokens) else ""
        if following in self.language.parts and following.endswith("s") == (value > 1):
            if self._power_behind.match(text, tokens[at + used].end()):
                return None, used
            value, share, used = value * self.language.parts[following], True, used + 1
        else:
            half, more = self._read_and_a_half(tokens, at + used)
            value, used = value + half, used + more
            if more and at + used < len(tokens):
                power = self.language.powers.get(tokens[at + used].group())
                value, used = (value * power, used + 1) if power else (value, used)
        currency, lead = self._read_money(text, token.start())
        power = max(self.language.powers.get(t.group(), 1.0) for t in tokens[at : at + used])
        figure = Figure(
            token.start(), tokens[at + used - 1].end(), value, value, lead, power, currency,
            spelled=True, share=share,
        )  # fmt: skip
        return figure, used

    def _add_up(
        self, tokens: list[re.Match[str]], at: int, leading: float | None = None
    ) -> tuple[float, int]:
        """Add up number words: "two hundred and five thousand"; return value and words used.

        ``leading`` is what stands before the first word, as the "a" of "a hundred and five".
        """
        total, group, last = 0.0, leading, float("inf")
        shape = "open" if leading is None else "one"
        used = 0
        while at + used < len(tokens):
            word = tokens[at + used].group()
            if word in self.language.ones:
                value = self.language.ones[word]
                if shape == "one" or (shape == "tens" and not 0 < value < _LARGEST_ONE):
                    break
                group, shape = (group or 0.0) + value, "one"
            elif word in self.language.tens:
                if shape in {"one", "tens"}:
                    break
                group, shape = (group or 0.0) + self.language.tens[word], "tens"
            elif word in self.language.powers:
                power = self.language.powers[word]
                if group is None or power >= last:
                    break
                if power <= _HUNDRED:
                    group, shape = group * power, "hundred"
                else:
                    total, group, last, shape = total + group * power, None, power, "power"
            elif word in self.language.joiners and shape in {"hundred", "power"}:
                behind = tokens[at + used + 1].group() if at + used + 1 < len(tokens) else ""
                if behind not in self.language.ones and behind not in self.language.tens:
                    break
            else:
                break
            used += 1
        return total + (group or 0.0), max(used, 1)

    def _read_money(self, text: str, at: int) -> tuple[str, int]:
        """Return the currency whose sign stands before a place, and where the sign begins."""
        sign = self._money.search(text, max(0, at - 6), at)
        if sign is None:
            return "", at
        return self.language.currencies[sign.group().strip(" .\u00a0")], sign.start()


def read_digits(written: str) -> tuple[float, float, bool] | None:
    """Return low, high and whether it is a share, of digits as written; None if they are none.

    >>> read_digits("1,200"), read_digits("10-15"), read_digits("3/4")
    ((1200.0, 1200.0, False), (10.0, 15.0, False), (0.75, 0.75, True))
    >>> read_digits("10:30") is None and read_digits("9/11") is None
    True
    """
    if len(written) > _LONGEST_FIGURE:
        return None
    sign = _SIGNS.get(written[-1], 0.0)
    bare = written[:-1] if sign else written
    if not bare:
        return sign, sign, True
    bare = re.sub(r"[\u00a0\u202f ]", ",", bare)
    if _PLAIN.fullmatch(bare):
        value = float(bare.replace(",", "")) + sign
        return value, value, False
    dashed = _DASHED.fullmatch(bare)
    if dashed and all(_PLAIN.fullmatch(end) for end in dashed.groups()):
        low, high = (float(end.replace(",", "")) for end in dashed.groups())
        return (low, high, False) if low != high else None
    fraction = _FRACTION.fullmatch(bare)
    if fraction:
        above, below = int(fraction[2]), int(fraction[3])
        if above < below and below in _COMMON_PARTS:
            value = int(fraction[1] or 0) + above / below
            return value, value, fraction[1] is None
    return None
