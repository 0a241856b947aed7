"""Who is meant is followed through the article, and nobody is named who did not speak."""

from __future__ import annotations

import pytest

from tests.statements.telling import read
from twosource.records import Article, Part
from twosource.statements import read_article


def test_a_surname_stands_for_the_one_named_in_full() -> None:
    told = read("Ana Moe said the mill was full.\nMoe added that the door was locked.")
    assert [s.speakers for s in told] == [("Ana Moe",), ("Ana Moe",)]
    assert "full-name" in told[1].rules


def test_of_two_with_one_surname_the_one_named_more_often_is_meant() -> None:
    text = (
        "Kari Moe walked in behind Ana Moe.\nAna Moe said the mill was full.\n"
        "Moe added that the door was locked."
    )
    assert [s.speakers for s in read(text)] == [("Ana Moe",), ("Ana Moe",)]


def test_a_pronoun_takes_up_the_last_speaker_of_its_kind() -> None:
    told = read("Ana Moe said the mill was full.\nThe door was locked, she said.")
    assert told[1].speakers == ("Ana Moe",)
    assert "pronoun" in told[1].rules


@pytest.mark.parametrize(
    ("source", "speaker"),
    [
        ("The ministry's Pavel Arden", "Pavel Arden"),
        ("The Herald's Nora Pell", "Nora Pell"),
        ("Velmora's Petra Lowe", "Petra Lowe"),
        ("Velmora's High Court", "Velmora's High Court"),
        ("Velmora's Defence Ministry", "Velmora's Defence Ministry"),
    ],
)
def test_whose_somebody_is_stands_before_the_name_and_is_no_part_of_it(
    source: str, speaker: str
) -> None:
    told = read(f"{source} said the mill was full. He said it was late.")
    assert told[0].speakers == (speaker,)


def test_a_pronoun_that_nobody_fits_names_nobody() -> None:
    [told] = read("She said the mill was full.")
    assert told.speakers == ()


@pytest.mark.parametrize(
    ("first", "then", "speaker"),
    [
        (
            "Ana Moe, the spokeswoman, said the mill was full.\nThe mayor said he knew nothing.",
            "He said it was late.",
            "mayor",
        ),
        (
            "Ana Moe said the mill was full.\nA nurse who gave no name said the ward was cold.",
            "She said the heating had failed.",
            "nurse",
        ),
        (
            "Mr Brandt said the mill was full.\nMs Moe said it was empty.",
            "It had been empty for years, he said.",
            "Brandt",
        ),
        (
            "Ole Brandt said the mill was full.\nThe mayor said it was empty.",
            "It had been empty for years, he said.",
            "Ole Brandt",
        ),
        (
            "Governor Ole Brandt said the mill was full.\nThe mayor said it was empty.",
            "It had been empty for years, he said.",
            "mayor",
        ),
        (
            "Ana Moe said the mill was full.\nWorkers said the door was locked.",
            "She said it was open.",
            "Ana Moe",
        ),
    ],
)
def test_he_and_she_take_up_the_last_one_whom_they_fit(first: str, then: str, speaker: str) -> None:
    assert read(f"{first} {then}")[-1].speakers == (speaker,)


def test_who_opens_the_sentence_before_is_the_one_whom_a_pronoun_takes_up() -> None:
    told = read("Ana Moe met Ole Brandt. Ana Moe said it was late.\nOle Brandt shook his head.\n"
                "It was early, he said.")  # fmt: skip
    assert told[-1].speakers == ("Ole Brandt",)


def test_past_somebody_of_the_other_sex_nobody_is_guessed() -> None:
    told = read("Kim Brandt said it was cold.\nMs Moe said it was warm. It froze, he said.")
    assert told[-1].speakers == ()


def test_a_pronoun_that_is_no_subject_is_no_source() -> None:
    told = read("Ole Brandt left.\nFerries stopped, the firm that owns them said.")
    assert [s.speakers for s in told] == [("firm",)]


def test_the_report_is_that_of_the_paper_named_before() -> None:
    told = read(
        "The Harbour Gazette reported that the crane had fallen.\n"
        "The report said two cranes were left."
    )
    assert told[1].speakers == ("Harbour Gazette",)
    assert "said-report" in told[1].rules


def test_one_report_names_nobody() -> None:
    told = read("One report said that the crane had fallen.")
    assert all(s.speakers == () for s in told)


def test_an_acronym_stands_for_the_name_it_was_given_for() -> None:
    told = read(
        "The Northern Ports Authority (NPA) closed the quay.\nThe NPA said the quay was unsafe."
    )
    assert told[-1].speakers == ("Northern Ports Authority",)


def test_a_title_alone_stands_for_the_one_who_bears_it() -> None:
    told = read(
        "Transport minister Ana Moe said the bridge was safe.\n"
        "The minister added that it was inspected in May."
    )
    assert told[1].speakers == ("Ana Moe",)
    assert "title-alone" in told[1].rules


def test_a_place_behind_a_name_is_not_the_speaker() -> None:
    [told] = read("Mayor Ole Brandt of Vikholm said the bridge was safe.")
    assert told.speakers == ("Ole Brandt",)


def test_a_body_with_of_in_its_name_keeps_its_whole_name() -> None:
    [told] = read("The Ministry of Fisheries said the quota was too high.")
    assert told.speakers == ("Ministry of Fisheries",)


def test_a_role_behind_a_name_stays_with_the_name() -> None:
    [told] = read("The bridge was safe, said Ana Moe, director of the road office.")
    assert told.speakers == ("Ana Moe",)


def test_unnamed_groups_keep_their_description() -> None:
    [told] = read("Two people familiar with the talks said the bridge would be sold.")
    assert told.speakers == ("people familiar with the talks",)


def test_an_unnamed_group_behind_a_retold_report_speaks_through_it() -> None:
    told = read(
        "The Harbour Gazette reported that the crane had fallen.\n"
        "Officials said the driver was unhurt."
    )
    assert told[1].speakers == ("Officials",)
    assert told[1].relays == ("Harbour Gazette",)
    assert "context-relay" in told[1].rules


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The plan says nothing of a pier.", id="a plan"),
        pytest.param("Reports of a second crane spread on Monday.", id="reports as a noun"),
        pytest.param("The other states voting on Monday are small.", id="states as a noun"),
        pytest.param("Ana Moe's comments came a day after the vote.", id="someone's comments"),
        pytest.param("Ana Moe did not say that the mill was full.", id="a verb denied"),
        pytest.param("Ana Moe never claimed that the mill was full.", id="never"),
        pytest.param("Home | News | Sport | Weather | About us | Contact", id="a list of links"),
        pytest.param("Read also: Ten mills that burned", id="a teaser"),
        pytest.param("Ana Moe was told that the mill was full.", id="one who is told"),
        pytest.param("The mill is said to have been full.", id="nobody in particular"),
        pytest.param("The pier showed no signs of wear.", id="a verb that tells nothing"),
        pytest.param("It was hard to say that the mill was full.", id="an infinitive"),
        pytest.param("The children of the victims says the rest.", id="verb and noun disagree"),
        pytest.param("Having announced he was leaving, the crowd dispersed.", id="a participle"),
        pytest.param("The “mill” was a shed.", id="scare quotes"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_attributes_nothing_gives_no_statement(text: str) -> None:
    assert read(text) == []


def test_a_content_of_one_word_is_refused_and_said_so() -> None:
    text = "Ana Moe said: “Yes.”"
    article = Article(id="a", page="p", text=text, parts=(Part("body", 0, len(text)),))
    found, refused = read_article(article)
    assert found == ()
    assert [refusal.rule for refusal in refused] == ["one-word-content"]


def test_an_overlong_sentence_is_refused_and_said_so() -> None:
    text = "The mayor said " + "the mill and " * 200 + "the pier were full."
    article = Article(id="a", page="p", text=text, parts=(Part("body", 0, len(text)),))
    found, refused = read_article(article)
    assert found == ()
    assert [refusal.rule for refusal in refused] == ["overlong-sentence"]


def test_a_denial_needs_no_more_than_it() -> None:
    assert [(s.act, s.speakers) for s in read("Ana Moe has denied it.")] == [
        ("denies", ("Ana Moe",))
    ]


def test_headlines_captions_and_reference_blocks_give_no_statement() -> None:
    text = "Ana Moe said the mill was full."
    for kind in ("headline", "caption", "teaser", "reference", "standfirst", "form"):
        article = Article(id="a", page="p", text=text, parts=(Part(kind, 0, len(text)),))
        assert read_article(article) == ((), ())


def test_a_family_name_may_come_first() -> None:
    text = "Spokesman Kim Min-seok said the yard would close. Kim said nobody would lose work."
    assert [s.speakers for s in read(text)] == [("Kim Min-seok",), ("Kim Min-seok",)]


def test_who_holds_another_office_is_somebody_else() -> None:
    told = read(
        "Transport Minister Petra Moe said on Tuesday that the ferry was sound.\n"
        "The captain, Moe, told reporters that the pump had been broken since Easter."
    )
    assert [s.speakers for s in told] == [("Petra Moe",), ("Moe",)]


def test_the_same_office_in_fewer_words_is_the_same_person() -> None:
    told = read(
        "Transport Minister Petra Moe said on Tuesday that the ferry was sound.\n"
        "The minister, Moe, told reporters that the pump had been mended."
    )
    assert [s.speakers for s in told] == [("Petra Moe",), ("Petra Moe",)]


def test_a_surname_that_two_bear_equally_stays_open() -> None:
    told = read(
        "Mayor Ida Moe said the pier would be rebuilt.\n"
        "Builder Karl Moe said the work would take two years.\n"
        "Moe said nobody had asked."
    )
    assert told[-1].speakers == ("Moe",)
