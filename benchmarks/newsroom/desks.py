"""What a desk knows of an event, from whom, and the text that it writes of it.

What a maker knows of a fact, and through whom, is drawn once for each event and holds for all its
texts, so that nobody is heard under two descriptions by one house (product.md: unnamed voices
behind one relay are one).
"""

from __future__ import annotations

from random import Random
from typing import Final

from benchmarks.newsroom.asked import REMARKS
from benchmarks.newsroom.beings import Being
from benchmarks.newsroom.half import Fact, Half
from benchmarks.newsroom.press import Publisher
from benchmarks.newsroom.texts import Text
from benchmarks.newsroom.worlds import World
from benchmarks.newsroom.writing import Paragraph, Pen, Plan, utterances_of

_KNOWS_MAIN: Final = 0.85
_KNOWS_FURTHER: Final = 0.5
_GOES_ON: Final = 0.3
_NAMES_ITS_SOURCE: Final = 0.75
"""How often a house that retells a paper also tells whom the paper cited."""
_WAYS: Final = (
    ("named", 0.36),
    ("body", 0.12),
    ("unnamed", 0.14),
    ("both", 0.08),
    ("two", 0.1),
    ("seen", 0.05),
    ("own", 0.06),
    ("hearsay", 0.04),
    ("cites", 0.05),
)
_FREE: Final = 0.3
"""How free an entry is that is drawn evenly; those with more fixed words come later."""
_REFUSALS: Final = (("decline", 5), ("no_response", 3), ("no_knowledge", 1), ("refer", 1))
_TAKES_REFUSAL: Final = 0.6
_STANDFIRST: Final = 0.5
_REFUSES: Final = "refusal"
_ENDS_THERE: Final = frozenset(("retell", "retell_deep", "say_two_quotes"))
"""Frames after which the speaker does not go on."""


class Scene:
    """What all desks meet at one event: what was said to everybody, who refuses, who denies."""

    def __init__(self, world: World, chance: Random) -> None:
        self.world = world
        beings = list(world.beings.values())
        named = [b for b in beings if b.kind == "person"]
        self.utterances: list[tuple[int, str]] = []
        for place, utterance in enumerate(world.kind.utterances):
            able = [b for b in named if not utterance.by or b.key in utterance.by]
            if able:
                self.utterances.append((place, chance.choice(able).key))
        chance.shuffle(self.utterances)
        mains = [fact for fact in world.kind.facts if fact.rank == "main"]
        self.refusals = self._draw_refusals(beings, mains, chance)
        self.denial = self._draw_denial(beings, mains, chance)
        self.unused = {
            name.removeprefix("remarks "): _shuffled(fixed, chance)
            for name, fixed in world.kind.fixed.items()
        }

    def _draw_refusals(self, beings: list[Being], mains: list[Fact], chance: Random) -> list[Plan]:
        refusals: list[Plan] = []
        nodes: set[str] = set()
        for being in chance.sample(beings, len(beings)):
            if being.kind == "group" or being.node in nodes or len(refusals) == 2:  # noqa: PLR2004
                continue
            unknown = [fact.key for fact in mains if being.node not in self._telling(fact)]
            if not unknown:
                continue
            nodes.add(being.node)
            frame = chance.choices([f for f, _ in _REFUSALS], [w for _, w in _REFUSALS])[0]
            topic = chance.choice(unknown)
            bodies = [b.key for b in beings if b.kind == "body" and b.node != being.node]
            refusals.append(
                Plan(
                    frame,
                    speakers=(being.key,),
                    act=_REFUSES,
                    body=chance.choice(bodies) if frame == "refer" and bodies else topic,
                )
            )
        return [r for r in refusals if r.frame != "refer" or r.body in self.world.beings]

    def _draw_denial(self, beings: list[Being], mains: list[Fact], chance: Random) -> Plan | None:
        fact = chance.choice(mains)
        silent = {self.world.beings[r.speakers[0]].node for r in self.refusals}
        silent |= self._telling(fact)
        able = [b for b in beings if b.kind != "group" and b.node not in silent]
        if not able or chance.random() < 0.5:  # noqa: PLR2004 - half of all events
            return None
        return Plan("deny", fact.key, (chance.choice(able).key,))

    def _telling(self, fact: Fact) -> set[str]:
        """Return those who may tell a fact: they neither deny it nor refuse to speak of it."""
        return {self.world.beings[key].node for key in fact.knowers}


def _shuffled(fixed: tuple[float, ...], chance: Random) -> list[int]:
    """Return an order in which entries are used up, from the last: freer ones rather sooner."""
    drawn = [(chance.random() ** (_FREE + runs), place) for place, runs in enumerate(fixed)]
    return [place for _, place in sorted(drawn)]


class Desk:
    """One maker at one event: what it knows, and the texts that it has written.

    A ``nameless`` one never names itself: its texts do not say who was told, or who saw it.
    """

    def __init__(
        self, half: Half, scene: Scene, maker: Publisher, phase: int, chance: Random
    ) -> None:
        self.half = half
        self.scene = scene
        self.world = scene.world
        self.maker = maker
        self.phase = phase
        self.chance = chance
        self.known: dict[str, tuple[Plan, ...]] = {}
        self.nameless = False

    def report(self, papers: list[Desk]) -> None:
        """Find things out: ask around, see for oneself, hear a person cite a paper."""
        for fact in self.world.kind.facts:
            if fact.rank == "background":
                continue
            likely = _KNOWS_MAIN if fact.rank == "main" else _KNOWS_FURTHER
            if self.chance.random() < likely:
                self.known[fact.key] = self._ask(fact, papers)

    def _ask(self, fact: Fact, papers: list[Desk]) -> tuple[Plan, ...]:
        chance = self.chance
        beings = [self.world.beings[key] for key in fact.knowers]
        people = [b.key for b in beings if b.kind == "person"]
        bodies = [b.key for b in beings if b.kind == "body"]
        groups = [b.key for b in beings if b.kind == "group"]
        way = chance.choices([w for w, _ in _WAYS], [p for _, p in _WAYS])[0]
        plan = Plan("say_that", fact.key, phase=self.phase)
        named = people or bodies
        if way == "own" or not beings:
            return (plan._replace(frame="own"),)
        if way == "hearsay":
            return (plan._replace(frame="hearsay"),)
        if way == "seen" and not self.nameless:
            return (plan._replace(frame="seen"),)
        if way == "cites" and named:
            told = [p for p in papers if fact.key in p.known and p.maker is not self.maker]
            told = [p for p in told if p.known[fact.key][0].frame != "seen"]
            if told:
                paper = chance.choice(told)
                return (
                    plan._replace(
                        frame="cites",
                        speakers=(chance.choice(named),),
                        chain=(paper.maker,),
                        phase=paper.phase,
                    ),
                )
        if way in {"both", "two"}:
            pair = self._two_nodes(people + bodies)
            if pair and way == "both":
                return (plan._replace(frame="say_both", speakers=pair),)
            if pair:
                return (self._say(plan, pair[0]), plan._replace(frame="confirm", speakers=pair[1:]))
        if way == "unnamed" and groups:
            return (plan._replace(frame="say_unnamed", speakers=(chance.choice(groups),)),)
        if way == "body" and bodies:
            return (self._say(plan, chance.choice(bodies)),)
        if named:
            return (self._say(plan, chance.choice(named)),)
        return (plan._replace(frame="say_unnamed", speakers=(groups[0],)),)

    def _two_nodes(self, keys: list[str]) -> tuple[str, str] | None:
        chosen = self.chance.sample(keys, len(keys))
        for key in chosen[1:]:
            if self.world.beings[key].node != self.world.beings[chosen[0]].node:
                return chosen[0], key
        return None

    def _say(self, plan: Plan, key: str) -> Plan:
        draw = self.chance.random()
        person = self.world.beings[key].kind == "person"
        if draw < 0.2 and person and not self.nameless:  # noqa: PLR2004 - first-hand conversations
            return plan._replace(frame="say_to_us", speakers=(key,), chain=(self.maker,))
        if draw < 0.4 and person:  # noqa: PLR2004 - the fact in the speaker's own words
            return plan._replace(frame="say_quote", speakers=(key,))
        return plan._replace(speakers=(key,))

    def retell(self, paper: Desk) -> None:
        """Take facts from another house, naming it and, mostly, those whom it cited."""
        for fact, plans in sorted(paper.known.items()):
            if self.chance.random() < 0.7 and fact not in self.known:  # noqa: PLR2004
                told = retold(plans[0], paper.maker, self.chance)
                if told is not None:
                    self.known[fact] = (told,)

    def write(self, number: int, moment_phase: int, papers: int) -> Text:
        """Return the desk's text at a stage of the event; ``papers`` is about its length."""
        chance = self.chance
        pen = Pen(self.half, self.world, self.maker, number, chance)
        paragraphs = self._compose(pen, papers)
        return Text(
            number,
            number,
            self.maker,
            self.world,
            moment_phase,
            self.world.moments[moment_phase],
            pen.title("headline", moment_phase),
            pen.title("standfirst", moment_phase) if chance.random() < _STANDFIRST else "",
            paragraphs,
        )

    def _compose(self, pen: Pen, length: int) -> list[Paragraph]:
        chance, scene = self.chance, self.scene
        mains = [f.key for f in self.world.kind.facts if f.rank == "main" and f.key in self.known]
        others = [key for key in self.known if key not in mains]
        chance.shuffle(mains)
        chance.shuffle(others)
        plans = [plan for key in mains for plan in self.known[key]]
        rest = [plan for key in others for plan in self.known[key]]
        rest += self._aside(length - len(plans) - len(rest))
        rest += [
            r._replace(phase=self.phase) for r in scene.refusals if chance.random() < _TAKES_REFUSAL
        ]
        if scene.denial is not None and scene.denial.fact in self.known and chance.random() < 0.7:  # noqa: PLR2004
            denied = self.known[scene.denial.fact][0]
            rest.append(scene.denial._replace(phase=denied.phase, chain=denied.chain))
        chance.shuffle(rest)
        head = 1 + int(chance.random() * 2)
        ordered = plans[:head] + _interleave(plans[head:], rest, chance)
        used = {u for plan in ordered for u in utterances_of(plan)}
        spoken = [utterance for utterance in scene.utterances if utterance[0] not in used]
        paragraphs = []
        while ordered:
            plan = ordered.pop(0)
            paragraphs.append(self._paragraph(pen, plan, ordered, spoken))
        return paragraphs

    def _aside(self, wanted: int) -> list[Plan]:
        """Return quotations, remarks, details and background to fill a text."""
        chance = self.chance
        backgrounds = [f.key for f in self.world.kind.facts if f.rank == "background"]
        chance.shuffle(backgrounds)
        spoken = list(self.scene.utterances)
        chance.shuffle(spoken)
        plans: list[Plan] = []
        while len(plans) < wanted:
            draw = chance.random()
            plan: Plan | None
            if draw < 0.38 and spoken:  # noqa: PLR2004 - shares of what fills a text
                plan = self._quote(spoken)
            elif draw < 0.68:  # noqa: PLR2004
                plan = self._remark()
            elif draw < 0.73:  # noqa: PLR2004
                plan = self._unused("colour", Plan("colour"))
            elif draw < 0.95 and backgrounds:  # noqa: PLR2004
                plan = Plan("own", backgrounds.pop(), phase=self.phase)
            else:
                plan = Plan("link", phase=self.phase)
            if plan is None and not spoken and not backgrounds:
                break
            if plan is not None:
                plans.append(plan)
        return plans

    def _quote(self, spoken: list[tuple[int, str]]) -> Plan:
        chance = self.chance
        place, key = spoken.pop()
        payload = (place, int(chance.random() * 2))
        if chance.random() < 0.25:  # noqa: PLR2004 - some quotations come in two pieces
            for other in spoken:
                if other[1] == key:
                    spoken.remove(other)
                    more = (*payload, other[0], int(chance.random() * 2))
                    return Plan("say_two_quotes", "", (key,), payload=more, phase=self.phase)
        return Plan("say_quote", "", (key,), payload=payload, phase=self.phase)

    def _remark(self) -> Plan | None:
        chance = self.chance
        beings = list(self.world.beings.values())
        being = beings[int(chance.random() * len(beings))]
        if chance.random() < 0.15:  # noqa: PLR2004 - partly quoted
            return self._unused("mixed", Plan("say_partly_quoted", "", (being.key,)))
        acts = sorted(REMARKS)
        act = acts[int(chance.random() * len(acts))]
        return self._unused(act, Plan(REMARKS[act], "", (being.key,), act=act))

    def _unused(self, what: str, plan: Plan) -> Plan | None:
        """Return a plan for something that no other text of the event has used."""
        left = self.scene.unused[what]
        if not left:
            return None
        return plan._replace(payload=(left.pop(),), phase=self.phase)

    def _paragraph(
        self, pen: Pen, plan: Plan, ahead: list[Plan], spoken: list[tuple[int, str]]
    ) -> Paragraph:
        """Return a plan in words, and perhaps what else its speaker said, each thing once.

        What is gone on with is taken from what lies ``ahead`` in the text, or was ``spoken``.
        """
        sentences = [pen.write(plan)]
        one = len(plan.speakers) == 1 and plan.act != _REFUSES
        if one and plan.frame not in _ENDS_THERE and self.chance.random() < _GOES_ON:
            for other in ahead:
                if other.frame == "say_that" and other.speakers == plan.speakers:
                    ahead.remove(other)
                    return (*sentences, pen.write(other._replace(frame="more_that")))
            able = [utterance for utterance in spoken if utterance[1] == plan.speakers[0]]
            if able:
                said = self.chance.choice(able)
                spoken.remove(said)
                payload = (said[0], int(self.chance.random() * 2))
                more = Plan("more_quote", "", plan.speakers, payload=payload, phase=plan.phase)
                sentences.append(pen.write(more))
        return tuple(sentences)


def retold(plan: Plan, paper: Publisher, chance: Random) -> Plan | None:
    """Return how another house passes on what a paper told, or None where it would not."""
    frame = plan.frame
    if frame in {"seen", "cites"}:
        return None
    names = bool(plan.speakers) and chance.random() < _NAMES_ITS_SOURCE
    bare = plan._replace(frame="retell_bare", speakers=(), chain=(paper,), payload=())
    if frame in {"retell", "retell_deep"}:
        before = plan.chain[-1]
        if names and frame == "retell" and before is not paper:
            return plan._replace(frame="retell_deep", chain=(before, paper))
        return bare
    if names:
        return plan._replace(frame="retell", speakers=plan.speakers[:1], chain=(paper,), payload=())
    return bare


def _interleave(first: list[Plan], second: list[Plan], chance: Random) -> list[Plan]:
    """Mix two lists, each in its order, the first mostly earlier."""
    mixed: list[Plan] = []
    first, second = first[::-1], second[::-1]
    while first or second:
        take_first = bool(first) and (not second or chance.random() < 0.6)  # noqa: PLR2004
        mixed.append((first if take_first else second).pop())
    return mixed
