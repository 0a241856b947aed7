"""Dates and authors of WCXB's development articles, beside what people noted of them.

A date is right when it is the day noted. It is wrong when it is another day; a date that is not
told is neither. Authors are compared by name, without titles and degrees; a page whose people noted
no author counts as one on which an author may be invented. htmldate reads the same pages.

The figures are printed for each half of the domains as well: errors of ``seen`` were looked at, of
``unseen`` only sums. What was noted and can not be read is counted and stays in the measure: a day
that stands nowhere in the page, and one that its metadata call the day of its last change.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

import htmldate

from benchmarks.articles.known import KnownPage, half_of, read_wcxb
from benchmarks.articles.main_text import main_article
from benchmarks.gate import Options

_DAY: Final = 10
_BORDER: Final = re.compile(r",|;|&|\||\band\b", re.IGNORECASE)
_ADDED: Final = frozenset("by dr prof md phd ms rd cpa rn mr mrs m d ph".split())
_FEWEST_LETTERS: Final = 3


_CHANGE: Final = re.compile(
    r"(?:dateModified|modified_time|updated_time|lastReviewed)[^0-9]{1,40}(\d{4}-\d\d-\d\d)"
)
"""How pages tell machines when they were changed."""


def stands_in(markup: str, day: date) -> bool:
    """Tell whether a day stands anywhere in a page, in any of its usual spellings.

    >>> stands_in("<p>3rd of March, 2031</p>", date(2031, 3, 3))
    True
    >>> stands_in("<p>13 March 2031, 2031-03-04</p>", date(2031, 3, 3))
    False
    """
    year, month, number = f"{day:%Y}", f"0?{day.month}", f"0?{day.day}"
    name, gap = f"{day:%b}[a-z]{{0,6}}", r"[\s.,/-]{1,3}"
    spellings = (
        f"{day:%Y%m%d}",
        f"{year}[/.-]{month}[/.-]{number}",
        f"{number}[/.-]{month}[/.-]{year[:2]}?{year[2:]}",
        f"{month}[/.-]{number}[/.-]{year[:2]}?{year[2:]}",
        f"{name}{gap}{number}(?:st|nd|rd|th)?{gap}{year}",
        f"{number}(?:st|nd|rd|th)?(?:\\sof)?{gap}{name}{gap}{year}",
    )
    pattern = "|".join(spellings)
    return re.search(rf"(?<!\d)(?:{pattern})(?!\d)", markup, re.IGNORECASE) is not None


def names_of(authors: Iterable[str]) -> frozenset[str]:
    """Return people's names as they are compared: folded, without titles and degrees."""
    found = set()
    for piece in (piece for author in authors for piece in _BORDER.split(author)):
        words = [w for w in re.findall(r"\w+", piece.casefold()) if w not in _ADDED]
        name = " ".join(words)
        if len(name) >= _FEWEST_LETTERS:
            found.add(name)
    return frozenset(found)


class Tally:
    """Counts of one set of pages: dates right, wrong and open; authors found, and invented."""

    def __init__(self) -> None:
        self.days: Counter[str] = Counter()
        self.names: Counter[str] = Counter()

    def add_day(self, told: str | None, wanted: str) -> None:
        """Count a date told against the one noted; pages without one are kept apart."""
        if not wanted:
            self.days["told of none" if told else "open of none"] += 1
            return
        self.days["dated"] += 1
        self.days["open" if not told else "right" if told[:_DAY] == wanted[:_DAY] else "wrong"] += 1

    def add_names(self, told: frozenset[str], wanted: frozenset[str]) -> None:
        """Count authors told against those noted."""
        if not wanted:
            self.names["unsigned"] += 1
            self.names["invented"] += bool(told)
            return
        self.names["right"] += len(told & wanted)
        self.names["told"] += len(told)
        self.names["noted"] += len(wanted)

    def day_share(self, verdict: str) -> float:
        """Return the share of dated pages with a verdict."""
        return self.days[verdict] / max(1, self.days["dated"])

    @property
    def invented(self) -> float:
        """Return the share of pages without an author on which one was told."""
        return self.names["invented"] / max(1, self.names["unsigned"])

    @property
    def author_score(self) -> float:
        """Return the F1 of authors' names."""
        return 2 * self.names["right"] / max(1, self.names["told"] + self.names["noted"])

    def print(self, name: str) -> None:
        """Print the figures of one reader on one set of pages."""
        told, noted = max(1, self.names["told"]), max(1, self.names["noted"])
        print(
            f"  {name:28}dates of {self.days['dated']}: right {self.day_share('right'):.3f} wrong "
            f"{self.day_share('wrong'):.3f} open {self.day_share('open'):.3f}; authors "
            f"P {self.names['right'] / told:.3f} R {self.names['right'] / noted:.3f} "
            f"F1 {self.author_score:.3f}, invented on {self.names['invented']} of "
            + str(self.names["unsigned"])
        )


def _ask_htmldate(page: KnownPage) -> str | None:
    try:
        return htmldate.find_date(
            page.markup, extensive_search=True, original_date=True, url=page.url or None
        )
    except Exception:  # noqa: BLE001 - whatever another program throws, it has told no date
        return None


def why_missed(page: KnownPage) -> str:
    """Return why the day that was noted of a page can not be read as its day; "" where it can."""
    day = page.day[:_DAY]
    if len(day) < _DAY:
        return "is a month, no day"
    if not stands_in(page.markup, date.fromisoformat(day)):
        return "stands nowhere in the page"
    return "is of a change, by the page's metadata" if day in _CHANGE.findall(page.markup) else ""


def measure(options: Options) -> dict[str, float]:
    """Read all pages, print what was told of them, and return what is owed."""
    beside = Tally()
    halves = {"seen": Tally(), "unseen": Tally()}
    ours = Tally()
    missed: Counter[str] = Counter()
    for page in read_wcxb(options.data):
        article = main_article(page)
        told = article.published.value if article is not None else None
        authors = names_of(article.authors if article is not None else ())
        for tally in (ours, halves[half_of(page.url)]):
            tally.add_day(told, page.day)
            tally.add_names(authors, names_of((page.author,)))
        beside.add_day(_ask_htmldate(page), page.day)
        if page.day and (told or "")[:_DAY] != page.day[:_DAY]:
            missed[why_missed(page)] += 1
    print("\ndates and authors, WCXB development articles")
    ours.print("twosource")
    for half, tally in halves.items():
        tally.print(f"twosource, {half} half")
    beside.print("htmldate (dates alone)")
    for reason, count in sorted(missed.items()):
        print(f"  {count} days not told right: the day noted {reason or 'can be read'}")
    return {
        "dates_right": ours.day_share("right"),
        "dates_wrong": ours.day_share("wrong"),
        "authors": ours.author_score,
        "authors_invented": ours.invented,
    } | {
        f"{name}_{half}": figure
        for half, tally in halves.items()
        for name, figure in (
            ("dates_right", tally.day_share("right")),
            ("dates_wrong", tally.day_share("wrong")),
            ("authors", tally.author_score),
            ("authors_invented", tally.invented),
        )
    }
