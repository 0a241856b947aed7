"""A pile is brought up to date, and ends the same whatever way the pages came."""

from __future__ import annotations

import logging
import sqlite3
from itertools import permutations

import pytest

import twosource
from tests.pipeline.fiction import BRIDGE, FERRY, PAGES, write_pages
from twosource.pile import NothingToReadError, UsageError
from twosource.pipeline import tracing
from twosource.pipeline.worker import quieten_parsers


@pytest.fixture
def folder(tmp_path):
    write_pages(tmp_path / "saved")
    return tmp_path / "saved"


def _trace(pile, *batches, **options):
    with twosource.open(pile) as opened:
        return [opened.trace(batch, **options) for batch in batches][-1]


def _export(pile):
    folder = pile.with_suffix(".out")
    with twosource.open(pile) as opened:
        return {path.name: path.read_bytes() for path in opened.export("jsonl", folder)}


def _content(pile):
    connection = sqlite3.connect(pile)
    content = "\n".join(connection.iterdump())
    connection.close()
    return content


@pytest.fixture
def at_once(folder, tmp_path):
    _trace(tmp_path / "once.db", [folder])
    return _export(tmp_path / "once.db")


def test_pages_in_are_pages_with_articles_and_pages_refused(folder, tmp_path):
    result = _trace(tmp_path / "a.db", [folder])
    assert (result.met, result.new, result.held) == (6, 6, 6)
    with twosource.open(tmp_path / "a.db") as pile:
        with_articles = {one.page for one in pile.articles()}
        pages = {one.id for one in pile.pages()}
        refused = {one.subject for one in pile.refusals()} & pages
    assert with_articles | refused == pages
    assert not with_articles & refused
    assert len(refused) == result.refused == 3


def test_the_same_inputs_again_write_nothing(folder, tmp_path):
    pile = tmp_path / "a.db"
    first = _trace(pile, [folder])
    before = _content(pile)
    again = _trace(pile, [folder], [str(folder / "ferry.txt")], [folder])
    assert first.changed > 0
    assert (again.changed, again.new) == (0, 0)
    assert again.stories == first.stories
    assert _content(pile) == before


def test_any_order_ends_the_same(folder, at_once, tmp_path):
    names = ["ferry.txt", "bridge.txt", "copies", "picture.png", "empty.txt", "list.txt"]
    for number, order in enumerate([names[::-1], names[3:] + names[:3]]):
        pile = tmp_path / f"{number}.db"
        _trace(pile, [folder / name for name in order])
        files = _export(pile)
        for noun in set(files) - {"pages.jsonl"}:  # a locator counts from the folder that was given
            assert files[noun] == at_once[noun], noun


def test_any_batches_and_any_number_of_workers_end_the_same(tmp_path):
    one, two, three = (
        {name: PAGES[name]} for name in ("ferry.txt", "copies/ferry.html", "list.txt")
    )
    everything = tmp_path / "all"
    write_pages(everything, {**one, **two, **three})
    _trace(tmp_path / "all.db", [everything], workers=2)
    for number, order in enumerate(permutations([one, two, three])):
        batches = []
        for step, pages in enumerate(order):
            write_pages(tmp_path / f"{number}-{step}", pages)
            batches.append([tmp_path / f"{number}-{step}"])
        pile = tmp_path / f"{number}.db"
        _trace(pile, *batches, workers=1)
        assert _export(pile) == _export(tmp_path / "all.db")


def test_the_same_page_met_twice_is_one_page_with_two_captures(tmp_path):
    write_pages(tmp_path / "saved", {"a.txt": FERRY.encode(), "b/c.txt": FERRY.encode()})
    assert _trace(tmp_path / "a.db", [tmp_path / "saved"]).met == 1
    with twosource.open(tmp_path / "a.db") as pile:
        [page] = pile.pages()
    assert [one.locator for one in page.captures] == ["a.txt", "b/c.txt"]


def test_an_address_learnt_later_ends_as_one_known_at_once(tmp_path):
    [path] = write_pages(tmp_path, {"a.txt": FERRY.encode()})
    address = "https://herald.example/2031/05/02/ferry"
    _trace(tmp_path / "once.db", [path])
    _trace(tmp_path / "once.db", [path], url=address)
    _trace(tmp_path / "other.db", [path], url=address)
    _trace(tmp_path / "other.db", [path])
    assert _export(tmp_path / "once.db") == _export(tmp_path / "other.db")
    with twosource.open(tmp_path / "once.db") as pile:
        assert [one.url for one in pile.articles()] == [address]


def test_a_manifest_gives_addresses_and_times(folder, tmp_path):
    manifest = tmp_path / "sources.csv"
    manifest.write_text("file,url,fetched_at\nferry.txt,https://herald.example/f,2031-05-02\n")
    _trace(tmp_path / "a.db", [folder], manifest=manifest)
    with twosource.open(tmp_path / "a.db") as pile:
        told = {one for page in pile.pages() for one in page.captures if one.url}
    assert [(one.locator, one.url, one.fetched_at) for one in told] == [
        ("ferry.txt", "https://herald.example/f", "2031-05-02")
    ]


@pytest.mark.parametrize("step", ["_read_what_is_new", "_settle_inputs", "_assemble"])
def test_a_trace_that_was_cut_short_is_taken_up_by_the_next(
    folder, at_once, tmp_path, monkeypatch, step
):
    def stop(*_, **how):  # noqa: ARG001 (whatever it is told)
        raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr(tracing, step, stop)
        with pytest.raises(KeyboardInterrupt):
            _trace(tmp_path / "a.db", [folder])
    _trace(tmp_path / "a.db", [folder])
    assert _export(tmp_path / "a.db") == at_once


def test_batches_are_committed_as_they_come(folder, at_once, tmp_path, monkeypatch):
    real = tracing.read_pages

    def stop_after_three(jobs, **how):
        for number, answer in enumerate(real(jobs, **how)):
            if number == 3:
                raise KeyboardInterrupt
            yield answer

    monkeypatch.setattr(tracing, "BATCH_PAGES", 1)
    with monkeypatch.context() as broken:
        broken.setattr(tracing, "read_pages", stop_after_three)
        with pytest.raises(KeyboardInterrupt):
            _trace(tmp_path / "a.db", [folder])
    with twosource.open(tmp_path / "a.db") as pile:
        assert len(pile.pages()) == 3
    _trace(tmp_path / "a.db", [folder])
    assert _export(tmp_path / "a.db") == at_once


def test_pages_read_by_another_version_are_read_again(folder, at_once, tmp_path, monkeypatch):
    pile = tmp_path / "a.db"
    with monkeypatch.context() as older:
        older.setattr(tracing, "reader_version", lambda *, model: f"older {model}")
        _trace(pile, [folder / "ferry.txt"])
    assert _trace(pile, [folder]).changed > 0
    assert _trace(pile, [folder]).changed == 0
    connection = sqlite3.connect(pile)
    assert connection.execute("SELECT count(DISTINCT reader) FROM readings").fetchone() == (1,)
    connection.close()
    assert _export(pile)["articles.jsonl"] == at_once["articles.jsonl"]


def test_an_input_that_cannot_be_had_is_counted_and_later_forgiven(folder, tmp_path):
    link = folder / "gone.html"
    link.symlink_to(tmp_path / "later.txt")
    result = _trace(tmp_path / "a.db", [folder])
    assert (result.met, result.unreadable) == (6, 1)
    assert "gone.html" in {one.subject for one in result.refusals}
    (tmp_path / "later.txt").write_text(BRIDGE + "It was the third closure.\n")
    result = _trace(tmp_path / "a.db", [folder])
    assert (result.met, result.unreadable, result.new) == (7, 0, 1)
    with twosource.open(tmp_path / "a.db") as pile:
        assert "gone.html" not in {one.subject for one in pile.refusals()}


def test_nothing_to_read_is_said_and_leaves_no_file(tmp_path):
    (tmp_path / "saved").mkdir()
    (tmp_path / "saved" / ".hidden").touch()
    with pytest.raises(NothingToReadError, match="no file"):
        _trace(tmp_path / "a.db", [tmp_path / "saved"])
    with pytest.raises(UsageError, match="absent"):
        _trace(tmp_path / "a.db", [tmp_path / "absent"])
    assert not (tmp_path / "a.db").exists()


def test_the_pile_itself_is_no_page_of_the_folder_it_stands_in(tmp_path):
    write_pages(tmp_path, {"a.txt": FERRY.encode()})
    for _ in range(2):
        assert _trace(tmp_path / "twosource.db", [tmp_path]).met == 1


def test_progress_is_told_step_by_step(folder, tmp_path):
    told = []
    _trace(tmp_path / "a.db", [folder], progress=lambda *step: told.append(step))
    assert {step for step, _, _ in told} >= {"inputs", "pages", "families", "claims"}
    assert ("pages", 6, 6) in told
    assert all(0 <= done <= total for _, done, total in told)


def test_the_stories_of_the_pages_given_are_those_touched(folder, tmp_path):
    pile = tmp_path / "a.db"
    both = _trace(pile, [folder])
    one = _trace(pile, [folder / "bridge.txt"])
    assert set(one.stories) < set(both.stories)
    assert one.held == 6


def test_ties_are_kept_until_others_are_given(folder, tmp_path):
    ties = folder / "ties.txt"
    ties.write_text("# same owner\nSkerry Herald | Lunebury Courier\n\n")
    pile = tmp_path / "a.db"
    assert _trace(pile, [folder], ties=ties).met == 6
    ties.unlink()
    assert _trace(pile, [folder]).changed == 0
    ties.write_text("")
    assert _trace(pile, [folder / "ferry.txt"], ties=ties).changed > 0


def test_a_tie_to_nobody_is_told(folder, tmp_path):
    (tmp_path / "ties.txt").write_text("Skerry Herald\n")
    with pytest.raises(UsageError, match="Line 1"):
        _trace(tmp_path / "a.db", [folder], ties=tmp_path / "ties.txt")


def test_files_beside_a_saved_page_are_neither_refused_nor_unreadable(folder, tmp_path):
    (folder / "bridge_files").mkdir()
    (folder / "bridge.htm").write_bytes((folder / "bridge.txt").read_bytes() + b" ")
    (folder / "bridge_files" / "x.js").write_text("var x = 1;")
    with twosource.open(tmp_path / "p.db") as pile:
        result = pile.trace([folder])
        (passed,) = (one for one in pile.refusals() if one.rule == "saved-beside-page")
        assert passed.detail == "1 file that a browser saved beside the page, passed over."
        assert result.unreadable == 0
        again = pile.trace([folder])
        assert again.changed == 0


def test_files_with_the_same_bytes_are_counted(folder, tmp_path):
    (folder / "again.txt").write_bytes((folder / "ferry.txt").read_bytes())
    with twosource.open(tmp_path / "p.db") as pile:
        assert pile.trace([folder]).alike == 1


def test_a_trace_that_is_cut_short_leaves_a_pile_that_knows_it(folder, tmp_path, monkeypatch):
    def stop(*_, **__):
        raise KeyboardInterrupt

    with twosource.open(tmp_path / "p.db") as pile:
        assert not pile.unfinished
        for step in ("_read_what_is_new", "_assemble"):
            with monkeypatch.context() as patch:
                patch.setattr(f"twosource.pipeline.tracing.{step}", stop)
                with pytest.raises(KeyboardInterrupt):
                    pile.trace([folder])
            assert pile.unfinished
            assert pile.evidence().unfinished
        pile.trace([folder])
        assert not pile.unfinished
        assert not pile.evidence().unfinished


def test_parsers_do_not_tell_their_troubles():
    logging.getLogger("trafilatura").setLevel(logging.WARNING)
    quieten_parsers()
    assert not logging.getLogger("trafilatura.core").isEnabledFor(logging.WARNING)


def test_a_table_of_names_is_kept_until_another_is_given(folder, tmp_path):
    table = folder / "names.json"
    table.write_text('[{"name": "The Courier", "kind": "outlet", "short": ["Lunebury Courier"]}]')
    pile = tmp_path / "a.db"
    assert _trace(pile, [folder], names=table).met == 6
    with twosource.open(pile) as opened:
        assert "The Courier" in {origin.name for origin in opened.origins()}
    table.unlink()
    assert _trace(pile, [folder]).changed == 0
    table.write_text("[]")
    assert _trace(pile, [folder / "ferry.txt"], names=table).changed > 0
    with twosource.open(pile) as opened:
        assert "The Courier" not in {origin.name for origin in opened.origins()}


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("{", "cannot be read"),
        ('{"name": "Skerry Herald"}', "is no list"),
        ('[{"kind": "outlet"}]', "row 1 has no name"),
        ('[{"name": "Skerry Herald", "kind": "paper"}]', "is of no kind"),
        ('[{"name": "Skerry Herald", "kind": "outlet", "short": "SH"}]', "is a list of texts"),
    ],
)
def test_a_table_of_names_of_another_shape_is_told(folder, tmp_path, written, said):
    (tmp_path / "names.json").write_text(written)
    with pytest.raises(UsageError, match=said):
        _trace(tmp_path / "a.db", [folder], names=tmp_path / "names.json")
