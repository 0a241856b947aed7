"""A hundred kilobytes of one trap at a time: what each function of names needs, in CPU time."""

from __future__ import annotations

import time
from collections.abc import Callable

from twosource.text import names

LENGTH = 100_000
ALLOWED_MILLISECONDS = 50
_RUNS = 3
TRAPS: dict[str, str] = {
    "digits": "1234567890",
    "commas": ",",
    "of of of": "of ",
    "capital letters": "ABCDEFGHIJ",
    "capitals": "A B C ",
    "of Capitals": "University of The ",
    "Title Case": "The Harbour Board Of The ",
    "given names": "Ada Mary Anne ",
    "offices": "Deputy Prime Minister ",
    "possessives": "Ada's ",
    "brackets": "Harbour Board (HB) ",
    "saying": "said officials said ",
    "initials": "A. B. ",
    "particles": "Ana de la ",
    "scripts": "\u0410a \u200b\u202e",
}
"""Each is repeated up to :data:`LENGTH`; the first four are the ones that issue 3 names."""

FUNCTIONS: dict[str, Callable[[str], object]] = {
    "find_names": names.find_names,
    "known_outlet": names.known_outlet,
    "looks_like_outlet": names.looks_like_outlet,
    "looks_like_agency": names.looks_like_agency,
    "known_country": names.known_country,
    "make_origin": names.make_origin,
    "plain_key": names.plain_key,
    "key_of": names.key_of,
    "fold_spaces": names.fold_spaces,
    "skeleton": names.skeleton,
    "show_unseen": names.show_unseen,
    "scripts_of": names.scripts_of,
    "is_disguised": names.is_disguised,
    "is_shared": names.is_shared,
}


def measure() -> dict[str, dict[str, float]]:
    """Return the CPU milliseconds of each function for each trap, the best of three runs."""
    return {
        name: {trap: _cost(function, unit) for trap, unit in TRAPS.items()}
        for name, function in FUNCTIONS.items()
    }


def _cost(function: Callable[[str], object], unit: str) -> float:
    text = unit * (LENGTH // len(unit))
    costs = []
    for run in range(_RUNS):
        # Each run has a text of its own, so that nothing remembered helps.
        began = time.process_time()
        function(text + "x" * run)
        costs.append(1000 * (time.process_time() - began))
    return min(costs)
