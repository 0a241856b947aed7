"""Verbs as far as parting and comparing need them: finite forms, participles, moods."""

from __future__ import annotations

AUXILIARIES = frozenset(
    """has have had was were is are be been being am does did do will would can could may might must
    shall should hasn't haven't hadn't wasn't weren't isn't aren't doesn't didn't don't won't
    wouldn't can't couldn't shouldn't cannot""".split()
)
FORMS_OF_BE = frozenset("was were is are be been being am wasn't weren't isn't aren't got".split())
MODALS = frozenset(
    """will would can could may might must shall should won't wouldn't can't couldn't shouldn't
    cannot""".split()
)
INTENDING = frozenset(
    """plan plans planned planning intend intends intended intending hope hopes hoped hoping want
    wants wanted expected set about ready likely unlikely going scheduled threatens threatened
    promises promised vowed pledged prepares prepared preparing wishes was were is are""".split()
)
"""Before "to", these say that a thing has not happened yet: "plans to", "is to"."""
DYING = frozenset("die dies died dying perish perished".split())
_IRREGULAR = frozenset(
    """took went came held made got saw fell rose left hit struck shot ran gave found knew began
    broke brought built bought caught chose drew drove fought fled flew grew kept led lost met paid
    sent set spent spoke stood stole taught told thought threw won wrote said became felt put cut
    sank sought taken gone given known begun broken driven fallen flown grown seen stolen written
    shown drawn hurt burst shut withdrew withdrawn slain slew bid bore split spread swept wept hid
    hidden dug fed""".split()
)
_NOT_VERBS = frozenset(
    """united armed so-called alleged unnamed retired limited hundred red need seed speed indeed
    injured wounded wed kindred sacred naked wicked crowded""".split()
)
_SHORTEST_PAST = 4


def is_finite(word: str, *, capital: bool) -> bool:
    """Tell whether a folded word looks like a finite verb (or a participle: they look alike)."""
    if word in AUXILIARIES or word in _IRREGULAR or word.endswith("n't"):
        return True
    past = len(word) >= _SHORTEST_PAST and word.endswith("ed")
    return past and not capital and word not in _NOT_VERBS


def is_participle(word: str) -> bool:
    """Tell whether a folded word may follow a form of "be" in the passive."""
    return word in _IRREGULAR or word.endswith(("ed", "wn"))
