"""The printed report holds every word of the report, and nothing in it can act."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace

import pytest

from tests.explain import fiction
from twosource.explain import EVERYTHING, as_plain, tell_report
from twosource.export.html import draw_tree, render, write

HOSTILE = '"><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7 * 7 }}'


def page(hostile=""):
    evidence = fiction.evidence(hostile=hostile)
    told = tell_report(evidence, pile="dam.db", limits=EVERYTHING, explained=True)
    return render(as_plain(told))


def test_it_says_what_the_report_says():
    text = page()
    assert "NordWire dispatch (not in your pages)" in text
    assert "2 outlets + 1 not named" in text
    assert "<summary>Why, with the quotations</summary>" in text
    assert "What would raise the number" in text


def test_foreign_text_is_text():
    text = page(HOSTILE)
    assert "<script" not in text
    assert "<img" not in text
    assert "{{ 7 * 7 }}" in text
    assert "&lt;script&gt;" in text


def test_it_asks_for_nothing():
    text = page()
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text
    assert not re.search(r"""(src|href)=["'](?!#)""", text)
    assert "url(" not in text


def test_the_same_pile_gives_the_same_bytes(tmp_path):
    told = as_plain(tell_report(fiction.evidence(), pile="dam.db"))
    for name in ("one.html", "two.html"):
        write(told, tmp_path / name)
    assert (tmp_path / "one.html").read_bytes() == (tmp_path / "two.html").read_bytes()
    assert b"\r" not in (tmp_path / "one.html").read_bytes()


def test_a_tree_joins_each_text_with_the_one_it_was_made_from():
    leaf = {"name": "leaf", "note": "", "lost": False, "branches": []}
    top = {"name": "top", "note": "", "lost": True, "branches": [leaf, leaf]}
    rows = draw_tree([top])
    assert [row.name for row in rows] == ["top", "leaf", "leaf"]
    assert rows[0].strokes[0].y2 == "100%"
    assert rows[1].strokes[0].y2 == "100%"
    assert rows[2].strokes[0].y2 != "100%"


@pytest.fixture(name="browser", scope="module")
def _browser():
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium here")
    api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    with api.sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 800, 1400])
def test_in_a_browser_nothing_runs_nothing_is_fetched_and_it_fits(browser, tmp_path, width):
    path = tmp_path / "report.html"
    path.write_text(page(HOSTILE), encoding="utf-8")
    opened = browser.new_page(viewport={"width": width, "height": 900})
    dialogs, requests, faults = [], [], []
    opened.on("dialog", lambda one: (dialogs.append(one.message), one.dismiss()))
    opened.on("request", lambda one: requests.append(one.url))
    opened.on("console", lambda one: faults.append(one.text))
    opened.goto(path.as_uri())
    assert dialogs == []
    assert requests == [path.as_uri()]
    assert faults == []
    assert opened.locator("script, img, iframe, object, embed").count() == 0
    assert opened.evaluate("document.documentElement.scrollWidth") <= width
    opened.locator(".claim summary").first.click()
    assert opened.get_by_text("How it came to your pages").is_visible()
    opened.close()


@pytest.mark.browser
def test_on_paper_the_quotations_are_printed_too(browser, tmp_path):
    path = tmp_path / "report.html"
    path.write_text(page(), encoding="utf-8")
    opened = browser.new_page()
    opened.goto(path.as_uri())
    opened.emulate_media(media="print")
    assert opened.get_by_text("How it came to your pages").bounding_box()["height"] > 0
    opened.close()


def test_a_number_is_printed_as_the_report_says_it():
    evidence = fiction.evidence()
    unstated = fiction.source_not_stated()
    many = tuple(replace(unstated, id=f"{number}" * 32) for number in range(3))
    report = tell_report(replace(evidence, claims=many), pile="dam.db")
    text = render(as_plain(report))
    told = '<td class="number">1 line<br><span class="soft">source not stated</span></td>'
    assert text.count(told) == 3


def test_why_copies_are_one_text_is_printed_once_below_the_tree():
    assert page().count("Why these are one text, with the quotations") == 1


def test_a_claim_of_two_stories_is_printed_in_full_once_and_linked():
    evidence = fiction.evidence()
    story = evidence.stories[0]
    other = replace(story, id="f" * 32)
    claim = replace(evidence.claims[0], stories=(story.id, other.id))
    both = replace(evidence, stories=(story, other), claims=(claim,))
    told = tell_report(both, pile="dam.db", limits=EVERYTHING, explained=True)
    text = render(as_plain(told))
    assert text.count(f'id="c{both.shorten(claim.id)}"') == 1
    assert "told in full under story" in text


def test_a_trace_that_was_cut_short_is_printed_too():
    told = tell_report(replace(fiction.evidence(), unfinished=True), pile="dam.db")
    assert "A trace of this pile was cut short" in render(as_plain(told))
