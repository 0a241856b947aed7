"""Texts hold together: new figures push old ones out, and nothing is quoted twice."""

from benchmarks.newsroom.copying import is_passed_on
from benchmarks.newsroom.families import find_families
from benchmarks.newsroom.marking import DAY, DAY_END, MARKS, lift
from benchmarks.newsroom.writing import settle_days, utterances_of
from tests.newsroom.made import covered

EVENTS = 40


def sentences(text):
    return [sentence for paragraph in text.paragraphs for sentence in paragraph]


def test_a_write_through_holds_no_figure_of_its_own_that_has_grown_since():
    later = [
        (text, sentence.plan)
        for number in range(EVENTS)
        for text in covered(number)
        if text.maker.kind == "agency"
        and text.kind == "revision"
        and text.printer in {None, text.maker}
        for sentence in sentences(text)
        if sentence.plan.fact and not is_passed_on(sentence.plan, text.maker)
    ]
    assert len(later) > 50
    assert any(t.world.figures_at(p.fact, 0) != t.world.figures_at(p.fact, 3) for t, p in later)
    for text, plan in later:
        figures = text.world.figures_at(plan.fact, plan.phase)
        assert figures == text.world.figures_at(plan.fact, text.phase)


def test_no_text_quotes_one_utterance_twice():
    quoted = 0
    for number in range(EVENTS):
        for text in covered(number):
            said = [u for sentence in sentences(text) for u in utterances_of(sentence.plan)]
            assert len(said) == len(set(said))
            quoted += len(said)
    assert quoted > 100


def test_some_dispatches_have_copies_and_no_page_that_names_their_agency():
    made = [find_families(covered(number)).values() for number in range(EVENTS)]
    families = [f for found in made for f in found if f.root.maker.kind == "agency"]
    several = [f for f in families if len({w.printer for w in f.witnesses}) > 1]
    unknown = [f for f in several if f.maker is None]
    assert 0.03 < len(unknown) / len(several) < 0.3
    for family in unknown:
        assert not any(text.credits for text in family.witnesses)


def test_a_day_that_opens_a_marked_piece_stands_there_with_one_space_before_it():
    day = f"{DAY} on Monday{DAY_END}"
    said = f"she said that {MARKS['k']}{day} the river rose{MARKS['/k']}."
    assert lift(settle_days(said))[0] == "she said that on Monday the river rose."
