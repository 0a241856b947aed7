"""The real pages beside the project, against the sheet made by hand; skipped where absent."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from tests.articles.reading import quoted, read
from twosource.articles import Reading

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the real pages are not here")


@pytest.fixture(scope="module")
def gold() -> dict[str, object]:
    return yaml.safe_load((SEEDS / "gold.yaml").read_text("utf-8"))


@pytest.fixture(scope="module")
def readings(gold) -> dict[str, Reading]:
    return {p["id"]: read((SEEDS / p["file"]).read_text("utf-8")) for p in gold["pages"]}


def test_each_page_holds_as_many_articles_as_a_person_finds(gold, readings):
    for page in gold["pages"]:
        assert len(readings[page["id"]].articles) == len(page["articles"])


def test_headlines_outlets_dates_datelines_and_credits_are_as_on_the_page(gold, readings):
    places: dict[str, int] = {}
    for row in gold["articles"]:
        place = places.get(row["page"], 0)
        places[row["page"]] = place + 1
        article = readings[row["page"]].articles[place]
        assert article.headline == row["title"]
        outlet = row["outlet"] if isinstance(row["outlet"], str) else row["outlet"]["value"]
        assert (article.outlet.name if article.outlet else None) == outlet
        if "aggregator" in row:
            assert article.via is not None
            assert article.via.name == row["aggregator"]
        published = row["published"]["value"]
        assert article.published.value == (str(published) if published else None)
        dateline = row.get("dateline") or {}
        assert article.dateline == dateline.get("value")
        credit = row.get("credit") or {}
        assert (article.credit.name if article.credit else None) == credit.get("value")


def test_only_what_the_sheet_calls_body_is_body(gold, readings):
    for page in gold["pages"]:
        lines = (SEEDS / page["file"]).read_text("utf-8").split("\n")
        wanted: list[str] = []
        numbers: list[int] = []
        for part in page["parts"]:
            if part["kind"] == "body":
                first, _, last = str(part.get("lines", part.get("line"))).partition("-")
                numbers += range(int(first), int(last or first) + 1)
        numbers += [a["body_line"] for a in gold["articles"] if "body_line" in a
                    and a["page"] == page["id"]]  # fmt: skip
        wanted = [lines[n - 1].strip() for n in numbers]
        found = [t for a in readings[page["id"]].articles for t in quoted(a, "body")]
        assert len(found) == len(wanted)
        for text, line in zip(found, wanted, strict=True):
            assert line.endswith(text)
