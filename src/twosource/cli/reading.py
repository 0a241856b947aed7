"""Opens a pile to read it, and finds the record that a short id means."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from twosource.explain.evidence import SHORTEST_ID, Evidence

if TYPE_CHECKING:
    from twosource.pile import Pile


class NotThereError(click.ClickException):
    """What was asked for is not in the pile."""

    exit_code = 1


def open_to_read(path: str) -> Pile:
    """Open a pile that must be there; reading never makes one."""
    from twosource.cli.speaking import name_program
    from twosource.pile import open_pile

    if not Path(path).is_file():
        raise click.UsageError(
            f"There is no pile at {path}. Trace some pages first: {name_program()} trace FOLDER "
            "(or name the pile with --pile FILE)."
        )
    return open_pile(path, create=False)


def read_pile(path: str) -> Evidence:
    """Read everything from a pile that must be there."""
    with open_to_read(path) as pile:
        return pile.evidence()


def warn_if_unfinished(evidence: Evidence) -> None:
    """Say, beside a result, that a trace was cut short and records are missing."""
    from twosource.cli.speaking import remark
    from twosource.explain.report import UNFINISHED

    if evidence.unfinished:
        remark(UNFINISHED)


def find(evidence: Evidence, prefix: str) -> str:
    """Give the full id that a short one means.

    Raises ``click.UsageError`` when it is too short or means several records, and
    :class:`NotThereError` when no record has it.
    """
    asked = prefix.strip().strip("[]").lower()
    if len(asked) < SHORTEST_ID:
        raise click.UsageError(
            f"{prefix} is too short for an id: give at least its first {SHORTEST_ID} characters."
        )
    found = evidence.begin_with(asked)
    if not found:
        raise NotThereError(f"Nothing in the pile has an id that begins with {prefix}.")
    if len(found) > 1 and asked not in found:
        several = ", ".join(evidence.shorten(one) for one in found[:5])
        raise click.UsageError(f"{prefix} is the beginning of several ids: {several}.")
    return asked if asked in found else found[0]


def find_story(evidence: Evidence, prefix: str) -> str:
    """Give the full id of a story that a short one means."""
    identity = find(evidence, prefix)
    if identity not in evidence.story:
        raise NotThereError(
            f"{prefix} is in the pile, but it is no story (twosource show {prefix})."
        )
    return identity


def find_article(evidence: Evidence, prefix: str) -> str:
    """Give the full id of an article that a short one means; a page's id means its one article."""
    identity = find(evidence, prefix)
    if identity in evidence.article:
        return identity
    on_page = [one.id for one in evidence.articles_on.get(identity, ())]
    if len(on_page) > 1:
        several = ", ".join(evidence.shorten(one) for one in on_page[:5])
        raise click.UsageError(f"{prefix} is a page with several articles: {several}.")
    if not on_page:
        raise NotThereError(
            f"{prefix} is in the pile, but it is no article (twosource show {prefix})."
        )
    return on_page[0]
