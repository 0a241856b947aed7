"""When something was said or done: expressions of time in running text, and the days they mean.

An expression is first found (:func:`find_dates`) and only then counted from a day
(:func:`resolve_date`), because the same words mean another day in another article. What can be read
as two days stays open: a guessed date shown as read would be worse than none.
"""

from __future__ import annotations

from twosource.text.dates.anchors import resolve_in_order
from twosource.text.dates.english import ENGLISH
from twosource.text.dates.finding import find_dates
from twosource.text.dates.interval import Interval
from twosource.text.dates.language import Language
from twosource.text.dates.mention import DateMention
from twosource.text.dates.resolving import resolve_date

__all__ = [
    "ENGLISH",
    "DateMention",
    "Interval",
    "Language",
    "find_dates",
    "resolve_date",
    "resolve_in_order",
]
