"""Several articles on one page, and heads that hardly look like one; all of it fiction."""

from __future__ import annotations

import pytest

from tests.articles.reading import quoted, read
from twosource.articles import Reading
from twosource.articles.blocks import Block
from twosource.articles.chooser import Home
from twosource.articles.evidence import look_at
from twosource.articles.labeller import score_lines
from twosource.articles.line_openings import lay_lines, load_line_openings, measure_line_gaps
from twosource.articles.openings import Laid, find_gaps, load_openings, measure_gaps
from twosource.articles.running import load_running, measure_running
from twosource.articles.traits import measure_lines

FERRY = """\
The ferry Solveig ran aground off Skerry on Friday morning with 61 people aboard, and nobody \
was hurt, the coast guard said.
The ship was pulled free in the afternoon by two tugs from Lindholm and went back to its quay \
under its own power.
"We heard a long scraping sound, and then it was very still," passenger Egil Moe told the \
paper on the quay.
Its owner, the Kaien line, said that divers would look at the hull before the ferry sails \
again, and that buses would run until then.""".split("\n")
HARVEST = """\
Farmers in Myrland brought in more potatoes this autumn than in any year since records began, \
the growers' union said on Tuesday.
Dry weeks in August let the machines work without a break, and the stores in the valley are \
full to the roof.
Prices have fallen by a third since September, and some growers now fear that they will not \
earn what the seed cost them.
The union asked the ministry to buy a part of the harvest for schools and hospitals; the \
ministry said that it would answer before the month ends.""".split("\n")
CHESS = """\
The chess club of Sandvik will open its doors on Sundays from next month, its chairman said \
at the yearly meeting.
Members had asked for it for years, but the hall was let to a choir, which has moved to the \
new school with its larger and warmer rooms.
Beginners are welcome and need not bring a board, and coffee costs nothing before noon, the \
chairman promised.
Last year the club won the district league for the first time since two dockers founded it \
in a boat shed.""".split("\n")
HEADLINES = (
    "Ferry runs aground off Skerry, all aboard safe",
    "Potato harvest in Myrland the largest in twenty years",
    "Chess club opens its doors on Sundays",
)
BODIES = (FERRY, HARVEST, CHESS)


def bodies(reading: Reading) -> list[list[str]]:
    return [quoted(article, "body") for article in reading.articles]


def page(head: str, between: str = "", tail: str = "") -> str:
    """Return a page of three articles, each below a head ("{0}": its headline, "{1}": a number)."""
    rows: list[str] = []
    for number, (headline, body) in enumerate(zip(HEADLINES, BODIES, strict=True)):
        rows += [head.format(headline, 14 - number), *body]
        rows += [between] if between else []
    return "\n".join([*rows, tail]).strip() + "\n"


HEADS = {
    "dated": "{1} March 2031\n{0}",
    "signed": "{0}\nBy Hanna Viik\n{1} March 2031",
    "twice": "{0}\n{0}\nCoast Courier{1}-03-2031",
    "live": "{1}:05\n{0}",
    "numbered": "{1}. {0}\nCoast Courier, March {1}, 2031",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS.keys())
def test_three_articles_below_one_another_are_three_whatever_their_heads(head: str):
    assert bodies(read(page(head))) == [list(body) for body in BODIES]


def test_what_stands_between_two_articles_belongs_to_neither():
    text = page(HEADS["signed"], between="Share\nTweet\nNo comments yet\nRelated stories")
    assert bodies(read(text)) == [list(body) for body in BODIES]


def test_articles_in_markup_are_told_apart_as_in_text():
    pieces = [
        f"<div><h2>{headline}</h2><p>{14 - n} March 2031</p>"
        + "".join(f"<p>{paragraph}</p>" for paragraph in body)
        + "</div>"
        for n, (headline, body) in enumerate(zip(HEADLINES, BODIES, strict=True))
    ]
    reading = read(f"<html><body>{''.join(pieces)}</body></html>", html=True)
    assert bodies(reading) == [list(body) for body in BODIES]
    assert [article.headline for article in reading.articles] == list(HEADLINES)


HOUSES = {
    "articles": "<article><h2>{0}</h2><p>{1} March 2031</p>{2}</article>",
    "blog": "<section><h3>{0}</h3>{2}<p>By Hanna Viik</p><p>{1} comments</p></section>",
    "live": "<div><span>{1}:05</span><h3>{0}</h3>{2}</div><div>Share this post</div>",
    "twice": "<div><p>{0}</p><p>{0}</p><p>Coast Courier</p><p>{1}h ago</p>{2}</div>",
}
MENU = "".join(f"<li><a href='/{n}'>Section {n}</a></li>" for n in range(9))


@pytest.mark.parametrize("house", HOUSES.values(), ids=HOUSES.keys())
def test_several_articles_on_a_web_page_are_told_apart_by_the_habits_of_many_houses(house: str):
    pieces = [
        house.format(headline, 14 - n, "".join(f"<p>{paragraph}</p>" for paragraph in body))
        for n, (headline, body) in enumerate(zip(HEADLINES, BODIES, strict=True))
    ]
    page = f"<html><body><nav><ul>{MENU}</ul></nav><main>{''.join(pieces)}</main></body></html>"
    reading = read(page, html=True)
    assert bodies(reading) == [list(body) for body in BODIES]
    assert [article.headline for article in reading.articles] == list(HEADLINES)


def test_a_long_web_page_of_one_article_is_not_divided_at_its_subheads():
    parts = [
        "".join(f"<p>{paragraph.replace('.', f' of that week {n}.')}</p>" for paragraph in FERRY)
        for n in range(5)
    ]
    inner = "".join(f"<h2>The ferry on day {n + 1}</h2>{part}" for n, part in enumerate(parts))
    page = f"<html><body><ul>{MENU}</ul><h1>{HEADLINES[0]}</h1>{inner}</body></html>"
    assert len(read(page, html=True).articles) == 1


def test_the_trees_ask_of_a_gap_only_what_is_measured():
    texts = [*FERRY, HEADLINES[1], *HARVEST]
    lines = [look_at(Block(text)) for text in texts]
    page = Laid(lines, [Home(0, 1, 0)] * len(lines), [1.0] * len(lines), "")
    [gap] = find_gaps(page)
    assert (gap.first, gap.headline, gap.text) == (4, 4, 5)
    assert measure_gaps(page, [gap]).shape[1] > load_openings().asked.max()


def test_the_trees_ask_of_a_line_and_of_a_gap_between_lines_only_what_is_measured():
    lines = [look_at(Block(text)) for text in [*FERRY, HEADLINES[1], *HARVEST]]
    scores = score_lines(measure_lines(lines))
    assert measure_running(lines, scores).shape[1] > load_running().asked.max()
    page = lay_lines(lines, [1.0] * len(lines))
    [gap] = find_gaps(page)
    assert measure_line_gaps(page, [gap], scores).shape[1] > load_line_openings().asked.max()


@pytest.mark.parametrize("headline", ["Aground", "Ferry aground"])
def test_a_headline_of_one_or_two_words_keeps_its_place_and_its_date(headline: str):
    (article,) = read("\n".join([headline, "By Hanna Viik", "14 March 2031", *FERRY])).articles
    assert article.headline == headline
    assert article.published.value == "2031-03-14"
    assert article.authors == ("Hanna Viik",)
    assert quoted(article, "body") == list(FERRY)


SUBSCRIBE = """\
Coast Courier
Sign in
Keep reading with a subscription
Choose your plan
Digital
Read every story on the web and in our app, with no advertising and a daily letter from the editor.
1 crown for the first month, then 12 crowns a month. Cancel at any time.
Digital and paper
Everything in Digital, and the paper at your door on Saturdays.
Subscribe now
Already a subscriber? Sign in
Questions? Write to us and we will answer within a day.
Terms and conditions
"""


def test_a_page_that_sells_subscriptions_is_no_article():
    reading = read(SUBSCRIBE)
    assert reading.articles == ()
    assert [refusal.rule for refusal in reading.refusals] == ["no-article"]
