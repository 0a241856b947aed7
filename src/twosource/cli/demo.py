"""``twosource demo``: the bundled example pages, traced, with a word on what to try next."""

from __future__ import annotations

from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

import click

USUAL_FOLDER = "twosource-demo"
PAGES = frozenset({".html", ".htm", ".txt"})
EXAMPLES = """\b
Examples:
  twosource demo
  twosource demo /somewhere/else
"""


@click.command(
    "demo", epilog=EXAMPLES, short_help="Trace the bundled example pages and print the report."
)
@click.argument("folder", metavar="[DIR]", default=USUAL_FOLDER, type=click.Path(path_type=Path))
@click.option("--pile", metavar="FILE", help="The pile to use (default: DIR.db, beside the pages).")
@click.pass_context
def command(ctx: click.Context, folder: Path, pile: str | None) -> None:
    """Write the example pages to DIR, trace them, print the report, say what to try next.

    The pages are fiction. A folder that holds anything else is never touched.
    """
    from twosource.cli.speaking import remark
    from twosource.cli.tracing import trace_and_tell

    written = write_pages(folder)
    # The fiction never falls into a pile of real pages by way of the environment.
    above = ctx.parent.params.get("pile") if ctx.parent else None
    kept = pile or above or f"{folder}.db"
    remark(f"{written} example pages (fiction) are in the folder {folder}.")
    trace_and_tell([str(folder)], pile=kept)
    remark(tell_next(kept))


def find_examples() -> Traversable:
    """Find the example pages: in the package, or beside it in a checkout."""
    packaged = resources.files("twosource") / "examples"
    if packaged.is_dir():
        return packaged
    checkout = Path(__file__).resolve().parents[3] / "examples"
    if checkout.is_dir():
        return checkout
    raise click.ClickException("The example pages are missing from this installation.")


def write_pages(folder: Path) -> int:
    """Write the example pages into a folder; leave one alone that holds other things."""
    pages = {
        one.name: one.read_bytes()
        for one in sorted(find_examples().iterdir(), key=lambda one: one.name)
        if one.is_file() and Path(one.name).suffix.lower() in PAGES
    }
    if folder.exists() and not folder.is_dir():
        raise click.UsageError(f"{folder} is a file. Name a folder: twosource demo FOLDER")
    held = {one.name for one in folder.iterdir()} if folder.exists() else set()
    others = held - set(pages)
    changed = [name for name in held & set(pages) if (folder / name).read_bytes() != pages[name]]
    if others or changed:
        first = min(others or changed)
        raise click.UsageError(
            f"{folder} holds other things ({first}). Name another folder: twosource demo FOLDER"
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in pages.items():
        (folder / name).write_bytes(data)
    return len(pages)


def tell_next(pile: str) -> str:
    """Say what to try next, by the name that this reader calls the program."""
    from twosource.cli.speaking import name_program

    program = name_program()
    return (
        "\nTry next:\n"
        f"  {program} why ID --pile {pile}\n"
        "      why a claim has its number (an ID in brackets)\n"
        f"  {program} export html report.html --pile {pile}\n"
        "      the report as one page to print or send\n"
        f"  {program} trace FOLDER\n"
        "      your own saved pages"
    )
