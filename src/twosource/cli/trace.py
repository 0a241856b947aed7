"""``twosource trace``: the main job. Read pages, bring the pile up to date, print the report."""

from __future__ import annotations

import click

from twosource.cli.options import json_option, pile_option

EXAMPLES = """\b
Examples:
  twosource trace saved-pages/
  twosource trace *.html notes.txt --pile dam.db
  twosource trace story.html --url https://news.example/dam
  cat page.html | twosource trace -
"""


@click.command(
    "trace", epilog=EXAMPLES, short_help="Read pages, bring the pile up to date, print the report."
)
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@click.option("--url", metavar="URL", help="The address that the one page given came from.")
@click.option(
    "--manifest",
    metavar="CSV",
    type=click.Path(exists=True, dir_okay=False),
    help="A table of where pages came from: file, url, fetched_at.",
)
@click.option(
    "--ties",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Names that belong together (same owner, same camp), one group a line: A | B.",
)
@click.option(
    "--names",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False),
    help="Your own table of outlets and agencies (JSON), over the one that comes along.",
)
@click.option(
    "--workers",
    metavar="N",
    type=click.IntRange(min=1),
    help="Processes that read pages (default: as many as the machine has to spare).",
)
@click.option(
    "--no-model",
    is_flag=True,
    help="Find who said what by rules alone, without the learned tagger: faster, finds less.",
)
@json_option
@pile_option
def command(
    inputs: tuple[str, ...],
    *,
    url: str | None,
    manifest: str | None,
    ties: str | None,
    names: str | None,
    workers: int | None,
    no_model: bool,
    as_json: bool,
    pile: str,
) -> None:
    """Read files, folders, globs or - (standard input) and print the stories they touch.

    The same inputs again change nothing. Nothing leaves this machine.
    """
    from twosource.cli.tracing import trace_and_tell

    trace_and_tell(
        inputs,
        pile=pile,
        as_json=as_json,
        url=url,
        manifest=manifest,
        ties=ties,
        names=names,
        workers=workers,
        model=not no_model,
    )
