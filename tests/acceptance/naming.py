"""When two names are one to a fair judge: titles, case, articles, dots, spellings set aside."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_TITLE_WORDS = """
    mr mrs ms dr prof professor sir dame lord lady president prime minister foreign defence defense
    interior spokesman spokeswoman spokesperson official adviser advisor presidential former mp
    senator general colonel major captain sergeant judge justice chief director head chairman
    chairwoman chair mayor governor ambassador secretary military war correspondent chancellor king
    queen prince inspector superintendent commissioner detective coach prosecutor lawyer treasurer
"""
_TITLES = frozenset(_TITLE_WORDS.split())
_SET_ASIDE = frozenset(
    {"the", "a", "an", "unnamed", "anonymous", "one", "two", "three", "four", "several"}
)
_LONG_ENOUGH_TO_BE_MISSPELT = 7


def name_words(name: str) -> tuple[str, ...]:
    """Return a name's words in lower case, without dots, possessive endings or articles."""
    folded = name.replace("’", "'").replace("‘", "'").casefold()
    folded = re.sub(r"(?<=\b[a-z])\.", "", folded)
    folded = re.sub(r"\bunited states\b", "us", folded)
    folded = re.sub(r"\bunited kingdom\b", "uk", folded)
    words = re.findall(r"[^\W_]+(?:'[^\W_]+)*", re.sub(r"'s\b", "", folded))
    return tuple(word for word in words if word not in _SET_ASIDE)


def same_name(wanted: str, got: str, role: str = "") -> bool:
    """Tell whether ``got`` names the one whom ``wanted`` names; words of the role may stand before.

    >>> same_name("Dmitry Peskov", "Kremlin spokesman Dmitry Peskov", "Kremlin spokesman")
    True
    >>> same_name("Ann Lee", "Lee")
    False
    """
    left, right = name_words(wanted), name_words(got)
    if not left or not right:
        return False
    if _alike(left, right):
        return True
    extra = len(right) - len(left)
    allowed = _TITLES | set(name_words(role))
    return (
        extra > 0 and _alike(left, right[extra:]) and all(word in allowed for word in right[:extra])
    )


def _alike(left: Sequence[str], right: Sequence[str]) -> bool:
    return len(left) == len(right) and all(
        a == b or _one_letter_apart(a, b) for a, b in zip(left, right, strict=True)
    )


def _one_letter_apart(left: str, right: str) -> bool:
    """Tell whether a letter more, less or other is all that tells two long words apart."""
    short, long = sorted((left, right), key=len)
    if len(short) < _LONG_ENOUGH_TO_BE_MISSPELT or len(long) - len(short) > 1:
        return False
    place = next(
        (i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short)
    )
    rest = short[place + 1 :] if len(short) == len(long) else short[place:]
    return rest == long[place + 1 :]


def same_names(
    wanted: Sequence[Sequence[str]], got: Sequence[Sequence[str]], role: str = ""
) -> bool:
    """Tell whether each wanted name (in any of its forms) is one of those got, and none is left."""
    if len(wanted) != len(got):
        return False
    left = list(got)
    for forms in wanted:
        found = next((g for g in left if any_same(forms, g, role)), None)
        if found is None:
            return False
        left.remove(found)
    return True


def any_same(wanted: Iterable[str], got: Iterable[str], role: str = "") -> bool:
    """Tell whether any form of one name is any form of another."""
    return any(same_name(w, g, role) for w in wanted for g in got)
