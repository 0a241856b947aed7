"""Several articles on a page: pages joined from real articles, in layouts that were held out.

Each fold sets the articles and the furniture of its own domains in its own group of layouts, as
text and as HTML, and reads them with a net and trees that were trained on neither. An
article counts when its words and those of one article read overlap by .8 (F1), one to one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple
from zlib import crc32

from benchmarks.articles.flattened import learned_folds, page_of, reading_lines_with, texts_of
from benchmarks.articles.flattening import flatten
from benchmarks.articles.joining import (
    GROUPS,
    Joined,
    Story,
    Surroundings,
    join,
    print_markup,
    print_text,
    truth_of,
)
from benchmarks.articles.known import FOLDS, KnownPage, domain_of, fold_of, overlap, read_wcxb
from benchmarks.articles.main_text import fold_forests, reading_with
from benchmarks.gate import Options
from training.lines.aligning import find_body
from twosource.articles.blocks import read_lines
from twosource.articles.evidence import look_at

_ALIKE: Final = 0.8
_STORY_WORDS: Final = 120
_ABOVE: Final = 60
_BELOW: Final = 100
_PAGES: Final = 12
"""Pages of each layout and fold: two thirds text, one third HTML."""


class Count(NamedTuple):
    """Articles right, read and there; pages with the right number, and pages."""

    right: int = 0
    read: int = 0
    there: int = 0
    numbered: int = 0
    pages: int = 0

    def plus(self, other: Count) -> Count:
        """Return the sum of two counts."""
        return Count(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def score(self) -> float:
        """Return the F1 of articles."""
        return 2 * self.right / max(1, self.read + self.there)

    @property
    def right_number(self) -> float:
        """Return the share of pages on which as many articles were read as there are."""
        return self.numbered / max(1, self.pages)


def pools_of(pages: Sequence[KnownPage]) -> list[tuple[list[Story], Surroundings]]:
    """Return, for each fold, what its pages give: articles, and furniture above and below them."""
    stories: list[list[Story]] = [[] for _ in range(FOLDS)]
    above: list[list[list[str]]] = [[] for _ in range(FOLDS)]
    below: list[list[list[str]]] = [[] for _ in range(FOLDS)]
    for known in pages:
        fold = fold_of(known.url)
        paragraphs = tuple(row.strip() for row in known.main.split("\n") if row.strip())
        if known.title and sum(len(row.split()) for row in paragraphs) >= _STORY_WORDS:
            house = _house(known)
            stories[fold].append(Story(known.title, known.author, known.day, house, paragraphs))
        over, under = _furniture_of(known)
        above[fold] += [over] if over else []
        below[fold] += [under] if under else []
    return [(stories[k], Surroundings(above[k], below[k])) for k in range(FOLDS)]


def _furniture_of(known: KnownPage) -> tuple[list[str], list[str]]:
    """Return the lines above a page's article and below it."""
    lines = [look_at(block) for block in read_lines(flatten(known.markup))]
    texts = [line.block.text for line in lines]
    body = [i for i, is_body in enumerate(find_body(lines, known.main)) if is_body]
    if not body:
        return [], []
    heads = [i for i in range(body[0]) if texts[i] == known.title]
    if known.title and not heads:
        return [], texts[body[-1] + 1 :][:_BELOW]
    return texts[: heads[0] if heads else body[0]][-_ABOVE:], texts[body[-1] + 1 :][:_BELOW]


def _house(known: KnownPage) -> str:
    domain = domain_of(known.url)
    name = domain.partition(".")[0].title()
    return (name, f"The {name} Gazette", f"{name} News", domain)[crc32(known.name.encode()) % 4]


def make_pages(
    pools: Sequence[tuple[list[Story], Surroundings]],
) -> Iterator[tuple[int, Joined, str, bool]]:
    """Yield the pages of all folds: the fold, the page, how it is printed, whether as HTML."""
    for fold, (stories, around) in enumerate(pools):
        for layout in GROUPS[fold]:
            for number in range(_PAGES):
                seed = crc32(f"{fold}/{layout}/{number}/test".encode())
                page = join(layout, stories, around, seed)
                html = number % 3 == 2  # noqa: PLR2004 - every third
                yield fold, page, (print_markup if html else print_text)(page, seed), html


def count_articles(found: Sequence[str], wanted: Sequence[str]) -> Count:
    """Return how many of the articles there are were read, one to one."""
    pairs = sorted(
        ((overlap(a, b), i, j) for i, a in enumerate(found) for j, b in enumerate(wanted)),
        reverse=True,
    )
    ours: set[int] = set()
    theirs: set[int] = set()
    for likeness, i, j in pairs:
        if likeness >= _ALIKE and i not in ours and j not in theirs:
            ours.add(i)
            theirs.add(j)
    return Count(len(ours), len(found), len(wanted), int(len(found) == len(wanted)), 1)


def measure(options: Options) -> dict[str, float]:
    """Return the figures of joined pages, and print them for each layout."""
    folds, trees = learned_folds(), fold_forests()
    layouts: dict[str, Count] = defaultdict(Count)
    kinds = {"text": Count(), "HTML": Count()}
    for fold, page, printed, html in make_pages(pools_of([*read_wcxb(options.data)])):
        with reading_lines_with(folds[fold]), reading_with(trees[fold]):
            one = count_articles(texts_of(page_of(printed, html=html)), truth_of(page))
        layouts[page.layout] = layouts[page.layout].plus(one)
        kind = "HTML" if html else "text"
        kinds[kind] = kinds[kind].plus(one)
    for layout, count in sorted(layouts.items()):
        print(f"  {layout:<15} F1 {count.score:.3f}  right number {count.right_number:.3f}")
    whole = kinds["text"].plus(kinds["HTML"])
    return {
        "joined_f1": whole.score,
        "joined_right_number": whole.right_number,
        "joined_f1_text": kinds["text"].score,
        "joined_f1_html": kinds["HTML"].score,
        "joined_right_number_text": kinds["text"].right_number,
        "joined_right_number_html": kinds["HTML"].right_number,
    }
