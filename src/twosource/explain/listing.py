"""Lists of records, one a line, and which of them a reader asked for."""

from __future__ import annotations

from typing import Any, NamedTuple

from twosource.explain.evidence import (
    Evidence,
    count_of,
    enumerate_in_words,
    name_in_prose,
    speak_published,
    speak_span_of_time,
)
from twosource.explain.number import tell_count
from twosource.explain.report import order_refusals, rank_claim, tell_refusal
from twosource.explain.typeset import clip, visible
from twosource.explain.wording import act_in_words
from twosource.records import (
    Article,
    Claim,
    Family,
    Origin,
    Page,
    Refusal,
    Statement,
    Story,
)

NOUNS = (
    "pages", "articles", "families", "stories", "statements", "claims", "origins", "refusals",
)  # fmt: skip
"""What can be listed."""
LINE_COLUMNS = 300
_DAY = 10


class Wanted(NamedTuple):
    """What a reader asked for: full story id, names, ISO dates, words; None asks for no limit."""

    story: str | None = None
    outlet: str | None = None
    origin: str | None = None
    since: str | None = None
    until: str | None = None
    search: str | None = None


class Line(NamedTuple):
    """One record of a list: its short id (empty for a refusal) and what is told of it."""

    short: str
    text: str


def pick(evidence: Evidence, noun: str, wanted: Wanted) -> tuple[Any, ...]:
    """Give the records of a noun that a reader asked for, in telling order.

    A record whose date is not known is left out as soon as a date is asked for.
    """
    records = _order(evidence, noun)
    return tuple(one for one in records if _fits(evidence, one, wanted))


def _order(evidence: Evidence, noun: str) -> list[Any]:
    records: tuple[Any, ...] = getattr(evidence, noun)
    if noun == "claims":
        return sorted(records, key=lambda one: rank_claim(evidence, one))
    if noun == "refusals":
        return order_refusals(records)
    if noun == "origins":
        return sorted(records, key=lambda one: (one.name.casefold(), one.id))
    if noun == "statements":
        place = {
            one.id: n for those in evidence.statements_of.values() for n, one in enumerate(those)
        }
        return sorted(records, key=lambda one: (one.article, place[one.id]))
    if noun == "stories":
        return sorted(records, key=lambda one: (one.began is None, one.began or "", one.id))
    if noun == "articles":
        return sorted(
            records,
            key=lambda one: (one.published.value is None, one.published.value or "", one.id),
        )
    return sorted(records, key=lambda one: one.id)


def tell_line(evidence: Evidence, record: object) -> Line:
    """Tell one record in one line."""
    if isinstance(record, Refusal):
        told = tell_refusal(evidence, record)
        return Line("", f"{told.subject}: {told.reason}")
    text = clip(_tell(evidence, record), LINE_COLUMNS)
    return Line(evidence.shorten(record.id), text)  # type: ignore[attr-defined]  # every noun has one


def _tell(evidence: Evidence, record: object) -> str:
    match record:
        case Claim():
            gist = clip(evidence.words(record.gist), LINE_COLUMNS)
            return f"{tell_count(record)} · “{gist}”"
        case Statement():
            names = [name_in_prose(evidence.origin.get(one.id, one)) for one in record.speakers]
            who = enumerate_in_words(names) or "source not stated"
            words = evidence.words(evidence.sentence_of(record))
            place = evidence.name_article(record.article)
            return f"{who}: {act_in_words(record.act)} · “{clip(words, 160)}” · {place}"
        case Article():
            name = evidence.name_article(record.id)
            headline = visible(record.headline or "no headline")
            return f"{name} · {speak_published(record.published)} · {headline}"
        case Family():
            held = evidence.name_articles(evidence.order(record.witnesses))
            return f"{evidence.name_family(record)} · {held}"
        case Story():
            when = speak_span_of_time(record.began, record.ended)
            return f"{visible(record.label)} · {when} · {count_of(len(record.families), 'text')}"
        case Origin():
            return f"{visible(record.name)} · {record.kind}"
        case Page():
            found = evidence.articles_on.get(record.id, ())
            told = f"{evidence.name_page(record.id)} · {count_of(len(found), 'article')}"
            places = evidence.places_of(record)
            # The same bytes met twice are one page: say so, or the second file seems to be lost.
            return (
                f"{told} · the same bytes: {enumerate_in_words([*places])}" if places[1:] else told
            )
    return str(record)


def _fits(evidence: Evidence, record: object, wanted: Wanted) -> bool:
    articles = _articles_of(evidence, record)
    if wanted.story and not _in_story(evidence, record, articles, wanted.story):
        return False
    if wanted.outlet and not any(_named(a.outlet, wanted.outlet) for a in articles):
        return False
    if wanted.origin and not any(_named(o, wanted.origin) for o in _origins_of(evidence, record)):
        return False
    if (wanted.since or wanted.until) and not _in_time(record, articles, wanted):
        return False
    return not wanted.search or wanted.search.casefold() in _text_of(evidence, record).casefold()


def _articles_of(evidence: Evidence, record: object) -> list[Article]:
    match record:
        case Article():
            return [record]
        case Page():
            return [*evidence.articles_on.get(record.id, ())]
        case Family():
            ids = record.witnesses
        case Story():
            families = [evidence.family[one] for one in record.families if one in evidence.family]
            ids = tuple(article for family in families for article in family.witnesses)
        case Statement():
            ids = (record.article,)
        case Claim():
            met = {evidence.member_article(member) for member in record.members}
            ids = tuple(sorted(one for one in met if one))
        case Origin():
            return [
                one for one in evidence.articles
                if record.id in {o.id for o in (one.outlet, one.via, one.credit) if o}
            ]  # fmt: skip
        case Refusal():
            return [one for one in evidence.articles if record.subject in {one.id, one.page}]
        case _:
            return []
    return [evidence.article[one] for one in ids if one in evidence.article]


def _in_story(evidence: Evidence, record: object, articles: list[Article], story: str) -> bool:
    if isinstance(record, Story):
        return record.id == story
    if isinstance(record, Claim):
        return story in record.stories
    if isinstance(record, Origin):
        return any(
            record.id in {one.id for one in (*statement.speakers, *statement.relays)}
            for statement in evidence.statements
            if _story_of(evidence, statement.article) == story
        ) or any(_story_of(evidence, article.id) == story for article in articles)
    return any(_story_of(evidence, article.id) == story for article in articles)


def _story_of(evidence: Evidence, article: str) -> str | None:
    family = evidence.family_of.get(article)
    story = evidence.story_of.get(family.id) if family else None
    return story.id if story else None


def _origins_of(evidence: Evidence, record: object) -> list[Origin]:
    match record:
        case Origin():
            return [record]
        case Statement():
            met = [*record.speakers, *record.relays]
        case Claim():
            met = [node.origin for node in record.graph.nodes if node.origin]
            met += [
                who
                for member in record.members
                if member.statement in evidence.statement
                for who in evidence.statement[member.statement or ""].speakers
            ]
        case Article():
            said = evidence.statements_of.get(record.id, ())
            met = [who for one in said for who in (*one.speakers, *one.relays)]
            met += [one for one in (record.outlet, record.via, record.credit) if one]
        case Family():
            met = [one for one in (record.origin, *(lost.origin for lost in record.lost)) if one]
        case _:
            articles = _articles_of(evidence, record)
            return [who for article in articles for who in _origins_of(evidence, article)]
    return [evidence.origin.get(one.id, one) for one in met]


def _named(origin: Origin | None, name: str) -> bool:
    """Tell whether an origin goes by a name, a part of it, or the beginning of its id."""
    if origin is None:
        return False
    asked = name.casefold().strip()
    names = (origin.name, *origin.aliases)
    return any(asked in one.casefold() for one in names) or origin.id.startswith(asked)


def _in_time(record: object, articles: list[Article], wanted: Wanted) -> bool:
    first: str | None
    last: str | None
    if isinstance(record, Story):
        first, last = record.began, record.ended or record.began
    elif isinstance(record, Statement) and record.said.value:
        first = last = record.said.value
    else:
        dates = sorted(one.published.value for one in articles if one.published.value)
        first, last = (dates[0], dates[-1]) if dates else (None, None)
    if first is None or last is None:
        return False
    since, until = wanted.since or "", wanted.until or "9999"
    # A month or a year without its day counts as inside when any day of it may be.
    ends = last[:_DAY] >= since[: len(last[:_DAY])]
    return ends and first[:_DAY] <= until + "~"


def _text_of(evidence: Evidence, record: object) -> str:
    match record:
        case Article():
            return f"{record.headline or ''}\n{record.text}"
        case Claim():
            spans = [span for member in record.members for span in member.spans]
            return "\n".join(evidence.words(span) for span in (record.gist, *spans))
        case Statement():
            who = " ".join(one.name for one in record.speakers)
            return f"{who}\n{evidence.words(evidence.sentence_of(record))}"
        case Origin():
            return "\n".join((record.name, *record.aliases))
        case Refusal():
            return f"{record.subject}\n{record.detail}"
        case Story():
            return record.label
    articles = _articles_of(evidence, record)
    return "\n".join(f"{one.headline or ''}\n{one.text}" for one in articles)
