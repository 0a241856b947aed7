"""All that the press makes of one event: reports, dispatches, retellings, copies, lies.

The texts come in the order in which they are made; a text's parents come before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import Final

from benchmarks.newsroom.copying import (
    Habits,
    cut_to,
    is_passed_on,
    merge,
    print_copy,
    rewrite,
    write_through,
)
from benchmarks.newsroom.desks import Desk, Scene
from benchmarks.newsroom.half import Half
from benchmarks.newsroom.press import Press, Publisher
from benchmarks.newsroom.texts import Text
from benchmarks.newsroom.worlds import PHASES, World
from benchmarks.newsroom.writing import Pen, Plan

_LIVE_EVENTS: Final = 0.15
_REPRINTS: Final = 1.15
"""Exponent of the Pareto law of how many clients print a dispatch: a few by hundreds."""
_LEAST_REPRINTS: Final = 2
_LENGTHS: Final = (9, 22)
_ON_OWN_SITE: Final = 0.12
_LOST_ORIGINALS: Final = 0.1
_LOST_COPIES: Final = 0.05
_VIA: Final = 0.15
_LOST_BEHIND_AGGREGATOR: Final = 0.6
_UPDATED: Final = 0.5
_CORRECTED: Final = 0.06
_LIVE_ENTRIES: Final = (2, 5)
_HOURS_TO_PRINT: Final = 9
_OWN_HEADLINE: Final = 0.5


class Newsroom:
    """Makes the texts of one event after the other; numbers run on."""

    def __init__(self, half: Half, press: Press, habits: Habits, largest: int = 0) -> None:
        """``largest``: the first event of the run has a dispatch with so many reprints."""
        self.half = half
        self.press = press
        self.habits = habits
        self.synonyms = half.synonyms
        self._made = 0
        self._largest = largest
        self._nameless: set[int] = set()

    def number(self) -> int:
        """Return the number of the next text."""
        self._made += 1
        return self._made

    def cover(self, number: int, chance: Random) -> Iterator[Text]:
        """Yield every text about one event, held or not; nothing is printed before its parents."""
        for text in self._cover(number, chance):
            earliest = max((parent.moment for parent in text.parents), default=text.moment)
            delay = timedelta(minutes=5 + int(_HOURS_TO_PRINT * 60 * chance.random() ** 2))
            text.moment = max(text.moment, earliest) + delay
            yield text

    def _cover(self, number: int, chance: Random) -> Iterator[Text]:
        world = World(self.half, self.press.names, number, chance)
        if chance.random() < self.habits.puppets:
            yield from self.spread_lie(
                world,
                chance,
                round(2 * 100 ** chance.random()),
                chance.choice((0.0, 0.3, 0.6, 1.0)),
            )
            return
        scene = Scene(world, chance)
        papers = [
            self._desk(scene, self.press.outlet(chance), 0, chance)
            for _ in range(chance.choices((1, 2, 3, 4), (4, 4, 2, 1))[0])
        ]
        papers = list({desk.maker.id: desk for desk in papers}.values())
        originals: list[Text] = []
        for desk in papers:
            desk.report([])
            originals.append(self._original(desk, chance))
        originals += [
            self._correct(text, chance) for text in originals if chance.random() < _CORRECTED
        ]
        agencies = chance.sample(
            self.press.agencies, min(chance.choices((0, 1, 2, 3), (2, 5, 2, 1))[0], 3)
        )
        dispatches: list[Text] = []
        for agency in agencies:
            desk = self._desk(scene, agency, chance.randrange(2), chance)
            desk.nameless = chance.random() < self.habits.nameless
            desk.report(papers)
            if chance.random() < 0.5:  # noqa: PLR2004 - agencies retell papers half of the time
                desk.retell(chance.choice(papers))
            dispatches.extend(self._dispatches(desk, chance))
            if desk.nameless:
                self._nameless.add(dispatches[-1].root)
            else:
                papers.append(desk)
        yield from originals
        yield from dispatches
        retellings = list(self._retellings(scene, papers, chance))
        yield from retellings
        copies = list(self._copies(originals, dispatches, chance))
        if self._largest and dispatches:
            printers = chance.sample(self.press.outlets, self._largest)
            self._largest = 0
            copies += [c for p in printers for c in self._copy(dispatches[-1], p, chance)]
        yield from copies
        yield from self._merged(originals, dispatches, copies, chance)
        if chance.random() < _LIVE_EVENTS:
            yield from self._live(scene, [*originals, *dispatches], chance)

    def _desk(self, scene: Scene, maker: Publisher, phase: int, chance: Random) -> Desk:
        return Desk(self.half, scene, maker, phase, chance)

    def _original(self, desk: Desk, chance: Random) -> Text:
        text = desk.write(self.number(), desk.phase, chance.randint(*_LENGTHS))
        text.printer = desk.maker
        text.held = chance.random() >= _LOST_ORIGINALS
        return text

    def _dispatches(self, desk: Desk, chance: Random) -> Iterator[Text]:
        """Yield an agency's versions: the first, then write-throughs."""
        text = desk.write(self.number(), desk.phase, chance.randint(*_LENGTHS))
        while True:
            if chance.random() < _ON_OWN_SITE and not desk.nameless:
                text.printer, text.held = desk.maker, True
            yield text
            if text.phase + 1 >= PHASES or chance.random() > _UPDATED:
                return
            text = write_through(desk, text, self.number(), text.phase + 1, chance)

    def _retellings(self, scene: Scene, papers: list[Desk], chance: Random) -> Iterator[Text]:
        """Yield the texts of houses that write their own, from what others told."""
        tellers = list(papers)
        for _ in range(chance.choices((0, 1, 2, 3), (3, 4, 2, 1))[0]):
            desk = self._desk(scene, self.press.outlet(chance), 2, chance)
            if any(desk.maker is other.maker for other in tellers):
                continue
            for paper in chance.sample(tellers, min(len(tellers), chance.randint(1, 2))):
                desk.retell(paper)
            if desk.known:
                tellers.append(desk)
                yield self._original(desk, chance)

    def _copies(
        self, originals: list[Text], dispatches: list[Text], chance: Random
    ) -> Iterator[Text]:
        for dispatch in dispatches:
            clients = self.press.clients[dispatch.maker.id]
            wanted = min(len(clients), int(_LEAST_REPRINTS * chance.paretovariate(_REPRINTS)))
            for client in chance.sample(clients, wanted):
                yield from self._copy(dispatch, client, chance)
        for original in originals:
            for _ in range(chance.choices((0, 1, 2, 4), (6, 2, 1, 1))[0]):
                yield from self._copy(original, self.press.outlet(chance), chance)

    def _copy(self, source: Text, printer: Publisher, chance: Random) -> Iterator[Text]:
        """Yield one house's copy or rewrite, then what is made of that in turn."""
        if printer is source.maker or printer is source.printer:
            return
        habits = self.habits
        if chance.random() < habits.rewrites and source.house is None:
            share = chance.uniform(*habits.changed)
            copy = rewrite(self.half, source, printer, self.number(), share, chance)
        else:
            copy = print_copy(source, printer, self.number(), habits, self.synonyms, chance)
        copy.credits = self._credit((source,), 1 - habits.uncredited, chance)
        if chance.random() < _OWN_HEADLINE:
            pen = Pen(self.half, source.world, source.maker, copy.number, chance)
            copy.headline = pen.title("headline", source.phase)
            copy.standfirst = ""
        copy.held = chance.random() >= _LOST_COPIES
        if chance.random() < _VIA and self.press.aggregators:
            copy.held = chance.random() >= _LOST_BEHIND_AGGREGATOR
            yield copy
            again = print_copy(
                copy, printer, self.number(), habits, self.synonyms, chance, whole=True
            )
            again.via = chance.choice(self.press.aggregators)
            again.credits = copy.credits if chance.random() < 0.5 else ()  # noqa: PLR2004
            again.held = True
            yield again
            return
        yield copy
        if chance.random() < habits.grandchildren:
            yield from self._copy(copy, self.press.outlet(chance), chance)

    def _credit(
        self, sources: tuple[Text, ...], likely: float, chance: Random
    ) -> tuple[Publisher, ...]:
        """Return whom a page names as the makers of what it took, nobody where none is named."""
        if chance.random() >= likely or any(text.root in self._nameless for text in sources):
            return ()
        return tuple(text.maker for text in sources)

    def _merged(
        self, originals: list[Text], dispatches: list[Text], copies: list[Text], chance: Random
    ) -> Iterator[Text]:
        """Yield texts put together from two."""
        printed = {c.root for c in copies if c.held} | {o.number for o in originals if o.held}
        ripe = [t for t in (*originals, *dispatches) if t.root in printed]
        roots = {t.root for t in ripe}
        merges = sum(chance.random() < self.habits.merges for _ in copies)
        for _ in range(merges if len(roots) > 1 else 0):
            first = chance.choice(ripe)
            second = chance.choice([t for t in ripe if t.root != first.root])
            text = merge(first, second, self.press.outlet(chance), self.number(), chance)
            text.credits = self._credit((first, second), 1 - self.habits.uncredited, chance)
            text.held = True
            yield text

    def _correct(self, original: Text, chance: Random) -> Text:
        """Return an outlet's corrected text; the first one had a figure wrong."""
        world = original.world
        stated = [
            s.plan.fact
            for p in original.paragraphs
            for s in p
            if s.plan.fact
            and world.figures_of[s.plan.fact]
            and not is_passed_on(s.plan, original.maker)
        ]
        right = list(original.paragraphs)
        number = self.number()
        pen = Pen(self.half, world, original.maker, number, chance)
        note = Plan("update_note")
        if stated:
            fact = stated[0]
            name = world.figures_of[fact][0]
            value = world.figures[original.phase][name] + chance.randint(1, 9)
            original.paragraphs = [
                tuple(
                    pen.write(s.plan._replace(wrong=((name, value),)))._replace(text=s.text)
                    if s.plan.fact == fact and not is_passed_on(s.plan, original.maker)
                    else s
                    for s in paragraph
                )
                for paragraph in right
            ]
            original.styled.clear()
            note = Plan("correction", fact, phase=original.phase)
        return Text(
            number,
            original.root,
            original.maker,
            world,
            original.phase,
            world.moments[-1],
            original.headline,
            original.standfirst,
            [*right, (pen.write(note),)],
            (original,),
            "revision",
            original.maker,
            held=True,
        )

    def _live(self, scene: Scene, sources: list[Text], chance: Random) -> Iterator[Text]:
        """Yield a live blog: the outlet's own opening, then entries cut from others' texts."""
        outlet = self.press.outlet(chance)
        if any(outlet is t.maker for t in sources):
            return
        opening = self._desk(scene, outlet, 1, chance).write(self.number(), 1, 2)
        opening.printer, opening.live, opening.held = outlet, True, True
        yield opening
        for source in chance.sample(sources, min(len(sources), chance.randint(*_LIVE_ENTRIES))):
            entry = print_copy(
                source, outlet, self.number(), self.habits, self.synonyms, chance, whole=True
            )
            entry.paragraphs = cut_to(entry.paragraphs, 0.15)
            entry.kind, entry.live, entry.held = "partial", True, True
            entry.credits = self._credit((source,), 0.5, chance)
            yield entry

    def spread_lie(
        self, world: World, chance: Random, outlets: int, paraphrased: float
    ) -> Iterator[Text]:
        """Yield one lie on so many puppet outlets, this share of its words changed on each."""
        scene = Scene(world, chance)
        puppets = chance.sample(self.press.puppets, min(outlets, len(self.press.puppets)))
        desk = self._desk(scene, puppets[0], 0, chance)
        desk.report([])
        first = self._original(desk, chance)
        first.held = True
        yield first
        for puppet in puppets[1:]:
            if paraphrased > 0:
                copy = rewrite(self.half, first, puppet, self.number(), paraphrased, chance)
            else:
                copy = print_copy(
                    first, puppet, self.number(), self.habits, self.synonyms, chance, whole=True
                )
            copy.held = True
            yield copy
