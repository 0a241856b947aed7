"""The pile as JSON lines: one file a noun, one record a line, the same bytes every time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from twosource.store.codec import to_line, to_plain
from twosource.store.faults import DiskError, UsageError

NOUNS = (
    "pages",
    "articles",
    "derivations",
    "families",
    "stories",
    "origins",
    "statements",
    "claims",
    "refusals",
)
"""The files that are written, each ``NOUN.jsonl``."""


def write_lines(records: Iterable[Any], texts: Mapping[str, str]) -> bytes:
    """Write records as JSON lines in UTF-8, sorted by id; refusals, which have none, by fields.

    ``texts`` (article id to text) puts the words beside every span.
    """
    lines = [
        (
            (record.id,)
            if hasattr(record, "id")
            else (record.stage, record.subject, record.rule, record.detail),
            to_line(to_plain(record, texts=texts)),
        )
        for record in records
    ]
    return "".join(f"{line}\n" for _, line in sorted(lines)).encode()


def write(nouns: Mapping[str, Iterable[Any]], folder: str | Path) -> tuple[Path, ...]:
    """Write ``NOUN.jsonl`` for every noun into ``folder``, which is made when absent.

    ``nouns`` maps each of ``NOUNS`` to its records. Each file is written whole or not at all.
    Raises UsageError when ``folder`` is a file, DiskError when it cannot be written.
    """
    place = Path(folder)
    texts = {article.id: article.text for article in nouns["articles"]}
    written = []
    try:
        place.mkdir(parents=True, exist_ok=True)
        for noun in NOUNS:
            path = place / f"{noun}.jsonl"
            unfinished = place / f".{noun}.jsonl.part"
            unfinished.write_bytes(write_lines(nouns[noun], texts))
            unfinished.replace(path)
            written.append(path)
    except (FileExistsError, NotADirectoryError) as fault:
        raise UsageError(f"{folder} is not a folder; JSON lines need one to be put in.") from fault
    except OSError as fault:
        raise DiskError(f"{folder} could not be written: {fault.strerror}.") from fault
    return tuple(written)
