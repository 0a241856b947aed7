"""``twosource list``: the records of one noun, one a line, with filters."""

from __future__ import annotations

import sys
from difflib import get_close_matches

import click

from twosource.cli.options import json_option, pile_option, story_option, time_options

NOUNS = ("pages", "articles", "families", "stories", "statements", "claims", "origins", "refusals")
EXAMPLES = """\b
Examples:
  twosource list claims --story 7f3a9c21
  twosource list statements --origin "Ilse Brandt" --since 2031-03
  twosource list articles --outlet courier --search dam
"""


def check_noun(_: click.Context, parameter: click.Parameter, value: str) -> str:
    """Accept a noun that can be listed; for one that is nearly such, name it."""
    if value in NOUNS:
        return value
    near = get_close_matches(value.casefold(), NOUNS, n=1)
    meant = f" Did you mean {near[0]}?" if near else ""
    told = f"{value!r} cannot be listed.{meant} There are: {', '.join(NOUNS)}."
    raise click.BadParameter(told, param=parameter)


@click.command("list", epilog=EXAMPLES, short_help="List records of one noun, one a line.")
@click.argument("noun", metavar="NOUN", callback=check_noun)
@story_option
@click.option("--outlet", metavar="NAME", help="Only what this outlet published.")
@click.option("--origin", metavar="NAME", help="Only what this person or body says or passes on.")
@time_options
@click.option("--search", metavar="WORDS", help="Only where these words stand.")
@json_option
@pile_option
def command(
    noun: str,
    *,
    story: str | None,
    outlet: str | None,
    origin: str | None,
    since: str | None,
    until: str | None,
    search: str | None,
    as_json: bool,
    pile: str,
) -> None:
    """List the records of a NOUN, one a line, each with its short id.

    Nouns: pages, articles, families, stories, statements, claims, origins, refusals.
    """
    from twosource.cli.reading import find_story, read_pile, warn_if_unfinished
    from twosource.cli.speaking import remark, say, say_plainly, width_of_screen
    from twosource.explain import Wanted, pick, tell_line
    from twosource.explain.typeset import clip
    from twosource.store.codec import to_plain

    evidence = read_pile(pile)
    warn_if_unfinished(evidence)
    wanted = Wanted(
        story=find_story(evidence, story) if story else None,
        outlet=outlet,
        origin=origin,
        since=since,
        until=until,
        search=search,
    )
    records = pick(evidence, noun, wanted)
    if as_json:
        texts = {one.id: one.text for one in evidence.articles}
        say_plainly([to_plain(record, texts=texts) for record in records])
        return
    on_screen = sys.stdout.isatty()
    for record in records:
        line = tell_line(evidence, record)
        head = f"{line.short}  " if line.short else ""
        # Piped lines are for other programs: they stay whole.
        text = clip(line.text, max(40, width_of_screen() - len(head))) if on_screen else line.text
        say(head + text)
    if not records and not evidence.unfinished:
        remark(f"No {noun} fit what was asked for.")
