"""The tree of a family: branches by shared readings, the text above them, two parents, no guess."""

from __future__ import annotations

from itertools import permutations

import pytest

from twosource.families import RULES, derivations, families

UPDATE = (
    "Divers who went down again at dawn measured a second gap, wider than the first, and told "
    "the ministry that the wall would not stand another week of rain without props."
)
OWN_WORDS = (
    "From the boats that still fish below the dam one hears another tale: since the thaw, they "
    "say, the water has carried clay, and nobody has come to look at it with so much as a rope."
)


def _swap(paragraphs, at, words):
    return (*paragraphs[:at], words, *paragraphs[at + 1 :])


def _parents(family):
    return {child: parent for parent, child in family.stemma}


def _rules(family):
    return {reason.rule for reason in family.why}


def _quote(family, rule, articles):
    texts = {article.id: article.text for article in articles}
    (reason,) = [reason for reason in family.why if reason.rule == rule]
    return [texts[span.article][span.start : span.end] for span in reason.spans]


def test_copies_of_a_later_version_are_a_branch_below_a_lost_text(press, dispatch):
    later = _swap(dispatch, 0, UPDATE)
    first = [press(name, dispatch, outlet=f"{name} Gazette") for name in ("Ash", "Birch")]
    second = [press(name, later, outlet=f"{name} Herald") for name in ("Cedar", "Elm")]
    second.append(press("Fir", later[:5], outlet="Fir Herald", credit="Norda News Agency"))
    (family,) = families([*first, *second])
    assert family.archetype is None
    parents = _parents(family)
    above_first = {parents[one.id] for one in first}
    above_second = {parents[one.id] for one in second}
    assert len(above_first) == len(above_second) == 1
    assert above_first != above_second
    assert "shared-readings" in _rules(family)
    names = {lost.node: lost.origin.name if lost.origin else None for lost in family.lost}
    assert "Norda News Agency" in names.values()


def test_a_copy_of_a_copy_hangs_below_the_one_whose_words_it_has(press, dispatch):
    wired = [
        press(name, dispatch, outlet=f"{name} Gazette", credit="Norda News Agency")
        for name in ("Ash", "Birch")
    ]
    retold = press("Cedar", _swap(dispatch, 4, OWN_WORDS), outlet="Cedar Herald", day="2031-05-06")
    again = press(
        "Elm",
        _swap(
            _swap(dispatch, 4, OWN_WORDS),
            5,
            dispatch[5].replace(
                "nine million tonnes of water and", "all that the hills let go, and"
            ),
        ),
        outlet="Elm Herald",
        day="2031-05-08",
    )
    (family,) = families([*wired, retold, again])
    assert _parents(family)[again.id] == retold.id
    assert _parents(family)[retold.id] == "lost:Norda News Agency"
    (found,) = [
        d
        for d in derivations([*wired, retold, again])
        if {d.copy, d.original} == {retold.id, again.id}
    ]
    assert (found.copy, found.directed) == (again.id, True)


HEADLINE = "Second crack found in the wall above Tamber"


def _head(press, name, dispatch, headline):
    return press(name, dispatch, outlet=f"{name} Gazette", headline=headline)


def test_a_shorter_copy_with_the_headline_of_one_other_copy_was_made_from_it(press, dispatch):
    wired = [
        press(
            name,
            dispatch,
            outlet=f"{name} Gazette",
            credit="Norda News Agency",
            headline="Ministry silent on cracked Hollin dam",
        )
        for name in ("Ash", "Birch", "Cedar")
    ]
    model = _head(press, "Elm", dispatch, HEADLINE)
    copy = _head(press, "Fir", dispatch[:4], HEADLINE.upper())
    (family,) = families([*wired, model, copy])
    assert _parents(family)[copy.id] == model.id
    assert _parents(family)[model.id] == "lost:Norda News Agency"
    (reason,) = [one for one in family.why if one.rule == "headline-of-one-copy"]
    held = {article.id: article.text for article in (copy, model)}
    assert [held[s.article][s.start : s.end].casefold() for s in reason.spans] == [
        HEADLINE.casefold()
    ] * 2


def test_a_headline_of_three_copies_or_one_dated_before_makes_no_copy_of_a_copy(press, dispatch):
    wired = [
        press(name, dispatch, outlet=f"{name} Gazette", credit="Norda News Agency")
        for name in ("Ash", "Birch", "Cedar")
    ]
    shorter = [dispatch, dispatch[:5], dispatch[:4]]
    three = [
        _head(press, name, text, HEADLINE)
        for name, text in zip(("Elm", "Fir", "Oak"), shorter, strict=True)
    ]
    (family,) = families([*wired, *three])
    assert {_parents(family)[one.id] for one in three} == {"lost:Norda News Agency"}
    later, earlier = (
        press(name, text, outlet=f"{name} Gazette", headline=HEADLINE, day=day)
        for name, text, day in (
            ("Elm", dispatch, "2031-05-08"),
            ("Fir", dispatch[:4], "2031-05-06"),
        )
    )
    (family,) = families([*wired, later, earlier])
    assert _parents(family)[earlier.id] == "lost:Norda News Agency"


def test_the_copy_that_nowhere_reads_alone_is_the_text_of_the_others(press, dispatch):
    original = press("Ash", dispatch, outlet="Ash Gazette")
    copies = [
        press("Birch", _swap(dispatch, 1, OWN_WORDS), outlet="Birch Gazette"),
        press("Cedar", _swap(dispatch, 3, UPDATE), outlet="Cedar Gazette"),
        press("Elm", dispatch[:5], outlet="Elm Gazette"),
    ]
    (family,) = families([original, *copies])
    assert family.archetype == original.id
    assert family.lost == ()
    (quoted,) = _quote(family, "reads-nowhere-alone", [original, *copies])
    assert quoted in "\n".join(dispatch)
    assert not all(quoted in copy.text for copy in copies)


def test_where_every_copy_reads_alone_their_text_is_lost(press, dispatch):
    copies = [
        press("Ash", _swap(dispatch, 1, OWN_WORDS), outlet="Ash Gazette"),
        press("Birch", _swap(dispatch, 3, UPDATE), outlet="Birch Gazette"),
        press("Cedar", dispatch[:4], outlet="Cedar Gazette"),
    ]
    (family,) = families(copies)
    (lost,) = family.lost
    assert family.archetype is None
    assert lost.origin is None
    assert set(_parents(family).values()) == {lost.node}
    quoted = _quote(family, "every-copy-reads-alone", copies)
    assert quoted
    assert all(sum(words in copy.text for copy in copies) == len(copies) - 1 for words in quoted)


def test_the_text_that_its_own_reporter_signs_first_is_the_original(press, dispatch):
    signed = press("Ash", dispatch, outlet="Ash Gazette", day="2031-05-06", authors=("Ola Brandt",))
    copy = press("Birch", _swap(dispatch, 5, OWN_WORDS), outlet="Birch Gazette", day="2031-05-06")
    (family,) = families([signed, copy])
    assert family.archetype == signed.id
    assert family.origin == signed.outlet
    assert "signed-by-own-reporter" in _rules(family)


def test_a_signature_yields_to_a_copy_dated_days_before(press, dispatch):
    signed = press("Ash", dispatch, outlet="Ash Gazette", day="2031-05-09", authors=("Ola Brandt",))
    before = press("Birch", dispatch, outlet="Birch Gazette", day="2031-05-05")
    (family,) = families([signed, before])
    assert family.archetype == before.id


def test_a_text_made_from_two_has_a_parent_in_both_trees(press, dispatch, elsewhere):
    water = [press(name, dispatch, outlet=f"{name} Gazette") for name in ("Ash", "Birch")]
    other = [press(name, elsewhere, outlet=f"{name} Herald") for name in ("Cedar", "Elm")]
    both = press("Fir", (*dispatch, *elsewhere[:4]), outlet="Fir Observer", day="2031-05-09")
    found = families([*water, *other, both])
    assert sorted(len(family.witnesses) for family in found) == [2, 3]
    taken = [d for d in derivations([*water, *other, both]) if d.kind == "merged" and d.directed]
    assert {d.copy for d in taken} == {both.id}
    assert {d.original for d in taken} & {one.id for one in other}
    (guest,) = [family for family in found if both.id not in family.witnesses]
    assert guest.stemma == () or both.id in _parents(guest)


@pytest.mark.parametrize("order", list(permutations(range(4)))[::5])
def test_the_order_of_articles_changes_no_tree_and_no_direction(press, dispatch, order):
    articles = [
        press("Ash", dispatch, outlet="Ash Gazette"),
        press("Birch", _swap(dispatch, 1, OWN_WORDS), outlet="Birch Gazette"),
        press("Cedar", _swap(dispatch, 0, UPDATE), outlet="Cedar Gazette", day="2031-05-07"),
        press("Elm", dispatch[:4], outlet="Elm Gazette", day="2031-05-06"),
    ]
    given = [articles[at] for at in order]
    assert families(given) == families(articles)
    assert derivations(given) == derivations(articles)


def test_every_reason_of_a_tree_has_a_rule(press, dispatch):
    later = _swap(dispatch, 0, UPDATE)
    found = families(
        [press(str(n), dispatch if n < 2 else later, outlet=f"{n} Gazette") for n in range(4)]
    )
    assert {reason.rule for family in found for reason in family.why} <= set(RULES)


@pytest.mark.parametrize("words", [(), ("Storm.",), ("Storm on Sunday.",)])
def test_a_credited_article_of_hardly_a_word_still_names_its_lost_dispatch(press, words):
    (family,) = families([press("Ash", words, outlet="Ash Gazette", credit="Norda News Agency")])
    assert [lost.node for lost in family.lost] == ["lost:Norda News Agency"]
    assert list(_parents(family).values()) == ["lost:Norda News Agency"]
