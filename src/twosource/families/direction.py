"""Direction: which of two texts is the copy, by the strongest evidence that there is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import NamedTuple

from twosource.families.grouping import WHOLE, read_link
from twosource.families.witness import Witness, find_credit
from twosource.records import Article, Derivation, Reason

_WHOLE_CUT = 0.9
_CUT_TAIL = 0.15
"""A cut's end lies before the last such share of the longer text."""
_CUT_HEAD = 0.1


class Direction(NamedTuple):
    """Which article is the copy, and the reason; None is undirected."""

    copy: str
    reason: Reason


def direct(
    derivation: Derivation,
    witnesses: Mapping[str, Witness],
    *,
    same_family: bool,
    credited: bool,
    whole: str | None,
) -> Direction | None:
    """Say which of the two is the copy, by the strongest evidence that there is."""
    pair = (witnesses[derivation.copy], witnesses[derivation.original])
    for copy, original in (pair, pair[::-1]):
        outlet = original.article.outlet
        if outlet is None or original.article.via is not None:
            continue
        if (
            copy.article.credit is not None
            and copy.article.credit.id == outlet.id
            and (copy.article.outlet is None or copy.article.outlet.id != outlet.id)
        ):
            reason = Reason("credit-names-original", 0.95, find_credit(copy.article))
            return Direction(copy.article.id, reason)
        if (
            copy.article.via is not None
            and copy.article.outlet is not None
            and copy.article.outlet.id == outlet.id
        ):
            return Direction(copy.article.id, Reason("outlet-page-held", 0.95))
    if same_family and credited:
        return None
    if whole is not None and not same_family:
        spans = derivation.why[0].spans[:1]
        return Direction(whole, Reason("merged-from-several", 0.6, spans))
    if any(reason.rule == "private-readings" for reason in derivation.why):
        return None
    return _direct_by_time(pair) or _direct_by_cut(derivation, witnesses)


def _direct_by_time(pair: tuple[Witness, Witness]) -> Direction | None:
    """Direct by the dates that the pages give: a day apart, or hours where both give the time."""
    earlier, later = sorted(pair, key=lambda w: (w.article.published.value or "", w.article.id))
    if earlier.day is None or later.day is None:
        return None
    days = (date.fromisoformat(later.day) - date.fromisoformat(earlier.day)).days
    if days == 0 and not _is_hours_earlier(earlier.article, later.article):
        return None
    weight = round(min(0.9, 0.6 + 0.1 * days), 2)
    return Direction(later.article.id, Reason("published-earlier", weight))


def _is_hours_earlier(earlier: Article, later: Article) -> bool:
    """Tell whether two times of one day lie at least an hour apart."""
    try:
        times = [datetime.fromisoformat(a.published.value or "") for a in (earlier, later)]
        return (times[1] - times[0]).total_seconds() >= 3600  # noqa: PLR2004 - an hour
    except (TypeError, ValueError):
        return False


def _direct_by_cut(derivation: Derivation, witnesses: Mapping[str, Witness]) -> Direction | None:
    """Direct by the end that the shorter text lacks: desks cut from the bottom."""
    link = read_link(derivation, witnesses)
    if link.shorter_share < _WHOLE_CUT or link.mutual_share >= WHOLE:
        return None
    longer = link.right if link.left_share >= link.right_share else link.left
    held = link.mask_in(longer).nonzero()[0]
    length = len(witnesses[longer].wording.keys)
    if held[0] <= _CUT_HEAD * length and held[-1] < (1 - _CUT_TAIL) * length:
        return Direction(link.other_than(longer), Reason("cut-from-the-end", 0.6))
    return None
