"""The lost text: what an original that nobody holds said, by one vote a branch."""

from __future__ import annotations

from twosource.families import families
from twosource.families.lost_text import read_lost_text
from twosource.families.witness import read_witnesses
from twosource.records import Family, LostNode

ROOT = "lost:norda"


def _tree(*branches, held=None):
    """Make a family whose branches are chains of articles below one lost original."""
    articles = [article for branch in branches for article in branch]
    edges = [
        (above.id if above else ROOT, article.id)
        for branch in branches
        for above, article in zip((None, *branch), branch, strict=False)
    ]
    family = Family(
        id="f",
        witnesses=tuple(sorted(article.id for article in articles)),
        archetype=held,
        stemma=tuple(sorted(edges)),
        lost=() if held else (LostNode(ROOT, None),),
    )
    return read_lost_text(family, read_witnesses(articles)), {a.id: a for a in articles}


def _told(lost, articles, sure):
    """Return the pieces of one sureness, each as the words of its readings."""
    return [
        {articles[r.span.article].text[r.span.start : r.span.end].strip() for r in piece.readings}
        for piece in lost.pieces
        if piece.sure == sure
    ]


def test_words_that_all_branches_have_are_certain_and_two_different_ones_are_open(press, dispatch):
    one = press("one", dispatch)
    other = press("other", [p.replace("United States", "US") for p in dispatch])
    lost, articles = _tree([one], [other])
    assert _told(lost, articles, "open") == [{"United States", "US"}]
    assert _told(lost, articles, "likely") == []
    assert {dispatch[3]} in _told(lost, articles, "certain")
    assert (lost.node, lost.branches, lost.retold) == (ROOT, 2, 0)


def test_what_one_of_two_branches_lacks_was_likely_there_since_desks_drop_more_than_they_add(
    press, dispatch
):
    one = press("one", dispatch)
    other = press("other", [p.replace(" on Monday", "") for p in dispatch[:5]])
    lost, articles = _tree([one], [other])
    assert _told(lost, articles, "likely") == [{"on Monday"}, {dispatch[5]}]
    assert _told(lost, articles, "open") == []


def test_of_two_readings_the_one_with_a_day_is_likely(press, dispatch):
    one = press("one", [p.replace("on Monday declined", "on Monday refused") for p in dispatch])
    other = press("other", [p.replace("on Monday declined", "has declined") for p in dispatch])
    lost, articles = _tree([one], [other])
    assert _told(lost, articles, "likely") == [{"on Monday refused"}]


def test_three_branches_vote_and_a_branch_with_many_copies_has_one_vote(press, dispatch):
    first = press("first", [p.replace("engineers", "builders") for p in dispatch])
    copies = [
        press(f"copy{n}", [p.replace("engineers", "builders") for p in dispatch]) for n in "abc"
    ]
    second = press("second", dispatch)
    third = press("third", dispatch)
    lost, articles = _tree([first, *copies], [second], [third])
    assert _told(lost, articles, "likely") == [{"engineers"}]
    assert _told(lost, articles, "open") == []
    assert lost.branches == 3


def test_a_branch_that_tells_it_in_other_words_has_no_vote(press, dispatch, elsewhere):
    retold = press("retold", [dispatch[0], *elsewhere])
    lost, _ = _tree([press("one", dispatch)], [press("other", dispatch)], [retold])
    assert (lost.branches, lost.retold) == (2, 1)
    assert {piece.sure for piece in lost.pieces} == {"certain"}


def test_paragraphs_and_their_marks_come_back_as_they_stand(press, dispatch):
    lost, articles = _tree([press("one", dispatch)], [press("other", dispatch)])
    text = [
        articles[piece.readings[0].span.article].text[
            piece.readings[0].span.start : piece.readings[0].span.end
        ]
        for piece in lost.pieces
    ]
    assert tuple(text) == dispatch
    assert all(piece.opens for piece in lost.pieces)


def test_a_held_original_and_a_single_branch_leave_nothing_to_infer(press, dispatch):
    one, other = press("one", dispatch), press("other", dispatch)
    assert _tree([one, other], held=one.id)[0] is None
    assert _tree([one, other])[0] is None


def test_the_lost_text_of_a_found_family_does_not_depend_on_the_order_of_articles(
    press, dispatch, restyled
):
    articles = [
        press("one", dispatch, outlet="Ostrand Gazette"),
        press("other", restyled, outlet="Hill Herald", credit="Norda News Agency"),
        press("third", dispatch[:4], outlet="Brinmouth Bell"),
    ]
    found = set()
    for order in (articles, articles[::-1]):
        (family,) = families(order)
        found.add(read_lost_text(family, read_witnesses(order)))
    assert len(found) == 1
    assert found.pop().node == "lost:Norda News Agency"


def test_copies_without_a_word_leave_nothing_to_read(press):
    assert _tree([press("one", ("—",))], [press("other", ("…",))])[0] is None


def test_branches_without_a_word_in_common_have_no_vote(press, dispatch, elsewhere):
    lost, _ = _tree([press("one", dispatch)], [press("other", elsewhere)])
    assert (lost.branches, lost.retold) == (1, 1)
    assert {piece.sure for piece in lost.pieces} == {"likely"}
