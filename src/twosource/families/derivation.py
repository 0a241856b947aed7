"""Derivations: of what kind each shared text is, and which came first, where that shows."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

import numpy as np

from twosource.families.candidates import Candidates, find_candidates
from twosource.families.descent import direct_kin
from twosource.families.direction import Direction, direct
from twosource.families.furniture import mark_furniture
from twosource.families.grouping import (
    MERGED_SHARE,
    MOST,
    WHOLE,
    Link,
    RoundUps,
    find_round_ups,
    group,
    make_link,
    read_link,
)
from twosource.families.judging import read_threshold
from twosource.families.kinship import Kin, find_kin
from twosource.families.sketch import read_sketches
from twosource.families.witness import Witness, read_witnesses
from twosource.records import (
    Article,
    Derivation,
    Passage,
    Reason,
    Span,
    identify,
)

SAME_HEADLINE = 0.5
"""The share of common words from which two headlines are called alike."""


@contextmanager
def _without_collector() -> Iterator[None]:
    """Keep Python from looking for circles of reference among records, of which there are none.

    It would look through all that the caller holds again and again while they are made: a tenth of
    the time.
    """
    asked = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if asked:
            gc.enable()


@_without_collector()
def pair_articles(articles: Iterable[Article]) -> tuple[dict[str, Witness], Candidates]:
    """Return the articles' witnesses by id, and which of them may share a text."""
    read = read_witnesses(articles)
    sketches = read_sketches([witness.wording for witness in read.values()])
    witnesses = mark_furniture(read, sketches)
    return witnesses, find_candidates(tuple(witnesses.values()), sketches)


@_without_collector()
def derivations(articles: Iterable[Article]) -> list[Derivation]:
    """Return every derivation among the articles, ordered by id of copy and original.

    Collation is quick (thousands of pairs a second) and runs only on articles with fingerprints in
    common, so the work grows with the articles and their copies, not with all pairs.
    """
    witnesses, candidates = pair_articles(articles)
    plain, links = _read_kin(witnesses, candidates)
    del candidates
    round_ups = find_round_ups(links, witnesses)
    groups = group(witnesses, links, round_ups)
    family_of = {article: number for number, members in enumerate(groups) for article in members}
    wholes = _find_merged(links, round_ups)
    shares = {(link.left, link.right): (link.left_share, link.right_share) for link in links}
    del links
    done = [d for d in plain if d.kind == "quotation"]
    kin: list[Derivation] = []
    for derivation in plain:
        pair = (derivation.copy, derivation.original)
        if derivation.kind == "quotation":
            continue
        if family_of[pair[0]] == family_of[pair[1]]:
            kin.append(derivation)
            continue
        whole = wholes.get(pair)
        direction = direct(derivation, witnesses, whole=whole)
        done.append(_turn(derivation, direction, shares[pair], merged=whole is not None))
    del plain
    merged = frozenset(d.copy for d in done if d.kind == "merged" and d.directed)
    directions = direct_kin([*kin, *done], witnesses, groups, merged)
    while kin:
        derivation = kin.pop()
        pair = (derivation.copy, derivation.original)
        direction = directions.get(pair)
        whole = wholes.get(pair)
        taken = direction.copy in {*merged, whole} if direction is not None else whole is not None
        done.append(_turn(derivation, direction, shares[pair], merged=taken))
    return sorted(done, key=lambda d: (d.copy, d.original))


def _read_kin(
    witnesses: Mapping[str, Witness], candidates: Candidates
) -> tuple[list[Derivation], list[Link]]:
    """Return all kin as records, undirected for now, and those that share own words as links."""
    plain: list[Derivation] = []
    links: list[Link] = []
    for ends in candidates.copies:
        left, right = (witnesses[end] for end in sorted(ends))
        plain.append(_record_copy(left, right))
        links.append(_link_copies(left, right, plain[-1]))
    for one in find_kin(candidates, witnesses):
        plain.append(_record(one))
        if one.kind != "quotation":
            links.append(_link(one, plain[-1], witnesses))
    return plain, links


def _record(kin: Kin) -> Derivation:
    """Make the record of kin, undirected for now: copy is the smaller id."""
    left, right = kin.pair
    return Derivation(
        id=identify("derivation", left, right),
        copy=left,
        original=right,
        kind=kin.kind,
        directed=False,
        containment=round(kin.collation.left_share, 3),
        passages=kin.passages,
        why=tuple(_tell(kin)),
    )


def _tell(kin: Kin) -> Iterator[Reason]:
    """Yield why two articles share a text, each reason with its words."""
    left, right = kin.pair
    collation, evidence = kin.collation, kin.evidence

    def quote(passages: Sequence[Passage]) -> tuple[Span, ...]:
        best = max(passages, key=lambda p: (p.copy_end - p.copy_start, -p.copy_start))
        return (
            Span(left, best.copy_start, best.copy_end),
            Span(right, best.original_start, best.original_end),
        )

    share = round(collation.shorter_share, 2)
    if kin.kind == "quotation":
        yield Reason("shared-quotation-only", share, quote(collation.passages))
        return
    if collation.passages:
        yield Reason("shared-wording", share, quote(collation.passages))
    if kin.kind == "rewrite":
        yield Reason("same-order", round(evidence.order, 2), quote(kin.passages))
    if evidence.headline >= SAME_HEADLINE:
        yield Reason("same-headline", round(evidence.headline, 2), tuple(_find_headlines(kin)))
    weighed = "evidence-weighed" if kin.chance >= read_threshold() else "several-copies-agree"
    yield Reason(weighed, round(kin.chance, 2), quote(kin.passages))
    if collation.left_private and collation.right_private:
        readings = (collation.left_private[0], collation.right_private[0])
        yield Reason("private-readings", 0.7, readings)


def _find_headlines(kin: Kin) -> Iterator[Span]:
    """Yield where the two headlines stand in their articles."""
    for side in (kin.collation.left, kin.collation.right):
        for part in side.article.parts:
            if part.kind == "headline":
                yield Span(side.article.id, part.start, part.end)
                break


def _link(kin: Kin, derivation: Derivation, witnesses: Mapping[str, Witness]) -> Link:
    """Return kin as a link; a rewrite's passages are not those of the collation."""
    if kin.kind == "rewrite":
        return read_link(derivation, witnesses)
    held = kin.collation
    whole = kin.kind == "verbatim" and bool(held.left_covered.all() and held.right_covered.all())
    places = held.left_places, held.right_places
    own = held.left_own, held.right_own
    return make_link((held.left, held.right), places, own, derivation, whole=whole)


def _link_copies(left: Witness, right: Witness, derivation: Derivation) -> Link:
    """Return exact copies as a link."""
    places = [np.array([[0, side.wording.size]], dtype=np.int32) for side in (left, right)]
    own = left.own, right.own
    return make_link((left, right), (places[0], places[1]), own, derivation, whole=True)


def _record_copy(left: Witness, right: Witness) -> Derivation:
    """Make the record of two articles whose bodies are word for word the same."""
    passage = Passage(
        int(left.wording.starts[0]),
        int(left.wording.ends[-1]),
        int(right.wording.starts[0]),
        int(right.wording.ends[-1]),
    )
    spans = (
        Span(left.article.id, passage.copy_start, passage.copy_end),
        Span(right.article.id, passage.original_start, passage.original_end),
    )
    return Derivation(
        id=identify("derivation", left.article.id, right.article.id),
        copy=left.article.id,
        original=right.article.id,
        kind="verbatim",
        directed=False,
        containment=1.0,
        passages=(passage,),
        why=(Reason("shared-wording", 1.0, spans),),
    )


def _find_merged(links: Sequence[Link], round_ups: RoundUps) -> dict[tuple[str, str], str]:
    """Return the pairs where a round-up holds a text that is none, with the round-up's id."""
    found: dict[tuple[str, str], str] = {}
    for link in links:
        wholes = [
            end
            for end in (link.left, link.right)
            if end in round_ups
            and (link.share_of(end) >= MERGED_SHARE or link.share_of(link.other_than(end)) >= WHOLE)
        ]
        if len(wholes) == 1:
            found[link.left, link.right] = wholes[0]
    return found


def _turn(
    derivation: Derivation,
    direction: Direction | None,
    shares: tuple[float, float],
    *,
    merged: bool,
) -> Derivation:
    """Return the derivation with its direction, kind and containment settled.

    ``shares`` are how much of either article's own words the other has, the smaller id's first.
    """
    kind = "merged" if merged and derivation.kind in {"cut", "partial"} else derivation.kind
    id_, copy, original = derivation.id, derivation.copy, derivation.original
    passages = derivation.passages
    if direction is not None and direction.copy != copy:
        copy, original = original, copy
        id_ = identify("derivation", copy, original)
        passages = tuple(
            sorted(
                Passage(p.original_start, p.original_end, p.copy_start, p.copy_end)
                for p in derivation.passages
            )
        )
    share = shares[0] if copy < original else shares[1]
    if kind == "cut" and direction is not None and share < MOST:
        # The longer text is the later one: it took the shorter whole and added to it.
        kind = "partial"
    added = (Reason("siblings", 0.5),) if direction is None else (direction.reason,)
    return Derivation(
        id=id_,
        copy=copy,
        original=original,
        kind=kind,
        directed=direction is not None,
        containment=round(share, 3),
        passages=passages,
        why=(*derivation.why, *added),
    )
