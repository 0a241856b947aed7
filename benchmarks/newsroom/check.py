"""Say in sentences what a half lacks: ``python -m benchmarks.newsroom.check build [--show 20]``.

FORMAT.md is what it checks against. Exit status 1 while something is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from random import Random

from benchmarks.newsroom import asked
from benchmarks.newsroom.check_events import check_events
from benchmarks.newsroom.check_frames import check_speech
from benchmarks.newsroom.check_pages import check_layouts, check_styles
from benchmarks.newsroom.complaints import (
    EVENT_FORMS,
    Complaints,
    entered_twice,
    too_few,
    unknown_slots,
)
from benchmarks.newsroom.grammar import Fault, Lists, Template, count_renderings, render
from benchmarks.newsroom.half import Half, open_half
from benchmarks.newsroom.marking import lift


def complain(half: Half) -> Complaints:
    """Yield, in sentences, everything that FORMAT.md asks for and the half does not give."""
    for looked in (
        _names,
        _cues,
        _shared,
        check_speech,
        _furniture,
        _synonyms,
        check_events,
        check_styles,
        check_layouts,
    ):
        try:
            yield from looked(half)
        except Fault as fault:
            yield f"{fault}."


def _names(half: Half) -> Complaints:
    names = half.names
    yield from _columns(names)
    for name, least in asked.NAMES.items():
        entries = names.get(name, ())
        yield from too_few("names.txt", name, entries, least)
        if name != "short_outlets":
            yield from entered_twice("names.txt", name, entries)
    if len(names.get("outlets", ())) != len(names.get("short_outlets", ())):
        yield "names.txt: 'short_outlets' must have one entry for each line of 'outlets'."


def _columns(names: Mapping[str, tuple[str, ...]]) -> Complaints:
    for entry in names.get("given", ()):
        if entry.split()[-1] not in {"f", "m"}:
            yield f"names.txt: given name {entry!r} does not end in f or m."
    for entry in names.get("countries", ()):
        if entry.count("|") != 4:  # noqa: PLR2004 - five columns
            columns = "name | adjective | people | capital | currency"
            yield f"names.txt: country {entry!r} needs {columns}."
    for entry in names.get("agencies", ()):
        if entry.count("|") != 2:  # noqa: PLR2004 - three columns
            yield f"names.txt: agency {entry!r} needs name | short form | form in running text."
    for name in ("surname_spellings", "town_spellings"):
        for entry in names.get(name, ()):
            if entry.count("=") != 1:
                yield f"names.txt: {name} {entry!r} needs two spellings with = between."


def _cues(half: Half) -> Complaints:
    seen: dict[str, str] = {}
    for name, least in asked.CUES.items():
        yield from too_few("cues.txt", name, half.cue_rows.get(name, ()), least)
    for name, rows in half.cue_rows.items():
        if name not in asked.CUES:
            yield f"cues.txt: no list {name!r} is asked for."
        act = name.split()[0]
        for row in rows:
            before = seen.setdefault(row[0], act)
            if before != act and row[0] != "-":
                yield f"cues.txt: {row[0]!r} stands for {before} and for {act}."


def _shared(half: Half) -> Complaints:
    if len(half.shared) < asked.LEAST_SHARED:
        yield f"shared.txt: {len(half.shared)} lists; at least {asked.LEAST_SHARED} are needed."
    for name, entries in half.shared.items():
        yield from entered_twice("shared.txt", name, entries)


def _furniture(half: Half) -> Complaints:
    lists = {**half.shared, **half.furniture}
    for name, least in asked.FURNITURE.items():
        entries = half.furniture.get(name, ())
        yield from too_few("furniture.txt", name, entries, least)
        yield from entered_twice("furniture.txt", name, entries)
        for place, entry in enumerate(entries, 1):
            where = f"furniture.txt, {name}, entry {place}"
            yield from unknown_slots(where, entry, lists, _allows_furniture)


def _allows_furniture(slot: str, form: str) -> bool:
    if slot == "country":
        return form in EVENT_FORMS["country"]
    return slot in asked.FURNITURE_SLOTS and not form


def _synonyms(half: Half) -> Complaints:
    yield from too_few("synonyms.txt", "pairs", half.synonym_pairs, asked.LEAST_SYNONYMS)
    for left, right in half.synonym_pairs:
        if not left or not right or left == right:
            yield f"synonyms.txt: {left!r} = {right!r} swaps nothing."


def show(half: Half, number: int) -> Iterator[str]:
    """Yield sample sentences, so that a writer hears how the entries sound."""
    chance = Random()  # noqa: S311 - other samples at each call
    frames = half.frames
    written = {name: entries for name, entries in half.speech.items() if entries}
    if not written:
        raise Fault("speech.txt holds no list yet: there is nothing to show")
    kinds = [kind for kind in half.kinds if kind.facts and any(kind.lists.values())]
    if not kinds:
        raise Fault("there is no kind of event with facts in events/ yet: there is nothing to show")
    for _ in range(number):
        kind = chance.choice(kinds)
        fact = chance.choice(kind.facts)
        lists = kind.words
        filled = {"fact": fact.clauses, "topic": fact.topics, "setting": lists.get("setting")}
        name = chance.choice(sorted(written))
        fill = _fill_sample({k: v for k, v in filled.items() if v}, lists, chance)
        frame = chance.choice(written[name])
        yield f"[{name}] {lift(render(frame, frames, fill, chance))[0]}"
        name = chance.choice(sorted(name for name, entries in kind.lists.items() if entries))
        entry = chance.choice(kind.lists[name])
        yield f"[{kind.name}, {name}] {render(entry, lists, _bare, chance)}"


def _fill_sample(
    filled: Mapping[str, tuple[Template, ...]], lists: Lists, chance: Random
) -> Callable[[str, str], str]:
    def fill(slot: str, form: str) -> str:
        if slot in filled:
            return render(chance.choice(filled[slot]), lists, _bare, chance)
        return _bare(slot, form)

    return fill


def _bare(name: str, form: str) -> str:
    return f"{name.upper()}{'.' + form if form else ''}"


def main(words: list[str] | None = None) -> int:
    """Check one half and print what it lacks."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("half", help="build, kept, or a folder")
    reader.add_argument("--show", type=int, default=0, metavar="N", help="print N sample sentences")
    given = reader.parse_args(words)
    try:
        half = open_half(given.half)
        if given.show:
            print("\n".join(show(half, given.show)))
            return 0
    except Fault as fault:
        print(f"{fault}.")
        return 1
    except KeyError as fault:
        print(f"There is no list <{fault.args[0]}>, which some entry uses.")
        return 1
    complaints = list(complain(half))
    print("\n".join(complaints))
    print(f"{len(complaints)} things to mend." if complaints else "Nothing is missing.")
    if not complaints:
        ways = sum(count_renderings(e, half.frames) for v in half.speech.values() for e in v)
        print(f"Sentence frames can be rendered in {ways} ways, slots aside.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
