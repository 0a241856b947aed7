"""Writing into a pile and reading from it, noun by noun."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from twosource.records import Article, Capture, Origin, Page, Refusal, Statement
from twosource.store.codec import Plain, from_plain, to_line, to_plain
from twosource.store.faults import telling_faults
from twosource.store.lock import sole_writer
from twosource.store.opening import open_pile
from twosource.store.rows import ASSEMBLED, Cell, Noun, columns_of, from_row, to_row

NOUNS = ("pages", *ASSEMBLED)
"""Every noun that has ids."""
ASSEMBLED_BY = "assembled"
"""The setting that names which program parts made the derived nouns; empty: out of date."""


class Kept(NamedTuple):
    """What reading one page alone gave, as it is kept: articles and statements in plain form."""

    page: Page
    reader: str
    articles: Plain
    statements: Plain
    refusals: tuple[Refusal, ...]


class Store:
    """An open pile. One writer at a time, many readers; not to be shared between threads."""

    def __init__(self, path: str | Path) -> None:
        """Open the pile at ``path``, or make it; faults are those of ``open_pile``."""
        self.name = str(path)
        self.path = Path(path).resolve()
        self._connection = open_pile(self.path, self.name)

    def close(self) -> None:
        """Let go of the file."""
        with telling_faults(self.name):
            self._connection.close()

    @property
    def changes(self) -> int:
        """Count the rows written since the pile was opened."""
        return self._connection.total_changes

    def sole_writer(self) -> AbstractContextManager[None]:
        """Keep other processes from writing for as long as a whole trace takes."""
        return sole_writer(self.path, self.name)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Write all of it or nothing."""
        with self._between("BEGIN IMMEDIATE"):
            yield

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Read everything as it was at one moment, whoever writes meanwhile."""
        with self._between("BEGIN"):
            yield

    @contextmanager
    def _between(self, begin: str) -> Iterator[None]:
        with telling_faults(self.name):
            self._connection.execute(begin)
            try:
                yield
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    # What is kept as it came.

    def keep_original(self, data: bytes) -> str:
        """Keep the bytes of a page under their SHA-256 and give that."""
        digest = hashlib.sha256(data).hexdigest()
        self._connection.execute(
            "INSERT INTO originals (id, size, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            (digest, len(data), data),
        )
        return digest

    def keep_captures(self, page: str, captures: Iterable[Capture]) -> None:
        """Note where and when a page was met; what is known already is left alone."""
        self._connection.executemany(
            "INSERT INTO captures (page, locator, url, fetched_at, media_type)"
            " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            [(page, *capture) for capture in captures],
        )

    def keep_reading(self, kept: Kept) -> None:
        """Keep what reading one page gave, in place of what an earlier reading gave."""
        page = to_plain(kept.page)
        self._write(
            "pages",
            ("id", "media_type", "size", "flags", "parts"),
            (
                kept.page.id,
                kept.page.media_type,
                kept.page.size,
                to_line(page["flags"]),
                to_line(page["parts"]),
            ),
        )
        self._write(
            "readings",
            ("page", "reader", "articles", "statements"),
            (kept.page.id, kept.reader, to_line(kept.articles), to_line(kept.statements)),
        )
        self._connection.execute("DELETE FROM refusals WHERE page = ?", (kept.page.id,))
        self._keep_refusals(kept.refusals, page=kept.page.id)

    def settle_inputs(self, refusals: Iterable[Refusal], *, readable: Iterable[str]) -> None:
        """Keep which inputs' bytes could not be had, in place of what was kept of them before.

        ``readable`` are the locators of those that could: what was said of these is dropped.
        """
        now = set(refusals)
        settled = {one.subject for one in now} | set(readable)
        for one in self.refusals(of_inputs=True):
            if one.subject in settled and one not in now:
                self._connection.execute(
                    "DELETE FROM refusals WHERE page IS NULL AND subject = ? AND rule = ?"
                    " AND detail = ?",
                    (one.subject, one.rule, one.detail),
                )
        self._keep_refusals(now, page=None)

    def _keep_refusals(self, refusals: Iterable[Refusal], *, page: str | None) -> None:
        self._connection.executemany(
            "INSERT INTO refusals (stage, subject, rule, detail, page) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO NOTHING",
            [(one.stage, one.subject, one.rule, one.detail, page) for one in refusals],
        )

    # What is made from it.

    def renew(self, noun: Noun, records: Iterable[Any]) -> None:
        """Make a table hold exactly these records, and write only where they differ."""
        names = [name for name, _, _ in columns_of(ASSEMBLED[noun])]
        held = {row[0]: row for row in self._select(noun, names)}
        for identity, row in sorted((one.id, to_row(one)) for one in records):
            if held.pop(identity, None) != row:
                self._write(noun, names, row)
        self._connection.executemany(
            f'DELETE FROM "{noun}" WHERE id = ?',  # noqa: S608 (the name is ours)
            [(gone,) for gone in sorted(held)],
        )

    def note(self, name: str, value: str) -> None:
        """Keep one thing that the pile knows of itself."""
        if self.noted(name) != value:
            self._write("settings", ("name", "value"), (name, value))

    def noted(self, name: str) -> str | None:
        """Give one thing that the pile knows of itself."""
        with telling_faults(self.name):
            row = self._connection.execute(
                "SELECT value FROM settings WHERE name = ?", (name,)
            ).fetchone()
        return None if row is None else str(row[0])

    def is_unfinished(self) -> bool:
        """Tell whether something is kept that no finished trace has read and assembled."""
        with self.snapshot():
            pages = self.count("pages")
            return self.count("originals") > pages or bool(pages and not self.noted(ASSEMBLED_BY))

    # Reading.

    def original(self, page: str) -> bytes:
        """Give the bytes of a page; KeyError when they are not held."""
        with telling_faults(self.name):
            row = self._connection.execute(
                "SELECT data FROM originals WHERE id = ?", (page,)
            ).fetchone()
        if row is None:
            raise KeyError(page)
        return bytes(row[0])

    def readers(self) -> dict[str, str]:
        """Give, for each page, the digest of the program parts that read it."""
        return dict(self._select("readings", ("page", "reader")))

    def captures(self) -> dict[str, tuple[Capture, ...]]:
        """Give where and when each page was met, in order."""
        found: dict[str, list[Capture]] = {}
        for page, *rest in self._select("captures", ("page", *Capture._fields)):
            found.setdefault(page, []).append(Capture(*rest))
        return {page: in_order(captures) for page, captures in found.items()}

    def readings(self) -> Iterator[tuple[tuple[Article, ...], tuple[Statement, ...]]]:
        """Give what each page alone gave, in the order of the pages' ids."""
        for _, articles, statements in self._select(
            "readings", ("page", "articles", "statements"), ordered=True
        ):
            yield (
                tuple(from_plain(Article, one) for one in json.loads(articles)),
                tuple(from_plain(Statement, one) for one in json.loads(statements)),
            )

    def pages(self) -> tuple[Page, ...]:
        """Give the pages with their captures, by id, without their bytes and text."""
        captures = self.captures()
        names = ("id", "media_type", "size", "flags", "parts")
        return tuple(
            from_plain(
                Page,
                {
                    "id": page,
                    "captures": [to_plain(one) for one in captures.get(page, ())],
                    "media_type": media_type,
                    "size": size,
                    "flags": json.loads(flags),
                    "parts": json.loads(parts),
                },
            )
            for page, media_type, size, flags, parts in self._select("pages", names, ordered=True)
        )

    def refusals(self, *, of_inputs: bool = False) -> tuple[Refusal, ...]:
        """Give what was declined, in order; or only the inputs whose bytes could not be had."""
        names = ("stage", "subject", "rule", "detail", "page")
        return tuple(
            Refusal(stage=stage, subject=subject, rule=rule, detail=detail)
            for stage, subject, rule, detail, page in self._select("refusals", names, ordered=True)
            if page is None or not of_inputs
        )

    def pages_of_articles(self) -> dict[str, str]:
        """Give the page of each article, both by id."""
        return dict(self._select("articles", ("id", "page")))

    def refused_pages(self) -> frozenset[str]:
        """Give the pages that hold no article."""
        with telling_faults(self.name):
            rows = self._connection.execute("SELECT page FROM readings WHERE articles = '[]'")
            return frozenset(row[0] for row in rows)

    def read(self, noun: Noun) -> tuple[Any, ...]:
        """Give the records of one noun, by id."""
        kind = ASSEMBLED[noun]
        names = [name for name, _, _ in columns_of(kind)]
        origins: dict[str, Origin] = {}
        if noun != "origins":
            origins = {one.id: one for one in self.read("origins")}
        return tuple(
            from_row(kind, row, origins) for row in self._select(noun, names, ordered=True)
        )

    def count(self, table: str) -> int:
        """Count the rows of a table."""
        with telling_faults(self.name):
            found = self._connection.execute(f'SELECT count(*) FROM "{table}"')  # noqa: S608 (ours)
            return int(found.fetchone()[0])

    def ids(self, prefix: str) -> tuple[tuple[str, str], ...]:
        """Give (noun, id) of every record whose id begins with ``prefix``, in order."""
        with telling_faults(self.name):
            return tuple(
                (noun, str(row[0]))
                for noun in NOUNS
                for row in self._connection.execute(
                    f'SELECT id FROM "{noun}" WHERE substr(id, 1, ?) = ? ORDER BY id',  # noqa: S608 (ours)
                    (len(prefix), prefix),
                )
            )

    def _select(
        self, table: str, columns: Sequence[str], *, ordered: bool = False
    ) -> list[tuple[Any, ...]]:
        """Read columns of a whole table; ``ordered`` by the columns from the first on."""
        names = ", ".join(f'"{column}"' for column in columns)
        places = ", ".join(str(place + 1) for place in range(min(len(columns), 4)))
        question = f'SELECT {names} FROM "{table}"'  # noqa: S608 (the names are ours)
        with telling_faults(self.name):
            return self._connection.execute(
                f"{question} ORDER BY {places}" if ordered else question
            ).fetchall()

    def _write(self, table: str, columns: Sequence[str], row: Sequence[Cell]) -> None:
        """Write a row in the place of the one with the same first column."""
        names = ", ".join(f'"{column}"' for column in columns)
        marks = ", ".join("?" * len(columns))
        renewed = ", ".join(f'"{column}" = excluded."{column}"' for column in columns[1:])
        self._connection.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608 (the names are ours)
            f' ON CONFLICT ("{columns[0]}") DO UPDATE SET {renewed}',
            row,
        )


def in_order(captures: Iterable[Capture]) -> tuple[Capture, ...]:
    """Put captures in their one order: those that know an address, then a time, come first.

    A page is read in the light of the first one, so that the order in which they came is nothing.
    """
    return tuple(
        sorted(
            set(captures),
            key=lambda one: (
                one.url is None,
                one.fetched_at is None,
                one.url or "",
                one.fetched_at or "",
                one.locator,
                one.media_type or "",
            ),
        )
    )
