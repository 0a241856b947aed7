"""``twosource report``: the report again, of all stories or of some."""

from __future__ import annotations

import click

from twosource.cli.options import json_option, pile_option, story_option, time_options

EXAMPLES = """\b
Examples:
  twosource report
  twosource report --story 7f3a9c21 --all
  twosource report --since 2031-03 --json
"""


@click.command(
    "report", epilog=EXAMPLES, short_help="Print the report again, of all stories or of some."
)
@story_option
@time_options
@click.option("--all", "everything", is_flag=True, help="All stories and claims, however many.")
@json_option
@pile_option
def command(
    story: str | None,
    since: str | None,
    until: str | None,
    everything: bool,
    as_json: bool,
    pile: str,
) -> None:
    """Print the report: stories, texts, lost originals, claims and what they rest on."""
    from twosource.cli.reading import find_story, read_pile
    from twosource.cli.speaking import say, say_plainly
    from twosource.cli.telling import lay_out
    from twosource.explain import EVERYTHING, Limits, Wanted, as_plain, pick, tell_report

    evidence = read_pile(pile)
    wanted = Wanted(story=find_story(evidence, story) if story else None, since=since, until=until)
    chosen = [one.id for one in pick(evidence, "stories", wanted)]
    told = tell_report(
        evidence, pile=pile, stories=chosen, limits=EVERYTHING if everything else Limits()
    )
    if as_json:
        say_plainly(as_plain(told))
    else:
        say(lay_out(told))
