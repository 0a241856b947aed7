"""The lines that leave the pile: the contract's files and fields, and nothing of this machine."""

from __future__ import annotations

import json

import pytest

from twosource.export.jsonl import NOUNS, write, write_lines
from twosource.records import (
    Article,
    Claim,
    Derivation,
    Edge,
    Family,
    Graph,
    Member,
    Node,
    Origin,
    Page,
    Passage,
    Reason,
    Refusal,
    Span,
    Statement,
    Story,
)
from twosource.store.codec import from_plain
from twosource.store.faults import UsageError

TEXT = "Rain fell, “heavily”, the miller said."
HERALD = Origin(id="o1", name="Skerry Herald", kind="outlet")
WORDS = Span("a1", 0, 9)
FIELDS = {
    "pages": "id captures media_type size flags parts",
    "articles": "id page url outlet via headline authors published dateline credit language text "
    "parts unproven why",
    "derivations": "id copy original kind directed containment passages why",
    "families": "id witnesses archetype origin stemma lost why",
    "stories": "id label families linked began ended why",
    "origins": "id name kind aliases roles",
    "statements": "id article source cue content kind act verb hedged speakers through relays said "
    "confidence why",
    "claims": "id about stories gist members voices lines rests_on graph variants differences why",
    "refusals": "stage subject rule detail",
}
RECORDS = {
    "pages": [Page(id="p1", captures=(), media_type="text/plain", size=3, data=b"abc", text="abc")],
    "articles": [Article(id="a1", page="p1", outlet=HERALD, text=TEXT)],
    "derivations": [
        Derivation(
            id="d1", copy="a1", original="a1", kind="cut", directed=True, containment=1.0,
            passages=(Passage(0, 1, 0, 1),),
        )
    ],
    "families": [Family(id="f1", witnesses=("a1",), origin=HERALD)],
    "stories": [Story(id="s1", label="Rain", families=("f1",))],
    "origins": [HERALD],
    "statements": [
        Statement(
            id="t1", article="a1", source=Span("a1", 22, 32), cue=None, content=(WORDS,),
            kind="indirect", act="asserts", verb="said", speakers=(HERALD,),
        )
    ],
    "claims": [
        Claim(
            id="c1", about="world", stories=("s1",), gist=WORDS,
            members=(Member("t1", (WORDS,), "asserts"),), voices=(HERALD,), lines=1,
            rests_on=("o1",),
            graph=Graph(
                (Node("o1", "voice", HERALD),),
                (Edge("o1", "text:f1", inferred=False, why=(Reason("said-so", 1.0, (WORDS,)),)),),
            ),
        )
    ],
    "refusals": [Refusal(stage="pages", subject="p2", rule="page-empty", detail="…")],
}  # fmt: skip


def test_each_file_has_the_fields_of_the_contract_in_order_and_added_ones_behind(tmp_path):
    write(RECORDS, tmp_path)
    for noun in NOUNS:
        [line] = (tmp_path / f"{noun}.jsonl").read_text(encoding="utf-8").splitlines()
        assert list(json.loads(line)) == FIELDS[noun].split()
    assert {path.name for path in tmp_path.iterdir()} == {f"{noun}.jsonl" for noun in NOUNS}


def test_a_span_says_its_words_and_an_edge_its_ends():
    [line] = write_lines(RECORDS["claims"], {"a1": TEXT}).splitlines()
    claim = json.loads(line)
    assert claim["gist"] == {"article": "a1", "start": 0, "end": 9, "text": "Rain fell"}
    [edge] = claim["graph"]["edges"]
    assert (edge["from"], edge["to"]) == ("o1", "text:f1")
    assert edge["why"][0]["spans"][0]["text"] == "Rain fell"
    assert claim["voices"] == ["o1"]


def test_what_was_exported_reads_back_as_the_same_record():
    for noun, [record] in RECORDS.items():
        if noun == "pages":
            continue
        line = write_lines([record], {"a1": TEXT})
        assert from_plain(type(record), json.loads(line), {"o1": HERALD}) == record


def test_lines_are_sorted_and_letters_are_as_they_are():
    origins = [Origin(id=name, name="Åse “A”", kind="person") for name in ("b", "a", "c")]
    lines = write_lines(origins, {}).decode().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b", "c"]
    assert "Åse “A”" in lines[0]


def test_lines_end_with_one_line_feed_and_none_is_broken_in_two():
    record = Origin(id="a", name="one\u2028two\nthree", kind="person")
    written = write_lines([record], {})
    assert written.count(b"\n") == 1
    assert written.endswith(b"\n")


def test_a_folder_is_made_and_a_file_in_its_place_is_told(tmp_path):
    write(RECORDS, tmp_path / "deep" / "out")
    (tmp_path / "file").touch()
    with pytest.raises(UsageError, match="not a folder"):
        write(RECORDS, tmp_path / "file")
