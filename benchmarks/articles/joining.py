"""Pages on which several whole articles stand, joined from single ones in many layouts.

A layout says how a kind of page sets its articles one below the other: what stands above the first,
what head and tail each has, what stands between two. Articles and page furniture are given (they
come from real pages); what a layout itself says ("Related articles", "Result 3 of 20") is here.
A page comes as rows of known kind and article, and is printed as text or as HTML.
"""

from __future__ import annotations

import html
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Final, NamedTuple

OUTSIDE: Final = -1
_SOME_DAY: Final = date(2024, 1, 1)
_FURTHER: Final = ("More from this section", "Related stories", "Read next", "You may also like")
_SECTIONS: Final = ("Politics", "World", "Business", "Culture", "Sport", "Science")
_MOST_ARTICLES: Final = 6
_OTHERS: Final = 12
"""Further stories, of which a page prints headlines only."""


class Story(NamedTuple):
    """An article to be set on a page; empty strings where its own page said nothing."""

    title: str
    author: str
    day: str
    outlet: str
    paragraphs: tuple[str, ...]

    def when(self) -> date:
        """Return the day that the story is printed with."""
        try:
            return date.fromisoformat(self.day[:10])
        except ValueError:
            return _SOME_DAY


class Surroundings(NamedTuple):
    """Furniture of real pages: runs of lines from above articles, and from below them."""

    above: Sequence[Sequence[str]]
    below: Sequence[Sequence[str]]


class Row(NamedTuple):
    """A line of a joined page: the kind of its part, its text, and whose it is (or OUTSIDE)."""

    kind: str
    text: str
    article: int = OUTSIDE


@dataclass(slots=True)
class _Setter:
    """Sets a page row by row; what a layout chooses once for a page is kept in ``chosen``."""

    chance: random.Random
    stories: Sequence[Story]
    others: Sequence[Story]
    around: Surroundings
    rows: list[Row] = field(default_factory=list)
    chosen: dict[str, str] = field(default_factory=dict)

    def choose(self, name: str, *choices: str) -> str:
        return self.chosen.setdefault(name, self.chance.choice(choices))

    def maybe(self, share: float) -> bool:
        return self.chance.random() < share

    def say(self, kind: str, text: str, article: int = OUTSIDE) -> None:
        for line in text.split("\n"):
            if line.strip():
                self.rows.append(Row(kind, line.strip(), article))

    def furnish(self, runs: Sequence[Sequence[str]], most: int, *, end: bool = False) -> None:
        """Print up to ``most`` lines of a real page's furniture."""
        if not runs or not most:
            return
        run = self.chance.choice(runs)
        size = self.chance.randint(1, most)
        for line in run[-size:] if end else run[:size]:
            self.say("furniture", line)

    def top(self, most: int = 40) -> None:
        self.furnish(self.around.above, most, end=True)

    def bottom(self, most: int = 60) -> None:
        self.furnish(self.around.below, most)

    def break_off(self, most: int = 12) -> None:
        """Print furniture between two articles: what stands below real articles, cut short."""
        self.furnish(self.around.below, most)

    def teasers(self, low: int, high: int, article: int = OUTSIDE) -> None:
        for story in self.chance.sample(self.others, min(len(self.others), self._count(low, high))):
            self.say("related" if article >= 0 else "teaser", story.title, article)
            if article < 0 and self.maybe(0.2):
                self.say("teaser", self.date(story, loose=True))

    def _count(self, low: int, high: int) -> int:
        return self.chance.randint(low, high)

    def date(self, story: Story, *, loose: bool = False) -> str:
        """Return a story's date as this page prints dates."""
        shapes = ["%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%d/%m/%Y", "%a %d %b %Y", "%b. %d, %Y"]
        if loose and self.maybe(0.4):
            number = self.chance.randint(2, 20)
            return f"{number} {self.choose('ago', 'hours ago', 'days ago', 'h ago')}"
        day = story.when()
        shown = day.strftime(self.choose("date", *shapes)).replace(" 0", " ")
        opening = self.choose("dated", "", "", "", "Published: ", "Posted on ", "Updated ")
        clock = f"{self.chance.randint(0, 23):02}:{self.chance.randint(0, 59):02}"
        closing = self.choose("clocked", "", "", "", " {}", ", {} GMT", " at {}").format(clock)
        return f"{opening}{shown}{closing}"

    def byline(self, story: Story) -> str:
        shape = self.choose(
            "byline", "By {}", "{}", "by {}", "Written by {}", "BY {}", "Author: {}"
        )
        return shape.format(story.author.upper() if shape.startswith("BY") else story.author)

    def body(
        self, number: int, *, most: int = 0, inner: float = 0.0, first: str = "", last: str = ""
    ) -> None:
        """Print an article's paragraphs, ``most`` words at most, with what stands inside it."""
        story = self.stories[number]
        words = 0
        kept = []
        for paragraph in story.paragraphs:
            kept.append(paragraph)
            words += len(paragraph.split())
            if most and words >= most:
                break
        if self.choose("run-in", "no", "no", "no", "no", "yes") == "yes":
            # Some houses print a whole text as one paragraph.
            kept = [" ".join(kept)]
        for place, paragraph in enumerate(kept):
            text = (
                f"{first if place == 0 else ''}{paragraph}{last if place == len(kept) - 1 else ''}"
            )
            self.say("body", text, number)
            if place + 1 < len(kept) and self.maybe(inner):
                self.interrupt(number)

    def interrupt(self, number: int) -> None:
        """Print what stands between two paragraphs of one article and is not of it."""
        kind = self.chance.randrange(4)
        other = self.chance.choice(self.others)
        if kind == 0:
            label = self.choose("also", "Read also: {}", "RELATED: {}", "See also: {}", "More: {}")
            self.say("related", label.format(other.title), number)
        elif kind == 1:
            self.say("furniture", self.choose("ad", "Advertisement", "ADVERTISEMENT", "Ad"), number)
        elif kind == 2:  # noqa: PLR2004
            house = self.choose("photo", "Getty Images", "Handout", "File photo", "AP Photo")
            opening = " ".join(other.paragraphs[0].split()[:14]) if other.paragraphs else "Archive"
            self.say("caption", f"{opening.rstrip('.,;:')}. {house}", number)
        else:
            self.say(
                "related", self.choose("next", "Read more", "Keep reading", "Don't miss"), number
            )
            self.say("related", other.title, number)


Layout = Callable[[_Setter], None]


def _gathered(page: _Setter) -> None:
    """An aggregator's page: the article opened, and whole articles of other papers below it."""
    page.top(25)
    for i, story in enumerate(page.stories):
        if i == 1:
            page.break_off(8)
            page.say(
                "furniture", page.choose("label", "Related Articles", "Recommended", "More news")
            )
        page.say("headline", story.title, i)
        if page.choose("twice", "yes", "yes", "no") == "yes":
            page.say("headline", story.title, i)
        page.say("furniture", story.outlet, i)
        page.say("date", page.date(story, loose=True), i)
        if page.choose("third", "yes", "no") == "yes":
            page.say("headline", story.title, i)
        page.body(i, most=0 if i == 0 else 260, inner=0.05)
    page.bottom()


def _related_below(page: _Setter) -> None:
    """A paper's article, full, and further full articles of the same paper below it."""
    page.top()
    for i, story in enumerate(page.stories):
        if i == 1:
            page.say("furniture", page.choose("label", *_FURTHER))
        page.say("headline", story.title, i)
        if story.author:
            page.say("byline", page.byline(story), i)
        page.say("date", page.date(story), i)
        page.body(i, inner=0.08)
        page.break_off(6)
    page.bottom()


def _digest(page: _Setter) -> None:
    """A morning digest: short articles under headlines, without date or byline."""
    page.top(15)
    page.say(
        "furniture", page.choose("head", "Morning briefing", "Today's digest", "The day in brief")
    )
    for i, story in enumerate(page.stories):
        page.say("headline", story.title, i)
        page.body(i, most=page.chance.randint(60, 180))
        if page.choose("more", "yes", "no") == "yes":
            page.say(
                "furniture", page.choose("full", "Read more", "Full story", "Read full article")
            )
    page.bottom(25)


def _live(page: _Setter) -> None:
    """A live blog: entries with their time, some with a headline, each an article of its own."""
    page.top(25)
    page.say("furniture", page.choose("live", "LIVE", "Live updates", "As it happened"))
    headed = page.choose("headed", "yes", "yes", "no") == "yes"
    for i, story in enumerate(page.stories):
        clock = f"{22 - i:02}:{page.chance.randint(0, 59):02}"
        zone = page.choose("zone", "", " GMT", " BST", " ET", "h")
        day = f"{page.date(story)} " if page.choose("day", "yes", "no") == "yes" else ""
        page.say("date", f"{day}{clock}{zone}", i)
        if headed:
            page.say("headline", story.title, i)
        if story.author and page.choose("signed", "yes", "no") == "yes":
            page.say("byline", page.byline(story), i)
        page.body(i, most=page.chance.randint(70, 220))
        if page.choose("share", "yes", "no") == "yes":
            page.say(
                "furniture", page.choose("shared", "Share this post", "Share", "Copy link to post")
            )
    page.bottom(25)


def _columns(page: _Setter) -> None:
    """A page of opinion: columns below one another, each by its writer."""
    page.top(20)
    for i, story in enumerate(page.stories):
        page.say("headline", story.title, i)
        page.say("byline", page.byline(story) if story.author else "By the editorial board", i)
        page.body(i, most=page.chance.randint(200, 500))
        if page.choose("rule", "yes", "no") == "yes":
            page.say("furniture", page.choose("line", "* * *", "-----", "___", "•••"))
    page.bottom(20)


def _search(page: _Setter) -> None:
    """A dump of search results, with the full text of each."""
    page.say(
        "furniture",
        page.choose(
            "search", "Search results", "Results 1 - 10 of 214", "Your search returned 37 documents"
        ),
    )
    for i, story in enumerate(page.stories):
        number = page.choose("numbered", "{}. {}", "{}) {}", "[{}] {}", "{1}")
        page.say("headline", number.format(i + 1, story.title), i)
        where = page.choose("where", "{outlet} - {date}", "{date} | {outlet}", "{outlet}, {date}")
        page.say("date", where.format(outlet=story.outlet, date=page.date(story)), i)
        page.body(i, most=page.chance.randint(150, 600))
        page.say(
            "furniture",
            page.choose("tools", "Cached - Similar", "Save - Print - Cite", "---------"),
        )


def _clippings(page: _Setter) -> None:
    """Press clippings: the paper's name and date above each headline."""
    if page.maybe(0.5):
        page.say("furniture", "PRESS CLIPPINGS")
    for i, story in enumerate(page.stories):
        page.say("furniture", story.outlet.upper(), i)
        page.say("date", page.date(story), i)
        page.say("headline", story.title, i)
        if story.author and page.choose("signed", "yes", "no") == "yes":
            page.say("byline", page.byline(story), i)
        page.body(i, most=page.chance.randint(150, 700))
        if page.choose("rule", "yes", "no") == "yes":
            page.say("furniture", "* * *")


def _wire(page: _Setter) -> None:
    """A wire's file: headlines, datelines with the agency, an end mark."""
    agency = page.choose("agency", "NWA", "Union Wire", "Reuters", "AFP")
    places = ("LINDHOLM", "NEW CASTRANE", "PORT ELLA", "VELMORA", "GENEVA", "LAGOS", "OSLO")
    for i, story in enumerate(page.stories):
        title = story.title.upper() if page.choose("shout", "yes", "no") == "yes" else story.title
        page.say("headline", title, i)
        place = page.chance.choice(places)
        first = page.choose("line", "{p} ({a}) - ", "{p}, {d} ({a}) — ", "{p} -- ")
        day = story.when()
        page.body(
            i,
            most=page.chance.randint(120, 500),
            first=first.format(p=place, a=agency, d=day.strftime("%B %d").replace(" 0", " ")),
        )
        if page.choose("end", "yes", "no") == "yes":
            page.say("furniture", page.choose("mark", "(END)", "-30-", "###", "ENDS"), i)
    page.bottom(15)


def _endless(page: _Setter) -> None:
    """A paper's page that loads the next article below the last, each with its own furniture."""
    page.top(50)
    for i, story in enumerate(page.stories):
        if i and page.maybe(0.5):
            page.top(8)
        page.say("headline", story.title, i)
        if page.maybe(0.5) and story.author:
            page.say("byline", page.byline(story), i)
            page.say("date", page.date(story), i)
        else:
            page.say(
                "date",
                f"{story.author} | {page.date(story)}" if story.author else page.date(story),
                i,
            )
        page.say(
            "furniture", page.choose("share", "Share", "Facebook Twitter WhatsApp", "Share Save"), i
        )
        page.body(i, inner=0.12)
        page.say("furniture", page.choose("tags", "Tags:", "Topics", "Filed under"))
        page.break_off(15)
        if page.maybe(0.5):
            page.say("furniture", page.choose("more", "Read more", "More stories", "Related"))
            page.teasers(2, 6)
    page.bottom()


def _letter(page: _Setter) -> None:
    """A newsletter: headlines in capitals or marked, the text, rules between."""
    page.say(
        "furniture",
        page.choose(
            "view", "View this email in your browser", "Having trouble reading this email?"
        ),
    )
    for i, story in enumerate(page.stories):
        shape = page.choose("shape", "upper", "marked", "plain")
        title = {"upper": story.title.upper(), "marked": f"## {story.title}", "plain": story.title}
        page.say("headline", title[shape], i)
        page.body(i, most=page.chance.randint(80, 300))
        page.say(
            "furniture",
            page.choose(
                "rule",
                "----------------",
                "==========",
                "Read on the website",
                "Forward to a friend",
            ),
        )
    page.say(
        "furniture", page.choose("off", "Unsubscribe from this list", "Manage your preferences")
    )


def _archive(page: _Setter) -> None:
    """A section's archive: the date above each headline, texts in full."""
    page.top(30)
    for i, story in enumerate(page.stories):
        page.say("date", page.date(story), i)
        page.say("headline", story.title, i)
        page.body(i)
    page.bottom(40)


def _bare(page: _Setter) -> None:
    """Texts pasted below one another: a headline, paragraphs, the next headline."""
    for i, story in enumerate(page.stories):
        page.say("headline", story.title, i)
        page.body(i, most=page.chance.randint(150, 700))


def _signed_below(page: _Setter) -> None:
    """Articles that are signed and dated at their end."""
    page.top(20)
    for i, story in enumerate(page.stories):
        page.say("headline", story.title, i)
        page.body(i, most=page.chance.randint(150, 600))
        if story.author:
            page.say("byline", page.choose("sign", "— {}", "{}", "By {}").format(story.author), i)
        page.say("date", page.date(story), i)
    page.bottom(20)


def _database(page: _Setter) -> None:
    """Documents as a press database prints them: labelled fields, then the text."""
    total = len(page.stories)
    for i, story in enumerate(page.stories):
        page.say(
            "furniture",
            page.choose("of", "Document {} of {}", "{} of {} DOCUMENTS").format(i + 1, total),
        )
        page.say("furniture", story.outlet, i)
        page.say("date", page.date(story), i)
        title = page.choose("field", "{}", "HEADLINE: {}", "Title: {}")
        page.say("headline", title.format(story.title), i)
        if story.author:
            page.say(
                "byline", page.choose("by", "BYLINE: {}", "Author: {}").format(story.author), i
            )
        page.say("furniture", f"LENGTH: {sum(len(p.split()) for p in story.paragraphs)} words", i)
        page.body(i, most=page.chance.randint(200, 900))
        page.say(
            "furniture", page.choose("load", "LOAD-DATE: {}", "Copyright {}").format(story.outlet)
        )


def _weblog(page: _Setter) -> None:
    """A weblog's front page: posts in full, each with its line of author, time and comments."""
    page.top(20)
    for i, story in enumerate(page.stories):
        page.say("headline", story.title, i)
        page.body(i, most=page.chance.randint(120, 500), inner=0.03)
        who = story.author or "admin"
        foot = page.choose("foot", "Posted by {w} at {d}", "{d} by {w}", "{w} on {d}")
        page.say("date", foot.format(w=who, d=page.date(story)), i)
        page.say("furniture", f"{page.chance.randint(0, 60)} comments")
    page.say("furniture", page.choose("older", "Older posts", "« Older Entries", "Page 1 of 40"))
    page.bottom(40)


def _briefs(page: _Setter) -> None:
    """A column of briefs: a word for a headline, one or two paragraphs each."""
    page.top(20)
    for i, story in enumerate(page.stories):
        words = story.title.split()
        page.say("headline", " ".join(words[: page.chance.randint(3, 6)]).rstrip(":,;–-"), i)
        page.body(i, most=page.chance.randint(50, 130))
    page.bottom(30)


def _boxed(page: _Setter) -> None:
    """An article in whose page a second full article stands under a label."""
    page.top(40)
    for i, story in enumerate(page.stories):
        if i:
            page.say(
                "furniture",
                page.choose(
                    "label", "IN DEPTH", "Also in the news", "Analysis", "From our archive"
                ),
            )
        page.say("headline", story.title, i)
        if i == 0 or page.maybe(0.5):
            page.say("standfirst", " ".join(story.paragraphs[-1].split()[:22]), i)
        page.say("byline", page.byline(story) if story.author else "Staff reporter", i)
        page.body(i, inner=0.06, most=0 if i == 0 else 400)
    page.break_off(20)
    page.teasers(3, 8)
    page.bottom()


def _listing(page: _Setter) -> None:
    """A list of entries with section, headline, text, and a line of tools below each."""
    page.top(30)
    for i, story in enumerate(page.stories):
        page.say("furniture", page.chance.choice(_SECTIONS), i)
        page.say("headline", story.title, i)
        page.say(
            "date", f"{page.date(story, loose=True)} · {page.chance.randint(2, 9)} min read", i
        )
        page.body(i, most=page.chance.randint(100, 350))
        page.say(
            "furniture",
            page.choose("tools", "Share Save Comment", "Like Reply Share", "Print | Email"),
        )
    page.bottom(30)


def _mixed(page: _Setter) -> None:
    """A feed that sets each entry its own way, with lists of links between."""
    page.top(30)
    for i, story in enumerate(page.stories):
        page.chosen.clear()
        if page.maybe(0.4):
            page.say("date", page.date(story), i)
        page.say("headline", story.title, i)
        if page.maybe(0.5) and story.author:
            page.say("byline", page.byline(story), i)
        if page.maybe(0.3):
            page.say("date", page.date(story, loose=True), i)
        page.body(i, most=page.chance.randint(100, 700), inner=0.08)
        if page.maybe(0.6):
            page.teasers(2, 7)
        if page.maybe(0.5):
            page.break_off(15)
    page.bottom(40)


def _entries(page: _Setter) -> None:
    """Minutes of a day: time and text in one run, no headlines, a source behind each."""
    page.top(20)
    page.say("furniture", page.choose("head", "Key developments", "Timeline", "Latest updates"))
    for i, story in enumerate(page.stories):
        hour, minute = 9 + i, page.chance.randint(0, 59)
        shape = page.choose(
            "clock", "{h:02}:{m:02}", "{h}.{m:02}", "{h}:{m:02} am", "At {h:02}:{m:02}"
        )
        page.say("date", shape.format(h=hour, m=minute), i)
        page.say("headline", story.title, i)
        page.body(i, most=page.chance.randint(60, 160))
    page.bottom(20)


LAYOUTS: Final[dict[str, Layout]] = {
    "gathered": _gathered,
    "related-below": _related_below,
    "digest": _digest,
    "live": _live,
    "columns": _columns,
    "search": _search,
    "clippings": _clippings,
    "wire": _wire,
    "endless": _endless,
    "letter": _letter,
    "archive": _archive,
    "bare": _bare,
    "signed-below": _signed_below,
    "database": _database,
    "weblog": _weblog,
    "briefs": _briefs,
    "boxed": _boxed,
    "listing": _listing,
    "mixed": _mixed,
    "entries": _entries,
}
GROUPS: Final = tuple(tuple(list(LAYOUTS)[k::5]) for k in range(5))
"""Layouts held out together: fold k of the benchmark is tested on group k, trained on the rest."""


class Joined(NamedTuple):
    """A joined page: its layout, its rows, and how many articles stand on it."""

    layout: str
    rows: tuple[Row, ...]
    articles: int


def join(
    layout: str,
    stories: Sequence[Story],
    around: Surroundings,
    seed: int,
    *,
    single: bool = False,
) -> Joined:
    """Set two to six stories on a page, or one; the same words give the same page."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    count = 1 if single else chance.randint(2, _MOST_ARTICLES)
    chosen = chance.sample(list(stories), min(len(stories), count + _OTHERS))
    count = min(len(chosen), count)
    page = _Setter(chance, chosen[:count], chosen[count:], around)
    LAYOUTS[layout](page)
    return Joined(layout, tuple(page.rows), count)


def join_nothing(stories: Sequence[Story], around: Surroundings, seed: int) -> Joined:
    """Set a page without any article: furniture and headlines of others."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    page = _Setter(chance, (), chance.sample(list(stories), _OTHERS), around)
    if page.maybe(0.6):
        page.top(60)
    if page.maybe(0.5):
        page.teasers(3, 9)
    if page.maybe(0.7):
        page.bottom(80)
    if not page.rows:
        page.teasers(3, 9)
    return Joined("nothing", tuple(page.rows), 0)


def join_short(stories: Sequence[Story], around: Surroundings, seed: int) -> Joined:
    """Set the beginning of one article, with little around it and a headline of any length."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    chosen = chance.sample(list(stories), _OTHERS)
    page = _Setter(chance, chosen[:1], chosen[1:], around)
    [story] = page.stories
    if page.maybe(0.4):
        page.top(4)
    if page.maybe(0.6):
        most = chance.choice((1, 2, 3, 30, 30))
        page.say("headline", " ".join(story.title.split()[:most]), 0)
        if page.maybe(0.3) and story.author:
            page.say("byline", page.byline(story), 0)
        if page.maybe(0.3):
            page.say("date", page.date(story), 0)
    page.body(0, most=chance.randint(15, 120), inner=0.05)
    if page.maybe(0.4):
        page.bottom(4)
    return Joined("short", tuple(page.rows), 1)


def truth_of(page: Joined) -> list[str]:
    """Return the running text of each article of a joined page."""
    return [
        "\n".join(row.text for row in page.rows if row.article == i and row.kind == "body")
        for i in range(page.articles)
    ]


def print_text(page: Joined, seed: int) -> str:
    """Print a joined page as plain text, with blank lines or without."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    way = chance.choice(("none", "all", "articles", "some"))
    lines: list[str] = []
    last = OUTSIDE
    for row in page.rows:
        changes = row.article != last
        if lines and (
            way == "all"
            or (way == "articles" and changes)
            or (way == "some" and chance.random() < 0.4)  # noqa: PLR2004
        ):
            lines.append("")
        lines.append(row.text)
        last = row.article
    return "\n".join(lines) + "\n"


def print_markup(page: Joined, seed: int) -> str:
    """Print a joined page as HTML in one of many manners of markup."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    outer = chance.choice(("article", "div", "section", "li", ""))
    heads = chance.choice(
        (
            ("h1", "h2"),
            ("h2", "h2"),
            ("h1", "h1"),
            ("h3", "h3"),
            ("h1", "h3"),
            ("div", "div"),
            ("p", "p"),
        )
    )
    paragraph = chance.choice(("p", "p", "p", "div"))
    small = chance.choice(("p", "div", "span"))
    linked_heads = chance.random() < 0.4  # noqa: PLR2004
    title = next((row.text for row in page.rows if row.kind == "headline"), "Page")
    if page.articles > 1 and chance.random() < 0.5:  # noqa: PLR2004
        title = chance.choice(("Home", "Latest news", "News archive", "Today"))
    out = [f"<!DOCTYPE html><html><head><title>{html.escape(title)}</title></head><body>"]
    for row, opens, closes in _edges(page.rows):
        text = html.escape(row.text)
        if opens and outer:
            out.append(f"<{outer}>")
        if row.kind == "headline":
            tag = heads[0] if row.article == 0 else heads[1]
            inner = f'<a href="/a/{row.article}">{text}</a>' if linked_heads else text
            out.append(f"<{tag}>{inner}</{tag}>")
        elif row.kind == "body":
            out.append(f"<{paragraph}>{text}</{paragraph}>")
        elif row.kind == "caption":
            out.append(f"<figure><figcaption>{text}</figcaption></figure>")
        elif row.kind in {"related", "teaser"}:
            out.append(f'<div><a href="/t/{len(out)}">{text}</a></div>')
        elif row.article == OUTSIDE and len(row.text.split()) <= 10:  # noqa: PLR2004
            out.append(f'<ul><li><a href="/n/{len(out)}">{text}</a></li></ul>')
        elif small == "span":
            out.append(f"<div><span>{text}</span></div>")
        else:
            out.append(f"<{small}>{text}</{small}>")
        if closes and outer:
            out.append(f"</{outer}>")
    out.append("</body></html>")
    return "\n".join(out)


def _edges(rows: Sequence[Row]) -> Iterator[tuple[Row, bool, bool]]:
    """Yield each row with whether an article opens with it, and whether one closes."""
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    for place, row in enumerate(rows):
        if row.article != OUTSIDE:
            first.setdefault(row.article, place)
            last[row.article] = place
    for place, row in enumerate(rows):
        inside = row.article != OUTSIDE
        yield row, inside and first[row.article] == place, inside and last[row.article] == place
