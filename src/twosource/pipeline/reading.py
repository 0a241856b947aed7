"""Reading one page alone: bytes in, its articles and their statements out, in plain form.

This is all that a worker process does. It is a function of the bytes and the capture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from twosource.articles import read_page
from twosource.pages import read, refusal_of
from twosource.records import Article, Capture, Page, Refusal, Statement
from twosource.stage import Stage
from twosource.statements import read_article
from twosource.store.codec import Plain, to_plain

PAGES = Stage(name="pages", takes=("capture",), yields=("page",), grain="each", run=read)
ARTICLES = Stage(
    name="articles", takes=("page",), yields=("articles", "refusals"), grain="each", run=read_page
)
STATEMENTS = Stage(
    name="statements",
    takes=("article",),
    yields=("statements", "refusals"),
    grain="each",
    run=read_article,
)
STAGES_OF_A_PAGE = (PAGES, ARTICLES, STATEMENTS)

NO_ARTICLE = "no-article"


class StageFaultError(Exception):
    """A stage failed on a page: a fault of ours, which must not stop the other pages."""


def read_alone(data: bytes, capture: Capture, *, model: bool = True) -> Plain:
    """Read one page: ``{"page", "articles", "statements", "refusals"}``, all plain.

    Without ``model`` statements are read by rules alone. A page without articles has at least one
    refusal of its own. Raises StageFaultError, with the fault as its cause, when a stage fails.
    """
    stage = PAGES.name
    try:
        page: Page = PAGES.run(data, **capture._asdict())
        refused = refusal_of(page)
        if refused is not None:
            return _plainly(page, (), (), (refused,))
        stage = ARTICLES.name
        reading = ARTICLES.run(page)
        stage = STATEMENTS.name
        statements: list[Statement] = []
        refusals: list[Refusal] = list(reading.refusals)
        for article in reading.articles:
            found, declined = STATEMENTS.run(article, model=model)
            statements += found
            refusals += declined
    except Exception as fault:
        raise StageFaultError(stage) from fault
    if not reading.articles and not any(one.subject == page.id for one in refusals):
        refusals.append(
            Refusal(
                stage=ARTICLES.name,
                subject=page.id,
                rule=NO_ARTICLE,
                detail="No article is on it.",
            )
        )
    flags = tuple(sorted({*page.flags, *reading.flags}))
    whole = replace(page, flags=flags, parts=tuple(reading.parts))
    return _plainly(whole, reading.articles, statements, refusals)


def _plainly(
    page: Page,
    articles: Sequence[Article],
    statements: Sequence[Statement],
    refusals: Sequence[Refusal],
) -> Plain:
    return {
        "page": to_plain(page),
        "articles": [to_plain(one, whole=True) for one in articles],
        "statements": [to_plain(one, whole=True) for one in statements],
        "refusals": [to_plain(one) for one in refusals],
    }
