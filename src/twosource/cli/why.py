"""``twosource why``: why a record is what it is, as sentences with quotations."""

from __future__ import annotations

import click

from twosource.cli.options import json_option, pile_option

EXAMPLES = """\b
Examples:
  twosource why 208e7a06     why a claim has its number, and what would change it
  twosource why 529286ef     why articles are taken for one text
"""


@click.command(
    "why", epilog=EXAMPLES, short_help="Say why a record is what it is, with quotations."
)
@click.argument("identity", metavar="ID")
@json_option
@pile_option
def command(identity: str, as_json: bool, pile: str) -> None:
    """Say why a record is what it is: for a claim, every way on which it came to your pages."""
    from twosource.cli.reading import find, read_pile, warn_if_unfinished
    from twosource.cli.speaking import say, say_plainly
    from twosource.cli.telling import lay_out
    from twosource.explain import as_plain, explain

    evidence = read_pile(pile)
    warn_if_unfinished(evidence)
    told = explain(evidence, find(evidence, identity))
    if as_json:
        say_plainly(as_plain(told))
    else:
        say(lay_out(told))
