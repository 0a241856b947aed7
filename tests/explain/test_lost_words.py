"""What a lost original said is shown by paragraphs, sure, likely and open words told apart."""

from __future__ import annotations

from dataclasses import replace

from tests.explain import fiction
from twosource.explain import describe
from twosource.explain.lost_words import lost_text_as_plain
from twosource.records import Part


def _pile(first: str, second: str):
    """Return a pile whose two copies of the dispatch have these words."""
    held = fiction.evidence()
    (family,) = [one for one in held.families if one.lost]
    texts = dict(zip(family.witnesses, (first, second), strict=True))
    articles = tuple(
        replace(one, text=texts[one.id], parts=(Part("body", 0, len(texts[one.id])),))
        if one.id in texts
        else one
        for one in held.articles
    )
    return replace(held, articles=articles), family


FIRST = "The lock keeper, an adviser to the town, said the gate had stood open since the spring."
SECOND = FIRST.replace("adviser", "advisor").replace(" since the spring", "")


def test_show_gives_the_lost_text_with_its_marks_and_who_has_which_reading():
    held, family = _pile(FIRST, SECOND)
    told = " ".join(str(describe(held, family.id)).split())
    assert "What the lost original said" in told
    assert "an {adviser | advisor} to the town" in told
    assert "had stood open [since the spring?]." in told
    assert "“adviser” in" in told


def test_where_all_copies_agree_nothing_is_marked():
    held, family = _pile(FIRST, FIRST)
    told = " ".join(str(describe(held, family.id)).split())
    assert FIRST in told
    assert "Where its wording is open" not in told


def test_the_plain_form_has_every_reading_with_its_place():
    held, family = _pile(FIRST, SECOND)
    plain = lost_text_as_plain(held, family)
    assert plain["branches"] == 2
    spans = [reading["span"] for piece in plain["pieces"] for reading in piece["readings"]]
    texts = {one.id: one.text for one in held.articles}
    for span in spans:
        assert texts[span["article"]][span["start"] : span["end"]].strip() == span["text"]


def test_a_family_whose_original_is_held_has_no_lost_text():
    held, family = _pile(FIRST, SECOND)
    one, other = family.witnesses
    found = replace(family, archetype=one, stemma=((one, other),), lost=())
    assert lost_text_as_plain(held, found) is None
