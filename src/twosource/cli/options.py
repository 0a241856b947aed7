"""Options that several verbs share, and how a verb finds its pile."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from typing import Any, TypeVar

import click

USUAL_PILE = "twosource.db"
PILE_VARIABLE = "TWOSOURCE_PILE"

command_function = TypeVar("command_function", bound=Callable[..., Any])

_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def choose_pile(ctx: click.Context, _: click.Parameter, value: str | None) -> str:
    """Take the pile named after the verb, before it, by the environment, or the usual one."""
    above = ctx.parent.params.get("pile") if ctx.parent else None
    return value or above or os.environ.get(PILE_VARIABLE) or USUAL_PILE


def check_date(_: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """Accept a day, a month or a year as ISO 8601 writes it."""
    if value is not None and not _DATE.fullmatch(value):
        raise click.BadParameter("write a date as 2031-03-04, 2031-03 or 2031", param=parameter)
    return value


def pile_option(function: command_function) -> command_function:
    """Let a verb take ``--pile FILE``, also when it stands before the verb."""
    return click.option(
        "--pile",
        metavar="FILE",
        callback=choose_pile,
        help=f"The pile to use (default {USUAL_PILE}).",
    )(function)


def json_option(function: command_function) -> command_function:
    """Let a reading verb print plain data instead of prose."""
    return click.option("--json", "as_json", is_flag=True, help="Print JSON instead of prose.")(
        function
    )


def story_option(function: command_function) -> command_function:
    """Let a verb keep to one story."""
    return click.option("--story", metavar="ID", help="Only this story.")(function)


def time_options(function: command_function) -> command_function:
    """Let a verb keep to a stretch of time."""
    since = click.option(
        "--since", metavar="DATE", callback=check_date, help="Only from this day, month or year on."
    )
    until = click.option(
        "--until", metavar="DATE", callback=check_date, help="Only up to this day, month or year."
    )
    return since(until(function))
