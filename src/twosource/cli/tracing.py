"""Traces inputs into a pile with a word on how far it is, and tells the stories touched."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

_STAGES = {"inputs": "taking in", "pages": "reading pages"}


def trace_and_tell(
    inputs: Sequence[str],
    *,
    pile: str,
    as_json: bool = False,
    **options: Any,  # noqa: ANN401
) -> None:
    """Trace inputs into a pile, print the report of the stories touched, and count what came in."""
    from twosource.cli.speaking import remark, say, say_plainly
    from twosource.cli.telling import lay_out
    from twosource.explain import as_plain, tell_report
    from twosource.pile import open_pile

    progress, done = _begin_progress()
    with open_pile(pile) as opened:
        try:
            result = opened.trace(inputs, progress=progress, **options)
        finally:
            done()
        evidence = opened.evidence()
    told = tell_report(evidence, pile=pile, new=result.new, stories=result.stories)
    if as_json:
        say_plainly(as_plain(told))
    else:
        say(lay_out(told))
    kept = result.met - result.refused
    counted = [
        f"{result.met:,} read ({result.new:,} new)",
        f"{kept:,} with articles",
        f"{result.refused:,} refused",
    ]
    if result.unreadable:
        counted.append(f"{result.unreadable:,} could not be read")
    remark(f"{', '.join(counted)}. Pile: {pile}")


def _begin_progress() -> tuple[Callable[[str, int, int], None] | None, Callable[[], None]]:
    """Give what hears of progress, on a terminal only, and what wipes its line at the end."""
    if not sys.stderr.isatty():
        return None, lambda: None

    def hear(stage: str, done: int, total: int) -> None:
        what = _STAGES.get(stage, stage)
        count = f" {done:,} of {total:,}" if total else ""
        click.echo(f"\r\x1b[K{what}{count}", nl=False, err=True)

    return hear, lambda: click.echo("\r\x1b[K", nl=False, err=True)
