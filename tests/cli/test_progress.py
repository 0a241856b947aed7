"""Progress says what is being done, on a terminal at once and elsewhere now and then."""

from __future__ import annotations

import io
import threading

import pytest

from twosource.cli.progress import Progress, put_in_words


class Screen(io.StringIO):
    """A stream that is a terminal, or not, and says when it was written to."""

    def __init__(self, *, live):
        super().__init__()
        self.live = live
        self.written = threading.Event()

    def isatty(self):
        return self.live

    def write(self, text):
        self.written.set()
        return super().write(text)


def test_on_a_terminal_every_change_is_told_in_one_line_that_is_wiped_at_the_end():
    screen = Screen(live=True)
    with Progress(screen, tick=60) as progress:
        progress.hear("pages", 3, 10)
        progress.hear("claims", 4, 5)
    assert screen.getvalue().split("\r\x1b[K") == [
        "", "reading pages: 3 of 10", "step 5 of 5: counting lines", "",
    ]  # fmt: skip


def test_a_step_that_takes_long_is_told_again_with_its_seconds(monkeypatch):
    clock = iter([0.0, 0.0, 0.0, *[7.0] * 10_000])
    monkeypatch.setattr("twosource.cli.progress.time.monotonic", lambda: next(clock))
    screen = Screen(live=True)
    with Progress(screen, tick=0.001) as progress:
        progress.hear("derivations", 0, 5)
        screen.written.clear()
        assert screen.written.wait(60)
    assert "step 1 of 5: comparing texts (7 s)" in screen.getvalue()


def test_where_there_is_no_terminal_a_line_is_written_now_and_then():
    screen = Screen(live=False)
    with Progress(screen, line=0.001) as progress:
        progress.hear("pages", 3, 10)
        assert screen.written.wait(60)
    assert screen.getvalue().splitlines()[0] == "reading pages: 3 of 10"
    assert "\x1b" not in screen.getvalue()


def test_a_quick_trace_writes_nothing_into_a_log():
    screen = Screen(live=False)
    with Progress(screen) as progress:
        progress.hear("pages", 3, 10)
    assert screen.getvalue() == ""


@pytest.mark.parametrize("done", range(6))
def test_no_step_is_counted_beyond_the_last(done):
    assert put_in_words("claims", done, 5).startswith(f"step {min(done + 1, 5)} of 5:")
