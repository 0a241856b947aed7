"""From texts to pages and truth: a few events at a time are printed, then written down.

An edition is what is held in memory: a handful of events, whose texts may share pages. After it,
nothing of them is needed any more, so a run of any size streams.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from typing import Any, Final, NamedTuple

from benchmarks.newsroom.claims import find_claims
from benchmarks.newsroom.copying import HABITS, Habits
from benchmarks.newsroom.events import Newsroom
from benchmarks.newsroom.families import article_id, find_families
from benchmarks.newsroom.grammar import Fill, render
from benchmarks.newsroom.half import Half
from benchmarks.newsroom.houses import House, fill, month_and_day
from benchmarks.newsroom.marking import Marked, lift
from benchmarks.newsroom.press import Press, Publisher
from benchmarks.newsroom.records import (
    Places,
    PrintedSentence,
    Row,
    article_row,
    claim_rows,
    family_rows,
    origin_rows,
    publisher_rows,
    statement_rows,
    story_row,
)
from benchmarks.newsroom.setting import Page, SetArticle
from benchmarks.newsroom.texts import Text
from benchmarks.newsroom.writing import Pen

_EVENTS: Final = 8
"""Events in an edition."""
_MOST_ON_A_PAGE: Final = 5
_SEVERAL: Final = 0.06
"""Share of single articles that share a page with others of their outlet's."""
_SUBHEADED: Final = 0.25
_EVERY: Final = 4
_DAYS_TO_CAPTURE: Final = 4
_TEASERS_FROM_NEWS: Final = 0.2
_NO_CAPTION: Final = 0.4
_MORE_ON_AGGREGATOR: Final = (1, 4)


class Printed(NamedTuple):
    """A page as it was captured, and the truth rows about it."""

    id: str
    url: str
    media_type: str
    fetched_at: str
    content: str
    page: Row
    articles: tuple[Row, ...]


class Edition(NamedTuple):
    """Pages of a few events, and all that is true of them beyond single pages."""

    pages: tuple[Printed, ...]
    rows: dict[str, list[Row]]


class _Draft(NamedTuple):
    """What one article is before it is set: its words and where its marks stand."""

    text: Text
    printer: Publisher
    house: House
    published: datetime
    paragraphs: list[str]
    marks: list[list[tuple[int, int, tuple[Marked, ...]]]]
    dateline: str
    values: dict[str, str]
    authors: tuple[str, ...]


def make_editions(
    half: Half, seed: int, pages: int, habits: Habits = HABITS["plain"], largest: int = 0
) -> Iterator[Edition]:
    """Yield editions until so many pages are made; the last event is printed whole.

    With ``largest``, one dispatch of the first events is printed by so many outlets.
    """
    press = Press(half, seed)
    newsroom = Newsroom(half, press, habits, largest)
    made = number = 0
    known: set[str] = set()
    while made < pages:
        texts: list[list[Text]] = []
        held = 0
        while len(texts) < _EVENTS and made + held < pages:
            chance = Random(f"event:{seed}:{number}")  # noqa: S311 - the same world from the seed
            texts.append(list(newsroom.cover(number, chance)))
            held += sum(text.held for text in texts[-1])
            number += 1
        chance = Random(f"edition:{seed}:{number}")  # noqa: S311 - the same pages from the seed
        desk = _Desk(half, press, chance, made)
        edition = desk.print_all(texts)
        edition.rows["origins"] += publisher_rows(texts, known)
        made += len(edition.pages)
        yield edition


class _Desk:
    """Prints one edition."""

    def __init__(self, half: Half, press: Press, chance: Random, made: int) -> None:
        self.half = half
        self.press = press
        self.chance = chance
        self.made = made
        self.titles: list[str] = []
        self._site = ""
        self._lists = {**half.shared, **half.furniture}

    def print_all(self, events: list[list[Text]]) -> Edition:
        """Return the pages and the truth of an edition."""
        groups = self._group([t for texts in events for t in texts if t.held])
        sentences: dict[int, Places] = {}
        pages = tuple(self._page(group, sentences) for group in groups)
        rows: dict[str, list[Row]] = {
            "families": [], "derivations": [], "stories": [], "statements": [], "claims": [],
            "origins": [],
        }  # fmt: skip
        for texts in events:
            if not any(text.held for text in texts):
                continue
            world = texts[0].world
            families = find_families(texts)
            claims = find_claims(world, texts, families)
            family, derivation = family_rows(families)
            rows["families"] += family
            rows["derivations"] += derivation
            rows["stories"].append(story_row(world, families))
            rows["statements"] += statement_rows(world, texts, sentences)
            rows["claims"] += claim_rows(world, claims, sentences)
            rows["origins"] += origin_rows(world)
        return Edition(pages, rows)

    def _group(self, held: list[Text]) -> list[list[Text]]:
        """Return which texts share a page, in a mixed order."""
        chance = self.chance
        groups: list[list[Text]] = []
        live: dict[tuple[str, int], list[Text]] = {}
        several: dict[str, list[Text]] = {}
        through: dict[str, list[Text]] = {}
        for text in held:
            if text.live and text.printer is not None:
                live.setdefault((text.printer.id, text.world.number), []).append(text)
            elif text.via:
                through.setdefault(text.via, []).append(text)
            elif chance.random() < _SEVERAL and text.printer is not None:
                several.setdefault(text.printer.id, []).append(text)
            else:
                groups.append([text])
        groups += [entries for _, entries in sorted(live.items())]
        for _, shown in sorted(through.items()):
            chance.shuffle(shown)
            while shown:
                size = 1 + chance.randint(*_MORE_ON_AGGREGATOR)
                groups.append(shown[:size])
                del shown[:size]
        for _, texts in sorted(several.items()):
            groups += [
                texts[at : at + _MOST_ON_A_PAGE] for at in range(0, len(texts), _MOST_ON_A_PAGE)
            ]
        chance.shuffle(groups)
        return groups

    def _page(self, group: list[Text], sentences: dict[int, Places]) -> Printed:
        chance = self.chance
        self.made += 1
        first = group[0]
        self._site = first.via or (first.printer.name if first.printer else "")
        drafts = [self._draft(text) for text in group]
        printer = drafts[0].printer
        if first.live:
            layouts = self.press.many["live"]
        elif first.via:
            layouts = self.press.many["aggregator"]
        elif len(group) > 1:
            layouts = self.press.many["several"] or self.press.many["aggregator"]
        else:
            layouts = printer.layouts
        layout = chance.choice(layouts)
        captured = max(d.published for d in drafts) + timedelta(
            hours=chance.randint(1, 24 * _DAYS_TO_CAPTURE)
        )
        aggregator = first.via or "Newsbox"
        domain = (
            printer.domain if not first.via else aggregator.lower().replace(" ", "") + ".example"
        )
        for draft in drafts:
            gap = (captured.date() - draft.published.date()).days
            draft.values["relative_date"] = f"{gap} days ago" if gap > 1 else "yesterday"
            if gap == 0:
                draft.values["relative_date"] = "today"
            draft.values["aggregator"] = aggregator
        page = Page(layout, self._furniture, chance.randint)
        set_articles = [
            SetArticle(_look_up(draft.values), draft.paragraphs, self._subheads(draft))
            for draft in drafts
        ]
        content = page.set_all(set_articles[0], set_articles[1:])
        own_id = f"p{self.made}"
        url = f"https://{domain}/{_slug(drafts[0].values['headline'])}-{self.made}"
        rows = tuple(
            self._article(own_id, url, draft, article, sentences)
            for draft, article in zip(drafts, set_articles, strict=True)
        )
        self.titles.extend(draft.values["headline"] for draft in drafts)
        del self.titles[:-40]
        media_type = "text/html" if page.html else "text/plain"
        return Printed(
            own_id,
            url,
            media_type,
            captured.isoformat() + "Z",
            content,
            {
                "id": own_id,
                "sha256": hashlib.sha256(content.encode()).hexdigest(),
                "url": url,
                "media_type": media_type,
                "layout": layout.name,
                "articles": [row["id"] for row in rows],
                "parts": [
                    {"kind": p.kind, "text": p.text, "page_start": p.start, "page_end": p.end}
                    for p in page.parts
                ],
            },
            rows,
        )

    def _furniture(self, name: str) -> str:
        if name == "teaser" and self.titles and self.chance.random() < _TEASERS_FROM_NEWS:
            return self.chance.choice(self.titles)
        entries = self.half.furniture.get(name)
        if entries is None:
            return ""
        entry = entries[int(self.chance.random() * len(entries))]
        text = render(entry, self._lists, self._fill_furniture(), self.chance)
        return text[:1].upper() + text[1:]

    def _fill_furniture(self) -> Fill:
        """Return what fills one piece of furniture: one country in it, one town."""
        chance, names = self.chance, self.press.names
        country = names.countries[int(chance.random() * len(names.countries))]
        town = names.towns[int(chance.random() * len(names.towns))]

        def put(name: str, form: str) -> str:
            match name:
                case "country":
                    return str(getattr(country, form or "name"))
                case "town":
                    return town
                case "outlet":
                    return self._site
                case "agency":
                    return chance.choice(self.press.agencies).name
                case "n":
                    return str(2 + int(chance.random() * 10))
                case "given":
                    return chance.choice(names.given)[0]
                case _:
                    return chance.choice(names.surnames)

        return put

    def _draft(self, text: Text) -> _Draft:
        chance = self.chance
        printer = text.printer
        if printer is None:
            raise AssertionError("what is held was printed by somebody")
        house = text.house or printer.house
        paragraphs, marks = [], []
        for paragraph in text.in_style(house):
            words: list[str] = []
            placed = []
            at = 0
            for sentence in paragraph:
                plain, found = lift(sentence.marked)
                words.append(plain)
                placed.append((at, at + len(plain), found))
                at += len(plain) + 1
            paragraphs.append(" ".join(words))
            marks.append(placed)
        published = text.moment
        # Who rewrites a text without a word of whence it comes signs it.
        taken = text.kind in {"rewrite", "merged"} and not text.credits
        own = text.maker is printer or taken
        authors: tuple[str, ...] = ()
        byline = ""
        if own and printer.kind == "outlet" and house.byline:
            author, authors = self.press.names.sign(chance)
            byline = house.byline.replace("{AUTHOR}", author.upper())
            byline = fill(byline, {"author": author, "outlet": printer.name})
        elif not own and text.credits and house.agency_byline:
            byline = self._sign(house.agency_byline, text, printer, published)
        pen = Pen(self.half, text.world, text.maker, text.number, chance)
        has_caption = chance.random() >= _NO_CAPTION
        values = {
            "headline": printer.house.title(text.headline),
            "standfirst": house.style(text.standfirst) if text.standfirst else "",
            "byline": byline,
            "date": printer.house.day(published),
            "isodate": published.isoformat(),
            "time": f"{published.hour:02}:{published.minute:02}",
            "credit": self._credit(text, printer, house, published),
            "caption": house.style(pen.title("caption", text.phase)) if has_caption else "",
            "photo_credit": self._furniture("photo_credit") if has_caption else "",
            "outlet": printer.name,
            "domain": printer.domain,
            "url": f"https://{printer.domain}/{text.number}",
            "author": authors[0] if authors else printer.name,
            "language": "en",
        }
        dateline = self._dateline(text, house, published)
        if dateline:
            paragraphs[0] = f"{dateline} {paragraphs[0]}"
        return _Draft(text, printer, house, published, paragraphs, marks, dateline, values, authors)

    def _sign(
        self,
        pattern: str,
        text: Text,
        printer: Publisher,
        moment: datetime,
        makers: tuple[Publisher, ...] = (),
    ) -> str:
        """Fill a line that names makers: those whom the text credits, unless others are given."""
        makers = makers or text.credits
        return fill(
            pattern,
            {
                "agency": " and ".join(maker.name for maker in makers),
                "short": " and ".join(_sign_of(maker) for maker in makers),
                "outlet": printer.name,
                "town": text.world.town,
                "TOWN": text.world.town.upper(),
                **month_and_day(moment),
            },
        )

    def _credit(self, text: Text, printer: Publisher, house: House, moment: datetime) -> str:
        if not text.credits:
            return ""
        if len(text.credits) > 1:
            shared = house.shared_credit or "With material from {agency}"
            return self._sign(shared, text, printer, moment)
        return self._sign(house.credit or "{agency}", text, printer, moment)

    def _dateline(self, text: Text, house: House, moment: datetime) -> str:
        if not house.dateline or text.live:
            return ""
        signed = text.maker in text.credits or text.maker is text.printer
        if not signed and ("{agency}" in house.dateline or "{short}" in house.dateline):
            return ""
        return self._sign(house.dateline, text, text.maker, moment, (text.maker,))

    def _subheads(self, draft: _Draft) -> dict[int, str]:
        chance = self.chance
        if len(draft.paragraphs) <= _EVERY or chance.random() >= _SUBHEADED:
            return {}
        pen = Pen(self.half, draft.text.world, draft.text.maker, draft.text.number, chance)
        found: dict[str, int] = {}
        for at in range(_EVERY, len(draft.paragraphs), _EVERY):
            found.setdefault(draft.house.style(pen.title("subhead", draft.text.phase)), at)
        return {at: subhead for subhead, at in found.items()}

    def _article(
        self,
        page: str,
        url: str,
        draft: _Draft,
        article: SetArticle,
        sentences: dict[int, Places],
    ) -> Row:
        text = draft.text
        signs = [part.text for part in article.parts if part.kind in {"credit", "byline"}]
        shown = " ".join((*signs, draft.dateline))
        text.credits = tuple(
            maker for maker in text.credits if maker.name in shown or _sign_of(maker) in shown
        )
        row, starts = article_row(
            own_id=article_id(text),
            page=page,
            url=url,
            text=text,
            printer=draft.printer,
            published=draft.published,
            authors=draft.authors,
            dateline=draft.dateline,
            headline=draft.values["headline"],
            parts=article.parts,
        )
        sentences[text.number] = {
            (at, place): PrintedSentence(at, place, starts[at] + start, starts[at] + end, found)
            for at, placed in enumerate(draft.marks)
            for place, (start, end, found) in enumerate(placed)
        }
        return row


def _sign_of(maker: Publisher) -> str:
    """Return the short form that tells an agency from others; of outlets many share one."""
    return maker.short if maker.kind == "agency" else maker.name


def _look_up(values: dict[str, str]) -> Any:  # noqa: ANN401 - a Filler
    return lambda name: values.get(name, "")


def _slug(headline: str) -> str:
    return "-".join(
        "".join(c for c in word if c.isalnum()) for word in headline.lower().split()[:6]
    )
