"""How independence is counted, one sentence after the other, on tellings made by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.telling import (
    agency,
    body,
    count,
    family,
    outlet,
    person,
    says,
    states,
    unnamed,
)
from tests.claims.test_lines import PAPERS, PEOPLE, TEXTS, tellings
from twosource.claims.graph import draw, draw_speech
from twosource.claims.lines import count_lines
from twosource.claims.nodes import body_of, could_be_same
from twosource.records import SOURCE_NOT_STATED, Span
from twosource.text.names import SOURCE_NOT_STATED_ORIGIN, plain_key

GAZETTE, COURIER = outlet("The Harbour Gazette"), outlet("The Inland Courier")
WIRREL = agency("Wirrel News Agency")
CORVIN, ZEMSKY = person("Ada Corvin"), person("Petra Zemsky")
NAMES = sorted({o.name for o in (*PEOPLE, *PAPERS, *(t.origin for t in TEXTS)) if o is not None})
NOT_STATED = SOURCE_NOT_STATED_ORIGIN.name

WIRE = family("wire", "Wirrel News Agency", held=False)
OWN = family("own", "The Tannet Post", kind="outlet")
OTHER = family("other", "The Lowland Star", kind="outlet")


class TestOneReportRetold:
    """Two texts tell what one newspaper told."""

    officials = (unnamed("Norlandish officials"), unnamed("Ostrandish officials"))

    def test_two_texts_that_cite_one_paper_are_one_line(self):
        lines, voices, rests_on = count(
            says(WIRE, *self.officials, through=[GAZETTE]),
            says(OWN, *self.officials, through=[GAZETTE]),
        )
        assert lines == 1
        assert voices == ["Norlandish officials", "Ostrandish officials"]
        assert rests_on == ["The Harbour Gazette"]

    def test_a_second_named_source_in_the_other_text_makes_two(self):
        lines, voices, rests_on = count(
            says(WIRE, *self.officials, through=[GAZETTE]),
            says(OWN, *self.officials, through=[GAZETTE]),
            says(OWN, body("Hill Rescue"), through=[CORVIN], at=50),
        )
        assert lines == 2
        assert "Hill Rescue" in voices
        assert rests_on == ["Hill Rescue", "The Harbour Gazette"]

    def test_one_dispatch_that_carries_both_is_one_line_and_rests_on_its_agency(self):
        lines, voices, rests_on = count(
            says(WIRE, *self.officials, through=[GAZETTE]),
            says(WIRE, body("Hill Rescue"), at=50),
        )
        assert (lines, len(voices), rests_on) == (1, 3, ["Wirrel News Agency"])


class TestMakers:
    """A text is a family; its maker is a relay too."""

    def test_all_dispatches_of_one_agency_pass_through_one_node(self):
        again = family("wire again", "Wirrel News Agency")
        lines, voices, rests_on = count(says(WIRE, CORVIN), says(again, ZEMSKY))
        assert (lines, len(voices), rests_on) == (1, 2, ["Wirrel News Agency"])

    def test_one_dispatch_that_quotes_two_named_people_is_one_line_of_two_voices(self):
        lines, voices, rests_on = count(says(WIRE, CORVIN), says(WIRE, ZEMSKY, at=50))
        assert (lines, voices) == (1, ["Ada Corvin", "Petra Zemsky"])
        assert rests_on == ["Wirrel News Agency"]

    def test_a_second_text_that_heard_either_of_them_makes_it_two(self):
        lines, *_ = count(says(WIRE, CORVIN), says(WIRE, ZEMSKY, at=50), says(OWN, ZEMSKY))
        assert lines == 2

    def test_two_texts_of_one_outlet_pass_through_one_node(self):
        again = family("own again", "The Tannet Post", kind="outlet")
        assert count(says(OWN, CORVIN), says(again, ZEMSKY))[0] == 1

    def test_one_voice_in_many_texts_is_one_line_and_rests_on_that_voice(self):
        lines, voices, rests_on = count(says(WIRE, CORVIN), says(OWN, CORVIN), says(OTHER, CORVIN))
        assert (lines, voices, rests_on) == (1, ["Ada Corvin"], ["Ada Corvin"])

    def test_where_the_maker_is_not_known_the_text_stands_for_it(self):
        nobody, none = family("nobody's"), family("none's")
        assert count(says(nobody, CORVIN), says(none, ZEMSKY))[0] == 2
        assert count(says(nobody, CORVIN), says(nobody, ZEMSKY, at=50))[0] == 1

    def test_a_lost_dispatch_is_drawn_as_inferred(self):
        graph = draw([says(WIRE, CORVIN)])
        (made,) = [e for e in graph.edges if e.source == WIRE.origin.id]
        assert made.inferred
        assert [n.lost for n in graph.nodes if n.kind == "text"] == [True]


class TestSourceNotStated:
    """What names nobody comes from one shared voice, which counts where nobody attributes."""

    def test_own_sentences_of_two_outlets_are_one_line(self):
        lines, voices, rests_on = count(states(OWN), states(OTHER))
        assert (lines, voices, rests_on) == (1, [NOT_STATED], [NOT_STATED])

    def test_an_own_sentence_counts_for_nothing_where_another_text_attributes(self):
        lines, voices, _ = count(states(OWN), states(OTHER), says(WIRE, CORVIN))
        assert (lines, voices) == (1, ["Ada Corvin"])

    def test_a_paper_cited_without_its_source_is_a_relay_of_the_voice_not_stated(self):
        lines, voices, rests_on = count(says(OWN, GAZETTE), says(OTHER, GAZETTE))
        assert (lines, voices, rests_on) == (1, [NOT_STATED], [NOT_STATED])
        graph = draw([says(OWN, GAZETTE)])
        assert {n.kind for n in graph.nodes if n.id == GAZETTE.id} == {"relay"}

    def test_two_papers_cited_without_source_are_one_line(self):
        assert count(says(OWN, GAZETTE), says(OTHER, COURIER))[0] == 1

    def test_a_paper_that_one_text_leaves_unsourced_takes_the_source_another_text_gives(self):
        told = [says(OWN, GAZETTE), says(OTHER, CORVIN, through=[GAZETTE])]
        lines, voices, rests_on = count(*told)
        assert (lines, voices, rests_on) == (1, ["Ada Corvin"], ["Ada Corvin"])

    def test_a_paper_cited_without_source_adds_nothing_once_another_text_attributes(self):
        lines, voices, _ = count(says(OWN, GAZETTE), says(OTHER, CORVIN))
        assert (lines, voices) == (1, ["Ada Corvin"])

    def test_a_speaker_who_could_not_be_told_is_not_a_voice(self):
        lines, voices, _ = count(says(OWN), says(OTHER, CORVIN))
        assert (lines, voices) == (1, ["Ada Corvin"])
        assert count(says(OWN))[:2] == (1, [NOT_STATED])

    def test_its_edges_are_inferred_and_say_why(self):
        graph = draw([states(OWN)])
        (edge,) = [e for e in graph.edges if e.source == SOURCE_NOT_STATED]
        assert edge.inferred
        assert [r.rule for r in edge.why] == ["own-sentence"]


class TestRelays:
    """One who passes a claim on anywhere in the pile is a relay of it, not a voice."""

    def test_a_person_who_repeats_anothers_report_is_no_voice(self):
        crews = body("Hill Rescue")
        lines, voices, _ = count(says(OWN, crews, through=[CORVIN]), says(OTHER, CORVIN))
        assert (lines, voices) == (1, ["Hill Rescue"])

    def test_texts_that_name_only_the_relay_enter_there(self):
        lines, _, rests_on = count(
            says(OWN, CORVIN, ZEMSKY, through=[GAZETTE]),
            says(OTHER, GAZETTE),
            says(WIRE, GAZETTE),
        )
        assert (lines, rests_on) == (1, ["The Harbour Gazette"])

    def test_two_relays_one_behind_the_other_are_both_drawn(self):
        graph = draw([says(OWN, CORVIN, through=[GAZETTE, WIRREL])])
        pairs = {(e.source, e.target) for e in graph.edges}
        assert (CORVIN.id, GAZETTE.id) in pairs
        assert (GAZETTE.id, WIRREL.id) in pairs
        assert (WIRREL.id, OWN.origin.id) in pairs

    def test_a_dispatch_that_cites_its_own_agency_is_no_ring(self):
        graph = draw([says(WIRE, CORVIN, through=[WIRREL])])
        assert all(e.source != e.target for e in graph.edges)
        assert count_lines(graph).number == 1

    def test_a_relay_that_was_guessed_from_the_context_is_drawn_as_inferred(self):
        graph = draw([says(OWN, CORVIN, through=[GAZETTE], guessed=True)])
        assert all(e.inferred for e in graph.edges if e.source == CORVIN.id)


class TestFirstHand:
    """A publisher is a voice only where the text shows that it saw or was told."""

    def test_a_paper_that_was_told_itself_may_be_a_voice(self):
        lines, voices, _ = count(says(OWN, GAZETTE, first_hand=True), says(OTHER, CORVIN))
        assert (lines, voices) == (2, ["Ada Corvin", "The Harbour Gazette"])

    def test_a_paper_that_passes_the_claim_on_elsewhere_is_a_relay_all_the_same(self):
        _, voices, _ = count(
            says(OWN, GAZETTE, first_hand=True), says(OTHER, CORVIN, through=[GAZETTE])
        )
        assert voices == ["Ada Corvin"]

    def test_an_agency_that_saw_it_itself_is_a_voice_of_its_own_dispatch(self):
        lines, voices, _ = count(says(WIRE, WIRREL, first_hand=True), says(OTHER, CORVIN))
        assert (lines, voices) == (2, ["Ada Corvin", "Wirrel News Agency"])

    def test_an_agency_that_saw_it_and_quotes_somebody_is_one_line(self):
        lines, *_ = count(says(WIRE, WIRREL, first_hand=True), says(WIRE, CORVIN, at=50))
        assert lines == 1


class TestBodies:
    """Who speaks for a body speaks as that body, and is shown under their own name."""

    @pytest.mark.parametrize(
        "role",
        [
            "Harbour Board spokeswoman",
            "spokesman for the Harbour Board",
            "Harbour Board press secretary",
            "Harbour Board's chief spokesperson",
        ],
    )
    def test_a_spokesperson_and_the_body_are_one_node(self, role):
        lines, voices, _ = count(
            says(OWN, person("Petra Zemsky", role)), says(OTHER, body("Harbour Board"))
        )
        assert (lines, voices) == (1, ["Petra Zemsky"])

    def test_a_minister_and_the_ministry_are_one_node(self):
        minister = person("Ada Corvin", "water minister")
        lines, voices, _ = count(says(OWN, minister), says(OTHER, body("Water Ministry")))
        assert (lines, voices) == (1, ["Ada Corvin"])

    def test_two_who_speak_for_one_body_are_one_node(self):
        one = person("Petra Zemsky", "Harbour Board spokeswoman")
        other = person("Tom Ashgrove", "spokesman for the Harbour Board")
        assert count(says(OWN, one), says(OTHER, other))[0] == 1

    def test_those_who_speak_for_two_bodies_are_two(self):
        one = person("Petra Zemsky", "Harbour Board spokeswoman")
        other = person("Tom Ashgrove", "Hill Rescue spokesman")
        assert count(says(OWN, one), says(OTHER, other))[0] == 2

    def test_a_prime_minister_speaks_for_no_ministry(self):
        assert body_of(person("Ada Corvin", "prime minister")) is None

    def test_an_unnamed_official_of_the_body_may_be_the_one_who_speaks_for_it(self):
        named = person("Petra Zemsky", "Harbour Board spokeswoman")
        lines, voices, _ = count(says(OWN, named), says(OTHER, unnamed("a Harbour Board official")))
        assert (lines, voices) == (1, ["Petra Zemsky"])


class TestUnnamed:
    """Descriptions that could be the same people are one voice."""

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("a senior US official", "US officials"),
            ("US officials", "two American officials"),
            ("an official", "officials"),
            ("officials", "Ukrainian officials"),
            ("a source", "a source close to the talks"),
            ("US officials", "US diplomats"),
        ],
    )
    def test_what_may_be_the_same_people_is_one_voice(self, one, other):
        assert could_be_same(plain_key(one), plain_key(other))
        assert count(says(OWN, unnamed(one)), says(OTHER, unnamed(other)))[0] == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("US officials", "Ukrainian officials"),
            ("harbour pilots", "hospital nurses"),
            ("Norwegian diplomats", "Swedish diplomats"),
        ],
    )
    def test_people_of_two_countries_or_callings_are_two_voices(self, one, other):
        assert not could_be_same(plain_key(one), plain_key(other))
        assert count(says(OWN, unnamed(one)), says(OTHER, unnamed(other)))[0] == 2

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("nurse on board", "nurse on the hospital ship Aurelia"),
            ("a former fire inspector", "a former inspector who asked not to be named"),
            ("port official", "official in Velmora"),
        ],
    )
    def test_one_person_called_alike_may_be_one(self, one, other):
        assert count(says(OWN, unnamed(one)), says(OTHER, unnamed(other)))[0] == 1

    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("nurse on the ship Aurelia", "nurse at the Hollin clinic"),
            ("nurse on board", "cook on board"),
            ("diver of the navy department", "diver of the harbour board"),
        ],
    )
    def test_people_of_two_places_bodies_or_callings_are_two(self, one, other):
        assert count(says(OWN, unnamed(one)), says(OTHER, unnamed(other)))[0] == 2

    def test_groups_that_one_relay_names_together_are_two_voices(self):
        _, voices, _ = count(
            says(OWN, unnamed("US officials"), unnamed("Ukrainian officials"), through=[GAZETTE])
        )
        assert voices == ["US officials", "Ukrainian officials"]

    def test_unnamed_voices_behind_one_relay_that_it_nowhere_tells_apart_are_one(self):
        _, voices, _ = count(
            says(OWN, unnamed("harbour pilots"), through=[GAZETTE]),
            says(OTHER, unnamed("hospital nurses"), through=[GAZETTE]),
        )
        assert len(voices) == 1

    def test_the_relay_that_tells_them_apart_in_one_text_does_so_for_all(self):
        one, other = unnamed("US officials"), unnamed("Ukrainian officials")
        _, voices, _ = count(
            says(OWN, one, other, through=[GAZETTE]), says(OTHER, one, through=[GAZETTE])
        )
        assert voices == ["US officials", "Ukrainian officials"]

    def test_the_same_behind_two_relays_stays_two(self):
        assert (
            count(
                says(OWN, unnamed("harbour pilots"), through=[GAZETTE]),
                says(OTHER, unnamed("hospital nurses"), through=[COURIER]),
            )[0]
            == 2
        )


class TestSpeech:
    """That a thing was said: the makers that rendered it are the voices."""

    def render(self, *families):
        graph = draw_speech([(f, Span(f.witnesses[0], 0, 9)) for f in families])
        return graph, count_lines(graph)

    def test_two_makers_renderings_of_one_refusal_are_two_lines(self):
        graph, lines = self.render(WIRE, OWN)
        assert lines.number == 2
        assert {n.origin.name for n in graph.nodes if n.kind == "voice"} == {
            "Wirrel News Agency",
            "The Tannet Post",
        }

    def test_two_dispatches_of_one_agency_are_one_line(self):
        assert self.render(WIRE, family("wire again", "Wirrel News Agency"))[1].number == 1

    def test_a_text_of_an_unknown_maker_stands_for_it(self):
        assert self.render(WIRE, family("nobody's"))[1].number == 2


class TestTies:
    """A list of ties joins nodes."""

    tied = frozenset({plain_key("Ada Corvin"), plain_key("Petra Zemsky")})

    def test_tied_voices_are_one(self):
        assert count(says(OWN, CORVIN), says(OTHER, ZEMSKY))[0] == 2
        assert count(says(OWN, CORVIN), says(OTHER, ZEMSKY), ties=[self.tied])[0] == 1

    def test_tied_outlets_are_one(self):
        owner = frozenset({plain_key("The Tannet Post"), plain_key("The Lowland Star")})
        assert count(says(OWN, CORVIN), says(OTHER, ZEMSKY), ties=[owner])[0] == 1

    def test_tied_makers_of_one_refusal_are_one(self):
        owner = frozenset({plain_key("The Tannet Post"), plain_key("The Lowland Star")})
        rendered = [(f, Span(f.witnesses[0], 0, 9)) for f in (OWN, OTHER)]
        assert count_lines(draw_speech(rendered)).number == 2
        assert count_lines(draw_speech(rendered, (owner,))).number == 1

    def test_a_tie_that_would_open_a_new_way_is_left_out(self):
        # Tied, the Courier would pass on what Ada Corvin told the Gazette.
        owner = frozenset({plain_key(GAZETTE.name), plain_key(COURIER.name)})
        told = [
            says(OWN, CORVIN, through=[GAZETTE]),
            says(OWN, ZEMSKY, through=[WIRREL], at=50),
            says(OTHER, COURIER),
        ]
        assert count(*told)[0] == 1
        assert count_lines(draw(told, (owner,))).number == 2
        assert count(*told, ties=[owner])[0] == 1

    @given(
        tellings(), st.lists(st.sets(st.sampled_from(NAMES), min_size=2, max_size=3), max_size=3)
    )
    def test_adding_a_tie_never_raises(self, told, listed):
        ties = [frozenset(plain_key(n) for n in names) for names in listed]
        before = count(*told, ties=ties[1:])
        after = count(*told, ties=ties)
        assert after[0] <= before[0]

    def test_a_tie_with_a_stranger_changes_nothing(self):
        strange = frozenset({plain_key("Ada Corvin"), plain_key("Nell Newcomer")})
        told = [says(OWN, CORVIN), says(OTHER, ZEMSKY)]
        assert count(*told, ties=[strange]) == count(*told)


class TestGraph:
    """What is drawn is what the number is made of."""

    @given(tellings())
    def test_every_node_lies_on_a_way_from_a_voice_to_a_text(self, told):
        graph = draw(told)
        ids = {n.id for n in graph.nodes}
        fed = {e.target for e in graph.edges}
        feeding = {e.source for e in graph.edges}
        assert all(e.source in ids and e.target in ids for e in graph.edges)
        assert all(n.kind == "voice" or n.id in fed for n in graph.nodes)
        assert all(n.kind == "text" or n.id in feeding for n in graph.nodes)

    @given(tellings())
    def test_a_voice_is_told_by_nobody(self, told):
        graph = draw(told)
        voices = {n.id for n in graph.nodes if n.kind == "voice"}
        assert not any(e.target in voices for e in graph.edges)

    @given(tellings())
    def test_nodes_and_edges_come_in_order_once(self, told):
        graph = draw(told)
        pairs = [(e.source, e.target) for e in graph.edges]
        assert pairs == sorted(set(pairs))
        assert len({n.id for n in graph.nodes}) == len(graph.nodes)

    @given(tellings())
    def test_every_edge_says_why(self, told):
        assert all(e.why for e in draw(told).edges)
