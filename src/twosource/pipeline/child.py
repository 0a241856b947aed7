"""A child process does what is dangerous: it is watched, and ended when it takes too much.

It is a program of its own (``twosource.pipeline.worker``), and this side speaks with it in frames.
"""

from __future__ import annotations

import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import BinaryIO, cast

from twosource.pipeline.rules import (
    MEMORY_LIMIT,
    READER_DIED,
    RESIDENT_BYTES,
    TIME_LIMIT,
    WALL_SECONDS,
)
from twosource.pipeline.worker import READY, read_frame, write_frame

START_SECONDS = 120.0
"""How long a child may take to get ready: a cold disk is slow, but not this slow."""
WATCH_SECONDS = 0.1

_BOOT = (
    "import json, sys; sys.path[:] = json.loads(sys.argv.pop()); "
    "from twosource.pipeline.worker import main; main(sys.argv.pop())"
)
_OUT_OF_PROCESSOR_TIME = -getattr(signal, "SIGXCPU", 0) or None
"""The exit code of a process that the system ended for this, where it does so."""
_log = logging.getLogger("twosource.pipeline")


class Died(Exception):  # noqa: N818 (an event, caught where the child was asked)
    """A child ended before it answered; the message is the rule to refuse by."""


class Child:
    """One process with one duty, started when first needed and again whenever it is gone."""

    def __init__(self, duty: str) -> None:
        self._duty = duty
        self._process: subprocess.Popen[bytes] | None = None
        self._deadline: float | None = None
        self._ended_for: str | None = None
        self._lock = threading.Lock()

    @property
    def is_there(self) -> bool:
        """Tell whether there is a process to ask."""
        return self._process is not None

    def start(self) -> None:
        """Start the process and wait until it has made itself ready."""
        environment = {**os.environ, "OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
        path = json.dumps([str(Path(one).absolute()) for one in sys.path])
        with self._lock:
            self._ended_for = None
            self._deadline = time.monotonic() + START_SECONDS
            process = self._process = subprocess.Popen(  # noqa: S603 (our own program)
                [sys.executable, "-c", _BOOT, self._duty, path],
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

    def ask(self, question: bytes) -> bytes:
        """Ask, and give the first frame of the answer. Raises Died."""
        process = self._process
        if process is None:
            self.start()
            process = self._process
        if process is None:
            raise RuntimeError("a worker was ended while it started")
        return self._hear(process, question)

    def hear_more(self) -> bytes:
        """Give the next frame of an answer of several. Raises Died."""
        if self._process is None:
            raise Died(READER_DIED)
        return self._hear(self._process, None)

    def _hear(self, process: subprocess.Popen[bytes], question: bytes | None) -> bytes:
        frame = None
        self._deadline = time.monotonic() + WALL_SECONDS
        try:
            if question is not None:
                write_frame(cast("BinaryIO", process.stdin), question)
            frame = read_frame(cast("BinaryIO", process.stdout))
        except OSError:
            _log.debug("the line to a worker broke", exc_info=True)
        finally:
            self._deadline = None
        if frame is None:
            raise Died(self._why_ended())
        return frame

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


def _resident_bytes(process: int) -> int:
    """Say how much memory a process holds; 0 where the system does not tell."""
    try:
        pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
