"""The real pages, as found, in HTML, renamed and reordered, against the sheet made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("twosource.pile", reason="the pile is not written yet")

from tests.acceptance.layouts import LAYOUTS
from tests.acceptance.running import trace, write
from tests.acceptance.scoring import Scoring
from tests.acceptance.sheet import Sheet
from tests.acceptance.swaps import SWAPS
from tests.acceptance.variants import ORDERS, write_pages

pytestmark = pytest.mark.seeds
# The rows of the sheet's `subsets`, by their pages.
SUBSETS = ("AB", "AC", "BC", "B", "C", "A")


def missed(
    sheet: Sheet,
    folder: Path,
    pages: str = "ABC",
    layout: str | None = None,
    order: str | None = None,
) -> list[str]:
    inputs = write(folder / "pages", write_pages(sheet, pages, layout, order))
    scoring = Scoring(sheet=sheet, traced=trace(inputs, folder), pages=tuple(pages))
    return [
        f"{check.name}: {check.got} (wanted {check.wanted})"
        for check in scoring.checks()
        if check.needed and not check.right
    ]


def test_the_real_pages_are_read_as_a_person_reads_them(sheet, tmp_path):
    assert not missed(sheet, tmp_path)


def test_every_row_of_subsets_is_a_test_of_ours(sheet):
    assert {"".join(row["pages"]) for row in sheet.gold["subsets"]} == set(SUBSETS)


@pytest.mark.parametrize("pages", SUBSETS)
def test_some_of_the_pages_give_the_number_that_they_alone_can_bear(sheet, tmp_path, pages):
    assert not missed(sheet, tmp_path, pages)


@pytest.mark.parametrize("layout", sorted(LAYOUTS))
def test_the_same_pages_in_html_give_the_same(sheet, tmp_path, layout):
    assert not missed(sheet, tmp_path, layout=layout)


@pytest.mark.parametrize("swap", sorted(SWAPS))
def test_other_names_places_numbers_and_agencies_give_the_same(sheet, tmp_path, swap):
    assert not missed(sheet.rewritten(SWAPS[swap].rewrite), tmp_path)


@pytest.mark.parametrize("pages", SUBSETS)
@pytest.mark.parametrize("swap", sorted(SWAPS))
def test_some_of_the_renamed_pages_give_the_same(sheet, tmp_path, swap, pages):
    assert not missed(sheet.rewritten(SWAPS[swap].rewrite), tmp_path, pages)


@pytest.mark.parametrize(
    ("swap", "layout"), list(zip(sorted(SWAPS) * 2, sorted(LAYOUTS), strict=False))
)
def test_renamed_pages_in_html_give_the_same(sheet, tmp_path, swap, layout):
    assert not missed(sheet.rewritten(SWAPS[swap].rewrite), tmp_path, layout=layout)


@pytest.mark.parametrize("order", sorted(ORDERS))
def test_paragraphs_in_another_sensible_order_give_the_same(sheet, tmp_path, order):
    assert not missed(sheet, tmp_path, order=order)
