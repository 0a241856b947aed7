"""What only a look across pages can tell: one origin under several names, and a missing day."""

import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from twosource.origins import resolve
from twosource.records import (
    Article,
    Family,
    LostNode,
    Published,
    Span,
    Statement,
    Story,
    identify,
)
from twosource.text.names import make_origin, read_rows, scripts_of, shipped


def article(name, *, outlet=None, credit=None, day=None, how="on_page"):
    return Article(
        id=identify("article", name),
        page=name,
        outlet=outlet,
        credit=credit,
        published=Published(day, how) if day else Published(),
    )


def family_of(*articles, origin=None, lost=()):
    witnesses = tuple(sorted(a.id for a in articles))
    return Family(
        id=identify("family", *witnesses), witnesses=witnesses, origin=origin, lost=tuple(lost)
    )


def story_of(name, *families):
    return Story(
        id=identify("story", name), label=name, families=tuple(sorted(f.id for f in families))
    )


def said(held, *speakers, through=(), at=0):
    place = Span(held.id, at, at + 5)
    return Statement(
        id=identify("statement", held.id, at),
        article=held.id,
        source=place,
        cue=None,
        content=(),
        kind="indirect",
        act="asserts",
        verb="say",
        speakers=tuple(speakers),
        relays=tuple(through),
    )


def person(name, role=""):
    return make_origin(name, "person", (role,) if role else ())


def told_in(stories):
    """Resolve stories given as lists of pages, each a list of speakers; return names by page."""
    articles, families, kept, statements = [], [], [], []
    for name, pages in stories.items():
        here = []
        for number, speakers in enumerate(pages):
            page = article(f"{name} {number}")
            articles.append(page)
            here.append(family_of(page))
            statements.extend(said(page, o, at=10 * i) for i, o in enumerate(speakers))
        families.extend(here)
        kept.append(story_of(name, *here))
    found = resolve(kept, families, articles, statements)
    by_article = {}
    for statement in found.statements:
        by_article.setdefault(statement.article, []).append(statement.speakers[0].name)
    return [by_article.get(a.id, []) for a in articles]


class TestPersons:
    def test_a_surname_takes_the_one_full_name_of_its_story(self):
        assert told_in({"dam": [[person("Ada Corvin")], [person("Corvin")]]}) == [
            ["Ada Corvin"],
            ["Ada Corvin"],
        ]

    def test_a_surname_that_two_people_of_the_story_bear_stays_alone(self):
        pages = [[person("Ada Corvin"), person("Boris Corvin")], [person("Corvin")]]
        assert told_in({"dam": pages})[1] == ["Corvin"]

    def test_a_surname_takes_the_full_name_whose_office_it_has(self):
        ada, boris = person("Ada Corvin", "transport minister"), person("Boris Corvin", "captain")
        assert told_in({"dam": [[ada], [boris], [person("Corvin", "captain")]]})[2] == [
            "Boris Corvin"
        ]
        assert told_in({"dam": [[ada], [person("Corvin", "captain")]]})[1] == ["Corvin"]

    def test_a_surname_takes_no_name_from_another_story(self):
        stories = {"dam": [[person("Ada Corvin")]], "vote": [[person("Corvin")]]}
        assert told_in(stories)[1] == ["Corvin"]

    def test_one_surname_in_two_stories_may_be_two_people(self):
        stories = {
            "dam": [[person("Ada Corvin")], [person("Corvin")]],
            "vote": [[person("Boris Corvin")], [person("Corvin")]],
        }
        assert told_in(stories) == [
            ["Ada Corvin"],
            ["Ada Corvin"],
            ["Boris Corvin"],
            ["Boris Corvin"],
        ]

    def test_two_spellings_of_a_surname_behind_one_given_name_are_one_in_one_story(self):
        (one,), (other,) = told_in({"dam": [[person("Petra Zemsky")], [person("Petra Zemskyy")]]})
        assert one == other

    def test_two_spellings_in_two_stories_are_not_joined(self):
        stories = {"dam": [[person("Petra Zemsky")]], "vote": [[person("Petra Zemskyy")]]}
        assert told_in(stories) == [["Petra Zemsky"], ["Petra Zemskyy"]]

    def test_a_given_name_may_differ_only_where_both_hold_one_office(self):
        plain = {"dam": [[person("Christine Vale")], [person("Christina Vale")]]}
        assert told_in(plain) == [["Christine Vale"], ["Christina Vale"]]
        office = "harbour master"
        held = {"dam": [[person("Christine Vale", office)], [person("Christina Vale", office)]]}
        (one,), (other,) = told_in(held)
        assert one == other

    def test_spellings_with_two_offices_are_two_people(self):
        pages = [
            [person("Petra Zemsky", "harbour master")],
            [person("Petra Zemskyy", "opposition leader")],
        ]
        assert told_in({"dam": pages}) == [["Petra Zemsky"], ["Petra Zemskyy"]]

    def test_short_names_are_never_spellings_of_one_another(self):
        pages = [[person("Ada Lund")], [person("Ada Lind")]]
        assert told_in({"dam": pages}) == [["Ada Lund"], ["Ada Lind"]]

    @pytest.mark.parametrize(
        "disguised",
        [
            "Petra Zemsk\u0443",  # a Cyrillic letter for the last one
            "Petra Z\u0435msky",
            "Petra Zem\u200bsky",  # a space of no width
            "Petra \u0396emsky",  # a Greek capital
        ],
    )
    def test_names_that_only_look_alike_are_never_joined(self, disguised):
        (one,), (other,) = told_in({"dam": [[person("Petra Zemsky")], [person(disguised)]]})
        assert one != other

    def test_letters_of_two_scripts_are_told(self):
        assert scripts_of("Zemsky") == {"LATIN"}
        assert scripts_of("Zemsk\u0443") == {"LATIN", "CYRILLIC"}
        assert scripts_of("12 - ") == frozenset()


class TestBodiesAndPapers:
    def test_a_country_by_any_name_is_one(self):
        groups = [
            [make_origin(n, "unnamed")]
            for n in ("US officials", "American officials", "U.S. officials")
        ]
        names = [n for page in told_in({"dam": groups}) for n in page]
        assert len(set(names)) == 1

    def test_a_capital_speaks_as_its_country(self):
        pages = [[make_origin("Kyiv", "organisation")], [make_origin("Ukraine", "organisation")]]
        assert told_in({"dam": pages}) == [["Ukraine"], ["Ukraine"]]

    def test_officials_of_two_countries_stay_two(self):
        pages = [
            [make_origin("Norwegian officials", "unnamed")],
            [make_origin("Swedish officials", "unnamed")],
        ]
        assert told_in({"dam": pages}) == [["Norwegian officials"], ["Swedish officials"]]

    def test_a_short_name_takes_the_one_paper_of_its_story_that_ends_so(self):
        pages = [
            [make_origin("The Harbour Ledger", "outlet")],
            [make_origin("the Ledger", "outlet")],
        ]
        assert told_in({"dam": pages}) == [["The Harbour Ledger"], ["The Harbour Ledger"]]

    def test_a_short_name_that_fits_two_papers_stays_short(self):
        pages = [
            [make_origin("The Harbour Ledger", "outlet"), make_origin("The Hill Ledger", "outlet")],
            [make_origin("the Ledger", "outlet")],
        ]
        assert told_in({"dam": pages})[1] == ["the Ledger"]

    def test_one_short_name_in_two_stories_may_be_two_papers(self):
        short = make_origin("the Ledger", "outlet")
        stories = {
            "dam": [[make_origin("The Harbour Ledger", "outlet")], [short]],
            "vote": [[make_origin("The Hill Ledger", "outlet")], [short]],
        }
        assert told_in(stories) == [
            ["The Harbour Ledger"],
            ["The Harbour Ledger"],
            ["The Hill Ledger"],
            ["The Hill Ledger"],
        ]

    def test_an_organisation_of_a_papers_name_is_the_paper(self):
        paper = make_origin("The Harbour Ledger", "outlet")
        page = article("one", outlet=paper)
        other = article("two")
        families = [family_of(page), family_of(other)]
        speaker = make_origin("Harbour Ledger", "organisation")
        found = resolve(
            [story_of("dam", *families)], families, [page, other], [said(other, speaker)]
        )
        (statement,) = found.statements
        assert statement.speakers == (next(a for a in found.articles if a.outlet).outlet,)


class TestNamesThatSeveralBear:
    @pytest.mark.parametrize("name", ["The Sun", "Daily Express", "El Comercio", "Pravda"])
    def test_a_name_alone_is_none_of_its_bearers(self, name):
        assert not make_origin(name).aliases
        bearers = shipped().bearers(name)
        assert len({b.origin.id for b in bearers} | {make_origin(name).id}) == len(bearers) + 1

    def test_it_is_the_one_bearer_whom_its_story_knows(self):
        bearer = make_origin("the-star.co.ke")
        pages = [[bearer], [make_origin("The Star", "outlet")]]
        assert told_in({"dam": pages}) == [[bearer.name], [bearer.name]]

    def test_it_is_none_where_the_story_knows_two(self):
        pages = [
            [make_origin("the-star.co.ke"), make_origin("thestar.com.my")],
            [make_origin("The Star", "outlet")],
        ]
        assert told_in({"dam": pages})[1] == ["The Star"]

    def test_it_is_none_in_another_story(self):
        bearer, alone = make_origin("the-star.co.ke"), make_origin("The Star", "outlet")
        assert told_in({"dam": [[bearer]], "vote": [[alone]]})[1] == ["The Star"]

    def test_bodies_of_one_name_in_two_countries_stay_two(self):
        pages = [
            [make_origin("Norway's Coastal Forces", "organisation")],
            [make_origin("Swedish Coastal Forces", "organisation")],
        ]
        (one,), (other,) = told_in({"dam": pages})
        assert one != other


class TestAUsersOwnTable:
    TABLE = read_rows(
        [
            {"name": "Skerry Lantern", "kind": "outlet", "short": ["the Lantern"]},
            {"name": "Reelnews", "kind": "aggregator", "domains": ["reel.example"]},
            {"name": "Wirrel", "kind": "agency", "domains": ["wirrel.example"]},
        ]
    )

    def resolve(self, *articles, statements=()):
        families = [family_of(a) for a in articles]
        return resolve(
            [story_of("dam", *families)], families, articles, statements, publishers=self.TABLE
        )

    @pytest.mark.parametrize("kind", ["person", "organisation", "outlet"])
    def test_what_it_names_is_theirs_whatever_it_was_taken_for(self, kind):
        page = article("one")
        found = self.resolve(page, statements=[said(page, make_origin("the Lantern", kind))])
        (speaker,) = found.statements[0].speakers
        assert (speaker.name, speaker.kind) == ("Skerry Lantern", "outlet")

    def test_people_who_are_only_described_are_nobody_of_it(self):
        page = article("one")
        found = self.resolve(page, statements=[said(page, make_origin("the Lantern", "unnamed"))])
        assert found.statements[0].speakers[0].kind == "unnamed"

    def test_a_page_from_one_of_its_addresses_is_that_publishers(self):
        page = replace(article("one"), url="https://www.wirrel.example/dam")
        (found,) = self.resolve(page).articles
        assert found.outlet is not None
        assert (found.outlet.name, found.outlet.kind) == ("Wirrel", "agency")

    def test_an_aggregator_is_only_the_way_a_page_came(self):
        outlet = make_origin("Skerry Herald", "outlet")
        page = replace(article("one", outlet=outlet), url="https://reel.example/dam")
        (found,) = self.resolve(page).articles
        assert (found.outlet, found.via.name) == (outlet, "Reelnews")

    def test_a_page_said_to_be_of_an_aggregator_has_no_outlet(self):
        page = article("one", outlet=make_origin("Reelnews", "outlet"))
        (found,) = self.resolve(page).articles
        assert (found.outlet, found.via.name) == (None, "Reelnews")

    def test_it_goes_over_the_shipped_table(self):
        page = article("one", credit=make_origin("AFP"))
        families = [family_of(page)]
        own = read_rows([{"name": "Agence France-Presse", "kind": "agency", "short": ["AFP"]}])
        found = resolve([story_of("dam", *families)], families, [page], [], publishers=own)
        assert found.articles[0].credit.name == "Agence France-Presse"

    def test_doing_it_again_changes_nothing(self):
        page = article("one", outlet=make_origin("Reelnews", "outlet"))
        once = self.resolve(page, statements=[said(page, make_origin("the Lantern", "person"))])
        again = resolve(
            once.stories, once.families, once.articles, once.statements, publishers=self.TABLE
        )
        assert again == once


class TestDisguises:
    @pytest.mark.parametrize("kind", ["person", "organisation", "outlet", "unnamed"])
    @pytest.mark.parametrize(
        "disguised",
        ["US\u200b officials", "\u202eUS officials", "US \u043efficials", "\U0001d414S officials"],
    )
    def test_a_disguised_name_is_joined_with_nobody(self, kind, disguised):
        pages = [[make_origin("US officials", kind)], [make_origin(disguised, kind)]]
        (one,), (other,) = told_in({"dam": pages})
        assert one != other


class TestDays:
    def resolve_days(self, *articles):
        families = [family_of(a) for a in articles]
        found = resolve([story_of("dam", *families)], families, articles, [])
        return [a.published for a in found.articles]

    def test_an_undated_article_takes_the_day_of_its_story_marked_as_inferred(self):
        dated, undated = self.resolve_days(article("one", day="2026-03-02"), article("two"))
        assert dated == Published("2026-03-02", "on_page")
        assert (undated.value, undated.how) == ("2026-03-02", "inferred")
        assert "2026-03-02" in undated.note

    def test_no_day_is_guessed_where_the_story_goes_on_for_long(self):
        days = self.resolve_days(
            article("one", day="2026-03-02"), article("two", day="2026-03-20"), article("three")
        )
        assert days[2] == Published()

    def test_no_day_is_guessed_where_no_page_has_one(self):
        assert self.resolve_days(article("one"), article("two")) == [Published(), Published()]

    def test_a_month_is_no_day(self):
        assert self.resolve_days(article("one", day="2026-03"), article("two"))[1] == Published()

    def test_an_inferred_day_is_no_evidence_for_another(self):
        days = self.resolve_days(article("one", day="2026-03-02", how="inferred"), article("two"))
        assert days[1] == Published()


PEOPLE = [
    person("Ada Corvin"),
    person("Boris Corvin"),
    person("Corvin"),
    person("Petra Zemsky", "harbour master"),
    person("Petra Zemskyy"),
    person("Zemsky"),
    person("Christine Vale", "harbour master"),
    person("Christina Vale", "harbour master"),
    person("Vale"),
    make_origin("US officials", "unnamed"),
    make_origin("American officials", "unnamed"),
    make_origin("Kyiv", "organisation"),
    make_origin("Ukraine", "organisation"),
    make_origin("Harbour Ledger", "organisation"),
]
PAPERS = [
    make_origin("The Harbour Ledger", "outlet"),
    make_origin("The Hill Ledger", "outlet"),
    make_origin("the Ledger", "outlet"),
    make_origin("Wirrel News Agency", "agency"),
]


@st.composite
def piles(draw):
    """A few articles in families and stories, with whoever speaks in them."""
    articles = [
        article(
            f"page {n}",
            outlet=draw(st.sampled_from([None, *PAPERS])),
            credit=draw(st.sampled_from([None, *PAPERS])),
            day=draw(st.sampled_from([None, "2026-03-02", "2026-03-03", "2026-05-01"])),
        )
        for n in range(draw(st.integers(1, 5)))
    ]
    families = [
        family_of(
            a,
            origin=draw(st.sampled_from([None, *PAPERS])),
            lost=[LostNode("lost:1", draw(st.sampled_from([None, *PAPERS])))],
        )
        for a in articles
    ]
    homes = [draw(st.integers(0, 1)) for _ in families]
    stories = [
        story_of(f"story {n}", *(f for f, home in zip(families, homes, strict=True) if home == n))
        for n in sorted(set(homes))
    ]
    statements = [
        said(
            draw(st.sampled_from(articles)),
            *draw(st.lists(st.sampled_from(PEOPLE), max_size=2, unique=True)),
            through=draw(st.lists(st.sampled_from(PAPERS), max_size=1)),
            at=10 * n,
        )
        for n in range(draw(st.integers(0, 6)))
    ]
    return stories, families, articles, statements


@given(piles())
def test_doing_it_again_changes_nothing(pile):
    once = resolve(*pile)
    assert resolve(once.stories, once.families, once.articles, once.statements) == once


@given(piles(), st.randoms(use_true_random=False))
def test_the_order_of_records_changes_nothing(pile, chance):
    def by_id(found):
        return [sorted(listed, key=lambda r: r.id) for listed in found]

    mixed = [random.Random(chance.random()).sample(listed, len(listed)) for listed in pile]  # noqa: S311
    assert by_id(resolve(*mixed)) == by_id(resolve(*pile))


@given(piles())
def test_ids_of_records_stay_and_every_origin_met_is_listed(pile):
    found = resolve(*pile)
    for before, after in zip(pile, found[:4], strict=True):
        assert [r.id for r in before] == [r.id for r in after]
    listed = {o.id: o for o in found.origins}
    met = [o for s in found.statements for o in (*s.speakers, *s.relays)]
    met += [o for a in found.articles for o in (a.outlet, a.credit) if o is not None]
    met += [f.origin for f in found.families if f.origin is not None]
    met += [n.origin for f in found.families for n in f.lost if n.origin is not None]
    assert all(listed[o.id] == o for o in met)
    assert [o.id for o in found.origins] == sorted(listed)
