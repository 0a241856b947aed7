"""Turns records into what a reader is told: the report, and why each number is what it is.

Reasons become sentences and marked quotations, once, for every surface: the command line, the
printable page, the screen.
"""

from twosource.explain.account import Explanation, Report, as_plain
from twosource.explain.comparing import comparison_as_plain, tell_comparison
from twosource.explain.evidence import Evidence
from twosource.explain.listing import NOUNS, Line, Wanted, pick, tell_line
from twosource.explain.report import EVERYTHING, Limits, tell_report
from twosource.explain.sheet import lay_out_explanation, lay_out_report
from twosource.explain.show import describe
from twosource.explain.side_by_side import lay_out_comparison
from twosource.explain.why import explain

__all__ = [
    "EVERYTHING",
    "NOUNS",
    "Evidence",
    "Explanation",
    "Limits",
    "Line",
    "Report",
    "Wanted",
    "as_plain",
    "comparison_as_plain",
    "describe",
    "explain",
    "lay_out_comparison",
    "lay_out_explanation",
    "lay_out_report",
    "pick",
    "tell_comparison",
    "tell_line",
    "tell_report",
]
