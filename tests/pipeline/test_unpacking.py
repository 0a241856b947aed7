"""An archive, a feed, an export or a mail is traced page by page, and nothing of it is lost."""

from __future__ import annotations

import gzip
import json
import random
import sys

import pytest
from fastwarc.stream_io import GzipWriter
from fastwarc.warc import WarcRecord, WarcRecordType

import twosource
from benchmarks.archives.building import answer, write_record
from tests.pipeline.fiction import BRIDGE, COPY, FERRY, write_pages
from twosource.pipeline import child
from twosource.pipeline.inputs import Input, gather
from twosource.pipeline.unpacking import Unpacker
from twosource.records import Refusal

SPACE = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
LINES = [
    json.dumps({"url": "https://h.example/f", "title": "Ferry stays", "text": FERRY, "n": 1}),
    json.dumps({"url": "https://c.example/b", "site": "Lunebury Courier", "text": BRIDGE,
                "date_download": "2031-05-03T08:00:00Z"}),
    json.dumps({"kind": "note"}),
]  # fmt: skip
FEED = (
    f"<rss {SPACE}><channel><title>Skerry Herald</title><item><title>Ferry stays</title>"
    f"<guid>f1</guid><content:encoded><![CDATA[<p>{FERRY}</p>]]></content:encoded></item>"
    "<item><title>Bridge</title><guid>b1</guid><description>To close.</description></item>"
    "</channel></rss>"
)
MAIL = (
    "From: Herald <n@h.example>\nMessage-ID: <1@h.example>\nSubject: Bridge\n"
    "Date: Fri, 02 May 2031 07:30:00 +0200\n\n" + BRIDGE
)
MHTML = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://h.example/f\n"
    "Date: Fri, 02 May 2031 07:30:00 -0000\nMIME-Version: 1.0\n"
    'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n\n'
    f"{COPY}\n--b--\n"
)


def _record(number, page, media_type="text/html; charset=utf-8", coding=""):
    return gzip.compress(
        write_record("response", number, answer(page, coding, media_type)), mtime=0
    )


RECORDS = [
    gzip.compress(write_record("request", 1, b"GET / HTTP/1.1\r\n\r\n"), mtime=0),
    _record(1, COPY.encode(), coding="br"),
    _record(2, BRIDGE.encode(), "text/plain"),
    _record(3, "Der Fluß stieg über Nacht.".encode("cp1252"), "text/plain; charset=windows-1252"),
]
FILES = {
    "crawl.warc.gz": b"".join(RECORDS),
    "may.jsonl": "\n".join(LINES).encode(),
    "feed.xml": FEED.encode(),
    "letter.eml": MAIL.encode(),
    "page.mhtml": MHTML.encode(),
    "report.pdf": b"%PDF-1.7\n%\xe2\xe3",
}


def _trace(pile, *inputs, **options):
    with twosource.open(pile) as opened:
        return opened.trace(inputs, **options)


def _look(pile):
    with twosource.open(pile) as opened:
        return opened.pages(), opened.articles(), opened.refusals()


def _export(pile):
    with twosource.open(pile) as opened:
        return {p.name: p.read_bytes() for p in opened.export("jsonl", pile.with_suffix(".out"))}


def _take(path, **told):
    with Unpacker() as unpacker:
        return list(unpacker.take(Input(path.name, path, **told)))


def test_every_kind_of_file_is_traced_and_every_page_accounted_for(tmp_path):
    write_pages(tmp_path / "in", FILES)
    result = _trace(tmp_path / "a.db", tmp_path / "in", workers=1)
    pages, articles, refusals = _look(tmp_path / "a.db")
    assert result.met == len(pages) == 11
    with_articles = {one.page for one in articles}
    refused = {one.subject for one in refusals} & {one.id for one in pages}
    assert with_articles | refused == {one.id for one in pages}
    assert not with_articles & refused
    assert (result.unreadable, result.parts_lost) == (0, 0)
    by_place = {one.captures[0].locator: one for one in pages}
    assert sorted(by_place) == [
        "crawl.warc.gz#urn:uuid:response-0001",
        "crawl.warc.gz#urn:uuid:response-0002",
        "crawl.warc.gz#urn:uuid:response-0003",
        "feed.xml#b1",
        "feed.xml#f1",
        "letter.eml",
        next(place for place in by_place if place.startswith("may.jsonl#") and "//" not in place),
        "may.jsonl#https://c.example/b",
        "may.jsonl#https://h.example/f",
        "page.mhtml",
        "report.pdf",
    ]
    told = {place: page.captures[0] for place, page in by_place.items()}
    assert told["crawl.warc.gz#urn:uuid:response-0001"].fetched_at == "2031-05-02T06:00:00Z"
    assert told["may.jsonl#https://c.example/b"].fetched_at == "2031-05-03T08:00:00Z"
    assert told["may.jsonl#https://h.example/f"].fetched_at is None
    assert told["letter.eml"].fetched_at == "2031-05-02T05:30:00Z"
    assert told["page.mhtml"].url == "https://h.example/f"
    assert {one.outlet.name for one in articles if one.outlet} >= {"Lunebury Courier"}
    passed = [one for one in refusals if one.rule == "archive-records-passed-over"]
    assert [one.detail for one in passed] == ["1 record that holds no page: 1 request."]

    again = _trace(tmp_path / "a.db", tmp_path / "in", workers=2)
    assert (again.changed, again.new, again.met) == (0, 0, 11)
    with twosource.open(tmp_path / "a.db") as pile:
        assert "report.pdf" in str(pile.export("html", tmp_path / "r.html")[0].read_text("utf-8"))


def test_the_order_of_records_and_the_number_of_workers_are_nothing_to_the_export(tmp_path):
    exports = []
    for seed in range(2):
        chance = random.Random(seed)  # noqa: S311 (a seed, no secret)
        records, lines = [*RECORDS, RECORDS[1]], [*LINES, LINES[0]]
        chance.shuffle(records)
        chance.shuffle(lines)
        files = {"crawl.warc.gz": b"".join(records), "may.jsonl": "\n".join(lines).encode()}
        write_pages(tmp_path / str(seed), files)
        result = _trace(tmp_path / f"{seed}.db", tmp_path / str(seed), workers=seed + 1)
        assert (result.met, result.alike) == (6, 2)
        exports.append(_export(tmp_path / f"{seed}.db"))
    assert exports[0] == exports[1]


def test_one_capture_met_twice_is_one_page_with_two_captures(tmp_path):
    one, two = tmp_path / "a.warc.gz", tmp_path / "b.warc.gz"
    one.write_bytes(RECORDS[1] + RECORDS[1])
    two.write_bytes(RECORDS[1])
    (tmp_path / "c.html").write_bytes(COPY.encode())
    result = _trace(tmp_path / "a.db", one, two, tmp_path / "c.html", workers=1)
    [page] = _look(tmp_path / "a.db")[0]
    assert (result.met, result.alike) == (1, 3)
    assert sorted(one.locator for one in page.captures) == [
        "a.warc.gz#urn:uuid:response-0001",
        "a.warc.gz#urn:uuid:response-0001~2",
        "b.warc.gz#urn:uuid:response-0001",
        "c.html",
    ]


def test_the_servers_charset_is_kept_with_the_capture(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(RECORDS[3])
    _trace(tmp_path / "a.db", tmp_path / "a.warc.gz", workers=1)
    [page] = _look(tmp_path / "a.db")[0]
    assert page.captures[0].media_type == "text/plain; charset=windows-1252"
    assert page.flags == ()


def test_a_damaged_range_is_listed_until_the_file_is_mended(tmp_path):
    path = tmp_path / "crawl.warc.gz"
    path.write_bytes(RECORDS[0] + b"\0" * 50 + RECORDS[1] + RECORDS[2][:-20])
    result = _trace(tmp_path / "a.db", path, workers=1)
    assert (result.met, result.parts_lost, result.unreadable) == (1, 2, 0)
    start = len(RECORDS[0])
    later = start + 50 + len(RECORDS[1])
    listed = [one.detail for one in _look(tmp_path / "a.db")[2] if one.rule == "archive-damaged"]
    assert listed == [
        f"Bytes {start} to {start + 50} are damaged.",
        f"Bytes {later:,} to {later + len(RECORDS[2]) - 20:,} are damaged.",
    ]
    path.write_bytes(b"".join(RECORDS[:3]))
    assert _trace(tmp_path / "a.db", path, workers=1).parts_lost == 0
    assert not [one for one in _look(tmp_path / "a.db")[2] if one.rule == "archive-damaged"]


def test_an_archive_without_a_page_says_what_it_holds(tmp_path):
    (tmp_path / "a.warc.gz").write_bytes(RECORDS[0])
    with pytest.raises(twosource.pile.NothingToReadError, match="1 request"):
        _trace(tmp_path / "a.db", tmp_path / "a.warc.gz")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.warc", b""),
        ("a.warc.gz", b""),
        ("a.jsonl", b"\n"),
        ("a.json", b"[{"),
        ("a.xml", b"<rss>"),
    ],
)
def test_a_file_that_should_hold_pages_and_holds_none_is_refused(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    [refused] = _take(tmp_path / name)
    assert isinstance(refused, Refusal)
    assert refused.rule in ("archive-empty", "archive-damaged")


def test_what_another_program_wrote_is_read(tmp_path):
    with (tmp_path / "a.warc.gz").open("wb") as file:
        for number in range(3):
            record = WarcRecord()
            record.init_headers(WarcRecordType.response, record_urn=b"<urn:uuid:%d>" % number)
            record.headers["WARC-Target-URI"] = f"https://h.example/{number}"
            record.is_http = True
            record.set_bytes_content(answer(COPY.encode() + b"%d" % number, "gzip"))
            with GzipWriter(file) as writer:
                record.write(writer, checksum_data=True)
    assert [one.capture.url for one in _take(tmp_path / "a.warc.gz")] == [
        f"https://h.example/{number}" for number in range(3)
    ]


@pytest.mark.parametrize("name", ["may.jsonl.gz", "letter.eml.gz", "page.html.gz", "feed.xml.gz"])
def test_a_file_pressed_with_gzip_is_read_as_what_it_is(tmp_path, name):
    plain = {**FILES, "page.html": COPY.encode()}[name.removesuffix(".gz")]
    (tmp_path / name).write_bytes(gzip.compress(plain))
    (tmp_path / "plain").write_bytes(plain)
    pressed = [one.data for one in _take(tmp_path / name)]
    (tmp_path / name.removesuffix(".gz")).write_bytes(plain)
    assert pressed == [one.data for one in _take(tmp_path / name.removesuffix(".gz"))]
    (tmp_path / name).write_bytes(gzip.compress(plain)[:-12])
    cut = [one for one in _take(tmp_path / name) if isinstance(one, Refusal)]
    assert "archive-damaged" in {one.rule for one in cut}


def test_an_archive_on_standard_input_is_taken_apart(monkeypatch):
    monkeypatch.setattr("twosource.pipeline.unpacking.read_input", lambda _: FILES["crawl.warc.gz"])
    with Unpacker() as unpacker:
        found = list(unpacker.take(Input("-", None)))
    assert [one.capture.locator for one in found if not isinstance(one, Refusal)] == [
        f"-#urn:uuid:response-000{number}" for number in (1, 2, 3)
    ]


def test_what_the_user_says_counts_for_a_file_that_is_a_page_and_not_for_its_records(tmp_path):
    write_pages(tmp_path, FILES)
    manifest = tmp_path / "m.csv"
    manifest.write_text(
        "file,url,fetched_at\nletter.eml,https://h.example/l,2031-06-01\n"
        "feed.xml,https://h.example/feed,2031-06-02\n"
    )
    found = {one.locator: one for one in gather([tmp_path], manifest=manifest).inputs}
    with Unpacker() as unpacker:
        [letter] = unpacker.take(found["letter.eml"])
        entry = next(iter(unpacker.take(found["feed.xml"])))
    assert letter.capture[1:3] == ("https://h.example/l", "2031-06-01")
    assert entry.capture[1:3] == (None, "2031-06-02")


def test_many_records_pass_one_by_one(tmp_path):
    with (tmp_path / "many.jsonl").open("w") as file:
        for number in range(3_000):
            file.write(json.dumps({"id": str(number), "text": "x" * 2_000}) + "\n")
    reached = []
    with Unpacker() as unpacker:
        taking = unpacker.take(
            Input("many.jsonl", tmp_path / "many.jsonl"), lambda *told: reached.append(told)
        )
        assert next(taking).capture.locator == "many.jsonl#0"
        assert reached[0][0] < reached[0][1]
        assert sum(1 for _ in taking) == 2_999
    assert reached[-1][0] == reached[-1][1]


HOSTILE = """
import json, sys
sys.path[:] = json.loads(sys.argv.pop())
import twosource.pages.unpacking as unpacking
import twosource.pipeline.worker as worker
worker.CPU_SECONDS = 1

def unpack(kind, name, read_at):
    yield unpacking.Member("first", b"Rain fell.")
    if name.startswith("spin"):
        while True: pass
    if name.startswith("die"):
        import os; os._exit(9)
    if name.startswith("fault"):
        raise ValueError(name)
    if name.startswith("call"):
        import socket; socket.create_connection(("127.0.0.1", 9))

unpacking.unpack = unpack
worker.main(worker.UNPACKING)
"""


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        pytest.param(
            "spin",
            "archive-given-up",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="no such limit there"),
        ),
        ("die", "archive-given-up"),
        ("fault", "page-stage-fault"),
        ("call", "page-stage-fault"),
    ],
)
def test_a_file_that_ends_its_reader_costs_only_its_own_rest(tmp_path, monkeypatch, name, rule):
    monkeypatch.setattr(child, "_BOOT", HOSTILE)
    paths = write_pages(tmp_path, {f"{name}.jsonl": b"{}", "good.jsonl": b"{}"})
    with Unpacker() as unpacker:
        [first, declined] = unpacker.take(Input(f"{name}.jsonl", paths[0]))
        assert first.data == b"Rain fell."
        assert (declined.rule, declined.subject) == (rule, f"{name}.jsonl")
        assert len(list(unpacker.take(Input("good.jsonl", paths[1])))) == 1


def test_a_file_that_vanishes_is_refused_in_words(tmp_path):
    [refused] = _take(tmp_path / "gone.warc.gz")
    assert (refused.rule, refused.detail) == ("input-not-readable", "It leads to nothing.")
