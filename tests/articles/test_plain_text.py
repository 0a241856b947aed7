"""Articles in plain text as found: copied from a screen, with all that stood around them."""

from __future__ import annotations

import pytest

from tests.articles.reading import kinds, quoted, read

SINGLE = """\
 date 2031-03-14 REGIONS
3 MIN READ
Harbour council puts off vote on the north quay crane
Two members asked for the survey before they decide.
Harbour council puts off vote on the north quay crane
Crane driver Ole Brandvik looks out over the north quay. / Photo Norrin Archive
March 14, 2031

The harbour council of Lindholm has put off its vote on the north quay crane until April.

"We have not seen the survey," council member Tora Aune told reporters on Friday.

RelatedLindholm's ferry line raises its prices again

'Not before Easter'

Recommended

The operator, Kaien AS, declined to comment on the date.

SOURCE:NORRIN WIRE
Explore
Fire on trawler off Skerry put out after six hours
School in Myrland closes two weeks early
Who pays for the new lighthouse road?
By Hanna Viik
"""

GATHERED = """\
logo
Ferry runs aground off Skerry, all aboard safe

Ferry runs aground off Skerry, all aboard safe

Coast Courier14-03-2031

LINDHOLM: The ferry Solveig ran aground off Skerry on Friday morning with 61 people aboard.
Nobody was hurt, the coast guard said, and the ship was pulled free in the afternoon.
'We heard a long scraping sound,' passenger Egil Moe told the paper, 'and then it was very still.'

Blue pattern

Comments

No comments yet

Related Articles

Potato harvest in Myrland the largest in twenty years
Potato harvest in Myrland the largest in twenty years

Vatn Avisa

time2 days ago

  • Vatn Avisa

Potato harvest in Myrland the largest in twenty years

Farmers in Myrland brought in more potatoes this autumn than in any year since records began, \
the growers' union said on Tuesday. Dry weeks in August let the machines work without a break, and \
stores in the valley are full. Prices have fallen by a third since September, and some growers now \
fear that they will not earn what the seed cost them. The union asked the ministry to buy a \
part of \
the harvest for schools and hospitals. The ministry said that it would answer before the month ends.

Chess club opens its doors on Sundays
Chess club opens its doors on Sundays

Sandvik Folkeblad

time2 days ago

  • Sandvik Folkeblad

Chess club opens its doors on Sundays

The chess club of Sandvik will open on Sundays from next month, its chairman said. Members had \
asked \
for it for years, but the hall was let to a choir that rehearsed there. The choir has moved to the \
new school, where the rooms are larger and warmer. Beginners are welcome and need not bring a \
board, \
the chairman said, and coffee costs nothing before noon. Last year the club won the district \
league \
for the first time since it was founded by two dockers in a boat shed.

DOWNLOAD THE APP

Ready for the whole coast in one place? Download Kystly app today and start reading.
"""

ENCYCLOPAEDIA = """\
The coast guard of Lindholm refused on Friday to say where the trawler had been bound.
"We do not speak of ships under inquiry," spokesman Arne Dahl said.
The Lindholm Coast Guard (LCG; Norrin: Линдхолм Вакт; lit. 'watch') is the maritime service of \
Lindholm and consists of three squadrons: North, South and Skerry. It is headquartered in Vatn. As \
of 2029 it is the largest service of its kind on the coast, with 410 members serving full time \
or in \
reserve.
Subscribe to Skerry.No Telegram channel, Facebook, RSS!
Error page url:
Your comment:
"""


def test_what_stands_around_one_article_is_labelled_and_kept_out_of_its_body():
    (article,) = read(SINGLE).articles
    assert article.headline == "Harbour council puts off vote on the north quay crane"
    assert [text.split()[0] for text in quoted(article, "body")] == ["The", '"We', "The"]
    assert kinds(article) == [
        "date", "furniture", "headline", "standfirst", "headline", "caption", "photo_credit",
        "date", "body", "body", "related", "subhead", "furniture", "body", "credit",
    ]  # fmt: skip


def test_a_text_credit_is_read_and_a_photo_credit_is_not():
    (article,) = read(SINGLE).articles
    assert article.credit is not None
    assert article.credit.name.upper() == "NORRIN WIRE"
    assert quoted(article, "photo_credit") == ["/ Photo Norrin Archive"]


def test_links_below_an_article_and_the_byline_of_the_last_one_are_no_part_of_it():
    reading = read(SINGLE)
    assert reading.articles[0].authors == ()
    outside = [(part.kind, part.text) for part in reading.parts]
    assert ("teaser", "By Hanna Viik") in outside
    assert ("teaser", "Who pays for the new lighthouse road?") in outside


def test_each_whole_article_on_a_page_is_found_with_its_own_publisher_and_date():
    found = read(GATHERED).articles
    assert [a.headline for a in found] == [
        "Ferry runs aground off Skerry, all aboard safe",
        "Potato harvest in Myrland the largest in twenty years",
        "Chess club opens its doors on Sundays",
    ]
    outlets = [a.outlet.name if a.outlet else None for a in found]
    assert outlets == ["Coast Courier", "Vatn Avisa", "Sandvik Folkeblad"]
    assert {a.via.name for a in found if a.via} == {"Kystly"}
    assert [a.published.how for a in found] == ["on_page", "relative", "relative"]
    assert found[0].published.value == "2031-03-14"
    assert found[0].dateline == "LINDHOLM"


def test_a_relative_date_is_counted_only_when_the_time_of_capture_is_known():
    unknown = read(GATHERED).articles[1].published
    known = read(GATHERED, fetched_at="2031-03-16T09:00:00Z").articles[1].published
    assert (unknown.value, unknown.note) == (None, "2 days ago")
    assert (known.value, known.how) == ("2031-03-14", "relative")


def test_an_encyclopaedia_block_and_forms_are_no_news():
    reading = read(ENCYCLOPAEDIA)
    (article,) = reading.articles
    assert kinds(article) == ["body", "body"]
    assert [part.kind for part in reading.parts] == ["reference", "promotion", "form", "form"]
    assert article.outlet is not None
    assert article.outlet.name == "Skerry.No"
    assert article.headline is None
    assert article.published.how == "not_on_page"


def test_an_article_is_not_split_at_its_subheads():
    paragraphs = [
        f"Member {place} of the council spoke for {place + 3} minutes about {matter} and said that "
        f"the harbour could not wait for {place + 1} more years."
        for place in range(5)
        for matter in ("the crane", "its price", "the quay below it", "the men who work there")
    ]
    lines = ["Council speaks of the crane for hours", "By Jane Doe", "3 March 2031"]
    for number, subhead in enumerate(
        ("A long evening", "What the survey says about the quay", "What comes next")
    ):
        lines += [*paragraphs[5 * number : 5 * number + 5], subhead]
    (article,) = read("\n".join([*lines, *paragraphs[15:]])).articles
    assert len(quoted(article, "body")) == 20
    assert len(quoted(article, "subhead")) == 3
    assert article.authors == ("Jane Doe",)


def test_a_page_of_links_holds_no_article_and_says_so():
    reading = read("Home\nWorld\nFire on trawler put out\nSchool closes early\nSign in\n")
    assert reading.articles == ()
    assert [r.rule for r in reading.refusals] == ["no-article"]
    assert reading.refusals[0].stage == "articles"
    assert len(reading.parts) == 5


def test_lines_broken_to_a_fixed_width_are_one_paragraph():
    wrapped = (
        "The harbour council of Lindholm has put off its vote on the north quay\n"
        "crane until April, after two of its members asked to see the survey that\n"
        "was paid for last year and never shown to anybody outside the office.\n"
        "\n"
        "The operator of the crane said on Friday that it had sent the survey to\n"
        "every member of the council in January, by letter and by messenger, and\n"
        "that it had been signed for at the door of the town hall each time.\n"
    )
    (article,) = read(wrapped).articles
    assert len(quoted(article, "body")) == 2


def test_a_notice_from_the_house_is_no_paragraph():
    body = "The council met on Friday and put off its vote on the crane until the survey is shown."
    notice = "All your papers in one basket: download the Kystly app today and read anywhere."
    more = "Two of its members asked to see what the survey says about the quay below the crane."
    (article,) = read(f"{body}\n{more}\n{notice}\n").articles
    assert quoted(article, "body") == [body, more]


def test_a_letter_of_two_paragraphs_is_read_though_a_date_and_a_name_stand_below_them():
    rows = [
        "View this message in your browser: https://coast-letter.example/164",
        "Ferry runs aground off Skerry",
        "The ferry Solveig ran aground off Skerry on Friday morning with 61 people aboard.",
        "Nobody was hurt, the coast guard said, and the ship was pulled free in the afternoon.",
        "By Hanna Viik",
        "14 March 2031",
        "You receive this letter because you signed up at coast-letter.example.",
    ]
    (article,) = read("\n".join(rows)).articles
    assert quoted(article, "body") == rows[2:4]


BRIDGE = """\
The council of Orme Bay voted on Tuesday to close the old swing bridge for eight months, its chair \
Maren Holt said. Work will start in March and cost about four million crowns.

"We have waited too long already," Holt told reporters after the meeting. "Nobody can say when the \
next bolt will go."

Ferry owners asked for money to make up for lost trips, and the council will answer in two weeks.
"""


@pytest.mark.parametrize(
    ("name", "between", "headline", "below"),
    [
        ("THE EVENING MIRROR", "", "Who pays for the bridge?", ""),
        ("The Orme Bay Journal", "March 3, 2031\n", "Bridge to close in March", ""),
        ("The Skerry Times", "", "Bridge closed", "By Ada Roe\n"),
        ("The Tarn Valley Courier", "3 March 2031\n", "Who pays for the bridge?", ""),
        ("THE WESTERN OBSERVER", "", "Swing bridge shut: 'We have waited too long'", ""),
        ("The Fjord Tribune", "", "Bridge closed", "By Ada Roe\nMarch 3, 2031\n"),
    ],
)
def test_a_first_line_that_is_a_papers_name_is_the_outlet_and_no_headline(
    name: str, between: str, headline: str, below: str
):
    (article,) = read(f"{name}\n{between}{headline}\n{below}{BRIDGE}").articles
    assert article.headline == headline
    assert article.outlet is not None
    assert article.outlet.name.casefold() == name.casefold()
    assert article.outlet.kind == "outlet"


@pytest.mark.parametrize("title", ["The Last Post", "MAYOR SHUTS RADIO", "Ferries stop today"])
def test_a_first_line_formed_like_a_papers_name_is_the_headline_where_no_other_follows(title: str):
    (article,) = read(f"{title}\nBy Ada Roe\n{BRIDGE}").articles
    assert article.headline == title
    assert article.outlet is None


@pytest.mark.parametrize("name", ["SEAWIRE", "Reuters", "Kestrel Newswire", "Brae Press Service"])
def test_an_agencys_own_page_is_the_agencys(name: str):
    shown = name.title() if name.isupper() else name
    rows = f"{name}\nBridge to close in March\nORME BAY, March 3 ({shown}) – {BRIDGE}"
    (article,) = read(f"{rows}\nReporting by Ada Roe; editing by Tom Lind\n").articles
    assert article.headline == "Bridge to close in March"
    assert article.outlet is not None
    assert (article.outlet.name, article.outlet.kind) == (shown, "agency")
    assert article.credit in {None, article.outlet}


def test_an_agencys_name_above_a_text_that_credits_another_is_no_outlet():
    rows = f"SEAWIRE\nBridge to close in March\nORME BAY, March 3 (Reuters) – {BRIDGE}"
    (article,) = read(rows).articles
    assert article.outlet is None
    assert article.credit is not None
    assert article.credit.name == "Reuters"
