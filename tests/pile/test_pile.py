"""The library's front door: open, look, ask, take away."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import twosource
from tests.pipeline.fiction import BRIDGE, write_pages
from twosource.pile import (
    AmbiguousIdError,
    NotThereError,
    Pile,
    PileError,
    UsageError,
    open_pile,
)
from twosource.records import Article, Origin, Page, Story


@pytest.fixture(scope="module")
def pile(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pile")
    write_pages(folder / "saved")
    with twosource.open(folder / "a.db") as opened:
        opened.trace([folder / "saved"])
        yield opened


def test_a_pile_is_made_at_the_first_need_and_not_before(tmp_path):
    with twosource.open(tmp_path / "a.db") as pile:
        assert not (tmp_path / "a.db").exists()
        assert pile.claims() == ()
        assert (tmp_path / "a.db").exists()


def test_a_pile_that_must_be_there_is_not_made(tmp_path):
    with pytest.raises(UsageError, match="no pile"):
        open_pile(tmp_path / "a.db", create=False)
    with pytest.raises(UsageError, match="no folder"):
        twosource.open(tmp_path / "absent" / "a.db")


def test_readers_give_records_in_the_order_of_their_ids(pile):
    for noun in ("pages", "articles", "families", "stories", "statements", "claims", "origins"):
        ids = [one.id for one in getattr(pile, noun)()]
        assert ids == sorted(ids)
    assert all(isinstance(one, Page) for one in pile.pages())
    assert all(isinstance(one, Article) for one in pile.articles())


def test_readers_can_be_asked_for_less(pile):
    [bridge] = pile.articles(search="eleven weeks")
    assert bridge.headline == "Bridge over the Lune to close in June"
    [story] = [
        one for one in pile.stories()
        if bridge.id in {w for f in pile.families() if f.id in one.families for w in f.witnesses}
    ]  # fmt: skip
    assert pile.articles(story=story.id[:8]) == (bridge,)
    assert {one.article for one in pile.statements(story=story.id)} == {bridge.id}
    assert pile.articles(story=None) == pile.articles()


def test_every_article_is_a_witness_of_one_family_of_one_story(pile):
    witnesses = [one for family in pile.families() for one in family.witnesses]
    assert sorted(witnesses) == [one.id for one in pile.articles()]
    families = [one for story in pile.stories() for one in story.families]
    assert sorted(families) == [one.id for one in pile.families()]


def test_a_copy_is_found_and_grouped(pile):
    assert sorted(len(family.witnesses) for family in pile.families()) == [1, 2]
    assert len(pile.derivations()) == 1


def test_the_bytes_of_a_page_come_back_as_they_came(pile):
    originals = {pile.original(page.id) for page in pile.pages()}
    assert BRIDGE.encode() in originals
    with pytest.raises(NotThereError):
        pile.original("0" * 64)


@pytest.mark.parametrize("noun", ["pages", "articles", "families", "stories", "statements"])
def test_a_record_is_found_by_the_beginning_of_its_id(pile, noun):
    for record in getattr(pile, noun)():
        assert pile.find(record.id[:12]) == record
        assert record.id[:8] in str(pile.why(record.id)) or str(pile.why(record.id))
        assert str(pile.show(record.id[:12]))


def test_an_id_too_short_unknown_or_of_several_is_told(pile, monkeypatch):
    with pytest.raises(UsageError, match="at least 8"):
        pile.find("abc")
    with pytest.raises(NotThereError):
        pile.find("f" * 12 + "0")
    twins = (("articles", "a" * 8 + "1"), ("stories", "a" * 8 + "2"))
    monkeypatch.setattr(pile.store, "ids", lambda _: twins)
    with pytest.raises(AmbiguousIdError, match="2 ids"):
        pile.find("a" * 8)


def test_every_fault_is_a_sentence_with_a_status():
    assert {one.status for one in PileError.__subclasses__()} == {1, 2, 74, 75}


def test_exports_are_written_where_asked(pile, tmp_path):
    assert len(pile.export("jsonl", tmp_path / "lines")) == 9
    [page] = pile.export("html", tmp_path / "report.html")
    assert "Bridge over the Lune" in page.read_text(encoding="utf-8")
    with pytest.raises(UsageError, match="jsonl, html"):
        pile.export("parchment", tmp_path)


def test_a_closed_pile_opens_again_when_it_is_asked(tmp_path):
    pile = Pile(tmp_path / "a.db")
    assert pile.pages() == ()
    pile.close()
    assert pile.pages() == ()
    pile.close()


def test_the_nouns_can_be_called_on_records_alone(pile):
    page = twosource.read(BRIDGE, locator="bridge.txt")
    articles = twosource.articles(page)
    families = twosource.families(articles)
    stories = twosource.stories(families, articles)
    statements = [one for article in articles for one in twosource.statements(article)]
    claims = twosource.claims(stories, families, articles, statements)
    assert twosource.derivations(articles) == []
    assert [one.id for one in articles] == [one.id for one in pile.articles(search="eleven weeks")]
    assert {one.id for one in statements} <= {one.id for one in pile.statements()}
    assert isinstance(stories[0], Story)
    assert all(isinstance(one, Origin) for claim in claims for one in claim.voices)


def test_called_on_records_the_nouns_know_credits_as_a_pile_does():
    signed = f"<title>Works on the bridge</title><h1>Works on the bridge</h1><p>{BRIDGE}</p>"
    sites = {"vatn-herald.example": "<p>Lumen Tarn</p>", "lumen-tarn.example": ""}
    pages = [
        twosource.read(
            f"<html><meta property='og:site_name' content='{site.split('.')[0].title()}'><body>"
            f"<article>{signed}{tail}</article></body></html>",
            url=f"https://{site}/bridge",
        )
        for site, tail in sites.items()
    ]
    articles = [one for page in pages for one in twosource.articles(page)]
    (family,) = twosource.families(articles)
    (derivation,) = twosource.derivations(articles)
    signed_page, own_page = (one.id for one in articles)
    assert family.stemma == ((own_page, signed_page),)
    assert derivation.directed
    assert derivation.original == own_page


def test_a_noun_is_both_a_package_and_a_function_whatever_is_imported_first():
    code = (
        "import twosource.articles, twosource\n"
        "from twosource.articles import read_page\n"
        "import twosource.claims as claims\n"
        "assert twosource.articles.read_page is read_page\n"
        "assert twosource.articles(twosource.read('x')) == []\n"
        "assert claims([], [], [], []) == []\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=_environment())


def test_importing_twosource_loads_nothing_heavy():
    code = (
        "import sys, twosource\n"
        "heavy = {'numpy', 'lxml', 'trafilatura', 'networkx', 'sqlite3', 'jinja2', 'click'}\n"
        "assert not heavy & set(sys.modules), heavy & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, env=_environment())


def test_a_script_needs_no_guard_around_its_main_part(tmp_path):
    write_pages(tmp_path / "pages")
    script = tmp_path / "script.py"
    script.write_text(
        "import twosource\n"
        'with twosource.open("news.db") as pile:\n'
        '    pile.trace(["pages/"], workers=2)\n'
        "    for claim in pile.claims(): print(pile.why(claim.id))\n"
        "    print(len(pile.articles()))\n"
    )
    done = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env=_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "3"
    assert done.stderr == ""


def _environment():
    source = Path(twosource.__file__).resolve().parents[1]
    return {**os.environ, "PYTHONPATH": str(source)}
