"""Two articles side by side, as it is told: the telling first, marks that need no colour."""

from __future__ import annotations

import re

import pytest

from twosource.explain import (
    Evidence,
    comparison_as_plain,
    lay_out_comparison,
    tell_comparison,
)
from twosource.explain.typeset import columns
from twosource.families.comparison import compare
from twosource.records import (
    Article,
    Capture,
    Derivation,
    Difference,
    Family,
    Origin,
    Page,
    Part,
    Passage,
    Published,
    identify,
)

MILL = "The blast killed 12 people in the old mill above the river on Monday."
MILL_TOO = "The blast killed 14 people in the old mill above the river."
FERRY = "The ferry left the harbour with its lights out and its radio silent."
GOAT = "Nobody has claimed the goat, which was found on the roof."
BELL = "The adviser rang the bell of the chapel for an hour with two boys."
BELL_TOO = "The advisor rang the bell of the chapel for an hour with two boys."


def article(name, *paragraphs, outlet=None, headline="Mill blown up"):
    text, parts = "", []
    for kind, line in [("headline", headline), *(("body", one) for one in paragraphs)]:
        text += "\n" if text else ""
        parts.append(Part(kind, len(text), len(text) + len(line)))
        text += line
    return Article(
        id=identify("article", name),
        page=identify("page", name),
        outlet=Origin(id=identify("origin", outlet), name=outlet, kind="outlet")
        if outlet
        else None,
        headline=headline,
        published=Published("2031-05-16", "on_page"),
        text=text,
        parts=tuple(parts),
    )


def evidence_of(*articles, **more):
    pages = [
        Page(id=a.page, captures=(Capture("page.html"),), media_type="text/html", size=1)
        for a in articles
    ]
    return Evidence.gather(pages=pages, articles=articles, **more)


ONE = article("one", MILL, FERRY, BELL, outlet="Varnholt Courier")
OTHER = article("other", MILL_TOO, FERRY, BELL_TOO, GOAT, outlet="Lakeside Daily")


def tell(one=ONE, other=OTHER, *, spelling=False, width=80, **more):
    evidence = evidence_of(one, other, **more)
    told = tell_comparison(evidence, compare(one, other), spelling=spelling)
    return lay_out_comparison(told, width=width)


def test_the_differences_come_before_the_text_and_the_text_before_what_one_alone_has():
    told = tell()
    places = [
        told.index(words)
        for words in ("[12 people]", "[14 people]", "[Monday]", "[A: 12 | B: 14]", "Only in B")
    ]
    assert places == sorted(places)
    assert GOAT in " ".join(told.split())
    assert "Differ: 1 number and 1 day." in told


def test_a_side_that_says_nothing_shows_its_sentence_behind_a_dash():
    assert re.search(rf"B ¶1\s+— {MILL_TOO[:40]}", tell())


def test_house_style_is_counted_and_shown_when_asked_for():
    assert "House style aside: 1 place printed otherwise (--spelling)." in tell()
    asked = tell(spelling=True)
    assert "[adviser]" in asked
    assert "[advisor]" in asked
    assert "--spelling" not in asked


def test_no_difference_is_not_agreement():
    told = tell(ONE, article("other", MILL, outlet="Lakeside Daily"))
    assert "No difference found." in told
    assert "“no difference found” is not “they agree”" in " ".join(told.split())


def test_independent_texts_are_said_to_share_nothing():
    told = tell(ONE, article("other", GOAT))
    assert "They share no text, as far as shows." in told
    assert "0 of 11 words (0 %) also in A" in told


def related(kind="cut", *, directed=True):
    return Derivation(
        id=identify("derivation", "x"),
        copy=OTHER.id,
        original=ONE.id,
        kind=kind,
        directed=directed,
        containment=0.9,
        passages=(Passage(0, 5, 0, 5),),
    )


@pytest.mark.parametrize(
    ("derivation", "wanted"),
    [
        (related(), "B was made from A: cut (why: "),
        (related(directed=False), "Both were made from one text: cut; which came first"),
        (related("quotation", directed=False), "They share quoted words and no more (why: "),
    ],
)
def test_what_the_pile_knows_of_the_two_is_said_first(derivation, wanted):
    told = " ".join(tell(derivations=[derivation]).split())
    assert wanted in told
    assert derivation.id[:8] in told


def test_copies_without_a_derivation_of_their_own_are_still_one_text():
    family = Family(id=identify("family", "x"), witnesses=(ONE.id, OTHER.id))
    assert f"Both are copies of one text ({family.id[:8]})." in tell(families=[family])


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_every_line_fits_in_any_width(width):
    long = article("long", MILL + " " + "x" * 300, "北京" * 60, FERRY, headline="Head " * 40)
    other = article("more", MILL_TOO + " " + "y" * 300, "東京" * 60, FERRY)
    for line in tell(long, other, width=width).splitlines():
        assert columns(line) <= width


def test_nothing_in_a_page_acts_on_the_screen():
    wild = MILL.replace("old mill", "old\x1b[2J mill\u202e") + " \ue000quiet\ue001"
    told = tell(article("wild", wild, GOAT + "\x07", headline="\x1b]0;title\x07"), OTHER)
    assert not set("\x1b\x07\u202e\ue000\ue001") & set(told)
    assert "⟨U+001B⟩" in told


def test_colour_only_adds_to_what_is_said():
    evidence = evidence_of(ONE, OTHER)
    told = tell_comparison(evidence, compare(ONE, OTHER))
    plain, coloured = (lay_out_comparison(told, colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain
    assert "\x1b[1m[12 people]\x1b[0m" in coloured


def test_much_is_cut_unless_all_is_wanted():
    ours = [f"Boat {n} left quay {n} of the harbour with {n} men aboard." for n in range(2, 60)]
    theirs = [line.replace("men aboard", "women aboard") for line in ours]
    one, other = article("one", *ours), article("other", *theirs)
    evidence = evidence_of(one, other)
    told = tell_comparison(evidence, compare(one, other))
    assert "more: --all" in lay_out_comparison(told)
    everything = lay_out_comparison(told, everything=True)
    assert "--all" not in everything
    assert "quay 59 of" in everything


def test_plain_data_has_exact_places_and_words():
    evidence = evidence_of(ONE, OTHER)
    plain = comparison_as_plain(evidence, compare(ONE, OTHER))
    assert plain["articles"] == [ONE.id, OTHER.id]
    assert [one["kind"] for one in plain["differences"]] == ["number", "date"]
    spans = [one["spans"] for one in plain["differences"]]
    assert spans[0][0]["text"] == "12 people"
    assert spans[1] == [
        {
            "article": ONE.id,
            "start": ONE.text.index("Monday"),
            "end": ONE.text.index("Monday") + len("Monday"),
            "text": "Monday",
        },
        None,
    ]
    assert plain["only"][1][0]["text"] == GOAT
    asked = comparison_as_plain(evidence, compare(ONE, OTHER), spelling=True)
    assert [one["kind"] for one in asked["differences"]] == ["number", "date", "spelling"]


def test_where_the_pile_found_that_they_tell_one_claim_otherwise_it_is_said():
    from tests.explain import fiction  # noqa: PLC0415 (its claims are needed here alone)

    held = fiction.evidence()
    pairs = [
        (difference, {span.article for span in difference.spans})
        for claim in held.claims
        for difference in claim.differences
    ]
    difference, articles = next(pair for pair in pairs if len(pair[1]) == 2)
    assert isinstance(difference, Difference)
    one, other = (held.article[a] for a in sorted(articles))
    told = lay_out_comparison(tell_comparison(held, compare(one, other)))
    assert "Where they tell one claim otherwise" in told
