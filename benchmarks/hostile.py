"""Text that wants to be slow: a hundred thousand letters of one trap, and what a function needs.

Times are CPU milliseconds and hang on the machine. As a floor stands the worst trap as a multiple
of what ordinary prose costs (:func:`compare_to_prose`), so that the machine's speed falls out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping

LETTERS = 100_000
TRAPS: Mapping[str, str] = {
    "digits": "1234567890",
    "commas": ",",
    "of of of": "of ",
    "capital letters": "ABCDEFGHIJ",
}
"""What every reader of text is tried on; each task adds its own. Repeated up to LETTERS."""
PROSE = (
    "The harbour office said on Thursday that more than 40 boats had left Karvik before the storm. "
    "Nobody aboard was hurt, and the ferry will sail again when the wind has dropped, its owner "
    "told reporters. Repairs to the pier may cost as much as 3 million crowns. "
)
_RUNS = 3

Costs = dict[str, dict[str, float]]
"""CPU milliseconds by function and trap."""


def measure(functions: Mapping[str, Callable[[str], object]], traps: Mapping[str, str]) -> Costs:
    """Print and return what each function needs for each trap: the best of three runs."""
    costs: Costs = {name: {} for name in functions}
    print(f"\nCPU milliseconds for {LETTERS:,} letters of one trap, the best of {_RUNS}")
    for trap, unit in {**TRAPS, **traps}.items():
        for name, function in functions.items():
            costs[name][trap] = cost_of(function, unit)
        shown = "".join(f"  {name} {costs[name][trap]:.1f}" for name in functions)
        print(f"  {trap:24}{shown}")
    return costs


def compare_to_prose(costs: Costs, function: Callable[[str], object]) -> float:
    """Return the dearest trap of all as a multiple of what a function needs for news prose."""
    plain = cost_of(function, PROSE)
    worst = max(cost for by_trap in costs.values() for cost in by_trap.values())
    print(f"  news prose, for scale: {plain:.1f}; the dearest trap: {worst:.1f}")
    return worst / plain


def cost_of(function: Callable[[str], object], unit: str) -> float:
    """Return the CPU milliseconds that a function needs for a unit repeated up to LETTERS.

    Each run has a text of its own, so that nothing remembered helps.
    """
    text = (unit * LETTERS)[:LETTERS]
    costs = []
    for run in range(_RUNS):
        own = text + "x" * run
        began = time.process_time()
        function(own)
        costs.append(1000 * (time.process_time() - began))
    return min(costs)
