"""Says how far a trace is: on a terminal in one line that changes, elsewhere now and then.

A step over the whole pile tells nothing until it is done, so the line counts the seconds for it:
what moves is not stuck.
"""

from __future__ import annotations

import threading
import time
from types import TracebackType
from typing import Self, TextIO

import click

TICK_SECONDS = 1.0
"""How often the line on a terminal is written anew."""
LINE_SECONDS = 10.0
"""How often a line is written where there is no terminal: a log should be short."""
PATIENCE_SECONDS = 2
"""A step that takes longer than this shows its seconds."""
_COUNTED = {"inputs": "taking in", "pages": "reading pages"}
_STEPS = {
    "derivations": "comparing texts",
    "families": "gathering copies",
    "stories": "finding stories",
    "origins": "finding out who is who",
    "claims": "counting lines",
}


class Progress:
    """Hears of progress and tells it on a stream. Use it in a ``with`` block."""

    def __init__(
        self, stream: TextIO, *, tick: float = TICK_SECONDS, line: float = LINE_SECONDS
    ) -> None:
        """Tell on ``stream``; ``tick`` and ``line`` are seconds between two tellings."""
        self._stream = stream
        self._live = stream.isatty()
        self._pause = tick if self._live else line
        self._step = ""
        self._words = ""
        self._since = time.monotonic()
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._keep_telling, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ended.set()
        self._thread.join()
        if self._live:
            click.echo("\r\x1b[K", nl=False, file=self._stream)

    def hear(self, step: str, done: int, total: int) -> None:
        """Take in that of ``total`` pages or steps so many are done."""
        if step != self._step:
            self._step, self._since = step, time.monotonic()
        self._words = put_in_words(step, done, total)
        if self._live:
            self._tell()

    def _keep_telling(self) -> None:
        while not self._ended.wait(self._pause):
            self._tell()

    def _tell(self) -> None:
        words = self._words
        if not words:
            return
        seconds = int(time.monotonic() - self._since)
        told = f"{words} ({seconds} s)" if seconds > PATIENCE_SECONDS else words
        if self._live:
            click.echo(f"\r\x1b[K{told}", nl=False, file=self._stream)
        else:
            click.echo(told, file=self._stream)


def put_in_words(step: str, done: int, total: int) -> str:
    """Say what is being done, and how much of it is.

    >>> put_in_words("pages", 40, 300), put_in_words("families", 1, 5)
    ('reading pages: 40 of 300', 'step 2 of 5: gathering copies')
    """
    if step == "unpacking":
        return f"unpacking a file: {done * 100 // max(total, 1)} %"
    if step in _STEPS:
        return f"step {min(done + 1, total)} of {total}: {_STEPS[step]}"
    count = f": {done:,} of {total:,}" if total else ""
    return f"{_COUNTED.get(step, step)}{count}"
