"""The command line: one file a verb, each a thin skin over the library.

Nothing is read before a verb needs it, so that ``twosource --help`` answers at once. Results go to
standard output, everything else to standard error; the exit status says how it ended.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from twosource import __version__
from twosource.cli.options import PILE_VARIABLE, USUAL_PILE

VERBS = ("demo", "trace", "report", "list", "show", "why", "compare", "export")
DONE, MISSING, USAGE, FAULT, DISK, INTERRUPTED = 0, 1, 2, 70, 74, 130
SHOW_TRACEBACK = "TWOSOURCE_TRACEBACK"


class Verbs(click.Group):
    """The verbs, each loaded when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """Name the verbs in the order in which a newcomer meets them."""
        return [*VERBS]  # not list(): a verb of that name is a module here

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Load one verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = import_module(f"twosource.cli.{cmd_name}").command
        return command


@click.group(
    cls=Verbs,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog="Begin with: twosource demo. Then with your own: twosource trace FOLDER",
)
@click.option(
    "--pile",
    metavar="FILE",
    help=f"The file that keeps what you traced (default {USUAL_PILE}; or {PILE_VARIABLE}).",
)
@click.version_option(__version__, message="twosource %(version)s")
def program(pile: str | None) -> None:
    """Read the news pages you have; say for every claim how many independent lines lead to it.

    Two outlets that print one agency dispatch are one text. Three that retell one newspaper rest on
    that newspaper. twosource shows which, with every quotation on the way. It uses no network and
    gives no verdict.
    """
    # Verbs take --pile from here when it stands before them: see cli.options.


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the program and end the process with the exit status that the contract names."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the program and give its exit status."""
    from twosource.cli.speaking import complain, prepare_streams, quieten_output

    prepare_streams()
    plain = "--json" in (sys.argv[1:] if arguments is None else arguments)
    try:
        program.main(args=arguments, prog_name="twosource", standalone_mode=False)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.exceptions.NoArgsIsHelpError as fault:
        fault.show()
        return USAGE
    except click.UsageError as fault:
        if plain:
            complain(fault.format_message(), USAGE, plain=True)
        else:
            fault.show()
        return USAGE
    except click.ClickException as fault:
        complain(fault.format_message(), fault.exit_code, plain=plain)
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        stopped = "Stopped. What had reached the pile stays in it; run the same command to go on."
        complain(stopped, INTERRUPTED, plain=plain)
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):
        # The reader of our output (head, less) has seen enough: no fault of anybody's. click, too,
        # leaves so, and with status 1.
        quieten_output()
        return DONE
    except Exception as fault:  # noqa: BLE001 (the last door: everything ends with a sentence)
        return _tell_fault(fault, plain=plain)
    return DONE


def _tell_fault(fault: Exception, *, plain: bool) -> int:
    from twosource.cli.speaking import complain

    status = getattr(fault, "status", None)
    if isinstance(status, int):
        complain(str(fault), status, plain=plain)
        return status
    if isinstance(fault, OSError):
        name = f" ({fault.filename})" if fault.filename else ""
        told = f"The disk or a file could not be used: {fault.strerror or fault}{name}."
        complain(told, DISK, plain=plain)
        return DISK
    if os.environ.get(SHOW_TRACEBACK):
        traceback.print_exception(fault)
    last = traceback.extract_tb(fault.__traceback__)[-1]
    where = f"{os.path.basename(last.filename)}, line {last.lineno}"  # noqa: PTH119 (a name, no file)
    complain(
        f"A fault of ours: {type(fault).__name__}: {fault} ({where}). Nothing that was finished is "
        f"lost. Please report it with the output of the same command under {SHOW_TRACEBACK}=1.",
        FAULT,
        plain=plain,
    )
    return FAULT
