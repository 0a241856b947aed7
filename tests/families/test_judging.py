"""The judge of pairs: copies and retold texts share a text, texts about one event do not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from twosource.families import derivations, families
from twosource.families.collation import collate
from twosource.families.judging import Evidence, read_evidence, read_threshold, weigh
from twosource.families.kinds import name_kind
from twosource.families.retelling import (
    align_sentences,
    find_chain,
    read_anchors,
    retell,
)
from twosource.families.witness import read_witness


def look_at(one, other):
    """Return what the judge has before it: a collation, and what is told in one order."""
    collation = collate(read_witness(one), read_witness(other))
    sides = collation.left, collation.right
    return collation, retell(collation, (read_anchors(sides[0]), read_anchors(sides[1])))


def test_a_text_retold_paragraph_by_paragraph_is_kin_and_a_rewrite(press, dispatch, retold):
    one, other = press("one", dispatch), press("other", retold)
    collation, told = look_at(one, other)
    assert collation.own_words == 0  # the quotation alone is the same
    assert weigh(read_evidence(collation, told)) >= read_threshold()
    assert name_kind(collation, told) == "rewrite"
    [found] = derivations((one, other))
    assert found.kind == "rewrite"
    assert "same-order" in {reason.rule for reason in found.why}
    [family] = families((one, other))
    assert len(family.witnesses) == 2


def test_the_same_things_in_another_order_are_no_rewrite(press, dispatch, retold):
    turned = [retold[at] for at in (4, 1, 5, 3, 0, 2)]
    collation, told = look_at(press("one", dispatch), press("other", turned))
    assert weigh(read_evidence(collation, told)) < read_threshold()
    assert derivations((press("one", dispatch), press("other", turned))) == []


def test_two_reporters_about_one_event_are_no_kin(press, dispatch, independent):
    collation, told = look_at(press("one", dispatch), press("other", independent))
    assert weigh(read_evidence(collation, told)) < 0.1


def test_the_passages_of_a_rewrite_are_sentences_that_answer_each_other(press, dispatch, retold):
    one, other = press("one", dispatch), press("other", retold)
    [found] = derivations((one, other))
    copy = one if found.copy == one.id else other
    original = other if copy is one else one
    assert found.containment > 0.8
    ends = (0, 0)
    for passage in sorted(found.passages):
        assert passage.copy_start >= ends[0]
        assert passage.original_start >= ends[1]
        ends = passage.copy_end, passage.original_end
        assert copy.text[passage.copy_start : passage.copy_end].strip()
        assert original.text[passage.original_start : passage.original_end].strip()


def test_the_judge_says_the_same_whichever_text_comes_first(press, dispatch, retold, restyled):
    for paragraphs in (retold, restyled, dispatch[:3]):
        one, other = press("one", dispatch), press("other", paragraphs)
        swapped = replace(one, id=other.id), replace(other, id=one.id)
        evidence = [read_evidence(*look_at(*pair)) for pair in ((one, other), swapped)]
        assert evidence[0] == pytest.approx(evidence[1])


@pytest.mark.parametrize("at", range(len(Evidence._fields)))
def test_more_evidence_never_makes_kin_less_likely(at):
    little = Evidence(0.2, 0.1, 0.2, 0.1, 0.1)
    more = Evidence(*(1.0 if place == at else value for place, value in enumerate(little)))
    assert weigh(more) > weigh(little)


def test_headlines_alone_make_no_kin(press, dispatch, elsewhere):
    headline = "Hollin dam: no date for emptying"
    pair = [press(n, p, headline=headline) for n, p in (("one", dispatch), ("other", elsewhere))]
    assert weigh(read_evidence(*look_at(*pair))) < read_threshold()


def test_kinds_by_what_is_left_over(press, dispatch):
    whole = press("whole", dispatch)
    edited = (*dispatch[:5], dispatch[5].replace("no longer exists", "has closed"))
    kinds = {
        "verbatim": press("other", dispatch),
        "revision": press("other", edited),
        "cut": press("other", dispatch[:5]),
    }
    for kind, other in kinds.items():
        assert name_kind(*look_at(whole, other)) == kind


def test_half_of_a_text_in_another_is_a_part(press, dispatch, elsewhere):
    mixed = press("other", (*elsewhere, *dispatch[:3]))
    assert name_kind(*look_at(press("one", dispatch), mixed)) == "partial"


def test_a_chain_falls_on_neither_side():
    left, right = np.array([0, 1, 1, 2, 3]), np.array([2, 0, 1, 1, 3])
    chain = find_chain(left, right)
    assert chain.tolist() == [1, 2, 3, 4]
    assert find_chain(right, left).size == chain.size


def test_texts_that_have_nothing_in_common_answer_in_no_sentence(press, dispatch, elsewhere):
    one, other = read_witness(press("one", dispatch)), read_witness(press("other", elsewhere))
    assert align_sentences(one, other, (read_anchors(one), read_anchors(other))) == ()
