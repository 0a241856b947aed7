"""Grouping what is alike: the closest two groups are joined again and again, by their average.

Average linkage keeps a chain of small likenesses from joining what has little in common as a whole.
Pairs that share too little to be compared count with a fixed low score.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping


def join_alike(
    members: Iterable[str],
    scores: Mapping[tuple[str, str], float],
    threshold: float,
    missing: float,
) -> list[tuple[str, ...]]:
    """Return groups as ascending tuples, ordered by their smallest member.

    ``scores`` holds the pairs that were compared, smaller name first; every other pair counts as
    ``missing``. Two groups are joined while their average score is at least ``threshold``; of equal
    averages the smaller names come first, so the order of input changes nothing.
    """
    groups = {member: [member] for member in members}
    sums: dict[str, dict[str, float]] = {member: {} for member in groups}
    for (one, other), score in sorted(scores.items()):
        sums[one][other] = sums[other][one] = score - missing
    heap = [
        (-(score), one, other, 1, 1) for (one, other), score in scores.items() if score >= threshold
    ]
    heapq.heapify(heap)
    while heap:
        _, one, other, size_one, size_other = heapq.heappop(heap)
        if len(groups.get(one, ())) != size_one or len(groups.get(other, ())) != size_other:
            continue
        groups[one] += groups.pop(other)
        taken = sums.pop(other)
        for third, value in taken.items():
            del sums[third][other]
            if third != one:
                joined = sums[one].get(third, 0.0) + value
                sums[one][third] = sums[third][one] = joined
        for third, value in sums[one].items():
            sizes = len(groups[one]), len(groups[third])
            average = round(missing + value / (sizes[0] * sizes[1]), 9)
            if average >= threshold:
                first, second = sorted((one, third))
                heapq.heappush(
                    heap, (-average, first, second, len(groups[first]), len(groups[second]))
                )
    return sorted(tuple(sorted(group)) for group in groups.values())
