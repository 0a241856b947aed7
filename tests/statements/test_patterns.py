"""Each way in which the news attributes gives one statement, with its speaker, act and words."""

from __future__ import annotations

import pytest

from tests.statements.telling import read


@pytest.mark.parametrize(
    ("text", "speaker", "act", "content"),
    [
        pytest.param(
            "Harbour master Ana Moe said that the old pier had sunk.",
            "Ana Moe",
            "asserts",
            "the old pier had sunk",
            id="source-cue-content",
        ),
        pytest.param(
            "The pier sank on Monday, Ana Moe said.",
            "Ana Moe",
            "asserts",
            "The pier sank on Monday",
            id="content-source-cue",
        ),
        pytest.param(
            "“The pier is gone for good,” said Ana Moe, harbour master of Vikholm.",
            "Ana Moe",
            "asserts",
            "The pier is gone for good",
            id="content-cue-source",
        ),
        pytest.param(
            'Ana Moe said, "The pier is gone for good."',
            "Ana Moe",
            "asserts",
            "The pier is gone for good.",
            id="a comma before the quotation",
        ),
        pytest.param(
            "According to the fire brigade, the mill burned for two days.",
            "fire brigade",
            "asserts",
            "the mill burned for two days",
            id="according-to first",
        ),
        pytest.param(
            "The mill burned for two days, according to the fire brigade.",
            "fire brigade",
            "asserts",
            "The mill burned for two days",
            id="according-to last",
        ),
        pytest.param(
            "Over the winter, according to the ferry company, fares rose by a tenth.",
            "ferry company",
            "asserts",
            "fares rose by a tenth",
            id="according-to in the middle",
        ),
        pytest.param(
            "The bridge, Ana Moe said, had been closed for a year.",
            "Ana Moe",
            "asserts",
            "The bridge … had been closed for a year",
            id="a source in the middle",
        ),
        pytest.param(
            "Mayor Ole Brandt of Vikholm put the number of the homeless at 40.",
            "Ole Brandt",
            "asserts",
            "the number of the homeless at 40",
            id="a figure put",
        ),
        pytest.param(
            "The ministry denied that the dam had cracked.",
            "ministry",
            "denies",
            "the dam had cracked",
            id="a denial",
        ),
        pytest.param(
            "The mayor's office confirmed that the dam had cracked.",
            "mayor's office",
            "confirms",
            "the dam had cracked",
            id="a confirmation",
        ),
        pytest.param(
            "Ana Moe dismissed the letter as a forgery.",
            "Ana Moe",
            "dismisses",
            "the letter as a forgery",
            id="a dismissal",
        ),
        pytest.param(
            "Ana Moe called the plan “a gift to burglars”.",
            "Ana Moe",
            "characterises",
            "the plan “a gift to burglars”",
            id="a name given to a thing",
        ),
        pytest.param(
            "The navy published footage showing the tug adrift.",
            "navy",
            "publishes",
            "the tug adrift",
            id="evidence published",
        ),
        pytest.param(
            "Ferries will stay in port, the company that runs them said.",
            "company",
            "asserts",
            "Ferries will stay in port",
            id="a source with a clause of its own",
        ),
        pytest.param(
            "Ana Moe pointed out that the pier was never insured.",
            "Ana Moe",
            "asserts",
            "the pier was never insured",
            id="a verb of two words",
        ),
        pytest.param(
            "Mr. Jan B. Holt said that the well was dry.",
            "Jan B. Holt",
            "asserts",
            "the well was dry",
            id="a title and an initial with full stops",
        ),
        pytest.param(
            "A witness interviewed by the staff said that the lift had stopped.",
            "witness",
            "asserts",
            "the lift had stopped",
            id="one who was heard by others",
        ),
    ],
)
def test_a_pattern_tells_who_said_what(text: str, speaker: str, act: str, content: str) -> None:
    [told] = read(text)
    assert (told.speakers, told.act, told.content) == ((speaker,), act, content)


@pytest.mark.parametrize(
    ("text", "speaker", "act"),
    [
        ("The ministry declined to comment on reports that the dam had cracked.", "ministry",
         "declines"),
        ("The ministry refused to say whether the dam had cracked.", "ministry", "declines"),
        ("Ana Moe would not be drawn on the dam.", "Ana Moe", "declines"),
        ("Ana Moe would not discuss the dam.", "Ana Moe", "declines"),
        ("Ana Moe had no comment.", "Ana Moe", "declines"),
        ("The ministry did not immediately respond to a request for comment.", "ministry",
         "no_response"),
        ("The ministry didn't respond to questions.", "ministry", "no_response"),
        ("Ana Moe could not be reached on Sunday.", "Ana Moe", "no_response"),
        ("Ana Moe was not available for comment.", "Ana Moe", "no_response"),
        ("The army referred questions to the ministry.", "army", "refers_elsewhere"),
        ('"That is a question for the ministry," Ana Moe said.', "Ana Moe", "refers_elsewhere"),
        ('"We are not going to comment on rumours," Ana Moe said.', "Ana Moe", "declines"),
        ('"I have no information about a dam," Ana Moe said.', "Ana Moe", "denies_knowledge"),
    ],
)  # fmt: skip
def test_a_refusal_is_its_own_act_and_never_a_denial(text: str, speaker: str, act: str) -> None:
    [told] = read(text)
    assert (told.speakers, told.act) == ((speaker,), act)


def test_who_does_know_does_not_deny_knowledge() -> None:
    [told] = read('"What we do know is that the dam has cracked," Ana Moe said.')
    assert told.act == "asserts"


def test_what_was_not_answered_is_kept_beside_the_refusal() -> None:
    [told] = read("The ministry declined to say whether the dam had cracked.")
    assert told.content == "the dam had cracked"


@pytest.mark.parametrize(
    "text",
    [
        "Citing dock workers, the Harbour Gazette reported that the crane had fallen.",
        "The Harbour Gazette reported, citing dock workers, that the crane had fallen.",
        "The Harbour Gazette reported that the crane had fallen, citing dock workers.",
    ],
)
def test_one_who_is_cited_stands_behind_the_one_who_cites(text: str) -> None:
    paper, workers = sorted(read(text), key=lambda s: s.relays)
    assert (paper.speakers, paper.act, paper.content) == (
        ("Harbour Gazette",),
        "reports",
        "the crane had fallen",
    )
    assert workers.speakers == ("dock workers",)
    assert workers.relays == ("Harbour Gazette",)
    assert workers.content == "the crane had fallen"


def test_one_who_cites_only_itself_has_no_further_source() -> None:
    assert [
        s.speakers for s in read("The brigade said the fire was set, citing its own dogs.")
    ] == [("brigade",)]


def test_one_who_is_quoted_as_saying_passes_through_the_one_who_quotes() -> None:
    told = read("The Harbour Gazette quoted Ana Moe as saying that the crane had fallen.")
    assert {(s.speakers, s.relays) for s in told} == {
        (("Harbour Gazette",), ()),
        (("Ana Moe",), ("Harbour Gazette",)),
    }


def test_one_who_was_quoted_as_saying_by_a_paper_passes_through_it() -> None:
    [told] = read("Ana Moe was quoted as saying by the Harbour Gazette that the crane had fallen.")
    assert (told.speakers, told.relays) == (("Ana Moe",), ("Harbour Gazette",))


def test_the_source_of_a_source_is_read_after_according_to() -> None:
    told = read("The crane had fallen, according to the Harbour Gazette, which quoted a docker.")
    assert {(s.speakers, s.relays) for s in told} == {
        (("Harbour Gazette",), ()),
        (("docker",), ("Harbour Gazette",)),
    }


def test_what_someone_says_that_another_said_passed_through_them() -> None:
    told = read("Ole Brandt said that doctors at the port had warned that the well was foul.")
    inner = next(s for s in told if s.act == "warns")
    assert inner.speakers == ("doctors at the port",)
    assert inner.relays == ("Ole Brandt",)


def test_an_outlet_that_was_told_is_named_as_first_hand() -> None:
    text = "Ana Moe told the Harbour Gazette that the crane had fallen."
    [told] = read(text)
    assert (told.speakers, told.relays) == (("Ana Moe",), ("Harbour Gazette",))
    assert "first-hand" in told.rules


def test_a_verb_joined_by_and_has_the_same_source() -> None:
    told = read("Ana Moe said the crane had fallen and added that nobody was hurt.")
    assert [(s.speakers, s.content) for s in told] == [
        (("Ana Moe",), "the crane had fallen"),
        (("Ana Moe",), "nobody was hurt"),
    ]


def test_a_verb_joined_to_another_deed_has_its_doer_as_source() -> None:
    [told] = read("Ana Moe visited the mill and said that it would be rebuilt.")
    assert (told.speakers, told.content) == (("Ana Moe",), "it would be rebuilt")


def test_saying_after_a_comma_has_the_subject_of_the_sentence_as_source() -> None:
    [told] = read("Ana Moe opposed the plan, saying that the mill was unsafe.")
    assert (told.speakers, told.content) == (("Ana Moe",), "the mill was unsafe")


def test_adding_has_the_source_of_the_words_before() -> None:
    told = read('"The mill was full," Ana Moe said, adding that the door was locked.')
    assert [s.speakers for s in told] == [("Ana Moe",), ("Ana Moe",)]
    assert told[1].content == "the door was locked"


def test_who_behind_a_name_says_that_the_named_one_speaks() -> None:
    told = read('"The mill was full," said Ana Moe, who added that the door was locked.')
    assert [s.speakers for s in told] == [("Ana Moe",), ("Ana Moe",)]


def test_groups_that_share_a_noun_are_speakers_each() -> None:
    [told] = read("Norwegian, Danish and Swedish officials said the cable had been cut.")
    assert told.speakers == ("Norwegian officials", "Danish officials", "Swedish officials")


def test_two_named_people_are_speakers_each() -> None:
    [told] = read("Ana Moe and Ole Brandt said that the cable had been cut.")
    assert told.speakers == ("Ana Moe", "Ole Brandt")


def test_the_one_who_goes_on_to_say_is_a_source() -> None:
    [told] = read("Ana Moe went on to say that the cable had been cut.")
    assert (told.speakers, told.content) == (("Ana Moe",), "the cable had been cut")


def test_a_verb_that_could_be_a_noun_is_a_verb_behind_a_quotation() -> None:
    [told] = read("“The cable was cut,” Ana Moe notes.")
    assert told.speakers == ("Ana Moe",)


def test_a_source_behind_its_verb_may_have_a_clause_of_its_own() -> None:
    [told] = read("“The cable was cut,” said Ana Moe, who was an engineer in Vikholm.")
    assert told.speakers == ("Ana Moe",)


def test_a_question_and_who_asks_it_belong_together() -> None:
    [told] = read('"Who pays for the new pier?" Ana Moe asked.')
    assert (told.speakers, told.act, told.content) == (
        ("Ana Moe",),
        "asks",
        "Who pays for the new pier?",
    )


def test_a_published_document_tells_what_it_shows() -> None:
    told = read("The coast guard released photographs of what it said was a smuggler's boat.")
    assert [(s.act, s.content) for s in told] == [("publishes", "a smuggler's boat")]


@pytest.mark.parametrize(
    "words",
    [
        "neither confirmed nor denied that the crane had fallen",
        "would neither confirm nor deny that the crane had fallen",
        "has neither confirmed nor denied that the crane had fallen",
        "did not confirm or deny that the crane had fallen",
        "could not confirm or deny that the crane had fallen",
    ],
)
@pytest.mark.parametrize("model", [False, True])
def test_what_is_neither_confirmed_nor_denied_is_left_open(words: str, *, model: bool) -> None:
    [told] = read(f"The ministry {words}.", model=model)
    assert (told.act, told.speakers) == ("declines", ("ministry",))
    assert told.content == "the crane had fallen"


@pytest.mark.parametrize(("verb", "act"), [("denied", "denies"), ("confirmed", "confirms")])
@pytest.mark.parametrize("words", ["this", "that", "it"])
def test_a_bare_denial_or_confirmation_is_read(verb: str, act: str, words: str) -> None:
    told = read(f"Ana Moe said the crane had fallen.\nOle Brandt {verb} {words}.")
    assert (told[-1].act, told[-1].speakers) == (act, ("Ole Brandt",))
