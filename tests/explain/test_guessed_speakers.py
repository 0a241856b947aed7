"""People who may be the same count as one, and no page is made to say that they are."""

from __future__ import annotations

import pytest

import twosource

UNNAMED = (
    "Old bridge to close\n\nThe Evening Post\n\n12 March 2031\n\n"
    "The old bridge at Orrend will close for nine weeks from May, two officials said on Monday. "
    "The bridge carries eight thousand cars a day, and traders in the old town fear for their "
    "takings.\n\n"
    "Work on the piers has been put off twice since the flood. The council has set aside four "
    "million crowns for it in this year's budget.\n"
)
NAMED = (
    "Nine weeks without a bridge\n\nValley Radio\n\n13 March 2031\n\n"
    "The old bridge at Orrend will close for nine weeks from May, Ulla Brandt, an official of the "
    "road office, said on Tuesday. She said buses would go round by the mill.\n\n"
    "The river rose by two metres last week and the piers have been under watch since then. "
    "Schools on the far bank will start half an hour later.\n"
)


@pytest.fixture(name="told", scope="module")
def _told(tmp_path_factory):
    folder = tmp_path_factory.mktemp("bridge")
    (folder / "post.txt").write_text(UNNAMED, encoding="utf-8")
    (folder / "radio.txt").write_text(NAMED, encoding="utf-8")
    with twosource.open(folder / "bridge.db") as pile:
        pile.trace([folder / "post.txt", folder / "radio.txt"])
        shared = next(one for one in pile.claims() if len(one.graph.nodes) > 3)
        return shared, " ".join(str(pile.why(shared.id)).split())


def test_an_unnamed_pair_and_a_named_official_are_one_voice(told):
    claim, _ = told
    assert (claim.lines, len(claim.voices)) == (1, 1)


def test_a_page_is_not_made_to_name_whom_it_does_not_name(told):
    _, why = told
    assert "“two officials” (perhaps Ulla Brandt) →" in why
    assert "• Ulla Brandt → Valley Radio “" in why


def test_the_number_says_that_it_rests_on_a_guess(told):
    _, why = told
    assert "“two officials” may mean Ulla Brandt, so they count as one" in why
