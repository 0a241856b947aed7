"""Numbers in running text, with their qualifier and what they count.

A first reading: figures and number words, "million", the common qualifiers, the noun that follows.
Ordinals, years and parts of names are left out.
"""

from __future__ import annotations

from typing import NamedTuple

from twosource.text.words import Word, stem, words

_UNITS = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen
        fifteen sixteen seventeen eighteen nineteen""".split()
    )
}
_TENS = {
    word: 10 * value
    for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_POWERS = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "mn": 10**6,
    "dozen": 12,
}
_VAGUE = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2_000.0,
    "tens": 20.0,
    "millions": 2e6,
}
_QUALIFIERS: tuple[tuple[tuple[str, ...], str], ...] = (
    # Longer phrases stand first: "no more than" is no "more than".
    (("no", "more", "than"), "up to"),
    (("not", "more", "than"), "up to"),
    (("no", "less", "than"), "at least"),
    (("no", "fewer", "than"), "at least"),
    (("not", "less", "than"), "at least"),
    (("not", "fewer", "than"), "at least"),
    (("more", "than"), "more than"),
    (("at", "least"), "at least"),
    (("up", "to"), "up to"),
    (("less", "than"), "less than"),
    (("fewer", "than"), "less than"),
    (("at", "most"), "up to"),
    (("as", "many", "as"), "up to"),
    (("over",), "more than"),
    (("above",), "more than"),
    (("under",), "less than"),
    (("about",), "about"),
    (("around",), "about"),
    (("some",), "about"),
    (("roughly",), "about"),
    (("approximately",), "about"),
    (("nearly",), "about"),
    (("almost",), "about"),
    (("estimated",), "about"),
    (("exceeding",), "more than"),
    (("only",), ""),
    (("just",), ""),
    (("close", "to"), "about"),
)
_ROUNDING = 0.1
"""Two figures within a tenth are one when either is "about"."""
_NOT_NOUNS = frozenset(
    """and or to of in at on for by with the a an that who were was had have has is are per as
    from""".split()
)
_BEFORE_PRONOUN = frozenset("no any every each this that which".split())
"""Before "one", these make it a pronoun."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_YEAR_DIGITS = 4


class Number(NamedTuple):
    """A number: ``start``/``end`` (code points), its value, qualifier and counted noun's stem."""

    start: int
    end: int
    value: float
    qualifier: str
    noun: str


def find_numbers(text: str, start: int = 0, end: int | None = None) -> list[Number]:
    """Return the numbers of a text in order.

    >>> [
    ...     (n.value, n.qualifier, n.noun)
    ...     for n in find_numbers("more than 10,000 troops for two weeks")
    ... ]
    [(10000.0, 'more than', 'troop'), (2.0, '', 'week')]
    """
    tokens = words(text, start, end)
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        read = _read(text, tokens, at)
        if read is None:
            at += 1
            continue
        value, behind = read
        qualifier, first = _qualifier(tokens, at)
        noun = _noun(text, tokens, behind)
        if not _is_date_or_name(text, tokens, at, behind, value):
            found.append(
                Number(tokens[first].start, tokens[behind - 1].end, value, qualifier, noun)
            )
        at = behind
    return found


def _read(text: str, tokens: list[Word], at: int) -> tuple[float, int] | None:
    """Read a number beginning at a word; return its value and the index behind it."""
    word = tokens[at].folded
    value: float
    if word[:1].isdigit():
        try:
            value = float(word)
        except ValueError:
            return None
        behind = at + 1
    elif word == "one" and at and tokens[at - 1].folded in _BEFORE_PRONOUN:
        return None
    elif word in _UNITS or word in _TENS:
        value = float(_UNITS.get(word, _TENS.get(word, 0)))
        behind = at + 1
        if word in _TENS and behind < len(tokens) and 0 < _UNITS.get(tokens[behind].folded, 0) < 10:  # noqa: PLR2004
            value += _UNITS[tokens[behind].folded]
            behind += 1
    elif word in _VAGUE:
        return _VAGUE[word], at + 1
    elif (
        word in {"dozen", "hundred", "thousand", "million"}
        and at
        and tokens[at - 1].folded in {"a", "an", "half"}
    ):
        return float(_POWERS[word]) * (0.5 if tokens[at - 1].folded == "half" else 1), at + 1
    else:
        return None
    while (
        behind < len(tokens)
        and tokens[behind].folded in _POWERS
        and tokens[behind].start - tokens[behind - 1].end <= 1
    ):
        value *= _POWERS[tokens[behind].folded]
        behind += 1
    if (
        behind < len(tokens)
        and tokens[behind].start == tokens[behind - 1].end
        and text[tokens[behind].start].isalpha()
    ):
        return None
    return value, behind


def _qualifier(tokens: list[Word], at: int) -> tuple[str, int]:
    for phrase, name in _QUALIFIERS:
        first = at - len(phrase)
        if first >= 0 and tuple(t.folded for t in tokens[first:at]) == phrase:
            return name, first
    return "", at


def _noun(text: str, tokens: list[Word], at: int) -> str:
    """Return the stem of what is counted: the word behind, names before it passed over."""
    if text[tokens[at - 1].end : tokens[at - 1].end + 1] == "%":
        return "percent"
    while (
        at + 1 < len(tokens)
        and text[tokens[at].start].isupper()
        and tokens[at + 1].start - tokens[at].end == 1
        and tokens[at + 1].folded not in _NOT_NOUNS
    ):
        at += 1
    if at < len(tokens) and tokens[at].folded not in _NOT_NOUNS:
        return "" if tokens[at].folded[:1].isdigit() else stem(tokens[at].folded)
    return ""


def _is_date_or_name(text: str, tokens: list[Word], at: int, behind: int, value: float) -> bool:
    before = text[tokens[at - 1].start : tokens[at - 1].end] if at else ""
    digits = tokens[at].folded
    if (
        digits.isdigit()
        and len(digits) == _YEAR_DIGITS
        and _FIRST_YEAR <= value <= _LAST_YEAR
        and "," not in text[tokens[at].start : tokens[at].end]
    ):
        return True
    months = "jan feb mar apr may jun jul aug sep oct nov dec".split()
    beside = [
        before,
        text[tokens[behind].start : tokens[behind].end] if behind < len(tokens) else "",
    ]
    return digits.isdigit() and any(b[:1].isupper() and b[:3].casefold() in months for b in beside)


def agree(one: Number, other: Number) -> bool | None:
    """Tell whether two numbers can both be right; None when they count different things.

    Qualifiers are honoured: "more than 20" and "24" agree, "about 20" and "21" agree.
    """
    if one.noun != other.noun:
        return None
    low, high = sorted((one, other), key=lambda n: n.value)
    if low.value == high.value:
        return True
    if low.qualifier in {"more than", "at least"} and high.value <= low.value * 1.5:
        return True
    if high.qualifier in {"up to", "less than"} and low.value >= high.value / 1.5:
        return True
    return (
        "about" in {low.qualifier, high.qualifier}
        and high.value - low.value <= _ROUNDING * high.value
    )
