"""Articles that descend from one text: who copied whom, and the originals that nobody here holds.

The flow is Article → Witness (its wording) → candidates → Collation → Derivation → Family.
"""

from __future__ import annotations

from collections.abc import Iterable

from twosource.families.derivation import derivations as find_derivations
from twosource.families.grouping import find_round_ups, group, read_link
from twosource.families.rules import RULES
from twosource.families.stemma import build_family
from twosource.families.witness import read_witnesses
from twosource.records import Article, Derivation, Family

__all__ = ["RULES", "derivations", "families"]

derivations = find_derivations


def families(
    articles: Iterable[Article], derivations: Iterable[Derivation] | None = None
) -> list[Family]:
    """Return the families of the articles, ordered by id; every article is in exactly one.

    ``derivations`` are found when not given; those about articles that are not given are left out.
    """
    known = {a.id: a for a in articles}
    found = find_derivations(known.values()) if derivations is None else derivations
    held = sorted(
        (d for d in found if d.copy in known and d.original in known),
        key=lambda d: (d.copy, d.original),
    )
    witnesses = read_witnesses(known.values())
    links = [read_link(d, witnesses) for d in held if d.kind != "quotation"]
    merged = frozenset(d.copy for d in held if d.kind == "merged" and d.directed)
    touching: dict[str, list[Derivation]] = {}
    for one in held:
        touching.setdefault(one.copy, []).append(one)
        touching.setdefault(one.original, []).append(one)
    return sorted(
        (
            build_family(
                members,
                witnesses,
                sorted(
                    {d.id: d for member in members for d in touching.get(member, ())}.values(),
                    key=lambda d: (d.copy, d.original),
                ),
                merged,
            )
            for members in group(witnesses, links, find_round_ups(links, witnesses))
        ),
        key=lambda family: family.id,
    )
