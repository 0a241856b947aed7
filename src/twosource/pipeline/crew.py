"""The worker processes: each reads one page at a time, and none may hold up the others.

A worker that dies, or takes too long or too much, is replaced; its page is tried once more, alone,
after all others, and then refused with the reason.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import threading
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from twosource.pipeline.child import WATCH_SECONDS, Child, Died
from twosource.pipeline.rules import RULES, STAGE_FAULT
from twosource.pipeline.worker import READING, READING_BY_RULES
from twosource.records import Capture, Page, Refusal
from twosource.store.codec import Plain, from_plain, to_line

PAGES_PER_WORKER = 8
"""Below so many pages for each, another worker is not worth its start."""
WORKER_LIFETIME = 2000
"""After so many pages a worker is replaced, so that what a parser leaks stays small."""

_log = logging.getLogger("twosource.pipeline")


class Job(NamedTuple):
    """A page to read: its id, its bytes, and the capture in whose light it is read."""

    page: str
    data: bytes
    capture: Capture


class Answer(NamedTuple):
    """What a page gave, in plain form."""

    page: Page
    articles: Plain
    statements: Plain
    refusals: tuple[Refusal, ...]


def choose_workers(asked: int | None, pages: int) -> int:
    """Say how many workers to start for so many pages: as asked, else as the machine has."""
    if asked is not None:
        return max(1, min(asked, pages))
    return max(1, min(os.cpu_count() or 1, -(-pages // PAGES_PER_WORKER)))


def read_pages(jobs: Iterable[Job], *, workers: int, model: bool = True) -> Iterator[Answer]:
    """Read pages in worker processes; answers come as they are ready, in no order.

    Without ``model`` statements are read by rules alone. Every job gets exactly one answer. Not
    more than two jobs for each worker are taken ahead.
    """
    crew = _Crew(workers, READING if model else READING_BY_RULES)
    try:
        yield from crew.read(jobs)
    finally:
        crew.close()


class _Crew:
    """Worker processes, a thread for each that talks with it, and one that watches them all."""

    def __init__(self, workers: int, duty: str) -> None:
        self._jobs: queue.Queue[Job | None] = queue.Queue()
        self._done: queue.Queue[tuple[Job, Answer | None] | BaseException] = queue.Queue()
        self._workers = [_Worker(duty) for _ in range(workers)]
        self._closed = threading.Event()
        self._threads = [
            threading.Thread(target=self._serve, args=(worker,), daemon=True)
            for worker in self._workers
        ]
        self._threads.append(threading.Thread(target=self._watch, daemon=True))
        for thread in self._threads:
            thread.start()

    def read(self, jobs: Iterable[Job]) -> Iterator[Answer]:
        again: list[Job] = []
        ahead = 2 * len(self._workers)
        waiting = iter(jobs)
        running = 0
        more = True
        while more or running:
            while more and running < ahead:
                job = next(waiting, None)
                more = job is not None
                if job is not None:
                    self._jobs.put(job)
                    running += 1
            if running:
                job, answer = self._take()
                running -= 1
                if answer is None:
                    again.append(job)
                else:
                    yield answer
        for job in sorted(again):
            yield self._read_alone(job)

    def _take(self) -> tuple[Job, Answer | None]:
        done = self._done.get()
        if isinstance(done, BaseException):
            raise done
        return done

    def _read_alone(self, job: Job) -> Answer:
        """Try a page once more while no other is being read, in a fresh worker."""
        worker = self._workers[0]
        worker.end()
        try:
            return worker.read(job)
        except Died as died:
            return refuse_page(job, str(died), RULES[str(died)].sentence)

    def _serve(self, worker: _Worker) -> None:
        try:
            worker.start()
            while (job := self._jobs.get()) is not None and not self._closed.is_set():
                try:
                    self._done.put((job, worker.read(job)))
                except Died as died:
                    _log.info("a worker ended (%s) on page %s", died, job.page)
                    self._done.put((job, None))
        except BaseException as fault:  # noqa: BLE001 (told to the one who waits)
            self._done.put(fault)

    def _watch(self) -> None:
        while not self._closed.wait(WATCH_SECONDS):
            for worker in self._workers:
                worker.check()

    def close(self) -> None:
        """End every process; the threads that waited for them end by that."""
        self._closed.set()
        for worker in self._workers:
            worker.kill()
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        for worker in self._workers:
            worker.end()


class _Worker(Child):
    """A child that reads pages, replaced when it is old."""

    def __init__(self, duty: str) -> None:
        super().__init__(duty)
        self._answered = 0

    def read(self, job: Job) -> Answer:
        """Have one page read. Raises Died with the rule to refuse by."""
        if self._answered >= WORKER_LIFETIME:
            self.end()
        if not self.is_there:
            self._answered = 0
        head = to_line(job.capture._asdict()).encode()
        frame = self.ask(head + b"\n" + job.data)
        self._answered += 1
        return _understand(job, frame)


def _understand(job: Job, frame: bytes) -> Answer:
    """Read an answer; a fault in the worker, or an answer that is none, refuses the page."""
    answer = json.loads(frame)
    if "fault" in answer:
        _log.info("page %s met a fault:\n%s", job.page, answer["told"])
        detail = f"{RULES[STAGE_FAULT].sentence.removesuffix('.')} ({answer['fault']})."
        return refuse_page(job, STAGE_FAULT, detail)
    page = from_plain(Page, answer["page"])
    if page.id != job.page:
        raise ValueError(f"a worker answered for page {page.id}, asked for {job.page}")
    return Answer(
        page,
        answer["articles"],
        answer["statements"],
        tuple(from_plain(Refusal, one) for one in answer["refusals"]),
    )


def refuse_page(job: Job, rule: str, detail: str) -> Answer:
    """Refuse a page that could not be read; its bytes are kept all the same."""
    page = Page(
        id=job.page,
        captures=(job.capture,),
        media_type="application/octet-stream",
        size=len(job.data),
        flags=("not-analysed",),
    )
    return Answer(
        page, [], [], (Refusal(stage="pipeline", subject=job.page, rule=rule, detail=detail),)
    )
