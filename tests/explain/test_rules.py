"""Every reason has a rule with a heading in docs/rules.md, and becomes a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.explain import fiction
from twosource.explain.reasons import ROOMS, all_rules, rules_of, tell_reason, write_rules
from twosource.records import Reason
from twosource.stage import Rule

DOCUMENT = Path(__file__).parents[2] / "docs" / "rules.md"


def test_the_page_of_rules_is_the_rules():
    """Make it anew with ``python -m twosource.explain > docs/rules.md``."""
    assert DOCUMENT.read_text(encoding="utf-8") == write_rules()


def test_every_rule_has_a_heading():
    text = write_rules()
    for name in all_rules():
        assert f"\n### {name}\n" in text


def test_rule_names_are_unlike_each_other():
    names = [name for room in ROOMS for name in rules_of(room)]
    assert len(names) == len(set(names))


def test_every_sentence_can_be_filled_with_fewer_quotations_than_it_has_places():
    evidence = fiction.evidence()
    for name in all_rules():
        assert tell_reason(evidence, Reason(name, 1.0)).text


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("It credits {0}.", "It credits “Citing two engineers” (Lakeside Daily, paragraph 1)."),
        ("It credits “{0}”.", "It credits “Citing two engineers” (Lakeside Daily, paragraph 1)."),
        ("One text.", "One text."),
    ],
)
def test_quoted_words_stand_inside_the_sentence_with_their_place(monkeypatch, sentence, told):
    evidence = fiction.evidence()
    article = evidence.articles[0]
    rules = {"made-up": Rule(sentence, "A rule of this test.")}
    monkeypatch.setattr("twosource.explain.reasons.all_rules", lambda: rules)
    reason = Reason("made-up", 1.0, (fiction.span(article, "Citing two engineers"),))
    assert tell_reason(evidence, reason).text == told
