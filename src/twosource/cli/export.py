"""``twosource export``: the pile as files, or as one printable page."""

from __future__ import annotations

import click

from twosource.cli.options import pile_option

FORMATS = ("jsonl", "html")
EXAMPLES = """\b
Examples:
  twosource export html report.html     one page to print, to send, to keep
  twosource export jsonl data/          every record, one a line
"""


@click.command(
    "export", epilog=EXAMPLES, short_help="Write the pile as files, or as a printable page."
)
@click.argument("style", metavar="FORMAT", type=click.Choice(FORMATS))
@click.argument("destination", metavar="DEST", type=click.Path())
@pile_option
def command(style: str, destination: str, pile: str) -> None:
    """Write the pile as jsonl (a folder of files) or html (one printable page)."""
    from twosource.cli.reading import open_to_read
    from twosource.cli.speaking import remark

    with open_to_read(pile) as opened:
        opened.export(style, destination)
    remark(f"Written: {destination}")
