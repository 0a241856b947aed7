"""The worker processes: each reads one page at a time, and none may hold up the others.

A worker that dies, or takes too long or too much, is replaced; its page is tried once more, alone,
after all others, and then refused with the reason.
"""

from __future__ import annotations

import json
import logging
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple, cast

from twosource.pipeline.rules import (
    MEMORY_LIMIT,
    READER_DIED,
    RESIDENT_BYTES,
    RULES,
    STAGE_FAULT,
    TIME_LIMIT,
    WALL_SECONDS,
)
from twosource.pipeline.worker import READY, read_frame, write_frame
from twosource.records import Capture, Page, Refusal
from twosource.store.codec import Plain, from_plain, to_line

START_SECONDS = 120.0
"""How long a worker may take to get ready: a cold disk is slow, but not this slow."""
PAGES_PER_WORKER = 8
"""Below so many pages for each, another worker is not worth its start."""
WATCH_SECONDS = 0.1
WORKER_LIFETIME = 2000
"""After so many pages a worker is replaced, so that what a parser leaks stays small."""

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); "
    "from twosource.pipeline.worker import main; main()"
)
_OUT_OF_PROCESSOR_TIME = -getattr(signal, "SIGXCPU", 0) or None
"""The exit code of a process that the system ended for this, where it does so."""
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


class _Died(Exception):  # noqa: N818 (an event, caught a few lines below)
    """A worker ended before it answered; the message is the rule to refuse by."""


def choose_workers(asked: int | None, pages: int) -> int:
    """Say how many workers to start for so many pages: as asked, else as the machine has."""
    if asked is not None:
        return max(1, min(asked, pages))
    return max(1, min(os.cpu_count() or 1, -(-pages // PAGES_PER_WORKER)))


def read_pages(jobs: Iterable[Job], *, workers: int) -> Iterator[Answer]:
    """Read pages in worker processes; answers come as they are ready, in no order.

    Every job gets exactly one answer. Not more than two jobs for each worker are taken ahead.
    """
    crew = _Crew(workers)
    try:
        yield from crew.read(jobs)
    finally:
        crew.close()


class _Crew:
    """Worker processes, a thread for each that talks with it, and one that watches them all."""

    def __init__(self, workers: int) -> None:
        self._jobs: queue.Queue[Job | None] = queue.Queue()
        self._done: queue.Queue[tuple[Job, Answer | None] | BaseException] = queue.Queue()
        self._workers = [_Worker() for _ in range(workers)]
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
            return worker.ask(job)
        except _Died as died:
            return refuse_page(job, str(died), RULES[str(died)].sentence)

    def _serve(self, worker: _Worker) -> None:
        try:
            worker.start()
            while (job := self._jobs.get()) is not None and not self._closed.is_set():
                try:
                    self._done.put((job, worker.ask(job)))
                except _Died as died:
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


class _Worker:
    """One worker process, started when first needed and again whenever it is gone."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._deadline: float | None = None
        self._ended_for: str | None = None
        self._answered = 0
        self._lock = threading.Lock()

    def start(self) -> None:
        """Start the process and wait until it has made itself ready."""
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        path = json.dumps([str(Path(one).absolute()) for one in sys.path])
        with self._lock:
            self._ended_for = None
            self._answered = 0
            self._deadline = time.monotonic() + START_SECONDS
            process = self._process = subprocess.Popen(  # noqa: S603 (our own program)
                [sys.executable, "-c", _BOOT, path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment,
            )
        told = read_frame(cast("BinaryIO", process.stdout))
        if told != READY:
            self.end()
            _log.debug("a worker did not start: %s", told)
            lines = told.decode().strip().splitlines() if told else ["it ended at once"]
            reason = lines[-1]
            raise RuntimeError(f"a worker process does not start: {reason}")
        self._deadline = None

    def ask(self, job: Job) -> Answer:
        """Have one page read. Raises _Died with the rule to refuse by."""
        process = self._process
        if process is None or self._answered >= WORKER_LIFETIME:
            self.end()
            self.start()
            process = self._process
        if process is None:
            raise RuntimeError("a worker was ended while it started")
        head = to_line(job.capture._asdict()).encode()
        frame = None
        self._deadline = time.monotonic() + WALL_SECONDS
        try:
            write_frame(cast("BinaryIO", process.stdin), head + b"\n" + job.data)
            frame = read_frame(cast("BinaryIO", process.stdout))
        except OSError:
            _log.debug("the line to a worker broke", exc_info=True)
        finally:
            self._deadline = None
        if frame is None:
            raise _Died(self._why_ended())
        self._answered += 1
        return _understand(job, frame)

    def _why_ended(self) -> str:
        """Find out why the process is gone, and let go of it."""
        process = self._process
        code = process.wait() if process is not None else None
        told = self._ended_for
        self.end()
        if told is not None:
            return told
        return TIME_LIMIT if code == _OUT_OF_PROCESSOR_TIME else READER_DIED

    def check(self) -> None:
        """End the process when its page takes too long or too much (called by the watcher)."""
        with self._lock:
            process, deadline = self._process, self._deadline
            if process is None or deadline is None or process.poll() is not None:
                return
            if time.monotonic() > deadline:
                self._ended_for = TIME_LIMIT
            elif _resident_bytes(process.pid) > RESIDENT_BYTES:
                self._ended_for = MEMORY_LIMIT
            else:
                return
            process.kill()

    def kill(self) -> None:
        """End the process and leave the rest to the thread that talks with it."""
        with self._lock:
            if self._process is not None:
                self._process.kill()

    def end(self) -> None:
        """End the process, if there is one, and let go of its lines."""
        with self._lock:
            process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            for stream in (process.stdin, process.stdout):
                if stream is not None:
                    stream.close()


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


def _resident_bytes(process: int) -> int:
    """Say how much memory a process holds; 0 where the system does not tell."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
