"""Whom "he" and "she" take up: the last person of the article whom the word fits."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from twosource.records import Origin
from twosource.statements.mentions import is_title
from twosource.statements.relation import Place
from twosource.text.names import fits_office
from twosource.text.names.vocabulary import BODY_NOUNS, PLURAL_UNNAMED
from twosource.text.words import fold

_TITLES = {
    **dict.fromkeys("mr sir lord king prince duke".split(), "he"),
    **dict.fromkeys("mrs ms miss lady dame queen princess duchess".split(), "she"),
}
"""Words before a name, with a capital letter at the beginning of a phrase."""
_NOUNS = {
    **dict.fromkeys("spokesman husband father brother son widower man boy uncle".split(), "he"),
    **dict.fromkeys("businessman policeman fisherman grandfather nephew priest".split(), "he"),
    **dict.fromkeys("spokeswoman wife mother sister daughter widow woman girl aunt".split(), "she"),
    **dict.fromkeys(
        "businesswoman policewoman chairwoman actress grandmother niece".split(), "she"
    ),
}
"""Words that say of what sex the person is whom a phrase names."""
_INDEFINITE = frozenset("a an one another".split())
_DEFINITE = frozenset("the his her its their".split())
_SOME = frozenset({"group", "family", "crowd", "team", "number", "few", "couple", "pair"})
_DESCRIBING = frozenset("of for at from in with on who familiar close".split())
_REMEMBERED = 8
"""People farther back are taken up by no pronoun."""


class _Met(NamedTuple):
    origin: Origin
    place: Place
    is_office: bool


class People:
    """The people of one article in the order in which they spoke or were named."""

    def __init__(self, offices: Mapping[str, Collection[str]]) -> None:
        """Begin with nobody; ``offices``: those that each name is given, by full name."""
        self._offices = offices
        self._met: list[_Met] = []
        self._pronouns: dict[str, str] = {}

    @property
    def last(self) -> tuple[Origin, Place] | None:
        """Return who spoke last under a name."""
        return next((met[:2] for met in reversed(self._met) if met.origin.kind == "person"), None)

    def meet(self, origin: Origin, place: Place, phrase: str) -> None:
        """Remember a person, named or not; ``phrase``: the words that stand for this one alone."""
        words = fold(phrase.split(",", maxsplit=1)[0]).split()
        if origin.kind != "person" and not _is_one(words):
            return
        pronoun = _read_pronoun(phrase)
        if pronoun is not None:
            self._pronouns[origin.id] = pronoun
        is_office = origin.kind != "person" and words[0] not in _INDEFINITE
        self._met.append(_Met(origin, place, is_office))

    def take_up(self, pronoun: str) -> tuple[Origin, Place] | None:
        """Return the last one whom "he" or "she" fits.

        "The mayor" may be the one named before, unless this one has another office or is of the
        other sex. Past somebody of the other sex only one is taken who was called so before.
        """
        office: _Met | None = None
        passed = False
        for met in reversed(self._met[-_REMEMBERED:]):
            fits = self._pronouns.get(met.origin.id, None if passed else pronoun) == pronoun
            if met.is_office and not passed:
                office = office or (met if fits else None)
            elif office is not None and not (fits and self._may_be(met.origin, office)):
                break
            elif fits:
                return self._call(met, pronoun)
            else:
                passed = True
        return None if office is None else self._call(office, pronoun)

    def _call(self, met: _Met, pronoun: str) -> tuple[Origin, Place]:
        self._pronouns[met.origin.id] = pronoun
        return met[:2]

    def _may_be(self, origin: Origin, office: _Met) -> bool:
        held = {*origin.roles, *self._offices.get(origin.name, ())}
        return origin.kind == "person" and fits_office(office.origin.name, held)


def _is_one(words: Sequence[str]) -> bool:
    """Tell whether a phrase without a name means one person: "the mayor", "a second nurse"."""
    core = list(takewhile(lambda word: word not in _DESCRIBING, words[1:]))
    if not core or core[-1] in PLURAL_UNNAMED | BODY_NOUNS | _SOME or core[-1].endswith("s"):
        return False
    if words[0] in _INDEFINITE:
        return True
    return words[0] in _DEFINITE and (is_title(core[-1]) or core[-1] in _NOUNS)


def _read_pronoun(phrase: str) -> str | None:
    """Return the pronoun of the person whom a phrase names, where a word of it tells."""
    words = phrase.replace(",", " ").replace(".", " ").split()
    if words and words[0][:1].isupper() and fold(words[0]) in _TITLES:
        return _TITLES[fold(words[0])]
    return next((_NOUNS[word] for word in words if word in _NOUNS), None)
