"""The report says in ten seconds how many texts there are and what each claim rests on."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.explain import fiction
from twosource.explain import (
    EVERYTHING,
    NOUNS,
    Evidence,
    Wanted,
    as_plain,
    describe,
    explain,
    lay_out_explanation,
    lay_out_report,
    pick,
    tell_line,
    tell_report,
)
from twosource.explain.number import tell_number
from twosource.explain.typeset import columns
from twosource.records import Member, Span

AVOIDED = re.compile(
    r"\b(documents?|duplicates?|clusters?|facts?|true|false|scores?)\b", re.IGNORECASE
)


@pytest.fixture(name="evidence")
def _evidence():
    return fiction.evidence()


@pytest.fixture(name="sheet")
def _sheet(evidence):
    return lay_out_report(tell_report(evidence, pile="dam.db", new=3))


def flat(text):
    return " ".join(text.split())


def test_the_head_says_which_pile_how_many_pages_and_how_many_are_new(sheet):
    first, second, *_ = sheet.splitlines()
    assert first == "dam.db"
    assert "4 pages (3 new)" in second
    assert "1 page refused" in second


def test_outlets_are_counted_with_those_that_no_page_names(sheet):
    assert "2 outlets + 1 not named" in sheet


def test_a_lost_original_is_marked_in_words(sheet):
    assert "NordWire dispatch (not in your pages)" in sheet


def test_copies_hang_below_the_lost_original(sheet):
    assert "├─ Lakeside Daily" in sheet
    assert "└─ unnamed outlet (two.html)" in sheet


def test_a_guessed_date_is_marked(sheet):
    assert "5 March 2031 (inferred)" in sheet


def test_the_number_never_stands_alone(sheet):
    assert "1 line · 2 voices" in sheet
    assert "Both only as the Varnholt Courier tells it; one more text" in flat(sheet)
    assert "would make it 2." in flat(sheet)


def test_one_who_declines_is_listed_as_declining_and_nowhere_else(sheet):
    assert re.search(r"declines +Ilse Brandt", sheet)
    assert not re.search(r"(denies|confirms) ", sheet)


def test_refusals_are_listed_with_their_reasons(sheet):
    assert "empty.html: No article on this page." in sheet


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_every_line_fits_the_screen_also_with_wide_letters(evidence, width):
    told = tell_report(evidence, pile="dam.db", new=3)
    for line in lay_out_report(told, width=width).splitlines():
        assert columns(line) <= width


def test_without_colour_there_are_no_colour_codes_and_with_it_the_words_are_the_same(evidence):
    told = tell_report(evidence, pile="dam.db")
    plain, coloured = lay_out_report(told), lay_out_report(told, colour=True)
    assert "\x1b" not in plain
    assert re.sub(r"\x1b\[\d+m", "", coloured) == plain


def test_words_that_promise_too_much_are_avoided(evidence, sheet):
    told = [sheet, *(str(explain(evidence, one.id)) for one in evidence.claims)]
    assert not [found for text in told for found in AVOIDED.findall(text)]


def test_one_dispatch_that_quotes_two_people_is_one_line_with_two_voices(evidence):
    told = tell_number(evidence, fiction.one_line_two_voices())
    assert told.number == "1 line · 2 voices"
    assert told.because.startswith(
        "both only as NordWire tells it; one more text that heard either"
    )


def test_a_source_not_stated_is_told_by_naming_who_does_not_say(evidence):
    told = tell_number(evidence, fiction.source_not_stated())
    assert told.number == "1 line · source not stated"
    assert told.because.startswith("the Varnholt Courier does not say, in your pages, who told it")


def test_why_a_claim_has_its_number_shows_the_way_and_the_words(evidence):
    told = flat(str(explain(evidence, evidence.claims[0].id)))
    assert "→ the Varnholt Courier → NordWire (its own text is not in your pages)" in told
    assert "likewise in unnamed outlet (two.html)" in told
    assert "No denial was found in your pages." in told
    assert "neither confirms nor denies: Ilse Brandt" in told
    assert "What would raise the number" in told
    assert "if the Varnholt Courier were wrong" in told


def test_a_denial_that_no_claim_holds_is_shown_and_not_said_to_be_absent(evidence):
    denial = replace(evidence.statements[0], id="f" * 32, act="denies", verb="denied")
    more = replace(evidence, statements=(*evidence.statements, denial))
    told = flat(str(explain(more, evidence.claims[0].id)))
    assert "No denial was found" not in told
    assert "No denial was tied to it" in told
    assert flat(more.words(more.sentence_of(denial))) in told


@pytest.mark.parametrize(
    "noun",
    [
        "claims", "statements", "families", "derivations",
        "stories", "articles", "pages", "origins",
    ],
)  # fmt: skip
def test_every_noun_can_be_shown_and_explained_within_the_width(evidence, noun):
    for record in getattr(evidence, noun):
        for tell in (explain, describe):
            told = tell(evidence, record.id)
            assert told.id == record.id
            text = lay_out_explanation(told, width=60)
            assert all(columns(line) <= 60 for line in text.splitlines())


def test_a_record_that_is_not_there_cannot_be_explained(evidence):
    with pytest.raises(KeyError):
        explain(evidence, "0" * 32)


def test_short_ids_are_long_enough_to_be_their_own():
    pages = tuple(
        fiction.Page(id="a" * 10 + tail, captures=(), media_type="text/plain", size=1)
        for tail in ("b", "c")
    )
    evidence = Evidence(pages=pages)
    assert evidence.shorten(pages[0].id) == pages[0].id
    assert evidence.begin_with("a" * 8) == tuple(one.id for one in pages)


def test_an_outlet_denies_nothing_because_nobody_knows_whom_it_quotes(evidence):
    one = evidence.articles[0]
    said = fiction.statement(one, "dam at Oldmere had been leaking", "denies", "reported")
    claim = evidence.claims[0]
    denied = replace(claim, members=(*claim.members, Member(said.id, said.content, "denies")))
    held = replace(evidence, claims=(denied,), statements=(*evidence.statements, said))
    assert "somebody in " in flat(lay_out_report(tell_report(held, pile="dam.db")))


def test_a_denial_is_told_before_what_was_only_printed_more_often(evidence):
    copies = next(one.witnesses for one in evidence.families if len(one.witnesses) > 1)
    plain = evidence.claims[0]
    told = [Member(None, (Span(one, 0, 5),), "asserts") for one in copies]
    printed = replace(plain, id="a" * 32, members=tuple(told))
    denied = replace(plain, id="b" * 32, members=(told[0], told[0]._replace(stance="denies")))
    ranked = pick(replace(evidence, claims=(printed, denied)), "claims", Wanted())
    assert [one.id for one in ranked] == [denied.id, printed.id]


def test_the_order_of_records_changes_nothing(evidence):
    turned = Evidence.gather(
        **{noun: tuple(reversed(getattr(evidence, noun))) for noun in (*NOUNS, "derivations")}
    )
    one, other = (
        tell_report(e, pile="dam.db", limits=EVERYTHING, explained=True) for e in (evidence, turned)
    )
    assert as_plain(one) == as_plain(other)


def test_an_empty_pile_has_a_report():
    sheet = lay_out_report(tell_report(Evidence(), pile="new.db"))
    assert "0 pages" in sheet


@pytest.mark.parametrize(
    ("noun", "wanted", "number"),
    [
        ("articles", Wanted(outlet="lakeside"), 1),
        ("articles", Wanted(search="RUMOURS"), 1),
        ("articles", Wanted(since="2031-03-05"), 1),
        ("articles", Wanted(until="2031-03"), 2),
        ("articles", Wanted(until="2030"), 0),
        ("statements", Wanted(origin="Ilse Brandt"), 1),
        ("statements", Wanted(origin="courier"), 3),
        ("claims", Wanted(origin="brandt"), 1),
        ("claims", Wanted(search="three weeks"), 1),
        ("pages", Wanted(search="rumours"), 1),
        ("refusals", Wanted(), 1),
        ("origins", Wanted(search="nord"), 1),
    ],
)
def test_lists_keep_to_what_was_asked_for(evidence, noun, wanted, number):
    found = pick(evidence, noun, wanted)
    assert len(found) == number
    assert all(tell_line(evidence, one).text for one in found)


def test_a_list_can_keep_to_one_story(evidence):
    story = evidence.stories[0].id
    for noun in ("articles", "families", "statements", "claims", "stories"):
        assert len(pick(evidence, noun, Wanted(story=story))) == len(getattr(evidence, noun))
        assert not pick(evidence, noun, Wanted(story="another"))
