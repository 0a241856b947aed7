"""No page can hold up, starve or end the run: a worker that fails is replaced."""

from __future__ import annotations

import hashlib
import sys

import pytest

from twosource.pipeline import child, crew
from twosource.pipeline.crew import Job, choose_workers, read_pages
from twosource.records import Capture

HOSTILE = """
import json, os, sys
sys.path[:] = json.loads(sys.argv.pop())
import twosource.pipeline.reading as reading
import twosource.pipeline.worker as worker
worker.CPU_SECONDS = 1

def read_alone(data, capture, real=reading.read_alone, **how):
    word = data.split(b" ")[0]
    if word == b"SLEEP":
        import time; time.sleep(60)
    if word == b"SPIN":
        while True: pass
    if word == b"DIE":
        os._exit(9)
    if word == b"EAT":
        eaten = [bytearray(b"x") * 2**20 for _ in range(200)]
        import time; time.sleep(60)
    if word == b"CALL":
        import socket; socket.create_connection(("127.0.0.1", 9))
    if word == b"PRINT":
        print("noise", flush=True); os.write(1, b"noise")
    if word == b"ONCE" and not os.path.exists(capture.url):
        open(capture.url, "w").close()
        os._exit(9)
    if word == b"FAULT":
        raise ValueError(data)
    return real(data, capture, **how)

reading.read_alone = read_alone
worker.main()
"""
PAPER = (
    b"Ferry stays in harbour for a third day\n\n"
    b"SKERRY, 2 May 2031 - The ferry to Skerry did not sail on Monday for the third day running, "
    b"the harbour master said, and some 300 passengers slept in the school hall.\n\n"
    b"The storm is expected to pass by Wednesday, Ada Holm told passengers on the quay. She said "
    b"that no boat would leave before the wind had fallen below forty knots.\n\n"
    b"The mayor declined to comment on the state of the pier."
)


@pytest.fixture
def hostile(monkeypatch):
    monkeypatch.setattr(child, "_BOOT", HOSTILE)
    monkeypatch.setattr(child, "WALL_SECONDS", 1.5)


def _job(data, url=None):
    return Job(hashlib.sha256(data).hexdigest(), data, Capture("a.txt", url))


def _read(pages, workers=2, url=None):
    jobs = [_job(data, url) for data in pages]
    answers = {one.page.id: one for one in read_pages(jobs, workers=workers)}
    assert len(answers) == len(jobs)
    return [answers[job.page] for job in jobs]


def _rules(answer):
    return [one.rule for one in answer.refusals]


@pytest.mark.parametrize(
    ("page", "rule"),
    [
        (b"SLEEP", "page-time-limit"),
        pytest.param(
            b"SPIN",
            "page-time-limit",
            marks=pytest.mark.skipif(sys.platform == "win32", reason="no such limit there"),
        ),
        (b"DIE", "page-reader-died"),
        (b"FAULT", "page-stage-fault"),
        (b"CALL", "page-stage-fault"),
    ],
)
@pytest.mark.usefixtures("hostile")
def test_a_hostile_page_is_refused_and_the_others_are_read(monkeypatch, page, rule):
    if page == b"SPIN":
        monkeypatch.setattr(child, "WALL_SECONDS", 60.0)
    [first, bad, last] = _read([PAPER.replace(b"300", b"301"), page, PAPER.replace(b"300", b"302")])
    assert _rules(bad) == [rule]
    assert bad.articles == []
    assert bad.page.flags == ("not-analysed",)
    assert len(first.articles) == len(last.articles) == 1


@pytest.mark.skipif(sys.platform != "linux", reason="the system does not tell there")
@pytest.mark.usefixtures("hostile")
def test_a_page_that_takes_too_much_memory_is_refused(monkeypatch):
    monkeypatch.setattr(child, "RESIDENT_BYTES", 150 * 2**20)
    assert _rules(_read([b"EAT"])[0]) == ["page-memory-limit"]


@pytest.mark.usefixtures("hostile")
def test_a_page_whose_worker_died_by_chance_is_read_the_second_time(tmp_path):
    [answer] = _read([b"ONCE " + PAPER], url=str(tmp_path / "been"))
    assert answer.articles


@pytest.mark.usefixtures("hostile")
def test_what_a_parser_prints_disturbs_no_answer():
    assert _read([b"PRINT " + PAPER])[0].articles


def test_a_fault_names_its_stage_and_no_path():
    answer = crew.refuse_page(_job(b"x"), "page-stage-fault", "…")
    assert answer.page.size == 1
    frame = b'{"fault": "statements: ValueError", "told": "Traceback /home/x"}'
    [refusal] = crew._understand(_job(b"x"), frame).refusals
    assert "statements: ValueError" in refusal.detail
    assert "/home" not in refusal.detail


@pytest.mark.usefixtures("hostile")
def test_letting_go_early_ends_the_workers():
    reading = read_pages([_job(PAPER), *(_job(b"SLEEP %d" % n) for n in range(6))], workers=2)
    assert next(reading).articles
    reading.close()


def test_a_fault_in_the_jobs_reaches_the_caller():
    def jobs():
        yield _job(PAPER)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        list(read_pages(jobs(), workers=1))


def test_a_worker_that_cannot_start_is_a_fault_with_a_reason(monkeypatch):
    monkeypatch.setattr(child, "_BOOT", "raise SystemExit(3)")
    with pytest.raises(RuntimeError, match="does not start"):
        _read([PAPER])


def test_no_pages_need_no_workers():
    assert list(read_pages([], workers=1)) == []


def test_few_pages_get_one_worker_and_more_get_as_many_as_asked():
    assert choose_workers(None, 3) == 1
    assert choose_workers(4, 100) == 4
    assert choose_workers(4, 2) == 2
    assert choose_workers(None, 10_000) >= 1
