"""Names in running text: where they stand, of what kind they are, who is meant by a short one."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.text.names import find_names, make_origin, show_unseen, skeleton


def kinds(text):
    return [(name.name, name.kind) for name in find_names(text)]


def only(text, kind):
    return [name.name for name in find_names(text) if name.kind == kind]


class TestPeople:
    @pytest.mark.parametrize(
        ("text", "name"),
        [
            ("Mr. Tavenholt said nothing more on the matter.", "Mr. Tavenholt"),
            ("Nobody told President Odo Castrel about the boats.", "Odo Castrel"),
            ("Anna de la Cruz Moe left the harbour at dawn.", "Anna de la Cruz Moe"),
            ("The vote was won by Joseph R. Holm Jr. on Sunday.", "Joseph R. Holm Jr."),
            ("The pilot, Beto O'Kellan, saw the light.", "Beto O'Kellan"),
            ("Spokesman Kim Min-seok left early.", "Kim Min-seok"),
            ("Vardane, 52, lives by the quay.", "Vardane"),
            ("Vardane, who lives by the quay, heard it.", "Vardane"),
        ],
    )
    def test_a_person_is_told_by_a_given_name_an_office_or_what_follows(self, text, name):
        assert name in only(text, "person")

    def test_a_possessive_is_no_part_of_a_name(self):
        assert only("Ada Corvin\u2019s boat sank.", "person") == ["Ada Corvin"]

    def test_an_office_is_no_part_of_a_name(self):
        assert only("Secretary of State Ada Corvin left.", "person") == ["Ada Corvin"]

    def test_a_sentences_first_word_is_no_name(self):
        assert not kinds("Police left. Nobody saw them. However, it rained.")

    def test_a_headlines_capitals_are_no_names(self):
        assert kinds("Port Workers Plan New Strike Over Winter Pay") == []
        assert only("How Ada Corvin Thinks About Winter Strikes", "person") == ["Ada Corvin"]

    def test_days_and_nationalities_are_no_names(self):
        assert kinds("On Monday a Norwegian boat met Swedish divers.") == []

    def test_a_nationality_of_no_known_country_is_told_by_its_ending(self):
        assert kinds("The Vardish troops and Ostrian officials met.") == []


class TestBodies:
    @pytest.mark.parametrize(
        "name",
        [
            "Harbour Board of Trustees",
            "Ministry of Fisheries",
            "Center for Economic and Policy Research",
            "Department of Health and Human Services",
            "Skerry Ports Authority",
            "Kellan & Moe",
            "NATO",
            "White House",
            "University of Cape Town",
            "Texas Senate",
        ],
    )
    def test_a_body_is_told_by_its_words_or_by_the_table(self, name):
        assert name in only(f"They wrote to the {name} about it at length.", "organisation")

    def test_a_body_ends_before_the_day(self):
        text = "They wrote to the Skerry Ports Commission on Sunday about it."
        assert only(text, "organisation") == ["Skerry Ports Commission"]

    def test_letters_alone_speak_as_a_body(self):
        assert only("According to LNB, the road is closed.", "organisation") == ["LNB"]

    @pytest.mark.parametrize("name", ["iPhone", "Affordable Care Act", "World Cup", "Atmos 65"])
    def test_products_laws_and_events_are_nobody(self, name):
        told = find_names(f"Many liked the {name} last year.")
        assert {n.kind for n in told} <= {"other"}

    def test_what_is_said_on_a_platform_is_not_said_by_it(self):
        assert not only("She wrote about it on Facebook at night.", "organisation")
        assert only("Facebook said it would pay.", "organisation") == ["Facebook"]


class TestPress:
    @pytest.mark.parametrize(
        ("text", "name", "kind"),
        [
            ("She told Reuters that it was over.", "Reuters", "agency"),
            ("The boat sank, The New York Times reported.", "The New York Times", "outlet"),
            ("OSLO (AP) - The boat sank.", "AP", "agency"),
            ("He told the Guardian that he was tired.", "Guardian", "outlet"),
            ("He read it in the Skerry Gazette at breakfast.", "Skerry Gazette", "outlet"),
            ("The Wirrel News Agency said so first.", "Wirrel News Agency", "agency"),
            ("Ada Corvin of BBC Radio 4 asked.", "BBC Radio 4", "outlet"),
        ],
    )
    def test_papers_and_agencies_are_told_by_the_table_or_by_their_words(self, text, name, kind):
        assert (name, kind) in kinds(text)

    @pytest.mark.parametrize(
        "text",
        [
            "Time and again the sun went down over the hill.",
            "The Republican National Convention began in the Hill house.",
            "Regular physical activity (PA) is good for all.",
            "Bad News for the Fake News and Good Times for all.",
            "He looked at The Standard Model of physics.",
            "Barron, her son, was there with the Star of David.",
        ],
    )
    def test_words_that_papers_share_with_others_are_no_papers(self, text):
        assert not only(text, "outlet") + only(text, "agency")


class TestPlaces:
    @pytest.mark.parametrize("name", ["Oslo", "New York", "Gulf of Aden", "Lake Tannet", "Calif."])
    def test_a_place_is_told_by_the_table_or_by_its_words(self, name):
        assert only(f"It happened in {name} two years ago.", "place") == [name]

    def test_an_unknown_place_is_told_by_what_stands_around(self):
        assert only("The boat left al-Tanfen, Norway, at noon.", "place") == ["al-Tanfen", "Norway"]
        assert only("It rained in Skerrymore all day.", "place") == ["Skerrymore"]

    def test_a_places_spellings_are_one(self):
        one, other = (find_names(f"They met in {n} again.")[0] for n in ("Kyiv", "Kiev"))
        assert one.full == other.full == "Kyiv"


class TestUnnamed:
    @pytest.mark.parametrize(
        ("text", "description"),
        [
            ("Two US officials said it was true.", "Two US officials"),
            ("A person familiar with the plan said so.", "person familiar with the plan"),
            ("It was over, said a spokesman for the port.", "spokesman for the port"),
            ("It is closed, according to local police.", "local police"),
            ("Witnesses said they heard it.", "Witnesses"),
            ("In a note, the company wrote that it was sorry.", "company"),
            ("Border agents say it is quiet.", "Border agents"),
        ],
    )
    def test_whoever_speaks_without_a_name_is_described(self, text, description):
        assert description in only(text, "unnamed")

    @pytest.mark.parametrize(
        "text",
        [
            "Harbour master Ada Corvin said no.",
            "The spokesman left.",
            "They asked people to say nothing.",
            "He said that people liked it.",
        ],
    )
    def test_who_is_named_or_does_not_speak_is_no_unnamed_source(self, text):
        assert not only(text, "unnamed")

    def test_a_description_may_hold_names(self):
        assert ("US", "place") in kinds("US officials said so.")


class TestRoles:
    @pytest.mark.parametrize(
        ("text", "role"),
        [
            ("Kremlin spokesman Ulric Taveny said no.", "Kremlin spokesman"),
            ("Ada Corvin, head of the agency, said no.", "head of the agency"),
            ("Ada Corvin, 52, a nurse from Oslo, said no.", "nurse from Oslo"),
            ("Former Vardish president Odo Castrel left.", "Former Vardish president"),
            ("He met the port's chief executive Ada Corvin.", "chief executive"),
        ],
    )
    def test_an_office_stands_before_or_behind_a_name(self, text, role):
        (person,) = [n for n in find_names(text) if n.kind == "person"]
        assert any(role in found for found in person.roles)

    def test_what_somebody_does_is_no_office(self):
        (person,) = find_names("Ada Corvin, whose boat sank, left.")
        assert person.roles == ()


class TestShortForms:
    def test_a_surname_stands_for_the_full_name_of_the_text(self):
        first, then = find_names("Ada Tavenholt left. Nobody saw Tavenholt go.")
        assert (first.full, then.full) == ("Ada Tavenholt", "Ada Tavenholt")

    def test_a_common_word_is_a_surname_where_the_text_has_one(self):
        names = find_names('Ada Cook left. "It was late," Cook said.')
        assert [n.full for n in names] == ["Ada Cook", "Ada Cook"]
        assert find_names('"It was late," Cook said.') == []

    def test_letters_in_brackets_stand_for_the_name_before_them(self):
        names = find_names("The Skerry Ports Authority (SPA) met. The SPA said no.")
        assert {n.full for n in names} == {"Skerry Ports Authority"}

    def test_letters_that_do_not_fit_stand_for_nobody(self):
        names = find_names("The Skerry Ports Authority (XQZW) met.")
        assert "Skerry Ports Authority" not in {n.full for n in names if n.name == "XQZW"}

    def test_the_last_word_stands_for_the_one_paper_of_the_text(self):
        names = find_names("He read the Skerry Gazette. Ada Corvin told the Gazette so.")
        assert [n.full for n in names if n.kind == "outlet"] == ["Skerry Gazette"] * 2

    def test_the_agency_is_the_one_whose_name_ends_so(self):
        names = find_names("The Skerry Fishing Agency met. The agency said no boat was lost.")
        assert [n.full for n in names][-1] == "Skerry Fishing Agency"

    def test_the_agency_is_neither_of_two(self):
        text = "The Skerry Fishing Agency met the Moe Herring Agency. The agency said no."
        assert find_names(text)[-1].full == "agency"


class TestDisguises:
    def test_a_name_with_what_nobody_sees_is_flagged(self):
        assert [n.disguised for n in find_names("Ada Corv\u0456n met Ada Moe.")] == [True, False]

    @pytest.mark.parametrize("other", ["Ada\u200b Corvin", "\u202eAda Corvin", "Ada C\u043ervin"])
    def test_a_look_alike_is_shown_and_is_another(self, other):
        assert skeleton(other) == skeleton("Ada Corvin")
        assert make_origin(other, "person").id != make_origin("Ada Corvin", "person").id
        assert all(c.isprintable() for c in make_origin(other, "person").name)


WORDS = """The the Ada Corvin Mr. President of and for said told officials US U.S. (AP) Harbour
    Board Gazette News Agency , . " ' \u2019s \u201c \u201d ( ) - & de la iPhone \u0410da \u200b
    \u202e 12 52 Kyiv al-Tanf according to in NATO Cook's Times who KELLAN \U0001d400da \u00c5se"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n"])
TEXTS = st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=40).map(" ".join))


@given(TEXTS)
def test_names_lie_in_the_text_and_do_not_overlap(text):
    found = find_names(text)
    assert found == sorted(found)
    for name in found:
        assert 0 <= name.start < name.end <= len(text)
        assert name.name.split() == text[name.start : name.end].removesuffix("'s").split() or (
            name.name in " ".join(text[name.start : name.end].split())
        )
    named = [name for name in found if name.kind != "unnamed"]
    assert all(one.end <= other.start for one, other in pairwise(named))


@given(TEXTS, st.integers(0, 60))
def test_where_a_text_begins_changes_no_offset(text, before):
    moved = [
        name._replace(start=name.start - before - 1, end=name.end - before - 1)
        for name in find_names("-" * before + "\n" + text, before + 1)
    ]
    assert moved == find_names(text)


@given(
    st.text(st.characters(codec="utf-8"), max_size=30),
    st.text("\u200b\u202e\u2066\u2060", min_size=1),
)
def test_what_nobody_sees_makes_another_of_a_name(name, unseen):
    plain = make_origin(name, "person")
    if not name.strip() or plain.name != " ".join(name.split()):
        return
    disguised = make_origin(f"{plain.name[:1]}{unseen}{plain.name[1:]}", "person")
    assert disguised.id != plain.id
    assert show_unseen(disguised.name) == disguised.name


@given(st.sampled_from(["Ada Corvin", "Kellan Ports Board", "The Harbour Gazette"]), st.data())
def test_house_style_makes_no_other_of_a_name(name, data):
    spaces = data.draw(st.sampled_from([" ", "  ", "\n", "\u00a0"]))
    end = data.draw(st.sampled_from(["", "'s", "\u2019s"]))
    kind = data.draw(st.sampled_from(["person", "organisation", "outlet"]))
    assert make_origin(name.replace(" ", spaces) + end, kind).id == make_origin(name, kind).id


@pytest.mark.parametrize("unit", ["The Harbour Board Of The ", "Ada Moe, ", "said officials said "])
def test_a_long_line_that_is_no_prose_is_not_read(unit):
    assert find_names(unit * (2_500 // len(unit))) == []
    assert find_names(unit * (2_500 // len(unit)) + "\nAda Corvin left.")[-1].name == "Ada Corvin"


def test_a_long_line_of_prose_is_read():
    line = "The boat of Ada Corvin left the harbour in the rain, and nobody saw it go. " * 30
    assert len(find_names(line)) == 30


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Secretary of State Ada Corvin met them.", "Ada Corvin", "Secretary of State"),
        ("The port's Chief of Staff Rahm Corvin left.", "Rahm Corvin", "Chief of Staff"),
        ("Industry analyst Ken Doctor, 52, left.", "Ken Doctor", "Industry analyst"),
    ],
)
def test_an_office_of_several_words_is_no_part_of_a_name(text, name, role):
    (person,) = [found for found in find_names(text) if found.kind == "person"]
    assert person.name == name
    assert role in person.roles


@pytest.mark.parametrize("text", ["Miss Universe Alicia Corvin left.", "Miss Alicia Corvin left."])
def test_what_stands_before_a_given_name_is_no_part_of_it(text):
    (person,) = find_names(text)
    assert person.full == "Alicia Corvin"


def test_one_persons_name_is_no_part_of_anothers_office():
    text = "Secretary Ada Corvin met Director of Fisheries Otto Moe."
    assert [n.roles for n in find_names(text)] == [("Secretary",), ("Director of Fisheries",)]
