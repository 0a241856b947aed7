"""Pages hold their articles, spans their words, and one seed gives the same bytes."""

import html
import os
import re
import subprocess
import sys
from collections import Counter

import pytest

from tests.newsroom.made import SAMPLE, editions

TAGS = re.compile(r"<[^<>]*>")


def rows(name):
    return [row for edition in editions() for row in edition.rows[name]]


def articles():
    return [row for e in editions() for page in e.pages for row in page.articles]


def test_every_part_stands_on_its_page_word_for_word():
    for edition in editions():
        for page in edition.pages:
            shown = [(part, part["text"]) for part in page.page["parts"]]
            for article in page.articles:
                text = article["text"]
                shown += [(part, text[part["start"] : part["end"]]) for part in article["parts"]]
            for part, words in shown:
                written = page.content[part["page_start"] : part["page_end"]]
                if page.media_type == "text/html":
                    written = html.unescape(TAGS.sub("", written))
                assert written == words


def test_no_mark_of_the_makers_is_left_on_a_page_and_sentences_begin_with_a_capital():
    begun = small = 0
    for edition in editions():
        for page in edition.pages:
            assert not re.search("[\ue000-\uf8ff]", page.content)
            for article in page.articles:
                for part in article["parts"]:
                    if part["kind"] == "body":
                        begun += 1
                        small += article["text"][part["start"]].islower()
    assert begun > 500
    assert small == 0


def test_parts_cover_an_articles_text_in_order():
    for article in articles():
        at = 0
        for part in article["parts"]:
            assert not article["text"][at : part["start"]].strip()
            assert part["start"] < part["end"]
            at = part["end"]
        assert at == len(article["text"])


def test_every_statements_words_stand_in_its_articles_body():
    texts = {a["id"]: a for a in articles()}
    told = rows("statements")
    assert len(told) > 300
    for row in told:
        article = texts[row["article"]]
        bodies = [(p["start"], p["end"]) for p in article["parts"] if p["kind"] == "body"]
        for start, end in [s for s in (row["source"], row["cue"], *row["content"]) if s]:
            assert article["text"][start:end].strip() == article["text"][start:end] != ""
            assert any(a <= start and end <= b for a, b in bodies)


def test_what_a_claims_members_say_is_what_their_statements_say():
    told = {row["id"]: row for row in rows("statements")}
    members = [m for row in rows("claims") for m in row["members"] if m["statement"]]
    assert members
    for member in members:
        statement = told[member["statement"]]
        assert statement["article"] == member["article"]
        spans = statement["content"] or member["spans"]
        assert all(span in spans for span in member["spans"])


def test_of_a_quotation_in_two_pieces_each_utterance_has_its_own_piece():
    told = {row["id"]: row for row in rows("statements")}
    shown = {}
    for claim in rows("claims"):
        for member in claim["members"] if claim["of"] == "utterance" else ():
            shown.setdefault(member["statement"], []).extend(member["spans"])
    halved = [own_id for own_id in shown if len(told[own_id]["content"]) > 1]
    assert halved
    for own_id in halved:
        assert sorted(shown[own_id]) == sorted(told[own_id]["content"])


def test_every_article_is_a_witness_of_one_family():
    witnesses = [w for row in rows("families") for w in row["witnesses"]]
    assert sorted(witnesses) == sorted(a["id"] for a in articles())


def test_a_stemma_is_a_tree_over_witnesses_and_lost_texts_and_what_was_merged_from_another_family():
    guests = 0
    for family in rows("families"):
        own = {*family["witnesses"], *(lost["node"] for lost in family["lost"])}
        children = [child for _, child in family["stemma"]]
        merged = {child for child in children if child not in own}
        guests += len(merged)
        assert len(children) == len(set(children)) == len(own) + len(merged) - 1
        assert {parent for parent, _ in family["stemma"]} <= own
    assert guests


def test_whatever_hangs_on_a_text_was_made_from_it_in_one_derivation():
    edges = [
        (family["id"], parent, child)
        for family in rows("families")
        for parent, child in family["stemma"]
        if not child.startswith("lost:")
    ]
    made = [(row["family"], row["original"], row["copy"]) for row in rows("derivations")]
    assert sorted(edges) == sorted(made)
    kinds = {"verbatim", "revision", "cut", "partial", "merged", "rewrite"}
    assert {row["kind"] for row in rows("derivations")} <= kinds
    parents = Counter(row["copy"] for row in rows("derivations") if row["kind"] == "merged")
    assert set(parents.values()) == {2}


@pytest.mark.parametrize("suffix", ["", "--files"])
def test_two_runs_of_a_seed_give_the_same_bytes_whatever_the_hash_seed(tmp_path, suffix):
    made = []
    for hash_seed in ("1", "2"):
        out = tmp_path / hash_seed
        words = [sys.executable, "-m", "benchmarks.newsroom.make", "--half", str(SAMPLE)]
        words += ["--pages", "30", "--seed", "7", "--out", str(out), *suffix.split()]
        subprocess.run(words, check=True, env={**os.environ, "PYTHONHASHSEED": hash_seed})
        made.append({p.relative_to(out): p.read_bytes() for p in out.rglob("*") if p.is_file()})
    assert made[0] == made[1]
    assert len(made[0]) > 8


def test_an_aggregators_page_names_one_site_and_every_article_on_it_came_through_that_site():
    through = [
        {row["via"] for row in page.articles}
        for edition in editions()
        for page in edition.pages
        if any(row["via"] for row in page.articles)
    ]
    assert len(through) > 1
    assert all(len(sites) == 1 for sites in through)
