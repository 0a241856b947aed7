"""How a desk writes: what a sentence is to say becomes words, with marks where its truth lies.

A :class:`Plan` is a sentence before its words: who says which fact, through whom. Rendered twice it
gives two wordings of one truth; that is how independent texts and rewrites are made.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random
from typing import Final, NamedTuple

from benchmarks.newsroom.beings import Being
from benchmarks.newsroom.grammar import Template, render
from benchmarks.newsroom.half import Half
from benchmarks.newsroom.houses import capitalise, weekday_of
from benchmarks.newsroom.marking import DAY, DAY_END, SOFT_COMMA
from benchmarks.newsroom.press import Publisher
from benchmarks.newsroom.worlds import World

DIRECT_FRAMES: Final = frozenset(("say_quote", "say_two_quotes", "more_quote"))
SILENT: Final = frozenset(("own", "colour", "link", "update_note", "correction"))
"""Frames that attribute nothing."""
_APPOSITION: Final = 0.45
_WORDY_APPOSITION: Final = 0.02
_SHORT_BODY: Final = 0.5
_DAY_PARTS: Final = ("on ", "on ", "on ", "on ", "late on ", "early on ", "later on ")
_NO_DAY: Final = 0.25
_AFTER_STOP: Final = re.compile(
    r"(?<=[.?!] )([\ue000-\ue00d“]*)([a-z])|(?<=[.?!]” )([\ue000-\ue00d“]*)([a-z])"
)
_PRONOUNS: Final = {
    "m": {"he": "he", "his": "his", "him": "him"},
    "f": {"he": "she", "his": "her", "him": "her"},
    "it": {"he": "it", "his": "its", "him": "it"},
    "they": {"he": "they", "his": "their", "him": "them"},
}
_AT_HEAD: Final = re.compile(
    f"(^[\ue000-\ue00d]*|[ “][\ue000-\ue00d]+){DAY} ?([^{DAY_END}]*){DAY_END}(,? ?)"
)


class Plan(NamedTuple):
    """What a sentence is to say.

    ``chain`` are the publishers that it passed through, nearest the speaker first; ``payload``
    picks the utterance, remark or detail; ``wrong`` holds figures that were got wrong.
    """

    frame: str
    fact: str = ""
    speakers: tuple[str, ...] = ()
    chain: tuple[Publisher, ...] = ()
    act: str = ""
    payload: tuple[int, ...] = ()
    phase: int = 0
    wrong: tuple[tuple[str, int], ...] = ()
    body: str = ""


def utterances_of(plan: Plan) -> tuple[int, ...]:
    """Return which utterances a sentence quotes."""
    return plan.payload[::2] if plan.frame in DIRECT_FRAMES else ()


class Sentence(NamedTuple):
    """A sentence in words; ``text`` is the writing in which it first stood.

    ``names`` are those whom it introduces in full, ``needs`` those whom it takes as known.
    """

    marked: str
    plan: Plan
    text: int
    names: frozenset[str]
    needs: frozenset[str]


Paragraph = tuple[Sentence, ...]


class Pen:
    """Writes one text: remembers whom it has introduced."""

    def __init__(
        self, half: Half, world: World, maker: Publisher, text: int, chance: Random
    ) -> None:
        self.half = half
        self.world = world
        self.maker = maker
        self.text = text
        self.chance = chance
        self.introduced: set[str] = set()
        self._names: set[str] = set()
        self._needs: set[str] = set()
        self._us_named = False

    def take_as_read(self, sentence: Sentence) -> None:
        """Remember whom a sentence written elsewhere introduces."""
        self.introduced |= sentence.names

    def write(self, plan: Plan) -> Sentence:
        """Return a plan in words."""
        self._names, self._needs = set(), set()
        world = self.world
        if plan.frame == "colour":
            marked = render(
                world.kind.lists["colour"][plan.payload[0]],
                world.lists,
                self._event_fill(plan),
                self.chance,
            )
        else:
            frames = self.half.frames[plan.frame]
            if plan.frame == "own" and world.facts[plan.fact].rank == "background":
                frames = self.half.timeless
            frame = frames[int(self.chance.random() * len(frames))]
            marked = render(frame, self.half.frames, _Filling(self, plan), self.chance)
        if DAY in marked:
            marked = settle_days(marked)
        if ". " in marked or "” " in marked or "? " in marked:
            marked = _AFTER_STOP.sub(_raise_letter, marked)
        return Sentence(
            marked, plan, self.text, frozenset(self._names), frozenset(self._needs - self._names)
        )

    def title(self, name: str, phase: int) -> str:
        """Return a headline, standfirst, caption or subhead of the event."""
        kept = set(self.introduced)
        entries = self.world.kind.words[name]
        entry = entries[int(self.chance.random() * len(entries))]
        text = render(
            entry, self.world.lists, self._event_fill(Plan(name, phase=phase)), self.chance
        )
        self.introduced = kept
        return settle_days(text) if DAY in text else text

    def _event_fill(self, plan: Plan) -> _EventFilling:
        return _EventFilling(self, plan)

    def say(self, entries: tuple[Template, ...], plan: Plan) -> str:
        """Return one of an event's entries in words."""
        entry = entries[0]
        if len(entries) > 1:
            entry = self.world.choose_wording(entries, self.chance)
        return render(entry, self.world.lists, _EventFilling(self, plan), self.chance)

    def mention(self, key: str) -> str:
        """Name someone: in full at first, shortly later."""
        being = self.world.beings[key]
        if key in self.introduced:
            if key not in self._names:
                self._needs.add(key)
            shortly = being.kind != "body" or self.chance.random() < _SHORT_BODY
            return being.last if shortly else being.name
        self.introduced.add(key)
        self._names.add(key)
        if being.kind == "body":
            return being.name
        if being.kind == "group":
            names = being.descriptions
            return names[int(self.chance.random() * len(names))]
        if self.chance.random() < (_WORDY_APPOSITION if being.wordy else _APPOSITION):
            after = being.afters[int(self.chance.random() * len(being.afters))]
            return f"{being.name}, {after}{SOFT_COMMA}"
        return f"{being.before} {being.name}"

    def short(self, key: str) -> str:
        """Name someone shortly, in full where nobody has been told who that is."""
        being = self.world.beings[key]
        if being.kind != "body" and key not in self.introduced:
            return self.mention(key)
        if being.kind != "body" and key not in self._names:
            self._needs.add(key)
        return being.last

    def pronoun(self, key: str, form: str) -> str:
        """Return he, she, it or they."""
        being = self.world.beings[key]
        self._needs.add(key)
        return _PRONOUNS[_number_of(being)][form]

    def publisher(self, publisher: Publisher) -> str:
        """Name an outlet or agency: in full at first."""
        key = publisher.id
        if key in self.introduced:
            return publisher.running
        self.introduced.add(key)
        return publisher.name

    def when(self, phase: int) -> str:
        """Return the day on which something was said, or nothing."""
        if self.chance.random() < _NO_DAY:
            return ""
        part = _DAY_PARTS[int(self.chance.random() * len(_DAY_PARTS))]
        return f"{part}{weekday_of(self.world.moments[phase])}"


def _number_of(being: Being) -> str:
    if being.kind == "person":
        return being.sex
    return "they" if being.plural else "it"


class _EventFilling:
    """Fills the slots of an event's templates while a text is written."""

    __slots__ = ("pen", "plan", "wrong")

    def __init__(self, pen: Pen, plan: Plan) -> None:
        self.pen = pen
        self.plan = plan
        self.wrong: Mapping[str, int] = dict(plan.wrong)

    def __call__(self, name: str, form: str) -> str:
        pen = self.pen
        return pen.world.fill(name, form, self.plan.phase, self.wrong, pen.chance, pen.mention)


class _Filling:
    """Fills the slots of a sentence frame."""

    __slots__ = ("pen", "plan")

    def __init__(self, pen: Pen, plan: Plan) -> None:
        self.pen = pen
        self.plan = plan

    def __call__(self, name: str, form: str) -> str:  # noqa: C901, PLR0911, PLR0912 - one slot after the other
        pen, plan = self.pen, self.plan
        kind = pen.world.kind
        match name:
            case "speaker":
                return self._speaker(plan.speakers[0], form)
            case "speaker2":
                return self._speaker(plan.speakers[1], form)
            case "cue":
                return self._cue(form)
            case "fact":
                return pen.say(pen.world.facts[plan.fact].favoured, plan)
            case "quote" | "quote2":
                return self._quote(0 if name == "quote" else 1)
            case "mixed":
                return self._picked(kind.lists["mixed"])
            case "remark":
                return self._picked(kind.remarks[plan.act])
            case "topic":
                return self._topic()
            case "when":
                said = pen.when(plan.phase)
                return f"{DAY} {said}{DAY_END}" if said else DAY + DAY_END
            case "setting":
                return pen.say(kind.words["setting"], plan)
            case "occasion":
                occasions = pen.half.frames["occasion"]
                entry = occasions[int(pen.chance.random() * len(occasions))]
                return render(entry, pen.half.frames, self, pen.chance)
            case "us":
                return pen.publisher(pen.maker)
            case "paper":
                return pen.publisher(plan.chain[-1])
            case "paper2":
                return pen.publisher(plan.chain[-2])
            case _:
                return pen.mention(plan.body)

    def _speaker(self, key: str, form: str) -> str:
        pen = self.pen
        if form == "last":
            return pen.short(key)
        if form in {"he", "his", "him"}:
            return pen.pronoun(key, form)
        if form in {"was", "has"}:
            plural = pen.world.beings[key].plural
            return {"was": ("was", "were"), "has": ("has", "have")}[form][plural]
        return pen.mention(key)

    def _cue(self, form: str) -> str:
        pen, plan = self.pen, self.plan
        rows = pen.half.cues[_cues_of(plan)]
        column = {"": 0, "past": 0, "present": 1, "ing": 2}[form]
        row = rows[int(pen.chance.random() * len(rows))]
        return row[column] if row[column] != "-" else row[0]

    def _picked(self, entries: tuple[Template, ...]) -> str:
        plan = self.plan
        return self.pen.say((entries[plan.payload[0] % len(entries)],), plan)

    def _quote(self, place: int) -> str:
        pen, plan = self.pen, self.plan
        if plan.fact:
            return _as_said(pen.say(pen.world.facts[plan.fact].direct, plan))
        utterance = pen.world.kind.utterances[plan.payload[2 * place]]
        rendering = utterance.renderings[plan.payload[2 * place + 1] % len(utterance.renderings)]
        return _as_said(pen.say((rendering,), plan))

    def _topic(self) -> str:
        facts = self.pen.world.facts
        fact = facts[self.plan.body if self.plan.body in facts else self.plan.fact]
        return self.pen.say(fact.topics, self.plan)


def _cues_of(plan: Plan) -> str:
    frame = plan.frame
    if frame.startswith("remark"):
        complement = {"remark_that": "that", "remark_to": "to", "remark_np": "np"}[frame]
        return f"{plan.act} {complement}"
    if frame in DIRECT_FRAMES:
        return "asserts quote"
    if frame.startswith("retell") or frame == "hearsay":
        return "reports that"
    if frame == "confirm":
        return "confirms that"
    if frame == "deny":
        return "denies that"
    return "asserts that"


def settle_days(marked: str) -> str:
    """Take the space before a day into its mark, and days that were left out away.

    A day at the head of a sentence or of a marked piece stays, since no space stands before it.
    """
    text = _AT_HEAD.sub(lambda f: f[1] + f[2] + (f[3] if f[2] else ""), marked)
    return text.replace(" " + DAY, DAY).replace(DAY + DAY_END, "")


def _as_said(quoted: str) -> str:
    """Return a quotation as a sentence from which no house drops the day."""
    return capitalise(settle_days(quoted).replace(DAY, "").replace(DAY_END, ""))


def _raise_letter(found: re.Match[str]) -> str:
    if found[2]:
        return found[1] + found[2].upper()
    return found[3] + found[4].upper()
