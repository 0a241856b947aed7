"""What can be wrong in any list of a half: too few entries, unknown slots, repetition."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from random import Random

from benchmarks.newsroom.grammar import Lists, Reference, Template, render, walk
from benchmarks.newsroom.marking import lift

_TRIES = 8
"""How many renderings of each entry are looked at."""
_BAD_SPACING = re.compile(r"  | [,.;:!?](?!\.)|^ | $|,,|\.\.(?!\.)|\( | \)")
_STRAIGHT = re.compile(r"[\"`]")
_LONGEST_RUN = 5
_SHARED_RUNS = 0.35
"""Above which share of entries that repeat five words of a sister entry a list is called thin."""

EVENT_FORMS = {
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


def too_few(where: str, name: str, entries: Iterable[object], least: int) -> Complaints:
    """Complain of a list that is too short."""
    number = len(list(entries))
    if number < least:
        yield f"{where}: list '{name}' has {number} entries and needs at least {least}."


def entered_twice(where: str, name: str, entries: Iterable[object]) -> Complaints:
    """Complain of entries that stand twice in a list."""
    for entry, times in Counter(entries).items():
        if times > 1:
            yield f"{where}: list '{name}' holds an entry {times} times: {str(entry)[:80]!r}."


def unknown_slots(
    where: str, entry: Template, lists: Lists, allows: Callable[[str, str], bool], depth: int = 0
) -> Complaints:
    """Complain of slots and lists that an entry may not use."""
    for leaf in walk(entry):
        if isinstance(leaf, Reference):
            if leaf.name == "occasion" and "occasion" not in lists:
                continue
            if leaf.name not in lists:
                yield f"{where}: no list <{leaf.name}> is known here."
            elif depth < 3:  # noqa: PLR2004 - lists in lists in lists
                for inner in lists[leaf.name]:
                    yield from unknown_slots(
                        f"{where}, <{leaf.name}>", inner, lists, allows, depth + 1
                    )
        elif not allows(leaf.name, leaf.form):
            form = f".{leaf.form}" if leaf.form else ""
            yield f"{where}: the slot {{{leaf.name}{form}}} is not known here."


def sample_renderings(entry: Template, lists: Lists, fill: Callable[[str, str], str]) -> list[str]:
    """Return some renderings of an entry, the same at every check."""
    chance = Random(1)  # noqa: S311 - the same samples at every check
    try:
        return [render(entry, lists, fill, chance) for _ in range(_TRIES)]
    except KeyError:
        return []  # an unknown list, told of elsewhere


def untidy(where: str, text: str, ends: str = "") -> Complaints:
    """Complain of spaces, quotation marks and full stops that are not as FORMAT.md has them."""
    if _BAD_SPACING.search(text):
        yield f"{where}: a doubled or misplaced space or sign in {text!r}."
    if _STRAIGHT.search(text):
        yield f"{where}: type quotation marks as “ ” in {text!r}."
    if ends and not text.endswith(tuple(ends)):
        yield f"{where}: {text!r} does not end with a full stop."


def repeats_itself(
    where: str,
    name: str,
    entries: tuple[Template, ...],
    lists: Lists,
    fill: Callable[[str, str], str],
) -> Complaints:
    """Complain of a list in which too many entries share five words in a row with another."""
    runs: dict[tuple[str, ...], set[int]] = {}
    for place, entry in enumerate(entries):
        for marked in sample_renderings(entry, lists, fill):
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
