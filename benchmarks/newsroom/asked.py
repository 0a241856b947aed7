"""What the engine asks of a half: lists, numbers of entries, slots, marks (FORMAT.md)."""

from __future__ import annotations

from typing import Final, NamedTuple


class Asked(NamedTuple):
    """What one list of frames must hold: how many entries, and in each these slots and marks."""

    least: int
    slots: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()


def _frames(least: int, slots: str = "", marks: str = "") -> Asked:
    return Asked(least, tuple(slots.split()), tuple(marks.split()))


SPEECH: Final = {
    "say_that": _frames(60, "speaker fact", "s c k"),
    "say_to_us": _frames(15, "speaker fact us", "s c k"),
    "say_quote": _frames(40, "speaker quote", "s c k"),
    "say_two_quotes": _frames(12, "speaker quote quote2", "s c k"),
    "say_partly_quoted": _frames(15, "speaker mixed", "s c k"),
    "more_that": _frames(20, "speaker fact", "s c k"),
    "more_quote": _frames(20, "speaker quote", "s c k"),
    "say_both": _frames(12, "speaker speaker2 fact", "s c k"),
    "say_unnamed": _frames(30, "speaker fact", "s c k"),
    "own": _frames(10, "fact", "k"),
    "seen": _frames(12, "us fact", "s c k"),
    "retell": _frames(40, "paper speaker fact", "s c s2 c2 k"),
    "retell_bare": _frames(30, "paper fact", "s c k"),
    "retell_deep": _frames(10, "paper paper2 speaker fact", "s c s2 c2 s3 c3 k"),
    "hearsay": _frames(12, "fact", "c k"),
    "cites": _frames(15, "speaker paper fact", "s c s2 c2 k"),
    "confirm": _frames(15, "speaker fact", "s c k"),
    "deny": _frames(20, "speaker fact", "s c k"),
    "decline": _frames(30, "speaker topic", "s c k"),
    "no_response": _frames(20, "speaker", "s c"),
    "refer": _frames(10, "speaker body", "s c k"),
    "no_knowledge": _frames(10, "speaker topic", "s c k"),
    "remark_that": _frames(25, "speaker cue remark", "s c k"),
    "remark_to": _frames(8, "speaker cue remark", "s c k"),
    "remark_np": _frames(8, "speaker cue remark", "s c k"),
    "correction": _frames(8, "fact", "k"),
    "update_note": _frames(6),
    "link": _frames(30),
}
"""The lists of ``speech.txt`` that are sentences."""

SPEECH_SLOTS: Final = frozenset(
    """speaker speaker2 cue fact quote quote2 mixed remark topic when setting us paper paper2
    body occasion""".split()
)
FORMS: Final = {
    "speaker": frozenset(("", "last", "he", "his", "him", "was", "has")),
    "speaker2": frozenset(("", "last")),
    "cue": frozenset(("", "past", "present", "ing")),
}
"""Which forms a slot of speech may have; others have none."""

CUES: Final = {
    "asserts that": 25,
    "asserts quote": 20,
    "reports that": 12,
    "confirms that": 5,
    "denies that": 6,
    "warns that": 5,
    "expects that": 5,
    "believes that": 5,
    "suggests that": 5,
    "claims that": 5,
    "promises that": 5,
    "urges to": 5,
    "condemns np": 5,
}
REMARKS: Final = {
    "warns": "remark_that",
    "expects": "remark_that",
    "believes": "remark_that",
    "suggests": "remark_that",
    "claims": "remark_that",
    "promises": "remark_that",
    "urges": "remark_to",
    "condemns": "remark_np",
}
"""The acts of remarks and the frame that each stands in."""

NAMES: Final = {
    "given": 200,
    "surnames": 600,
    "surname_spellings": 20,
    "towns": 300,
    "town_spellings": 10,
    "countries": 24,
    "outlets": 60,
    "short_outlets": 60,
    "agencies": 16,
    "aggregators": 10,
    "authors": 5,
}
FURNITURE: Final = {
    "teaser": 120,
    "promotion": 25,
    "form": 12,
    "comment": 30,
    "reference": 15,
    "photo_credit": 12,
    "furniture": 40,
    "section": 12,
}
FURNITURE_SLOTS: Final = frozenset("town country given surname outlet agency n".split())
EVENT: Final = {
    "headline": 16,
    "standfirst": 10,
    "setting": 25,
    "quotes": 30,
    "mixed": 14,
    "colour": 40,
    "caption": 10,
    "subhead": 12,
}
"""The lists of a kind of event beside its facts and remarks."""

LEAST_REMARKS: Final = 6
LEAST_CLAUSES: Final = 12
LEAST_BACKGROUND_CLAUSES: Final = 6
LEAST_DIRECT: Final = 5
LEAST_TOPICS: Final = 4
LEAST_FACTS: Final = 12
LEAST_BACKGROUND: Final = 5
LEAST_SHARED: Final = 40
LEAST_SYNONYMS: Final = 150
LEAST_OCCASIONS: Final = 40
LEAST_TIMELESS: Final = 6
"""Frames of an outlet's own sentence without a scene, for background."""
LEAST_EVENTS: Final = 10
LEAST_STYLES: Final = 10
LEAST_SWAPS: Final = 15
LEAST_WORDS: Final = 6
LEAST_CAST: Final = {"person": 4, "body": 2, "group": 2}
LEAST_LAYOUTS: Final = {
    ("text", "one"): 6,
    ("html", "one"): 8,
    ("text", "many"): 4,
    ("html", "many"): 4,
    ("text", "live"): 2,
    ("html", "live"): 2,
}

PART_KINDS: Final = frozenset(
    """headline standfirst byline date dateline credit photo_credit caption body subhead related
    teaser reference form promotion comment furniture section outlet""".split()
)
LAYOUT_SLOTS: Final = frozenset(
    """headline standfirst byline date isodate time relative_date credit caption photo_credit
    paragraph subhead outlet domain url author aggregator language teaser promotion form comment
    reference furniture section""".split()
)
STYLE_KEYS: Final = frozenset(
    """quotes numbers thousands percent headline spellings days dateline credit shared_credit byline
    agency_byline date swap""".split()
)
STYLE_VALUES: Final = {
    "numbers": frozenset(("words below 10", "words below 13", "figures")),
    "thousands": frozenset((",", ".", "space", "none")),
    "percent": frozenset(("percent", "per cent", "%")),
    "headline": frozenset(("sentence", "title", "upper")),
    "spellings": frozenset(("first", "second")),
    "days": frozenset(("keep", "drop", "abbreviate")),
}
