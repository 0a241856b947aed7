"""Which texts are one family: an article belongs to the family of most of its own words.

Connected components would let one round-up join every text that it quotes from, so an article that
holds parts of several texts joins at most the one that makes up most of it, and a short text that
stands whole in several longer ones joins only the one that holds most of it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from twosource.families.witness import Witness
from twosource.records import Derivation
from twosource.text.shingles import Wording

MOST = 0.5
"""The share of a text's own words that makes it one text with another. On the press archives that
chose it (68 pages on two events) unrelated texts reach .17 and rewritten briefs .36."""
FEWEST_OWN_WORDS = 16
"""Own words in passages below which two texts are not one, whatever their share."""
FEWEST_SHARED_WORDS = 32
FEWEST_SENTENCES = 2
"""Of two texts that are not the same from end to end, so many own words and full sentences of one
must stand in the other. A retold sentence can be half of a short text: on short pages by reporters
who retell one another, pairs share up to 39 own words in pieces and at most one full sentence; true
copies in the press archives and the examples share at least 68 words and two full sentences."""
WHOLE = 0.8
"""The share of own words from which a text counts as wholly contained."""
MERGED_SHARE = 0.2
"""The share of a round-up that each of its texts makes up, unless it prints the text whole."""
MOSTLY = 0.4
"""The share of a round-up from which it is a copy of the text that most of it is from."""
MOST_PLACES = 40
OVERLAP = 0.3
"""Two texts stand in the same place of a third when so much of a place is shared."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, kw_only=True)
class Link:
    """A derivation seen from both ends: how much of each text's own words the other holds."""

    left: str
    right: str
    left_share: float
    right_share: float
    own_words: int
    left_mask: Mask
    right_mask: Mask
    exact: bool
    sides: tuple[Witness, Witness]

    @cached_property
    def sentences(self) -> int:
        """The fewer of both sides' full sentences that the passages cover."""
        masks = (self.left_mask, self.right_mask)
        return min(side.count_sentences(mask) for side, mask in zip(self.sides, masks, strict=True))

    @property
    def shorter_share(self) -> float:
        """The share of the text that stands more fully in the other."""
        return max(self.left_share, self.right_share)

    @property
    def mutual_share(self) -> float:
        """The share of the text that stands less fully in the other."""
        return min(self.left_share, self.right_share)

    @property
    def is_one_text(self) -> bool:
        """Tell whether the passages make the two one text, not one text with a retold sentence."""
        if self.shorter_share < MOST or self.own_words < FEWEST_OWN_WORDS:
            return False
        return self.mutual_share >= WHOLE or (
            self.own_words >= FEWEST_SHARED_WORDS and self.sentences >= FEWEST_SENTENCES
        )

    def share_of(self, article: str) -> float:
        """Return the share of one article's own words that stand in the other."""
        return self.left_share if article == self.left else self.right_share

    def mask_in(self, article: str) -> Mask:
        """Return which words of one of the two lie in the passages."""
        return self.left_mask if article == self.left else self.right_mask

    def other_than(self, article: str) -> str:
        """Return the other article's id."""
        return self.right if article == self.left else self.left


def read_link(derivation: Derivation, witnesses: Mapping[str, Witness]) -> Link:
    """Return a derivation as a link; ``left`` is the smaller article id."""
    ends = {
        derivation.copy: tuple((p.copy_start, p.copy_end) for p in derivation.passages),
        derivation.original: tuple((p.original_start, p.original_end) for p in derivation.passages),
    }
    left, right = sorted(ends)
    sides = witnesses[left], witnesses[right]
    masks = cover(sides[0].wording, ends[left]), cover(sides[1].wording, ends[right])
    own = [
        int(np.count_nonzero(mask & ~side.wording.quoted))
        for mask, side in zip(masks, sides, strict=True)
    ]
    return Link(
        left=left,
        right=right,
        left_share=own[0] / max(1, sides[0].own),
        right_share=own[1] / max(1, sides[1].own),
        own_words=min(own),
        left_mask=masks[0],
        right_mask=masks[1],
        exact=derivation.kind == "verbatim" and all(bool(mask.all()) for mask in masks),
        sides=sides,
    )


def cover(wording: Wording, stretches: Iterable[tuple[int, int]]) -> Mask:
    """Mark the words of a wording that lie in the given stretches of its text."""
    places = np.array(list(stretches), dtype=np.int64).reshape(-1, 2)
    firsts = np.searchsorted(wording.starts, places[:, 0])
    lasts = np.searchsorted(wording.ends, places[:, 1], side="right")
    covered = np.zeros(len(wording.keys), dtype=np.bool_)
    for first, last in zip(firsts.tolist(), lasts.tolist(), strict=True):
        covered[first:last] = True
    return covered


def group(witnesses: Mapping[str, Witness], links: Sequence[Link]) -> list[tuple[str, ...]]:
    """Return the families as ascending tuples of article ids, every article in exactly one."""
    joined = _Partition(witnesses)
    for link in links:
        if link.exact:
            joined.join(link.left, link.right)
    strong = [link for link in links if link.is_one_text and not link.exact]
    kept = _part_round_ups(strong, find_round_ups(links, witnesses))
    for link in kept:
        if link.mutual_share >= MOST:
            joined.join(link.left, link.right)
    _attach_short_ones(joined, [link for link in kept if link.mutual_share < MOST])
    return joined.groups()


def find_round_ups(links: Sequence[Link], witnesses: Mapping[str, Witness]) -> dict[str, Mask]:
    """Return the articles that print parts of unrelated texts side by side, with their own place.

    A round-up holds one text in one stretch and another in another, and the two share nothing. The
    mask marks its words from the text that most of it is from; all false where none makes up most.
    """
    around: dict[str, list[Link]] = {}
    pairs = set()
    for link in links:
        pairs.add((link.left, link.right))
        for article in (link.left, link.right) if not link.exact else ():
            around.setdefault(article, []).append(link)
    found: dict[str, list[tuple[Mask, Mask]]] = {}
    for article, here in sorted(around.items()):
        apart = _find_apart(article, here, witnesses[article], pairs)
        if apart:
            found[article] = apart
    mains: dict[str, Mask] = {}
    for article in found:
        own = ~witnesses[article].wording.quoted
        # Another round-up of the same texts would join the places of both.
        clean = [link for link in around[article] if link.other_than(article) not in found]
        bundles = bundle(article, clean or around[article])
        shares = [int((mask & own).sum()) / max(1, int(own.sum())) for mask, _ in bundles]
        best = max(range(len(bundles)), key=lambda at: (shares[at], -at))
        mask = bundles[best][0]
        mains[article] = mask if shares[best] >= MOSTLY else np.zeros_like(mask)
    return mains


def _find_apart(
    article: str, here: Sequence[Link], witness: Witness, pairs: Container[tuple[str, str]]
) -> list[tuple[Mask, Mask]]:
    """Return two places of an article that come from texts which share nothing, if there are."""
    own = ~witness.wording.quoted
    places = []
    for link in here:
        mask = link.mask_in(article) & own
        held = np.flatnonzero(mask)
        other = link.other_than(article)
        if len(held) and (len(held) >= MERGED_SHARE * witness.own or link.share_of(other) >= WHOLE):
            places.append((int(held[0]), int(held[-1]), other, mask))
    places.sort(key=lambda place: (-int(place[3].sum()), place[2]))
    for at, (first, last, one, mask) in enumerate(places[:MOST_PLACES]):
        for begin, end, other, beside in places[at + 1 : MOST_PLACES]:
            if (last < begin or end < first) and tuple(sorted((one, other))) not in pairs:
                return [(mask, beside)]
    return []


def _part_round_ups(strong: Sequence[Link], mains: Mapping[str, Mask]) -> list[Link]:
    """Drop the links by which a round-up would join texts that share nothing in it."""

    def is_kept(link: Link) -> bool:
        ends = [end for end in (link.left, link.right) if end in mains]
        if len(ends) == 2:  # noqa: PLR2004 - two round-ups of the same texts say nothing of either
            return False
        return all(_covers(link.mask_in(end), mains[end]) for end in ends)

    return [link for link in strong if is_kept(link)]


def _covers(mask: Mask, main: Mask) -> bool:
    """Tell whether most of a passage lies in a round-up's own place."""
    return int((mask & main).sum()) > MOST * int(mask.sum())


def bundle(article: str, around: Sequence[Link]) -> list[tuple[Mask, list[Link]]]:
    """Bundle an article's links by the place in it that they rest on, fullest first."""
    places = sorted(
        around, key=lambda link: (-int(link.mask_in(article).sum()), link.other_than(article))
    )
    bundles: list[tuple[Mask, list[Link]]] = []
    for link in places:
        mask = link.mask_in(article)
        for at, (known, members) in enumerate(bundles):
            smaller = max(1, min(int(mask.sum()), int(known.sum())))
            if int((mask & known).sum()) >= OVERLAP * smaller:
                bundles[at] = (known | mask, [*members, link])
                break
        else:
            bundles.append((mask, [link]))
    return bundles


def _attach_short_ones(joined: _Partition, one_way: Sequence[Link]) -> None:
    """Attach each shorter text to the one longer text that holds most of it."""
    best: dict[str, tuple[float, float, str]] = {}
    for link in one_way:
        longer = link.right if link.left_share >= link.right_share else link.left
        short_group = joined.find(link.other_than(longer))
        if short_group == joined.find(longer):
            continue
        # The fuller match first, then the text of which it makes up more, then the smaller id.
        offer = (-link.shorter_share, -link.mutual_share, longer)
        best[short_group] = min(offer, best.get(short_group, offer))
    for short_group, (_, _, longer) in sorted(best.items()):
        joined.join(short_group, longer)


class _Partition:
    """Disjoint sets whose name is their smallest member, so that order changes nothing."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}

    def find(self, member: str) -> str:
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, one: str, other: str) -> None:
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def groups(self) -> list[tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.find(member), []).append(member)
        return [tuple(members) for _, members in sorted(found.items())]
