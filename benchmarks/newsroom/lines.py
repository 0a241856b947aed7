"""How many independent lines a claim has, by trying every cut: the newsroom's own reckoning.

It shares no code and no method with the program, which solves a maximum flow. Every set of nodes
that parts the voices from the texts must hold a node of every way between them; so take any way
that is still open, try each of its nodes, and go on. The smallest sets found are all the smallest
cuts; by Menger's theorem their size is the number of ways that share no node.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence


def count_lines(
    voices: Iterable[str], texts: Iterable[str], edges: Iterable[tuple[str, str]]
) -> tuple[int, tuple[str, ...]]:
    """Return the number of lines and, sorted, the nodes that they rest on.

    Of the smallest cuts, it is the one nearest the voices: the one that leaves the fewest nodes
    within their reach.

    >>> count_lines(["a", "b"], ["t"], [("a", "paper"), ("b", "paper"), ("paper", "t")])
    (1, ('paper',))
    """
    onward: dict[str, list[str]] = {}
    for source, target in sorted(set(edges)):
        onward.setdefault(source, []).append(target)
    starts, ends = sorted(set(voices)), frozenset(texts)
    most = min(len(starts), len(ends))
    for size in range(most + 1):
        cuts: set[frozenset[str]] = set()
        _collect_cuts(starts, ends, onward, frozenset(), size, cuts, set())
        if cuts:
            nearest = min(cuts, key=lambda cut: (len(_reach(starts, onward, cut)), sorted(cut)))
            return size, tuple(sorted(nearest))
    raise AssertionError("taking every voice away leaves nothing")


def _collect_cuts(
    starts: Sequence[str],
    ends: frozenset[str],
    onward: Mapping[str, Sequence[str]],
    taken: frozenset[str],
    left: int,
    cuts: set[frozenset[str]],
    tried: set[frozenset[str]],
) -> None:
    """Gather every cut that holds ``taken`` and at most ``left`` nodes more."""
    if taken in tried:
        return
    tried.add(taken)
    way = _find_way(starts, ends, onward, taken)
    if way is None:
        cuts.add(taken)
    elif left:
        for node in way:
            _collect_cuts(starts, ends, onward, taken | {node}, left - 1, cuts, tried)


def _find_way(
    starts: Sequence[str],
    ends: frozenset[str],
    onward: Mapping[str, Sequence[str]],
    taken: frozenset[str],
) -> list[str] | None:
    """Return a shortest way from a voice to a text around the nodes taken away, if there is one."""
    came: dict[str, str | None] = {start: None for start in starts if start not in taken}
    frontier = list(came)
    for at in frontier:
        if at in ends:
            way = [at]
            before = came[at]
            while before is not None:
                way.append(before)
                before = came[before]
            return way
        for beyond in onward.get(at, ()):
            if beyond not in came and beyond not in taken:
                came[beyond] = at
                frontier.append(beyond)
    return None


def _reach(
    starts: Sequence[str], onward: Mapping[str, Sequence[str]], taken: frozenset[str]
) -> set[str]:
    """Return what the voices reach when the taken nodes let nothing through, those not counted."""
    found = {start for start in starts if start not in taken}
    frontier = list(found)
    while frontier:
        for beyond in onward.get(frontier.pop(), ()):
            if beyond not in found and beyond not in taken:
                found.add(beyond)
                frontier.append(beyond)
    return found
