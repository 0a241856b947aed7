"""What "those claims", "the reports" or a bare "declined to comment" take up."""

from __future__ import annotations

import re

from twosource.claims.stances import ASSERTING, REFUSING
from twosource.records import Statement
from twosource.text.names import plain_key

_BARE = re.compile(
    r"^(?:to )?(?:comment )?(?:on )?(?:as [a-z]+ )?(?:all |any |both )?"
    r"(?:the|those|these|such|this|that|its|his|her|their|it|them)?\s?"
    r"(?:latest |recent |media |press |same ){0,2}"
    r"(?:reports?|claims?|allegations?|accusations?|assertions?|matter|issue|accounts?|figures?|"
    r"rumou?rs?|news|information|charges?|comments?|remarks?|statements?|subject)?"
    r"(?: as .{0,80}| but .{0,60})?$",
    re.IGNORECASE,
)
_REPORT = re.compile(r"\b(?:news|reports?|rumou?rs?)\b", re.IGNORECASE)
_REPORTING = frozenset({"agency", "aggregator", "document", "outlet"})
"""Who makes a report; what the fire service said is none."""
_LAST_ONLY = frozenset({"it", "that", "this"})
_LOOK_BACK = 8


def is_bare(words: str) -> bool:
    """Tell whether a content only points back: "those claims", "the report", "it"."""
    return bool(_BARE.match(words))


def taken_up(text: str, listed: list[Statement], at: int) -> list[Statement]:
    """Return the statements before number ``at`` of an article that it answers, if it names none.

    A refusal answers what the nearest refusal by the same speaker answers, else the nearest report;
    a confirmation or denial of "the report" answers what was last reported, told to a paper or
    published; of "this" the last thing that was said; of anything else, all that its speaker said.
    """
    statement = listed[at]
    words = " ".join(text[s.start : s.end] for s in statement.content)
    refuses = statement.act in REFUSING
    if words and statement.kind == "indirect" and not is_bare(words):
        return []
    if words and statement.kind != "indirect" and not refuses:
        return []
    before = listed[max(0, at - _LOOK_BACK) : at]
    if refuses:
        same = [s for s in before if s.act in REFUSING and s.content and s.kind == "indirect"]
        reports = [s for s in before if s.act == "reports"]
        if same:
            return same[-1:]
        return [s for s in before if reports and (s is reports[-1] or s.through == reports[-1].id)]
    if _REPORT.search(words):
        return _find_reported(before)
    others = [s for s in before[-1:] if s.act in ASSERTING and not _may_be_same(s, statement)]
    if not others:
        # What stands just before is the speaker's own: what "the claims" are is not known.
        return []
    if words.casefold() in _LAST_ONLY:
        return others
    last = {o.id for o in others[-1].speakers}
    found: list[Statement] = []
    for earlier in reversed(before):
        if {o.id for o in earlier.speakers} == last and earlier.act in ASSERTING:
            found.append(earlier)
        elif found:
            break
    return sorted(found, key=lambda s: s.id)


def _find_reported(before: list[Statement]) -> list[Statement]:
    """Return what the report consists of that was told last: all that came through its maker."""
    makers = [{o.id for o in (*s.speakers, *s.relays) if o.kind in _REPORTING} for s in before]
    last = next((made for made in reversed(makers) if made), set())
    return [s for s, made in zip(before, makers, strict=True) if made & last]


def _may_be_same(one: Statement, other: Statement) -> bool:
    """Tell whether two statements may have one speaker: "the department", "its spokesperson"."""
    names = [[n for o in s.speakers for n in (o.name, *o.roles)] for s in (one, other)]
    ours, theirs = ({w for n in listed for w in plain_key(n).split()} for listed in names)
    return bool(ours & theirs)
