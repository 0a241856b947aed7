"""Lays an account out as lines of text: for a terminal, a pipe or a printed sheet.

Pure functions from accounts to text. The width is given; colour is given; nothing is asked of the
machine. At 80 columns every line fits, in any script.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from twosource.explain.account import (
    Branch,
    ClaimAccount,
    Explanation,
    FamilyAccount,
    Report,
    StoryAccount,
)
from twosource.explain.evidence import begin_sentence
from twosource.explain.typeset import Ink, clip, columns, pad, wrap

USUAL_WIDTH = 80
WIDEST = 100
"""Lines longer than this are hard to read, however wide the window is."""
NARROWEST = 40
_LABEL = 11
_INDENT = "  "
_LEAST_GIST = 12
"""Columns. Fewer words of a claim than this help nobody to know it again."""
USUAL_PROGRAM = "twosource"


class _Desk(NamedTuple):
    """What is written on: how wide, with which ink, and how this reader calls the program."""

    width: int
    ink: Ink
    program: str


def lay_out_report(
    report: Report,
    *,
    width: int = USUAL_WIDTH,
    colour: bool = False,
    program: str = USUAL_PROGRAM,
) -> str:
    """Lay out the whole report; ends with a line break.

    ``program`` is how hints call the program: what this reader has to type.
    """
    width, ink = bound_width(width), Ink(colour)
    desk = _Desk(width, ink, program)
    lines = [
        *_strongly(ink, wrap(report.pile, width)),
        *wrap(report.head, width),
    ]
    if report.notice:
        lines += ["", *(ink.warm(line) for line in wrap(report.notice, width))]
    for number, story in enumerate(report.stories, start=1):
        lines += ["", "", *_lay_out_story(story, number, desk)]
    if report.more_stories:
        more = f"… and {report.more_stories:,} more: {program} list stories"
        lines += ["", *wrap(more, width)]
    lines += _lay_out_refusals(report, desk)
    if report.stories:
        lines += [""]
        hint = (
            f"Why a claim has its number: {program} why ID (the letters and digits in brackets). "
            f"All claims of a story: {program} list claims --story ID."
        )
        for note in (*report.notes, hint):
            lines += [ink.faint(line) for line in wrap(note, width)]
    return "\n".join(lines) + "\n"


def bound_width(width: int) -> int:
    """Give a width to write in that is neither too narrow nor too wide to read."""
    return max(NARROWEST, min(width, WIDEST))


def _strongly(ink: Ink, lines: Iterable[str]) -> list[str]:
    return [ink.strong(line) for line in lines]


def draw_rule(title: str, short: str, width: int, ink: Ink) -> str:
    """Draw a heading over the full width, with the id at its end."""
    head, tail = f"── {title} ", f" [{short}] ──" if short else "──"
    fill = "─" * max(2, width - columns(head) - columns(tail))
    return f"── {ink.strong(title)} {ink.faint(fill + tail)}"


def _lay_out_story(story: StoryAccount, number: int, desk: _Desk) -> list[str]:
    width, ink, program = desk
    lines = [draw_rule(f"Story {number}", story.short, width, ink)]
    lines += _strongly(ink, wrap(story.label, width))
    lines += wrap(f"{story.dates} · {story.outlets} · {story.texts}", width)
    if story.lost:
        lost = "Not in your pages: " + "; ".join(
            name.replace(" (not in your pages)", "") for name in story.lost
        )
        lines += [ink.warm(line) for line in wrap(lost, width)]
    if story.linked:
        lines += wrap(f"Linked with {', '.join(story.linked)}", width)
    lines += ["", ink.strong("Texts")]
    for family in story.families:
        lines += _lay_out_family(family, width, ink)
    if story.more_families:
        more = f"… and {story.more_families:,} more: {program} list families --story {story.short}"
        lines += wrap(more, width, first=_INDENT, rest=_INDENT)
    lines += _lay_out_claims(story, desk)
    return lines


def _lay_out_claims(story: StoryAccount, desk: _Desk) -> list[str]:
    width, ink, program = desk
    lines: list[str] = []
    groups = (
        ("Claims", story.claims, story.more_claims),
        (story.speech_title, story.speech, story.more_speech),
    )
    for title, claims, more in groups:
        if not claims:
            continue
        tally = f" · {story.tally}" if claims is story.claims else ""
        first, *rest = wrap(title + tally, width)
        lines += ["", ink.strong(title) + first[len(title) :], *rest]
        for claim in claims:
            lines += _lay_out_claim(claim, width, ink)
        if more:
            hint = f"… and {more:,} more: {program} list claims --story {story.short}"
            lines += wrap(hint, width, first=_INDENT, rest=_INDENT)
    return lines


def _lay_out_family(family: FamilyAccount, width: int, ink: Ink) -> list[str]:
    lines: list[str] = []
    for place, root in enumerate(family.roots):
        note = family.note if place == 0 else ""
        lines += _lay_out_branch(root, _INDENT, _INDENT, note, width, ink)
    return lines


def _lay_out_branch(
    branch: Branch, first: str, rest: str, aside: str, width: int, ink: Ink
) -> list[str]:
    about = "; ".join(part for part in (branch.note, aside) if part)
    below = rest + ("│  " if branch.branches else "   ")
    name = clip(branch.name, width - columns(first))
    told = f"{name} · {about}" if about else name
    wrapped = wrap(told, width, first=first, rest=below)
    lines = [ink.warm(line) if branch.lost else line for line in wrapped]
    for number, one in enumerate(branch.branches):
        last = number == len(branch.branches) - 1
        corner, beside = ("└─ ", "   ") if last else ("├─ ", "│  ")
        lines += _lay_out_branch(one, rest + corner, rest + beside, "", width, ink)
    return lines


def _lay_out_claim(claim: ClaimAccount, width: int, ink: Ink) -> list[str]:
    short = f"[{claim.short}]"
    if claim.above:
        return ["", _refer_above(claim, short, width, ink)]
    gap = max(1, width - columns(_INDENT) - columns(claim.number) - columns(short))
    lines = ["", f"{_INDENT}{ink.strong(claim.number)}{' ' * gap}{ink.faint(short)}"]
    quote = "    "
    lines += wrap(f"“{claim.gist.text}”", width, first=quote, rest=quote + " ")
    lines += wrap(begin_sentence(claim.because) + ".", width, first=quote, rest=quote)
    for row in claim.rows:
        label = quote + pad(row.label, _LABEL)
        first, *more = wrap(row.text, width, first=label, rest=quote + " " * _LABEL)
        lines.append(ink.faint(label) + first[len(label) :])
        lines += more
    return lines


def _refer_above(claim: ClaimAccount, short: str, width: int, ink: Ink) -> str:
    """Refer in one line to a claim that stands in full under a linked story."""
    number = claim.number.split(" · ", maxsplit=1)[0]
    where = f" · in full under {claim.above}"
    used = columns(_INDENT) + columns(number) + columns(where) + columns(short) + 1
    room = width - used - columns(": “”")
    gist = f": “{clip(claim.gist.text, room)}”" if room >= _LEAST_GIST else ""
    told = clip(f"{number}{where}{gist}", width - columns(_INDENT) - columns(short) - 1)
    gap = " " * max(1, width - columns(_INDENT) - columns(told) - columns(short))
    return f"{_INDENT}{told}{gap}{ink.faint(short)}"


def _lay_out_refusals(report: Report, desk: _Desk) -> list[str]:
    width, ink, program = desk
    lines: list[str] = []
    groups = (
        ("Pages refused, with the reason", report.refusals, report.more_refusals),
        ("Words set aside, with the reason", report.set_aside, report.more_set_aside),
    )
    for title, refusals, more in groups:
        if not refusals:
            continue
        lines += ["", "", draw_rule(title, "", width, ink)]
        for refusal in refusals:
            told = f"{refusal.subject}: {refusal.reason}"
            lines += wrap(told, width, first=_INDENT, rest=_INDENT * 2)
        if more:
            hint = f"… and {more:,} more: {program} list refusals"
            lines += wrap(hint, width, first=_INDENT, rest=_INDENT)
    if report.passed_over:
        lines += ["", "", *wrap(report.passed_over, width)]
    return lines


def lay_out_explanation(
    explanation: Explanation, *, width: int = USUAL_WIDTH, colour: bool = False
) -> str:
    """Lay out why a record is what it is; ends with a line break."""
    width, ink = bound_width(width), Ink(colour)
    asked = "Why this " if explanation.question == "why" else ""
    heading = begin_sentence(f"{asked}{explanation.noun}")
    lines = [draw_rule(heading, explanation.short, width, ink)]
    lines += _strongly(ink, wrap(explanation.title, width))
    lines += wrap(explanation.answer, width)
    for section in explanation.sections:
        lines += ["", ink.strong(section.title)]
        for sentence in section.sentences:
            mark = "  • " if section.listed else "    "
            lines += wrap(sentence.text, width, first=mark, rest="    ")
            for quote in sentence.quotes:
                lines += wrap(f"“{quote.text}”", width, first="      ", rest="       ")
                place = wrap(f"— {quote.place}", width, first="       ", rest="         ")
                lines += [ink.faint(line) for line in place]
    return "\n".join(lines) + "\n"
