"""Dates and authors of WCXB's development articles, beside what was noted of them and judged.

A date is right when it is the day noted. It is wrong when it is another day; a date that is not
told is neither. Authors are compared by name, without titles and degrees; a page whose people noted
no author counts as one on which an author may be invented. htmldate reads the same pages.

The figures come twice: against the notes as they are, which is what is owed, and against what the
pages themselves tell (``judged``). No page is left out of the second: where a page contradicts
itself the note stays, and how many notes were changed, and why, is printed. Both are printed for
each half of the domains as well: errors of ``seen`` were looked at, of ``unseen`` only sums.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

import htmldate

from benchmarks.articles.judged import Judged, read_judged
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

    def add_day(self, told: str | None, wanted: frozenset[str]) -> None:
        """Count a date told against those that are right; pages without one are kept apart."""
        if not wanted:
            self.days["told of none" if told else "open of none"] += 1
            return
        self.days["dated"] += 1
        right = any((told or "")[: len(day)] == day for day in wanted)
        self.days["open" if not told else "right" if right else "wrong"] += 1

    def add_names(
        self, told: frozenset[str], wanted: frozenset[str], may: frozenset[str] = frozenset()
    ) -> None:
        """Count authors told against those wanted; those who ``may`` be told count for nothing."""
        told -= may - wanted
        if not wanted:
            self.names["unsigned"] += not may
            self.names["invented"] += bool(told) and not may
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
            f"{self.day_share('wrong'):.3f} open {self.day_share('open'):.3f}, told of "
            f"{self.days['told of none']} without one; authors "
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


def noted_days(page: KnownPage) -> frozenset[str]:
    """Return the day that was noted of a page."""
    return frozenset((page.day[:_DAY],)) if page.day else frozenset()


def judged_days(page: KnownPage, judged: Judged) -> frozenset[str]:
    """Return the days that a page tells; where it contradicts itself, the day that was noted."""
    return noted_days(page) if judged.told == "open" else judged.days


def why_other_day(page: KnownPage, judged: Judged) -> str:
    """Return why the day that is noted of a page is not the one it tells; "" where it is."""
    noted, told = noted_days(page), judged_days(page, judged)
    if noted <= told and bool(noted) == bool(told):
        return ""
    if not noted:
        return "none was noted, and the page tells one"
    [day] = noted
    if len(day) == _DAY and not stands_in(page.markup, date.fromisoformat(day)):
        return "the day noted stands nowhere in the page"
    if judged.told == "change" or day in _CHANGE.findall(page.markup):
        return "the day noted is of a change"
    return "the page tells another" if told else "the page tells none of its own"


def why_other_authors(page: KnownPage, judged: Judged) -> str:
    """Return why the authors noted of a page are not those it names; "" where they are."""
    noted, wanted = names_of((page.author,)), names_of((judged.authors,))
    if noted == wanted or (noted <= names_of((judged.may,)) and not wanted):
        return ""
    if judged.beside and not wanted:
        return f"a {' or '.join(sorted(judged.beside))} was noted"
    if not noted:
        return "none was noted, and the page names one"
    return "the page names others, or the same otherwise" if wanted else "the page names nobody"


class Measured:
    """What one reader told of all pages, against one kind of truth: altogether, and by halves."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.all = Tally()
        self.halves = {"seen": Tally(), "unseen": Tally()}

    def of(self, page: KnownPage) -> tuple[Tally, Tally]:
        """Return the tallies that a page counts in."""
        return self.all, self.halves[half_of(page.url)]

    def print(self) -> None:
        """Print the figures."""
        self.all.print(self.name)
        for half, tally in self.halves.items():
            tally.print(f"  {half} half")

    def figures(self, prefix: str = "") -> dict[str, float]:
        """Return the figures by their names in the floors."""
        parts = {"": self.all} | {f"_{half}": tally for half, tally in self.halves.items()}
        return {
            f"{prefix}{name}{half}": figure
            for half, tally in parts.items()
            for name, figure in (
                ("dates_right", tally.day_share("right")),
                ("dates_wrong", tally.day_share("wrong")),
                ("authors", tally.author_score),
                ("authors_invented", tally.invented),
            )
        }


def measure(options: Options) -> dict[str, float]:
    """Read all pages, print what was told of them, and return what is owed."""
    noted, told_by_page = Measured("twosource, as noted"), Measured("twosource, as judged")
    beside = {"as noted": Tally(), "as judged": Tally()}
    changed: Counter[str] = Counter()
    judgements = read_judged()
    for page in read_wcxb(options.data):
        judged = judgements[page.name]
        article = main_article(page)
        told = article.published.value if article is not None else None
        authors = names_of(article.authors if article is not None else ())
        for tally in noted.of(page):
            tally.add_day(told, noted_days(page))
            tally.add_names(authors, names_of((page.author,)))
        for tally in told_by_page.of(page):
            tally.add_day(told, judged_days(page, judged))
            tally.add_names(authors, names_of((judged.authors,)), names_of((judged.may,)))
        peer = _ask_htmldate(page)
        beside["as noted"].add_day(peer, noted_days(page))
        beside["as judged"].add_day(peer, judged_days(page, judged))
        changed[f"days: {why_other_day(page, judged)}"] += 1
        changed[f"authors: {why_other_authors(page, judged)}"] += 1
        changed["days: the page contradicts itself, the note stays"] += judged.told == "open"
    print("\ndates and authors, WCXB development articles")
    noted.print()
    told_by_page.print()
    for kind, tally in beside.items():
        tally.print(f"htmldate (dates), {kind}")
    for reason, count in sorted(changed.items()):
        print(f"  {count} notes: {reason if reason[-2:] != ': ' else reason + 'as judged'}")
    return noted.figures() | told_by_page.figures("judged_")
