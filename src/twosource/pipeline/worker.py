"""A worker process: reads single pages for its parent, or unpacks files, with its hands tied.

It has no pile and no network, and the system ends it when it takes too much. It is started as a
program of its own, so that a script that calls the library needs no guard around its main part,
and speaks plain JSON, so that a page which gets hold of a worker still gets hold of nothing else.

Frames: a length in 8 bytes, then so many bytes. One that reads is asked: a line of JSON (the
capture), a line end, the bytes of the page; it answers JSON, what ``read_alone`` gives. One that
unpacks is asked: JSON (``path``, ``name``, ``kind``); it answers a frame for each page or each part
that gave none, a line of JSON with the bytes of the page behind it, and then an empty frame. Either
may answer ``{"fault", "told"}``.
"""

from __future__ import annotations

import json
import logging
import os
import sys
import traceback
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO

from twosource.pipeline.rules import CPU_SECONDS
from twosource.records import Capture
from twosource.store.codec import to_line

MEMORY_BYTES = 2 * 1024**3
"""A last wall for memory, where the system has one; the parent watches a lower one."""
OPEN_FILES = 64
LENGTH_BYTES = 8
READING = "read"
READING_BY_RULES = "read by rules"
"""The same without the tagger of statements."""
UNPACKING = "unpack"
"""The duties of a worker."""
READY = b"ready"
"""The first frame of a worker that can begin; any other tells why it cannot."""
_TALKATIVE = ("trafilatura", "htmldate", "courlan", "justext")
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.spawn", "os.posix_spawn")


def read_frame(stream: BinaryIO) -> bytes | None:
    """Read one frame; None when the other side is gone."""
    head = stream.read(LENGTH_BYTES)
    if len(head) < LENGTH_BYTES:
        return None
    length = int.from_bytes(head, "big")
    body = stream.read(length)
    return body if len(body) == length else None


def write_frame(stream: BinaryIO, body: bytes) -> None:
    """Write one frame."""
    stream.write(len(body).to_bytes(LENGTH_BYTES, "big"))
    stream.write(body)
    stream.flush()


def main(duty: str = READING) -> None:
    """Answer until the parent closes the line."""
    asked = os.fdopen(os.dup(0), "rb")
    answered = os.fdopen(os.dup(1), "wb")
    # What a parser prints must not end up among the answers.
    silence = os.open(os.devnull, os.O_RDWR)
    os.dup2(silence, 0)
    os.dup2(silence, 1)
    _limit_for_good()
    try:
        answer = _learn(duty)
    except Exception:  # noqa: BLE001 (the parent tells it)
        write_frame(answered, traceback.format_exc().encode("utf-8", "backslashreplace"))
        return
    quieten_parsers()
    sys.addaudithook(_forbid)
    write_frame(answered, READY)
    while (frame := read_frame(asked)) is not None:
        _limit_next_page()
        for part in answer(frame):
            write_frame(answered, part)
            _limit_next_page()


def _learn(duty: str) -> Callable[[bytes], Iterator[bytes]]:
    """Load what a duty needs; the limits come first."""
    if duty == UNPACKING:
        from twosource.pages.unpacking import unpack  # noqa: PLC0415 (after the limits)

        return lambda frame: _unpack(unpack, frame)
    from twosource.pipeline.reading import read_alone  # noqa: PLC0415 (likewise)

    if duty == READING:
        from twosource.statements.tagging import load_tagger  # noqa: PLC0415 (likewise)

        load_tagger().prepare()
    return lambda frame: _read(partial(read_alone, model=duty == READING), frame)


def _read(read_alone: Callable[[bytes, Capture], Any], frame: bytes) -> Iterator[bytes]:
    head, _, data = frame.partition(b"\n")
    capture = Capture(**json.loads(head))
    try:
        answer = read_alone(data, capture)
    except Exception as fault:  # noqa: BLE001 (one page must not stop the others)
        answer = _tell(fault)
    yield to_line(answer).encode("utf-8", "backslashreplace")


def _unpack(unpack: Callable[..., Iterator[Any]], frame: bytes) -> Iterator[bytes]:
    job = json.loads(frame)
    reached = 0
    try:
        with Path(job["path"]).open("rb") as file:

            def read_at(start: int, size: int) -> bytes:
                nonlocal reached
                file.seek(start)
                data = file.read(size)
                reached = max(reached, start + len(data))
                return data

            for found in unpack(job["kind"], job["name"], read_at):
                told = found._asdict()
                data = told.pop("data", b"")
                yield to_line({**told, "reached": reached}).encode() + b"\n" + data
    except OSError as fault:
        # What is forbidden here has no number; what the disk says has one.
        told_of = {"errno": fault.errno} if fault.errno is not None else _tell(fault)
        yield to_line(told_of).encode("utf-8", "backslashreplace")
    except Exception as fault:  # noqa: BLE001 (one file must not stop the others)
        yield to_line(_tell(fault)).encode("utf-8", "backslashreplace")
    yield b""


def quieten_parsers() -> None:
    """Keep parsers from telling their troubles: what a reader should know, a refusal says."""
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.ERROR)


def _tell(fault: Exception) -> Mapping[str, str]:
    cause = fault.__cause__ or fault
    return {
        "fault": f"{fault}: {type(cause).__name__}",
        "told": "".join(traceback.format_exception(fault)),
    }


def _forbid(event: str, arguments: tuple[object, ...]) -> None:  # noqa: ARG001 (the hook's shape)
    if event.startswith(_FORBIDDEN):
        raise PermissionError(f"a worker may not use {event}")


def _limit_for_good() -> None:
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (not on Windows)

        _lower(resource.RLIMIT_DATA, MEMORY_BYTES)
        _lower(resource.RLIMIT_NOFILE, OPEN_FILES)
        _lower(resource.RLIMIT_CORE, 0)


def _limit_next_page() -> None:
    """Give the next page its own processor time, on top of what earlier ones took."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (not on Windows)

        used = resource.getrusage(resource.RUSAGE_SELF)
        _lower(resource.RLIMIT_CPU, int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS)


def _lower(limit: int, value: int) -> None:
    """Set a soft limit; a system that knows it otherwise keeps its own."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 (not on Windows)

        hard = resource.getrlimit(limit)[1]
        if hard == resource.RLIM_INFINITY or value <= hard:
            try:
                resource.setrlimit(limit, (value, hard))
            except (OSError, ValueError):
                return
