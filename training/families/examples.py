"""Pairs of articles of which it is known whether they share a text: what the judge learns from.

* **press**: pairs of the simulated press, the half ``build``, plain and hard; others of one event.
* **versions**: neighbouring versions of encyclopaedia articles share a text.
* **edited**: news texts beside what a desk might make of them, by the figures of real copies.
* **one event**: real articles about one event, or near in days and words (ECB+, PolNeAR), that
  share no passage of twenty words of their own; some with a sentence of a third text, a notice or
  a quotation put into both. They share none.

Half of all pages get lines of furniture, as pages have them that a crawler took.
"""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations, pairwise
from pathlib import Path
from random import Random
from typing import Final, NamedTuple

import numpy as np

from benchmarks.families.press import are_related, find_relatives
from benchmarks.families.simulated import read_editions
from benchmarks.newsroom.copying import HABITS, PAIR_EDITS, draw_from
from benchmarks.newsroom.half import open_half
from benchmarks.newsroom.make import make
from twosource.families.collation import collate
from twosource.families.retelling import read_anchors
from twosource.families.witness import read_witness, read_witnesses
from twosource.records import Article, Part, Published, identify
from twosource.text.sentences import sentences

PRESSES: Final = (("hard", 21, 900), ("plain", 22, 900))
A_FAMILY: Final = 8
"""Pairs of one family that are taken, at most."""
COPIED: Final = 20
LEAST: Final = 60
"""Words of a real text that is worth editing."""
_KEPT: Final = ((0.0, 0.1), (0.1, 0.24), (0.25, 0.67), (0.5, 0.85), (0.75, 1.0), (1.0, 1.0))
_EDITED: Final = ((0.0, 0.0), *PAIR_EDITS, (1.0, 0.12))
_SENTENCE: Final = re.compile(r"\S[^\n]*")
_DAYS_NEAR: Final = 3
_DIRTY: Final = 0.5
_MOST_LINES: Final = 14


class Example(NamedTuple):
    """A pair, whether it shares a text, and where it is from."""

    one: Article
    other: Article
    source: str
    derived: bool = False


def make_article(name: str, text: str, published: Published = Published()) -> Article:
    """Return a text as an article, each line a paragraph."""
    parts = tuple(Part("body", m.start(), m.end()) for m in _SENTENCE.finditer(text))
    own = identify("article", name, text)
    return Article(id=own, page=own, text=text, parts=parts, published=published)


def read_press() -> Iterator[Example]:
    """Yield pairs of the simulated press."""
    for habits, seed, pages in PRESSES:
        chance = Random(seed)  # noqa: S311 - the same pairs at every run
        press = read_editions(make("build", seed, pages, HABITS[habits]))
        relatives = find_relatives(press)
        families: defaultdict[str, list[str]] = defaultdict(list)
        for article, places in relatives.items():
            for place in places:
                families[place].append(article)
        for _, members in sorted(families.items()):
            yield from _take(press.articles, members, chance)
        events: defaultdict[str, list[str]] = defaultdict(list)
        for article, event in press.events.items():
            events[event].append(article)
        for _, members in sorted(events.items()):
            pairs = [
                pair
                for pair in combinations(sorted(members), 2)
                if not are_related(frozenset(pair), relatives)
            ]
            for one, other in chance.sample(pairs, min(len(pairs), 4 * A_FAMILY)):
                yield Example(press.articles[one], press.articles[other], "press")


def _take(
    articles: dict[str, Article], members: Iterable[str], chance: Random
) -> Iterator[Example]:
    pairs = list(combinations(sorted(members), 2))
    for one, other in chance.sample(pairs, min(len(pairs), A_FAMILY)):
        yield Example(articles[one], articles[other], "press", derived=True)


def read_versions(data: Path) -> Iterator[Example]:
    """Yield neighbouring versions of encyclopaedia articles."""
    for folder in sorted((data / "families/wikipedia_versions").iterdir()):
        paths = sorted(folder.glob("*.txt"), key=lambda path: int(path.stem))
        read = [make_article(p.stem, p.read_text("utf-8", errors="replace")) for p in paths]
        for one, other in pairwise(read[:3]):
            if one.id != other.id:
                yield Example(one, other, "versions", derived=True)


def read_polnear(data: Path) -> list[Article]:
    """Return PolNeAR's articles; their names say on which day they were printed."""
    paths = sorted((data / "attribution/polnear").rglob("*.txt"))
    return [
        make_article(
            path.stem,
            path.read_text("utf-8", errors="replace"),
            Published(path.name.split("_")[1], "metadata"),
        )
        for path in paths
    ]


def read_ecb(data: Path) -> list[list[Article]]:
    """Return the articles of ECB+, each event's together."""
    events: defaultdict[tuple[int, bool], list[Article]] = defaultdict(list)
    folders = [p for p in (data / "stories/ecbplus").iterdir() if p.name.isdigit()]
    for folder in sorted(folders, key=lambda p: int(p.name)):
        for path in sorted(folder.glob("*.xml")):
            lines: defaultdict[int, list[str]] = defaultdict(list)
            for token in ET.parse(path).getroot().iter("token"):  # noqa: S314 - own data
                lines[int(token.get("sentence", "0"))].append(token.text or "")
            text = "\n".join(" ".join(lines[at]) for at in sorted(lines))
            events[int(folder.name), "plus" in path.name].append(make_article(path.stem, text))
    return [events[key] for key in sorted(events)]


def read_one_event(data: Path, campaign: Sequence[Article]) -> Iterator[Example]:
    """Yield pairs of real articles about one event that are no copies of each other."""
    chance = Random(5)  # noqa: S311 - the same pairs at every run
    for members in read_ecb(data):
        pairs = list(combinations(members, 2))
        for one, other in chance.sample(pairs, min(len(pairs), 12)):
            yield from _part(one, other, chance)
    anchors = {id_: read_anchors(witness) for id_, witness in read_witnesses(campaign).items()}
    days = [date.fromisoformat(a.published.value or "").toordinal() for a in campaign]
    for at, one in enumerate(campaign):
        near = [
            (len(np.intersect1d(anchors[one.id].keys, anchors[other.id].keys)), other)
            for other, day in zip(campaign[at + 1 :], days[at + 1 :], strict=True)
            if abs(day - days[at]) <= _DAYS_NEAR
        ]
        for _, other in sorted(near, key=lambda pair: -pair[0])[:2]:
            yield from _part(one, other, chance)


def _part(one: Article, other: Article, chance: Random) -> Iterator[Example]:
    """Yield a pair that is no copy; sometimes with a sentence or a quotation that both print."""
    shared = collate(read_witness(one), read_witness(other))
    if shared.longest_own >= COPIED:
        return
    yield Example(one, other, "one event")
    borrowed = [
        one.text[start:end]
        for start, end in sentences(one.text, 0, len(one.text))
        if 60 < end - start < 300 and '"' not in one.text[start:end]  # noqa: PLR2004 - characters
    ]
    if borrowed:
        sentence = chance.choice(borrowed)
        line = chance.choice((sentence, f'"{sentence}" he said.'))
        yield Example(one, _insert(other, [line], chance), "one sentence")


def _insert(article: Article, lines: Sequence[str], chance: Random) -> Article:
    """Return an article with lines put between its own."""
    held = article.text.split("\n")
    for line in lines:
        held.insert(chance.randrange(len(held) + 1), line)
    return make_article(article.id, "\n".join(held), article.published)


def edit(
    article: Article, swaps: dict[str, str], fillers: Sequence[str], chance: Random
) -> Article:
    """Return what another house's desk makes of a text: cut, sub-edited, with a new top."""
    lines = [line for line in article.text.split("\n") if line.strip()]
    kept = max(2, round(draw_from(_KEPT, chance) * len(lines)))
    lines = lines[:kept]
    if chance.random() < 0.3:  # noqa: PLR2004 - a write-through: new first lines, others replaced
        lines[0] = chance.choice(fillers)
        for at in range(1, len(lines)):
            if chance.random() < 0.25:  # noqa: PLR2004 - of 10 to 40 % the middle
                lines[at] = chance.choice(fillers)
    if chance.random() < 0.15:  # noqa: PLR2004 - a text of its own with a part of another
        lines = [*chance.choices(fillers, k=2 * len(lines)), *lines]
    rate = draw_from(_EDITED, chance)
    words = re.split(r"(\W+)", "\n".join(lines))
    for at in range(0, len(words), 2):
        if chance.random() < rate:
            words[at] = swaps.get(words[at], "" if chance.random() < 0.5 else words[at] + " now")  # noqa: PLR2004 - dropped or added
    return make_article(f"edited {article.id}", "".join(words), article.published)


def read_edited(articles: Sequence[Article], chance: Random) -> Iterator[Example]:
    """Yield real texts beside what desks might make of them."""
    swaps = dict(open_half("build").synonym_pairs)
    lines = [line for a in articles for line in a.text.split("\n") if len(line.split()) > COPIED]
    for article in articles:
        if len(article.text.split()) >= LEAST:
            one, other = (edit(article, swaps, lines, chance) for _ in range(2))
            yield Example(article, other, "edited", derived=True)
            yield Example(one, other, "edited", derived=True)


def read_wcxb(data: Path) -> list[Article]:
    """Return article texts of WCXB's development pages."""
    found = []
    for path in sorted((data / "articles/wcxb_dev/ground-truth").glob("*.json")):
        truth = json.loads(path.read_text("utf-8"))
        text = truth.get("ground_truth", truth).get("main_content") or ""
        found.append(make_article(path.stem, text))
    return found


def read_furniture() -> list[str]:
    """Return lines that stand around articles on made-up pages."""
    lines = {
        part["text"].replace("\n", " ")
        for edition in make("build", 23, 400)
        for page in edition.pages
        for part in page.page["parts"]
        if part["kind"] in {"teaser", "promotion", "form", "related", "furniture", "reference"}
    }
    return sorted(lines)


def dirty(example: Example, lines: Sequence[str], chance: Random) -> Example:
    """Return a pair with furniture around its texts, the same on both where one house has both."""
    if chance.random() < _DIRTY:
        return example
    few, many = sorted((chance.randrange(_MOST_LINES), chance.randrange(_MOST_LINES)))
    house = chance.sample(lines, few)
    same = chance.random() < 0.1  # noqa: PLR2004 - two pages of one house
    sides = []
    for side in (example.one, example.other):
        around = house if same else chance.sample(lines, many)
        body = "\n".join(side.text[p.start : p.end] for p in side.parts if p.kind == "body")
        half = len(around) // 2
        text = "\n".join([*around[:half], body, *around[half:]])
        made = make_article(side.id, text, side.published)
        sides.append(replace(made, headline=None))
    return example._replace(one=sides[0], other=sides[1])


def read_examples(data: Path) -> Iterator[Example]:
    """Yield all examples."""
    chance = Random(7)  # noqa: S311 - the same examples at every run
    campaign = read_polnear(data)
    lines = read_furniture()
    every = [
        *read_press(),
        *read_versions(data),
        *read_one_event(data, campaign),
        *read_edited(campaign[::2], chance),
        *read_edited(read_wcxb(data)[::2], chance),
    ]
    for example in every:
        yield dirty(example, lines, chance)
