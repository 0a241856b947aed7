"""Of a web archive every page comes back that no damage touched, and all damage is listed."""

from __future__ import annotations

import gzip
import random
import zlib

import brotli
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.archives.building import (
    KINDS,
    answer,
    damage,
    write_archive,
    write_page,
    write_record,
)
from benchmarks.archives.run import notices
from twosource.pages import codings, warc
from twosource.pages.codings import NotSoCodedError, TooLargeError, unpress
from twosource.pages.members import Declined, Member
from twosource.pages.warc import read_pressed_warc, read_warc


def _draw(seed):
    return random.Random(seed)  # noqa: S311 (a seed, no secret)


PAGE = write_page(_draw(7), 1)
TWO = write_page(_draw(8), 2)


def _plain(data):
    return list(read_warc(lambda start, size: data[start : start + size]))


def _pressed(data):
    return list(read_pressed_warc(lambda start, size: data[start : start + size]))


def _both(*records):
    """Read the records plain and pressed; what is found must be the same."""
    plain = _plain(b"".join(records))
    pressed = _pressed(b"".join(gzip.compress(one) for one in records))
    assert [one for one in plain if isinstance(one, Member)] == [
        one for one in pressed if isinstance(one, Member)
    ]
    return plain


def _rules(found):
    return [one.rule for one in found if isinstance(one, Declined)]


def _pages(found):
    return [one.data for one in found if isinstance(one, Member)]


def test_a_record_gives_its_page_with_address_time_and_what_the_server_said():
    [found] = _both(write_record("response", 3, answer(PAGE)))
    assert found == Member(
        name="urn:uuid:response-0003",
        data=PAGE,
        url="https://herald.example/3",
        fetched_at="2031-05-04T06:00:00Z",
        media_type="text/html; charset=utf-8",
    )


@pytest.mark.parametrize("coding", ["gzip", "deflate", "br"])
def test_a_pressed_body_is_unpacked(coding):
    assert _pages(_both(write_record("response", 1, answer(PAGE, coding)))) == [PAGE]


def _chunked(body, size=97):
    chunks = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in chunks) + b"0\r\n\r\n"


def _answer(head, body):
    return b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + head + b"\r\n" + body


def test_a_body_in_chunks_is_put_together():
    head = b"Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n"
    block = _answer(head, _chunked(gzip.compress(PAGE)))
    assert _pages(_both(write_record("response", 1, block))) == [PAGE]


@pytest.mark.parametrize(
    "head",
    [
        b"Transfer-Encoding: chunked\r\n",
        b"Content-Encoding: gzip\r\n",
        b"Content-Encoding: br\r\n",
    ],
)  # fmt: skip
def test_a_body_that_the_archive_unpacked_under_its_old_head_is_taken_as_it_is(head):
    assert _pages(_both(write_record("response", 1, _answer(head, PAGE)))) == [PAGE]


def test_a_body_that_ends_too_early_is_kept_and_told():
    cut = gzip.compress(PAGE)[:-40]
    found = _plain(write_record("response", 1, _answer(b"Content-Encoding: gzip\r\n", cut)))
    assert PAGE.startswith(found[0].data)
    assert _rules(found) == ["archive-record-cut"]


def test_a_bomb_is_refused_and_the_next_page_is_read(monkeypatch):
    monkeypatch.setattr(warc, "LARGEST_PAGE", 100_000)
    bomb = _answer(b"Content-Encoding: gzip\r\n", gzip.compress(b"a" * 10_000_000))
    found = _both(write_record("response", 1, bomb), write_record("response", 2, answer(TWO)))
    assert _rules(found) == ["archive-record-too-large"]
    assert _pages(found) == [TWO]


def test_a_record_that_unpacks_without_end_is_left_for_the_next(monkeypatch):
    monkeypatch.setattr(warc, "LARGEST_MEMBER", 1_000_000)
    huge = write_record("metadata", 1, b"a" * 3_000_000)
    data = gzip.compress(huge) + gzip.compress(write_record("response", 2, answer(TWO)))
    found = _pressed(data)
    assert _rules(found) == ["archive-record-too-large"]
    assert _pages(found) == [TWO]


def test_a_file_of_traps_is_given_up_and_says_from_where(monkeypatch):
    monkeypatch.setattr(warc, "LARGEST_WASTE", 100_000)
    trap = gzip.compress(write_record("metadata", 1, b"a" * 60_000))[:-4]
    found = _pressed(trap * 9)
    assert "archive-given-up" in _rules(found)
    assert _rules(found).count("archive-damaged") < 8


def test_what_holds_no_page_is_counted_by_kind():
    gone = answer(PAGE).replace(b"200 OK", b"404 Not Found")
    picture = answer(b"\x89PNG\r\n\x1a\n\0", media_type="image/png")
    found = _both(
        write_record("warcinfo", 0, b"software: x\r\n"),
        write_record("request", 1, b"GET / HTTP/1.1\r\n\r\n"),
        write_record("response", 1, gone),
        write_record("response", 2, picture),
        write_record("revisit", 3, b""),
    )
    [told] = found
    assert told.detail == (
        "5 records that hold no page: 1 request, 1 response of type image/png, "
        "1 response with status 404, 1 revisit, 1 warcinfo."
    )


def test_a_resource_of_text_is_a_page():
    record = write_record("resource", 1, PAGE).replace(b"application/warc-fields", b"text/html")
    assert _pages(_both(record)) == [PAGE]


def test_an_archive_pressed_as_a_whole_is_read():
    records = b"".join(write_record("response", n, answer(p)) for n, p in enumerate((PAGE, TWO)))
    assert _pages(_pressed(gzip.compress(records))) == [PAGE, TWO]
    cut = _pressed(gzip.compress(records)[:-30])
    assert _pages(cut) == [PAGE]
    assert _rules(cut) == ["archive-damaged"]


def test_a_digest_shows_a_changed_byte_in_a_plain_archive():
    record = write_record("response", 1, answer(PAGE), digest=True)
    data = record.replace(b"<article>", b"<Article>") + write_record("response", 2, answer(TWO))
    found = _plain(data)
    assert _pages(found) == [TWO]
    assert [one.detail for one in found if isinstance(one, Declined)] == [
        f"Bytes 0 to {len(record):,} are damaged."
    ]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(6))
def test_what_no_damage_touched_comes_back_and_the_damage_is_listed(kind, seed):
    chance = _draw(f"{kind} {seed}")
    damaged = damage(chance, write_archive(chance, 8), kind)
    found = _pressed(damaged.data)
    assert set(damaged.whole) <= set(_pages(found))
    assert notices(found, damaged.marks)[1] == 0


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_no_bytes_at_all_stop_a_reader_or_are_lost_in_silence(data):
    good = gzip.compress(write_record("response", 1, answer(PAGE)))
    junk = data.draw(st.lists(st.binary(max_size=300), min_size=1, max_size=4))
    written = good.join(junk)
    found = _pressed(written)
    assert _pages(found) == [PAGE] * (len(junk) - 1)
    assert bool(_rules(found)) == any(junk)
    assert isinstance(_plain(written), list)


@given(st.binary(max_size=2000))
def test_any_bytes_can_be_read_as_an_archive(data):
    for found in (_plain(data), _pressed(data)):
        assert bool(found) == bool(data)
    _plain(b"WARC/1.0\r\n" + data)
    _plain(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 20\r\n\r\n" + data)


def test_codings_are_undone_one_after_the_other_within_bounds():
    twice = brotli.compress(gzip.compress(PAGE))
    assert unpress(twice, "gzip, br", most=10**6) == (PAGE, True)
    bare = zlib.compress(PAGE, wbits=-15)
    assert unpress(bare, "deflate", most=10**6) == (PAGE, True)
    assert unpress(PAGE, "identity", most=1) == (PAGE, True)
    for coding, press in (("gzip", gzip.compress), ("br", brotli.compress)):
        with pytest.raises(TooLargeError):
            unpress(press(b"a" * 1000), coding, most=999)
        assert unpress(press(b"a" * 1000), coding, most=1000).data == b"a" * 1000
    for coding in ("zstd", "gzip", "br", "deflate", "gzip, gzip, gzip, gzip"):
        with pytest.raises(NotSoCodedError):
            unpress(b"Rain fell on the pier.", coding, most=1000)
    assert codings.unpress(brotli.compress(PAGE)[:200], "br", most=10**6).whole is False


HOSTILE = [
    b"WARC/1.0\r\n", b"WARC/1.0\r\nA:", b"WARC/1.1\r\nWARC-Type: x\r\n", b"\x1f\x8b\x08",
    b"\r\n\r\n", b"WARC/", b"A: b\r\n ",
    b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", HOSTILE)
def test_hostile_archives_are_read_in_one_pass(unit):
    data = unit * (40_000 // len(unit))
    _plain(data)
    _plain(b"WARC/1.0\r\n" + data)
    _pressed(data)
