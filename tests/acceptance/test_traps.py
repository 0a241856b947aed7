"""The traps of the sheet for whoever joins names: three bodies of one name, one under several.

Each is set for the real pages and for copies in which everybody is renamed; what the traps are is
told by the sheet (``entity_traps``), whose names go through the same renaming.
"""

from __future__ import annotations

import pytest

from tests.acceptance.swaps import SWAPS
from tests.acceptance.traced import Traced, trace_direct
from tests.acceptance.variants import write_pages
from twosource.text.names import key_of, make_origin, plain_key, shipped

pytestmark = pytest.mark.seeds
AS_FOUND = "as found"


@pytest.fixture(scope="module", params=[AS_FOUND, *sorted(SWAPS)])
def renamed(request, sheet):
    """Return how names are rewritten, and what was traced of the pages so rewritten."""
    rewrite = str if request.param == AS_FOUND else SWAPS[request.param].rewrite
    other = sheet if request.param == AS_FOUND else sheet.rewritten(rewrite)
    return rewrite, trace_direct(write_pages(other, "ABC"))


def origins_called(traced: Traced, name: str) -> list[str]:
    """Return the names of the origins that go by a name, in whatever house style."""
    wanted = plain_key(name)
    return [
        row["name"]
        for row in traced.rows["origins"]
        if wanted in {plain_key(one) for one in (row["name"], *row["aliases"])}
    ]


def speakers_of(traced: Traced, words: str) -> set[str]:
    """Return who is taken to speak where a statement's source is these words."""
    return {
        traced.origin_names(speaker)[0]
        for row in traced.rows["statements"]
        if row["source"] is not None and row["source"]["text"] == words
        for speaker in row["speakers"]
    }


def test_the_forces_of_one_country_are_not_those_of_another(renamed, sheet):
    rewrite, traced = renamed
    (trap,) = [t for t in sheet.gold["entity_traps"] if t.get("three_things")]
    forces = rewrite(trap["text"])
    bearers = [
        r["name"] for r in traced.rows["origins"] if forces.casefold() in r["name"].casefold()
    ]
    assert [name for name in bearers if rewrite("Ukraine") in name] == bearers
    assert len(bearers) == 1


def test_a_papers_own_name_is_not_that_of_others_with_its_word(renamed):
    rewrite, traced = renamed
    outlet = rewrite("Pravda.Ru")
    (found,) = [row for row in traced.rows["origins"] if key_of(row["name"]) == key_of(outlet)]
    others = {row.origin.id for row in shipped().rows if row.name != outlet}
    assert found["id"] not in others | {make_origin(outlet.partition(".")[0], "outlet").id}


@pytest.mark.parametrize("number", [0, 2, 3])
def test_one_under_several_names_is_one(renamed, sheet, number):
    rewrite, traced = renamed
    (trap,) = [t for t in sheet.gold["entity_traps"] if t.get("same")]
    names = [rewrite(name) for name in trap["same"][number] if name != "The report"]
    met = {one for name in names for one in origins_called(traced, name)}
    if number == 0:
        surnames = {rewrite(name).split()[-1] for name in trap["same"][number]}
        met = {r["name"] for r in traced.rows["origins"] if r["name"].split()[-1] in surnames}
    assert len(met) == 1


def test_the_report_is_the_papers(renamed):
    rewrite, traced = renamed
    (paper,) = origins_called(traced, rewrite("New York Times"))
    assert speakers_of(traced, "The report") <= {paper}


def test_a_pronoun_is_whoever_spoke_last(renamed):
    rewrite, traced = renamed
    speakers = speakers_of(traced, "He") | speakers_of(traced, "he")
    assert {rewrite("Dmitry Peskov"), rewrite("Oleg Tsarev")} <= speakers
