"""Contents are parted into the assertions they hold; each knows what it is compared by."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.reading import pieces, read
from twosource.claims.assertions import read_piece
from twosource.claims.contrasts import stand_apart
from twosource.claims.parting import part_content


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (
            "the ferry had been pulled from service and had not been seen for ten days",
            ["the ferry had been pulled from service", "had not been seen for ten days"],
        ),
        (
            "the crews left the valley, after suffering heavy losses",
            ["the crews left the valley", "after suffering heavy losses"],
        ),
        (
            "the army attacked the mill and took the bridge",
            ["the army attacked the mill", "took the bridge"],
        ),
        (
            "the army attacked the mill and then took the bridge",
            ["the army attacked the mill", "then took the bridge"],
        ),
        (
            "the pumps failed, and the dam has burst",
            ["the pumps failed", "the dam has burst"],
        ),
        (
            "that the pumps had failed and that nobody was told",
            ["the pumps had failed", "nobody was told"],
        ),
        (
            "bags were loaded without being checked",
            ["bags were loaded", "without being checked"],
        ),
        (
            "the mayor resigned; the council was dissolved",
            ["the mayor resigned", "the council was dissolved"],
        ),
        (
            "the mayor, who took office in May, resigned on Monday",
            ["the mayor, who took office in May", "resigned on Monday"],
        ),
        ("the mayor signed and sealed it", ["the mayor signed and sealed it"]),
        ("officials and residents of Kellan fled", ["officials and residents of Kellan fled"]),
        ("Who opened the gate? The guard left it open.", ["The guard left it open"]),
    ],
)
def test_a_content_is_cut_where_a_new_verb_begins(content, expected):
    assert pieces(content) == expected


def test_a_clause_about_the_place_is_left_out_of_what_is_asserted():
    content = "the crews left Hollin, where the dam had burst, and moved to Kellan"
    assert not any("dam" in p for p in pieces(content))


def test_words_of_an_inner_attribution_are_left_out():
    text = "the dam, the mayor said, had burst"
    hole = (text.index(", the mayor"), text.index(" had"))
    parted = part_content(text, 0, len(text), (hole,))
    assert "mayor" not in " ".join(text[p.start : p.end] for p in parted)


def test_a_later_piece_takes_its_subject_from_the_first():
    first, second = read("the old ferry had sunk and had not been found")
    assert second.subject == first.subject
    assert not second.own_subject


def test_a_pronoun_takes_the_subject_before_and_says_that_it_is_loose():
    first, second = read("The old ferry had sunk. It was found by divers.")
    assert second.loose
    assert second.subject == first.subject


def test_countries_by_any_name_are_one():
    (one,) = read("American crews left the port")
    (other,) = read("United States crews left the port")
    assert one.concepts == other.concepts


@pytest.mark.parametrize(
    ("content", "mood"),
    [
        ("the dam burst on Monday", "done"),
        ("the dam has burst", "done"),
        ("the dam may have burst", ""),
        ("the dam could burst", "to come"),
        ("the dam would not burst", "to come"),
        ("the firm plans to close the mill", "to come"),
        ("the firm planned to close the mill", "to come"),
        ("the mill was to close in June", "to come"),
        ("the mill was closed owing to rain", "done"),
    ],
)
def test_what_is_to_come_is_told_from_what_is_done(content, mood):
    assert read(content)[0].mood == mood


@pytest.mark.parametrize(
    ("content", "undergone"),
    [
        ("the guard was shot in the yard", True),
        ("the guard had been badly wounded", True),
        ("the guard died in the yard", True),
        ("the guard shot a boy in the yard", False),
        ("the guard had left the yard", False),
    ],
)
def test_who_undergoes_it_is_told_from_who_does_it(content, undergone):
    assert read(content)[0].undergone is undergone


def test_by_whom_is_read_up_to_the_next_preposition():
    (one,) = read("the yard was closed by harbour police on Monday")
    assert one.agents == {"harbor", "=offic"}


def test_a_number_behind_by_is_nobody():
    (one,) = read("prices were raised by 4 percent")
    assert not {a for a in one.agents if a[:1].isdigit()}


ANY_NEWS = st.lists(
    st.sampled_from(
        """the a and , ; after without who which that not never was were had been has would could to
        by in mayor army Kellan Ostrand troops killing being seen taken took burst closed 12 2,000
        two percent " ' ? . \u2014 \u00a0 \n it they some all""".split(" ")
    ),
    max_size=40,
).map(" ".join)


@given(st.one_of(st.text(max_size=200), ANY_NEWS))
def test_pieces_lie_in_order_in_their_content_and_hold_words(text):
    parted = part_content(text, 0, len(text))
    assert all(0 <= p.start < p.end <= len(text) for p in parted)
    assert all(a.end <= b.start for a, b in pairwise(parted))
    for piece in parted:
        assertion = read_piece(text, "a", piece)
        if assertion is not None:
            assert assertion.predicate
            assert assertion.agents <= assertion.concepts
            assert not stand_apart(assertion, assertion)


@given(ANY_NEWS, st.integers(0, 50))
def test_where_a_content_stands_in_its_article_changes_nothing(content, shift):
    lead = "x" * shift + "\n"
    here = [(p.start, p.end) for p in part_content(content, 0, len(content))]
    there = part_content(lead + content, len(lead), len(lead) + len(content))
    assert [(p.start - len(lead), p.end - len(lead)) for p in there] == here


@pytest.mark.parametrize(
    "unit", ["and ", "a, ", "was ", "not ", "\u201c", "x;", ",", "A", "who, ", "left, who "]
)
def test_a_hundred_thousand_characters_of_one_thing_are_read_to_their_end(unit):
    text = (unit * 100_000)[:100_000]
    for piece in part_content(text, 0, len(text)):
        read_piece(text, "a", piece)


def test_a_condition_within_a_quotation_asserts_nothing():
    text = "Photographs are a serious matter. If they exist, then they show the yard"
    pieces = part_content(text, 0, len(text))
    assert [text[p.start : p.end] for p in pieces] == ["Photographs are a serious matter"]
