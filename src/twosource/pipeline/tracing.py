"""Bringing a pile up to date with some inputs: take in, read what is new, assemble, store.

Bytes are stored before any row speaks of them; pages come in batches, each one transaction; what is
made over the whole pile is made again and written where it differs. A trace that is cut short is
taken up by the next one. The same inputs again write nothing.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from twosource.pipeline.assembly import Ties, Told, assemble
from twosource.pipeline.crew import Answer, Job, choose_workers, read_pages
from twosource.pipeline.inputs import Gathered, gather
from twosource.pipeline.rules import PARTS_LOST, PASSED_OVER
from twosource.pipeline.unpacking import Unpacker
from twosource.pipeline.versions import assembler_version, reader_version
from twosource.records import Article, Capture, Refusal, Statement
from twosource.store import ASSEMBLED_BY, Kept, Store, in_order
from twosource.store.codec import to_line
from twosource.store.faults import NothingToReadError
from twosource.store.rows import ASSEMBLED
from twosource.text.names import Publisher, read_rows
from twosource.weights import TAGGER, check_files, check_runtime

BATCH_PAGES = 100
BATCH_BYTES = 32 * 1024 * 1024
BATCH_SECONDS = 2.0
"""A batch is written when it is so large or so old: no more than that is ever done again."""
_TIES = "ties"
_NAMES = "names"


class TraceResult(NamedTuple):
    """What a trace did.

    ``met`` counts the pages whose bytes could be had, each once; ``unreadable`` the inputs whose
    could not, ``parts_lost`` the parts of archives. Of the pages met, ``new`` came in now,
    ``refused`` hold no article; the others hold one or more. ``held`` counts all pages of the pile.
    ``stories`` are those that the pages met have a part in; ``changed`` counts the rows written;
    ``alike`` how often the bytes of a page were met again.
    """

    pile: str
    held: int
    met: int
    new: int
    articles: int
    refused: int
    unreadable: int
    stories: tuple[str, ...]
    refusals: tuple[Refusal, ...]
    changed: int
    alike: int = 0
    parts_lost: int = 0


class _Crew(NamedTuple):
    """How pages are read: by how many workers at most, with the tagger or by rules alone."""

    workers: int | None
    model: bool


class _TakenIn(NamedTuple):
    """Where each page was met this time, and what was declined on the way."""

    captures: Mapping[str, tuple[Capture, ...]]
    refusals: tuple[Refusal, ...]
    readable: frozenset[str]


def gather_for(
    store_path: os.PathLike[str] | str,
    inputs: Iterable[str | os.PathLike[str]],
    *,
    url: str | None = None,
    manifest: str | os.PathLike[str] | None = None,
    own: Iterable[str | os.PathLike[str] | None] = (),
) -> Gathered:
    """Find the inputs of a trace, leaving out the pile's own files and the user's ``own`` lists.

    Raises UsageError for an argument that does not exist, NothingToReadError when there is nothing.
    """
    pile = os.path.realpath(store_path)
    left_out = [pile + ending for ending in ("", "-wal", "-shm", "-journal", "-lock")]
    left_out += [os.fspath(path) for path in own if path is not None]
    gathered = gather(inputs, url=url, manifest=manifest, leave_out=left_out)
    if not gathered.inputs:
        raise NothingToReadError(_say_nothing_found(gathered.refusals))
    return gathered


def trace(
    store: Store,
    gathered: Gathered,
    *,
    workers: int | None = None,
    ties: Ties | None = None,
    publishers: Sequence[Publisher] | None = None,
    model: bool = True,
    told: Told | None = None,
) -> TraceResult:
    """Bring a pile up to date with inputs; ``told`` hears of progress.

    ``ties`` and ``publishers``, the rows of the user's own table, take the place of those that the
    pile holds; None leaves them as they are. Without ``model`` statements are read by rules alone;
    all pages of the pile are then read anew, so that it holds one kind of reading. Raises
    WeightDamagedError when the tagger's files are not whole,
    BusyError when another process is writing, DiskError when the disk fails, NothingToReadError
    when not one input could be read.
    """
    before = store.changes
    with store.sole_writer():
        taken = _take_in(store, gathered, told)
        if not taken.captures:
            raise NothingToReadError(_say_nothing_found(taken.refusals))
        known = set(store.readers())
        _read_what_is_new(store, taken, _Crew(workers, model), told)
        _settle_inputs(store, taken)
        _settle(store, _TIES, ties)
        _settle(store, _NAMES, publishers and [row._asdict() for row in publishers])
        _assemble(store, told, model=model)
        return _sum_up(store, taken, known, before)


def _say_nothing_found(refusals: tuple[Refusal, ...]) -> str:
    if not refusals:
        return "There is nothing to read: no file was found (hidden files are not looked at)."
    first = refusals[0]
    more = f" (and {len(refusals) - 1} more)" if len(refusals) > 1 else ""
    return f"Nothing could be read. {first.subject}: {first.detail}{more}"


def _take_in(store: Store, gathered: Gathered, told: Told | None) -> _TakenIn:
    """Keep the bytes of every input, a batch at a time, and note where each page was met."""
    captures: dict[str, set[Capture]] = {}
    refusals = list(gathered.refusals)
    readable: set[str] = set()
    total = len(gathered.inputs)
    waiting: list[bytes] = []
    with Unpacker() as unpacker:
        for done, found in enumerate(gathered.inputs):
            if told is not None:
                told("inputs", done, total)
            here: Counter[tuple[str, Capture]] = Counter()
            for one in unpacker.take(found, partial(told, "unpacking") if told else None):
                if isinstance(one, Refusal):
                    refusals.append(one)
                    continue
                readable.add(found.locator)
                page = hashlib.sha256(one.data).hexdigest()
                captures.setdefault(page, set()).add(_told_apart(one.capture, page, here))
                waiting.append(one.data)
                if len(waiting) >= BATCH_PAGES or sum(map(len, waiting)) >= BATCH_BYTES:
                    _keep_originals(store, waiting)
                    waiting = []
    _keep_originals(store, waiting)
    if told is not None:
        told("inputs", total, total)
    in_one_order = {page: in_order(those) for page, those in sorted(captures.items())}
    return _TakenIn(in_one_order, tuple(refusals), frozenset(readable))


def _told_apart(capture: Capture, page: str, here: Counter[tuple[str, Capture]]) -> Capture:
    """Name a capture anew where its record stands in the same file before.

    Its bytes, name and circumstances are the same: whichever came first, there is a second.
    """
    here[page, capture] += 1
    number = here[page, capture]
    return capture._replace(locator=f"{capture.locator}~{number}") if number > 1 else capture


def _keep_originals(store: Store, originals: list[bytes]) -> None:
    if originals:
        with store.transaction():
            for data in originals:
                store.keep_original(data)


def _read_what_is_new(store: Store, taken: _TakenIn, crew: _Crew, told: Told | None) -> None:
    """Read the pages that were never read, or by another version, or in another light.

    A page is read in the light of its first capture: that may know an address or a time that the
    earlier ones did not.
    """
    held = store.captures()
    light = {**held}
    for page, captures in taken.captures.items():
        light[page] = in_order((*held.get(page, ()), *captures))
    version = reader_version(model=crew.model)
    readers = store.readers()
    wanted = [
        page
        for page, captures in sorted(light.items())
        if readers.get(page) != version or captures[:1] != held.get(page, ())[:1]
    ]
    if not wanted:
        return
    if crew.model:
        check_runtime()
        check_files(TAGGER)
    jobs = (Job(page, store.original(page), light[page][0]) for page in wanted)
    done = 0
    workers = choose_workers(crew.workers, len(wanted))
    for batch in _in_batches(read_pages(jobs, workers=workers, model=crew.model)):
        with store.transaction():
            store.note(ASSEMBLED_BY, "")
            for answer in batch:
                store.keep_reading(Kept(reader=version, **answer._asdict()))
                store.keep_captures(answer.page.id, light[answer.page.id])
        done += len(batch)
        if told is not None:
            told("pages", done, len(wanted))


def _in_batches(answers: Iterable[Answer]) -> Iterator[list[Answer]]:
    """Gather answers until there are enough, or until the first has waited long enough."""
    batch: list[Answer] = []
    began = time.monotonic()
    for answer in answers:
        batch.append(answer)
        if len(batch) >= BATCH_PAGES or time.monotonic() - began > BATCH_SECONDS:
            yield batch
            batch = []
            began = time.monotonic()
    if batch:
        yield batch


def _settle_inputs(store: Store, taken: _TakenIn) -> None:
    """Note further captures of known pages, and which inputs were refused this time."""
    with store.transaction():
        for page, captures in taken.captures.items():
            store.keep_captures(page, captures)
        store.settle_inputs(taken.refusals, readable=taken.readable)


def _settle(store: Store, what: str, given: Sequence[object] | None) -> None:
    """Keep what the user says of names; where that is new, all is made again from the readings."""
    written = to_line(given)
    if given is not None and (store.noted(what) or to_line(())) != written:
        with store.transaction():
            store.note(ASSEMBLED_BY, "")
            store.note(what, written)


def _assemble(store: Store, told: Told | None, *, model: bool) -> None:
    """Make the nouns of the whole pile again, unless these parts made them from these readings."""
    version = assembler_version(model=model)
    if store.noted(ASSEMBLED_BY) == version:
        return
    articles: list[Article] = []
    statements: list[Statement] = []
    for found, said in store.readings():
        articles += found
        statements += said
    ties = tuple(tuple(names) for names in json.loads(store.noted(_TIES) or "[]"))
    own = read_rows(json.loads(store.noted(_NAMES) or "[]"))
    assembly = assemble(articles, statements, ties=ties, publishers=own, told=told)
    with store.transaction():
        for noun in ASSEMBLED:
            store.renew(noun, getattr(assembly, noun))
        store.note(ASSEMBLED_BY, version)


def _sum_up(store: Store, taken: _TakenIn, known: set[str], before: int) -> TraceResult:
    met = set(taken.captures)
    places = store.pages_of_articles()
    here = {article for article, page in places.items() if page in met}
    families = {one.id for one in store.read("families") if here.intersection(one.witnesses)}
    stories = [one.id for one in store.read("stories") if families.intersection(one.families)]
    subjects = met | {one.subject for one in taken.refusals}
    return TraceResult(
        pile=store.name,
        held=store.count("pages"),
        met=len(met),
        new=len(met - known),
        articles=len(here),
        refused=len(met & store.refused_pages()),
        unreadable=len(
            {o.subject for o in taken.refusals if o.rule not in PASSED_OVER | PARTS_LOST}
        ),
        stories=tuple(stories),
        refusals=tuple(one for one in store.refusals() if one.subject in subjects),
        changed=store.changes - before,
        alike=sum(len(those) - 1 for those in taken.captures.values()),
        parts_lost=sum(one.rule in PARTS_LOST for one in taken.refusals),
    )
