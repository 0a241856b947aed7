"""Traces inputs into a pile with a word on how far it is, and tells the stories touched."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Any


def trace_and_tell(
    inputs: Sequence[str],
    *,
    pile: str,
    as_json: bool = False,
    **options: Any,  # noqa: ANN401
) -> None:
    """Trace inputs into a pile, print the report of the stories touched, and count what came in."""
    from twosource.cli.progress import Progress
    from twosource.cli.speaking import remark, say, say_plainly
    from twosource.cli.telling import lay_out
    from twosource.explain import as_plain, tell_report
    from twosource.explain.evidence import count_of
    from twosource.pile import open_pile

    with open_pile(pile) as opened:
        with Progress(sys.stderr) as progress:
            result = opened.trace(inputs, progress=progress.hear, **options)
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
    if result.parts_lost:
        counted.append(f"{count_of(result.parts_lost, 'part')} of archives could not be read")
    if result.alike:
        counted.append(f"{count_of(result.alike, 'page')} met again with the same bytes")
    remark(f"{', '.join(counted)}. Pile: {pile}")
