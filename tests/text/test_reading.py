"""Words, sentences and quotations keep their places, whatever the text."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.quotations import quotations, within
from twosource.text.sentences import paragraphs, sentences
from twosource.text.words import fold, stem, words

ODD = """a A 1 , . ; : ! ? ' " \u2018 \u2019 \u201c \u201d \u201e \u00ab \u00bb `` '' ( ) - \u2014
said he's U.S. p.m. 10,000 1.2.3 % million two dozen \u0130 \u00df \u0301 \ufb01 \u200b \u202e
\U0001d400 \u0661 \u00bd \u2028 e\u0301""".split()
PIECES = [*ODD, " ", " ", "\n", "\t", "\u00a0", "\r\n"]
ANY_TEXT = st.one_of(st.text(max_size=300), st.lists(st.sampled_from(PIECES)).map("".join))
HOSTILE = [
    "'",
    '"',
    "\u201c",
    "\u2018",
    "``",
    "U.",
    "U.S.",
    "a.m. ",
    "1,",
    "1.",
    "9",
    "e\u0301",
    "two ",
    "million ",
    "as many ",
    "\u2019s ",
    "He left. ",
    "\n",
    "Mr. ",
    "(",
    "'em ",
    "x'",
]


def hundred_thousand(unit):
    return (unit * (100_000 // len(unit) + 1))[:100_000]


def lie_in_order(spans, text):
    return all(0 <= a < b <= len(text) for a, b in spans) and all(
        one[1] <= other[0] for one, other in pairwise(spans)
    )


class TestWords:
    @pytest.mark.parametrize(
        ("text", "folded"),
        [
            ("U.S.", "us"),
            ("T\u00fcrkiye\u2019s", "turkiye's"),
            ("10,000", "10000"),
            ("3.5", "3.5"),
            ("CAF\u00c9", "cafe"),
            ("na\u00efve", "naive"),
        ],
    )
    def test_case_accents_and_house_habits_are_folded_away(self, text, folded):
        assert fold(text) == folded

    def test_a_hyphen_parts_words_and_an_apostrophe_does_not(self):
        assert [w.folded for w in words("the well-known mayor's dog")] == [
            "the",
            "well",
            "known",
            "mayor's",
            "dog",
        ]

    @pytest.mark.parametrize(
        ("one", "other"),
        [("soldier", "soldiers"), ("ukraine", "ukraine's"), ("deployed", "deploying")],
    )
    def test_forms_of_one_word_have_one_stem(self, one, other):
        assert stem(one) == stem(other)

    @given(ANY_TEXT)
    def test_words_lie_in_order_and_fold_from_their_own_letters(self, text):
        found = words(text)
        assert lie_in_order([(w.start, w.end) for w in found], text)
        assert all(w.folded == fold(text[w.start : w.end]) for w in found)

    @given(ANY_TEXT)
    def test_folding_twice_changes_nothing(self, text):
        assert fold(fold(text)) == fold(text)

    @given(ANY_TEXT, st.integers(0, 100))
    def test_words_of_a_stretch_are_the_words_of_that_text_alone(self, text, shift):
        lead = "." * shift + " "
        here = [(w.folded, w.start + len(lead), w.end + len(lead)) for w in words(text)]
        assert [tuple(w) for w in words(lead + text, len(lead))] == here


class TestSentences:
    def cut(self, text):
        return [text[a:b] for a, b in sentences(text)]

    def test_a_title_ends_no_sentence(self):
        text = 'Ms. Moe said she found Ms. Berg "very quiet" there. Cllr. Vik left.'
        assert self.cut(text) == [
            'Ms. Moe said she found Ms. Berg "very quiet" there.',
            "Cllr. Vik left.",
        ]

    def test_a_quotation_of_two_sentences_stays_whole(self):
        text = "\u201cWe left. It was late,\u201d she said. Nobody answered."
        assert self.cut(text) == [
            "\u201cWe left. It was late,\u201d she said.",
            "Nobody answered.",
        ]

    def test_titles_and_clock_times_end_no_sentence(self):
        assert self.cut("Dr. Corvin left at 9 p.m. Monday. She slept.") == [
            "Dr. Corvin left at 9 p.m. Monday.",
            "She slept.",
        ]

    def test_a_line_is_a_paragraph_and_no_sentence_spans_two(self):
        assert self.cut("The dam\nhas burst") == ["The dam", "has burst"]

    @given(ANY_TEXT)
    def test_sentences_lie_in_order_each_in_one_paragraph(self, text):
        found = sentences(text)
        assert lie_in_order(found, text)
        homes = paragraphs(text)
        assert all(any(a <= x and y <= b for a, b in homes) for x, y in found)

    @given(ANY_TEXT)
    def test_no_word_is_lost_between_sentences(self, text):
        inside = "".join(text[a:b] for a, b in sentences(text))
        assert "".join(inside.split()) == "".join(text.split())

    @given(ANY_TEXT)
    def test_sentences_have_no_white_space_at_their_edges(self, text):
        assert all(text[a:b] == text[a:b].strip() for a, b in sentences(text))


class TestQuotations:
    def quoted(self, text):
        return [text[q.inner_start : q.inner_end] for q in quotations(text)]

    @pytest.mark.parametrize(
        ("text", "inner"),
        [
            ("\u201cIt is over,\u201d he said.", ["It is over,"]),
            ('"It is over," he said.', ["It is over,"]),
            ("'It is over,' he said.", ["It is over,"]),
            ("\u2018It is over,\u2019 he said.", ["It is over,"]),
            ("\u201eEs ist aus\u201c, he said.", ["Es ist aus"]),
            ("\u00abC'est fini\u00bb, he said.", ["C'est fini"]),
            ("``It is over,'' he said.", ["It is over,"]),
            ("He said 'it's over,' twice.", ["it's over,"]),
            ("He said \u2018it\u2019s over,\u2019 twice.", ["it\u2019s over,"]),
            (
                "\u201cShe told me \u2018go\u2019 and I went,\u201d he said.",
                ["She told me \u2018go\u2019 and I went,"],
            ),
            ('"One," he said. "Two."', ["One,", "Two."]),
        ],
    )
    def test_the_marks_of_every_house_are_read(self, text, inner):
        assert self.quoted(text) == inner

    @pytest.mark.parametrize(
        "text",
        [
            "The mayors' dogs didn't bark at the guards' cats.",
            "The mayor\u2019s dogs didn\u2019t bark.",
            "In the '90s the mill closed.",
            "It measured 5\u201d across.",
            "No marks at all.",
        ],
    )
    def test_apostrophes_open_no_quotation(self, text):
        assert self.quoted(text) == []

    def test_a_quotation_that_goes_on_in_the_next_paragraph_ends_with_its_own(self):
        text = "\u201cWe left.\n\u201cWe came back,\u201d he said."
        assert self.quoted(text) == ["We left.", "We came back,"]

    @given(ANY_TEXT)
    def test_quotations_lie_in_order_each_in_one_paragraph(self, text):
        found = quotations(text)
        assert lie_in_order([(q.start, q.end) for q in found], text)
        assert all(q.start < q.inner_start <= q.inner_end <= q.end for q in found)
        homes = paragraphs(text)
        assert all(any(a <= q.start and q.end <= b for a, b in homes) for q in found)

    @given(ANY_TEXT)
    def test_a_place_is_within_a_quotation_or_not(self, text):
        found = quotations(text)
        inside = {p for q in found for p in range(q.start, q.end)}
        assert all(within(p, found) == (p in inside) for p in range(len(text)))


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hundred_thousand_characters_of_one_thing_are_read_to_their_end(unit):
    text = hundred_thousand(unit)
    assert lie_in_order([(w.start, w.end) for w in words(text)], text)
    assert lie_in_order([(q.start, q.end) for q in quotations(text)], text)
    assert lie_in_order(sentences(text), text)
