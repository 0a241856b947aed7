"""Derivations: of what kind each shared text is, and which came first, where that shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from twosource.families.candidates import find_candidates
from twosource.families.collation import Collation, collate_pairs
from twosource.families.direction import Direction, direct
from twosource.families.furniture import mark_furniture
from twosource.families.grouping import (
    FEWEST_OWN_WORDS,
    FEWEST_SENTENCES,
    FEWEST_SHARED_WORDS,
    MOST,
    WHOLE,
    Link,
    bundle,
    group,
    read_link,
)
from twosource.families.witness import Witness, read_witnesses
from twosource.records import (
    Article,
    Derivation,
    DerivationKind,
    Passage,
    Reason,
    Span,
    identify,
)

COPIED_PASSAGE = 20
"""Own words in one passage that show copying. In the archives that chose it, unrelated texts about
one event share at most 19 own words in a row (captions and notices of the house aside)."""
COPIED_SHARE = 0.3
"""A short text that has so much of its own words from another, full sentences among them, derives
from it without one long passage: a brief, rewritten."""
QUOTED_PASSAGE = 16
"""Quoted words in common (a sentence) from which a shared quotation is recorded."""
VERBATIM_EDITS = 0.005
REWRITE_RUN = 8
"""Equal words in a row; a text that never reaches so many in another was rewritten from it."""
MERGED_SHARE = 0.2
"""The share of a round-up that each of its texts makes up, unless it prints the text whole."""


def derivations(articles: Iterable[Article]) -> list[Derivation]:
    """Return every derivation among the articles, ordered by id of copy and original.

    Collation is quick (thousands of pairs a second) and runs only on articles with fingerprints in
    common, so the work grows with the articles and their copies, not with all pairs.
    """
    witnesses = mark_furniture(read_witnesses(articles))
    candidates = find_candidates(tuple(witnesses.values()))
    plain = [_record_copy(witnesses[copy], witnesses[first]) for copy, first in candidates.copies]
    collations: dict[tuple[str, str], Collation] = {}
    close = (*candidates.pairs, *candidates.quoting)
    for collation in collate_pairs((witnesses[one], witnesses[other]) for one, other in close):
        kind = _judge(collation)
        if kind is not None:
            collations[collation.left.article.id, collation.right.article.id] = collation
            plain.append(_record(collation, kind))
    links = [read_link(d, witnesses) for d in plain if d.kind != "quotation"]
    family_of = {
        article: number
        for number, members in enumerate(group(witnesses, links))
        for article in members
    }
    credited = _credited_families(witnesses, family_of)
    merged = _find_merged(links, witnesses, family_of)
    directed = []
    for derivation in plain:
        pair = (derivation.copy, derivation.original)
        if derivation.kind == "quotation":
            directed.append(derivation)
            continue
        direction = direct(
            derivation,
            witnesses,
            same_family=family_of[pair[0]] == family_of[pair[1]],
            credited=family_of[pair[0]] in credited,
            whole=merged.get(pair),
        )
        directed.append(_turn(derivation, direction, collations.get(pair), merged=pair in merged))
    return sorted(directed, key=lambda d: (d.copy, d.original))


def _judge(collation: Collation) -> DerivationKind | None:
    """Return the kind of a collated pair, or None where it shows no derivation."""
    enough = collation.own_words >= FEWEST_SHARED_WORDS and collation.sentences >= FEWEST_SENTENCES
    copied = (
        collation.longest_own >= COPIED_PASSAGE
        or (collation.mutual_share >= WHOLE and collation.own_words >= FEWEST_OWN_WORDS)
        or (collation.shorter_share >= COPIED_SHARE and enough)
    )
    if not copied:
        return "quotation" if collation.quoted_words >= QUOTED_PASSAGE else None
    if collation.longest_run < REWRITE_RUN:
        return "rewrite"
    if collation.mutual_share >= WHOLE:
        whole = collation.mutual_share >= 1 - 2 * VERBATIM_EDITS
        return "verbatim" if whole and collation.edits <= VERBATIM_EDITS else "revision"
    return "cut" if collation.shorter_share >= WHOLE and enough else "partial"


def _record(collation: Collation, kind: DerivationKind) -> Derivation:
    """Make the record of a collated pair, undirected for now: copy is the smaller id."""
    left, right = collation.left.article.id, collation.right.article.id
    best = max(collation.passages, key=lambda p: (p.copy_end - p.copy_start, -p.copy_start))
    rule = "shared-quotation-only" if kind == "quotation" else "shared-wording"
    spans = (
        Span(left, best.copy_start, best.copy_end),
        Span(right, best.original_start, best.original_end),
    )
    why = [Reason(rule, round(collation.shorter_share, 2), spans)]
    if collation.left_private and collation.right_private and kind != "quotation":
        readings = (collation.left_private[0], collation.right_private[0])
        why.append(Reason("private-readings", 0.7, readings))
    return Derivation(
        id=identify("derivation", left, right),
        copy=left,
        original=right,
        kind=kind,
        directed=False,
        containment=round(collation.left_share, 3),
        passages=collation.passages,
        why=tuple(why),
    )


def _record_copy(copy: Witness, first: Witness) -> Derivation:
    """Make the record of two articles whose bodies are word for word the same."""
    left, right = sorted((copy, first), key=lambda w: w.article.id)
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


def _credited_families(
    witnesses: Mapping[str, Witness], family_of: Mapping[str, int]
) -> frozenset[int]:
    """Return the families with a credit line on some copy: their copies are siblings by default."""
    return frozenset(
        family_of[article]
        for article, witness in witnesses.items()
        if witness.article.credit is not None
    )


def _find_merged(
    links: Sequence[Link], witnesses: Mapping[str, Witness], family_of: Mapping[str, int]
) -> dict[tuple[str, str], str]:
    """Return the pairs where one article is a round-up that holds the other beside unrelated ones.

    The value is the round-up's id. A text of one's own family, or one that shares the place of
    another in the round-up, is no unrelated one.
    """
    around: dict[str, list[Link]] = {}
    for link in links:
        if not link.exact:
            around.setdefault(link.left, []).append(link)
            around.setdefault(link.right, []).append(link)
    found: dict[tuple[str, str], str] = {}
    for article, here in sorted(around.items()):
        own = ~witnesses[article].wording.quoted
        parts = [
            (members, int((mask & own).sum()) / max(1, witnesses[article].own))
            for mask, members in bundle(article, here)
        ]
        parts = [
            (members, share)
            for members, share in parts
            if share >= MERGED_SHARE
            or any(link.share_of(link.other_than(article)) >= WHOLE for link in members)
        ]
        families = {family_of[link.other_than(article)] for members, _ in parts for link in members}
        if len(parts) < 2 or len(families) < 2:  # noqa: PLR2004 - several is two or more
            continue
        for members, _ in parts:
            for link in members:
                other = link.other_than(article)
                if family_of[other] != family_of[article]:
                    found[link.left, link.right] = article
    return found


def _turn(
    derivation: Derivation,
    direction: Direction | None,
    collation: Collation | None,
    *,
    merged: bool,
) -> Derivation:
    """Return the derivation with its direction, kind and containment settled."""
    kind = "merged" if merged and derivation.kind in {"cut", "partial"} else derivation.kind
    if direction is None or direction.copy == derivation.copy:
        copy, original, passages = derivation.copy, derivation.original, derivation.passages
    else:
        copy, original = derivation.original, derivation.copy
        passages = tuple(
            sorted(
                Passage(p.original_start, p.original_end, p.copy_start, p.copy_end)
                for p in derivation.passages
            )
        )
    share = 1.0 if collation is None else collation.share_of(copy)
    if kind == "cut" and direction is not None and share < MOST:
        # The longer text is the later one: it took the shorter whole and added to it.
        kind = "partial"
    added = (Reason("siblings", 0.5),) if direction is None else (direction.reason,)
    return Derivation(
        id=identify("derivation", copy, original),
        copy=copy,
        original=original,
        kind=kind,
        directed=direction is not None,
        containment=round(share, 3),
        passages=passages,
        why=(*derivation.why, *added),
    )
