"""A pile of traced pages: bring it up to date, look into it, ask why, take it away as files."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, cast

from twosource.export import jsonl
from twosource.records import (
    Article,
    Claim,
    Derivation,
    Family,
    Origin,
    Page,
    Refusal,
    Statement,
    Story,
)
from twosource.store import Store
from twosource.store.faults import (
    AmbiguousIdError,
    BusyError,
    DiskError,
    NotAPileError,
    NothingToReadError,
    NotThereError,
    PileError,
    UsageError,
)
from twosource.store.rows import ASSEMBLED

if TYPE_CHECKING:
    from twosource.explain import Evidence, Explanation
    from twosource.pipeline.tracing import TraceResult

__all__ = [
    "AmbiguousIdError",
    "BusyError",
    "DiskError",
    "NotAPileError",
    "NotThereError",
    "NothingToReadError",
    "Pile",
    "PileError",
    "UsageError",
    "open_pile",
]

SHORTEST_ID = 8
"""Characters. An id may be cut to this, when no other begins so."""
FORMATS = ("jsonl", "html")

type_of_record = Page | Article | Derivation | Family | Story | Statement | Claim | Origin


def open_pile(path: str | os.PathLike[str], *, create: bool = True) -> Pile:
    """Open the pile at ``path``; with ``create`` it is made when absent, at the first need.

    Raises UsageError when there is no such folder, or no such pile and ``create`` is false,
    NotAPileError when the file is something else, DiskError when it cannot be opened.
    """
    return Pile(path, create=create)


class Pile:
    """The pages that were traced, and all that was found in them. Use it in a ``with`` block.

    Every reader gives a tuple of records in the order of their ids, as the pile was at one moment.
    Their filters are those of ``list``: ``story`` and ``origin`` take an id or its beginning,
    ``outlet`` and ``origin`` a name, ``since`` and ``until`` an ISO date, ``search`` some words.
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True) -> None:
        """Look at what is there; see ``open_pile``."""
        self.path = Path(path)
        self._store: Store | None = None
        if self.path.exists():
            self._store = Store(self.path)
        elif not create:
            raise UsageError(f"There is no pile at {path}: trace some pages first.")
        elif not self.path.absolute().parent.is_dir():
            raise UsageError(f"There is no folder {self.path.parent} to keep the pile in.")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        if self._store is not None:
            self._store.close()
            self._store = None

    @property
    def store(self) -> Store:
        """The file itself; made now if it is not there yet."""
        if self._store is None:
            self._store = Store(self.path)
        return self._store

    @property
    def unfinished(self) -> bool:
        """Tell whether a trace was cut short, or is still running: something waits to be read."""
        return self._store is not None and self._store.is_unfinished()

    # Bringing it up to date.

    def trace(
        self,
        inputs: Iterable[str | os.PathLike[str]],
        *,
        workers: int | None = None,
        url: str | None = None,
        manifest: str | os.PathLike[str] | None = None,
        ties: str | os.PathLike[str] | None = None,
        names: str | os.PathLike[str] | None = None,
        model: bool = True,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> TraceResult:
        """Read files, folders, patterns or "-" (standard input) and bring the pile up to date.

        ``url`` is the address of a single file; ``manifest`` a table with the columns file, url,
        fetched_at; ``ties`` a list of names that belong together, one group a line with ``|``
        between them; ``names`` a table of outlets, agencies and aggregators of the shipped table's
        shape, which overrides it and adds to it; both are kept until another is given.
        ``workers`` is how many processes read. Without ``model`` statements are read by rules
        alone, in all pages of the pile.
        ``progress`` is called with the name of a step, how much of it is done, and how much there
        is. The same inputs again write nothing.
        Raises UsageError for an argument that does not exist, NothingToReadError when nothing at
        all could be read, BusyError when another process is writing, DiskError when the disk fails,
        WeightDamagedError when a file that comes with the program is missing or changed.
        """
        from twosource.pipeline.inputs import (  # noqa: PLC0415 (not needed to look)
            read_names,
            read_ties,
        )
        from twosource.pipeline.tracing import gather_for, trace  # noqa: PLC0415 (every stage: heavy)

        if isinstance(inputs, (str, os.PathLike)):
            inputs = [inputs]
        tied = read_ties(Path(ties)) if ties is not None else None
        own = read_names(Path(names)) if names is not None else None
        gathered = gather_for(self.path, inputs, url=url, manifest=manifest, own=(ties, names))
        return trace(
            self.store,
            gathered,
            workers=workers,
            ties=tied,
            publishers=own,
            model=model,
            told=progress,
        )

    # Looking into it.

    def pages(self, **wanted: str | None) -> tuple[Page, ...]:
        """Give the pages, with where they were met; their bytes are given by ``original``."""
        return self._pick("pages", wanted)

    def articles(self, **wanted: str | None) -> tuple[Article, ...]:
        """Give the pieces of journalism found on the pages."""
        return self._pick("articles", wanted)

    def derivations(self, **wanted: str | None) -> tuple[Derivation, ...]:
        """Give which article's text was made from which other's."""
        return self._pick("derivations", wanted)

    def families(self, **wanted: str | None) -> tuple[Family, ...]:
        """Give the texts, each with all articles that descend from it."""
        return self._pick("families", wanted)

    def stories(self, **wanted: str | None) -> tuple[Story, ...]:
        """Give the events that the pages tell of."""
        return self._pick("stories", wanted)

    def statements(self, **wanted: str | None) -> tuple[Statement, ...]:
        """Give who said what."""
        return self._pick("statements", wanted)

    def claims(self, **wanted: str | None) -> tuple[Claim, ...]:
        """Give what is claimed, with how many independent lines lead to it."""
        return self._pick("claims", wanted)

    def origins(self, **wanted: str | None) -> tuple[Origin, ...]:
        """Give who speaks and who publishes."""
        return self._pick("origins", wanted)

    def refusals(self, **wanted: str | None) -> tuple[Refusal, ...]:
        """Give what was declined, and why."""
        return self._pick("refusals", wanted)

    def original(self, page: str) -> bytes:
        """Give the bytes of a page, exactly as they came. Raises NotThereError."""
        try:
            return self.store.original(page)
        except KeyError as fault:
            raise NotThereError(f"There is no page {page} in {self.path}.") from fault

    def find(self, prefix: str) -> type_of_record:
        """Give the one record whose id begins with ``prefix``, of at least 8 characters.

        Raises UsageError for a shorter one, NotThereError when no id begins so, AmbiguousIdError
        when several do.
        """
        noun, identity = self._place(prefix)
        found = self._read(noun)
        return cast("type_of_record", next(one for one in found if one.id == identity))

    def why(self, identity: str) -> Explanation:
        """Say why a record is what it is; ``str`` of the answer prints it. Raises as ``find``."""
        from twosource.explain import explain  # noqa: PLC0415 (not needed to trace)

        return explain(self.evidence(), self._place(identity)[1])

    def show(self, identity: str) -> Explanation:
        """Tell one record, readable, with its quotations. Raises as ``find``."""
        from twosource.explain import describe  # noqa: PLC0415 (not needed to trace)

        return describe(self.evidence(), self._place(identity)[1])

    def evidence(self) -> Evidence:
        """Give everything at once, as it is at one moment, for telling about it."""
        from twosource.explain import Evidence  # noqa: PLC0415 (not needed to trace)

        return Evidence.gather(unfinished=self.unfinished, **self._read_all())

    def export(self, form: str, destination: str | os.PathLike[str]) -> tuple[Path, ...]:
        """Write the pile as files in a format and give their paths.

        Raises UsageError for a format that there is not.
        """
        if form == "jsonl":
            return jsonl.write(self._read_all(), Path(destination))
        if form == "html":
            return (self._print(Path(destination)),)
        raise UsageError(f"There is no format {form}; there is {', '.join(FORMATS)}.")

    def _print(self, destination: Path) -> Path:
        """Write the report with all its reasons as one page."""
        from twosource.explain import EVERYTHING, as_plain, tell_report  # noqa: PLC0415 (heavy)
        from twosource.export import html  # noqa: PLC0415 (its templates are heavy)

        report = tell_report(
            self.evidence(), pile=self.path.name, limits=EVERYTHING, explained=True
        )
        try:
            html.write(as_plain(report), destination)
        except OSError as fault:
            raise DiskError(f"{destination} could not be written: {fault.strerror}.") from fault
        return destination

    def _place(self, prefix: str) -> tuple[str, str]:
        if len(prefix) < SHORTEST_ID:
            raise UsageError(
                f"{prefix} is too short for an id: give at least {SHORTEST_ID} characters."
            )
        found = self.store.ids(prefix)
        exact = [one for one in found if one[1] == prefix]
        if len(found) > 1 and not exact:
            raise AmbiguousIdError(f"{len(found)} ids begin with {prefix}: give more of it.")
        if not found:
            raise NotThereError(f"Nothing in {self.path} has an id that begins with {prefix}.")
        return (exact or list(found))[0]

    def _pick(self, noun: str, wanted: dict[str, str | None]) -> tuple[Any, ...]:
        given = {name: value for name, value in wanted.items() if value is not None}
        if not given:
            return self._read(noun)
        from twosource.explain import Wanted, pick  # noqa: PLC0415 (not needed to trace)

        if story := given.get("story"):
            given["story"] = self._place(story)[1]
        found = pick(self.evidence(), noun, Wanted(**given))
        return tuple(sorted(found, key=lambda one: getattr(one, "id", repr(one))))

    def _read(self, noun: str) -> tuple[Any, ...]:
        with self.store.snapshot():
            return self._read_now(noun)

    def _read_all(self) -> dict[str, Any]:
        with self.store.snapshot():
            return {noun: self._read_now(noun) for noun in ("pages", "refusals", *ASSEMBLED)}

    def _read_now(self, noun: str) -> tuple[Any, ...]:
        if noun == "pages":
            return self.store.pages()
        if noun == "refusals":
            return self.store.refusals()
        return self.store.read(noun)  # type: ignore[arg-type]
