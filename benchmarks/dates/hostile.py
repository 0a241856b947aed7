"""A hundred kilobytes of one trap at a time: what each public function needs for it, in CPU time."""

from __future__ import annotations

import time
from collections.abc import Callable

from twosource.text.dates import find_dates, resolve_in_order
from twosource.text.page_dates import count_page_date, read_page_date

LENGTH = 100_000
ALLOWED_MILLISECONDS = 50
_BASE = "2031-05-16T10:00:00+00:00"
_RUNS = 3

TRAPS: dict[str, str] = {
    "digits": "1234567890",
    "commas": ",",
    "of of of": "of ",
    "capital letters": "ABCDEFGHIJ",
    "short numbers": "12 ",
    "dates without end": "3 May ",
    "days of the week": "Monday ",
    "half a date": "Monday, May ",
    "ranges of days": "3-5-",
    "figures cut short": "2021-01-",
    "ago ago": "days ago ",
    "said and will": "He said Friday that they will meet Monday ",
    "it fell": "It fell Monday. ",
    "told at length": "It fell at noon on Monday then. ",
    "the end of": "the end of the year of ",
    "this and last": "last this next ",
    "short words": "a b ",
    "quotation marks": "’ “said” ",
    "line ends": "\n",
    "spaces": " ",
    "full stops": "A. B",
}
"""Each is repeated up to :data:`LENGTH`; the first four are the ones that issue 3 names."""


def _find_and_resolve(text: str) -> None:
    resolve_in_order(find_dates(text), _BASE)


def _read_line(text: str) -> None:
    found = read_page_date(text)
    if found is not None:
        count_page_date(found, _BASE)


FUNCTIONS: dict[str, Callable[[str], object]] = {
    "find_dates": find_dates,
    "and resolve_in_order": _find_and_resolve,
    "read_page_date": _read_line,
}


def measure() -> dict[str, dict[str, float]]:
    """Return the CPU milliseconds of each function for each trap, the best of three runs."""
    return {
        trap: {name: _cost(function, unit) for name, function in FUNCTIONS.items()}
        for trap, unit in TRAPS.items()
    }


def _cost(function: Callable[[str], object], unit: str) -> float:
    text = unit * (LENGTH // len(unit))
    costs = []
    for _ in range(_RUNS):
        began = time.process_time()
        function(text)
        costs.append(1000 * (time.process_time() - began))
    return min(costs)
