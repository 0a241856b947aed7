"""What is told is whole, grammatical, and no more than the records hold."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.explain import fiction
from twosource.explain import (
    Evidence,
    describe,
    explain,
    lay_out_explanation,
    lay_out_report,
    pick,
    tell_line,
    tell_report,
)
from twosource.explain.evidence import name_in_prose, speak_published
from twosource.explain.listing import Wanted
from twosource.explain.number import tell_number
from twosource.explain.typeset import columns
from twosource.pipeline.rules import SAVED_BESIDE_PAGE
from twosource.records import (
    SOURCE_NOT_STATED,
    Capture,
    Edge,
    Graph,
    LostNode,
    Member,
    Node,
    Origin,
    Published,
    Reason,
    Refusal,
    Story,
    identify,
)


@pytest.fixture(name="evidence")
def _evidence():
    return fiction.evidence()


def flat(text):
    return " ".join(text.split())


def sheet_of(evidence, **options):
    return flat(lay_out_report(tell_report(evidence, pile="dam.db"), **options))


def test_a_text_whose_maker_nobody_knows_is_named_as_the_one_who_told():
    evidence = fiction.refusals_rendered(("board.txt", None, False))
    told = tell_number(evidence, evidence.claims[0])
    assert (
        told.because
        == f"heard and told by an {evidence.name_article(evidence.articles[0].id)} alone"
    )


def test_an_outlet_and_a_text_without_maker_are_two_who_told():
    evidence = fiction.refusals_rendered(
        ("board", fiction.LAKESIDE, False), ("board.txt", None, False)
    )
    told = tell_number(evidence, evidence.claims[0])
    assert told.number == "2 lines"
    assert told.because.startswith(
        "heard and told, each in its own words, by Lakeside Daily and an "
    )


def test_one_text_in_two_places_does_not_read_as_two_sources():
    evidence = fiction.refusals_rendered(("board.txt", None, True))
    told = explain(evidence, evidence.claims[0].id)
    assert "by the unknown maker of the one text in unnamed outlet" in told.answer
    assert "It rests on the one text in unnamed outlet" in flat(str(told))


def of_the_shared_voice(evidence):
    """Let one shared voice stand for the makers that no page names, as the stage draws it."""
    claim = evidence.claims[0]
    texts = [node for node in claim.graph.nodes if node.family and node.kind == "voice"]
    nodes = (
        Node(SOURCE_NOT_STATED, "voice", fiction.UNSTATED),
        *(node for node in claim.graph.nodes if node not in texts),
        *(node._replace(kind="text") for node in texts),
    )
    edges = (
        *claim.graph.edges,
        *(Edge(SOURCE_NOT_STATED, node.id, True, (Reason("rendered-by", 1.0),)) for node in texts),
    )
    drawn = replace(
        claim,
        graph=Graph(nodes, edges),
        voices=(*claim.voices, fiction.UNSTATED),
        lines=len(claim.voices) + 1,
        rests_on=(*(voice.id for voice in claim.voices), SOURCE_NOT_STATED),
    )
    return replace(evidence, claims=(drawn,))


@pytest.mark.parametrize(
    ("rendered", "named"),
    [
        ((("board.txt", None, False),), "an unnamed outlet ("),
        ((("board.txt", None, True),), "the unknown maker of the one text in unnamed outlet ("),
        (
            (("board.txt", None, False), ("pier.txt", None, False)),
            "unknown makers, perhaps one, of an unnamed outlet (",
        ),
    ],
    ids=["one text", "a text and its copy", "two texts"],
)
def test_a_maker_that_no_page_names_is_named_by_its_text(rendered, named):
    evidence = of_the_shared_voice(fiction.refusals_rendered(*rendered))
    told = explain(evidence, evidence.claims[0].id)
    assert f"heard and told by {named}" in told.answer
    assert f"It rests on {named}" in flat(str(told))
    assert "source not stated" not in sheet_of(evidence)
    assert "No page says who made this text." in flat(str(told))


def test_a_text_that_stands_for_its_maker_is_no_inferred_step():
    evidence = fiction.refusals_rendered(("board.txt", None, True))
    assert "inferred" not in str(explain(evidence, evidence.claims[0].id))


def test_what_is_said_of_nobody_is_no_empty_sentence():
    for copied in (False, True):
        evidence = fiction.refusals_rendered(("board.txt", None, copied))
        assert " by ," not in sheet_of(evidence)


def test_refusals_are_quoted_whole_and_called_refusals():
    evidence = fiction.refusals_rendered(("board", fiction.LAKESIDE, False))
    assert "Refusals to answer" in sheet_of(evidence)
    assert "“declined to comment”" in str(explain(evidence, evidence.claims[0].id))


def test_every_inferred_step_says_how_it_is_known(evidence):
    claim = evidence.claims[0]
    edges = tuple(edge._replace(inferred=True, why=()) for edge in claim.graph.edges)
    bare = replace(claim, graph=claim.graph._replace(edges=edges))
    told = explain(replace(evidence, claims=(bare,)), claim.id)
    (steps,) = (one for one in told.sections if one.title == "How each step is known")
    assert len(steps.sentences) >= len({edge.target for edge in edges})
    assert all("inferred" in one.text for one in steps.sentences)


def test_an_outlets_own_page_that_is_only_inferred_is_told_as_a_step(evidence):
    claim, gazette = evidence.claims[0], fiction.GAZETTE
    alone = f"text:{evidence.families[1].id}"
    text = next(node for node in claim.graph.nodes if node.id == alone)
    graph = Graph(
        (Node(gazette.id, "voice", gazette), text),
        (Edge(gazette.id, text.id, True, (Reason("made-by", 1.0),)),),
    )
    told = str(explain(replace(evidence, claims=(replace(claim, graph=graph),)), claim.id))
    assert "a step of this is inferred" in flat(told)
    assert f"{gazette.name} → its text, inferred." in flat(told)


def test_a_denial_in_words_of_its_own_takes_nothing_up(evidence):
    one = evidence.articles[2]
    words = "We will not comment on rumours"
    claim, first = evidence.claims[0], evidence.articles[0]
    denial = fiction.statement(one, words, "denies", "said", speakers=(fiction.MAYOR,))
    own = fiction.statement(first, "dam at Oldmere had been leaking", "denies", "reported")
    members = (
        *claim.members[:3],
        Member(denial.id, denial.content, "denies"),
        Member(own.id, own.content, "denies"),
    )
    why = (Reason("takes-up", 0.7, (denial.content[0], own.content[0])),)
    held = replace(
        evidence,
        statements=(*evidence.statements, denial, own),
        claims=(replace(claim, members=members, why=why),),
    )
    told = explain(held, claim.id)
    (section,) = (s for s in told.sections if s.title == "Why these are one claim")
    taken, answered = section.sentences
    assert "take up what was said" in taken.text
    assert [words in quote.text for quote in taken.quotes] == [True]
    assert answered.text == "These words answer it, and say so themselves."
    assert ["leaking" in quote.text for quote in answered.quotes] == [True]


def test_why_copies_are_one_text_is_told_of_the_text_not_of_each_claim(evidence):
    family = evidence.families[0]
    told = str(explain(evidence, evidence.claims[0].id))
    assert f"Why they are one text: [{evidence.shorten(family.id)}]." in flat(told)
    why = explain(evidence, family.id).sections[0].sentences
    assert why
    assert not any(sentence.text in flat(told) for sentence in why)


def test_a_story_says_how_many_claims_it_does_not_list(evidence):
    claim = evidence.claims[0]
    many = tuple(replace(claim, id=identify("claim", number)) for number in range(23))
    told = str(describe(replace(evidence, claims=many), evidence.stories[0].id))
    short = evidence.shorten(evidence.stories[0].id)
    assert f"… and 3 more: list claims --story {short}" in flat(told)


def test_a_story_names_the_texts_that_its_reasons_do_not_quote(evidence):
    one, two, three = evidence.articles
    story = evidence.stories[0]
    spans = (fiction.span(one, "leaking"), fiction.span(two, "leaking"))
    partly = replace(story, why=(Reason("same-event", 0.9, spans),))
    told = flat(str(explain(replace(evidence, stories=(partly,)), story.id)))
    assert f"does not keep: {evidence.name_article(three.id)}." in told
    wholly = replace(
        story, why=(Reason("same-event", 0.9, (spans[0], fiction.span(three, "dam"))),)
    )
    assert "does not keep" not in str(explain(replace(evidence, stories=(wholly,)), story.id))


def test_shared_words_are_told_in_one_sentence_with_their_places(evidence):
    one, _, three = evidence.articles
    spans = tuple(
        fiction.span(article, words)
        for article in (one, three)
        for words in ("Varnholt Courier", "three weeks")
    )
    story = replace(evidence.stories[0], why=(Reason("same-event", 0.9, spans),))
    told = explain(replace(evidence, stories=(story,)), story.id).sections[0].sentences[0]
    assert told.text.startswith("Lakeside Daily (paragraph 1) and ")
    assert told.text.endswith("share rare words: “Varnholt Courier” and “three weeks”.")
    assert told.quotes == ()


def test_a_claim_of_linked_stories_is_told_in_full_once(evidence):
    story = evidence.stories[0]
    other = Story(id=identify("story", "other"), label="Akin", families=story.families)
    claim = replace(evidence.claims[0], stories=(story.id, other.id))
    both = replace(evidence, stories=(story, other), claims=(claim,))
    report = tell_report(both, pile="dam.db", explained=True)
    first, second = (one.claims[0] for one in report.stories)
    assert (first.above, second.above) == ("", report.stories[0].short)
    assert first.explanation is not None
    assert second.explanation is None
    sheet = lay_out_report(report)
    assert flat(sheet).count("Both only as the Varnholt Courier tells it") == 1
    assert (
        sum(f"in full under {report.stories[0].short}" in line for line in sheet.splitlines()) == 1
    )
    for width in (40, 55, 80):
        assert all(
            columns(line) <= width for line in lay_out_report(report, width=width).splitlines()
        )


def refusing(evidence, *more):
    return replace(evidence, refusals=(*evidence.refusals, *more))


def test_pages_refused_and_words_set_aside_are_two_things_each_with_its_reason(evidence):
    words = "Asked again, Brandt said: “No.”"
    one = Refusal(
        stage="statements", subject=evidence.articles[0].id, rule="one-word-content", detail=words
    )
    sheet = sheet_of(refusing(evidence, one))
    assert "1 page refused" in sheet
    pages, aside = sheet.split("Words set aside, with the reason")
    assert "Pages refused, with the reason" in pages
    assert words not in pages
    assert f"“{words}”: what is said is one word" in aside


def test_what_a_browser_saved_beside_pages_is_one_line_and_no_refused_page(evidence):
    passed = [
        Refusal(stage="inputs", subject=f"{name}_files/", rule=SAVED_BESIDE_PAGE, detail="4 files.")
        for name in ("dam", "pier")
    ]
    sheet = sheet_of(refusing(evidence, *passed))
    assert "1 page refused" in sheet
    assert "2 folders of files that a browser saved with pages were passed over" in sheet


def test_the_same_bytes_in_two_files_are_shown_as_such(evidence):
    page = replace(evidence.pages[0], captures=(Capture("in/a.html"), Capture("in/b.html")))
    held = replace(evidence, pages=(page, *evidence.pages[1:]))
    assert "the same bytes: in/a.html and in/b.html" in tell_line(held, page).text
    assert "in/b.html" in str(describe(held, page.id))
    assert "same bytes" not in tell_line(evidence, evidence.pages[0]).text


def test_a_trace_that_was_cut_short_is_said_before_all_else(evidence):
    sheet = sheet_of(replace(evidence, unfinished=True))
    assert sheet.index("was cut short") < sheet.index("Story 1")
    assert "was cut short" not in sheet_of(evidence)


def test_hints_call_the_program_as_this_reader_does(evidence):
    sheet = sheet_of(evidence, program=".venv/bin/twosource")
    assert ".venv/bin/twosource why ID" in sheet
    assert ": twosource" not in sheet


def test_an_original_of_unknown_maker_is_said_to_be_missing_once(evidence):
    dispatch = evidence.families[0]
    lost = replace(dispatch, lost=(LostNode("lost:NordWire", None),), origin=None)
    sheet = sheet_of(replace(evidence, families=(lost, *evidence.families[1:])))
    assert "Not in your pages: an original of unknown maker Texts" in sheet


def test_what_came_by_standard_input_is_called_so(evidence):
    page = replace(evidence.pages[1], captures=(Capture("-"),))
    held = replace(evidence, pages=(page,))
    assert held.name_article(evidence.articles[1].id) == "unnamed outlet (standard input)"


def test_the_source_not_stated_has_its_whole_word_for_an_id():
    unstated = Evidence(origins=(fiction.UNSTATED,))
    assert tell_line(unstated, *pick(unstated, "origins", Wanted())).short == SOURCE_NOT_STATED


@pytest.mark.parametrize(
    ("name", "kind", "told"),
    [
        ("harbour master", "unnamed", "the harbour master"),
        ("spokesperson for the water ministry", "unnamed", "a spokesperson for the water ministry"),
        ("eyewitness", "unnamed", "the eyewitness"),
        ("official at the port", "unnamed", "an official at the port"),
        ("fire service", "organisation", "the fire service"),
        ("officials at the port", "unnamed", "officials at the port"),
        ("two engineers", "unnamed", "two engineers"),
        ("police", "unnamed", "police"),
        ("her brother", "unnamed", "her brother"),
        ("Ilse Brandt", "person", "Ilse Brandt"),
        ("US official", "unnamed", "US official"),
    ],
)
def test_an_office_or_description_has_its_article(name, kind, told):
    assert name_in_prose(Origin(id="1", name=name, kind=kind)) == told


def test_a_long_explanation_fits_the_width():
    evidence = fiction.refusals_rendered(
        ("board", fiction.LAKESIDE, True), ("board.txt", None, True)
    )
    told = explain(evidence, evidence.claims[0].id)
    assert all(columns(line) <= 50 for line in lay_out_explanation(told, width=50).splitlines())


def test_a_date_that_may_be_two_days_is_shown_as_the_page_writes_it():
    told = speak_published(Published(how="on_page", note="03/04/2031"))
    assert told == "“03/04/2031”, which can be read as more than one day"
