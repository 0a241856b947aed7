"""What no pair shows alone: a text that tells several copies of one text again, each in part.

Who rewrites a text keeps other sentences than the next one who does, so two rewrites may each be a
doubtful match. A text without a family that is such a match of several copies of one text was made
from that text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from twosource.families.grouping import MOST, Partition
from twosource.families.judging import read_threshold

if TYPE_CHECKING:
    from twosource.families.kinship import Kin

DOUBTFUL = 0.2
"""The judge's chance from which a text told in other words is a doubtful match. On the simulated
press (build) of one doubtful match two in three are right, where two agree thirty of thirty-one."""
FEWEST_AGREEING = 2
LARGEST_UNPLACED = 2
"""So many texts are still without a family: larger ones are not joined by doubtful matches."""


class Doubtful:
    """Doubtful matches, kept until it shows which agree."""

    def __init__(self, articles: Iterable[str], copies: Iterable[tuple[str, str]]) -> None:
        self._texts = Partition(articles)
        self._kept: list[Kin] = []
        for one, other in copies:
            self._texts.join(one, other)

    def keep(self, kin: Kin) -> bool:
        """Keep kin that are in doubt, and say so; of others, note which are one text."""
        if kin.kind == "rewrite" and kin.chance < read_threshold():
            self._kept.append(kin)
            return True
        if kin.kind == "rewrite" or (
            kin.kind != "quotation" and kin.collation.mutual_share >= MOST
        ):
            self._texts.join(*kin.pair)
        return False

    def settle(self) -> Iterator[tuple[Kin, bool]]:
        """Yield the doubtful matches, and whether several of one text agree.

        Nothing but a text without a family is joined by them.
        """
        sizes = Counter(map(self._texts.find, self._texts))
        between: dict[tuple[str, str], list[Kin]] = {}
        for kin in self._kept:
            one, other = sorted(map(self._texts.find, kin.pair))
            between.setdefault((one, other), []).append(kin)
        for texts, doubtful in sorted(between.items()):
            unplaced = min(sizes[text] for text in texts) <= LARGEST_UNPLACED
            agree = unplaced and len(doubtful) >= FEWEST_AGREEING
            yield from ((kin, agree) for kin in doubtful)
