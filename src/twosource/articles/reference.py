"""Tells an encyclopaedia's block from news: a definition, standing facts, nobody speaking."""

from __future__ import annotations

import re

_READ = 1_500
_OPENING = 420
_NAME = re.compile(r"^(?:The |A |An )?[A-Z0-9“\"'‘][^.!?()]{1,120}?\s?\(")
_FOREIGN = re.compile(r"[\u0370-\u1fff\u2c00-\ud7ff\uf900-\ufdff]")
_GLOSS = re.compile(
    r"\b[A-Z][a-z]+(?: [A-Z]?[a-z]+)?:\s|\bromani[sz]ed\b|\blit\.|\bliterally\b|"
    r"\bpronounced\b|\bIPA\b|/[^/ ]{2,40}/|"
    r"\b[A-Z]{2}:\s|\bborn\b(?=.{0,30}\d{4})|\b\d{3,4}\s?[–-]\s?(?:\d{3,4}|present)\b|"
    r"\babbreviated\b|\balso known as\b",
)
_DEFINES = re.compile(
    r"^[,;]?\s?(?:(?:officially|also|commonly|formerly|often|sometimes|or|better|abbreviated|simply)\b[^.]{0,120}?,?\s)?"
    r"(?:is|are|was|were|encompass(?:es)?|compris(?:es|ed)|consist(?:s|ed) of|refers? to|"
    r"denotes?|constitutes?|"
    r"serves? as|forms?|has been|makes? up)\b"
)
_BEING = ("is ", "are ", "was ", "were ")
_PLAIN_DEFINITION = re.compile(
    r"^(?:The |A |An )?[A-Z][^.!?,;:()]{1,80}?(?:,[^.!?()]{1,80}?,)?\s(?:is|are|was|"
    r"were) (?:an?|the|one of)\s"
)
_STANDING = re.compile(
    r"\b[Aa]s of (?:[A-Z][a-z]+ )?\d{4}\b|\b(?:[Ff]ounded|[Ee]stablished|[Ff]ormed|"
    r"[Cc]reated) (?:in|on)\b|\bconsists? of\b|"
    r"\bis (?:headed|chaired|led|commanded|headquartered|governed|located|situated|bordered|"
    r"divided)\b|"
    r"\bsince the\b.{0,60}\b\d{4}\b|\b(?:largest|smallest|oldest|most populous)\b|"
    r"\bpopulation of\b|\bheadquarter",
)
_SPEECH = re.compile(
    r"\b(?:said|says|told|tells|stated|added|according to|announced|claimed|reported|reports|"
    r"confirmed|denied|noted|"
    r"warned|declined|accused|urged|insisted|alleged|asked)\b|[“\"]",
)
_NEWS_TIME = re.compile(
    r"\b(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|\b(?:yesterday|today|"
    r"last (?:week|month|night)|this (?:week|month)|earlier)\b",
)
_ENOUGH = 4.0
_LONG = 60


def is_reference(text: str) -> bool:
    """Tell whether a paragraph is the entry of an encyclopaedia rather than part of the news.

    The evidence: it opens by defining its subject, best with a bracket that spells the name in
    another script or tells its dates; it states what stands ("As of 2019", "consists of"); nobody
    says anything in it and nothing happens on a weekday.
    """
    seen = text[:_READ]
    opening = seen[:_OPENING]
    score = 0.0
    name = _NAME.match(opening) if "(" in opening else None
    if name is not None:
        close = opening.find(")", name.end())
        if close < 0:
            return False
        gloss = opening[name.end() : close]
        if not _DEFINES.match(opening[close + 1 :].lstrip()):
            return False
        score += 1.0
        if _FOREIGN.search(gloss) or _GLOSS.search(gloss):
            score += 2.0
    elif any(map(opening.__contains__, _BEING)) and _PLAIN_DEFINITION.match(opening):
        score += 1.0
    else:
        return False
    score += min(2, len(_STANDING.findall(seen)))
    score += 0.5 if len(seen.split()) >= _LONG else 0.0
    score += 0.0 if _SPEECH.search(seen) else 1.0
    if _SPEECH.search(seen):
        score -= 2.0
    if _NEWS_TIME.search(seen):
        score -= 1.5
    return score >= _ENOUGH
