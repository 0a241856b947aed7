"""What a statement does, told from its words where the verb alone does not tell.

A refusal to comment is neither confirmed nor denied, whatever verb the house wrote before it.
"""

from __future__ import annotations

import re

from twosource.records import Act

_LONGEST_LOOKED_AT = 600
_NO_COMMENT = re.compile(
    r"\bno comment\b|(?:\bnot|n't|\bnever|\bcannot) (?:immediately |further |publicly )?comment\b"
    r"|(?:\bnot|n't|\binappropriate|\bpremature|\bunnecessary|\bpointless|\bwrong|\bunable"
    r"|\bimproper|\bnothing)\b"
    r"[^.!?]{0,50}\b(?:to comment|commenting|to discuss|discussing|comment on)\b"
    r"|\bnothing (?:more |further )?to (?:add|say)\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:question|matter|issue|one) for "
    r"(?:the|him|her|them|you|our|its|his|their|[a-z]{1,30} ministry)\b"
    r"|\b(?:should|must|need to) (?:be )?(?:directed|addressed|put|asked|ask)\b"
    r"|\bask (?:the|him|her|them)\b|\b(?:please|should|must|need to|better) contact\b"
    r"|\b(?:refer (?:you|questions)|address (?:it|that|this|your question) to)\b"
)
_NO_KNOWLEDGE = re.compile(
    r"\bno (?:such |any )?(?:information|knowledge)\b|\bnot aware\b|\bunaware\b|\bnever heard\b"
    r"|\b(?:do not|does not|did not|don't|doesn't|didn't) "
    r"(?:know|have any (?:information|knowledge))\b"
    r"|\bnot been informed\b|\bkn(?:e|o)ws? nothing\b"
)
_NOT_SO = re.compile(
    r"^(?:this|that|it|which|none of (?:this|that|it))(?:'s| is| was) "
    r"(?:simply |just |absolutely |all )?"
    r"(?:not (?:true|so|right|the case)|untrue|a lie|false|nonsense|a fairy tale|invented)\b"
    r"|^(?:this|that|it) (?:never|did not|didn't) happen"
    r"|\b(?:receive|got|had|gave|made|saw|signed|took)[ds]? no such\b"
    r"|\bthere (?:was|is|were|are) no such\b"
)
_TAKEN_BACK = re.compile(
    r"\b(?:by mistake|in error|was a mistake|were a mistake|was mistaken|was wrong to|withdrew"
    r"|withdraws|retract(?:s|ed)?)\b"
)
_EXPECTING = re.compile(r"\b(?:expects?|(?:is|are|was|were) expected|expected an?|we expect)\b")
_TALK = re.compile(
    r"\b(?:reports?|arguments?|speculations?|rumou?rs?|claims?|allegations?|accusations?"
    r"|comments?|remarks?|stories|publications?|suggestions?)\b"
)
_ILL = re.compile(
    r"\b(?:wrong|false|incorrect|untrue|inaccurate|baseless|nonsense|fake|groundless|unfounded"
    r"|rubbish|fabricated|hoax|lies|a lie)\b"
)
_WELL = re.compile(r"\b(?:right|correct|true|accurate|different|contradictory|mixed|confirmed)\b")
_HEDGES = re.compile(
    r"\b(?:may|might|could|possibly|perhaps|probably|apparently|allegedly|alleged|reportedly"
    r"|likely|suspected|seems?|appears?|unconfirmed|preliminary)\b"
)
_STATES = re.compile(r"\b(?:is|are|was|were)\b")
_PLAIN = frozenset({"asserts", "claims", "reports", "warns", "suggests"})
_TELLING: tuple[tuple[re.Pattern[str], Act], ...] = (
    (_NO_COMMENT, "declines"),
    (_ELSEWHERE, "refers_elsewhere"),
    (_NO_KNOWLEDGE, "denies_knowledge"),
    (_NOT_SO, "denies"),
)
"""What shows an act by itself, the first that fits."""


def refine_act(act: Act, content: str, *, publisher: bool) -> Act:
    """Return the act of a statement, given its verb's act, its content and who speaks.

    ``publisher`` tells that an outlet, agency or document speaks: it reports.
    """
    if act not in _PLAIN:
        return act
    if publisher:
        return "reports" if act in {"asserts", "claims"} else act
    words = _words_of(content)
    for pattern, shown in _TELLING:
        if pattern.search(words):
            return shown
    shown_of_talk = _judge_talk(words, act)
    if shown_of_talk is not None:
        return shown_of_talk
    return "expects" if act == "asserts" and _EXPECTING.search(words) else act


def _judge_talk(words: str, act: Act) -> Act | None:
    """Return what is done to reports, claims and remarks: taken back, called so, dismissed."""
    talk = _TALK.search(words) is not None
    if _TAKEN_BACK.search(words) and (talk or "statement" in words):
        return "retracts"
    if not talk:
        return None
    ill = _ILL.search(words) is not None
    if _WELL.search(words) and (ill or "different" in words):
        return "characterises"
    return "dismisses" if act == "asserts" and ill and _STATES.search(words) else None


def is_hedged(act: Act, content: str) -> bool:
    """Tell whether a statement leaves room: "might", "allegedly", or a verb that only suggests."""
    return act in {"suggests", "believes", "expects"} or bool(_HEDGES.search(_words_of(content)))


def _words_of(content: str) -> str:
    """Return the beginning of a content in small letters, its full stops kept."""
    return content[:_LONGEST_LOOKED_AT].replace("\u2019", "'").casefold()
