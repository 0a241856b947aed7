"""Stories: texts about one event together, the same people in other events apart."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from twosource.records import identify
from twosource.stories import RULES, stories


def _gather(told):
    """Return the stories of told families, and the names of the articles in each."""
    families = [family for family, _ in told]
    articles = [article for _, article in told]
    found = stories(families, articles)
    page_of = {family.id: article.page for family, article in told}
    return found, {s.id: {page_of[f] for f in s.families} for s in found}


def test_two_reporters_texts_about_one_event_are_one_story(tell, news):
    _, groups = _gather([tell(name, *news[name]) for name in ("dam one", "dam two")])
    assert list(groups.values()) == [{"dam one", "dam two"}]


def test_the_same_minister_and_spokesman_do_not_make_one_story(tell, news):
    _, groups = _gather([tell(name, *text) for name, text in news.items()])
    assert sorted(map(sorted, groups.values())) == [
        ["budget"],
        ["dam one", "dam two"],
        ["orchestra"],
        ["visit"],
    ]


def test_texts_dated_a_month_apart_need_more_in_common(tell, news):
    near = [tell(name, *news[name], day="2031-05-05") for name in ("dam one", "dam two")]
    (story,), _ = _gather(near)
    assert (story.began, story.ended) == ("2031-05-05", "2031-05-05")
    far = [
        tell("dam one", *news["dam one"], day="2031-05-05"),
        tell("dam two", *news["dam two"], day="2031-06-20"),
    ]
    found, _ = _gather(far)
    weights = [r.weight for s in found for r in s.why if r.rule in {"same-event", "akin-story"}]
    assert max(weights) < next(r.weight for r in story.why if r.rule == "same-event")


def test_a_label_is_a_headline_of_the_story_and_fits_a_line(tell, news):
    found, groups = _gather([tell(name, *news[name]) for name in ("dam one", "dam two")])
    assert found[0].label in {news["dam one"][0], news["dam two"][0]}
    long = tell("long", "word " * 60, news["budget"][1])
    (labelled,), _ = _gather([long])
    assert len(labelled.label) <= 120
    assert labelled.label.endswith("…")
    assert groups


def test_links_go_both_ways_and_never_to_oneself(tell, news):
    found, _ = _gather([tell(name, *text) for name, text in news.items()])
    linked = {s.id: set(s.linked) for s in found}
    for story, others in linked.items():
        assert story not in others
        assert all(story in linked[other] for other in others)


def test_ids_are_digests_of_the_families_and_rules_are_explained(tell, news):
    found, _ = _gather([tell(name, *text) for name, text in news.items()])
    for story in found:
        assert story.id == identify("story", *sorted(story.families))
        assert story.why
        assert {reason.rule for reason in story.why} <= set(RULES)


def test_every_text_of_a_story_has_a_reason_that_quotes_what_it_shares(tell, news):
    told = [tell(name, *news[name]) for name in ("dam one", "dam two")]
    third = (
        "Gap of eleven metres in Hollin dam grows",
        (
            "The gap of eleven metres in the cracked wall of the Hollin dam has grown, divers "
            "said. Minister Ada Corvin would not say when its nine million tonnes of water are "
            "let down."
        ),
    )
    told.append(tell("dam three", *third))
    found, _ = _gather(told)
    (story,) = found
    text_of = {article.id: article.text for _, article in told}
    reasons = [r for r in story.why if r.rule == "same-event"]
    assert {span.article for r in reasons for span in r.spans} == set(text_of)
    for reason in reasons:
        words = [text_of[s.article][s.start : s.end].casefold() for s in reason.spans]
        half = len(words) // 2
        assert half >= 2
        assert len({s.article for s in reason.spans[:half]}) == 1
        assert any("hollin" in w or "metres" in w or "tonnes" in w for w in words[:half])
        for here, there in zip(words[:half], words[half:], strict=True):
            assert here[:4] == there[:4]


def test_no_families_make_no_stories():
    assert stories([], []) == []


@settings(deadline=None, max_examples=20)
@given(data=st.data())
def test_the_order_of_families_changes_nothing(data, tell, news):
    told = [tell(name, *text) for name, text in news.items()]
    shuffled = data.draw(st.permutations(told))
    assert _gather(shuffled)[0] == _gather(told)[0]
