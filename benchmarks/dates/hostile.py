"""A hundred kilobytes of one trap at a time: the CPU time that each function needs for it."""

from __future__ import annotations

import time
from collections.abc import Callable

from twosource.text.dates import find_dates, resolve_in_order
from twosource.text.page_dates import read_page_date

LENGTH = 100_000
PROSE = "plain prose"
"""Words without a date, to compare with: the machine's speed falls out."""
_BASE = "2031-05-16T10:00:00+00:00"
_RUNS = 5

TRAPS: dict[str, str] = {
    PROSE: "the mill closed when the rain came down the valley. ",
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
    "told at leisure": "It fell at noon on Monday in the old town of Ostrava then. ",
    "the end of": "the end of the year of ",
    "this and last": "last this next ",
    "short words": "a b ",
    "quotation marks": "’ “said” ",
    "line ends": "\n",
    "spaces": " ",
    "full stops": "A. B",
}
"""Each is repeated up to :data:`LENGTH`."""


Cost = Callable[[str], float]
"""CPU seconds that one function needs for a text."""


def _find(text: str) -> float:
    return _seconds(lambda: find_dates(text))


def _resolve(text: str) -> float:
    found = find_dates(text)
    return _seconds(lambda: resolve_in_order(found, _BASE))


def _read_line(text: str) -> float:
    return _seconds(lambda: read_page_date(text))


def _seconds(act: Callable[[], object]) -> float:
    began = time.process_time()
    act()
    return time.process_time() - began


FUNCTIONS: dict[str, Cost] = {
    "find_dates": _find,
    "resolve_in_order": _resolve,
    "read_page_date": _read_line,
}


def measure() -> dict[str, dict[str, float]]:
    """Return the CPU milliseconds of each function for each trap, the best of five runs."""
    return {
        trap: {name: _cost(function, unit) for name, function in FUNCTIONS.items()}
        for trap, unit in TRAPS.items()
    }


def _cost(function: Cost, unit: str) -> float:
    text = unit * (LENGTH // len(unit))
    return 1000 * min(function(text) for _ in range(_RUNS))
