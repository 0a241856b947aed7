"""How near the program comes to the newsroom's truth, in figures that later benchmarks take over.

* **articles**: an article is found when some article of the program's on the same page has a body
  of the same words (F1 of word counts at least .8); precision counts the program's the same way.
* **statements**, in found articles: a statement is found when one of the program's has the same
  content words (Dice at least .5); its speakers are right when each is known by one of its names
  and none is added; its act when it is the same word; it is right when both are.
* **claims** about the world that stand in two articles or more: the program's claim that shares
  most members is looked at; its lines are right, too high or too low, or there is no such claim.
* **families**: pairs of found articles that descend from one text.
"""

from __future__ import annotations

import csv
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final, NamedTuple

import twosource
from benchmarks.newsroom.collisions import body_text
from benchmarks.newsroom.editions import Edition
from benchmarks.newsroom.records import Row
from twosource.records import Article, Claim, Family, Origin, Span, Statement

_WORD: Final = re.compile(r"[^\W_]+")
_SAME_BODY: Final = 0.8
_SAME_CONTENT: Final = 0.5
_TITLES: Final = frozenset(("the", "a", "an"))


class Truth(NamedTuple):
    """The truth of some editions, in look-ups."""

    articles: dict[str, Row]
    names: dict[str, frozenset[str]]
    statements: list[Row]
    claims: list[Row]
    families: list[Row]


class Traced(NamedTuple):
    """What the program made of the same pages."""

    articles: dict[str, list[Article]]
    statements: dict[str, list[Statement]]
    claims: tuple[Claim, ...]
    families: tuple[Family, ...]


def gather(editions: Iterable[Edition]) -> Truth:
    """Return the truth of editions."""
    articles: dict[str, Row] = {}
    names: dict[str, set[str]] = defaultdict(set)
    rows: dict[str, list[Row]] = defaultdict(list)
    for edition in editions:
        for page in edition.pages:
            articles.update((row["id"], row) for row in page.articles)
        for name in ("statements", "claims", "families"):
            rows[name] += edition.rows[name]
        for origin in edition.rows["origins"]:
            for known in (origin["name"], *origin["aliases"]):
                names[origin["id"]].add(_plain(known))
    return Truth(
        articles,
        {key: frozenset(found) for key, found in names.items()},
        rows["statements"],
        rows["claims"],
        rows["families"],
    )


def trace(editions: Iterable[Edition]) -> Traced:
    """Let the program trace the pages, addresses and all, and return what it found."""
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages"
        pages.mkdir()
        manifest = Path(folder) / "manifest.csv"
        with manifest.open("w", encoding="utf-8", newline="") as out:
            rows = csv.writer(out)
            rows.writerow(("file", "url", "fetched_at"))
            for edition in editions:
                for page in edition.pages:
                    suffix = "html" if page.media_type == "text/html" else "txt"
                    path = pages / f"{page.id}.{suffix}"
                    path.write_text(page.content, "utf-8", newline="\n")
                    rows.writerow((path, page.url, page.fetched_at))
        with twosource.open(Path(folder) / "news.db") as pile:
            pile.trace([str(pages)], manifest=manifest)
            named = {page.id: page.captures[0].locator.rpartition(".")[0] for page in pile.pages()}
            articles: dict[str, list[Article]] = defaultdict(list)
            for article in pile.articles():
                articles[named[article.page]].append(article)
            statements: dict[str, list[Statement]] = defaultdict(list)
            for statement in pile.statements():
                statements[statement.article].append(statement)
            return Traced(articles, statements, pile.claims(), pile.families())


def score(truth: Truth, traced: Traced) -> dict[str, float]:
    """Return every figure by its name."""
    found = match_articles(truth, traced)
    return {
        **_score_articles(truth, traced, found),
        **_score_statements(truth, traced, found),
        **_score_claims(truth, traced, found),
        **_score_families(truth, traced, found),
    }


def match_articles(truth: Truth, traced: Traced) -> dict[str, Article]:
    """Return the program's article for each true one that it found."""
    by_page: dict[str, list[Row]] = defaultdict(list)
    for row in truth.articles.values():
        by_page[row["page"]].append(row)
    found: dict[str, Article] = {}
    for page, rows in by_page.items():
        pairs = [
            (_likeness(_words(body_text(row)), _words(_body_of(article))), row["id"], at)
            for row in rows
            for at, article in enumerate(traced.articles.get(page, ()))
        ]
        taken: set[int] = set()
        for likeness, own_id, at in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
            if likeness >= _SAME_BODY and own_id not in found and at not in taken:
                found[own_id] = traced.articles[page][at]
                taken.add(at)
    return found


def _score_articles(truth: Truth, traced: Traced, found: Mapping[str, Article]) -> dict[str, float]:
    given = sum(len(articles) for articles in traced.articles.values())
    pages = Counter(row["page"] for row in truth.articles.values())
    right = sum(len(traced.articles.get(page, ())) == n for page, n in pages.items())
    return {
        "articles found": len(found) / max(1, len(truth.articles)),
        "articles precision": len(found) / max(1, given),
        "pages with the right number of articles": right / max(1, len(pages)),
    }


def _score_statements(
    truth: Truth, traced: Traced, found: Mapping[str, Article]
) -> dict[str, float]:
    count: Counter[str] = Counter()
    told: dict[str, list[Row]] = defaultdict(list)
    for row in truth.statements:
        told[row["article"]].append(row)
    for own_id, article in found.items():
        given = traced.statements.get(article.id, [])
        count["given"] += len(given)
        count["true"] += len(told[own_id])
        text = truth.articles[own_id]["text"]
        for row, statement in _pair_statements(told[own_id], given, text, article, truth):
            count["found"] += 1
            speakers = _same_speakers(row, statement.speakers, truth)
            count["speakers"] += speakers
            count["act"] += row["act"] == statement.act
            count["right"] += speakers and row["act"] == statement.act
    true = max(1, count["true"])
    return {
        "statements found": count["found"] / true,
        "statements precision": count["found"] / max(1, count["given"]),
        "speakers right of all": count["speakers"] / true,
        "acts right of all": count["act"] / true,
        "statements right": count["right"] / true,
    }


def _pair_statements(
    rows: Sequence[Row],
    given: Sequence[Statement],
    text: str,
    article: Article,
    truth: Truth,
) -> list[tuple[Row, Statement]]:
    ranked = []
    for at, row in enumerate(rows):
        mine = _words(" ".join(text[a:b] for a, b in _telling(row)))
        for place, statement in enumerate(given):
            likeness = _likeness(mine, _words(_text_of(statement, article)))
            if likeness >= _SAME_CONTENT:
                same = _same_speakers(row, statement.speakers, truth)
                ranked.append((likeness + same, at, place))
    pairs, rows_taken, given_taken = [], set(), set()
    for _, at, place in sorted(ranked, key=lambda r: (-r[0], r[1], r[2])):
        if at not in rows_taken and place not in given_taken:
            rows_taken.add(at)
            given_taken.add(place)
            pairs.append((rows[at], given[place]))
    return pairs


def _telling(row: Row) -> list[list[int]]:
    """Return the spans by which a statement is known: its content, else its source and cue."""
    return row["content"] or [span for span in (row["source"], row["cue"]) if span]


def _text_of(statement: Statement, article: Article) -> str:
    spans: tuple[Span, ...] = statement.content or tuple(
        span for span in (statement.source, statement.cue) if span is not None
    )
    return " ".join(article.text[span.start : span.end] for span in spans)


def _same_speakers(row: Row, speakers: Sequence[Origin], truth: Truth) -> bool:
    wanted = [truth.names[speaker] for speaker in row["speakers"]]
    given = [{_plain(name) for name in (o.name, *o.aliases)} for o in speakers]
    if not wanted:
        return True  # nobody is named: "one report" may be shown as a speaker or not
    return len(wanted) == len(given) and all(
        any(_known_as(names, mine) for names in given) for mine in wanted
    )


def _known_as(names: Iterable[str], mine: frozenset[str]) -> bool:
    """Tell whether a name is one of these, or ends in one of them: "mayor Ann Bell"."""
    return any(
        name == known or name.endswith(" " + known) for name in names for known in mine if known
    )


def _score_claims(truth: Truth, traced: Traced, found: Mapping[str, Article]) -> dict[str, float]:
    back = {article.id: own_id for own_id, article in found.items()}
    texts = {article.id: article.text for article in found.values()}
    places: dict[str, list[tuple[int, Counter[str]]]] = defaultdict(list)
    for at, claim in enumerate(traced.claims):
        for member in claim.members if claim.about == "world" else ():
            for span in member.spans:
                if span.article in back:
                    words = _words(texts[span.article][span.start : span.end])
                    places[back[span.article]].append((at, words))
    count: Counter[str] = Counter()
    for row in truth.claims:
        told = [m for m in row["members"] if m["stance"] != "declines" and m["article"] in found]
        articles = {m["article"] for m in told}
        if row["about"] != "world" or len(articles) < 2:  # noqa: PLR2004 - told twice
            continue
        votes: Counter[int] = Counter()
        for member in told:
            text = truth.articles[member["article"]]["text"]
            mine = _words(" ".join(text[a:b] for a, b in member["spans"]))
            here = places[member["article"]]
            votes.update({at for at, w in here if _likeness(mine, w) >= _SAME_CONTENT})
        count["all"] += 1
        if not votes:
            count["missed"] += 1
            continue
        best = min(votes, key=lambda at: (-votes[at], at))
        lines = traced.claims[best].lines
        count["right"] += lines == row["lines"]
        count["high"] += lines > row["lines"]
        count["low"] += lines < row["lines"]
    claims = max(1, count["all"])
    return {
        "claims": count["all"],
        "lines right": count["right"] / claims,
        "lines too high": count["high"] / claims,
        "lines too low": count["low"] / claims,
        "claims missed": count["missed"] / claims,
    }


def _score_families(truth: Truth, traced: Traced, found: Mapping[str, Article]) -> dict[str, float]:
    wanted = {
        frozenset((found[a].id, found[b].id))
        for family in truth.families
        for a, b in combinations([w for w in family["witnesses"] if w in found], 2)
    }
    known = {article.id for article in found.values()}
    given = {
        frozenset(pair)
        for family in traced.families
        for pair in combinations([w for w in family.witnesses if w in known], 2)
    }
    both = len(wanted & given)
    precision, recall = both / max(1, len(given)), both / max(1, len(wanted))
    return {
        "family pairs precision": precision,
        "family pairs recall": recall,
        "family pairs F1": 2 * precision * recall / max(1e-9, precision + recall),
    }


def _body_of(article: Article) -> str:
    return "\n".join(article.text[p.start : p.end] for p in article.parts if p.kind == "body")


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Return Dice's coefficient of two bags of words: the F1 of one against the other."""
    return 2 * sum((one & other).values()) / max(1, one.total() + other.total())


def _plain(name: str) -> str:
    words = _WORD.findall(name.casefold())
    return " ".join(word for word in words if word not in _TITLES)
