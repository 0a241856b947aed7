"""Inputs page by page: a file may hold one page, or thousands in an archive.

A file that holds pages is unpacked by a child process, since its bytes are as hostile as those of
any page; they come one by one, so that an archive of any size takes no more memory.
"""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

from twosource.pages.unpacking import LOOKED_AT, Kind, kind_of
from twosource.pipeline.child import WATCH_SECONDS, Child, Died
from twosource.pipeline.inputs import Input, read_input, refuse, refuse_input
from twosource.pipeline.rules import EMPTY, GIVEN_UP, RULES, STAGE_FAULT
from twosource.pipeline.worker import UNPACKING
from twosource.records import Capture, Refusal

Reached = Callable[[int, int], None]
"""Told how many bytes of a file were read, and how many there are."""


class Taken(NamedTuple):
    """A page as it was met: its bytes, and where and when."""

    data: bytes
    capture: Capture


class Unpacker:
    """Takes inputs apart, with a child process from the first archive on. For a ``with`` block."""

    def __init__(self) -> None:
        self._child = Child(UNPACKING)
        self._ended = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._watcher.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._watcher.join()
        self._child.end()

    def _watch(self) -> None:
        while not self._ended.wait(WATCH_SECONDS):
            self._child.check()

    def take(self, found: Input, reached: Reached | None = None) -> Iterator[Taken | Refusal]:
        """Give the pages of an input, one by one, and what of it was declined."""
        if found.path is None:
            yield from self._take_stream(found)
            return
        try:
            with found.path.open("rb") as file:
                head = file.read(LOOKED_AT)
                size = file.seek(0, 2)
        except OSError as fault:
            yield refuse_input(found.locator, fault)
            return
        kind = kind_of(head, found.locator)
        if kind is None:
            yield _take_whole(found, read_input(found))
        else:
            yield from self._unpack(found, found.path, kind, reached, size)

    def _take_stream(self, found: Input) -> Iterator[Taken | Refusal]:
        """Take what stands on standard input; an archive is laid down first, to be looked up in."""
        data = read_input(found)
        kind = None if isinstance(data, Refusal) else kind_of(data[:LOOKED_AT], found.locator)
        if isinstance(data, Refusal) or kind is None:
            yield _take_whole(found, data)
            return
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "input"
            path.write_bytes(data)
            yield from self._unpack(found, path, kind, None, len(data))

    def _unpack(
        self, found: Input, path: Path, kind: Kind, reached: Reached | None, size: int
    ) -> Iterator[Taken | Refusal]:
        job = {"path": str(path.absolute()), "name": found.locator, "kind": kind}
        place = 0
        try:
            frame = self._child.ask(json.dumps(job).encode("ascii"))
            if not frame:
                yield refuse(found.locator, RULES[EMPTY].sentence, EMPTY)
            while frame:
                head, _, data = frame.partition(b"\n")
                told = json.loads(head)
                place = told.pop("reached", place)
                if reached is not None:
                    reached(min(place, size), size)
                yield _understand(found, told, data)
                frame = self._child.hear_more()
        except Died as died:
            sentence = RULES[str(died)].sentence
            yield refuse(found.locator, f"After byte {place:,} reading ended: {sentence}", GIVEN_UP)


def _take_whole(found: Input, data: bytes | Refusal) -> Taken | Refusal:
    if isinstance(data, Refusal):
        return data
    return Taken(data, Capture(found.locator, found.url, found.fetched_at))


def _understand(found: Input, told: dict[str, str | None], data: bytes) -> Taken | Refusal:
    """Read one frame: a page with what the file and the user say of it, or what was declined."""
    if "errno" in told:
        return refuse_input(found.locator, OSError(told["errno"], ""))
    if "fault" in told:
        return refuse(found.locator, f"Unpacking it met a fault ({told['fault']}).", STAGE_FAULT)
    if "rule" in told:
        return refuse(found.locator, str(told["detail"]), str(told["rule"]))
    name, url, when = told["name"], told["url"], told["fetched_at"]
    if name:
        # An address that the user gives is the file's own, not that of every page in it.
        capture = Capture(f"{found.locator}#{name}", url, when or found.fetched_at)
    else:
        capture = Capture(found.locator, found.url or url, found.fetched_at or when)
    return Taken(data, capture._replace(media_type=told["media_type"]))
