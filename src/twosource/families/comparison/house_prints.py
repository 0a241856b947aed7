"""Whether two newsrooms print the same words in two ways: "cease-fire", "didn't", "did not"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

_ENDINGS = {"n't": ("not",), "'re": ("are",), "'ve": ("have",), "'ll": ("will",), "'m": ("am",)}
_IS_OR_HAS = frozenset("it he she who that there here what where how".split())
_WHOLE = {"can't": ("can", "not"), "won't": ("will", "not"), "cannot": ("can", "not")}


def are_printed_alike(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two rows of folded words say the same, hyphens and contractions undone.

    >>> are_printed_alike(["cease", "fire"], ["ceasefire"]), are_printed_alike(["didn't"], ["did"])
    (True, False)
    """
    ours, theirs = (_write_out(found) for found in (one, other))
    return not ours.isdisjoint(theirs)


def _write_out(found: Iterable[str]) -> set[str]:
    """Return the letters of some words in each way in which their contractions can be undone."""
    ways = [_undo(word) for word in found]
    if sum(len(way) > 1 for way in ways) > 1:
        ways = [way[:1] for way in ways]
    return {"".join(letters) for letters in product(*ways)}


def _undo(word: str) -> tuple[str, ...]:
    if word in _WHOLE:
        return ("".join(_WHOLE[word]),)
    for ending, full in _ENDINGS.items():
        if word.endswith(ending):
            return ("".join((word.removesuffix(ending), *full)),)
    bare = word.removesuffix("'s")
    if bare != word and bare in _IS_OR_HAS:
        return (bare + "is", bare + "has", bare + "s")
    return (word.replace("'", ""),)
