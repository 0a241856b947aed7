"""Numbers are read with value, bound and what they count; two of them are told apart with care."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.numbers import compare, find_numbers

ODD = """a A one two dozen half third million hundreds of and to in per cent % $ € £ 1 2,000 3.5 1/2
½ 10-15 2012 9/11 10:30 1st 90s 5km 2m K No. June more than at least up to or so year-old men boats
, . ; : ' " ( ) - – \u0130 \u00df \u0301 \u200b \U0001d400 \u0661 \u00a0""".split()
ANY_TEXT = st.one_of(
    st.text(max_size=200), st.lists(st.sampled_from([*ODD, " ", " ", "\n"])).map(" ".join)
)
HOSTILE = """9 , of A 9_ 1, 1. 1- 9/ two_ million_ $ % no_more_than_ June_ half_ a_ - one_in_ ½
hundreds_of_ 1_000_ a_hundred_and_ '9 A9 ( 9%_""".split()


def read(text):
    return [
        (n.low if n.low == n.high else (n.low, n.high), n.qualifier, word_of(text, n), n.unit)
        for n in find_numbers(text)
    ]


def word_of(text, number):
    return text[slice(*number.noun)] if number.noun else ""


def relate(one, other):
    (a, *_), (b, *_) = find_numbers(one), find_numbers(other)
    return compare(a, b).relation


class TestValues:
    @pytest.mark.parametrize(
        ("text", "value"),
        [
            ("10,000 boats", 10_000),
            ("10 000 boats", 10_000),
            ("twenty-two boats", 22),
            ("two hundred and five boats", 205),
            ("three hundred thousand boats", 300_000),
            ("3.5 million boats", 3_500_000),
            ("2m people", 2_000_000),
            ("$1.5bn", 1.5e9),
            ("two dozen boats", 24),
            ("a dozen boats", 12),
            ("half a dozen boats", 6),
            ("half a million boats", 500_000),
            ("a quarter of a million boats", 250_000),
            ("two and a half million boats", 2_500_000),
            ("a hundred and fifty boats", 150),
            ("2 1/2 tons", 2.5),
            ("1½ tons", 1.5),
            ("half of the boats", 0.5),
            ("two-thirds of the boats", 2 / 3),
            ("three in four sailors", 0.75),
            ("one out of every five sailors", 0.2),
            ("17 percent of sailors", 17),
        ],
    )
    def test_figures_and_words_have_their_value(self, text, value):
        (number,) = find_numbers(text)
        assert number.low == number.high == pytest.approx(value)

    @pytest.mark.parametrize(
        ("text", "low", "high"),
        [
            ("50 to 60 boats", 50, 60),
            ("10-15 boats", 10, 15),
            ("between five and ten boats", 5, 10),
            ("two or three boats", 2, 3),
            ("six- to eight-week courses", 6, 8),
            ("$1.5 to 2 million", 1_500_000, 2_000_000),
            ("10% to 15% of sailors", 10, 15),
            ("dozens of boats", 24, 99),
            ("hundreds of boats", 200, 999),
            ("tens of thousands of boats", 20_000, 99_999),
            ("several hundred boats", 200, 999),
            ("a few dozen boats", 24, 99),
        ],
    )
    def test_a_range_is_one_number_with_two_ends(self, text, low, high):
        (number,) = find_numbers(text)
        assert (number.low, number.high) == (low, high)

    @pytest.mark.parametrize(
        "text",
        [
            "Prices rose from 5 to 10 crowns.",
            "Five boats and six rafts sank.",
            "The yard sent 20 men to 3 islands.",
        ],
    )
    def test_two_numbers_side_by_side_are_no_range(self, text):
        assert len(find_numbers(text)) == 2

    def test_a_number_stands_from_its_figure_to_its_power(self):
        text = "They sent more than $3.5 million home."
        (number,) = find_numbers(text)
        assert text[number.start : number.end] == "3.5 million"
        assert number.currency == "USD"

    def test_its_whole_is_what_can_be_quoted(self):
        text = "They met no fewer than twelve old sailors there."
        (number,) = find_numbers(text)
        assert text[slice(*number.whole)] == "no fewer than twelve old sailors"


class TestQualifiers:
    @pytest.mark.parametrize(
        ("text", "qualifier"),
        [
            ("more than 20 boats", "more than"),
            ("well over 20 boats", "more than"),
            ("at least another 20 boats", "at least"),
            ("no fewer than 20 boats", "at least"),
            ("20 boats or more", "at least"),
            ("20-plus boats", "at least"),
            ("20+ boats", "at least"),
            ("as many as 20 boats", "up to"),
            ("no more than 20 boats", "up to"),
            ("fewer than 20 boats", "less than"),
            ("some 20 boats", "about"),
            ("20 or so boats", "about"),
            ("close to 20 boats", "about"),
            ("nearly 20 boats", "nearly"),
            ("just under 20 boats", "nearly"),
            ("only 20 boats", ""),
            ("another 20 boats", ""),
            ("a film about two boys", ""),
            ("spread over two days", ""),
            ("worked there for over two years", "more than"),
        ],
    )
    def test_the_words_beside_a_number_bound_it(self, text, qualifier):
        (number,) = find_numbers(text)
        assert number.qualifier == qualifier


class TestNouns:
    @pytest.mark.parametrize(
        ("text", "noun", "unit"),
        [
            ("10,000 North Ostrandish troops landed", "troops", "count"),
            ("12 people killed and wounded", "people", "count"),
            ("dozens of angry farmers", "farmers", "count"),
            ("one of the most renowned and best paid singers", "singers", "count"),
            ("two black and white cats", "cats", "count"),
            ("three sports cars burned", "cars", "count"),
            ("two women's shelters closed", "shelters", "count"),
            ("twelve of the 53 wounded", "wounded", "count"),
            ("a 12-member panel", "member", "count"),
            ("17 percent of likely Norland voters", "voters", "percent"),
            ("19 percent among likely voters", "voters", "percent"),
            ("half the country voted", "country", "share"),
            ("prices rose 4%", "", "percent"),
            ("it cost 20 million euros", "", "money"),
            ("she paid $5", "", "money"),
            ("12 square miles burned", "miles", "measure"),
            ("a 350W motor", "W", "measure"),
            ("half an hour later", "hour", "duration"),
            ("a three-year plan", "year", "duration"),
            ("ten years' experience", "years", "duration"),
            ("a 17-year-old boy", "", "age"),
            ("Ana Moe, now 45, said so", "", "age"),
            ("the boy is 12 years old", "", "age"),
            ("voters under 30", "", "age"),
            ("he died at 91", "", "age"),
            ("the two agreed", "", "count"),
            ("8 million signed up", "", "count"),
        ],
    )
    def test_what_is_counted_is_the_head_noun_behind(self, text, noun, unit):
        number = find_numbers(text)[0]
        assert (word_of(text, number), number.unit) == (noun, unit)

    def test_a_noun_left_out_is_the_one_named_before(self):
        text = "The blast killed 12 soldiers and wounded 53."
        assert [word_of(text, n) for n in find_numbers(text)] == ["soldiers", "soldiers"]


class TestWhatIsLeftOut:
    @pytest.mark.parametrize(
        "text",
        [
            "in 2019",
            "the 2012 games",
            "in the 1990s",
            "in their 40s",
            "on June 3",
            "on 3 June",
            "on June 3 and 4",
            "at 10:30",
            "at 9 p.m. sharp",
            "on 9/11",
            "the 3rd boat",
            "the twenty-first boat",
            "the third man",
            "in the first half",
            "won 3-1",
            "lost 6 to 2",
            "a 5-4 ruling",
            "Flight 370 vanished",
            "under Article 50",
            "the No. 2 maker",
            "room 12",
            "the F-16",
            "MH17 crashed",
            "COVID-19",
            "a Boeing 737",
            "the Big Ten",
            "watching 60 Minutes",
            "at 10 Mill Street",
            "1. Boil the water.",
            "issue #12",
            "CVE-2024-49113",
            "no one came",
            "one day she left",
            "the one who left",
            "a one-on-one talk",
            "test scores",
            "a few boats, several rafts, many sails",
        ],
    )
    def test_what_is_no_quantity_is_not_read(self, text):
        assert find_numbers(f"They know {text}." if text[0].islower() else text) == []

    @pytest.mark.parametrize(
        "text",
        [
            "2,012 boats",
            "about 2000 troops",
            "Karvik Mill To Hire 1000 Young Welders",
            "1500 metres",
            "one of them left",
            "In Karvik 20 people died",
            "Two Norlanders died",
            "FOUR KILLED IN KARVIK",
            "the top 10 percent",
            "the second half of the 12 chapters",
        ],
    )
    def test_what_only_looks_like_it_is_read(self, text):
        assert len(find_numbers(text)) >= 1


class TestComparing:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("twenty-two boats sank", "22 boats sank"),
            ("a dozen ferries sank", "12 ferries sank"),
            ("half the harbour burned", "50 per cent of the harbour burned"),
            ("it cost US$3m", "it cost $3 million"),
            ("some 70 sailors drowned", "about 70 sailors drowned"),
            ("two weeks", "14 days"),
        ],
    )
    def test_one_value_told_in_two_ways_is_equal(self, one, other):
        assert relate(one, other) == "equal"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("more than 20 boats sank", "24 boats sank"),
            ("about 2 million people fled", "1.97 million people fled"),
            ("dozens of sailors drowned", "45 sailors drowned"),
            ("up to 50 boats sank", "48 boats sank"),
            ("nearly 8 tons of ore", "7.8 tons of ore"),
            ("about 30 boats sank", "30 boats sank"),
            ("at least 12 people died", "at least 30 people died"),
            ("64 kilometres north of Karvik", "40 miles north of Karvik"),
            ("prices rose 5 percent", "prices rose 4.8 percent"),
            ("18,000 troops landed", "18,200 troops landed"),
        ],
    )
    def test_what_can_both_be_right_is_compatible(self, one, other):
        assert relate(one, other) == "compatible"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("the flood killed 12 people in Karvik", "the flood killed 14 people in Karvik"),
            (
                "at least 30 sailors are missing off Karvik",
                "22 sailors are missing off the coast of Karvik",
            ),
            ("the fire destroyed 20 boats in the harbour", "the harbour fire destroyed 24 boats"),
            (
                "the yard's profit was 14 million crowns in April",
                "the yard's profit in April was 12 million crowns",
            ),
        ],
    )
    def test_what_cannot_both_be_right_is_different(self, one, other):
        assert relate(one, other) == "different"

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("12 people were killed", "14 people were injured"),
            ("6 people were dead", "9 people were dead or injured"),
            ("20 boats sank", "24 sailors drowned"),
            ("90 euros a night", "100 dollars a night"),
            ("$40 a day", "$900 a month"),
            ("prices rose 4 percent", "prices rose 4 percentage points"),
            ("rates rose to 30 percent", "rates rose by 20 percent"),
            ("shares rose 4 percent", "shares fell 7 percent"),
            ("the storm killed 12 people", "the storm killed another 5 people"),
            ("9 of the 30 boats sank", "30 boats sank"),
            ("40 cases as of Monday", "52 cases as of Friday"),
            ("12 people were killed in Odmar", "15 people were killed in Karvik"),
            ("30 houses burned in the county", "80 houses burned in the state"),
            ("six Norland soldiers were killed", "nine soldiers were killed"),
            ("24 percent of men who took the drug", "18 percent of men who took a placebo"),
            ("it carries 30 people", "it weighs 30 tons"),
            ("an average of 30 boats a day", "50 boats a day"),
            ("12 boats", "40 boats"),
        ],
    )
    def test_what_is_of_two_things_or_scopes_is_not_comparable(self, one, other):
        assert relate(one, other) == "not comparable"

    def test_the_numbers_of_one_sentence_keep_to_their_own_partners(self):
        one = find_numbers("Norland reported 65 new cases in May and 55 new cases in June.")
        other = find_numbers("In May there were 65 new cases in Norland, in June 55 new cases.")
        found = [[compare(a, b).relation for b in other] for a in one]
        assert found == [["equal", "not comparable"], ["not comparable", "equal"]]

    def test_the_cause_is_told(self):
        (one,), (other,) = find_numbers("12 boats sank"), find_numbers("12 euros were paid")
        assert compare(one, other) == ("not comparable", "other unit")


SAMPLES = find_numbers(
    "20 boats sank off Karvik. About 21 boats sank. More than 24 boats sank off Karvik. Up to 30 "
    "boats sank. At least 30 boats and 12 sailors went down. Fewer than 12 sailors drowned. Zero "
    "boats sank. 15 boats sank. Dozens of boats sank. Between 10 and 25 boats sank. Some 20 to 30 "
    "boats sank. 45 boats sank. Prices rose 4 percent in May. Prices rose 3 to 5 percent in May. "
    "Prices fell by 5 percent. Rates rose to 30 percent. It took two weeks. It took 14 days, or "
    "half a month. He paid $5 a day. She paid 5 euros. Dozens of people were killed. 40 people "
    "were killed and 55 wounded. Half the crew left. 60 to 70 kilometres away. 40 miles away. "
    "Ana Moe, 45, left. Nearly 1,000 troops landed. 1.2 million people fled. Another 12 sailors "
    "drowned in Odmar."
)
NUMBERS = st.sampled_from(SAMPLES)
RANGES_THAT_FIT = [
    (one, other)
    for one in SAMPLES
    for other in SAMPLES
    if one.low < one.high and compare(one, other).relation == "compatible"
]
SPELLED = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty""".split()


class TestProperties:
    @given(ANY_TEXT)
    def test_spans_lie_in_their_text_in_order(self, text):
        found = find_numbers(text)
        assert all(0 <= n.start < n.end <= len(text) for n in found)
        assert all(a.end <= b.start for a, b in pairwise(found))
        for number in found:
            places = [number.whole, *([number.noun] if number.noun else [])]
            assert all(0 <= a < b <= len(text) for a, b in places)
            assert number.whole[0] <= number.start < number.end <= number.whole[1]

    @given(ANY_TEXT)
    def test_values_are_ordered_and_no_infinity(self, text):
        for number in find_numbers(text):
            assert 0 <= number.low <= number.high < float("inf")
            assert number.factor > 0

    @given(ANY_TEXT, st.integers(0, 60))
    def test_numbers_of_a_stretch_are_those_of_that_text_alone(self, text, shift):
        lead = "12 boats. "[: shift % 11] + "x" * shift + "\n"
        there = find_numbers(lead + text, len(lead))
        assert [n.without_place() for n in there] == [n.without_place() for n in find_numbers(text)]
        assert [n.start - len(lead) for n in there] == [n.start for n in find_numbers(text)]

    @given(NUMBERS, NUMBERS)
    def test_comparing_either_way_round_is_the_same(self, one, other):
        assert compare(one, other) == compare(other, one)

    @given(NUMBERS)
    def test_a_number_is_equal_to_itself(self, one):
        assert compare(one, one) == ("equal", "same value")

    @given(st.sampled_from(RANGES_THAT_FIT), st.floats(0, 1), st.floats(1, 10))
    def test_widening_a_range_never_makes_it_different(self, pair, down, up):
        one, other = pair
        wider = one._replace(low=one.low * down, high=one.high * up)
        assert compare(wider, other).relation != "different"

    @given(st.integers(2, 20), st.sampled_from(["boats sank", "percent of boats", "days", "euros"]))
    def test_words_and_figures_of_one_value_are_equal(self, value, noun):
        assert relate(f"{SPELLED[value - 2]} {noun}", f"{value} {noun}") == "equal"


@pytest.mark.parametrize("unit", HOSTILE)
def test_a_hundred_thousand_letters_of_one_thing_are_read_to_their_end(unit):
    unit = unit.replace("_", " ")
    text = (unit * 100_000)[:100_000]
    assert all(n.end <= len(text) for n in find_numbers(text))
