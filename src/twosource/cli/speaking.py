"""How the program speaks: results to standard output, the rest to standard error.

Width, colour and letters follow what the terminal can show; piped output has none but letters.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from typing import Any, TextIO

import click

PROGRAM_VARIABLE = "TWOSOURCE_COMMAND"
_SAMPLE = "“├─→…”"


def prepare_streams() -> None:
    """Make sure that no letter of a page can stop the output."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def quieten_output() -> None:
    """Send what is still to be flushed nowhere, after the reader has closed the pipe."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return
    finally:
        os.close(nowhere)


def has_colour(stream: TextIO) -> bool:
    """Tell whether a stream is a terminal whose owner has not asked for plain text."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def width_of_screen() -> int:
    """Give the width to write for: that of the terminal, else 80 columns."""
    from twosource.explain.sheet import USUAL_WIDTH

    return shutil.get_terminal_size((USUAL_WIDTH, 24)).columns


def say(text: str) -> None:
    """Print a result, in plain letters where the terminal knows no others."""
    from twosource.explain.typeset import PLAIN_GLYPHS

    encoding = sys.stdout.encoding or "utf-8"
    try:
        _SAMPLE.encode(encoding)
    except (UnicodeEncodeError, LookupError):
        text = text.translate(PLAIN_GLYPHS)
    # Not click.echo, which takes an ASCII stream for a mistake and writes UTF-8 into it.
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
    sys.stdout.flush()


def say_plainly(value: Any) -> None:  # noqa: ANN401 (plain data has every shape)
    """Print plain data as JSON, letters of all scripts as they are."""
    say(json.dumps(value, ensure_ascii=False, indent=2))


def complain(text: str, status: int, *, plain: bool = False) -> None:
    """Say on standard error what is wrong and what to do; ``plain``: as one line of JSON."""
    told = {"error": text, "status": status}
    click.echo(json.dumps(told, ensure_ascii=False) if plain else f"twosource: {text}", err=True)


def name_program() -> str:
    """Give what this reader types to call the program, for hints; see ``dev.py demo``."""
    from twosource.explain.sheet import USUAL_PROGRAM
    from twosource.explain.typeset import visible

    return visible(os.environ.get(PROGRAM_VARIABLE, "")) or USUAL_PROGRAM


def remark(text: str) -> None:
    """Say on standard error what is going on."""
    click.echo(text, err=True)
