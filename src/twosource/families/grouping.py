"""Which texts are one family: an article belongs to the family of most of its own words.

Connected components would let one round-up join every text that it quotes from, so an article that
holds parts of several texts joins at most the one that makes up most of it, and a short text that
stands whole in several longer ones joins only the one that holds most of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from twosource.families.witness import Witness
from twosource.records import Derivation, Passage
from twosource.text.shingles import Places, Wording

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
"""So many of an article's passages, the fullest first, are held against one another."""
STRAY = 0.05
"""So much of a passage may lie astray at either end: phrases that both texts happen to use."""
ALL = 0.95
"""The share of own words from which the opening of a text, all that a reader who does not pay gets
to see, is judged by what little it has."""
STRAY_WORDS = 4
"""A dateline or so may stand before, between or behind."""
CROSSED = 0.35
"""The share of all pairs of shared words that stand in the other order: a paragraph of a tenth
moved to the top makes .18, a quarter and the rest .375. On the simulated press (build) it is nought
in nineteen of twenty pairs, and near .5 between texts put together from the same two."""
OVERLAP = 0.3
"""A passage belongs to a place of a round-up when it fills so much of it."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True, eq=False, kw_only=True, slots=True)
class Link:
    """A derivation seen from both ends: how much of each text's own words the other holds."""

    left: str
    right: str
    left_share: float
    right_share: float
    own_words: int
    left_places: Places
    right_places: Places
    exact: bool
    retold: bool
    crossed: bool
    """The two hold the same large parts in another order: two texts put together from the same."""
    sides: tuple[Witness, Witness]

    @property
    def sentences(self) -> int:
        """The fewer of both sides' full sentences that the passages cover."""
        masks = (self.mask_in(self.left), self.mask_in(self.right))
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
        if self.retold:
            return self.shorter_share >= MOST
        if self.shorter_share < MOST or self.own_words < FEWEST_OWN_WORDS or self.crossed:
            return False
        if self.mutual_share >= WHOLE or (
            self.own_words >= FEWEST_SHARED_WORDS and self.sentences >= FEWEST_SENTENCES
        ):
            return True
        longer = self.right if self.left_share >= self.right_share else self.left
        return self.shorter_share >= ALL and is_opening(self.mask_in(longer))

    def share_of(self, article: str) -> float:
        """Return the share of one article's own words that stand in the other."""
        return self.left_share if article == self.left else self.right_share

    def mask_in(self, article: str) -> Mask:
        """Return which words of one of the two lie in the passages."""
        at = int(article != self.left)
        return _mark(self.sides[at].wording, (self.left_places, self.right_places)[at])

    def other_than(self, article: str) -> str:
        """Return the other article's id."""
        return self.right if article == self.left else self.left


def _is_crossed(passages: Sequence[Passage]) -> bool:
    """Tell whether large parts follow one another in one text and go before in the other."""
    if len(passages) < 2:  # noqa: PLR2004 - two can stand in another order
        return False
    placed = np.array(sorted(passages), dtype=np.float64)
    length = placed[:, 1] - placed[:, 0]
    later = np.triu(placed[:, 2, None] > placed[None, :, 2])
    return bool(2 * (length @ later @ length) >= CROSSED * length.sum() ** 2)


def is_opening(covered: Mask) -> bool:
    """Tell whether the words that a text shares are its first ones, without a gap."""
    held = np.flatnonzero(covered)
    return bool(len(held)) and int(held[-1]) - len(held) < STRAY_WORDS > int(held[0])


def read_link(derivation: Derivation, witnesses: Mapping[str, Witness]) -> Link:
    """Return a derivation as a link; ``left`` is the smaller article id."""
    ends = {
        derivation.copy: tuple((p.copy_start, p.copy_end) for p in derivation.passages),
        derivation.original: tuple((p.original_start, p.original_end) for p in derivation.passages),
    }
    left, right = sorted(ends)
    sides = witnesses[left], witnesses[right]
    places = [_find_words(witnesses[end].wording, ends[end]) for end in (left, right)]
    masks = [_mark(side.wording, held) for side, held in zip(sides, places, strict=True)]
    own = [
        int(np.count_nonzero(mask & ~side.wording.quoted))
        for mask, side in zip(masks, sides, strict=True)
    ]
    return make_link(
        sides,
        (places[0], places[1]),
        (own[0], own[1]),
        derivation,
        whole=all(bool(mask.all()) for mask in masks),
    )


def make_link(
    sides: tuple[Witness, Witness],
    places: tuple[Places, Places],
    own: tuple[int, int],
    derivation: Derivation,
    *,
    whole: bool,
) -> Link:
    """Return a derivation as a link where the words of its passages are known.

    ``sides`` are ordered by article id, ``own`` how many own words of each lie in passages,
    ``whole`` says that all words do.
    """
    crossed = _is_crossed(derivation.passages)
    return Link(
        left=sides[0].article.id,
        right=sides[1].article.id,
        left_share=own[0] / max(1, sides[0].own),
        right_share=own[1] / max(1, sides[1].own),
        own_words=min(own),
        left_places=places[0],
        right_places=places[1],
        exact=derivation.kind == "verbatim" and whole and not crossed,
        retold=derivation.kind == "rewrite",
        crossed=crossed,
        sides=sides,
    )


def cover(wording: Wording, stretches: Iterable[tuple[int, int]]) -> Mask:
    """Mark the words of a wording that lie in the given stretches of its text."""
    return _mark(wording, _find_words(wording, stretches))


def _find_words(wording: Wording, stretches: Iterable[tuple[int, int]]) -> Places:
    """Return the first and the last word (exclusive) of each stretch of a text: rows of two."""
    places = np.array(list(stretches), dtype=np.int64).reshape(-1, 2)
    firsts = np.searchsorted(wording.starts, places[:, 0])
    lasts = np.searchsorted(wording.ends, places[:, 1], side="right")
    return np.stack([firsts, lasts], axis=1).astype(np.int32)


def _mark(wording: Wording, places: Places) -> Mask:
    """Mark the words of some places."""
    covered = np.zeros(wording.size, dtype=np.bool_)
    for first, last in places.tolist():
        covered[first:last] = True
    return covered


RoundUps = Mapping[str, frozenset[str]]
"""The articles that print parts of unrelated texts, each with those that share its main text."""


def group(
    witnesses: Mapping[str, Witness], links: Sequence[Link], round_ups: RoundUps
) -> list[tuple[str, ...]]:
    """Return the families as ascending tuples of article ids, every article in exactly one."""
    joined = Partition(witnesses)
    for link in links:
        if link.exact:
            joined.join(link.left, link.right)
    texts = [members[0] for members in joined.groups()]
    strong = [link for link in links if link.is_one_text and not link.exact]
    kept = _part_round_ups(strong, round_ups)
    for link in kept:
        if link.mutual_share >= MOST:
            joined.join(link.left, link.right)
    _attach_short_ones(joined, kept, texts)
    return joined.groups()


def find_round_ups(links: Sequence[Link], witnesses: Mapping[str, Witness]) -> RoundUps:
    """Return the articles that print parts of unrelated texts side by side.

    A round-up holds one text in one stretch and another in another, and the two share nothing. Each
    is given with the articles that hold the text which most of it is from, none where none is.
    """
    around: dict[str, list[Link]] = {}
    pairs = set()
    for link in links:
        pairs.add((link.left, link.right))
        for article in (link.left, link.right) if not link.exact else ():
            around.setdefault(article, []).append(link)
    found = {
        article: apart
        for article, here in sorted(around.items())
        if (apart := _find_apart(article, here, witnesses[article], pairs)) is not None
    }
    return {
        article: _find_main(article, around[article], places, witnesses[article], found)
        for article, places in found.items()
    }


def _find_main(
    article: str,
    here: Sequence[Link],
    places: tuple[Mask, Mask],
    witness: Witness,
    round_ups: Container[str],
) -> frozenset[str]:
    """Return the articles that hold the text which most of a round-up is from."""
    votes = np.zeros((len(places), witness.wording.size), dtype=np.int64)
    holders: tuple[list[str], ...] = ([], [])
    for link in here:
        other, mask = link.other_than(article), link.mask_in(article)
        first, second = (_fill(mask, place) for place in places)
        if other in round_ups or max(first, second) < OVERLAP:
            continue
        side = int(second > first)
        holders[side].append(other)
        votes[side] += mask
    # Quotations count here: they came along with the text that they stand in.
    shares = [int((votes[side] > votes[1 - side]).sum()) for side in (0, 1)]
    best = int(shares[1] > shares[0])
    return frozenset(holders[best] if shares[best] >= MOSTLY * len(votes[best]) else ())


def _find_apart(
    article: str, here: Sequence[Link], witness: Witness, pairs: Container[tuple[str, str]]
) -> tuple[Mask, Mask] | None:
    """Return two places of an article that come from texts which share nothing, if there are."""
    if len(here) == 1:
        return None
    own = ~witness.wording.quoted
    places = []
    for link in here:
        mask = link.mask_in(article) & own
        held = np.flatnonzero(mask)
        other = link.other_than(article)
        if len(held) and (len(held) >= MERGED_SHARE * witness.own or link.share_of(other) >= WHOLE):
            # A phrase that stands elsewhere too is not the place.
            stray = int(STRAY * len(held))
            first, last = int(held[stray]), int(held[-1 - stray])
            places.append((first, last, other, mask))
    if not places or max(place[0] for place in places) <= min(place[1] for place in places):
        return None
    places.sort(key=lambda place: (-int(place[3].sum()), place[2]))
    for at, (first, last, one, mask) in enumerate(places[:MOST_PLACES]):
        for begin, end, other, beside in places[at + 1 : MOST_PLACES]:
            if (
                (last < begin or end < first)
                and tuple(sorted((one, other))) not in pairs
                and _are_mostly_apart([held for *_, held in places], mask, beside)
            ):
                return mask, beside
    return None


def _are_mostly_apart(masks: Sequence[Mask], one: Mask, other: Mask) -> bool:
    """Tell whether most passages lie in one of two places: copies of one text lie in both."""
    fills = [sorted((_fill(mask, one), _fill(mask, other))) for mask in masks]
    both = sum(less >= MOST * more > 0 for less, more in fills)
    return both <= sum(less < MOST * more for less, more in fills)


def _fill(mask: Mask, place: Mask) -> float:
    """Return how much of a place a passage fills."""
    return int((mask & place).sum()) / max(1, int(place.sum()))


def _part_round_ups(strong: Sequence[Link], round_ups: RoundUps) -> list[Link]:
    """Leave a round-up one link, to the text that holds most of it, so that it never joins two."""
    kept = [link for link in strong if not {link.left, link.right} & round_ups.keys()]
    best: dict[str, tuple[float, float, str, Link]] = {}
    for link in strong:
        for end in {link.left, link.right} & round_ups.keys():
            other = link.other_than(end)
            if other in round_ups[end]:
                offer = (-link.share_of(end), -link.mutual_share, other, link)
                best[end] = min(offer, best.get(end, offer), key=lambda one: one[:3])
    return kept + [link for *_, link in best.values()]


def _attach_short_ones(joined: Partition, kept: Sequence[Link], texts: Iterable[str]) -> None:
    """Attach each shorter text to the one longer text that holds most of it.

    A text that stands as fully in a longer one of its own family takes it to no other, and a family
    of several texts goes only where one of them stands whole. ``texts`` has one of those that are
    the same from end to end.
    """
    several = Counter(joined.find(text) for text in texts)
    best: dict[str, tuple[float, float, str]] = {}
    at_home: dict[str, float] = {}
    abroad = []
    for link in kept:
        longer = link.right if link.left_share >= link.right_share else link.left
        shorter = link.other_than(longer)
        if joined.find(shorter) != joined.find(longer):
            # The fuller match first, then the text of which it makes up more, then the smaller id.
            abroad.append((shorter, (-link.shorter_share, -link.mutual_share, longer)))
        elif link.mutual_share < WHOLE:
            at_home[shorter] = max(link.shorter_share, at_home.get(shorter, 0))
    for shorter, offer in abroad:
        group = joined.find(shorter)
        share = -offer[0]
        if share > at_home.get(shorter, 0) and (share >= WHOLE or several[group] == 1):
            best[group] = min(offer, best.get(group, offer))
    for short_group, (_, _, longer) in sorted(best.items()):
        joined.join(short_group, longer)


class Partition:
    """Disjoint sets whose name is their smallest member, so that order changes nothing."""

    def __init__(self, members: Iterable[str]) -> None:
        self._parent = {member: member for member in members}

    def __iter__(self) -> Iterator[str]:
        return iter(self._parent)

    def find(self, member: str) -> str:
        """Return the name of a member's set."""
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, one: str, other: str) -> None:
        """Make the sets of two members one."""
        first, second = sorted((self.find(one), self.find(other)))
        self._parent[second] = first

    def groups(self) -> list[tuple[str, ...]]:
        """Return the sets, each ascending."""
        found: dict[str, list[str]] = {}
        for member in sorted(self._parent):
            found.setdefault(self.find(member), []).append(member)
        return [tuple(members) for _, members in sorted(found.items())]
