"""The example pages against the truth that is written beside them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
import yaml

pytest.importorskip("twosource.pile", reason="the pile is not written yet")

from tests.acceptance.naming import any_same, same_names
from tests.acceptance.places import find_all, spans_of, touch
from tests.acceptance.running import trace, write
from tests.acceptance.sheet import ROOT
from tests.acceptance.traced import Row, Traced

EXAMPLES = ROOT / "examples"
TRUTH: dict[str, Any] = yaml.safe_load((EXAMPLES / "truth.yaml").read_text("utf-8"))
PAGES = sorted(path.name for path in EXAMPLES.iterdir() if path.suffix in {".html", ".txt"})
# How much of what the truth says of statements must be right: thin is right, false is not.
MOST = 0.75


class Press:
    """A trace of the example pages, asked by the names that the truth gives to its articles."""

    def __init__(self, traced: Traced) -> None:
        self.traced = traced

    @cached_property
    def page_names(self) -> dict[str, str]:
        return {
            row["id"]: Path(row["captures"][0]["locator"]).name for row in self.traced.rows["pages"]
        }

    @cached_property
    def articles(self) -> dict[str, Row]:
        found: dict[str, Row] = {}
        for key, gold in TRUTH["articles"].items():
            for row in self.traced.rows["articles"]:
                if self.page_names[row["page"]] == gold["page"] and find_all(
                    self.body(row), gold["last"]
                ):
                    found.setdefault(key, row)
        return found

    def body(self, row: Row) -> str:
        return "\n".join(
            row["text"][p["start"] : p["end"]] for p in row["parts"] if p["kind"] == "body"
        )

    def names(self, origin: str | None) -> tuple[str, ...]:
        return self.traced.origin_names(origin) if origin else ()

    def family(self, key: str) -> Row:
        article = self.articles[key]["id"]
        return next(f for f in self.traced.rows["families"] if article in f["witnesses"])

    def story(self, key: str) -> Row:
        family = self.family(key)["id"]
        return next(s for s in self.traced.rows["stories"] if family in s["families"])

    def claim(self, key: str) -> Row:
        """The claim about the world whose members hold most of the words that the truth gives."""
        ranked = sorted(
            (-self.held(TRUTH["claims"][key], claim), claim["id"])
            for claim in self.traced.rows["claims"]
            if claim["about"] == "world"
        )
        assert ranked, "no claim at all"
        assert ranked[0][0] < 0, f"nothing holds the words of {key!r}"
        return self.traced.by_id("claims")[ranked[0][1]]

    def held(self, gold: dict[str, Any], claim: Row) -> int:
        held = 0
        for article, words in gold["at"].items():
            row = self.articles.get(article)
            held += row is not None and touch(
                (
                    (span["start"], span["end"])
                    for member in claim["members"]
                    if member["stance"] in {"asserts", "confirms"}
                    for span in member["spans"]
                    if span["article"] == row["id"]
                ),
                find_all(row["text"], words),
            )
        return held

    def who(self, claim: Row, stance: str) -> list[tuple[str, ...]]:
        statements = self.traced.by_id("statements")
        return [
            self.names(speaker)
            for member in claim["members"]
            if member["stance"] == stance and member["statement"]
            for speaker in statements[member["statement"]]["speakers"]
        ]


def trace_files(files: dict[str, bytes], folder: Path) -> Press:
    return Press(trace(write(folder / "pages", files), folder / "run"))


@pytest.fixture(scope="module")
def press(tmp_path_factory) -> Press:
    inputs = [str(EXAMPLES / name) for name in PAGES]
    return Press(trace(inputs, tmp_path_factory.mktemp("examples") / "run"))


def test_there_are_at_least_eight_pages_of_text_and_html():
    assert len(PAGES) >= 8
    assert {Path(name).suffix for name in PAGES} == {".html", ".txt"}


def test_the_truth_quotes_what_stands_on_the_pages():
    pages = {gold["page"] for gold in TRUTH["articles"].values()}
    assert pages | set(TRUTH["without_article"]) == set(PAGES)
    for gold in TRUTH["articles"].values():
        text = (EXAMPLES / gold["page"]).read_text("utf-8")
        assert find_all(text, gold["first"])
        assert find_all(text, gold["last"].split("</")[0])


@pytest.mark.parametrize("key", TRUTH["articles"])
def test_an_article_is_found_with_its_head_and_all_of_its_text(press, key):
    gold, row = TRUTH["articles"][key], press.articles.get(key)
    assert row is not None
    assert find_all(press.body(row), gold["first"])
    assert row["headline"] == gold["headline"]
    assert row["dateline"] == gold.get("dateline")
    for field in ("outlet", "via", "credit"):
        wanted = gold.get(field, "?" if field == "outlet" else None)
        if field == "via" and gold["page"] == "kelder-newsbasket.txt":
            wanted = "Newsbasket"
        names = press.names(row[field])
        assert any_same([wanted], names) if wanted else not names, (field, names)
    value = row["published"]["value"]
    if gold["published"]:
        assert value
        assert value[:10] == str(gold["published"])
    else:
        assert value is None or row["published"]["how"] == "inferred"
    if gold.get("relative"):
        assert row["published"]["how"] == "relative"


def test_as_many_articles_as_there_are_and_none_on_the_page_without(press):
    found = sorted(press.page_names[row["page"]] for row in press.traced.rows["articles"])
    assert found == sorted(gold["page"] for gold in TRUTH["articles"].values())
    refused = {row["subject"] for row in press.traced.rows["refusals"]}
    for page, name in press.page_names.items():
        assert (page in refused) == (name in TRUTH["without_article"]), name


@pytest.mark.parametrize("number", range(len(TRUTH["not_text"])))
def test_what_is_no_text_of_the_story_stays_out(press, number):
    gold = TRUTH["not_text"][number]
    for row in press.traced.rows["articles"]:
        if press.page_names[row["page"]] != gold["page"]:
            continue
        assert not find_all(press.body(row), gold["exact"])
        places = find_all(row["text"], gold["exact"])
        for statement in press.traced.rows["statements"]:
            if statement["article"] == row["id"]:
                assert not touch(spans_of(statement), places)


def test_copies_are_one_family_and_nothing_else_is(press):
    wanted = {frozenset(gold["members"]) for gold in TRUTH["families"]}
    alone = set(TRUTH["articles"]) - {key for members in wanted for key in members}
    wanted |= {frozenset({key}) for key in alone}
    keys = {row["id"]: key for key, row in press.articles.items()}
    got = {frozenset(keys[w] for w in f["witnesses"]) for f in press.traced.rows["families"]}
    assert got == wanted


@pytest.mark.parametrize("gold", TRUTH["families"], ids=lambda gold: gold["origin"])
def test_a_family_has_its_maker_and_its_lost_originals(press, gold):
    family = press.family(gold["members"][0])
    assert any_same([gold["origin"]], press.names(family["origin"]))
    archetype = press.articles[gold["archetype"]]["id"] if gold["archetype"] else None
    assert family["archetype"] == archetype
    lost = [press.names(node["origin"]) for node in family["lost"] if node["origin"]]
    assert same_names([[name] for name in gold["lost"]], lost)


def test_stories_hold_what_belongs_together(press):
    wanted = {frozenset(keys) for keys in TRUTH["stories"]}
    alone = set(TRUTH["articles"]) - {key for keys in wanted for key in keys}
    wanted |= {frozenset({key}) for key in alone}
    got: dict[str, set[str]] = {}
    for key in press.articles:
        got.setdefault(press.story(key)["id"], set()).add(key)
    assert {frozenset(keys) for keys in got.values()} == wanted


@pytest.mark.parametrize("key", TRUTH["claims"])
def test_a_claim_has_its_number_its_voices_and_what_it_rests_on(press, key):
    gold, claim = TRUTH["claims"][key], press.claim(key)
    assert claim["lines"] == gold["lines"], press.traced.origin_names(claim["voices"][0])
    assert press.held(gold, claim) == len(gold["at"])
    assert len(claim["voices"]) <= gold["voices_at_most"]
    voices = [press.names(voice) for voice in claim["voices"]]
    for wanted in gold["voices"]:
        assert any(any_same([wanted], names) for names in voices), (wanted, voices)
    if "rests_on" in gold:
        origins = {node["id"]: node["origin"] for node in claim["graph"]["nodes"]}
        rests = [press.names(origins.get(node) or node) for node in claim["rests_on"]]
        assert same_names([[name] for name in gold["rests_on"]], rests), rests


@pytest.mark.parametrize("key", TRUTH["claims"])
def test_nobody_denies_but_who_denied_and_who_declined_is_said_to_decline(press, key):
    gold, claim = TRUTH["claims"][key], press.claim(key)
    denying = press.who(claim, "denies")
    assert all(any_same(gold["denies"], names) for names in denying), denying
    assert bool(denying) == bool(gold["denies"])
    declining = press.who(claim, "declines")
    if gold.get("declines"):
        assert any(any_same(gold["declines"], names) for names in declining), declining


@pytest.mark.parametrize("key", [k for k, gold in TRUTH["claims"].items() if "variant_of" in gold])
def test_another_number_is_another_claim_beside_the_first(press, key):
    claim, other = press.claim(key), press.claim(TRUTH["claims"][key]["variant_of"])
    assert claim["id"] != other["id"]
    assert other["id"] in claim["variants"]
    assert claim["id"] in other["variants"]


def test_most_statements_have_their_speakers_and_their_act(press):
    misses = []
    for gold in TRUTH["statements"]:
        row = press.articles[gold["article"]]
        places = find_all(row["text"], gold["exact"])
        found = [
            statement
            for statement in press.traced.rows["statements"]
            if statement["article"] == row["id"] and touch(spans_of(statement), places)
        ]
        if not any(_is_right(press, gold, statement) for statement in found):
            got = [(s["act"], [press.names(o)[0] for o in s["speakers"]]) for s in found]
            misses.append((gold["exact"], got))
    assert len(misses) <= (1 - MOST) * len(TRUTH["statements"]), misses


COPIES = ("kelder-bare.html", "kelder-newsbasket.txt", "dunmere-coast-today.html")


def test_without_the_copies_every_number_is_the_same(tmp_path):
    files = {name: (EXAMPLES / name).read_bytes() for name in PAGES if name not in COPIES}
    press = trace_files(files, tmp_path)
    wanted = {key: gold["lines"] for key, gold in TRUTH["claims"].items()}
    assert {key: press.claim(key)["lines"] for key in wanted} == wanted


def test_copies_on_other_sites_raise_no_number(tmp_path):
    files = {name: (EXAMPLES / name).read_bytes() for name in PAGES}
    for site in ("Sabell Evening Star", "Ashford Weekly", "River Chronicle"):
        for name, old in (
            ("kelder-harbour-post.html", "Harbour Post"),
            ("dunmere-coast-today.html", "Coastline Today"),
        ):
            copy = files[name].decode().replace(old, site)
            files[f"{site.split()[0].lower()}-{name}"] = copy.encode()
    press = trace_files(files, tmp_path)
    wanted = {key: gold["lines"] for key, gold in TRUTH["claims"].items()}
    assert {key: press.claim(key)["lines"] for key in wanted} == wanted


def _is_right(press: Press, gold: dict[str, Any], statement: Row) -> bool:
    if statement["act"] not in {gold["act"], gold.get("also")}:
        return False
    got = [press.names(origin) for origin in statement["speakers"]]
    if same_names([[name] for name in gold["speakers"]], got):
        return True
    relays = [press.names(origin) for origin in statement["relays"]]
    return (
        "relayed_for" in gold
        and same_names([[name] for name in gold["relayed_for"]], got)
        and any(any_same(gold["speakers"], names) for names in relays)
    )
