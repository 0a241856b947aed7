"""``twosource compare``: two articles side by side, the most telling differences first."""

from __future__ import annotations

import click

from twosource.cli.options import json_option, pile_option

EXAMPLES = """\b
Examples:
  twosource compare 7f3a9c21 208e7a06              two articles (list articles has their ids)
  twosource compare 7f3a9c21 208e7a06 --spelling   house style too: adviser, advisor
  twosource compare 7f3a9c21 208e7a06 --all        nothing cut
"""


@click.command(
    "compare",
    epilog=EXAMPLES,
    short_help="Lay two articles side by side: what was changed, added, dropped.",
)
@click.argument("first", metavar="ID")
@click.argument("second", metavar="ID")
@click.option("--spelling", is_flag=True, help="Tell swaps of house style too.")
@click.option("--all", "everything", is_flag=True, help="Everything, however long.")
@json_option
@pile_option
def command(
    first: str, second: str, spelling: bool, everything: bool, as_json: bool, pile: str
) -> None:
    """Lay two articles side by side: shared, changed, added and dropped passages.

    Differences come first: numbers, how much is meant, denials, sources, days, places, names, verbs
    of saying, quotations, then mere wording. A page's id will do where it holds one article.
    """
    from twosource.cli.reading import find_article, read_pile, warn_if_unfinished
    from twosource.cli.speaking import say, say_plainly
    from twosource.cli.telling import lay_out_side_by_side
    from twosource.explain import comparison_as_plain, tell_comparison
    from twosource.families.comparison import compare

    evidence = read_pile(pile)
    warn_if_unfinished(evidence)
    one, other = (find_article(evidence, prefix) for prefix in (first, second))
    if one == other:
        raise click.UsageError(f"{first} and {second} are one article.")
    said = [s for article in (one, other) for s in evidence.statements_of.get(article, ())]
    found = compare(evidence.article[one], evidence.article[other], said)
    if as_json:
        say_plainly(comparison_as_plain(evidence, found, spelling=spelling))
    else:
        told = tell_comparison(evidence, found, spelling=spelling)
        say(lay_out_side_by_side(told, everything=everything))
