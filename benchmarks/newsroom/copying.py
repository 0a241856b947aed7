"""What houses do to a text that they did not write: print, cut, sub-edit, rewrite, merge, update.

The figures are those measured on 150 pairs of real copies by different publishers (the benchmark
prints what came out beside them).
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from random import Random
from typing import Final

from benchmarks.newsroom.desks import Desk
from benchmarks.newsroom.half import Half
from benchmarks.newsroom.press import Publisher
from benchmarks.newsroom.synonyms import Synonyms
from benchmarks.newsroom.texts import Text
from benchmarks.newsroom.writing import DIRECT_FRAMES, Paragraph, Pen, Plan, Sentence, utterances_of

Quantiles = tuple[tuple[float, float], ...]
PAIR_LENGTHS: Final[Quantiles] = ((0.1, 0.24), (0.25, 0.67), (0.5, 0.85))
"""Real pairs of copies: the shorter one's length over the longer one's."""
PAIR_EDITS: Final[Quantiles] = ((0.29, 0.0), (0.5, 0.005), (0.75, 0.027), (0.9, 0.047))
"""Real pairs of copies: words changed inside the sentences that both have."""
_KEPT: Final[Quantiles] = (
    (0.0, 0.15), (0.06, 0.3), (0.14, 0.62), (0.32, 0.86), (0.55, 0.96), (0.65, 1.0), (1.0, 1.0),
)  # fmt: skip
"""How much one house keeps, drawn so that pairs come out as real ones do."""
_EDITED: Final[Quantiles] = (
    (0.0, 0.0), (0.2, 0.0), (0.55, 0.004), (0.8, 0.012), (0.95, 0.022), (1.0, 0.035),
)  # fmt: skip
"""How many words one house changes, drawn in the same way."""
_OWN_STYLE: Final = 0.35
"""How often a house that changes something prints in its own style."""
_TRIES: Final = 15
_WORD: Final = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALLEST_EDIT: Final = 0.0001
_QUOTING: Final = DIRECT_FRAMES | {"say_partly_quoted"}
_NEARLY_ALL: Final = 0.8


@dataclass(frozen=True, slots=True)
class Habits:
    """How hard copies are to recognise: the difficulty of a run.

    ``rewrites`` is the share of derived texts that are rewritten, with a share of changed words
    between ``changed``; ``merges`` those put together from two; ``cut`` scales how much is cut away
    (1: as measured); ``uncredited`` is the share of copies that do not say whence they come;
    ``nameless`` is the share of dispatches whose agency nobody names, on no copy;
    ``puppets`` the share of events that are one lie on up to 200 outlets.
    """

    name: str = "plain"
    edits: float = 1.0
    cut: float = 1.0
    rewrites: float = 0.06
    changed: tuple[float, float] = (0.2, 0.7)
    merges: float = 0.05
    grandchildren: float = 0.12
    uncredited: float = 0.3
    nameless: float = 0.2
    puppets: float = 0.04


HABITS: Final = {
    "plain": Habits(),
    "hard": Habits(
        "hard", 1.5, 1.3, 0.55, (0.3, 0.75), merges=0.1, grandchildren=0.2, uncredited=0.5
    ),
}
"""The difficulties by name; "hard" brings the mean 3-gram Jaccard of derived pairs to about .30."""


def draw_from(quantiles: Quantiles, chance: Random) -> float:
    """Return a value of a distribution that is given by its quantiles."""
    at = chance.random()
    for (low, value), (high, next_value) in pairwise(quantiles):
        if at <= high:
            return value + (next_value - value) * (at - low) / (high - low)
    return quantiles[-1][1]


def count_words(paragraphs: list[Paragraph]) -> int:
    """Return about how many words paragraphs have."""
    return sum(s.marked.count(" ") + 1 for paragraph in paragraphs for s in paragraph)


def print_copy(
    source: Text,
    printer: Publisher,
    number: int,
    habits: Habits,
    synonyms: Synonyms,
    chance: Random,
    *,
    whole: bool = False,
) -> Text:
    """Return a house's copy of a text: in a style, sub-edited, cut from the bottom."""
    rate = draw_from(_EDITED, chance) * habits.edits
    house = source.house or source.maker.house
    if rate > _SMALLEST_EDIT and chance.random() < _OWN_STYLE:
        house = printer.house
    untouched = source.in_style(house)
    paragraphs = list(untouched) if whole else _cut(untouched, habits, chance)
    if rate > _SMALLEST_EDIT:
        paragraphs = _sub_edit(paragraphs, rate, synonyms, chance)
    kind = "verbatim"
    if len(paragraphs) < len(untouched):
        kind = "cut"
    elif rate > _SMALLEST_EDIT:
        kind = "revision"
    return Text(
        number,
        source.root,
        source.maker,
        source.world,
        source.phase,
        source.moment,
        source.headline,
        source.standfirst,
        paragraphs,
        (source,),
        kind,
        printer,
        house=house,
    )


def _cut(paragraphs: list[Paragraph], habits: Habits, chance: Random) -> list[Paragraph]:
    kept = 1 - min(1.0, (1 - draw_from(_KEPT, chance)) * habits.cut)
    return cut_to(paragraphs, kept)


def cut_to(paragraphs: list[Paragraph], share: float) -> list[Paragraph]:
    """Return the head of a text, about this share of its words, at least one paragraph."""
    wanted = share * count_words(paragraphs)
    kept: list[Paragraph] = []
    words = 0
    for paragraph in paragraphs:
        more = count_words([paragraph])
        if kept and words + more / 2 > wanted:
            break
        kept.append(paragraph)
        words += more
    return kept


def _sub_edit(
    paragraphs: list[Paragraph], rate: float, synonyms: Synonyms, chance: Random
) -> list[Paragraph]:
    edits = max(1, round(rate * count_words(paragraphs)))
    edited = list(paragraphs)
    for _ in range(_TRIES * edits):
        if not edits:
            break
        at = int(chance.random() * len(edited))
        place = int(chance.random() * len(edited[at]))
        sentence = edited[at][place]
        if sentence.plan.frame in _QUOTING:
            continue  # a quotation is not edited
        marked = synonyms.swap_one(sentence.marked, chance)
        edits -= marked != sentence.marked
        edited[at] = (
            *edited[at][:place],
            sentence._replace(marked=marked),
            *edited[at][place + 1 :],
        )
    return edited


def rewrite(
    half: Half, source: Text, printer: Publisher | None, number: int, share: float, chance: Random
) -> Text:
    """Return a text that says the same in other words: about this share of its words is changed.

    Paragraphs are written anew one after the other, in a drawn order, until so many words differ;
    who says what stays, quotations too unless nearly all is to change.
    """
    pen = Pen(half, source.world, source.maker, number, chance)
    whole = share > _NEARLY_ALL
    chosen: dict[int, Paragraph] = {}
    total = count_words(source.paragraphs)
    changed = 0
    for at in chance.sample(range(len(source.paragraphs)), len(source.paragraphs)):
        if changed >= share * total:
            break
        before = source.paragraphs[at]
        after = write_anew(pen, before, whole=whole)
        chosen[at] = after
        changed += _count_changed(before, after)
    paragraphs = [chosen.get(at, paragraph) for at, paragraph in enumerate(source.paragraphs)]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    if share > 0.3 and len(paragraphs) > 4:  # noqa: PLR2004 - a neighbour or two change places
        at = chance.randrange(2, len(paragraphs) - 1)
        paragraphs[at], paragraphs[at + 1] = paragraphs[at + 1], paragraphs[at]
    made = Text(
        number,
        source.root,
        source.maker,
        source.world,
        source.phase,
        source.moment,
        pen.title("headline", source.phase),
        source.standfirst,
        mend_introductions(pen, paragraphs),
        (source,),
        "rewrite",
        printer,
        changed=changed / max(1, total),
    )
    if printer is not None:
        made.paragraphs = made.in_style(printer.house)
        made.house = printer.house
    return made


def write_anew(pen: Pen, paragraph: Paragraph, *, whole: bool = False) -> Paragraph:
    """Return other words for a paragraph.

    Details have no other words and stay, as quotations do; where the whole is to change, details
    go and quotations are rendered otherwise.
    """
    pen.introduced = {key for s in paragraph for key in s.needs}
    written: list[Sentence] = []
    for sentence in paragraph:
        plan = sentence.plan
        if plan.frame == "colour":
            if not whole:
                written.append(sentence)
            continue
        if whole and plan.frame in DIRECT_FRAMES and not plan.fact:
            plan = plan._replace(payload=_other_rendering(plan.payload))
        written.append(pen.write(plan)._replace(text=sentence.text))
    return tuple(written)


def _other_rendering(payload: tuple[int, ...]) -> tuple[int, ...]:
    return tuple(1 - value if place % 2 else value for place, value in enumerate(payload))


def _count_changed(before: Paragraph, after: Paragraph) -> int:
    old = Counter(word for s in before for word in _WORD.findall(s.marked.lower()))
    new = Counter(word for s in after for word in _WORD.findall(s.marked.lower()))
    return sum((new - old).values())


def mend_introductions(pen: Pen, paragraphs: list[Paragraph]) -> list[Paragraph]:
    """Write anew whatever names somebody shortly whom the text has not introduced yet."""
    pen.introduced = set()
    mended: list[Paragraph] = []
    for paragraph in paragraphs:
        out: list[Sentence] = []
        for sentence in paragraph:
            kept = sentence
            if not sentence.needs <= pen.introduced:
                kept = pen.write(sentence.plan)._replace(text=sentence.text)
            pen.take_as_read(kept)
            out.append(kept)
        mended.append(tuple(out))
    return mended


def merge(first: Text, second: Text, printer: Publisher, number: int, chance: Random) -> Text:
    """Return a text put together from two: the larger part of one, then the head of the other."""
    house = printer.house
    head = cut_to(first.in_style(house), chance.uniform(0.45, 0.8))
    words = count_words(head)
    quoted = {u for paragraph in head for s in paragraph for u in utterances_of(s.plan)}
    others = [
        paragraph
        for paragraph in second.in_style(house)
        if not any(u in quoted for s in paragraph for u in utterances_of(s.plan))
    ]
    share = 0.8 * words / max(1, count_words(others))
    tail = cut_to(others, min(0.6, share))
    if count_words(tail) >= words:
        tail = tail[:1]
    return Text(
        number,
        first.root,
        first.maker,
        first.world,
        max(first.phase, second.phase),
        max(first.moment, second.moment),
        first.headline,
        "",
        [*head, *tail],
        (first, second),
        "merged",
        printer,
        house=house,
    )


def write_through(desk: Desk, before: Text, number: int, phase: int, chance: Random) -> Text:
    """Return an agency's next version: a new lede, new figures, 10 to 40 % of it replaced.

    Whatever holds a figure that has grown since is replaced first, so that no old figure of the
    agency's own stands beside the new one.
    """
    pen = Pen(desk.half, desk.world, desk.maker, number, chance)
    size = len(before.paragraphs)
    replaced = {0} | {
        at
        for at, paragraph in enumerate(before.paragraphs)
        if any(_is_outdated(desk, s.plan, phase) for s in paragraph)
    }
    wanted = max(1, round(chance.uniform(0.1, 0.4) * size))
    others = [at for at in range(size) if at not in replaced]
    replaced.update(chance.sample(others, min(len(others), max(0, wanted - len(replaced)))))
    paragraphs = []
    for at, paragraph in enumerate(before.paragraphs):
        if at in replaced and all(s.plan.frame != "colour" for s in paragraph):
            pen.introduced = {key for s in paragraph for key in s.needs}
            paragraphs.append(
                tuple(
                    pen.write(
                        s.plan if is_passed_on(s.plan, desk.maker) else s.plan._replace(phase=phase)
                    )
                    for s in paragraph
                )
            )
        else:
            paragraphs.append(paragraph)
    return Text(
        number,
        before.root,
        before.maker,
        before.world,
        phase,
        before.world.moments[phase],
        pen.title("headline", phase),
        pen.title("standfirst", phase) if before.standfirst else "",
        mend_introductions(pen, paragraphs),
        (before,),
        "revision",
    )


def _is_outdated(desk: Desk, plan: Plan, now: int) -> bool:
    """Tell whether a sentence holds figures of the agency's own finding that have grown since."""
    world = desk.world
    return (
        bool(plan.fact)
        and not is_passed_on(plan, desk.maker)
        and world.figures_at(plan.fact, plan.phase) != world.figures_at(plan.fact, now)
    )


def is_passed_on(plan: Plan, maker: Publisher) -> bool:
    """Tell whether a house has a sentence from another one: it stays as it was told."""
    return any(publisher is not maker for publisher in plan.chain)
