"""Cue verbs: the words by which the news attributes, with the act that each performs.

The table is written by hand from common news English. Frames say what may follow a verb as
content: ``that`` a clause (with or without "that"), ``to`` an infinitive, ``np`` an object,
``quote`` words in quotation marks only. A particle stands behind "~": "point~out".
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from twosource.records import Act

_TABLE: dict[Act, str] = {
    "asserts": """say:that,quote state:that,quote tell:that,quote,to add:that,quote note:that,quote
        explain:that,quote announce:that,np,quote declare:that,np,quote remark:that,quote
        mention:that observe:that,quote stress:that,quote emphasise:that,quote emphasize:that,quote
        underline:that underscore:that reveal:that,np disclose:that,np reiterate:that,quote
        repeat:that,quote maintain:that,quote recall:that,quote comment:that,quote write:that,quote
        tweet:that,quote post:quote testify:that,quote conclude:that assert:that,quote
        clarify:that,quote reply:that,quote respond:quote answer:quote continue:quote
        interject:quote quip:quote joke:that,quote insist:that,quote estimate:that
        point~out:that,quote go~on:quote go~on_to_say:that,quote
        shoot~back:quote write~back:quote read:quote remember:quote retort:that,quote
        counter:that,quote shout:quote cry:quote
        inform:that caution:that,quote indicate:that signal:that determine:that find:that
        show:that establish:that specify:that acknowledge:that,np,quote agree:that
        concede:that,quote admit:that,np,quote boast:that,quote lament:that,quote
        complain:that,quote tell:that hear:that rule:that""",
    "reports": "report:that,np,quote relay:that,np",
    "claims": """claim:that,np,to,quote allege:that,np,quote contend:that,quote argue:that,quote
        accuse:np charge:that""",
    "suggests": "suggest:that,np,quote imply:that hint:that speculate:that",
    "expects": """expect:that,np,to predict:that,np,quote forecast:that,np,quote anticipate:that
        project:that""",
    "promises": "promise:that,np,to,quote vow:that,np,to,quote pledge:that,np,to,quote",
    "asks": "ask:that,quote wonder:that,quote question:np",
    "urges": """urge:np,that,quote demand:that,np,quote call:quote recommend:that,np appeal:quote
        plead:quote""",
    "warns": "warn:that,quote",
    "condemns": """condemn:np,quote decry:np denounce:np,quote slam:np criticise:np,quote
        criticize:np,quote blast:np deplore:np,quote""",
    "characterises": "describe:np characterise:np characterize:np",
    "believes": "believe:that think:that fear:that hope:that",
    "confirms": "confirm:that,np,quote verify:that,np corroborate:np",
    "denies": "deny:that,np,quote refute:np,that rebut:np",
    "dismisses": "dismiss:np,quote reject:np,quote",
}

_PAST = {
    "say": ("said",),
    "tell": ("told",),
    "write": ("wrote", "written"),
    "think": ("thought",),
    "find": ("found",),
    "show": ("showed", "shown"),
    "hear": ("heard",),
    "forecast": ("forecast",),
    "deny": ("denied",),
    "cry": ("cried",),
    "go": ("went",),
    "shoot": ("shot",),
    "imply": ("implied",),
    "reply": ("replied",),
    "testify": ("testified",),
    "verify": ("verified",),
    "specify": ("specified",),
    "clarify": ("clarified",),
    "decry": ("decried",),
    "slam": ("slammed",),
    "rebut": ("rebutted",),
    "admit": ("admitted",),
    "plead": ("pleaded", "pled"),
    "quip": ("quipped",),
    "read": ("read",),
    "hold": ("held",),
    "know": ("knew", "known"),
    "feel": ("felt",),
    "put": ("put",),
    "swear": ("swore", "sworn"),
    "speak": ("spoke", "spoken"),
    "foresee": ("foresaw", "foreseen"),
    "cast": ("cast",),
    "dub": ("dubbed",),
    "rip": ("ripped",),
    "plan": ("planned",),
}
_DOUBLED = frozenset({"slam", "rebut", "admit", "quip", "put", "dub", "rip", "plan"})
"""Verbs whose last letter doubles before "-ing"."""
_NOUNS_TOO = frozenset(
    """claims reports states notes comments posts tweets charges demands questions fears hopes
    shows forecasts projects promises vows pledges urges estimates remarks rules signals
    finds answers calls appeals claim report state note comment post tweet charge demand question
    fear hope show forecast project promise vow pledge urge estimate remark rule signal find answer
    call appeal warning finding""".split()
)
"""Forms that are nouns as often as verbs: taken as cues only between a source and its content."""


class Cue(NamedTuple):
    """What a cue verb does: its lemma, act, frames, and which form it stands in."""

    lemma: str
    act: Act
    frames: frozenset[str]
    form: str
    also_noun: bool


def inflect(lemma: str) -> dict[str, str]:
    """Return form → kind ("base", "s", "past", "ing") of a regular or listed verb."""
    stemmed = lemma.removesuffix("e")
    third = lemma + "s"
    if lemma.endswith("y") and lemma[-2] not in "aeou":
        third = lemma[:-1] + "ies"
    elif lemma.endswith(("s", "sh", "ch", "x", "o")):
        third = lemma + "es"
    doubled = stemmed + lemma[-1] if lemma in _DOUBLED else stemmed
    forms = {lemma: "base", third: "s", doubled + "ing": "ing"}
    for past in _PAST.get(lemma, (stemmed + "ed",)):
        forms[past] = "past"
    return forms


@cache
def _forms() -> dict[str, Cue]:
    table: dict[str, Cue] = {}
    for act, listed in _TABLE.items():
        for entry in listed.split():
            lemma, frames = entry.split(":")
            verb, _, particle = lemma.partition("~")
            for inflected, kind in inflect(verb).items():
                form = f"{inflected} {particle}".strip().replace("_", " ")
                known = table.get(form)
                merged = frozenset(frames.split(",")) | (known.frames if known else frozenset())
                table[form] = Cue(
                    verb, known.act if known else act, merged, kind, form in _NOUNS_TOO
                )
    return table


def cue_of(folded: str) -> Cue | None:
    """Return what a folded word does as a cue verb, or None.

    >>> cue_of("alleged").act, cue_of("told").lemma, cue_of("walked")
    ('claims', 'tell', None)
    """
    return _forms().get(folded)
