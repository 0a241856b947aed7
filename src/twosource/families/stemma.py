"""The family record: its witnesses, its tree, and why the texts are one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from twosource.families.descent import trace_descent
from twosource.families.witness import Witness
from twosource.records import Derivation, Family, Reason, identify


def build_family(
    members: Sequence[str],
    witnesses: Mapping[str, Witness],
    derivations: Sequence[Derivation],
    merged: frozenset[str],
) -> Family:
    """Return the family of these articles; ``derivations`` are those that touch any of them.

    ``merged`` are the texts that were put together from several.
    """
    ids = tuple(sorted(members))
    descent = trace_descent(ids, witnesses, derivations, merged)
    return Family(
        id=identify("family", *ids),
        witnesses=ids,
        archetype=descent.root if descent.root in ids else None,
        origin=descent.maker,
        stemma=tuple(sorted((parent, child) for child, (parent, _) in descent.above.items())),
        lost=descent.lost,
        why=(*_tell_likeness(derivations, ids), *descent.why),
    )


def _tell_likeness(touching: Sequence[Derivation], ids: Collection[str]) -> list[Reason]:
    """Say why the articles are one text, or why this one stands alone."""
    told: list[Reason] = []
    elsewhere: list[Reason] = []
    for derivation in touching:
        inside = derivation.copy in ids and derivation.original in ids
        for reason in derivation.why if derivation.kind != "quotation" else ():
            if reason.rule == "shared-wording" and inside:
                told.append(reason)
            elif reason.rule == "shared-wording":
                elsewhere.append(reason._replace(rule="own-words-elsewhere"))
            elif reason.rule == "same-order" and inside:
                told.append(reason)
    if len(ids) == 1 and not elsewhere:
        return [Reason("only-witness", 1.0)]
    told.sort(key=lambda r: (-r.weight, r.rule, r.spans))
    elsewhere.sort(key=lambda r: (-r.weight, r.spans))
    return [*told[: max(1, len(ids) - 1)], *elsewhere[:3]]
