"""``twosource show``: one record, readable, with its quotations."""

from __future__ import annotations

import click

from twosource.cli.options import json_option, pile_option

EXAMPLES = """\b
Examples:
  twosource show 7f3a9c21          any record, by 8 or more characters of its id
  twosource show 7f3a9c21 --json   the record as it is exported; of a family, also its lost text
"""


@click.command("show", epilog=EXAMPLES, short_help="Show one record, with its words.")
@click.argument("identity", metavar="ID")
@json_option
@pile_option
def command(identity: str, as_json: bool, pile: str) -> None:
    """Show one record: a page, article, family, story, statement, claim or origin."""
    from twosource.cli.reading import find, read_pile, warn_if_unfinished
    from twosource.cli.speaking import say, say_plainly
    from twosource.cli.telling import lay_out
    from twosource.explain import describe
    from twosource.explain.lost_words import lost_text_as_plain
    from twosource.store.codec import to_plain

    evidence = read_pile(pile)
    warn_if_unfinished(evidence)
    full = find(evidence, identity)
    if as_json:
        texts = {one.id: one.text for one in evidence.articles}
        plain = to_plain(evidence.record(full), texts=texts)
        if full in evidence.family:
            plain["lost_text"] = lost_text_as_plain(evidence, evidence.family[full])
        say_plainly(plain)
    else:
        say(lay_out(describe(evidence, full)))
