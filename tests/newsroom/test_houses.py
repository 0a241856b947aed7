"""House styles restyle what a house says itself, and only the spelling of what others said."""

from random import Random

from benchmarks.newsroom.houses import build_house
from tests.newsroom.made import sample


def test_a_house_changes_no_word_of_a_quotation_but_its_spelling():
    style = next(s for s, keys in sample().styles.items() if "adviser => advisor" in keys["swap"])
    house = build_house(sample(), style, Random(1))  # noqa: S311 - the same house at every run
    printed = house.style("about ten came, the adviser said: “about ten, my adviser tells me”")
    assert "some ten came, the advisor said" in printed.lower()
    assert "about ten, my advisor tells me" in printed
