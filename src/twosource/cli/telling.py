"""Lays accounts out for the screen at hand: its width, its colour, its letters."""

from __future__ import annotations

import sys

from twosource.cli.speaking import has_colour, name_program, width_of_screen
from twosource.explain import Explanation, Report, lay_out_explanation, lay_out_report


def lay_out(told: Report | Explanation) -> str:
    """Lay out a report or an explanation for standard output."""
    width, colour = width_of_screen(), has_colour(sys.stdout)
    if isinstance(told, Report):
        return lay_out_report(told, width=width, colour=colour, program=name_program())
    return lay_out_explanation(told, width=width, colour=colour)
