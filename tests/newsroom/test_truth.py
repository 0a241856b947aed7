"""The newsroom's truth follows product.md's words: voices, relays, makers, texts, lines."""

import random

from benchmarks.newsroom.claims import SOURCE_NOT_STATED, find_claims
from benchmarks.newsroom.copying import HABITS, print_copy
from benchmarks.newsroom.families import find_families
from benchmarks.newsroom.records import PrintedSentence, statement_rows
from benchmarks.newsroom.writing import Plan
from tests.newsroom.made import Story, covered, press, sample


def claim_of(story, fact="cause"):
    families = find_families(story.texts)
    claims = find_claims(story.world, story.texts, families)
    (found,) = [c for c in claims if c.key[:2] == ("world", f"{story.world.id} {fact}")]
    return found


def outlets():
    return press().outlets


def test_three_outlets_that_rest_on_one_report_are_one_line():
    story = Story()
    paper, reteller, one, two = outlets()[:4]
    agency = press().agencies[0]
    cited = Plan("retell", "cause", ("professor",), (paper,))
    dispatch = story.prints(agency, cited, Plan("say_that", "houses", ("mayor",)), held=False)
    story.prints(agency, copy_of=dispatch, printer=one, credited=(agency,))
    story.prints(agency, copy_of=dispatch, printer=two)
    story.prints(reteller, cited)
    claim = claim_of(story)
    assert (claim.lines, claim.rests_on) == (1, ("person:1.professor",))
    both = cited._replace(speakers=("board",))
    story.prints(outlets()[5], both)
    claim = claim_of(story)
    assert (claim.lines, claim.rests_on) == (1, (paper.id,))
    assert claim.voices == ("body:1.board", "person:1.professor")


def test_a_second_text_that_heard_another_voice_makes_two_lines():
    story = Story()
    paper, other = outlets()[:2]
    story.prints(paper, Plan("say_that", "cause", ("professor",)))
    story.prints(other, Plan("say_that", "cause", ("board",)))
    claim = claim_of(story)
    assert claim.lines == 2
    assert claim.rests_on == ("body:1.board", "person:1.professor")


def test_one_text_with_two_voices_is_one_line_that_rests_on_its_maker():
    story = Story()
    paper = outlets()[0]
    story.prints(paper, Plan("say_both", "cause", ("professor", "board")))
    claim = claim_of(story)
    assert (claim.lines, claim.rests_on, len(claim.voices)) == (1, (paper.id,), 2)


def test_who_speaks_for_a_body_is_that_body():
    story = Story()
    one, two = outlets()[:2]
    story.prints(one, Plan("say_that", "toll", ("chief",)))
    story.prints(two, Plan("say_that", "toll", ("brigade",)))
    assert claim_of(story, "toll").voices == ("body:1.brigade",)


def test_what_names_nobody_counts_only_where_nobody_is_named():
    story = Story()
    one, two, three = outlets()[:3]
    story.prints(one, Plan("own", "cause"))
    story.prints(two, Plan("retell_bare", "cause", (), (three,)))
    claim = claim_of(story)
    assert (claim.voices, claim.lines) == ((SOURCE_NOT_STATED,), 1)
    story.prints(three, Plan("say_that", "cause", ("board",)))
    claim = claim_of(story)
    assert (claim.voices, claim.lines) == (("body:1.board",), 1)


def test_one_who_cites_a_paper_is_a_relay_of_it_not_a_voice():
    story = Story()
    one, two, paper = outlets()[:3]
    story.prints(one, Plan("cites", "cause", ("professor",), (paper,)))
    story.prints(two, Plan("say_that", "cause", ("professor",)))
    claim = claim_of(story)
    assert (claim.voices, claim.lines) == ((SOURCE_NOT_STATED,), 1)


def test_a_denial_adds_no_line():
    story = Story()
    one, two = outlets()[:2]
    story.prints(one, Plan("say_that", "cause", ("professor",)))
    story.prints(two, Plan("deny", "cause", ("mayor",)))
    claim = claim_of(story)
    assert (claim.voices, claim.lines) == (("person:1.professor",), 1)


def test_a_refusal_is_a_claim_about_speech_whose_voices_are_its_makers():
    story = Story()
    one, two = outlets()[:2]
    refusal = Plan("decline", "", ("mayor",), act="refusal", body="cause")
    story.prints(one, refusal)
    story.prints(two, refusal)
    claims = find_claims(story.world, story.texts, find_families(story.texts))
    assert [(c.key[0], c.lines) for c in claims] == [("refusal", 2)]


def test_a_refusal_is_a_member_of_the_claim_that_it_will_not_speak_of_and_adds_nothing():
    story = Story()
    one, two = outlets()[:2]
    story.prints(one, Plan("say_that", "cause", ("professor",)))
    refusal = Plan("decline", "", ("mayor",), act="refusal", body="cause")
    story.prints(two, refusal)
    claim = claim_of(story)
    assert [told.stance for told in claim.told] == ["asserts", "declines"]
    assert (claim.voices, claim.lines, claim.texts) == (("person:1.professor",), 1, 1)
    (spoken,) = [
        c
        for c in find_claims(story.world, story.texts, find_families(story.texts))
        if c.key[0] == "refusal"
    ]
    assert [told.stance for told in spoken.told] == ["asserts"]


def test_what_a_house_saw_stays_its_own_in_a_text_that_another_put_together():
    story = Story()
    one, two, three = outlets()[:3]
    first = story.prints(one, Plan("say_that", "houses", ("mayor",)), Plan("own", "age"))
    second = story.prints(two, Plan("seen", "cause"))
    merged = story.prints(one, copy_of=first, printer=three)
    merged.paragraphs = [*first.paragraphs, *second.paragraphs]
    merged.parents = (first, second)
    printed = {
        text.number: {
            (at, place): PrintedSentence(at, place, 0, 1, ())
            for at, paragraph in enumerate(text.paragraphs)
            for place, _ in enumerate(paragraph)
        }
        for text in story.texts
    }
    told = statement_rows(story.world, story.texts, printed)
    assert [row["speakers"] for row in told if row["article"] == "a3"][-1] == [two.id]


def test_a_credit_on_one_witness_names_the_maker_for_all_and_proves_the_lost_dispatch():
    story = Story()
    agency = press().agencies[0]
    one, two = outlets()[:2]
    dispatch = story.prints(agency, Plan("own", "cause"), held=False)
    dispatch.printer = None
    story.prints(agency, copy_of=dispatch, printer=one, credited=(agency,))
    story.prints(agency, copy_of=dispatch, printer=two)
    (family,) = find_families(story.texts).values()
    assert family.maker is agency
    assert family.archetype is None
    assert family.stemma == (("lost:1", "a2"), ("lost:1", "a3"))
    assert family.lost == (("lost:1", agency),)


def test_an_uncredited_copy_that_stands_alone_is_its_outlets_own_as_far_as_the_pile_shows():
    story = Story()
    agency = press().agencies[0]
    one = outlets()[0]
    dispatch = story.prints(agency, Plan("own", "cause"), held=False)
    dispatch.printer = None
    copy = story.prints(agency, copy_of=dispatch, printer=one)
    (family,) = find_families(story.texts).values()
    assert (family.maker, family.archetype, family.lost) == (one, copy, ())


def test_who_copies_an_uncredited_copy_copies_as_far_as_the_pile_shows_from_its_outlet():
    story = Story()
    agency = press().agencies[0]
    one, two = outlets()[:2]
    dispatch = story.prints(agency, Plan("own", "cause"), held=False)
    dispatch.printer = None
    copy = story.prints(agency, copy_of=dispatch, printer=one)
    story.prints(agency, copy_of=copy, printer=two)
    (family,) = find_families(story.texts).values()
    assert (family.maker, family.archetype, family.stemma) == (one, copy, (("a2", "a3"),))


def lost_copy(story):
    """A dispatch that nobody holds, one client's copy that nobody holds, and two copies of that."""
    agency = press().agencies[0]
    client, one, two = outlets()[:3]
    dispatch = story.prints(agency, Plan("own", "cause"), held=False)
    dispatch.printer = None
    middle = story.prints(agency, copy_of=dispatch, printer=client, held=False)
    middle.kind = "rewrite"
    return agency, client, [story.prints(agency, copy_of=middle, printer=p) for p in (one, two)]


def test_a_lost_text_names_nobody_whom_no_page_names():
    story = Story()
    lost_copy(story)
    (family,) = find_families(story.texts).values()
    assert family.maker is None
    assert family.lost == (("lost:2", None),)


def test_one_lost_text_is_enough_where_no_page_tells_two_apart():
    story = Story()
    agency, client, copies = lost_copy(story)
    copies[0].credits = (agency,)
    (family,) = find_families(story.texts).values()
    assert family.lost == (("lost:2", agency),)
    copies[0].via = "Newsbasket"  # a page that shows whose page it was
    (family,) = find_families(story.texts).values()
    assert family.lost == (("lost:1", agency), ("lost:2", client))
    assert ("lost:1", "lost:2") in family.stemma


def test_how_a_text_was_made_is_the_whole_way_from_the_text_above_it():
    story = Story()
    agency = press().agencies[0]
    client, one = outlets()[:2]
    dispatch = story.prints(agency, Plan("own", "cause"))
    middle = story.prints(agency, copy_of=dispatch, printer=client, held=False)
    cut = story.prints(agency, copy_of=middle, printer=one)
    middle.kind, middle.changed, cut.kind = "rewrite", 0.5, "cut"
    (family,) = find_families(story.texts).values()
    assert [(way.original, way.kind, way.changed) for way in family.ways] == [
        ("a1", "rewrite", 0.5)
    ]
    middle.kind, middle.changed = "revision", 0.0
    (family,) = find_families(story.texts).values()
    assert [way.kind for way in family.ways] == ["cut"]


def test_a_passage_from_another_text_counts_as_that_text():
    story = Story()
    one, two, three = outlets()[:3]
    first = story.prints(one, Plan("say_that", "cause", ("professor",)), Plan("own", "age"))
    second = story.prints(two, Plan("say_that", "houses", ("mayor",)))
    merged = story.prints(one, copy_of=first, printer=three)
    merged.paragraphs = [*first.paragraphs, *second.paragraphs]
    merged.parents = (first, second)
    before = claim_of(story, "houses")
    assert {told.family.root for told in before.told} == {second}
    assert before.lines == 1
    families = find_families(story.texts)
    assert families[1].stemma == (("a1", "a3"),)
    assert families[2].stemma == (("a2", "a3"),)


def test_another_reprint_never_changes_lines():
    chance = random.Random(2)  # noqa: S311 - the same copies at every run
    synonyms = sample().synonyms
    compared = 0
    for number in range(12):
        texts = covered(number)
        held = [t for t in texts if t.held]
        if not held:
            continue
        before = find_claims(texts[0].world, texts, find_families(texts))
        source = chance.choice(held)
        printer = chance.choice(press().outlets)
        copy = print_copy(source, printer, 90_000, HABITS["plain"], synonyms, chance, whole=True)
        copy.held, copy.credits = True, source.credits
        more = [*texts, copy]
        after = {c.key: c for c in find_claims(texts[0].world, more, find_families(more))}
        if find_families(texts)[source.root].maker is None:
            continue
        for claim in before:
            assert after[claim.key].lines == claim.lines
            assert after[claim.key].voices == claim.voices
            compared += 1
    assert compared > 50
