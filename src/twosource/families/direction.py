"""Direction: which of two texts is the copy, by the strongest evidence that there is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from math import log
from typing import NamedTuple

from twosource.families.branches import Settle
from twosource.families.grouping import WHOLE, read_link
from twosource.families.versions import weigh_growth
from twosource.families.witness import Witness, find_credit
from twosource.records import Article, Derivation, PartKind, Reason, Span

_WHOLE_CUT = 0.9
_CUT_TAIL = 0.15
"""A cut's end lies before the last such share of the longer text."""
_CUT_HEAD = 0.1
_A_PAIR = 2
GROWN = log(19)
"""Log odds from which growth alone says which of two revisions was first: .94 are right, of one
pair in six (benchmarks/families/versions.py)."""


class Direction(NamedTuple):
    """Which article is the copy, and the reason; None is undirected."""

    copy: str
    reason: Reason


def direct(
    derivation: Derivation,
    witnesses: Mapping[str, Witness],
    *,
    whole: str | None,
) -> Direction | None:
    """Say which of two texts of different families is the copy; ``whole`` is a round-up of both."""
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
    if whole is not None:
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
    return Direction(later.article.id, Reason("published-earlier", weight, _quote(pair, "date")))


def _quote(texts: Iterable[Witness], kind: PartKind) -> tuple[Span, ...]:
    """Quote the part of a kind of each text that has one."""
    parts = ((w.article.id, part) for w in texts for part in w.article.parts if part.kind == kind)
    first = {article: Span(article, p.start, p.end) for article, p in reversed(list(parts))}
    return tuple(first[article] for article in sorted(first))


def _is_hours_earlier(earlier: Article, later: Article) -> bool:
    """Tell whether two times of one day lie at least an hour apart."""
    try:
        times = [datetime.fromisoformat(a.published.value or "") for a in (earlier, later)]
        return (times[1] - times[0]).total_seconds() >= 3600  # noqa: PLR2004 - an hour
    except (TypeError, ValueError):
        return False


def _direct_by_cut(derivation: Derivation, witnesses: Mapping[str, Witness]) -> Direction | None:
    """Direct by the end that the shorter text lacks: desks cut from the bottom.

    Within one house, and where no house is known, a text rather grows at its end.
    """
    outlets = [witnesses[end].article.outlet for end in (derivation.copy, derivation.original)]
    if None in outlets or len({outlet.id for outlet in outlets if outlet}) < _A_PAIR:
        return None
    link = read_link(derivation, witnesses)
    if link.shorter_share < _WHOLE_CUT or link.mutual_share >= WHOLE:
        return None
    longer = link.right if link.left_share >= link.right_share else link.left
    held = link.mask_in(longer).nonzero()[0]
    length = witnesses[longer].wording.size
    if held[0] <= _CUT_HEAD * length and held[-1] < (1 - _CUT_TAIL) * length:
        wording = witnesses[longer].wording
        end = Span(longer, int(wording.starts[held[-1] + 1]), int(wording.ends[-1]))
        return Direction(link.other_than(longer), Reason("cut-from-the-end", 0.6, (end,)))
    return None


def settle_first(texts: Sequence[Witness], derivations: Sequence[Derivation]) -> Settle:
    """Return what decides which of several like texts was the first.

    A text that its outlet's own reporter signs, without a credit, and that no other precedes is the
    original. Unsigned texts are told by their dates; of just two, also by growth in many places or,
    where they do not each have words of their own, by the end that one lacks.
    """

    def settle(numbers: Sequence[int]) -> tuple[int, Reason] | None:
        signed = [number for number in numbers if is_signed(texts[number].article)]
        first = _find_earliest(texts, signed)
        if first is not None and all(_is_no_later(texts[first], texts[n]) for n in numbers):
            return first, Reason("signed-by-own-reporter", 0.7, _quote([texts[first]], "byline"))
        if len(texts) > _A_PAIR:
            first = None if signed or len(numbers) < _A_PAIR else _find_earliest(texts, numbers)
            if first is None:
                return None
            dated = [texts[first], *(texts[n] for n in numbers if n != first)][:_A_PAIR]
            return first, Reason("published-earlier", 0.6, _quote(dated, "date"))
        between = next((one for one in derivations if _is_between(one, texts)), None)
        if between is not None and between.kind == "revision" and len(numbers) == len(texts):
            odds = weigh_growth(texts[0], texts[1])
            if abs(odds) >= GROWN and texts[0].day == texts[1].day:
                return int(odds < 0), Reason("grew-in-many-places", 0.6)
        if between is None or any(reason.rule == "private-readings" for reason in between.why):
            return None
        pair = {witness.article.id: witness for witness in texts}
        direction = _direct_by_time((texts[0], texts[1])) or _direct_by_cut(between, pair)
        if direction is None:
            return None
        original = next((n for n in numbers if texts[n].article.id != direction.copy), None)
        return None if original is None else (original, direction.reason)

    return settle


def _is_between(derivation: Derivation, texts: Sequence[Witness]) -> bool:
    return {derivation.copy, derivation.original} == {witness.article.id for witness in texts}


def is_signed(article: Article) -> bool:
    """Tell whether an outlet's own reporter signs a text as nobody else's."""
    return bool(article.authors) and article.credit is None and article.via is None


def _find_earliest(texts: Sequence[Witness], numbers: Sequence[int]) -> int | None:
    """Return the one text that is dated before all the others, if there is one."""
    ranked = sorted(
        numbers, key=lambda number: (texts[number].article.published.value or "~", number)
    )
    if len(ranked) < _A_PAIR:
        return next(iter(ranked), None)
    first, second = (texts[number] for number in ranked[:_A_PAIR])
    if any(texts[number].day is None for number in ranked):
        return None
    earlier = str(first.day) < str(second.day) or _is_hours_earlier(first.article, second.article)
    return ranked[0] if earlier else None


def _is_no_later(one: Witness, other: Witness) -> bool:
    return one.day is None or other.day is None or one.day <= other.day
