"""What is wrong in a half's kinds of event: slots, cast, facts, quotations."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from benchmarks.newsroom import asked
from benchmarks.newsroom.complaints import (
    EVENT_FORMS,
    Complaints,
    entered_twice,
    repeats_itself,
    sample_renderings,
    too_few,
    unknown_slots,
    untidy,
)
from benchmarks.newsroom.grammar import Lists, expect_runs
from benchmarks.newsroom.half import COUNTED, CastMember, Fact, Half, Kind, SlotType, counted_slots


def check_events(half: Half) -> Complaints:
    """Complain of kinds of event."""
    if len(half.kinds) < asked.LEAST_EVENTS:
        yield f"events: {len(half.kinds)} kinds; at least {asked.LEAST_EVENTS} are needed."
    for kind in half.kinds:
        yield from _event(kind, kind.words)


def _event(kind: Kind, lists: Lists) -> Complaints:
    where = f"events/{kind.name}.txt"
    for name, least in asked.EVENT.items():
        entries: tuple[object, ...] = (
            kind.utterances if name == "quotes" else kind.lists.get(name, ())
        )
        yield from too_few(where, name, entries, least)
        yield from entered_twice(where, name, entries)
    for act in asked.REMARKS:
        yield from too_few(where, f"remarks {act}", kind.remarks[act], asked.LEAST_REMARKS)
    yield from _slots_of(where, kind)
    yield from _cast(where, kind)
    yield from _facts(where, kind, lists)
    fill = _fill_event(kind)
    for name, templates in kind.lists.items():
        for place, entry in enumerate(templates, 1):
            spot = f"{where}, {name}, entry {place}"
            yield from unknown_slots(spot, entry, lists, _allows_event(kind))
            ends = ".”?!" if name in {"standfirst", "colour"} else ""
            for text in sample_renderings(entry, lists, fill)[:3]:
                yield from untidy(spot, text, ends)
        if name.endswith(".clause") or name in {"colour", "setting", "headline"}:
            yield from repeats_itself(where, name, templates, lists, fill)
    yield from _quotes(where, kind, lists)


def _quotes(where: str, kind: Kind, lists: Lists) -> Complaints:
    fill = _fill_event(kind)
    for place, utterance in enumerate(kind.utterances, 1):
        spot = f"{where}, quotes, entry {place}"
        if len(utterance.renderings) < 2:  # noqa: PLR2004 - two translators
            yield f"{spot}: needs two renderings parted by ||."
        for key in utterance.by:
            if key not in kind.cast:
                yield f"{spot}: {key!r} is nobody of the cast."
        for entry in utterance.renderings:
            yield from unknown_slots(spot, entry, lists, _allows_event(kind))
            for text in sample_renderings(entry, lists, fill)[:2]:
                yield from untidy(spot, text)
                if text.endswith((".", ",")) or "“" in text:
                    yield f"{spot}: no final punctuation and no quotation marks in {text!r}."


def _slots_of(where: str, kind: Kind) -> Complaints:
    if kind.slots.get("place", SlotType("")).kind != "town":
        yield f"{where}: there is no slot 'place = town'."
    for name, slot in kind.slots.items():
        if slot.kind == "word" and len(slot.words) < asked.LEAST_WORDS:
            yield f"{where}: slot {name} has {len(slot.words)} words; at least {asked.LEAST_WORDS}."
        if slot.kind == "money" and kind.slots.get("country", SlotType("")).kind != "country":
            yield f"{where}: slot {name} is money, so a slot 'country = country' is needed."


def _cast(where: str, kind: Kind) -> Complaints:
    count = Counter(member.kind for member in kind.cast.values())
    for what, least in asked.LEAST_CAST.items():
        if count[what] < least:
            yield f"{where}: the cast has {count[what]} of kind {what}; at least {least}."
    for member in kind.cast.values():
        if member.key in kind.slots:
            yield f"{where}: {member.key!r} is a slot and one of the cast."
        if member.speaks_for and kind.cast.get(member.speaks_for, _NOBODY).kind != "body":
            yield f"{where}: {member.key} speaks for {member.speaks_for!r}, no body of the cast."
        for place, name in enumerate(member.names):
            shown = member.kind == "person" or place != 1
            if shown and expect_runs(name, {}) >= 1:
                yield (
                    f"{where}, cast, {member.key}: name {place + 1} has five fixed words in a row, "
                    "the same in every event of the kind: shorten it, or open choices."
                )
            yield from unknown_slots(f"{where}, cast, {member.key}", name, {}, _allows_event(kind))


_NOBODY = CastMember("", "", None, plural=False, names=())


def _facts(where: str, kind: Kind, lists: Lists) -> Complaints:
    ranks = Counter(fact.rank for fact in kind.facts)
    if len(kind.facts) < asked.LEAST_FACTS:
        yield f"{where}: {len(kind.facts)} facts; at least {asked.LEAST_FACTS}."
    if ranks["background"] < asked.LEAST_BACKGROUND:
        yield f"{where}: {ranks['background']} background facts; at least {asked.LEAST_BACKGROUND}."
    if not 2 <= ranks["main"] <= 4:  # noqa: PLR2004 - as FORMAT.md has it
        yield f"{where}: {ranks['main']} main facts; 2 to 4 are asked for."
    owner: dict[str, str] = {}
    for fact in kind.facts:
        yield from _fact(f"{where}, fact {fact.key}", fact, kind, lists)
        for number in counted_slots(fact.clauses[:1], kind):
            if owner.setdefault(number, fact.key) != fact.key:
                yield f"{where}: facts {owner[number]} and {fact.key} both use {{{number}}}."


def _fact(where: str, fact: Fact, kind: Kind, lists: Lists) -> Complaints:
    background = fact.rank == "background"
    least = asked.LEAST_BACKGROUND_CLAUSES if background else asked.LEAST_CLAUSES
    yield from too_few(where, "clause", fact.clauses, least)
    yield from entered_twice(where, "clause", fact.clauses)
    if not background:
        yield from too_few(where, "direct", fact.direct, asked.LEAST_DIRECT)
        if len(set(fact.knowers)) < 3:  # noqa: PLR2004 - as FORMAT.md has it
            yield f"{where}: needs at least 3 who can know it."
    if fact.rank == "main":
        yield from too_few(where, "topic", fact.topics, asked.LEAST_TOPICS)
    for key in fact.knowers:
        if key not in kind.cast:
            yield f"{where}: {key!r} is nobody of the cast."
    fill = _fill_event(kind)
    wanted = counted_slots(fact.clauses[:1], kind)
    for entry in (*fact.clauses, *fact.direct):
        for text in sample_renderings(entry, lists, fill):
            found = {
                name
                for name in re.findall(r"Q([a-z_0-9]+?)(?:\.[a-z]*)?Q", text)
                if name in _all_numbers(kind)
            }
            if found != wanted:
                yield f"{where}: {text!r} must hold just the numbers {sorted(wanted)}."
                break
            if text.endswith((".", ",")):
                yield f"{where}: no final punctuation in {text!r}."
                break


def _all_numbers(kind: Kind) -> set[str]:
    return {n for n, slot in kind.slots.items() if slot.kind in COUNTED}


def _allows_event(kind: Kind) -> Callable[[str, str], bool]:
    def allows(name: str, form: str) -> bool:
        if name == "happened":
            return not form
        if name in kind.slots:
            return form in EVENT_FORMS[kind.slots[name].kind]
        if name in kind.cast:
            return form in EVENT_FORMS[f"cast {kind.cast[name].kind}"]
        return False

    return allows


def _fill_event(kind: Kind) -> Callable[[str, str], str]:
    return lambda name, form: f"Q{name}.{form}Q" if name in kind.slots else f"Q{name}Q"
