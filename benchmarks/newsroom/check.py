"""Say in sentences what a half lacks: ``python -m benchmarks.newsroom.check build [--show 20]``.

FORMAT.md is what it checks against. Exit status 1 while something is wrong.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from random import Random

from benchmarks.newsroom import asked
from benchmarks.newsroom.grammar import (
    Fault,
    Lists,
    Reference,
    Template,
    count_renderings,
    render,
    walk,
)
from benchmarks.newsroom.half import (
    COUNTED,
    CastMember,
    Fact,
    Half,
    Kind,
    SlotType,
    counted_slots,
    open_half,
)
from benchmarks.newsroom.layouts import Block, Entry, Layout, Line
from benchmarks.newsroom.marking import MARKS, lift

_TRIES = 8
"""How many renderings of each entry are looked at."""
_BAD_SPACING = re.compile(r"  | [,.;:!?](?!\.)|^ | $|,,|\.\.(?!\.)|\( | \)")
_STRAIGHT = re.compile(r"[\"`]")
_LONGEST_RUN = 5
_SHARED_RUNS = 0.35
"""Above which share of entries that repeat five words of a sister entry a list is called thin."""
_EVENT_FORMS = {
    "number": {"", "atleast", "about"},
    "money": {"", "atleast", "about"},
    "percent": {"", "atleast", "about"},
    "town": {""},
    "country": {"", "adj", "people", "capital", "currency"},
    "word": {""},
    "person": {"", "last"},
    "surname": {""},
    "cast person": {"", "last", "full"},
    "cast body": {"", "short"},
    "cast group": {"", "short"},
}
Complaints = Iterator[str]


def complain(half: Half) -> Complaints:
    """Yield, in sentences, everything that FORMAT.md asks for and the half does not give."""
    for looked in (
        _names,
        _cues,
        _shared,
        _speech,
        _furniture,
        _synonyms,
        _events,
        _styles,
        _layouts,
    ):
        try:
            yield from looked(half)
        except Fault as fault:
            yield f"{fault}."


def _too_few(where: str, name: str, entries: Iterable[object], least: int) -> Complaints:
    number = len(list(entries))
    if number < least:
        yield f"{where}: list '{name}' has {number} entries and needs at least {least}."


def _twice(where: str, name: str, entries: Iterable[object]) -> Complaints:
    for entry, times in Counter(entries).items():
        if times > 1:
            yield f"{where}: list '{name}' holds an entry {times} times: {str(entry)[:80]!r}."


def _names(half: Half) -> Complaints:
    names = half.names
    yield from _columns(names)
    for name, least in asked.NAMES.items():
        entries = names.get(name, ())
        yield from _too_few("names.txt", name, entries, least)
        if name != "short_outlets":
            yield from _twice("names.txt", name, entries)
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
        yield from _too_few("cues.txt", name, half.cue_rows.get(name, ()), least)
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
        yield from _twice("shared.txt", name, entries)


def _speech(half: Half) -> Complaints:
    lists = half.frames
    yield from _too_few("speech.txt", "occasion", lists.get("occasion", ()), asked.LEAST_OCCASIONS)
    for name, wanted in asked.SPEECH.items():
        entries = half.speech.get(name, ())
        yield from _too_few("speech.txt", name, entries, wanted.least)
        yield from _twice("speech.txt", name, entries)
        yield from _thin("speech.txt", name, entries, lists, _fill_speech)
        for place, entry in enumerate(entries, 1):
            where = f"speech.txt, {name}, entry {place}"
            yield from _known_slots(where, entry, lists, _allows_speech)
            yield from _frame(where, entry, lists, wanted)


def _allows_speech(name: str, form: str) -> bool:
    return name in asked.SPEECH_SLOTS and form in asked.FORMS.get(name, {""})


def _fill_speech(name: str, form: str) -> str:
    return f"Q{name}{form}Q"


def _known_slots(
    where: str, entry: Template, lists: Lists, allows: Callable[[str, str], bool], depth: int = 0
) -> Complaints:
    for leaf in walk(entry):
        if isinstance(leaf, Reference):
            if leaf.name == "occasion" and "occasion" not in lists:
                continue
            if leaf.name not in lists:
                yield f"{where}: no list <{leaf.name}> is known here."
            elif depth < 3:  # noqa: PLR2004 - lists in lists in lists
                for inner in lists[leaf.name]:
                    yield from _known_slots(
                        f"{where}, <{leaf.name}>", inner, lists, allows, depth + 1
                    )
        elif not allows(leaf.name, leaf.form):
            form = f".{leaf.form}" if leaf.form else ""
            yield f"{where}: the slot {{{leaf.name}{form}}} is not known here."


def _renderings(entry: Template, lists: Lists, fill: Callable[[str, str], str]) -> list[str]:
    chance = Random(1)  # noqa: S311 - the same samples at every check
    try:
        return [render(entry, lists, fill, chance) for _ in range(_TRIES)]
    except KeyError:
        return []  # an unknown list, told of elsewhere


def _frame(where: str, entry: Template, lists: Lists, wanted: asked.Asked) -> Complaints:
    for marked in _renderings(entry, lists, _fill_speech):
        text, found = lift(marked)
        count = Counter(mark.name for mark in found)
        signs = sum(marked.count(sign) for sign in MARKS.values())
        if signs != 2 * len(found):
            yield f"{where}: a mark is not opened or not closed in {text!r}."
            return
        missing = [m for m in wanted.marks if not count[m]]
        if missing and where.split(", ")[1] == "hearsay":
            missing = [m for m in missing if m != "s"]
        if missing:
            yield f"{where}: the marks {' '.join(missing)} do not stand in {text!r}."
            return
        if any(n > 1 for m, n in count.items() if m != "k"):
            yield f"{where}: a mark other than k stands twice in {text!r}."
            return
        if any(not text[m.start : m.end].strip() for m in found):
            yield f"{where}: a mark encloses nothing in {text!r}."
            return
        lacking = [
            s
            for s in wanted.slots
            if not re.search(rf"Q{s}(?:last|he|his|him|past|present|ing)?Q", text)
        ]
        if lacking:
            yield f"{where}: the slots {' '.join(lacking)} do not stand in {text!r}."
            return
        yield from _clean(where, text, ends=".”?!")


def _clean(where: str, text: str, ends: str = "") -> Complaints:
    if _BAD_SPACING.search(text):
        yield f"{where}: a doubled or misplaced space or sign in {text!r}."
    if _STRAIGHT.search(text):
        yield f"{where}: type quotation marks as “ ” in {text!r}."
    if ends and not text.endswith(tuple(ends)):
        yield f"{where}: {text!r} does not end with a full stop."


def _thin(
    where: str,
    name: str,
    entries: tuple[Template, ...],
    lists: Lists,
    fill: Callable[[str, str], str],
) -> Complaints:
    """Complain of a list in which too many entries share five words in a row with another."""
    runs: dict[tuple[str, ...], set[int]] = {}
    for place, entry in enumerate(entries):
        for marked in _renderings(entry, lists, fill):
            words = lift(marked)[0].split()
            for at in range(len(words) - _LONGEST_RUN + 1):
                run = tuple(words[at : at + _LONGEST_RUN])
                if not any("Q" in word for word in run):
                    runs.setdefault(run, set()).add(place)
    alike = set().union(*(places for places in runs.values() if len(places) > 1))
    if entries and len(alike) / len(entries) > _SHARED_RUNS:
        run = next(run for run, places in sorted(runs.items()) if len(places) > 1)
        yield (
            f"{where}: in list '{name}' {len(alike)} of {len(entries)} entries share five words "
            f"in a row with another, as in {' '.join(run)!r}: vary them."
        )


def _furniture(half: Half) -> Complaints:
    lists = {**half.shared, **half.furniture}
    for name, least in asked.FURNITURE.items():
        entries = half.furniture.get(name, ())
        yield from _too_few("furniture.txt", name, entries, least)
        yield from _twice("furniture.txt", name, entries)
        for place, entry in enumerate(entries, 1):
            where = f"furniture.txt, {name}, entry {place}"
            yield from _known_slots(where, entry, lists, _allows_furniture)


def _allows_furniture(slot: str, form: str) -> bool:
    if slot == "country":
        return form in _EVENT_FORMS["country"]
    return slot in asked.FURNITURE_SLOTS and not form


def _synonyms(half: Half) -> Complaints:
    yield from _too_few("synonyms.txt", "pairs", half.synonym_pairs, asked.LEAST_SYNONYMS)
    for left, right in half.synonym_pairs:
        if not left or not right or left == right:
            yield f"synonyms.txt: {left!r} = {right!r} swaps nothing."


def _events(half: Half) -> Complaints:
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
        yield from _too_few(where, name, entries, least)
        yield from _twice(where, name, entries)
    for act in asked.REMARKS:
        yield from _too_few(where, f"remarks {act}", kind.remarks[act], asked.LEAST_REMARKS)
    yield from _slots_of(where, kind)
    yield from _cast(where, kind)
    yield from _facts(where, kind, lists)
    fill = _fill_event(kind)
    for name, templates in kind.lists.items():
        for place, entry in enumerate(templates, 1):
            spot = f"{where}, {name}, entry {place}"
            yield from _known_slots(spot, entry, lists, _allows_event(kind))
            ends = ".”?!" if name in {"standfirst", "colour"} else ""
            for text in _renderings(entry, lists, fill)[:3]:
                yield from _clean(spot, text, ends)
        if name.endswith(".clause") or name in {"colour", "setting", "headline"}:
            yield from _thin(where, name, templates, lists, fill)
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
            yield from _known_slots(spot, entry, lists, _allows_event(kind))
            for text in _renderings(entry, lists, fill)[:2]:
                yield from _clean(spot, text)
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
        for name in member.names:
            yield from _known_slots(f"{where}, cast, {member.key}", name, {}, _allows_event(kind))


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
    yield from _too_few(where, "clause", fact.clauses, least)
    yield from _twice(where, "clause", fact.clauses)
    if not background:
        yield from _too_few(where, "direct", fact.direct, asked.LEAST_DIRECT)
        if len(set(fact.knowers)) < 3:  # noqa: PLR2004 - as FORMAT.md has it
            yield f"{where}: needs at least 3 who can know it."
    if fact.rank == "main":
        yield from _too_few(where, "topic", fact.topics, asked.LEAST_TOPICS)
    for key in fact.knowers:
        if key not in kind.cast:
            yield f"{where}: {key!r} is nobody of the cast."
    fill = _fill_event(kind)
    wanted = counted_slots(fact.clauses[:1], kind)
    for entry in (*fact.clauses, *fact.direct):
        for text in _renderings(entry, lists, fill):
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
            return form in _EVENT_FORMS[kind.slots[name].kind]
        if name in kind.cast:
            return form in _EVENT_FORMS[f"cast {kind.cast[name].kind}"]
        return False

    return allows


def _fill_event(kind: Kind) -> Callable[[str, str], str]:
    return lambda name, form: f"Q{name}.{form}Q" if name in kind.slots else f"Q{name}Q"


def _styles(half: Half) -> Complaints:
    if len(half.styles) < asked.LEAST_STYLES:
        yield f"styles.txt: {len(half.styles)} styles; at least {asked.LEAST_STYLES}."
    for name, style in half.styles.items():
        for key in asked.STYLE_KEYS - style.keys():
            yield f"styles.txt, style {name}: the key {key!r} is missing."
        for key, values in style.items():
            if key not in asked.STYLE_KEYS:
                yield f"styles.txt, style {name}: the key {key!r} is not known."
            for value in values:
                if value not in asked.STYLE_VALUES.get(key, {value}):
                    yield f"styles.txt, style {name}: {key} cannot be {value!r}."
                if key == "quotes" and len(value.split()) != 4:  # noqa: PLR2004 - outer, inner
                    yield f"styles.txt, style {name}: quotes needs four marks."
                if key == "swap" and value.count("=>") != 1:
                    yield f"styles.txt, style {name}: swap {value!r} needs one =>."
        yield from _too_few(
            f"styles.txt, style {name}", "swap", style.get("swap", ()), asked.LEAST_SWAPS
        )


def _layouts(half: Half) -> Complaints:
    count: Counter[tuple[str, str]] = Counter()
    for layout in half.layouts:
        holds = "many" if layout.holds in {"several", "aggregator"} else layout.holds
        count[layout.medium, holds] += 1
        yield from _layout(layout)
    for (medium, holds), least in asked.LEAST_LAYOUTS.items():
        if count[medium, holds] < least:
            yield f"layouts: {count[medium, holds]} in {medium} for {holds}; at least {least}."


def _layout(layout: Layout) -> Complaints:
    where = f"layouts/{layout.name}.txt"
    slots = Counter(_layout_slots(layout.entries))
    wanted = {"paragraph"} if layout.holds == "live" else {"headline", "paragraph"}
    for slot in sorted(wanted - slots.keys()):
        yield f"{where}: the slot {{{slot}}} stands nowhere."
    blocks = {(b.word, b.what) for b in _blocks(layout.entries)}
    if ("each", "paragraph") not in blocks:
        yield f"{where}: there is no 'each paragraph'."
    if layout.holds != "one" and ("each", "article") not in blocks:
        yield f"{where}: a page that holds {layout.holds} needs 'each article'."
    if layout.holds == "one" and ("each", "article") in blocks:
        yield f"{where}: a page that holds one has no 'each article'."
    if layout.medium == "html":
        source = "\n".join("".join(line.pieces) for line in _lines(layout.entries)).lower()
        if "<html" not in source or "</html>" not in source:
            yield f"{where}: an HTML page begins with <html and ends with </html>."
    for line in _lines(layout.entries):
        if layout.medium == "text" and line.kind in {"markup", "json"}:
            yield f"{where}: a text page has no {line.kind}."


def _blocks(entries: tuple[Entry, ...]) -> Iterator[Block]:
    for entry in entries:
        if isinstance(entry, Block):
            yield entry
            yield from _blocks(entry.entries)


def _lines(entries: tuple[Entry, ...]) -> Iterator[Line]:
    for entry in entries:
        if isinstance(entry, Block):
            yield from _lines(entry.entries)
        else:
            yield entry


def _layout_slots(entries: tuple[Entry, ...]) -> Iterator[str]:
    for line in _lines(entries):
        yield from line.slots


def show(half: Half, number: int) -> Iterator[str]:
    """Yield sample sentences, so that a writer hears how the entries sound."""
    chance = Random()  # noqa: S311 - other samples at each call
    frames = half.frames
    for _ in range(number):
        kind = chance.choice(half.kinds)
        fact = chance.choice(kind.facts)
        lists = kind.words
        filled = {"fact": fact.clauses, "topic": fact.topics, "setting": lists.get("setting")}
        name = chance.choice(sorted(half.speech))
        fill = _fill_sample({k: v for k, v in filled.items() if v}, lists, chance)
        frame = chance.choice(half.speech[name])
        yield f"[{name}] {lift(render(frame, frames, fill, chance))[0]}"
        name = chance.choice(sorted(kind.lists))
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
    half = open_half(given.half)
    if given.show:
        print("\n".join(show(half, given.show)))
        return 0
    complaints = list(complain(half))
    print("\n".join(complaints))
    print(f"{len(complaints)} things to mend." if complaints else "Nothing is missing.")
    if not complaints:
        ways = sum(count_renderings(e, half.frames) for v in half.speech.values() for e in v)
        print(f"Sentence frames can be rendered in {ways} ways, slots aside.")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
