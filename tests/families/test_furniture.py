"""Furniture: a publisher's notices are learned from its own pages and make no two of them kin."""

from __future__ import annotations

from twosource.families import derivations
from twosource.families.candidates import find_candidates
from twosource.families.collation import collate, collate_pairs
from twosource.families.furniture import FEWEST_PAGES, mark_furniture
from twosource.families.sketch import read_sketches
from twosource.families.witness import read_witnesses

NOTICE = (
    "The Ostrand Gazette is printed on paper made from the reeds of the lower lake, and whoever "
    "finds a fault in it may bring the page to our counter before noon."
)
TOLD = (
    (
        "Bakers in {0} have begun to number their loaves, because customers at the {0} market kept "
        "coming back with slices and asking which of the morning's ovens they had come out of."
    ),
    (
        "A cart of {0} lamps overturned on the hill above the tannery, and for one evening all of "
        "{0} was lit from below while boys ran after the glass that rolled towards the pond."
    ),
    (
        "Nobody in the choir of {0} can remember who wrote the last verse of its hymn, so it has "
        "hired a clerk to sing through the {0} archive until something in it sounds familiar."
    ),
    (
        "Two ferrymen have offered to move the {0} clock across the river, one in pieces and the "
        "other whole, and the council of {0} will weigh their boats before it weighs their prices."
    ),
)
TOWNS = ("Brinmouth", "Hollin", "Velmora", "Castrane")


def mark(articles):
    witnesses = read_witnesses(articles)
    return mark_furniture(witnesses, read_sketches([w.wording for w in witnesses.values()]))


def find_pairs(marked):
    sketches = read_sketches([witness.wording for witness in marked.values()])
    return find_candidates(tuple(marked.values()), sketches).pairs


def _print_pages(press, number, *, outlet="Ostrand Gazette", notice=NOTICE):
    return [
        press(f"{outlet} {at}", (TOLD[at].format(TOWNS[at]), notice), outlet=outlet)
        for at in range(number)
    ]


def test_a_notice_on_several_pages_of_one_publisher_makes_no_two_of_them_kin(press):
    articles = _print_pages(press, len(TOLD))
    marked = mark(articles)
    for witness in marked.values():
        words = witness.wording
        notice = words.starts >= witness.article.text.index(NOTICE)
        assert 0.8 * notice.sum() <= (witness.furniture & notice).sum()
        assert not (witness.furniture & ~notice).any()
    assert find_pairs(marked) == ()
    assert collate(*list(marked.values())[:2]).own_words < 16
    assert derivations(articles) == []


def test_too_few_pages_teach_nothing(press):
    articles = _print_pages(press, FEWEST_PAGES - 1)
    marked = mark(articles)
    assert [witness.furniture for witness in marked.values()] == [None, None]
    assert len(find_pairs(marked)) == 1


def test_what_a_publisher_prints_again_is_no_furniture(press, dispatch):
    versions = [
        press(f"version {at}", (*dispatch, TOLD[at].format(TOWNS[at])), outlet="Ostrand Gazette")
        for at in range(len(TOLD))
    ]
    marked = mark(versions)
    assert all(witness.furniture is None for witness in marked.values())
    assert len(find_pairs(marked)) == 6


def test_one_sentence_on_pages_of_many_publishers_is_no_furniture(press):
    articles = [
        press(f"page {at}", (TOLD[at].format(TOWNS[at]), NOTICE), outlet=f"The {TOWNS[at]} Bell")
        for at in range(len(TOLD))
    ]
    marked = mark(articles)
    assert all(witness.furniture is None for witness in marked.values())


def test_a_copy_of_a_page_is_a_copy_notice_and_all(press, dispatch):
    house = _print_pages(press, len(TOLD) - 1)
    original = press("original", (*dispatch, NOTICE), outlet="Ostrand Gazette")
    copy = press("copy", (*dispatch, NOTICE), outlet="Hill Herald")
    rival = _print_pages(press, len(TOLD) - 1, outlet="Hill Herald")
    marked = mark([*house, *rival, original, copy])
    pair = marked[original.id], marked[copy.id]
    assert all(witness.furniture.any() for witness in pair)
    assert collate(*pair).mutual_share == 1


def test_the_order_of_articles_changes_no_furniture(press):
    articles = _print_pages(press, len(TOLD))
    there = mark(articles)
    back = mark(articles[::-1])
    for id_, witness in there.items():
        assert witness.furniture.tolist() == back[id_].furniture.tolist()


def test_a_pair_is_collated_beside_pages_with_furniture_as_alone(press):
    opening, ending, phrase = (
        TOLD[0].format("Hollin"),
        TOLD[1].format("Hollin"),
        "as the ferry left",
    )
    house = list(mark(_print_pages(press, len(TOLD))).values())[:2]
    for names in (("one", "other"), ("other", "one")):
        short = press(names[0], (opening, f"Boats went {phrase}.", ending))
        long = press(names[1], (opening, ending, *TOLD[2:], f"Boats went {phrase}."))
        pair = tuple(read_witnesses([short, long]).values())
        beside = list(collate_pairs([(house[0], house[1]), pair]))[1]
        assert beside.passages == collate(*pair).passages
        assert len(beside.passages) == 2
