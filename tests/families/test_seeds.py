"""The three real pages beside a checkout: the families that the acceptance sheet names."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from twosource.families import families
from twosource.records import Article, Part, Published, identify
from twosource.stories import stories
from twosource.text.names import make_origin

SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
pytestmark = [
    pytest.mark.seeds,
    pytest.mark.skipif(not SEEDS.is_dir(), reason="../shared/seeds is absent"),
]


@pytest.fixture(scope="module")
def articles():
    """Return the sheet's articles, cut out by its line numbers."""
    gold = yaml.safe_load((SEEDS / "gold.yaml").read_text(encoding="utf-8"))
    pages = {page["id"]: page for page in gold["pages"]}
    aligned = gold["copy_families"][0]["alignment"]
    bodies = {
        "A1": range(1, 14),
        "B1": [line for _, line in aligned],
        "C1": [line for line, _ in aligned],
    }
    made = {}
    for record in gold["articles"]:
        name = record["id"]
        page = pages[record["page"]]
        lines = (SEEDS / page["file"]).read_text(encoding="utf-8").split("\n")
        text = ""
        parts = []
        wanted = [("headline", record["title"])] if record["title"] else []
        numbers = bodies.get(name) or [record["body_line"]]
        wanted += [("body", lines[number - 1].strip()) for number in numbers]
        credit = record.get("credit")
        if credit and credit.get("line"):
            wanted.append(("credit", lines[credit["line"] - 1]))
        for kind, line in wanted:
            text += "\n" if text else ""
            parts.append(Part(kind, len(text), len(text) + len(line)))
            text += line
        outlet = record["outlet"]
        outlet = outlet if isinstance(outlet, str) else outlet["value"]
        day = record["published"]["value"]
        made[name] = Article(
            id=identify("article", name),
            page=page["file"],
            outlet=make_origin(outlet, "outlet") if outlet else None,
            via=make_origin("Daily8", "aggregator") if record["page"] == "C" else None,
            credit=make_origin("AFP", "agency") if credit and credit.get("value") else None,
            headline=record["title"],
            published=Published(str(day), "on_page") if day else Published(),
            text=text,
            parts=tuple(parts),
        )
    return made


def test_the_two_copies_are_one_family_under_the_lost_dispatch(articles):
    names = {article.id: name for name, article in articles.items()}
    found = families(articles.values())
    (pair,) = (f for f in found if len(f.witnesses) > 1)
    assert {names[w] for w in pair.witnesses} == {"B1", "C1"}
    assert {(names.get(a, a), names.get(b, b)) for a, b in pair.stemma} == {
        ("lost:AFP", "B1"),
        ("lost:AFP", "lost:Arab News"),
        ("lost:Arab News", "C1"),
    }


def test_the_stories_are_those_of_the_sheet(articles):
    names = {article.id: name for name, article in articles.items()}
    found = families(articles.values())
    members = {f.id: {names[w] for w in f.witnesses} for f in found}
    told = stories(found, articles.values())
    groups = {s.id: frozenset().union(*(members[f] for f in s.families)) for s in told}
    assert set(groups.values()) == {
        frozenset({"A1", "B1", "C1"}),
        frozenset({"C2"}),
        frozenset({"C3"}),
        frozenset({"C4"}),
    }
    linked = {groups[s.id]: {groups[other] for other in s.linked} for s in told}
    assert frozenset({"C2"}) in linked[frozenset({"C4"})]
