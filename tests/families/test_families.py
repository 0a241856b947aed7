"""Families: which articles are one text, who made it, and which originals nobody holds."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.families import RULES, derivations, families
from twosource.records import identify


def _tree(family, names):
    """Return a stemma with articles by their names."""
    return {(names.get(a, a), names.get(b, b)) for a, b in family.stemma}


def _names(*articles):
    return {article.id: article.page for article in articles}


def test_two_house_styles_of_one_dispatch_are_one_family_and_a_revision(press, dispatch, restyled):
    one = press("one", dispatch, outlet="Ostrand Gazette")
    other = press("other", restyled, outlet="Hill Herald")
    (found,) = derivations([one, other])
    assert found.kind == "revision"
    assert not found.directed
    assert found.containment > 0.9
    (family,) = families([one, other])
    assert family.witnesses == tuple(sorted((one.id, other.id)))
    assert family.id == identify("family", *sorted((one.id, other.id)))


def test_an_independent_text_with_the_same_quotation_is_in_no_family_with_the_copies(
    press, dispatch, restyled, independent
):
    articles = [
        press("one", dispatch, outlet="Ostrand Gazette"),
        press("other", restyled, outlet="Hill Herald"),
        press("own", independent, outlet="Valley Observer"),
    ]
    found = families(articles)
    assert sorted(len(f.witnesses) for f in found) == [1, 2]
    kinds = {d.kind for d in derivations(articles) if articles[2].id in {d.copy, d.original}}
    assert kinds <= {"quotation"}


def test_every_article_without_relatives_is_a_family_of_one_and_its_own_archetype(press, elsewhere):
    article = press("alone", elsewhere, outlet="Brinmouth Bell")
    (family,) = families([article])
    assert family.archetype == article.id
    assert family.origin == article.outlet
    assert family.stemma == ()
    assert family.lost == ()
    assert [reason.rule for reason in family.why] == ["only-witness"]


def test_a_credit_on_one_copy_names_the_maker_of_all_and_the_lost_dispatch(
    press, dispatch, restyled
):
    one = press("one", restyled, outlet="Hill Herald", credit="Norda News Agency", day="2031-05-06")
    other = press("other", dispatch, outlet="Ostrand Gazette", day="2031-05-05")
    (family,) = families([one, other])
    maker = family.origin
    assert maker is not None
    assert maker.name == "Norda News Agency"
    assert family.archetype is None
    root = f"lost:{maker.name}"
    assert _tree(family, _names(one, other)) == {(root, "one"), (root, "other")}
    reason = next(r for r in family.why if r.rule == "credit-names-maker")
    assert [one.text[s.start : s.end] for s in reason.spans] == ["Source: Norda News Agency"]


def test_an_aggregators_copy_hangs_on_the_lost_page_of_the_outlet_that_it_copied(
    press, dispatch, restyled
):
    credited = press("credited", restyled, credit="Norda News Agency")
    copied = press("copied", dispatch, outlet="Ostrand Gazette", via="Mixboard")
    (family,) = families([credited, copied])
    assert _tree(family, _names(credited, copied)) == {
        ("lost:Norda News Agency", "credited"),
        ("lost:Norda News Agency", "lost:Ostrand Gazette"),
        ("lost:Ostrand Gazette", "copied"),
    }
    assert {node.node for node in family.lost} == {
        "lost:Norda News Agency",
        "lost:Ostrand Gazette",
    }


def test_the_outlets_own_page_takes_the_place_of_its_lost_one(press, dispatch):
    own = press("own", dispatch, outlet="Ostrand Gazette")
    copied = press("copied", dispatch, outlet="Ostrand Gazette", via="Mixboard")
    (family,) = families([own, copied])
    assert family.archetype == own.id
    assert _tree(family, _names(own, copied)) == {("own", "copied")}
    (found,) = derivations([own, copied])
    assert (found.copy, found.directed, found.kind) == (copied.id, True, "verbatim")


def test_a_single_copy_by_an_aggregator_has_the_outlets_lost_page_above_it(press, elsewhere):
    copied = press("copied", elsewhere, outlet="Brinmouth Bell", via="Mixboard")
    (family,) = families([copied])
    assert _tree(family, _names(copied)) == {("lost:Brinmouth Bell", "copied")}
    assert family.archetype is None
    assert family.origin == copied.outlet


def test_an_agencys_own_article_is_the_archetype_of_its_clients_copies(press, dispatch, restyled):
    wire = press("wire", dispatch, outlet="Norda News Agency", kind="agency")
    client = press("client", restyled, outlet="Hill Herald", credit="Norda News Agency")
    (family,) = families([wire, client])
    assert family.archetype == wire.id
    assert family.lost == ()
    assert _tree(family, _names(wire, client)) == {("wire", "client")}
    (found,) = derivations([wire, client])
    assert (found.copy, found.original, found.directed) == (client.id, wire.id, True)


def test_copies_that_nothing_orders_stand_side_by_side_without_a_tree(press, dispatch, restyled):
    one = press("one", dispatch, outlet="Ostrand Gazette")
    other = press("other", restyled, outlet="Hill Herald")
    (family,) = families([one, other])
    assert (family.archetype, family.origin) == (None, None)
    assert (family.stemma, family.lost) == ((), ())
    assert "original-not-identified" in {reason.rule for reason in family.why}


def test_of_two_uncredited_copies_the_one_dated_days_earlier_is_the_original(press, dispatch):
    early = press("early", dispatch, outlet="Ostrand Gazette", day="2031-05-05")
    late = press("late", dispatch, outlet="Hill Herald", day="2031-05-08")
    (found,) = derivations([early, late])
    assert (found.copy, found.original, found.directed) == (late.id, early.id, True)
    (family,) = families([early, late])
    assert family.archetype == early.id
    assert family.origin == early.outlet


def test_a_text_cut_from_the_bottom_is_a_cut_of_the_longer_one(press, dispatch):
    whole = press("whole", dispatch, outlet="Ostrand Gazette")
    short = press("short", dispatch[:3], outlet="Hill Herald")
    (found,) = derivations([whole, short])
    assert (found.kind, found.copy, found.directed) == ("cut", short.id, True)
    (family,) = families([whole, short])
    assert family.archetype == whole.id


def test_a_round_up_joins_none_of_the_texts_that_it_prints(press, dispatch, elsewhere):
    first = press("first", dispatch, outlet="Ostrand Gazette")
    second = press("second", (*elsewhere, *elsewhere[::-1]), outlet="Brinmouth Bell")
    filler = tuple(
        f"Item {word}: a short note of our own about the {word} market, its prices, its "
        f"quarrels and the weather that the {word} sellers expect before long."
        for word in ("fish", "rope", "wool", "salt", "hat", "goat", "bell", "kite", "boot", "cork")
    )
    round_up = press("round", (*dispatch, *elsewhere, *filler), outlet="Weekly Digest")
    found = families([first, second, round_up])
    together = {len(f.witnesses) for f in found}
    assert together == {1}
    kinds = {d.kind for d in derivations([first, second, round_up])}
    assert kinds == {"merged"}


def test_a_short_text_that_two_long_ones_print_does_not_join_them(press, dispatch, elsewhere):
    brief = press("brief", dispatch[:2], outlet="Ostrand Gazette")
    longer = press("longer", (*dispatch[:2], *elsewhere, *elsewhere), outlet="Brinmouth Bell")
    filler = tuple(
        f"Chapter {word}: how the {word} makers of the coast lost their harbour, kept their "
        f"songs and sold the {word} moulds to a museum that never opened its doors."
        for word in ("lamp", "sail", "drum", "candle", "ladder", "mirror")
    )
    other = press("other", (*dispatch[:2], *filler), outlet="Coast Courier")
    family_of = {w: f.id for f in families([brief, longer, other]) for w in f.witnesses}
    assert family_of[longer.id] != family_of[other.id]


def _retell(press):
    """Return two short texts by reporters who know of each other, each in own sentences."""
    first = press(
        "first",
        (
            (
                "The warden of the Hollin dam, Bror Tesk, said the director told him to leave the "
                "sluice shut for three nights."
            ),
            (
                "He told the Lantern Post that nine divers saw the gap, and that the bell at Lower "
                "Hollin rang at noon."
            ),
            "The bell at Lower Hollin rang at noon, two people who live beside it said.",
            "Reeve Ada Corvin said the river path would stay closed until the harvest.",
        ),
        outlet="Lantern Post",
    )
    second = press(
        "second",
        (
            (
                "The reeve, Ada Corvin, told a crowd in the square that the river path would stay "
                "closed until the harvest."
            ),
            (
                "According to the Hill Herald, which asked a ferryman, the bell at Lower Hollin "
                "rang at noon."
            ),
            "Neighbours told the Valley Observer that the bell at Lower Hollin rang at noon.",
            (
                "Bror Tesk said the director told him to leave the sluice shut for three nights, "
                "the Lantern Post reported."
            ),
            "The director's office said it would answer in writing when the water had gone down.",
        ),
        outlet="Valley Observer",
    )
    return first, second


def test_short_texts_that_retell_each_other_in_their_own_sentences_are_no_family(press):
    first, second = _retell(press)
    assert len(families([first, second])) == 2
    assert {d.kind for d in derivations([first, second])} <= {"partial", "quotation"}


def test_one_sentence_taken_whole_makes_no_family_however_short_the_texts(press, dispatch):
    sentence = dispatch[4]
    one = press("one", (sentence, "We asked at the mill, too, and were given tea."))
    other = press("other", ("Nobody swims there now.", sentence))
    whole = press("whole", (*dispatch[:2], sentence))
    for pair in ((one, other), (one, whole)):
        assert len(families(pair)) == 2
        assert {d.kind for d in derivations(pair)} <= {"partial"}


def test_two_texts_of_one_sentence_that_are_the_same_are_one_text(press, dispatch):
    one = press("one", dispatch[4:5], outlet="Ostrand Gazette")
    other = press("other", dispatch[4:5], outlet="Hill Herald")
    edited = press("edited", (dispatch[4].replace("want", "lack"),), outlet="Valley Observer")
    assert len(families([one, other, edited])) == 1


def test_two_full_sentences_of_a_short_text_make_it_a_cut_of_the_longer_one(press, dispatch):
    whole = press("whole", dispatch, outlet="Ostrand Gazette")
    brief = press("brief", (*dispatch[:2], "More follows."), outlet="Hill Herald")
    assert len(families([whole, brief])) == 1


def test_stubs_of_a_few_words_are_no_copies_of_each_other(press):
    stub = ("Subscribe to read on.",)
    assert len(families([press("a", stub), press("b", stub)])) == 2


def test_every_rule_that_a_record_names_is_explained(press, dispatch, restyled, independent):
    articles = [
        press("a", dispatch, outlet="Ostrand Gazette", day="2031-05-05"),
        press("b", restyled, outlet="Hill Herald", credit="Norda News Agency"),
        press("c", dispatch[:3], outlet="Valley Observer", via="Mixboard"),
        press("d", independent, outlet="Coast Courier"),
    ]
    records = [*derivations(articles), *families(articles)]
    assert {reason.rule for record in records for reason in record.why} <= set(RULES)


@settings(deadline=None, max_examples=25)
@given(data=st.data())
def test_the_order_of_articles_changes_nothing(data, press, dispatch, restyled, independent):
    articles = [
        press("a", dispatch, outlet="Ostrand Gazette", day="2031-05-05"),
        press("b", restyled, outlet="Hill Herald"),
        press("c", dispatch[:4], outlet="Valley Observer", via="Mixboard"),
        press("d", independent, outlet="Coast Courier"),
        press("e", dispatch, outlet="Lantern Post", day="2031-05-07"),
    ]
    shuffled = data.draw(st.permutations(articles))
    assert derivations(shuffled) == derivations(articles)
    assert families(shuffled) == families(articles)
    assert families(shuffled, derivations(articles)[::-1]) == families(articles)


@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_a_copy_joins_its_originals_family_and_every_passage_lies_in_its_article(
    data, press, dispatch, elsewhere
):
    kept = data.draw(st.integers(min_value=3, max_value=6))
    words = [paragraph.split(" ") for paragraph in dispatch[:kept]]
    edits = data.draw(
        st.lists(st.tuples(st.integers(0, kept - 1), st.integers(0, 12)), max_size=kept)
    )
    for paragraph, word in edits:
        words[paragraph][word] = "altered"
    original = press("original", dispatch, outlet="Ostrand Gazette")
    copy = press("copy", [" ".join(line) for line in words], outlet="Hill Herald")
    other = press("other", elsewhere, outlet="Brinmouth Bell")
    family_of = {w: f.id for f in families([original, copy, other]) for w in f.witnesses}
    assert family_of[original.id] == family_of[copy.id] != family_of[other.id]
    lengths = {a.id: len(a.text) for a in (original, copy, other)}
    for found in derivations([original, copy, other]):
        assert 0 <= found.containment <= 1
        for passage in found.passages:
            assert 0 <= passage.copy_start < passage.copy_end <= lengths[found.copy]
            assert 0 <= passage.original_start < passage.original_end <= lengths[found.original]
        for reason in found.why:
            assert all(0 <= s.start <= s.end <= lengths[s.article] for s in reason.spans)


def test_the_opening_of_a_text_is_its_cut_however_short(press, dispatch):
    whole, opening = press("whole", dispatch), press("opening", dispatch[:1])
    assert len(families((whole, opening))) == 1
    assert {d.kind for d in derivations((whole, opening))} == {"cut"}
    middle = press("middle", dispatch[4:5])
    assert len(families((whole, middle))) == 2


def test_two_texts_put_together_from_the_same_two_are_no_family_of_their_own(
    press, dispatch, elsewhere
):
    one = press("one", (*dispatch[:3], *elsewhere))
    other = press("other", (*elsewhere, *dispatch[:3]))
    assert len(families((one, other))) == 2
    moved = press("moved", (dispatch[5], *dispatch[:5]))
    assert len(families((press("whole", dispatch), moved))) == 1


def _read_notes():
    """Return ten paragraphs of their own, each about one trade."""
    trades = (
        "lamp north smugglers museum March, sail windy locusts tavern June, drum red bishops "
        "school April, candle salt sheep brewery May, rope east pirates chapel July, wool grey "
        "gulls circus August, hat long fogs library October, bell lost seals theatre winter, kite "
        "calm eels forge autumn, boot steep wolves mill summer"
    )
    return tuple(
        "{0} makers of the {1} coast lost their living when {2} came ashore there, and sold what "
        "{0}s were left to a {3} that closed in {4}.".format(*trade.split())
        for trade in trades.split(", ")
    )


def test_a_round_up_joins_one_alone_of_two_texts_that_hold_most_of_it(press, dispatch, elsewhere):
    notes = _read_notes()
    first = press("first", (*dispatch[:4], *notes[:3]))
    second = press("second", (*dispatch[1:], *elsewhere[1:]))
    third = press("third", elsewhere[:1])
    round_up = press("round", (*dispatch, *elsewhere[:1]))
    family_of = {w: f.id for f in families((first, second, third, round_up)) for w in f.witnesses}
    assert family_of[first.id] != family_of[second.id]
    assert family_of[round_up.id] in {family_of[first.id], family_of[second.id]}


def test_half_a_text_in_another_takes_no_family_of_several_along(press, dispatch):
    notes = _read_notes()
    whole = press("whole", dispatch)
    mixed = press("mixed", (*dispatch[1:], *notes[:4]))
    longer = press("longer", (dispatch[5], *notes))
    found = families((whole, mixed, longer))
    assert sorted(len(f.witnesses) for f in found) == [1, 2]
    assert [len(f.witnesses) for f in families((mixed, longer))] == [2]
