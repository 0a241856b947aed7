"""One writer at a time: a lock that the operating system lets go of when its holder dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from twosource.store.faults import BusyError, DiskError, busy_sentence

_OURS_ALONE = 0o600


@contextmanager
def sole_writer(pile: Path, name: str) -> Iterator[None]:
    """Hold the right to write a pile; the lock is a file beside it, gone again afterwards.

    A lock of its own, and not one of SQLite's, because a trace is many transactions. ``name`` is
    what the pile is called in sentences. Raises BusyError when another process holds the lock,
    DiskError when the folder may not be written.
    """
    path = lock_path(pile)
    try:
        handle = _take(path)
    except OSError as fault:
        raise DiskError(f"The pile {name} could not be locked: {fault.strerror}.") from fault
    if handle is None:
        raise BusyError(busy_sentence(name))
    try:
        yield
    finally:
        _give_back(path, handle)


def lock_path(pile: Path) -> Path:
    """Say which file locks a pile."""
    return pile.with_name(f"{pile.name}-lock")


def _take(path: Path) -> int | None:
    """Open and lock the file; again, when its last holder removed it in between."""
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT, _OURS_ALONE)
        if not _lock(handle):
            os.close(handle)
            return None
        if _is_still_there(path, handle):
            return handle
        os.close(handle)


def _is_still_there(path: Path, handle: int) -> bool:
    try:
        return sys.platform == "win32" or os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False


if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(handle: int) -> bool:
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _give_back(path: Path, handle: int) -> None:  # noqa: ARG001 (Windows removes no open file)
        """Let go; the empty file stays."""
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
        os.close(handle)

else:
    import fcntl

    def _lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _give_back(path: Path, handle: int) -> None:
        """Remove the file while it is still ours, then let go."""
        path.unlink(missing_ok=True)
        os.close(handle)
