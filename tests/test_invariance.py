"""The same answer everywhere: order, batches, hash seed, time zone and locale change nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

pytest.importorskip("twosource.pile", reason="the pile is not written yet")
pytest.importorskip("twosource.cli", reason="the command line is not written yet")

from tests.acceptance.running import run_program, write
from tests.acceptance.scoring import all_spans
from tests.acceptance.sheet import ROOT, Sheet, load_sheet
from tests.acceptance.traced import load_export
from tests.acceptance.variants import write_pages

EXAMPLES = sorted(
    path for path in (ROOT / "examples").iterdir() if path.suffix in {".html", ".txt"}
)
SETTINGS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Caracas", "LC_ALL": "C.UTF-8"},
)


@pytest.fixture(scope="module", params=["examples", "seeds"])
def pages(request, tmp_path_factory) -> list[str]:
    folder = tmp_path_factory.mktemp(request.param)
    if request.param == "examples":
        return [str(shutil.copy(path, folder)) for path in EXAMPLES]
    found = load_sheet()
    if not isinstance(found, Sheet):
        pytest.skip("the real pages of ../shared/seeds are not here")
    return write(folder / "pages", write_pages(found, "ABC"))


@pytest.fixture(scope="module")
def usual(pages, tmp_path_factory) -> tuple[Path, dict[str, bytes]]:
    folder = tmp_path_factory.mktemp("usual") / "run"
    return folder, run_program([pages], folder, PYTHONHASHSEED="0", TZ="UTC", LC_ALL="C.UTF-8")


def test_the_order_of_the_pages_changes_nothing(pages, usual, tmp_path):
    middle = len(pages) // 2
    for number, order in enumerate([pages[::-1], pages[middle:] + pages[:middle]]):
        assert run_program([order], tmp_path / str(number)) == usual[1]


def test_two_batches_end_as_one_does(pages, usual, tmp_path):
    assert run_program([pages[1:], pages[:1]], tmp_path / "run") == usual[1]


@pytest.mark.parametrize("settings", SETTINGS, ids=["tokyo", "caracas"])
def test_hash_seed_time_zone_and_locale_change_nothing(pages, usual, tmp_path, settings):
    assert run_program([pages], tmp_path / "run", **settings) == usual[1]


def test_the_same_pages_again_change_nothing(pages, usual, tmp_path):
    assert run_program([pages, pages], tmp_path / "run") == usual[1]


def test_every_span_equals_its_text_and_every_id_leads_somewhere(usual):
    traced = load_export(usual[0] / "export")
    articles = traced.by_id("articles")
    for noun in ("statements", "claims", "derivations", "families", "stories"):
        for row in traced.rows[noun]:
            for span in all_spans(row):
                text = articles[span["article"]]["text"]
                assert span["text"]
                assert text[span["start"] : span["end"]] == span["text"]
    origins = traced.by_id("origins")
    statements = traced.by_id("statements")
    for row in traced.rows["statements"]:
        assert row["article"] in articles
        assert set(row["speakers"]) | set(row["relays"]) <= set(origins)
        assert row["through"] is None or row["through"] in statements
    for claim in traced.rows["claims"]:
        nodes = {node["id"] for node in claim["graph"]["nodes"]}
        assert set(claim["rests_on"]) <= nodes
        assert {e[end] for e in claim["graph"]["edges"] for end in ("from", "to")} <= nodes
        assert {m["statement"] for m in claim["members"]} - {None} <= set(statements)
        texts = sum(node["kind"] == "text" for node in claim["graph"]["nodes"])
        assert claim["lines"] <= min(texts, len(claim["voices"]))
        assert len(claim["rests_on"]) == claim["lines"]


def test_pages_in_are_pages_with_articles_and_pages_refused(pages, usual):
    traced = load_export(usual[0] / "export")
    assert len(traced.rows["pages"]) == len(pages)
    with_articles = {row["page"] for row in traced.rows["articles"]}
    refused = {
        row["subject"] for row in traced.rows["refusals"] if row["stage"] in {"pages", "articles"}
    }
    assert {row["id"] for row in traced.rows["pages"]} == with_articles | (
        refused & {row["id"] for row in traced.rows["pages"]}
    )


def test_parts_lie_in_order_and_cover_the_text(usual):
    traced = load_export(usual[0] / "export")
    for row in traced.rows["articles"]:
        end = 0
        for part in row["parts"]:
            assert part["start"] >= end
            assert part["end"] > part["start"]
            assert not row["text"][end : part["start"]].strip()
            end = part["end"]
        assert not row["text"][end:].strip()
