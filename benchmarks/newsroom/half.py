"""One half of the simulated press, read from its folder: every word that the newsroom can print."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.newsroom.asked import REMARKS
from benchmarks.newsroom.grammar import (
    Fault,
    Lists,
    Reference,
    Template,
    compile_entry,
    expect_runs,
    favour_free,
    read_lists,
    walk,
)
from benchmarks.newsroom.layouts import Layout, read_layout
from benchmarks.newsroom.synonyms import Synonyms

_COMMONEST_CUE: Final = 64
"""How often a cue of one word stands for once of one with four words."""
ROOM = Path(__file__).resolve().parent


class SlotType(NamedTuple):
    """What a slot of an event holds: a number between two, a town, one of some words."""

    kind: str
    low: int = 0
    high: int = 0
    grows: bool = False
    words: tuple[str, ...] = ()


class CastMember(NamedTuple):
    """One who can speak about an event: a person with a role, a body, or unnamed people.

    ``names`` are role before and after the name for a person; name and short form for a body;
    description, short form and more descriptions for a group.
    """

    key: str
    kind: str
    speaks_for: str | None
    plural: bool
    names: tuple[Template, ...]


class Fact(NamedTuple):
    """One thing that is so in an event, who can know it, and how it is put into words.

    ``favoured`` are the clauses with those repeated that have few fixed words.
    """

    key: str
    rank: str
    knowers: tuple[str, ...]
    clauses: tuple[Template, ...]
    direct: tuple[Template, ...]
    topics: tuple[Template, ...]
    favoured: tuple[Template, ...]


class Utterance(NamedTuple):
    """What someone says, in two or more renderings; ``by`` is empty if anybody could say it."""

    by: tuple[str, ...]
    renderings: tuple[Template, ...]


class Kind(NamedTuple):
    """A kind of event: a flood, a trial, a takeover."""

    name: str
    slots: Mapping[str, SlotType]
    cast: Mapping[str, CastMember]
    facts: tuple[Fact, ...]
    utterances: tuple[Utterance, ...]
    remarks: Mapping[str, tuple[Template, ...]]
    lists: Mapping[str, tuple[Template, ...]]
    fixed: Mapping[str, tuple[float, ...]]
    """How many fixed runs of words each entry has, of those used once only."""
    words: Lists
    """Its own lists and the shared ones, all that its templates may use, freer entries repeated."""


COUNTED: Final = frozenset(("number", "money", "percent"))
"""The types of slot that hold a figure."""


def counted_slots(entries: Iterable[Template], kind: Kind) -> set[str]:
    """Return the figures that stand in templates of a kind of event."""
    found: set[str] = set()
    for entry in entries:
        for leaf in walk(entry):
            if isinstance(leaf, Reference):
                found |= counted_slots(kind.words.get(leaf.name, ()), kind)
            elif leaf.name in kind.slots and kind.slots[leaf.name].kind in COUNTED:
                found.add(leaf.name)
    return found


def read_slot(written: str) -> SlotType:
    """Return the type of a slot as an event's file writes it.

    >>> read_slot("number 3-60 grows")
    SlotType(kind='number', low=3, high=60, grows=True, words=())
    """
    kind, _, rest = written.strip().partition(" ")
    if kind in COUNTED:
        bounds, _, growth = rest.strip().partition(" ")
        low, dash, high = bounds.partition("-")
        if not (dash and low.isdigit() and high.isdigit() and int(low) < int(high)):
            raise Fault(f"{written!r} needs two numbers with a dash, the smaller first")
        if growth not in {"", "grows"}:
            raise Fault(f"{written!r}: only 'grows' may follow the numbers")
        return SlotType(kind, int(low), int(high), growth == "grows")
    if kind == "word":
        return SlotType(kind, words=tuple(w.strip() for w in rest.split(",") if w.strip()))
    if kind in {"town", "country", "person", "surname"} and not rest:
        return SlotType(kind)
    raise Fault(f"{written!r} is no type of slot")


def read_cast(key: str, written: str) -> CastMember:
    """Return a member of an event's cast from what stands behind its ``=``."""
    head, *names = (piece.strip() for piece in _split_outside(written))
    kind, _, rest = head.partition(" ")
    least = {"person": 2, "body": 2, "group": 2}.get(kind)
    if least is None:
        raise Fault(f"{key}: a member of the cast is a person, a body or a group, not {kind!r}")
    if len(names) < least:
        raise Fault(f"{key}: a {kind} needs at least {least} names parted by |")
    speaks_for = None
    if kind == "person" and rest:
        word, _, body = rest.partition(" ")
        if word != "for" or not body:
            raise Fault(f"{key}: after 'person' only 'for BODY' may stand")
        speaks_for = body.strip()
    if kind == "group" and rest not in {"plural", "singular"}:
        raise Fault(f"{key}: say 'group plural' or 'group singular'")
    return CastMember(
        key, kind, speaks_for, rest == "plural", tuple(compile_entry(name) for name in names)
    )


def _split_outside(written: str) -> list[str]:
    """Split at bars that stand outside brackets: those inside are choices."""
    pieces, depth = [""], 0
    for sign in written:
        depth += (sign in "([") - (sign in ")]")
        if sign == "|" and depth == 0:
            pieces.append("")
        else:
            pieces[-1] += sign
    return pieces


def read_kind(path: Path, shared: Lists, synonyms: Synonyms) -> Kind:
    """Return a kind of event from its file."""
    lists = read_lists(path)
    compiled = {
        name: tuple(synonyms.open_choices(compile_entry(entry)) for entry in entries)
        for name, entries in lists.items()
        if name not in {"slots", "cast", "facts", "quotes"}
    }
    words = {**shared, **compiled}
    words = {name: favour_free(entries, words) for name, entries in words.items()}
    return Kind(
        path.stem,
        {key: read_slot(value) for key, value in _pairs(lists, "slots")},
        {key: read_cast(key, value) for key, value in _pairs(lists, "cast")},
        tuple(_read_fact(key, value, compiled, words) for key, value in _pairs(lists, "facts")),
        tuple(_read_utterance(entry) for entry in lists.get("quotes", ())),
        {act: compiled.get(f"remarks {act}", ()) for act in REMARKS},
        compiled,
        {
            name: tuple(expect_runs(entry, words) for entry in compiled.get(name, ()))
            for name in ("colour", "mixed", *(f"remarks {act}" for act in REMARKS))
        },
        words,
    )


def _pairs(lists: Mapping[str, tuple[str, ...]], name: str) -> list[tuple[str, str]]:
    found = []
    for entry in lists.get(name, ()):
        key, sign, value = entry.partition("=")
        if not sign:
            raise Fault(f"in {name}, {entry!r} has no =")
        found.append((key.strip(), value.strip()))
    return found


def _read_fact(key: str, written: str, compiled: Lists, words: Lists) -> Fact:
    rank, _, rest = written.partition(" ")
    if rank == "from":
        rank, rest = "further", written
    if rank not in {"main", "further", "background"}:
        raise Fault(f"fact {key}: {written!r} begins neither with main, from nor background")
    word, _, knowers = rest.strip().partition(" ")
    if rank != "background" and (word != "from" or not knowers.strip()):
        raise Fault(f"fact {key}: say from whom it can be known: 'from NAME NAME'")
    return Fact(
        key,
        rank,
        tuple(knowers.replace(",", " ").split()),
        compiled.get(f"{key}.clause", ()),
        compiled.get(f"{key}.direct", ()),
        compiled.get(f"{key}.topic", ()),
        words.get(f"{key}.clause", ()),
    )


def _read_utterance(entry: str) -> Utterance:
    by: tuple[str, ...] = ()
    head, colon, rest = entry.partition(":")
    if colon and all(key.strip().isidentifier() for key in head.split(",")):
        by, entry = tuple(key.strip() for key in head.split(",")), rest
    return Utterance(by, tuple(compile_entry(r.strip()) for r in entry.split("||")))


class Half:
    """A half's folder, each file read when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _lists(self, name: str) -> dict[str, tuple[str, ...]]:
        path = self.folder / name
        if not path.is_file():
            raise Fault(f"the file {name} is not there")
        return read_lists(path)

    def _templates(self, name: str) -> dict[str, tuple[Template, ...]]:
        return {
            key: tuple(self.synonyms.open_choices(compile_entry(entry)) for entry in entries)
            for key, entries in self._lists(name).items()
        }

    @cached_property
    def names(self) -> dict[str, tuple[str, ...]]:
        """Names of people, places, outlets, agencies, as written."""
        return self._lists("names.txt")

    @cached_property
    def cue_rows(self) -> dict[str, tuple[tuple[str, str, str], ...]]:
        """Cue verbs by act and complement: past, present, -ing."""
        found: dict[str, tuple[tuple[str, str, str], ...]] = {}
        for name, entries in self._lists("cues.txt").items():
            rows = [tuple(form.strip() for form in entry.split("|")) for entry in entries]
            for row in rows:
                if len(row) != 3:  # noqa: PLR2004 - past, present, -ing
                    raise Fault(f"cues.txt, {name}: {' | '.join(row)!r} needs three forms")
            found[name] = tuple((row[0], row[1], row[2]) for row in rows)
        return found

    @cached_property
    def cues(self) -> dict[str, tuple[tuple[str, str, str], ...]]:
        """The same with the shorter ones repeated: mostly, people "said"."""
        return {
            name: tuple(
                row
                for row in rows
                for _ in range(max(1, round(_COMMONEST_CUE / len(row[0].split()) ** 3)))
            )
            for name, rows in self.cue_rows.items()
        }

    @cached_property
    def shared(self) -> dict[str, tuple[Template, ...]]:
        """The writer's own lists, for use anywhere."""
        return self._templates("shared.txt")

    @cached_property
    def speech(self) -> dict[str, tuple[Template, ...]]:
        """Sentence frames by what they express."""
        return self._templates("speech.txt")

    @cached_property
    def frames(self) -> Lists:
        """Sentence frames and the lists that they may use, the freer entries repeated."""
        lists = {**self.shared, **self.speech}
        return {name: favour_free(entries, lists) for name, entries in lists.items()}

    @cached_property
    def timeless(self) -> tuple[Template, ...]:
        """The frames of an outlet's own sentence in which no circumstance of the event stands."""
        entries = self.frames["own"]
        return tuple(entry for entry in entries if not self._sets_a_scene(entry))

    def _sets_a_scene(self, entry: Template) -> bool:
        return any(
            any(self._sets_a_scene(inner) for inner in self.frames.get(leaf.name, ()))
            if isinstance(leaf, Reference)
            else leaf.name == "setting"
            for leaf in walk(entry)
        )

    @cached_property
    def furniture(self) -> dict[str, tuple[Template, ...]]:
        """What stands around articles."""
        return self._templates("furniture.txt")

    @cached_property
    def synonyms(self) -> Synonyms:
        """Words that may stand for each other everywhere."""
        return Synonyms(self.synonym_pairs)

    @cached_property
    def synonym_pairs(self) -> tuple[tuple[str, str], ...]:
        """The same as written."""
        if not (self.folder / "synonyms.txt").is_file():
            return ()
        return tuple(_pairs(self._lists("synonyms.txt"), "pairs"))

    @cached_property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of event, by file name."""
        found = []
        for path in sorted((self.folder / "events").glob("*.txt")):
            try:
                found.append(read_kind(path, self.shared, self.synonyms))
            except Fault as fault:
                raise Fault(f"events/{path.name}: {fault}") from fault
        return tuple(found)

    @cached_property
    def styles(self) -> dict[str, dict[str, tuple[str, ...]]]:
        """House styles: name → key → values."""
        found: dict[str, dict[str, tuple[str, ...]]] = {}
        for head, entries in self._lists("styles.txt").items():
            style: dict[str, list[str]] = {}
            for entry in entries:
                key, sign, value = entry.partition("=")
                if not sign:
                    raise Fault(f"styles.txt, {head}: {entry!r} has no =")
                style.setdefault(key.strip(), []).append(value.strip())
            found[head.removeprefix("style ")] = {k: tuple(v) for k, v in style.items()}
        return found

    @cached_property
    def layouts(self) -> tuple[Layout, ...]:
        """Page layouts, by file name."""
        return tuple(read_layout(p) for p in sorted((self.folder / "layouts").glob("*.txt")))


def open_half(name: str) -> Half:
    """Return a half by its name (``build``) or by the path of its folder."""
    folder = ROOM / name
    if not folder.is_dir():
        folder = Path(name)
    if not folder.is_dir():
        raise Fault(f"there is no half {name!r}: neither benchmarks/newsroom/{name} nor {name}")
    return Half(folder)
