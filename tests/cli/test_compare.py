"""``twosource compare`` takes two articles of the pile, by short ids or by their pages."""

from __future__ import annotations

import json

import pytest

from tests.explain import fiction
from twosource import cli

pytestmark = pytest.mark.usefixtures("held")


@pytest.fixture(name="pair")
def _pair():
    """Return a copy of the dispatch and the text that tells the same in other words."""
    articles = fiction.evidence().articles
    one = next(a for a in articles if a.text == fiction.DISPATCH)
    return one, next(a for a in articles if a.text == fiction.OTHER)


def test_two_articles_are_named_by_short_ids(pair, capsys):
    assert cli.run(["compare", pair[0].id[:8], f"[{pair[1].id[:10].upper()}]"]) == 0
    said = capsys.readouterr()
    assert "Two articles side by side" in said.out
    assert said.err == ""


def test_a_page_stands_for_its_one_article(pair, capsys):
    cli.run(["compare", pair[0].id, pair[1].id, "--json"])
    by_article = capsys.readouterr().out
    assert cli.run(["compare", pair[0].page, pair[1].page, "--json"]) == 0
    assert capsys.readouterr().out == by_article
    assert json.loads(by_article)["articles"] == [pair[0].id, pair[1].id]


def test_what_is_no_article_is_not_there(pair, capsys):
    claim = fiction.evidence().claims[0].id
    assert cli.run(["compare", pair[0].id, claim]) == 1
    assert "it is no article" in capsys.readouterr().err
    assert cli.run(["compare", pair[0].id, "f" * 12]) == 1


def test_one_article_is_not_compared_with_itself(pair, capsys):
    assert cli.run(["compare", pair[0].id, pair[0].page]) == 2
    assert "are one article" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["compare"], ["compare", "12345678"], ["compare", "a", "b"]])
def test_wrong_usage_ends_with_2(arguments):
    assert cli.run(arguments) == 2


def test_help_shows_examples(capsys):
    assert cli.run(["compare", "--help"]) == 0
    said = capsys.readouterr().out
    assert "Examples:" in said
    assert "--spelling" in said
