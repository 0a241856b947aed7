"""Which assertions are one claim: own fiction, in pairs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.reading import match, read
from twosource.claims.matching import compare, find_pairs, group, likeness

SAME = [
    (
        "A bus overturned near Tannet, killing four pilgrims.",
        "Four pilgrims died when a bus overturned near Tannet.",
    ),
    (
        "Rebel soldiers had pulled back from the northern ridge",
        "Rebel troops were pulled back from the northern ridge",
    ),
    ("The army seized the town of Lower Hollin", "Lower Hollin was taken by the army"),
    ("Lower Hollin had been captured by the army", "The army had captured Lower Hollin"),
    (
        "more than 2,000 troops had been deployed to the Ostrand border",
        "at least 2,000 soldiers were sent to the Ostrand frontier",
    ),
    ("the mayor of Tannet resigned on Monday", "the mayor of Tannet quit"),
    (
        "the ferry had not been inspected for ten days",
        "the ferry was not inspected for about ten days",
    ),
    (
        "the company would close its plant in Wirrel in March",
        "the firm will shut its Wirrel plant",
    ),
    ("the dam could burst within hours", "the dam could break within hours"),
    (
        "a fire destroyed the warehouse at Kellan harbour",
        "the warehouse at Kellan harbour was destroyed by a blaze",
    ),
    ("prices rose by 4 percent in April", "prices increased 4% in April"),
    (
        "the hospital treated 31 people for smoke inhalation",
        "the clinic treated 31 people for smoke inhalation",
    ),
    (
        "American inspectors saw the ship leave the port",
        "US inspectors saw the vessel leave the port",
    ),
    ("about 40 houses were flooded in Tannet", "40 homes were flooded in Tannet"),
    ("some units had been withdrawn from the valley", "units had been withdrawn from the valley"),
    ("up to 12 boats sank off Kellan", "no more than 12 boats sank off Kellan"),
    ("the ship may have left the harbour", "the ship left the harbour"),
    ("the labour ministry organised the vote", "the labor ministry organized the vote"),
]

APART = [
    # Two single deaths, two places, two people.
    ("A man died in Kellan on Monday", "A woman died in Tannet on Monday"),
    ("three people were killed in Odmar", "three people were killed in Karvik"),
    ("a drone attack on Odmar killed three people", "a drone attack on Karvik killed three people"),
    ("Ada Corvin was arrested in Kellan", "Petra Zemsky was arrested in Kellan"),
    ("the storm killed fishermen", "the storm killed farmers"),
    # Of two things that have all words but one in common.
    ("the first reactor was shut down", "the second reactor was shut down"),
    ("the eastern bridge was destroyed", "the western bridge was destroyed"),
    ("the northern pipeline was blown up", "the southern pipeline was blown up"),
    ("prices rose 4 percent in April", "prices rose 4 percent in June"),
    ("the mill burned down in 2019", "the mill burned down in 2021"),
    # Opposites.
    ("prices rose in May", "prices fell in May"),
    ("unemployment rose by 4 percent", "unemployment fell by 4 percent"),
    ("the court convicted Ada Corvin of fraud", "the court acquitted Ada Corvin of fraud"),
    ("the bridge was opened to traffic", "the bridge was closed to traffic"),
    ("the ministry approved the plan", "the ministry rejected the plan"),
    ("the export ban was lifted", "the export ban was imposed"),
    ("talks began in Kellan", "talks ended in Kellan"),
    ("troops entered the town of Lower Hollin", "troops left the town of Lower Hollin"),
    # Who does it and who undergoes it.
    ("Ostrand shelled Norland villages", "Norland shelled Ostrand villages"),
    ("the gunman killed two in the school", "the gunman was killed in the school"),
    ("the ministry approved the plan", "the plan was approved by the cabinet of Norland"),
    # Done, to come, or not at all.
    ("the dam could burst within hours", "the dam burst within hours"),
    ("the army plans to attack Hollin", "the army attacked Hollin"),
    ("the army failed to take the town of Hollin", "the army took the town of Hollin"),
    ("the mayor refused to sign the agreement", "the mayor signed the agreement"),
]

VARIANTS = [
    ("number", "four people died in the Kellan fire", "nine people died in the Kellan fire"),
    ("number", "prices rose by 4 percent in April", "prices rose by 9 percent in April"),
    ("number", "the flood killed 12 people", "the flood killed 40 people"),
    (
        "polarity",
        "the bags had been checked at the gate",
        "the bags had not been checked at the gate",
    ),
    ("polarity", "the minister will resign", "the minister will not resign"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_wordings_of_one_thing_are_the_same(one, other):
    assert match(one, other) == "same"


@pytest.mark.parametrize(("one", "other"), APART)
def test_equal_words_about_different_things_are_not_the_same(one, other):
    assert match(one, other) != "same"


@pytest.mark.parametrize(("kind", "one", "other"), VARIANTS)
def test_what_cannot_both_be_right_is_a_variant(kind, one, other):
    assert match(one, other) == kind


@pytest.mark.xfail(reason="one word of the object alone differs, and nothing says that it is one")
@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "the minister visited a flooded school near Kellan",
            "the minister visited a flooded hospital near Kellan",
        ),
    ],
)
def test_two_objects_of_one_verb_are_two_things(one, other):
    assert match(one, other) != "same"


def test_without_being_checked_is_the_opposite_of_after_being_checked():
    with_check = read("the bags passed the gate after being checked")
    without = read("the bags passed the gate without being checked", "b")
    assert compare(with_check[0], without[0]) == "same"
    assert compare(with_check[1], without[1]) == "polarity"


SENTENCES = sorted(
    {s for pair in SAME + APART for s in pair} | {s for v in VARIANTS for s in v[1:]}
)
ASSERTIONS = [a for n, s in enumerate(SENTENCES) for a in read(s, f"article {n:03}")]


@given(st.sampled_from(ASSERTIONS), st.sampled_from(ASSERTIONS))
def test_comparing_either_way_round_gives_the_same(one, other):
    assert compare(one, other) == compare(other, one)
    assert likeness(one, other) == likeness(other, one)
    assert 0.0 <= likeness(one, other) <= 1.0


@given(st.sampled_from(ASSERTIONS))
def test_what_is_printed_twice_is_never_a_variant_of_itself(one):
    assert compare(one, one) in {"same", None}
    assert likeness(one, one) == 1.0


def _group(listed):
    pairs = [
        (a, b)
        for a, b in find_pairs(listed, [None] * len(listed))
        if compare(listed[a], listed[b]) == "same"
    ]
    return group(listed, pairs)


@given(st.lists(st.sampled_from(ASSERTIONS), max_size=12, unique=True))
def test_every_assertion_stands_in_one_group(listed):
    assert sorted(i for g in _group(listed) for i in g) == list(range(len(listed)))


@given(st.lists(st.sampled_from(ASSERTIONS), max_size=12, unique=True), st.randoms())
def test_the_order_of_assertions_changes_no_group(listed, chance):
    mixed = list(listed)
    chance.shuffle(mixed)

    def spans(order):
        return sorted(sorted(order[i].span for i in g) for g in _group(order))

    assert spans(mixed) == spans(listed)


@given(st.lists(st.sampled_from(ASSERTIONS), max_size=12, unique=True))
def test_no_group_holds_a_number_or_a_not_that_keeps_two_apart(listed):
    for members in _group(listed):
        verdicts = {compare(listed[a], listed[b]) for a in members for b in members}
        assert not verdicts & {"number", "polarity"}


@given(st.lists(st.sampled_from(ASSERTIONS), max_size=12, unique=True))
def test_pairs_worth_comparing_hold_every_pair_that_is_the_same(listed):
    worth = set(find_pairs(listed, [None] * len(listed)))
    for a in range(len(listed)):
        for b in range(a + 1, len(listed)):
            if compare(listed[a], listed[b]) is not None and not (
                listed[a].loose or listed[b].loose
            ):
                assert (a, b) in worth
