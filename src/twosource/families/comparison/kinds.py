"""What was changed where the words of two passages part: a number, a day, a name, mere wording.

In doubt it is wording: a kind that is not there would send a reader after nothing.
"""

from __future__ import annotations

from typing import Final

from twosource.families.comparison.body import Body
from twosource.families.comparison.changes import Change
from twosource.families.comparison.house_swaps import is_house_style
from twosource.families.comparison.mentioned import find_days, find_names, find_numbers, pair_days
from twosource.families.comparison.passages import Found, Passages
from twosource.families.comparison.quoting import find_marks
from twosource.families.comparison.saying import find_attribution, find_verb
from twosource.families.comparison.small_words import find_polarity, find_scope
from twosource.families.comparison.wording import find_wording, merge
from twosource.records import Span

LONGEST_JUDGED: Final = 600
"""Words of a passage: a longer one is a list or a trap, and only its words are compared."""
_KINDS: Final = (
    find_numbers, find_scope, find_polarity, find_attribution, find_days, find_names, find_verb,
)  # fmt: skip
"""The most telling first."""


def judge(both: Passages) -> tuple[list[Found], list[Found]]:
    """Return what was changed between two passages, by place, and what is only house style."""
    edits, (left, right) = both.edits, both.bodies
    if max(map(len, both.wholes)) > LONGEST_JUDGED:
        return [Found("wording", edit.left, edit.right) for edit in edits.edits], []
    changes: list[Found] = []
    spellings: list[Found] = []
    for edit in edits.edits:
        if is_house_style(both, edit):
            spellings.append(Found("spelling", edit.left, edit.right))
            continue
        typed = [found for find in _KINDS for found in find(both, edit)]
        changes += [*typed, *find_wording(both, edit, typed)]
    changes += find_marks(both)
    spellings += [
        Found("spelling", range(one, one + 1), range(other, other + 1))
        for one, other in edits.same.items()
        if left.printed(one) != right.printed(other)
    ]
    by_place = sorted(pair_days(changes), key=lambda found: (found.left.start, found.right.start))
    return merge(by_place), sorted(spellings, key=lambda found: found.left.start)


def tell(found: Found, left: Body, right: Body, passages: tuple[Span, Span]) -> Change:
    """Tell a change by the places of its words."""
    spans = (left.span(found.left), right.span(found.right))
    return Change(found.kind, spans, passages, found.light)
