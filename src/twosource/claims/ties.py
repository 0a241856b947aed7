"""Ties that a user declares (same owner, same camp): they may lower the number, never raise it.

Joining two nodes can open a way from what one was told to what the other passed on; a tie that
would raise the number so is left out of that claim.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

from twosource.claims.lines import count_lines
from twosource.records import Graph

Tie = frozenset[str]
_MOST_TIES_TRIED = 6
"""Beyond so many that matter to one claim, ties are taken or left together."""


def draw_with_ties(draw: Callable[[tuple[Tie, ...]], Graph], ties: tuple[Tie, ...]) -> Graph:
    """Return the graph with the fewest lines among those that take some of the ties.

    ``draw`` draws one claim's graph with the ties it is given. Of graphs with equally few lines the
    one that takes the most ties is returned, so that a tie is left out only where it would raise
    the number.
    """
    plain = draw(())
    telling = [tie for tie in sorted(set(ties), key=sorted) if draw((tie,)) != plain]
    if not telling:
        return plain
    if len(telling) > _MOST_TIES_TRIED:
        tried = [tuple(telling), *((tie,) for tie in telling), ()]
    else:
        sizes = range(len(telling), -1, -1)
        tried = [taken for size in sizes for taken in combinations(telling, size)]
    return min((draw(taken) for taken in tried), key=lambda graph: count_lines(graph).number)
