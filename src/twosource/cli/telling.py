"""Lays accounts out for the screen at hand: its width, its colour, its letters."""

from __future__ import annotations

import sys

from twosource.cli.speaking import has_colour, name_program, width_of_screen
from twosource.explain import (
    Explanation,
    Report,
    lay_out_comparison,
    lay_out_explanation,
    lay_out_report,
)
from twosource.explain.comparing import ComparisonAccount


def lay_out_side_by_side(told: ComparisonAccount, *, everything: bool) -> str:
    """Lay out two articles side by side for standard output."""
    return lay_out_comparison(
        told, width=width_of_screen(), colour=has_colour(sys.stdout), everything=everything
    )


def lay_out(told: Report | Explanation) -> str:
    """Lay out a report or an explanation for standard output."""
    width, colour = width_of_screen(), has_colour(sys.stdout)
    if isinstance(told, Report):
        return lay_out_report(told, width=width, colour=colour, program=name_program())
    return lay_out_explanation(told, width=width, colour=colour)
