"""What can go wrong with a pile, each as one clear sentence and with its exit status."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import ClassVar


class PileError(Exception):
    """Something that the person at the keyboard can understand and mend; ``str`` is the sentence.

    ``status`` is the exit status of the command line for it.
    """

    status: ClassVar[int] = 70


class UsageError(PileError):
    """Something was asked for in a way that cannot be meant, or an argument does not exist."""

    status = 2


class NothingToReadError(UsageError):
    """The inputs hold nothing at all that could be read."""


class NotAPileError(UsageError):
    """The file is there, but it is not a pile of ours, or one that a newer program wrote."""


class AmbiguousIdError(UsageError):
    """Several records have an id that begins so."""


class NotThereError(PileError):
    """What was asked for is not in the pile."""

    status = 1


class DiskError(PileError):
    """The disk is full, broken, or closed to us."""

    status = 74


class BusyError(PileError):
    """Another process is writing the pile."""

    status = 75


_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_FOREIGN = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}
_DISK = {
    sqlite3.SQLITE_FULL: "the disk is full",
    sqlite3.SQLITE_IOERR: "the disk gave an error",
    sqlite3.SQLITE_READONLY: "it may not be written",
    sqlite3.SQLITE_CANTOPEN: "it cannot be opened",
    sqlite3.SQLITE_PERM: "it may not be opened",
    sqlite3.SQLITE_TOOBIG: "something is larger than such a file can hold",
}
_PRIMARY = 0xFF
"""The low byte of an SQLite error code names the fault; the rest says where it happened."""


@contextmanager
def telling_faults(name: str) -> Iterator[None]:
    """Turn what SQLite complains of into a sentence about the pile ``name``.

    Raises BusyError, DiskError or NotAPileError; a programming fault passes unchanged.
    """
    try:
        yield
    except sqlite3.Error as fault:
        code = getattr(fault, "sqlite_errorcode", 0) & _PRIMARY
        if code in _BUSY:
            raise BusyError(busy_sentence(name)) from fault
        if code in _DISK:
            raise DiskError(f"The pile {name} could not be used: {_DISK[code]}.") from fault
        if code in _FOREIGN:
            raise NotAPileError(f"{name} is not a pile, or it is damaged: {fault}.") from fault
        raise


def busy_sentence(name: str) -> str:
    """Say that somebody else is writing.

    >>> busy_sentence("a.db")
    'Another process is writing the pile a.db; try again when it is done.'
    """
    return f"Another process is writing the pile {name}; try again when it is done."
